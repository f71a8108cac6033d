"""Mending an entity once for all: in the project's list, and in every claim that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.entities import FILE, load_entities
from briefing.corpus.loader import load_corpus
from briefing.disk.hunk import Change
from briefing.extract.names.belonging import Belonging
from briefing.model.annotation import EntityType
from briefing.model.claim import Claim
from briefing.model.entity import Entity, slug
from briefing.problems import BriefingError, Problem, Where, did_you_mean
from briefing.project.sources import gazetteer
from briefing.relate.actors import named
from briefing.review.acts.claim_files import filed, replaced, rewritten
from briefing.review.acts.entity_list import Listing, listing
from briefing.review.acts.files import text_of
from briefing.review.acts.plan import Plan
from briefing.store.files import claims_path

_Rename = Callable[[str | None, str], str | None]
"""The id of an entity now, from its id and the words that name it."""


class _Called(Struct, frozen=True):
    """An entity, and every name that a list or a claim gives it, its own first."""

    entity: Entity
    names: tuple[str, ...]
    is_listed: bool
    """Whether the project or a language lists it; else only claims name it."""


def merged(root: Path, kept: str, other: str) -> Plan:
    """Two entities are one: the names of `other` become aliases of `kept`, and every claim that names it names `kept`.

    A name that claims give to somebody else too becomes nobody's alias, unless the project lists it. Raises
    BriefingError when one of them is unknown or both are the same.
    """
    known = _known(root)
    first, second = _found(known, kept), _found(known, other)
    one, two = first.entity, second.entity
    if one.id == two.id:
        raise _wrong(f"{one.id} is {kept} and {other} already; name two entities")
    names = tuple(name for name in _of_its_own(second, known, one.id) if name not in (one.name, *one.aliases))
    roles = tuple(role for role in two.roles if role not in one.roles)
    apart = tuple(name for name in one.not_same_as if name != two.id)
    whole = replace(one, aliases=(*one.aliases, *names), roles=(*one.roles, *roles), not_same_as=apart)
    list_now = _listing(root).without(two.id, one.id).with_entity(whole)
    changes = _everywhere(root, lambda entity, _words: one.id if entity == two.id else entity)
    return Plan(f"entity merge {one.id} {two.id}", (one.id, two.id), (_change(root, list_now), *changes))


def split(root: Path, entity: str, name: str) -> Plan:
    """A name of an entity is somebody else's: it becomes an entity of its own, in every claim that has these words.

    Raises BriefingError when the entity is unknown, has no such name, or would be left without one.
    """
    known = _known(root)
    one = _found(known, entity).entity
    _check_name(name)
    if name == one.name:
        raise _wrong(f"“{name}” is the name of {one.id}; split off one of its other names")
    new = _free_id(known, slug(name))
    changes = list(_everywhere(root, lambda found, words: new if found == one.id and words == name else found))
    if not changes and name not in one.aliases:
        raise _wrong(f"no claim names {one.id} “{name}”, nor does this list; write the name as a claim has it")
    left = replace(one, aliases=tuple(a for a in one.aliases if a != name), not_same_as=(*one.not_same_as, new))
    apart = Entity(id=new, name=name, type=one.type, not_same_as=(one.id,))
    list_now = _listing(root).with_entity(left).with_entity(apart)
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
        raise _wrong("a name is empty; write it out")


def retyped(root: Path, entity: str, kind: EntityType) -> Plan:
    """What kind of thing an entity is. Raises BriefingError when it is unknown."""
    one = _found(_known(root), entity).entity

    def typed(claim: Claim) -> Claim:
        rows = tuple(replace(m, type=kind) if m.entity == one.id else m for m in claim.entities)
        return replace(claim, entities=rows)

    list_now = _listing(root).with_entity(replace(one, type=kind))
    return Plan(f"entity type {one.id} {kind}", (one.id,), (_change(root, list_now), *_in_claims(root, typed)))


def _change(root: Path, now: Listing) -> Change:
    """The list as it will be. Raises BriefingError where it would hold a mistake that it does not hold now."""
    had = {problem.message for problem in _listing(root).mistakes}
    made = [problem for problem in now.mistakes if problem.message not in had]
    if made:
        raise BriefingError(*(_in_list(f"this would make a mistake in the list: {p.message}") for p in made))
    return Change(FILE, text_of(root, FILE), now.text)


def _listing(root: Path) -> Listing:
    return listing(text_of(root, FILE) or "")


def _in_list(message: str) -> Problem:
    return Problem(Where(FILE), message)


def _wrong(message: str) -> BriefingError:
    return BriefingError(_in_list(message))


def _found(known: Sequence[_Called], name: str) -> _Called:
    """An entity by its id or one of its names: the project's, a language's, or one that claims name."""
    for one in known:
        if name in (one.entity.id, one.entity.name):
            return one
    called = [one for one in known if name in one.names]
    if len(called) > 1 and not called[0].is_listed:
        raise _wrong(f"“{name}” is a name of {' and of '.join(one.entity.id for one in called)}; say which by its id")
    if called:
        return called[0]
    near = did_you_mean(name, {word for one in known for word in (one.entity.id, one.entity.name)})
    raise _wrong(f"there is no entity “{name}”{near}")


def _known(root: Path) -> tuple[_Called, ...]:
    """The entities that the project lists, those of its languages, and those that only claims name."""
    articles, _ = load_corpus(root)
    languages = sorted({article.meta.language for article in articles})
    listed: dict[str, Entity] = {}
    for entity in (*load_entities(root)[0].entities, *gazetteer(languages)):
        listed.setdefault(entity.id, entity)
    claims = [
        claim for a in articles if (root / claims_path(a.id)).is_file() for claim in filed(root, a.id).said.claims
    ]
    names: dict[str, dict[str, None]] = {}
    for mention in (mention for claim in claims for mention in claim.entities if mention.entity):
        names.setdefault(mention.entity or "", {})[mention.exact] = None
    everybody = (*listed.values(), *(e for e in named(claims, (), (), Belonging()) if e.id not in listed))
    return tuple(_Called(e, _distinct(e.name, *e.aliases, *names.get(e.id, ())), e.id in listed) for e in everybody)


def _distinct(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _of_its_own(called: _Called, known: Sequence[_Called], beside: str) -> tuple[str, ...]:
    """The names that an entity can hand over: those listed for it, else those that nobody has but it and `beside`."""
    entity = called.entity
    if called.is_listed:
        return (entity.name, *entity.aliases)
    others = {name for one in known if one.entity.id not in (entity.id, beside) for name in one.names}
    return tuple(name for name in called.names if name not in others)


def _free_id(known: Sequence[_Called], wanted: str) -> str:
    taken = {one.entity.id for one in known}
    number, name = 1, wanted
    while name in taken:
        number, name = number + 1, f"{wanted}-{number + 1}"
    return name


def _everywhere(root: Path, rename: _Rename) -> Iterator[Change]:
    """Every row that names an entity."""

    def together(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for one in names if (name := rename(one, "")))

    def renamed(claim: Claim) -> Claim:
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

    return _in_claims(root, renamed)


def _in_claims(root: Path, change: Callable[[Claim], Claim]) -> Iterator[Change]:
    """A change of all claims of the project; files in which it changes nothing are left out."""
    for article in load_corpus(root)[0]:
        if (root / claims_path(article.id)).is_file():
            found = filed(root, article.id)
            claims = replaced(found, change)
            if claims != found.said.claims:
                yield rewritten(found, claims)
