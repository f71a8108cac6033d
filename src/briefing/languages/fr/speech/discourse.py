"""Who a source is: a name in full, the holder of a role, the antecedent of a pronoun, or a noun without its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.extract.reading import Reading
from briefing.languages.fr.names.demonyms import adjectives_of_origin
from briefing.languages.fr.speech.clauses.cues import cue_verbs
from briefing.languages.fr.speech.clauses.subjects import main_subject, subject
from briefing.languages.fr.speech.holders import Holders, role_of
from briefing.languages.fr.speech.names import Names
from briefing.languages.fr.speech.periods import Periods
from briefing.languages.fr.speech.syntax.backward import before
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, full_names, is_of, tag_at
from briefing.languages.fr.speech.syntax.voices import (
    Voice,
    can_speak,
    gender,
    head,
    is_author,
    is_one_of,
    is_plural,
    is_pronoun,
    voice_of,
)
from briefing.model.annotation import EntityType
from briefing.model.span import Span

_FARTHEST = 8
"""Periods back to the antecedent of a pronoun."""


class Speaker(NamedTuple):
    """Who speaks: canonical name or noun phrase, and the entity where it is known."""

    name: str
    entity: str | None = None
    gender: str | None = None
    plural: bool = False
    person: bool = False


class Discourse:
    """The article as a sequence of periods in which people speak and are taken up by pronouns."""

    def __init__(self, reading: Reading, periods: Periods) -> None:
        self.text = reading.article.text
        self.periods = periods
        self.names = Names(reading)
        self._holders = Holders(reading.text, self.names)
        self._known: dict[tuple[int, Group], Speaker | None] = {}
        self._heard: dict[int, list[tuple[int, Speaker]]] = {}

    def speaker(self, i: int, group: Group) -> Speaker | None:
        """Who the source `group` of period `i` is; None for « on », « je » and pronouns without antecedent."""
        if (i, group) not in self._known:
            self._known[i, group] = self._told(i, group)
        return self._known[i, group]

    def _told(self, i: int, group: Group) -> Speaker | None:
        words = self.periods.words(i)
        if is_author(words, group):
            return None
        if _points_back(words, group):
            return self._last_named(words, group)
        if is_pronoun(words, group) or self._is_inhabitant(words, group):
            return self._antecedent(i, group)
        return self.named(words, group)

    def _is_inhabitant(self, words: Words, group: Group) -> bool:
        """« L'Espagnol, 27 ans »: somebody named before, by nationality."""
        single = group.last == group.first + 2 and form_at(words, group.first) in grammar("definite")
        return single and words[group.first + 1].capital and form_at(words, group.first + 1) in adjectives_of_origin()

    def _last_named(self, words: Words, group: Group) -> Speaker | None:
        """« Ce dernier », « celle-ci »: the person named last."""
        wanted = gender(words, group)
        for mention in self.names.people_before(words[group.first].start):
            name = self.names.name_of(mention.entity, mention.exact)
            told = self._holders.gender(name)
            if told in (None, wanted):
                return Speaker(name, mention.entity, told)
        return None

    def named(self, words: Words, group: Group) -> Speaker | None:
        """The speaker that a noun group names."""
        span = self._name_span(words, group)
        if span is None:
            return self._holder(words, group) or self._noun(words, group)
        entity = self.names.entity_at(span)
        full = self.names.name_of(entity, span.of(self.text))
        return Speaker(full, entity, self._holders.gender(full) or gender(words, group))

    def _name_span(self, words: Words, group: Group) -> Span | None:
        """Where the group's own name stands: « la maire de Lyon Anne Petit », not « l'avocat d'Anne Petit »."""
        if any(word.form == "et" for word in words[group.first : group.last]):
            return None
        person = self.names.person_in(group.span(words))
        if person:
            k = next(i for i in range(*group) if words[i].end > person.start)
            return person.span if _heads(words, group, k) else None
        name = _name_in(words, group)
        if name is None:
            return None
        whole = Span(name.span(words).start, group.span(words).end)  # « l'[Union européenne] »
        mention = next(self.names.inside(whole), None)
        return mention.span if mention and mention.start == whole.start else name.span(words)

    def _holder(self, words: Words, group: Group) -> Speaker | None:
        """« le dirigeant nord-coréen »: the person who is said to be that."""
        if form_at(words, group.first) not in grammar("definite"):
            return None
        role = role_of(words, group)
        holder = self._holders.of(role, words[group.first].start) if role else None
        return Speaker(holder.name, holder.entity, gender(words, group)) if holder else None

    def _noun(self, words: Words, group: Group) -> Speaker | None:
        found = head(words, group)
        if found and found.form in grammar("unvoiced"):
            return None
        first = group.first
        while not is_one_of(words, group) and first < group.last - 1 and words[first].tag is Tag.DETERMINER:
            first += 1
        span = Group(first, group.last).span(words)
        entity = self.names.entity_that_is(span)  # « les services de renseignement »: a body without a capital
        return Speaker(span.of(self.text), entity, gender(words, group), is_plural(words, group))

    def _antecedent(self, i: int, group: Group) -> Speaker | None:
        words = self.periods.words(i)
        wanted, several = gender(words, group), is_plural(words, group)
        for candidate in self._before(i, group.first):
            fits = candidate.gender in (None, wanted) or wanted is None
            if fits and candidate.plural == several:
                return candidate
        return None

    def _before(self, i: int, limit: int) -> Iterator[Speaker]:
        """The speakers and subjects before a place, the nearest first."""
        yield from self._people_first(i, limit)
        for j in range(i - 1, max(-1, i - _FARTHEST), -1):
            yield from self._people_first(j, len(self.periods.words(j)))
        for mention in self.names.people_before(self.periods.spans[i].start):
            name = self.names.name_of(mention.entity, mention.exact)
            yield Speaker(name, mention.entity, self._holders.gender(name))

    def _people_first(self, i: int, limit: int) -> list[Speaker]:
        found = [speaker for last, speaker in self._voices(i) if last <= limit]
        return sorted(found, key=lambda speaker: not speaker.person)

    def _voices(self, i: int) -> list[tuple[int, Speaker]]:
        """Who speaks in period `i` by name or noun, the last first, then its subject, and where each is named."""
        if i not in self._heard:
            words = self.periods.words(i)
            groups = [report.source for report in reversed(self.periods.reports(i)) if report.source]
            main = main_subject(words, len(words))
            heard = ((group.last, self._heard_as(words, group)) for group in [*groups, *([main] if main else [])])
            self._heard[i] = [(last, speaker) for last, speaker in heard if speaker]
        return self._heard[i]

    def _heard_as(self, words: Words, group: Group) -> Speaker | None:
        voiced = can_speak(words, group) and voice_of(words, group) is not Voice.DOCUMENT
        if not voiced or is_pronoun(words, group) or self._is_inhabitant(words, group):
            return None
        found = self.named(words, group)
        return found and found._replace(person=self._is_person(words, group))

    def _is_person(self, words: Words, group: Group) -> bool:
        kind = voice_of(words, group)
        return kind in (Voice.PERSON, Voice.EXPERT) or self.names.person_in(group.span(words)) is not None

    def headed(self, i: int, group: Group) -> Speaker | None:
        """« Rencontre avec Jeanne Morel : « … » »: the only person named, or what stands before the colon."""
        words = self.periods.words(i)
        only = self._only_person(group.span(words))
        if only:
            return only
        full = next((name for name in full_names(words, group)), None)
        if full:
            return self.named(words, full)
        last = before(words, group.last)
        return self.named(words, last) if last and can_speak(words, last) else None

    def last_voice(self, i: int, limit: int | None = None) -> Speaker | None:
        """Who speaks last in period `i`, or is the subject of its last cue verb or of the sentence."""
        words = self.periods.words(i)
        limit = len(words) if limit is None else limit
        for report in reversed(self.periods.reports(i)):
            if report.source and report.source.last <= limit and (found := self.speaker(i, report.source)):
                return found
        for verb in reversed([verb for verb in cue_verbs(words[:limit]) if verb.tag is Tag.VERB]):
            group = subject(words, verb)
            if group and (found := self.speaker(i, group)):
                return found
        main = main_subject(words, limit)
        if main and can_speak(words, main):
            return self.speaker(i, main)
        verbless = not any(word.tag is Tag.VERB for word in words)
        return self.headed(i, Group(0, len(words))) if verbless and words else None

    def _only_person(self, span: Span) -> Speaker | None:
        """« Le plus réaliste : Marc Petit (Dijon) », above a quotation."""
        people = {m.entity: m for m in self.names.inside(span) if m.type is EntityType.PERSON}
        if len(people) != 1:
            return None
        entity, mention = people.popitem()
        return Speaker(self.names.name_of(entity, mention.exact), entity)


