"""Editions: what was published is kept, what changed since is shown, and a correction stays visible."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.editions.changes import Changes, Why, changes
from briefing.editions.files import Published, emitted, prepared, read_editions, save
from briefing.editions.snapshot import Snapshot, snapshot
from briefing.model.article import Rights
from briefing.model.claim import Claim, ClaimFile, Modality, Status
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.relation import Corroboration, SetAside
from briefing.model.ruling import Ruling
from briefing.pages.site import Edition, Site
from briefing.pages.strings import strings
from briefing.problems import BriefingError
from command import run, write
from rendered import plain
from sample import BILAN, CRUE, DENIED, DOSSIER, EVACUATED, HELD, MORE, RAIN, holding, with_rights

MAY, JUNE, JULY = date(2024, 5, 31), date(2024, 6, 30), date(2024, 7, 31)
BEFORE = snapshot(DOSSIER)
ATOM = "{http://www.w3.org/2005/Atom}"


def _without(claim: Claim, dossier: Dossier = DOSSIER) -> Dossier:
    files = tuple(replace(f, claims=tuple(c for c in f.claims if c.id != claim.id)) for f in dossier.files)
    return replace(dossier, files=files)


def _since(dossier: Dossier) -> Changes:
    return changes(BEFORE, snapshot(dossier))


def _edition(dossier: Dossier, day: date, earlier: tuple[Published, ...] = ()) -> Published:
    return prepared(snapshot(dossier), day, earlier)


def _site(dossier: Dossier, *editions: Published, **more: object) -> Site:
    return Site(dossier, Edition(title="Crues", published=editions, **more))  # type: ignore[arg-type]


# What changed


def test_nothing_changed() -> None:
    """The same dossier twice."""
    assert not _since(DOSSIER)


def test_a_new_article_and_its_claims() -> None:
    """What was not there is added, nothing else moves."""
    found = changes(snapshot(replace(DOSSIER, articles=(CRUE,), corroborations=(), differences=())), BEFORE)
    assert list(found.new) == [BILAN.id]
    assert list(found.claims.added) == [MORE.id, DENIED.id]
    assert not found.claims.changed
    assert not found.claims.withdrawn
    assert len(found.links.added) == 2


def test_another_modality() -> None:
    """The claim is the same, its certainty is not."""
    found = _since(holding(replace(HELD, modality=Modality.DENIED)))
    (changed,) = found.claims.changed
    assert changed.id == HELD.id
    assert [(a.field, a.before, a.after) for a in changed.altered] == [("modality", Modality.ASSERTED, Modality.DENIED)]
    assert not found.claims.added


def test_review_and_grade() -> None:
    """A person read it and graded it."""
    (changed,) = _since(holding(replace(HELD, status=Status.REVIEWED, credibility=2))).claims.changed
    assert {a.field for a in changed.altered} == {"status", "credibility"}


def test_another_speaker() -> None:
    """The mayor said it; now the prefecture did."""
    said = replace(HELD.quotes[0], speaker="la préfecture", entity="prefecture")
    (changed,) = _since(holding(replace(HELD, quotes=(said,)))).claims.changed
    (altered,) = changed.altered
    assert altered.field == "speakers"
    assert list(altered.after) == ["prefecture"]  # type: ignore[call-overload]


def test_a_speaker_by_another_name_is_the_same() -> None:
    """Naming somebody better changes no claim."""
    renamed = tuple(replace(e, name="Préfecture de l’Orne") if e.id == "prefecture" else e for e in DOSSIER.entities)
    assert not _since(replace(DOSSIER, entities=renamed))


def test_a_new_alias_or_note_is_no_change() -> None:
    """Only what a reader sees of a claim counts."""
    more = (*DOSSIER.entities, Entity(id="autre", name="Autre", type=DOSSIER.entities[0].type))
    assert not _since(replace(holding(replace(HELD, note="à revoir")), entities=more))


def test_a_passage_cut_otherwise_is_a_change() -> None:
    """Its id is another, for it is made of the passage; the reader is not told that it went and another came."""
    words = CRUE.text.split("\n")[-1]
    longer = replace(RAIN, id="c-longer", evidence=replace(RAIN.evidence, exact=words))
    first, second = DOSSIER.files
    dossier = replace(DOSSIER, files=(replace(first, claims=(EVACUATED, HELD, longer)), second))
    found = _since(dossier)
    (changed,) = found.claims.changed
    assert (changed.id, changed.altered[0].field) == ("c-longer", "passage")
    assert not found.claims.added
    assert not found.claims.withdrawn


def test_withdrawn_because_a_person_rejected_it() -> None:
    """With the day and the reason."""
    ruling = Ruling("Ada", date(2024, 6, 2), "une image, pas un fait")
    (gone,) = _since(holding(replace(HELD, status=Status.REJECTED, review=ruling))).claims.withdrawn
    assert gone.why is Why.REJECTED
    assert gone.rejection is not None
    assert (gone.rejection.when, gone.rejection.why) == (ruling.when, ruling.why)
    assert gone.seen.passage == HELD.evidence.exact


@pytest.mark.parametrize(
    ("dossier", "why"),
    [
        (_without(HELD), Why.GONE),
        (replace(_without(HELD), articles=(replace(CRUE, text="Autre texte."), BILAN)), Why.TEXT),
        (replace(DOSSIER, articles=(BILAN,)), Why.ARTICLE),
    ],
    ids=["rules", "text", "article"],
)
def test_withdrawn_for_another_reason(dossier: Dossier, why: Why) -> None:
    """The rules, a corrected text, an article taken out."""
    reasons = {gone.id: gone.why for gone in _since(dossier).claims.withdrawn}
    assert reasons[HELD.id] is why


def test_a_link_gains_a_passage() -> None:
    """A corroboration of three is the one of two, grown."""
    wider = Corroboration(id="k-2", claims=(EVACUATED.id, MORE.id, HELD.id), origins=("préfecture",))
    found = _since(replace(DOSSIER, corroborations=(wider,)))
    (changed,) = found.links.changed
    assert (changed.id, [a.field for a in changed.altered]) == ("k-2", ["claims"])
    assert not found.links.added
    assert not found.links.withdrawn


def test_the_order_of_a_link_says_nothing() -> None:
    """The same two claims, named the other way round."""
    (difference,) = DOSSIER.differences
    assert not _since(replace(DOSSIER, differences=(replace(difference, claims=difference.claims[::-1]),)))


def test_a_link_that_shares_one_passage_is_another() -> None:
    """One claim in common makes no identity."""
    other = Corroboration(id="k-3", claims=(EVACUATED.id, HELD.id))
    found = _since(replace(DOSSIER, corroborations=(other,)))
    assert list(found.links.added) == ["k-3"]
    assert [gone.id for gone in found.links.withdrawn] == ["k-1"]


def test_a_link_that_a_person_rejected() -> None:
    """It is set aside with its reason."""
    ruling = Ruling("Ada", date(2024, 6, 3), "deux évacuations")
    aside = SetAside(kind="corroboration", claims=(MORE.id, EVACUATED.id), why="", ruling=ruling)
    (gone,) = _since(replace(DOSSIER, corroborations=(), set_aside=(aside,))).links.withdrawn
    assert gone.why is Why.REJECTED
    assert gone.rejection is not None
    assert gone.rejection.why == "deux évacuations"


def test_a_link_whose_claim_went() -> None:
    """It could not stay."""
    found = _since(replace(_without(MORE), corroborations=(), differences=()))
    assert {gone.why for gone in found.links.withdrawn} == {Why.CLAIM}


# What is kept


def test_an_edition_is_kept_and_read_again(tmp_path: Path) -> None:
    """The same bytes for the same content; one line an item."""
    edition = _edition(DOSSIER, MAY)
    assert save(tmp_path, edition)
    assert not save(tmp_path, edition)
    assert read_editions(tmp_path) == ((edition,), [])
    text = (tmp_path / "editions/2024-05-31.json").read_text("utf-8")
    assert text == emitted(_edition(DOSSIER, MAY))
    assert sum(line.startswith(' "c-') for line in text.splitlines()) == 5
    assert json.loads(text)["edition"] == "2024-05-31"


def test_the_id_of_an_edition_does_not_depend_on_the_clock_but_on_its_content() -> None:
    """A feed reader shows each edition once."""
    assert _edition(DOSSIER, MAY).id == _edition(DOSSIER, MAY).id
    assert len({_edition(DOSSIER, MAY).id, _edition(DOSSIER, JUNE).id, _edition(_without(HELD), MAY).id}) == 3


def test_what_was_published_is_not_changed() -> None:
    """The same day with the same content is the same edition; with other content it is refused."""
    first = _edition(DOSSIER, JUNE)
    assert prepared(BEFORE, JUNE, (first,)) == first
    with pytest.raises(BriefingError, match=r"editions/2024-06-30\.json: .* other content"):
        _edition(_without(HELD), JUNE, (first,))
    with pytest.raises(BriefingError, match="cannot be put before that of 2024-06-30"):
        _edition(_without(HELD), MAY, (first,))


URN = "urn:uuid:5f0c1d52-6a0f-5c0b-9d0e-0f7d7c1f2a10"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is no edition"),
        ('{"edition": "hier", "id": "x"}', "edition"),
        (f'{{"edition": "2024-05-31", "id": "{URN}", "clams": {{}}}}', "clams"),
        ('{"edition": "2024-05-31", "id": "urn:uuid:x"}', "matching regex"),
        (f'{{"edition": "2024-06-30", "id": "{URN}"}}', "says edition: 2024-06-30"),
        (f'{{"edition": "2024-05-31", "id": "{URN}"}}', "the content was altered since this edition was published"),
    ],
)
def test_a_damaged_edition_is_said(tmp_path: Path, text: str, said: str) -> None:
    """By its file, and what to do."""
    write(tmp_path, "editions/2024-05-31.json", text)
    _, (problem,) = read_editions(tmp_path)
    assert problem.where.path == "editions/2024-05-31.json"
    assert said in problem.message


def test_rights_hold_in_an_edition() -> None:
    """A passage that must not be shown is not kept; nor is one shown whose article was closed since."""
    kept = snapshot(with_rights(Rights.NONE))
    assert {seen.passage for seen in kept.claims.values() if seen.article == CRUE.id} == {None}
    assert not changes(BEFORE, kept).claims.changed
    closed = with_rights(Rights.NONE)
    gone = _without(HELD, closed)
    page = _site(gone, _edition(DOSSIER, MAY), _edition(gone, JUNE)).render("changements.md").html
    assert "La digue" not in page
    assert "Passage non reproduit" in page


# What a reader sees


def test_one_edition_shows_its_date_alone() -> None:
    """No page, no line on the home page, an entry in the feed."""
    site = _site(DOSSIER, _edition(DOSSIER, MAY), date="2024-05-31")
    assert "changements.md" not in site.pages
    assert "Édition du 31 mai 2024" in plain(site.render("index.md").html)
    assert "changements" not in site.render("index.md").html
    assert len(_entries(site)) == 1


def test_before_the_first_edition_there_is_nothing() -> None:
    """Neither page nor feed."""
    site = _site(DOSSIER)
    assert "changements.md" not in site.pages
    assert site.feed() is None


def test_the_page_says_what_changed_with_its_reason() -> None:
    """Each line bears its modality and its speaker, and leads to its passage where that is still there."""
    ruling = Ruling("Ada", date(2024, 6, 2), "une image, pas un fait")
    now = holding(replace(HELD, status=Status.REJECTED, review=ruling), replace(RAIN, modality=Modality.PREDICTED))
    site = _site(now, _edition(DOSSIER, MAY), _edition(now, JUNE))
    html = site.render("changements.md").html
    text = plain(html)
    assert "Édition du 30 juin 2024 Depuis l’édition du 31 mai 2024 : 1 affirmation modifiée, 1 affirmation" in text
    assert "« La digue a tenu ! » affirmé Le maire La crue de mai" in text
    assert "Rejeté à la main le 2 juin 2024 : une image, pas un fait" in text
    assert "modalité : possible → devient à venir" in text
    assert f'href="./articles/crue-2024.html#{RAIN.id}"' in html
    assert f"#{HELD.id}" not in html
    assert "Première édition : 2 articles, 5 affirmations." in text
    assert "Ada" not in html


def test_what_is_not_published_yet_comes_first() -> None:
    """« Depuis l'édition du 31 mai 2024 »; the feed waits."""
    site = _site(_without(HELD), _edition(DOSSIER, MAY))
    assert "Depuis l’édition du 31 mai 2024 1 affirmation retirée" in plain(site.render("changements.md").html)
    assert "1 affirmation retirée" in plain(site.render("index.md").html)
    assert len(_entries(site)) == 1


