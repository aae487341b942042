"""The numbered paragraphs of a ruling, as sections below its headings."""

import re
from collections.abc import Iterator, Sequence

from ckt_extract.layout.statement import Statement
from ckt_extract.models.document import Section

__all__ = ["with_paragraphs"]

_DEEP = re.compile(r"\d{1,2}(?:\.\d{1,3})+\.?\Z")
_INSIDE = re.compile(r"(\d{1,2}(?:\.\d{1,3})+)\.?\s+(?=[^\W\d_])")
"""A numeral that the layout left in the text."""
_PLAIN = re.compile(r"(\d{1,3})[.)]?\Z")


def with_paragraphs(
    sections: Sequence[Section], statements: Sequence[Statement]
) -> tuple[Section, ...]:
    """The sections of a ruling with its numbered paragraphs among them, in reading order.

    A paragraph (*2.1*) has its first sentence for a title. Plain numerals count as paragraphs
    where they run on over headings; those of a list start anew and are none.

    Args:
        sections: The headings; `Statement.section` is an index in them.
        statements: The statements of the document in reading order.
    """
    plain = set(map(id, _running(statements)))
    found: list[Section] = []
    moved: dict[int, int] = {}
    """From the index of a heading to its index among all sections."""
    open_: Statement | None = None
    """The paragraph that further sentences belong to."""
    for statement in statements:
        index = statement.section
        if statement.kind == "heading" and index is not None and index not in moved:
            moved[index] = len(found)
            heading = sections[index]
            parent = moved.get(heading.parent) if heading.parent is not None else None
            found.append(heading.model_copy(update={"parent": parent}))
            open_ = None
        elif statement.words and (_number(statement) or id(statement) in plain):
            found.append(_paragraph(statement, found, moved))
            open_ = statement
        elif open_ is not None and statement.block == open_.block and statement.words:
            pages = (found[-1].pages[0], statement.words[-1].page)
            found[-1] = found[-1].model_copy(update={"pages": pages})
    return tuple(found) if len(moved) == len(sections) else tuple(sections)


def _paragraph(statement: Statement, found: Sequence[Section], moved: dict[int, int]) -> Section:
    inside = _INSIDE.match(statement.text) if not statement.mark else None
    number = inside.group(1) if inside else statement.mark.strip("().")
    start = inside.end() if inside else 0
    above = number.rpartition(".")[0]
    parent = next(
        (i for i in range(len(found) - 1, -1, -1) if above and found[i].number == above),
        moved.get(statement.section) if statement.section is not None else None,
    )
    pages = (statement.words[0].page, statement.words[-1].page)
    return Section(
        title=statement.text[start:],
        level=found[parent].level + 1 if parent is not None else 1,
        number=number,
        parent=parent,
        pages=pages,
        place=statement.place(start),
    )


def _number(statement: Statement) -> bool:
    """Whether a numeral of more than one level stands in front of a statement."""
    if statement.kind not in ("sentence", "bullet"):
        return False
    return bool(_DEEP.match(statement.mark) or _INSIDE.match(statement.text))


def _running(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements whose plain numerals run on from one heading to the next."""
    numbered = [
        (int(match.group(1)), statement)
        for statement in statements
        if statement.kind != "heading" and (match := _PLAIN.match(statement.mark))
    ]
    run: list[Statement] = []
    last = 0
    for number, statement in numbered:
        if number == last + 1:
            run.append(statement)
            last = number
        elif number == 1:
            yield from _over_headings(run)
            run, last = [statement], 1
    yield from _over_headings(run)


def _over_headings(run: Sequence[Statement]) -> Sequence[Statement]:
    return run if len({statement.section for statement in run}) > 1 else []
