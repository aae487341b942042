"""Dates of a procedure: what was filed, admitted, heard, decided and published when."""

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from ckt_extract.facts.ruling_names import is_in_name
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.facts.ruling_times import Precision, date_of, times_in
from ckt_extract.patterns import pattern

__all__ = ["STEPS", "Moment", "Step", "moments_in"]

Step = Literal["filed", "admissible", "hearing", "decided", "published"]
STEPS: tuple[Step, ...] = ("filed", "admissible", "hearing", "decided", "published")
_ENDS = ("procedure.ended", "outcome.withdrawn", "outcome.settled")
"""What ends a case without the committee: its date is of no step, and of no other step either."""

_BOUNDARY = pattern(r"[,;\n]|\s(?:en|and|waarna|waarop|after which|whereupon)\s")
_GOVERNED = pattern(
    r"\b(?:in|volgens|krachtens|onder|uit|op grond van|under|pursuant to|according to|of|van)\s"
    r"(?:(?:het|de|dit|the|its|their|zijn|haar)\s)?\Z"
)
_TIE = pattern(r"(?:,? (?:van|d\.d\.|of|dated|gedateerd)(?: op)?) (?:the )?\Z")
_INDEFINITE = pattern(r"\b(?:een|geen|a|an|no|any)\s\Z")
_MODAL = 15
"""Letters between a verb of must and may and the verb it governs at most."""
_NOUN = 50
_OUTCOMES = ("founded", "unfounded", "inadmissible", "comply", "breach", "settled", "withdrawn")
_YEAR_LENGTH = 4
_OF = (" of", " van", " d.d.")
_DATED = pattern(r",? (?:van|d\.d\.|of|dated|gedateerd)(?= \d| de \d| the \d)")
_WHICH = pattern(r",? (?:that|which|die|dat)\b|,? (?:brought|filed|lodged|submitted|ingediend)\b")
"""What opens the clause about a case: `the dispute that X had brought`, `a complaint filed by`."""
_NEAR = 40
_ACT = 100
"""The rank of a cue that is a verb of acting starts here."""
_FAR = 10_000
_BESIDE = 5
"""Letters between a date and a cue right beside it: a preposition between spaces."""
_ENGLISH = 60
"""English puts a date behind its verb: a cue behind the date is so many letters farther off."""


class Moment(Struct):
    """A date with the step of the procedure that it belongs to."""

    step: Step
    value: date
    precision: Precision
    start: int
    end: int
    rank: int
    """Place of its cue in the list of words: the lower, the surer."""
    received: bool = False
    """It is when the committee received something."""


class _Cue(Struct, frozen=True):
    step: Step | None
    """None for what ends a case without the committee."""
    start: int
    end: int
    rank: int
    weak: bool


def moments_in(
    passage: Passage, carried: date | None = None, until: date | None = None
) -> list[Moment]:
    """The dates in a passage that belong to a step of a procedure, in order.

    Args:
        passage: One sentence or line.
        carried: The last date before it, which gives a date without a year its year.
        until: When the text was written: a date without a year lies before it.
    """
    dated = [
        (time, *found)
        for time in times_in(passage)
        if (found := date_of(time, carried, until)) and not _is_of_other(passage, time.start)
    ]
    if not dated:
        return []
    spans = [(time.start, time.end) for time, *_ in dated]
    chosen = _pairs(passage, spans, _windows(passage, spans), _cues(passage, one=len(spans) == 1))
    moments = [
        Moment(
            cue.step,
            dated[i][1],
            dated[i][2],
            *spans[i],
            cue.rank,
            _received(passage, cue, spans[i]),
        )
        for i, cue in sorted(chosen.items())
        if cue.step is not None
    ]
    if not moments and len(spans) == 1 and _is_beside_outcome(passage, spans[0]):
        return [Moment("decided", dated[0][1], dated[0][2], *spans[0], _NOUN)]
    return moments


