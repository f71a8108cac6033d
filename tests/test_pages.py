"""The generated pages: what they say, what they never say, and where their links lead."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from briefing.model.article import Article, Metadata, Rights
from briefing.model.dossier import Dossier
from briefing.pages.paths import Paths, publisher_address
from briefing.pages.site import GROUPS, Edition, Site
from briefing.pages.strings import LANGUAGES, Words, strings
from rendered import plain, site_of
from sample import BILAN, CRUE, DENIED, DOSSIER, EVACUATED, HELD, MORE, RAIN, with_rights

CRUE_PAGE = "articles/crue-2024.md"


def _html(path: str, dossier: Dossier = DOSSIER) -> str:
    return site_of(dossier).render(path).html


def test_every_page_renders_in_every_language() -> None:
    """No template names a thing that is not there."""
    for language in LANGUAGES:
        site = Site(DOSSIER, Edition(title="Crues", language=language))
        bodies = [site.render(path) for path in site.pages]
        assert all(body.html.count("<h1") == 1 for body in bodies)


def test_an_empty_dossier_has_all_its_sections() -> None:
    """Nothing yet is no error."""
    site = site_of(Dossier(articles=()))
    shown = {content.section for path, content in site.pages.items() if site.render(path)}
    sections = {"home", *(key for keys in GROUPS.values() for key in keys)}
    assert sections - shown <= {"changes", "map", "print"}


def test_pages_and_their_addresses() -> None:
    """Sections stand in the navigation; one page an article, entity, corroboration and difference does not."""
    sections = {path: content.section for path, content in site_of().pages.items()}
    assert sections["affirmations.md"] == "claims"
    assert sections[CRUE_PAGE] is None
    assert "acteurs/etat.md" not in sections  # one draft names it
    assert {"acteurs/prefecture.md", "recoupements/k-1.md", "divergences/d-1.md"} <= set(sections)


@pytest.mark.parametrize("claim", [EVACUATED, HELD, RAIN], ids=lambda c: c.evidence.exact[:12])
def test_a_claim_is_marked_in_the_text_with_its_permalink(claim: object) -> None:
    """Its passage bears its anchor, and a call that leads to its card."""
    html = _html(CRUE_PAGE)
    identifier = claim.id  # type: ignore[attr-defined]
    assert f'<mark class="claim m-{claim.modality}" id="{identifier}">' in html  # type: ignore[attr-defined]
    assert f'href="#n-{identifier}"' in html
    assert f'id="n-{identifier}"' in html


def test_every_link_to_a_passage_has_a_card() -> None:
    """Whatever page it stands on; what leads on within an article, or within what is printed, needs none."""
    for path in site_of().pages:
        links: list[str] = re.findall(r'<a [^>]*href="[^"#]+#c-[^>]*>', _html(path))
        assert [link for link in links if not re.search(r'class="[^"]*\bcite\b', link)] == [], path


def test_the_text_of_an_article_is_whole() -> None:
    """Marks add nothing but calls and take nothing away."""
    html = _html(CRUE_PAGE)
    article = html[html.index("<article") : html.index("</article>")]
    article = re.sub(r'<div class="notes".*?</div>\n</div>', "", article, flags=re.DOTALL)
    article = re.sub(r'&#8288;<a class="call.*?</a>', "", article)
    shown = plain(re.sub(r"<[^>]+>", "", article))  # tags within a sentence are no spaces
    for line in CRUE.text.split("\n"):
        assert line.removeprefix("- ") in shown


@pytest.mark.parametrize(
    "path", ["affirmations.md", "chiffres.md", "chronologie.md", "citations.md", "recoupements/k-1.md"]
)
def test_no_claim_without_speaker_and_modality(path: str) -> None:
    """Each link to a passage stands beside a modality and a speaker."""
    html = _html(path)
    text = plain(html)
    assert "rapporté" in text or "affirmé" in text
    assert any(
        name in text for name in ("préfecture", "article, sans citer de source", "Source non nommée", "Le maire")
    )


def test_the_speaker_of_a_claim() -> None:
    """A known source by its name, an unnamed one said to be so, the article where nobody else speaks."""
    claims = site_of()._contents.catalogue.claims  # noqa: SLF001 - what the templates are given
    assert claims[EVACUATED.id].speaker.name == "préfecture"
    assert claims[HELD.id].speaker.name == "le maire"
    assert claims[MORE.id].speaker.name == "Source non nommée"
    assert claims[RAIN.id].speaker.name == "L’article, sans citer de source"


def test_the_publishers_sentence_is_linked() -> None:
    """A text fragment, its words percent-encoded; the article's own query stays."""
    html = _html(CRUE_PAGE)
    assert "https://echo.example/crue?a=1&amp;b=2#:~:text=1%20200%20habitants" in html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//x.example", "ftp://x", None]
)
def test_only_web_addresses_become_links(address: str | None) -> None:
    """Any other scheme is no link."""
    assert publisher_address(address, "mots") is None


