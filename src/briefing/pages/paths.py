"""Where every page and every passage has its address; no other module knows paths or anchors."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from msgspec import Struct

from briefing.model.entity import slug

HOME = "index.md"
ASSETS = "assets/briefing"

_WITH_CHILDREN = frozenset({"articles", "entities", "corroborations", "differences"})
_FRAGMENT_WORDS = 5


class Paths(Struct, frozen=True):
    """Addresses from the root of the site. `names` gives each section its word in the site's language."""

    names: Mapping[str, str]
    directory_urls: bool = False

    def section(self, key: str) -> str:
        """The source path of a section's page: `affirmations.md`, `articles/index.md`."""
        return f"{self.names[key]}/index.md" if key in _WITH_CHILDREN else f"{self.names[key]}.md"

    def child(self, key: str, identifier: str) -> str:
        """The source path of one article, entity, corroboration or difference."""
        return f"{self.names[key]}/{slug(identifier)}.md"

    def page(self, key: str, number: int) -> str:
        """The source path of page `number` of a section's list; an underscore, for no identifier has one."""
        return self.section(key) if number == 1 else f"{self.names[key]}/page_{number}.md"

    def url(self, page: str) -> str:
        """The address of a source path, from the root: `articles/x.html`, or `articles/x/` with directory addresses."""
        stem = page.removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"

    def life(self, claim: str, form: str = "html") -> str:
        """The address of a claim's own page, or of the same as `json`; it never changes and never dies."""
        return f"{self.names['claims']}/{claim}.{form}"

    def root(self, page: str) -> str:
        """What leads from a page to the root of the site; every address is written after it."""
        return "../" * self.url(page).count("/") or "./"

    def entity(self, page: str, entity: str, article: str | None = None) -> str:
        """Where an entity stands: its own page, its section on the `page` of its state, or that of an `article`."""
        if article is not None:
            return f"{self.url(self.child('articles', article))}#{lodger_anchor(entity)}"
        return self.url(self.child("entities", page)) + ("" if page == entity else f"#{slug(entity)}")

    def claim(self, article: str, claim: str) -> str:
        """The permalink of a claim: an anchor on its article's page."""
        return f"{self.url(self.child('articles', article))}#{claim}"


def prefilled(report: str, subject: str, body: str) -> str:
    """A message to an e-mail address (RFC 6068), or a form that is asked for by `title` and `body` as on GitHub."""
    if "@" in report and not report.startswith("https://"):
        return f"mailto:{quote(report, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
    joint = "&" if "?" in report else "?"
    return f"{report}{joint}title={quote(subject, safe='')}&body={quote(body, safe='')}"


def lodger_anchor(entity: str) -> str:
    """The anchor of an entity that stands on an article's page."""
    return f"e-{slug(entity)}"


def note_anchor(claim: str) -> str:
    """The anchor of the claim's card, beside the text."""
    return f"n-{claim}"


def publisher_address(address: str | None, exact: str | None = None) -> str | None:
    """The publisher's page, at the sentence that holds `exact`; None unless the address is http or https."""
    if address is None or not address.lower().startswith(("https://", "http://")):
        return None
    if not exact or "#" in address:
        return address
    words = exact.split()
    parts = (
        [exact]
        if len(words) <= 2 * _FRAGMENT_WORDS
        else [" ".join(words[:_FRAGMENT_WORDS]), " ".join(words[-_FRAGMENT_WORDS:])]
    )
    return f"{address}#:~:text={','.join(_fragment(part) for part in parts)}"


def _fragment(words: str) -> str:
    # A text fragment gives « - », « , » and « & » a meaning of their own.
    return quote(words, safe="").replace("-", "%2D")
