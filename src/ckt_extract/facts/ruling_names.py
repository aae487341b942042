"""The names of organisations in a text, with the other names that it gives them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ckt_extract.facts.dimensions import country_code
from ckt_extract.facts.ruling_known import is_known
from ckt_extract.facts.ruling_runs import CAPITAL, QUOTES, TOKEN, Name, name_at, name_runs
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.patterns import pattern

__all__ = ["Name", "aliases_behind", "is_in_name", "names_in"]

Span = tuple[int, int]
_BETWEEN_ALIASES = pattern(r"\s*(?:,|en|and|&)\s*[\"“„'‘]?")
_ASIDE_END = pattern(r"[,;:()\n]|\s(?=en\s|and\s|tegen\s|against\s|hierna\s|hereinafter\s)")
_PLACE = pattern(r"\b(?:te|in|uit|at|In)\s((?:['’]s[- ])?[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w-]+)?)")
"""A place: `te Utrecht`. A small word before a name is no sign of a party."""
_PERSON = pattern(
    r"(?<![\w.&])(?:[A-Z]\. ?)+(?:(?:van|de|der|den|het|ter|ten|te|von) )*[A-Z][\w'’-]+"
)
_PLURALS = ("s", "en")
"""Endings of a role that several parties have: klagers, verzoekende partijen, complainants."""
_FEW_WORDS, _SOME_WORDS = pattern(r"(?:[a-z]+\)? ){1,9}"), pattern(r"(?:[a-z]+\)? ){1,4}")
"""What may stand in front of the words for another name: in brackets, or behind a comma."""
_APPOSED = pattern(r"(?:\s[A-ZÀ-Þ][\w-]+)+,\s")
_SHORT = pattern(r"[A-Z&]{2,6}")
_ARTICLE = pattern(r"\s(?:(?:the|this|its|de|het|deze|haar|zijn)\s)?")
_WORD = pattern(r"[a-z]+\)? ")


def _asides(passage: Passage) -> Iterator[Span]:
    """Where a party has its seat, who speaks for it, what it is part of: no parties."""
    for match in _PLACE.finditer(passage.text):
        versus = passage.words.patterns["relations.against"].match(passage.lower, match.end() + 1)
        if versus is None and not is_known(match.group(1)):
            yield match.span()
    for match in passage.words.all("names.aside", passage.lower):
        if _is_of_case(passage, match.end()):
            continue  # part of the complaint of X
        end = _ASIDE_END.search(passage.lower, match.end())
        yield match.start(), end.start() if end else len(passage.lower)


def _is_of_case(passage: Passage, at: int) -> bool:
    """Whether a noun for a case follows."""
    article = _ARTICLE.match(passage.lower, at)
    first = article.end() if article else at
    names = ("nouns.complaint", "nouns.dispute", "nouns.other")
    return any(passage.words.patterns[name].match(passage.lower, first) for name in names)


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
        for name in name_runs(passage)
        if not _inside(name.start, taken) and (name.legal or not _inside(name.start, people))
    ]
    names.extend(bodies)
    names.sort(key=lambda name: name.start)
    kept: list[Name] = []
    for name in names:
        if kept and name.start < kept[-1].stop:
            continue
        if kept and _is_seat(passage, kept[-1], name):
            hidden.append((kept[-1].end, name.end))
            _take_aliases(passage, kept[-1], hidden)
            continue
        _take_aliases(passage, name, hidden)
        if kept and _is_one_party(passage, kept[-1], name):
            whole = kept.pop()
            name.text, name.start = passage.text[whole.start : name.end], whole.start
        kept.append(name)
    return kept


def is_in_name(passage: Passage, at: int) -> bool:
    """Whether a word is part of the name of an organisation: *Loom Workers Foundation*."""
    return any(n.kind == "name" and n.start <= at < n.end for n in names_in(passage))


def _is_one_party(passage: Passage, before: Name, name: Name) -> bool:
    """Whether two names are one with a conjunction: `Verweerster: Naald en Draad B.V.`.

    That is so where the first is no name by itself, and one party has the role beside them.
    """
    joined = passage.text[before.end : name.start] in (" en ", " and ", " & ")
    short = " " in before.text or not (name.legal or " " in name.text)
    if not joined or before.certain or short:
        return False
    start, end = passage.line(before.start)
    lower = passage.lower
    for side in ("sides.initiator", "sides.respondent"):
        for role in passage.words.all(side, lower[start:end]):
            in_front = lower[start + role.end() : before.start].strip(" :") == ""
            behind = lower[name.stop : start + role.start()].strip(" ,()") == ""
            beside = in_front if start + role.end() <= before.start else behind
            if beside and not role.group().endswith(_PLURALS):
                return True
    return False


def _is_seat(passage: Passage, before: Name, name: Name) -> bool:
    """Whether a name is only the place behind a legal person: `X B.V., Utrecht, verzoeker`."""
    between = passage.text[max(before.end, before.stop) : name.start].lstrip(QUOTES + ")")
    after = passage.text[name.end : name.end + 2].lstrip(" ")[:1]
    if not (before.legal or before.kind == "body") or name.certain:
        return False
    return between == " of " or (between in (", ", ", of ") and after in ",;()\n")


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _bodies(passage: Passage) -> Iterator[Name]:
    """Bodies of the agreement, and parties of which only the kind is told."""
    words = passage.words
    for match in words.all("names.body", passage.lower):
        if words.patterns["names.body_of"].match(passage.lower, match.end() + 1):
            continue  # het secretariaat van de commissie
        tail = words.patterns["names.body_tail"].match(passage.lower, match.end() + 1)
        end = tail.end() if tail else match.end()
        yield Name(passage.text[match.start() : end], match.start(), end, end, "body")
    local = [*words.all("names.local", passage.lower), *_withheld(passage)]
    for match in local:
        yield Name(passage.text[slice(*match.span())], *match.span(), match.end(), "local")


def _withheld(passage: Passage) -> Iterator[re.Match[str]]:
    """Parties of which only the kind and the country are told: *een vakbond uit Myanmar*."""
    words = passage.words
    for match in words.all("names.some", passage.lower):
        article = words.find("relations.indefinite", passage.lower, max(0, match.start() - 4))
        tie = words.patterns["names.from"].match(passage.lower, match.end() + 1)
        some = article and article.end() + 1 == match.start()
        if article and tie and passage.lower[: article.start()].endswith(", "):
            place = _APPOSED.match(passage.text, tie.end())
            if place and not words.patterns["relations.list"].match(passage.lower, place.end()):
                continue  # X, an organisation based in Y, …
        if some and tie and CAPITAL.match(passage.text, tie.end() + 1):
            yield match


def _take_aliases(passage: Passage, name: Name, hidden: list[Span]) -> None:
    """Read the other names behind a name: `(SOMO)`, `hierna: X`, `handelend onder de naam X`."""
    at = name.end
    while True:
        at = _skip(passage, at, hidden)
        lead = at
        while passage.words.patterns["names.alias"].match(passage.lower, lead) is None and (
            match := passage.words.patterns["names.alias_lead"].match(passage.lower, lead)
        ):
            lead = match.end() + 1
        led = passage.words.patterns["relations.article"].match(passage.lower, lead)
        lead = led.end() + 1 if led else lead
        cue = _alias_cue(passage, lead)
        at = lead if cue else at
        if cue is None:  # (in de winkel bekend als X)
            cue = _cue_behind_words(passage, at)
        bracket = passage.text[:at].rstrip(QUOTES).endswith("(")
        if cue is None and not bracket:
            return
        start = cue or at
        found = list(_names_at(passage, start))
        if not found and cue and (role := _role_at(passage, start)):
            at = role  # (hierna: verweerster), bekend als X
            continue
        if not found:
            return
        if cue is None and not passage.text[found[-1].stop :].lstrip(QUOTES).startswith(")"):
            return
        if cue is None and all(country_code(n.text, passage.language) for n in found):
            return  # te Bengaluru (India)
        name.aliases.extend(n.text for n in found if n.text != name.text)
        name.stop = at = found[-1].stop


def _cue_behind_words(passage: Passage, at: int) -> int | None:
    """Where words for another name end that stand behind a few other ones, set apart."""
    apart = passage.text[:at].rstrip(" ")[-1:]
    words = _FEW_WORDS if apart == "(" else _SOME_WORDS
    sells = passage.words.patterns["names.sells"].match(passage.lower, at)
    if apart not in ("(", ",") and not sells:
        return None
    said = words.match(passage.text, at)
    ends = [m.end() for m in _WORD.finditer(passage.text, at, said.end())] if said else []
    return next((end for word in ends if (end := _alias_cue(passage, word))), None)


def aliases_behind(passage: Passage, at: int) -> list[str]:
    """The other names that follow what ends at an offset: `verweerster, bekend als X`."""
    said = Name("", at, at, at)
    _take_aliases(passage, said, [*passage.hidden, *_asides(passage)])
    between = passage.lower[at : said.stop]
    cues = ("names.alias_verb", "names.alias_noun")
    return said.aliases if any(passage.words.has(cue, between) for cue in cues) else []


def _role_at(passage: Passage, at: int) -> int | None:
    """Where a role ends that stands behind the words for another name: *hierna: klaagster*."""
    words, lower = passage.words, passage.lower
    start = re.compile(r"[:\s\"“„'‘]*(?:(?:de|het|the)\s)?").match(lower, at)
    sides = ("sides.initiator", "sides.respondent", "sides.company")
    roles = (words.patterns[side].match(lower, start.end() if start else at) for side in sides)
    return next((role.end() for role in roles if role), None)


def _alias_cue(passage: Passage, at: int) -> int | None:
    """Where the words end that say that another name follows: *bekend onder de merknaam*."""
    patterns, lower = passage.words.patterns, passage.lower
    if said := patterns["names.alias"].match(lower, at):
        return said.end()
    end = None
    for name in ("alias_verb", "alias_tie", "article", "alias_noun"):
        room = "relations" if name == "article" else "names"
        if said := patterns[f"{room}.{name}"].match(lower, end + 1 if end else at):
            end = said.end()
        elif name == "alias_verb":
            return None
    return end


def _skip(passage: Passage, at: int, hidden: list[Span]) -> int:
    """Skip commas, brackets, line ends, asides and the role of a party."""
    roles = [passage.words.patterns[f"sides.{side}"] for side in ("initiator", "respondent")]
    articles = passage.words.patterns["relations.article"]
    while at < len(passage.text):
        article = articles.match(passage.lower, at)
        start = article.end() + 1 if article else at
        if role := next((m for p in roles if (m := p.match(passage.lower, start))), None):
            at = role.end()
            continue
        if passage.text[at] in " ,;()\n" + QUOTES:
            at += 1
            continue
        span = next((s for s in hidden if s[0] <= at < s[1]), None)
        if span is None:
            break
        at = span[1]
    return at


def _names_at(passage: Passage, at: int) -> Iterator[Name]:
    """One or more names that start at an offset, behind a colon, an article or quotes."""
    lead = re.compile(rf"\s*:?\s*(?:(?:de|het|the|als|as)\s+)?[{QUOTES}]?\s*").match(
        passage.text, at
    )
    while lead is not None:
        at = lead.end()
        quoted = passage.text[at - 1] in QUOTES if at else False
        name = _name_at(passage, at, quoted=quoted)
        if name is None:
            return
        yield name
        lead = _BETWEEN_ALIASES.match(passage.text, name.stop)


def _name_at(passage: Passage, at: int, *, quoted: bool) -> Name | None:
    if body := passage.words.patterns["names.body"].match(passage.lower, at):
        return Name(passage.text[at : body.end()], at, body.end(), body.end(), "body")
    if quoted:
        end = next(
            (i for i in range(at, min(at + 80, len(passage.text))) if passage.text[i] in QUOTES),
            None,
        )
        text = passage.text[at:end] if end else ""
        if end and text and not _is_role(passage, text):
            return Name(text, at, end, end + 1)
        return None
    tokens = list(TOKEN.finditer(passage.text, at, min(at + 120, len(passage.text))))
    run = name_at(passage, tokens, 0) if tokens and tokens[0].start() == at else None
    if run is None and tokens and tokens[0].start() == at and _SHORT.fullmatch(tokens[0].group()):
        return Name(tokens[0].group(), at, tokens[0].end(), tokens[0].end())  # (hierna: SE)
    return run[0] if run and not _is_role(passage, run[0].text) else None


def _is_role(passage: Passage, text: str) -> bool:
    lower = text.lower()
    return passage.words.whole("sides.company", lower) or any(
        passage.words.has(name, lower)
        for name in ("sides.initiator", "sides.respondent", "nouns.committee")
    )
