"""The names of organisations in a text, with the other names that it gives them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from ckt_extract.facts.dimensions import country_code
from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.ruling_known import is_known, is_legal, name_forms
from ckt_extract.facts.ruling_text import Passage

__all__ = ["Name", "names_in"]

Span = tuple[int, int]

_TOKEN = re.compile(r"[^\s,;:()\[\]\"“”„«»‘]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_ABBREVIATION = re.compile(r"[A-Z][a-z]{0,4}\.")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_BEHIND_HYPHEN = re.compile(r"[a-z]{3,}-(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_QUOTES = "\"“”„'’‘«»"
_BETWEEN_ALIASES = re.compile(r"\s*(?:,|en|and|&)\s*[\"“„'‘]?")
_ASIDE_END = re.compile(r"[,;:()\n]|\s(?=en\s|and\s|tegen\s|against\s|hierna\s|hereinafter\s)")
_PLACE = re.compile(r"\b(?:te|in|uit|at|In)\s((?:['’]s[- ])?[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w-]+)?)")
"""A place: `te Utrecht`. A small word before a name is no sign of a party."""
_PERSON = re.compile(
    r"(?<![\w.&])(?:[A-Z]\. ?)+(?:(?:van|de|der|den|het|ter|ten|te|von) )*[A-Z][\w'’-]+"
)
_AND = ("en", "and")


@dataclass(slots=True)
class Name:
    """A name in a text: `stop` is where the brackets with its other names end."""

    text: str
    start: int
    end: int
    stop: int
    kind: Literal["name", "body", "local"] = "name"
    legal: bool = False
    """It has a legal form."""
    aliases: list[str] = field(default_factory=list)

    @property
    def company(self) -> bool:
        """Whether its legal form is that of a company."""
        return is_legal(self.text.rsplit(None, 1)[-1])

    @property
    def certain(self) -> bool:
        """Whether it is the name of an organisation wherever it stands."""
        return self.legal or is_known(self.text) or self.kind == "body"


def _asides(passage: Passage) -> Iterator[Span]:
    """Where a party has its seat, who speaks for it, what it is part of: no parties."""
    for match in _PLACE.finditer(passage.text):
        versus = passage.words.patterns["relations.against"].match(passage.lower, match.end() + 1)
        if versus is None and not is_known(match.group(1)):
            yield match.span()
    for match in passage.words.all("names.aside", passage.lower):
        end = _ASIDE_END.search(passage.lower, match.end())
        yield match.start(), end.start() if end else len(passage.lower)


@lru_cache(maxsize=8)  # a passage is asked for its names by several rules
def names_in(passage: Passage) -> list[Name]:
    """The names in a passage, in order; other names of the same party belong to the first."""
    hidden = [*passage.hidden, *_asides(passage)]
    bodies = list(_bodies(passage))
    taken = [*hidden, *((body.start, body.end) for body in bodies)]
    taken += [(m.start, m.end) for m in passage.reading.measures]  # Zeven bedrijven
    people = [match.span() for match in _PERSON.finditer(passage.text)]
    names = [
        name
        for name in _runs(passage)
        if not _inside(name.start, taken) and (name.legal or not _inside(name.start, people))
    ]
    names.extend(bodies)
    names.sort(key=lambda name: name.start)
    kept: list[Name] = []
    for name in names:
        if kept and name.start < kept[-1].stop:
            continue
        if kept and _is_seat(passage, kept[-1], name):
            hidden.append((name.start, name.end))
            _take_aliases(passage, kept[-1], hidden)
            continue
        _take_aliases(passage, name, hidden)
        kept.append(name)
    return kept


def _is_seat(passage: Passage, before: Name, name: Name) -> bool:
    """Whether a name is only the place behind a legal person: `X B.V., Utrecht, verzoeker`."""
    between = passage.text[before.end : name.start]
    after = passage.text[name.end : name.end + 2].lstrip(" ")[:1]
    return before.legal and not name.certain and between == ", " and after in ",;()\n"


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _runs(passage: Passage) -> Iterator[Name]:
    tokens = list(_TOKEN.finditer(passage.text))
    at = 0
    while at < len(tokens):
        run = _run(passage, tokens, at)
        if run is None:
            at += 1
            continue
        name, at = run
        if not _is_common(passage, name):
            yield name


def _run(passage: Passage, tokens: list[re.Match[str]], at: int) -> tuple[Name, int] | None:
    """The name that starts at a token, and the index after it."""
    text, forms = passage.text, name_forms()
    start = tokens[at].start()
    if behind := _BEHIND_HYPHEN.match(tokens[at].group()):
        start += behind.end()
    first = text[start : tokens[at].end()]
    bare = _POSSESSIVE.sub("", first.rstrip(".?!").lower())
    if not _CAPITAL.match(first) or passage.words.whole("names.first", bare):
        return None
    head = first in forms.heads
    last, legal, stop = at, False, at + 1
    while stop < len(tokens) and not legal:
        before, token = tokens[last].group(), tokens[stop].group()
        if not _joins(text, tokens[last], tokens[stop]) or _ends_sentence(before, token):
            break
        if is_legal(token):
            last, legal, stop = stop, True, stop + 1
        elif _CAPITAL.match(token):
            last, stop = stop, stop + 1
        else:
            after = _behind_inner(passage, tokens, stop, legal_head=head)
            if after is None:
                break
            last, stop = after, after + 1
            legal = is_legal(tokens[last].group())
    if is_legal(first) and last == at:
        return None
    end = tokens[last].end()
    raw = text[start:end]
    if not legal:
        raw = raw.rstrip(".?!")
    elif raw.endswith("..") or (raw.endswith(".") and raw.rsplit(None, 1)[-1] not in forms.legal):
        raw = raw[:-1]
    raw = _POSSESSIVE.sub("", raw) if not raw.lower().endswith("'t") else raw
    raw = raw.strip(_QUOTES)
    end = start + len(raw)
    return Name(raw, start, end, end, legal=legal or head), last + 1


def _joins(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether nothing but a space (a line end inside a name) stands between two tokens."""
    between = text[before.end() : after.start()]
    return between.isspace() and "\n" not in between


