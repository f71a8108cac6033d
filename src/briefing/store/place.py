"""Where the words of a claim stand in its article: a claim file holds words, their places are found.

Words that stand once need no more. Of equal ones `nth` tells which, from 1: of the article's for a claim's evidence,
of those in the evidence for its rows. In a text that was corrected, evidence is looked for from where it stood
(`anchor`), so that no sentence takes another one's place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.places import occurrences
from briefing.model.claim import Claim, ClaimFile
from briefing.model.span import Passage, Span
from briefing.store.anchor import Former, around, is_whole, whole_places

P = TypeVar("P", bound=Passage)
NOWHERE = Span(0, 0)
"""The place of words that stand nowhere, or in several places: no words have it."""


class Known(Struct, frozen=True):
    """What is known of a claim file's passages beside the file: where evidence stood, and whose words are gone."""

    stood: Mapping[str, Passage]
    """Evidence by claim, where it stood in the text of the file's hash."""
    gone: Mapping[str, str]
    """The evidence of claims whose words left the article, as `written_evidence` tells it."""


UNKNOWN = Known({}, {})


def passages(claim: Claim) -> Iterator[tuple[tuple[str | int, ...], Passage]]:
    """Every passage of a claim and the keys that lead to it there, its evidence first."""
    yield ("evidence",), claim.evidence
    yield from ((("attribution", number, "content"), row.content) for number, row in enumerate(claim.attribution))
    yield from ((("quotes", number), row) for number, row in enumerate(claim.quotes))
    yield from ((("dates", number), row) for number, row in enumerate(claim.dates))
    yield from ((("quantities", number), row) for number, row in enumerate(claim.quantities))
    yield from ((("entities", number), row) for number, row in enumerate(claim.entities))


def stands(passage: Passage, text: str) -> bool:
    """Whether the text holds the passage's words where it says."""
    return passage.start >= 0 and text[passage.start : passage.end] == passage.exact


def is_lost(claim: Claim, text: str) -> bool:
    """Whether some words of the claim do not stand in the text."""
    return not all(stands(passage, text) for _, passage in passages(claim))


def surroundings(claims: Iterable[Claim], text: str) -> dict[str, str]:
    """What stands around the words of each claim in its sentence; those that are whole sentences are left out."""
    found = ((claim.id, around(claim.evidence.span, text)) for claim in claims if stands(claim.evidence, text))
    return {name: words for name, words in found if words}


def is_turned(claim: Claim, text: str, read: Mapping[str, str]) -> bool:
    """Whether something else stands around the claim's words than a person read: « Il est faux que … », say."""
    is_known = claim.id in read and stands(claim.evidence, text)
    return is_known and around(claim.evidence.span, text) != read[claim.id]


def written_evidence(claim: Claim) -> str:
    """A claim's evidence as its file tells it: who changes it says something else."""
    return f"{claim.evidence.nth or ''} {claim.evidence.exact}"


