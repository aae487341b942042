"""Highlights stand where the facts stand, on any page."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # it has no stubs
import pytest

from ckt_extract.checks import check
from ckt_extract.errors import EncryptedError, UnreadableError, UnsupportedError
from ckt_extract.export import annotate
from ckt_extract.models.audit import Audit, AuditedNumber
from ckt_extract.models.place import Box, Place
from ckt_extract.models.quantity import Percentage
from ckt_extract.models.report import Report
from tests.checks.builders import fact, many, of, percent, report, ruling

BLACK = (100.0, 210.0, 160.0, 240.0)
"""A black bar on the page, in user space: left, bottom, right, top."""
CROPS = {"none": None, "inner": (40, 50, 260, 380), "outer": (-50, 20, 500, 360)}


def document(
    *, turns: int = 0, crop: str = "none", origin: float = 0, inherit: bool = False
) -> bytes:
    """A page of 300 by 400 points with the bar on it."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 400))
    page.mediabox = pikepdf.Array([origin, origin, 300 + origin, 400 + origin])
    bounds = CROPS[crop]
    if bounds is not None:
        page.cropbox = pikepdf.Array(bounds)
    node = page.obj.Parent if inherit else page.obj
    node.Rotate = 90 * turns
    left, bottom, right, top = BLACK
    bar = f"0 g {left} {bottom} {right - left} {top - bottom} re f"
    page.contents_add(bar.encode(), prepend=False)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def rendered_box(data: bytes) -> Box:
    """Where PDFium shows the bar, in points from the top left."""
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[0].render(scale=1, may_draw_forms=False).to_pil().convert("L")
    dark = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert dark is not None
    return Box(*(float(edge) for edge in dark))


def at(box: Box, quote: str = "63 procent") -> Place:
    """A place of one box on the first page."""
    return Place(page=1, boxes=(box,), quote=quote)


def about(data: bytes, *boxes: Box) -> Report:
    """A report on a document, with a percentage at each box."""
    facts = []
    for box in boxes:
        share = Percentage(value=percent("63").value, text="63 procent", place=at(box))
        facts.append(fact(share, "due_diligence.fully_compliant", year=2019, place=at(box)))
    return of_document(data, report(*facts))


def of_document(data: bytes, given: Report) -> Report:
    """The report as if it was made of a document."""
    file = given.document.model_copy(update={"sha256": sha256(data).hexdigest()})
    return given.model_copy(update={"document": file})


def annotated(data: bytes, given: Report, password: str | None = None) -> bytes:
    """The annotated document."""
    out = BytesIO()
    annotate(data, given, out, password=password)
    return out.getvalue()


@pytest.mark.parametrize("inherit", [False, True])
@pytest.mark.parametrize("crop", CROPS)
@pytest.mark.parametrize("turns", [0, 1, 2, 3, -1])
def test_place_is_turned_back_to_user_space(turns: int, crop: str, inherit: bool) -> None:
    """A box on the page as PDFium shows it is the same rectangle in user space."""
    data = document(turns=turns, crop=crop, inherit=inherit)
    made = annotated(data, about(data, rendered_box(data)))
    with pikepdf.open(BytesIO(made)) as pdf:
        note = pdf.pages[0].obj.Annots.as_list()[0]
        assert [*BLACK] == [float(value) for value in note.Rect.as_list()]
        quad = [float(value) for value in note.QuadPoints.as_list()]
        assert {*BLACK[0::2]} == set(quad[0::2])
        assert {*BLACK[1::2]} == set(quad[1::2])


