"""What a French word may be as a verb, for who looks for the head of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.verbs import Form, Tense, analyse

_FINITE = frozenset(Tense) - {Tense.INFINITIVE, Tense.PAST_PARTICIPLE, Tense.PRESENT_PARTICIPLE}
_CLEAR = frozenset({Tense.CONDITIONAL, Tense.FUTURE, Tense.IMPERFECT})


@dataclass(frozen=True, slots=True)
class Word:
    """What one lower-case word may be as a verb."""

    finite: tuple[Form, ...] = ()
    """Readings that can head a clause."""
    person: str = ""
    """`je` or `nous` where the form needs that subject near it; the third person needs none."""
    weak: bool = False
    """The form is often a noun, an adjective or a participle (« porte », « produit »)."""
    clear: bool = False
    """A future, conditional or imperfect, which no noun looks like."""
    subjunctive: bool = False
    """Only a subordinate clause can have it."""
    participle: bool = False
    infinitive: bool = False
    gerund: bool = False
    lemmas: frozenset[str] = frozenset()

    def has(self, *tenses: Tense) -> bool:
        """Whether a finite reading stands in one of these tenses."""
        return any(form.tense in tenses for form in self.finite)

    def may_be(self, lemmas: frozenset[str]) -> bool:
        """Whether it may be a form of one of these verbs."""
        return not self.lemmas.isdisjoint(lemmas)


_NONE = Word()


@cache
def _function_words() -> frozenset[str]:
    words = grammar()
    closed = words.determiners | words.prepositions | words.coordinators | words.relatives | words.clitics
    return closed - words.verbal_prepositions


@lru_cache(maxsize=1 << 16)
def word(text: str) -> Word:
    """What the word, in lower case, may be."""
    forms = analyse(text)
    if not forms or text in _function_words():
        return _NONE
    tenses = {form.tense for form in forms}
    person = _person(text)
    finite = tuple(form for form in forms if form.tense in _FINITE and person is not None)
    clear = any(form.tense in _CLEAR for form in finite)
    return Word(
        finite=finite,
        person=person or "",
        weak=bool(finite) and not clear and _looks_like_a_noun(text, forms),
        clear=clear,
        subjunctive=bool(finite) and all(f.tense is Tense.SUBJUNCTIVE for f in finite),
        participle=Tense.PAST_PARTICIPLE in tenses,
        infinitive=Tense.INFINITIVE in tenses,
        gerund=Tense.PRESENT_PARTICIPLE in tenses,
        lemmas=frozenset(form.lemma for form in forms),
    )


def _person(text: str) -> str | None:
    """The subject that the ending asks for; None for the second person singular, which the press does not use."""
    if text.endswith(("ons", "ez")) or text in grammar().plural_persons:
        return "nous"
    if text.endswith("es") and text != "es":
        return None
    return "je" if text.endswith(("s", "x", "ai")) else ""


def _looks_like_a_noun(text: str, forms: tuple[Form, ...]) -> bool:
    """Present of a verb in -er (« porte »), its passé simple (« visa »), or the same word as a participle (« dit »)."""
    if text.endswith(("e", "ent")) and any(f.lemma.endswith(("er", "vrir", "frir", "llir")) for f in forms):
        return True
    return any(f.tense is Tense.PAST_PARTICIPLE or (f.tense is Tense.PAST_SIMPLE and text.endswith("a")) for f in forms)
