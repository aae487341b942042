"""Charts drawn as vectors: each value with the label of its bar or sector."""

from math import cos, pi, sin

from ckt_extract.reading.page import Area, Word
from tests.layout.build import PROSE, box, furniture, laid_out, line, page, statements, text, width

GREEN, AMBER, RED = 0x117755, 0xFFAA00, 0xCC4422
FILLS = (GREEN, AMBER, RED)


def values(parts: list[Word], areas: list[Area]) -> list[str]:
    """The callouts of a page with a chart below some text."""
    words = [text(PROSE, 50, 60), parts]
    return [each.text for each in statements(page(*words, areas=areas)) if each.kind == "callout"]


def centred(content: str, x: float, baseline: float, size: float = 8.0) -> list[Word]:
    """A line around x."""
    return line(content, x - width(content, size) / 2, baseline, size)


def sectors(shares: list[float], *, hole: float = 0.0, curved: bool = True) -> list[Area]:
    """The bounds of sectors clockwise from the top, around (150, 250) with radius 60."""
    areas: list[Area] = []
    start = 0.0
    for share, fill in zip(shares, FILLS, strict=False):
        turns = [start + share * step / 24 for step in range(25)]
        points = [(150 + r * sin(2 * pi * t), 250 - r * cos(2 * pi * t))
                  for t in turns for r in (60.0, hole)]  # fmt: skip
        xs, ys = [x for x, _ in points], [y for _, y in points]
        areas.append(Area(min(xs), min(ys), max(xs), max(ys), fill, curved=curved))
        start += share
    return areas


def legend(labels: list[str], x: float = 240.0) -> tuple[list[Word], list[Area]]:
    """Swatches with labels, below each other."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, fill) in enumerate(zip(labels, FILLS, strict=False)):
        areas.append(box(x, 222 + 20 * at, x + 8, 230 + 20 * at, fill))
        words += line(label, x + 14, 229 + 20 * at, 8)
    return words, areas


def test_values_on_sectors_with_a_legend() -> None:
    """A value on a sector has the label of the swatch in the colour of that sector."""
    labels, swatches = legend(["voldoet volledig", "voldoet bijna", "voldoet niet"])
    words = [*labels]
    start = 0.0
    for share in (0.63, 0.19, 0.18):
        turn = 2 * pi * (start + share / 2)
        words += centred(f"{share:.0%}", 150 + 45 * sin(turn), 253 - 45 * cos(turn))
        start += share
    assert ["voldoet volledig: 63%", "voldoet bijna: 19%", "voldoet niet: 18%"] == values(
        words, [*sectors([0.63, 0.19, 0.18], hole=30), *swatches]
    )


def test_values_in_the_legend_and_in_the_hole() -> None:
    """A value in the legend is read there; the same number in the hole repeats it."""
    words, swatches = legend(["voldoet volledig", "voldoet bijna", "voldoet niet"])
    for at, value in enumerate(("80%", "7%", "13%")):
        words += line(value, 330, 229 + 20 * at, 8)
    words += centred("80%", 150, 254, 14)
    assert [
        "voldoet volledig: 80%", "voldoet bijna: 7%", "voldoet niet: 13%", "voldoet volledig: 80%",
    ] == values(words, [*sectors([0.8, 0.07, 0.13], hole=35), *swatches])  # fmt: skip


def test_values_with_labels_beside_straight_sectors() -> None:
    """Without a legend a value has the words right below it, also when sectors are polygons."""
    words: list[Word] = []
    start = 0.0
    for share, label in ((0.48, "China"), (0.3, "India"), (0.22, "elders")):
        turn = 2 * pi * (start + share / 2)
        x, y = 150 + 85 * sin(turn), 250 - 85 * cos(turn)
        words += centred(f"{share:.0%}", x, y, 9) + centred(label, x, y + 10)
        start += share
    assert {"China: 48%", "India: 30%", "elders: 22%"} == set(
        values(words, sectors([0.48, 0.3, 0.22], curved=False))
    )


def test_vertical_bars() -> None:
    """A value above a bar has the label below it; the numbers along the axis are set aside."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, value) in enumerate((("2017", 16), ("2018", 28), ("2019", 38))):
        x = 80 + 70 * at
        areas.append(box(x, 300 - 3 * value, x + 40, 300, GREEN))
        words += centred(f"{value}%", x + 20, 296 - 3 * value) + centred(label, x + 20, 312)
    for value in (0, 20, 40):
        words += line(str(value), 58, 303 - 3 * value, 7)
    assert ["2017: 16%", "2018: 28%", "2019: 38%"] == values(words, areas)
    assert {("0", "axis"), ("20", "axis"), ("40", "axis")} == set(
        furniture(page(text(PROSE, 50, 60), words, areas=areas))
    )


