"""Views that run across articles: pages of a list, one origin, no source, the same event once, who agrees."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from msgspec.structs import replace

from briefing.model.annotation import Bound, DateMention, Quantity
from briefing.model.claim import Status
from briefing.model.dossier import Dossier
from briefing.model.relation import Decided, DifferenceKind, Field
from briefing.model.ruling import Ruling
from briefing.model.span import Passage
from briefing.pages.views.across.axis import axis_words
from briefing.pages.views.across.calendar import calendar
from briefing.pages.views.across.explorer import rarer
from briefing.pages.views.across.paging import chunks, pager
from briefing.pages.views.across.timeline import Event, Moment, in_order, moments
from briefing.pages.views.across.triangle import Meeting, triangle
from briefing.pages.views.amounts import figures
from briefing.pages.views.figures import series
from briefing.pages.views.shown import Link
from rendered import page_text, site_of
from sample import BILAN, CRUE, DENIED, DOSSIER, EVACUATED, HELD, MORE, RAIN, asking, holding, spot

ON = dt.date(2024, 6, 2)


def _moments(dossier: Dossier = DOSSIER) -> tuple[Moment, ...]:
    return moments(site_of(dossier).catalogue.claims.values())


@pytest.mark.parametrize(("rows", "sizes"), [(0, [0]), (1, [1]), (3, [3]), (4, [3, 1]), (7, [3, 3, 1])])
def test_a_long_list_is_cut_and_an_empty_one_has_a_page(rows: int, sizes: list[int]) -> None:
    """No row is lost, no page is empty but the only one."""
    assert [len(page) for page in chunks(range(rows), 3)] == sizes


def test_a_page_is_as_heavy_as_its_rows() -> None:
    """What is heavier than a page has one of its own; the order stays."""
    assert chunks([1, 2, 2, 9, 1, 1], 3, lambda weight: weight) == [(1, 2), (2,), (9,), (1, 1)]


@pytest.mark.parametrize(
    ("number", "total", "shown"),
    [(1, 1, "1"), (1, 3, "1 2 3"), (5, 9, "1 … 3 4 5 6 7 … 9"), (9, 9, "1 … 7 8 9"), (1, 60, "1 2 3 … 60")],
)
def test_the_way_to_the_other_pages(number: int, total: int, shown: str) -> None:
    """The first, the last and the nearest; dots where pages are left out."""
    found = pager(number, total, lambda n: f"p{n}.html")
    assert " ".join(link.label if link else "…" for link in found.links) == shown
    assert (found.previous is None, found.following is None) == (number == 1, number == total)


def test_the_table_of_claims_is_paged_and_loses_none() -> None:
    """Two hundred rows a page, the newest article first; the other pages stand outside the navigation."""
    many = tuple(replace(MORE, id=f"c-{n:08x}") for n in range(450))
    dossier = replace(DOSSIER, files=(DOSSIER.files[0], replace(DOSSIER.files[1], claims=many)), corroborations=())
    site = site_of(replace(dossier, differences=(), measures=()))
    paths = ["affirmations.md", "affirmations/page_2.md", "affirmations/page_3.md"]
    assert [path for path in site.pages if path.startswith("affirmations")] == paths
    ids = [
        re.findall(r'<tr><th scope="row"><a class="cite" href="[^"]*#(c-[0-9a-f]+)"', site.render(path).html)
        for path in paths
    ]
    assert [len(page) for page in ids] == [200, 200, 53]
    assert ids[2][-3:] == [EVACUATED.id, HELD.id, RAIN.id]
    assert len({claim for page in ids for claim in page}) == 453
    assert site.pages[paths[0]].section == "claims"
    assert site.pages[paths[1]].section is None


def test_the_same_event_of_several_articles_is_one_entry() -> None:
    """Claims of one corroboration whose dates can be one stand at the most precise date, with their own."""
    found = _moments()
    assert [(moment.value, len(moment.events)) for moment in found] == [("2024-05-03", 1)]
    event = found[0].events[0]
    assert [(claim.id, date.value) for claim, date in event.sources] == [
        (EVACUATED.id, "2024-05-03"),
        (MORE.id, "2024-05"),
    ]
    assert event.articles == 2
    text = page_text("chronologie.md")
    assert "2 articles · 1 origine" in text
    assert "(mai 2024)" in text


def test_dates_that_cannot_be_one_stand_apart() -> None:
    """Nor are claims joined that no corroboration joins."""
    later = replace(MORE, dates=(DateMention(**spot(BILAN, "en mai 2024"), value="2024-06"),))  # type: ignore[arg-type]
    assert [moment.value for moment in _moments(holding(later))] == ["2024-05-03", "2024-06"]
    assert [moment.value for moment in _moments(replace(DOSSIER, corroborations=()))] == ["2024-05", "2024-05-03"]


def _moment(value: str, precise: str) -> Moment:
    shown = site_of().catalogue.claims[EVACUATED.id]
    return Moment(value, precise, (Event(((shown, shown.dates[0]),)),))


def test_a_mark_is_as_wide_as_its_date_is_vague() -> None:
    """A day is a point, a month its month, a year its year; marks in one lane do not touch."""
    found = [_moment("2024", "year"), _moment("2024-06", "month"), _moment("2024-06-15", "day")]
    strip = calendar(found, lambda moment: f"#{moment.anchor}")
    assert strip is not None
    width = {period.moment.value: period.end - period.start for period in strip.periods}
    assert width["2024"] == 100
    assert width["2024-06"] == pytest.approx(30 / 366 * 100, abs=0.1)
    assert width["2024-06-15"] < 1
    assert len({period.y for period in strip.periods}) == 3


def test_what_lies_far_before_is_counted_and_not_drawn() -> None:
    """One date of 1950 does not squeeze those of this year into a corner."""
    found = [_moment("1950", "year")] + [_moment(f"2024-0{n}-01", "day") for n in range(1, 8)]
    strip = calendar(found, lambda _: "#")
    assert strip is not None
    assert (strip.before, strip.first, len(strip.periods)) == (1, "2024", 7)


def test_two_dates_need_no_drawing_and_nonsense_is_none() -> None:
    """The list says it as well."""
    assert calendar([_moment("2024", "year"), _moment("2023", "year")], lambda _: "#") is None
    assert calendar([_moment(value, "span") for value in ("XXXX", "2024-13", "le 3")], lambda _: "#") is None


def _measured() -> Dossier:
    """The measure with one of its numbers given twice."""
    (measure,) = DOSSIER.measures
    return replace(DOSSIER, measures=(replace(measure, values=(measure.values[0], *measure.values)),))


def test_numbers_of_different_measures_have_no_common_axis() -> None:
    """A chart a measure; two numbers that no question compares stand in the list, each under its article."""
    charts = series(site_of(_measured()).catalogue)
    assert [[mark.claim.id for mark in chart.marks] for chart in charts] == [[EVACUATED.id, EVACUATED.id, MORE.id]]
    assert [mark.figure.bound for mark in charts[0].marks] == ["exact", "exact", "min"]
    assert series(site_of().catalogue) == ()
    assert "Article par article" in page_text("chiffres.md")
    assert "Autres chiffres" not in page_text("chiffres.md", _measured())


def test_numbers_that_a_question_compares_are_its_chart() -> None:
    """Two are enough, and it bears the question's name."""
    text = page_text("chiffres.md", asking(DOSSIER))
    assert "2 affirmations, 2 valeurs" in text
    assert "Autres chiffres" not in text