def test_earlier_editions_keep_their_changes() -> None:
    """The newest first; what went in June is still explained in July."""
    june = _without(HELD)
    july = _without(RAIN, june)
    site = _site(july, _edition(DOSSIER, MAY), _edition(june, JUNE), _edition(july, JULY))
    text = plain(site.render("changements.md").html)
    places = [text.index(words) for words in ("du 31 juillet 2024", "La pluie", "Édition du 30 juin", "La digue")]
    assert places == sorted(places)
    assert text.count("La machine ne le relève plus") == 2


def test_an_edition_without_changes_says_so() -> None:
    """Honestly."""
    site = _site(DOSSIER, _edition(DOSSIER, MAY), _edition(DOSSIER, JUNE))
    assert "Rien n’a changé" in plain(site.render("changements.md").html)


def test_the_page_exists_in_every_language() -> None:
    """With its own address."""
    site = _site(_without(HELD), _edition(DOSSIER, MAY), language="en")
    assert "Since the edition of May 31, 2024" in plain(site.render("changes.md").html)


@pytest.mark.parametrize("field", ["modality", "status", "kind", "decided", "credibility", "likelihood", "confidence"])
def test_every_field_that_can_change_has_its_words(field: str) -> None:
    """In both languages; the value too."""
    for language in ("fr", "en"):
        words = strings(language)
        assert field in words["changes"]["field"]  # type: ignore[call-overload, index]
        assert words[field]


