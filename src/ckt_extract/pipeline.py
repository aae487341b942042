"""The whole way from a file to its report."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from ckt_extract.checks import build_audit, check
from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.facts.edition import Edition, edition_of, edition_of_ruling
from ckt_extract.facts.rulings import RulingCollector, looks_like_ruling
from ckt_extract.intake import Notice, too_late
from ckt_extract.language import detect_language, is_readable
from ckt_extract.language.reading import Language
from ckt_extract.layout.page_layout import PageLayout
from ckt_extract.models.audit import ReadingWarning
from ckt_extract.models.document import Document
from ckt_extract.models.report import Report
from ckt_extract.outline import Outline
from ckt_extract.reading.records import DocumentInfo

if TYPE_CHECKING:
    from ckt_extract.laid_here import LaidHere
    from ckt_extract.layouts import Layouts

__all__ = ["read_report"]

_PROSE = frozenset({"sentence", "bullet"})
_FIRST_PAGES, _FIRST_STATEMENTS = 8, 2000
"""The edition and the language are read from so many pages, and statements on them."""
_UNKNOWN_TEXT = (
    "Its text is neither Dutch nor English: it is in another language, or its font says "
    "other letters than it shows. Facts may be missing."
)
_OUT_OF_TIME = "The time was up on page {}: what follows on it and after it was not read."


def read_report(
    layouts: "Layouts | LaidHere", catalogue: str | Path | Mapping[str, object] | Catalogue | None
) -> Report:
    """Read one PDF.

    Args:
        layouts: Its pages.
        catalogue: As in `entry.extract`, like the errors.
    """
    indicators = Catalogue.load(catalogue)
    info, deadline = layouts.open(), layouts.deadline
    pages = layouts.pages()
    first = deque(islice(pages, _FIRST_PAGES))
    language, edition, is_ruling = _judge(first, info)
    rulings = RulingCollector(language, edition.year, is_ruling)
    facts = FactCollector(language, edition.year, indicators)
    outline = Outline()
    said: list[Notice] = []
    for page in chain(_given_away(first), pages):
        outline.add(page)
        if not is_readable(" ".join(s.text for s in page.statements if s.kind in _PROSE)):
            said.append(Notice("text_not_understood", _UNKNOWN_TEXT, page.number))
        for statement in page.statements:
            if time.monotonic() > deadline:
                break
            section = outline.title(statement.section)
            facts.add(statement, section, deadline)
            rulings.add(statement, section)
        if time.monotonic() > deadline:
            if page.number == 1:
                raise too_late(info.name)
            said.append(Notice("pages_missing", _OUT_OF_TIME.format(page.number)))
            break
    given = rulings.rulings()
    if is_ruling:
        edition = edition_of_ruling(edition, given)
    read = assemble(facts)
    figures = tuple(outline.figures)
    report = Report.built(
        document=Document.built(
            name=info.name,
            sha256=info.sha256,
            pages=info.pages,
            language=language,
            producer=info.producer,
            title=info.title,
            repaired=info.repaired,
            ocr_pages=tuple(layouts.taken.ocr_pages),
        ),
        kind=edition.kind,
        agreement=edition.agreement,
        year=edition.year,
        year_place=edition.year_place,
        sections=rulings.sections(outline.sections()),
        results=read.results,
        rulings=given,
        tables=tuple(outline.tables),
        figures=figures,
        links=tuple(outline.links),
        audit=build_audit(read.numbers, figures),
        warnings=tuple(_warning(each) for each in (*layouts.taken.notices, *said)),
    )
    return report.changed(findings=check(report))


def _judge(first: Iterable[PageLayout], info: DocumentInfo) -> tuple[Language, Edition, bool]:
    """The language of a document, its edition, and whether it is a ruling."""
    statements = (statement for page in first for statement in page.statements)
    opening = list(islice(statements, _FIRST_STATEMENTS))
    language = detect_language(" ".join(statement.text for statement in opening))
    edition = edition_of(opening, info.title, info.pages, language)
    return language, edition, looks_like_ruling(opening, info.title)


def _given_away(pages: deque[PageLayout]) -> Iterator[PageLayout]:
    """Pages one by one, none of which is kept here."""
    while pages:
        yield pages.popleft()


def _warning(notice: Notice) -> ReadingWarning:
    return ReadingWarning.built(code=notice.code, message=notice.message, page=notice.page)
