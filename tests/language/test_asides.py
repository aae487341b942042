"""Numbers that are no quantities are set aside, each with its reason."""

import pytest

from tests.language.notation import asides, measures

_DUTCH = [
    ("zie hoofdstuk 2 en figuur 1", "reference 2; reference 1"),
    ("tabellen 3 en 4, bijlage 2a", "reference 3 en 4; reference 2a"),
    ("paragraaf 3.2.1, par. 2.1 en 2.2", "reference 3.2.1; reference 2.1 en 2.2"),
    ("pagina 12-14; pagina 3 van 48", "reference 12-14; page_number 3 van 48"),
    ("artikel 4, lid 2; art. 6:162 BW", "reference 4; reference 2; reference 6:162"),
    ("thema 5, stap 3, fase 1, noot 3", "reference 5; reference 3; reference 1; reference 3"),
    ("van jaar 2 naar jaar 3", "reference 2; reference 3"),
    ("Dierenwelzijn (4/9)", "reference 4/9"),
    ("#5 en #IV", "reference 5"),
    ("ECLI:NL:HR:2019:1234", "reference 2019:1234"),
    ("zaak 2020-02, zaaknr. 2019/123", "reference 2020-02; reference 2019/123"),
    ("het derde jaar en de 2e ronde", "ordinal derde; ordinal 2e"),
    ("het vierde convenantsjaar, 3de, 1ste", "ordinal vierde; ordinal 3de; ordinal 1ste"),
    ("het vijfentwintigste lid", "ordinal vijfentwintigste"),
    ("in het tweede kwartaal", "ordinal tweede"),
    ("Bezuidenhoutseweg 60, 2594 AW Den Haag", "address 60; postcode 2594 AW"),
    ("Postbus 90405, 2509 LK Den Haag", "address 90405; postcode 2509 LK"),
    ("tel. 070 3499 499", "phone 070 3499 499"),
    ("+31 (0)70 349 94 99 of 06-12345678", "phone 31 (0)70 349 94 99; phone 06-12345678"),
    ("info2@voorbeeld.nl", "email_or_url info2@voorbeeld.nl"),
    ("zie www.voorbeeld.nl/2019.", "email_or_url www.voorbeeld.nl/2019"),
    ("klager 1, artikelnr. 88123", "reference 1; reference 88123"),
    ("1. Inleiding", "list_numeral 1"),
    ("2) Tweede stap", "list_numeral 2; ordinal Tweede"),
    ("thema's: 1) loon, 2) water", "list_numeral 1; list_numeral 2"),
    ("feiten_en_cijfers_2018.pdf", "name 2018"),
    ("(3) Nog een punt", "list_numeral 3"),
    ("3.2 Leefbaar loon", "list_numeral 3.2"),
    ("versie 2.0, ISO 9001:2015, v1.2.3", "version 2.0; version 9001:2015; version 1.2.3"),
    ("SA8000 en GOTS 5.0", "version 8000; version 5.0"),
    ("COVID-19, CO2 en G20", "name 19; name 2; name 20"),
    ("OEKO-TEX Standard 100", "name 100"),
    ("ILO-conventies 87 en 98", "name 87 en 98"),
    ("SDG 8 van de Agenda 2030", "name 8; name 2030"),
    ("KvK 12345678", "name 12345678"),
    ("24/7, top 10, het 5-stappenplan", "name 24/7; name 10; name 5"),
    ("om 9 uur, 10.30 uur, 14:00", "time 9; time 10.30; time 14:00"),
    ("Dit geldt.4 De rest niet [12]", "footnote 4; footnote 12"),
    ("bedrijven1 doen mee²", "footnote 1; footnote ²"),
    ("één van de bedrijven", "indefinite één"),
    ("de afgelopen drie jaar, drie jaar geleden", "date drie jaar; date drie jaar geleden"),
    ("2019, 2017-2021, '19", "year 2019; year 2017; year 2021; year '19"),
    ("op 31 december 2021, 4-jul-16", "date 31 december 2021; date 4-jul-16"),
    ("04/07/2016, 31.12.2021, 2021-01-07", "date 04/07/2016; date 31.12.2021; date 2021-01-07"),
    ("Q3 2022 en de jaren 90", "date 3; year 2022; date 90"),
    ("12345678901234567890", "name 12345678901234567890"),
]  # fmt: skip
_ENGLISH = [
    ("see Chapter 2, Figure 1 and tables 3 and 4", "reference 2; reference 1; reference 3 and 4"),
    ("page 12 of 48, Article 4(2)", "page_number 12 of 48; reference 4(2)"),
    ("tier 1 suppliers, scope 3 emissions", "reference 1; reference 3"),
    (
        "the third year, the 2nd round, twenty-third",
        "ordinal third; ordinal 2nd; ordinal twenty-third",
    ),
    ("12 Baker Street, PO Box 123", "address 12; address 123"),
    ("10:30 am, 5 p.m., 14:00", "time 10:30; time 5; time 14:00"),
    ("COVID-19, ISO 14001, SA8000", "name 19; version 14001; version 8000"),
    ("ILO Conventions 87 and 98", "name 87 and 98"),
    ("in the past three years", "date three years"),
    ("March 31, 2020; 1 May; 4 July 2016", "date March 31, 2020; date 1 May; date 4 July 2016"),
    ("one of the brands", "indefinite one"),
]


@pytest.mark.parametrize(("text", "expected"), _DUTCH)
def test_dutch_asides(text: str, expected: str) -> None:
    """A Dutch number that is no quantity is set aside for the right reason."""
    assert expected == asides(text, "nl")
    assert "" == measures(text, "nl")


@pytest.mark.parametrize(("text", "expected"), _ENGLISH)
def test_english_asides(text: str, expected: str) -> None:
    """An English number that is no quantity is set aside for the right reason."""
    assert expected == asides(text, "en")
    assert "" == measures(text, "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tabel 3: 57 bedrijven", "count 57"),
        ("figuur 1 (57 in totaal)", "count 57"),
        ("figuur 1 en 57 bedrijven", "count 57"),
        ("per jaar 3 trainingen, dit jaar 4", "count 3; count 4"),
        ("in het eerste jaar 12 bedrijven", "count 12"),
        ("doel 80 procent", "percentage 80"),
        ("bijlage met 23 pagina's", "count 23"),
        ("in 2019 63 procent", "percentage 63"),
        ("Nederland (23), Duitsland (12)", "count 23; count 12"),
        ("In mei 57 bedrijven", "count 57"),
        ("2.019 bedrijven", "count 2019"),
        ("'63 procent'", "percentage 63"),
        ("een twaalftal leden in 3 landen", "about count 12; count 3"),
    ],
)
def test_quantities_beside_asides(text: str, expected: str) -> None:
    """What looks like a reference or a date but counts something stays a quantity."""
    assert expected == measures(text, "nl")
