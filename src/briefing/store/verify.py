"""Evidence is verbatim or it is refused: every passage of a claim file against the article's text."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.date import Date
from briefing.model.span import Passage
from briefing.problems import Problem, Severity, Where
from briefing.store.files import Stored
from briefing.store.place import passages, stands


def verified(stored: Stored, article: Article) -> tuple[ClaimFile, list[Problem]]:
    """The claims whose every passage stands in the article, and a problem for each that does not.

    Where the words left the article when its text was corrected, or what stands around them changed what they say, the
    claim is no mistake but waits for a person.
    """
    file = stored.file or ClaimFile(article=article.id)
    is_corrected = file.text_sha256 not in ("", article.text_sha256)
    kept, problems = [], []
    for number, claim in enumerate(file.claims):
        if claim.status is Status.REJECTED:
            kept.append(claim)
            continue
        wrong = list(_wrong(claim, stored, number, article.text))
        if claim.id in stored.lost or is_corrected:
            wrong = _waiting(claim, wrong, article.text, is_lost=claim.id in stored.lost)
        if claim.id in stored.corrected and not wrong:
            wrong = [_overtaken(claim, stored.where("claims", number))]
        found = [*wrong, *_misdated(claim, stored, number), *_reversed(claim, stored, number)]
        kept += [] if found else [claim]
        problems += found
    return replace(file, claims=tuple(kept)), problems


def mistakes(stored: Stored, article: Article) -> tuple[Problem, ...]:
    """All that is wrong with a file that holds mistakes: how it is written, and the passages of what can be read."""
    rest = (*verified(stored.rest, article)[1], *mistakes(stored.rest, article)) if stored.rest else ()
    return (*stored.problems, *rest)


def _wrong(claim: Claim, stored: Stored, number: int, text: str) -> Iterator[Problem]:
    """Each passage that does not stand in the article; where the evidence does not, the rows that no passage holds."""
    is_placed = stands(claim.evidence, text)
    for keys, passage in passages(claim):
        is_evidence = passage is claim.evidence
        is_told = is_placed or is_evidence or passage.exact not in text
        if not passage.exact.strip() or (is_told and not stands(passage, text)):
            yield Problem(
                stored.where("claims", number, *keys), _message(claim, passage, text, is_evidence=is_evidence)
            )


def _misdated(claim: Claim, stored: Stored, number: int) -> Iterator[Problem]:
    """Dates that no calendar has."""
    for row, mention in enumerate(claim.dates):
        if mention.value and Date.parse(mention.value) is None:
            message = f"{claim.id}: value: “{mention.value}” is no date; write 2024-10-25, 2024-10, 2024 or 2024/2025"
            yield Problem(stored.where("claims", number, "dates", row, "value"), message)


def _reversed(claim: Claim, stored: Stored, number: int) -> Iterator[Problem]:
    """Ranges that end before they begin."""
    for row, said in enumerate(claim.quantities):
        if said.value_max is not None and said.value_max < said.value:
            message = f"{claim.id}: value_max: {said.value_max:g} is less than value: {said.value:g}; exchange them"
            yield Problem(stored.where("claims", number, "quantities", row, "value_max"), message)


def _waiting(claim: Claim, wrong: list[Problem], text: str, *, is_lost: bool) -> list[Problem]:
    """Words that left the article with a correction; where only some did, each is said and what to write."""
    if wrong and not stands(claim.evidence, text) and (is_lost or claim.evidence.exact not in text):
        return [_lost(claim, wrong[0].where)]
    return [Problem(p.where, f"{p.message}; until then the claim is not published", Severity.WARNING) for p in wrong]


def _lost(claim: Claim, where: Where) -> Problem:
    return Problem(
        where,
        f"{claim.id}: its words left the article when the text was corrected; the claim is kept here and not published:"
        f" run briefing edit {claim.id} words=… with those of now, or reject it",
        Severity.WARNING,
    )


def _overtaken(claim: Claim, where: Where) -> Problem:
    """« Il est faux que … » now stands before words that a person had read without it."""
    return Problem(
        where,
        f"{claim.id}: the article was corrected around its words, and may say something else of them now; the"
        f" claim is kept here and not published: read it again and run briefing review --accept {claim.id},"
        " or reject it",
        Severity.WARNING,
    )


def _message(claim: Claim, passage: Passage, text: str, *, is_evidence: bool) -> str:
    words = f"“{passage.exact[:60]}{'…' if len(passage.exact) > 60 else ''}”"
    if not passage.exact.strip():
        return f"{claim.id}: the passage is empty; quote the words of the article"
    if passage.exact not in text:
        return f"{claim.id}: {words} is not in the article word for word; copy it from there"
    if not is_evidence:
        return f"{claim.id}: {words} is not in the passage of the claim; quote words from it"
    times = text.count(passage.exact)
    if times == 1:
        return f"{claim.id}: {words} stands once in the article; remove nth: {passage.nth}"
    return f"{claim.id}: {words} stands {times} times in the article; say which with nth: 1 to nth: {times}"