def test_on_one_origin() -> None:
    """What two origins say is not listed; what one says is, though two articles have it or others are akin to it."""
    assert "1 200 habitants" in page_text("origine-unique.md")
    two = replace(DOSSIER.corroborations[0], origins=("préfecture", "État"))
    listed = page_text("origine-unique.md", replace(DOSSIER, corroborations=(two,)))
    assert "1 200 habitants ont été évacués" not in listed
    assert "La digue" not in listed, "« le maire » is no name"
    akin = replace(two, akin=True)
    assert "1 200 habitants ont été évacués" in page_text("origine-unique.md", replace(DOSSIER, corroborations=(akin,)))


def test_without_a_named_source() -> None:
    """The conditional without a source is listed; what a named source says, and what the article asserts, is not."""
    text = page_text("sans-source.md")
    assert "Plus de 900 habitants" in text
    assert "1 200 habitants" not in text
    assert "La pluie" not in text


def test_two_names_are_a_named_source() -> None:
    """« La préfecture et l'État » name somebody, though no page is theirs together."""
    said = replace(EVACUATED.attribution[0], entity=None, entities=("prefecture", "etat"), content=MORE.evidence)
    joint = replace(MORE, attribution=(said,))
    files = tuple(replace(f, claims=tuple(joint if c.id == MORE.id else c for c in f.claims)) for f in DOSSIER.files)
    dossier = replace(DOSSIER, files=files, corroborations=())
    assert "Plus de 900 habitants" not in page_text("sans-source.md", dossier)
    assert "Plus de 900 habitants" not in page_text("origine-unique.md", dossier), "they are two"


