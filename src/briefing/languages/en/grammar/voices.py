"""Who can speak: what kind of voice the head of a noun group is, by voices.yaml and how nouns of agents are formed."""

from __future__ import annotations

from functools import lru_cache, partial

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag
from briefing.extract.chains.actors import ChainWords, Voice
from briefing.extract.speech.interviews import interview_words
from briefing.extract.words.morphology import Pos, lexicon_of
from briefing.extract.words.noun_kinds import rows_of_kind, titles_of, words_of_kind

_AGENTS = ("er", "or")
_VOICES = (Voice.PERSON, Voice.SOURCE, Voice.DOCUMENT, Voice.BODY)
_PEOPLE = ("man", "woman", "person", "ist", "ian")


nouns_of = partial(words_of_kind, __package__)
"""The lemmas of a kind."""


@lru_cache(maxsize=4096)
def voice_of_noun(lemma: str) -> Voice | None:
    """The kind of voice that a common noun names; None for a thing."""
    listed = next((kind for kind in _VOICES if lemma in nouns_of(kind.value)), None)
    formed = lemma not in nouns_of("thing") and (_is_agent(lemma) or lemma.endswith(_PEOPLE))
    return listed or (Voice.PERSON if formed else None)


def _is_agent(lemma: str) -> bool:
    """“driver”, “owner”, “investigator”: a verb and its agent."""
    if not lemma.endswith(_AGENTS):
        return False
    stem = lemma[:-2]
    verbs = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem)
    return any(a.pos is Pos.VERB and a.lemma == form for form in verbs for a in lexicon_of(__package__).analyses(form))


turn_words = partial(interview_words, __package__)
"""What English tells of talk between two."""


def is_person(lemma: str) -> bool:
    """Whether a common noun may say who a person is: “Ann Hale, the [mayor]”."""
    return voice_of_noun(lemma) in (Voice.PERSON, Voice.SOURCE)


def is_body(lemma: str) -> bool:
    """Whether a common noun may say what a body is."""
    return voice_of_noun(lemma) is Voice.BODY


def can_speak(syntax: Syntax, group: NounGroup) -> bool:
    """Whether a noun group may be who says something: not “it”, “nobody”, “which”, a number or a thing's quotation."""
    head = syntax.words[group.head]
    if head.tag in (Tag.SUBJECT, Tag.PRONOUN):
        return head.kind in ("personal", "plural", "indefinite")
    if head.tag in (Tag.QUOTATION, Tag.NUMBER) or head.kind in ("digits", "unit", "when"):
        return False
    negated = group.determiner is not None and syntax.words[group.determiner].form in ("no", "neither")
    return not negated and head.lemma not in nouns_of("thing")


def chain_words() -> ChainWords:
    """What English tells the chains of its nouns."""
    return ChainWords(
        voice=voice_of_noun,
        alike=tuple(frozenset(row) for row in rows_of_kind(__package__, "office")),
        general={noun: frozenset(special) for noun, *special in rows_of_kind(__package__, "general")},
        apart=nouns_of("apart"),
        posts=nouns_of("post"),
        titles=titles_of(__package__),
        latter=nouns_of("latter"),
        same=nouns_of("same"),
        both=nouns_of("both"),
        joint=" and ",
        being=frozenset({"be"}),
    )
