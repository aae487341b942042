"""What a case is about, in a few words of the text."""

import re

from ckt_extract.facts.ruling_names import names_in
from ckt_extract.facts.ruling_text import Passage

__all__ = ["labelled_subject", "stated_subject", "subject_behind"]

_LENGTH = 160
_OUTCOMES = ("founded", "unfounded", "inadmissible", "withdrawn", "settled", "partly")
_ENDS = re.compile(r"[,;:()\n]|(?<=\b[A-Z]\.[A-Z]\.)\s(?=[A-Z][a-z])")
_POINTS = re.compile(r"\b(?:jl|j\.l|d\.d|nr|no|art)\.")
_GOES_ON = re.compile(r",\s(?:was|were|is|are|has|had|werd|werden|wordt|worden|heeft|had)\b")
_ASIDE = re.compile(r",[^,;:\n]{1,160},")
_LABELLED = re.compile(r"(?:^|\n)([^:\n]{2,60}?)\s*:\s*([^\n]+)")
_PREPOSITION = re.compile(r"\b(?:van|voor|met|aan|over|door|in|op|uit|tegen|om|bij|naar) \Z")
_STOP = re.compile(r"(?<!\b[A-Z])[.;:,]+\Z")
"""Marks at the end; the full stop of *B.V.* stays."""


def subject_behind(passage: Passage, start: int, end: int) -> str | None:
    """The subject in a noun phrase: `de klacht (van X) over overwerk`.

    Args:
        passage: One sentence.
        start: Where the noun for the case ends.
        end: Where to stop.
    """
    words, lower = passage.words, passage.lower
    starts = {name.start: name for name in names_in(passage)}
    for cue in words.patterns["relations.about"].finditer(lower, start, end):
        at = _behind_article(passage, cue.end())
        inside = any(name.start <= cue.start() < name.stop for name in starts.values())
        if at in starts or inside:  # complaint about a company: a party
            continue
        if words.patterns["outcome.partly"].match(lower, cue.start()):
            continue
        if (gap := lower[start : cue.start()]) and not _is_short(passage, gap, start, cue.start()):
            continue
        text = _phrase(passage, cue.end(), end)
        if text is not None:
            return text
    return None


def _is_short(passage: Passage, gap: str, start: int, end: int) -> bool:
    """Whether only parties and dates stand between a case and its subject."""
    rest = gap
    for name in names_in(passage):
        if start <= name.start < end:
            rest = rest.replace(passage.lower[name.start : name.end], "")
    for time in passage.reading.times:
        if start <= time.start < end:
            rest = rest.replace(passage.lower[time.start : time.end], "")
    verbs = ("procedure.asking", "procedure.admissible", "tense.judged")
    if any(passage.words.has(verb, rest) for verb in verbs):
        return False
    return not re.search(r"[;:]", rest) and len(rest.split()) <= 12


def _behind_article(passage: Passage, at: int) -> int:
    match = re.compile(r"\s*(?:(?:de|het|een|the|a|an)\s)?\s*").match(passage.lower, at)
    return match.end() if match else at


def _phrase(passage: Passage, start: int, end: int) -> str | None:
    """The words from an offset to the end of the noun phrase."""
    words, lower = passage.words, passage.lower
    stops = words.patterns["subject.stop"].finditer(lower, start + 1, end)
    stop = next((m for m in stops if not _is_own(lower, m)), None)
    mark = _ENDS.search(passage.text, start, end)
    said = [words.find(f"outcome.{name}", lower, start + 1, end) for name in _OUTCOMES]
    first_time = next((t.start for t in passage.reading.times if t.start > start), end)
    ends = [match.start() for match in (stop, mark, *said) if match]
    limit = min(end, start + _LENGTH, first_time, *ends)
    return _clean(passage, passage.text[start:limit])


def _is_own(lower: str, match: re.Match[str]) -> bool:
    """Whether *zijn* means *his*: behind a preposition."""
    return match.group() == "zijn" and _PREPOSITION.search(lower[: match.start()]) is not None


def _clean(passage: Passage, raw: str) -> str | None:
    """A subject without the small words at its end that belong to what follows."""
    text = re.sub(
        r"(?:\s+(?:en|and|in|op|on|van|of|de|het|the|door|by|bij|at|ook|is|af|toe))+\Z",
        "",
        _trimmed(raw),
    )
    return _named(passage, text)


