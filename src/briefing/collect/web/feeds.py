"""Sources that list articles instead of holding one: a feed (RSS, Atom), or a text of addresses, one a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from msgspec import Struct

from briefing.collect.original import Fetch, Original
from briefing.collect.words import plain
from briefing.problems import Problem

_FEED = re.compile(rb"(?>\s+|<\?[^>]{0,500}\?>|<!--.{0,2000}?-->)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+")
_LONGEST = 1_000_000


class Entry(Struct, frozen=True):
    """What a list says of an article: its address, in a feed its title and its summary too."""

    address: str
    title: str = ""
    summary: str = ""

    def is_about(self, words: str) -> bool:
        """Whether it names each of the words, accents and capitals aside."""
        told = plain(f"{self.title} {self.summary} {self.address}")
        return all(word in told for word in plain(words).split())


def listed(original: Original) -> list[Entry] | None:
    """What a source lists, in its order; None where it lists nothing. Raises ValueError of a broken feed."""
    raw = original.raw.removeprefix(b"\xef\xbb\xbf")
    if _FEED.match(raw[:8192]):
        entries: dict[str, Entry] = {}
        for entry in _entries(raw, original.url or ""):
            entries.setdefault(entry.address, entry)
        return list(entries.values())
    if len(raw) > _LONGEST or not re.match(rb"\s*(?:#.*\n\s*)*https?://", raw):
        return None
    lines = [line.strip() for line in raw.decode("utf-8", "replace").splitlines()]
    given = [line for line in lines if line and not line.startswith("#")]
    return [Entry(address) for address in dict.fromkeys(given)] if all(map(_ADDRESS.fullmatch, given)) else None


def listed_articles(
    sources: Iterable[Original | Problem], fetch: Fetch, entries: Callable[[Original], list[Entry] | Problem | None]
) -> Iterator[Original | Problem]:
    """The sources, in place of each that lists articles those that `entries` takes from it.

    A list from the internet leads to nothing in a private network.
    """
    for source in sources:
        found = None if isinstance(source, Problem) else entries(source)
        if isinstance(found, list) and isinstance(source, Original):
            yield from (fetch(entry.address, only_public=source.is_public) for entry in found)
        else:
            yield found if isinstance(found, Problem) else source


def _entries(raw: bytes, base: str) -> Iterator[Entry]:
    """The entries of a feed that have an address (RSS 2.0, RSS 1.0, RFC 4287)."""
    try:
        tree = ET.fromstring(raw)  # noqa: S314 - expat refuses bombs of entities, and this is read in a worker
    except ET.ParseError as problem:
        raise ValueError(f"the feed is broken ({problem})") from None
    for entry in tree.iter():
        if _name(entry) in {"item", "entry"}:
            address = next(_addresses(entry), None)
            whole = urljoin(base, address) if address else ""
            if _ADDRESS.fullmatch(whole):
                yield Entry(whole, _text(entry, "title"), _text(entry, "description", "summary"))


def _text(entry: ET.Element, *names: str) -> str:
    return " ".join(" ".join(part.itertext()) for part in entry if _name(part) in names).strip()


def _addresses(entry: ET.Element) -> Iterator[str]:
    for part in entry:
        if _name(part) == "link" and part.get("rel", "alternate") == "alternate":
            yield (part.get("href") or part.text or "").strip()
    for part in entry:
        if _name(part) == "guid" and part.get("isPermaLink", "true") == "true":
            yield (part.text or "").strip()


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
