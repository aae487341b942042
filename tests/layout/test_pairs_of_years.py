"""Values of two years beside each other, legends with values, and labels in cells."""

from ckt_extract.reading.page import Area, Word
from tests.layout.build import PROSE, box, line, page, statements, text, width

GREEN, AMBER, RED = 0x117755, 0xFFAA00, 0xCC4422


def values(parts: list[Word], areas: list[Area]) -> list[str]:
    """The callouts of a page with a drawing below some text."""
    words = [text(PROSE, 50, 60), parts]
    return [each.text for each in statements(page(*words, areas=areas)) if each.kind == "callout"]


def centred(
    content: str, x: float, baseline: float, size: float, *, bold: bool = False
) -> list[Word]:
    """A line around x."""
    return line(content, x - width(content, size) / 2, baseline, size, bold=bold)


def then_and_now(second: float) -> list[Word]:
    """Two rows of values under two years, those of the second year in a size of their own."""
    words = [*centred("2019", 220, 200, 8), *centred("2020", 300, 200, 8)]
    for baseline, label, old, new in (
        (230, "gerecycled polyester", "12%", "27%"),
        (262, "merken met een klacht", "8", "31"),
    ):
        words += line(label, 50, baseline - 2, 9)
        words += centred(old, 220, baseline, 13) + centred(new, 300, baseline, second)
    return words


def test_values_under_years() -> None:
    """A value has the words of its row and the year of its column, whatever its size."""
    areas = [box(270, 210, 330, 236, GREEN), box(270, 242, 330, 268, GREEN)]
    found = values(then_and_now(21), areas)
    expected = [
        "gerecycled polyester · 2019: 12%",
        "gerecycled polyester · 2020: 27%",
        "merken met een klacht · 2019: 8",
        "merken met een klacht · 2020: 31",
    ]
    assert expected == found


def test_no_number_is_the_label_of_another() -> None:
    """Numbers beside each other without words stay apart."""
    words = [*line("12%", 200, 230, 13), *line("27%", 260, 232, 21)]
    assert ["27%"] == values(words, [box(250, 210, 320, 240, GREEN)])


def test_slopes() -> None:
    """Both ends of a slope have the title above it, and each its own year."""
    words: list[Word] = []
    areas: list[Area] = []
    for x, title, old, new in (
        (60, "Wol van een beter soort", "14%", "33%"),
        (300, "Bezoeken met een vakbond", "22%", "41%"),
    ):
        words += line(title, x, 200, 10, bold=True)
        words += line(old, x + 10, 260, 13) + line("2017", x + 10, 272, 8)
        words += line(new, x + 110, 240, 22) + line("2018", x + 110, 252, 8)
        areas += [box(x + 40, 252, x + 46, 258, RED), box(x + 100, 230, x + 106, 236, RED)]
    expected = [
        "Wol van een beter soort · 2017: 14%",
        "Wol van een beter soort · 2018: 33%",
        "Bezoeken met een vakbond · 2017: 22%",
        "Bezoeken met een vakbond · 2018: 41%",
    ]
    assert sorted(expected) == sorted(values(words, areas))


def test_legend_with_values() -> None:
    """A value beside a dot has the words right below it."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (share, label, fill) in enumerate((
        ("71%", "op schema", GREEN), ("20%", "bijna op schema", AMBER), ("9%", "te laat", RED),
    )):  # fmt: skip
        y = 220 + 30 * at
        areas.append(box(300, y - 9, 309, y, fill))
        words += line(share, 314, y, 13, bold=True) + line(label, 314, y + 11, 8.5)
    assert ["op schema: 71%", "bijna op schema: 20%", "te laat: 9%"] == values(words, areas)


def test_label_in_the_cell_beside_that_of_its_number() -> None:
    """A label belongs to the cell that it touches, though another number stands nearer."""
    words: list[Word] = []
    areas: list[Area] = []
    for x, y, label, number in (
        (50, 200, "cursisten", "846"), (240, 200, "talen in de cursus", "5"),
        (50, 250, "nieuwe trainers", "17"), (240, 250, "landen bezocht", "3"),
    ):  # fmt: skip
        areas += [box(x, y, x + 112, y + 32, GREEN), box(x + 112, y, x + 172, y + 32, AMBER)]
        words += line(label, x + 10, y + 20, 9) + centred(number, x + 142, y + 23, 18)
    expected = [
        "cursisten: 846", "talen in de cursus: 5", "nieuwe trainers: 17", "landen bezocht: 3",
    ]  # fmt: skip
    assert sorted(expected) == sorted(values(words, areas))


def test_names_in_bars() -> None:
    """A name printed in a bar is that bar's, also where the bar is shorter than the name."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, share) in enumerate(
        (("wol", 60), ("gerecycled polyester", 15), ("linnen", 44))
    ):
        y = 200 + 26 * at
        areas.append(box(100, y, 100 + 3 * share, y + 20, GREEN))
        words += line(label, 106, y + 13, 9, bold=True) + line(f"{share}%", 410, y + 14, 13)
    assert ["wol: 60%", "gerecycled polyester: 15%", "linnen: 44%"] == values(words, areas)


def test_years_above_the_numbers_of_a_timeline() -> None:
    """A year right above each number of a column is that number's."""
    words: list[Word] = []
    for at, (year, number) in enumerate((("2016", "41"), ("2017", "52"), ("2018", "58"))):
        y = 220 + 90 * at
        words += line(year, 80, y - 24, 9) + line(number, 80, y, 24)
        words += line("merken doen mee", 80, y + 16, 9)
    expected = ["2016: 41 merken doen mee", "2017: 52 merken doen mee", "2018: 58 merken doen mee"]
    assert expected == values(words, [])


