"""A second language: an English dossier, a mixed one, and nothing outside a pack that knows a language."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing
from briefing.extract.pipeline import annotate, extract
from briefing.languages import find_pack
from briefing.model.annotation import Bound
from briefing.model.article import Article, Metadata
from briefing.model.claim import Claim, Modality
from briefing.model.dossier import Dossier
from briefing.pages.site import Edition, Site
from briefing.pages.strings import Words, strings
from briefing.project import refresh

HARWICK = Path(__file__).parent / "english"
FRENCH = """---
title: Un pont s'effondre à Harwick
outlet: La Gazette
published: 2024-10-16
language: fr
---
Selon la police, 17 personnes ont été blessées le 13 octobre 2024 à Harwick. La maire dément toute faute.
"""
_MARK = re.compile(r"\[([^\]]+)\]")
_LETTERS = re.compile(r"[^\W\d_]{4}")
_VISIBLE = re.compile(r'<[^>]*?(?:aria-label|title|placeholder|alt)="([^"]*)"[^>]*>|<[^>]+>')


def _copied(folder: Path, *, french: bool = False) -> Dossier:
    shutil.copytree(HARWICK, folder)
    if french:
        (folder / "corpus" / "gazette-2024-10-16.md").write_text(FRENCH, "utf-8")
    loaded = refresh(folder)
    assert [str(problem) for problem in loaded.problems] == []
    return loaded.dossier


@pytest.fixture(scope="module")
def harwick(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """Four English articles about a bridge."""
    return _copied(tmp_path_factory.mktemp("english") / "harwick")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The same with a French one."""
    return _copied(tmp_path_factory.mktemp("mixed") / "harwick", french=True)


def _words(catalogue: Words) -> Iterator[str]:
    """Every text of a catalogue, cut at its `{names}`."""
    if isinstance(catalogue, str):
        yield from (part.strip() for part in re.split(r"\{[^}]*\}", catalogue))
    else:
        for value in catalogue.values() if isinstance(catalogue, dict) else catalogue:
            yield from _words(value)


def _shown(html: str) -> str:
    """What a reader sees of a page, and what is read out to them."""
    return " ".join(unescape(_VISIBLE.sub(lambda tag: f" {tag[1] or ''} ", html)).split())


def _pages(dossier: Dossier, language: str) -> Mapping[str, str]:
    site = Site(dossier, Edition(title="Harwick", date="2024-11-20", language=language))
    return {path: site.render(path).html for path in site.pages}


def _claim(dossier: Dossier, words: str) -> Claim:
    return next(claim for claim in dossier.claims.values() if words in claim.evidence.exact)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_catalogue_is_complete(language: str) -> None:
    """No text is empty."""
    catalogue = {key: words for key, words in strings(language).items() if key not in {"small_words", "quotes"}}
    assert [key for key, words in catalogue.items() if not any(_words(words))] == []


def test_the_english_catalogue_holds_no_french() -> None:
    """No longer text stands in both, and no accent in the English one."""
    french, english = (
        {text for text in _words({k: v for k, v in strings(code).items() if k != "small_words"}) if len(text) > 16}
        for code in ("fr", "en")
    )
    assert french & english <= {"W3C Web Annotation"}
    assert [text for text in english if re.search("[àâéèêëîïôûùçœ«»]", text)] == []


def test_no_french_word_in_an_english_site(harwick: Dossier) -> None:
    """On no page stands a text of the French catalogue that the English one does not have."""
    articles = " ".join(article.text for article in harwick.articles)
    english = set(_words(dict(strings("en"))))
    french = {text for text in _words(dict(strings("fr"))) if _LETTERS.search(text) and text not in " ".join(english)}
    wanted = sorted(text for text in french if text not in articles)
    pages = {path: _shown(html) for path, html in _pages(harwick, "en").items()}
    assert len(pages) > 20
    assert [(path, text) for path, page in pages.items() for text in wanted if _has(page, text)] == []
    assert any("Stated, not corroborated" in page for page in pages.values())


def _has(page: str, text: str) -> bool:
    """Whether a text stands there as whole words."""
    return text in page and bool(re.search(rf"(?<!\w){re.escape(text)}(?!\w)", page))


def test_the_english_site_writes_dates_and_numbers_its_own_way(harwick: Dossier) -> None:
    """Month first, commas between thousands; passages stay as published."""
    pages = _pages(harwick, "en")
    assert "October\u00a014, 2024" in pages["articles/harbour-echo-2024-10-14.md"]
    assert "on 13 October 2024" in pages["articles/northern-courier-2024-10-15.md"]


def test_claims_of_an_english_dossier(harwick: Dossier) -> None:
    """Speaker, modality, figures and dates of some."""
    fell = _claim(harwick, "17 people were injured when")
    assert fell.modality is Modality.ALLEGED
    assert [a.source for a in fell.attribution] == ["Harwick police"]
    assert [(q.value, q.unit) for q in fell.quantities] == [(17, "person")]
    assert [d.value for d in fell.dates] == ["2024-10-13"]
    least = _claim(harwick, "At least 14 people")
    assert [(q.value, q.bound) for q in least.quantities] == [(14, Bound.MIN)]
    assert _claim(harwick, "its bolts were too weak").modality is Modality.DENIED
    assert _claim(harwick, "A ferry will replace").modality is Modality.PREDICTED
    assert {c.because.rule.partition(".")[0] for c in harwick.claims.values()} == {"en"}


