"""The report: everything that was read from one document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from pydantic import Field

from ckt_extract.errors import FactNotFoundError
from ckt_extract.models.audit import Audit, Finding, ReadingWarning
from ckt_extract.models.base import Model
from ckt_extract.models.document import Document, Figure, Kind, Section, Table
from ckt_extract.models.place import Link, Place
from ckt_extract.models.quantity import Percentage
from ckt_extract.models.result import Result, ResultPercentage
from ckt_extract.models.ruling import Ruling

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["SCHEMA_VERSION", "Report"]

SCHEMA_VERSION: Final = "1.0"


class Report(Model):
    """The facts of one document, with their places and what became of every number."""

    schema_version: Literal["1.0"] = Field(
        default=SCHEMA_VERSION, description="Version of this model; see docs/schema.md."
    )
    document: Document = Field(description="The file that was read.")
    kind: Kind = Field(description="What kind of document it is.")
    agreement: str | None = Field(default=None, description="The agreement it is about: CKT.")
    year: int | None = Field(default=None, description="The reporting year of the edition.")
    year_place: Place | None = Field(default=None, description="Where that year was read.")
    sections: tuple[Section, ...] = Field(default=(), description="Headings in reading order.")
    results: tuple[Result, ...] = Field(default=(), description="Claims in reading order.")
    rulings: tuple[Ruling, ...] = Field(default=(), description="Rulings and mentions of them.")
    tables: tuple[Table, ...] = Field(default=(), description="Tables in reading order.")
    figures: tuple[Figure, ...] = Field(default=(), description="Pictures, charts, infographics.")
    links: tuple[Link, ...] = Field(default=(), description="Link annotations in reading order.")
    audit: Audit = Field(default_factory=Audit, description="What became of every number.")
    findings: tuple[Finding, ...] = Field(default=(), description="What does not fit together.")
    warnings: tuple[ReadingWarning, ...] = Field(default=(), description="How reading went.")

    @property
    def percentages(self) -> tuple[ResultPercentage, ...]:
        """The percentage quantities of all results, each with its result."""
        return tuple(
            ResultPercentage(**dict(result.quantity), result=result)
            for result in self.results
            if isinstance(result.quantity, Percentage)
        )

    def get(self, indicator: str, year: int | None = None) -> Result | None:
        """Like `find`, but None where `find` raises."""
        try:
            return self.find(indicator, year)
        except FactNotFoundError:
            return None

    def find(self, indicator: str, year: int | None = None) -> Result:
        """The one result of an indicator, without dimensions, that is not a target or a change.

        Args:
            indicator: Id in the catalogue, such as `due_diligence.fully_compliant`.
            year: Year the value is about. Without it the value that is no `previous` one is
                taken, of the latest year.

        Raises:
            FactNotFoundError: There is no such result, or there are several that disagree;
                the message names those that are near.
        """
        of_indicator = [r for r in self.results if r.indicator == indicator]
        values = [r for r in of_indicator if r.role in ("result", "previous")]
        if year is None:
            current = [r for r in values if r.role == "result"] or values
            latest = max((r.year for r in current if r.year is not None), default=None)
            matching = [r for r in current if r.year == latest]
        else:
            matching = [r for r in values if r.year == year]
        matching = [r for r in matching if not r.dimensions] or matching
        different = {_value_key(r): r for r in reversed(matching)}
        asked = f"{indicator} in {year}" if year is not None else indicator
        if not different:
            raise FactNotFoundError(f"no result for {asked}", todo=self._near(indicator))
        if len(different) > 1:
            raise FactNotFoundError(
                f"{len(different)} different results for {asked}: "
                + "; ".join(_label(r) for r in matching),
                todo="Look in report.results and choose by population, dimensions or place.",
            )
        return matching[0]

    def _near(self, indicator: str) -> str:
        """What the report does have, for the message of a failed search."""
        same = [r for r in self.results if r.indicator == indicator]
        if same:
            return "It has " + "; ".join(_label(r) for r in same) + "."
        stem = indicator.split(".", maxsplit=1)[0]
        known = sorted({r.indicator for r in self.results if r.indicator})
        near = [name for name in known if name.startswith(stem)] or known
        return f"It has results for {', '.join(near)}." if near else "It has no known indicator."

    def to_frame(self, what: str = "results") -> DataFrame:
        """A pandas frame, one row a fact.

        Args:
            what: `results`, `percentages`, `rulings`, `audit`, `findings`, `links` or `tables`
                (an index of the tables; `Table.to_frame` gives their content).
        """
        from ckt_extract.export.frames import report_frame  # noqa: PLC0415 - pandas only here

        return report_frame(self, what)

    def _repr_html_(self) -> str:
        """The report as a table in a notebook."""
        from ckt_extract.export.html import report_html  # noqa: PLC0415 - only in notebooks

        return report_html(self)


def _value_key(result: Result) -> tuple[object, ...]:
    """What makes two results of one indicator and year disagree."""
    quantity = result.quantity
    if quantity is None:
        return (result.subject,)
    kind = result.population.kind if result.population else None
    return (quantity.type, quantity.value, quantity.upper, kind, *result.dimensions.items())


def _label(result: Result) -> str:
    """A result in a few words: what was read, of whom, when and where."""
    what = result.quantity.text if result.quantity else result.subject
    whom = f" of {result.population.text}" if result.population else ""
    return f"{what}{whom} ({result.role}, {result.year or 'no year'}, page {result.place.page})"
