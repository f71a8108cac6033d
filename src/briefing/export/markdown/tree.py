"""The HTML of our own templates as a tree. It is well formed, so nothing is repaired."""

from __future__ import annotations

from html.parser import HTMLParser

from msgspec import Struct, field

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class Element(Struct):
    """A tag with its attributes and what stands in it: elements and text."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The words of its class."""
        return self.attributes.get("class", "").split()


def parse(html: str) -> Element:
    """The tree of a page's body, under a root without a tag."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        place = next((n for n in range(len(self._open) - 1, 0, -1) if self._open[n].tag == tag), None)
        if place:
            del self._open[place:]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
