"""What a claim is limited to: a country, a material, a row or column of a table."""

import re
from collections.abc import Iterator
from functools import cache

from ckt_extract.facts.cells import header_words
from ckt_extract.facts.claim import Claim
from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.units import Units
from ckt_extract.facts.words import Words
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement

__all__ = ["country_code", "dimensions_of"]

_CAPITALISED = re.compile(r"(?<!\w)[A-ZÀ-Ý][\w'’-]+(?:[ -](?:[A-ZÀ-Ý][\w'’-]+|en|and|of))*")
_ISO_COUNTRY = re.compile(r"[A-Z]{2}")


def dimensions_of(units: Units, claim: Claim, statement: Statement) -> dict[str, str]:
    """The dimensions of a claim by name, from its own words or the headers of its cell.

    Countries are ISO 3166 codes, materials the names of `dimensions.toml`. A header of a table
    that is neither, nor a year, is kept in its own words as `row` or `column`.
    """
    if statement.kind != "cell":
        own = units.text[claim.start : claim.start + len(claim.text)]
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
    from babel import Locale  # noqa: PLC0415 - 47 ms, only where a name could be a country

    names: dict[str, str] = {}
    for locale in ("en" if language == "nl" else "nl", language):
        territories = Locale.parse(locale).territories
        names.update(
            (str(name).lower(), code)
            for code, name in territories.items()
            if _ISO_COUNTRY.fullmatch(code)
        )
    names.update(_OTHER_NAMES)
    return names


_OTHER_NAMES = {
    "verenigd koninkrijk": "GB", "groot-brittannië": "GB", "engeland": "GB", "uk": "GB",
    "vs": "US", "verenigde staten": "US", "usa": "US", "turkije": "TR", "turkey": "TR",
    "tsjechië": "CZ", "czech republic": "CZ", "birma": "MM", "myanmar": "MM",
    "hong kong": "HK", "hongkong": "HK", "macedonië": "MK", "noord-macedonië": "MK",
    "south korea": "KR", "zuid-korea": "KR", "korea": "KR", "bosnië": "BA", "holland": "NL",
    "ivoorkust": "CI", "burma": "MM", "macau": "MO", "the netherlands": "NL",
}  # fmt: skip
"""Common names that babel's lists do not have, or have in another form."""