def _trimmed(raw: str) -> str:
    return _STOP.sub("", raw.strip(" ,;:\"“”'"))


def _named(passage: Passage, raw: str) -> str | None:
    """A subject, or None for words that only name a case, a ruling or some company."""
    text = _trimmed(raw)
    plain = re.sub(
        r"^(?:(?:de|het|een|deze|dit|die|twee|drie|the|a|an|this|these|two)\s+)+", "", text.lower()
    )
    if not re.search(r"[^\W\d_]{3}", plain):
        return None
    empty = ("nouns.dispute", "nouns.complaint", "nouns.other", "nouns.ruling", "sides.company",
             "nouns.many", "sides.respondent", "sides.initiator", "subject.vague")  # fmt: skip
    first = " ".join(plain.split()[:1])
    if any(passage.words.whole(name, plain) or passage.words.whole(name, first) for name in empty):
        return None
    return text


def stated_subject(passage: Passage) -> str | None:
    """The subject that a sentence states: `het geschil gaat over X`, `de klacht betreft X`."""
    words, lower = passage.words, passage.lower
    complains = words.find("subject.complains", lower)
    parties = {name.start for name in names_in(passage)}
    if complains and complains.group().endswith((" erover dat", " fact that")):
        return _trimmed(passage.text[complains.end() :])
    if complains and _behind_article(passage, complains.end()) not in parties:
        return _what(passage, complains.end())
    if (asks := _asked(passage)) is not None:
        return asks
    for verb in words.all("subject.verb", lower):
        nouns = passage.visible("nouns.dispute", "nouns.complaint", "nouns.other")
        noun = max((m.end() for m in nouns if m.end() <= verb.start()), default=-1)
        gap = _POINTS.sub(" ", _ASIDE.sub(" ", lower[noun : verb.start()]))
        if noun < 0 and _opens(passage, verb.start()):
            noun = verb.start()  # zij betreft X
            gap = ""
        if noun < 0 or re.search(r"[.;:\n]", gap) or len(gap.split()) > 12:
            continue
        if any(words.has(name, gap) for name in ("outcome.part", "outcome.founded")):
            continue
        starts = {name.start for name in names_in(passage)}
        clause = verb.group().endswith((" dat", " that"))
        if not clause and _behind_article(passage, verb.end()) in starts:
            continue
        end = re.compile(r"[;\n]").search(passage.text, verb.end())
        stop = end.start() if end else len(passage.text)
        goes_on = _GOES_ON.search(lower, verb.end(), stop)  # die X betreft, is ingediend
        stop = goes_on.start() if goes_on else stop
        text = passage.text[verb.end() : stop]
        return _trimmed(text) if clause else _named(passage, text)
    return None


def _opens(passage: Passage, at: int) -> bool:
    """Whether only a pronoun stands before an offset: it is the case that was just spoken of."""
    said = passage.lower[:at].strip(" .0123456789")
    return passage.words.whole("subject.pronoun", said)


def _asked(passage: Passage) -> str | None:
    """What the committee was asked to decide on: `verzocht te oordelen over X`, `de vraag of X`."""
    words, lower = passage.words, passage.lower
    asked = any(words.has(f"procedure.{name}", lower) for name in ("asking", "filing"))
    if not asked or not words.has("nouns.committee", lower):
        return None
    match = words.find("subject.asked", lower)
    if match is None:
        return None
    return _what(passage, match.end())


def _what(passage: Passage, start: int) -> str | None:
    """The noun phrase at an offset, or the whole clause where one begins there."""
    if passage.words.patterns["subject.question"].match(passage.lower, start + 1):
        return _named(passage, passage.text[start:])
    return _phrase(passage, start, len(passage.lower))


def labelled_subject(passage: Passage) -> str | None:
    """The subject behind a label on a line of its own: `Onderwerp: X`, `Waar het over gaat: X`."""
    words = passage.words
    for match in _LABELLED.finditer(passage.lower):
        label = match.group(1).strip(" 0123456789.-–•")
        about = words.has("subject.about", label) or words.has("subject.verb", label)
        case = words.whole("sections.subject", label) and "." not in match.group(2)
        if not (words.whole("subject.label", label) or about or case):
            continue
        if words.has("relations.against", match.group(2)):
            continue
        return _named(passage, passage.text[match.start(2) : match.end(2)])
    return None
