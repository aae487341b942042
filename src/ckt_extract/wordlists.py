"""The word lists, which stand as TOML beside the code that reads with them."""

from pathlib import Path
from typing import Any

# Compiled, and three times as fast as tomllib: the first result waits for the word lists
import tomli

__all__ = ["word_lists"]


def word_lists(module: str, name: str) -> dict[str, Any]:
    """The content of a TOML file.

    Args:
        module: `__file__` of a module in the folder of the file.
        name: Name of the file.
    """
    return tomli.loads(Path(module).with_name(name).read_text(encoding="utf-8"))
