"""What kind of source this is, and the article in it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from msgspec.structs import replace

from briefing.collect.found import Found
from briefing.collect.kinds.archive import is_archive, saved_page
from briefing.collect.kinds.decode import Decoded, decode, is_binary
from briefing.collect.kinds.document import is_document, read_document
from briefing.collect.kinds.email import is_letter, read_letter
from briefing.collect.kinds.front_matter import read_handed
from briefing.collect.kinds.signature import is_page, is_pdf, refused
from briefing.collect.original import Original
from briefing.collect.pasted import read_pasted
from briefing.collect.words import is_wall
from briefing.corpus.front import wrong_address
from briefing.problems import Problem, Where

REQUIRED = ("trafilatura", "lxml_html_clean", "pypdfium2", "urllib3")
"""The packages of the extra `collect`; plain text needs none of them."""
_TEXTS = ("text", "title", "author", "outlet", "published", "url", "archived", "language")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What no text holds: control characters but tab and line break, those that turn the direction in which others are
read, halves of characters, no characters."""
_BREAK = re.compile("[\u2028\u2029]")
_LONGEST = 500
"""Characters of a title, a byline or an outlet's name."""


def read_original(original: Original, *, today: date) -> Found | Problem:
    """The article in a source, or why there is none; no date after `today` is believed."""
    where = Where(original.name)
    try:
        found = _read(original, today)
    except ImportError as problem:
        return missing(original.name, problem)
    except RecursionError:
        return Problem(
            where, "its parts stand within each other, deeper than anybody reads; paste its text into a file"
        )
    except ValueError as problem:
        return Problem(where, f"this cannot be read: {' '.join(str(problem).split())}")
    except Exception as problem:  # noqa: BLE001 - a library's failure at one page must not stop the others
        return Problem(where, f"this cannot be read ({type(problem).__name__}); paste its text into a file")
    found = _clean(found)
    if not any(char.isalpha() for char in found.text):
        return Problem(where, _empty(original))
    if is_wall(found.text):
        message = "the page asks for consent or for proof of a reader, and shows no article"
        return Problem(where, f"{message}; open it in a browser, and save it once the article shows")
    return found


def _clean(found: Found) -> Found:
    """The same in Unicode form NFC, and without what no text holds: offsets and ids are defined on what is kept."""
    texts = {key: value for key in _TEXTS if isinstance(value := getattr(found, key), str)}
    cleaned = {
        key: unicodedata.normalize("NFC", _BREAK.sub("\n", _CONTROL.sub("", value))) for key, value in texts.items()
    }
    lines: dict[str, str | None] = {
        key: value if key == "text" else " ".join(value.split("\n")) for key, value in cleaned.items()
    }
    count = len(_CONTROL.findall(found.text))
    said = [f"{count} control characters were left out of its text"] if count else []
    for key in ("title", "author", "outlet"):
        if len(cleaned.get(key, "")) > _LONGEST:
            lines[key] = None
            said.append(f"its {key} was left out: it has more than {_LONGEST} characters")
    if found.url and (wrong := wrong_address(found.url)):
        lines["url"] = None
        said.append(f"its address was left out: {wrong}")
    return replace(found, **lines, warnings=(*found.warnings, *said))


def _read(original: Original, today: date) -> Found:
    if is_archive(original.raw):
        original = saved_page(original)
    if is_pdf(original.raw):
        from briefing.collect.kinds.pdf import read_pdf

        printed = read_pdf(original.raw)
        found = read_pasted(printed.text)
        return replace(found, title=found.title or printed.title, url=printed.url)
    if is_document(original.raw):
        return read_pasted(read_document(original.raw))
    if is_letter(original.raw):
        letter = read_letter(original.raw)
        found = _read_text(letter.text, original.url, today)
        told = {"title": letter.subject, "author": letter.author, "published": letter.day}
        return replace(found, **{key: getattr(found, key) or value for key, value in told.items()})
    if what := refused(original.raw):
        raise ValueError(f"it is {what}")
    if is_binary(original.raw):
        raise ValueError("it is neither a page nor a PDF nor text")
    decoded = decode(original.raw, original.charset)
    found = _read_text(decoded.text, original.url, today)
    return replace(found, warnings=(*found.warnings, *_unread(decoded)))


def _read_text(text: str, url: str | None, today: date) -> Found:
    if is_page(text):
        from briefing.collect.page.article import read_page

        return read_page(text, url, today=today)
    found = read_handed(text) or read_pasted(text)
    return replace(found, url=url or found.url)


def _unread(decoded: Decoded) -> tuple[str, ...]:
    if not decoded.replaced:
        return ()
    what = "a byte is" if decoded.replaced == 1 else f"{decoded.replaced} bytes are"
    return (f"{what} no character in the encoding that the source names and became \ufffd; look at the original",)


def missing(name: str, problem: ImportError) -> Problem:
    """What is said when a source needs a package that is not installed."""
    packages = " ".join(name.replace("_", "-") for name in REQUIRED)
    needed = f"pages, PDFs and addresses need packages that are not installed ({problem.name})"
    return Problem(Where(name), f"{needed}; run: python -m pip install {packages}")


def _empty(original: Original) -> str:
    if is_pdf(original.raw):
        return "the PDF holds pictures of text and no text; run a text recognition on it first"
    if is_page(decode(original.raw[:8192]).text):
        return "no article was found on the page; open it in a browser, and save it or paste its text once it shows"
    return "there is no text in it"