def _heads(words: Words, group: Group, k: int) -> bool:
    """Whether the person named at `k` is who the group means: not in « l'avocat de Petit », « du ministre Petit »."""
    if k == group.first:
        return True
    if is_of(words, k - 1):
        return False
    title = voice_of(words, Group(k - 1, k)) in (Voice.PERSON, Voice.EXPERT)
    opening = k - 2 - (tag_at(words, k - 2) is Tag.DETERMINER)
    return not (title and opening >= group.first and is_of(words, opening))


def _points_back(words: Words, group: Group) -> bool:
    latter = form_at(words, group.first + 1) in {"dernier", "dernière"} and group.last == group.first + 2
    return latter or form_at(words, group.first) in grammar("latter")


def _name_in(words: Words, group: Group) -> Group | None:
    """The name that the group is: « Orlov », « le président Petit », « l'agence KCNA », not « le club de Petit »."""
    last = group.last
    while last > group.first and words[last - 1].tag is not Tag.NAME:
        last -= 1
    first = last
    while first > group.first and (words[first - 1].tag is Tag.NAME or _is_particle(words, first - 1, group)):
        first -= 1
    whole = first <= group.first or all(w.tag in (Tag.DETERMINER, Tag.NUMBER) for w in words[group.first : first])
    apposed = tag_at(words, first - 1) is Tag.WORD and last == group.last
    return Group(first, last) if first < last and (whole or apposed) else None


def _is_particle(words: Words, i: int, group: Group) -> bool:
    inside = i > group.first and words[i - 1].tag is Tag.NAME
    return inside and words[i].form in grammar("particle")