def _ends_sentence(before: str, after: str) -> bool:
    """Whether a full stop behind a token ends more than an abbreviation (*Corn. Van Dijk*)."""
    if before[-1] in "?!":
        return True
    if not before.endswith("."):
        return before.endswith(("'s", "’s"))  # of Weavers' Voice the name goes on
    if _INITIALS.fullmatch(before) or is_legal(after):
        return False
    return not (_ABBREVIATION.fullmatch(before) and _CAPITAL.match(after))


def _behind_inner(
    passage: Passage, tokens: list[re.Match[str]], at: int, *, legal_head: bool
) -> int | None:
    """Index of the capitalised token behind small words inside a name, or None.

    *Van*, *en* and the like join only in a name that is known to be a legal person: by its head
    (*Stichting …*), or by a legal form that follows directly (*Stof en Steek B.V.*).
    """
    forms = name_forms()
    for size in (2, 1):
        after = at + size
        if after >= len(tokens):
            continue
        inner = " ".join(token.group() for token in tokens[at:after])
        chain = all(_joins(passage.text, tokens[i], tokens[i + 1]) for i in range(at, after))
        if not chain or not _CAPITAL.match(tokens[after].group()):
            continue
        if inner in forms.inner:
            return after
        if legal_head and inner in _AND:
            if not _is_apart(passage, tokens, after):
                return after
            continue
        if legal_head and inner in forms.inner_legal:
            return after
        if inner in forms.inner_legal and _closes_with_legal(passage, tokens, at, after):
            return after
    return None


