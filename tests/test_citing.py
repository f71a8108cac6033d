"""Citing: on every article and claim, in the head of pages, and as files on the data page."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from bibtexparser.entrypoint import parse_string
from msgspec.structs import replace

from briefing.export.downloads import downloads
from briefing.model.article import Rights
from briefing.model.claim import Claim, Status
from briefing.model.dossier import Dossier
from briefing.pages.typography import locale
from briefing.plugin.theme.repairs import with_head
from exported import ADDRESS, site, with_claim
from sample import BILAN, CRUE, DOSSIER, EVACUATED, HELD, RAIN, with_rights

PAGE = "articles/crue-2024.md"


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _meta(dossier: Dossier = DOSSIER, path: str = PAGE, address: str = ADDRESS) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, content in re.findall(
        r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', site(dossier, address).metadata(path)
    ):
        found.setdefault(name, []).append(unescape(content))
    return found


def test_a_claim_is_cited_with_all_that_finds_it_again() -> None:
    """Passage, speaker, modality, article, briefing, edition, id, permalink, hash of the text."""
    found = site()
    cited = found.citing.claim(found.catalogue.claims[EVACUATED.id])

    assert _plain(cited.text) == (
        "« 1 200 habitants ont été évacués le 3 mai 2024 », préfecture (rapporté). "
        "Dans : « La crue de mai », L’Écho, 4 mai 2024, https://echo.example/crue?a=1&b=2. "
        f"Crues, édition du 10 juin 2024, affirmation {EVACUATED.id}, "
        f"https://crues.example/articles/crue-2024.html#{EVACUATED.id}, empreinte du texte {CRUE.text_sha256[:12]}."
    )
    [entry] = parse_string(cited.bibtex).entries
    fields = {field.key: field.value for field in entry.fields}
    assert entry.key == EVACUATED.id
    assert fields["url"] == f"https://crues.example/articles/crue-2024.html#{EVACUATED.id}"
    assert fields["title"] == "{La crue de mai}"
    assert "préfecture (rapporté)" in fields["note"]
    assert CRUE.text_sha256[:12] in fields["note"]
    assert cited.ris.startswith("TY  - NEWS\nID  - c-")


def test_an_article_is_cited_as_its_publisher_published_it() -> None:
    """A supplied title stands in brackets; nobody is named as author where nobody is known."""
    found = site()
    crue, bilan = found.catalogue.articles.values()

    assert _plain(found.citing.article(crue).text) == (
        "« La crue de mai », L’Écho, 4 mai 2024, https://echo.example/crue?a=1&b=2."
    )
    assert _plain(found.citing.article(bilan).text) == "[Un bilan], juin 2024 (déduit)."
    assert "déduite du texte" in found.citing.article(bilan).bibtex


def test_the_briefing_is_cited_as_a_whole() -> None:
    """Title, edition, address."""
    cited = site().citing.whole()

    assert _plain(cited.text) == "« Crues », édition du 10 juin 2024, https://crues.example/."
    assert "date = {2024-06-10}" in cited.bibtex


@pytest.mark.parametrize("claim", [EVACUATED, HELD, RAIN], ids=lambda c: c.id)
def test_each_claim_and_the_article_can_be_cited_without_a_script(claim: Claim) -> None:
    """Under « Citer », closed, the words to copy; the other forms stand on the page of a claim once checked."""
    found, key = site(with_claim(claim, status=Status.REVIEWED)), claim.id
    html = found.render(PAGE).html
    blocks = re.findall(r'<details class="folded citing">(.*?)</details>', html, re.DOTALL)

    assert len(blocks) == 4
    assert all(block.startswith("<summary>Citer</summary>") for block in blocks)
    [mine] = [block for block in blocks if f"affirmation {key}" in block]
    assert f'href="../affirmations/{key}.html#bibtex"' in mine
    assert "<script" not in html
    life = found.lives.claims[key]
    page = unescape(found.bare("claim", life.path, life))
    assert f"@article{{{key}," in page
    assert f"ID  - {key}" in page


def test_a_passage_that_may_not_be_shown_is_not_cited() -> None:
    """Who says it, how surely, and where, remain."""
    found = site(with_rights(Rights.NONE))
    cited = found.citing.claim(found.catalogue.claims[EVACUATED.id])

    assert cited.text.startswith("préfecture (rapporté). Dans")
    assert "habitants" not in cited.bibtex + cited.ris + cited.text


def test_zotero_finds_the_article_in_the_head() -> None:
    """citation_* and Dublin Core: title, date, language, outlet, the publisher's address, and that it is press."""
    meta = _meta()

    assert meta["citation_title"] == ["La crue de mai"]
    assert meta["citation_publication_date"] == ["2024/05/04"]
    assert meta["citation_journal_title"] == ["L’Écho"]
    assert meta["citation_language"] == ["fr"]
    assert meta["citation_public_url"] == [CRUE.meta.url]
    assert meta["DC.type"] == ["newspaperArticle"]
    assert "citation_author" not in meta


