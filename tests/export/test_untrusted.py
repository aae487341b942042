"""What a document says is shown, never obeyed: by each exporter, and by each command."""

import csv
import io
import json
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from rich.console import Console

import ckt_extract
from ckt_extract import FactNotFoundError, LimitExceededError, Limits, Report, UnreadableError
from ckt_extract.export import FRAMES, annotate, report_html, write_csv, write_json, write_jsonl
from ckt_extract.export.journal import Journal
from ckt_extract.export.terminal import report_tables
from ckt_extract.models.audit import Audit, AuditedNumber, Finding, ReadingWarning
from ckt_extract.models.document import Figure
from ckt_extract.models.place import Box, Link
from ckt_extract.models.ruling import Party
from ckt_extract.untrusted import harmless, harmless_json
from tests.checks.builders import fact, many, of, place, report, ruling, table
from tests.export.nasty import NAME, NASTY, OBEYED, PDF
from tests.export.test_html import outline

linux = pytest.mark.skipif(sys.platform == "win32", reason="no such names on Windows")
_FORMULA = re.compile(r"\s*[=+\-@]")


@pytest.fixture(scope="module")
def everywhere() -> Report:
    """A report with nasty text wherever a document could put it."""
    where = place(1, NASTY)
    count = many(5).model_copy(update={"text": NASTY, "place": where})
    older = fact(count, NASTY, id="r90", text=NASTY, year=2018)
    given = report(
        fact(count, NASTY, text=NASTY, subject=NASTY, section=NASTY, place=where, previous=older,
             population=of(NASTY, 5, text=NASTY), dimensions={NASTY: NASTY}),
        rulings=[ruling(text=NASTY, subject=NASTY, parties=(Party(name=NASTY),))],
        links=(Link(uri=f"javascript:{NASTY}", text=NASTY, place=where),),
        figures=(Figure(page=1, box=Box(0, 0, 9, 9), share=0.5, read=False, caption=NASTY),),
        tables=[table((NASTY, "2019"), (NASTY, NASTY), caption=NASTY)],
        warnings=(ReadingWarning(code="page_unread", message=NASTY),),
        findings=(Finding(rule="conflict", certainty="certain", message=NASTY, facts=("r1",),
                          places=(where,)),),
        audit=Audit(numbers=(AuditedNumber(text=NASTY, status="unexplained", place=where),),
                    unread=(0,)),
    )  # fmt: skip
    document = given.document.model_copy(update={"name": NASTY, "title": NASTY, "producer": NASTY})
    return given.model_copy(update={"document": document})


@pytest.fixture(scope="module")
def read() -> Report:
    """The report of the nasty PDF."""
    return ckt_extract.extract(PDF, ocr="off")


def test_the_pdf_is_as_nasty_as_it_should_be(read: Report) -> None:
    """Something of each kind comes through into the report."""
    said = "\n".join([*(result.text for result in read.results), read.document.title or ""])
    said += read.links[0].uri
    for part in ("[red]", "[/red]", "<script>", "\n=HYPERLINK", "\u202e", "\x1b", "javascript:"):
        assert part in said


@pytest.mark.parametrize("markup", [True, False])
def test_a_terminal_shows_it(everywhere: Report, read: Report, markup: bool) -> None:
    """As it stands, in colour or not: no markup, no escape but those of the table itself."""
    for given in (everywhere, read):
        for terminal in (True, False):
            out = io.StringIO()
            console = Console(file=out, markup=markup, force_terminal=terminal, width=400)
            for part in report_tables(given):
                console.print(part)
            own = re.sub("\x1b\\[[01]m", "", out.getvalue())  # bold begins and ends
            assert not OBEYED.search(own)
            assert "[red]" in own


def test_html_shows_it(everywhere: Report, read: Report) -> None:
    """Nothing becomes a tag, an attribute or a link; a notebook shows the same."""
    for given in (everywhere, read):
        parsed = outline(given)
        assert {"style"} == parsed.attributes
        assert not {"a", "script", "img", "b onclick"} & set(parsed.tags)
        assert not OBEYED.search(report_html(given))
        assert report_html(given) == given._repr_html_()


@pytest.mark.parametrize("what", FRAMES)
def test_a_frame_shows_it(everywhere: Report, what: str) -> None:
    """A notebook that shows a frame escapes what stands in it."""
    assert "<b onclick" not in everywhere.to_frame(what).to_html()


