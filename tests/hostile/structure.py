"""Files whose objects lie about each other: page trees, lengths, loops, depths."""

from tests.hostile.damaged import COUNT, GOOD, SENTENCE
from tests.hostile.rawpdf import HELVETICA, one_page, packed_zeros, pdf, stream, text
from tests.hostile.registry import hostile

__all__: list[str] = []

_PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 4 0 R"
    "/Resources<</Font<</F1 5 0 R>>>>>>"
)
_CATALOG = "<</Type/Catalog/Pages 2 0 R>>"


def _tree(pages: str, *more: str | bytes) -> bytes:
    """A PDF with a page tree of its own; object 3 is a sound page."""
    return pdf([_CATALOG, pages, _PAGE, stream(text(SENTENCE)), HELVETICA, *more])


@hostile(says="1000 pages became 1", finds=COUNT)
def count_too_high() -> bytes:
    """The page tree counts 1,000 pages and has one."""
    return _tree("<</Type/Pages/Kids[3 0 R]/Count 1000>>")


@hostile(says="too few pages: 1 pages became 3", finds=COUNT)
def count_too_low() -> bytes:
    """The page tree counts one page and has three: all are read."""
    return _tree(
        "<</Type/Pages/Kids[6 0 R 6 0 R 3 0 R]/Count 1>>", _PAGE.replace("4 0", "7 0"), stream("")
    )


@hostile(finds=COUNT)
def count_negative() -> bytes:
    """A negative number of pages."""
    return _tree("<</Type/Pages/Kids[3 0 R]/Count -5>>")


@hostile(finds=COUNT)
def count_huge() -> bytes:
    """2,147,483,647 pages that are not there."""
    return _tree("<</Type/Pages/Kids[3 0 R]/Count 2147483647>>")


@hostile("EmptyDocumentError", says="no page")
def no_pages() -> bytes:
    """A page tree without a page."""
    return _tree("<</Type/Pages/Kids[]/Count 0>>")


@hostile("EmptyDocumentError")
def pages_null() -> bytes:
    """Pages that are null: none is left."""
    return _tree("<</Type/Pages/Kids[null null]/Count 2>>")


@hostile(says="page 2", finds=COUNT)
def kids_self() -> bytes:
    """The page tree is its own child: one page is missing, and that is said."""
    return _tree("<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>")


@hostile("UnreadableError")
def page_tree_loop() -> bytes:
    """A page tree whose branch holds the root again."""
    return _tree(
        "<</Type/Pages/Kids[6 0 R 3 0 R]/Count 2>>",
        "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1>>",
    )


@hostile("UnreadableError")
def page_tree_deep() -> bytes:
    """A page tree 3,000 levels deep."""
    levels = [f"<</Type/Pages/Kids[{7 + i} 0 R]/Count 1>>" for i in range(3000)]
    return _tree("<</Type/Pages/Kids[6 0 R]/Count 1>>", *levels, _PAGE)


@hostile(finds=COUNT)
def one_page_many_times() -> bytes:
    """The same page 400 times: legal, and read 400 times."""
    return _tree(f"<</Type/Pages/Kids[{'3 0 R ' * 400}]/Count 400>>")


@hostile("LimitExceededError", says="20000 pages")
def many_empty_pages() -> bytes:
    """20,000 empty pages, more than `Limits.pages`."""
    kids = " ".join(f"{3 + i} 0 R" for i in range(20_000))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf([_CATALOG, f"<</Type/Pages/Kids[{kids}]/Count 20000>>", *[page] * 20_000])


@hostile(finds=COUNT)
def self_reference() -> bytes:
    """An object that is a reference to itself, which hangs pdfminer."""
    return one_page(text(SENTENCE), "6 0 R", page="/Annots 6 0 R/Rotate 6 0 R/StructParents 6 0 R")


@hostile(finds=COUNT)
def reference_loop() -> bytes:
    """Two objects that refer to each other, as media box."""
    return one_page(text(SENTENCE), "7 0 R", "6 0 R", media_box="/MediaBox 6 0 R")


@hostile(finds=COUNT)
def length_circular() -> bytes:
    """The length of a stream is the stream itself, which hangs camelot."""
    return GOOD.replace(b"/Length %d" % len(text(SENTENCE)), b"/Length 4 0 R")


@hostile(finds=COUNT)
def length_negative() -> bytes:
    """A negative length."""
    return GOOD.replace(b"/Length %d" % len(text(SENTENCE)), b"/Length -9")


@hostile(finds=COUNT)
def length_huge() -> bytes:
    """A length of 4 GB."""
    return GOOD.replace(b"/Length %d" % len(text(SENTENCE)), b"/Length 4294967300")


@hostile(finds=COUNT)
def nested_arrays() -> bytes:
    """100,000 arrays in each other."""
    return one_page(text(SENTENCE), "[" * 100_000 + "]" * 100_000, page="/Annots 6 0 R")


@hostile(finds=COUNT)
def nested_dictionaries() -> bytes:
    """100,000 dictionaries in each other that never close."""
    return one_page(text(SENTENCE), "<</A" * 100_000, page="/Group 6 0 R")


@hostile(finds=COUNT)
def names_odd() -> bytes:
    """Names with nulls, line ends and 100,000 letters."""
    name = "/#00#0a#ff" + "x" * 100_000
    return one_page(text(SENTENCE), page=f"{name} {name}", resources=f"/ExtGState<<{name} {name}>>")


@hostile(finds=COUNT)
def object_stream_bomb() -> bytes:
    """An object stream that inflates to 2 GB."""
    bomb = stream(packed_zeros(2000, b"1 0 "), "/Type/ObjStm/N 1000000/First 5/Filter/FlateDecode")
    return one_page(text(SENTENCE), bomb, page="/Annots 7 0 R")


@hostile(finds=COUNT)
def object_stream_loop() -> bytes:
    """An object stream that extends itself."""
    loop = stream("7 0 <<>>", "/Type/ObjStm/N 1/First 4/Extends 6 0 R")
    return one_page(text(SENTENCE), loop)


@hostile(finds=COUNT)
def outline_loop() -> bytes:
    """Bookmarks that go round in a circle."""
    one = "<</Title(een)/Parent 6 0 R/Next 7 0 R/First 7 0 R/Prev 7 0 R/Dest[3 0 R/Fit]>>"
    return one_page(
        text(SENTENCE), "<</First 7 0 R/Last 7 0 R/Count 9>>", one, catalog="/Outlines 6 0 R"
    )


@hostile(finds=COUNT)
def outline_deep() -> bytes:
    """Bookmarks 5,000 levels deep."""
    levels = [f"<</Title(x)/Parent {6 + i} 0 R/First {8 + i} 0 R>>" for i in range(5000)]
    return one_page(text(SENTENCE), "<</First 7 0 R>>", *levels, catalog="/Outlines 6 0 R")


@hostile(finds=COUNT)
def info_odd() -> bytes:
    """A title of 5 MB, and a producer that is a page."""
    info = "<</Title(" + "T" * 5_000_000 + ")/Producer 3 0 R/CreationDate 6 0 R>>"
    return one_page(text(SENTENCE), info, trailer="/Info 6 0 R")