def _is_beside_outcome(passage: Passage, span: tuple[int, int]) -> bool:
    """Whether a date in brackets ends a line that tells an outcome: `niet nagekomen (3 mei)`."""
    start, end = passage.line(span[0])
    apart = passage.text[start : span[0]].rstrip().endswith("(")
    if not apart or passage.text[span[1] : end].strip(" .;") != ")":
        return False
    return any(passage.words.has(f"outcome.{n}", passage.lower, start, span[0]) for n in _OUTCOMES)


def _received(passage: Passage, cue: _Cue, span: tuple[int, int]) -> bool:
    if max(cue.start - span[1], span[0] - cue.end) > _NEAR:
        return False
    return passage.words.has("procedure.received", passage.lower, cue.start, cue.end)


def _is_of_other(passage: Passage, at: int) -> bool:
    """Whether a date only tells which letter or paper is meant: `het verweer van 3 mei`."""
    words, lower = passage.words, passage.lower
    line = passage.line(at)[0]
    if words.has("procedure.cancelled", lower, max(line, at - _MODAL), at):
        return True  # stond gepland op 12 mei
    tie = _TIE.search(lower, line, at)
    if tie is None:
        return False
    return any(
        m.end() == tie.start() for m in words.patterns["nouns.foreign"].finditer(lower, line, at)
    )


