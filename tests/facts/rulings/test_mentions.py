"""What reports and factsheets say of rulings, held against `tests/accuracy/rulings.jsonl`.

A case is a paragraph (`kind` as in the other labelled statements, `section` the title above it)
and the rulings that a careful reader finds in it: `count`, `case`, `parties` with `name` and
`role`, `subject`, `outcome`, `stage`, `year` and the dates of the procedure, each only as far as
the text tells. `round` 0 was written with the rules, the others after them, one after the other.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from ckt_extract.facts.places import link_of
from ckt_extract.layout.records import Link
from tests.facts.rulings.texts import fact_of, label_of, read_mentions, statement

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "accuracy/rulings.jsonl")
    .read_text("utf-8")
    .splitlines()
]
KNOWN = {
    "nl-ruling-093": "who wins is taken to have brought the case, also where the text is silent",
    "nl-ruling-213": "numbers without a noun behind a colon are not told apart by their case",
    "en-blind-208": "who is asked about the complaint of another is not told to be the respondent",
    "en-blind-437": "'and one in a complaint': the noun of the second number is left out",
}
"""Cases that are read wrong, each with the reason."""


def test_the_labels_are_many_and_mixed() -> None:
    """Both languages are there, and at least fifteen cases speak of no ruling at all."""
    assert {"nl", "en"} == {case["language"] for case in CASES}
    assert len(CASES) >= 40
    assert sum(not case["rulings"] for case in CASES) >= 15
    assert len(CASES) == len({case["id"] for case in CASES})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_mention_is_read_as_labelled(
    case: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    """Every ruling has its fields right, and there is none besides."""
    if case["id"] in KNOWN:
        request.applymarker(pytest.mark.xfail(reason=KNOWN[case["id"]]))
    rulings = read_mentions(
        case["text"],
        language=case["language"],
        edition=case["edition"],
        kind=case["kind"],
        section=case.get("section"),
    )
    assert [label_of(label) for label in case["rulings"]] == [fact_of(r) for r in rulings]


def test_one_ruling_in_two_places() -> None:
    """A ruling that is mentioned twice is one, with the second place under `also`."""
    first, second = (
        "De uitspraak over de klacht van Stichting Draad tegen Mouwvest B.V. is gepubliceerd.",
        "De commissie verklaarde de klacht van Stichting Draad tegen Mouwvest deels gegrond.",
    )
    (ruling,) = read_mentions([first, second])
    assert first == ruling.text
    assert "partly_upheld" == ruling.outcome
    assert [second] == [place.quote for place in ruling.also]


def test_a_number_names_nobody() -> None:
    """A text that only says how many rulings were given gives one entry with that count."""
    (ruling,) = read_mentions(["De geschillencommissie deed in 2019 vier uitspraken."])
    assert (4, (), 2019) == (ruling.count, ruling.parties, ruling.year)


def test_named_one_by_one_they_replace_their_number() -> None:
    """A number is no ruling of its own when the text goes on to speak of exactly so many."""
    rulings = read_mentions(
        [
            "In 2021 deed de commissie twee uitspraken.",
            "De eerste ging over Mouwvest B.V., de tweede over Zoomlijn N.V.",
        ]
    )
    assert [1, 1] == [ruling.count for ruling in rulings]
    assert [2021, 2021] == [ruling.year for ruling in rulings]
    assert all("In 2021" in ruling.also[0].quote for ruling in rulings)


def test_the_link_under_a_ruling_belongs_to_it() -> None:
    """`Lees hier de uitspraak` gives its link to the ruling that was spoken of."""
    from ckt_extract.facts.rulings import RulingCollector  # noqa: PLC0415 - only this test adds links

    collector = RulingCollector("nl", 2020, is_ruling_document=False)
    collector.add(
        statement("De klacht van Stichting Draad tegen Mouwvest B.V. is afgewezen."), None
    )
    more = statement("Lees hier de uitspraak.")
    link = Link(uri="https://convenant.example/uitspraak", text="Lees hier", place=more.place())
    more.links.append(link)
    collector.add(more, None)
    (ruling,) = collector.rulings()
    assert (link_of(link),) == ruling.links


def test_known_names_are_aliases() -> None:
    """Names that are known to mean the same party are its aliases."""
    (ruling,) = read_mentions(
        ["De commissie deed uitspraak in het geschil met Corn. Van Dijk B.V."]
    )
    assert ["Vandyck"] == list(ruling.parties[0].aliases)
    (ruling,) = read_mentions(["De klacht van Arisa tegen C&A Nederland C.V. is deels gegrond."])
    assert "C&A Netherlands C.V." in ruling.parties[1].aliases


def test_places_hold_the_words() -> None:
    """The places of parties, dates and outcomes quote the words that say them."""
    (ruling,) = read_mentions(
        [
            "De klacht van Stichting Draad tegen Mouwvest B.V. "
            "werd op 3 maart 2020 deels gegrond verklaard."
        ]
    )
    assert ["Stichting Draad", "Mouwvest B.V."] == [
        p.place.quote for p in ruling.parties if p.place
    ]
    assert ruling.decided is not None
    assert "3 maart 2020" == ruling.decided.place.quote
    assert ["gegrond"] == [outcome.place.quote for outcome in ruling.outcomes]
