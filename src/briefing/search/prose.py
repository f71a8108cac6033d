"""The pages people write, as records: each paragraph under its heading, found like a claim and shown as a page."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from briefing.pages.citations import without_marks
from briefing.pages.typography import spaces
from briefing.search.records import Headline, Record

_BLOCKS = frozenset({"p", "li", "tr", "dt", "dd", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th", "br"})
_SILENT = frozenset({"script", "style", "svg", "pre"})


class _Reader(HTMLParser):
    """Collects (anchor, heading, words) for each block of text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self._anchor = self._heading = self._next_anchor = ""
        self._words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins where the last one ends; a heading gives its id to what follows."""
        if tag in _SILENT:
            self._silent += 1
        if tag in _BLOCKS:
            self.flush()
        elif tag in _CELLS:
            self._words.append(" ")
        if tag[0] == "h" and tag in _BLOCKS:
            self._next_anchor = dict(attrs).get("id") or ""

    def handle_endtag(self, tag: str) -> None:
        """The words of a heading name what follows it."""
        if tag in _SILENT:
            self._silent -= 1
        if tag[0] == "h" and tag in _BLOCKS:
            self._anchor, self._heading = self._next_anchor, _plain(self._words)
        if tag in _BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        """Text, unless it is code or drawing."""
        if not self._silent:
            self._words.append(data)

    def flush(self) -> None:
        """The block that ends here, if it has words."""
        words = _plain(self._words)
        if words:
            self.found.append((self._anchor, self._heading, words))
        self._words = []


def page_records(title: str, path: str, html: str, language: str) -> Iterator[Record]:
    """The paragraphs of a page whose address is `path`; an empty modality says that nobody claims them."""
    reader = _Reader()
    reader.feed(html)
    reader.flush()
    headline = Headline(title=spaces(title, language), path=path, date="", language=language)
    for anchor, heading, words in reader.found:
        yield Record(
            id=anchor,
            passage=spaces(words, language),
            speakers=spaces(heading, language) if heading != words else "",
            named=heading,
            modality="",
            article=headline,
        )


def _plain(words: list[str]) -> str:
    return " ".join(without_marks("".join(words)).split())
