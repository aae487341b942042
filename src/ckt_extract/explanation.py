"""Why a report has, or does not have, a result for an indicator."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ckt_extract import language
from ckt_extract.errors import FactNotFoundError
from ckt_extract.facts.catalogue import Catalogue, ClaimText, Match
from ckt_extract.facts.claims import claims_of
from ckt_extract.facts.segments import segments_of
from ckt_extract.facts.units import units_of
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result

__all__ = ["Explanation", "Looked", "explain"]


@dataclass(frozen=True, slots=True)
class Looked:
    """One result that was held against the indicator."""

    result: Result
    chosen: bool
    """Whether the result was given this indicator."""
    match: Match
    """What matched of the indicator's conditions, and the first one that did not."""

    def __str__(self) -> str:
        verdict = "yes" if self.chosen else "no "
        if self.match.failed is not None:
            why = self.match.failed
        elif self.chosen:
            why = "matched " + ", ".join(repr(word) for word in self.match.matched)
        else:
            why = f"it fits, but {self.result.indicator or 'another indicator'} fits as well"
        where = f"{self.result.id}, page {self.result.place.page}"
        return f"{verdict} {where}: {why}\n    {self.result.text}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was looked at for an indicator, the nearest misses first after the hits."""

    indicator: str
    looked: tuple[Looked, ...]

    @property
    def chosen(self) -> tuple[Result, ...]:
        """The results that were given the indicator."""
        return tuple(looked.result for looked in self.looked if looked.chosen)

    def __str__(self) -> str:
        head = f"{self.indicator}: {len(self.chosen)} of {len(self.looked)} results"
        return "\n".join((head, *map(str, self.looked)))


def explain(
    report: Report,
    indicator: str,
    *,
    catalogue: "str | Path | Mapping[str, object] | Catalogue | None" = None,
) -> Explanation:
    """Say for each result with a number whether it belongs to an indicator, and why.

    Args:
        report: The report to look into.
        indicator: Id in the catalogue, such as `due_diligence.fully_compliant`.
        catalogue: The catalogue that the report was made with, if not the built-in one.

    Raises:
        FactNotFoundError: The catalogue has no such indicator; the message names those near.
        CatalogueError: The catalogue cannot be read.
    """
    loaded = Catalogue.load(catalogue)
    if indicator not in loaded.indicators:
        stem = indicator.split(".", maxsplit=1)[0]
        near = [name for name in loaded.indicators if name.startswith(stem)]
        raise FactNotFoundError(
            f"the catalogue has no indicator {indicator!r}",
            todo=f"It has {', '.join(near or loaded.indicators)}.",
        )
    entry = loaded[indicator]
    looked = [
        Looked(result, result.indicator == indicator, entry.match(_claim_text(report, result)))
        for result in report.results
        if result.quantity is not None
    ]
    looked.sort(key=lambda item: (not item.chosen, -item.match.score))
    return Explanation(indicator, tuple(looked))


def _claim_text(report: Report, result: Result) -> ClaimText:
    """The text of a result as the catalogue saw it, cut out of its statement once more."""
    quantity = result.quantity
    units = units_of(language.read(result.text, report.document.language))
    claims, _ = claims_of(units)
    claim_text = units.lower
    for claim, (start, end) in zip(claims, segments_of(units, claims), strict=True):
        written = result.text[claim.measure.start : claim.measure.end]
        if quantity is not None and written == quantity.text:
            claim_text = units.lower[start:end]
    return ClaimText(
        claim=claim_text,
        around=f"{units.lower} {(result.section or '').lower()}",
        unit=quantity.type if quantity is not None else "",
        who=result.population.kind if result.population else None,
    )
