"""Numbers in the words of a page: which words say one, with what sign, unit and bound."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ckt_extract.layout.lines import Line
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Word
from ckt_extract.wordlists import word_lists

__all__ = ["Lexicon", "ends_in_bound", "is_bound", "is_number", "is_unit", "number_words"]

_NUMBER = pattern(
    r"[+±~≈<>≥≤−–(-]*[€$£]?(?:\d[\d.,:/]*[¼½¾⅓⅔]?|[¼½¾⅓⅔])%?(?:[–-]\d[\d.,]*)?"
    r"(?:[%x×+km]|-?punt|e|ste|de|th|st|nd|rd|ml[nd]|mrd|mn|bn)?[)*+]*\Z"
)
_SIGN = pattern(r"[€$£%+±~≈<>≥≤=→➔➡⇒⟶►▶−–/-]+\Z")
_YEAR = pattern(r"(?:19|20)\d\d\Z")
_NAME = pattern(r"[A-ZÀ-Þ]")


class Lexicon(NamedTuple):
    """Words that stand with a number: before it, after it, joining two, and those that say one."""

    before: frozenset[str]
    after: frozenset[str]
    links: frozenset[str]
    words: frozenset[str]


@cache
def number_words() -> Lexicon:
    """The words of `numerals.toml`, read once."""
    lists = word_lists(__file__, "numerals.toml")
    return Lexicon(*(frozenset(lists[name]) for name in Lexicon._fields))


def is_number(pieces: Sequence[Word]) -> bool:
    """Whether words say a number, with its unit and bound and hardly more."""
    if len(pieces) > 8:
        return False
    words = [word.text.lower() for word in pieces]
    lexicon = number_words()
    digits = rest = 0
    for text in words:
        if _NUMBER.match(text) or text in lexicon.words:
            digits += 1
        elif not (_SIGN.match(text) or text in lexicon.before or text in lexicon.after):
            rest += 1
    if not digits:
        return False
    if not any(char.isdigit() for text in words for char in text):
        return rest == 0 and len(words) > 1
    if rest and (_NUMBER.match(words[0]) is None or _YEAR.match(words[0])):
        return False
    return rest <= 2 and not any(_NAME.match(word.text) for word in pieces[1:2] if rest)


def is_bound(lines: Sequence[Line]) -> bool:
    """Whether lines above a number say nothing but a bound: *ruim*, *meer dan*."""
    words = [word.text.lower() for line in lines for word in line.words]
    before = number_words().before
    return len(words) <= 4 and all(text in before for text in words)


def ends_in_bound(lines: Sequence[Line]) -> bool:
    """Whether words end in a bound of the number behind them: *aandeel in de omzet, bijna*."""
    words = [word.text.lower() for line in lines for word in line.words]
    before = number_words().before
    for at in range(len(words) - 1, 0, -1):
        if words[at] not in before:
            return False
        if words[at - 1].endswith(","):
            return True
    return False


def is_unit(line: Line, words: frozenset[str]) -> bool:
    """Whether a line holds a unit, sign or bound, and no more than a number with it: *van 5*.

    *in 2019* is no unit: it says when.
    """
    if len(line.words) > 4 or _YEAR.match(line.words[-1].text):
        return False
    texts = [word.text.lower() for word in line.words]
    units = [text in words or _SIGN.match(text) is not None for text in texts]
    return any(units) and all(
        unit or _NUMBER.match(text) for unit, text in zip(units, texts, strict=True)
    )
