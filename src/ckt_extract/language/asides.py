"""Numbers that are no quantities, and why: references, ranks, addresses, names and more."""

from collections.abc import Callable

from ckt_extract.language.items import Line
from ckt_extract.language.reading import Aside, AsideReason, TextReading
from ckt_extract.patterns import pattern

__all__ = ["read_aside", "read_code", "set_aside"]

_Rule = Callable[[Line, int, TextReading], int | None]
_HYPHENS = frozenset("-‑–")
_VERSION = pattern(r"\d\.\d")
_CLOCK = pattern(r"([01]?\d|2[0-4])[.:]([0-5]\d)")


def set_aside(line: Line, at: int, stop: int, reason: AsideReason, out: TextReading) -> int:
    """Take the items of a span as an aside; gives the index after it."""
    out.asides.append(Aside(line[at].start, line[stop - 1].end, reason))
    line.take(at, stop)
    return stop


def read_aside(line: Line, at: int, out: TextReading) -> int | None:
    """Read the number that is no quantity at an item; gives the index after it, or None."""
    item = line[at]
    if item.kind == "web":
        return set_aside(line, at, at + 1, "email_or_url", out) if _digits(item.raw) else None
    if item.kind == "mark":
        return set_aside(line, at, at + 1, "footnote", out)
    if item.kind == "number" and not item.taken:
        return _first(_OUTRIGHT, line, at, out)
    if item.roles:
        return _after_word(line, at, out)
    return None


def read_code(line: Line, at: int, out: TextReading) -> int | None:
    """Read digits that are part of a name, a note or a code, and no time; as `read_aside`."""
    free = line[at].kind == "number" and not line[at].taken
    return _first(_CODES, line, at, out) if free else None


def _first(rules: tuple[_Rule, ...], line: Line, at: int, out: TextReading) -> int | None:
    """What the first rule that applies gives."""
    for rule in rules:
        stop = rule(line, at, out)
        if stop:
            return stop
    return None


def _digits(text: str) -> bool:
    return any(c.isdecimal() for c in text)


# --- words whose following number is no quantity -------------------------------------------


def _after_word(line: Line, at: int, out: TextReading) -> int | None:
    """*Hoofdstuk 2*, *versie 2.0*, *Postbus 90405*, *SDG 8*: the numbers after such a word."""
    roles = line[at].roles
    first = at + 1
    if line[first].key in _HYPHENS and not line[first].gap and not line[first + 1].gap:
        first += 1
    if line[first].key in ("#", ".") and line[first + 1].kind == "number" and "reference" in roles:
        first += 1
    if line[first].kind != "number" or line[first].taken or _counted(line, first):
        return None
    reference = roles.get("reference")
    if reference == "page" and (last := _counter_end(line, first)):
        return set_aside(line, first, last, "page_number", out)
    value = line[first].integer or 0
    if reference == "unless_counted" and (line.plural(first + 1) or 1990 <= value <= 2050):
        return None
    if reference == "year" and (_some_year(line, at) or not 0 < value <= 20):
        return None
    if reference:
        return _list(line, first, "reference", out)
    if "address" in roles:
        return set_aside(line, first, first + 1, "address", out)
    if "version" in roles:
        return _list(line, first, "version", out)
    if "name" in roles:
        return _list(line, first, "name", out)
    return None


def _some_year(line: Line, at: int) -> bool:
    """Whether *jaar* is a year in time, not one of a row: *in het eerste jaar 12 bedrijven*."""
    return line[at - 1].kind in ("rank", "number") or line.has(at - 1, "article", "det", "around")


def _counted(line: Line, at: int) -> bool:
    """Whether a unit follows the number, so that it is a quantity whatever stands before it."""
    return line.has(at + 1, "unit", "scale") and not line.prefixes(at + 1)


