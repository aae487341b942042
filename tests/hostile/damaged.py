"""Files that are no PDF, or that were one before something happened to them."""

import random
import re
from pathlib import Path

from tests.hostile.rawpdf import one_page, pdf, stream, text
from tests.hostile.registry import Hostile, add, hostile

__all__ = ["COUNT", "GOOD", "SENTENCE"]

COUNT = 57
SENTENCE = f"In 2019 zijn {COUNT} bedrijven beoordeeld."
GOOD = one_page(text(SENTENCE))
_PAGE = Path(__file__).parents[2] / "fixtures/page/page.chromium.pdf"


@hostile("No bytes at all: said as such, not as damage.", "EmptyDocumentError", says="no bytes")
def empty() -> bytes:
    return b""


@hostile("White space only.", "UnreadableError", says="white space")
def white_space() -> bytes:
    return b" \r\n\t" * 500


@hostile("A text file.", "UnreadableError", says="not a PDF but text")
def plain_text() -> bytes:
    return f"{SENTENCE}\n".encode() * 20


@hostile("The web page that a download link gave.", "UnreadableError", says="a web page")
def html() -> bytes:
    return b"<!DOCTYPE html><html><body>57 bedrijven</body></html>"


@hostile("A picture renamed to .pdf.", "UnreadableError", says="a PNG picture")
def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(500)


@hostile("An office document renamed to .pdf.", "UnreadableError", says="ZIP archive")
def docx() -> bytes:
    return b"PK\x03\x04" + bytes(500)


@hostile("Only zeros, as a broken disk leaves.", "UnreadableError", says="something else")
def zeros() -> bytes:
    return bytes(20_000)


@hostile("Random bytes behind a PDF header.", "UnreadableError", says="damaged")
def noise() -> bytes:
    return b"%PDF-1.7\n" + random.Random(1).randbytes(20_000)


@hostile("A header and nothing else.", "UnreadableError", says="damaged")
def header_only() -> bytes:
    return b"%PDF-1.7\n"


@hostile("A download that broke off in the header.", "UnreadableError", says="not a PDF")
def half_a_header() -> bytes:
    return b"%PD"


@hostile("Bytes before the header are skipped, and said.", says="600 bytes", finds=COUNT)
def junk_before_header() -> bytes:
    return b"HTTP/1.1 200 OK\r\n".ljust(600, b"x") + GOOD


@hostile("The header stands where no reader looks for it.", says="header", finds=COUNT)
def junk_far_before_header() -> bytes:
    return b"x" * 5000 + b"\n" + GOOD


@hostile("10 MB of junk at the end.", finds=COUNT)
def trailing_junk() -> bytes:
    return GOOD + random.Random(2).randbytes(10_000_000)


@hostile("PDF 2.0.", finds=COUNT)
def version_2() -> bytes:
    return GOOD.replace(b"%PDF-1.7", b"%PDF-2.0")


@hostile("A version that does not exist.", finds=COUNT)
def version_unknown() -> bytes:
    return GOOD.replace(b"%PDF-1.7", b"%PDF-9.9")


@hostile("Without a cross-reference table and trailer.", finds=COUNT)
def no_xref() -> bytes:
    return GOOD[: GOOD.index(b"\nxref")]


@hostile("Each entry of the cross-reference table is 7 bytes off.", finds=COUNT)
def xref_points_wrong() -> bytes:
    return re.sub(rb"(\d{10}) 00000 n", lambda m: b"%010d 00000 n" % (int(m[1]) + 7), GOOD)


@hostile("`startxref` points behind the end.", finds=COUNT)
def startxref_wrong() -> bytes:
    return re.sub(rb"startxref\n\d+", b"startxref\n99999999", GOOD)


@hostile("`startxref` is negative and too large for any integer.", finds=COUNT)
def startxref_overflow() -> bytes:
    return re.sub(rb"startxref\n\d+", b"startxref\n-" + b"9" * 40, GOOD)


@hostile("The table before is the table itself.", finds=COUNT)
def xref_loop() -> bytes:
    return one_page(text(SENTENCE), trailer=f"/Prev {GOOD.index(b'xref')}")


@hostile("Object numbers that overflow.", finds=COUNT)
def object_number_overflow() -> bytes:
    more = b"99999999999999999999 0 obj\n<</A 4294967296 65536 R>>\nendobj\n"
    return GOOD.replace(b"xref\n0 6", more + b"xref\n0 4294967295")


@hostile("A cross-reference stream whose field widths are absurd.", "UnreadableError")
def xref_stream_wrong_widths() -> bytes:
    table = stream(bytes(60), "/Type/XRef/Size 4/Root 1 0 R/W[9999999 -1 0 7]/Index[0 99999999]")
    data = b"%%PDF-1.7\n1 0 obj\n%s\nendobj\n" % table
    return data + b"startxref\n9\n%%EOF\n"


@hostile("An update appended to the file that is garbage.", finds=COUNT)
def update_of_garbage() -> bytes:
    return GOOD + b"4 0 obj\n<</Length 9999>>stream\n\xff\xfe garbage" * 30 + b"\nstartxref\n0\n%%EOF"


@hostile("Claims to be linearized, with hints that point nowhere.", finds=COUNT)
def linearized_broken() -> bytes:
    hint = b"%PDF-1.7\n9 0 obj\n<</Linearized 1/L 1/H[99999 99999]/O 77/E 9999999/N 9/T 3>>\nendobj\n"
    return GOOD.replace(b"%PDF-1.7\n", hint)


@hostile("Two files in one: the last one counts.", finds=COUNT)
def two_in_one() -> bytes:
    return one_page(text("In 2018 zijn 12 bedrijven beoordeeld.")) + GOOD


@hostile("Line ends changed as if it were text; what survives is read.", says="")
def line_ends_changed() -> bytes:
    return _PAGE.read_bytes().replace(b"\n", b"\r\n")


@hostile("Stored as UTF-8 text: its streams are lost.", says="")
def stored_as_utf8() -> bytes:
    return _PAGE.read_bytes().decode("utf-8", "replace").encode()


@hostile("No catalog.", "UnreadableError", says="damaged")
def no_catalog() -> bytes:
    return GOOD.replace(b"/Root 1 0 R", b"").replace(b"/Type/Catalog", b"/Type/Cattle!")


@hostile("The catalog is a page.", "UnreadableError")
def catalog_is_a_page() -> bytes:
    return pdf(["<</Type/Page/MediaBox[0 0 9 9]>>"])


_TRUNCATED = {
    5: ("UnreadableError", "", "Nothing but a few objects is left."),
    50: ("UnreadableError", "", "Half a file."),
    90: ("UnreadableError", "", "The page tree stands at the end and is lost."),
    98: ("Report", "", "Only the cross-reference table is lost: pikepdf builds it again."),
    99.9: ("Report", "", "Only the last bytes are lost."),
}


def _truncated(percent: float) -> bytes:
    data = _PAGE.read_bytes()
    return data[: int(len(data) * percent / 100)]


for _percent, (_expected, _says, _why) in _TRUNCATED.items():
    add(
        Hostile(
            f"truncated_{str(_percent).replace('.', '_')}",
            f"Broken off after {_percent} % of its bytes. {_why}",
            lambda percent=_percent: _truncated(percent),
            _expected,
            _says,
        )
    )
