"""Who can speak: what kind of voice the head of a noun group is, by the lexicon's genders and voices.yaml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from briefing.extract.analysis.syntax import NounGroup, Syntax, Tag
from briefing.extract.chains.actors import ChainWords, Voice
from briefing.extract.chains.nouns import is_of_other_gender
from briefing.extract.speech.interviews import InterviewWords, interview_words
from briefing.extract.words.morphology import Pos
from briefing.extract.words.noun_kinds import rows_of_kind, titles_of, words_of_kind
from briefing.languages.fr.grammar.lexicon import is_animate, lexicon


def nouns_of(kind: str) -> frozenset[str]:
    """The lemmas of a kind."""
    return words_of_kind(__package__, kind)


@cache
def spellings(preposition: str) -> frozenset[str]:
    """All that a preposition is written as: « de », « d' », « du », « des »."""
    rows = rows_of_kind(__package__, "spelled")
    return frozenset(next((row for row in rows if row[0] == preposition), (preposition,)))


@lru_cache(maxsize=4096)
def voice_of_noun(lemma: str) -> Voice | None:
    """The kind of voice that a common noun names; None for a thing."""
    for kind in (Voice.SOURCE, Voice.DOCUMENT, Voice.BODY):
        if lemma in nouns_of(kind.value):
            return kind
    if lemma in nouns_of("thing"):
        return None
    person = lemma in nouns_of("person") or lemma in nouns_of("expert") or is_animate(lemma)
    return Voice.PERSON if person or _is_compound_person(lemma) else None


def _is_compound_person(lemma: str) -> bool:
    """« lieutenant-colonel », « vice-amiral », « présidente-directrice »: each part a person, or the first a prefix."""
    first, hyphen, second = lemma.partition("-")
    if not hyphen or not _names_a_person(second):
        return False
    return first in nouns_of("prefix") or _names_a_person(first)


def _names_a_person(form: str) -> bool:
    nouns = {form, *(a.lemma for a in lexicon().analyses(form) if a.pos is Pos.NOUN)}
    return any(voice_of_noun(noun) is Voice.PERSON for noun in nouns)


def is_person(lemma: str) -> bool:
    """Whether a common noun may say who a person is: « Anne Petit, [maire] »."""
    return voice_of_noun(lemma) is Voice.PERSON


def may_title(lemma: str) -> bool:
    """Whether a noun may say who somebody is by his name: also « le [numéro] deux, Jean Petit »."""
    return is_person(lemma) or lemma in nouns_of("called")


def is_body(lemma: str) -> bool:
    """Whether a common noun may say what a body is: « le [syndicat] SUD »."""
    return voice_of_noun(lemma) is Voice.BODY


def is_either(lemma: str) -> bool:
    """Whether a noun of bodies is one of people too: « l'[éditeur] Corvel », « son [éditeur], Paul Petit »."""
    return is_body(lemma) and is_animate(lemma)


@cache
def periphrases() -> Mapping[tuple[str, str], str]:
    """Head and complement of a periphrase, and the office that it means."""
    rows = rows_of_kind(__package__, "periphrase")
    return {(head, complement): office for head, complement, office in rows}


def titles() -> Mapping[str, str]:
    """Titles of civility and the gender that each tells."""
    return titles_of(__package__)


def _taken_up(kind: str) -> Mapping[str, frozenset[str]]:
    """The entries of a kind by their first word."""
    return {first: frozenset(others) for first, *others in rows_of_kind(__package__, kind)}


def _called_by(kind: str) -> Mapping[str, str]:
    """The first word of each entry of a kind, by the others."""
    return {word: noun for noun, *words in rows_of_kind(__package__, kind) for word in words}


@cache
def taking_up() -> frozenset[str]:
    """« ce [dernier] », « la [première] », « tous [deux] »: words for somebody told of before."""
    return nouns_of("latter") | nouns_of("concerned") | nouns_of("ordinal") | nouns_of("both")


def chain_words(place_of: Callable[[str], str | None], parse: Callable[[str], Syntax]) -> ChainWords:
    """What French tells the chains of its nouns; `place_of` is the place that an adjective tells of."""
    return ChainWords(
        voice=voice_of_noun,
        alike=tuple(frozenset(row) for row in rows_of_kind(__package__, "office")),
        general=_taken_up("general"),
        apart=nouns_of("apart"),
        posts=nouns_of("post"),
        plain=nouns_of("plain"),
        called=nouns_of("called"),
        passing=nouns_of("passing"),
        origin=place_of,
        periphrases=periphrases(),
        titles=titles(),
        inhabitants=nouns_of("inhabitant"),
        natives=nouns_of("native"),
        ordinals=tuple(frozenset(row) for row in rows_of_kind(__package__, "ordinal")),
        trades=_called_by("trade"),
        nobody=nouns_of("nobody"),
        nothing=nouns_of("nothing"),
        latter=nouns_of("latter") | nouns_of("concerned"),
        concerned=nouns_of("concerned"),
        services=nouns_of("service"),
        same=nouns_of("same"),
        both=nouns_of("both"),
        territories=nouns_of("territory"),
        makers=_called_by("maker"),
        making=nouns_of("making"),
        becoming=_called_by("becoming"),
        undergoing=_called_by("undergoing"),
        leading=_called_by("leading"),
        being=nouns_of("being"),
        naming=nouns_of("naming"),
        by="par",
        parse=parse,
    )


def turn_words() -> InterviewWords:
    """What French tells of talk between two."""
    return interview_words(__package__)


def can_speak(syntax: Syntax, group: NounGroup, subject: str = "") -> bool:
    """Whether a noun group is a voice; `subject` is what the cue asks for: voice, people or document."""
    head = syntax.words[group.head]
    no_one = group.determiner is None and head.form in nouns_of("no_one")
    if no_one or head.form in nouns_of("author"):
        return False
    if head.tag in (Tag.SUBJECT, Tag.PRONOUN):
        if subject == "document" and not _follows_document(syntax, group):
            return False
        return head.kind not in ("neuter", "indefinite") or head.form in nouns_of("anybody")
    if head.tag is Tag.NAME and subject == "document" and group.determiner is None:
        return head.kind == "acronym"  # « Anne Petit montre deux seaux »
    if head.tag is Tag.NAME or head.form in taking_up() or head.lemma in nouns_of("same"):
        return True
    if head.tag is Tag.QUOTATION:
        return group.determiner is not None  # « le « Tigre » espère »
    if head.lemma in nouns_of("called"):
        return group.preposition is None
    voice = voice_of_noun(head.lemma) or voice_of_noun(head.form)
    if voice is None:
        named = any(g.apposed_to is not None and syntax.nouns[g.apposed_to] == group for g in syntax.nouns)
        return named or head.capital > 0 or is_of_other_gender(head, group)
    if subject == "document":
        return voice is Voice.DOCUMENT
    return not (subject == "people" and voice is Voice.DOCUMENT)


def _follows_document(syntax: Syntax, pronoun: NounGroup) -> bool:
    """Whether a pronoun can take up a text of its sentence: not « Ce choix n'est pas anodin : il montre … »."""
    before = (syntax.words[group.head].lemma for group in syntax.nouns if group.head < pronoun.head)
    return any(voice_of_noun(lemma) is Voice.DOCUMENT for lemma in before)
