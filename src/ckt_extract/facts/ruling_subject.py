"""What a case is about, in a few words of the text."""

import re

from ckt_extract.facts.ruling_names import names_in
from ckt_extract.facts.ruling_text import Passage
from ckt_extract.language.reading import TimeReference
from ckt_extract.patterns import pattern

__all__ = ["labelled_subject", "stated_subject", "subject_behind"]

_LENGTH = 160
_OUTCOMES = ("founded", "unfounded", "inadmissible", "withdrawn", "settled", "partly")
_BECAME = (
    "procedure.filed", "procedure.filing", "procedure.admissible", "procedure.hearing",
    "procedure.published", "nouns.committee", "sides.initiator", "sides.respondent",
    "nouns.ruling", *(f"outcome.{name}" for name in _OUTCOMES),
)  # fmt: skip
"""What a clause tells of the case, and not of its subject."""
_VERBS = (
    "subject.stop", "relations.article", "relations.definite", "tense.past", "tense.participle",
    "tense.perfect", "tense.now", "tense.general", "tense.judged", "tense.modal",
    "tense.negation", "procedure.filed", "procedure.filing", "procedure.asking",
    "procedure.decided", "procedure.published", "outcome.partly", "outcome.founded",
    "outcome.unfounded", "outcome.withdrawn", "outcome.settled", "nouns.ruling",
    "sides.initiator", "sides.respondent", "names.first", "sections.recommends",
)  # fmt: skip
_OF_YEAR = ("of", "for", "van", "over", "voor", "jaar", "year")
_ENDS = pattern(r"[,;:()\n]|(?<=\b[A-Z]\.[A-Z]\.)\s(?=[A-Z][a-z])")
_POINTS = pattern(r"\b(?:jl|j\.l|d\.d|nr|no|art)\.")
_GOES_ON = pattern(r",\s(?:was|were|is|are|has|had|werd|werden|wordt|worden|heeft|had)\b")
_ASIDE = pattern(r",[^,;:\n]{1,160},")
_LABELLED = pattern(r"(?:^|\n)([^:\n]{2,60}?)\s*:\s*([^\n]+)")
_PREPOSITION = pattern(r"\b(?:van|voor|met|aan|over|door|in|op|uit|tegen|om|bij|naar) \Z")
_CASES = ("dispute", "complaint", "other")
_LABEL_GAP = 4
"""Words between a label and its verb at most: `onderwerp van het geschil is`."""
_LEAD = pattern(r"[\s\d.()]*(?:(?:de|het|the)\s)?")
_OPENING, _CLOSING = "\"“„‘'", "\"”’'"
_STOP = pattern(r"(?<!\b[A-Z])[.;:,?]+\Z")
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
        if (
            {at, cue.end() + 1} & starts.keys() or inside or passage.is_hidden(cue.end() + 1)
        ):  # about a company: a party
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
    stop = next((m for m in stops if not (_is_own(lower, m) or _adds(passage, m))), None)
    if stop and lower[start : stop.start()].strip() and _describes(passage, stop, end):
        stop = None
    mark = _ENDS.search(passage.text, start, end)
    said = [words.find(f"outcome.{name}", lower, start + 1, end) for name in _OUTCOMES]
    times = (t for t in passage.reading.times if t.start > start)
    first_time = next((t.start for t in times if not _dates_subject(passage, t)), end)
    ends = [match.start() for match in (stop, mark, *said) if match]
    limit = min(end, start + _LENGTH, first_time, *ends)
    return _clean(passage, passage.text[start:limit])


def _dates_subject(passage: Passage, time: TimeReference) -> bool:
    """Whether a year at the end says of when the subject is: `the assessment of 2017`."""
    before = passage.lower[: time.start].rstrip().rpartition(" ")[2]
    rest = passage.text[time.end : passage.line(time.start)[1]]
    return time.kind == "year" and before in _OF_YEAR and rest.strip(" .;") == ""


def _adds(passage: Passage, match: re.Match[str]) -> bool:
    """Whether *en* goes on with the subject (*mannen en vrouwen*), and not with a verb."""
    words, lower = passage.words, passage.lower
    if match.group() not in ("en", "and"):
        return False
    word = lower[match.end() + 1 :].partition(" ")[0].strip(".,;:")
    return word.isalpha() and not any(words.whole(name, word) for name in _VERBS)


