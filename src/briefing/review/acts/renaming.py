"""Giving an article another id: its claims keep theirs, and with them their reviews, links and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from briefing.corpus.loader import no_article
from briefing.disk.hunk import Change
from briefing.model.entity import wrong_id
from briefing.problems import BriefingError
from briefing.review.acts.files import in_pages, text_of
from briefing.review.acts.plan import Plan
from briefing.store.files import claims_path
from briefing.store.renaming import renamed


def renamed_article(root: Path, old: str, new: str) -> Plan:
    """An article under another id, wherever its file stands: moved already by hand, only what belongs to it follows.

    Raises BriefingError when the new id can be none or is another article's, or when there is no such article.
    """
    if wrong := wrong_id(new):
        raise BriefingError.at("corpus", f"“{new}” can be no id: {wrong}")
    here, there = _paths(root, old), _paths(root, new)
    if (here and there) or (root / claims_path(new)).exists():
        raise BriefingError.at("corpus", f"“{new}” is an article already; remove it or choose another id")
    if not (here or there) or not (here or (root / claims_path(old)).is_file()):
        raise BriefingError(no_article(old, [path.stem for path in (root / "corpus").rglob("*.md")]))
    changes = [*_moved(root, here, new), *renamed(root, old, new), *_addresses(root, old, new)]
    return Plan(f"rename {old} {new}", (new,), tuple(changes))


def _paths(root: Path, name: str) -> str:
    """Where an article stands, relative to the project; nothing where it does not."""
    return next((p.relative_to(root).as_posix() for p in sorted((root / "corpus").rglob("*.md")) if p.stem == name), "")


def _moved(root: Path, here: str, new: str) -> Iterator[Change]:
    if here:
        text = text_of(root, here)
        yield Change(PurePosixPath(here).with_name(f"{new}.md").as_posix(), None, text)
        yield Change(here, text, None)


def _addresses(root: Path, old: str, new: str) -> Iterator[Change]:
    """Links to the article's page, on the pages that people write."""
    address = re.compile(rf"(articles/){re.escape(old)}(?=\.md\b|\.html\b|/)")
    return in_pages(root, lambda text: address.sub(rf"\g<1>{new}", text))
