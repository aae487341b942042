"""Bullets and list numerals in front of a line."""

from ckt_extract.patterns import pattern

__all__ = ["ARROWS", "DASH", "GLYPH", "NUMERAL", "SECTION_NUMERAL", "is_marker"]

ARROWS = "→➔⇒»"
"""A line that starts with one of these is a link to another page, not a bullet."""
GLYPH = pattern(r"[•‣⁃∙◦●○◉■□▪▫◆◇♦►▶▸➤✓✔✗✘❖·\uf000-\uf0ff]\Z")
"""Glyphs that are always a bullet (the private ones are Symbol and Wingdings)."""
DASH = pattern(r"[-–—*o§>]\Z")
"""Glyphs that are a bullet where no sentence is going on."""
NUMERAL = pattern(r"(?:\d{1,2}[.)]|\(?[a-zA-Z]\)|\(\d{1,2}\)|[a-z]\.|\(?[ivxIVX]{1,5}[.)])\Z")
SECTION_NUMERAL = pattern(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\Z")
"""A numbered paragraph or heading: `3.2`."""


def is_marker(text: str) -> bool:
    """Whether a word may stand in front of a line as its bullet or numeral."""
    return len(text) <= 8 and any(
        pattern.match(text) for pattern in (GLYPH, DASH, NUMERAL, SECTION_NUMERAL)
    )
