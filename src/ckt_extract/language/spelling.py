"""Numbers in words: how many tokens make one number, and its value."""

from decimal import Decimal

from msgspec import Struct

from ckt_extract.language.lexicon import Lexicon
from ckt_extract.language.numbers import read_words
from ckt_extract.language.tokens import Token
from ckt_extract.patterns import pattern

__all__ = ["Spelled", "spelled"]

_MAX_WORDS = 12
"""Words that a number in words can be made of."""
_AND_A = pattern("[eë]n(?:een|één)?$")
"""The *en een* between a whole number and its half: *tweeën-half*, *drieëneen-half*."""
_YEAR = pattern(r"(?:19|20)\d\d")


class Spelled(Struct):
    """A number in words; `stop` is the index of the token after it."""

    value: Decimal
    stop: int
    group: bool = False
    """A group word: *tiental*."""
    scale: Decimal | None = None
    """The scale it ends in: the million of *drie miljoen*."""
    rank: bool = False
    """Its last word makes it a rank: *twenty-third*."""


def spelled(tokens: list[Token], at: int, words: Lexicon) -> Spelled | None:
    """The number in words that starts at a token, as long as the words make one number.

    *Drieduizend vijfhonderd*, *one hundred and five*, *twee komma vijf*, *twenty-three*.
    """
    value, group = _word_value(tokens[at].key, words)
    if value is None or not _starts_number(tokens, at, words):
        return None
    number = Spelled(value, at + 1, group)
    if not group and value == int(value):
        _grow(tokens, at, number, words)
    if _rank_after(tokens, number, words):
        number.rank, number.stop = True, number.stop + 2
        return number
    _decimals(tokens, number, words)
    scale = words.single(tokens[number.stop - 1].key).get("scale")
    number.scale = Decimal(scale) if scale and number.stop > at + 1 else None
    return number


def _grow(tokens: list[Token], at: int, number: Spelled, words: Lexicon) -> None:
    """Add the words that go on with the number."""
    phrase = tokens[at].key
    parted: tuple[Decimal, int] | None = None  # the number before the last *and*
    while number.stop - at < _MAX_WORDS:
        following = _next_word(tokens, number, words)
        more = _word_value(tokens[following].key, words)[0] if following else None
        if more is None:
            return
        longer = read_words(f"{phrase} {tokens[following].key}", words.language)
        if longer is None:
            if parted:  # between one hundred | and five hundred
                number.value, number.stop = parted
            return
        if "number_join" in words.single(tokens[number.stop].key):
            parted = number.value, number.stop
        phrase = f"{phrase} {tokens[following].key}"
        number.value, number.stop = longer, following + 1


def _next_word(tokens: list[Token], number: Spelled, words: Lexicon) -> int:
    """Where the next word of the number would stand; 0 where it ends.

    Words follow each other, or are joined by a hyphen (*twenty-three*) or, after a hundred or
    a thousand, by *en* / *and* (*one hundred and five*).
    """
    at = number.stop
    token = tokens[at] if at < len(tokens) else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token is None:
        return 0
    if token.kind == "word" and "number_join" not in words.single(token.key):
        return at
    if after is None or after.kind != "word":
        return 0
    if token.key == "-" and not token.gap and not after.gap:
        return at + 1
    if token.kind == "word" and number.value % 100 == 0:
        more = _word_value(after.key, words)[0]
        return at + 1 if more and more < 100 else 0
    return 0


def _rank_after(tokens: list[Token], number: Spelled, words: Lexicon) -> bool:
    """Whether a hyphen and a rank follow tens: *twenty-third*."""
    at = number.stop
    if at + 1 >= len(tokens) or tokens[at].key != "-" or number.value % 10 or number.value >= 100:
        return False
    return not tokens[at + 1].gap and bool(words.rank_word.fullmatch(tokens[at + 1].key))


def _decimals(tokens: list[Token], number: Spelled, words: Lexicon) -> None:
    """Read *komma vijf*, *point two five* after a number in words."""
    at, digits = number.stop + 1, ""
    if at >= len(tokens) or "decimal" not in words.single(tokens[at - 1].key):
        return
    for token in tokens[at : at + 3]:
        value = _word_value(token.key, words)[0]
        if value is None or value >= 10 or value % 1:
            break
        digits += str(value)
    if digits:
        number.value += Decimal(f"0.{digits}")
        number.stop = at + len(digits)


def _starts_number(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a number can start with this word: a scale needs a number before it.

    *Duizend* is a number, but not in *750 duizend* or *enkele duizend*; *million* never is.
    """
    roles = words.single(tokens[at].key)
    if "scale" not in roles:
        return "article" not in roles
    before = tokens[at - 1] if at else None
    if "scale_only" in roles or before is None:
        return "scale_only" not in roles
    scaled = before.kind == "number" and not _YEAR.fullmatch(before.raw)  # in 2019 duizend
    return not scaled and "vague" not in words.single(before.key)


def _word_value(key: str, words: Lexicon) -> tuple[Decimal | None, bool]:
    """The value of one number word, and whether it names a group (*tiental*)."""
    roles = words.single(key)
    if "number" in roles:
        return Decimal(roles["number"]), False
    match = words.number_word.fullmatch(key)
    if not match:
        return None, False
    if match["half"]:
        whole = read_words(_AND_A.sub("", match["stem"]), words.language)
        return (whole + Decimal("0.5") if whole else None), False
    return read_words(match["stem"], words.language), match["group"] is not None
