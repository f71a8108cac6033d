"""Who the page says wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from briefing.collect.page.declared import Declared
from briefing.collect.page.layout import page_lines, page_text
from briefing.collect.page.marks import BYLINE, is_aside, marks_of
from briefing.collect.page.outlets import outlet_named
from briefing.collect.pasted import NAMES, names_in, with_agency
from briefing.collect.words import beginning, folded, is_one_of

_MANY = 100_000
_LARGE = 40
"""An element with more elements in it is no byline."""
_ADDRESS = re.compile(r"https?:|@|.*\.(?:com|fr|html?)\b|.*@")
_ACCOUNT = re.compile(r"[^\sA-ZÀ-ÖØ-Þ]+|\S*[\d_]\S*")
"""What names an account of the program that publishes, not a person: `admin`, `jmorel`, `user_12`."""


def author_of(
    tree: HtmlElement, declared: Declared, above: Sequence[str], signed: str | None, outlet: str | None
) -> str | None:
    """Who wrote the article; the outlet's own name only where nobody else is named.

    `above` are the lines between headline and text, `signed` is the name that they or the last lines give.
    """
    given = [name for text in declared.authors if (name := _people(text, outlet))]
    agency = [name for line in above if (name := with_agency(line))]
    shown = _shown_authors(tree)
    candidates = [
        *given,
        *([signed] if signed else []),
        *agency,
        *(n for text in shown if (n := _people(text, outlet))),
    ]
    others = (", ".join(n for n in names.split(", ") if not _is_own(n, outlet)) for names in candidates)
    author = next((names for names in others if names), candidates[0] if candidates else None)
    return next((name for name in [*agency, *candidates] if author and name.startswith(f"{author} avec ")), author)


def _is_own(name: str, outlet: str | None) -> bool:
    known = outlet_named(name).name
    return folded(name) == folded(outlet or "") or bool(known and known == outlet)


def _people(text: str, outlet: str | None) -> str | None:
    """Declared authors without « par »; an address, a handle, an account or a page is no name."""
    names = [bare for name in text.split(", ") if not _ADDRESS.match(name) and (bare := _bare(name, outlet))]
    return ", ".join(dict.fromkeys(names)) or None


def _bare(name: str, outlet: str | None) -> str | None:
    bare = (names_in(name) or name[beginning(name, "byline") :]).strip(" :,\u00a0")
    is_account = is_one_of(bare, "accounts") or (_ACCOUNT.fullmatch(bare) and not _is_own(bare, outlet))
    return None if is_account else bare or None


def _shown_authors(tree: HtmlElement) -> Iterator[str]:
    """The names in the elements that are marked as the author's; one beside the article counts where it is alone."""
    named = [element for element in islice(tree.iter(), _MANY) if element.get("rel") == "author"]
    is_alone = len({text for element in named if (text := page_text(element))}) == 1
    for element in islice(tree.iter(), _MANY):
        is_named = element.get("rel") == "author"
        if not is_named and not BYLINE.search(marks_of(element)):
            continue
        parts = list(islice(element.iter(), _LARGE + 1))
        if len(parts) > _LARGE or (is_aside(element) and not (is_named and is_alone)):
            continue
        for line in (line.text for part in parts for line in page_lines(part)[:1]):
            if name := names_in(line):
                yield name
            elif " " in line and NAMES.fullmatch(line) and not is_one_of(line, "ends"):
                yield line
