"""Differences that the rules show: in which order their claims stand, and whom their line names."""

from __future__ import annotations

import re
from datetime import date

import pytest

from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model import link
from briefing.model.article import Article, Metadata
from briefing.model.claim import ClaimFile
from briefing.model.dossier import Dossier
from briefing.model.link import LinkDecision, LinkKind
from briefing.model.relation import Difference, Field
from briefing.pages.site import Edition, Site
from briefing.pages.views.across.reversals import reversals
from briefing.pages.views.groups import DifferencePage
from briefing.pages.views.shown import Link
from briefing.relate.dossier import Tongue, relate

DENIED = ("2025-02-11", "La Norvège n'a pas vendu de navires au Brésil, selon Oslo.")
SOLD = ("2025-02-19", "La Norvège a vendu des navires au Brésil, selon Rome.")


_MORE = (
    (
        "La neige a coupé la route du col vendredi. Un musée de Turin expose ses tapisseries. Les pêcheurs réclament"
        " une criée neuve. Le prix du blé recule. Une bibliothèque ouvre à Namur. Deux coureurs abandonnent la course."
    ),
    (
        "Le tramway de Gand roule la nuit. La récolte des pommes commence tôt. Un chœur chante à Metz. Des élèves"
        " plantent des chênes. La piscine rouvre ses bassins. Un phare breton se visite."
    ),
)
"""What else two articles tell: among a handful of claims no word is rare, and nothing is shown."""


def _told(*texts: tuple[str, str], links: tuple[link.Link, ...] = ()) -> Dossier:
    """Two articles of which each tells more than its first claim."""
    return _related(*((day, f"{text} {more}") for (day, text), more in zip(texts, _MORE, strict=True)), links=links)


def _related(*texts: tuple[str, str], links: tuple[link.Link, ...] = ()) -> Dossier:
    pack = find_pack("fr")
    assert pack is not None
    articles = tuple(Article(id=f"a{n}", text=t, meta=Metadata(published=d)) for n, (d, t) in enumerate(texts))
    files = tuple(ClaimFile(article=article.id, claims=extract(article, pack, ())) for article in articles)
    tongue = Tongue(tuple(pack.gazetteer()), {"fr": pack.wording()}, pack.reasons(), ask=pack.ask)
    return relate(articles, files, (), tongue, links)


def _columns(dossier: Dossier, difference: Difference) -> list[str]:
    return [dossier.claims[claim].evidence.exact for claim in difference.claims]


@pytest.mark.parametrize("texts", [(DENIED, SOLD), (SOLD, DENIED)])
def test_what_was_denied_before_stands_first(texts: tuple[tuple[str, str], ...]) -> None:
    """As its line tells it: « Démenti auparavant par Moscou ; … »; the words that deny stand on the same side."""
    dossier = _told(*texts)
    [difference] = dossier.differences

    assert difference.reason.startswith("Démenti auparavant par Oslo")
    assert _columns(dossier, difference) == [DENIED[1], SOLD[1]]
    assert [[words.exact for words in own] for own in difference.told] == [["n'a pas"], []]


REFUSED = ("2025-02-11", "Moscou dément avoir envoyé des soldats nord-coréens en Ukraine.")
ADMITTED = ("2025-04-19", "Moscou a reconnu avoir envoyé des soldats nord-coréens en Ukraine.")


def test_who_denied_and_later_admits_it_reverses_himself() -> None:
    """An update with an arc in the chronology; who first says and then denies it, or both on a day, has none."""
    dossier = _told(REFUSED, ADMITTED)
    [difference] = dossier.differences
    [arc] = reversals(Site(dossier, Edition(title="Écarts")).catalogue)

    assert (difference.kind.value, difference.reason) == ("update", "Démenti, puis affirmé par Moscou.")
    assert _columns(dossier, difference) == [REFUSED[1], ADMITTED[1]]
    assert arc.admitted
    for day in ("2025-02-11", "2025-01-03"):
        assert not _told(REFUSED, (day, ADMITTED[1])).differences


