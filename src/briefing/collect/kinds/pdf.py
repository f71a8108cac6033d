"""The text of a PDF: printed lines become paragraphs again, running heads and page numbers go."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise
from statistics import median

import pypdfium2
from msgspec import Struct

from briefing.collect.words import every, plain

_BROKEN = "\ufffe\x02"
"""What PDFium gives for a hyphen at the end of a line."""
_SOFT = "\u2010\u00ad"
_END = re.compile(r"[.!?…:»”\"]\s*$")
_PAGE = re.compile(
    r"(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:page|p\.)\s*\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?|\d{1,4}\s*(?:/|sur|of)\s*\d{1,4})",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\d{1,3}")
_ADDRESS = re.compile(r"([a-z]+://\S+)(?:\s+\d+/\d+)?")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HEAD = 300
"""More characters than that above the headline are text."""
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_YEARS = 1500
"""Numbers from here on are years, not pages."""
_NUMBERS = 5
"""A running head has no more numbers than that."""
_EDGE = 2
"""How many lines at the top and at the bottom of a page may be running heads."""


class Line(Struct, frozen=True):
    """A printed line and its place, in points from the lower left corner of its page."""

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float


class Printed(Struct, frozen=True):
    """What a PDF says: its paragraphs a line each, the title it names, and the address a browser printed on it."""

    text: str
    title: str | None = None
    url: str | None = None


def read_pdf(raw: bytes) -> Printed:
    """The text of a PDF; empty where its pages are pictures. Raises ValueError when it cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as problem:
        raise ValueError(str(problem)) from None
    try:
        lines = [line for number, page in enumerate(document) for line in _lines(page, number)]
        title = document.get_metadata_dict().get("Title", "").strip()
    finally:
        document.close()
    printed = (found[1] for line in _edges(lines) if (found := _ADDRESS.fullmatch(line.text)))
    url = next((address for address in printed if address.startswith("http")), None)
    body = _from_headline(_without_running_heads(lines))
    text = unicodedata.normalize("NFC", "\n".join(_paragraphs(body)))
    return Printed(text, title if _stands_in(title, text) else None, url)


def _stands_in(title: str, text: str) -> bool:
    """Whether the title that the file names is printed too: many name only the program's draft."""
    wanted = re.sub(r"\W+", "", plain(title))
    return bool(wanted) and wanted in re.sub(r"\W+", "", plain(text[:5000]))


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    words = page.get_textpage()
    text = words.get_text_range()
    start = 0
    for match in re.finditer(rf"\r?\n|[{_BROKEN}]|\Z", text):
        end = match.start()
        piece = text[start:end] + ("\ufffe" if match[0] and match[0] in _BROKEN else "")
        seen = [i for i in range(start, min(end, words.count_chars())) if not text[i].isspace()]
        if seen:
            first, last = words.get_charbox(seen[0], loose=True), words.get_charbox(seen[-1], loose=True)
            height = max(first[3] - first[1], last[3] - last[1])
            yield Line(piece.strip(" \t"), number, first[0], last[2], first[1], height)
        start = match.end()


