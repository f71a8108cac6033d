"""The chain of a group: who says it, who passed it on, where it is read, and what adds no origin."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model.chain import Chain, Doubt, Source
from briefing.model.dossier import Dossier
from briefing.pages.views.inside.chain import chains
from rendered import plain, site_of
from sample import BILAN, CRUE, DOSSIER, EVACUATED, MORE

PAGE = "recoupements/k-1.md"
PREFECTURE = Source("préfecture", "prefecture")
AGENCY = Source("Agence du Rhin")


def _with(*ways: Chain) -> Dossier:
    return replace(DOSSIER, corroborations=(replace(DOSSIER.corroborations[0], chains=ways),))


def _way(
    claim: str, article: str, *origins: Source, relays: tuple[Source, ...] = (), doubt: Doubt | None = None
) -> Chain:
    return Chain(claim=claim, article=article, origins=origins, relays=relays, doubt=doubt)


FIRST = _way(EVACUATED.id, CRUE.id, PREFECTURE)
SECOND = replace(_way(MORE.id, BILAN.id, PREFECTURE, doubt=Doubt.SAME_ORIGIN), relays=(AGENCY,))


def _text(dossier: Dossier) -> str:
    html = site_of(dossier).render(PAGE).html
    return plain(html[html.index('<table class="chain') :].partition("</table>")[0])


def test_those_of_one_origin_stand_together() -> None:
    """It is named once; the second way says why it adds nothing."""
    dossier = _with(FIRST, SECOND)
    shown = chains(site_of(dossier).catalogue, dossier.corroborations[0])
    assert [(way.claim.id, way.rows, way.doubt) for way in shown] == [
        (EVACUATED.id, 2, None),
        (MORE.id, 0, "same_origin"),
    ]
    text = _text(dossier)
    assert text.count("Préfecture") == 1
    assert "Agence du Rhin" in text
    assert "même origine qu’une ligne précédente" in text


def test_who_is_not_named_is_no_origin() -> None:
    """An unnamed source is said to be one, and its independence is not established."""
    text = _text(_with(_way(EVACUATED.id, CRUE.id, doubt=Doubt.UNNAMED), _way(MORE.id, BILAN.id, PREFECTURE)))
    assert "Source non nommée" in text
    assert text.count("indépendance non établie") == 1


def test_ways_of_one_origin_stand_together_wherever_they_were() -> None:
    """In the order in which origins first appear."""
    other = _way("c-none", CRUE.id, AGENCY)
    dossier = _with(FIRST, other, _way(MORE.id, BILAN.id, AGENCY, doubt=Doubt.UNNAMED))
    shown = chains(site_of(dossier).catalogue, dossier.corroborations[0])
    assert [way.claim.id for way in shown] == [EVACUATED.id, MORE.id]
    assert [way.rows for way in shown] == [1, 1]


def test_without_chains_nothing_is_drawn() -> None:
    """A dossier related by an older program has none."""
    assert 'table class="chain' not in site_of(_with()).render(PAGE).html
