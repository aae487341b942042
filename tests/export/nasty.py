"""A PDF whose every text wants to be something else than text."""

import re

from tests.hostile.rawpdf import HELVETICA, one_page, stream, text

__all__ = ["NAME", "NASTY", "OBEYED", "PDF"]

NAME = "[red]a\x1b]0;x\x07\u202e[link=x]=1+1.pdf"
"""A file name to go with it."""
NASTY = "\x1b[31m[red]x[/red]\x9b31m <b onclick='x'>&\u202egpj.exe;=1+1\u2028\r|`*_"
"""Markup, formulas, and what moves the cursor or turns the direction."""
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What may not be shown anywhere."""

_MEANINGS = {"~": "001b", "|": "202e", "`": "009b", "^": "2028", "@": "0007"}
"""Letters that the font says are control characters."""
_LINES = (
    "[red]In 2019 zijn 57 bedrijven beoordeeld.[/red] ~[31m [link=https://example.org]lees[/link]",
    "=HYPERLINK(1) In 2019 zijn 12 merken beoordeeld; =1+1|gpj.exe",
    "<script>alert('1')</script> In 2018 zijn <b onclick='x'>9 merken</b> beoordeeld.",
    "@SUM(A1) `31m In 2017 zijn 8 locaties bezocht. ^ **vet** _schuin_",
    "~]0;titel@ -2+3 merken ~[2J of 14 | 15",
)


def _pdf() -> bytes:
    codes = "".join(
        f"<{code:02x}><{_MEANINGS.get(chr(code), f'{code:04x}')}>\n" for code in range(32, 127)
    )
    mapping = (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def\n"
        "1 begincodespacerange <00><ff> endcodespacerange\n"
        f"95 beginbfchar\n{codes}endbfchar\nendcmap end end"
    )
    link = (
        "<</Type/Annot/Subtype/Link/Rect[50 200 350 215]"
        '/A<</S/URI/URI(javascript:alert\\(1\\)\\033[31m"onclick=x)>>>>'
    )
    title = ("\ufeff" + NASTY).encode("utf-16-be").hex()
    info = f"<</Title<{title}>/Producer<{title}>>>"
    return one_page(
        "".join(text(line, 20, 260 - 40 * row, 9) for row, line in enumerate(_LINES)),
        stream(mapping), link, info,
        font=HELVETICA.replace(">>", "/ToUnicode 6 0 R>>"),
        page="/Annots[7 0 R]",
        media_box="/MediaBox[0 0 600 300]",
        trailer="/Info 8 0 R",
    )  # fmt: skip


PDF = _pdf()
