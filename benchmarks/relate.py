"""Measures how long it takes to relate claims, without reading them: `python benchmarks/relate.py 20 40`.

CPU-seconds a thousand claims for so many articles of the seeded corpus, then for as many near-identical ones.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from corpus import make_project

from briefing.corpus.loader import load_corpus
from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import ClaimFile
from briefing.relate.dossier import Tongue, relate

PACK = find_pack("fr")
if PACK is None:
    sys.exit("the French pack is not installed")
GAZETTEER, WORDING, REASONS = PACK.gazetteer(), PACK.wording(), PACK.reasons()


def _files(articles: tuple[Article, ...]) -> tuple[ClaimFile, ...]:
    return tuple(
        ClaimFile(article=a.id, text_sha256=a.text_sha256, generator="", claims=extract(a, PACK)) for a in articles
    )


def _measure(name: str, articles: tuple[Article, ...]) -> None:
    files = _files(articles)
    tongue = Tongue(GAZETTEER, {"fr": WORDING}, REASONS)
    began = time.process_time()
    relate(articles, files, (), tongue)
    spent, claims = time.process_time() - began, sum(len(file.claims) for file in files)
    each = 1000 * spent / claims
    print(f"{name:14} {len(articles):5} articles {claims:6} claims {spent:7.2f} CPU-s {each:6.2f} / 1,000")


def main(counts: list[int]) -> None:
    """Each size, then its near-identical articles: one text with a line of its own each."""
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            make_project(Path(name), count)
            articles, _ = load_corpus(Path(name))
        _measure("seeded", articles)
        first = articles[0]
        same = tuple(
            replace(first, id=f"x{n:04}", text=f"{first.text}\n\nNuméro {n} du journal.") for n in range(count)
        )
        _measure("near-identical", same)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [20, 40])
