"""Read a text: its quantities, its times, and the numbers that are neither."""

from ckt_extract.language.asides import read_aside, read_code
from ckt_extract.language.itemize import itemize
from ckt_extract.language.lexicon import lexicon
from ckt_extract.language.quantities import read_quantities
from ckt_extract.language.reading import TextReading
from ckt_extract.language.times import read_date, read_time
from ckt_extract.models.document import Language

__all__ = ["read"]


def read(text: str, language: Language) -> TextReading:
    """Read the numbers and the times of a text.

    Every digit of the text ends up in one measure or one aside; a date or year is an aside
    and a time. What is counted, and what a number says of whom, is not decided here.

    Args:
        text: A sentence, bullet, caption or cell; any string will do.
        language: Its language, which decides what points and commas mean.

    Returns:
        The measures, asides and times, each in order of their start.
    """
    out = TextReading(text, language)
    if not lexicon(language).concerns(text):
        return out
    line = itemize(text, language)
    reached = 0
    for at in line.starts:
        if at < reached:
            continue
        for rule in (read_date, read_aside, read_time, read_code):
            if stop := rule(line, at, out):
                reached = stop
                break
    read_quantities(line, out)
    out.asides.sort(key=lambda aside: aside.start)
    return out
