"""Whether words single out some parts of a case, and so decide on no more than those."""

from collections.abc import Iterator

from ckt_extract.facts.ruling_text import Passage
from ckt_extract.patterns import pattern

__all__ = ["some_parts"]

_NEAR = 120
"""Letters between an outcome and parts that are named behind it at most."""
_BEFORE = 45
"""Letters that a quantifier in front of a part has at most."""
_WORD = pattern(r"\s(?:\w+\s)?\Z")
"""What may stand between a quantifier and its noun."""
_OF = pattern(r"\s(?:of|van)\s(?:(?:the|this|that|its|their|de|het|deze|die|haar|zijn|hun)\s)?")
_IT = pattern(r"(?:it|them|daarvan|hiervan)\b")
_APART = pattern(r"[;:\n]")
_CLAUSE = pattern(r"[,;:\n]|\s(?:that|which|dat|die|en|and|maar|but)\s")


def some_parts(passage: Passage, start: int, end: int, hit: tuple[int, int] | None = None) -> bool:
    """Whether some parts of a case are singled out: *some of its points*, *niet elk onderdeel*.

    Args:
        passage: One sentence.
        start: Where to begin.
        end: Where to stop.
        hit: The outcome that is said of them, in the same clause; None when any will do.
    """
    return any(
        hit is None or _is_said_of(passage, span, hit) for span in _limited(passage, start, end)
    )


def _limited(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Nouns for parts of a case with a quantifier that leaves others out."""
    words, lower = passage.words, passage.lower
    ratios = {m.end: m for m in passage.reading.measures if m.kind == "ratio"}
    for noun in words.patterns["nouns.part"].finditer(lower, start, end):
        of = _OF.match(lower, noun.end())
        if (
            of
            and not _IT.match(lower, of.end())
            and not any(
                words.patterns[name].match(lower, of.end())
                for name in ("nouns.complaint", "nouns.dispute", "nouns.other")
            )
        ):
            continue  # some elements of the action plan
        ratio = ratios.get(noun.start() - 1)
        if ratio is not None and ratio.numerator != ratio.denominator:
            yield ratio.start, noun.end()
            continue
        first = max(start, noun.start() - _BEFORE)
        for some in words.patterns["outcome.some"].finditer(lower, first, noun.start()):
            whole = words.find("outcome.consists", lower, first, some.start())
            if whole is not None and not lower[whole.end() : some.start()].strip():
                continue  # a complaint that has several parts
            if _WORD.fullmatch(lower, some.end(), noun.start()):
                yield some.start(), noun.end()


def _is_said_of(passage: Passage, span: tuple[int, int], hit: tuple[int, int]) -> bool:
    """Whether an outcome and the parts beside it stand in one clause."""
    lower = passage.lower
    if span[1] <= hit[0]:
        return _APART.search(lower, span[1], hit[0]) is None
    return span[0] - hit[1] < _NEAR and _CLAUSE.search(lower, hit[1], span[0]) is None
