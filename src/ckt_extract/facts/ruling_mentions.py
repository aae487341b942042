"""A sentence, or a cell of a table, becomes mentions of the rulings and cases it speaks of."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ckt_extract.facts.places import links_of
from ckt_extract.facts.ruling_draft import Draft, party_of
from ckt_extract.facts.ruling_lexicon import RulingWords, ruling_words
from ckt_extract.facts.ruling_outcome import Side, Verdict, verdicts_in
from ckt_extract.facts.ruling_part import Around, Part, parts_of_sentence
from ckt_extract.facts.ruling_roles import Group, is_initiator
from ckt_extract.facts.ruling_scan import Noun, Scan
from ckt_extract.facts.ruling_specific import is_party, rulings_told, verdicts_told
from ckt_extract.facts.ruling_subject import stated_subject, subject_behind
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import Case
from ckt_extract.patterns import pattern

__all__ = ["Mention", "cell_draft", "mentions_in"]

_SINCE = 8
"""*Sinds* stands within so many letters of its year."""
_OPENING = 12
"""A year that opens a sentence stands within so many letters."""
_BACK = pattern(
    r"\b(?:against|tegen|jegens)\s(?:it|them|him|hem|hen|ze|haar"
    r"(?=[.,;]|\Z|\s(?:had|heeft|hebben|hadden|is|was|werd|ingedien|aan)))(?![\w-])"
)
"""*Tegen haar*: the party that was named; but not *tegen haar leverancier*."""
_CASES: dict[str, Case] = {"dispute": "dispute", "complaint": "complaint"}


class Mention(Struct):
    """What a part of a sentence says of one ruling or case."""

    draft: Draft
    named: bool
    """It names a party."""
    definite: bool
    """Its noun points back (*de uitspraak*)."""
    indefinite: bool
    """Its noun has an article or number of its own (*een uitspraak*)."""
    many: bool
    """Its noun is a plural without a number (*de uitspraken*)."""
    counted: bool
    """Its noun for a ruling has a number of its own (*twee uitspraken*)."""
    both: bool
    """It is about the two that were spoken of (*beide*)."""
    other: bool
    """It is about another one (*de andere klacht*, *de tweede uitspraak*)."""
    ruling: bool
    """It has a noun for a ruling."""
    further: bool
    """The sentence spoke of another ruling before it."""
    numbered: bool
    """It has a number without a noun (*één werd afgewezen*)."""


def mentions_in(scan: Scan, around: Around) -> list[Mention]:
    """The mentions of a sentence, in order."""
    found: list[Mention] = []
    for part in parts_of_sentence(scan):
        mentions = list(_mentions(part, around))
        one_of = part.number or part.other
        if found and one_of and not part.cases:  # twee afgewezen en één gegrond
            for mention in mentions:
                mention.draft.case = mention.draft.case or found[-1].draft.case
        for mention in mentions:  # in 2021 werd X afgewezen en Y gegrond verklaard
            if found and mention.draft.given and mention.draft.given_in is None:
                mention.draft.year = _opening_year(scan) or _year_before(found[-1], mention)
        if any(m.draft.given for m in mentions):
            around = replace(around, told=True)
        found.extend(mentions)
    return found


def _year_before(before: Mention, mention: Mention) -> int | None:
    """The year of the ruling before it in a row: `in 2021 één afgewezen en twee gegrond`."""
    same = mention.numbered or (mention.ruling and mention.indefinite)
    return before.draft.given_in if same and not mention.named else None


def _opening_year(scan: Scan) -> int | None:
    """The year that opens a sentence and holds for all of it."""
    times = (t for t in scan.passage.reading.times if t.start < _OPENING and t.kind == "year")
    return next((time.year for time in times), None)


def _mentions(part: Part, around: Around) -> Iterator[Mention]:
    """The mentions of one part of a sentence."""
    if part.negated and not part.groups:
        return
    verdicts = verdicts_told(part, around)
    given = rulings_told(part, around)
    told = bool(given or verdicts)
    tied = [g for g in part.groups if is_party(part, g, around, given=told or around.told)]
    other = part.other
    # a further part may leave the noun out: een tussentijdse en een definitieve uitspraak
    goes_on = not part.rulings and bool(
        (part.stage and (around.told or part.told) and not (part.general or part.pending))
        or (around.told and tied and other)
    )
    nouns = given or part.rulings or part.cases
    if not (nouns or verdicts or goes_on or tied):
        return
    noun = nouns[0] if nouns else None
    draft = _draft(part, given=told or goes_on)
    draft.case = _case(part.cases, tied)
    draft.count = _count(part, given or part.rulings, verdicts)
    draft.stage = part.stage if part.rulings or verdicts or goes_on else None
    if draft.count > 1 and (part.number or any(n.count == 1 for n in part.rulings)):
        draft.stage = None  # twee uitspraken, waarvan één tussentijds
    for moment in () if part.negated else part.moments:
        if moment.precision != "year" or moment.step not in ("decided", "published"):
            draft.add_moment(moment, part.scan.passage)
    draft.year = _year(part, around.edition) if draft.given else None
    draft.subject = _subject(part)
    draft.add_verdicts(verdicts, part.scan.passage)
    mention = Mention(
        draft,
        named=any(name.kind == "name" for group in tied for name in group.names),
        definite=noun is not None and all(n.definite for n in (*part.rulings, *part.cases)),
        indefinite=noun is not None and (noun.indefinite or noun.count is not None),
        many=noun is not None and noun.many and noun.count is None,
        counted=any((n.count or 1) > 1 for n in part.rulings),
        both=part.has("tense.both") and not any(n.count and not n.both for n in part.rulings),
        other=other,
        ruling=bool(part.rulings) or goes_on,
        further=around.told,
        numbered=part.number is not None,
    )
    yield from _distributed(part, mention, tied, noun)


def _draft(part: Part, *, given: bool) -> Draft:
    passage = part.scan.passage
    statement = passage.statements[0]
    links = links_of(statement)
    if part.start > 0 and len(links) > 1:
        own = passage.text[part.start : part.end]
        links = tuple(link for link in links if link.text and link.text in own)
    return Draft(statement.text, passage.place(), given=given, links=list(links))


def _case(cases: Sequence[Noun], tied: Sequence[Group]) -> Case | None:
    """Dispute or complaint: the noun that the parties belong to, else the only one there is."""
    kinds = {c.start: _CASES[c.kind] for c in cases if c.kind in _CASES}
    for group in tied:
        if group.noun and group.noun[0] in kinds:
            return kinds[group.noun[0]]
    return next(iter(kinds.values())) if len(set(kinds.values())) == 1 else None


def _count(part: Part, rulings: Sequence[Noun], verdicts: Sequence[Verdict]) -> int:
    """How many rulings a part speaks of."""
    if verdicts and not rulings and part.number:
        return part.number
    return next((n.count for n in (*rulings, *part.cases) if n.count), 1)


def _year(part: Part, edition: int | None) -> int | None:
    """The year that is stated for a ruling."""
    used = {m.start for m in part.moments if m.step not in ("decided", "published")}
    for time in part.scan.passage.reading.times:
        if not part.holds(time.start) or time.start in used:
            continue
        passage = part.scan.passage
        if passage.words.has("relations.since", passage.lower[: time.start][-_SINCE:]):
            continue
        if time.kind in ("year", "month", "date") and time.year is not None:
            return time.year
        if time.kind == "relative" and time.offset is not None:
            before = [m for m in part.scan.moments if m.end <= time.start]
            if time.from_text and before:
                return before[-1].value.year + time.offset
            if not time.from_text and edition:
                return edition + time.offset
    return None


def _subject(part: Part) -> str | None:
    for noun in (*part.cases, *part.rulings):
        if subject := subject_behind(part.scan.passage, noun.end, part.end):
            return subject
    return stated_subject(part.scan.passage) if part.start == 0 else None


def _distributed(
    part: Part, mention: Mention, tied: Sequence[Group], noun: Noun | None
) -> Iterator[Mention]:
    """One mention, or one for each name where a plural is said of several parties.

    `Uitspraken in de geschillen met A en B` are two rulings; `de klacht tegen A en B` is one. A
    number that the names do not reach stands for rulings of its own.
    """
    draft, scan = mention.draft, part.scan
    own = {group.noun[0] for group in tied if group.noun}
    governing = [n for n in scan.nouns if n.start in own]
    plural = draft.count > 1 or any(n.many for n in (noun, *governing) if n is not None)
    one_case = any(not n.many and not n.is_ruling for n in governing)
    sides = [
        (party_of(scan.passage, name, _side(part, group, index)), group.relation == "by")
        for group in tied
        for index, name in enumerate(group.names)
    ]
    named = [
        n for g in scan.groups if g in tied or g.relation not in ("by", "none") for n in g.names
    ]
    others = [party for party, brought in sides if not brought and party.kind == "name"]
    shared = len(named) == 1 and (draft.count == 1 or (governing and not part.number))
    if not plural or one_case or not others or shared:
        for party, _ in sides:
            draft.add_party(party)
        yield mention
        return
    for other in others:
        single = draft.copy()
        single.count = 1
        for party, _ in sides:
            if party not in others or party is other:
                single.add_party(party)
        yield replace(mention, draft=single)
    if draft.count > 1 and draft.count != len(named):
        yield replace(mention, named=False)


def _side(part: Part, group: Group, index: int) -> Side:
    """Which side a name of a group is on."""
    passage = part.scan.passage
    if group.relation in ("by", "against"):
        return "initiator" if group.relation == "by" else "respondent"
    complaint = group.noun and passage.words.has("nouns.complaint", passage.lower, *group.noun)
    if group.relation == "about" and complaint:
        return "respondent"  # een klacht over X
    if group.relation == "with" and any(g.relation == "by" for g in part.groups):
        return "respondent"  # het geschil van X met Y
    if group.relation == "none" and _is_meant_back(part, group):
        return "respondent"
    if group.relation == "none" and any(v.outcome == "withdrawn" for v in part.verdicts):
        return "initiator"
    if group.relation == "none" and part.verdicts and is_initiator(group, part.scan.groups):
        return "initiator"
    if group.relation == "none" and index == 0 and any(map(part.wins, part.scan.verdicts)):
        return "respondent" if is_initiator(group, part.scan.groups) is False else "initiator"
    end = next((g.start for g in part.scan.groups if g.start > group.start), len(passage.lower))
    failed = (v for v in part.scan.verdicts if not v.explicit)
    fails = any(group.start < v.end and v.start < end for v in failed)
    return "respondent" if fails and group.names[index].kind == "name" else "party"


def _is_meant_back(part: Part, group: Group) -> bool:
    """Whether `against it` stands for the one party that did not bring the case itself."""
    brought = [g for g in part.groups if g.relation == "by" and g.start > group.start]
    alone = len(part.groups) == len(brought) + 1 and len(group.names) == 1
    lower = part.scan.passage.lower
    return bool(brought) and alone and _BACK.search(lower, group.end, part.end) is not None


def cell_draft(statement: Statement, language: Language) -> Draft | None:
    """The rulings that a cell counts, or None.

    Its headers name rulings (*Uitspraken in geschillen*), or cases and their outcome
    (*Ingetrokken* × *Geschillen / 2019*). A cell with words, or with 0, tells of none.
    """
    count = _whole_number(statement)
    words = ruling_words(language)
    if not count or not words.has("trigger.any", statement.text.lower()):
        return None
    passage = passage_of([statement], language)
    lower = f"{statement.row_header} {statement.column_header}".lower()
    verdicts = verdicts_in(passage)
    given = words.has("nouns.ruling", lower)
    about = any(words.has(name, passage.lower) for name in ("nouns.committee", "nouns.mask"))
    if not (given or (verdicts and about)):
        return None
    draft = Draft(statement.text, passage.place(), given=True, count=count)
    draft.case = _case_of_headers(words, lower)
    years = {t.year for t in passage.reading.times if t.year and t.kind == "year"}
    draft.year = years.pop() if len(years) == 1 else None
    draft.links = list(links_of(statement))
    if not given:
        draft.add_verdicts(verdicts[:1], passage)
    return draft


def _case_of_headers(words: RulingWords, headers: str) -> Case | None:
    """Dispute or complaint, where the headers name one of them."""
    dispute, complaint = (words.has(f"nouns.{kind}", headers) for kind in ("dispute", "complaint"))
    if dispute == complaint:
        return None
    return "dispute" if dispute else "complaint"


def _whole_number(statement: Statement) -> int | None:
    """The number that is all of a cell."""
    first, last = statement.focus
    text = statement.text[first:last].strip()
    return int(text) if text.isdecimal() and len(text) < 4 else None
