"""Repeated structure: labels that stand in the same place of several numbers."""

from collections.abc import Callable, Sequence
from math import inf

from msgspec import Struct

__all__ = ["Spot", "series_of"]

_HIGH = 6.0
"""A label stands at most so many times the size of its number above or below it."""
_WIDE = 14.0
"""Labels beside numbers stand at most so many times their size away."""
_LEAST = 330.0
"""They may stand so many points away in any case."""
_ALIGNED = 1.5
_NEARLY = 0.25
"""The same of labels of all numbers, in times the height of the numbers."""
_SAME = 1.5
"""Labels stand in the same place when their gaps, or their heights, differ by no more points."""


class Spot(Struct):
    """Where a number or a label stands."""

    x0: float
    top: float
    x1: float
    bottom: float
    first: float
    """The baseline of its first line."""


Pair = tuple[int, int, str]
"""A number and a label by their places in the lists, and the side of the label."""


class _Place(Struct):
    """A label at one side of a number."""

    number: int
    label: int
    gap: float
    keys: tuple[float, ...]
    """What labels in the same place have in common: the gap, a line, the way between starts."""


def series_of(
    numbers: Sequence[Spot],
    labels: Sequence[Spot],
    *,
    least: int,
    may_pair: Callable[[int, int], bool],
    whole: bool = False,
) -> list[Pair]:
    """Numbers with the labels that stand in the same place of each of them.

    The place is the same when the gap is, or when all labels stand on one line: below circles of
    different sizes, in a column beside numbers. What covers most numbers is taken first.

    Args:
        numbers: Where numbers of one kind stand.
        labels: Where the labels stand that are left.
        least: So many numbers at least make a series.
        may_pair: Whether a number may have a label, both by their places in the lists.
        whole: Give nothing unless all numbers have labels on one side, and on no other.
    """
    same = _SAME
    if whole and numbers:  # no other place is as good, so that this one need not be exact
        same = max(_SAME, _NEARLY * min(number.bottom - number.top for number in numbers))
    shift = _ALIGNED + same - _SAME
    found: list[tuple[int, float, int, str, list[_Place]]] = []
    for side in ("below", "right", "above", "left"):
        for aligned in range(4):
            places = [
                place
                for at, number in enumerate(numbers)
                for to, label in enumerate(labels)
                if (place := _place(at, to, number, label, side, aligned, shift))
                and may_pair(at, to)
            ]
            for group in _groups(places, same):
                mean = sum(place.gap for place in group) / len(group)
                found.append((-len(group), mean, len(found), side, group))
    if whole:
        sides = {side for count, _, _, side, _ in found if -count == len(numbers)}
        found = [each for each in found if sides == {each[3]} and -each[0] == len(numbers)]
    taken_numbers: set[int] = set()
    taken_labels: set[int] = set()
    pairs: list[Pair] = []
    for _, _, _, side, group in sorted(found, key=lambda each: each[:3]):
        free = [
            place
            for place in group
            if place.number not in taken_numbers
            and place.label not in taken_labels
            and not _is_parted(place, numbers, labels)
        ]
        if len(free) < least:
            continue
        taken_numbers.update(place.number for place in free)
        taken_labels.update(place.label for place in free)
        pairs += [(place.number, place.label, side) for place in free]
    return pairs


def _place(  # noqa: PLR0917 - a pair, and what it is looked at for
    at: int, to: int, number: Spot, label: Spot, side: str, aligned: int, most: float
) -> _Place | None:
    """The place of a label at one side of a number.

    It is aligned at the start, at the end, in the middle, or (beside it) by its first line, at
    most so many points off.
    """
    size = number.bottom - number.top
    if side in ("below", "above"):
        shift = (
            number.x0 - label.x0,
            number.x1 - label.x1,
            (number.x0 + number.x1 - label.x0 - label.x1) / 2,
            inf,
        )[aligned]
        gap = label.top - number.bottom if side == "below" else number.top - label.bottom
        keys: tuple[float, ...] = (gap, label.top if side == "below" else label.bottom)
        reach = _HIGH * size
    else:
        shift = (
            number.top - label.top,
            number.bottom - label.bottom,
            (number.top + number.bottom - label.top - label.bottom) / 2,
            number.first - label.first,
        )[aligned]
        gap = label.x0 - number.x1 if side == "right" else number.x0 - label.x1
        keys = (gap, label.x0, label.x0 - number.x0)
        if side == "left":
            keys = (gap, label.x0, label.x1, number.x1 - label.x0)
        reach = max(_WIDE * size, _LEAST)
    if abs(shift) > most or not -0.2 * size < gap < reach:
        return None
    return _Place(at, to, max(gap, 0.0), keys)


def _groups(places: Sequence[_Place], same: float) -> list[list[_Place]]:
    """Places that have a gap or a line in common; each number and each label once.

    Args:
        places: The places on one side.
        same: By how many points the gaps or lines may differ.
    """
    groups: list[list[_Place]] = []
    for key in range(len(places[0].keys) if places else 0):
        ordered = [
            place
            for _, _, _, place in sorted(
                (place.keys[key], place.gap, at, place) for at, place in enumerate(places)
            )
        ]
        start = 0
        for at in range(1, len(ordered) + 1):
            if at == len(ordered) or ordered[at].keys[key] - ordered[start].keys[key] > same:
                group = _once(ordered[start:at])
                if len(group) > 1:
                    groups.append(group)
                start = at
    return groups


def _once(places: Sequence[_Place]) -> list[_Place]:
    """The nearest places in which each number and each label stands once."""
    numbers: set[int] = set()
    labels: set[int] = set()
    group: list[_Place] = []
    for place in sorted(places, key=lambda each: (each.gap, each.number)):
        if place.number not in numbers and place.label not in labels:
            numbers.add(place.number)
            labels.add(place.label)
            group.append(place)
    return group


def _is_parted(place: _Place, numbers: Sequence[Spot], labels: Sequence[Spot]) -> bool:
    """Whether another number or label stands between a number and its label."""
    number, label = numbers[place.number], labels[place.label]
    x0, x1 = min(number.x0, label.x0), max(number.x1, label.x1)
    top, bottom = min(number.top, label.top), max(number.bottom, label.bottom)
    return any(
        x0 < (each.x0 + each.x1) / 2 < x1 and top < (each.top + each.bottom) / 2 < bottom
        for each in (*numbers, *labels)
        if each is not number and each is not label
    )
