"""The parties of a ruling document: those of its head, and what its sentences tell of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ckt_extract.facts.ruling_draft import PartyDraft, party_of
from ckt_extract.facts.ruling_header import header_parties
from ckt_extract.facts.ruling_known import is_legal
from ckt_extract.facts.ruling_letter import addressee, is_address
from ckt_extract.facts.ruling_names import Name, aliases_behind, names_in
from ckt_extract.facts.ruling_outcome import Side
from ckt_extract.facts.ruling_parts import Parts
from ckt_extract.facts.ruling_roles import Relation, groups_in
from ckt_extract.facts.ruling_text import Passage, passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.patterns import pattern

__all__ = ["parties_of"]

_HEAD = 40
"""The parties are named within so many statements of the head."""
_ROLES = ("sides.initiator", "sides.respondent")
_IS = pattern(r"\s+(?:is|zijn|was|are|were)\b")
_VERBS = (
    "tense.past", "tense.perfect", "tense.general", "tense.modal", "tense.judged",
    "procedure.asking", "procedure.filing",
)  # fmt: skip
_NUMERAL = pattern(r"(?:\d{1,2}(?:\.\d{1,2})*\.? )?(?:(?:de|het|the) )?")
_APART, _APART_END = pattern(r"[,(]\s*\Z"), pattern(r"\s*[.,;)]")
_TOLD = 60
"""Sentences that may tell who stands on which side, from the start."""
_SIDES: dict[Relation, Side] = {"by": "initiator", "against": "respondent"}
_OPPOSITE: dict[Side, Side] = {"initiator": "respondent", "respondent": "initiator"}


def parties_of(parts: Parts, flow: Sequence[Statement], language: Language) -> list[PartyDraft]:
    """The parties of a ruling with their sides.

    The head names them with their roles. Where it leaves a side open, the sentences tell who
    brought the case and against whom; of two parties the other one is on the other side.
    """
    top = (parts.get("head", "parties") or flow)[:_HEAD]
    lines = list(_head_lines(top, language))
    found = header_parties(passage_of(lines, language)) if lines else []
    votes: list[tuple[PartyDraft, Counter[Side]]] = [(p, Counter()) for p in found]
    seen: list[PartyDraft] = []
    """Parties in the order in which the text names them."""
    read_to = ((party, True) for party in addressee(flow[:_TOLD], language))
    for party, certain in (*_told(flow[:_TOLD], language), *read_to):
        known = next((pair for pair in votes if pair[0].is_same(party)), None)
        if known is not None:
            known[0].add(replace(party, side="party"))
            if party.name.startswith(f"{known[0].name} ") and (certain or party.kind == "body"):
                known[0].name, known[0].place = party.name, party.place
        elif certain or party.side != "party":
            known = party, Counter()
            votes.append(known)
        if known is not None:
            known[1][party.side] += party.side != "party"
            seen.extend([known[0]] if known[0] not in seen else [])
    sides = {p.side for p in found}
    for party, counter in votes:
        if party.side == "party" and counter.total():
            party.side = counter.most_common(1)[0][0]
    kept = [p for p, _ in votes if p in found or p.side not in sides or p.side == "party"]
    taken = {p.side for p in kept} - {"party"}
    if len(taken) == 1:  # the other one is on the other side
        open_ = [p for p in kept if p.side == "party"]
        for party in [p for p in open_ if p in found] or open_[:1]:
            party.side = _OPPOSITE[next(iter(taken))]
    whole = {"initiator", "respondent"} <= {p.side for p in kept}
    kept = [p for p in kept if p.side != "party" or (p in found and not whole)]
    _oppose_company(kept)
    _name_by_role(flow[:_TOLD], kept, language)
    return sorted(kept, key=lambda p: seen.index(p) if p in seen else -1)


def _oppose_company(parties: Sequence[PartyDraft]) -> None:
    """Of several who would have brought the case and no respondent, the one company is that."""
    companies = [p for p in parties if is_legal(p.name.rsplit(None, 1)[-1])]
    if len(parties) > 1 == len(companies) and {p.side for p in parties} == {"initiator"}:
        companies[0].side = "respondent"


def _name_by_role(
    statements: Sequence[Statement], parties: Sequence[PartyDraft], language: Language
) -> None:
    """Give a party the other names that stand behind its role: `verweerster, bekend als X`."""
    for side in ("initiator", "respondent"):
        own = [party for party in parties if party.side == side]
        if len(own) != 1:
            continue
        for statement in statements:
            passage = passage_of([statement], language)
            for match in passage.words.all(f"sides.{side}", passage.lower):
                known = {p.name for p in parties} | set(own[0].aliases)
                names = aliases_behind(passage, match.end())
                own[0].aliases.extend(name for name in names if name not in known)


def _head_lines(statements: Sequence[Statement], language: Language) -> Iterator[Statement]:
    """The lines that name the parties; behind the first sentence that tells something, fewer."""
    told = False
    for statement in statements:
        passage = passage_of([statement], language)
        narrates = _narrates(passage, told=told)
        told = told or narrates
        if not narrates and not (is_address(passage) and len(names_in(passage)) == 1):
            yield statement


def _narrates(passage: Passage, *, told: bool) -> bool:
    """Whether a statement is a sentence that tells what happened, no line of a head."""
    words, lower = passage.words, passage.lower
    if not lower.rstrip().endswith((".", "?")) or all(words.has(side, lower) for side in _ROLES):
        return False
    apart = (
        m for side in _ROLES for m in words.all(side, lower) if _APART.search(lower[: m.start()])
    )
    if any(_APART_END.match(lower, m.end()) for m in apart):
        return False  # X B.V., gevestigd te Gouda, verweerster.
    start = n.end() if (n := _NUMERAL.match(lower)) else 0
    roles = (m for side in _ROLES if (m := words.patterns[side].match(lower, start)))
    start = max((m.end() for m in roles), default=0)
    if start and (says := _IS.match(lower, start)):
        start = says.end()  # klager is X
    if told and not start:
        return True
    return any(words.has(name, lower, start) for name in _VERBS)


def _told(statements: Sequence[Statement], language: Language) -> Iterator[tuple[PartyDraft, bool]]:
    """What sentences tell of the side of a name, and whether it surely is an organisation."""
    whole = "\n".join(statement.text for statement in statements)
    for statement in statements:
        passage = passage_of([statement], language)
        complains = any(
            passage.words.has(name, passage.lower)
            for name in ("nouns.complaint", "subject.complains")
        )
        for group in groups_in(passage, asking=True):
            side = _SIDES.get(group.relation, "party")
            if group.relation == "about" and complains:
                side = "respondent"
            for name in group.names:
                if not _only_opens(passage, name, whole):
                    yield party_of(passage, name, side), name.company


def _only_opens(passage: Passage, name: Name, whole: str) -> bool:
    """Whether a lone word has its capital only because it opens a sentence: `Meer vraagt …`."""
    opens = name.start == passage.line(name.start)[0] and name.end < len(passage.text.rstrip(" ."))
    if not opens or name.certain or not name.text.isalpha() or name.kind != "name":
        return False
    return re.search(rf"(?:[\w,(\"“] ?|: ){re.escape(name.text)}\b", whole) is None
