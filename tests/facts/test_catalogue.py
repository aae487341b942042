"""The indicator catalogue, built in and brought by the user."""

from pathlib import Path

import pytest

from ckt_extract.errors import CatalogueError
from ckt_extract.facts.catalogue import Catalogue, ClaimText

ENTRY = {
    "nl": "bezochte boerderijen",
    "en": "farms visited",
    "topic": "agriculture",
    "unit": ["count"],
    "words": [["boerderij*", "farm*"]],
}


def claim(text: str, unit: str = "count", who: str | None = "companies") -> ClaimText:
    """A claim that stands alone."""
    return ClaimText(text, text, unit, who)


def test_every_builtin_entry_is_sound() -> None:
    """The built-in catalogue loads, with the indicators of the time series and the nine themes."""
    indicators = Catalogue.builtin().indicators
    assert len(indicators) >= 25
    assert {i.topic for i in indicators.values()} >= {
        "living_wage", "child_labour", "discrimination_and_gender", "forced_labour",
        "freedom_of_association", "health_and_safety", "water_energy_chemicals", "materials",
        "animal_welfare",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "unit", "who", "indicator"),
    [
        ("63 procent voldoet volledig", "percentage", "brands", "due_diligence.fully_compliant"),
        ("19 procent voldoet bijna", "percentage", "brands", "due_diligence.nearly_compliant"),
        ("18 procent voldoet niet", "percentage", "brands", "due_diligence.not_compliant"),
        ("80 percent fully comply", "percentage", "companies", "due_diligence.fully_compliant"),
        ("geen formele klachten", "count", "complaints", "complaints.formal"),
        ("twee uitspraken", "count", "rulings", "committee.rulings"),
        ("het weer was goed", "count", "other", None),
    ],
)
def test_a_claim_finds_its_indicator(text: str, unit: str, who: str, indicator: str | None) -> None:
    """The words of a claim, its unit and who it is about decide."""
    best = Catalogue.builtin().best(claim(text, unit, who))
    assert indicator == (best.id if best else None)


def test_an_excluding_word_rules_out() -> None:
    """`niet volledig` is not `volledig`, and the match says which word ruled it out."""
    entry = Catalogue.builtin()["due_diligence.fully_compliant"]
    match = entry.match(claim("63 procent voldoet niet volledig", "percentage", "brands"))
    assert match.failed == "ruled out by 'niet volledig'"


def test_an_own_entry_is_added() -> None:
    """A mapping adds indicators to the built-in ones."""
    catalogue = Catalogue.load({"agriculture": {"farms": ENTRY}})
    best = catalogue.best(claim("12 boerderijen", who=None))
    assert best is not None
    assert best.id == "agriculture.farms"
    assert "members.companies" in catalogue.indicators


def test_an_own_catalogue_can_stand_alone(tmp_path: Path) -> None:
    """`extends = false` leaves the built-in indicators out."""
    path = tmp_path / "own.toml"
    path.write_text(
        'extends = false\n[farms]\nnl = "a"\nen = "b"\ntopic = "t"\n'
        'unit = ["count"]\nwords = [["farm"]]\n',
        encoding="utf-8",
    )
    assert list(Catalogue.load(path).indicators) == ["farms"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"unit": ["kilo"]}, "'unit' is missing or unknown"),
        ({"words": []}, "'words' is missing"),
        ({"words": "farm"}, "'words' is no list"),
        ({"who": "companies"}, "'who' is no list of texts"),
        ({"nl": ""}, "'nl' is missing or no text"),
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"lagging": "yes"}, "'lagging' is neither true nor false"),
    ],
)
def test_a_mistake_names_its_entry(change: dict[str, object], complaint: str) -> None:
    """The message says which entry is wrong, what is wrong and what to write."""
    with pytest.raises(CatalogueError) as caught:
        Catalogue.load({"agriculture": {"farms": {**ENTRY, **change}}})
    assert "'agriculture.farms'" in str(caught.value)
    assert complaint in str(caught.value)
    assert caught.value.todo


def test_a_broken_file_is_a_catalogue_error(tmp_path: Path) -> None:
    """A file that is no TOML, or is not there, says so with its path."""
    broken = tmp_path / "broken.toml"
    broken.write_text("[a\n", encoding="utf-8")
    for path in (broken, tmp_path / "missing.toml"):
        with pytest.raises(CatalogueError, match=path.name):
            Catalogue.load(path)
