"""Items: the tokens and phrases of a text, with the roles that the word lists give them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from ckt_extract.language.lexicon import Lexicon

__all__ = ["Item", "ItemKind", "Line"]

ItemKind = Literal["number", "rank", "word", "mark", "sign", "web", "end"]

_NOUN_ROLES = frozenset({"measure", "part_follows", "reference", "starts"})
"""Roles that a word may have and still be a noun that is counted."""


class Item(Struct):
    """One or more tokens that belong together."""

    kind: ItemKind
    start: int
    end: int
    raw: str
    key: str
    """Form for look-ups: lower case, plain apostrophes."""
    gap: bool
    """Whether white space (or the start of the text) stands before it."""
    roles: Mapping[str, str]
    value: Decimal | None = None
    """Value of a number; None also for digits that form none (*3.2.1*)."""
    scale: Decimal | None = None
    """Of a number in words: the scale it ends in (*drie miljoen*)."""
    spelled: bool = False
    """A number in words."""
    group: bool = False
    """A group word: *tiental*."""
    misprint: str | None = None
    taken: bool = False
    """Part of an aside or a measure already."""

    @property
    def starts(self) -> bool:
        """Whether an aside, a time or a quantity can start here."""
        return self.kind not in ("word", "sign") or "starts" in self.roles or self.key == "'"

    @property
    def integer(self) -> int | None:
        """The value of a number written with digits only, or None."""
        if self.kind == "number" and self.value is not None and self.raw.isdecimal():
            return int(self.value)
        return None


_MARGIN = 20
"""No rule looks further ahead once it has met an end."""
_END = Item("end", -1, -1, "", "", True, {})


class Line(list[Item]):
    """A text as items, with items of kind `end` behind them.

    These margins let grammar look a few items back and ahead without a check: an index just
    before the first item finds them too, as negative indexes of a list do.
    """

    __slots__ = ("lexicon", "size", "starts", "text")

    def __init__(self, text: str, lexicon: Lexicon, items: list[Item]) -> None:
        super().__init__(items)
        self.text = text
        self.lexicon = lexicon
        self.size = len(items)
        self.starts = [at for at, item in enumerate(items) if item.starts]
        """Indexes of the items at which an aside, a time or a quantity can start."""
        self.extend([_END] * _MARGIN)

    def role(self, index: int, name: str) -> str | None:
        """The payload of a role of the item at an index, or None where it has no such role."""
        return self[index].roles.get(name)

    def has(self, index: int, *names: str) -> bool:
        """Whether the item at an index has one of the roles."""
        roles = self[index].roles
        return bool(roles) and not roles.keys().isdisjoint(names)

    def prefixes(self, index: int) -> bool:
        """Whether a sign of currency belongs to the number behind it: *in 2022 € 2 miljoen*."""
        return self.has(index, "currency") and self[index + 1].kind == "number"

    def free(self, index: int) -> bool:
        """Whether a number stands here that nothing has taken yet."""
        item = self[index]
        return item.kind == "number" and not item.taken and item.value is not None

    def noun(self, index: int) -> bool:
        """Whether a word stands here that may be a noun: one without another role."""
        item = self[index]
        if item.kind != "word" or not item.roles.keys() <= _NOUN_ROLES:
            return False
        return len(item.key) > 1 or (self[index + 1].key == "-" and not self[index + 1].gap)

    def plural(self, index: int) -> bool:
        """Whether the word here may be a noun in the plural."""
        return self.noun(index) and self[index].key.endswith(("en", "s", "children", "people"))

    def take(self, start: int, stop: int) -> None:
        """Mark the items of a span as used."""
        for item in self[start:stop]:
            item.taken = True
