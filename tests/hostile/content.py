"""Pages whose content costs time or memory: drawing, forms, pictures, sizes."""

import base64

from ckt_extract import Limits
from tests.hostile.damaged import COUNT, SENTENCE
from tests.hostile.rawpdf import FORM, one_page, packed_zeros, stream, text
from tests.hostile.registry import BRIEF, hostile

__all__: list[str] = []

_LIMIT = "LimitExceededError"
_ROOM = Limits(seconds=120, page_seconds=60)
"""The memory that is usual: PDFium aborts with less than it takes to count the characters."""
_NOT_READ = "not read|took|memory|crash"


def _form(number: int, content: str) -> bytes:
    """A form XObject that knows the next one as `X`."""
    return stream(content, f"{FORM}/Resources<</XObject<</X {number} 0 R>>>>")


def _picture(entries: str, data: bytes = b"\0") -> bytes:
    """A page with the good sentence and a picture."""
    image = stream(
        data, f"/Type/XObject/Subtype/Image/BitsPerComponent 8/ColorSpace/DeviceGray{entries}"
    )
    return one_page(
        f"q 90 0 0 90 9 9 cm /I Do Q {text(SENTENCE)}", image, resources="/XObject<</I 6 0 R>>"
    )


@hostile(finds=COUNT)
def form_recursive() -> bytes:
    """A form that draws itself, which kills camelot."""
    return one_page(f"/X Do {text(SENTENCE)}", _form(6, "/X Do"), resources="/XObject<</X 6 0 R>>")


@hostile(_LIMIT, says="4 seconds|memory", limits=BRIEF)
def forms_exponential() -> bytes:
    """40 forms that each draw the next one twice: a million million."""
    forms = [_form(7 + i, "/X Do /X Do") for i in range(40)]
    return one_page("/X Do", *forms, _form(6, "0 0 9 9 re f"), resources="/XObject<</X 6 0 R>>")


@hostile(_LIMIT, says="memory")
def content_bomb() -> bytes:
    """2 kB that inflate to 2 GB of drawing operators."""
    return one_page(packed_zeros(2000, b"1 0 0 1 0 0 cm\n"), filters="/Filter/FlateDecode")


@hostile(says=_NOT_READ, finds=COUNT)
def bomb_behind_a_good_page() -> bytes:
    """A bomb on the second page: the first one is still read."""
    bomb = stream(packed_zeros(2000, b"1 0 0 1 0 0 cm\n"), "/Filter/FlateDecode")
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 7 0 R>>"
    data = one_page(text(SENTENCE), page, bomb)
    return data.replace(b"/Kids[3 0 R]/Count 1>>", b"/Kids[3 0 R 6 0 R]/Count 2>>")


@hostile(says=_NOT_READ, finds=COUNT)
def bomb_before_a_good_page() -> bytes:
    """A bomb on the first page: the second one is still read."""
    data = bomb_behind_a_good_page()
    return data.replace(b"/Kids[3 0 R 6 0 R]", b"/Kids[6 0 R 3 0 R]")


@hostile()
def filters_deep() -> bytes:
    """A thousand filters on each other: nothing can be shown."""
    return one_page(
        base64.b16encode(b"q Q " * 99) + b">", filters=f"/Filter[{'/ASCIIHexDecode' * 1000}]"
    )


@hostile(_LIMIT, says="memory")
def filters_of_bombs() -> bytes:
    """A run-length bomb in a run-length bomb in a zlib bomb."""
    packed = packed_zeros(500, b"\x81q")
    return one_page(packed, filters="/Filter[/FlateDecode/RunLengthDecode/RunLengthDecode]")


@hostile(finds=COUNT)
def lzw_garbage() -> bytes:
    """LZW with codes that do not exist yet."""
    data = one_page(text(SENTENCE), stream(b"\x80\xff\xff\xff" * 999, "/Filter/LZWDecode"))
    return data.replace(b"/Contents 4 0 R", b"/Contents[6 0 R 4 0 R]")


@hostile(_LIMIT, says="characters, of at most 200000", limits=_ROOM)
def characters_3_million() -> bytes:
    """3 million characters on one page."""
    lines = (text("57 merken " * 100, 9, 9 + 10 * i, 9) for i in range(3000))
    return one_page("".join(lines), media_box="/MediaBox[0 0 9000 30000]")