class Places:
    """Where the claims of some files stand in the text of now; the files may be of former texts."""

    def __init__(self, text: str, text_sha256: str, files: Iterable[tuple[ClaimFile, Known]]) -> None:
        known: dict[str, list[Passage]] = defaultdict(list)
        exacts: set[str] = set()
        for file, beside in files:
            stood = (_stood(claim, beside) for claim in file.claims)
            known[file.text_sha256] += [passage for passage in stood if passage is not None]
            exacts |= {claim.evidence.exact for claim in file.claims if claim.evidence.exact}
        self._text = text
        self._whole = whole_places(text, exacts)
        self._former = {sha: Former(text, was) for sha, was in known.items() if sha not in ("", text_sha256)}

    @property
    def corrected(self) -> bool:
        """Whether the text is another one now than that in which some of the claims were found."""
        return bool(self._former)

    def lacks(self, claim: Claim) -> bool:
        """Whether some words of a claim have no place."""
        return is_lost(claim, self._text)

    def of(self, file: ClaimFile, beside: Known = UNKNOWN) -> tuple[Claim, ...]:
        """The file's claims, each passage at its place of now and with its number among equals there."""
        former = self._former.get(file.text_sha256)
        found = {claim.id: self._evidence(claim, former, beside) for claim in file.claims}
        taken = {span for name, span in found.items() if span is not None and name not in beside.gone}
        for claim in file.claims if former else ():
            if claim.id in beside.gone and found[claim.id] is None:
                found[claim.id] = self._back(claim, taken)
        return tuple(self._placed(claim, found[claim.id]) for claim in file.claims)

    def _evidence(self, claim: Claim, former: Former | None, beside: Known) -> Span | None:
        evidence, was = claim.evidence, _stood(claim, beside)
        is_gone = beside.gone.get(claim.id) == written_evidence(claim)
        if former is None:
            by_hand = evidence.span if evidence.start != evidence.end and stands(evidence, self._text) else None
            return None if is_gone else by_hand or self._by_number(evidence)
        if was is not None and not is_gone:
            return former.place(was)
        return None if is_gone else self._by_number(evidence)

    def _back(self, claim: Claim, taken: set[Span]) -> Span | None:
        """Words that were gone and came back: where they stand once, and are nobody else's."""
        free = [span for span in self._equals(claim.evidence.exact) if span not in taken]
        return free[0] if len(free) == 1 else None

    def _by_number(self, evidence: Passage) -> Span | None:
        equals = self._equals(evidence.exact)
        if evidence.nth is None:
            return equals[0] if len(equals) == 1 else None
        return _numbered(self._text, evidence.exact, equals, evidence.nth)

    def _equals(self, exact: str) -> Sequence[Span]:
        """Where the words stand as words, or else within others."""
        return self._whole.get(exact) or list(occurrences(self._text, exact))

    def _placed(self, claim: Claim, span: Span | None) -> Claim:
        if span is None:
            return mapped(claim, lambda passage: replace(passage, start=0, end=0))
        shift = span.start - claim.evidence.start

        def put(passage: P) -> P:
            if passage is claim.evidence:
                return replace(passage, start=span.start, end=span.end, nth=self._number(passage.exact, span))
            return self._row(passage, span, shift)

        return mapped(claim, put)

    def _number(self, exact: str, span: Span) -> int | None:
        equals = self._equals(exact)
        if span in equals:
            return equals.index(span) + 1 if len(equals) > 1 else None
        return _ranked(self._text, exact, equals).index(span) + 1

    def _row(self, row: P, evidence: Span, shift: int) -> P:
        """A row where it says, or at its number among equals; those that touch the evidence are counted first."""
        equals = _touching(self._text, row.exact, evidence)
        there = Span(row.start + shift, row.end + shift)
        says = row.start != row.end and there.start >= 0 and there.of(self._text) == row.exact
        if not says and row.nth is None:
            found = equals[0] if equals else None
        else:
            found = there if says else _numbered(self._text, row.exact, equals, row.nth or 0)
        if found is None:
            return replace(row, start=0, end=0)
        ranked = equals if found in equals else _ranked(self._text, row.exact, equals)
        number = ranked.index(found) + 1
        return replace(row, start=found.start, end=found.end, nth=number if number > 1 else None)


def _ranked(text: str, exact: str, equals: Sequence[Span]) -> list[Span]:
    """Everywhere the words stand, by number: `equals` are counted first."""
    first = set(equals)
    return [*equals, *(span for span in occurrences(text, exact) if span not in first)]


def _numbered(text: str, exact: str, equals: Sequence[Span], number: int) -> Span | None:
    """Where words of this number stand."""
    ranked = _ranked(text, exact, equals)
    return ranked[number - 1] if 0 < number <= len(ranked) else None


def _touching(text: str, exact: str, evidence: Span) -> list[Span]:
    """Where the words stand in the evidence or reach out of it: as words, or else within others."""
    found = list(occurrences(text, exact, evidence.start - len(exact) + 1, evidence.end + len(exact) - 1))
    return [span for span in found if is_whole(text, span)] or found


def _stood(claim: Claim, beside: Known) -> Passage | None:
    """Where a claim's evidence stood, unless its words are others by now."""
    was = beside.stood.get(claim.id, claim.evidence)
    is_same = was.end - was.start == len(claim.evidence.exact) > 0 and was.start >= 0
    return replace(claim.evidence, start=was.start, end=was.end) if is_same else None


class _Put(Protocol):
    """What becomes of a passage, whatever kind of row it is."""

    def __call__(self, passage: P) -> P: ...


def mapped(claim: Claim, put: _Put) -> Claim:
    """The claim with each passage as `put` gives it."""
    return replace(
        claim,
        evidence=put(claim.evidence),
        attribution=tuple(replace(row, content=put(row.content)) for row in claim.attribution),
        quotes=tuple(map(put, claim.quotes)),
        dates=tuple(map(put, claim.dates)),
        quantities=tuple(map(put, claim.quantities)),
        entities=tuple(map(put, claim.entities)),
    )
