"""The parties as the head of a ruling names them: names, roles and `against`, over some lines."""

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from ckt_extract.facts.ruling_draft import PartyDraft, party_of
from ckt_extract.facts.ruling_names import Name, names_in
from ckt_extract.facts.ruling_outcome import Side
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.patterns import pattern

__all__ = ["header_parties"]

_LABEL_GAP = pattern(
    r"\)?\s*(?:\([\w ]{0,4}\)\s*)?(?:[:·]|is|zijn|was|are|treedt op|,)?"
    r"\s*(?:\(?\d[.)]\s*)?(?:[\w'-]+\s+){0,6}[\"“„'‘]?\Z"
)
_PLACE = pattern(r"\b(?:te|in|at|uit|from|near|bij)\s\Z")
_SLASH = ("/", "–", "—", "-", "./.")
_LABEL_WORDS = 5
_SENTENCE = 30
"""A line that goes on so long behind a role is a sentence about the party."""
_TITLE_LINE = pattern(r"(?: [a-zà-ÿ]+){2,7}\Z")
"""What follows the first word of a title: `Loop van het geding`."""
_CODE = pattern(r"\s\d")
"""What follows a label without a colon: `Nummer 2021-04`."""
_LABEL = pattern(r"(?:\s[a-zà-ÿ]+){0,4}\s?:")


class _Event(Struct):
    kind: Literal["name", "role", "against", "between"]
    start: int
    end: int
    name: Name | None = None
    side: Side = "party"
    colon: bool = False


class _Binding(Struct):
    """Names that wait for their role, and the parties found."""

    passage: Passage
    waiting: list[Name] = field(default_factory=list)
    bound: list[tuple[Name, Side]] = field(default_factory=list)
    against: bool = False
    """*Tegen* was read, and no role since."""

    def flush(self) -> None:
        """What waits behind *tegen* is the respondent; other names stay without a side."""
        if self.against:
            self.bind(list(self.waiting), "respondent")
        self.waiting, self.against = [], False

    def bind(self, names: list[Name], side: Side) -> None:
        """Give names a side; they wait no longer."""
        self.bound.extend((name, side) for name in names)
        self.waiting = [name for name in self.waiting if name not in names]


def header_parties(passage: Passage) -> list[PartyDraft]:
    """The parties that the head of a ruling names.

    A role stands behind its names (`X, verzoeker`) or in front of them (`Verzoeker: X`); what
    stands before *tegen* brought the case, what stands behind it is the respondent.
    """
    events = _events(passage)
    binding = _Binding(passage)
    forward: Side | None = None
    for index, event in enumerate(events):
        if event.kind == "name" and event.name is not None:
            if forward is not None and _follows(passage, events, index):
                binding.bind([event.name], forward)
            else:
                forward = None
                binding.waiting.append(event.name)
        elif event.kind == "role":
            forward = _role(passage, binding, events, index)
        elif event.kind == "between":
            binding.flush()
            forward = None
        else:
            if binding.against:  # what waited behind the one before
                line = passage.line(event.start)[0]
                before = [name for name in binding.waiting if name.start < line]
                binding.bind(before, "respondent")
            binding.bind(list(binding.waiting), "initiator")
            binding.against, forward = True, None
    if binding.against:
        binding.flush()
    if not binding.bound:
        binding.bind([name for name in binding.waiting if name.certain], "party")
    return _parties(passage, binding.bound)


def _parties(passage: Passage, bound: list[tuple[Name, Side]]) -> list[PartyDraft]:
    """The parties in the order of the text; a name that comes back is the same party."""
    parties: list[PartyDraft] = []
    for name, side in sorted(bound, key=lambda pair: pair[0].start):
        party = party_of(passage, name, side)
        known = next((p for p in parties if p.is_same(party)), None)
        if known is None:
            parties.append(party)
            continue
        if (
            party.name.startswith(known.name) and name.legal
        ):  # the full name goes before a short one
            known.name, known.place = party.name, party.place
            known.aliases = [alias for alias in known.aliases if alias != known.name]
        known.add(party)
    return parties


def _events(passage: Passage) -> list[_Event]:
    words, lower = passage.words, passage.lower
    events = [
        _Event("name", n.start, n.stop, n) for n in names_in(passage) if not _is_other(passage, n)
    ]
    taken = [(e.start, e.end) for e in events]

    def free(at: int) -> bool:
        return not any(start <= at < end for start, end in taken)

    sides: tuple[Side, ...] = ("initiator", "respondent")
    for side in sides:
        for match in words.all(f"sides.{side}", lower):
            inside = next((e for e in events if e.start <= match.start() < e.end and e.name), None)
            if inside is None or match.start() >= (inside.name.end if inside.name else 0):
                colon = lower[match.end() : match.end() + 4].lstrip(" s)(").startswith((":", "·"))
                events.append(_Event("role", *match.span(), side=side, colon=colon))
    for relation, side in zip(("by", "against"), sides, strict=True):
        for match in words.all(f"relations.{relation}", lower):
            if _ends_label(passage, match):  # Klacht tegen: X, Ingediend door: Y
                events.append(_Event("role", *match.span(), side=side, colon=True))
                taken.append(match.span())
    for side in sides:
        events.extend(_asks_who(passage, side))
    events.extend(
        _Event("against", *m.span())
        for m in words.all("relations.against", lower)
        if free(m.start())
    )
    events.extend(
        _Event("between", *m.span())
        for m in words.all("relations.between", lower)
        if free(m.start())
    )
    named = sorted((e for e in events if e.kind == "name"), key=lambda e: e.start)
    for before, after in itertools.pairwise(named):
        if passage.text[before.end : after.start].strip() in _SLASH:  # inzake X / Y
            events.append(_Event("against", before.end, after.start))
    return sorted(events, key=lambda event: event.start)