def _list(line: Line, at: int, reason: AsideReason, out: TextReading) -> int:
    """Set aside a list of numbers: *2*, *1 en 2*, *3-5*, *3.2.1*, *1, 4 en 7a*."""
    stop = _code_end(line, at)
    while line.has(stop, "and", "or", "dash", "up_to") or line[stop].key in (",", "/", "&", ":"):
        after = stop + 1
        if line[after].kind != "number" or line[after].taken or _counted(line, after):
            break
        if line[after].spelled and line.has(stop, "dash"):
            break  # *figuur 8 – drie op de vijf merken*
        if line.has(stop, "and", "or") and line.noun(after + 1) and line[after + 1].raw.islower():
            break  # *figuur 1 en 57 bedrijven*
        if line[stop].key == ":" and line[after].gap:
            break  # *tabel 3: 57 bedrijven*
        stop = _code_end(line, after)
    return set_aside(line, at, stop, reason, out)


def _code_end(line: Line, at: int) -> int:
    """The index after a number with a letter glued to it (*7a*) or a part in brackets (*5(2)*)."""
    stop = at + 2 if line[at + 1].kind == "word" and not line[at + 1].gap else at + 1
    bracket = line[stop].key == "(" and not line[stop].gap and line[stop + 2].key == ")"
    return stop + 3 if bracket and line[stop + 1].kind == "number" else stop


def _counter_end(line: Line, at: int) -> int | None:
    """The index after *3 van 48*, *3/48* if a page counter starts at an item."""
    counter = line.has(at + 1, "of") or line[at + 1].key in ("/", "|")
    return at + 3 if counter and line[at + 2].kind == "number" else None


# --- numbers that are no quantity by their own form -----------------------------------------


def _identifier(line: Line, at: int, out: TextReading) -> int | None:
    """Digits that form no number: a section (*3.2.1*), or too many to count with."""
    if line[at].value is None:
        reason: AsideReason = "reference" if len(line[at].raw) <= 15 else "name"
        return set_aside(line, at, _code_end(line, at), reason, out)
    return None


def _phone(line: Line, at: int, out: TextReading) -> int | None:
    """*070 3499 499*, *+31 (0)70 349 94 99*, *tel. 0800-1234*."""
    plus = line[at - 1].key == "+" and not line[at].gap
    zero = line[at].raw[0] == "0" and len(line[at].raw) > 1 and line[at].raw.isdecimal()
    if not (plus or zero or line.has(at - 1, "phone")):
        return None
    digits, stop, last = 0, at, at
    while stop - at < 16 and (
        line[stop].kind == "number" or line[stop].key in ("(", ")", "-", "‑", "–", ".", "/")
    ):
        if line[stop].kind == "number":
            if line[stop].taken:
                break
            digits, last = digits + sum(c.isdecimal() for c in line[stop].raw), stop
        stop += 1
    enough = digits >= 9 or (digits >= 6 and line.has(at - 1, "phone"))
    return set_aside(line, at, last + 1, "phone", out) if enough and digits <= 15 else None


def _clock(line: Line, at: int, out: TextReading) -> int | None:
    """*10.30 uur*, *14:00*, *om 9 uur*."""
    stop = at + 1
    hours = line.role(stop, "unit") == "duration:hours"
    if _CLOCK.fullmatch(line[at].raw):
        if hours or line.has(stop, "clock") or _span_of_clocks(line, at):
            return set_aside(line, at, stop, "time", out)
        return None
    if line[stop].key == ":" and not line[stop].gap and not line[stop + 1].gap:
        whole = f"{line[at].raw}:{line[stop + 1].raw}"
        if _CLOCK.fullmatch(whole):
            return set_aside(line, at, stop + 2, "time", out)
    value = line[at].integer
    if value is not None and value <= 24:
        if hours and line.has(at - 1, "clock_before") and line[at - 2].kind != "number":
            return set_aside(line, at, stop, "time", out)
        if line.has(stop, "clock"):
            return set_aside(line, at, stop, "time", out)
    return None


