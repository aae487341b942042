"""What is no table although it stands in columns."""

import pytest

from ckt_extract.layout.tables import find_tables
from ckt_extract.reading.page import Page, Rule, Word
from tests.layout.build import PROSE, box, line, page, text


def columns(count: int) -> Page:
    """Running text in columns."""
    room = 480 / count - 16
    return page(
        *(
            text(f"{PROSE} In 2019 deed 63 procent mee. " * 9, 60 + c * (room + 16), 90, room=room)
            for c in range(count)
        )
    )


def titles(*, numbered: bool, dots: bool) -> Page:
    """A contents page."""
    names = ("Voorwoord", "Stand van zaken", "Leefbaar loon", "Kinderarbeid", "Grondstoffen")
    words: list[Word] = line("Inhoud", 60, 80, 16, bold=True)
    for at, name in enumerate(names):
        y = 120 + 18 * at
        words += line(f"{at + 1}", 60, y) if numbered else []
        words += line(name, 90, y)
        words += line(". " * 60, 190, y) if dots else []
        words += line(str(3 + 4 * at), 520, y)
    return page(words)


def callouts(*, boxes: bool, touching: bool = False) -> Page:
    """Large numbers with small labels in a grid."""
    step = 160 if touching else 170
    words: list[Word] = []
    areas = []
    for at, (number, label) in enumerate(
        [("63%", "van de merken"), ("5.989", "locaties"), ("57", "bedrijven"), ("2", "uitspraken"),
         ("0", "klachten"), ("38%", "grondstoffen")]
    ):  # fmt: skip
        x, y = 50 + step * (at % 3), 120 + 90 * (at // 3)
        words += line(number, x + 40, y + 40, 28, bold=True) + line(label, x + 30, y + 60)
        areas += [box(x, y, x + 160, y + 90)] if boxes else []
    return page(words, areas=areas)


def bars() -> Page:
    """A bar chart with a value behind each bar."""
    words: list[Word] = []
    areas = []
    for at, (name, value) in enumerate(
        [("Katoen", 55), ("Wol", 12), ("Viscose", 19), ("Leer", 34), ("Zijde", 8)]
    ):
        y = 120 + 20 * at
        words += line(name, 60, y) + line(f"{value}%", 150 + 4 * value, y)
        areas.append(box(140, y - 9, 144 + 4 * value, y + 2))
    return page(words, areas=areas)


def axis() -> Page:
    """A column chart with its axes and grid lines."""
    words: list[Word] = []
    rules = []
    for at in range(5):
        y = 300 - 40 * at
        words += line(str(20 * at), 60, y)
        rules.append(Rule(80, y - 3, 420, y - 2.5))
    for at, value in enumerate((35, 48, 63, 80)):
        words += line(str(2017 + at), 110 + 80 * at, 315)
        words += line(str(value), 115 + 80 * at, 296 - 2 * value)
    return page(words, rules=rules)


def letter() -> Page:
    """Two blocks with addresses above running text."""
    left = ("Secretariaat", "Bezuidenhoutseweg 60", "Postbus 90405", "2509 LK Den Haag")
    right = ("Aan de deelnemers", "Industrieweg 12", "5000 AB Tilburg", "12 maart 2020")
    blocks = [
        line(words, x, 90 + 14 * at)
        for x, rows in ((60, left), (360, right))
        for at, words in enumerate(rows)
    ]
    return page(*blocks, text(PROSE * 6, 60, 190))


def numbered() -> Page:
    """Numbered paragraphs of a legal text."""
    parts: list[list[Word]] = []
    for at in range(9):
        parts += [line(f"{at // 3 + 1}.{at % 3 + 1}", 60, 90 + 60 * at)]
        parts += [text(PROSE, 90, 90 + 60 * at, room=440)]
    return page(*parts)


def years() -> Page:
    """A time line: a year, and what happened."""
    parts = []
    for at in range(7):
        parts += [line(str(2015 + at), 60, 90 + 50 * at, bold=True)]
        parts += [text(PROSE[:120], 120, 90 + 50 * at, room=400)]
    return page(*parts)


def bullets() -> Page:
    """Bullets that start with a number."""
    rows = (
        "36 kinderen gaan naar school.",
        "12.000 werknemers zijn getraind.",
        "10 bedrijven stopten.",
    )
    return page(
        *(
            part
            for at, row in enumerate(rows)
            for part in (line("•", 60, 90 + 16 * at), line(row, 75, 90 + 16 * at))
        )
    )


def names() -> Page:
    """Names in three columns."""
    return page(
        *(
            line(f"Merk {chr(65 + n % 26)}{n}a", 60 + 160 * (n // 20), 90 + 14 * (n % 20))
            for n in range(60)
        )
    )


def boxed() -> Page:
    """Running text in a box, between rules, and beside a bar."""
    return page(
        text(PROSE * 2, 70, 100, room=440),
        text(PROSE, 60, 250),
        text(PROSE, 60, 330),
        areas=[box(60, 80, 530, 200, None)],
        rules=[Rule(60, 230, 530, 230.5), Rule(60, 310, 530, 310.5), Rule(60, 390, 530, 390.5)],
    )


def steps() -> Page:
    """Four steps beside each other, each a number, a word and a text."""
    return page(
        *(
            part
            for at, word in enumerate(("Beleid", "Analyse", "Aanpak", "Verslag"))
            for part in (
                line(str(at + 1), 60 + 125 * at, 100, 24),
                line(word, 60 + 125 * at, 120, bold=True),
                text(PROSE[:110], 60 + 125 * at, 135, 9, room=105),
            )
        )
    )


PAGES = {
    "one column": columns(1), "two columns": columns(2), "three columns": columns(3),
    "contents": titles(numbered=False, dots=False),
    "numbered contents": titles(numbered=True, dots=False),
    "dotted contents": titles(numbered=True, dots=True),
    "callouts": callouts(boxes=False), "boxed callouts": callouts(boxes=True),
    "touching callouts": callouts(boxes=True, touching=True),
    "bar chart": bars(), "column chart": axis(), "letter": letter(), "legal text": numbered(),
    "time line": years(), "bullets": bullets(), "names": names(), "boxes": boxed(),
    "steps": steps(),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_it_is_no_table(name: str) -> None:
    """Text in columns, contents, callouts, charts, addresses and lists give no table."""
    assert [] == find_tables(PAGES[name], body_size=10)


def test_an_empty_page_has_no_table() -> None:
    """A page without words, with or without rules, has none."""
    rules = [Rule(60, 100 + 20 * at, 400, 100.5 + 20 * at) for at in range(8)]
    assert [] == find_tables(page(), body_size=10)
    assert [] == find_tables(page(rules=rules), body_size=10)


def test_text_in_columns_below_the_caption_of_a_table() -> None:
    """Short lines of text in three columns are no table, though a captioned table stands above."""
    head, *rows = [("Land", "2018", "2019"), ("China", "41", "38"), ("India", "27", "31")]
    words = line("Tabel 2: Locaties", 60, 90)
    for at, row in enumerate((head, *rows)):
        for column, cell in enumerate(row):
            words += line(cell, 60 + 150 * column, 110 + 20 * at, bold=at == 0)
    rules = [Rule(60, y, 500, y + 0.5) for y in (98, 116, 156)]
    texts = ("Katoen vraagt veel water en boeren leren er minder van te gebruiken dan",
             "Polyester komt uit olie en een klein deel ervan uit flessen die al eens",
             "Wol komt van schapen en er wordt in de regel gelet op hun welzijn door")  # fmt: skip
    for at, content in enumerate(texts):
        words += text(f"{content} eerder werd gedaan", 60 + 160 * at, 200, room=140)
    (found,) = find_tables(page(words, rules=rules), body_size=10)
    assert (("China", "41", "38"), ("India", "27", "31")) == found.body
