"""What waits for a person: claims whose words left the article, and those of which the rules changed their mind.

It stands beside the machine's last proposal, so that a claim file shows only what people decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import ClassVar

from briefing.corpus.loader import read_text
from briefing.model.claim import Claim, ClaimFile
from briefing.problems import Problem
from briefing.store.emit import emit_claim, scalar
from briefing.yamlfile import Shape, parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What waits in one article's claims."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    article: str
    text_sha256: str
    lost: tuple[str, ...] = ()
    """Ids of claims whose words left the article when its text was corrected."""
    was: tuple[Claim, ...] = field(default=())
    """What the rules had found when a person decided (or took it out), where they find something else now."""

    @property
    def found(self) -> ClaimFile:
        """The former findings, as a claim file."""
        return ClaimFile(article=self.article, text_sha256=self.text_sha256, generator="", claims=self.was)

    def without(self, decided: Iterable[str]) -> Pending:
        """What still waits when a person has decided about some claims."""
        names = set(decided)
        return Pending(
            article=self.article,
            text_sha256=self.text_sha256,
            lost=tuple(name for name in self.lost if name not in names),
            was=tuple(claim for claim in self.was if claim.id not in names),
        )


@cache
def _shape() -> Shape[Pending]:
    return Shape(Pending)


def read_pending(root: Path, path: str, article: str) -> Pending:
    """What waits; nothing where the file is not there or cannot be read."""
    text, _ = read_text(root / path, path) if (root / path).exists() else (None, [])
    document = parse(text, path) if text is not None else None
    if document is None or isinstance(document, Problem):
        return Pending(article=article, text_sha256="")
    return _shape().fit(document, document.content)[0] or Pending(article=article, text_sha256="")


def emit_pending(pending: Pending) -> str:
    """The text of the file; empty when nothing waits."""
    if not pending.lost and not pending.was:
        return ""
    lines = [f"article: {scalar('article', pending.article)}", f"text_sha256: {pending.text_sha256}"]
    lines += ["lost:", *(f"- {scalar('id', name)}" for name in pending.lost)] if pending.lost else []
    lines += ["was:", *(line for claim in pending.was for line in emit_claim(claim))] if pending.was else []
    return "\n".join(lines) + "\n"
