"""A fact between the statement it was read in and the result it becomes."""

from typing import Any

from msgspec import Struct, field

from ckt_extract.facts.claim import Claim, Group
from ckt_extract.language.reading import Measure
from ckt_extract.models.place import Link, Place
from ckt_extract.models.quantity import (
    AnyQuantity,
    Count,
    Duration,
    Money,
    Percentage,
    PercentagePoints,
    Ratio,
)
from ckt_extract.models.result import Population, Result, YearBasis

__all__ = ["Draft", "result_of"]


class Draft(Struct, eq=False):
    """A claim with its statement's text and places; ids are given at the end."""

    text: str
    subject: str
    place: Place
    claim: Claim | None
    year: int | None = None
    basis: YearBasis | None = None
    """Year and basis of a qualitative result; otherwise the claim knows them."""
    indicator: str | None = None
    topic: str | None = None
    section: str | None = None
    links: tuple[Link, ...] = ()
    dimensions: dict[str, str] = field(default_factory=dict)
    previous: "Draft | None" = None
    also: tuple[Place, ...] = ()
    merged_into: "Draft | None" = None
    """The draft that says the same in an earlier place, once they are merged."""
    id: str = ""
    result: Result | None = None


def result_of(draft: Draft) -> Result:
    """The frozen result of a draft; what was built here is not validated once more."""
    if draft.result is not None:
        return draft.result
    claim = draft.claim
    previous = result_of(draft.previous) if draft.previous is not None else None
    draft.result = Result.built(
        id=draft.id,
        text=draft.text,
        subject=draft.subject,
        indicator=draft.indicator,
        topic=draft.topic,
        quantity=_quantity(claim) if claim else None,
        population=_population(claim, claim.group) if claim and claim.group else None,
        year=claim.year if claim else draft.year,
        year_basis=claim.basis if claim else draft.basis,
        role=claim.role if claim else "result",
        previous=previous,
        derived=claim.derived if claim else False,
        dimensions=draft.dimensions,
        section=draft.section,
        place=draft.place,
        also=draft.also,
        links=draft.links,
    )
    return draft.result


def _quantity(claim: Claim) -> AnyQuantity:
    measure = claim.measure
    text, place = _known(claim.written)
    common: dict[str, Any] = {
        "value": measure.value,
        "upper": measure.upper,
        "bound": measure.bound,
        "text": text,
        "place": place,
    }
    match measure.kind:
        case "percentage":
            counted = claim.count
            count = _count(counted, *_known(claim.count_written)) if counted else None
            return Percentage.built(**common, count=count)
        case "percentage_points":
            return PercentagePoints.built(**common)
        case "ratio":
            return Ratio.built(
                **common, numerator=measure.numerator, denominator=measure.denominator
            )
        case "money":
            return Money.built(**common, currency=measure.currency)
        case "duration":
            return Duration.built(**common, unit=measure.unit)
        case _:
            return Count.built(**common)


def _count(measure: Measure, text: str, place: Place, *, whole: bool = False) -> Count:
    """A count beside a share. Of a ratio (36 of 57) it is the numerator, or the whole."""
    value = measure.value
    if measure.kind == "ratio" and measure.numerator is not None:
        value = measure.denominator if whole and measure.denominator else measure.numerator
    return Count.built(
        value=value,
        upper=None if measure.kind == "ratio" else measure.upper,
        bound=measure.bound,
        text=text,
        place=place,
    )


def _population(claim: Claim, group: Group) -> Population:
    return Population.built(
        kind=group.kind,
        text=group.text,
        count=_total(claim, group),
        basis=_population(claim, group.basis) if group.basis else None,
    )


def _total(claim: Claim, group: Group) -> Count | None:
    """The size of a group: said of the group, or the whole of a ratio (36 of 57)."""
    size = group.size
    if size is not None and size.written is not None:
        return _count(size.measure, *size.written, whole=True)
    if claim.derived or group is not claim.group:
        return None
    if claim.total is not None:
        return _count(claim.total, *_known(claim.count_written), whole=True)
    if claim.measure.kind == "ratio" and _counts_members(claim.measure):
        return _count(claim.measure, *_known(claim.written), whole=True)
    return None


def _known(written: tuple[str, Place] | None) -> tuple[str, Place]:
    """What every claim of a statement has once it is anchored."""
    if written is None:
        raise AssertionError("a claim was not anchored to its statement")
    return written


def _counts_members(measure: Measure) -> bool:
    """Whether a ratio counts its members (36 van de 57), not only a share (vier op de vijf)."""
    return measure.denominator is not None and measure.denominator > 10
