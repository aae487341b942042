"""The word lists of one language, read from TOML once and indexed by first token."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from ckt_extract.language.tokens import tokenize
from ckt_extract.models.document import Language
from ckt_extract.patterns import pattern
from ckt_extract.wordlists import word_lists

__all__ = ["Lexicon", "Roles", "lexicon"]

Roles = Mapping[str, str]
_NO_ROLES: Roles = {}

# Roles of which a text without digits must have a word to be read at all.
_TRIGGERS = (
    "number", "scale", "fraction", "fractions", "portion", "half", "zero", "month", "time", "back",
    "ago", "ago_other", "unit",
)  # fmt: skip
# Roles that can begin an aside, a time or a quantity; grammar looks no further at other words.
_STARTS = frozenset({
    "address", "ago", "article", "back", "between", "bound", "currency", "half", "month",
    "month_short", "name", "only", "phone", "portion", "reference", "time", "version", "zero",
})  # fmt: skip
_NO_PHRASES = ("morpheme", "street")
_NUMERIC = pattern("[\\d¼½¾⅐-⅞⁰¹²³⁴-⁹₀-₉]")
_WORD = pattern(r"[^\W\d_]+")


class Lexicon(Struct, frozen=True):
    """Phrases with their roles, and the patterns of number words.

    `phrases` maps the first token of a phrase to the phrases that start with it, longest
    first; each is its further tokens and its roles (role → payload).
    """

    language: Language
    phrases: Mapping[str, list[tuple[tuple[str, ...], Roles]]]
    singles: Mapping[str, Roles]
    """The phrases of one token."""
    number_word: re.Pattern[str]
    rank_word: re.Pattern[str]
    rank_endings: frozenset[str]
    """What makes digits a rank: *2e*, *3rd*."""
    street_endings: tuple[str, ...]
    triggers: frozenset[str]
    """Words, and first three or four letters: each text with a number or a time has one."""
    plain: set[str]
    """Words met before that have no role, start no phrase and are no number."""

    def single(self, key: str) -> Roles:
        """The roles of one token on its own."""
        return self.singles.get(key, _NO_ROLES)

    def concerns(self, text: str) -> bool:
        """Whether a text can hold a number, a zero or a time; quick, and never wrongly no."""
        if _NUMERIC.search(text):
            return True
        if not text.isascii():
            text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
        triggers = self.triggers
        return any(
            word in triggers or word[:4] in triggers or word[:3] in triggers
            for word in _WORD.findall(text.lower())
        )


@cache
def lexicon(language: Language) -> Lexicon:
    """The word lists of a language."""
    data: dict[str, dict[str, list[str]]] = word_lists(__file__, f"words.{language}.toml")
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for role, payloads in data.items():
        if role not in _NO_PHRASES:
            for payload, phrases in payloads.items():
                for phrase in phrases:
                    found.setdefault(_keys(phrase, language), {})[role] = payload
    for roles in found.values():
        if roles.keys() & _STARTS:
            roles["starts"] = ""
    index: dict[str, list[tuple[tuple[str, ...], Roles]]] = {}
    for keys in sorted(found, key=len, reverse=True):
        index.setdefault(keys[0], []).append((keys[1:], found[keys]))
    parts = data["morpheme"]
    plain = _any(parts["plain"])
    triggers = {stem[:4] for stem in parts["stem"]}
    for keys, roles in found.items():
        if not roles.keys().isdisjoint(_TRIGGERS) or roles.get("bound") in ("at_least", "at_most"):
            triggers.add(max(keys, key=len))
    return Lexicon(
        language=language,
        phrases=index,
        singles={keys[0]: roles for keys, roles in found.items() if len(keys) == 1},
        number_word=re.compile(
            rf"(?P<stem>(?:{plain})++)"
            rf"(?:(?P<half>{_any(parts['half'])})|(?P<group>{_any(parts['group'])}))?"
        ),
        rank_word=re.compile(rf"(?:{plain})++(?:{_any(parts['rank'])})|{_any(parts['rank_word'])}"),
        rank_endings=frozenset(parts["rank_ending"]),
        street_endings=tuple(data["street"]["street"]),
        triggers=frozenset(triggers),
        plain=set(),
    )


def _keys(phrase: str, language: Language) -> tuple[str, ...]:
    """The tokens of a phrase."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(token.key for token in tokenize(phrase, language))


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; one that matches nothing if there are none."""
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or r"(?!)"
