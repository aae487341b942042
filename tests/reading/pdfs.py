"""Small PDFs for the tests, made on the spot."""

import io
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

__all__ = [
    "bomb",
    "chromium_pdf",
    "drawn",
    "encrypted",
    "endless_forms",
    "libreoffice_pdf",
    "raw_pdf",
    "stream_object",
    "typst_pdf",
]


def drawn(*pages: Callable[[Canvas], object], size: tuple[float, float] = (400, 300)) -> bytes:
    """A PDF of ReportLab: each page is drawn by a function."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
        pdfmetrics.registerFont(TTFont("VeraBd", "VeraBd.ttf"))
    for draw in pages:
        canvas.setFont("Helvetica", 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def encrypted(user: str, owner: str) -> bytes:
    """A PDF with a user password, which may be empty, and an owner password."""
    buffer = io.BytesIO()
    canvas = Canvas(
        buffer, pagesize=(400, 300), encrypt=StandardEncryption(user, owner, strength=128)
    )
    canvas.drawString(50, 200, "57 bedrijven")
    canvas.save()
    return buffer.getvalue()


def raw_pdf(
    content: str | bytes,
    *more: str | bytes,
    page: str = "",
    resources: str = "",
    catalog: str = "",
    media_box: str = "0 0 400 300",
    filters: str = "",
) -> bytes:
    """A one-page PDF in bytes; objects 1-5 are catalog, pages, page, content and Helvetica.

    Args:
        content: The content stream.
        more: Bodies of the objects 6, 7, ….
        page: Further entries of the page.
        resources: Further entries of its resources.
        catalog: Further entries of the catalog.
        media_box: The media box.
        filters: Entries of the content stream's dictionary.
    """
    stream = content.encode("latin-1") if isinstance(content, str) else content
    bodies: list[str | bytes] = [
        f"<</Type/Catalog/Pages 2 0 R {catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{media_box}]/Contents 4 0 R"
        f"/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filters.encode(), stream),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *more,
    ]
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        data = body.encode("latin-1") if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    return bytes(out)


def stream_object(content: str, entries: str) -> bytes:
    """The body of a stream object for `raw_pdf`."""
    data = content.encode("latin-1")
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries.encode(), len(data), data)


def endless_forms(depth: int = 40, first: str = "/X0 Do") -> bytes:
    """A page whose forms draw each other, twice at each level: 2 ** depth times the last one."""
    forms = [
        stream_object(
            f"/X{i + 1} Do /X{i + 1} Do",
            f"/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
            f"/Resources<</XObject<</X{i + 1} {7 + i} 0 R>>>>",
        )
        for i in range(depth)
    ]
    last = stream_object("0 0 10 10 re f", "/Type/XObject/Subtype/Form/BBox[0 0 400 300]")
    return raw_pdf(first, *forms, last, resources="/XObject<</X0 6 0 R>>")


def bomb(megabytes: int = 2000) -> bytes:
    """A page whose content stream inflates to so many megabytes of drawing operators."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(b"1 0 0 1 0 0 cm\n" * 70_000) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = b"\x78\xda" + block * megabytes + b"\x01\x00\x00\xff\xff\x00\x00\x00\x00"
    return raw_pdf(packed, filters="/Filter/FlateDecode")


def typst_pdf(source: str) -> bytes:
    """A PDF of Typst."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.typ")
        path.write_text('#set page("a5")\n#set text(lang: "nl")\n' + source, encoding="utf-8")
        made = typst.compile(path)
    assert isinstance(made, bytes)
    return made


def chromium_pdf(body: str, style: str = "") -> bytes:
    """A PDF of Chromium, printed without running heads."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed (Debian package chromium)")
    with tempfile.TemporaryDirectory() as folder:
        page = _web_page(folder, body, style)
        out = Path(folder, "page.pdf")
        subprocess.run(
            [
                program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update",
                "--disable-sync", f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )  # fmt: skip
        return out.read_bytes()


def libreoffice_pdf(body: str, style: str = "") -> bytes:
    """A PDF of LibreOffice Writer."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is not installed (Debian package libreoffice-writer)")
    with tempfile.TemporaryDirectory() as folder:
        page = _web_page(folder, body, style)
        subprocess.run(
            [
                program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export",
                "--outdir", folder, str(page),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )  # fmt: skip
        return Path(folder, "page.pdf").read_bytes()


def _web_page(folder: str, body: str, style: str) -> Path:
    page = Path(folder, "page.html")
    page.write_text(
        f"<html lang=nl><meta charset=utf-8><style>{style}</style><body>{body}</body></html>",
        encoding="utf-8",
    )
    return page
