"""How to cite an article, or a claim of it: in words, in BibTeX and in RIS."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from briefing.bibliography.bibtex import bibtex_entry
from briefing.bibliography.record import IsGiven, Record, names, on_one_line, record
from briefing.bibliography.ris import ris_entry
from briefing.extract.pack import LanguagePack
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.date import Date
from briefing.model.entity import slug
from briefing.pages.dates import partial_date
from briefing.pages.paths import prefilled
from briefing.pages.strings import Words, table, word
from briefing.pages.typography import precision, quoted, spaces
from briefing.pages.views.shown import ArticleShown, ClaimShown

_HASH = 12


def credit(claim: ClaimShown, words: Mapping[str, Words], language: str | None = None) -> str:
    """Who says a claim, in words; with the spaces of `language` in names where it is given."""
    passed_on, beside = f", {words['according_to']} ", str(words["beside"])
    named = [[spaces(who.name, language) if language else who.name for who in chain] for chain in claim.chains]
    return beside.join(passed_on.join(chain) for chain in named)


class Cited(Struct, frozen=True):
    """A reference, ready to copy."""

    text: str
    record: Record

    @property
    def bibtex(self) -> str:
        """The same for LaTeX."""
        return bibtex_entry(self.record)

    @property
    def ris(self) -> str:
        """The same for reference managers."""
        return ris_entry(self.record).replace("\r\n", "\n")


class Citing(Struct, frozen=True, dict=True):
    """References to what a site holds; `address` leads to its root, `edition` (EDTF) says which state is cited."""

    articles: Mapping[str, Article]
    words: Mapping[str, Words]
    site: str
    author: str | None
    edition: str | None
    address: str
    report: str | None = None
    is_published: bool = True
    """Whether the edition is one, and not the day of the newest article."""

    def whole(self) -> Cited:
        """A reference to the briefing itself."""
        parts = (self.author, quoted(self.site, self._language), self._state, self.address)
        found = Record(
            key=slug(self.site),
            title=on_one_line(self.site),
            newspaper=False,
            authors=names(self.author, _given_names(self._language)),
            published=Date.parse(self.edition),
            url=self.address or None,
            language=self._language,
        )
        return self._cited(", ".join(on_one_line(part) for part in parts if part) + ".", found)

    def article(self, article: ArticleShown) -> Cited:
        """A reference to the article itself, as its publisher published it."""
        return self._cited(f"{self._described(article)}.", self.article_record(article))

    def claim(self, claim: ClaimShown) -> Cited:
        """A reference to a claim: the passage, who says it and how surely, its article, and where it was read."""
        return Cited(self.sentence(claim), self.claim_record(claim))

    def sentence(self, claim: ClaimShown) -> str:
        """The same in words alone."""
        within = self._t["within"].format(article=self._described(claim.article))
        text = f"{self.said(claim)}. {within}. {self._where(claim, self.permalink(claim))}."
        return spaces(text, self._language)

    def article_record(self, article: ArticleShown) -> Record:
        """The bibliographic record of an article, with its publisher's address."""
        if article.id not in self._records:
            self._records[article.id] = self._record(article)
        return self._records[article.id]

    @cached_property
    def _records(self) -> dict[str, Record]:
        """Those of the articles so far: each of its claims is cited within it."""
        return {}

    def _record(self, article: ArticleShown) -> Record:
        archived = self._t["archived"].format(url=article.archived) if article.archived else None
        dated = self._t["dated"].format(note=article.note) if article.note else None
        note = " ".join(note for note in (dated, archived) if note)
        found = self.articles[article.id]
        named = _given_names(found.meta.language)
        return record(found, untitled=str(self.words["untitled"]), is_given=named, url=article.url, note=note or None)

    def claim_record(self, claim: ClaimShown) -> Record:
        """The same of a claim: its article's, with the claim's key and permalink and what the claim says."""
        place = self.permalink(claim)
        note = f"{self.said(claim)}. {self._where(claim, '' if self.address else place)}."
        return replace(self.article_record(claim.article), key=claim.id, url=place if self.address else None, note=note)

    def permalink(self, claim: ClaimShown) -> str:
        """The claim's own address, whole where the site's is known."""
        return self.address + claim.path

    def error(self, claim: ClaimShown) -> str | None:
        """Where to report an error in a claim, prefilled with the claim, its passage and the edition."""
        if not self.report:
            return None
        words = table(self.words, "report")
        said = {"id": claim.id, "said": self.said(claim), "where": self._where(claim, self.permalink(claim))}
        return prefilled(self.report, words["subject"].format(**said), words["body"].format(**said))

    def credit(self, claim: ClaimShown) -> str:
        """Those who say it, nearest first: « préfecture, selon KCNA »; side by side: « préfecture ; élus »."""
        return credit(claim, self.words)

    def files(self, article: ArticleShown) -> str:
        """Where the references of an article lie as files, from the root of the site and without their endings."""
        return f"{self.sources}/{article.id}"

    @cached_property
    def sources(self) -> str:
        """The folder of these files."""
        return f"{word(self.words, 'paths', 'data')}/sources"

    @cached_property
    def _t(self) -> dict[str, str]:
        return table(self.words, "cite")

    @property
    def _language(self) -> str:
        return str(self.words["language"])

    def _described(self, article: ArticleShown) -> str:
        title = f"[{article.title}]" if article.supplied else quoted(article.title, self._language)
        date = partial_date(article.published, self._language) if article.published else str(self.words["undated"])
        if article.note:
            date += f" {self.words['deduced_short']}"
        parts = (article.author, title, article.outlet, date, article.url)
        return ", ".join(on_one_line(part) for part in parts if part)

    def said(self, claim: ClaimShown) -> str:
        """The passage, where it may be shown, who says it and how surely."""
        who = f"{self.credit(claim)} ({word(self.words, 'modality', claim.modality)})"
        return who if claim.passage is None else f"{quoted(on_one_line(claim.passage), self._language)}, {who}"

    def _where(self, claim: ClaimShown, address: str = "") -> str:
        """The briefing, its edition, the claim's id and address, and the hash of the text that it was read in."""
        identity = self._t["claim"].format(id=claim.id)
        text = self._t["text"].format(hash=self._hashes[claim.article.id])
        parts = (self.site, self._state, identity, address, text)
        return ", ".join(part for part in parts if part)

    @cached_property
    def _hashes(self) -> dict[str, str]:
        return {ident: article.text_sha256[:_HASH] for ident, article in self.articles.items()}

    @cached_property
    def state(self) -> str:
        """« Édition du 10 juin 2024 », « État au 10 juin 2024 » where none is published; empty without a date."""
        if not self.edition:
            return ""
        kind = "edition" if self.is_published else "until"
        pattern = word(self.words, "home", kind, precision(self.edition))
        return pattern.format(date=partial_date(self.edition, self._language))

    @property
    def _state(self) -> str:
        return self.state[:1].lower() + self.state[1:]

    def _cited(self, text: str, found: Record) -> Cited:
        return Cited(spaces(text, self._language), found)


def _given_names(language: str) -> IsGiven:
    return (find_pack(language) or LanguagePack(code=language, version=0, annotators=tuple)).is_given
