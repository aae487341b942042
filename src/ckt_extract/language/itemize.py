"""Tokens become items: phrases get their roles, numbers their values."""

import re
from collections.abc import Mapping
from decimal import Decimal
from unicodedata import numeric

from ckt_extract.language.items import Item, ItemKind, Line
from ckt_extract.language.lexicon import Lexicon, lexicon
from ckt_extract.language.numbers import read_digits, read_words
from ckt_extract.language.tokens import Token, tokenize
from ckt_extract.models.document import Language

__all__ = ["itemize"]

_NO_ROLES: Mapping[str, str] = {}
_MAX_WORDS = 12
"""Words that a number in words can be made of."""
_AND_A = re.compile("[eë]n(?:een|één)?$")
"""The *en een* between a whole number and its half."""
_NUMBERED = frozenset({"reference", "name", "version", "address", "phone", "month"})
"""After these a space between two numbers parts them (*tabel 5 989 locaties*)."""


def itemize(text: str, language: Language) -> Line:
    """The items of a text, in order."""
    words = lexicon(language)
    tokens = tokenize(text)
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
    roles, stop = _NO_ROLES, at + 1
    second = tokens[at + 1].key if at + 1 < len(tokens) else ""
    for rest, found in words.phrases.get(first.key, ()):
        if not rest or (rest[0] == second and _matches(tokens, at + 1, rest)):
            roles, stop = found, at + 1 + len(rest)
            break
    if first.kind == "word" and stop == at + 1:
        spelled = _spelled(text, tokens, at, words)
        if spelled:
            return spelled
    item = _item("word" if first.kind == "word" else "sign", text, first, tokens[stop - 1])
    item.roles = roles
    if first.kind == "word" and stop == at + 1 and words.rank_word.fullmatch(first.key):
        item.kind = "rank"
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


def _spelled(text: str, tokens: list[Token], at: int, words: Lexicon) -> tuple[Item, int] | None:
    """A number in words, as many as make one number (*drieduizend vijfhonderd*)."""
    first = tokens[at]
    value, group = _word_value(first.key, words)
    if value is None or not _starts_number(tokens, at, words):
        return None
    phrase, stop = first.key, at + 1
    parted: tuple[Decimal, int] | None = None  # the number before the last *and*
    while stop - at < _MAX_WORDS and value == int(value) and not group:
        following = _joined(tokens, stop, value, words)
        more = _word_value(tokens[following].key, words)[0] if following else None
        longer = read_words(f"{phrase} {tokens[following].key}", words.language) if more else None
        if longer is None:
            if more and parted:  # between one hundred | and five hundred
                value, stop = parted
            break
        if "number_join" in words.single(tokens[stop].key):
            parted = value, stop
        phrase, value, stop = f"{phrase} {tokens[following].key}", longer, following + 1
    item = _item("number", text, first, tokens[stop - 1])
    if stop + 1 < len(tokens) and tokens[stop].key == "-" and value < 100 and value % 10 == 0:
        rank = tokens[stop + 1]
        if not rank.gap and words.rank_word.fullmatch(rank.key):  # twenty-third
            return _item("rank", text, first, rank), stop + 2
    item.value, item.group, item.spelled = value, group, True
    stop = _decimals(text, tokens, stop, item, words)
    scale = words.single(tokens[stop - 1].key).get("scale")
    item.scale = Decimal(scale) if scale and stop > at + 1 else None
    return item, stop


def _decimals(text: str, tokens: list[Token], at: int, item: Item, words: Lexicon) -> int:
    """Read *komma vijf* / *point five* after a number in words; gives the index after it."""
    digits = ""
    while at + 1 + len(digits) < len(tokens) and "decimal" in words.single(tokens[at].key):
        value = _word_value(tokens[at + 1 + len(digits)].key, words)[0]
        if value is None or value >= 10 or value != int(value) or len(digits) > 3:
            break
        digits += str(value)
    if not digits or item.value is None:
        return at
    item.value += Decimal(f"0.{digits}")
    at += 1 + len(digits)
    item.end = tokens[at - 1].end
    item.raw = text[item.start : item.end]
    return at


def _starts_number(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a number can start with this word: a scale needs a number before it.

    *Duizend* is a number, but not in *750 duizend* or *enkele duizend*; *million* never is.
    """
    roles = words.single(tokens[at].key)
    if "scale" not in roles:
        return "article" not in roles
    before = tokens[at - 1] if at else None
    return "scale_only" not in roles and not (
        before and (before.kind == "number" or "vague" in words.single(before.key))
    )


def _joined(tokens: list[Token], at: int, value: Decimal, words: Lexicon) -> int:
    """Where the next word of a number in words stands; 0 where it ends.

    Words follow each other, or are joined by a hyphen (*twenty-three*) or, after a hundred or
    a thousand, by *en* / *and* (*one hundred and five*).
    """
    token = tokens[at] if at < len(tokens) else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token is None or (token.kind == "word" and "number_join" not in words.single(token.key)):
        return at if token else 0
    if after is None or after.kind != "word":
        return 0
    if token.key == "-" and not token.gap and not after.gap:
        return at + 1
    if token.kind == "word" and value % 100 == 0:
        more = _word_value(after.key, words)[0]
        return at + 1 if more and more < 100 else 0
    return 0


def _word_value(key: str, words: Lexicon) -> tuple[Decimal | None, bool]:
    """The value of one number word, and whether it names a group (*tiental*, *dozen*)."""
    roles = words.single(key)
    if "number" in roles:
        return Decimal(roles["number"]), "group" in roles
    match = words.number_word.fullmatch(key)
    if not match:
        return None, False
    stem = match["stem"]
    if match["half"]:  # tweeënhalf, drieëneenhalf
        whole = read_words(_AND_A.sub("", stem), words.language)
        return (whole + Decimal("0.5") if whole else None), False
    return read_words(stem, words.language), match["group"] is not None
