"""French verb forms: the right infinitive and tense, and no verb where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.languages.fr.verbs import Form, Tense, analyse, infinitives, is_form

T = Tense

FORMS = [
    # First group, with its spelling changes.
    ("livrera", "livrer", T.FUTURE),
    ("livreraient", "livrer", T.CONDITIONAL),
    ("livrait", "livrer", T.IMPERFECT),
    ("livrèrent", "livrer", T.PAST_SIMPLE),
    ("lançait", "lancer", T.IMPERFECT),
    ("plongeait", "plonger", T.IMPERFECT),
    ("appelle", "appeler", T.PRESENT),
    ("rejettera", "rejeter", T.FUTURE),
    ("achèterait", "acheter", T.CONDITIONAL),
    ("cèderait", "céder", T.CONDITIONAL),
    ("considérerait", "considérer", T.CONDITIONAL),
    ("paiera", "payer", T.FUTURE),
    ("essuie", "essuyer", T.PRESENT),
    ("étudiera", "étudier", T.FUTURE),
    ("crée", "créer", T.PRESENT),
    ("créées", "créer", T.PAST_PARTICIPLE),
    ("enverrait", "envoyer", T.CONDITIONAL),
    ("renverra", "renvoyer", T.FUTURE),
    ("complexifie", "complexifier", T.PRESENT),
    ("caillassée", "caillasser", T.PAST_PARTICIPLE),
    # The verbs of reporting, hedging and announcing.
    ("dément", "démentir", T.PRESENT),
    ("démentie", "démentir", T.PAST_PARTICIPLE),
    ("nient", "nier", T.PRESENT),
    ("soutiendrait", "soutenir", T.CONDITIONAL),
    ("maintiendra", "maintenir", T.FUTURE),
    ("pourraient", "pouvoir", T.CONDITIONAL),
    ("peuvent", "pouvoir", T.PRESENT),
    ("devrait", "devoir", T.CONDITIONAL),
    ("doivent", "devoir", T.PRESENT),
    ("faudrait", "falloir", T.CONDITIONAL),
    ("voudrait", "vouloir", T.CONDITIONAL),
    ("vont", "aller", T.PRESENT),
    ("ira", "aller", T.FUTURE),
    ("seraient", "être", T.CONDITIONAL),
    ("auraient", "avoir", T.CONDITIONAL),
    ("saurait", "savoir", T.CONDITIONAL),
    ("prévoit", "prévoir", T.PRESENT),
    ("permettrait", "permettre", T.CONDITIONAL),
    ("apprendra", "apprendre", T.FUTURE),
    ("craignant", "craindre", T.PRESENT_PARTICIPLE),
    ("résoudra", "résoudre", T.FUTURE),
    ("interrompu", "interrompre", T.PAST_PARTICIPLE),
    ("réduisait", "réduire", T.IMPERFECT),
    ("finissent", "finir", T.PRESENT),
    ("grossira", "grossir", T.FUTURE),
    ("réussi", "réussir", T.PAST_PARTICIPLE),
    ("acquis", "acquérir", T.PAST_PARTICIPLE),
    ("vaudra", "valoir", T.FUTURE),
    ("fût", "être", T.SUBJUNCTIVE),
    ("eût", "avoir", T.SUBJUNCTIVE),
    ("vînt", "venir", T.SUBJUNCTIVE),
    ("allât", "aller", T.SUBJUNCTIVE),
    ("parlât", "parler", T.SUBJUNCTIVE),
]


@pytest.mark.parametrize(("word", "lemma", "tense"), FORMS, ids=[word for word, _, _ in FORMS])
def test_a_form_is_recognised(word: str, lemma: str, tense: Tense) -> None:
    """The reading is among those of the word."""
    assert Form(lemma, tense) in analyse(word)


@pytest.mark.parametrize(
    "word",
    [
        "portrait",
        "attrait",
        "souhait",
        "lait",
        "forfait",
        "contrat",
        "opérateur",
        "secteur",
        "dollars",
        "métaux",
        "Paris",
        "",
        "e",
    ],
)
def test_a_noun_is_no_verb(word: str) -> None:
    """Nouns in -ait and -rait are no imperfects and no conditionals."""
    assert not is_form(word, T.CONDITIONAL, T.IMPERFECT, T.FUTURE, T.PRESENT)


@pytest.mark.parametrize(
    "word", ["attirait", "préparait", "montrait", "tirait", "livrait", "entrait", "retirait", "rencontrait", "adorait"]
)
def test_an_imperfect_in_rait_is_no_conditional(word: str) -> None:
    """The stem decides: « préparer » gives « préparait », its conditional is « préparerait »."""
    assert is_form(word, T.IMPERFECT)
    assert not is_form(word, T.CONDITIONAL)


@pytest.mark.parametrize(
    ("word", "lemmas"), [("suis", {"être", "suivre"}), ("tue", {"taire", "tuer"}), ("fut", {"être"})]
)
def test_every_reading_is_kept(word: str, lemmas: set[str]) -> None:
    """A word may belong to several verbs; who asks decides."""
    assert {form.lemma for form in analyse(word)} == lemmas


def test_every_infinitive_is_a_form_of_itself() -> None:
    """So no verb is lost between the list and the paradigms."""
    assert [verb for verb in sorted(infinitives()) if Form(verb, T.INFINITIVE) not in analyse(verb)] == []


def test_every_verb_has_a_future_and_a_participle() -> None:
    """So a family that fits no infinitive, or a wrong suffix, is noticed."""
    short = {"choir", "échoir", "gésir"}
    stems = {
        verb: verb[:-2] + "era"
        for verb in infinitives()
        if verb.endswith("er") and verb not in {"aller", "envoyer", "renvoyer"}
    }
    assert [verb for verb, future in stems.items() if not is_form(future, T.FUTURE) and verb not in short] == []


@given(st.text(max_size=30))
def test_any_word_is_safe(word: str) -> None:
    """No text raises, and the answer is sorted and the same twice."""
    found = analyse(word)
    assert found == analyse(word) == tuple(sorted(found))
