"""Correcting a claim, field by field: `modality=denied`, `speaker=le maire`, `dates.1.value=2024-05`, `words=…`.

A value is read as a claim file reads it, notes and words as they stand. Rows are counted from 1; `dates.+` adds one, an
empty value takes one away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import normalize

from msgspec.structs import replace

from briefing.disk.hunk import Change
from briefing.model.claim import ROWS, Claim, ClaimFile, Status
from briefing.problems import BriefingError, Problem, did_you_mean
from briefing.review.acts.claim_files import Filed, filed, holding, replaced, rewritten
from briefing.review.acts.plan import Plan
from briefing.review.acts.selection import moved
from briefing.review.acts.speaker import spoken_by, unsaid
from briefing.store.defaults import completed
from briefing.store.files import understood
from briefing.store.reconcile import unmergeable
from briefing.store.text.emit import emit_file
from briefing.store.verify import verified
from briefing.yamlfile import Document, fitted, parse

_FIELDS = frozenset({"modality", "checkable", "reason", "credibility", "likelihood", "confidence", "note"})
_LISTS = frozenset(ROWS)
_OWN = frozenset({"words", "speaker"})
_NOT_EDITED = {
    "id": "an id never changes: pages cite the claim by it",
    "status": "decide with briefing review --accept or --reject",
    "review": "decide with briefing review --accept or --reject",
    "because": "it tells the rule; change the modality",
    "evidence": "say words=… with words of the article",
}
_ARTICLE = "x"
_AS_WRITTEN = frozenset({"note", "source", "cue", "speaker", "exact"})
"""Values that are text whatever YAML would make of them."""


def corrected(root: Path, claim: str, settings: Sequence[tuple[str, str]], *, by: str = "", hint: str = "") -> Plan:
    """What a person corrects in a claim: fields and their new values, in order; `by`: who that is, where it is known.

    What somebody else accepted waits again, for nobody accepted it as it is now. Raises BriefingError when the claim, a
    field or a value is unknown, or when its words would not be the article's.
    """
    (article,) = holding(root, [claim], hint)
    found = filed(root, article)
    was = now = next(c for c in found.said.claims if c.id == claim)
    for field, value in settings:
        now = _set(root, found, now, field, value)
    now = _left_to(by, was, now)
    change = rewritten(found, replaced(found, lambda other: now if other.id == claim else other))
    if now != was:
        _verbatim(found, claim, change)
    hints = (*unsaid(was, now), *_opened(was, now))
    return Plan(f"edit {claim} {', '.join(field for field, _ in settings)}", (claim,), (change,), hints)


def _left_to(by: str, was: Claim, now: Claim) -> Claim:
    """The corrected claim, accepted only where the same person had accepted it or what was accepted did not change."""
    is_accepted = was.status is Status.REVIEWED
    if not is_accepted or _stated(was) == _stated(now) or (was.review and was.review.who == by):
        return now
    return replace(now, status=Status.DRAFT, review=None)


def _stated(claim: Claim) -> Claim:
    """Of a claim what the article states, without what a person thinks of it."""
    return replace(claim, note=None, credibility=None, likelihood=None, confidence=None, checkable=True, reason=None)


def _opened(was: Claim, now: Claim) -> Iterator[str]:
    if was.status is not now.status:
        who = was.review.who if was.review else "somebody"
        yield f"{who} accepted it as it was; it is a draft again: briefing review --accept {now.id}"


def _set(root: Path, found: Filed, claim: Claim, field: str, value: str) -> Claim:
    if field == "words":
        return moved(root, found, claim, value)
    if field == "speaker":
        return spoken_by(root, found, claim, value.strip())
    head, *rest = field.split(".")
    if head in _NOT_EDITED:
        raise _wrong(found, claim, f"{head}: {_NOT_EDITED[head]}")
    if head not in _FIELDS | _LISTS or bool(rest) != (head in _LISTS):
        known = sorted(_FIELDS | _OWN | {f"{name}.1" for name in _LISTS})
        raise _wrong(
            found, claim, f"“{field}” is no field{did_you_mean(field, known)}; the fields are {', '.join(known)}"
        )
    return _with(found, claim, [head, *rest], value)


def _with(found: Filed, claim: Claim, keys: Sequence[str], value: str) -> Claim:
    """The claim as its file would say it with another value at `keys`; the file's own shape judges it."""
    text = emit_file(ClaimFile(article=_ARTICLE, claims=(claim,)), places=True)
    whole = parse(text, found.stored.path)
    if isinstance(whole, Problem) or not isinstance(whole.content, dict):
        raise BriefingError(unmergeable(found.stored.path))
    row = whole.content["claims"][0]
    if not _put(row, keys, _meant(found, claim, keys, value)):
        raise _wrong(found, claim, f"{'.'.join(keys)}: there is no such row or key; rows are counted from 1")
    return _read(found, whole, claim)


def _meant(found: Filed, claim: Claim, keys: Sequence[str], value: str) -> object:
    """What a person writes as a value: what YAML reads, but text as it stands; nothing takes away."""
    if keys[-1] in _AS_WRITTEN:
        return normalize("NFC", value) if value.strip() else None
    given = parse(value, found.stored.path)
    if isinstance(given, Problem):
        raise _wrong(found, claim, f"{'.'.join(keys)}: “{value}” cannot be read; put it in quotes")
    return given.content


def _put(holder: object, keys: Sequence[str], value: object) -> bool:
    """Set, add or take away what stands at `keys`; whether there is such a place."""
    key, *rest = keys
    if isinstance(holder, dict) and not rest:
        holder.pop(key, None) if value is None else holder.update({key: value})
        return True
    if isinstance(holder, dict):
        return _put(holder.setdefault(key, []), rest, value)
    if not isinstance(holder, list):
        return False
    if key == "+" and not rest and value is not None:
        holder.append(value)
        return True
    place = next((place for place in range(len(holder)) if key == str(place + 1)), None)
    if place is None:
        return False
    if rest:
        return _put(holder[place], rest, value)
    holder[place : place + 1] = [] if value is None else [value]
    return True


def _read(found: Filed, whole: Document, claim: Claim) -> Claim:
    """The claim that the changed row says."""
    content = completed(whole.content)
    row = content["claims"][0] if isinstance(content, dict) else None
    now, problems = fitted(Claim, whole, row)
    if now is None:
        raise BriefingError(*(Problem(found.where(claim.id), f"{claim.id}: {p.message}") for p in problems))
    return now


def _verbatim(found: Filed, claim: str, change: Change) -> None:
    """Refuse what would not stand in the article word for word."""
    stored = understood(change.path, change.after or "", found.article.id).in_text(found.article)
    file = replace(
        stored.file or found.said, claims=tuple(c for c in (stored.file or found.said).claims if c.id == claim)
    )
    _, problems = verified(replace(stored, file=file, lost=frozenset()), found.article)
    if problems:
        raise BriefingError(*(Problem(found.where(claim), p.message) for p in problems))


def _wrong(found: Filed, claim: Claim, message: str) -> BriefingError:
    return BriefingError(Problem(found.where(claim.id), f"{claim.id}: {message}"))
