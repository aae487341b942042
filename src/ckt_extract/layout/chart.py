"""A chart drawn as vectors, and the places of its parts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ckt_extract.layout.lines import Line
from ckt_extract.layout.shapes import Bars, Pie
from ckt_extract.reading.page import Area

__all__ = ["Chart", "Entry", "chart_of", "middle_of"]


@dataclass(slots=True)
class Entry:
    """One value of a chart."""

    value: list[Line]
    label: list[Line]
    """Lines of the label that this value alone has."""
    context: list[str] = field(default_factory=list)
    """Labels that it shares with other values: its group of bars, its series."""


@dataclass(slots=True)
class Chart:
    """A chart with its values."""

    kind: Literal["pie", "bars"]
    x0: float
    top: float
    x1: float
    bottom: float
    entries: list[Entry]
    others: list[tuple[list[Line], str]] = field(default_factory=list)
    """Lines of the chart that are no value's own, each with the reason: label, axis."""

    def lines(self) -> list[Line]:
        """All its lines."""
        lines = [line for entry in self.entries for line in [*entry.label, *entry.value]]
        return [*lines, *(line for group, _ in self.others for line in group)]


def middle_of(box: Line | Area) -> tuple[float, float]:
    """The middle of a shape, or of the letters of a line."""
    if isinstance(box, Line):
        return (box.x0 + box.x1) / 2, box.baseline - 0.35 * box.size
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def chart_of(
    kind: Literal["pie", "bars"],
    box: Pie | Bars,
    entries: list[Entry],
    others: list[tuple[list[Line], str]],
    parts: Sequence[Line],
) -> Chart:
    """A chart around its shapes and lines."""
    extra = [line for group, _ in others for line in group]
    everything = [*parts, *extra]
    return Chart(
        kind,
        min(box.x0, *(line.x0 for line in everything)),
        min(box.top, *(line.baseline - 0.7 * line.size for line in everything)),
        max(box.x1, *(line.x1 for line in everything)),
        max(box.bottom, *(line.baseline for line in everything)),
        entries,
        others,
    )
