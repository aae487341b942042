"""Runs of words that are the name of an organisation, as far as their writing tells."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from ckt_extract.facts.dimensions import country_code
from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.ruling_known import is_known, is_legal, name_forms
from ckt_extract.facts.ruling_text import Passage

__all__ = ["Name", "name_at", "name_runs"]

_TOKEN = re.compile(r"[^\s,;:()\[\]\"“”„«»‘]+")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_ABBREVIATION = re.compile(r"[A-Z][a-z]{0,4}\.")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_BEHIND_HYPHEN = re.compile(r"[a-z]{3,}-(?=[A-Z])")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_QUOTES = "\"“”„'’‘«»"
_PARTICIPLE = re.compile(r"(?:\w*ge|be|ver|ont|her)\w+(?:d|t|en)|\w+(?:ed|en)|done|made")
_SIGNING = ("te", "op", "door", "in", "at", "on", "by")
_STANDS_IN = re.compile(r"(?:daar|hier|waar|er)[a-z]{2,7}|(?:there|here|where)[a-z]{2,4}")
_TENSES = ("past", "participle", "perfect", "now", "general", "judged", "modal", "condition")
_AND = ("en", "and")
_LETTER = re.compile(r"[A-Z]{1,2}\d?(?![\w&])(?!\.[^\W\d])")
"""A letter that stands for a name: `bedrijf X`."""


class Name(Struct):
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


def name_runs(passage: Passage) -> Iterator[Name]:
    """The names in a passage, before what stands around them is looked at."""
    tokens = list(_TOKEN.finditer(passage.text))
    at = 0
    while at < len(tokens):
        run = name_at(passage, tokens, at)
        if run is None:
            at += 1
            continue
        name, at = run
        if not _is_common(passage, name):
            yield name


def name_at(passage: Passage, tokens: list[re.Match[str]], at: int) -> tuple[Name, int] | None:
    """The name that starts at a token, and the index after it."""
    text, forms = passage.text, name_forms()
    start = tokens[at].start()
    if behind := _BEHIND_HYPHEN.match(tokens[at].group()):
        start += behind.end()
    first = text[start : tokens[at].end()]
    bare = _POSSESSIVE.sub("", first.rstrip(".?!").lower())
    if _stands_for_name(passage, tokens, at, bare):
        at += 1
    elif not _CAPITAL.match(first) or passage.words.whole("names.first", bare):
        return None
    elif passage.words.whole("names.kind", bare) and _is_acronym(passage.text, tokens, at):
        return None  # Vakbond FNV
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


def _stands_for_name(passage: Passage, tokens: list[re.Match[str]], at: int, bare: str) -> bool:
    """Whether a noun and a letter stand for a name that is withheld: *bedrijf X*."""
    if at + 1 == len(tokens) or not _joins(passage.text, tokens[at], tokens[at + 1]):
        return False
    nouns = ("names.noun", "sides.company")
    letter = _LETTER.match(tokens[at + 1].group())
    return letter is not None and any(passage.words.whole(name, bare) for name in nouns)


def _is_acronym(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether an acronym follows a token: it is a name without the word before it."""
    following = tokens[at + 1].group() if at + 1 < len(tokens) else ""
    return len(following) > 1 and following.isupper() and _joins(text, tokens[at], tokens[at + 1])


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
    if len(words) == 1 and name.start == line_start and _is_function_word(passage, lower):
        return True
    behind = passage.lower[name.end : name.end + 6].split()[:1]
    opens = name.start == line_start and behind and behind[0] in _SIGNING
    if opens and _PARTICIPLE.fullmatch(lower):
        return True  # Opgemaakt te Utrecht
    if passage.words.whole("nouns.other_body", lower) or _dates_letter(passage, name):
        return True
    return country_code(name.text, passage.language) is not None


def _is_function_word(passage: Passage, lower: str) -> bool:
    """Whether a word that opens a sentence is a verb, or stands for something (*daarvan*)."""
    if _STANDS_IN.fullmatch(lower):
        return True
    return any(passage.words.whole(f"tense.{name}", lower) for name in _TENSES)


def _dates_letter(passage: Passage, name: Name) -> bool:
    """Whether a name is the place in front of a date: `The Hague, 1 October 2019`."""
    line_start, _ = passage.line(name.start)
    opens = passage.lower[line_start : name.start].strip() in ("", "the", "done at", "done in")
    times = (time.start for time in passage.reading.times)
    return opens and any(
        passage.text[name.end : at].strip() == "," for at in times if at > name.end
    )
