"""Reading: cards of claims, references, what people decided, the page to print, the method."""

from __future__ import annotations

import re
from datetime import date

import pytest
from msgspec.structs import replace

from briefing.model.claim import Claim, Status
from briefing.model.dossier import Dossier
from briefing.model.relation import SetAside
from briefing.model.ruling import Confidence, Likelihood, Ruling
from briefing.pages import citations
from briefing.pages.site import Site
from rendered import plain, site_of
from sample import BILAN, CRUE, DENIED, DOSSIER, EVACUATED, HELD, MORE, RAIN, holding

CRUE_PAGE, BILAN_PAGE = "articles/crue-2024.md", "articles/bilan-2024.md"


def _card(html: str, claim: Claim) -> str:
    return html[html.index(f'id="n-{claim.id}"') :].partition("</details>")[0]


def _having(**fields: object) -> Dossier:
    """The sample, whose first claim has these fields."""
    return holding(replace(EVACUATED, **fields))


def test_a_card_leads_to_what_corroborates_and_what_differs() -> None:
    """Each other claim of the group and of the difference by its speaker, never the claim itself."""
    card = _card(site_of().render(CRUE_PAGE).html, EVACUATED)
    assert card.count(f'class="cite" href="../articles/bilan-2024.html#{MORE.id}"') == 2
    assert f'class="cite" href="../articles/crue-2024.html#{EVACUATED.id}"' not in card
    assert "Recoupé par" in card
    assert "Diverge de" in card


def test_a_card_without_links_says_nothing_of_them() -> None:
    """No empty heading."""
    card = _card(site_of().render(CRUE_PAGE).html, HELD)
    assert "Recoupé par" not in card
    assert "Diverge de" not in card
    assert "brouillon de machine" in card


def test_who_read_a_claim_and_why_they_kept_it() -> None:
    """Name, day and reason; a claim that nobody read is a draft."""
    ruling = Ruling("Anne", date(2026, 11, 3), "le chiffre est celui du communiqué")
    html = site_of(_having(status=Status.REVIEWED, review=ruling)).render(CRUE_PAGE).html
    assert "vérifiée à la main par Anne le 3 novembre 2026" in plain(_card(html, EVACUATED))
    assert "le chiffre est celui du communiqué" in _card(html, EVACUATED)
    assert "vérifiée à la main par" not in _card(html, HELD)


def test_likelihood_and_confidence_are_two_things() -> None:
    """Each has its line; neither is shown where nobody judged."""
    judged = _having(credibility=2, likelihood=Likelihood.VERY_LIKELY, confidence=Confidence.LOW)
    card = plain(_card(site_of(judged).render(CRUE_PAGE).html, EVACUATED))
    for words in ("Crédibilité 2 – probablement vrai", "Vraisemblance très probable", "Confiance faible"):
        assert words in card
    assert "Vraisemblance" not in _card(site_of().render(CRUE_PAGE).html, EVACUATED)


def test_reliability_in_words() -> None:
    """A letter alone says nothing to who does not know the scale."""
    rated = replace(CRUE, meta=replace(CRUE.meta, reliability="B"))
    html = site_of(replace(DOSSIER, articles=(rated, BILAN))).render(CRUE_PAGE).html
    assert "B – généralement fiable" in html


def test_references_stand_under_the_heading_that_cites_them_first() -> None:
    """Numbers go on from section to section; one section alone needs no heading, and a short list is not folded."""
    first = f"<h2 id='a'>Un &amp; deux</h2><p>A [@{EVACUATED.id}].</p>"
    markdown = first + f"<h2 id='b'>Trois</h2><p>B [@{DENIED.id}; @{EVACUATED.id}].</p>"
    html = site_of().written("essai.md", citations.sealed(markdown)).html
    parts = re.findall(r'<h3>(.*?)</h3><?\s*<ol class="references" start="(\d)">', html, re.DOTALL)
    assert [(plain(title), start) for title, start in parts] == [("Un &amp; deux", "1"), ("Trois", "2")]
    alone = site_of().written("essai.md", citations.sealed(f"<h2>Un</h2><p>A [@{EVACUATED.id}].</p>")).html
    assert "<h3>" not in alone[alone.index('id="references"') :]
    assert 'start="1"' in alone
    assert '<details class="fold"' not in html + alone


def test_the_overview_does_not_say_again_what_the_text_cites() -> None:
    """A claim that the home page cites is not listed below it; groups are, for their counts."""
    text = f"Démenti [@{DENIED.id}]."
    cited = tuple(citations.citations(text, "docs/index.md", "index.md"))
    written = "<h1>T</h1><p>Chapeau.</p><h2>Un</h2>" + citations.sealed(f"<p>{text}</p>")
    html = site_of(cited=cited).written("index.md", written).html
    assert 'id="denied"' not in html
    assert 'id="proposed"' in html
    assert 'id="denied"' in site_of().written("index.md", written).html


def test_what_nobody_confirmed_is_not_established() -> None:
    """A dossier without a review says so on every page, and its groups stand under a name of their own."""
    site = site_of()
    for path in list(site.pages)[:8]:
        assert "Dossier non vérifié" in site.render(path).html
    home = site.render("index.md").html
    assert 'id="established"' not in home
    assert 'id="contested"' not in home


