"""The rooms of the house import one way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ckt_extract

HOUSE = Path(ckt_extract.__file__).parent
ROOMS = ("models", "reading", "layout", "language", "facts", "checks", "export")
WIRING = (
    "apart", "batch", "cli", "commands", "entry", "explanation", "intake", "laid_here", "layouts",
    "outline", "pipeline", "pool", "whole",
)  # fmt: skip

ALLOWED = {
    "models": {"models"},
    "reading": {"reading"},
    "layout": {"reading", "layout"},
    "language": {"models", "language"},
    "facts": {"models", "layout", "language", "facts"},
    "checks": {"models", "checks"},
    "export": {"models", "checks", "export"},
}
"""What each room may import, besides `errors`. Less than all rooms above it: reading and
layout know no models, so that their process starts quickly."""

DELEGATES = {
    ("models/report.py", "export"): "to_frame and _repr_html_ are methods, as the contract has it",
    ("models/document.py", "export"): "Table.to_frame, likewise",
}
"""The exceptions, each inside a function and with its reason."""

LIBRARIES = {"pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer", "camelot", "pikepdf",
             "tesserocr", "pytesseract", "rapidocr"}  # fmt: skip


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_of(path: Path) -> set[str]:
    """The rooms that a file imports from."""
    parts = (name.split(".") for name in imports(path) if name.startswith("ckt_extract."))
    return {part[1] for part in parts if part[1] in ROOMS or part[1] in WIRING}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_rooms_before_it(room: str) -> None:
    """No file of a room imports a room that comes after it, nor the wiring."""
    wrong = [
        (path.relative_to(HOUSE).as_posix(), other)
        for path in sorted((HOUSE / room).rglob("*.py"))
        for other in sorted(rooms_of(path) - ALLOWED[room])
        if (path.relative_to(HOUSE).as_posix(), other) not in DELEGATES
    ]
    assert wrong == []


def test_only_reading_knows_the_pdf_libraries() -> None:
    """The libraries that open PDFs are imported in the reading room (annotating writes one)."""
    writes = {"export/annotate.py", "export/highlight.py"}
    wrong = [
        (path.relative_to(HOUSE).as_posix(), name)
        for path in sorted(HOUSE.rglob("*.py"))
        for name in imports(path)
        if name.split(".")[0] in LIBRARIES and path.relative_to(HOUSE).parts[0] != "reading"
        if path.relative_to(HOUSE).as_posix() not in writes
    ]
    assert wrong == []
