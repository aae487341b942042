"""What the rules know beforehand, read once from `rules.toml`."""

from datetime import date
from functools import cache

from msgspec import Struct

from ckt_extract.wordlists import word_lists

__all__ = ["Knowledge", "knowledge"]


class Knowledge(Struct, frozen=True):
    """The contents of `rules.toml`, where each entry is explained."""

    class_of: dict[str, tuple[int, int]]
    """Indicator to the number of its whole and the number of its class in it."""
    classes: tuple[int, ...]
    """How many classes each whole has."""
    signed: dict[str, date]
    """Agreement to the day on which it was signed."""
    lagging_stems: tuple[str, ...]
    several: frozenset[str]
    panel: tuple[str, ...]
    distribution: tuple[str, ...]
    total: frozenset[str]
    part: tuple[str, ...]
    no_sum: frozenset[str]
    rounded: tuple[str, ...]


@cache
def knowledge() -> Knowledge:
    """What the rules know beforehand."""
    rules = word_lists(__file__, "rules.toml")
    wholes: list[list[list[str]]] = [entry["classes"] for entry in rules["partition"]]
    return Knowledge(
        class_of={
            indicator: (whole, index)
            for whole, classes in enumerate(wholes)
            for index, indicators in enumerate(classes)
            for indicator in indicators
        },
        classes=tuple(len(classes) for classes in wholes),
        signed={name: entry["signed"] for entry in rules["agreement"] for name in entry["names"]},
        lagging_stems=tuple(rules["lagging"]["stems"]),
        several=frozenset(rules["several"]["indicators"]),
        panel=tuple(rules["panel"]["words"]),
        distribution=tuple(rules["distribution"]["words"]),
        total=frozenset(rules["table"]["total"]),
        part=tuple(rules["table"]["part"]),
        no_sum=frozenset(rules["table"]["no_sum"]),
        rounded=tuple(rules["table"]["rounded"]),
    )
