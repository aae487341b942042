"""The PDFs in the sources of other libraries: `python -m tests.hostile.thirdparty`.

pip downloads the source distributions into a folder beside the project, once; nothing of them is
kept in the project. Prints what became of the files of each library.
"""

import argparse
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ckt_extract import Limits
from tests.hostile.watch import Observation, observe

__all__ = ["CACHE", "LIBRARIES", "LIMITS", "Tally", "download", "fault_of", "main", "pdfs"]

LIBRARIES = ("pdfplumber", "pdfminer.six", "camelot-py", "playa-pdf", "pikepdf", "pypdf")
LIMITS = Limits(seconds=60, page_seconds=20)
_SLACK = 30.0
"""Seconds that a loaded machine may add to the limits."""
CACHE = Path.home() / ".cache" / "ckt-extract" / "sdists"


@dataclass(slots=True)
class Tally:
    """What became of the files of a library."""

    files: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def add(self, name: str, seen: Observation) -> None:
        """Count a file."""
        self.files += 1
        self.outcomes[seen.outcome] += 1
        self.slowest = max(self.slowest, seen.seconds)
        if fault := fault_of(seen):
            self.faults.append(f"{name}: {fault}")

    def row(self, library: str) -> str:
        """A row of the table."""
        errors = sorted((kind, n) for kind, n in self.outcomes.items() if kind != "Report")
        kinds = ", ".join(f"{n} {kind}" for kind, n in errors) or "–"
        untyped = sum("untyped" in fault for fault in self.faults)
        hangs = len(self.faults) - untyped
        return (
            f"| {library} | {self.files} | {self.outcomes['Report']} | {kinds} | {untyped} "
            f"| {hangs} | {self.slowest:.1f} |"
        )


def download(library: str, folder: Path) -> Path:
    """The source distribution of a library, by pip if it is not in the folder yet."""
    stem = library.replace("-", "_").replace(".", "_")
    found = sorted(folder.glob(f"{stem}-*.tar.gz"))
    if not found:
        folder.mkdir(parents=True, exist_ok=True)
        options = ("--no-deps", "--no-binary", ":all:", "--dest", str(folder))
        subprocess.run([sys.executable, "-m", "pip", "download", *options, library], check=True)
        found = sorted(folder.glob(f"{stem}-*.tar.gz"))
    return found[-1]


def pdfs(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file in it that is called a PDF or begins like one."""
    with tarfile.open(archive) as files:
        for member in files:
            if not member.isfile():
                continue
            stored = files.extractfile(member)
            data = stored.read() if stored is not None else b""
            if member.name.lower().endswith(".pdf") or data.startswith(b"%PDF-"):
                yield member.name.partition("/")[2], data


def fault_of(seen: Observation) -> str | None:
    """What is wrong with an outcome; None when it is as promised."""
    if not seen.typed:
        return f"untyped: {seen.error!r} caused by {seen.error and seen.error.__cause__!r}"
    if seen.seconds > LIMITS.seconds + _SLACK:
        return f"took {seen.seconds:.0f} seconds"
    return None


def main(arguments: list[str]) -> int:
    """Read the files and print the table; 1 when one was not as promised."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=CACHE, help="where the sources are kept")
    parser.add_argument("--verbose", action="store_true", help="a line for each file")
    options = parser.parse_args(arguments)
    tallies: dict[str, Tally] = {}
    for library in LIBRARIES:
        tally = tallies[library] = Tally()
        for name, data in pdfs(download(library, options.folder)):
            seen = observe(data, LIMITS)
            tally.add(name, seen)
            if options.verbose:
                print(f"{seen.outcome:20} {seen.seconds:6.1f} s  {name}: {seen.said[:100]!r}")
    print("| library | files | reports | errors | untyped | hangs | slowest, s |")
    print("|---|---:|---:|---|---:|---:|---:|")
    for library, tally in tallies.items():
        print(tally.row(library))
    for tally in tallies.values():
        print(*tally.faults, sep="\n") if tally.faults else None
    return any(tally.faults for tally in tallies.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
