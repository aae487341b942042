"""What the command does: read files, and explain an indicator."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated, cast

import typer
from rich.console import Console
from rich.progress import Progress

from ckt_extract import __version__
from ckt_extract.batch import Outcome, extract_many
from ckt_extract.entry import OcrMode
from ckt_extract.entry import extract as extract_one
from ckt_extract.errors import CktExtractError
from ckt_extract.explanation import explain as explain_indicator
from ckt_extract.export.journal import Journal
from ckt_extract.export.terminal import report_tables
from ckt_extract.reading import Limits
from ckt_extract.untrusted import harmless, harmless_json

__all__ = ["run"]

app = typer.Typer(
    name="ckt-extract",
    help="Typed, placed facts from the PDFs of the Dutch garments and textile agreement (CKT). "
    "`ckt-extract FILE…` is short for `ckt-extract extract FILE…`, whose --help lists the options.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

_COMMANDS = ("extract", "explain")
_WIDTH = 160
"""Columns of a table that does not go to a terminal."""

Password = Annotated[str | None, typer.Option(help="Password of encrypted files.")]
CatalogueFile = Annotated[
    Path | None, typer.Option("--catalogue", help="TOML file with indicators of your own.")
]
Ocr = Annotated[str, typer.Option(help="auto, off or force.")]


def run(arguments: list[str]) -> None:
    """Run the command line; `extract` is the command when none is named."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal that knows no € shows a question mark
            stream.reconfigure(errors="replace")
    named = arguments[:1] and (arguments[0] in (*_COMMANDS, "--help"))
    if arguments[:1] == ["--version"]:
        typer.echo(__version__)
        return
    app(arguments if named or not arguments else ["extract", *arguments])


@app.command("extract")
def extract_files(
    files: Annotated[list[str], typer.Argument(help="PDF files.", metavar="FILE…")],
    *,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="Print the whole report as JSON; of several, one a line."),
    ] = False,
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
    if as_json and jsonl is not None:
        raise typer.BadParameter("use one of --json and --jsonl", param_hint="--jsonl")
    try:
        limits = Limits(seconds=seconds) if seconds is not None else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--seconds") from None
    try:
        mode = cast("OcrMode", ocr)
        journal = Journal(jsonl) if jsonl is not None else None
        todo = (file for file in files if journal is None or not journal.has(file))
        outcomes = (
            _one_by_one(todo, password, catalogue, mode, limits)
            if len(files) == 1
            else extract_many(
                todo,
                workers=workers,
                limits=limits,
                password=password,
                ocr=mode,
                catalogue=catalogue,
            )
        )
        failed = _show(outcomes, len(files), as_json, journal)
    except BrokenPipeError:  # the reader of our output has seen enough
        raise
    except (CktExtractError, OSError) as error:
        _complain(error)
        failed = 1
    except KeyboardInterrupt:
        _complain("stopped")
        raise typer.Exit(130) from None
    if failed:
        raise typer.Exit(1)


@app.command("explain")
def explain_file(
    file: Annotated[str, typer.Argument(help="PDF file.")],
    indicator: Annotated[str, typer.Argument(help="Id, such as members.companies.")],
    password: Password = None,
    catalogue: CatalogueFile = None,
) -> None:
    """Say which statements of FILE were held against an indicator, and why they fit or not."""
    try:
        report = extract_one(file, password=password, catalogue=catalogue)
        typer.echo(harmless(str(explain_indicator(report, indicator, catalogue=catalogue))))
    except CktExtractError as error:
        _complain(error)
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        _complain("stopped")
        raise typer.Exit(130) from None


def _one_by_one(
    files: Iterable[str],
    password: str | None,
    catalogue: Path | None,
    ocr: OcrMode,
    limits: Limits | None,
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


def _show(outcomes: Iterable[Outcome], total: int, as_json: bool, journal: Journal | None) -> int:
    """Print or append what comes back; returns the number of files that failed."""
    failed = done = 0
    # Tables in the same terminal are progress enough, and would be drawn over the bar
    tables = journal is None and not as_json
    bar = total > 1 and sys.stderr.isatty() and not (tables and sys.stdout.isatty())
    progress = Progress(console=Console(stderr=True), redirect_stdout=False, redirect_stderr=False)
    with progress if bar else nullcontext():
        task = progress.add_task("reading", total=total)
        for outcome in outcomes:
            if outcome.error is not None or outcome.report is None:
                failed += 1
                _complain(outcome.error or outcome.source, progress.console)
            elif journal is not None:
                journal.append(outcome.report)
            elif as_json:
                # JSON is UTF-8, whatever the terminal takes
                text = outcome.report.model_dump_json(indent=2 if total == 1 else None)
                typer.echo(harmless_json(text).encode())
            else:
                _print_tables(outcome)
            done += 1
            progress.update(task, completed=done + (journal.skipped if journal else 0))
    if journal is not None and journal.skipped:
        _complain(f"{journal.skipped} files were in the output already, or given twice")
    return failed


def _print_tables(outcome: Outcome) -> None:
    assert outcome.report is not None  # noqa: S101 - for the type checker
    console = Console(
        width=None if sys.stdout.isatty() else _WIDTH, markup=False, emoji=False, highlight=False
    )
    for part in report_tables(outcome.report):
        console.print(part)


def _complain(error: object, console: Console | None = None) -> None:
    """One line on the error stream."""
    console = console or Console(stderr=True)
    line = " ".join(harmless(f"ckt-extract: {error}").split())
    console.print(line, markup=False, emoji=False, highlight=False, soft_wrap=True)
