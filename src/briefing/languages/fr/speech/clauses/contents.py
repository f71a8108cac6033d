"""What is reported: the words that a cue verb governs in one of its frames."""

from __future__ import annotations

from typing import NamedTuple

from briefing.languages.fr.speech.clauses.cues import CueVerb, Frame
from briefing.languages.fr.speech.clauses.frames import FRAMES
from briefing.languages.fr.speech.clauses.report import Clause
from briefing.languages.fr.speech.clauses.stretch import stretch
from briefing.languages.fr.speech.syntax.grammar import Tag
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, tag_at


class Content(NamedTuple):
    """The frame that matched, where the cue ends, and the words reported."""

    frame: Frame
    cue_end: int
    group: Group


def content_after(clause: Clause, verb: CueVerb) -> Content | None:
    """The content that follows a cue verb in one of its frames."""
    if verb.passive:
        return None
    for frame, find in FRAMES:
        if verb.having(frame) and (start := find(clause.words, verb)) is not None:
            content = stretch(clause, start, whole=frame in _CLAUSES and not _in_subordinate(clause.words, verb.first))
            if content:
                return Content(frame, _cue_end(clause.words, verb, frame, start), content)
    return None


_CLAUSES = frozenset({Frame.THAT, Frame.INFINITIVE, Frame.ACTION, Frame.ACCUSATION})
_LINKED = frozenset({Frame.THAT, Frame.ACTION, Frame.COMPLEMENT, Frame.FIGURE, Frame.SEEN_IN})


def _cue_end(words: Words, verb: CueVerb, frame: Frame, start: int) -> int:
    """The cue takes « que » or its preposition along, and an adverb: « dément fermement »."""
    if frame in _LINKED and start - verb.last <= 2:
        return start
    end = verb.last
    while end < start and tag_at(words, end) is Tag.ADVERB:
        end += 1
    return end


def _in_subordinate(words: Words, first: int) -> bool:
    """Whether the main clause is still to come: « Si la ville nie …, l'État … », « Le maire, qui affirme …, a … »."""
    if form_at(words, first - 1) == "qui" and form_at(words, first - 2) == ",":
        return True
    opens = tag_at(words, 0) is Tag.SUBORDINATOR or (first < 2 and tag_at(words, first) is Tag.GERUND)
    return opens and not any(word.tag is Tag.COMMA for word in words[:first])