def test_authors_are_one_tag_each() -> None:
    """Family name first where it is known."""
    signed = replace(CRUE, meta=replace(CRUE.meta, author="Dupont, Jean; AFP"))
    meta = _meta(replace(DOSSIER, articles=(signed, BILAN)))

    assert meta["citation_author"] == ["Dupont, Jean", "AFP"]


def test_what_is_not_known_has_no_tag() -> None:
    """Neither outlet nor publisher's address; the page itself stands in, where its address is known."""
    meta = _meta(path="articles/bilan-2024.md")

    assert meta["citation_title"] == ["[Un bilan]"]
    assert meta["citation_publication_date"] == ["2024/06"]
    assert "citation_journal_title" not in meta
    assert meta["citation_public_url"] == ["https://crues.example/articles/bilan-2024.html"]
    assert meta["DC.type"] == ["webpage"]
    assert "citation_public_url" not in _meta(path="articles/bilan-2024.md", address="")


def test_link_previews() -> None:
    """Open Graph on every page; an address and an image only where the site's address is known."""
    home, page = _meta(path="index.md"), _meta()

    assert (home["og:title"], home["og:type"], home["og:locale"]) == (["Crues"], ["website"], ["fr_FR"])
    assert page["og:type"] == ["article"]
    assert page["og:url"] == ["https://crues.example/articles/crue-2024.html"]
    assert page["og:image"][0].startswith(ADDRESS)
    assert page["article:published_time"] == ["2024-05-04"]
    assert "citation_title" not in home
    assert not {"og:url", "og:image"} & set(_meta(address=""))
    assert _meta(path="une-page.md")["og:title"] == ["Crues"]


def test_a_hostile_title_stays_in_its_attribute() -> None:
    """Whatever an article is called."""
    bad = '"><script>alert(1)</script>'
    crue = replace(CRUE, meta=replace(CRUE.meta, title=bad, outlet=bad, author=bad))
    found = site(replace(DOSSIER, articles=(crue, BILAN)))

    assert "<script" not in found.metadata(PAGE)
    assert "<script" not in found.render(PAGE).html


@pytest.mark.parametrize(("language", "expected"), [("fr", "fr_FR"), ("en", "en_US"), ("fr-CA", "fr_CA")])
def test_the_locale_of_a_preview(language: str, expected: str) -> None:
    """A language and a country."""
    assert locale(language) == expected


def test_the_head_is_where_it_belongs() -> None:
    """Before the end of the head, once; a page without one stays as it is."""
    assert with_head("<head><title>a</title></head><p></head>", "<b>", "", "<c>") == (
        "<head><title>a</title><b><c></head><p></head>"
    )
    assert with_head("<p>a</p>", "<b>") == "<p>a</p>"


def test_the_data_page_links_each_file_with_its_size() -> None:
    """Every format of the whole, and each article's own files; sizes are those of the files."""
    found = site()
    files = dict(downloads(found))
    html = found.render("donnees.md").html
    linked = re.findall(r'<a href="\./(donnees/[^"]+)" download>', html)

    assert sorted(linked) == sorted(files)
    assert {d.path: d.size for d in found.downloads} == {path: len(text.encode()) for path, text in files.items()}
    assert "donnees/textes/crue-2024.txt" in files
    assert files["donnees/textes/crue-2024.txt"] == CRUE.text
    assert json.loads(files["donnees/sources/crue-2024.csl.json"])[0]["id"] == "crue-2024"
    assert "Citer ce dossier" in html


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.NONE])
def test_a_text_that_may_not_be_shown_is_no_download(rights: Rights) -> None:
    """Its reference and its annotations are."""
    files = dict(downloads(site(with_rights(rights))))

    assert "donnees/textes/crue-2024.txt" not in files
    assert "donnees/textes/bilan-2024.txt" in files
    assert "donnees/sources/crue-2024.ris" in files


def test_iris_in_downloads_lead_to_the_site_from_where_the_file_lies() -> None:
    """Without an address, `../` from the folder of downloads."""
    files = dict(downloads(site(address="")))

    assert '"@base":"../"' in files["donnees/briefing.jsonld"]
    assert f'"articles/crue-2024.html#{EVACUATED.id}"' in files["donnees/briefing.jsonld"]
    assert '"../../donnees/textes/crue-2024.txt"' in files["donnees/annotations/crue-2024.jsonld"]
