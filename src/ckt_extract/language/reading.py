"""What the language room gives: the numbers of a text, read or set aside.

Spans are half-open character offsets in the text as given.
"""

from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from ckt_extract.models.document import Language
from ckt_extract.models.quantity import Bound, DurationUnit

__all__ = ["Aside", "Language", "Measure", "MeasureKind", "TextReading", "TimeReference"]

MeasureKind = Literal["count", "percentage", "percentage_points", "ratio", "money", "duration"]


class Measure(Struct, frozen=True):
    """A quantity as the text puts it.

    `start` to `end` covers the whole phrase (*ruim 3,2 miljoen euro*); `number` covers the
    number itself without bound and unit (*3,2 miljoen*).
    """

    kind: MeasureKind
    value: Decimal
    start: int
    end: int
    number: tuple[int, int]
    upper: Decimal | None = None
    bound: Bound = "exact"
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    currency: str | None = None
    unit: DurationUnit | None = None
    only: bool = False
    """A word of judgement stands before it (*slechts*, *only*): the bound stays exact."""
    misprint: str | None = None
    """What is wrong with the way it is written (`32.0000`, `procent procent`), or None."""
    pair: Literal["from", "to"] | None = None
    """Its side of a change: *van 63* (from) *naar 80 procent* (to)."""


AsideReason = Literal[
    "year", "date", "reference", "ordinal", "page_number", "address", "phone", "postcode",
    "list_numeral", "version", "footnote", "name", "email_or_url", "time", "indefinite",
]  # fmt: skip
"""`date` is also a length of time that says when (*de afgelopen drie jaar*), `reference` a chapter,
figure, article, case or step, `name` part of a name or a code, `indefinite` *één van de*."""


class Aside(Struct, frozen=True):
    """A number that is no quantity, and why."""

    start: int
    end: int
    reason: AsideReason


class TimeReference(Struct, frozen=True):
    """Words that say when.

    `year`/`end_year` for what is stated (*in 2019*, *van 2018 tot 2020*, *eind 2020*,
    *31 december 2021*); `offset` for what is relative to the reporting year or to a year
    before it in the text (*vorig jaar*, *een jaar eerder* -1); `back` for *toen*/*destijds*/
    *then*, which repeats the year that was last referred to.
    """

    start: int
    end: int
    kind: Literal["year", "years", "date", "month", "relative", "back"]
    year: int | None = None
    end_year: int | None = None
    month: int | None = None
    day: int | None = None
    offset: int | None = None
    from_text: bool = False
    """For `relative`: counted from the year last named in the text (*een jaar eerder*, *het jaar
    ervoor*), not from the year of the edition (*vorig jaar*, *dit jaar*)."""


class TextReading(Struct, frozen=True):
    """Everything that the language room found in one text, each in order of its start."""

    text: str
    language: Language
    measures: list[Measure] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    times: list[TimeReference] = field(default_factory=list)
