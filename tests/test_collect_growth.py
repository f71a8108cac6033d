"""Sources that nobody writes: reading them takes a time that grows with their length, or they are refused."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from briefing.collect.found import Found
from briefing.collect.original import Original
from briefing.collect.reading import read_original
from briefing.problems import Problem
from collect.making import PAGE, pdf

LINE = "La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la préfecture de la région. "
SMALL, LARGE = 10_000, 80_000
STEEPEST = 1.15
"""The exponent of the time's growth."""
NOISE = 0.25
"""Seconds that other work on the machine may cost."""
ROUNDS = 3
"""How often a time is taken again before it counts as too long: one slow moment of the machine is none."""
LD = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"La digue","author":"'


def _in_text(unit: str) -> Callable[[int], bytes]:
    return lambda size: PAGE.replace("</article>", f"<p>{LINE}{unit * (size // len(unit))}</p></article>").encode()


def _in_place_of(place: str, unit: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    return lambda size: PAGE.replace(place, before + unit * (size // len(unit)) + after).encode()


SOURCES: dict[str, Callable[[int], bytes]] = {
    "links in a paragraph": _in_text("<a href=/x>un lien</a> "),
    "emphases": _in_text("<b>x</b>"),
    "ampersands": _in_text("&amp; "),
    "semicolons": _in_text("; "),
    "exclamations": _in_text("!!!!"),
    "ellipses": _in_text("…."),
    "quotations": _in_text("« a » "),
    "breaks": _in_text("mot<br>"),
    "spaces": _in_text(" "),
    "paragraphs": _in_text(f"</p><p>{LINE}"),
    "short paragraphs": _in_text("</p><p>mot"),
    "headings": _in_text("<h2>Un titre</h2>"),
    "rows": _in_text("<table><tr><td>a<td>b</table>"),
    "parts": _in_text("<div>"),
    "spans": _in_text("<span>"),
    "authors": _in_text("<span class=author>Jean Petit</span>"),
    "times": _in_text("<time datetime=x></time>"),
    "properties": _in_text("<i itemprop=author>a</i>"),
    "comments": _in_text("<div class=comment>a</div>"),
    "attributes": lambda size: PAGE.replace("<h1>", f"<h1 {' '.join(f'a{n}=b' for n in range(size // 7))}>").encode(),
    "quoted attributes": lambda size: PAGE.replace(
        "<h1>", f"<h1 {' '.join(f'a{n}={chr(34)}<{chr(34)}' for n in range(size // 9))}>"
    ).encode(),
    "classes": _in_place_of("<article>", "ab ", "<article class='", "'>"),
    "bars in the title": _in_place_of("La digue a tenu", "a - "),
    "pipes in the title": _in_place_of("La digue a tenu", "a | "),
    "entities in the title": _in_place_of("La digue a tenu", "&amp; "),
    "names in the byline": _in_place_of("Jeanne Morel", "Jean "),
    "declared names": _in_place_of("<head>", "Jean, ", f"<head>{LD}", '"}</script>'),
    "declared entities": _in_place_of("<head>", "&amp; ", f"<head>{LD}", '"}</script>'),
    "declared markup": _in_place_of("<head>", "<", f"<head>{LD}", '"}</script>'),
    "meta": _in_place_of("<head>", "<meta name=author content=a>", "<head>"),
    "pasted lines": lambda size: (LINE + "\n" + "mot\n" * (size // 4)).encode(),
    "pasted days": lambda size: (LINE + "\n" + "4 mai 2024 " * (size // 11)).encode(),
    "pasted bylines": lambda size: (LINE + "\n" + "Par Jean\n" * (size // 9)).encode(),
    "front matter": lambda size: (
        f"---\ntitle: a\n{''.join(f'k{n}: v{chr(10)}' for n in range(size // 8))}---\n{LINE}"
    ).encode(),
    "pages of a PDF": lambda size: pdf([[(60, 700, 11, LINE[:90]), (60, 686, 11, LINE[:90])]] * (size // 180)),
    "lines of a PDF": lambda size: pdf([[(60, 800 - n / 2, 11, LINE[:90]) for n in range(size // 90)]]),
}


def _seconds(raw: bytes) -> float:
    began = time.process_time()
    read_original(Original("source", raw), today=date(2026, 1, 31))
    return time.process_time() - began


@pytest.mark.parametrize("name", SOURCES)
def test_reading_takes_a_time_that_grows_with_the_source(name: str) -> None:
    """Eight times as long, eight times the time and a little."""
    _seconds(PAGE.encode())  # the libraries are loaded
    assert any(_grows(SOURCES[name]) for _ in range(ROUNDS))


def _grows(source: Callable[[int], bytes]) -> bool:
    small, large = (_seconds(source(size)) for size in (SMALL, LARGE))
    most: float = small * (LARGE / SMALL) ** STEEPEST + NOISE
    return large < most


HUGE = 6_000_000
TEXT = "<p>La rivière est sortie de son lit dans la nuit, a annoncé la préfecture aux habitants de la région.</p>"


@pytest.mark.parametrize(
    "source",
    [
        _in_place_of("<head>", "var a='x';", "<head><script>", "</script>"),
        _in_place_of("<head>", "x", "<head><!--", "-->"),
        _in_place_of("<head>", "{}", "<head><script type=x>", "</script>"),
        _in_place_of("</article>", "A", "<img src='data:image/png;base64,", "'></article>"),
        _in_place_of("</article>", "a=b ", "<img ", "></article>"),
    ],
    ids=["program", "comment", "state", "picture", "attributes"],
)
def test_a_large_page_with_an_article_is_read(source: Callable[[int], bytes]) -> None:
    """What is large is not its text."""
    began = time.process_time()
    found = read_original(Original("source", source(HUGE)), today=date(2026, 1, 31))

    assert isinstance(found, Found), found
    assert "1 200 habitants" in found.text
    assert time.process_time() - began < 10


@pytest.mark.parametrize("unit", [TEXT, "<p>mot</p>", "mot ", "<a href=/x>un lien</a> "])
def test_a_page_with_far_more_than_an_article_is_refused(unit: str) -> None:
    """In seconds, with a sentence."""
    began = time.process_time()
    found = read_original(Original("source", _in_text(unit)(HUGE)), today=date(2026, 1, 31))

    assert isinstance(found, Problem)
    assert "far more than an article" in found.message
    assert time.process_time() - began < 15
