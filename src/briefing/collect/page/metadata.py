"""What a page declares of itself for machines: JSON-LD, meta elements, microdata."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import islice

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.collect.lines.bylines import NAMES
from briefing.collect.page.layout import page_lines
from briefing.collect.words import beginning

Json = Mapping[str, object]

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$")
_ELSEWHERE = {"itemListElement", "isPartOf", "hasPart", "mentions", "citation", "comment", "liveBlogUpdate", "video"}
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "citation_title", "parsely-title", "sailthru.title")
_AUTHOR = (
    "author", "article:author", "article:author_name", "og:article:author", "byl", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author", "authors", "auteur", "creator",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created",
    "publication_date", "publish-date", "publish_date", "pubdate", "article.published", "citation_publication_date",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "date", "dcterms.date",
)  # fmt: skip
_SUMMARY = ("og:description", "description", "twitter:description")
_OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "al:ios:app_name")
_LANGUAGE = ("og:locale", "content-language", "dc.language")
_FREE = {"true": True, "false": False}
_DEEP = 40
_LONGEST = 9
"""Digits of a number of words."""
_MANY = 20_000


class Declared(Struct, frozen=True):
    """The values a page gives, best first; none of them is checked yet."""

    titles: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Authors that are no people."""
    published: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    body: str = ""
    """The text that the page gives to machines; some show it only to browsers that run programs."""
    is_free: bool | None = None
    """Whether anybody may read the whole article; None where the page does not say."""
    length: int = 0
    """How many words the page says that its article has; 0 where it does not say."""


def read_declared(tree: HtmlElement) -> Declared:
    """What the page says of itself."""
    nodes = list(_nodes(tree))
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    meta = _meta(tree)
    links = [e.get("href") for e in tree.iter("link") if "canonical" in (e.get("rel") or "").split() and e.get("href")]
    article = _own(
        [node for node in nodes if _is_article(node)],
        [*links, *_of(meta, ("og:url", *_TITLE)), *_texts(tree.findtext(".//title"))],
    )
    made = article.get("author")
    names = _joined(_names(made, known))
    people, bodies = ([], names) if _are_bodies(made, known) else (names, [])
    items = list(_items(tree, "author"))
    firms = [item for item in items if "Organization" in (item.get("itemtype") or "")]
    own = _joined(_item_names(item for item in items if item not in firms))
    page = _address(article.get("mainEntityOfPage"))
    spoken = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Declared(
        titles=(*_texts(article.get("headline")), *_of(meta, _TITLE), *_item(tree, "headline")),
        summaries=(*_of(meta, _SUMMARY), *_texts(article.get("description")), *_item(tree, "description")),
        authors=(*people, *own, *_of(meta, _AUTHOR)),
        bodies=(*bodies, *_item_names(firms)),
        published=(*_texts(article.get("datePublished")), *_of(meta, _PUBLISHED), *_item(tree, "datePublished")),
        outlets=_outlets(
            article.get("publisher"), known, [*_of(meta, _OUTLET), *_item_names(_items(tree, "publisher"))]
        ),
        addresses=(*links, *_of(meta, ("og:url",)), *_texts(article.get("url")), *page),
        languages=(*_texts(spoken), *_texts(article.get("inLanguage")), *_of(meta, _LANGUAGE)),
        body=str(article.get("articleBody") or "") if isinstance(article.get("articleBody"), str) else "",
        is_free=_FREE.get(str(article.get("isAccessibleForFree")).lower()),
        length=_number(article.get("wordCount")),
    )


def _nodes(tree: HtmlElement) -> Iterator[Json]:
    """The objects in the page's JSON-LD, outer ones first; what belongs to other pages is left out."""
    queue: deque[tuple[object, int]] = deque((content, 0) for content in _scripts(tree))
    for _ in range(_MANY):
        if not queue:
            return
        content, depth = queue.popleft()
        if isinstance(content, dict):
            yield content
            queue.extend(
                (value, depth + 1) for key, value in content.items() if key not in _ELSEWHERE and depth < _DEEP
            )
        elif isinstance(content, list) and depth < _DEEP:
            queue.extend((value, depth + 1) for value in content)


def _scripts(tree: HtmlElement) -> Iterator[object]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = re.sub(r"^\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://)?\s*(?:--|\]\])>\s*;?\s*$", "", script.text or "")
        for candidate in (text, re.sub(r",\s*([}\]])", r"\1", text).rstrip(" ;\n")):
            try:
                yield json.loads(candidate, strict=False)
            except (ValueError, RecursionError):
                continue
            break


def _is_article(node: Json) -> bool:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds)


