"""What waits for a person: claims whose words left the article, and those of which the rules changed their mind.

It stands beside the machine's last proposal, so that a claim file shows only what people decide.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.model.claim import Claim, ClaimFile, Status
from briefing.store.base import FOLDER, Base, notes
from briefing.store.text.emit import emit_claim, scalar


class Pending(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What waits in one article's claims."""

    article: str
    text_sha256: str
    lost: dict[str, str] = field(default_factory=dict)
    """Claims whose words left the article when its text was corrected, with those words; nothing where unknown."""
    was: tuple[Claim, ...] = ()
    """What the rules had found when a person decided (or took it out), where they find something else now."""
    corrected: dict[str, str] = field(default_factory=dict)
    """Claims around whose words the article was corrected since a person read them, with a hash of what stood there: it
    may say the contrary now."""

    @property
    def found(self) -> ClaimFile:
        """The former findings, as a claim file."""
        return ClaimFile(article=self.article, text_sha256=self.text_sha256, claims=self.was)

    def read(self, file: ClaimFile, base: Base | None, text_sha256: str) -> dict[str, str]:
        """What stood around the words of accepted claims when a person read them, where it may be another thing now.

        Where that is known of none (the base is gone, in a clone without it), each is taken for a whole sentence.
        """
        if file.text_sha256 in ("", text_sha256):
            return self.corrected
        around = base.around if base is not None and base.text_sha256 == file.text_sha256 else None
        accepted = (claim.id for claim in file.claims if claim.status is Status.REVIEWED)
        return {name: (around or {}).get(name, "") for name in accepted} | self.corrected

    def without(self, decided: Iterable[str]) -> Pending:
        """What still waits when a person has decided about some claims."""
        names = set(decided)
        return replace(
            self,
            lost={name: words for name, words in self.lost.items() if name not in names},
            was=tuple(claim for claim in self.was if claim.id not in names),
            corrected={name: words for name, words in self.corrected.items() if name not in names},
        )


def pending_path(article: str) -> str:
    """Where it stands, relative to the project."""
    return f"{FOLDER}/{article}.pending.yaml"


def read_pending(root: Path, article: str) -> Pending:
    """What waits; nothing where the file is not there or cannot be read."""
    found = [pending for pending, _ in notes(root, pending_path(article), Pending)]
    if not found:
        return Pending(article=article, text_sha256="")
    was = {claim.id: claim for pending in found for claim in pending.was}
    lost = {name: words for pending in found for name, words in pending.lost.items()}
    corrected = {name: words for pending in found for name, words in pending.corrected.items()}
    return replace(found[0], was=tuple(was.values()), lost=lost, corrected=corrected)


def emit_pending(pending: Pending) -> str:
    """The text of the file; empty when nothing waits."""
    if not (pending.lost or pending.was or pending.corrected):
        return ""
    lines = [f"article: {scalar('article', pending.article)}", f"text_sha256: {pending.text_sha256}"]
    if pending.lost:
        lines += ["lost:", *(f"  {name}: {scalar('exact', words)}" for name, words in pending.lost.items())]
    if pending.was:
        lines += ["was:", *(line for claim in pending.was for line in emit_claim(claim, places=True))]
    if pending.corrected:
        said = (f"  {name}: {scalar('exact', words)}" for name, words in pending.corrected.items())
        lines += ["corrected:", *said]
    return "\n".join(lines) + "\n"
