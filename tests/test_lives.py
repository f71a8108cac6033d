"""A claim's own life: its page, its history over editions, addresses that never die, embedding and reporting."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from briefing.editions.files import Published, prepared
from briefing.editions.lives import Turn, lives
from briefing.editions.snapshot import snapshot
from briefing.export.lives import life_json
from briefing.model.article import Rights
from briefing.model.claim import Claim, Modality, Status, claim_id
from briefing.model.dossier import Dossier
from briefing.model.ruling import Ruling
from briefing.pages.site import Edition, Site
from briefing.plugin.build import build_site
from briefing.problems import BriefingError
from command import write
from sample import BILAN, CRUE, DENIED, DOSSIER, EVACUATED, HELD, MORE, passage, with_rights

MAY, JUNE = date(2024, 5, 31), date(2024, 6, 30)
CHECKED = Ruling("Anne", date(2024, 6, 12))
SURER = replace(EVACUATED, modality=Modality.ASSERTED)
LONGER = "Selon la préfecture, 1 200 habitants ont été évacués le 3 mai 2024"
RECUT = replace(EVACUATED, id=claim_id(CRUE.id, LONGER), evidence=passage(CRUE, LONGER))
REJECTED = replace(HELD, status=Status.REJECTED, review=Ruling("Anne", date(2024, 6, 12), "personne ne l’a dit"))


def _holding(*claims: Claim, without: str = "") -> Dossier:
    """The sample with claims of its first article replaced by those of their ids, or one by another."""
    known = {claim.id: claim for claim in claims}
    first, second = DOSSIER.files
    kept = tuple(known.get(c.id, c) for c in first.claims if c.id != without)
    return replace(DOSSIER, files=(replace(first, claims=kept), second))


def _edition(dossier: Dossier, day: date, *earlier: Published) -> Published:
    return prepared(snapshot(dossier), day, earlier)


FIRST = _edition(DOSSIER, MAY)
READ = _holding(replace(EVACUATED, status=Status.REVIEWED, review=CHECKED))
WITHOUT_BILAN = replace(
    DOSSIER, articles=(CRUE,), files=DOSSIER.files[:1], corroborations=(), differences=(), measures=()
)


def _site(dossier: Dossier, *editions: Published, **more: object) -> Site:
    return Site(dossier, Edition(title="Crues", published=editions, **more))  # type: ignore[arg-type]


def _page(site: Site, claim: str) -> str:
    life = site.lives.claims[claim]
    return unescape(site.bare("claim", life.path, life)).replace("\u00a0", " ").replace("\u202f", " ")


def _turns(dossier: Dossier, claim: str, *editions: Published) -> list[tuple[date | None, Turn]]:
    return [(step.day, step.turn) for step in lives(editions, snapshot(dossier))[claim].steps]


def test_a_claim_lives_from_edition_to_edition() -> None:
    """Added, changed from what to what, in the order of time; what is not published yet has no day."""
    second = _edition(_holding(SURER), JUNE, FIRST)
    assert _turns(DOSSIER, EVACUATED.id, FIRST, second) == [
        (MAY, Turn.ADDED),
        (JUNE, Turn.CHANGED),
        (None, Turn.CHANGED),
    ]
    html = _page(_site(_holding(SURER), FIRST, second), EVACUATED.id)
    assert re.search(r"Édition du 31 mai 2024.*publiée.*Édition du 30 juin 2024.*modifiée", html, re.DOTALL)
    assert "<del>rapporté</del>" in html
    assert "<ins>affirmé</ins>" in html


def test_a_claim_that_no_edition_holds_has_a_page_once_a_person_checked_it() -> None:
    """It says so, and tells no history; what only a machine proposes has the address of its passage."""
    assert not _site(DOSSIER).lives.claims
    assert "affirmations/c-" not in _site(DOSSIER).render("articles/crue-2024.md").html
    html = _page(_site(READ), EVACUATED.id)
    assert "ne figure encore dans aucune édition" in html
    assert "1 200 habitants ont été évacués" in html


def test_a_withdrawn_claim_says_so_and_why() -> None:
    """Its page shows what it was; on the article's page its anchor still stands."""
    site = _site(_holding(REJECTED), FIRST)
    html = _page(site, HELD.id)
    assert "Cette affirmation a été retirée du dossier" in html
    assert "Rejeté à la main le 12 juin 2024" in html
    assert "personne ne l’a dit" in html
    assert "« La digue a tenu ! »" in html
    article = site.render("articles/crue-2024.md").html
    assert f'<li id="{HELD.id}">' in article
    assert f'href="../affirmations/{HELD.id}.html"' in article
    assert f'<li id="{HELD.id}">' not in _site(DOSSIER, FIRST).render("articles/crue-2024.md").html