@hostile(_LIMIT, says="characters, of at most 200000")
def characters_strewn() -> bytes:
    """100,000 characters strewn over a page, which aborts camelot.

    With the spaces that PDFium puts between them they are too many.
    """
    parts = (
        f"1 0 0 1 {i * 7919 % 3999 / 10} {i * 104729 % 2999 / 10} Tm (7) Tj\n"
        for i in range(100_000)
    )
    return one_page(f"BT /F1 6 Tf {''.join(parts)} ET")


@hostile(finds=COUNT)
def path_long() -> bytes:
    """100,000 segments in one path."""
    points = "".join(f"{i * 7919 % 400} {i * 104729 % 300} l\n" for i in range(100_000))
    return one_page(f"0 0 m {points} S {text(SENTENCE)}")


@hostile(finds=COUNT)
def lines_many() -> bytes:
    """20,000 lines that cross: the signs of a table with 100 million cells."""
    rows = "".join(f"0 {i / 34} m 400 {i / 34} l S\n" for i in range(10_000))
    columns = "".join(f"{i / 25} 0 m {i / 25} 300 l S\n" for i in range(10_000))
    return one_page(rows + columns + text(SENTENCE))


@hostile(finds=COUNT)
def rectangles_many() -> bytes:
    """30,000 coloured rectangles."""
    boxes = (f"0.{i % 9} g {i * 7919 % 400} {i * 104729 % 300} 3 3 re f\n" for i in range(30_000))
    return one_page("".join(boxes) + text(SENTENCE))


@hostile(finds=COUNT)
def clips_many() -> bytes:
    """2,000 clip paths on each other."""
    return one_page("0 0 400 300 re W n\n" * 2000 + text(SENTENCE))


@hostile(finds=COUNT)
def states_unbalanced() -> bytes:
    """200,000 saved states that are never restored, and more restored than saved."""
    return one_page("Q " * 99 + text(SENTENCE) + "q " * 200_000)


@hostile(finds=COUNT)
def coordinates_huge() -> bytes:
    """Coordinates that no number holds."""
    far = "9" * 300
    return one_page(
        f"{text(SENTENCE)} q {far} 0 0 -{far} {far} 0 cm 0 0 m {far} {far} l S "
        f"{text('9 merken')} Q 1e38 0 0 1e38 0 0 cm 0 0 9 9 re f {text('8 merken')} "
        f"0 0 0 0 0 0 cm {text('7 merken')}"
    )


@hostile(finds=COUNT)
def font_sizes_odd() -> bytes:
    """Text of size 0, of a negative size, and of a size without end."""
    odd = [
        text(f"{i} merken", 50, 20 * i, size) for i, size in enumerate([0, -12, 1e-30, 1e30, 3e38])
    ]
    return one_page(text(SENTENCE) + "".join(odd))


_BOXES = {
    "media_box_missing": ("", "No media box: Letter, as PDFium takes it."),
    "media_box_zero": ("/MediaBox[0 0 0 0]", "A page without an extent."),
    "media_box_nan": ("/MediaBox[nan inf -inf nan]", "A page whose size is no number."),
    "media_box_negative": ("/MediaBox[400 300 0 0]", "A media box with its corners exchanged."),
    "media_box_huge": ("/MediaBox[0 0 1e30 1e30]", "A page larger than any."),
    "media_box_text": ("/MediaBox[(a)(b)(c)(d)]", "A media box of strings."),
    "media_box_short": ("/MediaBox[0 0]", "A media box of two numbers."),
    "media_box_far": ("/MediaBox[-16000000 -16000000 16000000 16000000]", "11,000 km each way."),
    "crop_box_outside": (
        "/MediaBox[0 0 400 300]/CropBox[900 900 999 999]",
        "A crop box beside the page.",
    ),
    "user_unit_huge": ("/MediaBox[0 0 400 300]/UserUnit 1e30", "A unit larger than any."),
}


@hostile()
def page_of_one_point() -> bytes:
    """A page of one point: what lies outside is not shown, and not read."""
    return one_page(text(SENTENCE), media_box="/MediaBox[0 0 1 1]")


