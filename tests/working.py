"""What the commands that write do to a project, each number something else, and how what they did is found again."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from briefing.collect.add import Added, add
from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.desk.desk import Desk
from briefing.model.claim import Claim, Status
from briefing.model.link import LinkDecision, LinkKind
from briefing.model.ruling import Ruling
from briefing.plugin.build import build_site
from briefing.problems import Problem
from briefing.project import load, refresh
from briefing.review.acts.linking import Judged, linked
from briefing.review.acts.plan import committed
from briefing.review.acts.ruling import ruled

DAY = date(2026, 11, 21)
_ARTICLE = "---\ntitle: Essai {0}\npublished: 2024-11-30\n---\n\n" + " ".join(
    f"Selon le maire, {n}{{0}} personnes ont voté à Caen. Le pont {n}{{0}} ferme lundi." for n in range(1, 10)
)
_SITE = "site_name: Essai\ntheme: {name: material, language: fr}\nplugins: [search, briefing]\n"
Work: TypeAlias = Callable[[Path, int], Callable[[], object]]
"""Made for a project and a number; what comes back does it."""


def project(root: Path) -> Path:
    """Two articles whose claims are extracted."""
    (root / "corpus").mkdir(parents=True)
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(_SITE, "utf-8")
    for n in (1, 2):
        (root / f"corpus/essai-{n}.md").write_text(_ARTICLE.format(n), "utf-8")
    refresh(root)
    return root


def read(original: Original) -> Found | Problem:
    """What an original holds."""
    return read_original(original, today=DAY)


def adding(root: Path, number: int) -> Callable[[], object]:
    """A new article."""
    words = f"Le numéro {number} est paru. Il dit tout ce que le numéro {number} doit dire."
    original = Original(name=f"{number}.txt", raw=words.encode())

    def work() -> None:
        (outcome,) = [o for o in add(root, [original], read=read, retrieved=DAY) if isinstance(o, Added)]
        assert words in (root / outcome.path).read_text("utf-8")

    return work


def extracting(root: Path, number: int) -> Callable[[], object]:
    """One article is corrected, then all are read."""

    def work() -> None:
        saved = root / f"corpus/.essai-1.{number}"  # as editors save: never half a file for who reads meanwhile
        saved.write_text(_ARTICLE.format(1) + f" Le pont {number} rouvre mardi.", "utf-8")
        saved.replace(root / "corpus/essai-1.md")
        assert not [p for p in refresh(root).problems if "changed while" in p.message]

    return work


def _claim(root: Path, number: int) -> Claim:
    """One of one file, of each number another: what decides one claim again is no loss."""
    file = next(file for file in load(root).dossier.files if file.article == "essai-2")
    return file.claims[number]


def reviewing(root: Path, number: int) -> Callable[[], object]:
    """Claims of one file, one after the other."""
    claim, ruling = _claim(root, number), Ruling(f"Zoé {number}", DAY)
    return lambda: committed(root, lambda: ruled(root, [claim.id], Status.REVIEWED, ruling))


def desking(root: Path, number: int) -> Callable[[], object]:
    """The same from the desk, in the same file."""
    claim = _claim(root, number).id
    request = json.dumps({"decisions": [{"do": "accept", "claim": claim, "article": "essai-2"}]}).encode()

    def work() -> None:
        problems = json.loads(Desk(root, Ruling(f"Bea {number}", DAY)).decide(request))["problems"]
        assert problems == [], problems

    return work


def editing(root: Path, number: int) -> Callable[[], object]:
    """A person adds a comment to a claim file, in an editor that saves nothing over what changed meanwhile."""
    file = root / "claims/essai-1.yaml"

    def work() -> None:
        while (text := file.read_text("utf-8")) and f"# vu {number}\n" not in text:
            (saved := file.with_name(f".essai-1.{number}")).write_text(f"{text}# vu {number}\n", "utf-8")
            if file.read_text("utf-8") == text:
                saved.replace(file)

    return work


def linking(root: Path, number: int) -> Callable[[], object]:
    """Decisions about the same two claims, which stand in one file."""
    one, other = (file.claims[0] for file in load(root).dossier.files[:2])
    link = Judged(name="d-1", kind=LinkKind.UPDATE, claims=(one, other), decision=LinkDecision.REJECTED)
    return lambda: committed(root, lambda: linked(root, [link], Ruling(f"Ada {number}", DAY)))


def publishing(root: Path, number: int) -> Callable[[], object]:
    """The site is built into one folder, and kept as the edition of a day of its own."""
    return lambda: build_site(root, edition=date.fromordinal(DAY.toordinal() + number))


WORKS: tuple[Work, ...] = (adding, extracting, reviewing, desking, linking)
"""Of these, several may run in one process; MkDocs allows one build."""


def is_there(root: Path, work: Work, number: int) -> bool:
    """Whether what a work did stands in the files; of an extraction, that nothing is left to extract."""
    if work is adding:
        return any(
            f"Le numéro {number} est paru." in path.read_text("utf-8") for path in (root / "corpus").glob("*.md")
        )
    if work is publishing:
        day = date.fromordinal(DAY.toordinal() + number).isoformat()
        return (root / f"editions/{day}.json").exists() and (root / "site/index.html").exists()
    if work is editing:
        return f"# vu {number}\n" in (root / "claims/essai-1.yaml").read_text("utf-8")
    if work is extracting:
        return all(file.claims for file in load(root).dossier.files)
    words = f'who: "Ada {number}"' if work is linking else f"who: {'Zoé' if work is reviewing else 'Bea'} {number},"
    return any(words in path.read_text("utf-8") for path in (root / "claims").rglob("*.yaml"))
