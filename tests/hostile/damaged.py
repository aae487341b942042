"""Files that are no PDF, or that were one before something happened to them."""

import random
import re
from functools import partial
from pathlib import Path

from tests.hostile.rawpdf import one_page, pdf, stream, text
from tests.hostile.registry import Hostile, add, hostile

__all__ = ["COUNT", "GOOD", "SENTENCE"]

COUNT = 57
SENTENCE = f"In 2019 zijn {COUNT} bedrijven beoordeeld."
GOOD = one_page(text(SENTENCE))
_PAGE = Path(__file__).parents[2] / "fixtures/page/page.chromium.pdf"


@hostile("EmptyDocumentError", says="no bytes")
def empty() -> bytes:
    """No bytes at all: said as such, not as damage."""
    return b""


@hostile("UnreadableError", says="white space")
def white_space() -> bytes:
    """White space only."""
    return b" \r\n\t" * 500


@hostile("UnreadableError", says="not a PDF but text")
def plain_text() -> bytes:
    """A text file."""
    return f"{SENTENCE}\n".encode() * 20


@hostile("UnreadableError", says="a web page")
def html() -> bytes:
    """The web page that a download link gave."""
    return b"<!DOCTYPE html><html><body>57 bedrijven</body></html>"


@hostile("UnreadableError", says="a PNG picture")
def png() -> bytes:
    """A picture renamed to .pdf."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(500)


@hostile("UnreadableError", says="ZIP archive")
def docx() -> bytes:
    """An office document renamed to .pdf."""
    return b"PK\x03\x04" + bytes(500)


@hostile("UnreadableError", says="something else")
def zeros() -> bytes:
    """Only zeros, as a broken disk leaves."""
    return bytes(20_000)


@hostile("UnreadableError", says="damaged")
def noise() -> bytes:
    """Random bytes behind a PDF header."""
    return b"%PDF-1.7\n" + random.Random(1).randbytes(20_000)


@hostile("UnreadableError", says="damaged")
def header_only() -> bytes:
    """A header and nothing else."""
    return b"%PDF-1.7\n"


@hostile("UnreadableError", says="not a PDF")
def half_a_header() -> bytes:
    """A download that broke off in the header."""
    return b"%PD"


@hostile(says="600 bytes", finds=COUNT)
def junk_before_header() -> bytes:
    """Bytes before the header are skipped, and said."""
    return b"HTTP/1.1 200 OK\r\n".ljust(600, b"x") + GOOD


@hostile(says="rebuilt", finds=COUNT)
def junk_far_before_header() -> bytes:
    """The header stands where no reader looks for it."""
    return b"x" * 5000 + b"\n" + GOOD


@hostile(finds=COUNT)
def trailing_junk() -> bytes:
    """10 MB of junk at the end."""
    return GOOD + random.Random(2).randbytes(10_000_000)


@hostile(finds=COUNT)
def version_2() -> bytes:
    """A file of PDF 2.0."""
    return GOOD.replace(b"%PDF-1.7", b"%PDF-2.0")


@hostile(finds=COUNT)
def version_unknown() -> bytes:
    """A version that does not exist."""
    return GOOD.replace(b"%PDF-1.7", b"%PDF-9.9")


@hostile(finds=COUNT)
def no_xref() -> bytes:
    """Without a cross-reference table and trailer."""
    return GOOD[: GOOD.index(b"\nxref")]


@hostile(says="table is broken", finds=COUNT)
def xref_points_wrong() -> bytes:
    """Each entry of the cross-reference table is 7 bytes off."""
    return re.sub(rb"(\d{10}) 00000 n", lambda m: b"%010d 00000 n" % (int(m[1]) + 7), GOOD)


@hostile(finds=COUNT)
def startxref_wrong() -> bytes:
    """`startxref` points behind the end."""
    return re.sub(rb"startxref\n\d+", b"startxref\n99999999", GOOD)


@hostile(finds=COUNT)
def startxref_overflow() -> bytes:
    """`startxref` is negative and too large for any integer."""
    return re.sub(rb"startxref\n\d+", b"startxref\n-" + b"9" * 40, GOOD)


@hostile(finds=COUNT)
def xref_loop() -> bytes:
    """The table before is the table itself."""
    return one_page(text(SENTENCE), trailer=f"/Prev {GOOD.index(b'xref')}")


@hostile(finds=COUNT)
def object_number_overflow() -> bytes:
    """Object numbers that overflow."""
    more = b"99999999999999999999 0 obj\n<</A 4294967296 65536 R>>\nendobj\n"
    return GOOD.replace(b"xref\n0 6", more + b"xref\n0 4294967295")


@hostile("UnreadableError")
def xref_stream_wrong_widths() -> bytes:
    """A cross-reference stream whose field widths are absurd."""
    table = stream(bytes(60), "/Type/XRef/Size 4/Root 1 0 R/W[9999999 -1 0 7]/Index[0 99999999]")
    data = b"%%PDF-1.7\n1 0 obj\n%s\nendobj\n" % table
    return data + b"startxref\n9\n%%EOF\n"


@hostile(says="Nothing was found")
def update_of_garbage() -> bytes:
    """An update appended to the file that is garbage: the page is lost, and that is said."""
    return (
        GOOD + b"4 0 obj\n<</Length 9999>>stream\n\xff\xfe garbage" * 30 + b"\nstartxref\n0\n%%EOF"
    )


@hostile(finds=COUNT)
def linearized_broken() -> bytes:
    """Claims to be linearized, with hints that point nowhere."""
    hint = (
        b"%PDF-1.7\n9 0 obj\n<</Linearized 1/L 1/H[99999 99999]/O 77/E 9999999/N 9/T 3>>\nendobj\n"
    )
    return GOOD.replace(b"%PDF-1.7\n", hint)


@hostile(finds=COUNT)
def two_in_one() -> bytes:
    """Two files in one: the offsets of the last one lead into the first."""
    return GOOD + one_page(text("In 2018 zijn 12 bedrijven beoordeeld."))


@hostile(says="Nothing was found")
def line_ends_changed() -> bytes:
    """Line ends changed as if it were text: its pages are lost, and that is said."""
    return _PAGE.read_bytes().replace(b"\n", b"\r\n")


@hostile(says="Nothing was found")
def stored_as_utf8() -> bytes:
    """Stored as UTF-8 text: its pages are lost, and that is said."""
    return _PAGE.read_bytes().decode("utf-8", "replace").encode()


@hostile("UnreadableError", says="damaged")
def no_catalog() -> bytes:
    """No catalog."""
    return GOOD.replace(b"/Root 1 0 R", b"").replace(b"/Type/Catalog", b"/Type/Cattle!")


@hostile("EmptyDocumentError")
def catalog_is_a_page() -> bytes:
    """The catalog is a page."""
    return pdf(["<</Type/Page/MediaBox[0 0 9 9]>>"])


_TRUNCATED = {
    5: ("UnreadableError", "", "Nothing but a few objects is left."),
    50: ("UnreadableError", "", "Half a file."),
    90: (
        "Report",
        "rebuilt.*cannot be trusted",
        "A font is lost, and its page is said to be garbled.",
    ),
    98: ("Report", "rebuilt", "Only the cross-reference table is lost: pikepdf builds it again."),
    99.9: ("Report", "rebuilt", "Only the last bytes are lost."),
}


def _truncated(percent: float) -> bytes:
    data = _PAGE.read_bytes()
    return data[: int(len(data) * percent / 100)]


for _percent, (_expected, _says, _why) in _TRUNCATED.items():
    add(
        Hostile(
            f"truncated_{str(_percent).replace('.', '_')}",
            f"Broken off after {_percent} % of its bytes. {_why}",
            partial(_truncated, _percent),
            _expected,
            _says,
        )
    )
