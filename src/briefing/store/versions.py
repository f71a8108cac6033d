"""What a merge brings together with fresh drafts: the claim file and what it came from, in the text of now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile
from briefing.store.base import Base, base_of, read_bases
from briefing.store.files import Stored
from briefing.store.pending import Pending, read_pending
from briefing.store.place import UNKNOWN, Known, Places, is_lost


class Sides(Struct, frozen=True):
    """The two sides of a merge with fresh drafts, in the article's text of now."""

    standing: tuple[Claim, ...]
    """What stands in the claim file."""
    former: tuple[Claim, ...]
    """What the rules found last."""
    was: tuple[Claim, ...]
    """What they had found where a person's word waits for a review."""
    is_known: bool
    """Whether the file belongs to what they found last: else nobody can tell what a person removed."""
    is_corrected: bool
    """Whether the text is another one now."""
    read: Mapping[str, str]
    """What stood around the words of accepted claims, where it may be something else now."""

    @property
    def proposed(self) -> dict[str, Claim]:
        """What the claims of the file, and those that a person took out of it, came from."""
        named = {claim.id for claim in self.standing}
        return {c.id: c for c in (*self.former, *self.was) if self.is_known or c.id in named}

    def lost(self, text: str) -> set[str]:
        """The claims whose words the text does not hold."""
        now = {**self.proposed, **{claim.id: claim for claim in self.standing}}
        return {claim.id for claim in now.values() if is_lost(claim, text)}


def sides(article: Article, said: ClaimFile, bases: Sequence[Base], pending: Pending) -> Sides:
    """The sides for what a claim file says."""
    base = base_of(said, bases)
    remembered = base or next(iter(bases), replace(said, text_sha256="", claims=()))
    known = Known(base.stood(said) if base else {}, pending.lost)
    files = [(said, known), (remembered, UNKNOWN), (pending.found, UNKNOWN)]
    places = Places(article.text, article.text_sha256, files)
    found = (places.of(said, known), places.of(remembered), places.of(pending.found))
    read = pending.read(said, base, article.text_sha256)
    return Sides(*found, is_known=base is not None or not bases, is_corrected=places.corrected, read=read)


def proposals(root: Path, article: Article, stored: Stored) -> tuple[Mapping[str, Claim], Mapping[str, Claim]]:
    """What the rules had found where a person's word waits, and what they find now, by claim, in the text of now.

    Where nothing waits, what they find now is not read.
    """
    found = read_pending(root, article.id).found
    if not found.claims:
        return {}, {}
    bases = read_bases(root, article.id)
    base = (base_of(stored.said, bases) if stored.said else None) or next(iter(bases), None)
    now = base or replace(found, claims=())
    places = Places(article.text, article.text_sha256, [(found, UNKNOWN), (now, UNKNOWN)])
    return {c.id: c for c in places.of(found)}, {c.id: c for c in places.of(now)}
