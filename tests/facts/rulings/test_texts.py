"""Short ruling texts as documents, held against `tests/accuracy/ruling_texts.jsonl`.

Each text is a list of paragraphs (`# ` a heading, `- ` a bullet) with the fields of its ruling, or
null for a text that only talks about the committee. They were written after the rules, in five
rounds; between two rounds the rules were made better.
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
    "nl-text-027": {
        "filed": "what the secretariat asked on a date is not known to be the filing",
        "subject": "asked to judge on X is not read as the subject",
    }
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
    expected = {**empty, **wanted}
    wrong = {name for name, value in expected.items() if value != found[name]}
    assert KNOWN.get(text["id"], {}).keys() == wrong, (expected, found)


def fields_of(ruling: Ruling, *, with_outcomes: bool) -> dict[str, Any]:
    """A ruling in the form of the labels."""
    fact = fact_of(ruling)
    del fact["count"], fact["year"]
    fact["parties"] = [
        {"name": p.name, "role": p.role, "aliases": list(p.aliases)} for p in ruling.parties
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
