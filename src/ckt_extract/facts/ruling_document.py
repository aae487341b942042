"""What a document that is itself a ruling says, part by part."""

import itertools
import re
from collections.abc import Iterable, Sequence
from datetime import date

from ckt_extract.facts.ruling_advice import recommendations_in
from ckt_extract.facts.ruling_dates import STEPS, Moment, Step, moments_in
from ckt_extract.facts.ruling_draft import Draft
from ckt_extract.facts.ruling_lexicon import ruling_words
from ckt_extract.facts.ruling_outcome import Verdict, verdicts_in
from ckt_extract.facts.ruling_parties import parties_of
from ckt_extract.facts.ruling_parts import (
    PartName,
    Parts,
    flow_of,
    has_place_and_date,
    parts_of,
    title_of,
)
from ckt_extract.facts.ruling_people import members_in, only_people
from ckt_extract.facts.ruling_roles import groups_in
from ckt_extract.facts.ruling_scan import side_reader
from ckt_extract.facts.ruling_subject import labelled_subject, stated_subject, subject_behind
from ckt_extract.facts.ruling_text import Passage, passage_of
from ckt_extract.facts.ruling_times import times_in
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import Case, PlacedDate, PlacedText, Stage
from ckt_extract.patterns import pattern

__all__ = ["read_document"]

_HEAD = 40
"""The parties are named within so many statements of the head."""
_LAST = 15
"""The signature stands among so many statements at the end."""
_SIDES = ("sides.initiator", "sides.respondent")
_CLOSING_WORDS = 9
_SIGNED = pattern(r"(?:,\s*|door\s|by\s)")
"""What may stand behind the date in a closing line: who signs."""
_PARTS: tuple[PartName, ...] = (
    "head", "procedure", "parties", "admission", "subject", "facts", "assessment", "decision",
    "recommendations", "signature", "other",
)  # fmt: skip
_CLOSING: tuple[PartName, ...] = (
    "head", "signature", "decision", "recommendations", "procedure", "other"
)  # fmt: skip
_ORDER: dict[Step, tuple[PartName, ...]] = {
    "filed": _PARTS,
    "admissible": _PARTS,
    "hearing": _PARTS,
    "decided": _CLOSING,
    "published": _CLOSING,
}
"""Where each date is looked for, in this order."""
_DATE_LINE = pattern(
    r"\A(?:(?:[A-Z'’][\w'’-]*(?: [A-Z][\w-]*)?),?\s+)?(?:d\.d\.\s+|op\s+|on\s+)?\Z"
)


def read_document(statements: Sequence[Statement], language: Language) -> Draft:
    """Read a ruling from its statements in reading order."""
    parts = parts_of(statements, language)
    flow = flow_of(statements)
    title = title_of(flow, language) or flow[0]
    draft = Draft(title.text, passage_of([title], language).place(), given=True)
    head = passage_of((parts.get("head", "parties") or flow)[:_HEAD], language)
    draft.case = _case(head, parts, language)
    for party in parties_of(parts, flow, language):
        draft.add_party(party)
    draft.subject = _subject(parts, language)
    draft.stage = _stage(parts, language)
    _date(draft, parts, flow, language)
    _decide(draft, parts, language)
    _admit(draft, parts, language)
    draft.committee = _members(flow, head, language)
    draft.recommendations = recommendations_in(parts, language)
    return draft


def _members(flow: Sequence[Statement], head: Passage, language: Language) -> list[PlacedText]:
    """The members: with their functions at the end or in the head, else those who signed."""
    last = [passage_of([s], language) for s in flow[-_LAST:]]
    said = [s for s in flow[-_LAST:] if s.kind != "heading"]  # A. Background is no person
    found = members_in(passage_of(said, language)) or members_in(head)
    signed = [p for p in last if _signs(p)]
    if not found and signed:
        return members_in(
            passage_of([s for p in signed for s in p.statements], language), signed=True
        )
    return found


def _signs(passage: Passage) -> bool:
    """Whether a statement says who gave the ruling: `… gedaan op 14 mei 2020 door X en Y`."""
    if passage.words.patterns["sections.signs"].match(passage.lower):
        return True
    if passage.statements[0].kind != "heading" and only_people(passage):
        return True
    if has_place_and_date(passage.text):
        return True
    decided = any(moment.step == "decided" for moment in moments_in(passage))
    return decided and passage.words.has("relations.by_agent", passage.lower)


