"""The parts of a sentence that each speak of a ruling of their own."""

from functools import cached_property

from msgspec import Struct

from ckt_extract.facts.ruling_dates import Moment
from ckt_extract.facts.ruling_degree import some_parts
from ckt_extract.facts.ruling_outcome import Verdict
from ckt_extract.facts.ruling_roles import Group
from ckt_extract.facts.ruling_scan import Noun, Scan
from ckt_extract.facts.ruling_text import sentence_end
from ckt_extract.models.ruling import Stage
from ckt_extract.patterns import pattern

__all__ = ["Around", "Part", "parts_of_sentence"]

_BREAKS = pattern(
    r";|:(?=\s)|\s[–—-]\s|,|\s(?:en|maar|terwijl|and|but|while|whereas|waarna"
    r"|followed by|gevolgd door)(?=\s)"
)
_RELATIVE = pattern(
    r"(?:bedrijven|companies|brands|merken|partijen|parties) (?:die|that|which|who) "
)
_NEAR = 30
"""Letters between a case and the names that belong to it at most, over a mark."""
_START = pattern(r"[\s,;:]*(?:(?:en|and|of|or)\s)?")
_AMONG = pattern(r",?\s*(?:waarvan|waaronder|of which|including|among them)\b")
_ONE = pattern(r"\b(?:één|one)\b")
_BEFORE_NUMBER = pattern(r"\b(?:er|daarvan|hiervan|waarvan|were|of them|of which)\Z|,\Z")


class Around(Struct, frozen=True):
    """What is known of the text around a part of a sentence."""

    edition: int | None
    """Reporting year, for *vorig jaar*."""
    context: bool
    """It is about the committee or a ruling."""
    known: bool
    """It just spoke of a ruling or case."""
    told: bool = False
    """The sentence has told of a ruling that was given."""


class Part(Struct, frozen=True, dict=True):
    """A span of a sentence, with what the scan found in it."""

    scan: Scan
    start: int
    end: int

    def holds(self, at: int) -> bool:
        """Whether an offset lies in it."""
        return self.start <= at < self.end

    def has(self, name: str, text: str | None = None) -> bool:
        """Whether it has a phrase of a list; `text` may have some words blanked out."""
        passage = self.scan.passage
        return passage.words.has(name, text or passage.lower, self.start, self.end)

    @cached_property
    def groups(self) -> list[Group]:
        """The names in it."""
        return [g for g in self.scan.groups if self.holds(g.start)]

    @cached_property
    def cases(self) -> list[Noun]:
        """The nouns for cases in it."""
        return [n for n in self.scan.nouns if not n.is_ruling and self.holds(n.start)]

    @cached_property
    def rulings(self) -> list[Noun]:
        """The nouns for rulings in it."""
        return [n for n in self.scan.nouns if n.is_ruling and self.holds(n.start)]

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """The outcomes in it."""
        return [v for v in self.scan.verdicts if self.holds(v.start)]

    @cached_property
    def moments(self) -> list[Moment]:
        """The dates in it that belong to a procedure."""
        return [m for m in self.scan.moments if self.holds(m.start)]

    @cached_property
    def stage(self) -> Stage | None:
        """The first word for a stage in it."""
        return next((stage for s, _, stage in self.scan.stages if self.holds(s)), None)

    @cached_property
    def plain(self) -> str:
        """The sentence in lower case without failed obligations and the like.

        *Niet langer kunnen nakomen* holds words of negation and of possibility itself.
        """
        passage = self.scan.passage
        spans = [(v.start, v.end) for v in self.scan.verdicts]
        spans += [(t.start, t.end) for t in passage.reading.times]  # May is no modal verb
        spans += [m.span() for m in passage.words.all("tense.not_negation", passage.lower)]
        text = passage.lower
        for start, end in spans:
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    @cached_property
    def says_not(self) -> bool:
        """Whether its main clause has a negation; what a relative clause tells is left out."""
        clause = _RELATIVE.search(self.plain, self.start, self.end)
        end = clause.start() if clause else self.end
        return self.scan.passage.words.has("tense.negation", self.plain, self.start, end)

    @cached_property
    def negated(self) -> bool:
        """Whether it says that something was not done: no outcome that says *niet* itself."""
        return not self.verdicts and (
            self.says_not or any(n.negated for n in (*self.rulings, *self.cases))
        )

    @cached_property
    def other(self) -> bool:
        """Whether it is about another one (*de tweede uitspraak*), not about *de eerste twee*."""
        starts = [m.start for m in self.scan.passage.reading.measures]
        passage = self.scan.passage
        found = passage.words.patterns["tense.other"].finditer(passage.lower, self.start, self.end)
        return any(not any(0 <= s - m.end() <= 1 for s in starts) for m in found)

    @cached_property
    def told(self) -> bool:
        """Whether something is told as done: in the past, or in the perfect."""
        return self.has("tense.past") or (
            self.has("tense.participle") and self.has("tense.perfect")
        )

    @cached_property
    def anchored(self) -> bool:
        """Whether a date, year, number or party says which ruling is meant."""
        named = any(
            g.relation != "none" or g.noun or any(n.certain for n in g.names) for g in self.groups
        )
        times = self.scan.passage.reading.times
        return (
            named
            or any(self.holds(t.start) and t.kind != "back" for t in times)
            or any(n.count for n in (*self.rulings, *self.cases))
        )

    @cached_property
    def general(self) -> bool:
        """Whether it says what can, must or will be, or what is done on a condition."""
        passage = self.scan.passage
        return (
            self.has("tense.modal", self.plain)
            or (self.has("tense.some") and not some_parts(passage, self.start, self.end))
            or (not self.anchored and passage.words.has("tense.condition", self.plain))
        )

    @cached_property
    def pending(self) -> bool:
        """Whether it only says what is still to come."""
        return self.has("tense.pending", self.plain)

    def wins(self, verdict: Verdict) -> bool:
        """Whether an outcome says who won."""
        passage = self.scan.passage
        span = verdict.start, verdict.end
        return passage.words.has("outcome.winner", passage.lower, *span) and not passage.words.has(
            "outcome.loser", passage.lower, *span
        )

    @cached_property
    def number(self) -> int | None:
        """A number without a noun: `werden er twee afgewezen en één deels gegrond verklaard`."""
        text = self.scan.passage.lower
        lead = _START.match(text, self.start)
        first = lead.end() if lead else self.start
        for measure in self.scan.passage.reading.measures:
            if measure.kind != "count" or not self.holds(measure.start):
                continue
            if any(n.number == measure.start for n in self.scan.nouns):
                continue
            before = text[max(0, measure.start - 9) : measure.start].strip()
            if measure.start == first or _BEFORE_NUMBER.search(before):
                return int(measure.value)
            if self._decides_on(measure.end):
                return int(measure.value)
        ones = list(_ONE.finditer(text, self.start, self.end))
        alone = any(m.start() == first or self._decides_on(m.end()) for m in ones)
        return 1 if alone else None

    def _decides_on(self, end: int) -> bool:
        """Whether an outcome follows right behind a number: `declared one inadmissible`."""
        return any(v.start == end + 1 for v in self.verdicts)


