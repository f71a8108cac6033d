"""What a site asks of programs in its `robots.txt` (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from briefing.collect.original import Original
from briefing.collect.web.fetch import AGENT
from briefing.problems import Problem

_LONGEST = 512_000
"""Bytes of such a file that are read, as the RFC allows."""


def robots_of(url: str) -> str:
    """Where the site of an address says what it asks of programs."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def is_allowed(url: str, robots: Original | Problem) -> bool:
    """Whether a site lets programs fetch an address; one that says nothing does."""
    if isinstance(robots, Problem):
        return True
    rules = RobotFileParser()
    rules.parse(robots.raw[:_LONGEST].decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, url)
