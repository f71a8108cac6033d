"""The axis of a chart: its round numbers, and which of them have room for words."""

from __future__ import annotations

import math

from briefing.pages.typography import short_number

_CHARACTERS = 28
"""So many have room under a small track."""


def round_numbers(top: float) -> list[float]:
    """Three to six round numbers from nought to beyond `top`."""
    step = 10.0 ** math.floor(math.log10(top))
    while top / step > 5:
        step *= 2.5 if step / 10 ** math.floor(math.log10(step)) == 2 else 2
    while top / step < 2:
        step /= 2
    return [step * n for n in range(math.ceil(top / step) + 1)]


def axis_words(ticks: list[float], language: str) -> list[str]:
    """What stands at the ticks: all of them, or every second, third … where their words would run into each other."""
    last = len(ticks) - 1
    words = [short_number(value, ticks[-1], language) for value in ticks]
    for step in (step for step in range(1, last + 1) if last % step == 0):
        shown = [word if place % step == 0 else "" for place, word in enumerate(words)]
        if sum(len(word) + 2 for word in shown if word) <= _CHARACTERS:
            break
    return shown