def parts_of_sentence(scan: Scan) -> list[Part]:
    """The parts of a sentence, each with something to speak of and something to say of it."""
    text = scan.passage.lower
    parts: list[Part] = []
    start = 0
    for match in _BREAKS.finditer(text):
        at = match.start()
        if any(g.start <= at < g.end for g in scan.groups):
            continue
        if any(v.start <= at < v.end for v in scan.verdicts) or _is_tied_over(scan, start, at):
            continue
        part, rest = Part(scan, start, at), Part(scan, at, len(text))
        if match.group() == ":" and _is_one_ruling(part):
            continue  # dit jaar één uitspraak: het geschil met X
        if _is_complete(part, rest) and _is_own(rest):
            parts.append(part)
            start = match.end()
    parts.append(Part(scan, start, _end_of_told(scan)))
    return parts


def _end_of_told(scan: Scan) -> int:
    """Where what is told of rulings ends: a sentence behind it may have nothing to do with them."""
    ends = [noun.end for noun in scan.nouns] + [group.end for group in scan.groups]
    ends += [verdict.end for verdict in scan.verdicts] + [end for _, end, _ in scan.stages]
    ends += [time.end for time in scan.passage.reading.times]
    last = max(ends, default=0)
    return sentence_end(scan.passage.text, last)


def _is_tied_over(scan: Scan, start: int, at: int) -> bool:
    """Whether a name behind a break belongs to the one case before it: `een klacht, van X`."""
    following = next((g for g in scan.groups if g.start >= at), None)
    if following is None or following.noun is None or following.relation == "none":
        return False
    noun = next((n for n in scan.nouns if n.start == following.noun[0]), None)
    near = noun is not None and following.start - noun.end < _NEAR
    return noun is not None and near and not noun.many and start <= noun.start < at


def _is_one_ruling(part: Part) -> bool:
    """Whether a part tells of one ruling and not yet of which."""
    counts = [noun.count or 1 for noun in part.rulings]
    many = any(noun.many for noun in part.rulings)
    return counts == [1] and not many and not (part.groups or part.cases or part.verdicts)


def _is_complete(part: Part, rest: Part) -> bool:
    """Whether a part names a case, ruling or party, and says what became of it.

    `In haar uitspraak van juli 2022` alone only leads in what follows.
    """
    own = part.groups or part.cases or part.verdicts or any(n.count for n in part.rulings)
    if not own and not rest.rulings:
        return False
    about = part.groups or _nouns(part) or part.stage or part.number
    given = part.rulings and part.told
    said = part.verdicts or part.moments or part.stage or given or part.other
    return bool(about and said)


def _is_own(rest: Part) -> bool:
    """Whether the rest of a sentence speaks of something of its own."""
    said = bool(rest.verdicts or rest.rulings)
    if not rest.verdicts and _AMONG.match(rest.scan.passage.lower, rest.start):
        return False  # drie uitspraken, waarvan één tussenuitspraak
    if not (said or rest.moments or rest.stage or rest.other):
        return False
    return bool(
        rest.groups
        or _nouns(rest)
        or (rest.stage and rest.moments)
        or (said and (rest.number or rest.other))
    )


def _nouns(part: Part) -> list[Noun]:
    return [n for n in (*part.rulings, *part.cases) if n.kind != "weak_ruling"]
