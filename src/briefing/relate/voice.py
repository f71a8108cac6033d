"""Who says a claim: the source of its attribution, the speaker of its quotation, or the article itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.model.annotation import Attribution, Quotation
from briefing.model.claim import Claim, Modality
from briefing.model.span import Passage


class Voice(Struct, frozen=True, order=True):
    """A speaker as shown to readers: a name as written or canonical, and the entity where it is known."""

    name: str
    entity: str | None = None
    beside: bool = False
    """Says its own part beside the voice before it: « 100 selon Berne, 200 selon Rome »; else that one passes it on."""
    several: tuple[str, ...] = ()
    """The entities of those who say it together: « Moscou et Pyongyang »."""
    candidates: tuple[str, ...] = ()
    """Between whom the text leaves the choice, where nobody can tell who speaks."""


class _Placed(Protocol):
    @property
    def beside(self) -> bool: ...


V = TypeVar("V", bound=_Placed)
_SMALL_PART = 4
_SAID_BY_OTHERS = frozenset({Modality.ALLEGED, Modality.DENIED, Modality.OPINION})


def voices(claim: Claim) -> tuple[Voice, ...]:
    """The speakers of a claim, outermost first, none twice; empty when the article speaks for itself.

    Where the article asserts something and cites somebody only for a part of it (« Washington s'inquiète sans confirmer
    les affirmations de Séoul »), it is the article that speaks.
    """
    if not claim.quotes and not claim.attribution:
        return ()
    quotes = [quote for quote in claim.quotes if (quote.speaker or quote.candidates) and _covers(claim, quote)]
    said = [a for a in claim.attribution if a.source and _covers(claim, a.content) and not _is_aside(claim, a)]
    chains = [[(a.content, _named(a, quotes)) for a in chain] for chain in _chains(claim, said)]
    for quote in quotes:
        chain = next((c for c in chains if any(_holds(words, quote) for words, _ in c)), None)
        if chain is None:
            chains.append(chain := [])
        chain.append((quote, voice_of(quote)))
    seen: dict[str, Voice] = {}
    for number, chain in enumerate(chains):
        fresh = [voice for _, voice in chain if (voice.entity or voice.name.casefold()) not in seen]
        for place, voice in enumerate(fresh):
            beside = bool(seen) and number > 0 and place == 0
            if not _is_told_again(voice, seen):
                seen.setdefault(voice.entity or voice.name.casefold(), replace(voice, beside=beside))
    return tuple(seen.values())


def _is_told_again(voice: Voice, seen: Iterable[str]) -> bool:
    """« ont annoncé les pompiers, qui évoquaient un feu « virulent » »: « pompiers » are those just named."""
    name = voice.name.casefold()
    known = () if voice.entity or not name else (one.removesuffix(name) for one in seen if one.endswith(name))
    return any(not before[-1:].isalnum() for before in known)


def voice_of(quote: Quotation) -> Voice:
    """Who says what is quoted."""
    return Voice(quote.speaker or "", quote.entity, several=quote.entities, candidates=quote.candidates)


def side_by_side(chain: Iterable[V]) -> tuple[tuple[V, ...], ...]:
    """Voices, or what stands for them, as the chains that they form, each outermost first."""
    found: list[list[V]] = []
    for one in chain:
        if one.beside or not found:
            found.append([])
        found[-1].append(one)
    return tuple(map(tuple, found))


def _chains(claim: Claim, said: Iterable[Attribution]) -> list[list[Attribution]]:
    """Who passes on whom: an attribution goes to the chain whose last one holds it in its content, or is held by it."""
    found: list[list[Attribution]] = []
    for attribution in said:
        chain = next((c for c in found if all(_passes_on(claim, other, attribution) for other in c)), None)
        if chain is None:
            found.append([attribution])
        else:
            chain.append(attribution)
    return found


def _passes_on(claim: Claim, one: Attribution, other: Attribution) -> bool:
    """Whether one content lies in the other, and not only because the sentence goes on after the first source.

    « 100 selon Berne et 200 selon Rome »: what Rome says begins behind Berne, wherever its content was cut.
    """
    outer, inner = sorted((one, other), key=lambda a: -len(a.content.span))
    if not outer.content.span.contains(inner.content.span):
        return False
    return outer.content.start < inner.content.start or not _left(claim, outer, inner)


def _left(claim: Claim, outer: Attribution, inner: Attribution) -> bool:
    """Whether both cues follow their contents, and the outer one has words of its own behind the inner source."""
    text, offset = claim.evidence.exact, claim.evidence.start
    if text.find(outer.cue, max(0, outer.content.end - offset)) < 0:
        return False
    inside = text[max(0, inner.content.end - offset) : max(0, outer.content.end - offset)]
    _, source, rest = inside.partition(inner.source or "")
    return bool(source) and any(map(str.isalnum, rest))


def _holds(words: Passage, quote: Quotation) -> bool:
    """Whether what one says holds another's quoted words, and more than them: the same words are said by each."""
    marks = len("« ") + len(" »")
    return words.span.overlap(quote.span) > 0 and len(words.span) > len(quote.span) + marks


def _is_aside(claim: Claim, attribution: Attribution) -> bool:
    """« 52 m³, et non 40 comme l'avait indiqué Berne »: few words and no number, where another says most."""
    span, whole = attribution.content.span, len(claim.evidence.span)
    if len(span) * _SMALL_PART >= whole or any(span.contains(number.span) for number in claim.quantities):
        return False
    others = (a.content.span for a in claim.attribution if a is not attribution and a.source)
    return any(len(other) * 2 >= whole and not other.overlap(span) for other in others)


def _named(attribution: Attribution, quotes: Iterable[Quotation]) -> Voice:
    """« Elle a estimé que … « … » »: the words in quotation marks and around them have one speaker, and one name."""
    for quote in quotes:
        same = quote.cue and (attribution.cue.startswith(quote.cue) or quote.cue.startswith(attribution.cue))
        if same and quote.speaker and not attribution.entity:
            return voice_of(quote)
    source, several = attribution.source or "", attribution.entities
    return Voice(source, attribution.entity, several=several, candidates=attribution.candidates)


def _covers(claim: Claim, words: Passage) -> bool:
    """Whether what is said is what the claim states, and not a part of it."""
    shared = words.span.overlap(claim.evidence.span)
    return claim.modality in _SAID_BY_OTHERS or shared * 2 >= len(claim.evidence.span)
