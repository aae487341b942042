"""A report as HTML: safe, compact, complete."""

import re
from html.parser import HTMLParser

from ckt_extract.export import report_html
from ckt_extract.models.report import Report
from tests.checks.builders import fact, many, report


class Outline(HTMLParser):
    """Collects tags, attributes and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and the names of its attributes."""
        self.tags.append(tag)
        self.open.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


def outline(given: Report) -> Outline:
    """The parsed HTML of a report."""
    parsed = Outline()
    parsed.feed(report_html(given))
    parsed.close()
    assert [] == parsed.open
    return parsed


def test_untrusted_text_is_escaped(hostile: Report) -> None:
    """No text of the document becomes markup, and no link becomes a link."""
    parsed = outline(hostile)
    harmless = {"div", "p", "b", "table", "thead", "tbody", "tr", "th", "td", "ul", "li"}
    assert harmless == set(parsed.tags) | harmless
    assert {"style"} == parsed.attributes
    assert "<script>alert('&')</script>" in parsed.texts
    assert any("javascript:alert(1)" in text for text in parsed.texts)


def test_text_cannot_turn_its_direction(hostile: Report) -> None:
    """Characters that turn the direction of the text are not passed on."""
    assert "\u202e" not in report_html(hostile)


def test_what_is_shown(full: Report) -> None:
    """Values, of whom, year, older value, rulings, findings, warnings and gaps are shown."""
    texts = outline(full).texts
    for expected in (
        "63.5%",
        "brands on companies",
        "2019",
        "8% (2018)",
        "nearly 4 of 5",
        "2019 (edition)",
        "CN, cotton",
        "1 complaint",
        "2021",
        "Arisa (complainant); C&A Nederland C.V. (respondent)",
        "A font has no map. [garbled_font, page 3]",
    ):
        assert expected in texts
    shown = " ".join(texts)
    assert "9 results · 1 number unexplained · 1 picture not read" in shown
    assert all(finding.message in shown for finding in full.findings)


def test_notebook_shows_the_same(full: Report) -> None:
    """A notebook shows this HTML."""
    assert report_html(full) == full._repr_html_()


def test_long_reports_are_cut() -> None:
    """A report of many results shows the first ones and says how many more there are."""
    facts = [fact(many(n), text="woord " * 1000) for n in range(300)]
    html = report_html(report(*facts))
    assert 201 == len(re.findall("<tr>", html))
    assert "… and 100 more: see" in html
    assert len(html) < 300_000


def test_empty_report() -> None:
    """A report without facts is its first line."""
    assert {"div", "p", "b"} == set(outline(report()).tags)
