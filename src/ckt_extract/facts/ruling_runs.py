"""Runs of words that are the name of an organisation, as far as their writing tells."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from ckt_extract.facts.dimensions import country_code
from ckt_extract.facts.lexicon import kind_of_noun
from ckt_extract.facts.ruling_known import is_head, is_known, is_legal, name_forms
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.patterns import pattern

__all__ = ["CAPITAL", "QUOTES", "TOKEN", "Name", "name_at", "name_runs"]

TOKEN = pattern(r"[^\s,;:()\[\]\"“”„«»‘]+")
CAPITAL = pattern(r"[A-ZÀ-ÖØ-Þ]")
_ABBREVIATION = pattern(r"[A-Z][a-z]{0,4}\.")
_INITIALS = pattern(r"(?:[A-Z]\.)+")
_BEHIND_HYPHEN = pattern(r"[a-z]{3,}-(?=[A-Z])")
_POSSESSIVE = pattern(r"['’]s?\Z")
QUOTES = "\"“”„'’‘«»"
_PARTICIPLE = pattern(r"(?:\w*ge|be|ver|ont|her)\w+(?:d|t|en)|\w+(?:ed|en)|done|made")
_SIGNING = ("te", "op", "door", "in", "at", "on", "by")
_STANDS_IN = pattern(r"(?:daar|hier|waar|er)[a-z]{2,7}|(?:there|here|where)[a-z]{2,4}")
_TENSES = ("past", "participle", "perfect", "now", "general", "judged", "modal", "condition")
_RULINGS = ("nouns.ruling", "nouns.weak_ruling")
_ARTICLES = ("de", "het", "den", "een", "the", "a")
_AND = ("en", "and")
_JOINT = pattern(r"\b(?:en|and)\b")
_THEN = pattern(r"\s*(?:\([^)\n]*\)|,[^,;\n]*,)?\s*(?:en|and)\s")
"""What tells that another party follows, past a bracket or a seat."""
_CASE_CODE = pattern(r"[A-Z]{0,4}[-/.]?\d[\d/.-]*(?:[-/][A-Z]{0,3}[-/]?\d*)?")
_LABEL = pattern(r"(?:\s[a-z]+){1,4}\s?:")
_LETTER = pattern(r"[A-Z]{1,2}\d?(?![\w&])(?!\.[^\W\d])")
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
    tokens = list(TOKEN.finditer(passage.text))
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
    elif not CAPITAL.match(first):
        return None
    elif passage.words.whole("names.first", bare):
        behind_particles = _behind_particles(passage, tokens, at, bare)
        if behind_particles is None and not _is_inside_legal(text, tokens, at):
            return None
        at = behind_particles or at
    elif passage.words.whole("names.kind", bare) and _is_acronym(passage.text, tokens, at):
        return None  # Vakbond FNV
    head = is_head(first)
    last, legal, stop = at, False, at + 1
    while stop < len(tokens) and not legal:
        before, token = tokens[last].group(), tokens[stop].group()
        if not _joins(text, tokens[last], tokens[stop]) or _ends_sentence(before, token):
            break
        if is_legal(token):
            last, legal, stop = stop, True, stop + 1
        elif CAPITAL.match(token):
            last, stop = stop, stop + 1
        else:
            after = _behind_inner(passage, tokens, (at, stop), legal_head=head)
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
    raw = raw.strip(QUOTES)
    end = start + len(raw)
    closed = last > at and is_head(raw.rsplit(None, 1)[-1])  # Textile Aid Network
    return Name(raw, start, end, end, legal=legal or head or closed), last + 1


def _stands_for_name(passage: Passage, tokens: list[re.Match[str]], at: int, bare: str) -> bool:
    """Whether a noun and a letter stand for a name that is withheld: *bedrijf X*."""
    if at + 1 == len(tokens) or not _joins(passage.text, tokens[at], tokens[at + 1]):
        return False
    nouns = ("names.noun", "sides.company")
    letter = _LETTER.match(tokens[at + 1].group())
    return letter is not None and any(passage.words.whole(name, bare) for name in nouns)


def _is_inside_legal(text: str, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a usual word has a capital because it begins a name: *tegen Eerste Hulp B.V.*."""
    before = tokens[at - 1].group() if at else ""
    joined = at and _joins(text, tokens[at - 1], tokens[at])
    return bool(joined and before.islower() and _end_of_run(tokens, text, at, is_legal))


def _behind_particles(
    passage: Passage, tokens: list[re.Match[str]], at: int, bare: str
) -> int | None:
    """The word behind small words that begin a name: *tegen Van der Naald*, *De Naald B.V.*.

    At the start of a line, and for an article, they do so only where a legal form ends the name.
    """
    text, words = passage.text, passage.words
    particle = words.plain("names.particle") or frozenset()
    if bare not in particle or tokens[at].group().isupper():
        return None  # UITSPRAAK VAN DE COMMISSIE
    first, after = at, at + 1
    while after < len(tokens) and tokens[after].group() in particle:
        after += 1
    joined = all(_joins(text, *pair) for pair in pairwise(tokens[first : after + 1]))
    if after >= len(tokens) or not joined:
        return None
    following, start = tokens[after].group(), tokens[after].start()
    if not CAPITAL.match(following) or is_head(following) or passage.is_hidden(start):
        return None
    if words.patterns["names.body"].match(passage.lower, start):
        return None
    if _end_of_run(tokens, text, after - 1, is_legal) is not None:
        return after
    opens = text[passage.line(tokens[first].start())[0] : tokens[first].start()].rstrip(" \"“„'‘")
    article = bare in ("the", "de", "het")  # The Hague, but (hierna: De Wit)
    own = not article or opens[-1:] in (":", "(")
    return after if own and opens and opens[-1:] not in ".?!" else None


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
    return not (_ABBREVIATION.fullmatch(before) and CAPITAL.match(after))