def test_horizontal_bars_with_tracks() -> None:
    """A value behind a bar has the label before it; the grey track behind the bars is no bar."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, value) in enumerate((("China", 120), ("Turkije", 84), ("India", 33))):
        top = 200 + 30 * at
        areas += [box(120, top, 380, top + 16, 0xDDDDDD), box(120, top, 120 + value, top + 16, RED)]
        words += line(label, 110 - width(label, 8), top + 11, 8)
        words += line(str(value), 385, top + 11, 8)
    assert ["China: 120", "Turkije: 84", "India: 33"] == values(words, areas)


def test_grouped_bars_share_their_labels() -> None:
    """In groups of bars the group and the colour are context; only the value is the focus."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, pair) in enumerate((("katoen", (42, 55)), ("wol", (12, 18)))):
        for to, (value, fill) in enumerate(zip(pair, FILLS, strict=False)):
            x = 80 + 110 * at + 34 * to
            areas.append(box(x, 300 - 2 * value, x + 32, 300, fill))
            words += centred(f"{value}%", x + 16, 296 - 2 * value)
        words += centred(label, 80 + 110 * at + 33, 312)
    labels, swatches = legend(["2018", "2019"], x=340)
    found = [each for each in statements(page(text(PROSE, 50, 60), words, labels,
                                              areas=[*areas, *swatches]))
             if each.kind == "callout"]  # fmt: skip
    assert [
        ("katoen · 2018: 42%", "42%"), ("katoen · 2019: 55%", "55%"),
        ("wol · 2018: 12%", "12%"), ("wol · 2019: 18%", "18%"),
    ] == [(each.text, each.text[slice(*each.focus)]) for each in found]  # fmt: skip
    assert ["42%", "55%", "12%", "18%"] == [each.place().quote for each in found]


def test_stacked_bar() -> None:
    """The parts of a stacked bar have the labels below them."""
    words: list[Word] = []
    areas: list[Area] = []
    x = 60.0
    for share, label, fill in zip((80, 7, 13), ("volledig", "bijna", "niet"), FILLS, strict=True):
        areas.append(box(x, 200, x + 4 * share, 230, fill))
        words += centred(f"{share}%", x + 2 * share, 218) + centred(label, x + 2 * share, 242)
        x += 4 * share
    assert ["volledig: 80%", "bijna: 7%", "niet: 13%"] == values(words, areas)


