"""Dates: each goes to the step of the procedure that the words beside it tell."""

from datetime import date

import pytest

from ckt_extract.facts.ruling_dates import moments_in
from tests.facts.rulings.texts import passage


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "De klacht is op 15 mei 2020 ingediend, op 3 juni 2020 ontvankelijk verklaard en op "
            "7 januari 2021 gepubliceerd.",
            {"filed": "2020-05-15", "admissible": "2020-06-03", "published": "2021-01-07"},
        ),
        (
            "Op 7 januari 2021, ruim een half jaar nadat de klacht op 15 mei 2020 was ingediend, "
            "publiceerde de commissie haar uitspraak.",
            {"published": "2021-01-07", "filed": "2020-05-15"},
        ),
        ("Verweerster heeft op 2 april 2019 een verweerschrift ingediend.", {}),
        ("Het plan van aanpak is op 2 april 2019 ontvangen.", {}),
        ("De hoorzitting was op 28 maart 2019.", {"hearing": "2019-03-28"}),
        ("De klacht die de bond had ingediend, werd op 3 mei 2019 ingetrokken.", {}),
        ("In mei 2020 is het aangespannen geschil geschikt.", {}),
        (
            "Na een zitting op 3 mei 2019 deed de commissie op 5 juni 2019 een tussenuitspraak.",
            {"hearing": "2019-05-03", "decided": "2019-06-05"},
        ),
        (
            "Op 3 mei 2019 stelde de commissie vast dat de eisen niet waren nageleefd.",
            {"decided": "2019-05-03"},
        ),
        ("De uitspraak van 14 juli 2021 is gepubliceerd.", {"decided": "2021-07-14"}),
        ("Aldus vastgesteld te Den Haag op 3 juli 2018.", {"decided": "2018-07-03"}),
        ("Het reglement is vastgesteld op 1 maart 2017.", {}),
        ("In juli 2022 volgde de definitieve uitspraak.", {"decided": "2022-07-01"}),
        ("Datum uitspraak: 6 mei 2019", {"decided": "2019-05-06"}),
        ("De rechtbank deed op 6 mei 2019 uitspraak.", {}),
        ("Aldus gegeven op de veertiende mei 2020.", {"decided": "2020-05-14"}),
        ("Partijen zijn ter zitting van 9 maart 2020 verschenen.", {"hearing": "2020-03-09"}),
        (
            "Bij beslissing van 10 december 2018 is de klacht ontvankelijk verklaard.",
            {"admissible": "2018-12-10"},
        ),
        ("De zitting was bepaald op 15 november 2018.", {}),
        ("Verplichtingen niet nagekomen (3 september 2019)", {"decided": "2019-09-03"}),
    ],
)
def test_dates_find_their_step(text: str, steps: dict[str, str]) -> None:
    """What was filed or published must be the case or its ruling."""
    found = {moment.step: moment.value.isoformat() for moment in moments_in(passage(text))}
    assert steps == found


def test_a_date_without_a_year_follows_the_one_before() -> None:
    """It has the year of the date before it, unless that would put it earlier."""
    text = passage("De zitting was op 10 september.")
    assert [date(2020, 9, 10)] == [m.value for m in moments_in(text, date(2020, 7, 2))]
    assert [] == moments_in(text, date(2020, 11, 2))
    assert [] == moments_in(text)


def test_precision_says_what_the_text_gives() -> None:
    """A month or year alone is the first day of it, and says so."""
    (moment,) = moments_in(passage("De klacht is in mei 2020 ingediend."))
    assert (date(2020, 5, 1), "month") == (moment.value, moment.precision)