def test_a_title_is_in_its_own_language() -> None:
    """A voice that reads French must know that the next words are English."""
    english = replace(CRUE, meta=replace(CRUE.meta, title="The May flood", language="en"))
    html = site_of(replace(DOSSIER, articles=(english, BILAN))).render("origine-unique.md").html
    assert '<span lang="en">The May flood</span>' in html
    assert 'lang="fr">[' not in site_of().render("chronologie.md").html


def test_what_several_questions_are_about_is_said_once() -> None:
    """The home page shows it under the first of them."""
    named = replace(DOSSIER.corroborations[0], title="Des habitants évacués")
    sure = replace(DOSSIER.differences[0], id="d-2", field=Field.CERTAINTY, reason="sûr ici, rapporté là")
    dossier = asking(replace(DOSSIER, corroborations=(named,), differences=(*DOSSIER.differences, sure)))
    asked = site_of(dossier).render("index.md").html.split('id="questions"')[1].split('class="front"')[0]
    assert asked.count('class="question"') == 2
    assert asked.count("Des habitants évacués") == 1


def test_a_difference_is_called_by_its_question_and_says_why_below() -> None:
    """On its own page and in the list of all."""
    [question] = asking(DOSSIER).questions
    site = site_of(replace(DOSSIER, questions=(replace(question, title="Combien d’évacués ?"),)))
    own, every = (site.render(path).html for path in ("divergences/d-1.md", "divergences/index.md"))

    said = [("Combien d’évacués\u202f?", "1\u202f200 ici, plus de 900 là")]

    assert re.findall(r"<h1>(.*?)</h1>\s*<p[^>]*>(.*?)</p>", own) == said
    assert re.findall(r"<h2[^>]*><a[^>]*>(.*?)</a></h2>\s*<p>(.*?)</p>", every) == said


def test_near_copies_count_once_and_are_named() -> None:
    """The group's page says which article repeats which."""
    copied = replace(DOSSIER, copies=((BILAN.id, CRUE.id),))
    text = page_text("recoupements/k-1.md", copied)
    assert "1 article · 1 origine" in text
    assert "[ Un bilan ] reprend presque mot pour mot La crue de mai" in text
    assert "reprend presque" not in page_text("recoupements/k-1.md")


