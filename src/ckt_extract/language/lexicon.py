"""The word lists of one language, read from TOML once and indexed by first token."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ckt_extract.language.tokens import tokenize
from ckt_extract.models.document import Language

__all__ = ["Lexicon", "lexicon"]

Roles = Mapping[str, str]
_NO_ROLES: Roles = {}


@dataclass(slots=True, frozen=True)
class Lexicon:
    """Phrases with their roles, and the patterns of number words.

    `phrases` maps the first token of a phrase to the phrases that start with it, longest
    first; each is its further tokens and its roles (role → payload).
    """

    language: Language
    phrases: Mapping[str, list[tuple[tuple[str, ...], Roles]]]
    number_word: re.Pattern[str]
    rank_word: re.Pattern[str]
    trigger: re.Pattern[str]
    """Found in every text that can hold a number, a zero or a time."""
    endings: tuple[str, ...]
    """What street names end in."""
    common: frozenset[str]
    """Frequent words that tell the language."""
    singles: Mapping[str, Roles]
    """The phrases of one token."""
    rank_endings: frozenset[str]
    """What makes digits a rank: *2e*, *3rd*."""

    def single(self, key: str) -> Roles:
        """The roles of one token on its own."""
        return self.singles.get(key, _NO_ROLES)


# What a text must have at least one word of to be read at all; digits aside.
_TRIGGERS = (
    "number", "scale", "fraction", "portion", "half", "zero", "month", "time", "back", "ago",
)  # fmt: skip


@cache
def lexicon(language: Language) -> Lexicon:
    """The word lists of a language."""
    file = resources.files("ckt_extract.language").joinpath(f"words.{language}.toml")
    data: dict[str, dict[str, list[str]]] = tomllib.loads(file.read_text("utf-8"))
    special = ("morpheme", "street", "detect")  # lists that are no phrases
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for role, payloads in data.items():
        if role not in special:
            for payload, phrases in payloads.items():
                for phrase in phrases:
                    keys = tuple(token.key for token in tokenize(phrase))
                    found.setdefault(keys, {})[role] = payload
    index: dict[str, list[tuple[tuple[str, ...], Roles]]] = {}
    for keys in sorted(found, key=len, reverse=True):
        index.setdefault(keys[0], []).append((keys[1:], found[keys]))
    parts = data["morpheme"]
    plain = _any(parts["plain"])
    words = {p.replace(' ', '\\s+') for role in _TRIGGERS for ps in data.get(role, {}).values() for p in ps}
    stems = _any(parts["stem"])
    return Lexicon(
        language=language,
        phrases=index,
        number_word=re.compile(
            rf"(?P<stem>(?:{plain})++)(?:(?P<half>{_any(parts['half'])})|(?P<group>{_any(parts['group'])}))?"
        ),
        rank_word=re.compile(rf"(?:{plain})++(?:{_any(parts['rank'])})|{_any(parts['rank_word'])}"),
        trigger=re.compile(
            rf"\d|[¼½¾⅐-⅞⁰¹²³⁴-⁹₀-₉]|\b(?:(?:{_any(parts['stem'])})|(?:{'|'.join(sorted(words, reverse=True))})\b)", re.IGNORECASE
        ),
        endings=tuple(data["street"]["street"]),
        common=frozenset(data["detect"]["detect"]),
        singles={keys[0]: roles for keys, roles in found.items() if len(keys) == 1},
        rank_endings=frozenset(parts["rank_ending"]),
    )


def _any(words: list[str]) -> str:
    """A pattern for any of the words, longest first; one that matches nothing if there are none."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True)) or r"(?!)"
