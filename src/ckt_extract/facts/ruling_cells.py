"""Cells of a table about the committee: how many rulings, or cases with an outcome, in a year."""

from ckt_extract.facts.ruling_draft import Draft
from ckt_extract.facts.ruling_lexicon import RulingWords, ruling_words
from ckt_extract.facts.ruling_outcome import verdicts_in
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement
from ckt_extract.models.ruling import Case

__all__ = ["cell_draft"]


def cell_draft(statement: Statement, language: Language) -> Draft | None:
    """The rulings that a cell counts, or None.

    Its headers name rulings (*Uitspraken in geschillen*), or cases and their outcome
    (*Ingetrokken* × *Geschillen / 2019*). A cell with words, or with 0, tells of none.
    """
    count = _whole_number(statement)
    words = ruling_words(language)
    if not count or not words.has("trigger.any", statement.text.lower()):
        return None
    passage = passage_of([statement], language)
    lower = f"{statement.row_header} {statement.column_header}".lower()
    verdicts = verdicts_in(passage)
    given = words.has("nouns.ruling", lower)
    about = any(words.has(name, passage.lower) for name in ("nouns.committee", "nouns.mask"))
    if not (given or (verdicts and about)):
        return None
    draft = Draft(statement.text, passage.place(), given=True, count=count)
    draft.case = _case(words, lower)
    years = {t.year for t in passage.reading.times if t.year and t.kind == "year"}
    draft.year = years.pop() if len(years) == 1 else None
    draft.links = list(statement.links)
    if not given:
        draft.add_verdicts(verdicts[:1], passage)
    return draft


def _case(words: RulingWords, headers: str) -> Case | None:
    """Dispute or complaint, where the headers name one of them."""
    dispute, complaint = (words.has(f"nouns.{kind}", headers) for kind in ("dispute", "complaint"))
    if dispute == complaint:
        return None
    return "dispute" if dispute else "complaint"


def _whole_number(statement: Statement) -> int | None:
    """The number that is all of a cell."""
    first, last = statement.focus
    text = statement.text[first:last].strip()
    return int(text) if text.isdecimal() and len(text) < 4 else None
