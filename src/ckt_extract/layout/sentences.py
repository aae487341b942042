"""Where the sentences of a Dutch or English text end."""

import re
from functools import cache
from typing import NamedTuple

from ckt_extract.patterns import pattern
from ckt_extract.wordlists import word_lists

__all__ = ["sentence_spans"]

_STOP = pattern(r"[.!?…]+[\"'”’»)\]]*")
"""One or more stops with the quotes and brackets that close behind them."""
_NEXT = pattern(r"\s+[\"'“‘„«(\[]*(?:[A-ZÀ-ÖØ-Þ0-9€$£•▪–—#]|['’][a-z][\s-])")
"""What a new sentence starts with."""
_TIGHT = pattern(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]*[\s,’']")
"""A new sentence without the space before it: `afgerond.In 2020`."""
_TOKEN = pattern(r"\S+\Z")
_FOLLOWING = pattern(r"[^\w]*([^\W\d_]+)")
_LETTERS = pattern(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
"""An initial or an abbreviation of single letters: `M`, `b.v`."""
_NUMERAL = pattern(r"\s*(?:\d|[IVX]+\b)")
_LIST_NUMERAL = pattern(r"(?:\d{1,2}|[a-zA-Z]|[ivxIVX]+)(?:\.\d{1,2})*\Z")


class _Abbreviations(NamedTuple):
    open: frozenset[str]
    numbered: frozenset[str]
    closed: frozenset[str]
    starters: frozenset[str]


@cache
def _abbreviations() -> _Abbreviations:
    lists = word_lists(__file__, "abbreviations.toml")
    return _Abbreviations(*(frozenset(lists[name]) for name in _Abbreviations._fields))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; the white space between two belongs to neither.

    A text without a stop is one sentence. Nothing is split inside brackets.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if end < len(text) and _ends(text, start, stop):
            spans.append((start, end))
            start = end
            while start < len(text) and text[start].isspace():
                start += 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends with this stop."""
    end = stop.end()
    marks = stop.group()
    follows = _NEXT.match(text, end)
    if follows is None and not _tight(text, stop):
        return False
    if _inside_brackets(text, start, end):
        return False
    if marks[0] != "." or marks.startswith(".."):
        return True
    token_match = _TOKEN.search(text, max(start, stop.start() - 40), stop.start())
    if token_match is None:
        return True
    token = token_match.group().lstrip("(['\"“‘„«")
    if token_match.start() == start and _LIST_NUMERAL.match(token):
        return False  # "1. Inleiding" is one heading
    if len(marks) > 1 and marks[1] in "\"'”’»":
        return True
    lists = _abbreviations()
    lower = token.lower()
    if lower in lists.open:
        return False
    if lower in lists.numbered and _NUMERAL.match(text, end):
        return False
    if lower in lists.closed or _LETTERS.match(token):
        following = _FOLLOWING.match(text, end)
        if following is None:  # a number
            return _LETTERS.match(token) is None or len(token) > 1
        return following.group(1).lower() in lists.starters
    return True


def _tight(text: str, stop: re.Match[str]) -> bool:
    """Whether the space behind a stop is missing: a small letter before, a capital behind."""
    before = text[stop.start() - 1] if stop.start() else ""
    if not (before.islower() or before.isdigit() or before in ")”’"):
        return False
    if _TIGHT.match(text, stop.end()) is None:
        return False
    token = _TOKEN.search(text, max(0, stop.start() - 200), stop.start())
    behind = text[stop.end() : stop.end() + 40].split(None, 1)
    around = (token.group() if token else "") + (behind[0] if behind else "")
    return "@" not in around and "www." not in around and "/" not in around


def _inside_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opened in this sentence is still to be closed, soon."""
    start = max(start, end - 1000)
    depth = text.count("(", start, end) - text.count(")", start, end)
    return depth > 0 and text.find(")", end, end + 200) >= 0
