"""A JSON Lines file that grows by a report at a time and knows which documents it has."""

import hashlib
import json
import os
from os import PathLike
from pathlib import Path
from stat import S_ISREG

from ckt_extract.models.report import Report

__all__ = ["Journal"]


class Journal:
    """Reports in a JSON Lines file, one a line; a run that broke off goes on where it was.

    A last line that a crash cut off is removed, and its document is read again. Nothing else
    in the file is changed.

    Args:
        path: The file; it need not exist.

    Raises:
        OSError: It cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self.skipped = 0
        """How many sources were found to be in the file already."""
        self._path = path
        self._done: set[str] = set()
        with path.open("a+b") as lines:
            lines.seek(0)
            whole = 0
            # Lines end where bytes say so: `str.splitlines` would cut at U+2028 in a quote, too
            for line in lines:
                if not line.endswith(b"\n"):
                    lines.truncate(whole)
                    break
                whole += len(line)
                self._done.update(_hash_in(line))

    def has(self, source: str | PathLike[str]) -> bool:
        """Whether it has a report on the contents of a file, or this was asked of them before."""
        content = _hash_of(source)
        if content is None:  # what is wrong with it is said when its turn comes
            return False
        if content in self._done:
            self.skipped += 1
            return True
        self._done.add(content)
        return False

    def append(self, report: Report) -> None:
        """Add a report.

        Raises:
            OSError: The disk is full, for instance.
        """
        with self._path.open("ab") as lines:
            lines.write(report.model_dump_json().encode() + b"\n")


def _hash_in(line: bytes) -> list[str]:
    """SHA-256 of the document that a line reports on; nothing if it is no report."""
    try:
        return [str(json.loads(line)["document"]["sha256"])]
    except (ValueError, KeyError, TypeError):
        return []


def _hash_of(source: str | PathLike[str]) -> str | None:
    """SHA-256 of a file; None for what is no regular file or cannot be read."""
    try:
        if not S_ISREG(os.stat(source).st_mode):
            return None
        with open(source, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None
