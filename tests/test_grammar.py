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
from briefing.languages.en.grammar import grammar as english
from briefing.languages.fr.grammar import grammar as french
from briefing.model.span import Span
from tagged import Sentence, compare, sentences

PACKS = Path(briefing.languages.__file__).parent
GRAMMARS = {"fr": french, "en": english}
SENTENCES = yaml.safe_load((Path(__file__).parent / "grammar" / "sentences.yaml").read_text("utf-8"))["sentences"]
MARK = re.compile(r"\[([^\]]+)\]")
QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
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


def parsed(text: str, code: str = "fr") -> Syntax:
    """The analysis of a sentence, its quotations opaque."""
    text = fold(text)
    return GRAMMARS[code]().parse(text, Span(0, len(text)), [Span(*found.span()) for found in QUOTED.finditer(text)])


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
    syntax = parsed(text, str(case.get("language", "fr")))
    assert sorted(_told(syntax, text, c) for c in syntax.clauses) == sorted(case["clauses"])  # type: ignore[call-overload]


@pytest.mark.parametrize("case", [case for case in SENTENCES if "cores" in case], ids=lambda case: case["text"][:40])
def test_a_clause_states_by_the_words_told_by_hand(case: dict[str, object]) -> None:
    """From its subject on, without what stands before in commas and what only says more."""
    text = str(case["text"])
    assert [core.of(text) for core in cores([parsed(text)])] == case["cores"]


def _entries(name: str) -> list[tuple[str, dict[str, str]]]:
    """The entries with an example of every language's list, each with its language."""
    found = (
        (code, yaml.safe_load((PACKS / code / "grammar" / f"{name}.yaml").read_text("utf-8"))) for code in GRAMMARS
    )
    return [(code, row) for code, content in found for row in content["entries"] if "example" in row]


def _marked(code: str, example: str) -> tuple[Syntax, list[Word]]:
    mark = MARK.search(example)
    assert mark, "the example marks no words"
    syntax = parsed(example[: mark.start()] + mark[1] + example[mark.end() :], code)
    span = Span(mark.start(), mark.start() + len(mark[1]))
    return syntax, [word for word in syntax.words if word.span.overlap(span)]


@pytest.mark.parametrize(("code", "entry"), _entries("closed"), ids=lambda value: str(value)[:60])
def test_a_closed_word_reads_as_its_class(code: str, entry: dict[str, str]) -> None:
    """The word in brackets has the tag of its entry."""
    _, words = _marked(code, entry["example"])
    assert entry["tag"] in {word.tag.value for word in words}


def test_a_listed_noun_is_found_by_its_lemma() -> None:
    """The noun in brackets is one of its entry."""
    for code, entry in _entries("voices"):
        _, words = _marked(code, entry["example"])
        assert {name for word in words for name in (word.lemma, word.form)} & set(entry["words"].split()), entry[
            "example"
        ]


def test_names_of_closed_words_stand_once_in_a_class() -> None:
    """No word stands twice in one class with one cost, so that a reading has one place."""
    seen: set[tuple[str, ...]] = set()
    for code, entry in _entries("closed"):
        for word in entry["words"]:
            key = (code, entry["tag"], str(entry.get("kind")), entry.get("lemma", ""), word)
            assert key not in seen, key
            seen.add(key)