# The feed


def _entries(site: Site) -> list[ET.Element]:
    return ET.fromstring(site.feed() or "").findall(f"{ATOM}entry")  # noqa: S314 - our own output


def _said(element: ET.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def _links(element: ET.Element) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in element.findall(f"{ATOM}link")}


def test_the_feed_has_what_atom_requires() -> None:
    """RFC 4287: id, title and updated, in the feed and in each entry; an author; a link to itself."""
    june = _without(HELD)
    site = _site(june, _edition(DOSSIER, MAY), _edition(june, JUNE), address="https://crues.example/d/")
    feed = ET.fromstring(site.feed() or "")  # noqa: S314
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed"
    assert [_said(e, "title").replace("\u00a0", " ") for e in entries] == [
        "Édition du 30 juin 2024",
        "Édition du 31 mai 2024",
    ]
    for element in (feed, *entries):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", _said(element, "id"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", _said(element, "updated"))
        assert _said(element, "title")
    assert len({_said(element, "id") for element in (feed, *entries)}) == 3
    assert _said(feed, "updated") == "2024-06-30T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Crues"
    assert _links(feed) == {
        "self": "https://crues.example/d/feed.xml",
        "alternate": "https://crues.example/d/changements.html",
    }
    assert _links(entries[0])["alternate"] == "https://crues.example/d/changements.html#edition-2024-06-30"
    assert "La digue a tenu" in _said(entries[0], "content")


