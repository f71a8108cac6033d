"""The headline of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from briefing.collect.alignment import letters
from briefing.collect.page.layout import page_text
from briefing.collect.page.metadata import Declared
from briefing.collect.words import folded, is_one_of, plain

_HEADINGS = 200
_PARTS = 20
_LIKE = 0.5
"""Less than that in common, and a heading is another text than the one that is declared."""
_WHOLE = 0.7
BAR = re.compile(r"\s[-–—|•·:‹›«»<>/]\s|:\s")
"""What sites write between a headline and their own name."""


def page_title(
    tree: HtmlElement, declared: Declared, address: str | None = None, lines: Sequence[str] = ()
) -> str | None:
    """The headline as the page shows it: of its headings the one that most of what it declares agrees with.

    Where it shows none of that, as declared; where it declares nothing, the part of its `<title>` that it shows.
    """
    headings = [h for h in islice(tree.iter("h1", "h2"), _HEADINGS) if not _leads_home(h)]
    shown = [(text, str(heading.tag)) for heading in headings if (text := _words_of(heading))]
    named = named_title(tree)
    named = named if named and " " in named else None  # one word is the site's name
    told = [*declared.titles, *([named] if named else []), *_slug(address)]
    best = max(shown, key=lambda one: (_support(one[0], told), one[1] == "h1"), default=("", ""))[0]
    if any(_likeness(best, text) >= _LIKE for text in told):
        same = next((t for t in declared.titles if letters(t) == letters(best)), None)
        if same is not None:
            return _without_label(same, declared.titles) or best
        return next((t for t in declared.titles if _is_in(t, best)), best)
    if declared.titles:
        return declared.titles[0]
    firsts = [text for text, tag in shown if tag == "h1"]
    if named and not shown:
        named = _part_shown(named, lines)
    return named or next(iter([*firsts, *(text for text, _ in shown), named_title(tree)]), None)


def _part_shown(named: str, lines: Sequence[str]) -> str:
    """Of « L'Écho - La crue », on a page without headings, what begins or ends a line; the whole if nothing does."""
    shown = [letters(line) for line in lines]
    sides = [side for bar in BAR.finditer(named) for side in (named[bar.end() :], named[: bar.start()])]
    whole = (side for side in sides if len(side.split()) > 2)
    return next(
        (s for s in whole if any(line.startswith(letters(s)) or line.endswith(letters(s)) for line in shown)), named
    )


def named_title(tree: HtmlElement) -> str | None:
    """What a page's `<title>` says."""
    return next((text for element in tree.iter("title") if (text := page_text(element))), None)


def _support(heading: str, told: Sequence[str]) -> float:
    return sum(_likeness(heading, text) for text in told)


def _likeness(heading: str, told: str) -> float:
    """How much of two texts are the same words, 0 to 1; a text that begins with the whole heading is the heading."""
    ours, theirs = _words(heading), _words(told)
    if len(ours) > 1 and theirs[: len(ours)] == ours:
        return 1.0
    return 2 * len(set(ours) & set(theirs)) / max(len(set(ours)) + len(set(theirs)), 1)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", plain(folded(text)))


def _slug(address: str | None) -> list[str]:
    """The words in which an address repeats a headline: `/2024/05/la-digue-a-tenu_123.html`."""
    last = unquote(urlsplit(address or "").path).rstrip("/").rpartition("/")[2]
    words = [word for word in re.split(r"[-_.,]+", last) if word.isalpha()]
    return [" ".join(words)] if len(words) > 2 else []


def _is_in(title: str, heading: str) -> bool:
    """Whether a heading is a title with a label before or behind it."""
    short, whole = letters(title), letters(heading)
    return short in whole and len(short) > _WHOLE * len(whole)


def _without_label(title: str, others: Sequence[str]) -> str | None:
    """Of « Transport | Le bus revient » what another one says, « Le bus revient »."""
    last = letters(BAR.split(title)[-1])
    return next((other for other in others if letters(other) == last != letters(title)), None)


def _words_of(heading: HtmlElement) -> str:
    """What a heading says, without a badge in it: « La crue [Abonnés] »."""
    badges = [part for part in islice(heading.iterdescendants(), _PARTS) if is_one_of(page_text(part), "buttons")]
    if not badges:
        return page_text(heading)
    bare = deepcopy(heading)
    parts = list(bare.iter())
    for part in [parts[list(heading.iter()).index(badge)] for badge in badges]:
        if part.getparent() is not None:
            part.drop_tree()
    return page_text(bare) or page_text(heading)


def _leads_home(heading: HtmlElement) -> bool:
    """Whether a heading is the site's own name: a link to its front page."""
    links = [urlsplit(link.get("href") or "").path for link in heading.iter("a")]
    return any(path.strip("/") in {"", "index.html", "index.php"} for path in links)


def without_site(title: str | None, outlet: str | None) -> str | None:
    """A title without the site's name behind it: « La crue - L'Écho », « La crue ‹ L'Écho »."""
    title = (title or "").partition(" ‹ ")[0].strip() or None  # WordPress: nobody else writes this mark in a title
    own = letters(outlet or "").lower()
    end = len(title or "")
    for bar in reversed(list(BAR.finditer(title or ""))) if own else ():
        name = letters((title or "")[bar.end() : end]).lower()
        if not name or (name not in own and own not in name):
            break
        end = bar.start()
    return title[:end].strip() if title else None
