"""The members of the committee who gave a ruling."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from ckt_extract.facts.ruling_known import is_legal
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.models.ruling import PlacedText
from ckt_extract.patterns import pattern

__all__ = ["members_in", "only_people"]

_INITIALS = r"(?:[A-Z][a-z]?\.[ -]?){1,5}"
_SURNAME = r"[A-ZÀ-ÖØ-Þ][\w'’]+(?:[ -][A-ZÀ-ÖØ-Þ][\w'’]+)?"
_GIVEN = r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+ "
_TITLES = r"(?:(?:mr|prof|drs?|ir|ms|mrs|mw|dhr)\.? )*"
_NEAR = 4
"""Letters between a name and its function at most: a comma, a bracket, a space."""

_NUMBERED = pattern(r"\s\d")

Function = Literal["member", "clerk"]


class _Event(Struct):
    kind: Literal["person", "function"]
    start: int
    end: int
    function: Function = "member"
    colon: bool = False
    label: bool = False
    """Its people stand behind it on its line."""


def members_in(passage: Passage, *, signed: bool = False) -> list[PlacedText]:
    """The people whom a passage names as chair or member, without their titles.

    Their function stands behind them (*M. Scheltema, voorzitter*) or in front of them
    (*Voorzitter: M. Scheltema*). Secretaries and representatives are left out.

    Args:
        passage: The lines in which they stand.
        signed: Whether it is a signature: then people without a function are members too.
    """
    events = sorted(_events(passage), key=lambda event: event.start)
    waiting: list[_Event] = []
    chosen: list[_Event] = []
    forward: Function | None = None
    until = 0
    """Where the line of a label ends."""
    for event in events:
        if forward is not None and event.start >= until > 0:
            forward, until = None, 0
        if event.kind == "person":
            if forward is None:
                waiting.append(event)
            elif forward == "member":
                chosen.append(event)
            continue
        if event.colon:
            forward = event.function
            until = passage.line(event.start)[1] if event.label else 0
            continue
        if until and event.function == "member":
            continue  # in the line of a label everybody is a member
        forward, until = None, 0
        if event.function == "member":
            chosen.extend(waiting)
            waiting = []
        elif waiting and event.start - waiting[-1].end <= _NEAR:
            waiting.pop()  # in aanwezigheid van de secretaris says nothing of who signed
    chosen.extend(waiting if chosen or signed else [])
    chosen.sort(key=lambda event: event.start)
    members: dict[str, PlacedText] = {}
    for event in chosen:
        text = passage.text[event.start : event.end]
        members.setdefault(
            text, PlacedText.built(text=text, place=passage.place(event.start, event.end))
        )
    return list(members.values())


def only_people(passage: Passage) -> bool:
    """Whether a line is nothing but names of people."""
    people = list(_people(passage, []))
    rest = passage.lower
    for start, end in people:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    joint = "|".join(re.escape(word) for word in passage.words.lists["relations.list"])
    return bool(people) and re.fullmatch(rf"(?:[\s,/;&|·•–-]|\b(?:{joint})\b)*", rest) is not None


def _events(passage: Passage) -> Iterator[_Event]:
    words = passage.words
    functions: list[_Event] = []
    kinds: tuple[tuple[str, Function], ...] = (
        ("chair", "member"),
        ("member", "member"),
        ("behalf", "member"),
        ("label", "member"),
        ("clerk", "clerk"),
    )
    for name, function in kinds:
        for match in words.all(f"members.{name}", passage.lower):
            behind = passage.text[match.end() : match.end() + 2].lstrip()
            leads = behind.startswith(":") or name in ("behalf", "label")
            leads = leads or _leads(passage, match)
            functions.append(_Event("function", *match.span(), function, leads, name == "label"))
    yield from functions
    yield from (_Event("person", *span) for span in _people(passage, functions))


def _leads(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a function with an article stands in front of its person: `de voorzitter, X`."""
    words, lower = passage.words, passage.lower
    articles = words.lists["relations.article"]
    if not re.search(rf"\b(?:{'|'.join(articles)}) (?:[a-z]+ )?\Z", lower[: match.start()]):
        return False
    return re.match(rf"(?:,|\s)?\s*{_TITLES}{_INITIALS}", passage.text[match.end() :]) is not None


def _people(passage: Passage, functions: list[_Event]) -> Iterator[tuple[int, int]]:
    """Names of people: with initials, or with a given name beside a function or a title."""
    prefix = "|".join(re.escape(p) for p in passage.words.lists["members.prefix"])
    last = rf"(?:(?:{prefix}) )*{_SURNAME}"
    taken: list[tuple[int, int]] = []
    for match in re.finditer(rf"(?<![\w.]){_INITIALS} ?{last}", passage.text):
        if is_legal(match.group().split(None, 1)[0]):
            continue  # Voorbeeld B.V. te Gouda
        if (
            _is_item(passage, match)
            or _is_heading(passage, match)
            or _NUMBERED.match(passage.text, match.end())
        ):
            continue  # P.O. Box 1
        taken.append(match.span())
        yield match.span()
    for match in re.finditer(rf"(?<![\w.]){_GIVEN}{last}", passage.text):
        if any(s < match.end() and match.start() < e for s, e in taken):
            continue
        lower = passage.lower[match.start() : match.end()]
        if passage.words.whole("names.first", lower.split()[0]) or _names_body(passage, lower):
            continue
        near = any(
            (0 <= f.start - match.end() <= _NEAR and not f.label)
            or (f.colon and not f.label and 0 <= match.start() - f.end <= _NEAR)
            for f in functions
        )
        if near or _has_title(passage, match.start()):
            yield match.span()


def _is_item(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a letter in front of a line numbers a sentence: `A. Halden contributes`."""
    words, lower = passage.words, passage.lower
    if passage.line(match.start())[0] != match.start() or match.group()[1:2] != ".":
        return False
    goes_on = re.match(r"\s([a-z]+)", passage.text[match.end() :])
    if goes_on is None or match.group().count(".") > 1:
        return False
    names = (
        "relations.list",
        "members.chair",
        "members.member",
        "members.clerk",
        "relations.about",
    )
    return not any(words.patterns[n].match(lower, match.end() + 1) for n in names)


def _is_heading(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a line with one letter in front of it is a chapter: `I. Proceedings`."""
    if passage.line(match.start()) != match.span() or match.group().count(".") != 1:
        return False
    word = match.group().partition(".")[2].strip().lower()
    nouns = ("parties", "procedure", "admission", "facts", "subject", "assessment", "decision",
             "recommendations", "signature")  # fmt: skip
    return any(passage.words.has(f"sections.{name}_noun", word) for name in nouns)


def _names_body(passage: Passage, lower: str) -> bool:
    return any(
        passage.words.has(name, lower)
        for name in ("nouns.committee", "nouns.mask", "members.chair", "members.member")
    )


def _has_title(passage: Passage, start: int) -> bool:
    titles = "|".join(re.escape(t) for t in passage.words.lists["members.title"])
    return (
        re.search(rf"(?<!\w)(?:{titles})\.? \Z", passage.lower[max(0, start - 14) : start])
        is not None
    )
