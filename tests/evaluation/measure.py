"""Measure the rules: `python -m evaluation.measure [FOLDER]` prints figures, writes docs/evaluation.md and floor.json.

FOLDER: annotated articles whose texts are not in the repository; of them only the figures are kept (press.json).
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from briefing.languages import find_pack
from briefing.model.dossier import Dossier
from briefing.problems import BriefingError, errors
from briefing.project import refresh
from briefing.project.sources import generator

from .annotated import read_annotations, read_links
from .comparing import Compared
from .cross import link_scores
from .layers import LAYERS
from .measurement import Measurement
from .page import page
from .press import press_of, read_press, write_press

HERE = Path(__file__).parent
SETS = ("gold", "cases")
"""Folders of annotated articles: five whole ones, and sentences that are hard."""
FLOOR = HERE / "floor.json"
PAGE = HERE.parents[1] / "docs" / "evaluation.md"

Figures = Mapping[str, float]


def measure(name: str) -> Measurement:
    """The rules' scores on one of SETS; raises BriefingError where an article cannot be read."""
    return measure_folder(HERE / name)


def measure_folder(folder: Path) -> Measurement:
    """The rules' scores on the articles of a folder, which `NAME.md` and `NAME.gold.yaml` hold."""
    wanted, links = read_annotations(folder), read_links(folder)
    dossier = _extracted(folder / f"{article}.md" for article in wanted)
    texts = {article.id: article.text for article in dossier.articles}
    found = {file.article: file.claims for file in dossier.files}
    compared = {article: Compared.of(texts[article], rows, found[article]) for article, rows in wanted.items()}
    articles = {article: {layer: score(c) for layer, score in LAYERS.items()} for article, c in compared.items()}
    return Measurement(folder.name, texts, articles, link_scores(links, dossier) if links else {})


def _extracted(articles: Iterable[Path]) -> Dossier:
    """The dossier of a project that has these articles and nothing else: no entities, no decisions."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for path in articles:
            shutil.copy(path, corpus)
        loaded = refresh(Path(folder), locked=True)
    if wrong := errors(loaded.problems):
        raise BriefingError(*wrong)
    return loaded.dossier


def read_floor() -> dict[str, dict[str, float]]:
    """F1 by set and layer, as of the last `make eval`; empty before the first."""
    figures: dict[str, dict[str, float]] = json.loads(FLOOR.read_text("utf-8")) if FLOOR.exists() else {}
    return figures


def rules() -> str:
    """Name and version of the rules that are measured."""
    pack = find_pack("fr")
    assert pack is not None
    return generator(pack)


def _table(measurement: Measurement, before: Figures) -> Iterator[str]:
    """The figures, and how F1 changed since the last measurement."""
    yield f"{measurement.name:<15} wanted  found      P      R     F1  change"
    for layer, score in measurement.scores.items():
        change = round(measurement.figures[layer] - before.get(layer, 0.0), 3)
        shares = f"{score.precision:>6.3f} {score.recall:>6.3f} {score.f1:>6.3f}"
        moved = f"{change:>+8.3f}" if change else ""
        yield f"{layer:<15} {score.wanted:>6} {score.found:>6} {shares}{moved}"


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path | None) -> None:
    """Measure every set; print the figures, write the page and the floor."""
    before = read_floor()
    measurements = [measure(name) for name in SETS]
    for measurement in measurements:
        click.echo("\n".join(_table(measurement, before.get(measurement.name, {}))) + "\n")
    if folder is not None:
        press = measure_folder(folder)
        click.echo("\n".join(_table(press, {})) + "\n")
        write_press(press_of(press, rules()))
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(measurements, rules(), read_press()), "utf-8")
    FLOOR.write_text(json.dumps({m.name: m.figures for m in measurements}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
