"""Tokens become items: phrases get their roles, numbers their values."""

from collections.abc import Mapping
from decimal import Decimal
from unicodedata import numeric

from ckt_extract.language.items import Item, ItemKind, Line
from ckt_extract.language.lexicon import Lexicon, lexicon
from ckt_extract.language.numbers import read_digits
from ckt_extract.language.spelling import spelled
from ckt_extract.language.tokens import Token, tokenize
from ckt_extract.models.document import Language

__all__ = ["itemize"]

_NO_ROLES: Mapping[str, str] = {}
_NUMBERED = frozenset({"reference", "name", "version", "address", "phone", "month"})
"""After these a space between two numbers parts them (*tabel 5 989 locaties*)."""

_REMEMBERED = 20_000
"""Words at most that are remembered as having no role and being no number."""


def itemize(text: str, language: Language) -> Line:
    """The items of a text, in order."""
    words = lexicon(language)
    tokens = tokenize(text, language)
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "number":
            item, at = _digits(text, tokens, at, items, words)
        elif token.kind == "vulgar":
            item, at = _item("number", text, token), at + 1
            item.value = Decimal(str(round(numeric(token.raw), 6)))
        elif token.kind in ("mark", "web"):
            item, at = _item(token.kind, text, token), at + 1
        else:
            item, at = _phrase(text, tokens, at, words)
        items.append(item)
    return Line(text, words, items)


def _item(kind: ItemKind, text: str, first: Token, last: Token | None = None) -> Item:
    end = (last or first).end
    raw = text[first.start : end]
    key = first.key if last is None or last is first else raw.lower()
    return Item(kind, first.start, end, raw, key, first.gap, _NO_ROLES)


def _phrase(text: str, tokens: list[Token], at: int, words: Lexicon) -> tuple[Item, int]:
    """The longest phrase, number in words or rank at a token; else the token alone."""
    first = tokens[at]
    if first.key in words.plain:
        return _item("word", text, first), at + 1
    roles, stop = _NO_ROLES, at + 1
    second = tokens[at + 1].key if at + 1 < len(tokens) else ""
    for rest, found in words.phrases.get(first.key, ()):
        if not rest or (rest[0] == second and _matches(tokens, at + 1, rest)):
            roles, stop = found, at + 1 + len(rest)
            break
    number = spelled(tokens, at, words) if first.kind == "word" and stop == at + 1 else None
    if number:
        item = _item("rank" if number.rank else "number", text, first, tokens[number.stop - 1])
        item.value, item.scale, item.group = number.value, number.scale, number.group
        item.spelled = True
        return item, number.stop
    item = _item("word" if first.kind == "word" else "sign", text, first, tokens[stop - 1])
    item.roles = roles
    if first.kind == "word" and stop == at + 1:
        if words.rank_word.fullmatch(first.key):
            item.kind = "rank"
        elif first.key not in words.phrases and len(words.plain) < _REMEMBERED:
            words.plain.add(first.key)
    return item, stop


def _matches(tokens: list[Token], at: int, keys: tuple[str, ...]) -> bool:
    return tuple(token.key for token in tokens[at : at + len(keys)]) == keys


def _digits(
    text: str, tokens: list[Token], at: int, before: list[Item], words: Lexicon
) -> tuple[Item, int]:
    """A number in digits, its groups (*5 989*) and misprints (*6o*) included, or a rank (*2e*)."""
    first = last = tokens[at]
    raw, misprint, stop = first.raw, None, at + 1
    glued = _glued(tokens, stop)
    if glued and glued.key in words.rank_endings:
        return _item("rank", text, first, glued), stop + 1
    while glued and (glued.kind == "number" or not glued.key.strip("o")):
        raw += "0" * len(glued.raw) if glued.kind == "word" else glued.raw
        last, stop, misprint = glued, stop + 1, "letter o for a zero"
        glued = _glued(tokens, stop)
    if last is first and not (before and before[-1].roles.keys() & _NUMBERED):
        stop = _groups(tokens, at)
        last = tokens[stop - 1]
        raw = "".join(token.raw for token in tokens[at:stop])
    item = _item("number", text, first, last)
    item.value, wrong = read_digits(raw, words.language)
    item.misprint = misprint or wrong
    return item, stop


def _glued(tokens: list[Token], at: int) -> Token | None:
    """The word or number at an index if no space stands before it."""
    if at < len(tokens) and not tokens[at].gap and tokens[at].kind in ("word", "number"):
        return tokens[at]
    return None


def _groups(tokens: list[Token], at: int) -> int:
    """Where a number written in groups of three (*5 989*) ends; `at + 1` for any other."""
    first, stop = tokens[at], at + 1
    before = tokens[at - 1] if at else None
    if not first.raw.isdecimal() or len(first.raw) > 3 or first.raw[0] == "0":
        return stop
    if before and (before.kind == "number" or (before.key == "+" and not first.gap)):
        return stop
    while stop < len(tokens) and tokens[stop].kind == "number":
        group, _, decimals = tokens[stop].raw.partition(",")
        spaced = tokens[stop].start == tokens[stop - 1].end + 1
        if not spaced or len(group) != 3 or not (group + decimals).isdecimal():
            return at + 1
        stop += 1
    return stop
