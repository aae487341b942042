"""Makes the hostile files: `python -m tests.hostile.build FOLDER`, and `--run` to read them too.

Nothing of the set is committed: every file is made of code, in memory, when it is wanted.
"""

import argparse
import sys
from pathlib import Path

from tests.hostile import active, content, crowded, damaged, fonts, structure, wording
from tests.hostile.registry import REGISTRY, Hostile
from tests.hostile.watch import Observation, observe

__all__ = ["hostile_files", "main"]

_MAKERS = (damaged, structure, content, crowded, fonts, active, wording)
"""Importing them fills the registry."""


def hostile_files() -> list[Hostile]:
    """All files of the set."""
    return list(REGISTRY.values())


def _row(file: Hostile, seen: Observation) -> str:
    right = "" if seen.outcome in file.expected.split("|") else f"  EXPECTED {file.expected}"
    return (
        f"{file.name:28} {seen.outcome:20} {seen.seconds:6.2f} s {seen.child_mb:6.0f} MB "
        f"{seen.grown_mb:6.0f} MB  {seen.said[:100]!r}{right}"
    )


def main(arguments: list[str]) -> None:
    """Write the files, or read them and print what became of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="write the files there")
    parser.add_argument("--run", metavar="PART", nargs="?", const="", help="read those named so")
    options = parser.parse_args(arguments)
    if options.folder is not None:
        options.folder.mkdir(parents=True, exist_ok=True)
        for file in hostile_files():
            (options.folder / f"{file.name}.pdf").write_bytes(file.make())
    if options.run is not None:
        print(f"{'file':28} {'outcome':20} {'time':>8} {'child':>9} {'here':>9}  what is said")
        for file in hostile_files():
            if options.run in file.name:
                seen = observe(file.make(), file.limits, file.key)
                print(_row(file, seen), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