def test_english_articles_are_related(harwick: Dossier) -> None:
    """They agree, and where they differ the reason is told in English."""
    groups = [{harwick.article_of(harwick.claims[c]).id for c in group.claims} for group in harwick.corroborations]
    assert any(len(group) > 1 for group in groups)
    assert not any(re.search(r" (ou|puis|par) ", difference.reason) for difference in harwick.differences)


def test_an_articles_language_chooses_its_pack(mixed: Dossier) -> None:
    """French rules read the French article, English rules the others."""
    rules = {mixed.article_of(c).meta.language: set[str]() for c in mixed.claims.values()}
    for claim in mixed.claims.values():
        rules[mixed.article_of(claim).meta.language].add(claim.because.rule.partition(".")[0])
    assert rules == {"en": {"en"}, "fr": {"fr"}}


@pytest.mark.parametrize(("language", "date"), [("fr", "16\u00a0octobre 2024"), ("en", "October\u00a016, 2024")])
def test_a_mixed_dossier_is_one_site(mixed: Dossier, language: str, date: str) -> None:
    """Dates follow the site's language; passages stay verbatim, in their own."""
    pages = _pages(mixed, language)
    folder = strings(language)["paths"]["articles"]  # type: ignore[index,call-overload]
    french = pages[f"{folder}/gazette-2024-10-16.md"]
    assert date in french
    english = pages[f"{folder}/northern-courier-2024-10-15.md"]
    for html, own in ((french, "fr"), (english, "en")):
        assert re.search(rf'lang="{own}"', html)
    home = pages["index.md"]
    assert 'lang="en"' in home


def test_a_projects_register_joins_what_two_languages_name(tmp_path: Path) -> None:
    """One entity with a name in each: what the packs call `russie` and `russia` has one page."""
    (tmp_path / "corpus").mkdir()
    texts = {"fr": "La Russie a livré 300 obus en mai 2024.", "en": "Russia supplied 300 shells in May 2024."}
    for language, text in texts.items():
        path = tmp_path / "corpus" / f"{language}.md"
        path.write_text(f"---\ntitle: T\npublished: 2024-06-01\nlanguage: {language}\n---\n{text}\n", "utf-8")
    apart = refresh(tmp_path).dossier
    assert {m.entity for c in apart.claims.values() for m in c.entities} == {"russie", "russia"}
    register = "entities:\n- {id: russie, name: Russie, type: place, aliases: [Russia]}\n"
    (tmp_path / "corpus" / "entities.yaml").write_text(register, "utf-8")
    joined = refresh(tmp_path).dossier
    assert {m.entity for c in joined.claims.values() for m in c.entities} == {"russie"}


@pytest.mark.parametrize("code", ["en", "en-GB", "EN-us"])
def test_the_pack_serves_every_english(code: str) -> None:
    """A country behind the language changes nothing."""
    pack = find_pack(code)
    assert pack is not None
    assert pack.code == "en"


@given(
    st.text(alphabet=st.sampled_from("Aa Tt'\"“”‘’.,;:?!()\n1290%$£-–§éß\u00a0 said that on May 3 not"), max_size=300)
    | st.text(max_size=200)
)
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and every claim is cut from the text."""
    pack = find_pack("en")
    assert pack is not None
    article = Article(id="a", text=text, meta=Metadata(published="2024-11-30", language="en"))
    for claim in extract(article, pack):
        for passage in (claim.evidence, *claim.quotes, *claim.dates, *claim.quantities, *claim.entities):
            assert text[passage.start : passage.end] == passage.exact


def test_every_value_names_its_rule(harwick: Dossier) -> None:
    """And the rule is one of the pack's."""
    pack = find_pack("en")
    assert pack is not None
    for article in harwick.articles:
        reading = annotate(article, pack)
        rules = [row.rule for row in reading.mentions]
        rules += [row.rule for row in reading.dates]
        rules += [row.rule for row in reading.quantities]
        rules += [row.rule for row in reading.quotations]
        rules += [row.rule for row in reading.attributions]
        assert {rule.partition(".")[0] for rule in rules} == {"en"}
        assert {d.rule.partition(".")[0] for d in reading.decisions} == {"en"}


def test_nothing_outside_a_pack_asks_for_a_language() -> None:
    """No condition on a language's code; what differs by language is asked of its pack or stands in a catalogue."""
    asks = re.compile(r"""startswith\(["'](?:fr|en)\b|[!=]= ["'](?:fr|en)["']""")
    root = Path(briefing.__file__).parent
    sources = [path for path in root.rglob("*.py") if "languages" not in path.relative_to(root).parts]
    assert [str(path) for path in sources if asks.search(path.read_text("utf-8"))] == []
