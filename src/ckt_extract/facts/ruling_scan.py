"""What a sentence says of rulings: its nouns, names, outcomes, dates and stages, with offsets."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from ckt_extract.facts.ruling_dates import Moment, moments_in
from ckt_extract.facts.ruling_names import Name
from ckt_extract.facts.ruling_outcome import Side, SideAt, Verdict, verdicts_in
from ckt_extract.facts.ruling_roles import Group, groups_in, is_initiator
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.language.reading import Measure
from ckt_extract.models.ruling import Stage
from ckt_extract.patterns import pattern

__all__ = ["KnownSide", "Noun", "NounKind", "Scan", "nouns_in", "scan", "side_reader"]

NounKind = Literal["dispute", "complaint", "other", "ruling", "weak_ruling"]
_KINDS: tuple[NounKind, ...] = ("ruling", "dispute", "complaint", "other", "weak_ruling")
_BEFORE = pattern(r"(?:[\w'’-]+[\s]+){0,5}\Z")
_AFTER_LABEL = pattern(r"(?:\s[\w'’-]+){0,5}\s*[:=–-]\s*")
"""A label between a noun and its number: `Uitspraken in 2019: 2`."""


class Noun(Struct):
    """A noun for a case or a ruling, with what stands before it."""

    kind: NounKind
    start: int
    end: int
    many: bool
    count: int | None = None
    """The number in front of it, or behind it as a label (`Uitspraken: 2`)."""
    number: int | None = None
    """Where that number starts."""
    definite: bool = False
    """*De, deze, haar* stands before it."""
    indefinite: bool = False
    """*Een* stands before it."""
    negated: bool = False
    both: bool = False

    @property
    def is_ruling(self) -> bool:
        """Whether it is a noun for a ruling, not for a case."""
        return self.kind in ("ruling", "weak_ruling")


def nouns_in(passage: Passage) -> list[Noun]:
    """The nouns of a sentence outside of names of bodies and rules, in order."""
    found: dict[int, Noun] = {}
    for kind in _KINDS:
        for match in passage.visible(f"nouns.{kind}"):
            if match.start() not in found:
                many = passage.words.whole("nouns.many", match.group())
                found[match.start()] = Noun(kind, *match.span(), many)
    nouns = [found[start] for start in sorted(found)]
    for noun in nouns:
        _determine(passage, noun)
    return nouns


def _determine(passage: Passage, noun: Noun) -> None:
    """Read the determiner, number and negation of a noun."""
    words, lower = passage.words, passage.lower
    line = passage.line(noun.start)[0]
    match = _BEFORE.search(lower, max(line, noun.start - 60), noun.start)
    start = match.start() if match else noun.start
    stop = _last_end(passage, "relations.stop", start, noun.start)
    start = max(start, stop)
    noun.both = words.has("tense.both", lower, start, noun.start)
    noun.definite = words.has("relations.definite", lower, start, noun.start) or noun.both
    noun.indefinite = words.has("relations.indefinite", lower, start, noun.start)
    noun.negated = words.has("relations.no", lower, start, noun.start)
    for measure in passage.reading.measures:
        count = _count_of(measure)
        if count is None:
            continue
        in_front = start < measure.end <= noun.start
        label = noun.end <= measure.start and _AFTER_LABEL.fullmatch(
            lower[noun.end : measure.start]
        )
        if in_front or label or _is_callout(passage, measure.start):
            noun.count, noun.number = count, measure.start
            noun.negated = noun.negated or count == 0
    if noun.count is None and noun.is_ruling and not noun.many and not noun.indefinite:
        noun.count = _times_told(passage, noun)
    if noun.both and noun.count is None:
        noun.count = 2


def _times_told(passage: Passage, noun: Noun) -> int | None:
    """How often a ruling was given: `twee keer deed de commissie uitspraak`."""
    for measure in passage.reading.measures:
        behind = passage.words.patterns["relations.times"].match(passage.lower, measure.end + 1)
        if behind and (count := _count_of(measure)):
            noun.number = measure.start
            return count
    return None


def _count_of(measure: Measure) -> int | None:
    """The number of things that a measure counts; of *twee van de drie* the first."""
    value = measure.numerator if measure.kind == "ratio" else measure.value
    if measure.kind not in ("count", "ratio") or value is None or value != int(value):
        return None
    return int(value)


def _last_end(passage: Passage, name: str, start: int, end: int) -> int:
    ends = [m.end() for m in passage.words.patterns[name].finditer(passage.lower, start, end)]
    return max(ends, default=start)


def _is_callout(passage: Passage, at: int) -> bool:
    """Whether a number is the only one of a callout, whose label is the noun."""
    statement = passage.statements[0]
    first, last = statement.focus
    alone = sum(measure.kind == "count" for measure in passage.reading.measures) == 1
    return statement.kind == "callout" and alone and first <= at < last


KnownSide = Callable[[Name], Side | None]
"""Which side a name is on by what was read before."""


class Scan(Struct):
    """Everything of a sentence, each list in order."""

    passage: Passage
    nouns: list[Noun]
    groups: list[Group]
    stages: list[tuple[int, int, Stage]]
    verdicts: list[Verdict]
    moments: list[Moment]
    committee: bool
    """It names the committee."""


def scan(
    passage: Passage, known_side: KnownSide | None = None, carried: date | None = None
) -> Scan:
    """Read a sentence.

    Args:
        passage: One statement.
        known_side: Tells which side a name is on by what was read before.
        carried: The date before it, for dates without a year.
    """
    words, lower = passage.words, passage.lower
    groups = groups_in(passage)
    stages: list[tuple[int, int, Stage]] = [
        *((*m.span(), "interim") for m in words.all("stage.interim", lower)),
        *((*m.span(), "final") for m in words.all("stage.final", lower)),
    ]
    return Scan(
        passage,
        nouns_in(passage),
        groups,
        sorted(stages),
        verdicts_in(passage, side_reader(groups, known_side)),
        moments_in(passage, carried),
        words.has("nouns.committee", lower),
    )


def side_reader(groups: Sequence[Group], known_side: KnownSide | None) -> SideAt:
    """Tells which side the name nearest to a span is on."""

    def side_at(start: int, end: int) -> Side | None:
        def distance(group: Group) -> int:
            return max(group.start - end, start - group.end, 0)

        group = min(groups, key=distance, default=None)
        if group is None:
            return None
        if group.relation not in ("by", "against") and known_side:
            known = known_side(group.names[0])
            if known is not None:
                return known
        brought = is_initiator(group, groups)
        if brought is None:
            # between a company and a body or a foundation, the company is who is judged
            return "respondent" if group.names[0].company else None
        return "initiator" if brought else "respondent"

    return side_at
