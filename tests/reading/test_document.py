"""What is known of a document: links, outline, metadata, what it carries, broken fonts."""

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from ckt_extract.box import Box
from ckt_extract.errors import EncryptedError
from ckt_extract.reading.document import PdfiumDocument
from ckt_extract.reading.letters import garbled_reason
from ckt_extract.reading.page import LinkArea
from tests.reading.conftest import ReadPage
from tests.reading.pdfs import chromium_pdf, drawn, encrypted, raw_pdf, stream_object


def test_links_to_a_uri_are_read(read: ReadPage) -> None:
    """A link annotation has its URI and its box; a link inside the document is none."""
    annots = (
        "/Annots[<</Subtype/Link/Rect[50 200 90 212]/A<</S/URI/URI(https://example.org/?a=1&b=2)>>>>"
        "<</Subtype/Link/Rect[50 100 90 112]/Dest[3 0 R/Fit]>>"
        "<</Subtype/Link/Rect[50 80 90 92]/A<</S/GoTo/D[3 0 R/Fit]>>>>]"
    )
    page = read(raw_pdf("", page=annots))
    assert [LinkArea("https://example.org/?a=1&b=2", Box(50, 88, 90, 100))] == page.links


def test_link_with_quads_has_a_box_for_each(read: ReadPage) -> None:
    """One annotation that lies on two lines by its quads gives two boxes with one URI."""
    annots = (
        "/Annots[<</Subtype/Link/Rect[50 180 300 212]/A<</S/URI/URI(https://example.org/)>>"
        "/QuadPoints[200 212 300 212 200 200 300 200 50 192 90 192 50 180 90 180]>>]"
    )
    page = read(raw_pdf("", page=annots))
    assert [Box(200, 88, 300, 100), Box(50, 108, 90, 120)] == [link.box for link in page.links]
    assert {"https://example.org/"} == {link.uri for link in page.links}


def test_link_over_two_lines_of_a_browser(read: ReadPage) -> None:
    """A link that breaks over two lines has an area on each of them."""
    page = read(
        chromium_pdf(
            "<p>Zie <a href='https://example.org/lijst'>de lijst van locaties</a></p>",
            "p { width: 110px; font: 16px 'Liberation Sans', sans-serif }",
        )
    )
    first, second = page.links
    assert first.uri == second.uri == "https://example.org/lijst"
    assert first.box.bottom <= second.box.top + 3


def test_outline_metadata_and_what_is_carried() -> None:
    """Bookmarks come with level, title and page; embedded files and scripts are noticed."""

    def chapter(canvas: Canvas) -> None:
        canvas.bookmarkPage("een")
        canvas.addOutlineEntry("Samenvatting  resultaten", "een", level=0)
        canvas.bookmarkPage("twee")
        canvas.addOutlineEntry("Zes thema's", "twee", level=1)
        canvas.setTitle("Jaarrapportage 2019")
        canvas.setProducer("proef")

    def last(canvas: Canvas) -> None:
        canvas.bookmarkPage("drie")
        canvas.addOutlineEntry("Colofon", "drie", level=0)

    with pikepdf.open(io.BytesIO(drawn(chapter, last))) as pdf:
        pdf.attachments["cijfers.csv"] = b"a;b"
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    document = PdfiumDocument(out.getvalue())
    try:
        assert 2 == document.pages
        assert "Jaarrapportage 2019" == document.meta("Title")
        assert document.meta("Nergens") is None
        assert [
            (1, "Samenvatting resultaten", 1), (2, "Zes thema's", 1), (1, "Colofon", 2),
        ] == document.outline()  # fmt: skip
        assert 1 == document.attachments()
        assert document.scripts()
        assert not document.encrypted()
        assert document.sound()
    finally:
        document.close()


