"""What waits for a person: claims whose words left the article, and those of which the rules changed their mind.

It stands beside the machine's last proposal, so that a claim file shows only what people decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.claim import Claim, ClaimFile
from briefing.problems import Problem
from briefing.store.base import versions
from briefing.store.said import completed
from briefing.store.text.emit import emit_claim, scalar
from briefing.yamlfile import fitted, parse


class Pending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What waits in one article's claims."""

    article: str
    text_sha256: str
    lost: dict[str, str] = field(default_factory=dict)
    """Claims whose words left the article when its text was corrected, with those words; nothing where unknown."""
    was: tuple[Claim, ...] = ()
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
            lost={name: words for name, words in self.lost.items() if name not in names},
            was=tuple(claim for claim in self.was if claim.id not in names),
        )


def read_pending(root: Path, path: str, article: str) -> Pending:
    """What waits; nothing where the file is not there or cannot be read."""
    text = (root / path).read_bytes().decode("utf-8", "replace") if (root / path).is_file() else ""
    found = [pending for side in versions(text) if (pending := _understood(side, path)) is not None]
    if not found:
        return Pending(article=article, text_sha256="")
    was = {claim.id: claim for pending in found for claim in pending.was}
    lost = {name: words for pending in found for name, words in pending.lost.items()}
    return replace(found[0], was=tuple(was.values()), lost=lost)


def _understood(text: str, path: str) -> Pending | None:
    document = parse(text, path)
    if isinstance(document, Problem) or not isinstance(document.content, dict):
        return None
    return fitted(Pending, document, _by_claim(document.content))[0]


def _by_claim(content: object) -> object:
    """Earlier versions of the program kept only the ids of what is lost."""
    if not isinstance(content, dict):
        return content
    lost = content.get("lost")
    was = completed({"claims": content.get("was")})
    filled = {**content, "was": was["claims"] if isinstance(was, dict) else ()}
    return {**filled, "lost": dict.fromkeys(lost, "")} if isinstance(lost, list) else filled


def emit_pending(pending: Pending) -> str:
    """The text of the file; empty when nothing waits."""
    if not pending.lost and not pending.was:
        return ""
    lines = [f"article: {scalar('article', pending.article)}", f"text_sha256: {pending.text_sha256}"]
    lines += (
        ["lost:", *(f"  {name}: {scalar('exact', words)}" for name, words in pending.lost.items())]
        if pending.lost
        else []
    )
    lines += (
        ["was:", *(line for claim in pending.was for line in emit_claim(claim, places=True))] if pending.was else []
    )
    return "\n".join(lines) + "\n"
