"""What holds of every number: written and read again it is the same, and a span is the words it cites."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.corpus.text import fold
from briefing.extract.parsing import parsing
from briefing.extract.quantities.numerals import read, spelled
from briefing.extract.reading import Reading
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.layout import blocks, sentences
from briefing.languages.fr.quantities.lexicon.vocabulary import number_words
from briefing.languages.fr.quantities.measures import quantities
from briefing.languages.fr.quantities.units import singular
from briefing.languages.fr.speech.quotations import quotations
from briefing.model.annotation import Bound
from briefing.model.article import Article
from briefing.model.span import Span

BELOW_TWENTY = """
zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf
"""
UNITS = BELOW_TWENTY.split()
TENS = ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"]
FRAGMENTS = """
12 1 000 1.500 3,5 2024 vingt et un une deux cent mille millions milliards dizaine dizaines de d' des les le entre à ou
- – , . ; ( ) « » % € $ km °C h heures ans morts soldats Français Rafale F-16 dont contre sur plus moins environ près
jusqu'à dépasse passer nombre il en sont ’
"""
PIECES = st.sampled_from([*FRAGMENTS.split(), "\u00a0", "\u202f", "\n", ""])


def _below_hundred(number: int, *, final: bool) -> str:
    if number < 20:
        return UNITS[number]
    ten, unit = divmod(number, 10)
    if ten in {7, 9}:
        unit += 10
    if number == 80:
        return "quatre-vingts" if final else "quatre-vingt"
    if unit == 0:
        return TENS[ten]
    joint = " et " if unit in {1, 11} and ten < 8 else "-"
    return TENS[ten] + joint + UNITS[unit]


def _below_thousand(number: int, *, final: bool) -> str:
    hundred, rest = divmod(number, 100)
    if not hundred:
        return _below_hundred(rest, final=final)
    head = "cent" if hundred == 1 else f"{UNITS[hundred]} cent"
    if rest:
        return f"{head} {_below_hundred(rest, final=final)}"
    return head + "s" if hundred > 1 and final else head


def spell(number: int) -> str:
    """The number in words, in the spelling of before 1990."""
    millions, rest = divmod(number, 10**6)
    thousands, units = divmod(rest, 1000)
    parts = []
    if millions:
        parts.append(f"{_below_thousand(millions, final=True)} million{'s' if millions > 1 else ''}")
    if thousands:
        parts.append("mille" if thousands == 1 else f"{_below_thousand(thousands, final=False)} mille")
    if units or not parts:
        parts.append(_below_thousand(units, final=True))
    return " ".join(parts)


def _annotated(text: str) -> Reading:
    reading = quotations(sentences(blocks(Reading.of(Article(id="essai", text=text)))))
    return quantities(parsing(grammar)(reading))


@given(st.integers(0, 10**9 - 1))
@example(0)
@example(71)
@example(80)
@example(91)
@example(1_000_001)
@example(200_080_000)
def test_a_number_in_words_is_read_back(number: int) -> None:
    """In the old spelling and, as far as « million » allows hyphens, in the one of 1990."""
    for words in (spell(number), spell(number).replace(" ", "-")):
        syntax = grammar().parse(words, Span(0, len(words)))
        numeral = read(syntax.words, 0, number_words())
        if "million" not in words or " " in words:
            assert numeral is not None
            assert (numeral.value, numeral.last) == (Decimal(number), len(syntax.words))


@pytest.mark.parametrize(
    ("words", "value", "taken"),
    [
        ("vingt et un ans", 21, 3),
        ("vingt et trois", 20, 1),
        ("quatre vingt dix sept", 97, 4),
        ("dix deux", 10, 1),
        ("cent un", 101, 2),
        ("mille mille", 1000, 1),
        ("deux mille zéro", 2000, 2),
        ("morts", 0, 0),
    ],
)
def test_a_numeral_ends_where_no_word_can_go_on(words: str, value: int, taken: int) -> None:
    """The longest number, and how many words it takes."""
    assert spelled(words.split(), number_words()) == (value, taken)


@given(st.integers(2, 10**9 - 1), st.sampled_from([" ", ".", "\u00a0", "\u202f", "\u2009"]))
def test_a_number_in_digits_is_read_back(number: int, mark: str) -> None:
    """Whatever parts the thousands."""
    reading = _annotated(f"Le fonds a replanté {number:,} arbres.".replace(",", mark))
    assert [(q.value, q.unit, q.bound) for q in reading.quantities] == [(number, "arbre", Bound.EXACT)]


@given(st.integers(2, 999_999))
def test_a_number_in_words_counts_its_noun(number: int) -> None:
    """In a sentence, with a bound."""
    reading = _annotated(f"Au moins {spell(number)} arbres ont été replantés.")
    assert [(q.value, q.unit, q.bound) for q in reading.quantities] == [(number, "arbre", Bound.MIN)]


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join)))
@example("99999999999999999999999999 morts")
@example("٣ morts, ²³ cas, ½ part, Ⅻ lois")
@example("12 \u0130stanbul \ud83d\ude00 deux")
def test_any_text_is_read(text: str) -> None:
    """Nothing raises; spans are their text, in order, apart from each other, and values are in order too."""
    found = _annotated(text).quantities
    for quantity in found:
        assert quantity.exact == text[quantity.start : quantity.end] != ""
        assert quantity.value_max is None or quantity.value_max > quantity.value
        assert (quantity.bound is Bound.RANGE) == (quantity.value_max is not None)
        assert quantity.rule.startswith("fr.quantities.")
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("plural", "wanted"),
    [
        ("journaux", "journal"),
        ("bateaux", "bateau"),
        ("travaux", "travail"),
        ("tuyaux", "tuyau"),
        ("jeux", "jeu"),
        ("voix", "voix"),
        ("fils", "fils"),
        ("pays", "pays"),
        ("mois", "mois"),
        ("lois", "loi"),
        ("virus", "virus"),
        ("palais", "palais"),
        ("délais", "délai"),
        ("concours", "concours"),
        ("tribus", "tribu"),
        ("petits-enfants", "petit-enfant"),
        ("sous-marins", "sous-marin"),
        ("procès-verbaux", "procès-verbal"),
        ("porte-avions", "porte-avions"),
        ("sans-abri", "sans-abri"),
        ("yeux", "œil"),
        ("œufs", "œuf"),
        ("messieurs", "monsieur"),
        ("Français", "Français"),
        ("Ukrainiens", "Ukrainien"),
        ("PME", "PME"),
    ],
)
def test_a_plural_has_its_singular(plural: str, wanted: str) -> None:
    """By the lexicon, part by part where a word is a compound."""
    text = fold(f"Le maire a vu trois {plural}.")
    words = grammar().parse(text, Span(0, len(text))).words
    assert singular(text, words[-2]) == wanted
