"""Fetching and reading what strangers made, so that no site and no file can hold up or bring down the program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import missing, read_original
from briefing.collect.worker import EndedError, Worker
from briefing.problems import Problem, Where

_LONGEST = 60.0
"""Seconds in which a source is read: many times what the largest page takes."""
_SAVE = "save only the article, or paste its text into a file"


def fetcher(worker: Worker, timeout: float) -> Callable[[str], Original | Problem]:
    """Fetches an address within `timeout` seconds, whatever its site does."""

    def fetched(url: str) -> Original | Problem:
        try:
            from briefing.collect.web.fetch import fetch, late
        except ImportError as problem:
            return missing(url, problem)
        try:
            return worker.call(timeout + 0.5, fetch, url, timeout=timeout)
        except (TimeoutError, EndedError):
            return Problem(Where(url), late(timeout))

    return fetched


def reader(worker: Worker, today: date, seconds: float = _LONGEST) -> Callable[[Original], Found | Problem]:
    """Reads a source within `seconds`, whatever it holds; no date after `today` is believed."""

    def read(original: Original) -> Found | Problem:
        try:
            return worker.call(seconds, read_original, original, today=today)
        except TimeoutError:
            return Problem(Where(original.name), f"reading this takes longer than {seconds:g} seconds; {_SAVE}")
        except EndedError:
            return Problem(Where(original.name), f"reading this takes more memory than it may; {_SAVE}")

    return read