def test_what_nobody_read_is_said_until_all_is_read() -> None:
    """With how much was read, on generated and on written pages."""
    partly = site_of(_having(status=Status.REVIEWED))
    files = [replace(f, claims=tuple(replace(c, status=Status.REVIEWED) for c in f.claims)) for f in DOSSIER.files]
    whole = site_of(replace(DOSSIER, files=tuple(files)))

    for html in (partly.render("chiffres.md").html, partly.written("index.md", "<h1>T</h1><p>Chapeau.</p>").html):
        assert "Dossier vérifié en partie." in html
        assert "dont 1 vérifiée à la main" in plain(html)
    assert 'class="unreviewed"' not in whole.render("chiffres.md").html


def test_the_page_to_print_holds_the_whole_briefing() -> None:
    """The home page's text, links between claims, the articles with their claims, the method, the references."""
    site = site_of()
    site.written("index.md", citations.sealed(f"<h1>Titre</h1><p>Chapeau.</p><h2>Un</h2><p>Analyse [@{HELD.id}].</p>"))
    html = site.render("imprimer.md").html
    for words in (
        "Titre",
        "Chapeau.",
        "Analyse",
        "Recoupements",
        "Divergences",
        "La crue de mai",
        "Un bilan",
        "Méthode",
        "Références",
    ):
        assert words in html
    assert "<details" not in html
    for claim in (EVACUATED, HELD, RAIN, MORE, DENIED):
        assert len(re.findall(rf'id="{claim.id}"', html)) == 1


def test_no_link_of_the_page_to_print_is_lost() -> None:
    """Every link leads within the page or to another site."""
    html = site_of().render("imprimer.md").html
    anchors = set(re.findall(r'\bid="([^"]+)"', html))
    for address in re.findall(r'href="([^"]+)"', html):
        assert address.startswith("https://") or (address[0] == "#" and address[1:] in anchors), address


def test_no_anchor_of_the_page_to_print_stands_twice() -> None:
    """What are pages elsewhere are parts of one page."""
    anchors = re.findall(r'\bid="([^"]+)"', site_of().render("imprimer.md").html)
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(("articles", "printed"), [(0, False), (2, True), (101, True)])
def test_only_a_briefing_without_articles_has_no_page_to_print(articles: int, printed: bool) -> None:
    """Its address stays, however many there are."""
    assert ("imprimer.md" in _of_many(articles).pages) is printed


@pytest.mark.parametrize(("articles", "whole"), [(40, True), (41, False)])
def test_a_large_briefing_prints_its_findings_and_a_list_of_its_articles(articles: int, whole: bool) -> None:
    """It says so, cites by number, and every article is one click away, in the site."""
    site = _of_many(articles)
    html = site.render("imprimer.md").html
    assert ("trop long pour une seule page" in plain(html)) is not whole
    assert ('href="./articles/crue-7.html"' in html) is not whole
    assert len(re.findall(r'href="(?:\./articles/|#articles-)crue-\d+', html)) >= articles
    assert ("La digue a tenu" in plain(html)) is whole


def _of_many(articles: int) -> Site:
    return site_of(Dossier(articles=tuple(replace(CRUE, id=f"crue-{n}") for n in range(articles))))


def test_the_method_counts_what_people_read() -> None:
    """How many claims and links, by whom; without anybody, it says so."""
    assert "Aucune n’a encore été vérifiée" in plain(site_of().render("methode.md").html)
    ruling = Ruling("Anne", date(2026, 11, 3))
    text = plain(site_of(_having(status=Status.REVIEWED, review=ruling)).render("methode.md").html).replace(
        "\u00a0", " "
    )
    assert "Le dossier compte 5 affirmations, dont 1 vérifiée à la main." in text
    assert "Vérification : Anne." in text
    assert "2 proposés par la machine, non vérifiés" in text


def test_the_method_shows_what_was_left_out_and_why() -> None:
    """Both passages, the reason, and who decided where a person did; nothing where nothing was left out."""
    aside = SetAside(
        kind="corroboration",
        claims=(HELD.id, MORE.id),
        why="l’un parle de la digue, l’autre des habitants",
        ruling=Ruling("Anne", date(2026, 11, 3)),
    )
    text = plain(site_of(replace(DOSSIER, set_aside=(aside,))).render("methode.md").html)
    assert "La digue a tenu" in text
    assert "L’un parle de la digue" in text
    assert "Écarté à la main (Anne, 3 novembre 2026)" in text
    assert "pesé et écarté" not in plain(site_of().render("methode.md").html)


def test_the_method_names_near_copies() -> None:
    """The copy first, then what it repeats."""
    text = plain(site_of(replace(DOSSIER, copies=((BILAN.id, CRUE.id),))).render("methode.md").html)
    assert "[ Un bilan ] reprend La crue de mai" in text


def test_the_method_shows_the_first_measurements() -> None:
    """The first table of the page that measures the rules, with the way to all of them; without one, no word of it."""
    site = site_of(measured="mesures.md")
    site.written(
        "mesures.md",
        "<h1>Mesures</h1><table><tr><td>dates</td><td>97 %</td></tr></table><table><tr><td>autre</td></tr></table>",
    )
    html = site.render("methode.md").html
    assert "97" in html
    assert "autre</td>" not in html
    assert 'href="./mesures.html"' in html
    assert "mesures" not in site_of().render("methode.md").html
