"""Fetching and reading what strangers made, so that no site and no file can hold up or bring down the program."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from briefing.collect.found import Found
from briefing.collect.original import Fetch, Original
from briefing.collect.reading import missing, read_original
from briefing.collect.web.feeds import Entry, listed
from briefing.collect.worker import EndedError, Worker
from briefing.problems import Problem, Severity, Where

_LONGEST = 60.0
"""Seconds in which a source is read: many times what the largest page takes."""
_PAUSE = 1.0
_GRACE = 0.5
_SAVE = "save only the article, or paste its text into a file"


def fetcher(worker: Worker, timeout: float, known: Callable[[str], str | None] = lambda _: None) -> Fetch:
    """Fetches an address within `timeout` seconds, whatever its site does, if the site lets programs do so.

    A host is asked once a second; what it asks of programs is asked once. What is `known` (the path of the article at
    an address) is not fetched again, so that a list that was interrupted goes on where it was.
    """
    asked: dict[str, float] = {}
    robots: dict[str, Original | Problem] = {}

    def fetched(url: str, *, only_public: bool = False) -> Original | Problem:
        if standing := known(url):
            message = f"this article is there already as {standing}; it was not fetched again"
            return Problem(Where(url), message, Severity.WARNING)
        try:
            from briefing.collect.web.robots import is_allowed, robots_of
        except ImportError as problem:
            return missing(url, problem)
        try:
            rules = robots_of(url)
        except ValueError:
            return _fetched(worker, url, timeout, only_public=only_public)  # which says what is wrong with it
        began = time.monotonic()
        if rules not in robots:
            robots[rules] = _fetched(worker, rules, timeout, only_public=only_public)
        if not is_allowed(url, robots[rules]):
            message = "the site asks programs not to fetch this (robots.txt)"
            return Problem(Where(url), f"{message}; open it in a browser, save the page and add the file")
        left = timeout - (time.monotonic() - began)
        _wait(url, asked)
        return _fetched(worker, url, timeout, max(left, 0.0), only_public=only_public)

    return fetched


def _fetched(
    worker: Worker, url: str, timeout: float, left: float | None = None, *, only_public: bool
) -> Original | Problem:
    """What stands at an address; `left` are the seconds of `timeout` that remain."""
    from briefing.collect.web.fetch import fetch, late

    seconds = timeout if left is None else left
    try:
        found = worker.call(seconds + _GRACE, fetch, url, timeout=seconds, only_public=only_public)
    except (TimeoutError, EndedError):
        return Problem(Where(url), late(timeout))
    is_late = isinstance(found, Problem) and found.message == late(seconds)
    return Problem(Where(url), late(timeout)) if is_late else found


def _wait(url: str, asked: dict[str, float]) -> None:
    """One request a second to a host, one after the other; `asked`: when each was asked last."""
    host = url.partition("://")[2].partition("/")[0].lower()
    if host in asked:
        time.sleep(max(0.0, asked[host] + _PAUSE - time.monotonic()))
    asked[host] = time.monotonic()


def lister(worker: Worker, latest: int, about: str = "") -> Callable[[Original], list[Entry] | Problem | None]:
    """The first `latest` articles that a source lists, of those that name the words of `about`."""

    def entries(original: Original) -> list[Entry] | Problem | None:
        try:
            found = worker.call(_LONGEST, listed, original)
        except ValueError as problem:
            return Problem(Where(original.name), f"this cannot be read: {problem}")
        except (TimeoutError, EndedError):
            return Problem(Where(original.name), "reading this list takes longer than it may; give its addresses")
        if found == []:
            return Problem(Where(original.name), "this list names no article with an address; give its addresses")
        return None if found is None else [entry for entry in found if entry.is_about(about)][:latest]

    return entries


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
