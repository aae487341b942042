"""Blocks become statements: broken words joined, sentences split."""

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from ckt_extract.layout.block import Block
from ckt_extract.layout.hyphens import join_broken
from ckt_extract.layout.numerals import is_number
from ckt_extract.layout.sentences import sentence_spans
from ckt_extract.layout.statement import PlacedWord, Statement, StatementKind, join_words
from ckt_extract.reading.page import Word

__all__ = ["block_text", "single_statement", "statements_of"]

_WHOLE = frozenset({"heading", "furniture", "contents"})
"""Kinds that are not split into sentences."""


def words_of(block: Block, compounds: AbstractSet[str]) -> tuple[list[Word], list[int]]:
    """The words of a block and of where it goes on, with their pages; broken words joined."""
    words: list[Word] = []
    pages: list[int] = []
    for part in (block, *block.more):
        for line in part.lines:
            start = len(words)
            words.extend(line.words)
            if start:
                words[start - 1], words[start] = join_broken(
                    words[start - 1], words[start], compounds
                )
        pages.extend([part.page] * (len(words) - len(pages)))
    if words[-1].hyphen:  # nothing follows that it could be joined with
        words[-1] = replace(words[-1], text=words[-1].text + "-", hyphen=False)
    return words, pages


def statements_of(
    block: Block, compounds: AbstractSet[str], number: int, section: int | None
) -> list[Statement]:
    """The statements of a block: one a sentence, or one for a heading.

    Args:
        block: The block.
        compounds: Words with a hyphen inside that stand elsewhere in the document.
        number: Block number of the statements.
        section: Index of the section it stands in.
    """
    words, pages = words_of(block, compounds)
    text, starts = join_words(words)
    kind: StatementKind = "sentence" if block.kind == "text" else block.kind
    if block.lines[0].split and block.kind == "text":
        return [_row_statement(block, words, pages, number, section)]
    spans = [(0, len(text))] if block.kind in _WHOLE else sentence_spans(text)
    statements: list[Statement] = []
    if len(spans) == 1:
        placed = [PlacedWord(*each) for each in zip(words, pages, starts, strict=True)]
        focus = (0, len(text))
        return [Statement(text, placed, kind, focus, number, section, reason=block.reason)]
    first = 0
    for start, end in spans:
        last = bisect_left(starts, end, first)
        if last and starts[last - 1] + len(words[last - 1].text) > end:
            cut = end - starts[last - 1]
            _split(words, starts, pages, last - 1, cut)
        placed = [
            PlacedWord(word, page, at - start)
            for word, page, at in zip(
                words[first:last], pages[first:last], starts[first:last], strict=True
            )
        ]
        sentence = text[start:end]
        statements.append(
            Statement(
                sentence, placed, kind, (0, len(sentence)), number, section, reason=block.reason
            )
        )
        first = last
    return statements


def _row_statement(
    block: Block, words: list[Word], pages: list[int], number: int, section: int | None
) -> Statement:
    """The statement of a label and a value in one row: `Leefbaar loon: 41%`."""
    cut = block.lines[0].split
    label, starts = join_words(words[:cut])
    value, more = join_words(words[cut:])
    first = is_number(block.lines[0].words[:cut])
    gap = " " if first or not label[-1].isalnum() else ": "
    text = label + gap + value
    starts += [len(label) + len(gap) + start for start in more]
    placed = [PlacedWord(*each) for each in zip(words, pages, starts, strict=True)]
    figures = first or is_number(words[cut:])
    return Statement(
        text, placed, "callout" if figures else "sentence", (0, len(text)), number, section
    )


def _split(words: list[Word], starts: list[int], pages: list[int], index: int, cut: int) -> None:
    """Split a word that holds the end of a sentence and the start of the next one.

    Its characters are taken to be equally wide.
    """
    word = words[index]
    middle = word.x0 + (word.x1 - word.x0) * cut / len(word.text)
    words[index] = replace(word, text=word.text[:cut], x1=middle, hyphen=False)
    words.insert(index + 1, replace(word, text=word.text[cut:], x0=middle, glued=True))
    starts.insert(index + 1, starts[index] + cut)
    pages.insert(index + 1, pages[index])


def single_statement(words: list[Word], page: int, reason: str) -> Statement:
    """A furniture statement of words on one page."""
    text, starts = join_words(words)
    placed = [PlacedWord(word, page, start) for word, start in zip(words, starts, strict=True)]
    return Statement(text, placed, "furniture", (0, len(text)), reason=reason)


def block_text(block: Block, compounds: AbstractSet[str]) -> tuple[str, list[PlacedWord]]:
    """The whole text of a block with its words."""
    words, pages = words_of(block, compounds)
    text, starts = join_words(words)
    placed = [PlacedWord(*each) for each in zip(words, pages, starts, strict=True)]
    return text, placed
