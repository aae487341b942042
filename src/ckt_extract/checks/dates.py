"""Years and dates that do not go with the agreement, the edition or each other."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ckt_extract.checks.evidence import Certainty, finding
from ckt_extract.checks.knowledge import knowledge
from ckt_extract.checks.wording import listing, told
from ckt_extract.models.audit import Finding
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result
from ckt_extract.models.ruling import PlacedDate, Ruling

__all__ = ["dates"]

_COURSE = ("filed", "admissible", "hearing", "decided", "published")
"""The dates of a procedure, in the order in which they come."""


def dates(report: Report, facts: Iterable[Result]) -> Iterator[Finding]:
    """Findings `before_agreement`, `after_edition`, `lagging_year` and `dates_out_of_order`."""
    every = list(facts)
    signed = _signed(report)
    if signed is not None:
        yield from _before_agreement(every, signed)
    if report.year is not None and report.kind != "ruling":
        yield from _after_edition(every, report.year)
        yield from _lagging_year(every, report.year)
    for ruling in report.rulings:
        course = [(name, when) for name in _COURSE if (when := getattr(ruling, name)) is not None]
        if signed is not None:
            yield from _ruled_too_early(ruling, course, signed)
        yield from _out_of_order(ruling, course)


def _signed(report: Report) -> date | None:
    """The day on which the agreement was signed; a report that names none is about the CKT."""
    if report.agreement is None and report.kind == "other":
        return None
    return knowledge().signed.get(report.agreement or "CKT")


def _by_year(facts: Iterable[Result]) -> list[tuple[int, list[Result]]]:
    years: defaultdict[int, list[Result]] = defaultdict(list)
    for fact in facts:
        if fact.year is not None:
            years[fact.year].append(fact)
    return sorted(years.items())


def _before_agreement(facts: list[Result], signed: date) -> Iterator[Finding]:
    """Facts of a year before the agreement: a base line, or a misread year."""
    levels = [fact for fact in facts if fact.role != "change"]
    for year, group in _by_year(levels):
        if year < signed.year:
            verb = "is" if len(group) == 1 else "are"
            message = (
                f"{listing([told(fact) for fact in group])} {verb} about {year}, "
                f"before the agreement was signed in {signed.year}."
            )
            yield finding("before_agreement", message, "possible", group)


def _after_edition(facts: list[Result], edition: int) -> Iterator[Finding]:
    """Results (no targets) of a year after the reporting year.

    A report comes out in the year after, and may tell of that year's first months.
    """
    results = [fact for fact in facts if fact.role == "result"]
    for year, group in _by_year(results):
        if year > edition:
            certainty: Certainty = "possible" if year == edition + 1 else "likely"
            verb = "is a result" if len(group) == 1 else "are results"
            message = (
                f"{listing([told(fact) for fact in group])} {verb} of a year after {edition}, "
                "the year that the report is about."
            )
            yield finding("after_edition", message, certainty, group)


def _lagging_year(facts: list[Result], edition: int) -> Iterator[Finding]:
    """Figures that are collected over an earlier year, but have only the year of the edition."""
    known = knowledge()
    groups: defaultdict[str, list[Result]] = defaultdict(list)
    for fact in facts:
        if fact.role != "result" or fact.year_basis != "edition" or fact.indicator is None:
            continue
        name = f"{fact.indicator} {fact.topic or ''}".lower()
        if any(stem in name for stem in known.lagging_stems):
            groups[fact.indicator].append(fact)
    for indicator, group in groups.items():
        verb = "has" if len(group) == 1 else "have"
        message = (
            f"{listing([told(fact, year=False) for fact in group])} for {indicator} {verb} only "
            f"the edition's year {edition}, while such figures are usually of a year earlier."
        )
        yield finding("lagging_year", message, "possible", group)


def _ruled_too_early(
    ruling: Ruling, course: list[tuple[str, PlacedDate]], signed: date
) -> Iterator[Finding]:
    """The committee exists by the agreement: no date of a case is before it."""
    early = [(name, when) for name, when in course if _last_day(when) < signed]
    if early:
        told_dates = listing([f"{name} {_written(when)}" for name, when in early])
        message = (
            f"Ruling {ruling.id} (page {ruling.place.page}) has a date before the agreement was "
            f"signed on {signed.isoformat()}: {told_dates}."
        )
        yield _about_ruling("before_agreement", message, ruling, [when for _, when in early])
    elif ruling.year is not None and ruling.year < signed.year:
        message = (
            f"Ruling {ruling.id} (page {ruling.place.page}) is of {ruling.year}, "
            f"before the agreement was signed on {signed.isoformat()}."
        )
        yield _about_ruling("before_agreement", message, ruling, [])


def _out_of_order(ruling: Ruling, course: list[tuple[str, PlacedDate]]) -> Iterator[Finding]:
    """A case is filed, admitted, heard, decided and published in this order."""
    for (earlier, first), (later, second) in pairwise(course):
        if first.value > _last_day(second):
            message = (
                f"Ruling {ruling.id} (page {ruling.place.page}) has the date {later} "
                f"{_written(second)} before the date {earlier} {_written(first)}."
            )
            yield _about_ruling("dates_out_of_order", message, ruling, [first, second])


def _about_ruling(rule: str, message: str, ruling: Ruling, when: list[PlacedDate]) -> Finding:
    places = [each.place for each in when] or [ruling.place]
    found = finding(rule, message, "certain", places=places)
    return found.changed(facts=(ruling.id,))


def _last_day(when: PlacedDate) -> date:
    """The last day that a date of its precision can mean."""
    if when.precision == "year":
        return date(when.value.year, 12, 31)
    if when.precision == "month":
        year, month = when.value.year, when.value.month
        return date(year, month, monthrange(year, month)[1])
    return when.value


def _written(when: PlacedDate) -> str:
    """The date as far as it is known: 2020-05-15, 2020-05 or 2020."""
    length = {"day": 10, "month": 7, "year": 4}[when.precision]
    return when.value.isoformat()[:length]
