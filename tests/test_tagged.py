"""The hand-tagged words are what they say they are, and the comparison with a tagger counts what it says it counts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from briefing.corpus.loader import load_corpus
from briefing.corpus.text import fold
from tagged import Sentence, compare, sentences

TAGS = set(re.findall(r"[A-Z]+", "NOUN NAME ADJ DET NUM ADV PREP FIN INF PART GER SUBJ CLIT PRON REL SUB CO NEG"))
SENTENCES = sentences()
PRESS = [sentence for sentence in SENTENCES if "five articles" in sentence.section]


def _by_hand(sentence: Sentence) -> list[tuple[int, int, str]]:
    return [(word.start, word.end, min(word.tags)) for word in sentence.words]


def test_there_are_enough_words_of_every_kind() -> None:
    """At least 1,200 words of the press and 800 of sentences made for what is ambiguous, each tag ten times."""
    words = Counter(sentence in PRESS for sentence in SENTENCES for _ in sentence.words)
    assert words[True] >= 1_200
    assert words[False] >= 800
    often = Counter(tag for sentence in SENTENCES for word in sentence.words for tag in word.tags)
    assert set(often) == TAGS
    assert min(often.values()) >= 10


def test_what_is_said_to_be_of_the_articles_stands_in_them() -> None:
    """Word for word, but for where a sentence of an article goes on."""
    root = Path(__file__).parents[1]
    articles, _ = load_corpus(root)
    text = " ".join(fold(article.text) for article in articles)
    missing = [s.text for s in PRESS if s.text.rstrip(" .") not in text]
    assert missing == []


def test_a_sentence_is_written_as_the_press_prints_it() -> None:
    """Elisions and inverted pronouns are joined again, and each word knows where it stands."""
    sentence = next(s for s in SENTENCES if s.text.startswith("La grève continue"))
    assert sentence.text == "La grève continue, a-t-il dit mardi."
    assert [sentence.text[w.start : w.end] for w in sentence.words][3:5] == ["a", "-t-il"]


def test_the_hand_agrees_with_itself() -> None:
    """All right, none cut otherwise."""
    same = compare((sentence, _by_hand(sentence)) for sentence in SENTENCES)
    assert (same.share, same.wrong, same.cut_otherwise) == (1.0, (), 0)


def test_a_wrong_tag_and_a_cut_elsewhere_are_told_apart() -> None:
    """A wrong tag is shown in its sentence; a word that was cut otherwise is neither right nor wrong."""
    sentence = next(s for s in SENTENCES if s.text.startswith("Moscou dément"))
    (first, second, *rest) = _by_hand(sentence)
    third, fourth, *others = rest
    found = [first, (*second[:2], "NOUN"), (third[0], fourth[1], "ADV"), *others]
    told = compare([(sentence, found)])
    assert told.wrong == ((f"Moscou [dément]{sentence.text[13:]}", "FIN", "NOUN"),)
    assert told.confusions() == [(("FIN", "NOUN"), 1)]
    assert told.cut_otherwise == 2
    assert told.share == pytest.approx(told.right / (told.right + 1))
