"""What a claim is limited to: a country, a material, a row or column of a table."""

from collections.abc import Iterator
from functools import cache

from ckt_extract.facts.cells import header_words
from ckt_extract.facts.claim import Claim
from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.units import Units
from ckt_extract.facts.words import Words
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.patterns import pattern
from ckt_extract.wordlists import word_lists

__all__ = ["country_code", "dimensions_of"]

_CAPITALISED = pattern(r"(?<!\w)[A-ZÀ-Ý][\w'’-]+(?:[ -](?:[A-ZÀ-Ý][\w'’-]+|en|and|of))*")


def dimensions_of(units: Units, claim: Claim, statement: Statement) -> dict[str, str]:
    """The dimensions of a claim by name, from its own words or the headers of its cell.

    Countries are ISO 3166 codes, materials the names of `dimensions.toml`. A header of a table
    that is neither, nor a year, is kept in its own words as `row` or `column`.
    """
    if statement.kind != "cell":
        start, end = claim.span
        own = units.text[start:end]
        return _named(own, units.language)
    found: dict[str, str] = {}
    for role, header in (("row", statement.row_header), ("column", statement.column_header)):
        named = _named(header, units.language, whole=True)
        found.update(named)
        rest = header_words(header, units.language, units.cues) if not named else ""
        if rest:
            found[role] = rest
    return found


def _named(text: str, language: Language, *, whole: bool = False) -> dict[str, str]:
    found: dict[str, str] = {}
    lower = text.lower()
    found.update((name, code) for name, code, pattern in _words() if pattern.search(lower))
    names = [text.strip()] if whole else list(_names(text))
    codes = {code for name in names if (code := country_code(name, language))}
    if len(codes) == 1:
        found["country"] = codes.pop()
    return found


def _names(text: str) -> Iterator[str]:
    """Capitalised words, and rows of them: In Turkije, Verenigd Koninkrijk."""
    for match in _CAPITALISED.finditer(text):
        yield match.group()
        yield from match.group().split()


@cache
def _words() -> tuple[tuple[str, str, Words], ...]:
    rows = [
        (dimension, code, Words(entry["words"]))
        for dimension, codes in toml_of_room("dimensions.toml").items()
        if isinstance(codes, dict)
        for code, entry in codes.items()
    ]
    return tuple(rows)


def country_code(name: str, language: Language) -> str | None:
    """ISO 3166 code of a country by its Dutch or English name; None for anything else."""
    return _countries(language).get(name.strip().lower()) if name else None


@cache
def _countries(language: Language) -> dict[str, str]:
    """Code by name; a name that means two countries means the one of the text's language."""
    lists = word_lists(__file__, "countries.toml")
    names: dict[str, str] = {}
    for of in ("en" if language == "nl" else "nl", language):
        names.update((name, code) for code, name in lists[of].items())
    others = word_lists(__file__, "country_names.toml")
    names.update((name, code) for code, more in others.items() for name in more)
    return names
