"""The chronology: what each date dates, bounds, what else is dated, publications, and denials that did not hold."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model.annotation import Attribution, DateMention, EntityType
from briefing.model.article import Rights
from briefing.model.claim import Claim, Modality
from briefing.model.date import Date
from briefing.model.dossier import Dated, Dossier, Noted
from briefing.model.entity import Entity
from briefing.model.relation import Decided, Difference, DifferenceKind, Field
from briefing.model.span import Span
from briefing.pages.views.across.calendar import Calendar, calendar
from briefing.pages.views.across.reversals import reversals
from briefing.pages.views.across.timeline import Event, Moment, in_order, moments, years
from briefing.pages.views.shown import DateShown
from rendered import page_text, plain, site_of
from sample import CRUE, DENIED, DOSSIER, EVACUATED, HELD, holding, passage, spot, with_rights

PAGE = "chronologie.md"


def _with(claim: Claim, **rows: object) -> Dossier:
    """The sample with other rows in one of its claims."""
    return holding(replace(claim, **rows))


def _date(words: str, value: str, mod: str | None = None) -> DateMention:
    return DateMention(**spot(CRUE, words), value=value, mod=mod)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mod", "value", "words"),
    [
        ("before", "2024-05-03", "Avant le 3 mai 2024"),
        ("after", "2024-05-03", "Après le 3 mai 2024"),
        ("approx", "2024-05-03", "Vers le 3 mai 2024"),
        ("before", "2024-05", "Avant mai 2024"),
        ("start", "2024-05", "Début mai 2024"),
        ("mid", "2024-05", "Mi-mai 2024"),
        ("end", "2023", "Fin 2023"),
        (None, "2024-05-03", "3 mai 2024"),
    ],
)
def test_a_bound_is_said(mod: str | None, value: str, words: str) -> None:
    """« avant le 3 mai » is no event of 3 May."""
    assert f" {words} " in page_text(PAGE, _with(EVACUATED, dates=(_date("3 mai 2024", value, mod),)))


def _moment(value: str, mod: str) -> Moment:
    shown, day = site_of().catalogue.claims[EVACUATED.id], Date.parse(value)
    assert day is not None
    date = DateShown(value=value, exact=None, deduced=False)
    return Moment(value, day.precision, (Event(((shown, date),)),), mod)


def _strip(*dates: tuple[str, str]) -> Calendar:
    drawn = calendar([_moment(*date) for date in dates], lambda _moment: "#")
    assert drawn is not None
    return drawn


def test_a_bound_is_drawn_on_its_side() -> None:
    """Before ends where its date begins, after begins where its date ends, a part of a month is a third of it."""
    drawn = _strip(
        ("2024-03-01", "before"), ("2024-06-30", "after"), ("2024-09", "start"), ("2024", ""), ("2024-03-01", "")
    )
    place = {(p.moment.value, p.moment.mod): p for p in drawn.periods}
    exact = place["2024-03-01", ""]
    assert place["2024-03-01", "before"].end == exact.start
    assert place["2024-03-01", "before"].start < exact.start
    assert place["2024-06-30", "after"].start < place["2024-06-30", "after"].end
    assert place["2024-09", "start"].end - place["2024-09", "start"].start < 3
    assert {p.shape for p in drawn.periods} == {"before", "after", "month", "year", "day"}
    assert drawn.kinds == ("day", "month", "year", "before", "after"), "the key has these and no others"
    assert not drawn.outlined, "no date is deduced"


def test_what_lies_before_a_date_stands_before_it() -> None:
    """And what lies after it behind, though all three have its value."""
    claims = site_of(
        _with(EVACUATED, dates=tuple(_date("3 mai 2024", "2024-05-03", mod) for mod in ("after", None, "before")))
    ).catalogue.claims.values()
    assert [m.mod for m in moments(c for c in claims if c.id == EVACUATED.id)] == ["before", "", "after"]
    assert in_order("2024", "") < in_order("2024-05", "")


def test_a_part_of_a_date_stands_where_that_part_begins() -> None:
    """« Fin mai » behind a day of early May, « début mai » before it."""
    assert in_order("2024-05", "start") < in_order("2024-05-08", "") < in_order("2024-05", "end")


def test_some_weeks_are_drawn_day_by_day() -> None:
    """Not at the edge of an empty quarter; a few days are named, and what lies far before is counted."""
    drawn = _strip(("2016", ""), *((f"2026-11-{day:02}", "") for day in range(8, 16)))
    assert (drawn.before, drawn.first) == (1, "2026-11-07")
    assert [value for value, _ in drawn.ticks] == ["2026-11-08", "2026-11-11", "2026-11-14"]


def test_an_entry_is_cut_to_what_its_date_dates() -> None:
    """The words of the dated event stand for the passage; an event that is only mentioned joins no other."""
    words = passage(CRUE, "habitants ont été évacués le 3 mai 2024")
    noted = {CRUE.id: Noted(dated=(Dated(EVACUATED.dates[0], words.span, aside=True),))}
    text = page_text(PAGE, replace(DOSSIER, noted=noted))
    assert "« … habitants ont été évacués le 3 mai 2024 … »" in text
    assert "2 articles · 1 origine" not in text
    assert "2 articles · 1 origine" in page_text(PAGE, DOSSIER)


def test_a_passage_too_long_for_its_line_begins_with_what_happened() -> None:
    """« Selon la préfecture, … 1 200 habitants ont été évacués »: the line has no room for both."""
    whole = passage(CRUE, "Selon la préfecture, 1 200 habitants ont été évacués le 3 mai 2024")
    noted = {CRUE.id: Noted(cores=(passage(CRUE, "1 200 habitants ont été évacués le 3 mai 2024").span,))}
    long = replace(EVACUATED, evidence=replace(whole, exact=whole.exact + " et le suivant, par la route" * 3))
    home = site_of(replace(holding(long), noted=noted)).render("index.md").html
    rail = plain(home[home.index('class="timeline') :])
    assert "« … 1 200 habitants ont été évacués" in rail
    assert "Selon la préfecture" not in rail[: rail.index("rapporté")]


def test_few_words_stand_among_those_around_them() -> None:
    """« le 3 mai » alone tells nothing."""
    words = passage(CRUE, "le 3 mai 2024")
    noted = {CRUE.id: Noted(dated=(Dated(EVACUATED.dates[0], words.span),))}
    assert "« 1 200 habitants ont été évacués le 3 mai 2024 »" in page_text(PAGE, replace(DOSSIER, noted=noted))


def test_what_is_dated_in_passing_says_so() -> None:
    """The certainty shown is the claim's, not that of what it mentions."""
    words = passage(CRUE, "habitants ont été évacués le 3 mai 2024")
    noted = {CRUE.id: Noted(dated=(Dated(EVACUATED.dates[0], words.span, aside=True),))}
    assert "dit en passant" in page_text(PAGE, replace(DOSSIER, noted=noted))
    assert "dit en passant" not in page_text(PAGE, DOSSIER)


