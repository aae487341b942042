"""Score what is read against what a careful reader wrote down."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.layout.statement import Statement, StatementKind, statement_of_words
from ckt_extract.models.quantity import Money, Percentage, Ratio
from ckt_extract.models.result import Result
from ckt_extract.reading.page import Word

__all__ = [
    "ATTRIBUTES",
    "Case",
    "Score",
    "fact_of_label",
    "fact_of_result",
    "load_cases",
    "read_case",
]

Fact = dict[str, Any]

ATTRIBUTES = ("type", "value", "bound", "population", "year", "role", "previous", "count", "total")
WHOLE = ("type", "value", "bound", "population", "year", "role", "previous")
"""What makes a fact whole: the attributes that all have to be right."""


@dataclass(frozen=True)
class Case:
    """One labelled case: statements of one paragraph and the facts in them."""

    id: str
    language: str
    edition: int
    kind: str
    text: tuple[str, ...]
    facts: tuple[Fact, ...]


def load_cases(paths: Iterable[Path]) -> Iterator[Case]:
    """Read the labelled cases of JSON Lines files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                raw = json.loads(line)
                yield Case(
                    raw["id"],
                    raw["language"],
                    raw["edition"],
                    raw.get("kind", "sentence"),
                    tuple(raw["text"]),
                    tuple(fact_of_label(fact) for fact in raw["facts"]),
                )


def _number(value: object) -> str | None:
    return None if value is None else format(Decimal(str(value)).normalize(), "f")


def fact_of_label(label: Fact) -> Fact:
    """A label with its defaults filled in."""
    previous = label.get("previous")
    return {
        "type": label["type"],
        "value": _value(label),
        "bound": label.get("bound", "exact"),
        "population": label.get("population"),
        "year": label.get("year"),
        "basis": label.get("basis"),
        "role": label.get("role", "result"),
        "previous": (_value(previous)[:2], previous.get("year")) if previous else None,
        "count": _number(label.get("count")),
        "total": _number(label.get("total")),
    }


def _value(label: Fact) -> tuple[str | None, ...]:
    if "numerator" in label:
        return (_number(label["numerator"]), _number(label["denominator"]))
    unit = label.get("unit") or label.get("currency")
    return (_number(label["value"]), _number(label.get("upper")), unit)


def fact_of_result(result: Result) -> Fact:
    """A result in the form of a label."""
    quantity = result.quantity
    assert quantity is not None
    population = result.population
    total = population
    while total is not None and total.count is None:
        total = total.basis
    count = quantity.count if isinstance(quantity, Percentage) else None
    previous = result.previous
    return {
        "type": quantity.type,
        "value": _value_of(result),
        "bound": quantity.bound,
        "population": population.kind if population else None,
        "year": result.year,
        "basis": result.year_basis,
        "role": result.role,
        "previous": (_value_of(previous)[:2], previous.year) if previous else None,
        "count": _number(count.value) if count else None,
        "total": _number(total.count.value) if total is not None and total.count else None,
    }


def _value_of(result: Result) -> tuple[str | None, ...]:
    quantity = result.quantity
    assert quantity is not None
    if isinstance(quantity, Ratio):
        return (_number(quantity.numerator), _number(quantity.denominator))
    unit = getattr(quantity, "unit", None)
    if isinstance(quantity, Money):
        unit = quantity.currency
    return (_number(quantity.value), _number(quantity.upper), unit)


def read_case(case: Case) -> tuple[Result, ...]:
    """Read a case as if its statements stood in one paragraph of a report."""
    collector = FactCollector(case.language, case.edition, Catalogue.builtin())  # type: ignore[arg-type]  # nl or en: checked by test_labels
    for statement in statements_of(case):
        collector.add(statement)
    return tuple(r for r in assemble(collector).results if r.quantity is not None)


def statements_of(case: Case) -> Iterator[Statement]:
    """The statements of a case on an imaginary page, one word after another."""
    kinds: dict[str, tuple[StatementKind, StatementKind]] = {
        "sentence": ("sentence", "sentence"),
        "bullet": ("bullet", "bullet"),
        "caption": ("caption", "sentence"),
        "heading": ("heading", "sentence"),
    }
    first, rest = kinds[case.kind]
    lead = ""
    for index, text in enumerate(case.text):
        words = [
            (Word(word, 10 * i, 20 * index, 10 * i + 9, 20 * index + 10, 10, False, False, 0, 8), 1)
            for i, word in enumerate(text.split())
        ]
        kind = first if index == 0 else rest
        if case.kind == "bullet" and index == 0 and text.endswith(":"):
            kind, lead = "sentence", text
        statement = statement_of_words(words, kind, block=1)
        if kind == "bullet":
            statement.lead = lead
        yield statement


@dataclass
class Score:
    """Counts of right, invented and missed facts, and of right attributes."""

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    attribute: Counter[str] = field(default_factory=Counter)
    paired: int = 0
    mistakes: list[tuple[Case, list[Fact], list[Fact]]] = field(default_factory=list)

    def add(self, case: Case, read: Iterable[Fact]) -> None:
        """Score one case: whole facts first, then attributes of facts with the same value."""
        missing = list(case.facts)
        extra = list(read)
        self.expected.update(fact["type"] for fact in missing)
        self.found.update(fact["type"] for fact in extra)
        for fact in list(extra):
            whole = next((m for m in missing if _same(m, fact)), None)
            if whole is not None:
                missing.remove(whole)
                extra.remove(fact)
                self.right[fact["type"]] += 1
                self._attributes(whole, fact)
        wrong = (list(missing), list(extra))
        for fact in list(extra):
            near = next((m for m in missing if m["value"][0] == fact["value"][0]), None)
            if near is not None:
                missing.remove(near)
                self._attributes(near, fact)
        if wrong[0] or wrong[1]:
            self.mistakes.append((case, *wrong))

    def _attributes(self, label: Fact, fact: Fact) -> None:
        self.paired += 1
        self.attribute.update(name for name in ATTRIBUTES if label[name] == fact[name])

    def f1(self, kind: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of whole facts, of one type or of all."""
        names = [kind] if kind else sorted({*self.expected, *self.found})
        right = sum(self.right[n] for n in names)
        found = sum(self.found[n] for n in names)
        expected = sum(self.expected[n] for n in names)
        precision = right / found if found else 1.0
        recall = right / expected if expected else 1.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0

    def table(self) -> str:
        """The scores as a table by quantity type and by attribute."""
        lines = [f"{'whole facts':20} {'n':>5} {'precision':>9} {'recall':>7} {'F1':>6}"]
        for kind in [*sorted({*self.expected, *self.found}), None]:
            precision, recall, f1 = self.f1(kind)
            count = self.expected[kind] if kind else self.expected.total()
            lines.append(f"{kind or 'all':20} {count:5} {precision:9.3f} {recall:7.3f} {f1:6.3f}")
        lines.append(f"\n{'attribute':20} {'n':>5} {'right':>9}")
        for name in ATTRIBUTES:
            share = self.attribute[name] / self.paired if self.paired else 1.0
            lines.append(f"{name:20} {self.paired:5} {share:9.3f}")
        return "\n".join(lines)


def _same(label: Fact, fact: Fact) -> bool:
    return all(label[name] == fact[name] for name in WHOLE)