@pytest.mark.parametrize(
    ("decided", "suspect", "said", "unsaid"),
    [
        (Decided.PROPOSED, False, "Proposé par la machine, non vérifié.", "A. Lu"),
        (Decided.CONFIRMED, False, "vérifié à la main. A. Lu, le 2 juin 2024. « Même chiffre. »", "à revoir"),
        (Decided.ADDED, True, "Relevé à la main. A. Lu, le 2 juin 2024.", "Proposé"),
    ],
)
def test_who_decided_a_link(decided: Decided, suspect: bool, said: str, unsaid: str) -> None:
    """The rules or a person, when and why; and whether a passage changed since."""
    ruling = Ruling("A. Lu", ON, "Même chiffre.") if decided is not Decided.PROPOSED else None
    group = replace(DOSSIER.corroborations[0], decided=decided, ruling=ruling, suspect=suspect)
    difference = replace(DOSSIER.differences[0], decided=decided, ruling=ruling, suspect=suspect)
    dossier = replace(DOSSIER, corroborations=(group,), differences=(difference,))
    for path in ("recoupements/k-1.md", "divergences/d-1.md"):
        text = page_text(path, dossier)
        assert said in text
        assert unsaid not in text
        assert ("un des passages a changé" in text.lower()) == suspect


@pytest.mark.parametrize(
    ("kind", "said"), [(DifferenceKind.DIFFERENCE, "le chiffre"), (DifferenceKind.UPDATE, "évolution")]
)
def test_the_home_page_says_what_only_changed_with_time(kind: DifferenceKind, said: str) -> None:
    """What an older article said otherwise contradicts nothing, so it is not told as if it did."""
    html = site_of(replace(DOSSIER, differences=(replace(DOSSIER.differences[0], kind=kind),))).render("index.md").html
    assert set(re.findall(r'<a class="differs"[^>]*>(.*?)</a>', html)) == {said}


def test_what_differs_is_marked_in_both_passages() -> None:
    """The numbers, and nothing else; without the right to show a passage, nothing of it."""
    html = site_of().render("divergences/d-1.md").html.replace("\u202f", " ").replace("\u00a0", " ")
    assert re.findall(r'<mark class="apart">(.*?)</mark>', html) == ["1 200 habitants", "900 habitants"]


def test_of_a_difference_a_row_is_what_differs() -> None:
    """Both claims have it, and not the same; how sure each is, is a row where one is asserted and one alleged."""
    html = site_of().render("divergences/d-1.md").html
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL) for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL)]
    told = [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in rows[1:]]
    assert told
    assert all(len(row) == 2 and all(row) and row[0] != row[1] for row in told)


def test_where_a_denial_is_found_by_a_person_only_its_words_are_marked() -> None:
    """« dément »; not « affirme » of the other claim."""
    denial = replace(DOSSIER.differences[0], claims=(MORE.id, DENIED.id), field=Field.POLARITY)
    html = site_of(replace(DOSSIER, differences=(denial,))).render("divergences/d-1.md").html
    assert re.findall(r'<mark class="apart">(.*?)</mark>', html) == ["dément"]


@pytest.mark.parametrize(
    ("text", "words", "bound", "shape", "shown"),
    [
        ("Il dure au moins un mois.", "un mois", Bound.MIN, "min", "au moins un mois"),
        ("Une dizaine de gens ont crié.", "dizaine de gens", Bound.APPROX, "approx", "une dizaine de gens"),
        ("Plus d'une centaine de gens ont crié.", "centaine de gens", Bound.MIN, "min", "Plus d'une centaine de gens"),
        ("Le taux dépasse 27 %.", "27 %", Bound.MIN, "min", "dépasse 27 %"),
        ("Le taux dépassera 27 %.", "27 %", Bound.MIN, "min", "dépassera 27 %"),
        ("Il a réuni des milliers de gens.", "milliers de gens", Bound.MIN, "vague", "des milliers de gens"),
        ("Il a réuni jusqu’à 12 000 gens.", "12 000 gens", Bound.MAX, "max", "jusqu’à 12 000 gens"),
        ("Il a réuni plus d'un millier de gens.", "un millier de gens", Bound.MIN, "min", "plus d'un millier de gens"),
        ("Ils sont 300 gens, pas plus.", "300 gens", Bound.MAX, "max", "au plus 300 gens"),
        (
            "Il pèse entre quatre et cinq tonnes.",
            "quatre et cinq tonnes",
            Bound.RANGE,
            "range",
            "entre quatre et cinq tonnes",
        ),
        ("Il pèse quatre à cinq tonnes.", "quatre à cinq tonnes", Bound.RANGE, "range", "quatre à cinq tonnes"),
    ],
)
def test_a_number_in_words_and_its_bound(text: str, words: str, bound: Bound, shape: str, shown: str) -> None:
    """« au moins un mois » is a floor, « des milliers » an order of magnitude; bounds stay as written."""
    start = text.index(words)
    quantity = Quantity(exact=words, start=start, end=start + len(words), value=1, bound=bound)
    evidence = Passage(exact=text, start=0, end=len(text))
    found = figures(replace(RAIN, evidence=evidence, quantities=(quantity,)), "fr", hidden=False)[0]
    assert (found.shape, found.words) == (shape, shown)


