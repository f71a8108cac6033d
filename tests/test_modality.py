"""What holds of every statement, whatever the text: where it stands, what decided, and what a split keeps."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extract.analysis.syntax import ClauseKind
from briefing.extract.layout.quotation_marks import pairs
from briefing.extract.modality.statements import NOT_CLAIMS
from briefing.extract.parsing import parsing
from briefing.extract.pipeline import annotate
from briefing.extract.reading import Reading
from briefing.languages.fr import PACK
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.layout import blocks, sentences
from briefing.languages.fr.modality.statements import statements
from briefing.model.article import Article, Metadata
from briefing.model.claim import Modality
from briefing.model.span import Span

VOCABULARY = (
    "le ministre que qui si , ; : . ? ! « » aurait pourrait nie dément selon tandis alors mais et n' pas jamais ne "
    "sera va doit il c' est un tournant signal je me frappe cette décision montre déclarant Paris 12 % reste à savoir"
)

QUOTED = (
    "« ",
    " »",
    "“",
    "”",
    '"',
    "\n\n",
    "Le maire a dit : ",
    "dit-il",
    ", a précisé Anne Petit à Lyon",
    "Le pont cède. ",
    "il cède. ",
)


def _read(text: str) -> Reading:
    """The whole pipeline's reading."""
    return annotate(Article(id="essai", text=text, meta=Metadata(published="2024-11-30")), PACK)


def _judge(text: str) -> Reading:
    """Only the layers that the component needs of the text itself."""
    return statements(_parsed(text))


def _parsed(text: str) -> Reading:
    return parsing(grammar)(sentences(blocks(Reading.of(Article(id="essai", text=text)))))


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(VOCABULARY.split()), max_size=60).map(" ".join)))
def test_any_text_is_judged(text: str) -> None:
    """Nothing raises; every sentence has a statement; what decided stands in the text; twice the same."""
    reading = _judge(text)
    spans = [sentence.span for sentence in reading.sentences]
    for statement in reading.statements:
        assert len(statement.span) > 0
        assert statement.because.rule.startswith(("fr.modality.", "fr.statements."))
        assert statement.because.cue in text
        assert not (statement.checkable and statement.modality in NOT_CLAIMS)
    assert all(any(span.overlap(s.span) for s in reading.statements) for span in spans)
    assert _judge(text).statements == reading.statements


@settings(deadline=None)
@given(st.lists(st.sampled_from(QUOTED), max_size=40).map("".join))
def test_no_mark_of_a_quotation_is_alone(text: str) -> None:
    """A claim holds both marks of a quotation or neither, and nothing of two paragraphs."""
    reading = _judge(text)
    for block in reading.blocks:
        claims = [s.span for s in reading.statements if s.is_claim and s.span.overlap(block.span)]
        assert all(block.span.contains(claim) for claim in claims)
        for inside in pairs(reading.text, block.span).inside:
            around = [c for c in claims if c.overlap(inside)]
            assert all((c.start < inside.start) == (c.end > inside.end) for c in around)


