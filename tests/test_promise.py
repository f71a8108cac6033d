"""The promise, on every claim of the five articles: verbatim, with its speaker, its hedge and its negation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_corpus
from briefing.extract.assemble import assemble
from briefing.extract.layout.quotation_marks import pairs
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages import find_pack
from briefing.model.claim import Claim, Modality
from briefing.model.span import Span

ROOT = Path(__file__).parents[1]
LEFT_BEHIND = re.compile(
    r"\b(?:ne|n['’]|pas|jamais|aucun|aucune|peut-être|probablement|si|selon|d['’]après)\s*$", re.IGNORECASE
)
"""What must not stand just before a passage in its sentence: the words would change it."""
NEGATION = re.compile(r"\b(?:ne\b|n['’]).{0,40}?\b(?:pas|jamais|aucun|aucune|plus|rien|ni)\b")


def _claims() -> list[tuple[Reading, Claim]]:
    pack = find_pack("fr")
    assert pack is not None
    entities = load_entities(ROOT)[0].entities
    readings = [annotate(article, pack, entities) for article in load_corpus(ROOT)[0]]
    return [(reading, claim) for reading in readings for claim in assemble(reading)]


CLAIMS = _claims()
every_claim = pytest.mark.parametrize(("reading", "claim"), CLAIMS, ids=[claim.id for _, claim in CLAIMS])


def _sentences(reading: Reading, span: Span) -> str:
    """The sentences in which a passage stands."""
    spans = [s.span for s in reading.sentences if s.span.overlap(span)]
    return reading.article.text[min(s.start for s in spans) : max(s.end for s in spans)]


def test_there_is_something_to_promise() -> None:
    """The five articles hold claims of every modality that the site shows."""
    assert {claim.modality for _, claim in CLAIMS} == set(Modality) - {Modality.OPINION, Modality.QUESTION}


@every_claim
def test_every_passage_is_verbatim(reading: Reading, claim: Claim) -> None:
    """Evidence and rows stand in the article where they say."""
    text = reading.article.text
    rows = [claim.evidence, *claim.quotes, *claim.dates, *claim.quantities, *claim.entities]
    for row in [*rows, *(attribution.content for attribution in claim.attribution)]:
        assert text[row.start : row.end] == row.exact


@every_claim
def test_no_claim_loses_who_says_it(reading: Reading, claim: Claim) -> None:
    """Every attribution and quotation that bears on the passage is in its rows."""
    span = claim.evidence.span
    for attribution in reading.attributions:
        if attribution.content.span.overlap(span) and attribution.source:
            assert attribution in claim.attribution
    for quotation in reading.quotations:
        if quotation.span.overlap(span):
            assert quotation in claim.quotes


@every_claim
def test_what_is_not_asserted_says_why(reading: Reading, claim: Claim) -> None:
    """An alleged, possible, predicted or denied claim names the words that decided, and they are in its sentence."""
    if claim.modality is Modality.ASSERTED:
        return
    named = {claim.because.cue, *(q.cue for q in claim.quotes), *(a.cue for a in claim.attribution)} - {None, ""}
    said = claim.because.rule.endswith("block_quote") or any(q.speaker for q in claim.quotes)
    assert said or any(str(cue) in _sentences(reading, claim.evidence.span) for cue in named)


@every_claim
def test_no_passage_is_cut_from_its_negation(reading: Reading, claim: Claim) -> None:
    """No negation, hedge or source stands just before the cut, and a negated verb keeps both its words."""
    span = claim.evidence.span
    before = _sentences(reading, span).partition(claim.evidence.exact)[0]
    assert not LEFT_BEHIND.search(before)
    for negation in NEGATION.finditer(_sentences(reading, span)):
        begins = negation[0][:12] in claim.evidence.exact
        assert not begins or negation[0] in claim.evidence.exact


@every_claim
def test_no_quotation_is_left_open(reading: Reading, claim: Claim) -> None:
    """A passage holds both marks of a quotation, or neither."""
    inside = [span for block in reading.blocks for span in pairs(reading.text, block.span).inside]
    crossing = [span for span in inside if span.overlap(claim.evidence.span)]
    start, end = claim.evidence.start, claim.evidence.end
    assert all((start < span.start) == (end > span.end) for span in crossing)
