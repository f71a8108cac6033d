"""Who the page says wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from briefing.collect.lines.bylines import NAMES, is_dated, is_name, listed, names_in, with_agency, without_post
from briefing.collect.lines.outlets import outlet_named
from briefing.collect.page.beside.marks import BYLINE, is_aside, marks_of
from briefing.collect.page.layout import page_lines, page_text
from briefing.collect.page.metadata import Declared
from briefing.collect.words import beginning, folded, is_one_of

_MANY = 100_000
_LARGE = 40
"""An element with more elements in it is no byline."""
_ADDRESS = re.compile(r"https?:|@|.*\.(?:com|fr|html?)\b|.*@")
_INITIALS = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{0,2}\.[ -]?){1,4}")
"""« D.Hn. », « C. D.-W. »."""
_ACCOUNT = re.compile(r"[^\sA-ZÀ-ÖØ-Þ]+|\S*[\d_]\S*")
"""What names an account of the program that publishes, not a person: `admin`, `jmorel`, `user_12`."""


def author_of(
    tree: HtmlElement, declared: Declared, above: Sequence[str], below: Sequence[str], own: Sequence[str]
) -> str | None:
    """Who wrote the article: people before agencies, and the outlet itself only where nobody else is named.

    `above` are the lines between headline and text, `below` the last of the text, the one before and the one behind,
    `own` the names of the outlet, its usual one first, and of who publishes it.
    """
    agency = [name for line in above if (name := with_agency(line))]
    bare = [line.replace(own[0] or "\0", "").strip() for line in above]
    beside = (name for name, line in zip(bare, above, strict=True) if name != line and is_name(name))
    signed = _named((*filter(None, map(names_in, (*bare, *below))), *beside), own)[:1]
    told = [*_named(declared.authors, own), *signed, *_named(agency, own)]
    people = sorted((name for name in told if not _is_own(name, own)), key=lambda name: _rank(name, own))
    shown = (
        [] if people else _named([*_shown_authors(tree), *_beside_day(above, own), *filter(is_name, below[:1])], own)
    )
    told += _named(declared.bodies, own)
    others = [name for name in (*shown, *told) if not _is_own(name, own)]
    author = next(iter([*people, *others, *told, *shown]), None)
    if author and folded(author) == folded(own[0]):
        author = own[0]  # as it is usually called, not « ONDES MONDE »
    return next((name for name in (*agency, *told) if author and name.startswith(f"{author} avec ")), author)


def _rank(name: str, own: Sequence[str]) -> int:
    """People by their names before their initials, « Rédaction La Vigie » after them, agencies last."""
    of_outlet = any(outlet and folded(outlet) in folded(name) for outlet in own)
    return 3 if is_one_of(name, "agencies") else 2 if of_outlet else 1 if _INITIALS.fullmatch(name) else 0


def _beside_day(above: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    """« L'Écho », « Jeanne MOREL », « Publié le 4 mai », each in its line: a name beside the outlet or the day."""
    for before, line, after in zip(("", *above), above, (*above[1:], ""), strict=False):
        if is_name(line) and any(is_dated(other, "fr") or _is_own(other, own) for other in (before, after)):
            yield line


def _named(texts: Iterable[str], own: Sequence[str]) -> list[str]:
    """The names in what declares or shows authors, without the outlet's beside them."""
    names = [name for text in texts if (name := _people(text, own))]
    return [_others(name, own) or name.partition(", ")[0] for name in names]


def _others(names: str, own: Sequence[str]) -> str:
    """The names without the outlet's; behind its own name stands where it is: « L'Écho, Lyon, France »."""
    first, *more = names.split(", ")
    if len(more) > 1 and _is_own(first, own):
        return ""
    return ", ".join(name for name in names.split(", ") if not _is_own(name, own))


def _is_own(name: str, own: Sequence[str]) -> bool:
    known = outlet_named(name).name
    return any(folded(name) == folded(outlet) or (known and known == outlet) for outlet in own)


def _people(text: str, own: Sequence[str]) -> str | None:
    """Declared authors without « par »; an address, a handle, an account or a page is no name."""
    names = [
        bare
        for name in _beside_agency(listed(text)).split(", ")
        if not _ADDRESS.match(name) and (bare := _bare(name, own))
    ]
    return ", ".join(dict.fromkeys(names)) or None


def _beside_agency(names: str) -> str:
    """« Jeanne Morel, avec Belga » is one who signs."""
    return with_agency(names) or names


def _bare(name: str, own: Sequence[str]) -> str | None:
    bare = (names_in(name) or without_post(name[beginning(name, "byline") :])).strip(" :,\u00a0")
    return bare if bare and (_is_own(bare, own) or not _is_account(bare)) else None


def _is_account(name: str) -> bool:
    is_named = is_one_of(name, "accounts") or all(is_one_of(word, "accounts") for word in name.split())
    return is_named or _ACCOUNT.fullmatch(name) is not None


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
        names = [(part.tag, name) for part in parts for line in page_lines(part)[:1] if (name := _name(line.text))]
        linked = list(dict.fromkeys(name for tag, name in names if tag == "a"))
        yield from [", ".join(linked)] if len(linked) > 1 and names[0][0] == "a" else [name for _, name in names]


def _name(line: str) -> str | None:
    """Who a line in an author's element names, with « par » or without."""
    is_name = " " in line and NAMES.fullmatch(line) and not is_one_of(line, "ends")
    return names_in(line) or (line if is_name else None)
