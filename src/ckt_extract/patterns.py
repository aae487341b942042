"""Patterns that are compiled when they are first used.

Compiling all of them would take a sixth of the time to the first result of a short document,
which uses less than half of them.
"""

import re
from typing import Any, cast

__all__ = ["pattern"]

_METHODS = (
    "finditer", "findall", "flags", "fullmatch", "groupindex", "groups", "match", "pattern",
    "search", "split", "sub", "subn",
)  # fmt: skip


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, but for its compilation, which waits.

    Args:
        text: The regular expression; a mistake in it shows when it is first used.
        flags: As for `re.compile`.
    """
    return cast("re.Pattern[str]", _Waiting(text, flags))


class _Waiting:
    """Has no attribute of a pattern until one is asked for; from then on it has them all."""

    def __init__(self, text: str, flags: int) -> None:
        self._source = (text, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        vars(self).update({known: getattr(compiled, known) for known in _METHODS})
        return vars(self)[name]