def test_chart_is_a_figure_with_its_caption_as_lead() -> None:
    """The caption of a chart is the lead of its values."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, value) in enumerate((("2017", 16), ("2018", 28), ("2019", 38))):
        x = 80 + 70 * at
        areas.append(box(x, 300 - 3 * value, x + 40, 300, GREEN))
        words += centred(f"{value}%", x + 20, 296 - 3 * value) + centred(label, x + 20, 312)
    caption = "Figuur 1 Aandeel duurzamer katoen (57 bedrijven in totaal)"
    words += line(caption, 80, 335, 8)
    (layout,) = laid_out(page(text(PROSE, 50, 60), words, areas=areas))
    (figure,) = layout.figures
    assert (caption, "chart", True) == (figure.caption, figure.kind, figure.read)
    assert {caption} == {each.lead for each in layout.statements if each.kind == "callout"}


def test_cards_are_no_bars() -> None:
    """Boxes of different heights on one line, with text in them, are not a chart."""
    words: list[Word] = []
    areas: list[Area] = []
    for at in range(3):
        x = 60 + 160 * at
        areas.append(box(x, 200 - 20 * at, x + 140, 320, 0xEEEEEE))
        words += text("In dit kader staat een tekst over 12 fabrieken die wij zagen.",
                      x + 10, 230, room=110)  # fmt: skip
    assert [] == values(words, areas)


def test_sectors_in_one_colour_share_no_words() -> None:
    """When two sectors have the same colour, the words of its label stand in one statement."""
    words, swatches = legend(["voldoet volledig", "voldoet bijna"])
    for at, value in enumerate(("80%", "20%")):
        words += line(value, 330, 229 + 20 * at, 8)
    areas = sectors([0.5, 0.2, 0.3])
    areas[2] = areas[2]._replace(fill=GREEN)
    assert ["voldoet volledig: 80%", "voldoet bijna: 20%"] == values(words, [*areas, *swatches])


def test_line_chart() -> None:
    """Values at different heights above an evenly spaced row of labels belong to those labels."""
    words: list[Word] = []
    dots: list[Area] = []
    for at, (label, value) in enumerate((("2017", 16), ("2018", 28), ("2019", 38))):
        x, y = 100 + 90 * at, 300 - 3 * value
        dots.append(Area(x - 3, y - 3, x + 3, y + 3, RED, curved=True))
        words += centred(f"{value}%", x, y - 8) + centred(label, x, 320)
    assert ["2017: 16%", "2018: 28%", "2019: 38%"] == values(words, dots)


def test_backgrounds_of_cells_are_no_bars() -> None:
    """Backgrounds of a merged head and of the cells below it start on one line, but tile."""
    areas, words = [], line("2018", 160, 111) + line("2019", 320, 111)
    areas += [box(100, 100, 260, 114), box(260, 100, 420, 114)]
    for row in range(2):
        for column in range(4):
            x, y = 100 + 80 * column, 114 + 28 * row
            areas.append(box(x, y, x + 80, y + 14))
            words += line(str(10 + 4 * row + column), x + 30, y + 10)
    assert [] == values(words, areas)


def column(x: float, heights: list[float], values_in: list[str]) -> tuple[list[Word], list[Area]]:
    """A stacked column that stands on one line, with its values."""
    words: list[Word] = []
    areas: list[Area] = []
    low = 400.0
    for height, value, fill in zip(heights, values_in, FILLS, strict=True):
        areas.append(box(x, low - height, x + 50, low, fill))
        words += centred(value, x + 25, low - height / 2 + 3, 9)
        low -= height
    return words, areas


def test_stacked_columns_with_a_year_and_a_legend() -> None:
    """A value in a stacked column has the year below it, and the words of its colour."""
    words, areas = legend(["klaar", "onderweg", "niet begonnen"], 300)
    for x, year, shares in ((60, "2018", [20, 70, 10]), (150, "2019", [30, 50, 20])):
        inside, bars = column(x, [2.0 * share for share in shares], [f"{s}%" for s in shares])
        words += inside + centred(year, x + 25, 412)
        areas += bars
    assert {
        "2018 · klaar: 20%", "2018 · onderweg: 70%", "2018 · niet begonnen: 10%",
        "2019 · klaar: 30%", "2019 · onderweg: 50%", "2019 · niet begonnen: 20%",
    } == set(values(words, areas))  # fmt: skip


def test_a_stacked_column_with_words_beside_its_parts() -> None:
    """One column without a legend has its labels to the right of its parts."""
    words, areas = column(60, [80, 60, 40], ["44%", "33%", "23%"])
    for y, label in ((363, "overwerk"), (293, "gebouwen"), (243, "contract")):
        words += line(label, 120, y, 8)
    assert {"overwerk: 44%", "gebouwen: 33%", "contract: 23%"} == set(values(words, areas))


def test_bars_with_years_have_the_title_of_their_chart() -> None:
    """Values with nothing but a year are read with the words above the chart."""
    words = line("Leden aan het eind van het jaar", 60, 200)
    areas: list[Area] = []
    for at, (year, value) in enumerate((("2016", 41), ("2017", 58), ("2018", 77))):
        x = 60 + 70 * at
        areas.append(box(x, 320 - value, x + 40, 320))
        words += centred(str(value), x + 20, 316 - value) + centred(year, x + 20, 332)
    title = "Leden aan het eind van het jaar"
    assert [f"{title} · 2016: 41", f"{title} · 2017: 58", f"{title} · 2018: 77"] == values(
        words, areas
    )


def test_bars_with_labels_above_them_beside_other_words() -> None:
    """When every bar has a label right above it, words left of the bars are something else."""
    words: list[Word] = []
    areas: list[Area] = []
    for at, (label, share) in enumerate((("volledig", 80), ("bijna", 7), ("niet", 13))):
        y = 220 + 32 * at
        areas += [box(240, y, 240 + 1.5 * share, y + 10)]
        words += line(label, 240, y - 5, 8) + line(f"{share}%", 400, y + 9, 9, bold=True)
        words += line("merken verkopen", 120, y + 8, 9)
    assert ["volledig: 80%", "bijna: 7%", "niet: 13%"] == values(words, areas)


def test_values_far_behind_the_words_of_a_legend() -> None:
    """Numbers in a column of their own, one a swatch, belong to the words in their row."""
    words, swatches = legend(["China", "India", "elders"])
    for at, value in enumerate(("1.530", "1.135", "2.400")):
        words += line(value, 440 - width(value, 9), 229 + 20 * at, 9, bold=True)
    assert ["China: 1.530", "India: 1.135", "elders: 2.400"] == values(
        words, [*sectors([0.3, 0.22, 0.48], hole=35), *swatches]
    )


def test_columns_in_groups_with_years_below() -> None:
    """Under columns with a year each, the words in the middle below a group name it."""
    words: list[Word] = []
    areas: list[Area] = []
    groups = (("klaar", "36", "44"), ("bijna", "11", "4"), ("niet klaar", "10", "7"))
    for at, (name, *pair) in enumerate(groups):
        for to, (value, year) in enumerate(zip(pair, ("2019", "2020"), strict=True)):
            x, height = 80 + 110 * at + 36 * to, 2 * int(value)
            areas.append(box(x, 400 - height, x + 28, 400, (GREEN, AMBER)[to]))
            words += line(value, x + 8, 396 - height, 9) + line(year, x + 5, 411, 7)
        words += line(name, 112 + 110 * at - width(name, 8) / 2, 426, 8, bold=True)
    found = values(words, areas)
    expected = [
        f"{name} · {year}: {value}"
        for name, *pair in groups
        for year, value in zip(("2019", "2020"), pair, strict=True)
    ]
    assert expected == found


def test_words_behind_the_value_in_a_part_of_a_bar() -> None:
    """Words in a part of a bar, right behind its value, are its label."""
    areas = [box(60, 300, 260, 326, GREEN), box(260, 300, 520, 326, AMBER)]
    words: list[Word] = []
    for x, value, label in ((66, "44%", "beter geteeld"), (266, "56%", "gewone teelt")):
        words += line(value, x, 318, 12, bold=True)
        words += line(label, x + width(value, 12) + 4, 318, 8)
    words += line("Het gaat om alle stoffen die de leden kopen.", 60, 342, 9)
    assert ["beter geteeld: 44%", "gewone teelt: 56%"] == values(words, areas)


def test_years_behind_stacked_bars() -> None:
    """Years at one edge behind bars name them, whatever text stands before the bars."""
    words = text(
        "Elk bedrijf maakt een plan dat het bureau ieder jaar toetst.", 40, 310, 9, room=90
    )
    areas: list[Area] = []
    for at, (label, colour) in enumerate((("klaar", GREEN), ("bijna", AMBER), ("niet", RED))):
        areas.append(box(180 + 80 * at, 270, 188 + 80 * at, 278, colour))
        words += line(label, 192 + 80 * at, 278, 9)
    rows = (("2018", 8, 78, 14), ("2019", 63, 19, 18))
    for at, (year, *shares) in enumerate(rows):
        x, y = 150.0, 300 + 40 * at
        for share, colour in zip(shares, (GREEN, AMBER, RED), strict=True):
            areas.append(box(x, y, x + 3 * share, y + 26, colour))
            words += line(f"{share}%", x + 3 * share - 20, y + 17, 9)
            x += 3 * share
        words += line(year, 465, y + 17, 9)
    names = ("klaar", "bijna", "niet")
    expected = [f"{y} · {n}: {s}%" for y, *row in rows for n, s in zip(names, row, strict=True)]
    assert sorted(expected) == sorted(values(words, areas))


def test_columns_need_not_be_as_wide_to_the_last_digit() -> None:
    """Columns whose widths differ by half a point are of one chart."""
    words: list[Word] = []
    areas: list[Area] = []
    bars = (("jassen", "61%", 43.4), ("jeans", "58%", 43.6), ("truien", "47%", 43.8))
    for at, (label, value, wide) in enumerate(bars):
        x, height = 80 + 60 * at, 2 * int(value[:-1])
        areas.append(box(x, 400 - height, x + wide, 400, (GREEN, AMBER)[at % 2]))
        words += centred(value, x + wide / 2, 396 - height) + centred(label, x + wide / 2, 411)
    assert [f"{label}: {value}" for label, value, _ in bars] == values(words, areas)


def test_labels_of_columns_that_nearly_touch() -> None:
    """Words below columns are parted where each stands in the middle below one of them."""
    words: list[Word] = []
    areas: list[Area] = []
    bars = (("Leefbaar loon", 47), ("Kinderarbeid", 41), ("Vakvrijheid", 33), ("Water", 22))
    for at, (label, value) in enumerate(bars):
        x = 80 + 60 * at
        areas.append(box(x, 400 - 2 * value, x + 36, 400, (GREEN, AMBER)[at % 2]))
        words += centred(str(value), x + 18, 396 - 2 * value)
        words += centred(label, x + 18, 411, 9 if " " not in label else 7)
    expected = [f"{label}: {value}" for label, value in bars]
    assert expected == values(words, areas)


def test_years_before_bars_in_groups() -> None:
    """Bars with a year each, in groups with a name further left, have both."""
    words: list[Word] = []
    areas: list[Area] = []
    groups = (("Katoen", 57, 64), ("Polyester", 16, 23), ("Viscose", 34, 39))
    for at, (name, *pair) in enumerate(groups):
        y = 300 + 50 * at
        words += line(name, 60, y + 14, 9, bold=True)
        for to, (value, year) in enumerate(zip(pair, ("2020", "2021"), strict=True)):
            top = y + 14 * to
            areas.append(box(160, top, 160 + 2 * value, top + 11, (AMBER, GREEN)[to]))
            words += line(year, 136, top + 8, 7) + line(f"{value}%", 166 + 2 * value, top + 9, 9)
    expected = [
        f"{name} · {year}: {value}%"
        for name, *pair in groups
        for year, value in zip(("2020", "2021"), pair, strict=True)
    ]
    assert sorted(expected) == sorted(values(words, areas))


def test_a_shape_in_a_colour_of_a_chart_is_no_swatch() -> None:
    """Beside a legend with values, an arrow that stands alone is none of its keys."""
    rows = (("bijna op orde", "7%", AMBER), ("nog niet", "13%", RED))
    words = [*centred("80%", 165, 270), *line("18", 440, 190, 20)]
    arrow = [box(420, 180, 432, 190, GREEN)]
    for at, (label, value, colour) in enumerate(rows):
        arrow.append(box(100, 340 + 16 * at, 108, 348 + 16 * at, colour))
        words += line(value, 114, 348 + 16 * at, 9) + line(label, 140, 348 + 16 * at, 9)
    words += line("een tip voor wie verder leest", 480, 190, 8)
    found = values(words, [*sectors([0.8, 0.07, 0.13]), *arrow])
    assert {"bijna op orde: 7%", "nog niet: 13%"} < set(found)
    assert "een tip voor wie verder leest: 18" not in found


def test_labels_of_two_lines_below_the_parts_of_a_bar() -> None:
    """A label below a part of a bar goes on in the line below it."""
    words: list[Word] = []
    areas: list[Area] = []
    x = 60.0
    parts = (
        (8, "helemaal", "klaar", GREEN),
        (78, "onderweg", "", AMBER),
        (14, "te weinig", "werk", RED),
    )
    for share, first, second, colour in parts:
        areas.append(box(x, 300, x + 5 * share, 330, colour))
        words += centred(f"{share}%", x + 2.5 * share, 320, 10)
        words += centred(first, x + 2.5 * share, 345, 8)
        words += centred(second, x + 2.5 * share, 356, 8) if second else []
        x += 5 * share
    assert ["helemaal klaar: 8%", "onderweg: 78%", "te weinig werk: 14%"] == values(words, areas)


def test_a_legend_with_values_and_words_in_one_line() -> None:
    """Rows of a legend that say value and words together are entries, beside one of two lines."""
    words: list[Word] = []
    areas = sectors([0.63, 0.19, 0.18], hole=35)
    rows = (("63%", "alle eisen", GREEN), ("19%", "goed op weg", AMBER), ("18%", "te laat", RED))
    for at, (value, label, colour) in enumerate(rows):
        y = 220 + 26 * at
        areas.append(box(240, y - 8, 248, y, colour))
        words += line(value, 254, y, 9) + line(label, 254 + width(value, 9) + 4, y, 9)
    assert ["63% alle eisen", "19% goed op weg", "18% te laat"] == values(words, areas)
