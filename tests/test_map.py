"""The map: an outline cut to a frame, places where they are known to be, precision, and what is put in two places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

import pytest
from msgspec.structs import replace

from briefing.corpus.entities import register_in
from briefing.languages import find_pack
from briefing.model.annotation import EntityType, Mention
from briefing.model.claim import Claim
from briefing.model.dossier import Dossier
from briefing.model.entity import Entity
from briefing.model.relation import Difference, DifferenceKind, Field
from briefing.pages.map.drawing import Located, drawings
from briefing.pages.map.outline import WIDTH, frame, outline
from briefing.pages.map.places import places_map
from briefing.pages.views.shown import Link
from briefing.yamlfile import Document, parse
from rendered import site_of
from sample import BILAN, CRUE, DOSSIER, EVACUATED, HELD, MORE, holding, spot

PAGE = "carte.md"


def _place(key: str, lat: float, lon: float, radius: float | None = None) -> Entity:
    return Entity(id=key, name=key.capitalize(), type=EntityType.PLACE, coordinates=(lat, lon), radius=radius)


TOWNS = (_place("amont", 48.0, 2.0), _place("aval", 48.4, 2.6), _place("pays-bas", 48.2, 2.2, 80.0))


def _naming(claim: Claim, words: str, *keys: str, acts: str | None = None) -> Claim:
    """The claim with mentions of places."""
    rows = tuple(Mention(**spot(CRUE, words), entity=key, type=EntityType.PLACE, stands_for=acts) for key in keys)  # type: ignore[arg-type]
    return replace(claim, entities=rows)


def _dossier(*claims: Claim, entities: tuple[Entity, ...] = TOWNS, **more: object) -> Dossier:
    return replace(holding(*claims), entities=(*DOSSIER.entities, *entities), **more)


ALL = _naming(EVACUATED, "habitants", "amont", "aval", "pays-bas")


def test_there_is_none_below_three_places() -> None:
    """Two places need no map; the menu does not offer one."""
    assert PAGE in site_of(_dossier(ALL)).pages
    assert PAGE not in site_of(_dossier(_naming(EVACUATED, "habitants", "amont", "aval"))).pages
    assert PAGE not in site_of(DOSSIER).pages


def test_each_mark_leads_to_its_passages() -> None:
    """By its number, in a list that needs no script; a wide place is drawn as wide as it is."""
    html = site_of(_dossier(ALL)).render(PAGE).html
    for number in (1, 2, 3):
        assert f'<a href="#p-{number}"' in html
        assert f'<details class="opens" id="p-{number}">' in html
    assert html.count("<ellipse") == 1
    assert html.count(f'href="./articles/crue-2024.html#{EVACUATED.id}"') == 3
    assert "style=" not in html


def test_the_key_tells_what_is_drawn() -> None:
    """Towns and a region, and no line where nothing is put in two places; towns alone need one word."""
    drawn = places_map(site_of(_dossier(ALL)).catalogue)
    assert drawn is not None
    assert drawn.kinds == ("town", "wide")
    towns = _dossier(ALL, entities=(*TOWNS[:2], _place("pays-bas", 48.2, 2.2)))
    html = site_of(towns).render(PAGE).html
    assert "Point : une ville. Chaque numéro mène à ses passages." in html.replace("\u00a0", " ")


def test_a_place_that_acts_is_no_place() -> None:
    """« Moscou dément » happens nowhere."""
    acting = _naming(EVACUATED, "habitants", "amont", acts="etat")
    assert places_map(site_of(_dossier(acting, _naming(HELD, "digue", "aval", "pays-bas"))).catalogue) is None


def test_a_pack_knows_where_a_project_does_not_say() -> None:
    """Its towns and countries stand on the map; what nobody places is listed."""
    places = _naming(EVACUATED, "habitants", "lyon", "rennes", "belgique", "occident")
    drawn = places_map(site_of(_dossier(places, entities=())).catalogue)
    assert drawn is not None
    assert len(drawn.places) == 3
    assert len(drawn.missing) == 1
    assert sum(place.is_wide for place in drawn.places) == 1


def test_places_that_crowd_are_drawn_again_closer() -> None:
    """Three towns of one coast beside one of another country; by themselves they need no second drawing."""
    valley = [_town(name, 43.0 + n, 2.0 + n) for n, name in enumerate(("Amont", "Gué", "Aval"))]
    far = _town("Loin", 20.0, -99.0)
    whole, closer = drawings([*valley, far])
    assert len(whole.marks) == 4
    assert {mark.place.key for mark in closer.marks} == {"Amont", "Gué", "Aval"}
    assert closer.crowd == ()
    assert len(list(drawings(valley))) == 1


def _town(name: str, lat: float, lon: float) -> Located:
    return Located(number=1, key=name, link=Link(name), at=(lat, lon), radius=0.0, claims=())


def _in(words: str, article_words: str, key: str) -> Claim:
    claim = MORE if words == "more" else EVACUATED
    article = BILAN if claim is MORE else CRUE
    return replace(
        claim,
        entities=(Mention(**spot(article, article_words), entity=key, type=EntityType.PLACE),),  # type: ignore[arg-type]
    )


def test_two_places_of_one_thing_are_joined() -> None:
    """By the narrowest place that stands behind « en », « à », « vers »; others join nothing."""
    link = Difference(
        id="d-9", kind=DifferenceKind.DIFFERENCE, claims=(EVACUATED.id, MORE.id), field=Field.PLACE, reason="Ici, ou là"
    )
    there = _in("more", "mai 2024", "aval")  # « en mai »: the words before it are what counts
    here = _in("one", "préfecture", "amont")  # « Selon la préfecture »: no place of what is told
    third = _naming(HELD, "digue", "pays-bas")
    drawn = places_map(site_of(_dossier(here, there, third, differences=(link,))).catalogue)
    assert drawn is not None
    assert drawn.disputes == ()
    text = replace(CRUE, text=CRUE.text.replace("Selon la", "Vers  la"))
    moved = _dossier(here, there, third, differences=(link,), articles=(text, BILAN))
    (dispute,) = places_map(site_of(moved).catalogue).disputes  # type: ignore[union-attr]
    assert {dispute.one.place.link.label, dispute.other.place.link.label} == {"Amont", "Aval"}
    assert 'class="dispute"' in site_of(moved).render(PAGE).html
    inside = tuple(replace(place, affiliation="amont") if place.id == "aval" else place for place in TOWNS)
    held = _dossier(here, there, third, entities=inside, differences=(link,), articles=(text, BILAN))
    assert places_map(site_of(held).catalogue).disputes == ()  # type: ignore[union-attr]


def _points(path: str) -> Iterator[tuple[int, int]]:
    """The places of a path: each line begins at one and goes on by steps."""
    for line in path.split("M")[1:]:
        start, steps = (list(map(int, re.findall(r"-?\d+", part))) for part in line.split("l"))
        xs, ys = accumulate((start[0], *steps[::2])), accumulate((start[1], *steps[1::2]))
        yield from zip(xs, ys, strict=True)


def test_the_outline_lies_where_the_world_does() -> None:
    """Around France there are coasts, in the middle of an ocean there are none; nothing leaves the frame by far."""
    france = frame([(43.3, 5.4), (50.6, 3.1), (48.4, -4.5)])
    path = outline(france)
    points = list(_points(path))
    inside = [p for p in points if 0 <= p[0] <= WIDTH and 0 <= p[1] <= france.height]
    assert len(inside) > 200
    assert len(path) < 10_000
    assert outline(frame([(-45.0, -120.0), (-46.0, -121.0), (-45.5, -122.0)])) == ""


@pytest.mark.parametrize("points", [[(48.0, 2.0)], [(0.0, 0.0), (0.0, 0.1)], [(85.0, -180.0), (-85.0, 180.0)]])
def test_a_frame_is_never_thin(points: list[tuple[float, float]]) -> None:
    """Every point lies in it, and it is neither a line nor upside down."""
    shown = frame(points)
    assert 0 < shown.height < 3 * WIDTH
    for lat, lon in points:
        x, y = shown.place(lat, lon)
        assert -0.1 <= x <= 100.1
        assert -0.1 <= y <= 100.1


def test_positions_of_the_pack() -> None:
    """A town within a few kilometres, a country as wide as it is; a name of several large towns has none."""
    pack = find_pack("fr")
    assert pack is not None
    at = {entity.id: entity for entity in pack.gazetteer() if entity.coordinates}
    assert at["lyon"].coordinates == pytest.approx((45.75, 4.85), abs=0.1)
    assert at["pyongyang"].coordinates == pytest.approx((39.03, 125.75), abs=0.1)
    assert at["ukraine"].radius == pytest.approx(426, abs=30)
    assert at["russie"].coordinates == pytest.approx((60, 95), abs=1)
    assert at["grenoble"].coordinates == pytest.approx((45.18, 5.71), abs=0.1)
    assert at["odessa"].coordinates == pytest.approx((46.49, 30.74), abs=0.1), "the one in Ukraine, not in Texas"
    assert "jura" not in at
    assert "cambridge" not in at
    assert len(at) > 900


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("coordinates: [200, 2]", "coordinates: write latitude (-90 to 90), then longitude (-180 to 180), in degrees"),
        ("coordinates: [1, 2, 3]", "coordinates: must be 2 numbers between brackets"),
        ("coordinates: [.nan, 2]", "coordinates: must be 2 numbers between brackets"),
        ("coordinates: 45", "coordinates: must be 2 numbers between brackets"),
        ("coordinates: [1, 2], radius: -5", "radius: write kilometres, more than 0 and at most 20,000"),
        ("coordinates: [1, 2], radius: 1e300", "radius: write kilometres, more than 0 and at most 20,000"),
        ("coordinates: [-90, 180], radius: 0.5", ""),
    ],
)
def test_a_place_that_no_map_has_is_said(place: str, said: str) -> None:
    """With what to write."""
    text = f"entities:\n- {{id: amont, name: Amont, type: place, {place}}}\n"
    document = parse(text, "corpus/entities.yaml")
    assert isinstance(document, Document)
    _, problems = register_in(document)
    assert [problem.message for problem in problems] == [said] * bool(said)
