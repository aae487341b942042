"""Writes the names of countries from babel's (CLDR's) lists: `python -m tests.facts.countries`."""

from pathlib import Path

from babel import Locale

import ckt_extract.facts

__all__ = ["FILE", "lists"]

FILE = Path(ckt_extract.facts.__path__[0]) / "countries.toml"
_HEAD = """\
# Names of countries, in lower case, by ISO 3166 code: babel's (CLDR's) lists. Written by
# `python -m tests.facts.countries`; names beyond those stand in country_names.toml.
"""


def lists() -> str:
    """The content of the file."""
    parts = [_HEAD]
    for language in ("nl", "en"):
        names = Locale.parse(language).territories
        parts.append(f"\n[{language}]\n")
        parts += [
            f'{code} = "{str(names[code]).lower()}"\n'
            for code in sorted(names)
            if len(code) == 2 and code.isalpha()
        ]
    return "".join(parts)


if __name__ == "__main__":
    FILE.write_text(lists(), encoding="utf-8")
