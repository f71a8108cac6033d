"""Relating claims: origins, near copies, moments, and what joins or separates claims of different articles."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.annotation import Attribution, DateMention, EntityType, Mention, Quotation
from briefing.model.article import Article
from briefing.model.claim import Because, Claim, Modality
from briefing.model.entity import Entity
from briefing.model.span import Passage
from briefing.relate.origins import Origin, copies, named_origins, origin_of
from briefing.relate.timeline import compatible, timeline
from briefing.relate.voice import Voice, voices

PASSAGE = Passage(exact="le texte", start=0, end=8)
ENTITIES = {
    "moscou": Entity(id="moscou", name="Moscou", type=EntityType.PLACE, stands_for="gouvernement"),
    "gouvernement": Entity(id="gouvernement", name="gouvernement russe", type=EntityType.ORGANISATION),
    "roux": Entity(id="roux", name="Anne Roux", type=EntityType.PERSON),
}


def _claim(number: int = 0, *sources: tuple[str, str | None], dates: tuple[str, ...] = ()) -> Claim:
    return Claim(
        id=f"c-{number:08}",
        evidence=PASSAGE,
        modality=Modality.ALLEGED,
        because=Because("fr.r"),
        attribution=tuple(Attribution(source=s, cue="selon", content=PASSAGE, entity=e) for s, e in sources),
        dates=tuple(DateMention(exact="le texte", start=0, end=8, value=value) for value in dates),
    )


def test_the_article_speaks_where_nobody_is_cited() -> None:
    """No voice, no origin: it must be shown as the article's own."""
    assert voices(_claim()) == ()
    assert origin_of(_claim(), ENTITIES) is None


def test_a_voice_is_counted_once() -> None:
    """The same person in an attribution and in a quotation is one speaker."""
    claim = _claim(0, ("Elle", "roux"))
    quoted = Quotation(exact="oui", start=0, end=3, speaker="Anne Roux", entity="roux")

    assert voices(
        Claim(
            id=claim.id,
            evidence=PASSAGE,
            modality=claim.modality,
            because=claim.because,
            attribution=claim.attribution,
            quotes=(quoted,),
        )
    ) == (Voice("Elle", "roux"),)


def test_the_origin_is_the_root_of_the_chain() -> None:
    """« Selon l'agence, la ministre affirme que … »: the minister said it, the agency passed it on."""
    assert origin_of(_claim(0, ("l'agence", None), ("la ministre", "roux")), ENTITIES) == Origin("Anne Roux", "roux")


def test_a_capital_that_speaks_is_its_government() -> None:
    """« Moscou dément » and « le gouvernement russe dément » have one origin."""
    assert named_origins(
        [_claim(0, ("Moscou", "moscou")), _claim(1, ("le gouvernement", "gouvernement"))], ENTITIES
    ) == ("gouvernement russe",)


def test_an_unnamed_source_adds_no_origin() -> None:
    """« des experts » may be anybody, also the same ones."""
    assert named_origins([_claim(0, ("des experts", None)), _claim(1, ("une source", None))], ENTITIES) == ()


def test_names_side_by_side_are_several_origins() -> None:
    """« Moscou et Anne Roux affirment » has two; « un proche de Moscou et d'Anne Roux » is neither."""
    mentions = tuple(
        Mention(exact=name, start=0, end=len(name), type=EntityType.PLACE, entity=ident)
        for name, ident in (("Moscou", "moscou"), ("Anne Roux", "roux"))
    )
    both, neither = (
        replace(_claim(0, (source, None)), entities=mentions)
        for source in ("Moscou et Anne Roux", "un proche de Moscou et d'Anne Roux")
    )

    assert named_origins([both], ENTITIES) == ("Anne Roux", "gouvernement russe")
    assert named_origins([neither], ENTITIES) == ()


WIRE = "Le préfet a annoncé lundi la fermeture du pont pour trois semaines après la découverte de fissures."


def test_the_same_wire_is_noticed() -> None:
    """An article that repeats another nearly word for word brings no second origin."""
    texts = {
        "a": WIRE,
        "b": WIRE + " Les riverains protestent.",
        "c": "Un tout autre sujet occupe ce matin le conseil municipal de la ville.",
    }

    assert copies(Article(id=ident, text=text) for ident, text in texts.items()) == {"b": "a"}


def test_moments_keep_their_precision() -> None:
    """A year is not its first of January; it stands before its months, and the same moment is one entry."""
    claims = [_claim(1, dates=("2024-06",)), _claim(2, dates=("2024",)), _claim(3, dates=("2022-02-24", "2024-06"))]

    assert [(m.value, m.claims) for m in timeline(claims)] == [
        ("2022-02-24", ("c-00000003",)),
        ("2024", ("c-00000002",)),
        ("2024-06", ("c-00000001", "c-00000003")),
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024", "2024-06", True),
        ("2024-06", "2024-06-30", True),
        ("2024-06/2024-09", "2024-07-14", True),
        ("2023", "2024-06", False),
        ("2024-06-01", "2024-06-02", False),
        ("1955/1975", "1973", True),
    ],
)
def test_partial_dates_agree_where_they_can_mean_the_same(one: str, other: str, expected: bool) -> None:
    """And agreement goes both ways."""
    assert compatible(one, other) is compatible(other, one) is expected


partial = st.builds(
    lambda year, month, day, length: f"{year:04}-{month:02}-{day:02}"[:length],
    st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28), st.sampled_from([4, 7, 10]),
)  # fmt: skip


@given(st.lists(partial, min_size=1, max_size=6))
def test_the_order_of_moments_never_contradicts_the_dates(values: list[str]) -> None:
    """Whatever comes first does not begin after what follows."""
    moments = timeline([_claim(n, dates=(value,)) for n, value in enumerate(values)])

    for earlier, later in itertools.pairwise(moments):
        assert earlier.value <= later.value or later.value.startswith(earlier.value)
