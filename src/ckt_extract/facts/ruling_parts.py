"""The parts of a ruling document: head, procedure, decision, recommendations, signature."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from ckt_extract.facts.ruling_lexicon import RulingWords, ruling_words
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement

__all__ = ["PartName", "Parts", "flow_of", "parts_of"]

PartName = Literal[
    "head", "parties", "procedure", "admission", "facts", "subject", "assessment", "decision",
    "recommendations", "signature", "other",
]  # fmt: skip
_LONGEST = 3000
"""Letters of a statement at most; what is longer is no sentence of a ruling."""
_NAMED: tuple[PartName, ...] = (
    "parties", "procedure", "admission", "facts", "subject", "assessment", "decision",
    "recommendations", "signature",
)  # fmt: skip
_LEFT_OUT = frozenset({"furniture", "contents", "quote", "note"})
_NUMERAL = re.compile(r"\A\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Ha-h])[.)]?)\s+")
_TAIL = re.compile(r"\s(?:aan|van|door|voor|inzake|to|of|by|for|on)\s.*")
_LENGTH = 80
"""A heading of a ruling is at most so long."""


@dataclass(slots=True)
class Parts:
    """The statements of a ruling by the part they stand in, each part in reading order."""

    of: dict[PartName, list[Statement]] = field(default_factory=dict)
    headings: dict[PartName, Statement] = field(default_factory=dict)

    def get(self, *names: PartName) -> list[Statement]:
        """The statements of some parts, part by part."""
        return [statement for name in names for statement in self.of.get(name, ())]


def flow_of(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of the running text."""
    return [s for s in statements if s.kind not in _LEFT_OUT and s.words and len(s.text) < _LONGEST]


def parts_of(statements: Iterable[Statement], language: Language) -> Parts:
    """Divide a ruling by its headings, also where these look like the text around them."""
    words = ruling_words(language)
    parts = Parts()
    part: PartName = "head"
    for statement in flow_of(statements):
        lower = statement.text.lower()
        named = _part_named(statement, words, begun=part != "head" or _has_side(parts, words))
        if named is not None:
            part = named
            parts.headings.setdefault(named, statement)
            continue
        inside = part != "head" or _has_side(parts, words)
        if statement.kind == "heading" and inside and not words.has("title.ruling", lower):
            part = "other"
            continue
        if part != "signature" and words.patterns["sections.signs"].match(lower):
            part = "signature"
        parts.of.setdefault(part, []).append(statement)
    return parts


def _has_side(parts: Parts, words: RulingWords) -> bool:
    """Whether the head has named a side: what comes first is the title, and opens no part."""
    return any(
        words.has(name, statement.text.lower())
        for statement in parts.get("head")
        for name in ("sides.initiator", "sides.respondent", "relations.against")
    )


def _part_named(statement: Statement, words: RulingWords, *, begun: bool) -> PartName | None:
    """The part that a heading opens, or None for any other statement."""
    if len(statement.text) > _LENGTH:
        return None
    title = _NUMERAL.sub("", statement.text).strip(" .:").lower()
    title = title.translate(str.maketrans("’", "'"))
    ends = statement.text.rstrip().endswith(".")
    short = title if ends else _TAIL.sub("", title)  # aanbevelingen aan verweerster
    for name in _NAMED:
        if words.whole(f"sections.{name}", title) or words.whole(f"sections.{name}", short):
            if name in ("decision", "signature", "subject") and not begun:
                return None
            return name
    return None