def _span_of_clocks(line: Line, at: int) -> bool:
    """Whether *10.30 – 12.00 uur* starts here."""
    ends = _CLOCK.fullmatch(line[at + 2].raw) and line.role(at + 3, "unit") == "duration:hours"
    return bool(ends) and line.has(at + 1, "range", "dash")


def _postcode(line: Line, at: int, out: TextReading) -> int | None:
    """*2594 AA*: four digits and two capitals that start no compound (*2019 EU-bedrijven*)."""
    digits, letters, after = line[at], line[at + 1], line[at + 2]
    capitals = len(letters.raw) == 2 and letters.raw.isupper() and letters.raw.isalpha()
    if digits.integer is None or len(digits.raw) != 4 or digits.raw[0] == "0" or not capitals:
        return None
    if letters.roles or (after.key in _HYPHENS and not after.gap):
        return None
    return set_aside(line, at, at + 2, "postcode", out)


def _house(line: Line, at: int, out: TextReading) -> int | None:
    """*Bezuidenhoutseweg 60*, *12 Baker Street*."""
    if line[at].integer is None or len(line[at].raw) > 4:
        return None
    before, after, last = line[at - 1], line[at + 1], line[at + 2]
    endings = line.lexicon.street_endings
    street = before.raw[:1].isupper() and before.key.endswith(endings) and line[at].gap
    if street and not line.has(at + 1, "unit", "scale") and not line.plural(at + 1):
        return set_aside(line, at, _code_end(line, at), "address", out)
    if after.raw[:1].isupper() and last.raw[:1].isupper() and last.key in endings:
        return set_aside(line, at, at + 1, "address", out)
    return None


def _list_numeral(line: Line, at: int, out: TextReading) -> int | None:
    """*1.*, *2)*, *(3)*, *1.2 Heading* at the start of the text, *2)* also inside it."""
    value = line[at].integer
    bracket = at == 1 and line[0].key == "("
    if at and not bracket:
        if line[at + 1].key != ")" or not line[at].gap or value is None or value >= 20:
            return None
        if any(item.key == "(" for item in line[max(at - 30, 0) : at]) or not line[at + 2].gap:
            return None
        return set_aside(line, at, at + 1, "list_numeral", out)
    if value is not None and value < 100:
        closed = line[at + 1].key in ((")",) if bracket else (".", ")", ".)"))
        if closed and not line[at + 1].gap and line[at + 2].kind != "end" and line[at + 2].gap:
            return set_aside(line, at, at + 1, "list_numeral", out)
        return None
    heading = line[at + 1].kind == "word" and line[at + 1].raw[0].isupper() and line[at + 1].gap
    parts = line[at].raw.split(".")
    if (
        heading
        and len(parts) == 2
        and all(len(part) <= 2 for part in parts)
        and not line.has(at + 1, "unit", "scale", "currency")
    ):
        return set_aside(line, at, at + 1, "list_numeral", out)
    return None


def _glued(line: Line, at: int, out: TextReading) -> int | None:
    """Digits that are glued to letters: *Q3* (a date), *CO2*, *COVID-19*, *3D* (names)."""
    before, item, after = line[at - 1], line[at], line[at + 1]
    if not item.gap and "part_letter" in before.roles and len(item.raw) == 1:
        return set_aside(line, at, at + 1, "date", out)
    if not item.gap and before.kind == "word":
        if line.has(at - 1, "bound", "currency", "unit", "only", "of"):
            return None
        note = len(before.raw) >= 4 and before.raw.islower() and len(item.raw) <= 2
        return set_aside(line, at, _code_end(line, at), "footnote" if note else "name", out)
    hyphen = not item.gap and before.key in _HYPHENS and not before.gap
    if hyphen and line[at - 2].kind == "word" and not line.has(at - 2, "unit", "currency"):
        return set_aside(line, at, at + 1, "name", out)
    if (not item.gap and before.key == "_") or (not after.gap and after.key == "_"):
        return set_aside(line, at, at + 1, "name", out)
    letters = after.kind == "word" and not after.gap and not after.roles and len(after.raw) <= 3
    if item.raw.isdecimal() and letters:
        return set_aside(line, at, at + 2, "name", out)
    compound = after.key in ("-", "‑") and not after.gap and not line[at + 2].gap
    if item.raw.isdecimal() and compound and line.noun(at + 2):
        return set_aside(line, at, at + 1, "name", out)  # het 5-stappenplan
    return None


