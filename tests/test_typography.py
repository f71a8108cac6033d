"""Spaces, dates and numbers as French has them, written one character for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.pages import typography as t
from briefing.pages.dates import partial_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Non ! »", "«\u00a0Non\u202f!\u00a0»"),
        ("Quoi ? Rien ; si : tout", "Quoi\u202f? Rien\u202f; si\u00a0: tout"),
        ("12 000 soldats", "12\u202f000 soldats"),
        ("1 200 345 voix", "1\u202f200\u202f345 voix"),
        ("en 2024 500 soldats", "en 2024 500 soldats"),
        ("45 % des voix", "45\u00a0% des voix"),
        ("http://x.fr et a:b", "http://x.fr et a:b"),
        ("- liste", "- liste"),
    ],
)
def test_french_spaces(text: str, expected: str) -> None:
    """No-break spaces stand where a line must not break."""
    assert t.spaces(text, "fr") == expected


@given(st.text())
def test_french_spaces_keep_offsets(text: str) -> None:
    """Whatever the text, each character stays in its place: only spaces change, into other spaces."""
    spaced = t.spaces(text, "fr")
    assert len(spaced) == len(text)
    assert [a for a, b in zip(text, spaced, strict=True) if a not in (b, " ")] == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-11-29", "29\u00a0novembre 2024"),
        ("2024-11-01", "1er\u00a0novembre 2024"),
        ("2024-06", "juin 2024"),
        ("2024-21", "printemps 2024"),
        ("2023-22~", "été 2023"),
        ("2024-23/2024-24", "automne\u00a0– hiver 2024"),
        ("2024-10~", "octobre 2024"),
        ("1973", "1973"),
        ("2025-09-22/2025-09-28", "22\u00a0– 28\u00a0septembre 2025"),
        ("2025-09-28/2025-10-01", "28\u00a0septembre\u00a0– 1er\u00a0octobre 2025"),
        ("1955/1975", "1955\u00a0– 1975"),
        ("2024-06/..", "juin 2024\u00a0– …"),
        ("2024-13-45", "2024-13-45"),
        ("demain", "demain"),
        ("", ""),
    ],
)
def test_a_partial_date_in_french(value: str, expected: str) -> None:
    """A date says as much as it knows; what is no date is shown as it is."""
    assert partial_date(value, "fr") == expected


def test_dates_and_numbers_in_english() -> None:
    """The same values in the other language."""
    assert partial_date("2024-11-01", "en") == "November\u00a01, 2024"
    assert t.number(12000, "en") == "12,000"
    assert t.number(12000, "fr") == "12\u202f000"


@pytest.mark.parametrize(("count", "form"), [(0, "one"), (1, "one"), (2, "other"), (1_000_000, "other")])
def test_french_has_nought_in_the_singular(count: int, form: str) -> None:
    """« 0 article », « 2 articles »."""
    assert t.plural(count, "fr") == form


def test_inner_quotes() -> None:
    """Guillemets inside guillemets become “ ”; each language has its own."""
    assert t.quoted("son « soutien » entier", "fr") == "«\u00a0son “soutien” entier\u00a0»"
    assert t.quoted("his “support”", "en") == "“his ‘support’”"


def test_spaces_in_html_leave_tags_and_code_alone() -> None:
    """What people wrote gets its spaces and apostrophes; addresses and code do not."""
    html = '<p title="a : b">l\'air : <code>a ! b</code> oui !</p>'
    assert t.spaced_html(html, "fr") == '<p title="a : b">l’air\u00a0: <code>a ! b</code> oui\u202f!</p>'


@pytest.mark.parametrize(
    ("value", "precision"),
    [("2024-05-03", "day"), ("2024-05", "month"), ("2024-21", "season"), ("2024", "year"), ("1955/1975", "span")],
)
def test_precision(value: str, precision: str) -> None:
    """The shape of a mark on the timeline."""
    assert t.precision(value) == precision


def test_clipped_text_ends_at_a_word() -> None:
    """A title made of a passage never cuts a word."""
    assert t.clipped("un deux trois quatre", 10) == "un deux…"


def test_plain_text_never_becomes_markup() -> None:
    """What is remembered of trusted words does not pass for the same words of an article."""
    assert isinstance(t.spaces(Markup("<b>"), "xx"), Markup)
    assert not isinstance(t.spaces("<b>", "xx"), Markup)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>Le 1er mai</p>", "<p>Le 1<sup>er</sup> mai</p>"),
        ("<p>11er, ver, 1 er</p>", "<p>11er, ver, 1 er</p>"),
        ('<a title="1er mai">le 1er</a>', '<a title="1er mai">le 1<sup>er</sup></a>'),
        ("<svg><text>1er mai</text></svg> <code>1er</code>", "<svg><text>1er mai</text></svg> <code>1er</code>"),
    ],
)
def test_the_first_day_has_its_superscript(html: str, shown: str) -> None:
    """In text, not in attributes, drawings or code; another language's first day stays as it is."""
    assert t.raised(html, "fr") == shown
    assert t.raised(html, "en") == html