@hostile(finds=COUNT)
def no_resources() -> bytes:
    """A page without resources: PDFium takes a font of its own."""
    return one_page(text(SENTENCE)).replace(b"/Resources", b"/Recources")


@hostile(finds=COUNT)
def operators_garbage() -> bytes:
    """A content stream of garbage after the sentence."""
    return one_page(
        text(SENTENCE)
        + "BT ET ET BT ((( )) <zz> ] [ Tj ' \" 1 Do /Nix gs BI /W 9 ID x EI sh " * 500
    )


@hostile(finds=COUNT)
def inline_picture_endless() -> bytes:
    """An inline picture that never ends."""
    return one_page(text(SENTENCE) + "BI /W 99999 /H 99999 /BPC 8 /CS /RGB /F /Fl ID " + "x" * 5000)


@hostile(finds=COUNT)
def picture_bomb() -> bytes:
    """A picture of 100,000 x 100,000 pixels from 2 kB."""
    return _picture("/Width 100000/Height 100000/Filter/FlateDecode", packed_zeros(2000, b"\0"))


@hostile(finds=COUNT)
def picture_empty() -> bytes:
    """A picture without a byte."""
    return _picture("/Width 9/Height 9", b"")


@hostile(finds=COUNT)
def picture_negative() -> bytes:
    """A picture of a negative size."""
    return _picture("/Width -9/Height -2147483648")


@hostile(finds=COUNT)
def picture_jbig2() -> bytes:
    """JBIG2 garbage."""
    return _picture(
        "/Width 9/Height 9/Filter/JBIG2Decode", b"\x97JB2\r\n\x1a\n" + b"\xff\x30\x00" * 300
    )


@hostile(finds=COUNT)
def picture_jpx() -> bytes:
    """JPEG 2000 garbage."""
    return _picture("/Filter/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff\x4f\xff\x51" * 300)


@hostile(finds=COUNT)
def picture_jpeg() -> bytes:
    """JPEG garbage that claims 65,500 x 65,500 pixels."""
    head = b"\xff\xd8\xff\xc0\0\x11\x08\xff\xdc\xff\xdc\x03\x01\x22\0\x02\x11\x01\x03\x11\x01"
    return _picture("/Width 65500/Height 65500/Filter/DCTDecode", head + b"\xff\xda" * 99)


@hostile(finds=COUNT)
def picture_masks_itself() -> bytes:
    """A picture whose soft mask is itself."""
    return _picture("/Width 1/Height 1/SMask 6 0 R/Mask 6 0 R")


@hostile(finds=COUNT)
def pattern_recursive() -> bytes:
    """A pattern that paints itself with itself."""
    pattern = stream(
        "/Pattern cs /P scn 0 0 9 9 re f",
        "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1e-9/YStep 1e-9"
        "/Resources<</Pattern<</P 6 0 R>>>>",
    )
    content = f"/Pattern cs /P scn 0 0 400 300 re f 0 g {text(SENTENCE)}"
    return one_page(content, pattern, resources="/Pattern<</P 6 0 R>>")


@hostile(finds=COUNT)
def shading_recursive() -> bytes:
    """A shading whose function is made of itself."""
    function = "<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[.5]/Encode[0 1 0 1]>>"
    shading = (
        "/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 6 0 R>>>>"
    )
    return one_page(f"/S sh {text(SENTENCE)}", function, resources=shading)


def _register_pages() -> None:
    for name, (box, why) in _BOXES.items():
        shown = None if name == "crop_box_outside" else COUNT
        _register(name, f"{why} Whatever its frame, a page is read.", box, "", shown)
    for turn in ("45", "-90", "90000000000090", "(x)", "[90]", "null"):
        name = "rotate_" + "".join(c if c.isalnum() else "_" for c in turn)
        _register(
            name,
            f"Turned by {turn}: read as PDFium turns it.",
            "/MediaBox[0 0 400 300]",
            f"/Rotate {turn}",
            None if turn == "-90" else COUNT,
        )


def _register(name: str, why: str, box: str, page: str, finds: int | None) -> None:
    def make() -> bytes:
        return one_page(text(SENTENCE), media_box=box, page=page)

    make.__name__, make.__doc__ = name, why
    hostile(finds=finds)(make)


_register_pages()
