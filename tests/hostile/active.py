"""Links, scripts, forms, embedded files and encryption."""

import io
from functools import cache

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


@hostile("A link without a place loses the links of its page in pdfplumber; here only itself.", finds=COUNT)
def link_without_place() -> bytes:
    return _linked(_link("(https://example.org/a)", ""), _link("(https://example.org/b)"))


@hostile("Links whose places are no numbers.", finds=COUNT)
def link_places_odd() -> bytes:
    rects = ["[nan 0 1 1]", "[9 9 1 1]", "[(a)(b)]", "[1e38 1e38 -1e38 -1e38]", "6 0 R", "[]"]
    return _linked(*[_link("(https://example.org/)", f"/Rect{r}/QuadPoints{r}") for r in rects])


@hostile("An address of 1 MB.", finds=COUNT)
def link_long() -> bytes:
    return _linked(_link("(https://example.org/" + "a" * 1_000_000 + ")"))


@hostile("Addresses that are not UTF-8, hold nulls, or are scripts; none is followed.", finds=COUNT)
def link_addresses_odd() -> bytes:
    odd = [
        "(https://example.org/\xff\xfe\x80)", "<feffd800d800>", "(\0\0a)", "(javascript:app.alert\\(1\\))",
        "(file:///etc/passwd)", "(data:text/html,x)", "()", "12", "(\\033]0;x\\007)",
    ]  # fmt: skip
    return _linked(*map(_link, odd))


@hostile("50,000 annotations.", finds=COUNT)
def annotations_many() -> bytes:
    return one_page(text(SENTENCE), _link("(https://example.org/)"), page=f"/Annots[{'6 0 R ' * 50_000}]")


@hostile("Annotations that are no dictionaries.", finds=COUNT)
def annotations_odd() -> bytes:
    return one_page(text(SENTENCE), page="/Annots[null 1 (x)[]<<>>3 0 R 99 0 R]")


@hostile("A script that runs when it is opened: mentioned, not run.", says="scripts", finds=COUNT)
def script_at_opening() -> bytes:
    return one_page(text(SENTENCE), catalog="/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>")


@hostile("A program that is started when it is opened: not started.", finds=COUNT)
def launch_at_opening() -> bytes:
    return one_page(text(SENTENCE), catalog="/OpenAction<</S/Launch/F(touch pwned)/Win<</F(cmd)>>>>")


@hostile("A names tree whose branch is itself, for scripts and embedded files.", finds=COUNT)
def names_loop() -> bytes:
    tree = "<</Kids[6 0 R 6 0 R 6 0 R]/Limits[(a)(z)]>>"
    return one_page(text(SENTENCE), tree, catalog="/Names<</JavaScript 6 0 R/EmbeddedFiles 6 0 R/Dests 6 0 R>>")


@hostile("An embedded file: mentioned, not read.", says="embedded files", finds=COUNT)
def embedded_file() -> bytes:
    spec = "<</Type/Filespec/F(x.exe)/EF<</F 7 0 R>>>>"
    names = "/Names<</EmbeddedFiles<</Names[(x.exe)6 0 R]>>>>"
    return one_page(text(SENTENCE), spec, stream("MZ", "/Type/EmbeddedFile"), catalog=names)


@hostile("An XFA form beside the page: the page is read.", finds=COUNT)
def xfa() -> bytes:
    form = stream('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')
    return one_page(text(SENTENCE), form, catalog="/AcroForm<</Fields[]/XFA 6 0 R>>/NeedsRendering true")


@hostile("A form field that is its own child and parent.", finds=COUNT)
def field_loop() -> bytes:
    field = "<</FT/Tx/T(x)/V(57)/Kids[6 0 R]/Parent 6 0 R/Subtype/Widget/Rect[0 0 9 9]>>"
    return one_page(text(SENTENCE), field, catalog="/AcroForm<</Fields[6 0 R]>>", page="/Annots[6 0 R]")


@hostile("A structure tree whose branch is itself.", finds=COUNT)
def structure_loop() -> bytes:
    tree = "<</Type/StructTreeRoot/K 6 0 R/ParentTree 6 0 R/Kids[6 0 R]/Nums[0 6 0 R]>>"
    return one_page(text(SENTENCE), tree, catalog="/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>", page="/StructParents 0")


@cache
def _encrypted(user: str, owner: str, revision: int) -> bytes:
    """The good page, encrypted; the keys are random, so it is another file each time."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(GOOD)) as document:
        rules = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=revision > 3, metadata=revision > 3)
        document.save(out, encryption=rules)
    return out.getvalue()


@hostile("A password is needed and none is given.", "EncryptedError", says="needs a password")
def password_missing() -> bytes:
    return _encrypted("geheim", "baas", 4)


@hostile("The password is wrong.", "EncryptedError", says="wrong", password="x")
def password_wrong() -> bytes:
    return _encrypted("geheim", "baas", 4)


@hostile("The password of a reader.", finds=COUNT, password="geheim")
def password_right() -> bytes:
    return _encrypted("geheim", "baas", 4)


@hostile("The password of the owner.", finds=COUNT, password="baas")
def password_of_owner() -> bytes:
    return _encrypted("geheim", "baas", 4)


@hostile("Only the owner has a password: anybody may read.", finds=COUNT)
def owner_only() -> bytes:
    return _encrypted("", "baas", 4)


@hostile("RC4 with 40 bits, only the owner has a password.", finds=COUNT)
def owner_only_rc4() -> bytes:
    return _encrypted("", "baas", 2)


@hostile("AES-256 without its password.", "EncryptedError", says="needs a password")
def aes_256_missing() -> bytes:
    return _encrypted("geheim", "baas", 6)


@hostile("AES-256 with a password of more than ASCII.", finds=COUNT, password="gehéim€")
def aes_256_right() -> bytes:
    return _encrypted("gehéim€", "baas", 6)


@hostile("A password for a file that has none is not needed.", finds=COUNT, password="x")
def password_not_needed() -> bytes:
    return GOOD


@hostile("An encryption nobody knows.", "UnsupportedError", says="not known here")
def handler_unknown() -> bytes:
    return one_page(text(SENTENCE), "<</Filter/Nix/V 9/R 9>>", trailer="/Encrypt 6 0 R/ID[(a)(b)]")


@hostile("An encryption that is its own description.", "UnsupportedError|UnreadableError|EncryptedError")
def encryption_loop() -> bytes:
    return one_page(text(SENTENCE), "6 0 R", trailer="/Encrypt 6 0 R")


@hostile("Encrypted, and then broken off.", "EncryptedError|UnreadableError")
def encrypted_and_cut() -> bytes:
    data = _encrypted("geheim", "baas", 4)
    return data[: len(data) * 9 // 10]
