"""A chart drawn as vectors, and the places of its parts."""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct, field

from ckt_extract.layout.lines import Line
from ckt_extract.layout.timelines import is_year
from ckt_extract.patterns import pattern
from ckt_extract.reading.page import Area

__all__ = ["Chart", "Entry", "Others", "chart_of", "middle_of", "number_in"]

_THOUSANDS = pattern(r"[.,](?=\d{3}(?!\d))")


class Entry(Struct):
    """One value of a chart."""

    value: list[Line]
    label: list[Line]
    """Lines of the label that this value alone has."""
    context: list[str] = field(default_factory=list)
    """Labels that it shares with other values: its group of bars, its series."""


class Shape(Protocol):
    """What is drawn: sectors, bars, a line."""

    @property
    def x0(self) -> float:
        """The left side, in points."""

    @property
    def top(self) -> float:
        """The top, in points."""

    @property
    def x1(self) -> float:
        """The right side, in points."""

    @property
    def bottom(self) -> float:
        """The bottom, in points."""


Others = tuple[list[Line], str]
"""Lines of a chart that are no value's own, and the reason: label, axis."""


class Chart(Struct):
    """A chart with its values."""

    x0: float
    top: float
    x1: float
    bottom: float
    entries: list[Entry]
    others: list[Others]
    title: str = ""
    """The words right above it."""
    caption: str = ""
    """Its caption, without the number of the figure."""

    def has_years_only(self) -> bool:
        """Whether the values that stand for themselves all have nothing but a year."""
        alone = [entry for entry in self.entries if not entry.context]
        return bool(alone) and all(is_year(entry.label) for entry in alone)

    def lines(self) -> list[Line]:
        """All its lines."""
        lines = [line for entry in self.entries for line in [*entry.label, *entry.value]]
        return [*lines, *(line for group, _ in self.others for line in group)]


def middle_of(box: Line | Area) -> tuple[float, float]:
    """The middle of a shape, or of the letters of a line."""
    if isinstance(box, Line):
        return (box.x0 + box.x1) / 2, box.baseline - 0.35 * box.size
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def number_in(line: Line) -> float:
    """The number that a line says, roughly: enough to compare lengths and angles."""
    text = _THOUSANDS.sub("", line.text).replace(",", ".")
    digits = "".join(char for char in text if char.isdigit() or char == ".")
    try:
        return float(digits.strip("."))
    except ValueError:
        return 0.0


def chart_of(box: Shape, entries: Sequence[Entry], others: Sequence[Others] = ()) -> Chart:
    """A chart around its shapes and lines; a line is one entry's only, the first one's."""
    seen: set[int] = set()

    def new(lines: Sequence[Line]) -> list[Line]:
        fresh = [line for line in lines if id(line) not in seen]
        seen.update(id(line) for line in fresh)
        return fresh

    own = [Entry(new(entry.value), new(entry.label), entry.context) for entry in entries]
    chart = Chart(
        box.x0,
        box.top,
        box.x1,
        box.bottom,
        [entry for entry in own if entry.value],
        [(fresh, reason) for lines, reason in others if (fresh := new(lines))],
    )
    for line in chart.lines():
        chart.x0, chart.x1 = min(chart.x0, line.x0), max(chart.x1, line.x1)
        chart.top = min(chart.top, line.baseline - 0.7 * line.size)
        chart.bottom = max(chart.bottom, line.baseline)
    return chart