def _ends_in_legal(passage: Passage, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the run of capitalised words from an index on ends in a legal form."""
    while at + 1 < len(tokens) and _joins(passage.text, tokens[at], tokens[at + 1]):
        at += 1
        if is_legal(tokens[at].group()):
            return True
        if not _CAPITAL.match(tokens[at].group()):
            return False
    return False


def _is_apart(passage: Passage, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the name behind `Stichting X en` is another one: it says itself what it is."""
    following = tokens[at].group()
    return (
        following in name_forms().heads
        or following.isupper()
        or is_known(following)
        or _ends_in_legal(passage, tokens, at)
    )


def _closes_with_legal(passage: Passage, tokens: list[re.Match[str]], at: int, after: int) -> bool:
    """Whether a legal form ends the run behind a small word, and one name is meant.

    `tussen A en B B.V.` has two names; so has `A en B B.V.` when A is known or an acronym.
    """
    if not _ends_in_legal(passage, tokens, after):
        return False
    if tokens[at].group() not in _AND:
        return True
    before = tokens[at - 1].group()
    line_start, _ = passage.line(tokens[at].start())
    between = passage.words.has("relations.between", passage.lower, line_start, tokens[at].start())
    several = passage.words.has("nouns.many", passage.lower, line_start, tokens[at].start())
    return not (between or several or before.isupper() or is_known(before))


def _is_common(passage: Passage, name: Name) -> bool:
    """Whether a capitalised word is no name: a noun that starts a sentence, a country."""
    if name.legal or len(name.text) < 2:
        return len(name.text) < 2
    words = name.text.split()
    line_start, _ = passage.line(name.start)
    lower = name.text.lower()
    if len(words) == 1 and passage.words.whole("names.noun", lower):
        return True
    if len(words) == 1 and name.start == line_start and kind_of_noun(lower, passage.language):
        return True
    if any(passage.words.has(side, lower) for side in ("sides.initiator", "sides.respondent")):
        return True
    if passage.words.whole("nouns.other_body", lower):
        return True
    return country_code(name.text, passage.language) is not None


def _bodies(passage: Passage) -> Iterator[Name]:
    """Bodies of the agreement, and parties of which only the kind is told."""
    words = passage.words
    for match in words.all("names.body", passage.lower):
        tail = words.patterns["names.body_tail"].match(passage.lower, match.end() + 1)
        end = tail.end() if tail else match.end()
        yield Name(passage.text[match.start() : end], match.start(), end, end, "body")
    for match in words.all("names.local", passage.lower):
        yield Name(passage.text[slice(*match.span())], *match.span(), match.end(), "local")


def _take_aliases(passage: Passage, name: Name, hidden: list[Span]) -> None:
    """Read the other names behind a name: `(SOMO)`, `hierna: X`, `handelend onder de naam X`."""
    at = name.end
    while True:
        at = _skip(passage, at, hidden)
        cue = passage.words.patterns["names.alias"].match(passage.lower, at)
        bracket = passage.text[at - 1] == "(" if at else False
        if cue is None and not bracket:
            return
        start = cue.end() if cue else at
        found = list(_names_at(passage, start))
        if not found:
            return
        if cue is None and passage.text[found[-1].stop : found[-1].stop + 1] != ")":
            return
        name.aliases.extend(n.text for n in found if n.text != name.text)
        name.stop = at = found[-1].stop


def _skip(passage: Passage, at: int, hidden: list[Span]) -> int:
    """Skip commas, brackets, line ends, asides and the role of a party."""
    roles = [passage.words.patterns[f"sides.{side}"] for side in ("initiator", "respondent")]
    while at < len(passage.text):
        if role := next((m for pattern in roles if (m := pattern.match(passage.lower, at))), None):
            at = role.end()
            continue
        if passage.text[at] in " ,;()\n" + _QUOTES:
            at += 1
            continue
        span = next((s for s in hidden if s[0] <= at < s[1]), None)
        if span is None:
            break
        at = span[1]
    return at


def _names_at(passage: Passage, at: int) -> Iterator[Name]:
    """One or more names that start at an offset, behind a colon, an article or quotes."""
    lead = re.compile(rf"\s*:?\s*(?:(?:de|het|the|als|as)\s+)?[{_QUOTES}]?\s*").match(
        passage.text, at
    )
    while lead is not None:
        at = lead.end()
        quoted = passage.text[at - 1] in _QUOTES if at else False
        name = _name_at(passage, at, quoted=quoted)
        if name is None:
            return
        yield name
        lead = _BETWEEN_ALIASES.match(passage.text, name.stop)


def _name_at(passage: Passage, at: int, *, quoted: bool) -> Name | None:
    if quoted:
        end = next(
            (i for i in range(at, min(at + 80, len(passage.text))) if passage.text[i] in _QUOTES),
            None,
        )
        text = passage.text[at:end] if end else ""
        if end and text and not _is_role(passage, text):
            return Name(text, at, end, end + 1)
        return None
    tokens = list(_TOKEN.finditer(passage.text, at, min(at + 120, len(passage.text))))
    run = _run(passage, tokens, 0) if tokens and tokens[0].start() == at else None
    return run[0] if run and not _is_role(passage, run[0].text) else None


def _is_role(passage: Passage, text: str) -> bool:
    lower = text.lower()
    return any(
        passage.words.has(name, lower)
        for name in ("sides.initiator", "sides.respondent", "sides.company", "nouns.committee")
    )