def _numbered(line: Line, at: int, out: TextReading) -> int | None:
    """The number after a word that ends in one: *artikelnr. 88123*, *ordernummer 12*."""
    word = line[at - 2] if line[at - 1].key == "." else line[at - 1]
    if word.kind == "word" and word.key.endswith(("nummer", "nr")) and not _counted(line, at):
        return _list(line, at, "reference", out)
    return None


def _note(line: Line, at: int, out: TextReading) -> int | None:
    """The mark of a footnote: *Dit geldt.4 De rest*, *[12]*."""
    before, item, after = line[at - 1], line[at], line[at + 1]
    if before.key == "[" and after.key == "]":
        return set_aside(line, at, at + 1, "footnote", out)
    if before.key != "." or before.gap or item.gap or line[at - 2].kind != "word":
        return None
    ends = after.kind == "end" or (after.raw[0].isupper() and after.gap)
    return set_aside(line, at, at + 1, "footnote", out) if ends and len(item.raw) <= 2 else None


def _standard(line: Line, at: int, out: TextReading) -> int | None:
    """The version of a standard in capitals: *GOTS 5.0*."""
    name = line[at - 1].raw
    if not _VERSION.fullmatch(line[at].raw) or not name.isupper() or len(name) < 2:
        return None
    if _counted(line, at) or line.plural(at + 1):
        return None
    return set_aside(line, at, at + 1, "version", out)


def _name_in_capitals(line: Line, at: int, out: TextReading) -> int | None:
    """A name with a number word in capitals: *VIER VOETERS*, in a text that is not all capitals."""
    item, after = line[at], line[at + 1]
    capitals = item.spelled and item.raw.isupper() and after.kind == "word" and after.raw.isupper()
    if not capitals or len(after.raw) < 2 or line.text.isupper():
        return None
    return set_aside(line, at, at + 1, "name", out)


def _case_number(line: Line, at: int, out: TextReading) -> int | None:
    """The last part of a case number: *KGC-2020/03*."""
    item, slash = line[at], line[at - 1]
    if slash.key != "/" or slash.gap or item.gap or line[at - 2].kind != "number":
        return None
    return set_aside(line, at, at + 1, "reference", out) if item.raw[0] == "0" else None


def _slashed(line: Line, at: int, out: TextReading) -> int | None:
    """*(4/9)*, *24/7*, *2019:123*: numbers with a slash that are no part of anything."""
    if line[at + 1].key not in ("/", ":") or line[at + 1].gap or line[at + 2].gap:
        return None
    left, right, stop = line[at].integer, line[at + 2].integer, at + 3
    if left is None or right is None:
        return None
    if line[at + 1].key == ":":
        return set_aside(line, at, stop, "reference", out)
    if (left, right) in ((24, 7), (50, 50)):
        return set_aside(line, at, stop, "name", out)
    while line[stop].key == "/" and line.free(stop + 1) and stop - at < 16:
        stop += 2
    part = 0 < left < right and (line.noun(stop) or line.has(stop, "of", "part_follows"))
    return None if part or line.has(stop, "unit") else set_aside(line, at, stop, "reference", out)


_OUTRIGHT: tuple[_Rule, ...] = (_phone, _clock, _postcode, _house, _list_numeral)
_CODES: tuple[_Rule, ...] = (
    _glued, _numbered, _note, _standard, _name_in_capitals, _case_number, _slashed, _identifier,
)  # fmt: skip
