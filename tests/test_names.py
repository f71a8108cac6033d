"""What holds for the names of any text: rows in order, cut from the text, and never merged on likeness alone."""

from __future__ import annotations

from itertools import pairwise, takewhile

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.names.known import key
from briefing.extract.reading import Reading
from briefing.languages.fr import PACK
from briefing.languages.fr.gazetteer.atlas import atlas
from briefing.languages.fr.gazetteer.demonyms import forms, place_of
from briefing.languages.fr.gazetteer.gazetteer import gazetteer
from briefing.languages.fr.names.mentions import mentions
from briefing.model.annotation import EntityType, Mention
from briefing.model.article import Article
from briefing.model.entity import Entity

_TEXT = (
    "Le la les de du d’ l’ à en et , . : « » ( ) - – \n M. Mme Me A. J.-P. Paris Corée Nord Kim Jong-un Moscou "
    "Lyon-Turin O’Neill Saint-Denis ONU (OMS) Macron Emmanuel Jean ministre guerre président Agence loi dément "
    "2024 12 X État É ß İ ﬁ 𝐀 É\u0301 Ǆ"
)
_WORDS = st.sampled_from(_TEXT.split(" "))


def _find(text: str, *register: Entity) -> tuple[Mention, ...]:
    reading = Reading.of(Article(id="cas", text=text), register)
    for annotator in takewhile(lambda a: a is not mentions, PACK.annotators()):
        reading = annotator(reading)
    return mentions(reading).mentions


@given(st.one_of(st.text(), st.lists(_WORDS, max_size=40).map(" ".join), st.lists(_WORDS, max_size=40).map("".join)))
def test_mentions_stand_in_the_text_in_order(text: str) -> None:
    """Whatever the text, a mention is cut from it, names an entity, and overlaps no other."""
    found = _find(text)
    assert all(m.exact == text[m.start : m.end] and m.exact and m.entity for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text())
def test_a_key_is_as_long_as_its_text(text: str) -> None:
    """Names are searched in the key, so an offset there is an offset in the text."""
    assert len(key(text)) == len(text)


def test_the_gazetteer_is_consistent() -> None:
    """Ids are unique, and what a place stands for is there or is a body that articles name."""
    entities = gazetteer()
    ids = [entity.id for entity in entities]
    assert len(set(ids)) == len(ids)
    named = {entity.stands_for for entity in entities if entity.stands_for}
    assert named <= set(ids)
    assert all(entity.name.strip() == entity.name and entity.name for entity in entities)


def test_the_gazetteer_has_the_countries_of_cldr() -> None:
    """Each country has the name that Babel gives it, or lists it among its aliases."""
    known = {key(name) for entity in gazetteer() for name in (entity.name, *entity.aliases)}
    territories = Locale("fr").territories
    codes = [code for code in atlas().countries if not code.startswith("X") or code == "XK"]
    assert [territories[code] for code in codes if key(territories[code]) not in known] == []


def test_every_sovereign_state_is_listed() -> None:
    """Nobody is forgotten: the members of the United Nations, and a few more."""
    assert len(atlas().countries) >= 193


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [
        ("français", "français française françaises"),
        ("ukrainien", "ukrainien ukrainienne ukrainiens ukrainiennes"),
        ("russe", "russe russes"),
        ("européen", "européen européenne européens européennes"),
        ("letton", "letton lettonne lettons lettonnes"),
    ],
)
def test_an_adjective_has_its_forms(adjective: str, expected: str) -> None:
    """Feminine and plural follow the ending."""
    assert set(forms(adjective)) == set(expected.split())


def test_a_compound_adjective_names_the_second_place() -> None:
    """« russo-ukrainien » is about Ukraine."""
    assert place_of("russo-ukrainien") == "ukraine"
    assert place_of("socio-économique") is None


@pytest.mark.parametrize(
    "text",
    [
        "La Corée du Nord et la Corée du Sud discutent.",
        "Kim Jong-un a succédé à Kim Jong-il.",
        "Le Niger et le Nigeria discutent.",
        "La République du Congo et la République démocratique du Congo discutent.",
        "Marie Roux et Marion Roux discutent.",
        "Le Parti libéral et le Parti libertaire discutent.",
    ],
)
def test_names_that_look_alike_stay_apart(text: str) -> None:
    """Two names are one entity by a rule, never because they look alike."""
    found = _find(text)
    assert len(found) == len({m.entity for m in found}) == 2


_TOWNS = [e.name for e in gazetteer() if e.type is EntityType.PLACE and e.name.isalpha() and e.name != "Grand"]


@given(st.sampled_from(_TOWNS), st.sampled_from(["{} Métropole", "Grand {}", "{} Agglomération", "Grand {} Métropole"]))
def test_a_place_that_begins_like_a_person_is_a_place(town: str, shape: str) -> None:
    """« Florence Métropole », « Grand Nancy »: whatever first name a town bears."""
    name = shape.format(town)
    found = _find(f"Les élus de {name} ont voté le budget, dit-on.")
    assert all(m.type is not EntityType.PERSON for m in found if m.exact in name)


def test_two_readings_are_one() -> None:
    """The same text gives the same rows, whatever was read in between."""
    text = "Le maire de Lyon, Paul Vial, a reçu Anne Roy. Vial dément. L’ONU et l’OMS aussi."
    before = _find(text)
    _find("Paul Vial dirige l’OMS (Office municipal des sports).")
    assert _find(text) == before


def test_the_project_knows_better() -> None:
    """An entity of the project wins over the gazetteer, and keeps what the gazetteer knows of how it acts."""
    mine = Entity(id="capitale", name="Oslo", type=EntityType.PLACE)
    (found,) = _find("Oslo dément.", mine)
    assert (found.entity, found.stands_for, found.rule) == ("capitale", "gouvernement-norvegien", "fr.names.register")


def test_a_long_line_takes_no_longer_a_word() -> None:
    """No rule looks at the whole line for one word: ten times the text finds ten times the names."""
    text = "Selon Le Monde, M. Vial (PS) a vu Anne Roy à Lyon, rue de Rivoli, avec l’Agence du bassin. "
    assert len(_find(text * 200)) == 200 * len(_find(text))