def test_ids_and_dates_of_entries_never_change() -> None:
    """Neither with the next edition, nor with another address or name."""
    may, june = _edition(DOSSIER, MAY), _edition(_without(HELD), JUNE)
    first = _entries(_site(DOSSIER, may))[0]
    later = _entries(_site(_without(HELD), may, june, address="https://autre.example/", author="Ada"))[-1]
    for name in ("id", "updated"):
        assert _said(first, name) == _said(later, name)


def test_without_an_address_links_are_relative() -> None:
    """They resolve from where the feed stands."""
    site = _site(_without(HELD), _edition(DOSSIER, MAY))
    (entry,) = _entries(site)
    assert _links(entry) == {"alternate": "changements.html#edition-2024-05-31"}
    assert _links(ET.fromstring(site.feed() or ""))["self"] == "feed.xml"  # noqa: S314


def test_a_hostile_passage_is_inert_in_the_feed() -> None:
    """Markup is escaped twice, and what XML does not know is left out."""
    bad = "<script>alert(1)</script> & \x0b\ufffe ]]>"
    article = replace(CRUE, text=bad)
    claim = replace(HELD, id="c-bad", evidence=replace(HELD.evidence, exact=bad, start=0, end=len(bad)), quotes=())
    file = ClaimFile(article=CRUE.id, text_sha256=article.text_sha256, generator="test", claims=(claim,))
    now = Dossier(articles=(article,), files=(file,))
    empty = _edition(Dossier(articles=()), MAY)
    site = _site(now, empty, _edition(now, JUNE))
    assert "<script" not in (site.feed() or "")
    content = _said(_entries(site)[0], "content")
    assert "&lt;script&gt;alert(1)" in content
    assert "<script" not in content


