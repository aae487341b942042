"""What the command does: read files, and explain an indicator."""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from ckt_extract import __version__
from ckt_extract.batch import Outcome, extract_many
from ckt_extract.entry import extract as extract_one
from ckt_extract.errors import CktExtractError
from ckt_extract.explanation import explain as explain_indicator
from ckt_extract.export.terminal import report_tables
from ckt_extract.models.report import Report
from ckt_extract.reading import Limits

__all__ = ["run"]

app = typer.Typer(
    name="ckt-extract",
    help="Typed, placed facts from the PDFs of the Dutch garments and textile agreement (CKT).",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

_COMMANDS = ("extract", "explain")

Password = Annotated[str | None, typer.Option(help="Password of encrypted files.")]
CatalogueFile = Annotated[
    Path | None, typer.Option("--catalogue", help="TOML file with indicators of your own.")
]
Ocr = Annotated[str, typer.Option(help="auto, off or force.")]


def run(arguments: list[str]) -> None:
    """Run the command line; `extract` is the command when none is named."""
    named = arguments[:1] and (arguments[0] in (*_COMMANDS, "--help"))
    if arguments[:1] == ["--version"]:
        typer.echo(__version__)
        return
    app(arguments if named or not arguments else ["extract", *arguments])


@app.command("extract")
def extract_files(
    files: Annotated[list[Path], typer.Argument(help="PDF files.", metavar="FILE…")],
    as_json: Annotated[bool, typer.Option("--json", help="Print whole reports as JSON.")] = False,
    jsonl: Annotated[
        Path | None,
        typer.Option(
            "--jsonl",
            help="Append one report a line to this file; files it already has are skipped.",
        ),
    ] = None,
    password: Password = None,
    catalogue: CatalogueFile = None,
    ocr: Ocr = "auto",
    workers: Annotated[int | None, typer.Option(min=1, help="Processes to use.")] = None,
    seconds: Annotated[float | None, typer.Option(help="Seconds a file may take.")] = None,
) -> None:
    """Read FILE… and print a table of facts; exit status 1 when a file could not be read."""
    if ocr not in ("auto", "off", "force"):
        raise typer.BadParameter("use auto, off or force", param_hint="--ocr")
    limits = Limits(seconds=seconds) if seconds is not None else None
    todo = list(_not_done(files, jsonl)) if jsonl is not None else files
    try:
        outcomes = (
            _one_by_one(todo, password, catalogue, ocr, limits)
            if len(todo) == 1
            else extract_many(
                todo,
                workers=workers,
                limits=limits,
                password=password,
                ocr=ocr,
                catalogue=catalogue,
            )
        )
        failed = _show(outcomes, len(todo), as_json, jsonl)
    except CktExtractError as error:
        _complain(error)
        failed = 1
    except KeyboardInterrupt:
        _complain("stopped")
        raise typer.Exit(130) from None
    if failed:
        raise typer.Exit(1)


@app.command("explain")
def explain_file(
    file: Annotated[Path, typer.Argument(help="PDF file.")],
    indicator: Annotated[str, typer.Argument(help="Id, such as members.companies.")],
    password: Password = None,
    catalogue: CatalogueFile = None,
) -> None:
    """Say which statements of FILE were held against an indicator, and why they fit or not."""
    try:
        report = extract_one(file, password=password, catalogue=catalogue)
        typer.echo(str(explain_indicator(report, indicator, catalogue=catalogue)))
    except CktExtractError as error:
        _complain(error)
        raise typer.Exit(1) from None


def _one_by_one(
    files: list[Path], password: str | None, catalogue: Path | None, ocr: str, limits: Limits | None
) -> Iterator[Outcome]:
    """A single file is read here: no pool has to start for it."""
    for file in files:
        try:
            report = extract_one(
                file, password=password, catalogue=catalogue, ocr=ocr, limits=limits
            )
            yield Outcome(file, report, None, 0.0)
        except CktExtractError as error:
            yield Outcome(file, None, error, 0.0)


def _show(outcomes: Iterable[Outcome], total: int, as_json: bool, jsonl: Path | None) -> int:
    """Print or append what comes back; returns the number of files that failed."""
    failed = 0
    console = Console(width=None if sys.stdout.isatty() else 160)
    progress = Progress(console=Console(stderr=True), disable=total < 2 or not sys.stderr.isatty())
    with progress:
        task = progress.add_task("reading", total=total)
        for outcome in outcomes:
            progress.advance(task)
            if outcome.error is not None or outcome.report is None:
                failed += 1
                _complain(outcome.error or outcome.source)
            elif jsonl is not None:
                _append(jsonl, outcome.report)
            elif as_json:
                typer.echo(outcome.report.model_dump_json(indent=2))
            else:
                for part in report_tables(outcome.report):
                    console.print(part, markup=False, highlight=False)
    return failed


def _complain(error: object) -> None:
    typer.echo(f"ckt-extract: {error}", err=True)


def _append(jsonl: Path, report: Report) -> None:
    with jsonl.open("a", encoding="utf-8") as lines:
        lines.write(report.model_dump_json() + "\n")


def _not_done(files: list[Path], jsonl: Path) -> Iterator[Path]:
    """The files whose contents the JSON Lines file does not have yet."""
    done = set(_hashes(jsonl))
    for file in files:
        try:
            content = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError:  # a file that cannot be read is reported when its turn comes
            content = ""
        if content not in done:
            yield file


def _hashes(jsonl: Path) -> Iterator[str]:
    """SHA-256 of the documents in a JSON Lines file; a line cut off by a crash is dropped."""
    if not jsonl.exists():
        return
    kept: list[str] = []
    for line in jsonl.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)["document"]["sha256"]
        except (ValueError, KeyError, TypeError):
            continue
        kept.append(line)
    jsonl.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
