"""What kind of source this is, and the article in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import frontmatter
import yaml

from briefing.collect.archive import is_archive, saved_page
from briefing.collect.decode import decode, is_binary, is_page, is_pdf
from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.pasted import read_pasted
from briefing.problems import Problem, Where

REQUIRED = ("trafilatura", "htmldate", "lxml_html_clean", "pypdfium2")
"""The packages of the extra `collect`; plain text needs none of them."""
_KEYS = ("title", "author", "outlet", "published", "url", "language")


def read_original(original: Original, *, today: date) -> Found | Problem:
    """The article in a source, or why there is none; no date after `today` is believed."""
    try:
        found = _read(original, today)
    except ImportError as problem:
        return _missing(original, problem)
    except (ValueError, yaml.YAMLError) as problem:
        return Problem(Where(original.name), f"this cannot be read: {' '.join(str(problem).split())}")
    except Exception as problem:  # noqa: BLE001 - a library's failure at one page must not stop the others
        return Problem(
            Where(original.name), f"this cannot be read ({type(problem).__name__}); paste its text into a file"
        )
    if not any(char.isalpha() for char in found.text):
        return Problem(Where(original.name), _empty(original))
    return _whole(found)


def _whole(found: Found) -> Found:
    """The same without halves of characters, which JSON and HTML can hold and no file can."""
    texts = {key: value for key in ("text", *_KEYS) if isinstance(value := getattr(found, key), str)}
    return replace(found, **{key: value.encode("utf-8", "ignore").decode() for key, value in texts.items()})  # type: ignore[arg-type]


def _read(original: Original, today: date) -> Found:
    if is_archive(original.raw):
        original = saved_page(original)
    if is_pdf(original.raw):
        from briefing.collect.pdf import read_pdf

        printed = read_pdf(original.raw)
        found = read_pasted(printed.text)
        return replace(found, title=found.title or printed.title, url=printed.url)
    if is_page(original.raw):
        from briefing.collect.page.article import read_page

        return read_page(decode(original.raw, original.charset), original.url, today=today)
    if is_binary(original.raw):
        raise ValueError("it is neither a page nor a PDF nor text")
    found = _read_text(decode(original.raw, original.charset))
    return replace(found, url=original.url or found.url)


def _read_text(text: str) -> Found:
    """Pasted text; where it has front matter of ours, that is believed and the body is taken as it is."""
    if not text.startswith("---"):
        return read_pasted(text)
    meta, body = frontmatter.parse(text)
    given = {key: str(value) for key in _KEYS if (value := meta.get(key)) is not None}
    if not given:
        return read_pasted(text)
    return Found(
        text=body,
        title=given.get("title"),
        author=given.get("author"),
        outlet=given.get("outlet"),
        published=given.get("published"),
        url=given.get("url"),
        language=given.get("language"),
        more={key: value for key, value in meta.items() if key not in _KEYS},
    )


def _missing(original: Original, problem: ImportError) -> Problem:
    packages = " ".join(name.replace("_", "-") for name in REQUIRED)
    message = (
        f"pages and PDFs need packages that are not installed ({problem.name}); run: python -m pip install {packages}"
    )
    return Problem(Where(original.name), message)


def _empty(original: Original) -> str:
    if is_pdf(original.raw):
        return "the PDF holds pictures of text and no text; run a text recognition on it first"
    if is_page(original.raw):
        return "no article was found on the page; open it in a browser, and save it or paste its text once it shows"
    return "there is no text in it"
