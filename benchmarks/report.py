"""The page that a benchmark writes: tables, and how the cost of an article grows with their number."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from run import Measured

_HEAD = """# What a build costs

Written by `make bench` on {day}: {machine}.
CPU-seconds of each command with its children, as the system counts
them, and the most memory that one process held. The articles are made up (`benchmarks/corpus.py`), the engines beside
get the same pages as Markdown; – where one failed or is not installed. Of `serve` the seconds are those from a saved
claim to the page.
"""
_UNSPARED = """What no work on articles and pages spares stands in the table too: the start with all modules and
libraries, and an empty page of the theme, for which MkDocs is imported once more. The rest is reading articles and
making pages."""
_SHARED = """## What other processors, or a cluster, spare

Only the reading of new articles is shared: among the processors of this machine from twenty articles on, among those
of a Dask cluster with `briefing extract --scheduler tcp://host:8786`. All else is one process. So by Amdahl's law:
"""
_CLUSTER = """A cluster pays where reading would keep this machine busy for longer than it takes to start one, some
minutes. What was read is kept, so that it pays for a dossier that comes in at once, not for an article a day."""
_PROCESSORS = (1, 8, 64)
_VAST = 100_000
"""Articles; told on paper, by the measured parts of one article."""
_BAR = 40
_RELATING = "## Relating alone"
_BY_SIZE = """Written by `benchmarks/relate.py` on {day}: {machine}.

| articles | how many | claims | CPU-s | for 1,000 claims | MB, articles included |
|---|---:|---:|---:|---:|---:|"""
_AGAIN = """The largest again, with what was kept of the run before:

| | CPU-s |
|---|---:|"""


def written(found: Sequence[Measured]) -> str:
    """The page."""
    head = _HEAD.format(day=f"{datetime.now(UTC):%Y-%m-%d}", machine=_machine())
    return "\n".join(
        (
            *(head, *_table(found), "", *_ratios(found), "", _UNSPARED, ""),
            *(*_speed(found), "", *_growth(found), "", *_sharing(found[-1]), ""),
        )
    )


def relating(rows: Sequence[str], growth: str, edits: Sequence[str]) -> str:
    """The part of the page that tells what relating costs, by size and after edits."""
    head = _BY_SIZE.format(day=f"{datetime.now(UTC):%Y-%m-%d}", machine=_machine())
    return "\n".join((_RELATING, "", head, *rows, "", growth, "", _AGAIN, *edits, ""))


def with_part(page: str, part: str) -> str:
    """The page with another part on relating."""
    return "\n".join((page.partition(_RELATING)[0].rstrip(), "", part))


def part_of(page: str) -> str:
    """What the page says of relating."""
    return "".join(page.partition(_RELATING)[1:])


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}{load}"


def _table(found: Sequence[Measured]) -> list[str]:
    steps = list(dict.fromkeys(name for each in found for name in each.costs))
    lines = [
        "| CPU-s (MB) | " + " | ".join(f"{each.articles:,} articles" for each in found) + " |",
        "|---|" + "---:|" * len(found),
    ]
    for name in steps:
        cells = (each.costs.get(name) for each in found)
        lines.append(f"| {name} | " + " | ".join(f"{c.cpu:.2f} ({c.memory:.0f})" if c else "–" for c in cells) + " |")
    sizes = (f"{each.megabytes:.1f} MB, {each.files:,} files" for each in found)
    lines.append("| site | " + " | ".join(sizes) + " |")
    for name in dict.fromkeys(name for each in found for name in each.waits):
        seconds = (f"{each.waits[name]:.2f} s" if name in each.waits else "–" for each in found)
        lines.append(f"| {name}, in a browser | " + " | ".join(seconds) + " |")
    return lines


def _ratios(found: Sequence[Measured]) -> list[str]:
    lines = ["A cold build beside MkDocs + Material on the same pages:", ""]
    for each in found:
        ours, theirs = each.costs.get("cold build"), each.costs.get("MkDocs + Material")
        lines.append(
            f"- {each.articles:,} articles: {f'{ours.cpu / theirs.cpu:.2f}' if ours and theirs else 'not measured'}"
        )
    return lines


def _speed(found: Sequence[Measured]) -> list[str]:
    """Text read a second, beside a tagger and parser that does not say who claims what."""
    lines = []
    for each in found:
        ours, theirs = each.costs.get("extraction"), each.costs.get("spaCy fr_core_news_sm")
        if ours and each.text:
            beside = f"; spaCy's fr_core_news_sm reads {each.text / theirs.cpu:.3f}" if theirs else ""
            lines.append(f"- {each.articles:,} articles: {each.text / ours.cpu:.3f} MB a CPU-second{beside}")
    return ["Reading, claim files and start of the program included:", "", *lines]


def _sharing(largest: Measured) -> list[str]:
    """What of a cold build can be shared, and what that makes of a corpus that no one machine reads at a sitting."""
    whole, read = largest.costs.get("cold build"), largest.costs.get("extraction")
    start = largest.costs.get("modules and libraries alone")
    if not (whole and read and start):
        return [_SHARED, "not measured"]
    shared, alone = read.cpu - start.cpu, whole.cpu - read.cpu + start.cpu
    times = [(count, alone + shared / count) for count in _PROCESSORS]
    rows = [f"| {count} | {time:.1f} s | {time * _VAST / largest.articles / 3600:.1f} h |" for count, time in times]
    return [
        _SHARED,
        f"| processors | {largest.articles:,} articles, {shared / whole.cpu:.0%} shared | {_VAST:,} at the same cost |",
        "|---:|---:|---:|",
        *rows,
        "",
        _CLUSTER,
    ]


def _growth(found: Sequence[Measured]) -> list[str]:
    """Bars: CPU milliseconds an article, for the steps that people wait for."""
    steps = ("cold build", "one article added", "one claim edited", "nothing changed")
    cost = {
        (name, each.articles): 1000 * given.cpu / each.articles
        for name in steps
        for each in found
        if (given := each.costs.get(name))
    }
    most = max(cost.values(), default=1.0)
    bars = [
        f"{name:18} {count:>7,}  {'█' * max(1, round(_BAR * spent / most))} {spent:,.0f}"
        for (name, count), spent in cost.items()
    ]
    return ["CPU milliseconds an article, by their number:", "", "```text", *bars, "```"]
