"""Text that is hard on those who read it: no reader of words and numbers may need ages for it."""

from functools import partial

from tests.hostile.damaged import COUNT, SENTENCE
from tests.hostile.rawpdf import one_page, text
from tests.hostile.registry import Hostile, add

__all__ = ["WORDINGS"]

_LETTERS = 12_000
_PER_LINE, _SIZE = 120, 4

WORDINGS = {
    "digits": ("1", "A number of 12,000 digits."),
    "digits_and_points": ("1.", "A number with 6,000 points."),
    "digits_and_spaces": ("1 ", "6,000 numbers beside each other."),
    "thousands": ("100.000.", "A number whose thousands never end."),
    "commas": ("1,", "A number whose decimals never end."),
    "dashes": ("1-", "A range without end."),
    "slashes": ("1/", "A date without end."),
    "brackets": ("(", "Brackets that never close."),
    "bracketed": ("(1)", "Brackets with nothing between."),
    "percent_signs": ("%", "Percent signs of nothing."),
    "percentages": ("63% ", "3,000 shares in one sentence."),
    "distribution": ("5 bedrijven (8 procent), ", "A distribution without end."),
    "from_to": ("van 1 naar ", "A series from ... to ... without end."),
    "of_the": ("een van de ", "Ratios in words without end."),
    "number_words": ("drieduizendvijfhonderd", "Number words without end."),
    "number_words_apart": ("een honderd en ", "Number words without end, with spaces."),
    "years": ("2019 ", "2,400 years."),
    "year_ranges": ("2018-2019 tot en met ", "Ranges of years."),
    "months": ("1 januari ", "Dates without a year."),
    "than": ("meer dan ten minste bijna ", "Bounds of bounds."),
    "then": ("toen was dit 8 procent, ", "Earlier values of earlier values."),
    "conjunctions": ("en of en ", "Conjunctions."),
    "capitals": ("De Commissie B.V. ", "Names without end."),
    "parties": ("tegen Bedrijf A en ", "A ruling with parties without end."),
    "full_stops": (". ", "6,000 sentences of nothing."),
    "sentences": ("Er zijn 5 merken. ", "600 sentences that say the same."),
    "bullets": ("- ", "Bullets of nothing."),
    "colons": ("kop: ", "Labels of labels."),
    "one_letter": ("a", "One word of 12,000 letters."),
    "apostrophes": ("'", "Quotes that never close."),
    "addresses": ("www.", "An address without end."),
    "references": ("zie hoofdstuk 2 ", "References without end."),
    "money": ("EUR 1.000 ", "Sums without end."),
}
"""Text that is repeated, and what it is like."""


def _page(unit: str) -> bytes:
    """A page full of a text that does not end, in lines that touch both edges."""
    endless = (unit * (_LETTERS // len(unit) + 1))[:_LETTERS]
    lines = [endless[i : i + _PER_LINE] for i in range(0, _LETTERS, _PER_LINE)]
    height = len(lines) * (_SIZE + 1) + 60
    shown = [text(line, 9, height - 50 - i * (_SIZE + 1), _SIZE) for i, line in enumerate(lines)]
    head = text(SENTENCE, 9, height - 20)
    return one_page(head + "".join(shown), media_box=f"/MediaBox[0 0 400 {height}]")


for _name, (_unit, _why) in WORDINGS.items():
    add(Hostile(f"wording_{_name}", _why, partial(_page, _unit), finds=COUNT))