def _case(head: Passage, parts: Parts, language: Language) -> Case | None:
    """Dispute or complaint: what the head calls it, else the roles, else the whole text."""
    for passage in (
        head,
        passage_of(parts.get("subject", "procedure", "decision", "assessment"), language),
    ):
        for names in (("nouns.complaint", "nouns.dispute"), ("sides.complaint", "sides.dispute")):
            complaint, dispute = (_occurs(passage, name) for name in names)
            if complaint != dispute:
                return "complaint" if complaint > dispute else "dispute"
    return None


def _occurs(passage: Passage, name: str) -> int:
    """How often words stand in a passage outside the names of bodies and rules."""
    return sum(1 for _ in passage.visible(name))


def _subject(parts: Parts, language: Language) -> str | None:
    """What the case is about: a label, the title, or the first sentence that says so."""
    head = [passage_of([s], language) for s in parts.get("head", "parties")]
    labelled = [passage_of([s], language) for s in parts.get("subject", "decision", "facts")]
    for passage in (*head, *labelled):
        if found := labelled_subject(passage):
            return found
    for read in (stated_subject, _behind_noun):
        for passage in head:
            if found := read(passage):
                return found
    for names in (
        ("subject",),
        ("procedure", "admission", "facts", "assessment", "decision", "other"),
    ):
        passages = [passage_of([s], language) for s in parts.get(*names)]
        for read in (stated_subject, _behind_noun):
            for passage in passages:
                if found := read(passage):
                    return found
    return _in_outcome([*head, *(passage_of([s], language) for s in parts.get("decision"))])


def _in_outcome(passages: Sequence[Passage]) -> str | None:
    """The subject that the one sentence with the outcome tells: `de klacht over X is gegrond`."""
    found: list[str] = []
    for passage in passages:
        verdicts = verdicts_in(passage)
        if len(verdicts) != 1:
            continue
        for noun in passage.visible("nouns.dispute", "nouns.complaint"):
            if subject := subject_behind(passage, noun.end(), verdicts[0].start):
                found.append(subject)
    return found[0] if len(found) == 1 else None


def _behind_noun(passage: Passage) -> str | None:
    """The subject behind the noun for the case: `de klacht over X`."""
    ends = [m.end() for m in passage.visible("nouns.dispute", "nouns.complaint")]
    if any(passage.words.has(f"outcome.{n}", passage.lower) for n in ("founded", "unfounded")):
        return None  # what follows names a part
    subjects = (subject_behind(passage, end, len(passage.text)) for end in ends)
    return next((found for found in subjects if found), None)


def _stage(parts: Parts, language: Language) -> Stage | None:
    """Interim or final: what the head, the heading of the decision or the decision says."""
    heading = parts.headings.get("decision")
    for statement in (*parts.get("head"), *([heading] if heading else [])):
        passage = passage_of([statement], language)
        interim = passage.words.find("stage.interim", passage.lower)
        final = passage.words.find("stage.final", passage.lower)
        if interim and (final is None or interim.start() < final.start()):
            return "interim"
        if final:
            return "final"
    for statement in parts.get("decision"):
        if ruling_words(language).has("stage.adjourns", statement.text.lower()):
            return "interim"
    return None


def _date(draft: Draft, parts: Parts, flow: Sequence[Statement], language: Language) -> None:
    """Find the date of each step of the procedure, the surest words first.

    The steps follow on each other in time: a date that cannot be right by those found is passed
    over.
    """
    names = {n for order in _ORDER.values() for n in order}
    until = _written(parts, flow, language)
    found = {name: _moments(parts.get(name), language, draft.stage, until) for name in names}
    for step in ("hearing", "admissible", "decided", "filed", "published"):
        for name in _ORDER[step]:
            moments = [
                (m, p) for m, p in found[name] if m.step == step and _can_be(draft, step, m.value)
            ]
            if moments:
                surest = min(moments, key=lambda pair: pair[0].rank)
                # of a letter of one day that came in on another, when it came in
                beside = [(m, p) for m, p in moments if p is surest[1] and m.received]
                draft.add_moment(*(beside or [surest])[0])
                break
        if step == "decided" and step not in draft.dates:
            lines = (*reversed(flow[-_LAST:]), *parts.get("head"))
            closing = (_date_line(s, language) for s in lines)
            fitting = (at for at in closing if at and _can_be(draft, step, at.value))
            draft.dates.update((step, at) for at in itertools.islice(fitting, 1))


def _can_be(draft: Draft, step: Step, value: date) -> bool:
    """Whether a date of a step fits in between the dates of the other steps."""
    at = STEPS.index(step)
    return all(
        other.precision != "day"
        or (other.value <= value if STEPS.index(name) < at else other.value >= value)
        for name, other in draft.dates.items()
    )