def _decided(*claims: str, why: str | None) -> link.Link:
    return link.Link(
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
    [found] = _told(DENIED, SOLD).differences
    turned = found.claims[::-1]
    why = "Nié, puis dit."
    [written] = _told(DENIED, SOLD, links=(_decided(*turned, why=why),)).differences
    [kept] = _told(DENIED, SOLD, links=(_decided(*turned, why=None),)).differences

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
    dossier = _told(("2025-08-01", "La Norvège a vendu des navires au Brésil, selon Oslo."), ("2025-08-02", denial))
    reasons = [difference.reason for difference in dossier.differences]

    assert reasons == [f"Affirmé par Oslo, démenti par {named}."]


def _added(one: str, other: str, field: str, why: str) -> Site:
    """The site of two articles of a sentence each, whose difference a person added."""
    texts = (("2025-08-01", one), ("2025-08-02", other))
    claims = tuple(_related(*texts).claims)
    decided = link.Link(
        decision=LinkDecision.ADDED, kind=LinkKind.DIFFERENCE, claims=claims, who="A. B.", when=date(2025, 8, 3),
        field=Field(field), why=why,
    )  # fmt: skip
    return Site(_related(*texts, links=(decided,)), Edition(title="Écarts"))


def _page(site: Site) -> DifferencePage:
    """That of its only difference."""
    [page] = [content.page for content in site.pages.values() if isinstance(content.page, DifferencePage)]
    return page


APART = [
    (
        "Le Maroc a envoyé 300 soldats au Tchad.",
        "Washington affirme que le Maroc a envoyé 300 soldats au Niger.",
        ("place", "Au Tchad pour l’un, au Niger pour l’autre."),
        (["Tchad"], ["Niger"]),
        {"Le lieu": (["Tchad"], ["Niger"])},
    ),
    (
        "Ankara dément avoir vendu des drones.",
        "La Turquie aurait vendu des drones à Bamako.",
        ("polarity", "Ankara dément."),
        (["dément"], []),
        {"Modalité": (["démenti", "dément"], ["rapporté"])},
    ),
    (
        "Selon Berne, 300 soldats sont déjà présents au Tchad.",
        "Selon Rome, il est « très probable » que 300 militaires soient au Tchad.",
        ("certainty", "Présents selon Berne, « très probablement » là selon Rome."),
        (["présents"], ["probable"]),
        {"Modalité": (["rapporté", "présents"], ["rapporté", "probable"])},
    ),
    (
        "Le Maroc a livré des missiles sol-air à son allié.",
        "Le Maroc a offert un appui financier à son allié.",
        ("content", "Des missiles d’un côté, un appui financier de l’autre."),
        (["missiles"], ["appui financier"]),
        {"Ce qui en est dit": (["missiles"], ["appui financier"])},
    ),
    (
        "Les combats ont repris dans une région frontalière.",
        "Les combats ont repris près de Zinder.",
        ("name", "La même région : « frontalière » d’un côté, Zinder de l’autre."),
        (["région frontalière"], ["Zinder"]),
        {"Le nom": (["région frontalière"], ["Zinder"])},
    ),
]


@pytest.mark.parametrize(("one", "other", "told", "marked", "chief"), APART, ids=lambda value: str(value)[:24])
def test_what_a_person_says_that_differs_is_marked_and_heads_the_table(
    one: str,
    other: str,
    told: tuple[str, str],
    marked: tuple[list[str], list[str]],
    chief: dict[str, tuple[list[str], list[str]]],
) -> None:
    """The words of the field; where it has none, those of the line that only one passage has. Neither row is alike."""
    site = _added(one, other, *told)
    page = _page(site)
    html = site.render(f"divergences/{page.head.id}.md").html
    [row] = re.findall(r'<tr class="chief">(.*?)</tr>', html, re.DOTALL)
    cells = [re.sub(r"<[^>]+>", "", cell).replace("«\u202f", "").replace("\u202f»", "") for cell in row.split("<td")]

    assert [[text for text, is_apart in own or () if is_apart] for own in page.pieces] == list(marked)
    assert all(words in cell for cell, own in zip(cells[1:], next(iter(chief.values())), strict=True) for words in own)
    assert next(iter(chief)) in cells[0]
    assert all(values[0] != values[1] and all(values) for values in (row.values for row in page.rows))


def test_a_row_names_only_those_whom_the_other_does_not_name() -> None:
    """Who says it and where it is have rows of their own."""
    one = "Selon Oslo, Ida Holm a rencontré Paul Roux à Brest."
    other = "Selon Rome, Ida Holm a rencontré Jean Dupont à Turin."
    page = _page(_added(one, other, "content", "Ici, là."))
    rows = {row.name: row.values for row in page.rows}
    named = [[value.label for value in own if isinstance(value, Link)] for own in rows["actors"]]

    assert named == [["Paul Roux"], ["Jean Dupont"]]
    assert rows.keys() == {"speaker", "place", "actors"}


def test_a_difference_is_called_by_the_question_that_it_answers() -> None:
    """The line that says why stays its own."""
    dossier = _told(DENIED, SOLD)
    [difference] = dossier.differences

    assert dossier.asked[difference.id] == "La Norvège a-t-elle vendu des navires au Brésil ?"
