"""Small dossiers: what several articles say, where they do not agree, and what only looks alike."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from briefing.extract.pack import Theme
from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.model.claim import ClaimFile
from briefing.model.dossier import Dossier
from briefing.relate.dossier import relate
from briefing.relate.subject.parties import Parties
from briefing.relate.subject.subject import Subjects
from briefing.relate.weigh import weigh

FOLDER = Path(__file__).parent / "relations"


@dataclass(frozen=True)
class Story:
    """An article of a case."""

    published: str
    text: str


@dataclass(frozen=True)
class Case:
    """A small dossier and all its links, each claim named by some of its words."""

    name: str
    articles: dict[str, Story]
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str, str, str], ...] = ()


def _cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        loaded = [
            {**case, "articles": {k: {**v, "published": str(v["published"])} for k, v in case["articles"].items()}}
            for case in yaml.safe_load(path.read_text("utf-8"))
        ]
        found += TypeAdapter(list[Case]).validate_python(loaded)
    return found


def _dossier(case: Case, *, reverse: bool = False) -> Dossier:
    pack = find_pack("fr")
    assert pack is not None
    stories = sorted(case.articles.items(), reverse=reverse)
    articles = tuple(Article(id=i, text=s.text, meta=Metadata(published=s.published), path=i) for i, s in stories)
    files = tuple(
        ClaimFile(article=a.id, text_sha256=a.text_sha256, generator="", claims=extract(a, pack, ())) for a in articles
    )
    return relate(
        articles,
        files,
        (),
        known=pack.gazetteer(),
        read=_read,
        reasons=pack.reasons(),
    )


def _read(_language: str, passage: str) -> tuple[Theme, ...]:
    pack = find_pack("fr")
    assert pack is not None
    return pack.themes(passage)


def _words(dossier: Dossier, claims: tuple[str, ...]) -> list[str]:
    return [dossier.claims[claim].evidence.exact for claim in claims]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_every_group_and_no_other(case: Case) -> None:
    """The groups hold the claims that the case names."""
    dossier = _dossier(case)
    groups = [_words(dossier, group.claims) for group in dossier.corroborations]

    for wanted in case.together:
        assert any(
            len(wanted) == len(group) and all(any(w in claim for claim in group) for w in wanted) for group in groups
        ), (wanted, groups)
    assert len(groups) == len(case.together), groups


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_every_difference_and_no_other(case: Case) -> None:
    """The differences name their field and kind, and have a reason."""
    dossier = _dossier(case)
    found = [(*_words(dossier, d.claims), d.field.value, d.kind.value) for d in dossier.differences]

    for one, other, field, kind in case.apart:
        assert any(
            f == field and k == kind and any(one in x and other in y for x, y in ((a, b), (b, a)))
            for a, b, f, k in found
        ), (one, found)
    assert len(found) == len(case.apart), found
    assert all(d.reason for d in dossier.differences)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_the_order_of_files_does_not_matter(case: Case) -> None:
    """Links are the same whichever article is read first."""
    one, other = _dossier(case), _dossier(case, reverse=True)

    assert {frozenset(g.claims) for g in one.corroborations} == {frozenset(g.claims) for g in other.corroborations}
    assert {d.id for d in one.differences} == {d.id for d in other.differences}


def test_weighing_is_symmetric() -> None:
    """Whichever claim stands first, the points and what speaks against the link are the same."""
    pack = find_pack("fr")
    assert pack is not None
    entities = {entity.id: entity for entity in pack.gazetteer()}
    for case in _cases():
        dossier = _dossier(case)
        claims = [(a.meta.language, c) for a in dossier.articles for c in dossier.claims_of(a)]
        parties = Parties(claims, entities | dossier.entity, _read)
        subjects = [s for a in dossier.articles for s in Subjects(parties, _read).of(a, dossier.claims_of(a))]
        for one, other in combinations(subjects, 2):
            there, back = weigh(one, other), weigh(other, one)
            assert (there.points, there.against) == (back.points, back.against)


def test_measures_compare_only_what_is_counted_alike() -> None:
    """The doses and the masks have the same number and are two measures."""
    stories = {case.name: case for case in _cases()}

    assert len(_dossier(stories["a figure with two bounds"]).measures) == 1
    assert _dossier(stories["a vaccine and a rumour"]).measures == ()


def test_a_copy_is_told() -> None:
    """Two articles with the same words come from one wire; the dossier says which."""
    stories = {case.name: case for case in _cases()}

    assert _dossier(stories["the same wire word for word corroborates nothing"]).copies == (("b", "a"),)