def _written(parts: Parts, flow: Sequence[Statement], language: Language) -> date | None:
    """When a ruling was given, as its end or its title tells: the last full date there."""
    for statements in (parts.get("signature"), parts.get("decision"), flow[:3], flow[-_LAST:]):
        days = [
            date(t.year, t.month, t.day)
            for statement in statements
            for t in times_in(passage_of([statement], language))
            if t.kind == "date" and t.year and t.month and t.day
        ]
        if days:
            return max(days)
    return None


def _moments(
    statements: Iterable[Statement], language: Language, stage: Stage | None, until: date | None
) -> list[tuple[Moment, Passage]]:
    """The dates of some statements; those of another ruling in the case are left out."""
    carried: date | None = None
    found: list[tuple[Moment, Passage]] = []
    for statement in statements:
        passage = passage_of([statement], language)
        moments = [m for m in moments_in(passage, carried, until) if m.precision != "year"]
        other = "stage.final" if stage == "interim" else "stage.interim"
        if passage.words.has(other, passage.lower):
            moments = [m for m in moments if m.step not in ("decided", "published")]
        found.extend((moment, passage) for moment in moments)
        dates = [t for t in times_in(passage) if t.year and t.month]
        if dates:
            last = dates[-1]
            carried = date(last.year or 1, last.month or 1, last.day or 1)
        elif moments:
            carried = moments[-1].value
    return found


def _date_line(statement: Statement, language: Language) -> PlacedDate | None:
    """A line that closes a ruling: `Den Haag, 7 januari 2021`, `Gegeven te Den Haag, …`."""
    passage = passage_of([statement], language)
    signs = passage.words.patterns["sections.signs"].match(passage.lower) is not None
    for time in times_in(passage):
        if time.kind == "date" and time.year and time.month and time.day:
            behind = passage.text[time.end :].strip(" .")
            closes = not behind or _SIGNED.match(behind) is not None
            short = closes and len(passage.text.split()) <= _CLOSING_WORDS
            if short and not _tells(passage):  # Opgemaakt te Den Haag op 30 januari 2020
                signs = True
            if signs or (closes and _DATE_LINE.match(passage.text[: time.start])):
                value = date(time.year, time.month, time.day)
                return PlacedDate.built(value=value, place=passage.place(time.start, time.end))
    return None


def _is_argued(passage: Passage, verdict: Verdict) -> bool:
    """Whether an outcome is only what a party asks for or argues: `betoogt dat … ongegrond is`."""
    words, lower = passage.words, passage.lower
    said = [m for m in words.all("outcome.argues", lower) if m.end() <= verdict.start]
    if not said or not any(words.has(side, lower, 0, said[-1].start()) for side in _SIDES):
        return False
    between = lower[said[-1].end() : verdict.start]
    return not words.has("nouns.committee", between) and not re.search(r"[.;:]", between)


def _tells(passage: Passage) -> bool:
    """Whether a dated line tells of the case, and does not only say when the ruling was given."""
    about = ("nouns.complaint", "nouns.dispute", "nouns.other", *_SIDES)
    return bool(moments_in(passage)) or any(passage.words.has(n, passage.lower) for n in about)


def _decide(draft: Draft, parts: Parts, language: Language) -> None:
    """Read the outcomes: from the decision, else from the assessment, else from the head."""

    def read(passage: Passage, *, several: bool = False) -> list[Verdict]:
        sides = side_reader(groups_in(passage), draft.side_of)
        found = verdicts_in(passage, sides, several=several)
        return [verdict for verdict in found if not _is_argued(passage, verdict)]

    places: tuple[tuple[PartName, ...], ...] = (
        ("decision", "recommendations", "signature"),
        ("assessment", "other"),
        ("head",),
        ("procedure", "parties", "admission", "subject", "facts"),
    )
    for names in places:
        found: list[tuple[list[Verdict], Passage]] = []
        for statement in parts.get(*names):
            passage = passage_of([statement], language)
            if any(passage.words.has(f"outcome.{n}", passage.lower) for n in ("dissent", "tends")):
                continue  # what a member would have decided, or what may yet be decided
            verdicts = read(passage)
            if verdicts:
                found.append((verdicts, passage))
        if len(found) > 1:
            found = [(read(p, several=True), p) for _, p in found]
        for verdicts, passage in found:
            draft.add_verdicts(verdicts, passage)
        if found:
            return


def _admit(draft: Draft, parts: Parts, language: Language) -> None:
    """A ruling that decides on nothing but that the case is admissible admits it on its day."""
    if draft.verdicts or "admissible" in draft.dates or "decided" not in draft.dates:
        return
    admits = (
        ruling_words(language).has("procedure.admits", statement.text.lower())
        for name in _PARTS
        for statement in parts.get(name)
    )
    if any(admits):
        draft.dates["admissible"] = draft.dates["decided"]
