"""Text of a document may hold what a terminal, a browser or a viewer obeys; it is shown without."""

import re

from ckt_extract.patterns import pattern

__all__ = ["harmless", "harmless_json"]

_OBEYED = pattern(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # move the cursor, change colours, end a line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u2028\u2029"  # end a line
    "\ud800-\udfff"  # halves of pairs, which no encoding holds
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # hide what follows
    "]"
)


def harmless(text: str) -> str:
    """The text with a replacement character for each one that would be obeyed.

    Tabs and line feeds stay.
    """
    return _OBEYED.sub("\ufffd", text)


def harmless_json(text: str) -> str:
    """The same JSON, with the characters that would be obeyed written as escapes."""
    return _OBEYED.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    pairs = (units[i : i + 2] for i in range(0, len(units), 2))
    return "".join(f"\\u{int.from_bytes(pair):04x}" for pair in pairs)
