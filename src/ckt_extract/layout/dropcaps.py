"""Initials that are two or three lines high."""

from collections.abc import Sequence

from msgspec.structs import replace

from ckt_extract.layout.lines import Line, line_of

__all__ = ["join_drop_caps"]

_MOST = 30
"""A page with more single capitals is no text with initials."""


def join_drop_caps(lines: list[Line]) -> list[Line]:
    """The lines, with a large initial put in front of the line that it begins.

    Its upper edge is level with that line, and it stands right before it.
    """
    initials = [line for line in lines if _is_initial(line)]
    if not initials or len(initials) > _MOST:
        return lines
    for initial in initials:
        host = _host(initial, lines)
        if host is None:
            continue
        rest = [replace(word, raised=False) for word in initial.words[1:]]
        first = host.words[0] if rest else replace(host.words[0], glued=True)
        words = [initial.words[0], *rest, first, *host.words[1:]]
        if rest:
            words[1] = replace(words[1], glued=True)
        joined = line_of(words)
        joined.size, joined.baseline = host.size, host.baseline
        lines = [joined if line is host else line for line in lines if line is not initial]
    return lines


def _is_initial(line: Line) -> bool:
    """Whether a line holds one large capital, perhaps with small letters that stick to it."""
    first = line.words[0]
    rest = line.words[1:]
    return (
        len(first.text) == 1
        and first.text.isupper()
        and all(word.raised and word.text.islower() for word in rest)
        and len(rest) < 2
    )


def _host(initial: Line, lines: Sequence[Line]) -> Line | None:
    """The line that an initial begins."""
    first = initial.words[0]
    edge = initial.words[-1].x1
    top = first.baseline - 0.72 * first.size
    for line in lines:
        size = line.size
        if line is initial or first.size < 1.8 * size:
            continue
        level = abs(line.baseline - 0.72 * size - top) < 0.6 * size
        if level and -0.5 * size < line.x0 - edge < 0.8 * size and line.words[0].text[0].islower():
            return line
    return None