# The whole of it


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Le vote\ntheme: {name: material, language: fr}\nplugins: [search, briefing]\n", "utf-8"
    )
    write(
        tmp_path,
        "corpus/vote.md",
        "---\ntitle: Le vote\npublished: 2024-11-30\n---\n\nSelon le maire, 120 personnes ont voté vendredi.\n",
    )
    return tmp_path


def test_an_edition_is_published_by_an_explicit_act(project: Path) -> None:
    """Building alone keeps nothing; the second edition names what is new, and every page announces the feed."""
    assert run("build", "-C", project, "-q").exit_code == 0
    assert not (project / "editions").exists()
    assert run("build", "-C", project, "-q", "--edition", "2024-12-01").exit_code == 0
    kept = (project / "editions/2024-12-01.json").read_bytes()
    text = "---\ntitle: La suite\npublished: 2024-12-02\n---\n\nLe préfet a fermé 3 ponts.\n"
    (project / "corpus/suite.md").write_text(text, "utf-8")
    assert run("build", "-C", project, "-q", "--edition", "2024-12-05").exit_code == 0
    page = (project / "site/changements.html").read_text("utf-8")
    assert "La suite" in page
    assert (project / "editions/2024-12-01.json").read_bytes() == kept
    assert len(ET.parse(project / "site/feed.xml").findall(f"{ATOM}entry")) == 2  # noqa: S314
    for path in (project / "site").rglob("*.html"):
        if path.name != "404.html":
            feed = re.search(
                r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)"', path.read_text("utf-8")
            )
            assert feed, path
            assert (path.parent / feed[1]).resolve() == project / "site/feed.xml"


def test_a_refused_edition_leaves_everything(project: Path) -> None:
    """The message names the file; neither site nor edition is written."""
    run("build", "-C", project, "-q", "--edition", "2024-12-05")
    before = (project / "site/index.html").read_bytes()
    said = run("build", "-C", project, "--edition", "2024-12-01")
    assert said.exit_code == 1
    assert "editions/2024-12-01.json: an edition cannot be put before that of 2024-12-05" in said.output
    assert "Traceback" not in said.output
    assert [p.name for p in (project / "editions").iterdir()] == ["2024-12-05.json"]
    assert (project / "site/index.html").read_bytes() == before
    assert run("build", "-C", project, "--edition", "demain").exit_code == 2


def test_a_damaged_edition_fails_check_and_build(project: Path) -> None:
    """By file."""
    run("build", "-C", project, "-q", "--edition", "2024-12-05")
    (project / "editions/2024-12-05.json").write_text("[]", "utf-8")
    for command in ("check", "build"):
        said = run(command, "-C", project)
        assert said.exit_code == 1
    assert "editions/2024-12-05.json: this is no edition" in run("check", "-C", project).output


def test_snapshots_are_plain_values() -> None:
    """An empty one says that nothing was seen."""
    assert Snapshot() == snapshot(Dossier(articles=()))