@pytest.mark.parametrize(
    "unit",
    [
        "Il dit que Paul, qui dort, pourrait venir et que Jean nie. ",
        "que qui si , alors que ; ",
        "L'accord marque un tournant, mais le juge aurait nié les faits, ",
        "? ! … » ",
        "l'",
        "est-ce ",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    """Four times the text takes about four times the time, even in one sentence without end."""

    def seconds(times: int) -> float:
        reading = _parsed("Le maire parle. " + unit * times)
        start = time.process_time()
        statements(reading)
        return time.process_time() - start

    seconds(10)
    assert seconds(2000) < 12 * seconds(500) + 0.1


SPLITS = [
    (
        "Le parquet affirme que le suspect a avoué, tandis que son avocat dément tout aveu.",
        [(Modality.ALLEGED, "affirme"), (Modality.DENIED, "dément")],
    ),
    (
        "Si la direction a toujours nié la fuite, plusieurs ouvriers affirment que l'eau était brune.",
        [(Modality.DENIED, "nié"), (Modality.ALLEGED, "affirment")],
    ),
    (
        "Le stade a rouvert en mars, mais la piste pourrait fermer cet hiver.",
        [(Modality.ASSERTED, "a rouvert"), (Modality.POSSIBLE, "pourrait")],
    ),
    (
        "La ministre a visité le chantier lundi, déclarant que la ligne n'ouvrirait pas.",
        [(Modality.ASSERTED, "a visité"), (Modality.ALLEGED, "n'ouvrirait pas")],
    ),
    ("Le pont a tenu ; le maire n'exclut pas une fermeture.", [(Modality.ASSERTED, "a tenu"), (None, "n'exclut pas")]),
]


@pytest.mark.parametrize(("text", "wanted"), SPLITS, ids=[text[:20] for text, _ in SPLITS])
def test_a_split_keeps_what_decides(text: str, wanted: list[tuple[Modality | None, str]]) -> None:
    """Each part holds its own hedge, negation or reporting verb, and its attributions whole."""
    reading = _read(text)
    parts = [(s.modality, s.span.of(text)) for s in reading.statements]
    assert len(parts) == len(wanted)
    for (modality, words), (expected, cue) in zip(parts, wanted, strict=True):
        assert cue in words
        assert expected in {modality, None}
    for attribution in reading.attributions:
        assert any(s.span.contains(attribution.content.span) for s in reading.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Selon la banque, les prix ont baissé, mais les loyers pourraient remonter.",
        "« Le texte est prêt ; il sera signé », assure le ministre.",
        "Le juge estime que la route est sûre, mais que le pont pourrait céder.",
        "Il est probable que le train parte ; personne ne sait quand.",
    ],
)
def test_no_part_loses_its_source(text: str) -> None:
    """A source or a quotation that reaches over the sentence forbids the cut, or both parts keep the modality."""
    for statement in _read(text).statements:
        assert statement.modality is not Modality.ASSERTED or "personne" in statement.span.of(text)


MAIN_VERBS = [
    ("Le maire, qui avait promis un stade, reconnaît un retard.", ["reconnaît"]),
    ("L'entreprise dont la marque domine le marché a fermé deux usines.", ["a"]),
    ("Trois des victimes, dont une fillette, sont dans un état grave.", ["sont"]),
    ("Le soutien manifeste de la gauche renforce sa position.", ["renforce"]),
    ("Ce nouvel équilibre reste à trouver.", ["reste"]),
    ("L'avocat conteste les faits et demande une remise en liberté.", ["conteste", "demande"]),
    ("Le fait que la direction se taise inquiète les salariés.", ["inquiète"]),
    ("Plus de 3.000 personnes ont manifesté, plus que prévu.", ["ont"]),
    ("À l'est, la situation se dégrade.", ["dégrade"]),
    ("La loi entre en vigueur lundi.", ["entre"]),
    ("Certains dénoncent une dérive.", ["dénoncent"]),
    ("Le premier a fui.", ["a"]),
    ("Baisse des charges pour les artisans", []),
    ("Un accord entre voisins", []),
    ("Le vice-président du conseil", []),
]


@pytest.mark.parametrize(("text", "verbs"), MAIN_VERBS, ids=[text[:20] for text, _ in MAIN_VERBS])
def test_the_main_verb_is_found(text: str, verbs: list[str]) -> None:
    """Finite verbs of main clauses, told from nouns, participles and the verbs of subordinate clauses."""
    syntax = grammar().parse(text, Span(0, len(text)))
    mains = [syntax.verb_of(c) for c in syntax.clauses if c.kind is ClauseKind.MAIN]
    assert [syntax.words[verb.finite].form for verb in mains if verb is not None] == verbs


ARTICLES = sorted((Path(__file__).parent.parent / "corpus").glob("*.md"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_what_is_told_shows_by_what(path: Path) -> None:
    """Alleged or denied: an attribution or quotation touches it, or the words stand in it that say so."""
    text = path.read_text("utf-8").split("---\n", 2)[2].strip()
    reading = _read(text)
    told = [s for s in reading.statements if s.modality in (Modality.ALLEGED, Modality.DENIED)]
    spans = [*(a.content.span for a in reading.attributions), *(q.span for q in reading.quotations)]
    assert told
    for statement in told:
        said = any(span.overlap(statement.span) for span in spans)
        assert said or statement.because.cue in statement.span.of(text)
        assert said or statement.because.cue
