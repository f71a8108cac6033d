"""After any sequence of changes, what is kept gives the same as starting anew, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.cache.checks import known
from briefing.check.project import check
from briefing.export import downloads
from briefing.model.article import Article
from briefing.pages.site import Body, Site
from briefing.plugin.build import build_site
from briefing.project import load, refresh

ARTICLE = """---
title: "{title}"
published: 2024-11-{day:02}
---

Selon {who}, {number} personnes ont quitté {place} vendredi. Le maire a démenti toute victime.

« Nous avons livré {number} tonnes de vivres à {place} », a déclaré {who}. L'armée aurait évacué {number} soldats.
"""
MKDOCS = "site_name: Crues\ntheme: {name: material, language: fr}\nplugins: [search, briefing]\n"
OPTIONS = (
    "plugins: [search, briefing]",
    "plugins: [{briefing: {directory_urls: true}}]",
    "plugins: [{briefing: {edition: '2024-12-01'}}]",
)
ENTITIES = (
    "- {id: prefet, name: Jeanne Morel, type: person, roles: [préfète de Nerville]}\n",
    "- {id: nerville, name: Nerville, type: place, aliases: [Nerville-sur-Orne]}\n",
)
Change = Callable[[Path, Random], None]


def _article(chance: Random) -> str:
    return ARTICLE.format(
        title=chance.choice(["La crue", "Le bilan", "Deux jours après"]),
        day=chance.randint(1, 28),
        who=chance.choice(["la préfète de Nerville", "le maire", "Jeanne Morel", "une source locale"]),
        number=chance.choice([120, 250, 3000]),
        place=chance.choice(["Nerville", "Caen"]),
    )


def _any(root: Path, pattern: str, chance: Random) -> Path | None:
    found = sorted(root.glob(pattern))
    return chance.choice(found) if found else None


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _add_article(root: Path, chance: Random) -> None:
    _write(root / f"corpus/a{chance.randint(1, 99)}.md", _article(chance))


def _edit_article(root: Path, chance: Random) -> None:
    if path := _any(root, "corpus/*.md", chance):
        path.write_text(path.read_text("utf-8").replace("vendredi", chance.choice(["lundi", "mardi"]), 1), "utf-8")


def _remove_article(root: Path, chance: Random) -> None:
    if len(list(root.glob("corpus/*.md"))) > 1 and (path := _any(root, "corpus/*.md", chance)):
        path.unlink()
        if chance.random() < 0.7:
            (root / f"claims/{path.stem}.yaml").unlink(missing_ok=True)


def _rename_article(root: Path, chance: Random) -> None:
    if path := _any(root, "corpus/*.md", chance):
        path.rename(path.with_stem(f"b{chance.randint(1, 99)}"))


def _move_article(root: Path, chance: Random) -> None:
    if path := _any(root, "corpus/*.md", chance):
        (root / "corpus/plus").mkdir(exist_ok=True)
        path.rename(root / "corpus/plus" / path.name)


def _decide_claim(root: Path, chance: Random) -> None:
    if path := _any(root, "claims/a*.yaml", chance):
        noted = "status: draft\n  note: à rappeler"
        status = chance.choice(["status: reviewed", "status: rejected", "status: draft  # relu", noted])
        path.write_text(path.read_text("utf-8").replace("status: draft", status, 1), "utf-8")


def _spoil_claims(root: Path, chance: Random) -> None:
    if path := _any(root, "claims/a*.yaml", chance):
        path.write_text(path.read_text("utf-8").replace("exact: ", "exact: x", 1), "utf-8")


def _lose_claims(root: Path, chance: Random) -> None:
    if path := _any(root, "claims/a*.yaml", chance):
        path.unlink()


def _change_entities(root: Path, chance: Random) -> None:
    _write(root / "corpus/entities.yaml", "entities:\n" + "".join(chance.sample(ENTITIES, chance.randint(1, 2))))


def _forget(root: Path, chance: Random) -> None:
    for path in root.glob(".cache/briefing/*"):
        if chance.random() < 0.5:
            path.unlink()


def _edit_page(root: Path, chance: Random) -> None:
    _write(root / f"docs/{chance.choice(['index', 'note'])}.md", f"# Point\n\nDu texte, {chance.randint(1, 9)}.\n")


def _change_template(root: Path, chance: Random) -> None:
    _write(root / "templates/method.html.jinja", f"<h1>Notre méthode {chance.randint(1, 9)}</h1>\n")


def _change_options(root: Path, chance: Random) -> None:
    _write(root / "mkdocs.yml", MKDOCS.replace(OPTIONS[0], chance.choice(OPTIONS)))


OF_THE_DOSSIER: tuple[Change, ...] = (
    *(_add_article, _edit_article, _remove_article, _rename_article, _move_article, _decide_claim, _spoil_claims),
    *(_lose_claims, _change_entities, _forget),
)
OF_THE_SITE: tuple[Change, ...] = (*OF_THE_DOSSIER, _edit_page, _change_template, _change_options)


def _project(root: Path, chance: Random) -> Path:
    for number in range(3):
        _write(root / f"corpus/a{number}.md", _article(chance))
    _write(root / "docs/index.md", "# Point\n")
    _write(root / "mkdocs.yml", MKDOCS)
    return root


def _files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def _anew(root: Path, folder: Path) -> Path:
    """A copy of the project that remembers nothing but what people and rules wrote."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns(".cache", "site"))
    return folder