def test_excerpt_shows_only_passages() -> None:
    """The running text is left out; the claims' passages stay."""
    html = plain(_html(CRUE_PAGE, with_rights(Rights.EXCERPT)))
    assert "1 200 habitants ont été évacués" in html
    assert "Deux ponts fermés" not in html


def test_rights_none_shows_no_words_of_the_text_anywhere() -> None:
    """Not on the article's page, nor on any other; speaker and modality stay."""
    site = site_of(with_rights(Rights.NONE))
    for path in site.pages:
        text = plain(site.render(path).html)
        for words in ("habitants ont été évacués", "La digue a tenu", "Deux ponts", "La pluie pourrait"):
            assert words not in text, path
    assert "Préfecture" in plain(site.render(CRUE_PAGE).html)


HOSTILE = '<script>alert(1)</script> {{ 7*7 }} [x](javascript:alert(1)) <!-- {: onclick="x" } & </title> "'


def test_article_text_is_data() -> None:
    """In text, title and author, markup of any kind shows as it was written."""
    meta = Metadata(title=HOSTILE, author=HOSTILE, outlet=HOSTILE, published_note=HOSTILE, url="javascript:alert(1)")
    dossier = replace(
        DOSSIER, articles=(Article(id="crue-2024", text=CRUE.text + "\n" + HOSTILE + ".", meta=meta), BILAN)
    )
    site = site_of(dossier)
    for path in site.pages:
        ours = r'<script defer src="[./]*(?:assets/briefing|donnees)/\w+\.js"[^>]*></script>'
        html = re.sub(ours, "", site.render(path).html)
        assert "<script" not in html
        assert "<!--" not in html
        assert 'href="javascript' not in html
    assert html_count(site.render(CRUE_PAGE).html, "{{ 7*7 }}") >= 4


def html_count(html: str, words: str) -> int:
    """How often the words show."""
    return html.count(words)


def test_overlapping_and_nested_claims_stay_well_nested() -> None:
    """Marks close in the order in which they opened; each anchor stands once."""
    from briefing.model.claim import Because, Claim, ClaimFile, Modality
    from briefing.model.span import Passage, Span

    article = Article(id="a", text="Un deux trois quatre cinq six.")
    spans = [Span(0, 18), Span(3, 7), Span(8, 25), Span(3, 30)]
    claims = tuple(
        Claim(
            id=f"c-{n}", evidence=Passage.at(article.text, s), modality=Modality.ASSERTED, because=Because("r", "deux")
        )
        for n, s in enumerate(spans)
    )
    dossier = Dossier(articles=(article,), files=(ClaimFile(article="a", text_sha256="", generator="", claims=claims),))
    html = _html("articles/a.md", dossier)
    body = html[html.index("<article") : html.index("</article>")]
    depth: list[str] = []
    for closing, tag in re.findall(r"<(/?)(mark|span|p|a)\b", body):
        if closing:
            assert depth.pop() == tag
        else:
            depth.append(tag)
    assert depth == []
    for n in range(4):
        assert len(re.findall(rf'<mark[^>]* id="c-{n}"', body)) == 1
        assert body.count(f'<a class="call modality m-asserted" href="#n-c-{n}"') == 1