def _behind_inner(
    passage: Passage, tokens: list[re.Match[str]], span: tuple[int, int], *, legal_head: bool
) -> int | None:
    """Index of the capitalised token behind small words inside a name, or None.

    *Van*, *en* and the like join only in a name that is known to be a legal person: by its head
    (*Stichting …*), or by what follows directly (*Stof en Steek B.V.*, *Cloth and Yarn Union*).

    Args:
        passage: Where the name stands.
        tokens: The words of the passage.
        span: Where the name starts, and the first small word.
        legal_head: Whether the name opens with the word for a legal person.
    """
    forms = name_forms()
    first, at = span
    for size in (2, 1):
        after = at + size
        if after >= len(tokens):
            continue
        inner = " ".join(token.group() for token in tokens[at:after])
        chain = all(_joins(passage.text, tokens[i], tokens[i + 1]) for i in range(at, after))
        if not chain or not CAPITAL.match(tokens[after].group()):
            continue
        if inner in forms.inner:
            return after
        if legal_head and inner in _AND:
            if at > first + 1 and not _is_apart(passage, tokens, after):
                return after
            continue
        if legal_head and (
            inner in forms.inner_legal
            or _is_preposition(inner)
            or (inner in forms.inner_head and not _is_apart(passage, tokens, after))
            or (inner in forms.inner_first and at == first + 1)
        ):
            return after
        if inner in forms.inner_legal and (
            _closes_with_legal(passage, tokens, at, after)
            or _closes_with_head(passage, tokens, (first, at), after)
        ):
            return after
    return None


def _is_apart(passage: Passage, tokens: list[re.Match[str]], at: int) -> bool:
    """Whether the name behind `Stichting X en` is another one: it says itself what it is."""
    following = tokens[at].group()
    return (
        is_head(following)
        or following.isupper()
        or is_known(following)
        or _end_of_run(tokens, passage.text, at, is_legal) is not None
    )


def _is_preposition(inner: str) -> bool:
    """Whether small words behind a head are a preposition with its article: *in de*."""
    forms = name_forms()
    first, _, second = inner.partition(" ")
    joins = first in forms.inner or first in forms.inner_legal or first in forms.inner_head
    return second in _ARTICLES and joins and first not in _AND


def _closes_with_legal(passage: Passage, tokens: list[re.Match[str]], at: int, after: int) -> bool:
    """Whether a legal form ends the run behind a small word, and one name is meant.

    `tussen A en B B.V.` has two names; so has `A en B B.V.` when A is known or an acronym.
    """
    end = _end_of_run(tokens, passage.text, after, is_legal)
    if end is None:
        return False
    return tokens[at].group() not in _AND or _is_one_name(passage, tokens, at, end)


def _closes_with_head(
    passage: Passage, tokens: list[re.Match[str]], span: tuple[int, int], after: int
) -> bool:
    """Whether the word for a legal person ends a name of one word, *and* and some more.

    `Cloth and Colour Foundation` is one name; `Cotton Voices and Colour Foundation` has two.
    """
    first, at = span
    end = _end_of_run(tokens, passage.text, after, is_head)
    if end is None or end == after or is_head(tokens[after].group()):
        return False
    single = at == first + 1 or tokens[at].group() not in _AND
    return single and _is_one_name(passage, tokens, at, end)


def _end_of_run(
    tokens: list[re.Match[str]], text: str, at: int, ends: Callable[[str], bool]
) -> int | None:
    """The word that ends a run of capitalised words, or None where none does."""
    inner = name_forms().inner
    while at + 1 < len(tokens) and _joins(text, tokens[at], tokens[at + 1]):
        at += 1
        if ends(tokens[at].group()) or ends(tokens[at].group().rstrip(".?!")):
            return at
        if not CAPITAL.match(tokens[at].group()) and tokens[at].group() not in inner:
            return None
    return None


def _is_one_name(passage: Passage, tokens: list[re.Match[str]], at: int, end: int) -> bool:
    """Whether a conjunction stands inside a name, and not between the names of two parties."""
    start = tokens[at].start()
    line_start, line_end = passage.line(start)
    before = tokens[at - 1].group()
    closed = at > 1 and is_head(before) and CAPITAL.match(tokens[at - 2].group())
    if before.isupper() or is_known(before) or closed:
        return False  # Dyers' Welfare Union and X B.V.
    if passage.words.has("nouns.many", passage.lower, line_start, start):
        return False
    between = passage.words.find("relations.between", passage.lower, line_start, start)
    if between is None:
        return True
    # of `tussen A en B B.V. en C` and `tussen C en A en B B.V.` the other one is told
    said = passage.lower[between.end() : start]
    return _JOINT.search(said) is not None or (
        _THEN.match(passage.lower, tokens[end].end(), line_end) is not None
    )


def _is_common(passage: Passage, name: Name) -> bool:
    """Whether a capitalised word is no name: a noun that starts a sentence, a country."""
    if name.legal or len(name.text) < 2:
        return len(name.text) < 2
    if _CASE_CODE.fullmatch(name.text):
        return True
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
    tied = (passage.words.patterns[noun].match(passage.lower, name.end + 1) for noun in _RULINGS)
    if name.start == line_start and not name.certain and any(tied):
        return True  # Inadmissibility decision
    if name.start == line_start and len(words) == 1 and _LABEL.match(passage.text, name.end):
        return True  # Application filed: 6 March
    if len(words) == 1 and passage.words.whole("names.kind", lower):
        return True  # an NGO based in Amsterdam
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