def _own(articles: Sequence[Json], told: Sequence[str]) -> Json:
    """Of the articles that a page declares its own: whose address or title it repeats, else one with a title."""

    def is_told(article: Json) -> bool:
        addresses = (*_texts(article.get("url")), *_address(article.get("mainEntityOfPage")))
        return any(value in told for value in addresses) or any(
            title in one for one in told for title in _texts(article.get("headline"))
        )

    return max(articles, key=lambda article: ("headline" in article, is_told(article)), default={})


def _texts(value: object) -> list[str]:
    """The strings of a JSON value, without markup; HTML entities, which JSON-LD should not have, are read."""
    if isinstance(value, str):
        text = " ".join(re.sub(r"<[^<>]*>", "", unescape(unescape(value))).split(" ")).strip()
        return [re.sub(r"[ \t\r\n]+", " ", text)] if text else []
    if isinstance(value, dict):
        return _texts(value.get("@value"))
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


def _number(value: object) -> int:
    """A whole number that a JSON value gives, or 0."""
    text = str(value)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST else 0


def _names(value: object, known: Mapping[str, Json]) -> list[str]:
    """The names of people or bodies, which may be given as text, as objects or by reference."""
    if isinstance(value, dict):
        person = value if value.get("name") or "@id" not in value else known.get(str(value["@id"]), value)
        whole = [text for part in ("givenName", "familyName") for text in _texts(person.get(part))]
        return _texts(person.get("name")) or ([" ".join(whole)] if whole else [])
    if isinstance(value, list):
        return list(dict.fromkeys(name for item in value for name in _names(item, known)))
    return _texts(value)


def _are_bodies(value: object, known: Mapping[str, Json]) -> bool:
    """Whether all authors are bodies: the publisher itself, or an agency."""
    made = value if isinstance(value, list) else [value]
    nodes = [known.get(str(one.get("@id")), one) for one in made if isinstance(one, dict)]
    return bool(nodes) and len(nodes) == len(made) and all("Organization" in str(node.get("@type")) for node in nodes)


def _outlets(publisher: object, known: Mapping[str, Json], others: Sequence[str]) -> tuple[str, ...]:
    """The publisher and other names of the outlet; a person who publishes comes last."""
    names = _names(publisher, known)
    is_person = isinstance(publisher, dict) and publisher.get("@type") == "Person"
    return (*others, *names) if is_person else (*names, *others)


def _address(value: object) -> list[str]:
    return _texts(value.get("@id")) if isinstance(value, dict) else _texts(value)


def _joined(names: Sequence[str]) -> list[str]:
    names = [name for name in names if not re.match(r"(?:https?:)?//|.*@", name)]
    return [", ".join(names)] if names else []


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in islice(tree.iter("meta"), _MANY):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        found.setdefault(name.lower(), []).extend(_texts(element.get("content")))
    return found


def _of(meta: Mapping[str, list[str]], names: Sequence[str]) -> list[str]:
    """The values of the first names, each name's own joined: an article may have an element for each author."""
    return [", ".join(dict.fromkeys(meta[name])) for name in names if meta.get(name)]


def _item(tree: HtmlElement, name: str) -> list[str]:
    """The microdata values of the page's article, not those of its comments."""
    given = (e.get("content") or e.get("datetime") or _meant(e) or e.text_content() for e in _items(tree, name))
    return [text for value in given for text in _texts(value)]


def _meant(element: HtmlElement) -> str | None:
    """What an abbreviation stands for: « 21:14 » for the whole moment (hAtom)."""
    return element.get("title") if element.tag == "abbr" else None


def _item_names(elements: Iterable[HtmlElement]) -> list[str]:
    """The names of the microdata's people or bodies; where only an element is marked, the name at its beginning."""
    found: list[str] = []
    for element in elements:
        for named in element.xpath('.//*[@itemprop="name"]') or [element]:
            given = _texts(named.get("content"))
            found += given or _first_names(named)
    return list(dict.fromkeys(found))


def _first_names(element: HtmlElement) -> list[str]:
    line = next((line.text.removeprefix("- ") for line in page_lines(element)), "")
    names = NAMES.match(line[beginning(line, "byline") :].strip())
    return [names[0]] if names else []


def _items(tree: HtmlElement, name: str) -> Iterator[HtmlElement]:
    scope = None
    for element in tree.xpath(f'//*[contains(concat(" ", @itemprop, " "), " {name} ")]'):
        holder = _scope(element)
        if holder is None or not _ARTICLE.search((holder.get("itemtype") or "").rstrip("/")):
            continue
        scope = holder if scope is None else scope
        if holder is scope:
            yield element


def _scope(element: HtmlElement) -> HtmlElement | None:
    """The thing that a microdata property belongs to."""
    return next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
