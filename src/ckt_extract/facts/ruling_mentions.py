"""A sentence becomes mentions: drafts of the rulings and cases that it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ckt_extract.facts.ruling_draft import Draft, party_of
from ckt_extract.facts.ruling_outcome import Side, Verdict
from ckt_extract.facts.ruling_roles import Group
from ckt_extract.facts.ruling_scan import Noun, Scan
from ckt_extract.facts.ruling_specific import is_anchored, is_general, is_given, is_told
from ckt_extract.facts.ruling_subject import stated_subject, subject_behind
from ckt_extract.models.ruling import Case

__all__ = ["Mention", "mentions_in"]

Span = tuple[int, int]

_BREAKS = re.compile(
    r";|:(?=\s)|\s[–—-]\s|,|\s(?:en|maar|terwijl|and|but|while|whereas|waarna)(?=\s)"
)
_PLAIN_CASE: dict[str, Case] = {"dispute": "dispute", "complaint": "complaint"}


@dataclass(slots=True)
class Mention:
    """What a part of a sentence says of one ruling or case."""

    draft: Draft
    named: bool
    """It names a party."""
    definite: bool
    """Its noun points back (*de uitspraak*), or it has none."""
    indefinite: bool = False
    """Its noun has an article or number of its own (*een uitspraak*)."""
    many: bool = False
    """Its noun is a plural without a number (*de uitspraken*)."""
    both: bool = False
    """It is about the two that were spoken of (*beide*)."""
    other: bool = False
    """It is about another one (*de andere klacht*, *de tweede uitspraak*)."""
    ruling: bool = False
    """It has a noun for a ruling."""


def mentions_in(
    scan: Scan, edition: int | None, *, context: bool, known: bool = False
) -> list[Mention]:
    """The mentions of a sentence, in order.

    Args:
        scan: The sentence.
        edition: Reporting year, for *vorig jaar*.
        context: Whether the text around it is about the committee or a ruling.
        known: Whether the text just spoke of a ruling or case.
    """
    spans = _segments(scan)
    found: list[Mention] = []
    told = False
    for span in spans:
        mentions = list(_mentions(scan, span, edition, context=context, known=known, told=told))
        told = told or any(m.draft.given for m in mentions)
        found.extend(mentions)
    return found


def _segments(scan: Scan) -> list[Span]:
    """Parts of a sentence that each have something to speak of and something to say of it."""
    text = scan.passage.lower
    spans: list[Span] = []
    start = 0
    for match in _BREAKS.finditer(text):
        at = match.start()
        if any(g.start <= at < g.end for g in scan.groups) or _inside_verdict(scan, at):
            continue
        if _is_complete(scan, (start, at)) and _is_own(scan, (at, len(text))):
            spans.append((start, at))
            start = match.end()
    spans.append((start, len(text)))
    return spans


def _inside_verdict(scan: Scan, at: int) -> bool:
    return any(v.start <= at < v.end for v in scan.verdicts)


def _is_complete(scan: Scan, span: Span) -> bool:
    """Whether a part names a case, ruling or party, and says what became of it."""
    start, end = span
    about = any(start <= g.start < end for g in scan.groups) or _nouns(scan, span)
    said = any(start <= v.start < end for v in scan.verdicts)
    said = said or any(start <= m.start < end for m in scan.moments)
    return bool(about) and (said or bool(scan.rulings(*span)) or bool(_stage(scan, span)))


def _is_own(scan: Scan, span: Span) -> bool:
    """Whether the rest of a sentence has a subject of its own."""
    start, end = span
    groups = [g for g in scan.groups if start <= g.start < end]
    nouns = _nouns(scan, span)
    said = any(start <= v.start < end for v in scan.verdicts) or scan.rulings(*span)
    moments = any(start <= m.start < end for m in scan.moments)
    if not (said or moments or _stage(scan, span)):
        return False
    return bool(groups or nouns or (_stage(scan, span) and moments))


def _nouns(scan: Scan, span: Span) -> list[Noun]:
    return [n for n in scan.nouns if span[0] <= n.start < span[1] and n.kind != "weak_ruling"]


def _stage(scan: Scan, span: Span) -> str | None:
    return next((stage for s, _, stage in scan.stages if span[0] <= s < span[1]), None)


def _mentions(
    scan: Scan, span: Span, edition: int | None, *, context: bool, known: bool, told: bool
) -> Iterator[Mention]:
    """The mentions of one part of a sentence."""
    rulings = [n for n in scan.rulings(*span) if n.kind == "ruling" or scan.committee or context]
    cases = scan.cases(*span)
    groups = [g for g in scan.groups if span[0] <= g.start < span[1]]
    verdicts = _verdicts(scan, span, groups, context=context, told=told)
    stage = _stage(scan, span)
    in_context = context or scan.committee or bool(cases) or bool(groups)
    given = [n for n in rulings if in_context and is_given(scan, span, n, known=known)]
    if stage and told and not rulings:
        given_by_stage = not is_general(scan, span)
    else:
        given_by_stage = False
    tied = [g for g in groups if _is_party(scan, g, given=bool(given or verdicts), context=context)]
    if not (given or verdicts or given_by_stage or cases or tied or rulings):
        return
    draft = _draft(scan, span, given=bool(given or verdicts or given_by_stage))
    noun = next(iter(given or rulings or cases), None)
    draft.case = _case(scan, cases, tied)
    draft.stage = "interim" if stage == "interim" else "final" if stage == "final" else None
    if not (rulings or verdicts or given_by_stage):
        draft.stage = None
    draft.count = _count(scan, span, given or rulings, cases, verdicts)
    for moment in scan.moments:
        if span[0] <= moment.start < span[1] and moment.precision != "year":
            draft.add_moment(moment, scan.passage)
        elif span[0] <= moment.start < span[1] and moment.step not in ("decided", "published"):
            draft.add_moment(moment, scan.passage)
    if draft.given:
        draft.year = _year(scan, span, edition)
    draft.subject = _subject(scan, span, cases, rulings)
    draft.add_verdicts(verdicts, scan.passage)
    mention = Mention(
        draft,
        named=bool(tied),
        definite=all(n.definite for n in (*rulings, *cases)),
        indefinite=noun is not None and (noun.indefinite or noun.count is not None),
        many=noun is not None and noun.many and noun.count is None,
        both=_is_both(scan, span),
        other=scan.passage.words.has("tense.other", scan.passage.lower, *span),
        ruling=bool(rulings),
    )
    yield from _distributed(scan, mention, tied, noun)


def _draft(scan: Scan, span: Span, *, given: bool) -> Draft:
    statement = scan.passage.statements[0]
    return Draft(
        statement.text, scan.passage.place(), statement.block, None, given=given,
        links=list(statement.links) if span[0] == 0 or len(statement.links) == 1
        else [k for k in statement.links if k.text and k.text in scan.passage.text[span[0] : span[1]]],
    )  # fmt: skip


def _verdicts(
    scan: Scan, span: Span, groups: list[Group], *, context: bool, told: bool
) -> list[Verdict]:
    """The outcomes of a part that are told of a case, not of what can happen."""
    words, lower = scan.passage.words, scan.passage.lower
    found = [v for v in scan.verdicts if span[0] <= v.start < span[1]]
    if not found or is_general(scan, span):
        return []
    cases = scan.cases(*span)
    if any(c.negated for c in cases):
        return []
    kept: list[Verdict] = []
    for verdict in found:
        if verdict.explicit:
            if not (cases or groups or context):
                continue
            plain = (
                cases
                and not groups
                and all(c.many and not c.count and not c.definite for c in cases)
            )
            if not plain and _is_said(scan, span, groups, context=context, told=told):
                kept.append(verdict)
        elif _is_failure(scan, span, verdict, groups, context=context):
            kept.append(verdict)
    return kept


def _is_said(scan: Scan, span: Span, groups: list[Group], *, context: bool, told: bool) -> bool:
    """Whether an outcome is told as done, or of a case that is known, in whatever tense."""
    if told or groups or is_told(scan, span):
        return True
    now = scan.passage.words.has("tense.now", scan.passage.lower, *span)
    return (is_anchored(scan, span) or context) and not now


def _is_failure(
    scan: Scan, span: Span, verdict: Verdict, groups: list[Group], *, context: bool
) -> bool:
    """Whether the committee found that a party failed: not any company that may fail."""
    words, lower = scan.passage.words, scan.passage.lower
    before = [g for g in groups if g.start < verdict.end]
    judged = words.has("tense.judged", lower) or bool(scan.rulings()) or bool(scan.cases())
    if before:
        return context or scan.committee or judged
    if words.has("sides.some_company", lower, span[0], verdict.end):
        return False
    company = words.has("sides.company", lower, *span) or words.has(
        "sides.respondent", lower, *span
    )
    return context and company


def _is_party(scan: Scan, group: Group, *, given: bool, context: bool) -> bool:
    """Whether names stand for parties of a case."""
    if group.relation in ("by", "against", "between"):
        return bool(group.noun) or given or context or scan.committee
    if group.relation in ("about", "with"):
        return group.noun is not None
    if group.noun is not None or group.colon and scan.nouns:
        return True
    return (given or _files(scan, group)) and (
        _leads(scan, group) or all(n.certain for n in group.names)
    )


def _leads(scan: Scan, group: Group) -> bool:
    """Whether bare names are the subject: of filing, winning or failing."""
    text = scan.passage.lower
    before = text[max(0, group.start - 1) : group.start]
    first = text[: group.start].strip(" \"'“(") == ""
    fails = any(not v.explicit and group.start < v.end for v in scan.verdicts)
    wins = any(
        scan.passage.words.has("outcome.winner", text, v.start, v.end) for v in scan.verdicts
    )
    return first or fails or wins or _files(scan, group) or before == ":"


def _files(scan: Scan, group: Group) -> bool:
    """Whether a group is the subject of a filing verb."""
    words, text = scan.passage.words, scan.passage.lower
    case = next((c for c in scan.cases() if c.start > group.start), None)
    filing = words.find("procedure.filing", text)
    if filing is None or not (case or scan.committee):
        return False
    return case is None or case.start < filing.end() or filing.start() < case.start


def _side(scan: Scan, group: Group, index: int) -> Side:
    if group.relation == "by":
        return "initiator"
    if group.relation == "against":
        return "respondent"
    if group.relation == "about":
        noun = scan.passage.lower[group.noun[0] : group.noun[1]] if group.noun else ""
        return (
            "respondent"
            if scan.passage.words.has("nouns.complaint", noun)
            else _failed(scan, group)
        )
    if group.relation in ("between", "with"):
        return _failed(scan, group) if group.relation == "with" else "party"
    if _files(scan, group):
        return "initiator"
    wins = any(
        scan.passage.words.has("outcome.winner", scan.passage.lower, v.start, v.end)
        and not scan.passage.words.has("outcome.loser", scan.passage.lower, v.start, v.end)
        for v in scan.verdicts
    )
    return "initiator" if wins and index == 0 else _failed(scan, group)


def _failed(scan: Scan, group: Group) -> Side:
    """A party that failed its obligations is the respondent."""
    end = next((g.start for g in scan.groups if g.start > group.start), len(scan.passage.lower))
    fails = any(not v.explicit and group.start < v.end and v.start < end for v in scan.verdicts)
    return "respondent" if fails else "party"


def _case(scan: Scan, cases: list[Noun], tied: list[Group]) -> Case | None:
    kinds = [c.kind for c in cases if c.kind in _PLAIN_CASE]
    for group in tied:
        if group.noun:
            own = [c.kind for c in cases if c.start == group.noun[0] and c.kind in _PLAIN_CASE]
            if own:
                return _PLAIN_CASE[own[0]]
    return _PLAIN_CASE[kinds[0]] if len(set(kinds)) == 1 else None


def _count(
    scan: Scan, span: Span, rulings: list[Noun], cases: list[Noun], verdicts: list[Verdict]
) -> int:
    """How many rulings a part speaks of."""
    if verdicts and not rulings and (own := _bare_number(scan, span)):
        return own
    for noun in (*rulings, *cases):
        if noun.count:
            return noun.count
    return 1


def _bare_number(scan: Scan, span: Span) -> int | None:
    """A number without a noun: `werden er twee afgewezen en één deels gegrond verklaard`."""
    taken = [(n.start - 60, n.start) for n in scan.nouns if n.count]
    text = scan.passage.lower
    for measure in scan.passage.reading.measures:
        if measure.kind != "count" or not span[0] <= measure.start < span[1]:
            continue
        if any(s <= measure.start < e and text[measure.end : e].count(" ") <= 3 for s, e in taken):
            continue
        before = text[max(0, measure.start - 9) : measure.start].strip()
        if (
            re.search(r"(?:\ber|daarvan|hiervan|waarvan|were)\Z", before)
            or text[span[0] : measure.start].strip() == ""
        ):
            return int(measure.value)
    return None


def _year(scan: Scan, span: Span, edition: int | None) -> int | None:
    """The year that is stated for a ruling."""
    used = {(m.start, m.end) for m in scan.moments if m.step not in ("decided", "published")}
    for time in scan.passage.reading.times:
        if not span[0] <= time.start < span[1] or (time.start, time.end) in used:
            continue
        if time.kind in ("year", "month", "date") and time.year is not None:
            return time.year
        if time.kind == "relative" and time.offset is not None and not time.from_text and edition:
            return edition + time.offset
    return None


def _subject(scan: Scan, span: Span, cases: list[Noun], rulings: list[Noun]) -> str | None:
    for noun in (*cases, *rulings):
        if subject := subject_behind(scan.passage, noun.end, span[1]):
            return subject
    return stated_subject(scan.passage) if span[0] == 0 else None


def _is_both(scan: Scan, span: Span) -> bool:
    return scan.passage.words.has("tense.both", scan.passage.lower, *span)


def _distributed(
    scan: Scan, mention: Mention, tied: list[Group], noun: Noun | None
) -> Iterator[Mention]:
    """One mention, or one for each name where a plural is said of several parties.

    `Uitspraken in de geschillen met A en B` are two rulings; `de klacht tegen A en B` is one. A
    number that the names do not reach stands for rulings of its own.
    """
    draft = mention.draft
    plural = noun is not None and (noun.many or draft.count > 1)
    one_case = any(
        g.noun and any(n.start == g.noun[0] and not n.many for n in scan.cases()) for g in tied
    )
    sides = [
        (party_of(scan.passage, name, _side(scan, group, index)), group.relation == "by")
        for group in tied
        for index, name in enumerate(group.names)
    ]
    known = [
        n for g in scan.groups if g.relation not in ("by", "none") or g in tied for n in g.names
    ]
    others = [party for party, brought in sides if not brought]
    if not plural or one_case or not others or (draft.count == 1 and len(known) == 1):
        for party, _ in sides:
            draft.add_party(party)
        yield mention
        return
    for other in others:
        single = replace(draft, count=1, parties=[], dates=dict(draft.dates), links=list(draft.links),
                         verdicts=list(draft.verdicts))  # fmt: skip
        for party, brought in sides:
            if brought or party is other:
                single.add_party(party)
        yield replace(mention, draft=single)
    if draft.count > 1 and draft.count != len(known):
        yield replace(mention, named=False)
