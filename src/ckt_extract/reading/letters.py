"""What is printed, told from how a PDF encodes it: ligatures, hyphens, bullets, broken fonts."""

import re

__all__ = ["LINE_HYPHEN", "MARK", "garbled_reason", "normalise"]

LINE_HYPHEN = "\ufffe"
"""PDFium's mark for a hyphen at the end of a line that is followed by a letter."""

MARK = re.compile(r"(\d{1,2}(,\d{1,2})*|[*†‡§]{1,3}|[%‰a-z]|de|ste|st|nd|rd|th)\)?")
"""What may be raised on a word: note marks, the sign of a percentage, endings of ordinals."""

_PRINTED = str.maketrans(
    {
        0x00AD: None,  # soft hyphen inside a line: not printed
        0xFB00: "ff",
        0xFB01: "fi",
        0xFB02: "fl",
        0xFB03: "ffi",
        0xFB04: "ffl",
        0x2010: "-",
        0x2011: "-",
        0xFFFE: "-",
        # Bullets of the Symbol and Wingdings fonts, which have no Unicode map
        0xF0B7: "•",
        0xF0A7: "▪",
        0xF0D8: "➢",
        0xF0FC: "✓",
        # Windows-1252 that was taken for Latin-1
        **{code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)},
    }
)
_NOT_PRINTED_AS_IS = re.compile(
    "[\u0080-\u009f\u00ad\u2010\u2011\ufb00-\ufb04\ufffe\uf0a7-\uf0fc\ud800-\udfff]"
)
_PRIVATE = re.compile("[\ue000-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf0d7\uf0d9-\uf0fb\uf0fd-\uf8ff]")
_BROKEN = re.compile("[\ufffd\x01\x03-\x08\x0e-\x1f]")
_CID = re.compile(r"\(cid:\d+\)")
_MANY = 0.05
"""Share of the characters, or of the words looked at, from which a page is called garbled."""


def normalise(text: str) -> str:
    """The text as it is printed."""
    if not _NOT_PRINTED_AS_IS.search(text):
        return text
    text = text.translate(_PRINTED)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def garbled_reason(text: str, words: int, unmapped: int) -> str | None:
    """Why the text of a page cannot be trusted, or None.

    Args:
        text: All characters of the page.
        words: How many words were looked at.
        unmapped: How many of these are in a font without a Unicode map.
    """
    if words and unmapped / words > _MANY:
        return f"{unmapped} of {words} words are in a font without a Unicode map"
    enough = max(_MANY * len(text), 3)
    for pattern, weight, what in (
        (_CID, 8, "glyph numbers instead of characters"),
        (_BROKEN, 1, "characters without Unicode"),
        (_PRIVATE, 1, "characters from the private use area"),
    ):
        found = len(pattern.findall(text))
        if found * weight >= enough:
            return f"{found} {what}"
    return None
