"""The command, as a user runs it."""

import subprocess
import sys
from pathlib import Path

import ckt_extract
from tests.documents.compare import FIXTURES

PAGE = FIXTURES / "page" / "page.typst.pdf"
RUN = (sys.executable, "-c", "from ckt_extract.cli import main; main()")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command with arguments."""
    return subprocess.run(
        [*RUN, *map(str, arguments)], capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_a_file_gives_a_table() -> None:
    """The table has the value, of whom, the year, the older value, the page and the quote."""
    done = run("--ocr", "off", PAGE)
    assert (0, "") == (done.returncode, done.stderr)
    line = next(line for line in done.stdout.splitlines() if line.lstrip().startswith("63%"))
    for part in ("brands", "on 57 companies", "2019 edition", "8 procent (2018)"):
        assert part in line


def test_a_bad_file_is_one_line_and_the_rest_is_done(tmp_path: Path) -> None:
    """The bad file is named on stderr, the status is 1, and the other file has its table."""
    bad = tmp_path / "bad.pdf"
    bad.write_text("no pdf", encoding="utf-8")
    done = run("--ocr", "off", bad, PAGE)
    assert done.returncode == 1
    assert done.stderr.startswith("ckt-extract: bad.pdf: ")
    assert done.stderr.count("\n") == 1
    assert "on 57 companies" in done.stdout


def test_json_is_the_whole_report() -> None:
    """`--json` prints what `extract` gives."""
    done = run("--json", "--ocr", "off", PAGE)
    assert ckt_extract.Report.model_validate_json(done.stdout) == (
        ckt_extract.extract(PAGE, ocr="off")
    )


def test_json_lines_can_be_resumed(tmp_path: Path) -> None:
    """A second run skips what the file has, and drops a line that was cut off."""
    lines = tmp_path / "reports.jsonl"
    assert run("--jsonl", lines, "--ocr", "off", PAGE).returncode == 0
    first = lines.read_text(encoding="utf-8")
    lines.write_text(first + '{"document": {"sha', encoding="utf-8")
    other = FIXTURES / "pages" / "p11" / "p11.typst.pdf"
    assert run("--jsonl", lines, "--ocr", "off", PAGE, other).returncode == 0
    reports = lines.read_text(encoding="utf-8").splitlines()
    assert first.strip() == reports[0]
    names = [ckt_extract.Report.model_validate_json(line).document.name for line in reports]
    assert [PAGE.name, other.name] == names


def test_explain_says_why() -> None:
    """`explain` names the result that has the indicator and what matched."""
    done = run("explain", PAGE, "due_diligence.fully_compliant")
    assert done.returncode == 0
    assert "matched 'alle verplichtingen'" in done.stdout


def test_an_unknown_indicator_is_a_clear_error() -> None:
    """A misspelt indicator names those near and gives status 1."""
    done = run("explain", PAGE, "members.firms")
    assert done.returncode == 1
    assert "members.companies" in done.stderr
