"""Whether words tell of a ruling that was given, or only of what a committee does."""

from ckt_extract.facts.ruling_scan import Noun, Scan

__all__ = ["is_anchored", "is_general", "is_given", "is_told"]

Span = tuple[int, int]


def _has(scan: Scan, name: str, span: Span, text: str | None = None) -> bool:
    return scan.passage.words.has(name, text or scan.passage.lower, *span)


def _without_verdicts(scan: Scan) -> str:
    """The text with blanks for failed obligations, which hold *kunnen* and *niet* themselves."""
    text = scan.passage.lower
    for verdict in scan.verdicts:
        text = text[: verdict.start] + " " * (verdict.end - verdict.start) + text[verdict.end :]
    for match in scan.passage.words.all("tense.not_negation", text):
        text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    return text


def is_told(scan: Scan, span: Span) -> bool:
    """Whether something is told as done: in the past, or in the perfect."""
    return _has(scan, "tense.past", span) or (
        _has(scan, "tense.participle", span) and _has(scan, "tense.perfect", span)
    )


def is_anchored(scan: Scan, span: Span) -> bool:
    """Whether a date, year, number or party says which ruling is meant."""
    start, end = span
    inside = [g for g in scan.groups if start <= g.start < end]
    if any(g.relation != "none" or g.noun or any(n.certain for n in g.names) for g in inside):
        return True
    if any(start <= t.start < end and t.kind != "back" for t in scan.passage.reading.times):
        return True
    return any(start <= n.start < end and n.count for n in scan.nouns)


def is_general(scan: Scan, span: Span) -> bool:
    """Whether it is said what can, must or will be, or what is done on a condition."""
    text = _without_verdicts(scan)
    return _has(scan, "tense.modal", span, text) or (
        not is_anchored(scan, span) and _has(scan, "tense.condition", (0, len(text)), text)
    )


def is_given(scan: Scan, span: Span, noun: Noun, *, known: bool = False) -> bool:
    """Whether a noun for a ruling stands for one that was given.

    Either a verb tells so (*heeft haar eerste uitspraak gedaan*), or the ruling is definite and
    named by its parties or its date (*de uitspraak over de klacht van X*). Where the text just
    spoke of a case (`known`), a definite ruling is the one in that case.
    """
    if noun.negated or scan.passage.text.rstrip().endswith("?"):
        return False
    text = _without_verdicts(scan)
    if _has(scan, "tense.negation", span, text):
        return False
    clause = _clause(scan, noun)
    anchored = is_anchored(scan, span)
    if is_told(scan, span):
        if noun.many and not noun.count and not _has_names(scan, span):
            return known  # "uitspraken zijn gepubliceerd": how many is not told
        if anchored:
            return not _has(scan, "tense.modal", clause, text)
        return (known or not noun.definite) and not is_general(scan, span)
    if noun.count and not _has_verb(scan, span):
        return True  # a label: `Uitspraken: 2`, `Two rulings by the committee`
    first = scan.passage.lower[span[0] : noun.start].strip() == ""
    if not anchored or not (noun.definite or first) or noun.count:
        return False
    return not (_has(scan, "tense.modal", span, text) or _has(scan, "tense.pending", span, text))


def _has_names(scan: Scan, span: Span) -> bool:
    return any(span[0] <= group.start < span[1] for group in scan.groups)


def _clause(scan: Scan, noun: Noun) -> Span:
    """The words around a noun up to the next mark."""
    text = scan.passage.lower
    start = max(text.rfind(mark, 0, noun.start) for mark in (",", ";", ":", "\n", "(")) + 1
    ends = [i for mark in (",", ";", ":", "\n", ")") if (i := text.find(mark, noun.end)) >= 0]
    return start, min([len(text), *ends])


def _has_verb(scan: Scan, span: Span) -> bool:
    """Whether a finite verb stands in a span, as far as the lists know one."""
    return any(
        _has(scan, name, span)
        for name in ("tense.perfect", "tense.modal", "tense.pending", "tense.general")
    )
