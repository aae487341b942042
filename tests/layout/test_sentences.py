"""Where sentences end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ckt_extract.layout.sentences import sentence_spans


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dit is een zin.", "Dit is er nog een."],
        ["Is het gelukt?", "Jazeker!", "Het is af."],
        ["Bijna 9.000 mensen kregen les.", "In 2020 waren dat er 12.000."],
        ["Het aandeel steeg met 3,5 procent.", "57 bedrijven deden mee."],
        ["Voorbeeld Textiel B.V. en dr. A. Jansen spraken o.a. over ca. 12 locaties.", "Klaar."],
        ["De zaak ging over Voorbeeld Textiel B.V.",
         "De commissie gaf een oordeel."],
        ["Zie nr. 5, blz. 12 en art. 3 van het reglement.", "Daarin staat het."],
        ["Vakbonden, merken, fabrieken enz.",
         "Dat is een lange lijst."],
        ["Hij zei: ‘Het kan beter.’", "Daarna vertrok hij."],
        ["(Zie ook figuur 2.)", "De rest volgt later."],
        ["Het duurde lang... en toen kwam het.", "Daarna was het stil."],
        ["In het rapport (56 locaties. Vorig jaar 48) staat het.", "Meer is er niet."],
        ["’s Avonds is het rustig.", "’s Ochtends niet."],
        ["Some firms, e.g. those in Europe, did well.", "Others, i.e. the rest, did not."],
        ["The U.S. Department asked for 1.234 forms.", "It got none."],
        ["Kijk op convenant.example of mail info@convenant.example.", "Daar staat meer."],
        ["Van t/m 3 juli 2020 d.w.z. tot de zomer.", "Toen niet meer."],
    ],
)  # fmt: skip
def test_sentences_are_split(sentences: list[str]) -> None:
    """Each sentence is found, abbreviations and numbers do not end one."""
    assert sentences == split(" ".join(sentences))


def test_space_missing_behind_a_stop() -> None:
    """A sentence ends at a stop without a space when a capital follows a small letter."""
    assert ["Het werk is afgerond.", "In 2020 volgt meer."] == split(
        "Het werk is afgerond.In 2020 volgt meer."
    )


@pytest.mark.parametrize(
    "whole",
    ["Zie CKT.nl voor meer", "12.000 locaties", "1. Inleiding", "versie 2.1 van M. Jansen"],
)
def test_no_sentence_ends_here(whole: str) -> None:
    """A stop in a name, number or numeral ends no sentence."""
    assert [whole] == split(whole)


@given(st.text(alphabet="aB1 .?!()‘’\n", max_size=200))
def test_spans_cover_all_but_white_space(text: str) -> None:
    """Sentences follow each other, and between them is nothing but white space."""
    at = 0
    for start, end in sentence_spans(text):
        assert "" == text[at:start].strip()
        assert end > start
        at = end
    assert "" == text[at:].strip()


@pytest.mark.parametrize("part", ["A. ", "(a. B ", "1.A", "... ", "a.B.C.D "])
def test_long_text_takes_linear_time(part: str) -> None:
    """A hundred thousand awkward characters are split within two seconds."""
    text = part * (100_000 // len(part))
    start = time.process_time()
    sentence_spans(text)
    assert 2.0 > time.process_time() - start