def test_a_claim_cut_otherwise_leads_to_the_one_that_takes_it_up() -> None:
    """Under its former id, and back."""
    first, second = DOSSIER.files
    recut = replace(DOSSIER, files=(replace(first, claims=(RECUT, *first.claims[1:])), second), measures=())
    recut = replace(recut, corroborations=(), differences=())
    assert _turns(recut, EVACUATED.id, FIRST) == [(MAY, Turn.ADDED), (None, Turn.MOVED)]
    site = _site(recut, FIRST)
    assert f'href="../affirmations/{RECUT.id}.html"' in _page(site, EVACUATED.id)
    assert f"<code>{EVACUATED.id}</code>" in _page(site, RECUT.id)


def test_the_address_of_a_withdrawn_article_still_says_what_it_held() -> None:
    """Each of its claims at its anchor."""
    site = _site(WITHOUT_BILAN, FIRST)
    (gone,) = site.lives.articles()
    assert gone.path == f"articles/{BILAN.id}.html"
    html = unescape(site.bare("gone", gone.path, gone))
    assert "Un bilan" in html
    assert f'<li id="{MORE.id}">' in html
    assert f'<li id="{DENIED.id}">' in html
    assert not list(_site(DOSSIER, FIRST).lives.articles())


@pytest.mark.parametrize("rights", [Rights.EXCERPT, Rights.NONE])
def test_rights_hold_on_the_page_and_in_the_json(rights: Rights) -> None:
    """A passage that may not be shown stands on neither, whatever an edition kept."""
    site = _site(with_rights(rights), FIRST)
    life = site.lives.claims[EVACUATED.id]
    shown = rights is Rights.EXCERPT
    assert ("1 200 habitants" in _page(site, EVACUATED.id)) is shown
    assert ("habitants ont été" in life_json(site, life)) is shown


def test_the_json_says_what_the_page_says() -> None:
    """The claim as the export has it, its state and its history; of a withdrawn one, what it was."""
    site = _site(_holding(REJECTED), FIRST, address="https://crues.example/")
    now = json.loads(life_json(site, site.lives.claims[EVACUATED.id]))
    assert now["state"] == "current"
    assert now["claim"]["evidence"]["exact"] == EVACUATED.evidence.exact
    assert now["permalink"] == f"https://crues.example/articles/crue-2024.html#{EVACUATED.id}"
    assert now["history"] == [{"edition": "2024-05-31", "turn": "added"}]
    gone = json.loads(life_json(site, site.lives.claims[HELD.id]))
    assert gone["state"] == "withdrawn"
    assert gone["last"]["passage"] == "La digue a tenu !"
    assert gone["history"][-1] == {"turn": "withdrawn", "why": "rejected", "words": "personne ne l’a dit"}
    assert "claim" not in gone


def test_what_is_embedded_keeps_speaker_and_modality() -> None:
    """As a quotation everywhere; as a frame where the site has an address."""
    html = _page(_site(READ, address="https://crues.example/"), EVACUATED.id)
    quote = html[html.index('<pre id="quote">') :].partition("</pre>")[0]
    assert "Préfecture (rapporté)" in quote
    assert f"https://crues.example/affirmations/{EVACUATED.id}.html" in quote
    assert f'<iframe src="https://crues.example/affirmations/{EVACUATED.id}.html#carte"' in html
    assert "<iframe" not in _page(_site(READ), EVACUATED.id)


def test_what_nobody_verified_says_so_wherever_it_is_embedded() -> None:
    """In the card and in the quotation; not once a person accepted it."""
    said = "Brouillon de machine : personne n’a vérifié cette affirmation."
    draft, reviewed = (_page(_site(dossier, FIRST), EVACUATED.id) for dossier in (DOSSIER, READ))

    assert said in draft[draft.index('<article id="carte"') :].partition("</article>")[0]
    assert said in draft[draft.index('<pre id="quote">') :].partition("</pre>")[0]
    assert said not in reviewed


def test_what_an_article_says_stays_text_in_what_is_embedded() -> None:
    """A passage that looks like HTML is escaped once on the page, and once more for who pastes it."""
    wicked = replace(HELD, evidence=replace(HELD.evidence, exact="<script>alert(1)</script>"))
    site = _site(_holding(wicked), FIRST)
    life = site.lives.claims[HELD.id]
    html = site.bare("claim", life.path, life)
    assert "<script>alert" not in html
    assert "&amp;lt;script&amp;gt;" in html


