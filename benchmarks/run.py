"""Measures Briefing beside other engines and writes docs/performance.md: `python benchmarks/run.py 5 100 1000`.

Everything is measured in one run on one machine; what is not installed is left out. `--check` compares the ratio to
Material with `floor.json` and fails where it doubled; it writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from corpus import make_project
from measure import Cost, cost_of, preview_cost, size_of
from reader import waits
from report import part_of, with_part, written

ROOT = Path(__file__).parents[1]
FLOOR = Path(__file__).with_name("floor.json")
BIN = Path(sys.executable).parent
BRIEFING = (sys.executable, "-m", "briefing")
SMALLEST = 5
IMPORTS, EMPTY = "modules and libraries alone", "MkDocs + Material, one empty page"
_ALL = "import briefing.plugin.build, briefing.relate.dossier, briefing.languages.fr.pipeline"
SPACY = "SPACY_PYTHON"
"""The variable that names an interpreter with spaCy and its model, where ours has none."""


@dataclass(slots=True)
class Measured:
    """What was measured for a number of articles: the cost of each step, in order; None: it failed or is not there."""

    articles: int
    costs: dict[str, Cost | None] = field(default_factory=dict)
    megabytes: float = 0.0
    files: int = 0
    waits: dict[str, float] = field(default_factory=dict)
    """Seconds in a browser."""
    text: float = 0.0
    """Megabytes of the articles."""


def measure(count: int, folder: Path) -> Measured:
    """All steps, on a project made for it."""
    project, found = folder / "project", Measured(count)
    make_project(project, count)
    found.text = size_of(project / "corpus")[0]

    def step(name: str, *options: str) -> None:
        found.costs[name] = cost_of((*BRIEFING, *options, "-C", str(project)), folder)

    step("extraction", "extract", "-q")
    shutil.rmtree(project / ".cache")
    shutil.rmtree(project / "claims")
    step("cold build", "build", "-q")
    found.costs[IMPORTS] = cost_of((sys.executable, "-c", _ALL), folder)
    step("nothing changed", "build", "-q")
    _edit_claim(project)
    step("one claim edited", "build", "-q")
    serve = (*BRIEFING, "serve", "-a", ":0", "-C", str(project))
    found.costs["serve, a claim saved to ready"] = preview_cost(serve, folder, lambda: _edit_claim(project))
    _add_article(project, count)
    step("one article added", "build", "-q")
    for command in ("check", "review"):
        step(f"{command}, first", command)
        step(f"{command}, again", command)
    step("export, json", "export", "-o", str(folder / "briefing.json"))
    found.costs["spaCy fr_core_news_sm"] = _spacy(project)
    found.megabytes, found.files = size_of(project / "site")
    found.waits = waits(project / "site")
    _beside(project, folder, found)
    return found


def _spacy(project: Path) -> Cost | None:
    """The same articles by the usual French pipeline, which only tags and parses."""
    each = "[read(path.read_text()) for path in pathlib.Path().glob('*.md')]"
    code = f"import pathlib, spacy; read = spacy.load('fr_core_news_sm'); {each}"
    python = os.environ.get(SPACY, sys.executable)
    return cost_of((python, "-c", code), project / "corpus") if python != sys.executable or _has_spacy() else None


def _has_spacy() -> bool:
    return bool(find_spec("spacy") and find_spec("fr_core_news_sm"))


def _edit_claim(project: Path) -> None:
    path = min((project / "claims").glob("a*.yaml"))
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: reviewed", 1), "utf-8")


def _add_article(project: Path, count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        make_project(Path(name) / "more", 1, seed=count + 7)
        shutil.copy(Path(name) / "more/corpus/a00000.md", project / "corpus/added.md")


def _beside(project: Path, folder: Path, found: Measured) -> None:
    """The same pages as Markdown, by other engines."""
    pages = folder / "pages"
    if cost_of((*BRIEFING, "export", "--format", "markdown", "-o", str(pages), "-C", str(project)), folder) is None:
        return
    _prepare_hugo(pages)
    engines: dict[str, tuple[str, ...]] = {
        "MkDocs + Material": (str(BIN / "mkdocs"), "build", "-q"),
        "Zensical": (str(BIN / "zensical"), "build"),
        "Hugo": ("hugo", "--config", "hugo.toml", "--contentDir", "docs", "--destination", "site-hugo", "--quiet"),
    }
    found.costs[EMPTY] = _of_an_empty_site(folder / "empty")
    for name, command in engines.items():
        if shutil.which(command[0]):
            shutil.rmtree(pages / "site", ignore_errors=True)
            found.costs[name] = cost_of(command, pages)


def _of_an_empty_site(folder: Path) -> Cost | None:
    """What is the frame's own, whatever we do."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs/index.md").write_text("# Essai\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Essai\ntheme: {name: material, font: false}\nplugins: []\n", "utf-8")
    return cost_of((str(BIN / "mkdocs"), "build", "-q"), folder)


def _prepare_hugo(pages: Path) -> None:
    """The least that Hugo needs: a title, and a layout that holds a page's content. No theme: it is the floor."""
    (pages / "hugo.toml").write_text('title = "Essai"\n', "utf-8")
    layouts = pages / "layouts/_default"
    layouts.mkdir(parents=True, exist_ok=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}\n", "utf-8")


def ratio(found: Measured) -> float | None:
    """A cold build beside Material on the same pages."""
    ours, theirs = found.costs.get("cold build"), found.costs.get("MkDocs + Material")
    return ours.cpu / theirs.cpu if ours and theirs else None


def main() -> int:
    """Measure, and write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[5, 100, 1000])
    parser.add_argument("--check", action="store_true", help="fail where the ratio to Material doubled")
    given = parser.parse_args()
    found = []
    for count in [SMALLEST] if given.check else given.counts:
        with tempfile.TemporaryDirectory() as name:
            found.append(measure(count, Path(name)))
        _say(found[-1])
        if not given.check:
            _write(found)  # what was measured stands, though a larger one be interrupted
    return _checked(found[0]) if given.check else 0


def _say(found: Measured) -> None:
    for name, cost in found.costs.items():
        figures = f"{cost.cpu:8.2f} CPU-s {cost.wall:8.2f} s {cost.memory:7.0f} MB" if cost else "failed"
        print(f"{found.articles:6} {name:20} {figures}", flush=True)
    for name, seconds in found.waits.items():
        print(f"{found.articles:6} {name:20} {seconds:8.2f} s in a browser", flush=True)


def _write(found: list[Measured]) -> None:
    page = ROOT / "docs/performance.md"
    page.write_text(with_part(written(found), part_of(page.read_text("utf-8"))), "utf-8")
    now = ratio(found[0])
    if found[0].articles == SMALLEST and now is not None:
        FLOOR.write_text(json.dumps({"articles": SMALLEST, "ratio to Material": round(now, 2)}) + "\n", "utf-8")


def _checked(found: Measured) -> int:
    now, floor = ratio(found), json.loads(FLOOR.read_text("utf-8"))["ratio to Material"]
    if now is None or now > 2 * floor:
        print(f"a cold build costs {now} of Material's, it was {floor}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
