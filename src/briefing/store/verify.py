"""Evidence is verbatim or it is refused: every passage of a claim file against the article's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.corpus.edtf import is_edtf
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.span import Passage
from briefing.problems import Problem, Severity, Where
from briefing.store.anchor import Anchors, stands
from briefing.store.files import Stored

Keys = list[str | int]


def verified(file: ClaimFile, stored: Stored, article: Article) -> tuple[ClaimFile, list[Problem]]:
    """The claims whose every passage stands in the article where it says, and a problem for each that does not.

    Where the words left the article when its text was corrected, the claim is no mistake but waits for a person.
    """
    anchors = Anchors(article.text, article.text_sha256, [file])
    kept, problems = [], []
    for number, claim in enumerate(anchors.moved(file)):
        if claim.status is Status.REJECTED:
            kept.append(claim)
            continue
        wrong = list(_wrong(claim, stored, number, article.text))
        waits = claim.id in stored.lost or anchors.corrected
        found = [*(_waiting(claim, wrong, article.text) if waits else wrong), *_misdated(claim, stored, number)]
        kept += [] if found else [claim]
        problems += found
    return replace(file, claims=tuple(kept)), problems


def _wrong(claim: Claim, stored: Stored, number: int, text: str) -> Iterator[Problem]:
    for keys, passage in _passages(claim):
        if not stands(passage, text) or not passage.exact.strip():
            yield Problem(_where(stored, ["claims", number, *keys]), _message(claim, passage, text))


def _misdated(claim: Claim, stored: Stored, number: int) -> Iterator[Problem]:
    """Dates that no calendar has."""
    for row, mention in enumerate(claim.dates):
        if mention.value and not is_edtf(mention.value):
            message = f"{claim.id}: value: “{mention.value}” is no date; write 2024-10-25, 2024-10, 2024 or 2024/2025"
            yield Problem(_where(stored, ["claims", number, "dates", row, "value"]), message)


def _waiting(claim: Claim, wrong: list[Problem], text: str) -> list[Problem]:
    """Words that left the article with a correction; where only some did, each is said and what to write."""
    evidence = claim.evidence
    is_retyped = evidence.exact in text and evidence.end - evidence.start != len(evidence.exact)
    if wrong and not stands(evidence, text) and not is_retyped:
        return [_lost(claim, wrong[0].where)]
    return [Problem(p.where, f"{p.message}; until then the claim is not published", Severity.WARNING) for p in wrong]


def _lost(claim: Claim, where: Where) -> Problem:
    return Problem(
        where,
        f"{claim.id}: its words left the article when the text was corrected; the claim is kept here and not published:"
        f" correct the words of its passages, or run briefing review --reject {claim.id} --why …",
        Severity.WARNING,
    )


def _passages(claim: Claim) -> Iterator[tuple[Keys, Passage]]:
    yield ["evidence"], claim.evidence
    for number, attribution in enumerate(claim.attribution):
        yield ["attribution", number, "content"], attribution.content
    for key, rows in (
        ("quotes", claim.quotes),
        ("dates", claim.dates),
        ("quantities", claim.quantities),
        ("entities", claim.entities),
    ):
        for number, row in enumerate(rows):
            yield [key, number], row


def _where(stored: Stored, keys: Keys) -> Where:
    return stored.document.where(keys) if stored.document is not None else Where(stored.path)


def _message(claim: Claim, passage: Passage, text: str) -> str:
    words = f"“{passage.exact[:60]}{'…' if len(passage.exact) > 60 else ''}”"
    if not passage.exact.strip():
        return f"{claim.id}: the passage is empty; quote the words of the article"
    found = text.find(passage.exact)
    if found < 0:
        return f"{claim.id}: {words} is not in the article word for word; copy it from there"
    there = f"write start: {found}, end: {found + len(passage.exact)}"
    if passage.start == passage.end:
        return f"{claim.id}: {words} stands {text.count(passage.exact)} times in the article; {there}, or another place"
    return f"{claim.id}: {words} does not stand at {passage.start}–{passage.end}; {there}"