def _edges(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines at the top and at the bottom of each page."""
    for _, page in groupby(lines, key=lambda line: line.page):
        own = sorted(page, key=lambda line: -line.bottom)
        yield from own[:_EDGE]
        yield from own[_EDGE:][-_EDGE:]


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    edges = list(_edges(lines))
    pages: dict[str, set[int]] = {}
    for line in edges:
        for head in _heads(line):
            pages.setdefault(head, set()).add(line.page)
    browser = next((line for line in edges if _ADDRESS.fullmatch(line.text)), None)
    alone = {id(line) for line in _page_numbers(lines)}

    def is_running(line: Line) -> bool:
        return bool(
            any(len(pages[head]) > 1 for head in _heads(line))
            or id(line) in alone
            or _PAGE.fullmatch(line.text)
            or _ADDRESS.fullmatch(line.text)
            or (browser and re.match(r"\d{1,2}/\d{1,2}/\d{2,4}\D", line.text))
        )

    gone = {id(line) for line in edges if is_running(line)}
    return [line for line in lines if id(line) not in gone]


def _heads(line: Line) -> Iterator[str]:
    """By what a line is known on another page: its place and words; a number may be that of the page, and grow with it.

    « Total 2023 » and « Total 2024 » are two lines, for a paper has no two thousand pages.
    """
    place = round(line.bottom / line.height) if line.height else 0
    yield f"{place} {line.text}"
    for number in islice(_NUMBER.finditer(line.text), _NUMBERS):
        if int(number[0]) < _YEARS:
            rest = f"{line.text[: number.start()]}#{line.text[number.end() :]}"
            yield f"{place} {rest} {int(number[0]) - line.page}"


def _page_numbers(lines: Sequence[Line]) -> Iterator[Line]:
    """The numbers that stand alone above or below a page's text; one beside another is a table's."""
    for _, page in groupby(lines, key=lambda line: line.page):
        own = sorted(page, key=lambda line: -line.bottom)
        for outer, inner in ((own[0], own[1:2]), (own[-1], own[-2:-1])):
            if _ALONE.fullmatch(outer.text) and any(char.isalpha() for line in inner for char in line.text):
                yield outer


def _from_headline(lines: list[Line]) -> list[Line]:
    """The lines from the largest of the first page on, if it is larger than the text: above stands the paper's name."""
    usual = median(line.height for line in lines) if lines else 0
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(first, key=lambda line: line.height, default=None)
    if largest is None or largest.height < 1.25 * usual:
        return lines
    start = lines.index(largest)
    return lines[start:] if sum(len(line.text) for line in lines[:start]) < _HEAD else lines


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The lines joined to paragraphs."""
    if not lines:
        return
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    pairs = list(pairwise(lines))
    gaps = [(a.bottom - b.bottom) / a.height for a, b in pairs if 0 < a.bottom - b.bottom < 3 * a.height]
    leading = median(gaps) if gaps else 0
    edges = {page: max(line.right for line in own) for page, own in groupby(lines, key=lambda line: line.page)}
    text = lines[0].text
    for above, below in pairs:
        if _is_new(above, below, leading, edges[above.page]):
            yield _unbroken(text)
            text = below.text
        else:
            text = _joined(text, below.text, known)
    yield _unbroken(text)


def _is_new(above: Line, below: Line, leading: float, edge: float) -> bool:
    """Whether a paragraph begins with the line below; `leading` is the usual distance of lines, in line heights."""
    if above.text.endswith("\ufffe"):
        return False
    if abs(above.height - below.height) > 0.12 * above.height:
        return True
    gap = above.bottom - below.bottom
    if above.page != below.page or gap <= 0:
        return bool(_END.search(above.text)) and not below.text[:1].islower()
    is_short = edge - above.right > 0.25 * (edge - above.left) and bool(_END.search(above.text))
    is_indented = below.left - above.left > 0.6 * above.height and bool(_END.search(above.text))
    return gap > 1.3 * leading * above.height or is_short or is_indented


def _joined(text: str, below: str, known: Counter[str]) -> str:
    """Two lines of a paragraph as one; a word broken between them is made whole."""
    if text[-1:] not in "\ufffe" + _SOFT:
        return f"{text} {below}"
    head = re.search(r"[\w’']*$", text[:-1])
    tail = re.match(r"[\w’']*", below)
    one, two = (head[0] if head else ""), (tail[0] if tail else "")
    return text[:-1] + ("-" if text[-1] == "\ufffe" and _keeps_hyphen(one, two, known) else "") + below


def _keeps_hyphen(one: str, two: str, known: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line is the word's own: « sous-préfète », « Jean-Pierre », « dit-il »."""
    if known[(one + two).lower()]:
        return False
    return bool(
        known[f"{one}-{two}".lower()]
        or not one[-1:].isalpha()
        or two[:1].isupper()
        or one.lower() in every("hyphen_after")
        or two.lower() in every("hyphen_before")
    )


def _unbroken(text: str) -> str:
    return text.replace("\ufffe", "-")
