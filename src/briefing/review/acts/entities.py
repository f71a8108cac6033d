"""Mending an entity once for all: in the project's list, and in every claim that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from briefing.corpus.entities import FILE, load_entities
from briefing.corpus.loader import load_corpus
from briefing.kept.hunk import Change
from briefing.model.annotation import EntityType, Mention
from briefing.model.claim import Claim
from briefing.model.entity import Entity, slug
from briefing.problems import BriefingError, Problem, Where, did_you_mean
from briefing.project.sources import gazetteer
from briefing.review.acts.filed import filed, replaced, rewritten
from briefing.review.acts.listing import Listing, listing
from briefing.review.acts.plan import Plan
from briefing.review.acts.texts import text_of
from briefing.store.files import claims_path

_Rename = Callable[[str | None, str], str | None]
"""The id of an entity now, from its id and the words that name it."""


def merged(root: Path, kept: str, other: str) -> Plan:
    """Two entities are one: `other`'s names become aliases of `kept`, and every claim that names it names `kept`.

    Raises BriefingError when one of them is unknown or both are the same.
    """
    one, two = _found(root, kept), _found(root, other)
    if one.id == two.id:
        raise BriefingError(Problem(Where(FILE), f"{one.id} is {kept} and {other} already; name two entities"))
    names = tuple(name for name in (two.name, *two.aliases) if name not in (one.name, *one.aliases))
    roles = tuple(role for role in two.roles if role not in one.roles)
    apart = tuple(name for name in one.not_same_as if name != two.id)
    whole = replace(one, aliases=(*one.aliases, *names), roles=(*one.roles, *roles), not_same_as=apart)
    list_now = _listing(root).without(two.id, one.id).with_entity(whole)
    changes = _everywhere(root, lambda entity, _words: one.id if entity == two.id else entity)
    return Plan(f"entity merge {one.id} {two.id}", (one.id, two.id), (_change(root, list_now), *changes))


def split(root: Path, entity: str, name: str) -> Plan:
    """A name of an entity is somebody else's: it becomes an entity of its own, in every claim that has these words.

    Raises BriefingError when the entity is unknown, or when it would be left without a name.
    """
    one = _found(root, entity)
    _check_name(name)
    if name == one.name:
        raise BriefingError(Problem(Where(FILE), f"“{name}” is the name of {one.id}; split off one of its other names"))
    new = _free_id(root, slug(name))
    left = replace(one, aliases=tuple(a for a in one.aliases if a != name), not_same_as=(*one.not_same_as, new))
    apart = Entity(id=new, name=name, type=one.type, not_same_as=(one.id,))
    list_now = _listing(root).with_entity(left).with_entity(apart)
    changes = _everywhere(root, lambda found, words: new if found == one.id and words == name else found)
    return Plan(f"entity split {one.id} {name}", (one.id, new), (_change(root, list_now), *changes))


def ignored(root: Path, name: str) -> Plan:
    """A name that is no entity here: it is listed as such, and no claim names it any longer."""
    _check_name(name)
    list_now = _listing(root)
    mine = next((e for e in list_now.entities if name in (e.id, e.name, *e.aliases)), None)
    words = mine.name if mine and name == mine.id else name
    if mine is not None and words == mine.name:
        list_now = list_now.without(mine.id)
    elif mine is not None:
        list_now = list_now.with_entity(replace(mine, aliases=tuple(a for a in mine.aliases if a != words)))

    def unnamed(claim: Claim) -> Claim:
        return replace(claim, entities=tuple(m for m in claim.entities if m.exact != words))

    return Plan(
        f"entity ignore {words}", (words,), (_change(root, list_now.ignoring(words)), *_in_claims(root, unnamed))
    )


def _check_name(name: str) -> None:
    if not name.strip():
        raise BriefingError(Problem(Where(FILE), "a name is empty; write it out"))


def retyped(root: Path, entity: str, kind: EntityType) -> Plan:
    """What kind of thing an entity is. Raises BriefingError when it is unknown."""
    one = _found(root, entity)

    def typed(claim: Claim) -> Claim:
        rows = tuple(replace(m, type=kind) if m.entity == one.id else m for m in claim.entities)
        return replace(claim, entities=rows)

    list_now = _listing(root).with_entity(replace(one, type=kind))
    return Plan(f"entity type {one.id} {kind}", (one.id,), (_change(root, list_now), *_in_claims(root, typed)))


def _change(root: Path, now: Listing) -> Change:
    return Change(FILE, text_of(root, FILE), now.text)


def _listing(root: Path) -> Listing:
    return listing(text_of(root, FILE) or "")


def _found(root: Path, name: str) -> Entity:
    """An entity by its id or one of its names: the project's, a language's, or one that claims name."""
    known = list(_known(root))
    for entity in known:
        if name in (entity.id, entity.name):
            return entity
    for entity in known:
        if name in entity.aliases:
            return entity
    near = did_you_mean(name, {e.name for e in known} | {e.id for e in known})
    raise BriefingError(Problem(Where(FILE), f"there is no entity “{name}”{near}"))


def _known(root: Path) -> Iterator[Entity]:
    yield from load_entities(root)[0].entities
    articles, _ = load_corpus(root)
    yield from gazetteer(sorted({article.meta.language for article in articles}))
    named: dict[str, Mention] = {}
    for article in articles:
        if (root / claims_path(article.id)).is_file():
            for mention in (m for c in filed(root, article.id).said.claims for m in c.entities if m.entity):
                named.setdefault(mention.entity or "", mention)
    yield from (Entity(id=name, name=mention.exact, type=mention.type) for name, mention in sorted(named.items()))


def _free_id(root: Path, wanted: str) -> str:
    taken = {entity.id for entity in _known(root)}
    number, name = 1, wanted
    while name in taken:
        number, name = number + 1, f"{wanted}-{number + 1}"
    return name


def _everywhere(root: Path, rename: _Rename) -> Iterator[Change]:
    """Every row that names an entity."""

    def together(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for one in names if (name := rename(one, "")))

    def named(claim: Claim) -> Claim:
        return replace(
            claim,
            attribution=tuple(
                replace(a, entity=rename(a.entity, a.source or ""), entities=together(a.entities))
                for a in claim.attribution
            ),
            quotes=tuple(
                replace(q, entity=rename(q.entity, q.speaker or ""), entities=together(q.entities))
                for q in claim.quotes
            ),
            entities=tuple(
                replace(m, entity=rename(m.entity, m.exact), stands_for=rename(m.stands_for, ""))
                for m in claim.entities
            ),
        )

    return _in_claims(root, named)


def _in_claims(root: Path, change: Callable[[Claim], Claim]) -> Iterator[Change]:
    """A change of all claims of the project; files in which it changes nothing are left out."""
    for article in load_corpus(root)[0]:
        if (root / claims_path(article.id)).is_file():
            found = filed(root, article.id)
            claims = replaced(found, change)
            if claims != found.said.claims:
                yield rewritten(found, claims)
