"""The quantities a statement can put: shares, points, counts, ratios, money, durations."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from ckt_extract.models.base import Model
from ckt_extract.models.place import Place

__all__ = [
    "AnyQuantity",
    "Bound",
    "Count",
    "Duration",
    "DurationUnit",
    "Money",
    "Percentage",
    "PercentagePoints",
    "Quantity",
    "Ratio",
]

Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "nearly"]
DurationUnit = Literal["hours", "days", "weeks", "months", "years"]


class Quantity(Model):
    """What all quantities have in common."""

    value: Decimal = Field(description="The number, or the lower end of a range.")
    upper: Decimal | None = Field(default=None, description="The upper end of a range.")
    bound: Bound = Field(
        default="exact",
        description="How the number is meant: *ruim* is more_than, *bijna* and *een kleine* "
        "nearly, *circa* about, *ten minste* at_least, *maximaal* at_most, *nog geen* less_than.",
    )
    text: str = Field(description="The quantity as written, with its bound and unit.")
    place: Place = Field(description="Where the quantity stands.")


class Count(Quantity):
    """A number of things: companies, locations, complaints (never a share)."""

    type: Literal["count"] = "count"


class Percentage(Quantity):
    """A share in percent: 63 stands for 63 %."""

    type: Literal["percentage"] = "percentage"
    count: Count | None = Field(
        default=None,
        description="The number that the share stands for, where the text gives both: the 5 of "
        "*5 bedrijven (8 procent)*.",
    )


class PercentagePoints(Quantity):
    """A difference between two percentages, in points (*procentpunt*)."""

    type: Literal["percentage_points"] = "percentage_points"


class Ratio(Quantity):
    """A share put as a ratio: *vier op de vijf*, *bijna de helft*, *11 van de 41*.

    `value` is numerator / denominator, rounded to six decimals: 0.8 for *vier op de vijf*.
    """

    type: Literal["ratio"] = "ratio"
    numerator: Decimal = Field(description="4 in *vier op de vijf*; 1 in *de helft*.")
    denominator: Decimal = Field(description="5 in *vier op de vijf*; 2 in *de helft*.")


class Money(Quantity):
    """An amount of money, in units of the currency (not in thousands or millions)."""

    type: Literal["money"] = "money"
    currency: str = Field(description="ISO 4217 code, such as EUR.")


class Duration(Quantity):
    """A length of time."""

    type: Literal["duration"] = "duration"
    unit: DurationUnit = Field(description="The unit that value and upper are counted in.")


AnyQuantity = Annotated[
    Count | Percentage | PercentagePoints | Ratio | Money | Duration,
    Field(discriminator="type"),
]
