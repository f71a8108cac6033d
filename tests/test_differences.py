"""Differences that the rules show: in which order their claims stand, and whom their line names."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.model.claim import ClaimFile
from briefing.model.dossier import Dossier
from briefing.model.link import Link, LinkDecision, LinkKind
from briefing.model.relation import Difference, Field
from briefing.relate.dossier import Tongue, relate

DENIED = ("2025-02-11", "Moscou dément avoir envoyé des drones en Pologne.")
SENT = ("2025-02-19", "La Pologne accuse la Russie d'avoir envoyé 19 drones dans son espace aérien.")


def _related(*texts: tuple[str, str], links: tuple[Link, ...] = ()) -> Dossier:
    pack = find_pack("fr")
    assert pack is not None
    articles = tuple(Article(id=f"a{n}", text=t, meta=Metadata(published=d)) for n, (d, t) in enumerate(texts))
    files = tuple(ClaimFile(article=article.id, claims=extract(article, pack, ())) for article in articles)
    tongue = Tongue(tuple(pack.gazetteer()), {"fr": pack.wording()}, pack.reasons(), ask=pack.ask)
    return relate(articles, files, (), tongue, links)


def _columns(dossier: Dossier, difference: Difference) -> list[str]:
    return [dossier.claims[claim].evidence.exact for claim in difference.claims]


@pytest.mark.parametrize("texts", [(DENIED, SENT), (SENT, DENIED)])
def test_what_was_denied_before_stands_first(texts: tuple[tuple[str, str], ...]) -> None:
    """As its line tells it: « Démenti auparavant par Moscou ; … »; the words that deny stand on the same side."""
    dossier = _related(*texts)
    [difference] = dossier.differences

    assert difference.reason.startswith("Démenti auparavant par Moscou")
    assert _columns(dossier, difference) == [DENIED[1], SENT[1]]
    assert [[words.exact for words in own] for own in difference.told] == [["dément"], []]


def _decided(*claims: str, why: str | None) -> Link:
    return Link(
        decision=LinkDecision.CONFIRMED,
        kind=LinkKind.UPDATE,
        claims=claims,
        who="A. B.",
        when=date(2025, 3, 11),
        why=why,
        field=Field.POLARITY,
    )


def test_the_line_that_a_person_wrote_gives_the_order() -> None:
    """Where they wrote none, that of the rules stands with the order of the rules."""
    [found] = _related(DENIED, SENT).differences
    turned = found.claims[::-1]
    why = "Nié, puis dit."
    [written] = _related(DENIED, SENT, links=(_decided(*turned, why=why),)).differences
    [kept] = _related(DENIED, SENT, links=(_decided(*turned, why=None),)).differences

    assert (written.reason, written.claims, written.told) == (why, turned, found.told[::-1])
    assert (kept.reason, kept.claims, kept.told) == (found.reason, found.claims, found.told)


@pytest.mark.parametrize(
    ("denial", "named"),
    [
        ("La Norvège n'a pas vendu de navires au Brésil, selon le ministre brésilien.", "le ministre brésilien"),
        (
            "Les services norvégiens affirment que la Norvège n'a pas vendu de navires au Brésil.",
            "les services norvégiens",
        ),
        ("Selon José Silva, tout va bien. Il assure que la Norvège n'a pas vendu de navires au Brésil.", "José Silva"),
        ("Elle assure que la Norvège n'a pas vendu de navires au Brésil.", "une source citée"),
        ("Ce dernier assure que la Norvège n'a pas vendu de navires au Brésil.", "une source citée"),
        ("La Norvège n'a pas vendu de navires au Brésil.", "l’article"),
    ],
)
def test_a_line_never_names_somebody_by_a_pronoun(denial: str, named: str) -> None:
    """A person whom it stands for is named; whom no name can stand for is told without one."""
    dossier = _related(("2025-08-01", "La Norvège a vendu des navires au Brésil, selon Oslo."), ("2025-08-02", denial))
    reasons = [difference.reason for difference in dossier.differences]

    assert reasons == [f"Affirmé par Oslo, démenti par {named}."]


def test_a_difference_is_called_by_the_question_that_it_answers() -> None:
    """The line that says why stays its own."""
    dossier = _related(DENIED, SENT)
    [difference] = dossier.differences

    assert dossier.asked[difference.id] == "« avoir envoyé des drones en Pologne » : est-ce avéré ?"
