"""The parts of a ruling document, and its numbered paragraphs as sections."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from ckt_extract.facts.places import place_of
from ckt_extract.facts.ruling_lexicon import RulingWords, ruling_words
from ckt_extract.facts.ruling_people import members_in
from ckt_extract.facts.ruling_text import passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import PlacedWord, Statement
from ckt_extract.models.document import Section
from ckt_extract.patterns import pattern

__all__ = [
    "PartName", "Parts", "flow_of", "has_place_and_date", "is_title", "parts_of", "title_of",
    "with_paragraphs",
]  # fmt: skip

PartName = Literal[
    "head", "parties", "procedure", "admission", "facts", "subject", "assessment", "decision",
    "recommendations", "signature", "other",
]  # fmt: skip
_LONGEST = 3000
"""Letters of a statement at most; what is longer is no sentence of a ruling."""
_NAMED: tuple[PartName, ...] = (
    "parties", "procedure", "admission", "facts", "subject", "assessment", "decision",
    "recommendations", "signature",
)  # fmt: skip
_LEFT_OUT = frozenset({"furniture", "contents", "quote", "note"})
_NUMERAL = pattern(r"\A\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Ha-h])[.)]?)\s+")
_TAIL = pattern(r"\s(?:aan|van|door|voor|inzake|to|of|by|for|on)\s.*")
_FIRST = 10
"""The title stands among so many statements at the start."""
_DATE = pattern(r"\bmay (?=\d)|\d may\b")
_LABEL_WORDS, _VALUE_WORDS = 5, 14
_INITIALS = pattern(r"\b[A-Z]\.\Z")
_INITIALED = pattern(r"(?:[A-Z]\. ?)+(?:[a-z]+ )*[A-Z][a-z]")
"""A person: the line may have others below it."""
_DATED = pattern(r"\A\s*\S+ \S+ \d{4}\.?\Z")
"""A label with nothing but a date behind it: `Final decision: 16 July 2020`."""
_SIGNED_WORDS = 14
"""Words of a line with the names of those who decided, at most."""
_BARE_DATE = pattern(r"\d{1,2}[ ./-][\w]+[ ./-]\d{4}\Z")
_BARE_LABEL = pattern(r"[A-Z][a-zà-ÿ-]+(?: [a-zà-ÿ-]+){0,4}\Z")
_YEAR = pattern(r"\b\d{4}\b")
_BESIDE = 5
_TITLE_LENGTH = 160
_TITLE_START = 30
"""The word for a ruling starts within so many letters of its title."""
_SENTENCE = pattern(r"(?<!\b[A-Z])\.\s*\Z")
"""The full stop of a sentence, not that of *B.V.*"""
_CLOSING = 4
"""A place with a date among so many statements at the end stands above the signature."""
_TOP = 3
"""Statements above the first heading that opens a part, at most, where no side is named."""
_PLACE_DATE = pattern(
    r"(?:[A-Z]['’\w]*[ -]?){1,3}, (?:\d{1,2}[ .-]|(?:op|on) \d)|\d{1,2}[ ./-]\w+[ ./-]\d{4}\.?\Z"
)
"""The line above a signature: `Den Haag, 7 juli 2020`."""
_POINTED = pattern(r"\A(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Ha-h])[.)]\s+")
_CAPITAL = pattern(r"\s[A-Z]|\d")
_HEADING_WORDS = 5
"""Words of a line that is a heading but does not look like one, at most."""
_SENTENCE_WORDS = 3
"""Words behind a label that make it more than a key with its value."""
_LENGTH = 80
"""A heading of a ruling is at most so long."""


class Parts(Struct):
    """The statements of a ruling by the part they stand in, each part in reading order."""

    of: dict[PartName, list[Statement]] = field(default_factory=dict)
    headings: dict[PartName, Statement] = field(default_factory=dict)

    def get(self, *names: PartName) -> list[Statement]:
        """The statements of some parts, part by part."""
        return [statement for name in names for statement in self.of.get(name, ())]


def flow_of(statements: Iterable[Statement]) -> list[Statement]:
    """The statements of the running text, a label that stands above its value with that."""
    kept = [s for s in statements if s.kind not in _LEFT_OUT and s.words and len(s.text) < _LONGEST]
    table = sum(_BARE_DATE.match(s.text) is not None for s in kept) > 1
    flow: list[Statement] = []
    for statement in kept:
        if flow and _is_label_of(flow[-1], statement, table=table):
            flow[-1] = _joined(flow[-1], statement)
        else:
            flow.append(statement)
    return flow


def _is_label_of(label: Statement, value: Statement, *, table: bool) -> bool:
    """Whether a line is nothing but a label, and the next one its value: `Ingekomen:`.

    In a table of dates the labels have no colon.
    """
    text = value.text.rstrip()
    if table and _BARE_DATE.match(text) and _BARE_LABEL.match(label.text):
        return label.kind == value.kind == "sentence"
    return (
        label.kind == value.kind == "sentence"
        and label.text.rstrip().endswith(":")
        and len(label.words) <= _LABEL_WORDS
        and len(value.words) <= _VALUE_WORDS
        and not text.endswith((":", ",", ";", "!"))
        and (not _SENTENCE.search(text) or _INITIALS.search(text) is not None)
        and not _INITIALED.match(text)
    )


def _joined(label: Statement, value: Statement) -> Statement:
    text = f"{label.text.rstrip(' :')}: {value.text}"
    start = len(text) - len(value.text)
    moved = [PlacedWord(w.word, w.page, w.start + start, w.apart) for w in value.words]
    words = [*label.words, *moved]
    return replace(label, text=text, words=words, focus=(0, len(text)), places={})


def parts_of(statements: Iterable[Statement], language: Language) -> Parts:
    """Divide a ruling by its headings, also where these look like the text around them.

    A label in front of a sentence (`Beslissing: de klacht is gegrond.`) is a heading for its
    paragraph.
    """
    words = ruling_words(language)
    parts = Parts()
    part: PartName = "head"
    label: tuple[int, PartName] | None = None
    flow = flow_of(statements)
    for index, statement in enumerate(flow):
        lower = statement.text.lower()
        begun = part != "head" or _has_side(parts, words) or len(parts.get("head")) > _TOP
        named = _part_named(statement, words, begun=begun)
        if named is not None:
            part, label = named, None
            parts.headings.setdefault(named, statement)
            if _YEAR.search(lower):  # Uitspraak van 20 mei 2019
                parts.of.setdefault("head", []).append(statement)
            continue
        if statement.kind == "heading" and begun and not words.has("title.ruling", lower):
            part = "other"
            continue
        late = part != "head" or index >= len(flow) - _CLOSING
        closes = begun and late and has_place_and_date(statement.text)
        late = late or 2 * index >= len(flow)  # above, a label names the committee
        signs = late and words.patterns["sections.signs"].match(lower) is not None
        if part == "recommendations" and len(statement.words) <= _SIGNED_WORDS:
            signs = signs or bool(members_in(passage_of([statement], language), signed=True))
        if part != "signature" and (closes or signs):
            part = "signature"
        if labelled := _part_labelled(statement, words):
            label = statement.block, labelled
        inside = label[1] if label and label[0] == statement.block else part
        parts.of.setdefault(inside, []).append(statement)
    return parts


def has_place_and_date(text: str) -> bool:
    """Whether a line is the one above or beside a signature: `Den Haag, 7 juli 2020`."""
    return _PLACE_DATE.match(text) is not None


def _part_labelled(statement: Statement, words: RulingWords) -> PartName | None:
    """The part that the label in front of a sentence names."""
    title, colon, rest = _NUMERAL.sub("", statement.text).partition(":")
    if not colon or len(rest.split()) < _SENTENCE_WORDS or _DATED.search(rest):
        return None
    label = title.strip().lower()
    return next((n for n in _NAMED if words.whole(f"sections.{n}", label)), None)


def _has_side(parts: Parts, words: RulingWords) -> bool:
    """Whether the head has named a side: what comes first is the title, and opens no part."""
    return any(
        words.has(name, statement.text.lower())
        for statement in parts.get("head")
        for name in ("sides.initiator", "sides.respondent", "relations.against")
    )


def _part_named(statement: Statement, words: RulingWords, *, begun: bool) -> PartName | None:
    """The part that a heading opens, or None for any other statement."""
    label = statement.kind != "heading" and ": " in statement.text
    if len(statement.text) > _LENGTH or label:
        return None
    title = _NUMERAL.sub("", statement.text).strip(" .:").lower()
    title = title.translate(str.maketrans("’", "'"))
    ends = statement.text.rstrip().endswith(".")
    short = title if ends else _TAIL.sub("", title)  # aanbevelingen aan verweerster
    for name in _NAMED:
        if words.whole(f"sections.{name}", title) or words.whole(f"sections.{name}", short):
            return _opened(name, begun=begun)
    if statement.kind != "heading":
        if any(words.whole(f"sides.{side}", title) for side in ("initiator", "respondent")):
            return None
        text = _POINTED.sub("", statement.text.strip())
        plain = _CAPITAL.search(text) is None and not ends
        if statement.kind == "bullet" or not plain or len(title.split()) > _HEADING_WORDS:
            return None
    if not begun:
        return None
    if words.has("sections.aside", title):
        return "other"
    found = ((m.start(), n) for n in _NAMED if (m := words.find(f"sections.{n}_noun", title)))
    first = min(found, key=lambda pair: pair[0], default=None)
    return _opened(first[1], begun=begun) if first else None


def _opened(name: PartName, *, begun: bool) -> PartName | None:
    """The part that a heading opens; before the parties a title (*Uitspraak*) opens none."""
    return None if name in ("decision", "signature", "subject") and not begun else name


def title_of(flow: Sequence[Statement], language: Language) -> Statement | None:
    """The title of a ruling: a line near the start that begins with the word for it."""
    lines = (s for s in flow[:_FIRST] if s.kind == "heading" or not _SENTENCE.search(s.text))
    return next((s for s in lines if is_title(s.text.lower(), language)), None)


def is_title(text: str, language: Language) -> bool:
    """Whether a line is the title of a ruling."""
    words = ruling_words(language)
    if len(text) > _TITLE_LENGTH or words.has("title.not_ruling", text):
        return False
    bare = _DATE.sub("", text)
    if any(words.has(name, bare) for name in ("tense.perfect", "tense.modal", "tense.general")):
        return False
    start = max((m.end() for m in words.all("nouns.committee", text)), default=0)
    for name in ("title.ruling", "nouns.ruling"):
        for found in words.all(name, text):
            if words.whole("nouns.many", found.group()):
                continue
            if found.start() <= _TITLE_START or 0 <= found.start() - start <= _BESIDE:
                return True
    return False


_DEEP = pattern(r"\d{1,2}(?:\.\d{1,3})+\.?\Z")
_INSIDE = pattern(r"(\d{1,2}(?:\.\d{1,3})+)\.?\s+(?=[^\W\d_])")
"""A numeral that the layout left in the text."""
_PLAIN = pattern(r"(\d{1,3})[.)]?\Z")


def with_paragraphs(
    sections: Sequence[Section], statements: Sequence[Statement]
) -> tuple[Section, ...]:
    """The sections of a ruling with its numbered paragraphs among them, in reading order.

    A paragraph (*2.1*) has its first sentence for a title. Plain numerals count as paragraphs
    where they run on over headings; those of a list start anew and are none.

    Args:
        sections: The headings; `Statement.section` is an index in them.
        statements: The statements of the document in reading order.
    """
    plain = set(map(id, _running(statements)))
    found: list[Section] = []
    moved: dict[int, int] = {}
    """From the index of a heading to its index among all sections."""
    open_: Statement | None = None
    """The paragraph that further sentences belong to."""
    for statement in statements:
        index = statement.section
        if statement.kind == "heading" and index is not None and index not in moved:
            moved[index] = len(found)
            heading = sections[index]
            parent = moved.get(heading.parent) if heading.parent is not None else None
            found.append(heading.changed(parent=parent))
            open_ = None
        elif statement.words and (_number(statement) or id(statement) in plain):
            found.append(_paragraph(statement, found, moved))
            open_ = statement
        elif open_ is not None and statement.block == open_.block and statement.words:
            pages = (found[-1].pages[0], statement.words[-1].page)
            found[-1] = found[-1].changed(pages=pages)
    return tuple(found) if len(moved) == len(sections) else tuple(sections)


def _paragraph(statement: Statement, found: Sequence[Section], moved: dict[int, int]) -> Section:
    inside = _INSIDE.match(statement.text) if not statement.mark else None
    number = inside.group(1) if inside else statement.mark.strip("().")
    start = inside.end() if inside else 0
    above = number.rpartition(".")[0]
    parent = next(
        (i for i in range(len(found) - 1, -1, -1) if above and found[i].number == above),
        moved.get(statement.section) if statement.section is not None else None,
    )
    pages = (statement.words[0].page, statement.words[-1].page)
    return Section.built(
        title=statement.text[start:],
        level=found[parent].level + 1 if parent is not None else 1,
        number=number,
        parent=parent,
        pages=pages,
        place=place_of(statement, start),
    )


def _number(statement: Statement) -> bool:
    """Whether a numeral of more than one level stands in front of a statement."""
    if statement.kind not in ("sentence", "bullet"):
        return False
    return bool(_DEEP.match(statement.mark) or _INSIDE.match(statement.text))


def _running(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements whose plain numerals run on from one heading to the next."""
    numbered = [
        (int(match.group(1)), statement)
        for statement in statements
        if statement.kind != "heading" and (match := _PLAIN.match(statement.mark))
    ]
    run: list[Statement] = []
    last = 0
    for number, statement in numbered:
        if number == last + 1:
            run.append(statement)
            last = number
        elif number == 1:
            yield from _over_headings(run)
            run, last = [statement], 1
    yield from _over_headings(run)


def _over_headings(run: Sequence[Statement]) -> Sequence[Statement]:
    return run if len({statement.section for statement in run}) > 1 else []
