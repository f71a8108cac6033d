"""What holds for every date the French rules find, whatever the text."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract.dates.calendar import easter
from briefing.extract.parsing import parsing
from briefing.extract.reading import Reading
from briefing.languages.fr.dates.expressions import dates
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.layout import blocks, sentences
from briefing.languages.fr.speech.quotations import quotations
from briefing.model.annotation import DateMention
from briefing.model.article import Article, Metadata

PART = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
VALUE = re.compile(rf"{PART}(?:/{PART})?")
WORDS = """
    le la les du au aux de d' des et à en entre dans depuis d'ici il_y_a plus_tard dernier prochaine ces ce cette
    lundi vendredi juin Mars avril mai 68 1er 3 7 31 12 2024 1950-1953 2023/24 12/05/2024 12/05 XXe siècle années 80
    premier trimestre semestre fin début mi- été hiver Noël Pâques veille lendemain hier demain aujourd'hui soir
    trois dix ans mois jours semaines plusieurs quelques vers environ « » . , ( ) a signera arrivé soldats euros
"""
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(lambda words: " ".join(words).replace("_", " "))
PUBLISHED = st.none() | st.sampled_from(
    ["2024-11-30", "2024-10", "2024-10~", "2024", "2024-02-29", "9999-12-31", "hier"]
)


def find(text: str, published: str | None = "2024-11-30") -> tuple[DateMention, ...]:
    """The dates of a text of which no more than its sentences is known."""
    reading = Reading.of(Article(id="cas", text=text, meta=Metadata(published=published)))
    for annotator in (blocks, sentences, quotations, parsing(grammar), dates):
        reading = annotator(reading)
    return reading.dates


@given(st.text() | SENTENCES, PUBLISHED)
def test_a_date_is_its_text_and_a_calendar_value(text: str, published: str | None) -> None:
    """Spans are verbatim, in order and apart; values are days, months, seasons, years or intervals in order."""
    found = find(text, published)
    for row in found:
        assert text[row.start : row.end] == row.exact
        assert row.exact.strip() == row.exact != ""
        assert row.value is None or VALUE.fullmatch(row.value), row
        assert row.mod in {None, "start", "mid", "end", "approx"}
        assert row.rule.startswith("fr.dates.")
        ends = (row.value or "").split("/")
        assert ends[0] <= ends[-1] or ends[0].startswith(ends[-1])
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(SENTENCES)
def test_the_same_text_gives_the_same_dates(text: str) -> None:
    """Nothing is remembered from one article to the next."""
    assert find(text) == find(text)


@given(st.dates(date(1100, 1, 1), date(2199, 12, 31)))
def test_a_full_date_is_that_day(day: date) -> None:
    """However it is written."""
    for written in (
        format_date(day, "d MMMM y", locale="fr"),
        format_date(day, "EEEE d MMMM y", locale="fr"),
        day.isoformat(),
    ):
        (row,) = find(f"Le {written}, il a plu.")
        assert (row.exact, row.value) == (written, day.isoformat())


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_at_most_a_week_away(today: date, number: int) -> None:
    """Today counts in both directions; « dernier » and « prochain » leave it out."""
    name = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")[number]

    def days_away(text: str) -> int:
        (row,) = find(text, today.isoformat())
        day = date.fromisoformat(str(row.value))
        assert day.weekday() == number
        return (day - today).days

    assert -6 <= days_away(f"Il a parlé {name}.") <= 0
    assert 0 <= days_away(f"Il parlera {name}.") <= 6
    assert -7 <= days_away(f"Il a parlé {name} dernier.") <= -1
    assert 1 <= days_away(f"Il parlera {name} prochain.") <= 7


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 12))
def test_a_month_is_at_most_a_year_away(today: date, number: int) -> None:
    """« en juin » is the latest June in the past and the next one in the future."""
    name = format_date(date(2024, number, 1), "MMMM", locale="fr")
    past, future = (find(f"Il {verb} en {name}.", today.isoformat())[0].value for verb in ("a parlé", "parlera"))
    here = f"{today:%Y-%m}"
    assert str(past) <= here <= str(future)
    assert here[:4] in {str(past)[:4], str(future)[:4]}


@pytest.mark.parametrize(
    "text", ["hier", "lundi", "l'an dernier", "en juin", "il y a trois ans", "ce week-end", "à Noël"]
)
def test_nothing_is_told_from_an_unknown_day(text: str) -> None:
    """Without a day of publication a relative date has no value."""
    assert [row.value for row in find(f"Il est parti {text}.", None)] == [None]


@given(st.integers(1, 20_000))
def test_days_are_counted_from_the_day_of_publication(count: int) -> None:
    """In digits up to four, « il y a N jours » is N days before."""
    today = date(2024, 11, 30)
    values = [row.value for row in find(f"Il est parti il y a {count} jours.", today.isoformat())]
    assert values == ([(today - timedelta(count)).isoformat()] if count < 10_000 else [])


def test_easter_falls_where_the_tables_say() -> None:
    """Early, late, and of our years."""
    days = {1818: (3, 22), 1943: (4, 25), 2000: (4, 23), 2024: (3, 31), 2025: (4, 20), 2038: (4, 25)}
    assert {year: (easter(year).month, easter(year).day) for year in days} == days


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("un", 1),
        ("vingt et un", 21),
        ("soixante-dix", 70),
        ("quatre-vingt-douze", 92),
        ("cent vingt", 120),
        ("deux cents", 200),
    ],
)
def test_numbers_in_letters(words: str, value: int) -> None:
    """As dates use them."""
    (row,) = find(f"La tour est née il y a {words} ans.")
    assert row.value == str(2024 - value)


@pytest.mark.parametrize(
    "unit", ["lundi ", "2024-", "3 juin et ", "« hier ", "il y a trois jours, ", "janvier à ", "les 3, 4, ", "1.1."]
)
def test_a_long_line_is_read_to_its_end(unit: str) -> None:
    """Rows upon rows of dates in one line are no trouble."""
    found = find(unit * 3000)
    assert all(row.value is None or VALUE.fullmatch(row.value) for row in found)
