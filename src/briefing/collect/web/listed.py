"""Sources that list articles instead of holding one: a feed (RSS, Atom), or a text of addresses, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from briefing.collect.original import Original

_FEED = re.compile(rb"(?>\s+|<\?[^>]{0,500}\?>|<!--.{0,2000}?-->)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_ADDRESS = re.compile(r"https?://\S+")
_LONGEST = 1_000_000


def listed(original: Original) -> list[str] | None:
    """The addresses that a source lists, in its order; None where it lists none. Raises ValueError of a broken feed."""
    raw = original.raw.removeprefix(b"\xef\xbb\xbf")
    if _FEED.match(raw[:8192]):
        return list(dict.fromkeys(_entries(raw, original.url or "")))
    if len(raw) > _LONGEST or not re.match(rb"\s*(?:#.*\n\s*)*https?://", raw):
        return None
    lines = [line.strip() for line in raw.decode("utf-8", "replace").splitlines()]
    given = [line for line in lines if line and not line.startswith("#")]
    return list(dict.fromkeys(given)) if all(map(_ADDRESS.fullmatch, given)) else None


def _entries(raw: bytes, base: str) -> Iterator[str]:
    """The address of each entry of a feed (RSS 2.0, RSS 1.0, RFC 4287)."""
    try:
        tree = ET.fromstring(raw)  # noqa: S314 - expat refuses bombs of entities, and this is read in a worker
    except ET.ParseError as problem:
        raise ValueError(f"the feed is broken ({problem})") from None
    for entry in tree.iter():
        if _name(entry) in {"item", "entry"}:
            address = next(_addresses(entry), None)
            whole = urljoin(base, address) if address else ""
            if _ADDRESS.fullmatch(whole):
                yield whole


def _addresses(entry: ET.Element) -> Iterator[str]:
    for part in entry:
        if _name(part) == "link" and part.get("rel", "alternate") == "alternate":
            yield (part.get("href") or part.text or "").strip()
    for part in entry:
        if _name(part) == "guid" and part.get("isPermaLink", "true") == "true":
            yield (part.text or "").strip()


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
