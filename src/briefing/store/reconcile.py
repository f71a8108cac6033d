"""One article's drafts meet its claim file: read, merge, write, and what must be said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.textfile import read_text, text_at
from briefing.disk.write import remove, write
from briefing.model.annotation import Attribution, DateMention, Mention, Quantity, Quotation
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile
from briefing.problems import Problem, Severity, Where
from briefing.store.anchor import around
from briefing.store.base import Base, Proposal, digest, emit_base, read_bases, saving
from briefing.store.files import Stored, claims_path, read_claims, read_file, understood
from briefing.store.merge import Step, merge, same_names
from briefing.store.pending import Pending, emit_pending, pending_path, read_pending
from briefing.store.place import NOWHERE, UNKNOWN, Known, Places, is_lost, is_turned, surroundings, written_evidence
from briefing.store.text.edit import commented, edited
from briefing.store.text.emit import emit_file
from briefing.store.verify import mistakes
from briefing.store.versions import Sides, sides

R = TypeVar("R", Attribution, Quotation, DateMention, Quantity, Mention)


class Outcome(Struct, frozen=True):
    """The claims of an article after the merge and their file as it stands then; no `new_text` where it may stay."""

    file: ClaimFile | None
    stored: Stored
    new_text: str | None = None
    expected: str | None = None
    """What the file holds now."""
    base: str = ""
    pending: str = ""
    is_untouched: bool = False
    """Whether nobody edited the file, so that all of it is the rules'."""
    problems: tuple[Problem, ...] = ()


def reconcile(root: Path, article: Article, drafts: tuple[Claim, ...], generator: str) -> Outcome:
    """Merge the drafts with what people made of the last ones. Nothing is written."""
    bases = read_bases(root, article.id)
    untouched = as_written(root, article.id, bases)
    if untouched is not None:
        proposal = proposed(article, same_names(drafts, _placed(article, bases), article.id), generator)
        return _as_proposed(untouched, proposal, article.text)
    stored = read_file(root, article.id)
    if stored.said is None or stored.text is None:
        return Outcome(None, stored, problems=mistakes(read_claims(root, article), article))
    pending = read_pending(root, article.id)
    both = sides(article, stored.said, bases, pending)
    known = (*both.standing, *both.former, *both.was)
    proposal = proposed(article, same_names(drafts, known, article.id), generator)
    return _merged(article, proposal, stored, both, pending)


def _placed(article: Article, bases: Sequence[Base]) -> tuple[Claim, ...]:
    """What the rules found last, in the text of now."""
    base = next(iter(bases), None)
    if base is None or base.text_sha256 == article.text_sha256:
        return base.claims if base else ()
    return Places(article.text, article.text_sha256, [(base, UNKNOWN)]).of(base)


def _as_proposed(untouched: Stored, proposal: Proposal, body: str) -> Outcome:
    """A file that holds what the rules find, and nothing else."""
    fresh = replace(proposal.file, base=proposal.name)
    text = emit_file(fresh)
    is_same = (untouched.text or "").replace("\r\n", "\n") == text
    new_text = None if is_same else text
    base = emit_base(proposal, fresh, surroundings(fresh.claims, body), text)
    return Outcome(fresh, replace(untouched, file=fresh), new_text, untouched.text, base, is_untouched=True)


def proposed(article: Article, drafts: Iterable[Claim], generator: str) -> Proposal:
    """The drafts as a file, each with its words' numbers among equals; as they will be read back."""
    claims = tuple(_as_read_back(draft) for draft in drafts)
    found = ClaimFile(article=article.id, text_sha256=article.text_sha256, generator=generator, claims=claims)
    return Proposal(replace(found, claims=Places(article.text, article.text_sha256, [(found, UNKNOWN)]).of(found)))


def _merged(article: Article, proposal: Proposal, stored: Stored, both: Sides, pending: Pending) -> Outcome:
    """What a person edited, merged with the fresh drafts."""
    fresh = replace(proposal.file, base=proposal.name)
    said, text = stored.said or fresh, stored.text or ""
    tree = stored.document.root if stored.document else None
    touched, lost = commented(text, tree), both.lost(article.text)
    steps = merge(both.proposed, both.standing, fresh.claims, touched=touched, lost=lost)
    merged = replace(fresh, claims=tuple(step.claim for step in steps))
    waits = Pending(
        article=article.id,
        text_sha256=article.text_sha256,
        lost=dict(_lost(merged, article, pending.lost, corrected=both.is_corrected)),
        was=(*(step.was for step in steps if step.was is not None), *_removed(both.proposed, said, fresh)),
        corrected=dict(_corrected(steps, both, pending.corrected, article.text)),
    )
    new_text = edited(text, tree, said, merged)
    after = understood(stored.path, new_text, article.id).in_text(article, Known({}, waits.lost))
    after = replace(after, corrected=frozenset(waits.corrected))
    if after.file is None or after.file.claims != merged.claims:
        return Outcome(None, stored, problems=(unmergeable(stored.path),))
    return Outcome(
        merged,
        after,
        new_text=None if new_text == text else new_text,
        expected=text,
        base=emit_base(proposal, merged, surroundings(merged.claims, article.text), None),
        pending=emit_pending(waits),
        problems=(*_said(after, steps, both.was), *_proposed_again(after, steps, both)),
    )


