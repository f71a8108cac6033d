"""A page's tree as Markdown: headings, paragraphs, lists, tables and quotations, with the anchors that links need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from briefing.export.markdown.escape import code, entities, escaped, guarded
from briefing.export.markdown.tree import Element
from briefing.model.entity import slug

_SKIPPED = frozenset({"button", "form", "input", "label", "output", "script", "select", "style", "svg", "template"})
_SKIPPED_CLASSES = frozenset({"card", "citing", "explore", "key", "over", "steps"})
"""What only a browser needs: cards that repeat the references, filters, keys of charts, steps from card to card."""
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_INLINE = frozenset({"a", "abbr", "b", "br", "cite", "code", "em", "i", "img", "mark", "q", "small", "span", "strong"})
_INLINE |= {"sub", "sup", "time", "wbr", "output"}
_BETWEEN_LABELS = " · "
_WHITE = " \t\r\n\f"
_LABELS = frozenset({"labels", "legend", "links", "scope"})

Link = Callable[[str], str | None]


class Renderer:
    """Renders the trees of one page; `link` turns an address of the page into one of the Markdown, or drops it."""

    def __init__(self, link: Link) -> None:
        self._link = link

    def page(self, root: Element) -> str:
        """The whole page."""
        return "\n\n".join(self._blocks(root)) + "\n"

    def _blocks(self, parent: Element) -> Iterator[str]:
        """The blocks in an element; a run of text and inline elements is a paragraph."""
        run: list[Element | str] = []
        between = _between(parent)
        for child in parent.children:
            if isinstance(child, str) or child.tag in _INLINE:
                run.append(child)
                continue
            yield from self._paragraph(run, between)
            run = []
            if not _skipped(child):
                yield from self._block(child)
        yield from self._paragraph(run, between)

    def _block(self, element: Element) -> Iterator[str]:
        tag, anchor = element.tag, _anchor(element)
        if tag in _HEADINGS:
            named = element.attributes.get("id") == slug(_text(element))  # engines make the same anchor of the words
            yield f"{_HEADINGS[tag]} {'' if named else anchor}{self._inline(element).strip()}"
        elif tag in ("ul", "ol"):
            yield self._list(element)
        elif tag == "dl":
            yield "\n".join(_item("-", text) for text in self._terms(element))
        elif tag == "table":
            yield from self._table(element)
        elif tag == "pre":
            yield _fenced(_text(element))
        elif tag == "details":
            yield from self._details(element)
        elif tag == "blockquote":
            yield _quoted([*([anchor] if anchor else []), *self._blocks(element)])
        else:
            yield from self._section(element, anchor)

    def _section(self, element: Element, anchor: str) -> Iterator[str]:
        """A paragraph, or blocks without a form of their own."""
        if element.tag in ("p", "summary", "figcaption", "caption"):
            text = self._inline(element).strip()
            blocks = [guarded(text)] if text else []
        else:
            blocks = list(self._blocks(element))
        if anchor and blocks:
            blocks[0] = (
                f"{anchor}\n\n{blocks[0]}" if blocks[0].startswith(("#", "|", "-", ">", "`")) else anchor + blocks[0]
            )
        elif anchor:
            blocks = [anchor]
        yield from blocks

    def _paragraph(self, run: Iterable[Element | str], between: str) -> Iterator[str]:
        text = self._joined(run, between).strip()
        if text:
            yield guarded(text)

    def _list(self, element: Element) -> str:
        numbered = element.tag == "ol" and "bare" not in element.classes
        items = [child for child in element.children if isinstance(child, Element) and child.tag == "li"]
        found = []
        for number, item in enumerate(items, 1):
            text = "\n\n".join(self._blocks(item))
            found.append(_item(f"{number}." if numbered else "-", _anchor(item) + text))
        loose = any("\n\n" in item for item in found)
        return ("\n\n" if loose else "\n").join(found)

    def _terms(self, element: Element) -> Iterator[str]:
        """« **term**: description », one an item."""
        term = ""
        for child in element.children:
            if isinstance(child, str) or _skipped(child):
                continue
            if child.tag == "dt":
                term = self._inline(child).strip()
            elif child.tag == "dd":
                yield f"**{term}** : {' '.join(self._blocks(child))}"
            else:
                yield from self._terms(child)

    def _table(self, element: Element) -> Iterator[str]:
        """A table with pipes; what its caption says stands before it."""
        for caption in _all(element, "caption"):
            yield from self._section(caption, "")
        rows = [[self._cell(cell) for cell in row.children if isinstance(cell, Element)] for row in _all(element, "tr")]
        if rows:
            width = max(len(row) for row in rows)
            lines = [[*row, *[""] * (width - len(row))] for row in rows]
            lines.insert(1, ["---"] * width)
            yield "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _cell(self, cell: Element) -> str:
        lines = (line.strip().removeprefix("- ") for block in self._blocks(cell) for line in block.split("\n"))
        return _anchor(cell) + " <br> ".join(line for line in lines if line)

    def _details(self, element: Element) -> Iterator[str]:
        """What a reader may unfold stands open; the card of a claim as a quotation below its paragraph."""
        blocks = []
        for child in element.children:
            if isinstance(child, Element) and child.tag == "summary":
                blocks.append(f"**{self._inline(child).strip()}**")
            elif isinstance(child, Element) and not _skipped(child):
                blocks += self._block(child)
        if "note" in element.classes:
            yield _quoted(blocks)
        else:
            yield from blocks

    def _inline(self, element: Element) -> str:
        return self._joined(element.children, _between(element))

    def _joined(self, children: Iterable[Element | str], between: str) -> str:
        """Text and inline elements; two elements with nothing between are parted, as styles part them on the page."""
        parts: list[str] = []
        after_element = False
        for child in children:
            if isinstance(child, str):
                if child.strip(_WHITE) or not after_element:
                    parts.append(escaped(child))
                    after_element = False
            elif not _skipped(child) and (text := self._element(child)):
                if after_element:
                    parts.append(between)
                parts.append(text)
                after_element = True
        return "".join(parts)

    def _element(self, element: Element) -> str:
        inside = self._inline(element)
        match element.tag:
            case "a":
                return _anchor(element) + self._linked(element, inside)
            case "mark":
                return f"<mark{_identity(element)}>{inside}</mark>"
            case "strong" | "b":
                return f"{_anchor(element)}**{inside.strip()}**" if inside.strip() else ""
            case "em" | "i":
                return f"{_anchor(element)}*{inside.strip()}*" if inside.strip() else ""
            case "code":
                return code(_text(element))
            case "br":
                return "<br>"
            case "img":
                return escaped(element.attributes.get("alt", ""))
            case _:
                return _anchor(element) + inside

    def _linked(self, element: Element, inside: str) -> str:
        target = self._link(element.attributes["href"]) if "href" in element.attributes else None
        return f"[{inside.strip()}]({target})" if target and inside.strip() else inside


def _between(element: Element) -> str:
    return _BETWEEN_LABELS if _LABELS & set(element.classes) else " "


def _skipped(element: Element) -> bool:
    hidden = "hidden" in element.attributes or element.attributes.get("aria-hidden") == "true"
    return hidden or element.tag in _SKIPPED or bool(_SKIPPED_CLASSES & set(element.classes))


def _identity(element: Element) -> str:
    return f' id="{escape(element.attributes["id"])}"' if "id" in element.attributes else ""


def _anchor(element: Element) -> str:
    return f"<a{_identity(element)}></a>" if "id" in element.attributes else ""


def _all(element: Element, tag: str) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.tag == tag:
                yield child
            else:
                yield from _all(child, tag)


def _text(element: Element) -> str:
    return "".join(child if isinstance(child, str) else _text(child) for child in element.children)


def _item(mark: str, text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"{mark} {first}", *(f"    {line}" if line else "" for line in rest)])


def _quoted(blocks: Iterable[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))


_MARKUP = "<&#[*_=-"
"""What makes an element, heading or link in a fence that Python-Markdown does not see, as those inside a quotation."""


def _fenced(text: str) -> str:
    """Lines of code; as an element where engines that lose the fence would find markup."""
    if any(sign in text for sign in _MARKUP):
        return f"<pre>{entities(text.strip(chr(10)))}</pre>"
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text.strip(chr(10))}\n{fence}"
