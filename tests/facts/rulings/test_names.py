"""Names of organisations: where they begin and end, and what else is capitalised."""

import pytest

from ckt_extract.facts.ruling_known import known_names, name_keys, same_name
from ckt_extract.facts.ruling_names import names_in
from tests.facts.rulings.texts import passage


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("de klacht tegen Voorbeeld Mode B.V. en SOMO", ["Voorbeeld Mode B.V.", "SOMO"]),
        ("het geschil met Corn. Van Dijk B.V. is afgedaan", ["Corn. Van Dijk B.V."]),
        ("de klacht tegen Stof en Steek B.V. is gegrond", ["Stof en Steek B.V."]),
        ("het geschil tussen Stof en Steek B.V. loopt", ["Stof", "Steek B.V."]),
        ("de klacht van Stichting Werk en Recht loopt", ["Stichting Werk en Recht"]),
        (
            "Vereniging Rechte Naad en Stichting Zoomwerk klaagden",
            ["Vereniging Rechte Naad", "Stichting Zoomwerk"],
        ),
        ("de klacht van de Schone Kleren Campagne", ["Schone Kleren Campagne"]),
        ("de klacht van Weavers' Voice tegen Draad & Naald", ["Weavers' Voice", "Draad & Naald"]),
        ("SOMO's klacht tegen C&A's leverancier", ["SOMO", "C&A"]),
        ("In Bangladesh en Myanmar werken veel mensen", []),
        ("Zeven bedrijven voldeden niet", []),
        ("the complaint of Cloth and Yarn Foundation", ["Cloth and Yarn Foundation"]),
        ("de klacht van Stichting Recht op Draad", ["Stichting Recht op Draad"]),
        ("de klacht van Netwerk tegen Dwang tegen Kous B.V.", ["Netwerk tegen Dwang", "Kous B.V."]),
        ("de klacht tegen Van der Naald Mode B.V.", ["Van der Naald Mode B.V."]),
        ("de klacht tegen Eerste Steek B.V.", ["Eerste Steek B.V."]),
        ("het geschil tussen Kous N.V. en Stof en Steek B.V.", ["Kous N.V.", "Stof en Steek B.V."]),
        ("Kous B.V. of Rotterdam, the respondent", ["Kous B.V."]),
        ("Complaint number: C-2018-05", []),
        ("De commissie zat in Den Haag", []),
        ("de voorzitter, H. van der Kolk, en het lid P. Brust", []),
        ("Voorbeeld B.V., Utrecht, verzoeker", ["Voorbeeld B.V."]),
        (
            "Voorbeeld B.V., gevestigd te Utrecht, vertegenwoordigd door Mr Jansen",
            ["Voorbeeld B.V."],
        ),
        ("de Klachten- en Geschillencommissie van het Convenant", []),
    ],
)
def test_names_are_found_whole(text: str, names: list[str]) -> None:
    """A name has its legal form, and is no place, person, country or first word of a sentence."""
    assert names == [name.text for name in names_in(passage(text))]


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Voorbeeld Mode B.V. (hierna: Voorbeeld), verweerster", ["Voorbeeld"]),
        ("Voorbeeld Mode B.V., hierna te noemen 'Voorbeeld',", ["Voorbeeld"]),
        ("Voorbeeld Mode B.V., handelend onder de namen Kous en Band", ["Kous", "Band"]),
        ("Voorbeeld Mode B.V. (verweerder), bekend van het merk Kraagje", ["Kraagje"]),
        ("Voorbeeld Mode B.V., gevestigd te Utrecht (hierna: VM)", ["VM"]),
        ("Stichting Eerlijk Garen (SEG) klaagde", ["SEG"]),
        ("Voorbeeld Mode B.V. (hierna: verweerster)", []),
        ("Voorbeeld Mode B.V. (ook wel: Voormode)", ["Voormode"]),
        ('Voorbeeld Mode B.V. ("Voorbeeld")', ["Voorbeeld"]),
        ("Voorbeeld Mode B.V., in de winkel bekend als Voormode,", ["Voormode"]),
        ("Van Draad Mode B.V. (hierna: Van Draad)", ["Van Draad"]),
    ],
)
def test_other_names_of_a_party(text: str, aliases: list[str]) -> None:
    """Brands and short names belong to the party behind which they stand; a role is no name."""
    assert aliases == names_in(passage(text))[0].aliases


def test_bodies_and_unnamed_parties() -> None:
    """The secretariat is a party, and so is one whose name is withheld."""
    found = names_in(passage("het secretariaat van het convenant, SOMO en een lokale vakbond"))
    assert [
        ("secretariaat van het convenant", "body"),
        ("SOMO", "name"),
        ("lokale vakbond", "local"),
    ] == [(name.text, name.kind) for name in found]


def test_spelling_variants_are_one_party() -> None:
    """A legal form or a known variant makes no other party; another name does."""
    assert same_name(name_keys(["C&A Nederland C.V."]), name_keys(["C&A Netherlands C.V."]))
    assert same_name(name_keys(["Voorbeeld Mode"]), name_keys(["Voorbeeld Mode B.V."]))
    assert same_name(name_keys(["C&A"]), name_keys(["C&A Nederland"]))
    assert not same_name(name_keys(["Voorbeeld Mode"]), name_keys(["Voorbeeld Werk"]))
    assert ("Vandyck",) == known_names("Corn. Van Dijk B.V.")
    assert () == known_names("Voorbeeld Mode B.V.")