@pytest.mark.parametrize(
    ("report", "scheme", "subject"),
    [
        ("redaction@exemple.fr", "mailto", "subject"),
        ("https://forge.example/crues/issues/new", "https", "title"),
        ("https://forge.example/new?labels=erreur", "https", "title"),
    ],
)
def test_an_error_is_reported_with_all_that_names_it(report: str, scheme: str, subject: str) -> None:
    """Claim, passage, speaker, modality, edition and hash of the text stand in the message already."""
    site = _site(READ, report=report, date="2024-06-10")
    address = urlsplit(site.citing.error(site.catalogue.claims[EVACUATED.id]) or "")
    said = parse_qs(address.query)
    assert address.scheme == scheme
    assert EVACUATED.id in said[subject][0]
    body = said["body"][0].replace("\u00a0", " ").replace("\u202f", " ")
    for part in ("1 200 habitants", "préfecture (rapporté)", "édition du 10 juin 2024", CRUE.text_sha256[:12]):
        assert part in body
    assert "signaler une erreur" in _page(site, EVACUATED.id)
    assert "signaler une erreur" in site.render("articles/crue-2024.md").html


def test_without_an_address_nothing_is_offered() -> None:
    """No dead link."""
    site = _site(READ)
    assert site.citing.error(site.catalogue.claims[EVACUATED.id]) is None
    assert "signaler" not in _page(site, EVACUATED.id)


def _project(root: Path, more: str = "") -> Path:
    write(root, "docs/index.md", "# Crues\n")
    write(root, "corpus/crue.md", "---\ntitle: Crue\nlanguage: fr\n---\n\nLe maire a fermé le pont.\n")
    theme = "theme: {name: material, language: fr, font: false}"
    (root / "mkdocs.yml").write_text(f"site_name: Crues\n{theme}\nplugins:\n- briefing{more}\n", "utf-8")
    return root


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ("edition: demain", "edition: “demain” is no date; write 2024-11-30"),
        ("edition: 2024-11-30", ""),
        ("edition: 2024-11", ""),
    ],
)
def test_the_date_that_a_site_bears(tmp_path: Path, settings: str, why: str) -> None:
    """In quotes or not, as every other day in a project."""
    assert _refusal(_project(tmp_path, f":\n    {settings}")) == why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("site_url: https://exemple.fr/a", ""),
        ("site_url: 'https://exemple.fr/\"><b>'", "site_url: an address begins with http:// or https:// and has no"),
        ("site_url: ftp://exemple.fr/", "site_url: an address begins with http:// or https:// and has no"),
        ("theme: {name: material, language: pt-BR}", ""),
        ("theme: {name: material, language: xx}", "theme: Material has no language “xx”; write fr or en"),
        ("theme: {name: material, language: ../main}", "theme: Material has no language “../main”; write fr or en"),
    ],
)
def test_what_the_frame_of_a_site_cannot_be(tmp_path: Path, line: str, why: str) -> None:
    """An address that would end its attribute, a language that the theme does not speak."""
    root = _project(tmp_path)
    settings = (root / "mkdocs.yml").read_text("utf-8").splitlines()
    others = [other for other in settings if other.partition(":")[0] != line.partition(":")[0]]
    (root / "mkdocs.yml").write_text("\n".join([*others, line, ""]), "utf-8")

    assert _refusal(root).startswith(why)
    assert why or not _refusal(root)


def _refusal(root: Path) -> str:
    """Why a build is refused, or nothing."""
    try:
        build_site(root)
    except BriefingError as wrong:
        return wrong.problems[0].message
    return ""


@pytest.mark.parametrize("given", ["javascript:alert(1)", "nulle part", "http://exemple.fr", "a@b@c"])
def test_a_report_address_that_leads_nowhere_is_refused(tmp_path: Path, given: str) -> None:
    """With a sentence that says what to write."""
    root = _project(tmp_path, f":\n    report: '{given}'")
    with pytest.raises(BriefingError, match=r"e-mail address, or one that begins with https"):
        build_site(root)


def test_the_pages_are_written_and_stand_until_something_changes(tmp_path: Path) -> None:
    """A page and a JSON file a claim, with the policy, in no navigation; a second build leaves them alone."""
    root = _project(tmp_path)
    words = "Le maire a fermé le pont."
    write(
        root,
        "claims/crue.yaml",
        f"article: crue\nclaims:\n- {{id: c-1, evidence: {{exact: {words}}}, modality: asserted}}\n",
    )
    build_site(root)
    (page,) = (root / "site/affirmations").glob("c-*.html")
    assert page.with_suffix(".json").is_file()
    assert "Content-Security-Policy" in page.read_text("utf-8")
    before = page.stat().st_mtime_ns
    (root / "docs/index.md").write_text("# Crues de mai\n", "utf-8")
    build_site(root)
    assert page.stat().st_mtime_ns == before
    assert page.name not in (root / "site/index.html").read_text("utf-8")
