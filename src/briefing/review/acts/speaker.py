"""Naming who says a claim, or saying that nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from briefing.corpus.entities import load_entities
from briefing.model.annotation import Attribution, Quotation
from briefing.model.claim import Claim, Modality
from briefing.problems import BriefingError, Problem
from briefing.project.sources import gazetteer
from briefing.relate.voice import voices
from briefing.review.acts.claim_files import Filed


def spoken_by(root: Path, found: Filed, claim: Claim, name: str) -> Claim:
    """The claim said by `name`, with the entity of that name; by nobody but its article where `name` is empty.

    Raises BriefingError where several speak: whose name is meant, nobody can tell.
    """
    if not name:
        quotes = tuple(replace(_said_by(quote, None, None), cue=None) for quote in claim.quotes)
        return replace(claim, attribution=(), quotes=quotes)
    if len(claim.attribution) > 1:
        several = ", ".join(f"attribution.{n}.source ({a.source})" for n, a in enumerate(claim.attribution, 1))
        raise BriefingError(Problem(found.where(claim.id), f"{claim.id}: several speak; say which is wrong: {several}"))
    entity = _named(root, found, claim, name)
    if not claim.attribution and claim.quotes:
        return replace(claim, quotes=tuple(_said_by(quote, name, entity) for quote in claim.quotes))
    was = claim.attribution[0] if claim.attribution else Attribution(source=None, cue="", content=claim.evidence)
    quotes = tuple(_follows(quote, was, name, entity) for quote in claim.quotes)
    attribution = replace(was, source=name, entity=entity, entities=(), candidates=())
    return replace(claim, attribution=(attribution,), quotes=quotes)


def _follows(quote: Quotation, was: Attribution, name: str, entity: str | None) -> Quotation:
    """The words that the former speaker said are the new one's."""
    if quote.speaker is None or (quote.entity or quote.speaker) == (was.entity or was.source):
        return _said_by(quote, name, entity)
    return quote


def _said_by(quote: Quotation, name: str | None, entity: str | None) -> Quotation:
    return replace(quote, speaker=name, entity=entity, entities=(), candidates=())


def unsaid(was: Claim, now: Claim) -> Iterator[str]:
    """What a change of speakers leaves as it was, though it may have to follow, in a sentence."""
    if was.modality is not now.modality or bool(voices(was)) is bool(voices(now)):
        return
    if voices(now) and now.modality is Modality.ASSERTED:
        yield f"it is still asserted; if only {voices(now)[0].name} says so, briefing edit {now.id} modality=alleged"
    if not voices(now) and now.modality is Modality.ALLEGED:
        yield f"it is still alleged, by nobody; if the article says so itself, briefing edit {now.id} modality=asserted"


def _named(root: Path, found: Filed, claim: Claim, name: str) -> str | None:
    """The id of who has this name in the project, in the language's own list, in the claim or in its article.

    None where nobody has, or where the article gives the name to several.
    """
    wanted = name.casefold()
    for entity in (*load_entities(root)[0].entities, *gazetteer([found.article.meta.language])):
        if wanted in {entity.id, entity.name.casefold(), *(alias.casefold() for alias in entity.aliases)}:
            return entity.id
    for claims in ((claim,), found.claims):
        mentioned = {m.entity for c in claims for m in c.entities if m.exact.casefold() == wanted}
        if mentioned:
            return mentioned.pop() if len(mentioned) == 1 else None
    return None
