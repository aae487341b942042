"""A ruling that is a letter: the organisation that it is addressed to, as *u* or *you*."""

from collections.abc import Iterator, Sequence

from ckt_extract.facts.ruling_draft import PartyDraft, party_of
from ckt_extract.facts.ruling_names import names_in
from ckt_extract.facts.ruling_outcome import Side
from ckt_extract.facts.ruling_text import Passage, passage_of
from ckt_extract.language.reading import Language
from ckt_extract.layout.statement import Statement

__all__ = ["addressee", "is_address", "speaks_to_reader"]

_ADDRESS = 12
"""The address and the salutation stand among so many statements at the start."""
_SHORT = 10
"""Words of an address or a salutation at most."""
_CASES = ("nouns.complaint", "nouns.dispute", "nouns.other")


def addressee(flow: Sequence[Statement], language: Language) -> Iterator[PartyDraft]:
    """The party that a letter is written to, by what it says of *uw klacht* or *tegen u*."""
    passages = [passage_of([statement], language) for statement in flow]
    sides = (side for passage in passages if (side := _side_of_reader(passage)))
    side = next(sides, None)
    if side is None:
        return
    for passage in passages[:_ADDRESS]:
        names = [name for name in names_in(passage) if name.kind == "name"]
        opened = passage.words.patterns["letter.to"].match(passage.lower)
        for name in names:
            alone = name.start == 0 and name.end == len(passage.text.rstrip(" ,."))
            if opened or (alone and name.certain):
                yield party_of(passage, name, side)
        if opened and names:
            return


def is_address(passage: Passage) -> bool:
    """Whether a line is an address or a salutation: `Aan het bestuur van X`, `Dear X,`."""
    opened = passage.words.patterns["letter.to"].match(passage.lower)
    return opened is not None and len(passage.text.split()) <= _SHORT


def speaks_to_reader(passage: Passage) -> bool:
    """Whether a sentence is about a case of the reader: *uw klacht*, *de klacht tegen u*."""
    return _side_of_reader(passage) is not None


def _side_of_reader(passage: Passage) -> Side | None:
    """Which side the reader of a letter is on, as far as one sentence tells."""
    words, lower = passage.words, passage.lower
    if not words.has("letter.you", lower):
        return None
    if words.has("letter.against", lower):
        return "respondent"
    nouns = [match for name in _CASES for match in words.all(name, lower)]
    own = any(lower[: noun.start()].rstrip().endswith(words.lists["letter.your"]) for noun in nouns)
    return "initiator" if own or (nouns and _files(passage)) else None


def _files(passage: Passage) -> bool:
    """Whether the reader is who filed: *hebt u een klacht ingediend*, *you lodged a complaint*."""
    words, lower = passage.words, passage.lower
    if not words.has("procedure.filed", lower) and not words.has("procedure.filing", lower):
        return False
    return not words.has("letter.to_you", lower)
