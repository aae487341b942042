"""Statements made of plain text, and rulings in the form in which they are labelled."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ckt_extract.facts.ruling_text import Passage, passage_of
from ckt_extract.facts.rulings import RulingCollector
from ckt_extract.layout.sentences import sentence_spans
from ckt_extract.layout.statement import Statement, StatementKind, statement_of_words
from ckt_extract.models.document import Language
from ckt_extract.models.ruling import PlacedDate, Ruling
from ckt_extract.reading.page import Word

__all__ = [
    "fact_of",
    "label_of",
    "passage",
    "read_document",
    "read_mentions",
    "statement",
    "statements",
]

Fact = dict[str, Any]

STEPS = ("filed", "admissible", "hearing", "decided", "published")
DIGITS = {"day": 10, "month": 7, "year": 4}
"""How much of an ISO date each precision tells."""


def statement(text: str, kind: StatementKind = "sentence", block: int = 1) -> Statement:
    """One statement on an imaginary page, a line for each block."""
    words = [
        (Word(word, 10 * i, 20 * block, 10 * i + 9, 20 * block + 10, 10, False, False, 0, 8), 1)
        for i, word in enumerate(text.split())
    ]
    return statement_of_words(words, kind, block=block)


def statements(paragraphs: Iterable[str]) -> Iterator[Statement]:
    """The statements of paragraphs; `# ` starts a heading, `- ` a bullet."""
    for block, paragraph in enumerate(paragraphs, 1):
        if paragraph.startswith("# "):
            yield statement(paragraph[2:], "heading", block)
        elif paragraph.startswith("- "):
            yield statement(paragraph[2:], "bullet", block)
        else:
            for start, end in sentence_spans(paragraph):
                yield statement(paragraph[start:end], block=block)


def passage(text: str, language: Language = "nl") -> Passage:
    """A text as one sentence."""
    return passage_of([statement(text)], language)


def read_mentions(
    text: Iterable[str],
    *,
    language: Language = "nl",
    edition: int | None = 2020,
    kind: StatementKind = "sentence",
    section: str | None = None,
) -> tuple[Ruling, ...]:
    """The rulings that the statements of one paragraph or list mention.

    A first string that ends in a colon is the lead of a list; behind a heading or caption come
    sentences.
    """
    collector = RulingCollector(language, edition, is_ruling_document=False)
    lead = ""
    for index, words in enumerate(text):
        own = kind if index == 0 or kind == "bullet" else "sentence"
        if kind == "bullet" and index == 0 and words.endswith(":"):
            own, lead = "sentence", words
        one = statement(words, own)
        one.lead = lead if own == "bullet" else ""
        collector.add(one, section)
    return collector.rulings()


def read_document(paragraphs: Iterable[str], language: Language = "nl") -> Ruling:
    """The ruling of a document that is known to be one."""
    collector = RulingCollector(language, None, is_ruling_document=True)
    for each in statements(paragraphs):
        collector.add(each, None)
    (ruling,) = collector.rulings()
    return ruling


def _date(at: PlacedDate | None) -> str | None:
    return at.value.isoformat()[: DIGITS[at.precision]] if at else None


def fact_of(ruling: Ruling) -> Fact:
    """A ruling in the form of a label of a mention."""
    return {
        "count": ruling.count,
        "case": ruling.case,
        "parties": sorted((party.name, party.role) for party in ruling.parties),
        "subject": ruling.subject,
        "outcome": ruling.outcome,
        "stage": ruling.stage,
        "year": ruling.year,
        **{step: _date(getattr(ruling, step)) for step in STEPS},
    }


def label_of(label: Mapping[str, Any]) -> Fact:
    """A label of a mention with its defaults filled in."""
    return {
        "count": label.get("count", 1),
        "parties": sorted((party["name"], party["role"]) for party in label.get("parties", ())),
        **{
            name: label.get(name)
            for name in ("case", "subject", "outcome", "stage", "year", *STEPS)
        },
    }
