"""A result: one claim, with its number if it has one, and whose and when it is."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ckt_extract.models.base import Model
from ckt_extract.models.place import Link, Place
from ckt_extract.models.quantity import AnyQuantity, Count, Percentage

__all__ = ["Population", "Result", "ResultPercentage", "Role", "YearBasis"]

Role = Literal["result", "target", "previous", "change"]
YearBasis = Literal["stated", "carried", "edition"]


class Population(Model):
    """Of whom or of what a quantity speaks."""

    kind: str = Field(
        description="Class of the things counted (companies, brands, locations, complaints, …), "
        "as listed in `facts/populations.toml`; `other` for a noun that is not listed. "
        "Brands are never companies."
    )
    text: str = Field(description="The words that name the population, as written.")
    count: Count | None = Field(
        default=None, description="How many there are in all, where the text says so."
    )
    basis: Population | None = Field(
        default=None,
        description="The group that was examined when it is of another kind: 63 % of the brands "
        "on an assessment of 57 companies.",
    )


class Result(Model):
    """One claim of the document, with the place where it stands."""

    id: str = Field(description="Name of the result within its report: r1, r2, … in reading order.")
    text: str = Field(description="The whole statement.")
    subject: str = Field(description="The claim in a few of its own words.")
    indicator: str | None = Field(
        default=None, description="Id in the indicator catalogue; None when it has no entry."
    )
    topic: str | None = Field(default=None, description="The catalogue topic or theme.")
    quantity: AnyQuantity | None = Field(
        default=None, description="The number; None for a qualitative result."
    )
    population: Population | None = Field(default=None, description="Of whom or of what.")
    year: int | None = Field(default=None, description="The year the claim is about.")
    year_basis: YearBasis | None = Field(
        default=None,
        description="Whether the year is stated in the statement, carried from the text around it "
        "(*vorig jaar*, *toen*), or only the year of the edition.",
    )
    role: Role = Field(
        default="result", description="A target (*doel*) is never a result; nor is a change."
    )
    previous: Result | None = Field(
        default=None, description="The older value that the text compares this one with."
    )
    derived: bool = Field(
        default=False,
        description="The value is not printed but follows from a level and a change in points.",
    )
    dimensions: dict[str, str] = Field(
        default_factory=dict,
        description="What the claim is limited to: country (ISO 3166), material, theme, class.",
    )
    section: str | None = Field(default=None, description="Title of the section it stands in.")
    place: Place = Field(description="Where the statement stands first.")
    also: tuple[Place, ...] = Field(default=(), description="Other places that say the same.")
    links: tuple[Link, ...] = Field(default=(), description="Links that lie on the statement.")


class ResultPercentage(Percentage):
    """A percentage that can tell its result."""

    result: Result = Field(description="The result whose quantity this is.")
