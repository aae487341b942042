"""Links, scripts, forms, embedded files and encryption."""

import io
from functools import cache
from typing import Literal

import pikepdf

from tests.hostile.damaged import COUNT, GOOD, SENTENCE
from tests.hostile.rawpdf import one_page, stream, text
from tests.hostile.registry import hostile

__all__: list[str] = []


def _linked(*annotations: str) -> bytes:
    """The good sentence with annotations."""
    numbers = " ".join(f"{6 + i} 0 R" for i in range(len(annotations)))
    return one_page(text(SENTENCE), *annotations, page=f"/Annots[{numbers}]")


def _link(uri: str, rect: str = "/Rect[50 195 90 215]") -> str:
    return f"<</Type/Annot/Subtype/Link{rect}/A<</S/URI/URI{uri}>>>>"


@hostile(finds=COUNT)
def link_without_place() -> bytes:
    """A link without a place loses the links of its page in pdfplumber; here only itself."""
    return _linked(_link("(https://example.org/a)", ""), _link("(https://example.org/b)"))


@hostile(finds=COUNT)
def link_places_odd() -> bytes:
    """Links whose places are no numbers."""
    rects = ["[nan 0 1 1]", "[9 9 1 1]", "[(a)(b)]", "[1e38 1e38 -1e38 -1e38]", "6 0 R", "[]"]
    return _linked(*[_link("(https://example.org/)", f"/Rect{r}/QuadPoints{r}") for r in rects])


@hostile(finds=COUNT)
def link_long() -> bytes:
    """An address of 1 MB."""
    return _linked(_link("(https://example.org/" + "a" * 1_000_000 + ")"))


@hostile(finds=COUNT)
def link_addresses_odd() -> bytes:
    """Addresses that are not UTF-8, hold nulls, or are scripts; none is followed."""
    odd = [
        "(https://example.org/\xff\xfe\x80)", "<feffd800d800>", "(\0\0a)",
        "(javascript:app.alert\\(1\\))", "(file:///etc/passwd)", "(data:text/html,x)", "()",
        "12", "(\\033]0;x\\007)",
    ]  # fmt: skip
    return _linked(*map(_link, odd))


@hostile(finds=COUNT)
def annotations_many() -> bytes:
    """50,000 annotations."""
    return one_page(
        text(SENTENCE), _link("(https://example.org/)"), page=f"/Annots[{'6 0 R ' * 50_000}]"
    )


@hostile(finds=COUNT)
def annotations_odd() -> bytes:
    """Annotations that are no dictionaries."""
    return one_page(text(SENTENCE), page="/Annots[null 1 (x)[]<<>>3 0 R 99 0 R]")


@hostile(says="scripts", finds=COUNT)
def script_at_opening() -> bytes:
    """A script that runs when it is opened: mentioned, not run."""
    return one_page(text(SENTENCE), catalog="/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>")


@hostile(finds=COUNT)
def launch_at_opening() -> bytes:
    """A program that is started when it is opened: not started."""
    return one_page(
        text(SENTENCE), catalog="/OpenAction<</S/Launch/F(touch pwned)/Win<</F(cmd)>>>>"
    )


@hostile(finds=COUNT)
def names_loop() -> bytes:
    """A names tree whose branch is itself, for scripts and embedded files."""
    tree = "<</Kids[6 0 R 6 0 R 6 0 R]/Limits[(a)(z)]>>"
    return one_page(
        text(SENTENCE), tree, catalog="/Names<</JavaScript 6 0 R/EmbeddedFiles 6 0 R/Dests 6 0 R>>"
    )


@hostile(says="embedded files", finds=COUNT)
def embedded_file() -> bytes:
    """An embedded file: mentioned, not read."""
    spec = "<</Type/Filespec/F(x.exe)/EF<</F 7 0 R>>>>"
    names = "/Names<</EmbeddedFiles<</Names[(x.exe)6 0 R]>>>>"
    return one_page(text(SENTENCE), spec, stream("MZ", "/Type/EmbeddedFile"), catalog=names)


