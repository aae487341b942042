"""The recommendations of a ruling, with their numerals."""

import re
from collections.abc import Sequence

from ckt_extract.facts.ruling_parts import PartName, Parts
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import PlacedText
from ckt_extract.patterns import pattern

__all__ = ["recommendations_in"]

_NUMERAL = pattern(
    r"\A\(?(\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4}|[A-H](?=[.)])|[IVX]{1,4}(?:\.\d{1,2})+)[.)]?\s+(?=\S)"
)
_LABEL = pattern(r"\A(?:aanbeveling|recommendation)\s+(\d{1,2}|[a-z])\s*[:.)–-]\s*(?=\S)", re.I)
"""`Aanbeveling 1: …`"""
_ANNOUNCES = pattern(
    r"\b(?:aanbevelingen|recommendations)\b(?:\s\w+){0,4}\.?\s*\Z|\bstrekt tot aanbeveling"
)
"""A sentence that says no more than that there are some."""
_DECIDED = ("founded", "unfounded")
_LIST_END = pattern(r"\s*(?:;(?:\s*(?:en|and))?|,\s*(?:en|and)|,)\Z")


def recommendations_in(parts: Parts, language: Language) -> list[PlacedText]:
    """The recommendations: the items under their heading or lead, else sentences that recommend."""
    under = parts.get("recommendations")
    found = _items(under, language, all_sentences=True)
    others: tuple[PartName, ...] = (
        "head", "parties", "procedure", "admission", "subject", "facts", "assessment", "decision",
        "signature", "other",
    )  # fmt: skip
    for name in others:
        found.extend(_items(parts.of.get(name, ()), language, all_sentences=False))
    return found


def _items(
    statements: Sequence[Statement], language: Language, *, all_sentences: bool
) -> list[PlacedText]:
    """The recommendations among statements that stand together."""
    groups: list[list[Statement]] = []
    listed = any(_is_item(s) for s in statements) and all_sentences
    lead: str | None = None
    for statement in statements:
        passage = passage_of([statement], language)
        advice = passage.words.find("sections.recommends", passage.lower)
        start = advice.start() if advice else 0  # gegrond, en beveelt aan …: that is both
        decides = any(passage.words.has(f"outcome.{n}", passage.lower, start) for n in _DECIDED)
        leads = statement.text.rstrip().endswith(":")
        advises = (
            advice is not None and (leads or not decides) and not _ANNOUNCES.search(passage.lower)
        )
        refused = passage.words.has("relations.no", passage.lower) and advises
        if leads:
            lead = statement.text if advises or all_sentences else None
            continue
        if _goes_on(groups, statement):
            groups[-1].append(statement)
        elif _is_item(statement) and (
            all_sentences or (lead is not None and statement.lead in ("", lead))
        ):
            if not refused:
                groups.append([statement])
        elif advises and not refused:
            groups.append([statement])
            lead = None
        elif all_sentences and not listed and not refused:
            groups.append([statement])
        elif not _is_item(statement):
            lead = None
    placed = [_placed(group, language) for group in groups]
    dots = [
        not one.number and group[0].kind == "bullet"
        for one, group in zip(placed, groups, strict=True)
    ]
    if not all(dots):
        return placed
    return [one.model_copy(update={"number": str(n)}) for n, one in enumerate(placed, 1)]


def _is_item(statement: Statement) -> bool:
    return (
        statement.kind == "bullet"
        or bool(statement.mark)
        or _NUMERAL.match(statement.text) is not None
    )


def _goes_on(groups: list[list[Statement]], statement: Statement) -> bool:
    """Whether a statement is a further sentence of the item before it."""
    if not groups or not _is_item(groups[-1][0]) or not groups[-1][0].mark:
        return False
    return statement.block == groups[-1][-1].block and not statement.mark


def _placed(group: list[Statement], language: Language) -> PlacedText:
    passage = passage_of(group, language)
    text, start = passage.text.replace("\n", " "), 0
    number = group[0].mark.strip("().") or None
    if number is None and (match := _NUMERAL.match(text) or _LABEL.match(text)):
        number, start = match.group(1), match.end()
    if number is not None and not number[:1].isalnum():
        number = None
    tail = _LIST_END.search(text)
    end = tail.start() if tail else len(text)
    return PlacedText.built(text=text[start:end], number=number, place=passage.place(start, end))
