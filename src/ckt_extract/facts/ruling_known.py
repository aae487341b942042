"""How names of organisations are built, and when two of them mean the same one."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import cast

from msgspec import Struct

from ckt_extract.facts.lexicon import toml_of_room
from ckt_extract.facts.ruling_lexicon import NAMES_FILE
from ckt_extract.patterns import pattern

__all__ = ["is_head", "is_known", "is_legal", "known_names", "name_forms", "name_keys", "same_name"]

_LETTERS = pattern(r"\w+")
_DOTTED = pattern(r"(?<=\w)\.(?=\w)|(?<=\b\w)\.")


class NameForms(Struct, frozen=True):
    """The words that names of organisations are built of, and names that mean the same."""

    legal: frozenset[str]
    heads: frozenset[str]
    head_endings: frozenset[str]
    inner: frozenset[str]
    inner_legal: frozenset[str]
    inner_head: frozenset[str]
    """Small words that join only behind a head (*Stichting Recht op Rust*)."""
    inner_first: frozenset[str]
    """Small words that join only right behind it (*Netwerk tegen Dwangarbeid*)."""
    known: tuple[tuple[str, ...], ...]


@cache
def name_forms() -> NameForms:
    """The words that names are built of."""
    table = toml_of_room(NAMES_FILE)
    lists = {
        name: frozenset(cast("list[str]", table[name]))
        for name in (
            "legal_forms", "legal_heads", "head_endings", "inner", "inner_legal", "inner_head",
            "inner_first",
        )
    }  # fmt: skip
    known = tuple(tuple(e["names"]) for e in cast("list[dict[str, list[str]]]", table["known"]))
    legal = lists["legal_forms"] | {form.rstrip(".") for form in lists["legal_forms"]}
    return NameForms(
        legal, lists["legal_heads"], lists["head_endings"], lists["inner"], lists["inner_legal"],
        lists["inner_head"], lists["inner_first"], known,
    )  # fmt: skip


def is_legal(token: str) -> bool:
    """Whether a word is a legal form: *B.V.*, *Ltd*."""
    return token.rstrip(",") in name_forms().legal or token.rstrip(".") in name_forms().legal


def is_head(token: str) -> bool:
    """Whether a capitalised word tells that a legal person is meant: *Stichting*, *Network*."""
    forms = name_forms()
    return token in forms.heads or (
        token[:1].isupper() and token.endswith(tuple(forms.head_endings))
    )


@lru_cache(maxsize=1024)
def _group(text: str) -> tuple[str, ...]:
    """The list of known names that a name is in, or nothing."""
    core = _core(text)
    groups = (group for group in name_forms().known if any(_core(name) == core for name in group))
    return next(groups, ())


def is_known(text: str) -> bool:
    """Whether a name is one of the known ones."""
    return bool(_group(text))


def known_names(text: str) -> tuple[str, ...]:
    """The names that are known to mean the same as a name, without the name itself."""
    return tuple(name for name in _group(text) if name != text)


@lru_cache(maxsize=1024)
def _core(name: str) -> str:
    """A name without its legal form, spaces and marks, for comparison."""
    words = [w for w in name.split() if not is_legal(w) and w not in ("Stichting", "The", "De")]
    return " ".join(_LETTERS.findall(_DOTTED.sub("", " ".join(words)).lower()))


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """What names of the same party have in common."""
    keys: set[str] = set()
    for name in names:
        keys.add(_core(name))
        keys.update(_core(other) for other in known_names(name))
    return frozenset(key for key in keys if key)


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two parties are the same: a name in common, or one that begins another."""
    if one & other:
        return True
    return any(_begins(a, b) or _begins(b, a) for a in one for b in other)


def _begins(short: str, long: str) -> bool:
    return len(short) > 2 and long.startswith(short + " ")
