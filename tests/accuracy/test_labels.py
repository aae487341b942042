"""The labelled statements follow CONVENTIONS.md: fields, values, years and pairs of facts."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Literal, Self

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from ckt_extract.models.quantity import Bound, DurationUnit
from ckt_extract.models.result import Role, YearBasis

STATEMENTS = Path(__file__).parent / "statements"
FILES = sorted(STATEMENTS.glob("*.jsonl"))
MINIMUM_CASES = 290
MINIMUM_WITHOUT_FACT = 0.25

Population = Literal[
    "companies", "brands", "locations", "factories", "workers", "complaints", "disputes",
    "rulings", "materials", "countries", "trainings", "participants", "signatories", "parties",
    "plans", "audits", "children", "meetings", "organisations", "suppliers", "members",
    "products", "projects", "market", "people", "other",
]  # fmt: skip
Number = Field(default=None, pattern=r"^\d+(\.\d+)?$")

WORDS = {
    "0": "geen no none not zero",
    "1": "een één one helft half derde third kwart",
    "1.5": "anderhalf",
    "2": "twee two two-thirds helft half",
    "2.5": "1/2",
    "3": "drie three derde third two-thirds driekwart",
    "4": "vier four kwart driekwart quarters",
    "5": "vijf five",
    "5.5": "vijf",
    "6": "zes six",
    "9": "negen nine",
    "10": "tien ten",
    "11": "elf eleven",
    "12": "twaalf twelve",
    "13": "dertien thirteen",
    "16": "zestien",
    "18": "achttien eighteen",
    "27": "zevenentwintig",
    "36": "thirty-six",
    "44": "forty-four",
    "63": "sixty-three",
    "80": "tachtig",
    "90": "negentig",
    "92": "ninety-two",
    "100": "alle all honderd",
    "3000": "drieduizend",
    "1000000": "miljoen",
}
"""Words that may stand for a value that the text does not write in digits."""


class Strict(BaseModel):
    """Fields and types exactly as listed in the conventions."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Previous(Strict):
    """The older value that a fact is compared with."""

    type: str | None = None
    value: str | None = Number
    numerator: str | None = Number
    denominator: str | None = Number
    year: int | None
    derived: bool = False


class Fact(Strict):
    """One labelled fact."""

    type: Literal["count", "percentage", "percentage_points", "ratio", "money", "duration"]
    value: str | None = Number
    upper: str | None = Number
    numerator: str | None = Number
    denominator: str | None = Number
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    unit: DurationUnit | None = None
    bound: Bound = "exact"
    population: Population | None = None
    year: int | None
    basis: YearBasis | None
    role: Role = "result"
    previous: Previous | None = None
    derived: bool = False
    count: str | None = Number
    total: str | None = Number

    @model_validator(mode="after")
    def _fields_of_its_type(self) -> Self:
        ratio = self.type == "ratio"
        assert ratio == (self.value is None)
        assert ratio == (self.numerator is not None) == (self.denominator is not None)
        assert (self.type == "money") == (self.currency is not None)
        assert (self.type == "duration") == (self.unit is not None)
        if self.type in {"money", "duration", "percentage_points"}:
            assert self.population is None
        if self.type == "percentage_points":
            assert self.role in {"change", "target"}
        assert (self.year is None) == (self.basis is None)
        if self.year is None:
            assert self.role in {"previous", "target"}
        if self.upper is not None and self.value is not None:
            assert Decimal(self.value) < Decimal(self.upper)
        return self


class Case(Strict):
    """One line of a file."""

    id: str = Field(pattern=r"^(nl|en)-[a-z]+-\d{3}$")
    language: Literal["nl", "en"]
    edition: int = Field(ge=2016, le=2022)
    kind: Literal["sentence", "bullet", "caption", "heading"]
    tags: list[str]
    text: list[str] = Field(min_length=1)
    facts: list[Fact]


def cases(path: Path) -> list[Case]:
    """All cases of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Case.model_validate(json.loads(line)) for line in lines]


def digits_in(text: str) -> set[Decimal]:
    """Every value that the digits in a text can stand for, in either language."""
    scales = [Decimal(1)]
    if re.search("miljoen|million", text):
        scales.append(Decimal(10**6))
    if re.search("miljard|billion", text):
        scales.append(Decimal(10**9))
    found: set[Decimal] = set()
    for number in re.findall(r"\d+(?:[.,]\d+)*", text):
        readings = {re.sub("[.,]", "", number)}
        if re.fullmatch(r"\d+[.,]\d+", number):
            readings.add(number.replace(",", "."))
        found |= {Decimal(reading) * scale for reading in readings for scale in scales}
    return found


def stands_in(value: str, text: str) -> bool:
    """Whether a text writes a value, in digits or in words."""
    words = set(re.findall(r"[\w/-]+", text.lower()))
    return Decimal(value) in digits_in(text) or not words.isdisjoint(WORDS.get(value, "").split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cases_are_well_formed(path: Path) -> None:
    """Every line has the fields of the conventions, its language and no empty or repeated text."""
    read = cases(path)
    assert read
    for case in read:
        assert case.id.startswith(case.language), case.id
        assert all(part == part.strip() and part for part in case.text), case.id
    assert len({tuple(case.text) for case in read}) == len(read)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_values_stand_in_the_text(path: Path) -> None:
    """Every labelled number is written somewhere in the text, unless it is derived."""
    for case in cases(path):
        text = " ".join(case.text)
        for fact in case.facts:
            numbers = (fact.upper, fact.numerator, fact.denominator, fact.count, fact.total)
            for number in (*numbers, None if fact.derived else fact.value):
                assert number is None or stands_in(number, text), (case.id, number)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_years_have_the_right_basis(path: Path) -> None:
    """A stated year stands in the text, and an edition's year is the edition."""
    for case in cases(path):
        for fact in case.facts:
            if fact.basis == "stated":
                assert str(fact.year) in " ".join(case.text), case.id
            if fact.basis == "edition":
                assert case.edition == fact.year, case.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_older_values_follow_the_newer_one(path: Path) -> None:
    """Each `previous` is followed by the older fact itself, and no older fact stands alone."""
    for case in cases(path):
        expected = [
            (fact.previous, fact.type, fact.population)
            for fact in case.facts
            if fact.previous is not None
        ]
        listed = [
            (
                Previous(
                    value=older.value,
                    numerator=older.numerator,
                    denominator=older.denominator,
                    year=older.year,
                    derived=older.derived,
                ),
                older.type,
                older.population,
            )
            for newer, older in zip(case.facts, case.facts[1:], strict=False)
            if newer.previous is not None and older.role == "previous"
        ]
        assert expected == listed, case.id
        assert len(listed) == sum(fact.role == "previous" for fact in case.facts), case.id


def test_ids_are_unique_over_all_files() -> None:
    """An id names one case."""
    ids = [case.id for path in FILES for case in cases(path)]
    assert sorted(set(ids)) == sorted(ids)


def test_enough_cases_and_enough_without_a_fact() -> None:
    """There are enough cases, and a fair part of them holds no fact at all."""
    read = [case for path in FILES for case in cases(path)]
    assert len(read) >= MINIMUM_CASES
    assert sum(not case.facts for case in read) / len(read) >= MINIMUM_WITHOUT_FACT