def _proposed_again(after: Stored, steps: Sequence[Step], both: Sides) -> Iterator[Problem]:
    """What a claim file lacked that does not belong to the proposal that was made last."""
    former = {claim.id for claim in both.former}
    again = sorted(step.claim.id for step in steps if step.is_new and step.claim.id in former)
    if again and not both.is_known:
        message = (
            "this file was merged with another proposal than the last (an older one was put back, or git took one),"
            f" so nothing counts as removed: {', '.join(again)} proposed again; reject what is wrong"
        )
        yield Problem(after.where("base"), message, Severity.WARNING)


def _as_read_back(claim: Claim) -> Claim:
    """A draft as it will be read back: the rules behind its rows, and where sources and cues stand, are not written."""

    def bare(rows: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(replace(row, rule="") for row in rows)

    return replace(
        claim,
        attribution=tuple(replace(row, source_at=None, cue_at=None) for row in bare(claim.attribution)),
        quotes=bare(claim.quotes),
        dates=bare(claim.dates),
        quantities=bare(claim.quantities),
        entities=bare(claim.entities),
    )


def _removed(known: Mapping[str, Claim], file: ClaimFile, fresh: ClaimFile) -> Iterator[Claim]:
    """What a person took out and the rules do not find now: it stays out though they find it again one day."""
    listed = {claim.id for claim in (*file.claims, *fresh.claims)}
    return (claim for name, claim in known.items() if name not in listed)


def _lost(
    merged: ClaimFile, article: Article, before: Collection[str], *, corrected: bool
) -> Iterator[tuple[str, str]]:
    """The claims whose words went when the text was corrected, now or before; with their evidence where it went."""
    for claim in merged.claims:
        if (corrected or claim.id in before) and is_lost(claim, article.text):
            yield claim.id, written_evidence(claim) if claim.evidence.span == NOWHERE else ""


def _corrected(steps: Iterable[Step], both: Sides, before: Collection[str], text: str) -> Iterator[tuple[str, str]]:
    """The claims that the text says otherwise now, each with what stood around its words when a person read them.

    Something else stands there, or the rules changed their mind with the text: they find it no more, or as sure as it
    was. A name mended elsewhere may change who « il » is: that waits for a person as well, and stays published.
    """
    for step in steps:
        claim = step.claim
        is_fresh = both.is_corrected and step.was not in both.was
        is_otherwise = not step.conflicts or "modality" in step.conflicts
        is_doubted = step.was is not None and (claim.id in before or (is_fresh and is_otherwise))
        if is_doubted or is_turned(claim, text, both.read):
            yield claim.id, both.read.get(claim.id, around(claim.evidence.span, text))


def unmergeable(path: str) -> Problem:
    """A claim file that would say something else after the edit than it must."""
    return Problem(
        Where(path),
        "this file is laid out in a way that cannot be edited in place (anchors, aliases, lists in brackets), so it was"
        " left alone; write its claims as briefing does, one key a line",
    )


def as_written(root: Path, article: str, bases: Iterable[Base]) -> Stored | None:
    """The file when nobody edited it since the machine wrote it, or when there is none yet."""
    path = claims_path(article)
    if not (root / path).exists():
        return Stored(path)
    if (root / pending_path(article)).exists():
        return None
    standing, _ = read_text(root / path, path)
    is_ours = standing is not None and digest(standing) in {base.written for base in bases}
    return Stored(path, standing) if is_ours else None


def _said(after: Stored, steps: Sequence[Step], known: Collection[Claim]) -> Iterator[Problem]:
    """Where the machine changed its mind about what is a person's by now; each is said once, and waits for a review."""
    for number, step in enumerate(steps):
        if step.was is None or step.was in known:
            continue
        for name in sorted(step.conflicts):
            message = f"the rules now find another {name} for {step.claim.id}; yours stands"
            yield Problem(after.where("claims", number, name), message, Severity.NOTE)
        if not step.conflicts:
            message = f"the rules no longer find {step.claim.id}; yours stands"
            yield Problem(after.where("claims", number), message, Severity.NOTE)


def save(root: Path, outcome: Outcome) -> bool:
    """Write the merged file and remember the machine's proposal; True if the claim file changed.

    Whenever work stops, the claim file finds the base that it names. Raises BriefingError when it changed meanwhile.
    """
    if outcome.file is None:
        return False
    name, changed = outcome.file.article, False
    with saving(root, name, outcome.base):
        if outcome.new_text is not None:
            changed = write(root, outcome.stored.path, outcome.new_text, expected=outcome.expected)
        remember(root, pending_path(name), outcome.pending)
    return changed


def remember(root: Path, path: str, text: str) -> None:
    """Write what the machine alone reads; no text, no file. Raises BriefingError when it cannot be written."""
    if not text:
        remove(root, path)
        return
    write(root, path, text, expected=text_at(root / path))
