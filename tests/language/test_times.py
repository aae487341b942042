"""Words that say when, in Dutch and in English."""

import pytest

from tests.language.notation import measures, times

_DUTCH = [
    ("in 2019", "year 2019"),
    ("eind 2020 en begin 2021", "year 2020; year 2021"),
    ("in het laatste kwartaal van 2021", "year 2021"),
    ("sinds '16", "year 2016"),
    ("FY2019", "year 2019"),
    ("2017-2021", "years 2017-2021"),
    ("2019/2020 en 2019/'20", "years 2019-2020; years 2019-2020"),
    ("van 2018 tot en met 2020", "years 2018-2020"),
    ("van 2018 naar 2019", "years 2018-2019"),
    ("tussen 2018 en 2020", "years 2018-2020"),
    ("2018 en 2020", "year 2018; year 2020"),
    ("van begin 2018 tot eind 2020", "years 2018-2020"),
    ("tussen mei 2018 en juni 2020", "years 2018-2020"),
    ("van januari tot maart 2020", "year 2020"),
    ("op 31 december 2021", "date 2021-12-31"),
    ("op 12, 13 en 14 juni 2019", "date 2019-6-12"),
    ("op 4-jul-16", "date 2016-7-4"),
    ("op 3 sept. 2019", "date 2019-9-3"),
    ("04/07/2016", "date 2016-7-4"),
    ("2021-01-07", "date 2021-1-7"),
    ("31.12.2021", "date 2021-12-31"),
    ("op 7 mei", "date 5-7"),
    ("in april", "month 4"),
    ("mei 2018", "month 2018-5"),
    ("2019-04", "month 2019-4"),
    ("Vorig jaar gold dit niet", "relative -1 edition"),
    ("dit jaar en het afgelopen jaar", "relative +0 edition; relative +0 edition"),
    ("in het verslagjaar", "relative +0 edition"),
    ("het jaar ervoor, het jaar daarvoor", "relative -1 text; relative -1 text"),
    ("een jaar eerder", "relative -1 text"),
    ("twee jaar eerder", "relative -2 text"),
    ("drie jaar geleden", "relative -3 edition"),
    ("een jaar later", "relative +1 text"),
    ("in dat jaar", "relative +0 text"),
    ("volgend jaar", "relative +1 edition"),
    ("Toen en destijds", "back; back"),
    ("in het verslagjaar 2020", "year 2020"),
    ("zes maanden later", ""),
]
_ENGLISH = [
    ("in 2019", "year 2019"),
    ("between May 2018 and June 2020", "years 2018-2020"),
    ("from 2018 to 2020", "years 2018-2020"),
    ("early 2021", "year 2021"),
    ("March 31, 2020", "date 2020-3-31"),
    ("the 31st of December 2021", "date 2021-12-31"),
    ("4 July 2016", "date 2016-7-4"),
    ("in May they may march", "month 5"),
    ("last year", "relative -1 edition"),
    ("the year before; the previous year", "relative -1 text; relative -1 text"),
    ("a year earlier; two years earlier", "relative -1 text; relative -2 text"),
    ("three years ago", "relative -3 edition"),
    ("this year; that year", "relative +0 edition; relative +0 text"),
    ("then; at that time", "back; back"),
]


@pytest.mark.parametrize(("text", "expected"), _DUTCH)
def test_dutch_times(text: str, expected: str) -> None:
    """A Dutch time is read as what it refers to, and is no quantity."""
    assert expected == times(text, "nl")
    assert "" == measures(text, "nl")


@pytest.mark.parametrize(("text", "expected"), _ENGLISH)
def test_english_times(text: str, expected: str) -> None:
    """An English time is read as what it refers to, and is no quantity."""
    assert expected == times(text, "en")
    assert "" == measures(text, "en")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("ruim 2000 locaties", False),
        ("telt 2010 leden", False),
        ("in 2000 bedrijven", False),
        ("120 van de 2010 locaties", False),
        ("€ 2019", False),
        ("2019 procent", False),
        ("4268", False),
        ("In 2019 bedrijven bezocht", True),
        ("sinds 1948", True),
        ("1950 fabrieken", False),
        ("resultaten 2019", True),
        ("meer dan in 2019", True),
        ("meer dan 2019", True),
    ],
)
def test_year_or_count(text: str, *, year: bool) -> None:
    """Four digits are a year unless the words around them count something."""
    assert year == bool(times(text, "nl"))
    assert year != bool(measures(text, "nl"))
