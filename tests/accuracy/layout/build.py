"""Build the PDFs of the layouts: `python -m tests.accuracy.layout.build [NAME…]`."""

import sys
from pathlib import Path

from fixtures.build.__main__ import build

__all__ = ["main"]

FOLDER = Path(__file__).resolve().parent


def main(names: list[str]) -> None:
    """Build the folders that are named, or all that hold a source, and say what was written."""
    folders = {source.parent for source in FOLDER.glob("*/source.*")}
    for folder in sorted(f for f in folders if not names or f.name in names):
        for path in build(folder):
            sys.stdout.write(f"{path.relative_to(FOLDER)} {path.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
