"""One article's drafts meet its claim file: read, merge, write, and what must be said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from briefing.corpus.loader import read_text
from briefing.disk.lock import locked
from briefing.disk.write import remove, write
from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.problems import BriefingError, Problem, Severity, Where
from briefing.store.anchor import Anchors, is_lost
from briefing.store.edit import commented, edited
from briefing.store.emit import emit_file
from briefing.store.files import (
    Stored,
    base_path,
    claims_path,
    pending_path,
    read_base,
    read_claims,
    understood,
)
from briefing.store.merge import Step, merge
from briefing.store.pending import Pending, emit_pending, read_pending

R = TypeVar("R", Attribution, Quotation, DateMention, Quantity, Mention)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The claims of an article after the merge and their file as it stands then; no `new_text` where it may stay."""

    file: ClaimFile | None
    stored: Stored
    new_text: str | None = None
    expected: str | None = None
    """What the file holds now."""
    base: str = ""
    pending: str = ""
    problems: tuple[Problem, ...] = ()


def extracted(root: Path, article: Article, drafts: tuple[Claim, ...], generator: str) -> Outcome:
    """Merge the drafts with what people made of the last ones, and write what comes of it, while nobody else writes."""
    with locked(root):
        outcome = reconcile(root, article, drafts, generator)
        try:
            save(root, outcome)
        except BriefingError as problem:
            return replace(outcome, problems=(*outcome.problems, *problem.problems))
    return outcome


def reconcile(root: Path, article: Article, drafts: tuple[Claim, ...], generator: str) -> Outcome:
    """Merge the drafts with what people made of the last ones. Nothing is written."""
    fresh = ClaimFile(article=article.id, text_sha256=article.text_sha256, generator=generator, claims=drafts)
    text = emit_file(fresh)
    untouched = _untouched(root, article.id)
    if untouched is not None:
        return Outcome(fresh, untouched, None if untouched.text == text else text, untouched.text, text)
    stored = read_claims(root, article.id, article.text)
    if stored.file is None or stored.text is None:
        return Outcome(None, stored, problems=stored.problems)
    return _merged(root, article, fresh, stored, text)


def _merged(root: Path, article: Article, fresh: ClaimFile, stored: Stored, base: str) -> Outcome:
    """What a person edited, merged with the fresh drafts."""
    file, text = stored.file or fresh, stored.text or ""
    remembered = read_base(root, article.id).file or replace(fresh, text_sha256="", claims=())
    pending = read_pending(root, pending_path(article.id), article.id)
    anchors = Anchors(article.text, article.text_sha256, [file, remembered, pending.found])
    standing, former, was = anchors.moved(file), anchors.moved(remembered), anchors.moved(pending.found)
    tree = stored.document.root if stored.document else None
    known = {claim.id: claim for claim in (*former, *was)}
    now = {claim.id: claim for claim in standing}
    steps = merge(
        known,
        standing,
        [_as_written(draft) for draft in fresh.claims],
        touched=commented(text, tree),
        lost={claim.id for claim in {**known, **now}.values() if is_lost(claim, article.text)},
    )
    merged = replace(fresh, claims=tuple(step.claim for step in steps))
    new_text = edited(text, tree, file, merged)
    waits = Pending(
        article=article.id,
        text_sha256=article.text_sha256,
        lost=tuple(_lost(merged, article, pending.lost, corrected=anchors.corrected)),
        was=(*(step.was for step in steps if step.was is not None), *_removed(known, file, fresh)),
    )
    after = stored if new_text == text else understood(stored.path, new_text, article.id, article.text)
    if after.file is None or after.file.claims != merged.claims:
        return Outcome(None, stored, problems=(unmergeable(stored.path),))
    return Outcome(
        merged,
        replace(after, lost=frozenset(waits.lost)),
        new_text=None if new_text == text else new_text,
        expected=text,
        base=base,
        pending=emit_pending(waits),
        problems=tuple(_said(after, steps, was)),
    )


def _as_written(claim: Claim) -> Claim:
    """A draft as it will be read back: the rules behind its rows are not written."""

    def bare(rows: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(replace(row, rule="") for row in rows)

    return replace(
        claim,
        attribution=bare(claim.attribution),
        quotes=bare(claim.quotes),
        dates=bare(claim.dates),
        quantities=bare(claim.quantities),
        entities=bare(claim.entities),
    )


def _removed(known: Mapping[str, Claim], file: ClaimFile, fresh: ClaimFile) -> Iterator[Claim]:
    """What a person took out and the rules do not find now: it stays out though they find it again one day."""
    listed = {claim.id for claim in (*file.claims, *fresh.claims)}
    return (claim for name, claim in known.items() if name not in listed)


def _lost(merged: ClaimFile, article: Article, before: Sequence[str], *, corrected: bool) -> Iterator[str]:
    """The claims whose words went when the article's text was corrected, now or before."""
    for claim in merged.claims:
        if claim.status is not Status.REJECTED and (corrected or claim.id in before) and is_lost(claim, article.text):
            yield claim.id


def unmergeable(path: str) -> Problem:
    """A claim file that would say something else after the edit than it must."""
    return Problem(
        Where(path),
        "this file is laid out in a way that cannot be edited in place (anchors, aliases, lists in brackets), so it was"
        " left alone; write its claims as briefing does, one key a line",
    )


def _untouched(root: Path, article: str) -> Stored | None:
    """The file when nobody edited it since the machine wrote it, or when there is none yet."""
    path = claims_path(article)
    if not (root / path).exists():
        return Stored(path)
    if (root / pending_path(article)).exists():
        return None
    standing, _ = read_text(root / path, path)
    remembered, _ = read_text(root / base_path(article), base_path(article))
    return Stored(path, standing) if standing is not None and standing == remembered else None


def _said(after: Stored, steps: Sequence[Step], known: Collection[Claim]) -> Iterator[Problem]:
    """Where the machine changed its mind about what is a person's by now; each is said once, and waits for a review."""
    for number, step in enumerate(steps):
        if step.was is None or step.was in known or after.document is None:
            continue
        for name in sorted(step.conflicts):
            message = f"the rules now find another {name} for {step.claim.id}; yours stands"
            yield Problem(after.document.where(["claims", number, name]), message, Severity.NOTE)
        if not step.conflicts:
            message = f"the rules no longer find {step.claim.id}; yours stands"
            yield Problem(after.document.where(["claims", number]), message, Severity.NOTE)


def save(root: Path, outcome: Outcome) -> bool:
    """Write the merged file and remember the machine's proposal; True if the claim file changed.

    The claim file comes first: if work stops between the two, the next merge takes the machine's own lines for a
    person's and keeps them, which loses nothing. Raises BriefingError when the file changed meanwhile.
    """
    if outcome.file is None:
        return False
    name = outcome.file.article
    changed = outcome.new_text is not None and write(
        root, outcome.stored.path, outcome.new_text, expected=outcome.expected
    )
    remember(root, pending_path(name), outcome.pending)
    remember(root, base_path(name), outcome.base)
    return changed


def remember(root: Path, path: str, text: str) -> None:
    """Write what the machine alone reads; no text, no file. Raises BriefingError when it cannot be written."""
    if not text:
        remove(root, path)
        return
    before, _ = read_text(root / path, path) if (root / path).exists() else (None, [])
    write(root, path, text, expected=before)
