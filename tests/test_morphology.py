"""Lexicons: every form that was packed is found with exactly its analyses, and ours are what their sources say."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import english_lexicon
import french_lexicon
from briefing.extract.words.morphology import Analysis, Lexicon, Pos, Tense, pack

FRENCH = Lexicon(french_lexicon.TARGET)
ENGLISH = Lexicon(english_lexicon.TARGET)

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
NAMES = {"Jean": {("m", "given")}, "Claire": {("f", "given")}, "Dupont": {("", "family")}, "Moscou": {("", "")}}


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


ENGLISH_FORMS = {
    "said": "say VERB past 123, say VERB participle",
    "gave": "give VERB past 123",
    "given": "give VERB participle, given ADJ, given NOUN s",
    "denies": "deny VERB present s3",
    "were": "be VERB past s2, be VERB past p123",
    "would": "will VERB conditional 123",
    "children": "child NOUN p",
    "police": "police NOUN, police VERB infinitive, police VERB present s12, police VERB present p123",
    "bigger": "big ADJ",
    "reportedly": "reportedly ADV",
    "Russians": "Russian NOUN p",
    "London": "London NAME",
    "colour": "colour NOUN s, colour VERB infinitive, colour VERB present s12, colour VERB present p123",
}


@pytest.mark.parametrize(("form", "told"), ENGLISH_FORMS.items(), ids=ENGLISH_FORMS)
def test_an_english_form_has_all_its_analyses(form: str, told: str) -> None:
    """A noun that is not counted has no number; the base of a verb is an infinitive and a present."""
    assert sorted(_told(analysis) for analysis in ENGLISH.analyses(form)) == sorted(told.split(", "))


@pytest.mark.parametrize("form", ["london", "sayed", "childs", "the", "", "déclaré"])
def test_what_is_no_english_form_has_none(form: str) -> None:
    """Small words of closed classes (« the ») are the grammar's, not the lexicon's."""
    assert ENGLISH.analyses(form) == ()


@pytest.mark.parametrize(("form", "gender"), [("Mary", "f"), ("Graham", "m"), ("Robin", ""), ("Paris", None)])
def test_an_english_given_name_says_who_bears_it(form: str, gender: str | None) -> None:
    """Women, men, or both; a place is no given name."""
    given = [analysis.gender for analysis in ENGLISH.analyses(form) if analysis.kind == "given"]
    assert given == ([] if gender is None else [gender])


@pytest.mark.parametrize("made", [french_lexicon, english_lexicon], ids=["fr", "en"])
def test_a_lexicon_is_what_its_script_makes_of_the_source(made: ModuleType, tmp_path: Path) -> None:
    """The same bytes; without the source it fails and says what to install, for a lexicon may not drift from it."""
    made.check()
    again = tmp_path / made.TARGET.name
    pack(made.forms(), again)
    for suffix in (".marisa", ".paradigms"):
        assert again.with_suffix(suffix).read_bytes() == made.TARGET.with_suffix(suffix).read_bytes()


def test_a_script_says_what_is_missing(tmp_path: Path) -> None:
    """The message names the package to install, or that the source is another version."""
    with pytest.raises(SystemExit, match="apt-get install hunspell-fr-comprehensive"):
        french_lexicon.check(tmp_path / "fr.dic")
    (tmp_path / "fr.dic").write_text("1\nmot po:nom\n", "utf-8")
    with pytest.raises(SystemExit, match="another version"):
        french_lexicon.check(tmp_path / "fr.dic")
    with pytest.raises(SystemExit, match="pip install --no-deps no-such-package"):
        english_lexicon.check(("no-such-package",))


@pytest.mark.parametrize("made", [french_lexicon, english_lexicon], ids=["fr", "en"])
def test_a_lexicon_stays_small(made: ModuleType) -> None:
    """At most 1 MB, with the licence of its source beside it."""
    files = [made.TARGET, made.TARGET.with_suffix(".paradigms")]
    assert sum(path.stat().st_size for path in files) <= 1_000_000
    assert made.TARGET.with_name("LICENSE.lexicon").exists()
