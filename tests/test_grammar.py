"""The analysis of sentences: tags against words tagged by hand, clauses against sentences analysed by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import briefing.languages
from briefing.corpus.text import fold
from briefing.extract.analysis.syntax import Clause, Syntax, Tag, Word
from briefing.extract.cores import cores
from briefing.languages.fr.grammar import grammar
from briefing.model.span import Span
from tagged import Sentence, compare, sentences

FRENCH = Path(briefing.languages.__file__).parent / "fr" / "grammar"
SENTENCES = yaml.safe_load((Path(__file__).parent / "grammar" / "sentences.yaml").read_text("utf-8"))["sentences"]
MARK = re.compile(r"\[([^\]]+)\]")
QUOTED = re.compile(r"«[^»]*»")
BY_HAND = {
    Tag.FINITE: "FIN",
    Tag.INFINITIVE: "INF",
    Tag.PARTICIPLE: "PART",
    Tag.GERUND: "GER",
    Tag.NOUN: "NOUN",
    Tag.NAME: "NAME",
    Tag.ADJECTIVE: "ADJ",
    Tag.DETERMINER: "DET",
    Tag.NUMBER: "NUM",
    Tag.SUBJECT: "SUBJ",
    Tag.CLITIC: "CLIT",
    Tag.PRONOUN: "PRON",
    Tag.RELATIVE: "REL",
    Tag.SUBORDINATOR: "SUB",
    Tag.COORDINATOR: "CO",
    Tag.PREPOSITION: "PREP",
    Tag.ADVERB: "ADV",
    Tag.NEGATION: "NEG",
}


def parsed(text: str) -> Syntax:
    """The analysis of a sentence, its quotations opaque."""
    text = fold(text)
    return grammar().parse(text, Span(0, len(text)), [Span(*found.span()) for found in QUOTED.finditer(text)])


def _tags(sentence: Sentence) -> list[tuple[int, int, str]]:
    return [(w.start, w.end, BY_HAND.get(w.tag, w.tag)) for w in parsed(sentence.text).words]


def test_tags_are_those_given_by_hand() -> None:
    """At least 97 % of the words, and few are cut otherwise."""
    result = compare((sentence, _tags(sentence)) for sentence in sentences())
    assert result.share >= 0.97, result.confusions()
    assert result.cut_otherwise < 0.02 * result.right


def _told(syntax: Syntax, text: str, clause: Clause) -> str:
    verb, subject = syntax.verb_of(clause), syntax.subject_of(clause)
    words = syntax.span_of(subject.first, subject.whole).of(text) if subject else "-"
    return f"{clause.kind} {verb.lemma if verb else '-'} {words}"


@pytest.mark.parametrize("case", SENTENCES, ids=lambda case: case["text"][:40])
def test_clauses_are_those_told_by_hand(case: dict[str, object]) -> None:
    """Every clause of the sentence with its verb and subject, in any order, and no other."""
    text = str(case["text"])
    syntax = parsed(text)
    assert sorted(_told(syntax, text, c) for c in syntax.clauses) == sorted(case["clauses"])  # type: ignore[call-overload]


@pytest.mark.parametrize("case", [case for case in SENTENCES if "cores" in case], ids=lambda case: case["text"][:40])
def test_a_clause_states_by_the_words_told_by_hand(case: dict[str, object]) -> None:
    """From its subject on, without what stands before in commas and what only says more."""
    text = str(case["text"])
    assert [core.of(text) for core in cores([parsed(text)])] == case["cores"]


def _entries(name: str) -> list[dict[str, str]]:
    rows = yaml.safe_load((FRENCH / f"{name}.yaml").read_text("utf-8"))["entries"]
    return [row for row in rows if "example" in row]


def _marked(example: str) -> tuple[Syntax, list[Word]]:
    mark = MARK.search(example)
    assert mark, "the example marks no words"
    syntax = parsed(example[: mark.start()] + mark[1] + example[mark.end() :])
    span = Span(mark.start(), mark.start() + len(mark[1]))
    return syntax, [word for word in syntax.words if word.span.overlap(span)]


@pytest.mark.parametrize("entry", _entries("closed"), ids=lambda entry: entry["example"])
def test_a_closed_word_reads_as_its_class(entry: dict[str, str]) -> None:
    """The word in brackets has the tag of its entry."""
    _, words = _marked(entry["example"])
    assert entry["tag"] in {word.tag.value for word in words}


def test_a_listed_noun_is_found_by_its_lemma() -> None:
    """The noun in brackets is one of its entry."""
    for entry in _entries("voices"):
        _, words = _marked(entry["example"])
        assert {word.lemma for word in words} & set(entry["words"].split()), entry["example"]


def test_names_of_closed_words_stand_once_in_a_class() -> None:
    """No word stands twice in one class with one cost, so that a reading has one place."""
    seen: set[tuple[str, str, str]] = set()
    for entry in yaml.safe_load((FRENCH / "closed.yaml").read_text("utf-8"))["entries"]:
        for word in entry["words"]:
            key = (entry["tag"], str(entry.get("kind")), word)
            assert key not in seen, key
            seen.add(key)