def test_the_axis_reaches_beyond_the_largest_point() -> None:
    """The last round number is not passed by any mark."""
    for chart in series(site_of(_measured()).catalogue):
        assert max(mark.start for mark in chart.marks) < chart.ticks[-1][1] == 100


def test_a_triangle_of_marks() -> None:
    """A disc has an area in proportion to its number."""
    drawn = triangle(
        [Link("a"), Link("b"), Link("c" * 40)],
        {(1, 0): Meeting("#ab", 16), (2, 0): Meeting("#ac", 4), (2, 1): Meeting("#bc", 0)},
    )
    assert [mark.radius for mark in drawn.marks] == [10.0, 5.0, 0.0]
    assert all(0 < mark.x < mark.y < drawn.height for mark in drawn.marks)
    assert len(drawn.names[2][0]) == 2
    assert drawn.names[2][0][-1].endswith("…")


def test_a_season_stands_where_it_begins() -> None:
    """Spring comes before the days of March, winter begins in December; the year itself stands first."""
    dates = ["2024-23", "2024-12-01", "2024-03-05", "2024-21", "2024-24", "2024"]
    found = sorted(dates, key=lambda value: in_order(value, ""))
    assert found == ["2024", "2024-21", "2024-03-05", "2024-23", "2024-12-01", "2024-24"]


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ((Status.REVIEWED, Status.REVIEWED, Status.DRAFT), Status.DRAFT),
        ((Status.DRAFT, Status.DRAFT, Status.REVIEWED), Status.REVIEWED),
        ((Status.REVIEWED, Status.DRAFT), Status.DRAFT),
        ((Status.DRAFT, Status.DRAFT), None),
        ((), None),
    ],
)
def test_the_table_says_what_fewer_of_its_claims_are(statuses: tuple[Status, ...], said: Status | None) -> None:
    """« vérifiée à la main » on 98 rows of 99 tells nothing."""
    claims = site_of().catalogue.claims.values()
    assert rarer([replace(claim, status=status) for claim, status in zip(claims, statuses, strict=False)]) is said


@pytest.mark.parametrize(
    ("ticks", "words"),
    [
        ([0, 1, 2, 3, 4], "0 1 2 3 4"),
        ([0, 5000, 10_000, 15_000], "0 5 000 10 000 15 000"),
        ([0, 10_000, 20_000, 30_000, 40_000, 50_000], "0 50 000"),
        ([0, 10_000, 20_000, 30_000, 40_000], "0 20 000 40 000"),
        ([0, 2e6, 4e6, 6e6], "0 2 M 4 M 6 M"),
    ],
)
def test_the_words_of_an_axis_have_room(ticks: list[float], words: str) -> None:
    """Fewer where they are long, millions in short; the first and the last always."""
    shown = " ".join(filter(None, axis_words(ticks, "fr")))
    assert re.sub(r"\s", " ", shown) == words
