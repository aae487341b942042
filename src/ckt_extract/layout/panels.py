"""Callouts in the flow of a page, and their statements."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ckt_extract.layout.arrows import join_arrows, put_arrow
from ckt_extract.layout.block import Atom
from ckt_extract.layout.callouts import Callout, numbers_of
from ckt_extract.layout.chart import Chart
from ckt_extract.layout.charts import charts_of
from ckt_extract.layout.contexts import give_contexts
from ckt_extract.layout.hyphens import join_broken
from ckt_extract.layout.labels import give_labels
from ckt_extract.layout.lines import Line
from ckt_extract.layout.numerals import ends_in_bound
from ckt_extract.layout.sentences import sentence_spans
from ckt_extract.layout.small_series import small_series
from ckt_extract.layout.statement import PlacedWord, Statement, join_words
from ckt_extract.layout.timelines import give_years
from ckt_extract.reading.page import Area, Word

__all__ = ["callout_atoms", "callout_statements", "chart_atoms", "chart_statements", "series_atoms"]


def callout_atoms(
    lines: Sequence[Line], areas: Sequence[Area], body: float
) -> tuple[list[Atom], list[Line]]:
    """The callouts among lines as atoms of the flow, and the lines that are left."""
    callouts = join_arrows(numbers_of(lines, body, areas), areas, lines)
    if not callouts:
        return [], list(lines)
    numbers = {id(piece) for callout in callouts for piece in callout.number}
    rest = [line for line in lines if id(line) not in numbers]
    give_labels(callouts, rest, areas, body)
    for callout in callouts:
        if callout.above and callout.below and _is_title(callout, callouts):
            callout.title, callout.above = callout.above, []
        elif callout.below and not any(
            char.isalpha() for each in callout.below for char in each.text
        ):
            callout.above, callout.below = callout.below, []  # a year: `2019: 67`
    _share_title(callouts)
    give_years(callouts, rest)
    give_contexts(callouts, rest)
    taken = set(numbers)
    atoms: list[Atom] = []
    for callout in callouts:
        parts = callout.lines()
        taken.update(map(id, parts))
        atoms.append(
            Atom(
                min(part.x0 for part in parts),
                min(part.top for part in parts),
                max(part.x1 for part in parts),
                max(part.bottom for part in parts),
                content=callout,
            )
        )
    return atoms, [line for line in lines if id(line) not in taken]


def _is_title(callout: Callout, callouts: Sequence[Callout]) -> bool:
    """Whether the words above a number are a title: bold, or over several numbers in a box."""
    if any(char.isdigit() for line in callout.above for char in line.text):
        return False  # a year
    inside = [each for each in callouts if each.area is not None and each.area == callout.area]
    over = [each for each in inside if each.above and each.below]
    return callout.above[0].bold or (len(inside) > 1 and inside[0] is callout and len(over) == 1)


def _share_title(callouts: Sequence[Callout]) -> None:
    """Give the title above the first number in a box to the other numbers in it."""
    for first in callouts:
        inside = [each for each in callouts if each.area is not None and each.area == first.area]
        if first.title and len(inside) > 1 and first is inside[0]:
            for other in inside[1:]:
                if not other.title:
                    other.lead = " ".join(line.text for line in first.title)


def chart_atoms(lines: Sequence[Line], areas: Sequence[Area]) -> tuple[list[Atom], list[Line]]:
    """The charts on a page as atoms of the flow, and the lines that are left."""
    return _atoms_of(*charts_of(lines, areas))


def series_atoms(
    lines: Sequence[Line], areas: Sequence[Area], *, shaped: bool
) -> tuple[list[Atom], list[Line]]:
    """Small numbers with their labels as atoms of the flow, and the lines that are left."""
    return _atoms_of(small_series(lines, areas, shaped=shaped), lines)


def _atoms_of(charts: Sequence[Chart], lines: Sequence[Line]) -> tuple[list[Atom], list[Line]]:
    if not charts:
        return [], list(lines)
    taken = {id(line) for chart in charts for line in chart.lines()}
    atoms = [Atom(chart.x0, chart.top, chart.x1, chart.bottom, content=chart) for chart in charts]
    return atoms, [line for line in lines if id(line) not in taken]


def chart_statements(
    chart: Chart, page: int, compounds: AbstractSet[str], number: int, section: int | None
) -> list[Statement]:
    """The statements of a chart: `2019: 38%`, or `cotton · 2019: 38%` where labels are shared.

    Labels that several values share are set aside; they are context in the text of each value.
    """
    statements: list[Statement] = []
    shown = (chart.caption or chart.title) if chart.has_years_only() else ""
    for lines, reason in chart.others:
        statement = _statement(lines, [], page, compounds)
        statement.kind, statement.reason = "furniture", reason
        statements.append(statement)
    for entry in chart.entries:
        if entry.label:
            statement = _statement(entry.label, entry.value, page, compounds)
        else:
            statement = _statement(entry.value, [], page, compounds)
        if entry.context:
            prefix = " · ".join(entry.context) + (" · " if entry.label else ": ")
            _put_before(statement, prefix)
            statement.row_header = entry.context[0]
            statement.column_header = " / ".join(entry.context[1:])
        elif shown:
            _put_before(statement, shown + " · ")
        if not statement.column_header:
            statement.column_header = chart.title
        statements.append(statement)
    for statement in statements:
        statement.block, statement.section = number, section
    return statements


def _put_before(statement: Statement, prefix: str) -> None:
    """Put context before the text of a statement; its words are no words of the statement."""
    statement.text = prefix + statement.text
    for placed in statement.words:
        placed.start += len(prefix)
    statement.focus = (len(prefix), len(statement.text))


def callout_statements(
    callout: Callout, page: int, compounds: AbstractSet[str], number: int, section: int | None
) -> list[Statement]:
    """The statement of a callout, after that of its title where it has one.

    A label that stands above or to the left of the number is followed by a colon.
    """
    statements: list[Statement] = []
    lead = callout.lead
    if callout.title:
        statement = _statement(callout.title, [], page, compounds)
        statement.kind = "caption"
        lead = statement.text
        statements.append(statement)
    behind = [*callout.bound, *callout.number, *callout.below]
    if callout.running:
        whole = _statement([*callout.above, *behind], [], page, compounds)
    elif callout.above:
        whole = _statement(callout.above, behind, page, compounds)
    else:
        whole = _statement(behind, [], page, compounds)
    put_arrow(whole, callout)
    for statement in _sentences(whole):
        if callout.context:
            _put_before(statement, callout.context + (" · " if callout.above else ": "))
        statement.lead = lead
        statements.append(statement)
    for statement in statements:
        statement.block, statement.section = number, section
    return statements


def _sentences(whole: Statement) -> list[Statement]:
    """A callout as one statement a sentence: a label may have more than one."""
    spans = sentence_spans(whole.text)
    if (
        len(spans) < 2
        or any(not _words_in(whole, *span) for span in spans)
        or not any(char.isalpha() for char in whole.text[slice(*spans[-1])])  # `Who pays? 41%`
    ):
        return [whole]
    found: list[Statement] = []
    for start, end in spans:
        words = _words_in(whole, start, end)
        for placed in words:
            placed.start -= start
        found.append(Statement(whole.text[start:end], words, "callout", (0, end - start)))
    return found


def _words_in(statement: Statement, start: int, end: int) -> list[PlacedWord]:
    """The words of a part of a statement; none when a word stands across its end."""
    words = [placed for placed in statement.words if start <= placed.start < end]
    if words and words[-1].start + len(words[-1].word.text) > end:
        return []
    return words


def _statement(
    lines: Sequence[Line], behind: Sequence[Line], page: int, compounds: AbstractSet[str]
) -> Statement:
    """One statement of lines, and of others behind a colon."""
    text, words, starts = _joined(lines, compounds)
    if behind:
        text += " " if text.endswith((":", "?")) or ends_in_bound(lines) else ": "
        more, more_words, more_starts = _joined(behind, compounds)
        starts += [len(text) + start for start in more_starts]
        words += more_words
        text += more
    placed = [PlacedWord(word, page, start) for word, start in zip(words, starts, strict=True)]
    return Statement(text, placed, "callout", (0, len(text)))


def _joined(
    lines: Sequence[Line], compounds: AbstractSet[str]
) -> tuple[str, list[Word], list[int]]:
    """Text, words and starts of lines; broken words are joined."""
    words: list[Word] = []
    for line in lines:
        start = len(words)
        words.extend(line.words)
        if start:
            words[start - 1], words[start] = join_broken(words[start - 1], words[start], compounds)
    text, starts = join_words(words)
    return text, words, starts
