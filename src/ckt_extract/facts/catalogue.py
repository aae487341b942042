"""The indicator catalogue: which claim belongs to which time series."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, cast, get_args

import tomli
from msgspec import Struct

from ckt_extract.errors import CatalogueError
from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.words import Words
from ckt_extract.language.reading import MeasureKind

__all__ = ["Catalogue", "ClaimText", "Indicator", "Match"]

_FIELDS = frozenset({"nl", "en", "topic", "unit", "who", "words", "context", "not", "lagging"})
_UNITS = frozenset(cast("tuple[str, ...]", get_args(MeasureKind)))


class ClaimText(Struct, frozen=True):
    """What an indicator is looked for in."""

    claim: str
    """The words of the claim itself, in lower case."""
    around: str
    """Its statement, the lead above it and the statement before it, in lower case."""
    unit: str
    who: str | None


class Match(Struct, frozen=True):
    """Whether an indicator fits a claim, and why."""

    fits: bool
    score: int
    matched: tuple[str, ...]
    why: str = ""
    wanted: tuple[str, ...] = ()
    """What any one of would have been needed."""

    @property
    def failed(self) -> str | None:
        """The first condition that did not hold; None when all did."""
        if self.fits:
            return None
        return self.why.format(wanted=" | ".join(self.wanted))


class Indicator(Struct, frozen=True, dict=True):
    """One time series: what it is called, and how a claim of it is recognised."""

    id: str
    nl: str
    en: str
    topic: str
    unit: frozenset[str]
    who: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    context: tuple[tuple[str, ...], ...]
    excludes: tuple[str, ...]
    lagging: bool

    @cached_property
    def _words(self) -> tuple[Words, ...]:
        return tuple(Words(group) for group in self.words)

    @cached_property
    def _context(self) -> tuple[Words, ...]:
        return tuple(Words(group) for group in self.context)

    @cached_property
    def _excludes(self) -> Words:
        return Words(self.excludes)

    def may_fit(self, claim: ClaimText) -> bool:
        """Whether unit and group of a claim are the indicator's; quicker than `match`."""
        of_others = self.who and claim.who is not None and claim.who not in self.who
        return claim.unit in self.unit and not of_others

    def match(self, claim: ClaimText) -> Match:
        """Whether the indicator fits a claim; the score counts how much of it matched."""
        if claim.unit not in self.unit:
            return _refused(f"the unit is {claim.unit}, not {{wanted}}", sorted(self.unit))
        if self.who and claim.who is not None and claim.who not in self.who:
            return _refused(f"it is about {claim.who}, not {{wanted}}", sorted(self.who))
        matched: list[str] = []
        score = 0
        for groups, text, where, weight in (
            (self._words, claim.claim, "claim", 3),
            (self._context, claim.around, "text around it", 1),
        ):
            for words in groups:
                found = words.search(text)
                if found is None:
                    why = f"none of {{wanted}} in the {where}"
                    return _refused(why, words.words, score, matched)
                matched.append(found.group())
                score += weight
        if found := self._excludes.search(claim.claim):
            return _refused("ruled out by {wanted}", [repr(found.group())], score, matched)
        if self.who and claim.who is not None:
            score += 1
        return Match(True, score, tuple(matched))


def _refused(why: str, wanted: Sequence[str], score: int = 0, matched: Sequence[str] = ()) -> Match:
    return Match(False, score, tuple(matched), why, tuple(wanted))


def _either(words: Iterable[str]) -> str:
    return " | ".join(sorted(words))


