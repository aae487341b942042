"""The public names, and what importing them costs."""

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import ckt_extract

FACTSHEET = Path(__file__).parents[1] / "fixtures/factsheet/factsheet.chromium.pdf"
HEAVY = (
    "pandas",
    "camelot",
    "pdfplumber",
    "pikepdf",
    "babel",
    "numpy",
    "pypdfium2",
    "rich",
    "typer",
)


def modules() -> list[str]:
    """Every module of the package, by its full name."""
    found = pkgutil.walk_packages(ckt_extract.__path__, "ckt_extract.")
    return sorted(module.name for module in found if not module.name.endswith("worker"))


def test_every_public_name_can_be_used() -> None:
    """Each name in `__all__` is there, and each public name of a home is in `__all__`."""
    missing = [name for name in ckt_extract.__all__ if not hasattr(ckt_extract, name)]
    assert missing == []


def test_the_list_of_names_is_sorted_and_complete() -> None:
    """`__all__` is what the lazy table knows, in order."""
    from ckt_extract import _HOME_OF  # noqa: PLC0415 - the table behind the names

    assert sorted(_HOME_OF) == sorted(ckt_extract.__all__)
    assert sorted(ckt_extract.__all__, key=lambda n: (n.upper() != n, n[0].islower(), n)) == (
        ckt_extract.__all__
    )


@pytest.mark.parametrize("name", modules())
def test_a_module_lists_what_it_offers(name: str) -> None:
    """Each module has an `__all__` whose names exist."""
    module = importlib.import_module(name)
    if name.rpartition(".")[2] == "__init__" or hasattr(module, "__path__"):
        return
    assert [n for n in module.__all__ if not hasattr(module, n)] == []


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as in any module."""
    with pytest.raises(AttributeError, match="extrakt"):
        _ = ckt_extract.extrakt


def test_importing_loads_nothing_heavy() -> None:
    """`import ckt_extract`, with its models and `extract`, loads no PDF library and no pandas."""
    code = (
        "import sys, ckt_extract; ckt_extract.extract; ckt_extract.Report; "
        f"print([n for n in {HEAVY!r} if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_document_is_laid_out_elsewhere() -> None:
    """The process that calls `extract` loads neither the layout nor the readers of pages."""
    code = (
        "import sys, ckt_extract; ckt_extract.extract(sys.argv[1], ocr='off'); "
        "elsewhere = ('layout.compose', 'layout.tables', 'reading.plain', 'reading.native'); "
        "print([n for n in elsewhere if f'ckt_extract.{n}' in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(FACTSHEET)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_function_is_not_hidden_by_a_module() -> None:
    """`ckt_extract.extract` stays the function whatever has been imported before."""
    for name in modules():
        importlib.import_module(name)
    assert callable(ckt_extract.extract)
    assert callable(ckt_extract.explain)
