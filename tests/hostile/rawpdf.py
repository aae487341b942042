"""PDFs written by hand: the libraries that make PDFs refuse to make these."""

import zlib
from collections.abc import Iterable

__all__ = ["FORM", "HELVETICA", "one_page", "packed_zeros", "pdf", "stream", "text"]

HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
_FIRST_EXTRA = 6


def pdf(bodies: Iterable[str | bytes], trailer: str = "", header: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF file of the bodies of the objects 1, 2, …; the first is the catalog.

    Args:
        bodies: What stands between `obj` and `endobj`.
        trailer: Further entries of the trailer.
        header: The first line.
    """
    out = bytearray(header)
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        data = body.encode("latin-1") if isinstance(body, str) else body
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(offsets) + 1, trailer.encode())
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def one_page(
    content: str | bytes = "",
    *more: str | bytes,
    font: str = HELVETICA,
    page: str = "",
    resources: str = "",
    catalog: str = "",
    media_box: str = "/MediaBox[0 0 400 300]",
    filters: str = "",
    trailer: str = "",
) -> bytes:
    """A PDF with one page.

    Args:
        content: The content stream.
        more: Bodies of the objects 6, 7, …; 1-5 are catalog, pages, page, content and font `F1`.
        font: Body of the font.
        page: Further entries of the page.
        resources: Further entries of its resources.
        catalog: Further entries of the catalog.
        media_box: The entry of the page that gives its size.
        filters: Entries of the content stream's dictionary.
        trailer: Further entries of the trailer.
    """
    return pdf(
        [
            f"<</Type/Catalog/Pages 2 0 R {catalog}>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R{media_box}/Contents 4 0 R"
            f"/Resources<</Font<</F1 5 0 R>>{resources}>>{page}>>",
            stream(content, filters),
            font,
            *more,
        ],
        trailer,
    )


def stream(data: str | bytes, entries: str = "", length: str | None = None) -> bytes:
    """The body of a stream object.

    Args:
        data: What the stream holds, encoded already.
        entries: Further entries of its dictionary.
        length: What it says of its length; the truth by default.
    """
    raw = data.encode("latin-1") if isinstance(data, str) else data
    said = str(len(raw)) if length is None else length
    return b"<<%s/Length %s>>stream\n%s\nendstream" % (entries.encode(), said.encode(), raw)


def text(words: str, x: float = 50, y: float = 200, size: float = 12) -> str:
    """The operators that show some words in the font `F1`."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def packed_zeros(megabytes: int, unit: bytes) -> bytes:
    """A zlib stream that inflates to so many megabytes of a repeated unit."""
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(unit * (1_000_000 // len(unit))) + packer.flush(zlib.Z_FULL_FLUSH)
    # The sum at the end is wrong, which no reader minds and which saves us the inflating
    return b"\x78\xda" + block * megabytes + b"\x01\x00\x00\xff\xff\x00\x00\x00\x00"
