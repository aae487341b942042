"""What became of every number, and what does not add up."""

from typing import Literal

from pydantic import Field

from ckt_extract.models.base import Model
from ckt_extract.models.place import Place

__all__ = ["Audit", "AuditedNumber", "Finding", "ReadingWarning"]


class AuditedNumber(Model):
    """One number of the document and what became of it."""

    text: str = Field(description="The number as written.")
    status: Literal["used", "set_aside", "unexplained"] = Field(
        description="Used by a fact, set aside with a reason, or neither."
    )
    reason: str | None = Field(
        default=None,
        description="Why it was set aside: year, date, reference, ordinal, page_number, address, …",
    )
    facts: tuple[str, ...] = Field(default=(), description="Ids of the facts that use it.")
    place: Place = Field(description="Where it stands.")


class Audit(Model):
    """Every number of the document, and every picture that was not read."""

    numbers: tuple[AuditedNumber, ...] = Field(default=(), description="In reading order.")
    unread: tuple[int, ...] = Field(
        default=(), description="Indexes in `Report.figures` of those that could hold numbers."
    )

    @property
    def unexplained(self) -> tuple[AuditedNumber, ...]:
        """The numbers that no fact uses and no reason sets aside."""
        return tuple(number for number in self.numbers if number.status == "unexplained")


class Finding(Model):
    """Something in the facts that does not fit together."""

    rule: str = Field(description="Name of the check, such as shares_add_up.")
    message: str = Field(description="What does not fit, in a sentence.")
    certainty: Literal["certain", "likely", "possible"] = Field(description="How sure it is.")
    facts: tuple[str, ...] = Field(description="Ids of the facts concerned.")
    places: tuple[Place, ...] = Field(description="Where they stand.")


class ReadingWarning(Model):
    """Something the reader of the report should know about how the document was read."""

    code: str = Field(description="Short name, such as pages_missing or garbled_font.")
    message: str = Field(description="What happened, where and what to do.")
    page: int | None = Field(default=None, description="Page number, where one is concerned.")
