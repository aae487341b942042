"""The word lists of the layout room."""

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["words"]


@cache
def words(name: str) -> frozenset[str]:
    """A list of `words.toml`."""
    return frozenset(_lists()[name])


@cache
def _lists() -> dict[str, list[str]]:
    """All lists, read once."""
    text = files("ckt_extract.layout").joinpath("words.toml").read_text("utf-8")
    return tomllib.loads(text)