class Catalogue:
    """The indicators that results are matched with, in order."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        """Keep the indicators by id; a later one replaces an earlier one of the same id."""
        self.indicators = {indicator.id: indicator for indicator in indicators}

    @staticmethod
    def builtin() -> "Catalogue":
        """The catalogue of the garments and textile agreement."""
        return _builtin()

    @classmethod
    def load(cls, source: "str | Path | Mapping[str, object] | Catalogue | None") -> "Catalogue":
        """A catalogue from a TOML file or a mapping of the same shape.

        Args:
            source: A path, a mapping, a catalogue, or None for the built-in one. The entries are
                added to the built-in ones, and replace those of the same id; with
                `extends = false` at the top they stand alone.

        Raises:
            CatalogueError: The file cannot be read, or an entry has a mistake; the message names
                the entry.
        """
        if source is None:
            return cls.builtin()
        if isinstance(source, Catalogue):
            return source
        table = dict(source) if isinstance(source, Mapping) else _read(Path(source))
        extends = table.pop("extends", True)
        own = list(_indicators(table))
        return cls([*cls.builtin().indicators.values(), *own] if extends else own)

    def best(self, claim: ClaimText) -> Indicator | None:
        """The indicator that fits a claim best; None when none does, or two do equally well."""
        fitting = [(i.match(claim), i) for i in self.indicators.values() if i.may_fit(claim)]
        scored = [(m.score, i) for m, i in fitting if m.fits]
        if not scored:
            return None
        top = max(score for score, _ in scored)
        best = [i for score, i in scored if score == top]
        return best[0] if len(best) == 1 else None

    def __getitem__(self, indicator: str) -> Indicator:
        """One indicator by its id."""
        return self.indicators[indicator]


@cache
def _builtin() -> Catalogue:
    return Catalogue(_indicators(toml_of_room("indicators.toml")))


def _read(path: Path) -> dict[str, object]:
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(
            f"the catalogue {path} cannot be read: {error}", todo="Give the path of a TOML file."
        ) from error
    except tomli.TOMLDecodeError as error:
        raise CatalogueError(
            f"the catalogue {path} is not valid TOML: {error}", todo="Correct the line it names."
        ) from error


def _indicators(table: Mapping[str, object], prefix: str = "") -> Iterable[Indicator]:
    """The entries of a (nested) table; a table with a `words` or `unit` key is an entry."""
    for key, value in table.items():
        name = f"{prefix}{key}"
        if not isinstance(value, Mapping):
            raise CatalogueError(
                f"catalogue entry {name!r} is no table", todo="Write it as [topic.name]."
            )
        if _FIELDS & value.keys():
            yield _indicator(name, value)
        else:
            yield from _indicators(value, f"{name}.")


def _indicator(name: str, entry: Mapping[str, object]) -> Indicator:
    unknown = sorted(entry.keys() - _FIELDS)
    if unknown:
        raise _mistake(name, f"unknown field {unknown[0]!r}", f"Use {_either(_FIELDS)}.")
    for field in ("nl", "en", "topic"):
        if not isinstance(entry.get(field), str) or not entry[field]:
            raise _mistake(name, f"{field!r} is missing or no text", "Give it a short text.")
    unit = frozenset(_strings(name, entry, "unit"))
    if not unit or unit - _UNITS:
        raise _mistake(name, "'unit' is missing or unknown", f"Use some of {_either(_UNITS)}.")
    words = _groups(name, entry, "words")
    context = _groups(name, entry, "context")
    if not words and not context:
        raise _mistake(name, "'words' is missing", "Give at least one list of words.")
    lagging = entry.get("lagging", False)
    if not isinstance(lagging, bool):
        raise _mistake(name, "'lagging' is neither true nor false", "Write lagging = true.")
    return Indicator(
        id=name,
        nl=str(entry["nl"]),
        en=str(entry["en"]),
        topic=str(entry["topic"]),
        unit=unit,
        who=frozenset(_strings(name, entry, "who")),
        words=words,
        context=context,
        excludes=tuple(_strings(name, entry, "not")),
        lagging=lagging,
    )


def _strings(name: str, entry: Mapping[str, object], field: str) -> list[str]:
    value = entry.get(field, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise _mistake(name, f"{field!r} is no list of texts", f'Write {field} = ["…", "…"].')
    return [v.lower() for v in value]


def _groups(
    name: str, entry: Mapping[str, object], field: Literal["words", "context"]
) -> tuple[tuple[str, ...], ...]:
    value = entry.get(field, [])
    if not isinstance(value, list):
        raise _mistake(name, f"{field!r} is no list", f'Write {field} = [["…", "…"]].')
    return tuple(tuple(_strings(name, {field: group}, field)) for group in value)


def _mistake(name: str, what: str, todo: str) -> CatalogueError:
    return CatalogueError(f"catalogue entry {name!r}: {what}", todo=todo)
