"""Noun groups around a verb or a preposition, found word by word: no parser, French word order does the work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.languages.fr.speech.syntax.grammar import VERBAL, Tag, Word, grammar
from briefing.model.span import Span

Words = Sequence[Word]


class Group(NamedTuple):
    """Words `first` to `last` (excluded)."""

    first: int
    last: int

    def span(self, words: Words) -> Span:
        """Where the group stands in the article."""
        return Span(words[self.first].start, words[self.last - 1].end)


HEADS = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.QUOTE})
"""Words that a noun group may be built on."""
_UNGOVERNED = frozenset({Tag.TIME, Tag.PREPOSITION})
_SUBJECTS_VERB = VERBAL | {Tag.NEUTER, Tag.INFINITIVE, Tag.GERUND, Tag.SUBJECT}


def tag_at(words: Words, i: int) -> Tag | None:
    """The tag of the word at `i`, None outside."""
    return words[i].tag if 0 <= i < len(words) else None


def form_at(words: Words, i: int) -> str:
    """The form of the word at `i`, empty outside."""
    return words[i].form if 0 <= i < len(words) else ""


def is_of(words: Words, i: int) -> bool:
    """Whether « de, d', du, des » stands at `i`."""
    return form_at(words, i) in grammar("of")


def is_de(words: Words, i: int) -> bool:
    """Whether « de » or « d' » stands at `i`."""
    return form_at(words, i) in grammar("de")


def has_verb(words: Words, first: int, last: int) -> bool:
    """Whether a finite verb stands between two indices."""
    return any(word.tag is Tag.VERB for word in words[first:last])


def after(words: Words, i: int, *, coordinated: bool = True) -> Group | None:
    """The noun group that begins at `i`: « le ministre de la Défense », « Paul Durand », « lui », « des experts »."""
    if form_at(words, i) in grammar("tonic"):
        return Group(i, i + 1)
    if form_at(words, i) == "l'" and form_at(words, i + 1) in {"un", "une"}:
        return _one_of(words, i + 2)
    head = skip_determiners(words, i)
    if tag_at(words, head) not in HEADS:
        return Group(i, head) if head > i and words[head - 1].form in grammar("alone") else None
    j = head
    while (longer := _longer(words, j, head)) > j or (coordinated and (longer := _coordinated(words, j)) > j):
        j = longer
    if j - 1 > head and words[j - 1].tag is Tag.PARTICIPLE and tag_at(words, j) in _UNGOVERNED:
        j -= 1  # « une étude publiée mardi »
    return Group(i, j)


def _one_of(words: Words, i: int) -> Group:
    """« l'un d'eux », « l'une des victimes »."""
    if not is_of(words, i):
        return Group(i - 2, i)
    if form_at(words, i + 1) in {"eux", "elles"} or form_at(words, i + 1) == "entre":
        return Group(i - 2, i + 2 + (form_at(words, i + 1) == "entre"))
    whole = after(words, i + 1) if form_at(words, i + 1) != "l'" else None
    return Group(i - 2, whole.last if whole else i)


def skip_determiners(words: Words, i: int) -> int:
    """Past articles, numbers and the « de » of an indefinite plural."""
    if is_indefinite(words, i):
        i += 1
    while tag_at(words, i) in (Tag.DETERMINER, Tag.NUMBER) or _is_same(words, i):
        i += 1
    return i


def _is_same(words: Words, i: int) -> bool:
    """« cette même source »."""
    return tag_at(words, i - 1) is Tag.DETERMINER and form_at(words, i) in {"même", "mêmes"}


def is_indefinite(words: Words, i: int) -> bool:
    """« d'anciens ministres », « de fortes pluies »: de + adjective + noun in the plural."""
    if not is_de(words, i):
        return False
    adjective = form_at(words, i + 1)
    noun = tag_at(words, i + 1) is Tag.WORD and tag_at(words, i + 2) is Tag.WORD
    return adjective in grammar("indefinite") or (noun and adjective[-1] in "sx" and form_at(words, i + 2)[-1] in "sx")


def _longer(words: Words, j: int, head: int) -> int:
    """Where the group goes on to from `j`, or `j` itself."""
    tag = tag_at(words, j)
    if tag in HEADS or (tag is Tag.NUMBER and j > head):
        return j + 1
    if j == head:
        return j
    form = words[j].form if j < len(words) else ""
    if form in grammar("of") or (form == "par" and words[j - 1].tag is Tag.PARTICIPLE):
        return _complement(words, j)
    if form in grammar("continuing") or form == "en":
        return _complement(words, j) if _continues(words, j) else j
    return j


def _complement(words: Words, j: int) -> int:
    head = skip_determiners(words, j + 1)
    return head + 1 if tag_at(words, head) in HEADS else j


def _continues(words: Words, j: int) -> bool:
    """« professeur à l'université » goes on, « le ministre à la presse » does not."""
    head = skip_determiners(words, j + 1)
    if words[j].form == "en":
        closes = tag_at(words, head + 1) in (None, Tag.COMMA, Tag.STOP)  # « le secours en montagne »
        return tag_at(words, head) is Tag.NAME or form_at(words, head) in grammar("charge") or closes
    return words[j - 1].tag is Tag.WORD and form_at(words, head) not in grammar("addressee")


def _coordinated(words: Words, j: int) -> int:
    """Past « et le patronat », unless that is the subject of a verb of its own."""
    if form_at(words, j) not in {"et", "ou"}:
        return j
    pronoun = form_at(words, j + 1) in grammar("tonic")
    second = None if pronoun else after(words, j + 1, coordinated=False)
    return second.last if second and tag_at(words, second.last) not in _SUBJECTS_VERB else j


def is_full_name(words: Words, group: Group) -> bool:
    """Whether the group is a name of two words or more: « Jeanne Morel », « Marine Le Pen », « M. Petit »."""
    inside = words[group.first : group.last]
    if not inside or inside[0].tag is not Tag.NAME:
        return False
    names = sum(word.tag is Tag.NAME for word in inside)
    return names >= 2 and all(word.tag is Tag.NAME or word.form in grammar("particle") for word in inside)


def full_names(words: Words, group: Group) -> Iterator[Group]:
    """The names of two words or more inside a group."""
    first = group.first
    while first < group.last:
        last = first
        while last < group.last and (
            words[last].tag is Tag.NAME or (last > first and words[last].form in grammar("particle"))
        ):
            last += 1
        if is_full_name(words, Group(first, last)):
            yield Group(first, last)
        first = max(last, first + 1)
