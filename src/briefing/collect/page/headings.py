"""The headings of a text, told by their element or by how they are set."""

from __future__ import annotations

from briefing.collect.page.layout import PageLine, page_text

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def is_heading(line: PageLine) -> bool:
    """Whether an element says that a line is one."""
    return str(line.block.tag) in _HEADINGS or line.block.get("role") == "heading"


def is_bold(line: PageLine) -> bool:
    """Whether a line is set in bold as a whole: where no element says so, that is a heading."""
    within = list(line.block)
    return len(within) == 1 and within[0].tag in {"b", "strong"} and page_text(within[0]) == line.text


def heads(line: PageLine, below: PageLine) -> bool:
    """Whether a heading and the line below stand in two parts of one: header and text of a live page's entry."""
    above, text = line.container, below.container
    return is_heading(line) and above is not None and text is not None and above.getparent() is text.getparent()


def is_bare(line: PageLine, below: PageLine) -> bool:
    """Whether a heading has nothing under it but one of a higher rank: that of a box whose content is gone."""
    return is_heading(line) and is_heading(below) and str(below.block.tag) < str(line.block.tag)