@settings(max_examples=4)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(OF_THE_DOSSIER), min_size=1, max_size=6))
def test_the_dossier_is_the_one_made_anew(chance: Random, changes: list[Change]) -> None:
    """Its links, its problems, and every file of claims, after each of the changes."""
    with TemporaryDirectory() as name:
        root = _project(Path(name) / "kept", chance)
        refresh(root)
        for change in changes:
            change(root, chance)
            anew = _anew(root, Path(name) / "anew")
            assert load(root) == load(anew)
            assert known(root) in (None, check(anew))
            assert check(root) == check(anew)
            assert refresh(root) == refresh(anew)
            assert _files(root / "claims") == _files(anew / "claims")
            assert refresh(root) == refresh(anew)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_site_is_the_one_made_anew(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every byte of every file, after changes of every kind, two at a time."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    chance = Random(seed)  # noqa: S311 - a fixed seed, no secret
    root = _project(tmp_path / "kept", chance)
    kinds = [change for change in OF_THE_SITE if change is not _spoil_claims]
    drawn = chance.sample(kinds, 6)
    for changes in zip(drawn[::2], drawn[1::2], strict=True):
        for change in changes:
            change(root, chance)
        anew = _anew(root, tmp_path / "anew")
        build_site(root)
        build_site(anew)
        assert _files(root / "site") == _files(anew / "site"), [change.__name__ for change in changes]


def test_only_pages_that_show_a_changed_claim_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every other one stays the file that it was; a claim that a person checked has a page, and whom it names."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    root = _project(tmp_path, Random(3))  # noqa: S311 - a fixed seed, no secret
    build_site(root)
    before = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*.html")}
    made: list[str] = []
    render = Site.render

    def noted(site: Site, path: str) -> Body:
        made.append(path)
        return render(site, path)

    monkeypatch.setattr(Site, "render", noted)
    claims = root / "claims/a1.yaml"
    claims.write_text(claims.read_text("utf-8").replace("status: draft", "status: reviewed", 1), "utf-8")
    build_site(root)
    assert "articles/a1.md" in made
    assert not {"articles/a0.md", "articles/a2.md"} & set(made)
    after = {path: path.stat().st_mtime_ns for path in (root / "site").rglob("*.html")}
    assert {path.parent.name for path in after.keys() - before.keys()} == {"acteurs", "affirmations"}
    assert before[root / "site/articles/a0.html"] == after[root / "site/articles/a0.html"]
    assert before[root / "site/articles/a1.html"] != after[root / "site/articles/a1.html"]


def test_only_files_about_a_changed_claim_are_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those to download about another article stay."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    root = _project(tmp_path, Random(3))  # noqa: S311 - a fixed seed, no secret
    build_site(root)
    made: list[str] = []

    def noted(_site: Site, article: Article, _root: str) -> str:
        made.append(article.id)
        return ""

    monkeypatch.setattr(downloads, "article_annotations", noted)
    claims = root / "claims/a1.yaml"
    claims.write_text(claims.read_text("utf-8").replace("status: draft", "status: reviewed", 1), "utf-8")
    build_site(root)
    assert made == ["a1"]


def test_a_page_that_somebody_touched_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Changed, or gone."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    root = _project(tmp_path, Random(3))  # noqa: S311 - a fixed seed, no secret
    build_site(root)
    before = _files(root / "site")
    (root / "site/articles/a0.html").write_text("<p>", "utf-8")
    (root / "site/articles/a1.html").unlink()
    build_site(root)
    assert _files(root / "site") == before
