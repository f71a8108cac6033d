"""What the files beside an article become when it gets another id: their words, ids and decisions stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.corpus.textfile import text_at
from briefing.disk.hunk import Change
from briefing.store.base import base_path, digest, proposal_of
from briefing.store.files import claims_path
from briefing.store.pending import pending_path

_ARTICLE = re.compile(r"^(article:\s*)[^\s#]+", re.MULTILINE)
_BASE = re.compile(r"^(base:\s*)[^\s#]+", re.MULTILINE)
_WRITTEN = re.compile(r"^(written:\s*)(\S+)", re.MULTILINE)


def renamed(root: Path, old: str, new: str) -> Iterator[Change]:
    """The claim file, what the rules proposed last and what waits, under the new id; those that are there."""
    claims, base, pending = (text_at(root / path(old)) for path in (claims_path, base_path, pending_path))
    proposal = _called(base, new) if base is not None else None
    file = _called(claims, new) if claims is not None else None
    if file is not None and base is not None and proposal is not None and _names(claims, base):
        file = _BASE.sub(rf"\g<1>{proposal_of(proposal)}", file, count=1)
    if proposal is not None and file is not None and claims is not None:
        written = digest(file) if f"written: {digest(claims)}\n" in (base or "") else "null"
        proposal = _WRITTEN.sub(rf"\g<1>{written}", proposal)
    yield from _moved(claims_path(old), claims, claims_path(new), file)
    yield from _moved(base_path(old), base, base_path(new), proposal)
    waits = _called(pending, new) if pending is not None else None
    yield from _moved(pending_path(old), pending, pending_path(new), waits)


def _names(claims: str | None, base: str) -> bool:
    """Whether the claim file belongs to this proposal."""
    named = _BASE.search(claims or "")
    return named is not None and named[0].split()[-1] == proposal_of(base)


def _called(text: str, new: str) -> str:
    return _ARTICLE.sub(rf"\g<1>{new}", text, count=1)


def _moved(old: str, was: str | None, new: str, text: str | None) -> Iterator[Change]:
    if was is not None:
        yield Change(new, None, text)
        yield Change(old, was, None)
