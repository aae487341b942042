"""The numbers of a table column as they are printed, in Dutch or English notation."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ckt_extract.models.document import Language
from ckt_extract.patterns import pattern

__all__ = ["Printed", "read_column"]

_LONGEST = 24
"""Characters of the longest number that a cell may hold."""
_SPACES = "\u0020\u00a0\u2009\u202f"
_DUTCH = pattern(rf"-?(?:\d{{1,3}}(?:[.{_SPACES}]\d{{3}})+|\d+)(?:,(?P<decimals>\d+))?")
_ENGLISH = pattern(rf"-?(?:\d{{1,3}}(?:[,{_SPACES}]\d{{3}})+|\d+)(?:\.(?P<decimals>\d+))?")
_BLANK = frozenset({"", "-", "–", "—", "n.v.t.", "nvt", "n/a"})
"""What is printed where there is nothing to count."""
_MINUS = pattern(r"^[−–](?=\d)")
_UNIT = pattern(r"^(?:€|\$|eur\b)|(?:%|procent|percent)$", re.IGNORECASE)


class Printed(NamedTuple):
    """A number, half of its last decimal, and whether a percent sign stands with it."""

    value: Decimal
    half_unit: Decimal
    percent: bool


def read_column(texts: Sequence[str], language: Language) -> list[Printed | None] | None:
    """The numbers of a column, None for a blank cell; None when a cell has something else.

    All cells of a column are written in one notation: that of the document, or else the other.
    """
    cells = [text.strip() for text in texts]
    notations = (_DUTCH, _ENGLISH) if language == "nl" else (_ENGLISH, _DUTCH)
    for notation in notations:
        column: list[Printed | None] = []
        for cell in cells:
            if cell.casefold() in _BLANK:
                column.append(None)
            elif (printed := _read(cell, notation)) is not None:
                column.append(printed)
            else:
                break
        else:
            return column
    return None


def _read(cell: str, notation: re.Pattern[str]) -> Printed | None:
    if len(cell) > _LONGEST:
        return None
    bare = _MINUS.sub("-", _UNIT.sub("", cell).strip())
    found = notation.fullmatch(bare)
    if found is None:
        return None
    decimals = found["decimals"] or ""
    whole = bare[: len(bare) - len(decimals) - 1] if decimals else bare
    digits = re.sub(r"[^\d-]", "", whole)
    value = Decimal(f"{digits}.{decimals}" if decimals else digits)
    percent = cell.endswith("%") or "procent" in cell.casefold() or "percent" in cell.casefold()
    return Printed(value, Decimal(5).scaleb(-len(decimals) - 1), percent)
