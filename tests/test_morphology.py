"""Lexicons: every form that was packed is found with exactly its analyses, and the French one is what its list says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import french_lexicon
from briefing.extract.morphology import Analysis, Lexicon, Pos, Tense, pack

FRENCH = Lexicon(french_lexicon.TARGET)

WORD = st.text("abcéœ'-", min_size=1, max_size=8)
ANALYSIS = st.builds(
    Analysis,
    lemma=WORD,
    pos=st.sampled_from(Pos),
    gender=st.sampled_from(["", "m", "f"]),
    number=st.sampled_from(["", "s", "p"]),
    persons=st.sampled_from(["", "3", "13"]),
    tense=st.none() | st.sampled_from(Tense),
    kind=st.sampled_from(["", "given"]),
    valency=st.sampled_from(["", "it"]),
)


@given(st.dictionaries(WORD, st.sets(ANALYSIS, min_size=1, max_size=3), max_size=12), WORD)
def test_what_was_packed_is_found_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, forms: dict[str, set[Analysis]], other: str
) -> None:
    """For any table, a form has its analyses, once each; a form that was not packed has none."""
    path = tmp_path_factory.mktemp("lexicon") / "any.marisa"
    pack(((form, analysis) for form, analyses in forms.items() for analysis in analyses), path)
    lexicon = Lexicon(path)
    for form in {*forms, other}:
        found = lexicon.analyses(form)
        assert len(found) == len(set(found))
        assert set(found) == forms.get(form, set())


FORMS = {
    "offre": "offrir VERB present s13, offrir VERB subjunctive s13, offrir VERB imperative s2, offre NOUN fs",
    "est": "est NOUN ms, être VERB present s3",
    "été": "été NOUN ms, être VERB participle",
    "juge": "juger VERB present s13, juger VERB subjunctive s13, juger VERB imperative s2, juge NOUN s",
    "livrées": "livrer VERB participle fp, livrée NOUN fp",
    "aura": "avoir VERB future s3, aura NOUN fs",
    "eût": "avoir VERB subjunctive imperfect s3",
    "diront": "dire VERB future p3",
    "affirmant": "affirmer VERB gerund",
    "reconnaitre": "reconnaitre VERB infinitive",  # spelt as in 1990
    "reconnaître": "reconnaître VERB infinitive",  # and before
    "journaux": "journal NOUN mp",
    "générale": "général NOUN fs, général ADJ fs",
    "kilomètres": "kilométrer VERB present s2, kilométrer VERB subjunctive s2, kilomètre NOUN mp",
    "aujourd'hui": "aujourd'hui ADV",
    "elles": "elles PRON fp3",
    "trois": "trois NUM p",
}
NAMES = {
    "Jean": {("m", "given")},
    "Claire": {("f", "given")},
    "Dupont": {("", "family")},
    "Moscou": {("", "")},
}


def _told(analysis: Analysis) -> str:
    agreement = analysis.gender + analysis.number + analysis.persons
    return " ".join(part for part in (analysis.lemma, analysis.pos, analysis.tense, agreement) if part)


@pytest.mark.parametrize(("form", "told"), FORMS.items(), ids=FORMS)
def test_a_french_form_has_all_its_analyses(form: str, told: str) -> None:
    """Lemma, part of speech, tense, gender, number and persons, as a dictionary has them."""
    assert sorted(_told(analysis) for analysis in FRENCH.analyses(form)) == sorted(told.split(", "))


@pytest.mark.parametrize("form", ["dentistation", "ils'", "moscou", "OFFRE", "qu'il", "l'offre", "", "offre "])
def test_what_is_no_french_form_has_none(form: str) -> None:
    """Names have their capital, words have none, elisions are not the lexicon's business."""
    assert FRENCH.analyses(form) == ()


@pytest.mark.parametrize(("form", "kinds"), NAMES.items(), ids=NAMES)
def test_a_name_says_what_it_names_where_that_is_known(form: str, kinds: set[tuple[str, str]]) -> None:
    """Given and family names; the list does not tell places from other names."""
    assert {(a.gender, a.kind) for a in FRENCH.analyses(form) if a.pos is Pos.NAME} == kinds


def test_a_verb_says_what_it_takes() -> None:
    """Intransitive, transitive, indirect, pronominal: what a rule of objects asks."""
    takes = {verb: {a.valency for a in FRENCH.analyses(verb)} for verb in ("annoncer", "arriver", "enfuir")}
    assert takes == {"annoncer": {"itnq"}, "arriver": {"ie"}, "enfuir": {"pe"}}


def test_the_french_lexicon_is_what_the_script_makes_of_the_list(tmp_path: Path) -> None:
    """The same bytes; without the list it fails and says what to install, for a lexicon may not drift from it."""
    french_lexicon.check(french_lexicon.SOURCE)
    made = tmp_path / french_lexicon.TARGET.name
    pack(french_lexicon.forms(french_lexicon.SOURCE), made)
    for suffix in (".marisa", ".paradigms"):
        assert made.with_suffix(suffix).read_bytes() == french_lexicon.TARGET.with_suffix(suffix).read_bytes()


def test_the_list_says_what_is_missing(tmp_path: Path) -> None:
    """The message names the package to install, or that the version is another."""
    with pytest.raises(SystemExit, match="apt-get install hunspell-fr-comprehensive"):
        french_lexicon.check(tmp_path / "fr.dic")
    (tmp_path / "fr.dic").write_text("1\nmot po:nom\n", "utf-8")
    with pytest.raises(SystemExit, match="another version"):
        french_lexicon.check(tmp_path / "fr.dic")


@pytest.mark.parametrize("lexicon", [french_lexicon.TARGET], ids=["fr"])
def test_a_lexicon_stays_small(lexicon: Path) -> None:
    """At most 1 MB, with the licence of its list beside it."""
    files = [lexicon, lexicon.with_suffix(".paradigms")]
    assert sum(path.stat().st_size for path in files) <= 1_000_000
    assert lexicon.with_name("LICENSE.lexicon").exists()
