"""Pages as programs make them: drawn out of order, turned, set by a typesetter."""

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
import typst
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ckt_extract.layout.document import lay_out
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.reading.pdfium import open_pdfium, read_page

LEFT = (
    "De bedrijven hebben hun leveranciers beter in beeld. Van de 5.989 locaties zijn er 4.268 "
    "bezocht, vaak samen met andere merken. Toch blijft er werk te doen."
)
RIGHT = (
    "De vakbonden wijzen erop dat lonen in vier landen achterblijven. Zij vragen de bedrijven om "
    "samen op te trekken. Een werkgroep maakt daarvoor een voorstel."
)


def layouts(data: bytes) -> list[PageLayout]:
    """The layouts of a PDF."""
    document = open_pdfium(data)
    return list(lay_out(read_page(document, at) for at in range(1, document.pages + 1)))


def texts(data: bytes) -> list[str]:
    """The texts of its statements, without furniture."""
    return [
        each.text
        for layout in layouts(data)
        for each in layout.statements
        if each.kind != "furniture"
    ]


def drawn(parts: list[tuple[str, float, float, float]], *, upside_down: bool = False) -> bytes:
    """A page with words at places from the lower left: text, x, y, size."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(595, 842), invariant=True)
    if upside_down:
        canvas.setPageRotation(180)
        canvas.translate(595, 842)
        canvas.rotate(180)
    for content, x, y, size in parts:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, content)
    canvas.save()
    return file.getvalue()


def column(
    content: str, x: float, y: float, room: float = 220
) -> list[tuple[str, float, float, float]]:
    """The words of a paragraph, each on its own."""
    parts: list[tuple[str, float, float, float]] = []
    at = x
    for word in content.split():
        width = stringWidth(word, "Helvetica", 10)
        if at + width > x + room:
            at, y = x, y - 13
        parts.append((word, at, y, 10))
        at += width + stringWidth(" ", "Helvetica", 10)
    return parts


def test_words_drawn_in_any_order() -> None:
    """Words that the file draws one by one in a random order are read in two columns."""
    parts = [*column(LEFT, 60, 700), *column(RIGHT, 310, 700)]
    Random(3).shuffle(parts)  # noqa: S311 - any fixed order will do
    assert [f"{each}." for each in f"{LEFT} {RIGHT}".removesuffix(".").split(". ")] == texts(
        drawn(parts)
    )


def test_page_turned_upside_down() -> None:
    """A page that is drawn upside down and shown upright is read as it is shown."""
    assert [f"{each}." for each in LEFT.removesuffix(".").split(". ")] == texts(
        drawn(column(LEFT, 60, 700), upside_down=True)
    )


def test_number_and_smaller_percent_drawn_apart() -> None:
    """A number and its percent sign, drawn apart and out of order, are one callout."""
    parts = [
        ("voldoet volledig", 80, 462, 9.0),
        ("%", 80 + stringWidth("63", "Helvetica", 36) + 1, 492, 18.0),
        *column(LEFT, 60, 300, room=400),
        ("63", 80, 480, 36.0),
    ]
    assert "63% voldoet volledig" in texts(drawn(parts))


SOURCE = """
#set page(width: 420pt, height: 595pt, header: [#text(8pt)[Verslag over 2020 #h(1fr) Cijfers]],
  footer: context align(center, counter(page).display()))
#set text(font: "Libertinus Serif", size: 10pt, lang: "nl", hyphenate: true)
#set par(justify: true)
= Klachten
In 2020 zijn 2 klachten ingediend.#footnote[Stand op 31 december.] Een jaar eerder was er geen.
#columns(2, gutter: 12pt)[
De onafhankelijke klachtencommissie behandelde beide klachten binnen een half jaar, en bracht in
het voorjaar verslag uit aan de stuurgroep. Daarin staan vijf aanbevelingen.
#colbreak()
De aanbevelingen gaan over de toegankelijkheid van de procedure. Vakbonden kunnen voortaan in hun
eigen taal een klacht indienen; dat kostte vroeger maanden.
]
#pagebreak()
= Vervolg
- Eerst volgt een gesprek.
- Daarna volgt een oordeel.
"""


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Two pages from a typesetter: justified, hyphenated, with heads and a footnote."""
    source = Path(tmp_path_factory.mktemp("typst")) / "page.typ"
    source.write_text(SOURCE, "utf-8")
    return bytes(typst.compile(str(source)))


def test_typeset_pages(typeset: bytes) -> None:
    """Broken words, columns, the footnote and its mark come out as they were written."""
    assert [
        "Klachten",
        "In 2020 zijn 2 klachten ingediend.",
        "Een jaar eerder was er geen.",
        "De onafhankelijke klachtencommissie behandelde beide klachten binnen een half jaar, en "
        "bracht in het voorjaar verslag uit aan de stuurgroep.",
        "Daarin staan vijf aanbevelingen.",
        "De aanbevelingen gaan over de toegankelijkheid van de procedure.",
        "Vakbonden kunnen voortaan in hun eigen taal een klacht indienen; dat kostte vroeger "
        "maanden.",
        "Stand op 31 december.",
        "Vervolg",
        "Eerst volgt een gesprek.",
        "Daarna volgt een oordeel.",
    ] == texts(typeset)


def test_furniture_of_typeset_pages(typeset: bytes) -> None:
    """Heads, page numbers, marks and bullets are set aside with their reasons."""
    reasons = [
        each.reason
        for layout in layouts(typeset)
        for each in layout.statements
        if each.kind == "furniture"
    ]
    assert {
        "footnote": 2, "running_head": 4, "page_number": 2, "bullet": 2,
    } == {str(reason): reasons.count(reason) for reason in reasons}  # fmt: skip
