"""A report as a compact HTML table, for notebooks.

Everything that comes from the document is untrusted: it is escaped, links are shown as text and
never as links, and there is no script and no style sheet.
"""

from collections.abc import Iterable, Sequence
from html import escape

from ckt_extract.checks.wording import quantity_words
from ckt_extract.models.report import Report
from ckt_extract.models.result import Result
from ckt_extract.models.ruling import Ruling
from ckt_extract.untrusted import harmless

__all__ = ["report_html"]

_MOST_ROWS = 200
_LONGEST = 240
"""Characters of a text that are shown."""
_CELL = "padding:2px 8px;text-align:left;vertical-align:top"
_LINE = "border-bottom:1px solid #8884"
_FAINT = "opacity:0.7"


def report_html(report: Report) -> str:
    """A report as an HTML fragment: what it is, its results and rulings, findings, warnings.

    At most 200 results are shown; `Report.to_frame` has them all.
    """
    parts = [
        f"<p><b>{_shown(report.document.name)}</b> {_shown(_summary(report))}</p>",
        _results(report.results),
        _rulings(report.rulings),
        _list(
            "Findings",
            (f"{f.certainty}: {f.message} [{f.rule}]" for f in report.findings),
        ),
        _list(
            "Warnings",
            (
                f"{w.message} [{w.code}{'' if w.page is None else f', page {w.page}'}]"
                for w in report.warnings
            ),
        ),
        _list("Links", (f"{link.text}: {link.uri}" for link in report.links)),
    ]
    return f"<div>{''.join(parts)}</div>"


def _shown(text: str) -> str:
    """A text that is safe to show: cut to size, without what a browser would obey, escaped."""
    clean = harmless(text[: _LONGEST + 1])
    return escape(f"{clean[:_LONGEST]}…" if len(clean) > _LONGEST else clean)


def _summary(report: Report) -> str:
    document, unexplained = report.document, len(report.audit.unexplained)
    unread = len(report.audit.unread)
    facts = [
        report.kind.replace("_", " "),
        *([str(report.year)] if report.year is not None else []),
        _many(document.pages, "page"),
        document.language,
        _many(len(report.results), "result"),
        *([f"{_many(unexplained, 'number')} unexplained"] if unexplained else []),
        *([f"{_many(unread, 'picture')} not read"] if unread else []),
    ]
    return "· " + " · ".join(facts)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _results(results: Sequence[Result]) -> str:
    if not results:
        return ""
    heads = ("Value", "Of whom", "Year", "Role", "Previous", "Indicator", "Page", "Statement")
    rows = [_result(result) for result in results[:_MOST_ROWS]]
    more = len(results) - len(rows)
    rest = f"<p>… and {more} more: see <code>report.to_frame()</code></p>" if more else ""
    return _table(heads, rows) + rest


def _result(result: Result) -> tuple[str, ...]:
    population, previous = result.population, result.previous
    limits = ", ".join(result.dimensions.values())
    whom = population.kind if population else ""
    if population and population.count:
        whom += f" ({quantity_words(population.count)})"
    if population and population.basis:
        whom += f" on {population.basis.kind}"
    year = "" if result.year is None else str(result.year)
    older = ""
    if previous and previous.quantity:
        older = quantity_words(previous.quantity)
        older += f" ({previous.year})" if previous.year is not None else ""
    return (
        quantity_words(result.quantity) if result.quantity else "",
        f"{whom} · {limits}" if whom and limits else whom or limits,
        f"{year} ({result.year_basis})" if year and result.year_basis != "stated" else year,
        result.role,
        older,
        result.indicator or result.subject,
        str(result.place.page),
        result.text,
    )


def _rulings(rulings: Sequence[Ruling]) -> str:
    if not rulings:
        return ""
    heads = ("Ruling", "Parties", "Outcome", "Stage", "Decided", "Page", "Statement")
    rows = [
        (
            f"{ruling.count} {ruling.case or 'ruling'}",
            "; ".join(f"{party.name} ({party.role})" for party in ruling.parties),
            ruling.outcome or "",
            ruling.stage or "",
            str(ruling.decided.value if ruling.decided else ruling.year or ""),
            str(ruling.place.page),
            ruling.text,
        )
        for ruling in rulings[:_MOST_ROWS]
    ]
    return _table(heads, rows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f'<th style="{_CELL};{_LINE}">{_shown(each)}</th>' for each in heads)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}">{_shown(cell)}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return (
        '<table style="border-collapse:collapse;font-size:90%">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _list(title: str, texts: Iterable[str]) -> str:
    every = list(texts)
    if not every:
        return ""
    items = "".join(f"<li>{_shown(text)}</li>" for text in every[:_MOST_ROWS])
    more = len(every) - _MOST_ROWS
    rest = f'<p style="{_FAINT}">… and {more} more</p>' if more > 0 else ""
    return f'<p><b>{title}</b></p><ul style="font-size:90%">{items}</ul>{rest}'