def _asks_who(passage: Passage, side: Side) -> Iterator[_Event]:
    """Labels that ask for a side: `Wie klaagt: X`, `Over wie: Y`."""
    words, lower = passage.words, passage.lower
    verbs = ("procedure.filing", "procedure.asking", "procedure.filed", "subject.complain_verb")
    ties = ("relations.against", "relations.about")
    for start in passage.starts:
        label, colon, _ = lower[start : passage.line(start)[1]].partition(":")
        if not colon or len(label.split()) > _LABEL_WORDS or not words.has("relations.who", label):
            continue
        tied = any(words.has(name, label) for name in ties)
        asked = any(words.has(name, label) for name in verbs)
        if tied if side == "respondent" else asked and not tied:
            yield _Event("role", start, start + len(label), side=side, colon=True)


def _ends_label(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a preposition ends a short label at the start of a line."""
    start, end = passage.line(match.start())
    label, rest = passage.lower[start : match.start()], passage.lower[match.end() : end]
    goes_on = rest.lstrip().startswith(":") and rest.strip(" :") != ""
    if not label.strip() and match.group() in passage.words.lists["letter.sender"]:
        return False  # Van: de commissie
    return goes_on and len(label.split()) <= _LABEL_WORDS


def _is_other(passage: Passage, name: Name) -> bool:
    """Whether a capitalised word is a place (*te Utrecht*) or a label (*Ontvangen op: …*)."""
    start, end = passage.line(name.start)
    rest = passage.text[name.end : end]
    if name.start == start and not name.certain and (_TITLE_LINE.match(rest) or _CODE.match(rest)):
        return True
    if name.start == 0 and name.end == end and not name.certain and " " not in name.text:
        return True  # EINDOORDEEL
    return bool(
        _PLACE.search(passage.lower[start : name.start])
        or (name.start == start and _LABEL.match(passage.lower[name.end : end]))
    )


def _follows(passage: Passage, events: list[_Event], index: int) -> bool:
    """Whether a name goes on with the names that a label is in front of."""
    before = events[index - 1]
    gap = passage.lower[before.end : events[index].start]
    if before.kind == "role":
        return True
    joint = "|".join(re.escape(word) for word in passage.words.lists["relations.list"])
    return re.fullmatch(
        rf"[\s)\"”']*(?:,|;|{joint}|&|,\s*{joint})(?:\s*\(?\d[.)])?[\s\"“'\w]{{0,40}}", gap
    ) is not None or (_has_only_aside(passage, before.end, events[index].start))


def _has_only_aside(passage: Passage, start: int, end: int) -> bool:
    """Whether only a seat stands between two names of one list."""
    gap = passage.lower[start:end]
    seat = passage.words.find("names.aside", gap)
    joint = "|".join(re.escape(word) for word in passage.words.lists["relations.list"])
    return seat is not None and re.search(rf"(?:,|\s)(?:{joint})\s+(?:\w+\s)?\Z", gap) is not None


def _role(passage: Passage, binding: _Binding, events: list[_Event], index: int) -> Side | None:
    """Bind a role to the names before it, or say that it goes with those behind it."""
    role = events[index]
    start, end = passage.line(role.start)
    label = _is_label(passage, events, index)
    if label and (role.colon or not passage.lower[start : role.start].strip(" 0123456789.deht-•")):
        binding.flush()
        return role.side
    sentence = passage.lower[start : role.start].strip() == "" and passage.lower[
        start:end
    ].endswith(".")
    if sentence and end - role.end > _SENTENCE:
        return None  # a sentence about a party, no role of the names above it
    if binding.waiting:
        many = passage.lower[role.start : role.end].endswith(("s", "en", "partijen", "parties"))
        same_line = [name for name in binding.waiting if name.start >= start]
        names = binding.waiting if many else (same_line or binding.waiting[-1:])[:1]
        binding.bind(list(names), role.side)
        binding.waiting = []
        return None
    alone = passage.lower[start:end].strip(" :.,-") == passage.lower[role.start : role.end]
    return role.side if label or alone else None


def _is_label(passage: Passage, events: list[_Event], index: int) -> bool:
    """Whether a role is followed by its names on the same line: `Verzoeker: X`, `Klager is X`."""
    following = events[index + 1] if index + 1 < len(events) else None
    if following is None or following.kind != "name":
        return False
    gap = passage.lower[events[index].end : following.start]
    return (
        "\n" not in gap
        and _LABEL_GAP.match(gap) is not None
        and not re.search(r"\b(?:en|and)\b", gap)
    )
