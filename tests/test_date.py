"""Partial dates: what EDTF allows, and what two of them have to do with each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.date import Date


def _date(value: str) -> Date:
    found = Date.parse(value)
    assert found, value
    return found


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-10-25", "2024-10-25", "2024-10-25", "day"),
        ("2024-10~", "2024-10-01", "2024-10-31", "month"),
        ("2024-21", "2024-03-01", "2024-05-31", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "season"),
        ("2024-34", "2024-04-01", "2024-06-30", "span"),
        ("2024-41", "2024-07-01", "2024-12-31", "span"),
        ("199X", "1990-01-01", "1999-12-31", "span"),
        ("18XX", "1800-01-01", "1899-12-31", "span"),
        ("0732", "0732-01-01", "0732-12-31", "year"),
        ("2024/2025", "2024-01-01", "2025-12-31", "span"),
        ("2024-10-01/..", "2024-10-01", "9999-12-31", "span"),
        ("../2024", "0001-01-01", "2024-12-31", "span"),
        ("9999-12", "9999-12-01", "9999-12-31", "month"),
    ],
)
def test_a_partial_date_is_the_days_it_allows(value: str, first: str, last: str, precision: str) -> None:
    """A season and a quarter are three months; what is open reaches to the ends of time."""
    found = _date(value)
    assert (str(found.first), str(found.last), found.precision, found.value) == (first, last, precision, value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "hier",
        "2024-13",
        "2024-00",
        "2024-06-00",
        "2023-02-29",
        "24-10-25",
        "2024-10-25T10:00",
        "0000",
        "2024/2025/2026",
        "/",
        "../..",
        "..",
        "2025/2024",
        "2024-21-03",
        "2024-1",
        "20XX-10",
        "٢٠٢٤-١٠-٢٥",
        "２０２４",
        "२०२X",
    ],
)
def test_other_words_are_no_dates(value: str | None) -> None:
    """Nothing is completed or guessed."""
    assert Date.parse(value) is None


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ("2024", "2024-06", True),
        ("2024-06-03", "2024-06-01/2024-06-07", True),
        ("2024-01", "2023-24", True),
        ("2024-03", "2023-24", False),
        ("2024-06/..", "2030", True),
        ("2024-06", "2024-07", False),
    ],
)
def test_two_dates_can_be_one_moment(one: str, other: str, *, compatible: bool) -> None:
    """Whichever is asked."""
    assert _date(one).compatible(_date(other)) is compatible
    assert _date(other).compatible(_date(one)) is compatible


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2024-05-04", "2024-05-03", True),
        ("2024-05", "2024-05-03", False),
        ("2024-05-03", "2024-05", False),
        ("2025", "2024-12", True),
        ("2024-06/2024-08", "2024-05/2024-07", True),
        ("../2024", "2020", False),
    ],
)
def test_one_date_begins_after_another(one: str, other: str, *, later: bool) -> None:
    """As far as both say so."""
    assert _date(one).later(_date(other)) is later


@given(st.dates(), st.dates())
def test_dates_sort_as_their_days_do(one: date, other: date) -> None:
    """Two days are in the order of the calendar, and compatible only if they are one."""
    first, second = _date(one.isoformat()), _date(other.isoformat())
    assert (first < second) is (one < other)
    assert first.compatible(second) is (one == other)