def test_page_whose_origin_is_elsewhere() -> None:
    """A media box that does not start at zero moves the highlight with it."""
    data = document(origin=50)
    made = annotated(data, about(data, rendered_box(data)))
    with pikepdf.open(BytesIO(made)) as pdf:
        note = pdf.pages[0].obj.Annots.as_list()[0]
        assert [*BLACK] == [float(value) for value in note.Rect.as_list()]


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_highlight_is_seen(turns: int) -> None:
    """A viewer shows colour inside the box, none outside, and the black below it stays black."""
    data = document(turns=turns, crop="inner")
    bar = rendered_box(data)
    beside = Box(10, 10, 60, 30)
    made = annotated(data, about(data, bar, beside))
    with pypdfium2.PdfDocument(made) as pdf:
        image = pdf[0].render(scale=1, draw_annots=True).to_pil().convert("RGB")
    red, green, blue = image.getpixel((35, 20))
    assert (True, True) == (blue < 120, red > 200 and green > 200)
    assert (255, 255, 255) == image.getpixel((70, 40))
    middle = (int(bar.x0 + bar.x1) // 2, int(bar.top + bar.bottom) // 2)
    assert max(image.getpixel(middle)) < 40


def test_notes_and_colours() -> None:
    """A note says what was read and what was found about it; colours tell the kinds apart."""
    data = document()
    older = fact(percent("8"), id="r9", year=2018, role="previous")
    given = report(
        fact(percent("63"), "x.y", year=2019, previous=older, population=of("brands")),
        fact(percent("64"), "x.y", year=2019, population=of("brands")),
        fact(many("80"), role="target", dimensions={"country": "CN"}),
        fact(None, subject="het convenant is geëvalueerd"),
        rulings=[ruling(count=2, case="dispute")],
    )
    loose = AuditedNumber(text="12", status="unexplained", place=at(Box(1, 1, 9, 9)))
    given = given.model_copy(update={"findings": check(given), "audit": Audit(numbers=(loose,))})
    made = annotated(data, of_document(data, given))
    with pikepdf.open(BytesIO(made)) as pdf:
        notes = [
            (str(n.Contents), tuple(round(float(part), 2) for part in n.C.as_list()))
            for n in pdf.pages[0].obj.Annots.as_list()
        ]
    first = "r1: 63% · of brands · 2019 (stated) · x.y · previous 8% (2018)\ncertain: x.y in 2019"
    assert notes[0][0].startswith(first)
    assert [
        "r3: 80 · country: CN · target",
        "r4: het convenant is geëvalueerd",
        "u1: 2 rulings · dispute",
        "12: a number that nothing explains",
    ] == [text for text, _ in notes[2:]]
    assert 4 == len({colour for _, colour in notes})


def test_several_lines_and_other_places() -> None:
    """A place of two lines is one highlight; a place that says the same has one of its own."""
    data = document()
    given = about(data, Box(10, 10, 90, 20))
    two = Place(page=1, boxes=(Box(10, 30, 90, 40), Box(10, 42, 50, 52)), quote="63 procent")
    result = given.results[0].model_copy(update={"also": (two,)})
    made = annotated(data, given.model_copy(update={"results": (result,)}))
    with pikepdf.open(BytesIO(made)) as pdf:
        notes = pdf.pages[0].obj.Annots.as_list()
        assert [8, 16] == [len(note.QuadPoints.as_list()) for note in notes]


def test_annotations_that_are_there_stay() -> None:
    """Links and notes of the document are kept."""
    with pikepdf.open(BytesIO(document())) as pdf:
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 9, 9])
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(link)])
        out = BytesIO()
        pdf.save(out)
    data = out.getvalue()
    made = annotated(data, about(data, Box(10, 10, 90, 20)))
    with pikepdf.open(BytesIO(made)) as pdf:
        kinds = [str(note.Subtype) for note in pdf.pages[0].obj.Annots.as_list()]
    assert ["/Link", "/Highlight"] == kinds


def test_sources_and_targets(tmp_path: Path) -> None:
    """Paths, bytes and files are read and written alike, and give the same bytes each time."""
    data, path, out = document(), tmp_path / "in.pdf", tmp_path / "out.pdf"
    path.write_bytes(data)
    given = about(data, Box(10, 10, 90, 20))
    assert 1 == annotate(path, given, out)
    with path.open("rb") as file:
        assert 1 == annotate(file, given, tmp_path / "again.pdf")
    assert out.read_bytes() == (tmp_path / "again.pdf").read_bytes() == annotated(data, given)


def test_places_beyond_the_last_page() -> None:
    """A fact on a page that this reader does not find is left out."""
    data = document()
    given = about(data, Box(10, 10, 90, 20))
    far = given.results[0].model_copy(
        update={"quantity": None, "place": Place(page=9, boxes=(Box(1, 1, 2, 2),), quote="x")}
    )
    assert 0 == annotate(data, given.model_copy(update={"results": (far,)}), BytesIO())


def encrypted(data: bytes, *, user: str) -> bytes:
    """The document with a password."""
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="baas", user=user))
    return out.getvalue()


def test_encrypted_document_stays_encrypted() -> None:
    """With its password a document is annotated, and then needs the password still."""
    data = encrypted(document(), user="geheim")
    given = about(data, Box(10, 10, 90, 20))
    made = annotated(data, given, password="geheim")  # noqa: S106 - of a test document
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(made))
    with pytest.raises(EncryptedError, match="password"):
        annotated(data, given)


def test_another_document() -> None:
    """A report of another document is refused: its highlights would mean nothing."""
    given = about(document(), Box(10, 10, 90, 20))
    with pytest.raises(UnsupportedError, match="another document"):
        annotated(document(turns=1), given)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"no pdf at all",
        document().replace(b"/Rotate 0 ", b"/Rotate /A"),
    ],
)
def test_damaged_document(damaged: bytes) -> None:
    """A document that cannot be annotated gives a typed error."""
    with pytest.raises(UnreadableError, match="damaged"):
        annotated(damaged, about(damaged, Box(10, 10, 90, 20)))