def _describes(passage: Passage, match: re.Match[str], end: int) -> bool:
    """Whether a relative clause tells what the subject is, and not what became of the case."""
    words, lower = passage.words, passage.lower
    if match.group() not in words.lists["subject.relative"] or lower[match.start() - 2] == ",":
        return False
    mark = _ENDS.search(passage.text, match.end(), end)
    stop = mark.start() if mark else end
    if any(match.end() <= time.start < stop for time in passage.reading.times):
        return False
    return not any(words.has(name, lower, match.end(), stop) for name in _BECAME)


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
    text = _STOP.sub("", raw.strip(" ,;:"))
    quoted = text[:1] in _OPENING and not any(mark in text[1:-1] for mark in _CLOSING)
    return _STOP.sub("", text.strip(_OPENING + _CLOSING)) if quoted else text


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
    if complains and complains.group().endswith((" dat", " that")):
        return _trimmed(passage.text[complains.end() :])
    if complains and _behind_article(passage, complains.end()) not in parties:
        return _what(passage, complains.end())
    if (asks := _asked(passage)) is not None:
        return asks
    if is_said := _said_to_be(passage):
        return is_said
    for verb in words.all("subject.verb", lower):
        nouns = passage.visible("nouns.dispute", "nouns.complaint", "nouns.other")
        noun = max((m.end() for m in nouns if m.end() <= verb.start()), default=-1)
        gap = _POINTS.sub(" ", _ASIDE.sub(" ", _nameless(passage, noun, verb.start())))
        if noun < 0 and _opens(passage, verb.start()):
            noun = verb.start()  # zij betreft X
            gap = ""
        if noun < 0 or re.search(r"[.;:\n]", gap) or len(gap.split()) > 12:
            continue
        part = any(m.start() <= verb.start() < m.end() for m in words.all("outcome.part", lower))
        outcomes = (f"outcome.{name}" for name in ("part", "founded", "unfounded"))
        if part or any(words.has(name, gap) for name in outcomes):
            continue  # is unfounded as regards X
        starts = {name.start for name in names_in(passage)}
        clause = verb.group().endswith((" dat", " that"))
        if not clause and {_behind_article(passage, verb.end()), verb.end() + 1} & starts:
            continue
        end = re.compile(r"[;\n]").search(passage.text, verb.end())
        stop = end.start() if end else len(passage.text)
        goes_on = _GOES_ON.search(lower, verb.end(), stop)  # die X betreft, is ingediend
        stop = goes_on.start() if goes_on else stop
        text = passage.text[_behind_filler(passage, verb.end()) : stop]
        return _trimmed(text) if clause else _named(passage, text)
    return None


def _said_to_be(passage: Passage) -> str | None:
    """The subject behind its label as a sentence: `Inzet van het geschil is X`."""
    words, lower = passage.words, passage.lower
    start = _LEAD.match(lower)
    label = words.patterns["subject.label"].match(lower, start.end() if start else 0)
    if label is None:
        return None
    of_case = words.find("subject.be", lower, label.end())
    between = lower[label.end() : of_case.start()] if of_case else ":"
    if of_case is None or len(between.split()) > _LABEL_GAP or re.search(r"[.,;:]", between):
        return None
    if between.strip() and not any(words.has(f"nouns.{n}", between) for n in _CASES):
        return None
    return _named(passage, passage.text[of_case.end() :])


def _behind_filler(passage: Passage, at: int) -> int:
    """Where the subject starts behind words like *kort gezegd* and their commas."""
    start = at + len(passage.text[at:]) - len(passage.text[at:].lstrip(" ,"))
    filler = passage.words.patterns["subject.filler"].match(passage.lower, start)
    return filler.end() if filler else at


def _nameless(passage: Passage, start: int, end: int) -> str:
    """The words between two offsets without the names of parties."""
    text = passage.lower[max(start, 0) : end]
    for name in names_in(passage):
        if start <= name.start and name.stop <= end:
            text = text.replace(passage.lower[name.start : name.stop], " ")
    return text


def _opens(passage: Passage, at: int) -> bool:
    """Whether only a pronoun stands before an offset: it is the case that was just spoken of."""
    said = passage.lower[:at].strip(" .0123456789")
    return passage.words.whole("subject.pronoun", said)


def _asked(passage: Passage) -> str | None:
    """What the committee was asked to decide on: `verzocht te oordelen over X`, `de vraag of X`."""
    words, lower = passage.words, passage.lower
    asked = any(words.has(f"procedure.{name}", lower) for name in ("asking", "filing"))
    match = words.find("subject.asked", lower) if asked else None
    if match is None or words.has("stage.adjourns", lower):
        return None
    over = match.group().endswith(words.lists["relations.about"])
    if not words.has("nouns.committee", lower) and not (
        over and words.has("sides.initiator", lower)
    ):
        return None
    return _what(passage, match.end())


def _what(passage: Passage, start: int) -> str | None:
    """The noun phrase at an offset, or the whole clause where one begins there."""
    if passage.words.patterns["subject.question"].match(passage.lower, start + 1):
        return _trimmed(passage.text[start:])  # who bears the costs
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
        nouns = passage.visible("nouns.complaint", "nouns.dispute")
        noun = next((m for m in nouns if match.start(2) <= m.start()), None)
        if noun and passage.lower[match.start(2) : noun.start()].count(" ") <= 1:
            found = subject_behind(passage, noun.end(), match.end(2))
            if found:
                return found  # Betreft: uw klacht over X
            if label in words.lists["letter.label"]:
                continue  # Betreft: uw klacht van 3 mei
        value = passage.text[match.start(2) : match.end(2)]
        asks = words.patterns["subject.question"].match(value.lower())
        return _trimmed(value) if asks else _named(passage, value)
    return None