def _windows(passage: Passage, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words around each date, up to the last mark or conjunction before the next one.

    Where none parts two dates, the words between them are around both.
    """
    starts, ends = [0], []
    for before, after in itertools.pairwise(spans):
        marks = list(_BOUNDARY.finditer(passage.lower, before[1], after[0]))
        starts.append(marks[-1].start() if marks else before[1])
        ends.append(marks[-1].start() if marks else after[0])
    ends.append(len(passage.lower) + 1)
    return list(zip(starts, ends, strict=True))


def _pairs(
    passage: Passage,
    spans: list[tuple[int, int]],
    windows: list[tuple[int, int]],
    cues: list[_Cue],
) -> dict[int, _Cue]:
    """A cue for each date: those right beside it first, then the nearest in its window.

    A weak cue (*de uitspraak*) counts only where its window has no other. What is left may lie
    further off: `Op 7 januari, acht maanden nadat …, publiceerde de commissie …`.
    """
    options: list[tuple[int, int, int, int, _Cue]] = []
    others = len(spans) == 1 and any(not cue.weak and cue.step != "filed" for cue in cues)
    for index, (span, window) in enumerate(zip(spans, windows, strict=True)):
        near = [cue for cue in cues if window[0] <= cue.start < window[1]]
        inner = _clause(passage, span)
        strong = any(not cue.weak for cue in near)
        before = any(cue.end <= span[0] for cue in near)
        for cue in cues:
            distance = max(cue.start - span[1], span[0] - cue.end, 0)
            of = cue.step == "filed" and passage.lower[: cue.end].endswith(_OF)
            if of and not 0 <= span[0] - cue.end <= _BESIDE:
                continue  # the complaint of X
            if cue.step == "filed" and others and _only_tells_which(passage, cue, span):
                continue  # in 2020 the complaint that X had filed was dismissed
            if cue not in near:
                tier = 4
            elif distance <= (_BESIDE if cue.end <= span[0] and not cue.weak else 1):
                tier = 0
            elif cue.weak:
                tier = 3
            else:
                tier = 1 if inner[0] <= cue.start < inner[1] else 2
            if tier == 0 and cue.end <= span[0]:
                distance = 0  # na de zitting op 3 mei deed de commissie uitspraak
            if before and cue.start >= span[1] and passage.language == "en":
                distance += _ENGLISH  # filed on a date, which ...
            if tier == 4 and span[1] - span[0] == _YEAR_LENGTH:
                continue  # a bare year says when in its own words only
            if not (cue.weak and (tier == 4 or (tier == 3 and strong))):
                options.append((tier, distance, cue.rank, index, cue))
    chosen: dict[int, _Cue] = {}
    for _, _, _, index, cue in sorted(options, key=lambda option: option[:4]):
        if index not in chosen and cue not in chosen.values():
            chosen[index] = cue
    return chosen


def _only_tells_which(passage: Passage, cue: _Cue, span: tuple[int, int]) -> bool:
    """Whether a filing behind a date stands in a clause that only tells which case is meant."""
    names = ("nouns.dispute", "nouns.complaint", "nouns.other")
    found = [
        match.end()
        for name in names
        for match in passage.words.patterns[name].finditer(passage.lower, span[1], cue.start)
    ]
    gap, behind = passage.lower[span[1] : cue.start], cue.end + 1
    if gap.endswith((" het ", " de ", " the ")) and any(
        passage.words.patterns[name].match(passage.lower, behind) for name in names
    ):
        return True  # in mei 2020 is het aangespannen geschil geschikt
    return bool(found) and _WHICH.match(passage.lower, max(found), cue.end) is not None


def _clause(passage: Passage, span: tuple[int, int]) -> tuple[int, int]:
    """The words around a date between the nearest marks or conjunctions."""
    marks = list(_BOUNDARY.finditer(passage.lower))
    start = max((m.end() for m in marks if m.end() <= span[0]), default=0)
    return start, min(
        (m.start() for m in marks if m.start() >= span[1]), default=len(passage.lower)
    )


def _cues(passage: Passage, *, one: bool) -> list[_Cue]:
    """The cues of all steps that do not overlap, the longest phrases first.

    What was decided on the one date of a sentence may be that the case is admissible.
    """
    found: list[tuple[int, _Cue]] = []
    for step in STEPS:
        for weak, name in ((False, step), (True, f"{step}_weak"), (False, f"{step}_act")):
            ranks = passage.words.lists.get(f"procedure.{name}", ())
            if not ranks:
                continue
            for match in passage.words.all(f"procedure.{name}", passage.lower):
                rank, length = _rank(ranks, match.group())
                rank += 200 * weak + _ACT * name.endswith("_act")
                cue = _Cue(step, match.start(), match.start() + length, rank, weak)
                if _fits(passage, cue, act=name.endswith("_act")):
                    found.append((match.end() - match.start(), cue))
    for name in ("nouns.ruling", "nouns.weak_ruling"):
        for match in passage.words.all(name, passage.lower):
            if tie := _DATED.match(passage.lower, match.end()):  # uitspraak van 3 mei
                cue = _Cue("decided", match.start(), tie.end(), _NOUN, weak=False)
                found.append((tie.end() - match.start(), cue))
    for match in passage.words.all("procedure.dated", passage.lower):
        start, _ = passage.line(match.start())
        of_ruling = any(
            passage.words.has(name, passage.lower, start, match.start())
            for name in ("nouns.ruling", "nouns.weak_ruling", "stage.interim", "stage.final")
        )
        cue = _Cue("decided" if of_ruling else "filed", *match.span(), _ACT, weak=False)
        if _distance_of_foreign(passage, cue, passage.line(match.start())) == _FAR:
            found.append((match.end() - match.start(), cue))
    found.extend(_ends(passage))
    if any(cue.step == "admissible" for _, cue in found) and one:
        nouns = [m.start() for m in passage.words.all("nouns.weak_ruling", passage.lower)]
        found = [
            (n, c)
            for n, c in found
            if c.step != "decided" or (c.rank < _ACT and c.start not in nouns)
        ]
    kept: list[_Cue] = []
    for _, cue in sorted(found, key=lambda pair: (-pair[0], pair[1].start)):
        if all(cue.end <= k.start or cue.start >= k.end for k in kept):
            kept.append(cue)
    return kept


def _ends(passage: Passage) -> Iterator[tuple[int, _Cue]]:
    """What ends a case; a case that ended when the committee judged was decided then."""
    for name in _ENDS:
        for match in passage.words.all(name, passage.lower):
            ranks = passage.words.lists[name]
            _, length = _rank(ranks, match.group())
            judged = name == "procedure.ended" and _is_judged(passage, match.end())
            step: Step | None = "decided" if judged else None
            cue = _Cue(step, match.start(), match.start() + length, _ACT, weak=False)
            yield match.end() - match.start(), cue


def _is_judged(passage: Passage, at: int) -> bool:
    """Whether a line goes on to say what the committee judged: `ended when it found that …`."""
    end = passage.line(at)[1]
    lists = ("tense.judged", "nouns.ruling", "nouns.weak_ruling")
    return any(passage.words.has(name, passage.lower, at, end) for name in lists)


def _rank(phrases: tuple[str, ...], said: str) -> tuple[int, int]:
    """Place in its list of the phrase that was matched, and the length of its first part."""
    for rank, phrase in enumerate(phrases):
        head, _, tail = phrase.partition(" ... ")
        if said == phrase or (tail and said.startswith(head) and said.endswith(tail)):
            return rank, len(head)
    return len(phrases), len(said)


def _fits(passage: Passage, cue: _Cue, *, act: bool) -> bool:
    """Whether the thing that was filed, given or published is the case or its ruling."""
    line = passage.line(cue.start)
    if act and passage.lower.startswith(" place", cue.end):
        return False  # the hearing took place
    if cue.step == "hearing":
        called_off = passage.words.has("procedure.cancelled", passage.lower, *line)
        return not called_off or len(times_in(passage)) > 1
    if cue.step == "admissible":
        return not passage.words.has("tense.not_done", passage.lower, line[0], cue.start)
    case = _distance(passage, cue, line, "nouns.dispute", "nouns.complaint", "nouns.other")
    asked = _distance(passage, cue, line, "nouns.committee")
    ruling = _distance(
        passage, cue, line, "nouns.ruling", "nouns.weak_ruling", "stage.interim", "stage.final"
    )
    foreign = _distance_of_foreign(passage, cue, line)
    if cue.step == "filed":
        modal = passage.words.find(
            "tense.modal", passage.lower, max(line[0], cue.start - _MODAL), cue.start
        )
        if modal and all(time.start != modal.start() for time in passage.reading.times):
            return False  # a complaint must be lodged within a year
        near = min(case, asked)
        return (near < _FAR and near <= foreign) or ruling == foreign == _FAR
    if cue.step == "published":
        return min(ruling, case) <= foreign and not (act and ruling == _FAR)
    if passage.words.has("nouns.other_body", passage.lower, *line):
        return False
    if cue.weak and _INDEFINITE.search(passage.lower[line[0] : cue.start]):
        return False  # a ruling that is asked for
    if not act:
        return foreign == _FAR or min(ruling, case) <= foreign
    if passage.lower[line[0] : cue.start].strip() == "":
        return foreign == _FAR  # Besloten op 3 mei 2021
    judged = (
        passage.words.has("tense.judged", passage.lower, cue.start, cue.end)
        or passage.words.patterns["tense.judged"].match(passage.lower, cue.start) is not None
    )  # stelde … vast
    return ruling < min(foreign, _FAR) or (judged and foreign == _FAR)


def _distance_of_foreign(passage: Passage, cue: _Cue, line: tuple[int, int]) -> int:
    """Letters between a cue and the nearest other thing that it may be said of.

    What only says where something is laid down is none (*als bedoeld in het reglement*).
    """
    spans = [
        m.span()
        for m in passage.words.patterns["nouns.foreign"].finditer(passage.lower, *line)
        if not _GOVERNED.search(passage.lower[line[0] : m.start()])
        and not is_in_name(passage, m.start())
    ]
    return min((max(s - cue.end, cue.start - e, 0) for s, e in spans), default=_FAR)


def _distance(passage: Passage, cue: _Cue, line: tuple[int, int], *names: str) -> int:
    """Letters between a cue and the nearest phrase of some lists on its line."""
    spans = (
        m.span() for n in names for m in passage.words.patterns[n].finditer(passage.lower, *line)
    )
    return min((max(s - cue.end, cue.start - e, 0) for s, e in spans), default=_FAR)
