"""Outcomes: degree, negation, who won, and the parts of a case."""

import pytest

from ckt_extract.facts.ruling_outcome import overall, verdicts_in
from ckt_extract.models.document import Language
from tests.facts.rulings.texts import passage


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("De klacht is gegrond.", "upheld"),
        ("De klacht is niet gegrond.", "dismissed"),
        ("De klacht is niet volledig gegrond.", "partly_upheld"),
        ("De klacht is grotendeels ongegrond.", "partly_upheld"),
        ("De klacht is deels gegrond en deels ongegrond.", "partly_upheld"),
        ("De klacht is op drie van de vijf punten gegrond.", "partly_upheld"),
        ("Klaagster kreeg op een aantal punten gelijk.", "partly_upheld"),
        ("De klacht is niet-ontvankelijk.", "inadmissible"),
        ("De klacht is ontvankelijk.", None),
        ("De commissie wijst het verzoek van Voorbeeld B.V. af.", "dismissed"),
        ("Het verzoek is niet afgewezen.", None),
        ("Het geschil is geschikt.", "settled"),
        ("De klacht is ingetrokken.", "withdrawn"),
        ("De klacht is niet ingetrokken.", None),
        ("Klaagster werd in het gelijk gesteld.", "upheld"),
        ("Verweerster werd in het gelijk gesteld.", "dismissed"),
        ("Het bedrijf werd in het ongelijk gesteld.", "upheld"),
        ("Het bedrijf voldeed structureel niet aan de eisen.", "obligations_not_met"),
        ("Het bedrijf kan de verplichtingen niet langer nakomen.", "obligations_not_met"),
        ("Het bedrijf heeft aan alle verplichtingen voldaan.", None),
        ("De klacht voldoet niet aan de eisen van het reglement.", None),
        ("De klacht is niet-ontvankelijk, want zij voldoet niet aan de eisen.", "inadmissible"),
        ("Het plan van aanpak is afgewezen.", None),
        ("Enkele onderdelen van de klacht zijn gegrond, maar niet alle.", "partly_upheld"),
        ("De commissie achtte niet elk onderdeel van de klacht gegrond.", "partly_upheld"),
        ("Twee van de drie onderdelen van de klacht zijn gegrond.", "partly_upheld"),
        ("De klacht, die uit verschillende onderdelen bestaat, is gegrond.", "upheld"),
        ("De klacht is gegrond omdat enkele onderdelen van het plan ontbraken.", "upheld"),
        ("Er waren gegronde redenen voor de klacht.", None),
    ],
)
def test_dutch_outcomes(text: str, outcome: str | None) -> None:
    """The outcome follows from the whole clause, not from one word."""
    assert outcome == overall(verdicts_in(passage(text)))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The complaint is well-founded.", "upheld"),
        ("The complaint was not upheld.", "dismissed"),
        ("The complaint was partly justified.", "partly_upheld"),
        ("The complaint was upheld on a number of points.", "partly_upheld"),
        ("The complaint was upheld on two of the three points.", "partly_upheld"),
        ("The committee dismissed the complaint as inadmissible.", "inadmissible"),
        ("The dispute was settled.", "settled"),
        ("The complaint was withdrawn.", "withdrawn"),
        ("The company failed to meet its obligations.", "obligations_not_met"),
        ("The company can no longer comply with the requirements.", "obligations_not_met"),
        ("The company met its obligations.", None),
        ("The action plan was rejected.", None),
    ],
)
def test_english_outcomes(text: str, outcome: str | None) -> None:
    """The same in English."""
    language: Language = "en"
    assert outcome == overall(verdicts_in(passage(text, language)))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "De klacht is gegrond ten aanzien van het loon en ongegrond ten aanzien van de uren.",
            [("upheld", "het loon"), ("dismissed", "de uren")],
        ),
        (
            "Klachtonderdelen 1 en 3 zijn gegrond, klachtonderdeel 2 (loon) is ongegrond.",
            [("upheld", "Klachtonderdelen 1 en 3"), ("dismissed", "klachtonderdeel 2 (loon)")],
        ),
        (
            "De klacht is deels gegrond, namelijk voor zover deze ziet op het loon.",
            [("partly_upheld", None), ("upheld", "het loon")],
        ),
        (
            "De klacht is gegrond wat betreft het loon en voor het overige ongegrond.",
            [("upheld", "het loon"), ("dismissed", "voor het overige")],
        ),
        ("Leefbaar loon: ongegrond.", [("dismissed", "Leefbaar loon")]),
        ("De klacht van Stichting Draad: gegrond.", [("upheld", None)]),
    ],
)
def test_outcomes_of_parts(text: str, parts: list[tuple[str, str | None]]) -> None:
    """Each part has its own outcome."""
    assert parts == [(verdict.outcome, verdict.part) for verdict in verdicts_in(passage(text))]


def test_the_whole_follows_from_the_parts() -> None:
    """Some parts upheld and others not is partly upheld; a closing formula decides on nothing."""
    mixed = "Onderdeel 1 is gegrond; onderdeel 2 is ongegrond."
    assert "partly_upheld" == overall(verdicts_in(passage(mixed)))
    formula = "De commissie wijst het verzoek toe en wijst het meer of anders verzochte af."
    assert "upheld" == overall(verdicts_in(passage(formula)))
    rest = "De klacht is gegrond wat betreft het loon en voor het overige ongegrond."
    assert "partly_upheld" == overall(verdicts_in(passage(rest)))
