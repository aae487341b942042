"""Table cells: of whom a cell's number is, from its headers and caption."""

from ckt_extract.facts.claim import Claim, Group
from ckt_extract.facts.lexicon import Cues, kind_of_noun
from ckt_extract.facts.units import Units
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement

__all__ = ["header_words", "name_cell_groups"]


def name_cell_groups(units: Units, claims: list[Claim], statement: Statement) -> None:
    """A cell counts what its column, else its row, else the caption names first.

    A row or column of countries says where, unless nothing else is named.
    """
    headers = (statement.column_header, statement.row_header, statement.lead)
    for claim in claims:
        if claim.measure.kind not in ("count", "percentage", "ratio"):
            continue
        found = [_first_noun(header, units.language) for header in headers]
        named = [group for group in found if group is not None]
        counted = [group for group in named if group.kind != "countries"] or named
        claim.group = counted[0] if counted else claim.group


def _first_noun(header: str, language: Language) -> Group | None:
    for word in header.replace("’", "'").split():
        plain = word.strip(".,:;()/%").lower()
        if kind := kind_of_noun(plain, language):
            return Group(kind, word.strip(".,:;()/%"), None)
    return None


def header_words(header: str, language: Language, words: Cues) -> str:
    """What a header says besides years, units, totals and the thing that is counted."""
    plain = words.share | words.number | words.partitive | words.article
    kept = [
        word
        for word in header.split()
        if not _is_plain(word.strip(".,:;()/%").lower(), plain)
        and kind_of_noun(word.strip(".,:;()/%").lower(), language) is None
    ]
    return " ".join(kept)


_UNITS = frozenset(
    {"", "in", "procent", "percent", "pct", "percentage", "n", "nr", "total", "totaal"}
)


def _is_plain(word: str, plain: frozenset[str]) -> bool:
    return word in _UNITS or word in plain or word.isdigit()
