"""Small dossiers: what several articles say, where they do not agree, and what only looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from msgspec import Struct, convert
from msgspec.structs import replace

from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.model.claim import ClaimFile
from briefing.model.dossier import Dossier
from briefing.model.relation import Field
from briefing.relate.dossier import Tongue, relate

FOLDER = Path(__file__).parent / "relations"


class Story(Struct, frozen=True):
    """An article of a case."""

    published: str
    text: str


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    """A small dossier and all its links, each claim named by some of its words."""

    name: str
    articles: dict[str, Story]
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str, str, str], ...] = ()
    beyond: bool = False
    """Whether something is shown that is not so: what the rules cannot tell without knowing who does what to whom."""


def _cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(FOLDER.glob("*.yaml")):
        loaded = [
            {**case, "articles": {k: {**v, "published": str(v["published"])} for k, v in case["articles"].items()}}
            for case in yaml.safe_load(path.read_text("utf-8"))
        ]
        found += convert(loaded, list[Case])
    return found


def _dossier(case: Case, *, reverse: bool = False) -> Dossier:
    pack = find_pack("fr")
    assert pack is not None
    stories = sorted(case.articles.items(), reverse=reverse)
    articles = tuple(Article(id=i, text=s.text, meta=Metadata(published=s.published), path=i) for i, s in stories)
    files = tuple(
        ClaimFile(article=a.id, text_sha256=a.text_sha256, generator="", claims=extract(a, pack, ())) for a in articles
    )
    tongue = Tongue(tuple(pack.gazetteer()), {"fr": pack.wording()}, pack.reasons())
    return relate(articles, files, (), tongue)


def _words(dossier: Dossier, claims: tuple[str, ...]) -> list[str]:
    return [dossier.claims[claim].evidence.exact for claim in claims]


def _told(case: Case, dossier: Dossier) -> list[list[str]]:
    """The links that are shown and not expected: groups, and pairs that differ, by their words."""
    groups = [_words(dossier, group.claims) for group in dossier.corroborations]
    found = [
        claims
        for claims in groups
        if not any(all(any(w in c for w in wanted) for c in claims) for wanted in case.together)
    ]
    for difference in dossier.differences:
        assert difference.reason
        a, b = _words(dossier, difference.claims)
        fields = [f for one, other, f, _ in case.apart if any(one in x and other in y for x, y in ((a, b), (b, a)))]
        if difference.field.value not in fields:
            found.append([a, b])
    return found


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_no_link_but_those_expected(case: Case) -> None:
    """Whatever is shown is so; how much is found, `tests/relating` measures. What is beyond the rules is known."""
    told = _told(case, _dossier(case))
    assert bool(told) is case.beyond, told


def test_among_many_claims_no_link_but_those_expected() -> None:
    """All cases in one dossier, in which some words are rare and others are not."""
    cases = {f"{number:03}": case for number, case in enumerate(_cases())}
    together = {key + ident: story for key, case in cases.items() for ident, story in case.articles.items()}
    dossier = _dossier(Case("all", together))

    told = {key: _told(case, _part(dossier, key)) for key, case in cases.items() if not case.beyond}

    assert dossier.corroborations
    assert dossier.differences
    assert not [links for links in told.values() if links]


def _part(dossier: Dossier, key: str) -> Dossier:
    """The links of one case alone: several cases are set in one invented town."""

    def is_of(claims: tuple[str, ...]) -> bool:
        return all(dossier.article_of(dossier.claims[claim]).id.startswith(key) for claim in claims)

    return replace(
        dossier,
        corroborations=tuple(group for group in dossier.corroborations if is_of(group.claims)),
        differences=tuple(difference for difference in dossier.differences if is_of(difference.claims)),
    )


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name)
def test_the_order_of_files_does_not_matter(case: Case) -> None:
    """Links are the same whichever article is read first."""
    one, other = _dossier(case), _dossier(case, reverse=True)

    assert {frozenset(g.claims) for g in one.corroborations} == {frozenset(g.claims) for g in other.corroborations}
    assert {d.id for d in one.differences} == {d.id for d in other.differences}


def test_what_each_article_measures_once_is_no_formula() -> None:
    """« hectares » stands in all three, set in three towns; where each measures twice, « brûlé » must be shared too."""
    once = next(case for case in _cases() if case.name == "what each article measures once")
    more = {
        key: Story(s.published, f"{s.text} Un bois de 12 hectares jouxte le camp.") for key, s in once.articles.items()
    }

    assert [difference.field for difference in _dossier(once).differences] == [Field.QUANTITY] * 3
    twice = _dossier(Case("twice", more))
    (left,) = twice.differences
    assert all("ont brûlé" in words for words in _words(twice, left.claims))


def test_a_chart_is_of_one_event() -> None:
    """A doctor 45 kilometres away and a hospital 67 away are no series, however alike the words around them."""
    toll = {
        "a": Story("2025-05-01", "Le pont d'Ombreval s'est effondré : deux morts. Le pont d'Ombreval datait de 1950."),
        "b": Story("2025-05-02", "Le pont d'Ombreval s'est effondré : cinq morts. Le pont d'Ombreval datait de 1950."),
    }
    distances = {
        "c": Story(
            "2025-01-30",
            "La France fête ses élèves à Brest avec Paul Arnoux. Un feu d'artifice clôt le bal. Les pompiers dansent. "
            "Le médecin le plus proche se trouve à 45 kilomètres.",
        ),
        "d": Story(
            "2025-06-12",
            "Un médecin, Jean Morel, est jugé à Dole, en France. L'avocat Luc Roche plaide l'erreur. La procureure "
            "Anne Bost requiert du sursis. L'hôpital le plus proche se trouve à 67 kilomètres.",
        ),
    }

    measures = _dossier(Case("two events", toll | distances)).measures

    assert [measure.unit for measure in measures] == ["mort"]


def test_a_copy_is_told() -> None:
    """Two articles with the same words come from one wire; the dossier says which."""
    stories = {case.name: case for case in _cases()}

    assert _dossier(stories["the same wire word for word corroborates nothing"]).copies == (("b", "a"),)


def test_what_the_rules_propose_is_not_set_aside() -> None:
    """What one only holds for possible waits for a person; only what people rejected is told as left out."""
    told = Story("2026-03-01", "Le barrage de Morel alimente 312 fermes du canton en eau.")
    supposed = Story("2026-03-02", "Le barrage de Morel alimente peut-être 312 fermes du canton en eau.")
    dossier = _dossier(Case("possibility", {"a": told, "b": supposed}))

    assert not [*dossier.corroborations, *dossier.differences]
    assert len(dossier.proposals) == 1
    assert dossier.set_aside == ()
