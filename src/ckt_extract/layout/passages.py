"""Words outside the flow of text: lines in one style that follow each other at one edge."""

from collections.abc import Sequence

from msgspec import Struct

from ckt_extract.layout.lines import Line

__all__ = ["Passage", "passages_of"]

_PITCH = 1.6
_PROSE = 60
"""Two sentences, or one of more letters that ends in a full stop, are running text."""


class Passage(Struct):
    """Lines in one style that follow each other."""

    lines: list[Line]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(line.text for line in self.lines)

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(line.x0 for line in self.lines)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(line.x1 for line in self.lines)

    @property
    def top(self) -> float:
        """Top of its letters."""
        return self.lines[0].baseline - 0.7 * self.lines[0].size

    @property
    def bottom(self) -> float:
        """The last baseline."""
        return self.lines[-1].baseline

    @property
    def is_prose(self) -> bool:
        """Whether it is running text, no label."""
        text = self.text
        return text.endswith(".") and (len(text) > _PROSE or ". " in text)


def passages_of(lines: Sequence[Line]) -> list[Passage]:
    """Lines put together where they follow each other at one edge, or centred, in one style.

    Words behind the end of a sentence, in lower case, begin anew: a label right below a text.
    """
    passages: list[Passage] = []
    for line in lines:
        for passage in reversed(passages):
            if _goes_on(passage.lines[-1], line):
                passage.lines.append(line)
                break
        else:
            passages.append(Passage([line]))
    return passages


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line goes on below another."""
    return (
        0.5 * line.size < line.baseline - last.baseline < _PITCH * line.size
        and abs(line.size - last.size) < 0.1
        and line.bold is last.bold
        and min(
            abs(line.x0 - last.x0),
            abs(line.x1 - last.x1),
            abs(line.x0 + line.x1 - last.x0 - last.x1) / 2,
        )
        < 1
        and not (last.text.endswith(".") and line.text[0].islower())
    )
