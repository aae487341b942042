"""Text becomes quantities and times, in Dutch and English; pure functions on text."""

from ckt_extract.language.detect import detect_language, is_readable
from ckt_extract.language.reader import read
from ckt_extract.language.reading import Aside, Measure, TextReading, TimeReference

__all__ = [
    "Aside", "Measure", "TextReading", "TimeReference", "detect_language", "is_readable", "read",
]  # fmt: skip
