"""Who a source is: a name in full, the holder of a role, the antecedent of a pronoun, or a noun without its article."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.reading import Reading
from briefing.languages.fr.names.demonyms import adjectives_of_origin
from briefing.languages.fr.speech.clauses.cues import cue_verbs
from briefing.languages.fr.speech.clauses.subjects import clause_subjects, main_subject, subject
from briefing.languages.fr.speech.names import Names
from briefing.languages.fr.speech.naming import Naming, Speaker, points_back, takes_up
from briefing.languages.fr.speech.periods import Periods
from briefing.languages.fr.speech.syntax.backward import before, nearest
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, full_names, tag_at
from briefing.languages.fr.speech.syntax.voices import (
    Voice,
    can_speak,
    gender,
    is_author,
    is_plural,
    is_pronoun,
    voice_of,
)
from briefing.model.annotation import EntityType
from briefing.model.span import Span

_FARTHEST = 8
"""Periods back to the antecedent of a pronoun."""
_SAME_VOICE = 4
"""Periods back to the speaker of a sentence that is all quotation."""


class Discourse:
    """The article as a sequence of periods in which people speak and are taken up by pronouns."""

    def __init__(self, reading: Reading, periods: Periods) -> None:
        self.text = reading.article.text
        self.periods = periods
        self.names = Names(reading)
        self.naming = Naming(reading, self.names)
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
        if points_back(words, group):
            return self._last_named(i, group, 1) or self._antecedent(i, group)
        owned = group.last == group.first + 1 and form_at(words, group.first) in grammar("owner")
        if owned or is_pronoun(words, group) or self._is_inhabitant(words, group):
            return self._antecedent(i, group)
        if takes_up(words, group):
            return self._last_named(i, group, _FARTHEST) or self.naming.speaker(words, group)
        return self.naming.speaker(words, group)

    def _is_inhabitant(self, words: Words, group: Group) -> bool:
        """« L'Espagnol, 27 ans »: somebody named before, by nationality."""
        single = group.last == group.first + 2 and form_at(words, group.first) in grammar("definite")
        return single and words[group.first + 1].capital and form_at(words, group.first + 1) in adjectives_of_origin()

    def _last_named(self, i: int, group: Group, back: int) -> Speaker | None:
        """« Ce dernier », « l'intéressée »: the person named last, so many periods back at most."""
        words = self.periods.words(i)
        wanted = gender(words, group)
        earliest = self.periods.spans[max(0, i - back)].start
        for mention in self.names.named_before(words[group.first].start):
            name = self.names.name_of(mention.entity, mention.exact)
            told = self.naming.gender(name)
            if mention.start >= earliest and (wanted is None or told in (None, wanted)):
                return Speaker(name, mention.entity, told)
        return None

    def _antecedent(self, i: int, group: Group) -> Speaker | None:
        words = self.periods.words(i)
        owned = form_at(words, group.first) in grammar("owner")  # « à ses yeux » tells no gender
        wanted = None if owned else gender(words, group)
        several = form_at(words, group.first) in {"leur", "leurs", "les"} if owned else is_plural(words, group)
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
        for mention in self.names.named_before(self.periods.spans[i].start):
            name = self.names.name_of(mention.entity, mention.exact)
            yield Speaker(name, mention.entity, self.naming.gender(name))

    def _people_first(self, i: int, limit: int) -> list[Speaker]:
        found = [speaker for last, speaker in self._voices(i) if last <= limit]
        return sorted(found, key=lambda speaker: not speaker.person)

    def _voices(self, i: int) -> list[tuple[int, Speaker]]:
        """Who speaks in period `i`, the last first, then its subjects; and where each is named."""
        if i not in self._heard:
            words = self.periods.words(i)
            groups = [report.source for report in reversed(self.periods.reports(i)) if report.source]
            main = main_subject(words, len(words))
            inner = reversed([group for group in clause_subjects(words) if group != main])
            groups += [*([main] if main else []), *inner]
            heard = ((group.last, self._read_by(i, group) or self._heard_as(i, group)) for group in groups)
            self._heard[i] = [(last, speaker) for last, speaker in heard if speaker]
        return self._heard[i]

    def _read_by(self, i: int, reader: Group) -> Speaker | None:
        """« Un rapport, que la radio a pu lire, … Il recommande »: the document speaks, not its reader."""
        words = self.periods.words(i)
        if tag_at(words, reader.first - 1) not in (Tag.THAT, Tag.RELATIVE) or form_at(words, reader.first - 1) == "qui":
            return None
        document = nearest(words, reader.first - 1 - (form_at(words, reader.first - 2) == ","))
        told = document is not None and voice_of(words, document) is Voice.DOCUMENT
        told = told and not self.naming.is_person(words, reader)  # « le rapport que Jean Petit a signé »
        return self.naming.speaker(words, document) if document and told else None

    def _heard_as(self, i: int, group: Group) -> Speaker | None:
        words = self.periods.words(i)
        voiced = can_speak(words, group) and voice_of(words, group) is not Voice.DOCUMENT
        if not voiced or is_pronoun(words, group) or self._is_inhabitant(words, group):
            return None
        found = self._last_named(i, group, _FARTHEST) if takes_up(words, group) else self.naming.speaker(words, group)
        return found and found._replace(person=self.naming.is_person(words, group))

    def headed(self, i: int, group: Group) -> Speaker | None:
        """« Rencontre avec Jeanne Morel : « … » »: the only person named, or what stands before the colon."""
        words = self.periods.words(i)
        only = self._only_person(group.span(words))
        if only:
            return only
        full = next((name for name in full_names(words, group)), None)
        if full:
            return self.naming.speaker(words, full)
        last = before(words, group.last)
        return self.naming.speaker(words, last) if last and can_speak(words, last) else None

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

    def voice_before(self, i: int) -> Speaker | None:
        """Who speaks in the period before, or a little before in the same paragraph."""
        for j in range(i - 1, max(-1, i - _SAME_VOICE), -1):
            if found := self.last_voice(j):
                return found
            if "\n" in self.text[self.periods.spans[j].end : self.periods.spans[j + 1].start]:
                return None
        return None

    def _only_person(self, span: Span) -> Speaker | None:
        """« Le plus réaliste : Marc Petit (Dijon) », above a quotation."""
        people = {m.entity: m for m in self.names.inside(span) if m.type is EntityType.PERSON}
        if len(people) != 1:
            return None
        entity, mention = people.popitem()
        return Speaker(self.names.name_of(entity, mention.exact), entity)
