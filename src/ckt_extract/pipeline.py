"""The whole way from a file to its report."""

import time
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from ckt_extract.checks import build_audit, check
from ckt_extract.entry import OcrMode, Source
from ckt_extract.facts.assemble import assemble
from ckt_extract.facts.catalogue import Catalogue
from ckt_extract.facts.collect import FactCollector
from ckt_extract.facts.edition import Edition, edition_of, edition_of_ruling
from ckt_extract.facts.rulings import RulingCollector, looks_like_ruling
from ckt_extract.intake import Intake
from ckt_extract.language import detect_language, is_readable
from ckt_extract.language.reading import Language
from ckt_extract.layout.document import PageLayout, lay_out
from ckt_extract.models.document import Document
from ckt_extract.models.report import Report
from ckt_extract.outline import Outline
from ckt_extract.reading import DocumentInfo, Limits, open_document

__all__ = ["read_report"]

_PROSE = frozenset({"sentence", "bullet"})
_FIRST_PAGES, _FIRST_STATEMENTS = 8, 2000
"""The edition and the language are read from so many pages, and statements on them."""


def read_report(
    source: Source,
    *,
    password: str | None,
    ocr: OcrMode,
    limits: Limits | None,
    catalogue: str | Path | Mapping[str, object] | Catalogue | None,
) -> Report:
    """Read one PDF; arguments and errors are those of `entry.extract`."""
    indicators = Catalogue.load(catalogue)
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    with open_document(source, password=password, limits=limits) as reader:
        intake = Intake(reader, ocr, deadline)
        pages = lay_out(intake.pages(), reader.info.pages)
        first = deque(islice(pages, _FIRST_PAGES))
        language, edition, is_ruling = _judge(first, reader.info)
        rulings = RulingCollector(language, edition.year, is_ruling)
        facts = FactCollector(language, edition.year, indicators)
        outline = Outline()
        for page in chain(_given_away(first), pages):
            outline.add(page)
            if not is_readable(" ".join(s.text for s in page.statements if s.kind in _PROSE)):
                intake.doubt(page.number)
            for statement in page.statements:
                if time.monotonic() > deadline:
                    break
                section = outline.title(statement.section)
                facts.add(statement, section, deadline)
                rulings.add(statement, section)
            if time.monotonic() > deadline:
                intake.out_of_time(page.number)
                break
        info = reader.info
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
            ocr_pages=tuple(intake.ocr_pages),
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
        warnings=tuple(intake.warnings),
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
