"""`python -m relating [FOLDER]`: fits the weights by which links are found, and writes them where the program has them.

FOLDER: labelled dossiers that nobody read while rules were made; of them only the figures are kept, for readers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import asdict

import briefing.relate.compare
from briefing.relate.compare.features import Features
from briefing.relate.compare.number_features import CountedFeatures
from briefing.relate.compare.weights import Unseen, read, unseen
from briefing.relate.events.outlines import ArticleFeatures
from relating.figures import Figures, figures
from relating.fitting import Written, fitted, judged
from relating.labelled import labelled
from relating.twins import twins

WEIGHTS = Path(briefing.relate.compare.__file__).parent / "weights.yaml"


def measured(folder: Path, weights: Written) -> Unseen:
    """What is shown in the dossiers of a folder, and is right."""
    dossiers, scales = list(labelled(folder)), read(weights)
    total = sum((figures(dossier, judged(dossier), scales) for dossier in dossiers), Figures())
    return Unseen(len(dossiers), total.same.shown, total.same.right, total.differ.shown, total.differ.right)


def written(weights: Written, unseen: Unseen) -> str:
    """The weights as a commented file, and what they are worth."""
    lines = [
        "# What each feature weighs in the four scores by which claims are related; `make fit` writes this file from",
        "# the dossiers in tests/relating/dossiers. Features: features.py, number_features.py, outlines.py.",
    ]
    heads: dict[str, tuple[str, Callable[..., object]]] = {
        "same": ("Two claims say the same.", Features),
        "related": ("Two claims are about one thing, whether they agree or not.", Features),
        "counted": ("Two different numbers are of one thing.", CountedFeatures),
        "event": ("Two articles tell of one event.", ArticleFeatures),
    }
    for name, (head, _) in heads.items():
        lines += ["", f"# {head}", f"{name}:"]
        lines += [f"  {feature}: {weight}" for feature, weight in weights[name].items()]
    lines += ["", "# Of the links shown in dossiers that nobody had read: how many could be judged, and were right."]
    lines += ["unseen:", *(f"  {name}: {value}" for name, value in asdict(unseen).items())]
    return "\n".join(lines) + "\n"


def _main() -> None:
    dossiers = list(labelled())
    weights = fitted([one for dossier in dossiers for one in judged(dossier)], map(twins, dossiers))
    WEIGHTS.write_text(written(weights, measured(Path(sys.argv[1]), weights) if sys.argv[1:] else unseen()), "utf-8")


if __name__ == "__main__":
    _main()
