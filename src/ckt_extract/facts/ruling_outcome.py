"""What was decided: outcomes with their degree, negation, side and part."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from ckt_extract.facts.ruling_degree import some_parts
from ckt_extract.facts.ruling_names import is_in_name
from ckt_extract.facts.ruling_text import Passage, sentence_end
from ckt_extract.models.ruling import Outcome
from ckt_extract.patterns import pattern

__all__ = ["Side", "SideAt", "Verdict", "overall", "verdicts_in"]

Side = Literal["initiator", "respondent", "party"]
SideAt = Callable[[int, int], Side | None]
"""Which side the name nearest to the words between two offsets is on."""

_LISTS: tuple[tuple[str, Outcome], ...] = (
    ("outcome.founded", "upheld"),
    ("outcome.unfounded", "dismissed"),
    ("outcome.inadmissible", "inadmissible"),
    ("outcome.withdrawn", "withdrawn"),
    ("outcome.settled", "settled"),
    ("outcome.breach", "obligations_not_met"),
)
_REACH = 130
"""Letters between the words of a failed obligation at most."""
_PART_LENGTH = 140
_LETTER = pattern(r" [A-Z]")
_TIE = 20
_NEAR = 25
"""Letters between the halves of one outcome at most (*deels gegrond en deels ongegrond*)."""
_FLIPPED: dict[Outcome, Outcome] = {"upheld": "dismissed", "dismissed": "upheld"}
_BOUNDARY = pattern(r"[,;:\n]|\s(?:en|maar|terwijl|and|but|while|whereas)\s")
_COLON_LABEL = pattern(r"\s*([^:;\n]{3,120}?)\s*:\s*\Z")


class Verdict(Struct):
    """One outcome in a passage, with the words that say it."""

    outcome: Outcome
    start: int
    end: int
    part: str | None = None
    rest: bool = False
    """It is about what was not decided on before (*voor het overige*)."""
    formula: bool = False
    """A closing formula (*wijst het meer of anders verzochte af*), no part of the case."""

    @property
    def explicit(self) -> bool:
        """Whether the case itself is decided on, and no failure only established."""
        return self.outcome != "obligations_not_met"


def verdicts_in(
    passage: Passage, side_at: SideAt | None = None, *, several: bool = False
) -> list[Verdict]:
    """The outcomes that a passage states, in order.

    Args:
        passage: One sentence.
        side_at: Tells whose side a name is on; who wins decides what winning means.
        several: Whether these are outcomes of one case in a list: then `over X` names a part.
    """
    hits = _hits(passage)
    if not hits:
        return []
    verdicts: list[Verdict] = []
    windows = _windows(passage, hits)
    for (outcome, start, end), (first, last) in zip(hits, windows, strict=True):
        if outcome in ("upheld", "dismissed", "withdrawn") and _is_foreign(
            passage, start, end, first, last
        ):
            continue
        found = _qualified(passage, outcome, (start, end), (first, last), side_at)
        if found is None:
            continue
        verdict = Verdict(found, start, end)
        behind = _name_part(passage, verdict, (first, last), several=several)
        if behind and found == "partly_upheld":  # deels gegrond, namelijk voor zover …
            verdicts.append(Verdict(found, start, end))
            verdict.outcome = "upheld"
        verdicts.append(verdict)
    return list(_joined(passage, verdicts))


def _hits(passage: Passage) -> list[tuple[Outcome, int, int]]:
    """Outcome words that do not overlap, the shortest phrases first."""
    found: list[tuple[Outcome, int, int]] = []
    for name, outcome in _LISTS:
        found.extend((outcome, *span) for span in _overlapping(passage, name))
    found.extend(("obligations_not_met", *span) for span in _failures(passage))
    kept: list[tuple[Outcome, int, int]] = []
    for hit in sorted(found, key=lambda h: (h[0] == "obligations_not_met", h[2] - h[1], h[1])):
        if all(hit[2] <= k[1] or hit[1] >= k[2] for k in kept):
            kept.append(hit)
    kept.sort(key=lambda hit: hit[1])
    if any(hit[0] == "inadmissible" for hit in kept):
        kept = [hit for hit in kept if hit[0] != "obligations_not_met"]
    return kept


def _overlapping(passage: Passage, name: str) -> Iterator[tuple[int, int]]:
    """Matches of a list that may overlap: of two that end together, the shorter."""
    by_end: dict[int, int] = {}
    match = passage.words.find(name, passage.lower)
    while match is not None:
        by_end[match.end()] = match.start()
        match = passage.words.find(name, passage.lower, match.start() + 1)
    return ((start, end) for end, start in by_end.items())


def _failures(passage: Passage) -> Iterator[tuple[int, int]]:
    """Clauses that say together: not, obligation, met."""
    words, lower = passage.words, passage.lower
    for met in words.all("outcome.comply", lower):
        left = max(met.start() - _REACH, 0, *(lower.rfind(c, 0, met.start()) + 1 for c in ";:\n"))
        right = min(
            [met.end() + _REACH, *(i for c in ";:\n" if (i := lower.find(c, met.end())) >= 0)]
        )
        duties = words.patterns["outcome.duty"].finditer(lower, left, right)
        duty = min(
            duties, key=lambda m: max(m.start() - met.end(), met.start() - m.end()), default=None
        )
        # "voldoet niet" puts the negation behind the verb
        short = _last(
            words.patterns["outcome.short"].finditer(lower, left, min(met.end() + 25, right))
        )
        if duty is None or short is None or _subject_is_case(passage, left, short.start()):
            continue
        yield min(short.start(), duty.start(), met.start()), max(short.end(), duty.end(), met.end())


def _last(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    found = None
    for match in matches:
        found = match
    return found


def _subject_is_case(passage: Passage, start: int, end: int) -> bool:
    """Whether a complaint, not a company, falls short (*voldoet niet aan de eisen van …*)."""
    words, lower = passage.words, passage.lower
    case = max((m.start() for n in ("nouns.complaint", "nouns.dispute", "nouns.other")
                for m in words.patterns[n].finditer(lower, start, end)), default=-1)  # fmt: skip
    if case < 0:
        return False
    return not (words.has("sides.company", lower, case, end)
                or words.has("sides.respondent", lower, case, end)
                or re.search(r"[A-Z]", passage.text[case:end]))  # fmt: skip


def _windows(passage: Passage, hits: list[tuple[Outcome, int, int]]) -> list[tuple[int, int]]:
    """The words around each outcome, up to the mark or conjunction before the next one."""
    bounds = [0]
    for before, after in itertools.pairwise(hits):
        bounds.append(_bound(passage.lower, before[2], after[1]))
    bounds.append(len(passage.lower))
    return list(itertools.pairwise(bounds))


def _bound(text: str, start: int, end: int) -> int:
    """Where the words of one outcome end and those of the next begin.

    A semicolon goes before a comma with a conjunction, that before a lone conjunction; of equals
    it is the last one when the next outcome follows right behind it, else the first.
    """
    marks = list(_BOUNDARY.finditer(text, start, end))
    ranked = [m for m in marks if m.group() in ";\n:"] or [m for m in marks if m.group() != ","]
    joined = [m for m in ranked if text[m.start() - 1] == ","] or ranked or marks
    if not joined:
        return start
    chosen = joined[-1] if end - joined[-1].end() < _NEAR else joined[0]
    return chosen.start()


def _is_foreign(passage: Passage, start: int, end: int, first: int, last: int) -> bool:
    """Whether something else than a case is turned down, granted or withdrawn."""
    words, lower = passage.words, passage.lower
    first = max(first, lower.rfind(";", first, start) + 1)
    last = min(last, sentence_end(passage.text, end))
    if because := words.find("relations.because", lower, end, last):
        last = because.start()  # ingetrokken nadat er een plan was ingediend

    def nearest(*names: str) -> int:
        spans = [m.span() for n in names for m in words.patterns[n].finditer(lower, first, last)
                 if not is_in_name(passage, m.start())]  # fmt: skip
        return min((max(s - end, start - e, 0) for s, e in spans), default=10_000)

    case = nearest("nouns.dispute", "nouns.complaint", "nouns.other", "nouns.part",
                   "sides.initiator", "sides.respondent", "nouns.ruling")  # fmt: skip
    return nearest("nouns.foreign", "nouns.people") < case


def _qualified(
    passage: Passage,
    outcome: Outcome,
    span: tuple[int, int],
    window: tuple[int, int],
    side_at: SideAt | None,
) -> Outcome | None:
    """The outcome with its degree and negation, and with who it is said of."""
    words, lower = passage.words, passage.lower
    start, end = span
    if outcome == "obligations_not_met":
        return outcome
    if outcome in ("upheld", "dismissed"):
        flipped = _of_side(passage, outcome, span, window, side_at)
        if flipped is None:
            return None
        outcome = flipped
    if outcome in ("upheld", "dismissed") and (
        words.has("outcome.partly", lower, *window) or some_parts(passage, *window, span)
    ):
        return "partly_upheld"
    before = lower[max(window[0], start - 30) : start]
    negated = re.search(
        rf"\b(?:{_either(passage, 'tense.negation')})\s+(?:\w+\s+){{0,2}}\Z", before
    )
    inner = re.search(rf"\b(?:{_either(passage, 'tense.negation')})\b", lower[start:end])
    if outcome != "inadmissible" and (negated or inner):
        return "dismissed" if outcome == "upheld" else None
    return outcome


def _either(passage: Passage, name: str) -> str:
    return "|".join(re.escape(word) for word in passage.words.lists[name])


def _of_side(
    passage: Passage,
    outcome: Outcome,
    span: tuple[int, int],
    window: tuple[int, int],
    side_at: SideAt | None,
) -> Outcome | None:
    """What winning or losing means for the case; None where it is unknown who lost."""
    words, lower = passage.words, passage.lower
    said = lower[span[0] : span[1]]
    loses = words.has("outcome.loser", said)
    if not loses and not words.has("outcome.winner", said):
        return outcome
    side = side_at(*span) if side_at else None
    companies = words.patterns["sides.company"].finditer(lower, *window)
    company = any(not _LETTER.match(passage.text, match.end()) for match in companies)
    if words.has("sides.respondent", lower, *window) or company:
        side = "respondent"
    elif words.has("sides.initiator", lower, *window):
        side = "initiator"
    if side == "respondent":
        return _FLIPPED[outcome]
    if loses and side != "initiator":
        return None  # who lost is not known
    return outcome


def _name_part(
    passage: Passage, verdict: Verdict, window: tuple[int, int], *, several: bool
) -> bool:
    """Find the part of the case that an outcome is about; tells whether it stands behind it."""
    words, lower = passage.words, passage.lower
    first, last = window
    if words.has("outcome.formula", lower, first, last):
        verdict.formula = True
        return False
    if rest := words.find("outcome.rest", lower, first, last):
        verdict.rest, verdict.part = True, passage.text[rest.start() : rest.end()]
        return False
    if part := _numbered_part(passage, first, last):
        verdict.part = part
        return False
    cues = [*words.patterns["outcome.part"].finditer(lower, first, last)]
    cues += _after_part(passage, first, last)
    if several:
        cues.extend(words.patterns["relations.about"].finditer(lower, first, last))
    for cue in cues:
        before, behind = cue.end() <= verdict.start, cue.start() >= verdict.end
        end = verdict.start if before else last
        if (before or behind) and (part := _phrase(passage, cue.end(), end)):
            verdict.part = part
            return behind
    label = _COLON_LABEL.match(passage.text[first : verdict.start])
    if label and not _names_case(passage, label.group(1)):
        verdict.part = label.group(1).lstrip("-–•, ")
    return False


def _after_part(passage: Passage, first: int, last: int) -> Iterator[re.Match[str]]:
    """What ties a part to what it is about: *het onderdeel over*, *het deel dat ziet op*."""
    words, lower = passage.words, passage.lower
    for noun in words.patterns["nouns.part"].finditer(lower, first, last):
        for name in ("relations.about", "subject.verb"):
            tie = words.find(name, lower, noun.end(), min(noun.end() + _TIE, last))
            if tie and lower[noun.end() : tie.start()].strip() in (
                "",
                "dat",
                "die",
                "that",
                "which",
            ):
                yield tie


def _names_case(passage: Passage, text: str) -> bool:
    """Whether words before a colon mean the case as a whole, or who decides."""
    lower, words = text.lower(), passage.words
    lists = (
        "nouns.committee", "nouns.complaint", "nouns.dispute", "nouns.ruling", "nouns.other",
        "nouns.weak_ruling", "sides.initiator", "sides.respondent", "tense.judged",
    )  # fmt: skip
    return any(words.has(name, lower) for name in lists) or bool(
        re.search(r"\b[A-Z][\w&.'-]*(?:\s[A-Z]|$)", text)
    )


def _numbered_part(passage: Passage, first: int, last: int) -> str | None:
    """*Onderdeel 1 (toezicht)*, *klachtonderdelen 1 en 3*, *het eerste onderdeel*, *part (b)*."""
    nouns = _either(passage, "nouns.part")
    ranks = _either(passage, "nouns.rank")
    numeral = r"(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)?(?![\w]))"
    pattern = re.compile(
        rf"\b(?:{nouns})\s+{numeral}(?:\s*(?:,|en|and|t/m|to)\s+{numeral})*(?:\s*\([^)\n]*\))?"
        rf"|\b(?:{ranks})(?:\s+(?:en|and)\s+(?:{ranks}))?\s+(?:{nouns})\b(?:\s*\([^)\n]*\))?"
    )
    match = pattern.search(passage.lower, first, last)
    return passage.text[match.start() : match.end()] if match else None


def _phrase(passage: Passage, start: int, end: int) -> str | None:
    """The words from an offset to the end of their noun phrase."""
    stop = passage.words.find("subject.stop", passage.lower, start, end)
    mark = re.compile(r"[,;:.\n](?=\s|\Z)").search(passage.text, start, end)
    ends = [end, start + _PART_LENGTH, *(m.start() for m in (stop, mark) if m)]
    text = passage.text[start : min(ends)].strip(" ,;:.")
    text = re.sub(r"\s(?:en|and|is|als)\Z", "", text)
    plain = re.sub(r"^(?:de|het|een|the|this|a)\s", "", text.lower())
    if not plain or any(
        passage.words.whole(f"nouns.{n}", plain) for n in ("complaint", "dispute", "other")
    ):
        return None
    return text


def _joined(passage: Passage, verdicts: list[Verdict]) -> Iterator[Verdict]:
    """`Deels gegrond en deels ongegrond` is one outcome."""
    last: Verdict | None = None
    for verdict in verdicts:
        if last is not None and last.part is None and verdict.part is None:
            near = (
                verdict.start - last.end < _NEAR
                and "\n" not in passage.text[last.end : verdict.start]
            )
            if last.outcome == verdict.outcome == "partly_upheld" and near:
                last.end = verdict.end
                continue
        if last is not None:
            yield last
        last = verdict
    if last is not None:
        yield last


def overall(verdicts: list[Verdict]) -> Outcome | None:
    """The outcome as a whole: the one that is stated without a part, else from the parts."""
    own = [v for v in verdicts if not v.formula]
    explicit = [v for v in own if v.explicit]
    whole = [v.outcome for v in explicit if v.part is None]
    parts = [v.outcome for v in explicit if v.part is not None]
    won = {"upheld", "partly_upheld"}
    lost: set[Outcome] = {"dismissed", "inadmissible"}
    split = (set(whole) <= won and set(parts) & lost) or (set(whole) <= lost and set(parts) & won)
    if whole and not split and not (whole[0] == "upheld" and any(v.rest for v in explicit)):
        return _together([*dict.fromkeys(whole)], whole=True)
    outcomes = [*dict.fromkeys(parts + whole)]
    if outcomes:
        return _together(outcomes, whole=False)
    return "obligations_not_met" if own else None


def _together(outcomes: list[Outcome], *, whole: bool) -> Outcome:
    """One outcome for several: parts that were upheld among others make it partly upheld."""
    if len(outcomes) == 1:
        return outcomes[0]
    if set(outcomes) == {"settled", "withdrawn"}:
        return "withdrawn"  # ingetrokken na een schikking
    if set(outcomes) == {"dismissed", "inadmissible"}:
        return "inadmissible" if whole else "dismissed"  # dismissed as inadmissible
    if {"upheld", "partly_upheld"} & set(outcomes):
        return "partly_upheld"
    return "dismissed" if "dismissed" in outcomes else outcomes[0]
