"""Mutated statements: pages of sentences whose words were dropped, moved, spliced and changed.

The labelled statements of `tests/accuracy` are what is mutated, so that what comes out reaches the
grammar, the years and the links between facts, as mutated files hardly do.
"""

import json
import random
from functools import cache
from pathlib import Path

from tests.hostile.rawpdf import one_page, text

__all__ = ["page"]

_LABELS = Path(__file__).parents[1] / "accuracy"
_PIECES = (
    "2016", "2018", "2019", "12,5%", "63 procent", "van", "naar", "1.200", "5", "vorig jaar",
    "toen", "nu", "was", "17 procentpunt", "meer dan", "€ 3", "(8)", "/", "%", "from", "to",
    "12.5 percent", "last year", "then", "now", "percentage points", "of the",
)  # fmt: skip
_CHARACTERS = "0123456789.,-%() abc"
_PER_LINE, _LINE = 110, 11


@cache
def _statements() -> list[list[str]]:
    """The words of each labelled statement."""
    found: set[str] = set()
    for path in _LABELS.rglob("*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            said = json.loads(line).get("text", ())
            found.update([said] if isinstance(said, str) else map(str, said))
    return [statement.split() for statement in sorted(found) if statement.strip()]


def page(number: int) -> bytes:
    """The page of that number; always the same for the same statements."""
    draw = random.Random(number)
    shown = [text("Jaarverslag 2019", 50, 800, 18)] if draw.random() < 0.5 else []
    y = 780
    for _ in range(draw.choice((3, 6, 12))):
        said = " ".join(_sentence(draw) for _ in range(draw.choice((1, 1, 2, 3))))
        said = said.encode("cp1252", "ignore").decode("latin-1")
        for start in range(0, len(said), _PER_LINE):
            shown.append(text(said[start : start + _PER_LINE], 50, y, 9))
            y -= _LINE
        y -= _LINE
    return one_page("".join(shown), media_box="/MediaBox[0 0 600 842]")


def _sentence(draw: random.Random) -> str:
    """A statement with some changes."""
    words = list(draw.choice(_statements()))
    for _ in range(draw.choice((0, 1, 1, 2, 4))):
        at = draw.randrange(len(words))
        match draw.randrange(6):
            case 0 if len(words) > 1:
                del words[at]
            case 1:
                words.insert(at, draw.choice(draw.choice(_statements())))
            case 2:
                other = draw.randrange(len(words))
                words[at], words[other] = words[other], words[at]
            case 3:
                spliced = draw.choice(_statements())
                start = draw.randrange(len(spliced))
                words[at:at] = spliced[start : start + draw.randrange(1, 8)]
            case 4:
                words[at] = draw.choice(_PIECES)
            case _:
                letters = list(words[at])
                letters[draw.randrange(len(letters))] = draw.choice(_CHARACTERS)
                words[at] = "".join(letters)
    return " ".join(words)
