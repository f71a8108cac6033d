"""Who speaks for whom: capital, government, state and their people are one party; joint statements are several's."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model.annotation import Attribution, EntityType, Mention
from briefing.model.claim import Because, Claim, Modality
from briefing.model.entity import Entity
from briefing.model.relation import Party
from briefing.model.span import Passage, Span
from briefing.relate.actors import head
from briefing.relate.parties import parties, speaking


def _entity(ident: str, **more: str) -> Entity:
    return Entity(id=ident, name=ident.capitalize(), type=EntityType.PLACE, **more)  # type: ignore[arg-type]


ENTITIES = {
    entity.id: entity
    for entity in (
        _entity("norvège", stands_for="gouvernement"),
        _entity("gouvernement", affiliation="norvège"),
        _entity("oslo", stands_for="gouvernement"),
        _entity("ministre", affiliation="gouvernement"),
        _entity("suède"),
        _entity("stockholm", stands_for="cabinet"),
        _entity("cabinet"),
        _entity("un", affiliation="deux"),
        _entity("deux", affiliation="un"),
    )
}


@pytest.mark.parametrize(
    ("entity", "top"),
    [
        ("norvège", "norvège"),
        ("gouvernement", "norvège"),
        ("oslo", "norvège"),
        ("ministre", "norvège"),
        ("suède", "suède"),
        ("stockholm", "cabinet"),
        ("nobody-listed", "nobody-listed"),
    ],
)
def test_what_an_entity_belongs_to(entity: str, top: str) -> None:
    """Its state where it is known to have one, else its government, else itself."""
    assert head(entity, ENTITIES) == top


def test_two_that_belong_to_each_other_end() -> None:
    """A mistake of the list is no endless loop."""
    assert head("un", ENTITIES) in {"un", "deux"}


def _claim(text: str, source: str | None, *named: tuple[str, str]) -> Claim:
    whole = Passage.at(text, Span(0, len(text)))
    mentions = tuple(
        Mention(
            exact=words,
            start=text.index(words),
            end=text.index(words) + len(words),
            entity=entity,
            stands_for="gouvernement",
        )
        for words, entity in named
    )
    said = (Attribution(source=source, cue="dit", content=whole, entity=named[0][1] if len(named) == 1 else None),)
    return Claim(
        id="c-1",
        evidence=whole,
        modality=Modality.ALLEGED,
        because=Because("r", "dit"),
        attribution=said if source else (),
        entities=mentions,
    )


def test_a_party_is_called_as_the_articles_call_it() -> None:
    """By the place that acts for it, even where another is named more often; by its own name where none is."""
    acts, lies = _claim("Oslo dit oui.", "Oslo", ("Oslo", "oslo")), _claim("Ici, Bergen.", None, ("Bergen", "bergen"))
    known = ENTITIES | {"bergen": _entity("bergen", stands_for="gouvernement")}
    assert parties(known, [lies])["norvège"] == Party("norvège", "Bergen")
    assert parties(known, [acts, *[replace(lies, entities=_still(lies))] * 3])["norvège"] == Party("norvège", "Oslo")
    assert parties(known, [])["oslo"] == Party("norvège", "Norvège")


def _still(claim: Claim) -> tuple[Mention, ...]:
    return tuple(replace(mention, stands_for=None) for mention in claim.entities)


def test_a_joint_statement_is_each_partys() -> None:
    """« Oslo et Stockholm disent » counts for both; nobody named, nobody counted."""
    joint = _claim("Oslo et Stockholm disent oui.", "Oslo et Stockholm", ("Oslo", "oslo"), ("Stockholm", "stockholm"))
    known = parties(ENTITIES, [joint])
    assert [party.name for party in speaking(joint, ENTITIES, known)] == ["Oslo", "Stockholm"]
    assert speaking(_claim("Il neige.", None), ENTITIES, known) == ()
