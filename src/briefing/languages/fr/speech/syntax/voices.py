"""Who can speak: heads of noun groups, what kind of voice they are, their gender and number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from briefing.extract.lexicon import load
from briefing.languages.fr.speech.syntax.grammar import Tag, Word, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, full_names, is_of
from briefing.model.annotation import EntityType
from briefing.model.span import Span

TypeOf = Callable[[Span], EntityType | None]
"""What the names component says that a span names, None where it says nothing."""


class Voice(StrEnum):
    """How a noun speaks."""

    EXPERT = "expert"
    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceWords:
    """An entry of `voices.yaml`; the fields are explained there."""

    kind: Voice
    words: str
    example: str
    gender: str | None = None


@cache
def _kinds() -> dict[str, Voice]:
    return {word: entry.kind for entry in load(__package__, "voices", VoiceWords) for word in entry.words.split()}


@cache
def _genders() -> dict[str, str]:
    entries = load(__package__, "voices", VoiceWords)
    return {word: entry.gender for entry in entries if entry.gender for word in entry.words.split()}


def gender_of_noun(noun: str) -> str | None:
    """The gender that a noun of a voice tells by itself, m or f."""
    return _genders().get(noun)


def head(words: Words, group: Group) -> Word | None:
    """The word that the group is about: « ancien ministre de la Défense » → ministre."""
    for word in words[group.first : group.last]:
        if word.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE) and word.form not in grammar("prenominal"):
            return word
    return None


def voice_of(words: Words, group: Group) -> Voice | None:
    """The kind of voice that the group's head noun is; « porte-parole du groupe » is a person."""
    found = head(words, group)
    return _kind(found.form) if found else None


def _kind(noun: str) -> Voice | None:
    known = _kinds().get(noun) or _kinds().get(noun.removesuffix("s"))
    if known or noun in grammar("thing"):
        return known
    return Voice.PERSON if noun.endswith(tuple(sorted(grammar("agent")))) else None


def is_pronoun(words: Words, group: Group) -> bool:
    """Whether the group is a single pronoun, also « -t-il »."""
    word = words[group.first]
    return group.last == group.first + 1 and (word.tag in (Tag.INVERTED, Tag.SUBJECT) or word.form in grammar("tonic"))


def is_author(words: Words, group: Group) -> bool:
    """Whether « je, nous, on, tu, vous, moi » speaks: nobody that the article names."""
    form = words[group.first].form.removeprefix("-t").removeprefix("-")
    return group.last == group.first + 1 and form in grammar("author")


def is_people(words: Words, group: Group) -> bool:
    """Whether the group is a person or a body, no document and no thing with a name."""
    found = head(words, group)
    named = found is not None and found.tag is Tag.NAME
    person = any(name.last == group.last for name in full_names(words, group))
    return is_pronoun(words, group) or named or person or voice_of(words, group) in _PEOPLE


_PEOPLE = frozenset({Voice.PERSON, Voice.EXPERT, Voice.BODY})


def is_one_of(words: Words, group: Group) -> bool:
    """« l'un d'eux », « l'une des victimes »."""
    opening = [word.form for word in words[group.first : group.first + 2]]
    return opening[0] == "l'" and opening[1:] in (["un"], ["une"])


def can_speak(words: Words, group: Group) -> bool:
    """Whether the group is a voice: a pronoun, a name, a person, a body, a document."""
    if is_pronoun(words, group):
        return True
    found = head(words, group)
    if is_one_of(words, group) or words[group.first].form in grammar("alone"):
        return True
    if found is None:
        return False
    named = words[group.last - 1].tag is Tag.NAME and words[group.last - 2].tag in (Tag.WORD, Tag.NAME)
    return found.tag is Tag.NAME or named or voice_of(words, group) is not None


def voice_in(words: Words, group: Group) -> Group | None:
    """The group if its head speaks, else whom it hangs on: « l'histoire d'[un boxeur] », « le cri de [la foule] »."""
    found = head(words, group)
    if is_pronoun(words, group) or (found and (found.tag is Tag.NAME or voice_of(words, group))):
        return group
    owners = (after(words, k + 1) for k in range(group.last - 2, group.first, -1) if is_of(words, k))
    owner = next((o for o in owners if o and o.last == group.last and can_speak(words, o)), None)
    return owner or (group if can_speak(words, group) else None)


def is_someone(words: Words, group: Group) -> bool:
    """Whether the group, where a subject must stand, may be one: a voice, or any noun with its article."""
    determined = words[group.first].form in grammar("definite") | {"un", "une"}
    return can_speak(words, group) or (determined and group.last > group.first + 1)


def gender(words: Words, group: Group) -> str | None:
    """The gender, m or f, that a noun, an article or a title tells, else None."""
    inside = words[group.first : group.last]
    for word in inside:
        if word.form in _genders():
            return _genders()[word.form]
    form = inside[0].form.removeprefix("-t").removeprefix("-")
    if form in grammar("feminine"):
        return "f"
    return "m" if form in grammar("masculine") else None


def is_plural(words: Words, group: Group) -> bool:
    """Whether the group is several: « les experts », « ils », « Paris et Berlin »."""
    inside = words[group.first : group.last]
    form = inside[0].form.removeprefix("-t").removeprefix("-")
    return form in grammar("plural") or is_coordinated(words, group)


def is_coordinated(words: Words, group: Group) -> bool:
    """« le maire et le préfet », « Paris et Berlin », not « la Commission de l'informatique et des libertés »."""
    return any(words[i].form == "et" and not is_of(words, i + 1) for i in range(group.first + 1, group.last - 1))
