"""A document that is itself a ruling, read part by part."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from ckt_extract.facts.ruling_advice import recommendations_in
from ckt_extract.facts.ruling_dates import STEPS, Moment, Step, moments_in
from ckt_extract.facts.ruling_draft import Draft, PartyDraft
from ckt_extract.facts.ruling_header import header_parties
from ckt_extract.facts.ruling_lexicon import ruling_words
from ckt_extract.facts.ruling_outcome import Verdict, verdicts_in
from ckt_extract.facts.ruling_parts import PartName, Parts, flow_of, parts_of
from ckt_extract.facts.ruling_people import members_in
from ckt_extract.facts.ruling_recognition import title_of
from ckt_extract.facts.ruling_roles import groups_in
from ckt_extract.facts.ruling_scan import side_reader
from ckt_extract.facts.ruling_subject import labelled_subject, stated_subject, subject_behind
from ckt_extract.facts.ruling_text import Passage, passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import Case, PlacedDate, PlacedText, Stage

__all__ = ["read_document"]

_HEAD = 40
"""The parties are named within so many statements of the head."""
_LAST = 15
"""The signature stands among so many statements at the end."""
_SIGNED = re.compile(r"(?:,\s*|door\s|by\s)")
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
_DATE_LINE = re.compile(
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
    for party in _parties(head, parts, language):
        draft.add_party(party)
    draft.subject = _subject(parts, language)
    draft.stage = _stage(parts, language)
    _date(draft, parts, flow, language)
    _decide(draft, parts, language)
    draft.committee = _members(flow, head, language)
    draft.recommendations = recommendations_in(parts, language)
    return draft


def _members(flow: Sequence[Statement], head: Passage, language: Language) -> list[PlacedText]:
    """The members: with their functions at the end or in the head, else those who signed."""
    signs = ruling_words(language).patterns["sections.signs"]
    signed = [s for s in flow[-_LAST:] if signs.match(s.text.lower())]
    found = members_in(passage_of(flow[-_LAST:], language)) or members_in(head)
    if not found and signed:
        return members_in(passage_of(signed, language), signed=True)
    return found


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


def _parties(head: Passage, parts: Parts, language: Language) -> list[PartyDraft]:
    """The parties of the head; what the procedure tells of them where the head has no sides."""
    found = header_parties(head)
    if {"initiator", "respondent"} <= {party.side for party in found}:
        return found
    for statement in parts.get("parties", "procedure", "subject", "facts"):
        more = [p for p in header_parties(passage_of([statement], language)) if p.side != "party"]
        for party in more:
            known = next((p for p in found if p.is_same(party)), None)
            if known is None:
                found.append(party)
            else:
                known.add(party)
    return found


def _subject(parts: Parts, language: Language) -> str | None:
    """What the case is about: a label, the title, or the first sentence that says so."""
    head = [passage_of([s], language) for s in parts.get("head", "parties")]
    for passage in head:
        if found := labelled_subject(passage):
            return found
    for read in (_behind_noun, stated_subject):
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
    return None


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
    """Find the date of each step of the procedure, the surest words first."""
    found = {
        name: _moments(parts.get(name), language, draft.stage)
        for name in {n for o in _ORDER.values() for n in o}
    }
    for step in STEPS:
        for name in _ORDER[step]:
            moments = [(m, p) for m, p in found[name] if m.step == step]
            if moments:
                moment, passage = min(moments, key=lambda pair: pair[0].rank)
                draft.add_moment(moment, passage)
                break
    if "decided" not in draft.dates:
        for statement in (*flow[-_LAST:], *parts.get("head")):
            if dated := _date_line(statement, language):
                draft.dates["decided"] = dated
                return


def _moments(
    statements: Iterable[Statement], language: Language, stage: Stage | None
) -> list[tuple[Moment, Passage]]:
    """The dates of some statements; those of another ruling in the case are left out."""
    carried: date | None = None
    found: list[tuple[Moment, Passage]] = []
    for statement in statements:
        passage = passage_of([statement], language)
        moments = moments_in(passage, carried)
        other = "stage.final" if stage == "interim" else "stage.interim"
        if passage.words.has(other, passage.lower):
            moments = [m for m in moments if m.step not in ("decided", "published")]
        found.extend((moment, passage) for moment in moments)
        dates = [t for t in passage.reading.times if t.year and t.month]
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
    for time in passage.reading.times:
        if time.kind == "date" and time.year and time.month and time.day:
            behind = passage.text[time.end :].strip(" .")
            closes = not behind or _SIGNED.match(behind)
            if signs or (closes and _DATE_LINE.match(passage.text[: time.start])):
                value = date(time.year, time.month, time.day)
                return PlacedDate(value=value, place=passage.place(time.start, time.end))
    return None


def _decide(draft: Draft, parts: Parts, language: Language) -> None:
    """Read the outcomes: from the decision, else from the assessment, else from the head."""

    def read(passage: Passage, *, several: bool = False) -> list[Verdict]:
        sides = side_reader(groups_in(passage), draft.side_of)
        return verdicts_in(passage, sides, several=several)

    places: tuple[tuple[PartName, ...], ...] = (
        ("decision", "recommendations", "signature"),
        ("assessment", "other"),
        ("head",),
        ("procedure",),
    )
    for names in places:
        found: list[tuple[list[Verdict], Passage]] = []
        for statement in parts.get(*names):
            passage = passage_of([statement], language)
            verdicts = read(passage)
            if verdicts:
                found.append((verdicts, passage))
        if len(found) > 1:
            found = [(read(p, several=True), p) for _, p in found]
        for verdicts, passage in found:
            draft.add_verdicts(verdicts, passage)
        if found:
            return