def test_small_numbers_in_bubbles() -> None:
    """The number in a small bubble is one of a row, and has the name below it as the others do."""
    words: list[Word] = []
    areas: list[Area] = []
    for x, radius, size, number, name in (
        (100, 50, 18, "940", "Japan"),
        (230, 40, 18, "605", "Peru"),
        (340, 22, 10.5, "88", "Kenia"),
    ):
        areas.append(Area(x - radius, 300 - radius, x + radius, 300 + radius, RED, curved=True))
        words += centred(number, x, 300 + 0.36 * size, size)
        words += centred(name, x, 312 + radius, 9.5)
    assert ["940 Japan", "605 Peru", "88 Kenia"] == values(words, areas)


def test_a_label_between_then_and_now() -> None:
    """The words between the values of two years are those of both; the years stand on top."""
    words = [*centred("Toen: 2016", 120, 200, 10), *centred("Nu: 2021", 460, 200, 10)]
    rows = (("71", "merken op de lijst", "64"), ("1.900", "bekende adressen", "6.050"))
    for at, (old, label, new) in enumerate(rows):
        baseline = 235 + 40 * at
        words += centred(old, 120, baseline, 24) + centred(new, 460, baseline, 24)
        words += centred(label, 290, baseline - 4, 9)
    expected = [
        "merken op de lijst · Toen: 2016: 71",
        "merken op de lijst · Nu: 2021: 64",
        "bekende adressen · Toen: 2016: 1.900",
        "bekende adressen · Nu: 2021: 6.050",
    ]
    assert expected == values(words, [box(60, 180, 530, 300), box(60, 250, 530, 251)])


def test_years_behind_their_values() -> None:
    """`11% in 2020  18% in 2021`: each value has the year behind it and the title above both."""
    words: list[Word] = []
    for x, title, old, new in (
        (60, "Wol van een beter soort", "14%", "33%"),
        (320, "Viscose met keurmerk", "22%", "41%"),
    ):
        words += line(title, x, 200, 9, bold=True)
        for at, size, value, year in ((x, 14, old, "in 2020"), (x + 80, 20, new, "in 2021")):
            words += line(value, at, 230, size)
            words += line(year, at + width(value, size) + 4, 230, 8)
    expected = [
        "in 2020 · Wol van een beter soort: 14%",
        "in 2021 · Wol van een beter soort: 33%",
        "in 2020 · Viscose met keurmerk: 22%",
        "in 2021 · Viscose met keurmerk: 41%",
    ]
    assert sorted(expected) == sorted(values(words, []))


def test_a_card_holds_a_year_and_its_value() -> None:
    """In a card the year may stand in another corner than the value."""
    words: list[Word] = []
    areas: list[Area] = []
    for x, year, value in ((60, "2018", "4%"), (200, "2019", "21%")):
        areas.append(box(x, 190, x + 120, 250, GREEN))
        words += line(year, x + 8, 206, 8)
        words += line(value, x + 110 - width(value, 24), 240, 24)
    words += line("van het leer is diervriendelijk", 340, 222, 10)
    found = values(words, areas)
    assert [True, True] == [
        "leer is diervriendelijk" in each and year in each and each.endswith(value)
        for each, (year, value) in zip(found, (("2018", "4%"), ("2019", "21%")), strict=True)
    ]


def test_words_between_then_and_now() -> None:
    """Words between two cards with a year and a value say what both count."""
    areas = [box(60, 190, 220, 250, GREEN), box(380, 190, 540, 250, RED)]
    words: list[Word] = []
    for x, year, value in ((140, "2018", "28%"), (460, "2019", "38%")):
        words += centred(year, x, 208, 9) + centred(value, x, 240, 26)
    words += centred("duurzamer materiaal", 300, 212, 9, bold=True)
    words += centred("in de winkels", 300, 224, 9, bold=True)
    expected = [
        "2018 · duurzamer materiaal in de winkels: 28%",
        "2019 · duurzamer materiaal in de winkels: 38%",
    ]
    assert expected == values(words, areas)


def test_an_arrow_between_dated_numbers() -> None:
    """Numbers with a year above and words below each stay apart, whatever is drawn between."""
    areas = [box(50, 180, 420, 280, GREEN), box(200, 222, 240, 234, RED)]
    words: list[Word] = []
    for x, year, value, label in (
        (70, "2018", "51%", "kent de eigen zwakke plekken"),
        (270, "2019", "84%", "kent de eigen sterke plekken"),
    ):
        words += line(year, x, 200, 8, bold=True)
        words += line(value, x, 236, 24) + line(label, x, 250, 7)
    expected = [
        "2018: 51% kent de eigen zwakke plekken",
        "2019: 84% kent de eigen sterke plekken",
    ]
    assert expected == values(words, areas)


def test_a_year_on_top_of_a_card() -> None:
    """The year over the first number of a card is that of the others in it, and is no number."""
    areas: list[Area] = []
    words: list[Word] = []
    for x, year, first, second in ((60, "2016", "2.802", "35%"), (300, "2021", "5.340", "44%")):
        areas.append(box(x, 180, x + 200, 340, GREEN))
        words += centred(year, x + 100, 205, 16)
        words += centred(first, x + 100, 245, 28) + centred("bekende adressen", x + 100, 260, 8)
        words += centred(second, x + 100, 300, 28) + centred("van de omzet", x + 100, 315, 8)
    expected = [
        "2016: 2.802 bekende adressen",
        "2016: 35% van de omzet",
        "2021: 5.340 bekende adressen",
        "2021: 44% van de omzet",
    ]
    assert expected == values(words, areas)
