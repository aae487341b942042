"""Words of OCR that look like a number but cannot be one: a wrong number is worse than none."""

import re

__all__ = ["is_doubtful"]

_ALIKE = "OolI|iSsBZz"
"""Letters and signs that engines take for figures, and figures for them."""
_MIXED = re.compile(rf"(?=.*\d)(?=.*[{re.escape(_ALIKE)}])[\d.,:%‰€$£+<>±~()–{_ALIKE}-]+")
"""1O, l2, 6S%: only figures, and letters that look like them."""
_KNOWN = re.compile(r"\W?(?:[A-Z]{2,}\d+|\d+0[’']?s)\W*")
"""ISO9001, 90s: the letters stand there on purpose."""
_GLUED = re.compile(r"[%‰][\d%‰]|\d[oO]/[oO0]|\d0/0(?!\d)|\d[.,]{2}\d")
"""63%0, 63%%, 630/0: a sign that was read twice, or as figures."""
_GROUPS = re.compile(r"\d+(?:[.,]\d+)+")
_SHAPED = re.compile(
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?"  # 1.284,5 and 1,284.5
    r"|\d+[.,]\d+"  # 17,5
    r"|\d{1,2}(?:\.\d{1,2}){2,4}(?:\.\d{4})?|\d{1,2}\.\d{1,2}\.\d{4}"  # 3.2.1 and 31.12.2020
    r"|\d{1,2}(?:,\d{1,2})+"  # the marks 1,2,3
)


def is_doubtful(text: str) -> bool:
    """Whether a word has figures, and a form that no number, date or code has.

    Args:
        text: A word as it was read.
    """
    if not any(char.isdigit() for char in text):
        return False
    if _GLUED.search(text) or (_MIXED.fullmatch(text) and not _KNOWN.fullmatch(text)):
        return True
    return any(not _SHAPED.fullmatch(number) for number in _GROUPS.findall(text))
