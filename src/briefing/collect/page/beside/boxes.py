"""Boxes of the site among the text: small parts of a page that say at their top what they are, « Newsletter »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice, takewhile

from lxml.html import HtmlElement

from briefing.collect.lines.site import is_about, is_invitation, is_prose
from briefing.collect.page.beside.marks import marks_of
from briefing.collect.page.layout import PageLine, is_block
from briefing.collect.words import is_one_of, speaks_of_consent

_CAPTION = 60
"""Words beside a picture that are about it,"""
_NEAR = 2
"""and in how many blocks around it they stand."""
_MOST = 80
"""Words of a box; a longer part of a page is the article's, whatever it begins with."""


def boxes(tree: HtmlElement, lines: Sequence[PageLine], is_ours: Callable[[int], bool]) -> set[HtmlElement]:
    """The boxes of a page, and what stands with its pictures and forms; none holds a line of the article (`is_ours`).

    Nor does a box hold a paragraph above the line that tells it for one, unless that is a button that ends it.
    """
    words: Counter[HtmlElement] = Counter()
    closed: set[HtmlElement] = set()
    first_prose: dict[HtmlElement, int] = {}
    for number, line in enumerate(lines):
        parts = (line.block, *line.block.iterancestors())
        words.update(dict.fromkeys(parts, len(line.text.split())))
        if is_ours(number):
            closed.update(parts)
        elif is_prose(line.text):
            first_prose |= {part: number for part in parts if part not in first_prose}
    found = set()
    for number, line in enumerate(lines):
        if _tells(line):
            for part in (line.block, *line.block.iterancestors()):
                is_ended = line.is_link and bool(marks_of(part).strip())
                if part in closed or words[part] > _MOST or (first_prose.get(part, number) < number and not is_ended):
                    break
                found.add(part)
    for form in tree.iter("form"):
        found.update(takewhile(lambda part: part not in closed and words[part] <= _MOST, form.iterancestors()))
    for picture in tree.iter("img", "video"):
        around = takewhile(lambda part: part not in closed and words[part] <= _CAPTION, picture.iterancestors())
        found.update(part for part in islice(filter(is_block, around), _NEAR) if words[part])
    return found


def _tells(line: PageLine) -> bool:
    """Whether a line is the site's own: a label, a button, a link elsewhere, a word about letters or consent."""
    text = line.text
    is_named = is_one_of(text, "buttons") or is_one_of(text, "ends")
    return is_named or is_about(text) or is_invitation(text) or speaks_of_consent(text)