@hostile(finds=COUNT)
def xfa() -> bytes:
    """An XFA form beside the page: the page is read."""
    form = stream(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    )
    return one_page(
        text(SENTENCE), form, catalog="/AcroForm<</Fields[]/XFA 6 0 R>>/NeedsRendering true"
    )


@hostile(finds=COUNT)
def field_loop() -> bytes:
    """A form field that is its own child and parent."""
    field = "<</FT/Tx/T(x)/V(57)/Kids[6 0 R]/Parent 6 0 R/Subtype/Widget/Rect[0 0 9 9]>>"
    return one_page(
        text(SENTENCE), field, catalog="/AcroForm<</Fields[6 0 R]>>", page="/Annots[6 0 R]"
    )


@hostile(finds=COUNT)
def structure_loop() -> bytes:
    """A structure tree whose branch is itself."""
    tree = "<</Type/StructTreeRoot/K 6 0 R/ParentTree 6 0 R/Kids[6 0 R]/Nums[0 6 0 R]>>"
    return one_page(
        text(SENTENCE),
        tree,
        catalog="/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>",
        page="/StructParents 0",
    )


@cache
def _encrypted(user: str, owner: str, revision: Literal[2, 4, 6]) -> bytes:
    """The good page, encrypted; the keys are random, so it is another file each time."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD)) as document:
        rules = pikepdf.Encryption(
            user=user, owner=owner, R=revision, aes=revision > 3, metadata=revision > 3
        )
        document.save(out, encryption=rules)
    return out.getvalue()


@hostile("EncryptedError", says="needs a password")
def password_missing() -> bytes:
    """A password is needed and none is given."""
    return _encrypted("geheim", "baas", 4)


@hostile("EncryptedError", says="wrong", key="x")
def password_wrong() -> bytes:
    """The password is wrong."""
    return _encrypted("geheim", "baas", 4)


@hostile(finds=COUNT, key="geheim")
def password_right() -> bytes:
    """The password of a reader."""
    return _encrypted("geheim", "baas", 4)


@hostile(finds=COUNT, key="baas")
def password_of_owner() -> bytes:
    """The password of the owner."""
    return _encrypted("geheim", "baas", 4)


@hostile(finds=COUNT)
def owner_only() -> bytes:
    """Only the owner has a password: anybody may read."""
    return _encrypted("", "baas", 4)


@hostile(finds=COUNT)
def owner_only_rc4() -> bytes:
    """RC4 with 40 bits, only the owner has a password."""
    return _encrypted("", "baas", 2)


@hostile("EncryptedError", says="needs a password")
def aes_256_missing() -> bytes:
    """AES-256 without its password."""
    return _encrypted("geheim", "baas", 6)


@hostile(finds=COUNT, key="gehéim€")
def aes_256_right() -> bytes:
    """AES-256 with a password of more than ASCII."""
    return _encrypted("gehéim€", "baas", 6)


@hostile(finds=COUNT, key="x")
def password_not_needed() -> bytes:
    """A password for a file that has none is not needed."""
    return GOOD


@hostile("UnsupportedError", says="not known here")
def handler_unknown() -> bytes:
    """An encryption nobody knows."""
    return one_page(text(SENTENCE), "<</Filter/Nix/V 9/R 9>>", trailer="/Encrypt 6 0 R/ID[(a)(b)]")


@hostile(finds=COUNT)
def encryption_loop() -> bytes:
    """An encryption that is its own description counts as none."""
    return one_page(text(SENTENCE), "6 0 R", trailer="/Encrypt 6 0 R")


@hostile("UnreadableError")
def encrypted_and_cut() -> bytes:
    """Encrypted, and then broken off: how it was encrypted is lost."""
    data = _encrypted("geheim", "baas", 4)
    return data[: len(data) * 9 // 10]