def test_early_dates_stand_together() -> None:
    """Under no year, before the first year that is drawn."""
    found = moments(
        site_of(
            _with(EVACUATED, dates=tuple(_date("x", y) for y in ("1898", "1973", "2024")))
        ).catalogue.claims.values()
    )
    assert [year for year, _ in years(found, "2024")] == ["", "2024"]
    assert [year for year, _ in years(found)] == ["1898", "1973", "2024"]


def test_a_dated_sentence_that_is_no_claim_is_there() -> None:
    """It is said to be none, and leads to its place in the article; where rights hide the text it is not shown."""
    span = Span(0, len("La rivière est sortie de son lit"))
    date = DateMention(exact="La rivière", start=0, end=10, value="1910")
    noted = {CRUE.id: Noted(dated=(Dated(date, span),))}
    html = site_of(replace(DOSSIER, noted=noted)).render(PAGE).html
    assert 'href="./articles/crue-2024.html#x-1"' in html
    assert "dit en passant, hors affirmation" in html
    assert "rivière" not in page_text(PAGE, replace(with_rights(Rights.EXCERPT), noted=noted))


def test_every_article_stands_on_its_day_with_what_it_does_not_date() -> None:
    """Nothing that looks back is missing; what is only possible or announced is not dated by its article."""
    html = site_of().render(PAGE).html
    assert 'id="t-2024-05-04"' in html
    undated = html[html.index('id="t-2024-05-04"') :].partition("</li>\n<li class")[0]
    assert HELD.id in undated
    assert "1 affirmation datée" in undated.replace("\u00a0", " ")
    assert "La pluie pourrait durer" not in html


