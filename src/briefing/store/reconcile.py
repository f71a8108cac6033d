"""One article's drafts meet its claim file: read, merge, write, and what must be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.corpus.loader import read_text
from briefing.model.article import Article
from briefing.model.claim import Claim, ClaimFile
from briefing.problems import Problem, Severity
from briefing.store.edit import edited
from briefing.store.emit import emit_file
from briefing.store.files import Stored, base_path, claims_path, read_base, read_claims, write
from briefing.store.merge import Step, merge


@dataclass(frozen=True, slots=True)
class Outcome:
    """The claims of an article after the merge; `new_text` is None where the file may stay as it is."""

    file: ClaimFile | None
    stored: Stored
    new_text: str | None = None
    base: str = ""
    problems: tuple[Problem, ...] = ()


def reconcile(root: Path, article: Article, drafts: tuple[Claim, ...], generator: str) -> Outcome:
    """Merge the drafts with what people made of the last ones. Nothing is written."""
    fresh = ClaimFile(article=article.id, text_sha256=article.text_sha256, generator=generator, claims=drafts)
    text = emit_file(fresh)
    untouched = _untouched(root, article.id)
    if untouched is not None:
        return Outcome(fresh, untouched, None if untouched.text == text else text, text)
    stored = read_claims(root, article.id)
    if stored.file is None or stored.document is None or stored.text is None:
        return Outcome(None, stored, problems=stored.problems)
    base = read_base(root, article.id).file
    steps = merge({c.id: c for c in base.claims} if base else {}, stored.file.claims, drafts)
    merged = ClaimFile(
        article=article.id, text_sha256=fresh.text_sha256, generator=generator, claims=tuple(s.claim for s in steps)
    )
    after = edited(stored.text, stored.document, merged, steps)
    return Outcome(merged, stored, None if after == stored.text else after, text, tuple(_said(stored, steps)))


def _untouched(root: Path, article: str) -> Stored | None:
    """The file when nobody edited it since the machine wrote it, or when there is none yet."""
    path = claims_path(article)
    if not (root / path).exists():
        return Stored(path)
    standing, _ = read_text(root / path, path)
    remembered, _ = read_text(root / base_path(article), base_path(article))
    return Stored(path, standing) if standing is not None and standing == remembered else None


def _said(stored: Stored, steps: tuple[Step, ...]) -> list[Problem]:
    """What the machine would have changed where a person had changed it too."""
    lines = {claim.id: number for number, claim in enumerate(stored.file.claims)} if stored.file else {}
    return [
        Problem(
            stored.document.where(["claims", lines[step.claim.id], name]),
            f"the rules now find another {name} for {step.claim.id}; yours stands",
            Severity.NOTE,
        )
        for step in steps
        for name in sorted(step.conflicts)
        if stored.document is not None and step.claim.id in lines
    ]


def save(root: Path, outcome: Outcome) -> bool:
    """Write the merged file and remember the machine's proposal; True if the claim file changed.

    The claim file comes first: if work stops between the two, the next merge takes the machine's own lines for a
    person's and keeps them, which loses nothing. Raises BriefingError when the file changed meanwhile.
    """
    if outcome.file is None:
        return False
    changed = outcome.new_text is not None and write(
        root, outcome.stored.path, outcome.new_text, expected=outcome.stored.text
    )
    remembered = base_path(outcome.file.article)
    before, _ = read_text(root / remembered, remembered) if (root / remembered).exists() else (None, [])
    write(root, remembered, outcome.base, expected=before)
    return changed
