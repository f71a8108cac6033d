"""Who says a claim: the source of its attribution, the speaker of its quotation, or the article itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.annotation import Attribution, Quotation
from briefing.model.claim import Claim, Modality
from briefing.model.span import Passage


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """A speaker as shown to readers: a name as written or canonical, and the entity where it is known."""

    name: str
    entity: str | None = None


_SAID_BY_OTHERS = frozenset({Modality.ALLEGED, Modality.DENIED, Modality.OPINION})


def voices(claim: Claim) -> tuple[Voice, ...]:
    """The speakers of a claim, outermost first, none twice; empty when the article speaks for itself.

    Where the article asserts something and cites somebody only for a part of it (« Washington s'inquiète sans confirmer
    les affirmations de Séoul »), it is the article that speaks.
    """
    quotes = [quote for quote in claim.quotes if quote.speaker and _covers(claim, quote)]
    said = [_named(a, quotes) for a in claim.attribution if a.source and _covers(claim, a.content)]
    said += [Voice(quote.speaker, quote.entity) for quote in quotes if quote.speaker]
    seen: dict[str, Voice] = {}
    for voice in said:
        seen.setdefault(voice.entity or voice.name.casefold(), voice)
    return tuple(seen.values())


def _named(attribution: Attribution, quotes: Iterable[Quotation]) -> Voice:
    """« Elle a estimé que … « … » »: the words in quotation marks and around them have one speaker, and one name."""
    for quote in quotes:
        same = quote.cue and (attribution.cue.startswith(quote.cue) or quote.cue.startswith(attribution.cue))
        if same and quote.speaker and not attribution.entity:
            return Voice(quote.speaker, quote.entity)
    return Voice(attribution.source or "", attribution.entity)


def _covers(claim: Claim, words: Passage) -> bool:
    """Whether what is said is what the claim states, and not a part of it."""
    shared = words.span.overlap(claim.evidence.span)
    return claim.modality in _SAID_BY_OTHERS or shared * 2 >= len(claim.evidence.span)