def test_an_article_of_about_a_month_stands_with_what_happened_in_it() -> None:
    """« 2024-06~ » and « 2024-06 » are one entry: that the first is deduced, the article says."""
    text = page_text(PAGE, _with(EVACUATED, dates=(_date("3 mai 2024", "2024-06"),)))
    assert text.count("Juin 2024") == 1


def _reversed(kind: DifferenceKind, earlier: Claim, later: Claim, **changes: object) -> Dossier:
    """The sample, in which the denial of one article meets a claim of the other."""
    link = Difference(
        id="d-2",
        kind=kind,
        claims=(earlier.id, later.id),
        field=Field.POLARITY,
        reason="Nié, puis dit",
        decided=Decided.PROPOSED,
    )
    return replace(DOSSIER, differences=(*DOSSIER.differences, link), **changes)


DENIAL = replace(HELD, modality=Modality.DENIED)
SAID = replace(DENIED, modality=Modality.ASSERTED)

TURNED = holding(DENIAL, SAID)


def _turns(kind: DifferenceKind, files: Dossier = TURNED) -> list[tuple[str, str, bool]]:
    dossier = replace(_reversed(kind, DENIAL, SAID), files=files.files, entities=files.entities)
    return [(r.denied.id, r.later.id, r.admitted) for r in reversals(site_of(dossier).catalogue)]


def test_a_denial_that_time_overtook_is_an_arc() -> None:
    """From the article that denies to the later one; the page lists both passages."""
    assert _turns(DifferenceKind.UPDATE) == [(HELD.id, DENIED.id, False)]
    dossier = replace(_reversed(DifferenceKind.UPDATE, DENIAL, SAID), files=TURNED.files)
    text = page_text(PAGE, dossier)
    assert "Démenti, puis affirmé non vérifié" in text
    assert "Démenti, puis reconnu" not in text


def test_an_accusation_after_a_denial_is_none() -> None:
    """Two parties that contradict each other have reversed nothing; nor has a denial that came last."""
    assert _turns(DifferenceKind.CONTRADICTION) == []
    later = replace(_reversed(DifferenceKind.UPDATE, DENIED, HELD))
    assert list(reversals(site_of(later).catalogue)) == []


def test_who_denied_and_later_says_it_admits_it() -> None:
    """The same party, whoever speaks for it."""
    state = Entity(id="etat", name="État", type=EntityType.ORGANISATION)
    office = Entity(id="prefecture", name="préfecture", type=EntityType.ORGANISATION, affiliation="etat")
    by_office = (Attribution(source="la préfecture", cue="dit", content=HELD.evidence, entity="prefecture"),)
    by_state = (Attribution(source="L’État", cue="dit", content=DENIED.evidence, entity="etat"),)
    denial, said = replace(DENIAL, quotes=(), attribution=by_office), replace(SAID, attribution=by_state)
    dossier = replace(holding(denial, said), entities=(state, office))
    assert _turns(DifferenceKind.CONTRADICTION, dossier) == [(HELD.id, DENIED.id, True)]
    assert "Démenti, puis reconnu" in page_text(
        PAGE,
        replace(_reversed(DifferenceKind.CONTRADICTION, denial, said), files=dossier.files, entities=dossier.entities),
    )


def test_a_crowd_of_dates_is_drawn_without_what_lies_far_from_it() -> None:
    """The few early and late ones are counted; of few dates the last is always drawn."""
    crowd = [(f"2023-04-{day:02}", "") for day in range(1, 25)]
    drawn = _strip(("1898", ""), ("2024-12", ""), *crowd)
    assert (drawn.before, drawn.first, drawn.after, drawn.last) == (1, "2023-03-31", 1, "2023-04")
    assert _strip(("2022", ""), ("2024-12", ""), *crowd[:4]).after == 0
