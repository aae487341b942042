"""Boxes that are drawn as four straight lines, as word processors do."""

from collections.abc import Sequence

from ckt_extract.reading.page import Area, Rule

__all__ = ["frames_of"]

_MOST = 160
"""A page with more lines has tables, not boxes."""
_MEET = 2.0
"""Lines meet in a corner when they are so many points apart at most."""


def frames_of(rules: Sequence[Rule]) -> list[Area]:
    """The rectangles that four lines make, each from one line to the next below it."""
    if not 4 <= len(rules) <= _MOST:
        return []
    across = sorted(
        (rule for rule in rules if rule.x1 - rule.x0 > rule.bottom - rule.top),
        key=lambda rule: rule.top,
    )
    down = [rule for rule in rules if rule.bottom - rule.top > rule.x1 - rule.x0]
    frames: list[Area] = []
    for at, upper in enumerate(across):
        for lower in across[at + 1 :]:
            if abs(lower.x0 - upper.x0) > _MEET or abs(lower.x1 - upper.x1) > _MEET:
                continue
            sides = (_side(x, upper, lower, down) for x in (upper.x0, upper.x1))
            if lower.top - upper.top > 2 * _MEET and all(sides):
                frames.append(Area(upper.x0, upper.top, upper.x1, lower.bottom, None, curved=False))
            break  # what is further down is another box
    return frames


def _side(x: float, upper: Rule, lower: Rule, down: Sequence[Rule]) -> bool:
    """Whether a line runs from one line to another at one of their ends."""
    return any(
        abs((rule.x0 + rule.x1) / 2 - x) < _MEET
        and rule.top < upper.bottom + _MEET
        and rule.bottom > lower.top - _MEET
        for rule in down
    )
