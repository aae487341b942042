"""What the document is: its reporting year, kind and agreement."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar, cast, get_args

from msgspec import Struct
from msgspec.structs import replace

from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.places import place_of
from ckt_extract.facts.words import Words
from ckt_extract.language import read
from ckt_extract.layout.statement import Statement
from ckt_extract.models.document import Kind, Language
from ckt_extract.models.place import Place
from ckt_extract.models.ruling import Ruling
from ckt_extract.patterns import pattern

__all__ = ["Edition", "edition_of", "edition_of_ruling"]

_Vote = TypeVar("_Vote", int, str)

_YEAR = pattern(r"(?<![\d.,/-])((?:20[0-4]|19[89])\d)(?!\d|[.,]\d)")
_SPAN = pattern(r"(?<!\d)20[0-4]\d\s*[-–/]\s*(20[0-4]\d)(?!\d)")

_TITLE_WEIGHT = 8
_WEIGHTS = {"heading": 4, "furniture": 3, "cell": 0, "contents": 0, "note": 0}
"""A year counts more the nearer it stands to being the document's title."""

_FACTSHEET_PAGES = 4

_WITH_REPORT = 4
"""And so many times more beside the word for the report (Jaarrapportage 2020)."""


class Edition(Struct, frozen=True):
    """What is known of the document as a whole."""

    kind: Kind
    year: int | None
    year_place: Place | None
    agreement: str | None


def edition_of(
    statements: Iterable[Statement], title: str | None, pages: int, language: Language
) -> Edition:
    """Read the edition from the title in the file and the first pages.

    Years vote with the weight of where they stand, so that the header that a former edition
    left on a page is outvoted. A span (2019-2020) counts for its last year. The first kind of
    document that a title, heading or running head names wins over later ones.

    Args:
        statements: Statements of the first pages, in reading order.
        title: Title in the file's metadata.
        pages: Number of pages: a factsheet that is printed from an annual report has the
            report's title, but few pages.
        language: Language of the text, for the names of months.
    """
    years: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    agreements: Counter[str] = Counter()
    places: dict[int, Place] = {}
    seen: set[str] = set()
    for text, weight, statement in _texts(statements, title):
        named = _named("kind", text)
        if "annex" in named:  # the annex of a report, not the report
            named = ["annex"]
        if text not in seen:  # a running head names the kind once, not on every page
            kinds.update(dict.fromkeys(named, weight if weight > 1 else 0))
        seen.add(text)
        agreements.update(dict.fromkeys(_named("agreement", text), weight))
        for named_year in _years(text, language):
            years[named_year] += weight * (_WITH_REPORT if named else 1)
            if statement is not None and named_year not in places:
                places[named_year] = place_of(statement)
    if kinds["factsheet"] and pages <= _FACTSHEET_PAGES:
        del kinds["annual_report"]
    year = _winner(+years)
    kind = _winner(+kinds)
    return Edition(
        kind=cast("Kind", kind if kind in get_args(Kind) else "other"),
        year=year,
        year_place=places.get(year) if year is not None else None,
        agreement=_winner(agreements),
    )


def edition_of_ruling(edition: Edition, rulings: tuple[Ruling, ...]) -> Edition:
    """A ruling is of the year in which it was decided; its text names many others."""
    edition = replace(edition, kind="ruling")
    decided = rulings[0].decided if rulings else None
    if decided is None:
        return edition
    return replace(edition, year=decided.value.year, year_place=decided.place)


def _texts(
    statements: Iterable[Statement], title: str | None
) -> Iterator[tuple[str, int, Statement | None]]:
    if title:
        yield title.lower(), _TITLE_WEIGHT, None
    for statement in statements:
        weight = _WEIGHTS.get(statement.kind, 1)
        if weight:
            yield statement.text.lower(), weight, statement


def _years(text: str, language: Language) -> list[int]:
    """The years of a text; the month and year it was published (juni 2021) are no such year."""
    spans = [int(year) for year in _SPAN.findall(text)]
    if spans or not _YEAR.search(text):
        return spans
    dated = {t.year for t in read(text, language).times if t.kind in ("date", "month")}
    return [year for found in _YEAR.findall(text) if (year := int(found)) not in dated]


def _named(what: str, text: str) -> list[str]:
    return [name for name, pattern in _patterns(what) if pattern.search(text)]


@cache
def _patterns(what: str) -> tuple[tuple[str, Words], ...]:
    table = cast("Mapping[str, list[str]]", toml_of_room("edition.toml")[what])
    return tuple((name, Words(words)) for name, words in table.items())


def _winner(votes: Counter[_Vote]) -> _Vote | None:
    """What has most votes; of equals, what was met first."""
    return max(votes, key=lambda name: votes[name]) if votes else None