def test_the_home_page_people_write() -> None:
    """Its citations become numbered references with cards, the same number for the same claim, listed at the end."""
    from briefing.pages import citations

    markdown = citations.sealed(f"<h1>Titre</h1><p>Un [@{EVACUATED.id}]. Deux [@{DENIED.id}; @{EVACUATED.id}].</p>")
    body = site_of().written("essai.md", markdown)
    numbers = re.findall(r'<span class="unseen">référence </span>(\d+)</a>', body.html)
    assert numbers == ["1", "2", "1"]
    assert body.html.count("data-reference=") == 3
    assert re.findall(r'aria-describedby="(q-\d)"', body.html) == ["q-1", "q-2", "q-1"]
    assert f'href="./articles/crue-2024.html#{EVACUATED.id}"' in body.html
    assert [heading.anchor for heading in body.headings] == ["references"]
    assert len(re.findall(r'href="#ref-\d+"', body.html)) == 3


def test_backlinks_carry_the_sentence() -> None:
    """The card of a cited claim names the page and the sentence."""
    from briefing.pages import citations

    cited = tuple(citations.citations(f"La préfecture compte [@{EVACUATED.id}].", "docs/index.md", "index.md"))
    html = site_of(cited=cited).render(CRUE_PAGE).html
    assert "La préfecture compte" in html
    assert '<a href="../index.html">L’essentiel</a>' in html


def test_directory_addresses() -> None:
    """Both shapes of address, and the way back to the root from each."""
    names = {"articles": "articles", "claims": "affirmations"}
    flat, nested = Paths(names), Paths(names, directory_urls=True)
    assert flat.url("articles/index.md") == "articles/index.html"
    assert nested.url("articles/index.md") == "articles/"
    assert (nested.url("affirmations.md"), nested.root("affirmations.md")) == ("affirmations/", "../")
    assert nested.claim("a", "c-1") == "articles/a/#c-1"
    assert (flat.root("index.md"), flat.root("articles/a.md")) == ("./", "../")


def test_the_same_dossier_gives_the_same_pages() -> None:
    """Nothing depends on the clock or on the order of a set."""
    first, second = site_of(), site_of()
    assert {p: first.render(p) for p in first.pages} == {p: second.render(p) for p in second.pages}


def _keys(words: Mapping[str, Words], before: str = "") -> set[str]:
    found = set()
    for key, value in words.items():
        found |= _keys(value, f"{before}{key}.") if isinstance(value, dict) else {before + key}
    return found


def test_catalogues_have_the_same_keys() -> None:
    """What one language says, the other says too."""
    assert _keys(strings("fr")) == _keys(strings("en"))


def test_a_language_without_catalogue_reads_english() -> None:
    """A site in another language still builds."""
    assert strings("de") == strings("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_catalogue_is_shown_unfilled(language: str) -> None:
    """« Pourquoi « {modality} » » is no French; patterns stand in attributes alone, for scripts."""
    site = site_of(language=language)
    pages = {path: site.render(path).html for path in site.pages}
    assert 'class="because"' in pages["index.md"]
    for path, html in pages.items():
        assert not re.search(r"\{\w*\}", re.sub(r"<pre\b.*?</pre>|<[^>]*>", "", html, flags=re.DOTALL)), path


def test_a_kept_source_can_be_told_by_its_hash() -> None:
    """It stands with the archived copy on the article's page; without them nothing is said."""
    kept = {"archived": "https://web.archive.org/web/2024/https://e.example/a", "original_sha256": "ab" * 32}
    articles = tuple(replace(a, meta=replace(a.meta, **kept)) for a in DOSSIER.articles)
    html = _html(CRUE_PAGE, replace(DOSSIER, articles=articles))

    assert f'href="{kept["archived"]}"' in html
    assert f'<code title="{kept["original_sha256"]}">abababababab</code>' in html
    assert "Empreinte de la source" not in _html(CRUE_PAGE)
