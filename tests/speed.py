"""How long a build takes, by number of articles: `python tests/speed.py 5 100 1000` (`make speed`).

Articles are made by recombining the paragraphs of the project's own, with other numbers and dates, from a fixed seed.
"""

from __future__ import annotations

import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import frontmatter

ROOT = Path(__file__).parents[1]
NUMBER = re.compile(r"\b\d{2,3}\b")


def make_project(folder: Path, count: int) -> None:
    """A project of `count` articles under `folder`, the same for the same count."""
    bodies = [frontmatter.load(str(path)).content for path in sorted((ROOT / "corpus").glob("*.md"))]
    paragraphs = [line for body in bodies for line in body.splitlines() if line.strip()]
    length = sum(len(body) for body in bodies) // len(bodies)
    (folder / "corpus").mkdir(parents=True)
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "corpus" / "entities.yaml", folder / "corpus" / "entities.yaml")
    (folder / "docs" / "index.md").write_text("# Essai\n", "utf-8")
    (folder / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    for number in range(count):
        (folder / "corpus" / f"a{number:05}.md").write_text(_article(number, paragraphs, length), "utf-8")


def _article(number: int, paragraphs: list[str], length: int) -> str:
    chance = random.Random(number)  # noqa: S311 - a fixed seed, no secret
    body: list[str] = []
    while sum(map(len, body)) < length:
        body.append(NUMBER.sub(lambda _: str(chance.randint(11, 999)), chance.choice(paragraphs)))
    day = f"{chance.randint(2020, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return f'---\ntitle: "Article {number}"\npublished: {day}\n---\n\n' + "\n".join(body) + "\n"


def cpu_seconds(*command: str) -> float:
    """CPU time of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(counts: list[int]) -> None:
    """Print a line for each count: first build, second build (nothing changed)."""
    briefing = str(Path(sys.executable).with_name("briefing"))
    print("articles  first CPU s  again CPU s  wall s")
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            make_project(Path(name) / "projet", count)
            start = time.perf_counter()
            first = cpu_seconds(briefing, "build", "--quiet", "-C", f"{name}/projet")
            wall = time.perf_counter() - start
            again = cpu_seconds(briefing, "build", "--quiet", "-C", f"{name}/projet")
            print(f"{count:8}  {first:11.2f}  {again:11.2f}  {wall:6.1f}", flush=True)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [5, 100, 1000])
