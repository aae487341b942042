"""Words that are broken over two lines."""

from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from ckt_extract.layout.lexicon import words
from ckt_extract.reading.page import Word

__all__ = ["join_broken"]


def join_broken(last: Word, first: Word, compounds: AbstractSet[str]) -> tuple[Word, Word]:
    """The last word of a line and the first of the next, joined where they are one word.

    Args:
        last: Last word of the line.
        first: First word of the next line.
        compounds: Words with a hyphen inside that stand elsewhere in the document.
    """
    text = last.text + "-" if last.hyphen else last.text
    if len(text) < 2 or text[-1] not in "-‐" or not text[-2].isalnum():
        return last, first
    begin = first.text
    plain = last if not last.hyphen else replace(last, text=text, hyphen=False)
    if begin.strip(".,;:()").lower() in words("suspended"):
        return plain, first
    if not begin[0].isalnum():
        return plain, first
    if begin[0].islower() and not _is_kept(text, begin, compounds):
        return (last if last.hyphen else replace(last, text=text[:-1], hyphen=True)), first
    return plain, replace(first, glued=True)


def _is_kept(text: str, begin: str, compounds: AbstractSet[str]) -> bool:
    """Whether a word keeps its hyphen when its two parts are joined."""
    piece = text[:-1].lstrip("(['\"‘“").rpartition("-")[2]
    whole = (text + begin).lower().strip("().,;:!?\"'‘’“”")
    return (
        whole in compounds
        or piece.isupper()
        or len(piece) == 1
        or any(char.isdigit() for char in piece)
        or piece.lower() in words("kept")
    )
