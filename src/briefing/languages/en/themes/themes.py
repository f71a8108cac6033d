"""What an English passage speaks of: classes of actions and things, and states meant by an adjective."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from briefing.corpus.text import fold
from briefing.extract.lexicon import load
from briefing.extract.pack import Theme
from briefing.languages.en.grammar import Word, kind, singular, words
from briefing.languages.en.names.gazetteer import nations
from briefing.model.span import Span

_REACH = 3
"""Words before an action that may make it passive or negative: « was not fully repaired »."""
_DOER = 8
"""Words behind a passive within which the one who does it is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeClass:
    """An entry of `classes.yaml`, which explains the fields."""

    name: str
    kind: Literal["action", "thing"]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    broader: str | None = None
    opposite: str | None = None
    example: str


class _Known(NamedTuple):
    """What a form says: its class, whether it is a noun, whether it may be a past participle."""

    entry: ThemeClass
    nominal: bool
    past: bool


def spoken_of(text: str) -> tuple[Theme, ...]:
    """The themes and the nations (`nation/sweden`) of a text, in order; offsets are code points."""
    folded = fold(text)
    line = words(folded, Span(0, len(folded)))
    found = [_theme(line, place, known) for place in range(len(line)) if (known := _known(line[place].lower))]
    return tuple(sorted([*found, *_nations(folded, line)], key=lambda theme: (theme.start, theme.end, theme.name)))


def _theme(line: Sequence[Word], place: int, known: _Known) -> Theme:
    entry, before = known.entry, [word.lower for word in line[max(0, place - _REACH) : place]]
    passive = known.past and not known.nominal and any(word in kind("passives") for word in before)
    by = next((w.end for w in line[place : place + _DOER] if w.lower == "by"), None) if passive else None
    return Theme(
        name=f"{entry.kind}/{entry.name}",
        start=line[place].start,
        end=line[place].end,
        broader=entry.broader and f"{entry.kind}/{entry.broader}",
        opposite=entry.opposite and f"{entry.kind}/{entry.opposite}",
        nominal=known.nominal,
        passive=passive,
        doer=by,
        negated=any(word in kind("negations") or word.endswith("n't") for word in before),
    )


def _nations(text: str, line: Sequence[Word]) -> list[Theme]:
    """Adjectives and peoples: « South Korean » is one word here."""
    found: list[Theme] = []
    for place, word in enumerate(line):
        pair = text[line[place - 1].start : word.end] if place else ""
        for written, start in ((pair, line[place - 1].start), (text[word.start : word.end], word.start)):
            if written in nations():
                found.append(Theme(f"nation/{nations()[written]}", start, word.end))
                break
    return found


def _known(word: str) -> _Known | None:
    return _forms().get(word) or _forms().get(singular(word))


@cache
def _forms() -> dict[str, _Known]:
    """Every form with its class; the first class that lists a word has it."""
    found: dict[str, _Known] = {}
    for entry in load(__package__, "classes", ThemeClass):
        for verb in entry.verbs:
            base, past, present = _verb_forms(*verb.split())
            found |= {
                form: _Known(entry, nominal=False, past=form in past)
                for form in (base, *past, *present)
                if form not in found
            }
        for noun in entry.nouns:
            found.setdefault(noun, _Known(entry, nominal=True, past=False))
    return found


def _verb_forms(base: str, *irregular: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """« supply » → supplied; supplies, supplying; a doubled consonant where English may write one."""
    stem, doubled = base.removesuffix("e"), base + base[-1]
    if base.endswith("y") and base[-2] not in "aeo":
        return base, irregular or (base[:-1] + "ied",), (base[:-1] + "ies", base + "ing")
    third = base + ("es" if base.endswith(("sh", "ch", "ss", "x")) else "s")
    return base, irregular or (stem + "ed", doubled + "ed"), (third, stem + "ing", doubled + "ing")
