"""The schema page names every field of every model."""

import importlib
import pkgutil
import re
from pathlib import Path

from ckt_extract import models
from ckt_extract.checks import __name__ as checks_name
from ckt_extract.models.base import Model
from ckt_extract.models.report import SCHEMA_VERSION

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")


def models_with_fields() -> dict[str, set[str]]:
    """Every model in the models room with the fields that it adds to those it builds on."""
    found: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
        for each in vars(importlib.import_module(module.name)).values():
            if isinstance(each, type) and issubclass(each, Model) and each is not Model:
                inherited = {name for base in each.__bases__ for name in fields_of(base)}
                found[each.__name__] = set(each.model_fields) - inherited
                found[each.__name__] |= set(each.model_fields) & set(vars(each)["__annotations__"])
    return found


def fields_of(base: type) -> set[str]:
    """The fields of a model that others build on."""
    return set(base.model_fields) if issubclass(base, Model) and base is not Model else set()


def documented() -> dict[str, set[str]]:
    """Every model on the page with the fields in the first table below its heading."""
    found: dict[str, set[str]] = {}
    for section in re.split(r"^##+ ", PAGE, flags=re.MULTILINE)[1:]:
        title = section.split("\n", 1)[0].strip()
        table = re.search(r"^\| field .*\n\|[-|]+\n((?:\|.*\n)+)", section, flags=re.MULTILINE)
        if table:
            found[title] = set(re.findall(r"^\| `(\w+)` ", table[1], flags=re.MULTILINE))
    return found


def test_every_field_is_named() -> None:
    """The page has each model with its fields, and none that there is not."""
    assert models_with_fields() == documented()


def test_version_is_named() -> None:
    """The page is about the schema version of the models."""
    assert f"`schema_version` {SCHEMA_VERSION}" in PAGE


def test_every_rule_is_named() -> None:
    """The page has each rule that the checks can give, and none that there is not."""
    room = Path(str(importlib.import_module(checks_name).__file__)).parent
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(room.glob("*.py")))
    promised = {
        rule
        for line in re.findall(r'"""Findings? (.*?)\.\s*"""', source, flags=re.DOTALL)
        for rule in re.findall(r"`(\w+)`", line)
    }
    table = PAGE.split("| rule | what it says |", 1)[1].split("\n\n", 1)[0]
    assert promised == set(re.findall(r"^\| `(\w+)` ", table, flags=re.MULTILINE))
