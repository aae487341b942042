"""Fonts that are missing, loop, explode, or say that their letters mean something else."""

from tests.hostile.damaged import COUNT, SENTENCE
from tests.hostile.rawpdf import HELVETICA, one_page, packed_zeros, stream, text
from tests.hostile.registry import hostile

__all__: list[str] = []

_MAP_HEAD = (
    "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def\n"
    "1 begincodespacerange <00><ff> endcodespacerange\n"
)
_MAP_TAIL = "\nendcmap end end"


def _mapped(lines: str, shown: str = SENTENCE) -> bytes:
    """A page whose font has a ToUnicode map with these lines."""
    font = HELVETICA.replace(">>", "/ToUnicode 6 0 R>>")
    return one_page(text(shown), stream(_MAP_HEAD + lines + _MAP_TAIL), font=font)


def _each(meaning: str) -> str:
    """Every code means the same."""
    chars = "".join(f"<{code:02x}><{meaning}>\n" for code in range(32, 127))
    return f"95 beginbfchar\n{chars}endbfchar"


@hostile(finds=COUNT)
def font_missing() -> bytes:
    """The font is not there: Helvetica takes its place."""
    return one_page(text(SENTENCE), font="null")


@hostile(says="cannot be trusted")
def font_recursive() -> bytes:
    """The font is its own descendant."""
    return one_page(
        text(SENTENCE),
        font="<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>",
    )


@hostile(says="cannot be trusted")
def type3_recursive() -> bytes:
    """A drawn font whose letters are drawn with the font."""
    glyph = stream(f"9 0 d0 {text(SENTENCE)}")
    font = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>"
        "/Encoding<</Differences[32" + "/a" * 95 + "]>>/FirstChar 32/LastChar 126"
        f"/Widths[{'9 ' * 95}]/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    return one_page(text(SENTENCE), glyph, font=font)


@hostile(finds=COUNT)
def font_file_garbage() -> bytes:
    """An embedded font of random bytes."""
    file = stream(b"\0\1\0\0\0\x40" + b"\xff\x13\x37" * 3000)
    descriptor = "<</Type/FontDescriptor/FontName/X/Flags 4/FontFile2 7 0 R>>"
    font = (
        "<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R/Encoding/WinAnsiEncoding>>"
    )
    return one_page(text(SENTENCE), descriptor, file, font=font)


@hostile(finds=COUNT)
def font_widths_odd() -> bytes:
    """Widths that are huge, negative, or no numbers."""
    widths = "1e30 -1e30 (x) null 0 " * 19
    return one_page(
        text(SENTENCE),
        font=HELVETICA.replace(">>", f"/FirstChar 32/LastChar 126/Widths[{widths}]>>"),
    )


@hostile(says="cannot be trusted", finds=COUNT)
def encoding_nonsense() -> bytes:
    """Letter names that do not exist."""
    names = "".join(f"/nix{i}" for i in range(95))
    return one_page(
        text(SENTENCE), font=HELVETICA.replace("/WinAnsiEncoding", f"<</Differences[32{names}]>>")
    )


@hostile()
def to_unicode_bomb() -> bytes:
    """A ToUnicode map of 1 kB that maps two thousand million codes; pdfminer takes 3 GB."""
    return _mapped("1 beginbfrange <00000000><7fffffff><0041> endbfrange " * 20)


@hostile("LimitExceededError", says="memory")
def to_unicode_inflates() -> bytes:
    """A ToUnicode map that inflates to 2 GB."""
    font = HELVETICA.replace(">>", "/ToUnicode 6 0 R>>")
    bomb = stream(packed_zeros(2000, b"<00> "), "/Filter/FlateDecode")
    return one_page(text(SENTENCE), bomb, font=font)


@hostile()
def to_unicode_one_digit() -> bytes:
    """Every letter means 7: one word of sevens, in good faith."""
    return _mapped(_each("0037"))


@hostile(says="cannot be trusted")
def to_unicode_private_use() -> bytes:
    """Every letter is in the private use area: said as garbled."""
    return _mapped(_each("e037"))


@hostile()
def to_unicode_surrogates() -> bytes:
    """Every letter is half a surrogate, which no text may hold."""
    return _mapped(_each("d800"))


@hostile()
def to_unicode_controls() -> bytes:
    """Every letter is a control character: an escape sequence for a terminal."""
    return _mapped(_each("001b"))


@hostile()
def to_unicode_nulls() -> bytes:
    """Every letter is a null."""
    return _mapped(_each("0000"))


@hostile()
def to_unicode_long() -> bytes:
    """Every letter means 500 letters."""
    return _mapped(_each("0037" * 500))


@hostile()
def to_unicode_direction() -> bytes:
    """Every letter turns the direction of the text."""
    return _mapped(_each("202e"))


@hostile(says="cannot be trusted")
def cid_text() -> bytes:
    """The text says (cid:12), as pdfminer writes what it cannot read."""
    return one_page(
        "".join(text("(cid:12)(cid:57)(cid:3) " * 3, 9, 9 + 12 * i, 9) for i in range(20))
    )


@hostile()
def actual_text_long() -> bytes:
    """The producer says that the page means one million sevens."""
    return one_page(f"/Span<</ActualText({'7' * 1_000_000})>>BDC {text(SENTENCE)} EMC")


@hostile(says="cannot be trusted")
def cmap_unknown() -> bytes:
    """A font without an encoding that is known, in two bytes."""
    descendant = (
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/X"
        "/CIDSystemInfo<</Registry(?)/Ordering(?)/Supplement -1>>>>"
    )
    font = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Nix-H/DescendantFonts[6 0 R]>>"
    return one_page(text(SENTENCE), descendant, font=font)


@hostile(finds=COUNT)
def sound() -> bytes:
    """The good sentence in a sound font, for comparison."""
    return one_page(text(SENTENCE))