def test_outline_that_bites_its_tail_ends() -> None:
    """Bookmarks in a circle are each given once."""
    outline = "<</Type/Outlines/First 7 0 R/Last 8 0 R/Count 2>>"
    first = "<</Title(Een)/Parent 6 0 R/Next 8 0 R/Dest[3 0 R/Fit]>>"
    second = "<</Title(Twee)/Parent 6 0 R/Next 7 0 R/First 7 0 R>>"
    document = PdfiumDocument(raw_pdf("", outline, first, second, catalog="/Outlines 6 0 R"))
    try:
        assert [(1, "Een", 1), (1, "Twee", None)] == document.outline()
    finally:
        document.close()


def test_owner_password_does_not_hinder_reading() -> None:
    """A file that only restricts what may be done with it is read, and known as encrypted."""
    document = PdfiumDocument(encrypted("", "geheim"))
    try:
        assert 1 == document.pages
        assert document.encrypted()
    finally:
        document.close()


@pytest.mark.parametrize("password", ["open", "geheim"])
def test_either_password_opens(password: str) -> None:
    """Both the user's and the owner's password open a file."""
    document = PdfiumDocument(encrypted("open", "geheim"), password)
    assert 1 == document.pages
    document.close()


def test_password_with_an_accent() -> None:
    """A password outside ASCII opens a file with modern encryption."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(raw_pdf(""))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="één", owner="twee", R=6))
    document = PdfiumDocument(out.getvalue(), "één")
    assert 1 == document.pages
    document.close()


@pytest.mark.parametrize(("password", "says"), [(None, "needs a password"), ("fout", "is wrong")])
def test_missing_and_wrong_password_are_told_apart(password: str | None, says: str) -> None:
    """The message says whether a password is missing or wrong."""
    with pytest.raises(EncryptedError, match=says):
        PdfiumDocument(encrypted("open", "geheim"), password)


IDENTITY_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Geheim/Encoding/Identity-H"
    "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Geheim"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    "/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Geheim/Flags 4"
    "/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
    ">>]%s>>"
)


def test_font_without_a_unicode_map_is_garbled(read: ReadPage) -> None:
    """Text in a font that does not say which characters its glyphs are cannot be trusted."""
    content = "BT /F2 12 Tf 50 200 Td <00240025002600270028> Tj 0 -20 Td <003100320033> Tj ET"
    page = read(raw_pdf(content, IDENTITY_FONT % "", resources="/Font<</F2 6 0 R>>"))
    assert page.garbled is not None


def test_private_use_characters_are_garbled(read: ReadPage) -> None:
    """Text that maps to the private use area cannot be trusted."""
    cmap = stream_object(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap "
        "1 begincodespacerange <0000><FFFF> endcodespacerange "
        "1 beginbfrange <0020><00FF><E020> endbfrange endcmap end end",
        "",
    )
    content = "BT /F2 12 Tf 50 200 Td <00240025002600270028> Tj 0 -20 Td <003100320033> Tj ET"
    font = IDENTITY_FONT % "/ToUnicode 7 0 R"
    page = read(raw_pdf(content, font, cmap, resources="/Font<</F2 6 0 R>>"))
    assert "8 characters from the private use area" == page.garbled


@pytest.mark.parametrize(
    ("text", "words", "unmapped", "reason"),
    [
        ("(cid:12)(cid:7) (cid:33)", 2, 0, "3 glyph numbers instead of characters"),
        ("een \ufffd\ufffd\ufffd twee", 3, 0, "3 characters without Unicode"),
        ("een twee drie", 3, 1, "1 of 3 words are in a font without a Unicode map"),
        ("\uf0b7 een \uf0b7 twee \uf0b7 drie \uf0b7 vier", 8, 0, None),
        ("een twee drie", 3, 0, None),
        ("", 0, 0, None),
    ],
)
def test_reasons_for_distrust(text: str, words: int, unmapped: int, reason: str | None) -> None:
    """The reason says what is wrong; bullets of a symbol font are nothing wrong."""
    assert reason == garbled_reason(text, words, unmapped)


def test_ordinary_text_is_not_garbled(read: ReadPage) -> None:
    """A page with accents, bullets and signs is as it should be."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 12)
        canvas.drawString(50, 200, "• geëvalueerd – € 3,2 miljoen én 63 %")

    assert read(drawn(draw)).garbled is None
