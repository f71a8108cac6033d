"""Measures how long relating takes, without reading: `python benchmarks/relate.py 45 90 180 360`.

CPU-seconds and memory of articles of the seeded corpus, by their number, and how the cost grows; of as many
near-identical ones; and of edits, once the rest is kept. Writes the last part of docs/performance.md.
"""

from __future__ import annotations

import gc
import math
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import make_project
from measure import PER_MB
from msgspec.structs import replace
from report import relating, with_part

from briefing.cache.results import Results, results
from briefing.corpus.loader import load_corpus
from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article
from briefing.model.claim import ClaimFile, Status
from briefing.relate.dossier import Tongue, relate

PACK = find_pack("fr")
if PACK is None:
    sys.exit("the French pack is not installed")
TONGUE = Tongue(PACK.gazetteer(), {"fr": PACK.wording()}, PACK.reasons())
PAGE = Path(__file__).parents[1] / "docs/performance.md"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles in order, each with its claims."""

    articles: tuple[Article, ...]
    files: tuple[ClaimFile, ...]

    @property
    def claims(self) -> int:
        """How many there are."""
        return sum(len(file.claims) for file in self.files)


def made(count: int) -> Corpus:
    """Articles of the seeded corpus, read."""
    with tempfile.TemporaryDirectory() as name:
        make_project(Path(name), count)
        articles, _ = load_corpus(Path(name))
    return Corpus(articles, tuple(map(_file, articles)))


def _file(article: Article) -> ClaimFile:
    return ClaimFile(article=article.id, text_sha256=article.text_sha256, generator="", claims=extract(article, PACK))


def near_identical(corpus: Corpus, count: int) -> Corpus:
    """One article again and again, each with a line and ids of its own."""
    first, claims = corpus.articles[0], corpus.files[0].claims
    articles, files = [], []
    for number in range(count):
        name = f"x{number:04}"
        articles.append(replace(first, id=name, text=f"{first.text}\n\nNuméro {number} du journal."))
        own = tuple(replace(claim, id=f"{name}-{place}") for place, claim in enumerate(claims))
        files.append(replace(corpus.files[0], article=name, claims=own))
    return Corpus(tuple(articles), tuple(files))


def cost(corpus: Corpus, kept: Results | None = None) -> float:
    """CPU-seconds of relating it."""
    began = time.process_time()
    relate(corpus.articles, corpus.files, (), TONGUE, kept=kept)
    return time.process_time() - began


def edits(corpus: Corpus) -> list[str]:
    """What a run costs after others, each with what it kept in a file."""
    middle = len(corpus.articles) // 2
    articles, files = corpus.articles, corpus.files
    fewer = Corpus(articles[:middle] + articles[middle + 1 :], files[:middle] + files[middle + 1 :])
    edited = replace(
        files[middle], claims=(replace(files[middle].claims[0], status=Status.REVIEWED), *files[middle].claims[1:])
    )
    steps = {
        "with nothing kept": fewer,
        "nothing changed": fewer,
        "one article added": corpus,
        "one claim edited": Corpus(articles, (*files[:middle], edited, *files[middle + 1 :])),
    }
    lines = []
    with tempfile.TemporaryDirectory() as name:
        for step, each in steps.items():
            with results(Path(name)) as kept:
                lines.append(f"| {step} | {cost(each, kept):.2f} |")
    return lines


def _row(name: str, corpus: Corpus, spent: float) -> str:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MB
    each = 1000 * spent / corpus.claims
    return f"| {name} | {len(corpus.articles):,} | {corpus.claims:,} | {spent:.2f} | {each:.2f} | {memory:.0f} |"


def main(counts: list[int]) -> None:
    """Each size, then edits of the largest, then as many near-identical articles."""
    gc.set_threshold(50_000)  # as the command line has it
    rows, spent = [], {}
    for count in counts:
        corpus = made(count)
        spent[corpus.claims] = cost(corpus)
        rows.append(_row("seeded", corpus, spent[corpus.claims]))
        print(rows[-1], flush=True)
    same = near_identical(corpus, max(counts))
    rows.append(_row("near-identical", same, cost(same)))
    (few, short), *_, (many, long) = spent.items()
    growth = f"Cost grows with the claims to the power of {math.log(long / short) / math.log(many / few):.2f}."
    part = relating(rows, growth, edits(corpus))
    print(part)
    PAGE.write_text(with_part(PAGE.read_text("utf-8"), part), "utf-8")


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [45, 90, 180, 360])