def test_a_spreadsheet_shows_it(everywhere: Report, read: Report) -> None:
    """No cell is a formula, also where a semicolon begins a new one."""
    for given in (everywhere, read):
        for what in FRAMES:
            out = io.StringIO(newline="")
            write_csv(given, out, what)
            _no_formula(out.getvalue())
    out = io.StringIO(newline="")
    write_csv(everywhere.tables[0], out)
    _no_formula(out.getvalue())
    assert ";'=1+1" in out.getvalue()


def _no_formula(written: str) -> None:
    for row in csv.reader(io.StringIO(written, newline="")):
        for cell in row:
            for part in cell.split(";"):
                assert not _FORMULA.match(part) or re.fullmatch(r"[+-]\d+", part), part


def test_json_keeps_it(everywhere: Report, tmp_path: Path) -> None:
    """JSON is for programs: it holds every character, and each report stays one line."""
    write_json(everywhere, tmp_path / "a.json")
    assert everywhere == Report.model_validate_json((tmp_path / "a.json").read_bytes())
    write_jsonl([everywhere, everywhere], tmp_path / "a.jsonl")
    lines = (tmp_path / "a.jsonl").read_bytes().split(b"\n")
    assert [everywhere] * 2 == [Report.model_validate_json(line) for line in lines[:2]]
    assert b"" == lines[2]
    assert Journal(tmp_path / "a.jsonl")._done == {everywhere.document.sha256}


def test_json_for_the_eye_is_the_same_json() -> None:
    """What would be obeyed is written as an escape, pairs of halves included."""
    every = "".join(map(chr, [*range(0x20, 0xD800), *range(0xE000, 0x10000), 0xE0041]))
    text = json.dumps({"a": every}, ensure_ascii=False)
    assert not OBEYED.search(harmless_json(text))
    assert json.loads(text) == json.loads(harmless_json(text))
    assert "\\udb40\\udc41" in harmless_json(text)
    assert not OBEYED.search(harmless(every))
    assert "één — ‘ten’ €\t\n 5 %" == harmless("één — ‘ten’ €\t\n 5 %")


def test_a_viewer_shows_it(read: Report) -> None:
    """The notes of an annotated PDF are plain text, and no action comes with them."""
    out = io.BytesIO()
    assert annotate(PDF, read, out) > 0
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        notes = [note for note in pdf.pages[0].obj.Annots.as_list() if "/Contents" in note]
        assert notes
        for note in notes:
            assert not OBEYED.search(str(note.Contents))
            assert not {"/A", "/AA", "/RC"} & set(note.keys())


@pytest.mark.parametrize("kind", [UnreadableError, LimitExceededError, FactNotFoundError])
def test_an_error_shows_it(kind: type[ckt_extract.CktExtractError]) -> None:
    """A message that quotes a name or a library can be printed; its parts stay as they are."""
    error = pickle.loads(pickle.dumps(kind(NASTY, document=NASTY, todo=NASTY)))  # noqa: S301 - ours
    assert not OBEYED.search(str(error))
    assert (NASTY, NASTY) == (error.what, error.document)


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = "from ckt_extract.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", command, *map(str, arguments)],
        capture_output=True, text=True, check=False, encoding="utf-8",
    )  # fmt: skip


@linux
def test_the_commands_show_it(tmp_path: Path) -> None:
    """Tables, JSON, explanations and complaints, of a nasty file with a nasty name."""
    path, gone = tmp_path / NAME, tmp_path / f"gone-{NAME}"
    path.write_bytes(PDF)
    table_of, as_json, explained, complained = (
        _run("--ocr", "off", path),
        _run("--ocr", "off", "--json", path),
        _run("explain", path, "members.companies"),
        _run("--ocr", "off", gone, gone),
    )
    for done in (table_of, as_json, explained, complained):
        assert not OBEYED.search(done.stdout + done.stderr)
    assert [0, 0, 0, 1] == [d.returncode for d in (table_of, as_json, explained, complained)]
    assert "[red]In 2019 zijn 57 bedrijven beoordeeld.[/red]" in table_of.stdout
    assert NAME == json.loads(as_json.stdout)["document"]["name"]
    assert "<script>" in explained.stdout
    assert "gone-[red]a" in complained.stderr


def test_limits_say_what_they_are_given() -> None:
    """Also where that is nasty."""
    with pytest.raises(ValueError, match="positive") as caught:
        Limits(pages=NASTY)  # type: ignore[arg-type]  # that is the point
    assert not OBEYED.search(str(caught.value))
