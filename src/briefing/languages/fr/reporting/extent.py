"""Where what a verb of saying or a connector reports begins and ends: behind the verb, around « selon l'Insee »."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, NounGroup, Syntax, Tag
from briefing.extract.speech.extent import INSERTION, LIGHT, clause_end
from briefing.extract.speech.report import Part
from briefing.languages.fr.grammar.lexicon import is_animate
from briefing.languages.fr.grammar.voices import spellings, voice_of_noun
from briefing.languages.fr.reporting.cues import Cue, CueVerb


def behind(syntax: Syntax, cue: CueVerb) -> int:
    """The first word behind a cue that is no adverb, date, « , lui, » or « , dans un tract, »."""
    words = syntax.words
    i = cue.last
    while i < len(words):
        group = syntax.noun_at(i)
        if words[i].tag is Tag.ADVERB or words[i].kind == "stressed":
            i += 1
        elif group is not None and group.first == i and group.when:
            i = group.last
        elif (past := _past_aside(syntax, i)) > i:
            i = past
        else:
            break
    return i


def _past_aside(syntax: Syntax, i: int) -> int:
    """The word behind « , lui, », « , sans rire, » or « , dans un communiqué, », which begins with a comma."""
    words = syntax.words
    if words[i].tag is not Tag.COMMA or i + 1 >= len(words):
        return i
    alone = words[i + 1].kind in ("stressed", "personal")
    group = next((g for g in syntax.nouns if g.preposition == i + 1), None)
    verb = next((v for v in syntax.verbs if v.first == i + 2 and words[i + 1].tag is Tag.PREPOSITION), None)
    end = i + 2 if alone else group.whole if group is not None else verb.last if verb is not None else i
    return end + 1 if i < end < len(words) and words[end].tag is Tag.COMMA else i


def prepositions(entry: Cue) -> frozenset[str]:
    """The forms of the preposition that an entry asks for."""
    return spellings(entry.preposition)


def action(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« promet de payer », « s'engage à payer », « reproche à la ville d'avoir caché »."""
    for verb in syntax.verbs:
        at = verb.first - 1
        if (
            syntax.words[verb.finite].tag is Tag.INFINITIVE
            and at >= cue.last - 1
            and syntax.words[at].form in prepositions(entry)
        ):
            between = syntax.words[cue.last : at]
            if all(word.tag in LIGHT for word in between) and len(between) < INSERTION:
                return Part(verb.first, clause_end(syntax, clause, verb.first))
    return None


def is_voice(syntax: Syntax, group: NounGroup) -> bool:
    """Whether a group names or describes somebody."""
    head = syntax.words[group.head]
    return head.tag is Tag.NAME or is_animate(head.lemma) or voice_of_noun(head.lemma) is not None
