"""Short ruling texts as documents, held against `tests/accuracy/ruling_texts.jsonl`.

Each text is a list of paragraphs (`# ` a heading, `- ` a bullet) with the fields of its ruling, or
null for a text that only talks about the committee. They were written after the rules, in
rounds; between two rounds the rules were made better. Round 0 was written with the rules.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ckt_extract.facts.rulings import RulingCollector, looks_like_ruling
from ckt_extract.models.ruling import Ruling
from tests.facts.rulings.texts import fact_of, read_document, statements

TEXTS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "accuracy/ruling_texts.jsonl")
    .read_text("utf-8")
    .splitlines()
]
KNOWN = {
    "nl-text-052": {"subject": "what the complainant thinks is told in a clause of its own"},
    "en-text-054": {"subject": "what the respondent is blamed for is told in a clause"},
    "nl-text-071": {"parties": "a letter as the short name of a company (U) is not read"},
    "en-text-078": {"parties": "who only speaks for the complainants is not read as a party"},
}
"""Fields that are not read, each with the reason."""
RULINGS = [pytest.param(text, id=text["id"]) for text in TEXTS if text["ruling"]]
TALKS = [pytest.param(text, id=text["id"]) for text in TEXTS if not text["ruling"]]


@pytest.mark.parametrize("text", RULINGS)
def test_a_ruling_is_recognised(text: dict[str, Any]) -> None:
    """A document that is a ruling is told from one about rulings."""
    assert looks_like_ruling(statements(text["text"]), None)


@pytest.mark.parametrize("text", RULINGS)
def test_a_ruling_is_read_as_labelled(text: dict[str, Any]) -> None:
    """Every labelled field is right; a date that is not labelled is not in the text."""
    wanted = text["ruling"]
    ruling = read_document(text["text"], text["language"])
    found = fields_of(ruling, with_outcomes="outcomes" in wanted)
    empty = dict.fromkeys(("filed", "admissible", "hearing", "decided", "published"))
    parties = [{**party, "aliases": sorted(party["aliases"])} for party in wanted["parties"]]
    parties.sort(key=lambda party: party["role"] == "respondent")  # named first: who brought it
    expected = {**empty, **wanted, "parties": parties}
    wrong = {name for name, value in expected.items() if value != found[name]}
    assert KNOWN.get(text["id"], {}).keys() == wrong, (expected, found)


def fields_of(ruling: Ruling, *, with_outcomes: bool) -> dict[str, Any]:
    """A ruling in the form of the labels."""
    fact = fact_of(ruling)
    del fact["count"], fact["year"]
    fact["parties"] = [
        {"name": p.name, "role": p.role, "aliases": sorted(p.aliases)} for p in ruling.parties
    ]
    fact["committee"] = [member.text for member in ruling.committee]
    fact["recommendations"] = [each.number for each in ruling.recommendations]
    if with_outcomes:
        fact["outcomes"] = [{"outcome": o.outcome, "part": o.part} for o in ruling.outcomes]
    return fact


@pytest.mark.parametrize("text", TALKS)
def test_talk_about_the_committee_gives_no_ruling(text: dict[str, Any]) -> None:
    """Tasks, procedure and members of the committee are no ruling, and mention none."""
    flow = list(statements(text["text"]))
    assert not looks_like_ruling(flow, None)
    collector = RulingCollector(text["language"], 2018, is_ruling_document=False)
    section = None
    for each in flow:
        section = each.text if each.kind == "heading" else section
        collector.add(each, section)
    assert () == collector.rulings()


NEWS = [
    [
        "# Uitspraken van de commissie",
        "De klacht van Stichting Draad is deels gegrond.",
    ],
    ["# Reactie op uitspraak", "Mouwvest B.V. las de uitspraak in de klacht van Stichting Draad."],
    [
        "# Nieuws: commissie doet uitspraak",
        "De klacht van Draad tegen Mouwvest is gegrond.",
    ],
    [
        "Klachten- en geschillencommissie",
        "# Nieuws",
        "Op 3 mei 2020 is de klacht van Stichting Draad (klaagster) tegen Mouwvest B.V. "
        "(verweerster) gegrond verklaard.",
        "Den Haag, 4 mei 2020",
    ],
    [
        "# Klacht van Stichting Draad tegen Mouwvest B.V.",
        "Op 3 mei 2020 verklaarde de commissie de klacht van Stichting Draad tegen Mouwvest B.V. "
        "deels gegrond.",
        "Mouwvest volgt de aanbevelingen op.",
    ],
    [
        "# Brief aan de commissie",
        "Aan: de Klachten- en geschillencommissie",
        "Stichting Draad dient een klacht in tegen Mouwvest B.V. en verzoekt u deze gegrond te "
        "verklaren.",
        "Utrecht, 4 mei 2020",
    ],
    [
        "# Uitnodiging voor de zitting",
        "Klachten- en geschillencommissie",
        "Klaagster: Stichting Draad",
        "Verweerster: Mouwvest B.V.",
        "De zitting vindt plaats op 5 mei 2020.",
        "M. Scheltema, voorzitter",
    ],
    ["# Besluiten van de stuurgroep", "Op 3 mei 2019 kreeg Mouwvest B.V. een waarschuwing."],
]


@pytest.mark.parametrize("text", NEWS)
def test_a_text_about_a_ruling_is_none_itself(text: list[str]) -> None:
    """News of a ruling, a list of rulings and what others decided are no ruling documents."""
    assert not looks_like_ruling(statements(text), None)


def test_the_report_over_a_year_is_no_ruling() -> None:
    """A title that says what the document is goes before the words in it."""
    text = ["# Uitspraak", "Klager: Stichting Draad", "Verweerder: Mouwvest B.V."]
    assert looks_like_ruling(statements(text), None)
    assert not looks_like_ruling(statements(["# Jaarrapportage 2020", *text]), None)
    assert not looks_like_ruling(statements(text), "Jaarrapportage 2020")


def test_an_empty_document_is_nothing() -> None:
    """Without a statement there is no ruling."""
    assert not looks_like_ruling([], None)
    assert () == RulingCollector("nl", None, is_ruling_document=True).rulings()
