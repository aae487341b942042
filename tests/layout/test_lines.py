"""Lines: words on one baseline, whatever the order of the content stream."""

from random import Random

from ckt_extract.layout.lines import lines_of
from ckt_extract.reading.page import Word
from tests.layout.build import PROSE, line, page, text, texts


def rows(words: list[Word]) -> list[str]:
    """The texts of the lines of words."""
    return [each.text for each in lines_of(words)]


def test_words_on_one_baseline_are_one_line() -> None:
    """Words that follow each other on a baseline are one line, lines go from top to bottom."""
    words = line("Tweede regel", 50, 120) + line("Eerste regel hier", 50, 100)
    assert ["Eerste regel hier", "Tweede regel"] == rows(words)


def test_wide_gap_parts_lines() -> None:
    """Two columns on one baseline are two lines."""
    words = line("links staat dit", 50, 100) + line("rechts staat dat", 320, 100)
    assert ["links staat dit", "rechts staat dat"] == rows(words)


def test_shuffled_stream_gives_the_same_lines() -> None:
    """The order of the words in the content stream does not matter."""
    words = text(PROSE, 50, 100)
    shuffled = list(words)
    Random(4).shuffle(shuffled)  # noqa: S311 - any fixed order will do
    assert rows(words) == rows(shuffled)


def test_wide_spaces_of_justified_text_are_closed() -> None:
    """A line that is spaced out to the right edge of its paragraph stays one line."""
    above = line("de merken en de bonden maken nieuwe afspraken", 50, 100)
    loose: list[Word] = []
    x = 50.0
    edge = above[-1].x1
    parts = ["over", "veiligheid", "in", "fabrieken"]
    room = edge - 50 - sum(5.0 * len(part) for part in parts)
    for part in parts:
        loose += line(part, x, 113)
        x = loose[-1].x1 + room / 3
    below = line("die aan meer dan een merk kleding leveren zeg.", 50, 126)
    assert [
        "de merken en de bonden maken nieuwe afspraken",
        "over veiligheid in fabrieken",
        "die aan meer dan een merk kleding leveren zeg.",
    ] == rows(above + loose + below)


def test_gutter_is_not_closed() -> None:
    """A gap that runs on above and below is the gutter of two columns."""
    left = [line(f"kolom een regel {k}", 50, 100 + 13 * k) for k in range(4)]
    right = [line(f"kolom twee regel {k}", 150, 100 + 13 * k) for k in range(4)]
    words = [word for row in zip(left, right, strict=True) for part in row for word in part]
    assert 8 == len(lines_of(words))


def test_large_number_beside_small_text_is_its_own_line() -> None:
    """A number in much larger type does not join the text beside it."""
    words = line("63%", 50, 100, 28) + line("voldoet volledig", 95, 100, 10)
    assert {"63%", "voldoet volledig"} == set(rows(words))


def test_raised_mark_given_apart_is_put_behind_its_word() -> None:
    """A raised mark that the stream gives last stands behind the word it sticks to."""
    words = line("In dat jaar deden 41 landen mee", 50, 100)
    number = next(word for word in words if word.text == "41")
    mark = line("1", number.x1, 96, 6, raised=True)
    assert ["In dat jaar deden 41 1 landen mee"] == rows(words + mark)


def test_bullet_far_from_its_text_belongs_to_it() -> None:
    """A bullet that stands at a distance before its line is part of that line."""
    assert ["• eerste punt"] == rows(line("•", 50, 100) + line("eerste punt", 75, 100))


def test_drop_cap_is_put_before_its_line() -> None:
    """An initial over two lines is the first letter of the first of them."""
    words = [
        *line("D", 50, 113, 32, bold=True),
        *line("e partijen hebben elkaar dit jaar vaak gesproken over", 67, 100, 11),
        *line("de vraag wat er na afloop komt.", 67, 114, 11),
    ]
    assert [
        "De partijen hebben elkaar dit jaar vaak gesproken over de vraag wat er na afloop komt."
    ] == texts(page(words))


def test_a_large_decimal_is_no_numeral_of_a_section() -> None:
    """A large `1.2` before a small unit is a number, and no number of a heading."""
    words = [*line("1.2", 60, 100, 36), *line("million", 122, 100, 18)]
    assert ["1.2", "million"] == [each.text for each in lines_of(words)]
    same = [*line("1.2", 60, 100, 12), *line("Million stitches", 100, 100, 12)]
    assert ["1.2 Million stitches"] == [each.text for each in lines_of(same)]
