"""Rulings of the complaints and disputes committee (*klachten- en geschillencommissie*)."""

from datetime import date
from typing import Literal

from pydantic import Field

from ckt_extract.models.base import Model
from ckt_extract.models.place import Link, Place

__all__ = [
    "Case",
    "Outcome",
    "Party",
    "PartyRole",
    "PlacedDate",
    "PlacedText",
    "Ruling",
    "RulingOutcome",
    "Stage",
]

Case = Literal["dispute", "complaint"]
Stage = Literal["interim", "final"]
PartyRole = Literal["applicant", "complainant", "respondent", "party"]
Outcome = Literal[
    "upheld",
    "partly_upheld",
    "dismissed",
    "inadmissible",
    "obligations_not_met",
    "settled",
    "withdrawn",
]


class PlacedText(Model):
    """Words of the document with their place, such as one recommendation."""

    text: str = Field(description="The words.")
    number: str | None = Field(
        default=None,
        description='The numeral in front of them; unnumbered bullets are counted "1", "2", ….',
    )
    place: Place = Field(description="Where they stand.")


class PlacedDate(Model):
    """A date of the procedure with its place."""

    value: date = Field(description="The date; the first of the month when no day is given.")
    precision: Literal["day", "month", "year"] = Field(
        default="day", description="What of the date the text gives."
    )
    place: Place = Field(description="Where it stands.")


class Party(Model):
    """One party to a case."""

    name: str = Field(description="The name as first written, with its legal form.")
    aliases: tuple[str, ...] = Field(default=(), description="Other names of the same party.")
    role: PartyRole = Field(
        default="party",
        description="applicant of a dispute, complainant of a complaint, respondent of either; "
        "party where the text does not say.",
    )
    place: Place | None = Field(default=None, description="Where the party is named first.")


class RulingOutcome(Model):
    """What was decided, as a whole or on one part of the case."""

    outcome: Outcome = Field(description="The decision.")
    part: str | None = Field(default=None, description="The part decided on; None for the whole.")
    place: Place = Field(description="Where the decision stands.")


class Ruling(Model):
    """A ruling (*uitspraak*), as a document or as a mention of one or of several."""

    id: str = Field(description="Name of the ruling within its report: u1, u2, …")
    count: int = Field(
        default=1, ge=1, description="1, or n where a text only says that n rulings were given."
    )
    text: str = Field(description="The statement that speaks of it first.")
    case: Case | None = Field(
        default=None, description="Dispute (*geschil*) or complaint (*klacht*)."
    )
    parties: tuple[Party, ...] = Field(default=(), description="The parties that are named.")
    subject: str | None = Field(default=None, description="What the case is about.")
    outcome: Outcome | None = Field(default=None, description="The outcome as a whole.")
    outcomes: tuple[RulingOutcome, ...] = Field(
        default=(), description="The outcome of each part, and of the whole, with their places."
    )
    stage: Stage | None = Field(default=None, description="Interim or final.")
    year: int | None = Field(default=None, description="The year in which it was given.")
    filed: PlacedDate | None = Field(default=None, description="When the case was brought.")
    admissible: PlacedDate | None = Field(default=None, description="When it was admitted.")
    hearing: PlacedDate | None = Field(default=None, description="When the parties were heard.")
    decided: PlacedDate | None = Field(default=None, description="When the ruling was given.")
    published: PlacedDate | None = Field(default=None, description="When it was published.")
    committee: tuple[PlacedText, ...] = Field(default=(), description="Members who signed it.")
    recommendations: tuple[PlacedText, ...] = Field(
        default=(), description="Recommendations to the agreement or the parties, in order."
    )
    links: tuple[Link, ...] = Field(default=(), description="Links that lie on the statement.")
    place: Place = Field(description="Where it stands first.")
    also: tuple[Place, ...] = Field(default=(), description="Other places that speak of it.")
