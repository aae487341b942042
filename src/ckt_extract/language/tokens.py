"""A text cut into tokens with their places: numbers, words, marks and single signs."""

import unicodedata
from typing import Literal

from msgspec import Struct

from ckt_extract.models.document import Language
from ckt_extract.patterns import pattern

__all__ = ["Token", "TokenKind", "tokenize"]

TokenKind = Literal["number", "word", "mark", "vulgar", "sign", "web"]

_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_LETTER = rf"(?:[^\W\d_{_MARKS}{_VULGAR}][\u0300-\u036f\u00ad]*+)"
_TOKEN = pattern(
    rf"(?P<number>\d++(?:[.,]\d++)*+)"
    rf"|(?P<word>{_LETTER}++(?:['’]{_LETTER}++)*+)"
    rf"|(?P<mark>[{_MARKS}]++)"
    rf"|(?P<vulgar>[{_VULGAR}])"
    r"|(?P<sign>[^\s\u200b\u2060\ufeff])"
)
_WEB = pattern(r"://|@|www\.")
_DOTTED_YEAR = pattern(r"(?:19|20)\d\d(?=\.\d{1,2}$)")


class Token(Struct, frozen=True):
    """A piece of text; `key` is its form for look-ups: lower case, plain apostrophes."""

    kind: TokenKind
    start: int
    end: int
    raw: str
    key: str
    gap: bool
    """Whether white space (or the start of the text) stands before it."""


def tokenize(text: str, language: Language) -> list[Token]:
    """The tokens of a text in order; every character but white space is in one of them.

    E-mail and web addresses are one token. In Dutch, where a point makes no decimals, *2019.63*
    is a year, a full stop and a number. Linear in the length of the text.
    """
    tokens: list[Token] = []
    start = last = 0
    for left, right in _web_spans(text):
        last = _add(tokens, text, start, left, last=last, language=language)
        tokens.append(Token("web", left, right, text[left:right], "", left > last or left == 0))
        start = last = right
    _add(tokens, text, start, len(text), last=last, language=language)
    return tokens


def _add(
    tokens: list[Token], text: str, start: int, stop: int, *, last: int, language: Language
) -> int:
    """Add the tokens of `text[start:stop]`; `last` is where the token before them ended."""
    for match in _TOKEN.finditer(text, start, stop):
        left, right = match.span()
        raw = match.group()
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the names of the groups
        gap = left > last or left == 0
        year = _DOTTED_YEAR.match(raw) if kind == "number" and language == "nl" else None
        if year:  # a full stop without a space: *in 2019.63 procent*
            middle = left + year.end()
            tokens.append(Token(kind, left, middle, year.group(), year.group(), gap))
            tokens.append(Token("sign", middle, middle + 1, ".", ".", False))
            left, raw, gap = middle + 1, raw[year.end() + 1 :], True
        tokens.append(Token(kind, left, right, raw, _key(raw), gap))
        last = right
    return last


def _key(raw: str) -> str:
    if raw.isascii():
        return raw.lower()
    plain = unicodedata.normalize("NFKC", raw) if raw[0] not in _VULGAR else raw
    return plain.lower().replace("’", "'").replace("\u00ad", "")


def _web_spans(text: str) -> list[tuple[int, int]]:
    """Spans of e-mail and web addresses: the words around `@`, `://` and `www.`."""
    spans: list[tuple[int, int]] = []
    reached = 0
    for match in _WEB.finditer(text):
        if match.start() < reached:
            continue
        left, right = match.start(), match.end()
        while left > reached and not text[left - 1].isspace() and text[left - 1] not in '(<["':
            left -= 1
        while right < len(text) and not text[right].isspace() and text[right] not in ')>]"':
            right += 1
        reached = right
        while right > match.end() and text[right - 1] in ".,;:!?":
            right -= 1
        if right > match.end() and (left < match.start() or match.group() == "www."):
            spans.append((left, right))
    return spans
