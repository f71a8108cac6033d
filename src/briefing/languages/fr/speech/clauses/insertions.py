"""Cue verbs set apart from what is said: « …, affirme l'ONG », « …, a-t-il ajouté, … », « comme l'assure le maire »."""

from __future__ import annotations

from briefing.languages.fr.speech.clauses.appositions import stretch_behind
from briefing.languages.fr.speech.clauses.cues import CueVerb, Frame
from briefing.languages.fr.speech.clauses.report import Clause, Report, is_quoted
from briefing.languages.fr.speech.clauses.stretch import clause_start, opens_clause, stretch
from briefing.languages.fr.speech.clauses.subjects import main_verbs, subject_after
from briefing.languages.fr.speech.syntax.adjuncts import skip_adjuncts
from briefing.languages.fr.speech.syntax.grammar import VERBAL, Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, has_verb, tag_at
from briefing.languages.fr.speech.syntax.voices import is_pronoun, is_someone
from briefing.languages.fr.verbs import Tense, is_form

_BEFORE = frozenset({Tag.COMMA, Tag.QUOTE, Tag.STOP})
_GOES_ON = VERBAL | {Tag.QUOTE}
_BARE = frozenset({Tag.WORD, Tag.ADVERB, Tag.PARTICIPLE, Tag.COMMA})
_APPOSED = frozenset({Tag.WORD, Tag.NUMBER, Tag.PARTICIPLE, Tag.RELATIVE, Tag.DETERMINER, Tag.NAME, Tag.PREPOSITION})


def insertion(clause: Clause, verb: CueVerb) -> Report | None:
    """A cue verb with its subject behind it, after or inside what is said."""
    words = clause.words
    if verb.tag is not Tag.VERB or not verb.having(Frame.INSERTION) or tag_at(words, verb.last) is Tag.THAT:
        return None
    said = _said_before(words, verb.first)
    source = _source(words, verb) if said else None
    if said is None or source is None or not _stands_apart(words, verb, said, source):
        return None
    cue = Group(verb.first, _cue_end(verb))
    rest = _rest(clause, said, source, max(source.last, cue.last))
    indirect = not is_quoted(words, said) or (rest is not None and not is_quoted(words, rest))
    return Report("fr.speech.insertion", cue, source, Group(said.first, rest.last if rest else said.last), indirect)


def _cue_end(verb: CueVerb) -> int:
    return max(verb.last, (verb.inverted or 0) + 1)


def _said_before(words: Words, first: int) -> Group | None:
    """What stands before the cue verb and its comma."""
    if tag_at(words, first - 1) not in _BEFORE:
        return None
    end = first
    while end > 0 and words[end - 1].tag in (Tag.COMMA, Tag.STOP) and words[end - 1].form != ")":
        end -= 1
    start = clause_start(words, end)
    while start < end and words[start].tag in (Tag.COORDINATOR, Tag.COMMA):
        start += 1
    return Group(start, end) if start < end else None


def _source(words: Words, verb: CueVerb) -> Group | None:
    if verb.inverted is None:
        return subject_after(words, verb.last)
    if words[verb.inverted].form.endswith("on"):
        return _behind_on(words, _cue_end(verb))
    return Group(verb.inverted, verb.inverted + 1)


def _behind_on(words: Words, i: int) -> Group | None:
    """« a-t-on appris auprès du parquet », « indique-t-on de source policière »."""
    while tag_at(words, i) in (Tag.ADVERB, Tag.TIME):
        i += 1
    if form_at(words, i) == "auprès":
        i += 1
    return after(words, i + 1) if form_at(words, i) in grammar("whence") else None


def _stands_apart(words: Words, verb: CueVerb, said: Group, source: Group) -> bool:
    """Whether what precedes is a clause or a quotation, not the verb's own subject with an apposition."""
    if words[said.last - 1].tag is Tag.QUOTE or is_quoted(words, said):
        return True
    if verb.inverted is not None:
        return True
    behind = skip_adjuncts(words, source.last)
    if tag_at(words, behind) is Tag.COMMA and tag_at(words, behind + 1) in _GOES_ON:
        return True  # « Le chalutier, assure la préfecture, transportait … »
    opens = words[said.first].tag in _BARE or (said.last == said.first + 1 and words[said.first].tag is Tag.NAME)
    bare = opens and all(word.tag in _BARE for word in words[said.first + 1 : said.last])  # « Insuffisant, juge-t-il »
    return is_someone(words, source) and (bare or any(main_verbs(words, said.last)))


def _rest(clause: Clause, said: Group, source: Group, end: int) -> Group | None:
    """What is said behind the insertion, which ends at `end`."""
    words = clause.words
    i = skip_adjuncts(words, end)
    if has_verb(words, *said) and _is_apposed(words, i):
        return None
    if is_pronoun(words, source) and tag_at(words, i) is Tag.COMMA and opens_clause(words, i + 1):
        return stretch(clause, i + 1)  # « Sans réforme, prévient-elle, le système coulera »
    for _ in range(4):
        if tag_at(words, i) is Tag.QUOTE:
            return stretch(clause, i)
        if tag_at(words, i) not in (Tag.COMMA, Tag.COLON) or i + 1 in clause.stops:
            return None
        following = tag_at(words, i + 1)
        if following in (Tag.VERB, Tag.QUOTE, Tag.NEGATION, Tag.THAT, Tag.CLITIC):
            return stretch(clause, i + 1)
        if following not in _APPOSED:
            return None
        i = next((j for j in range(i + 1, len(words)) if words[j].tag in (Tag.COMMA, Tag.STOP, Tag.COLON)), len(words))
    return None


def _is_apposed(words: Words, i: int) -> bool:
    """« Le quai a cédé, jure Paul Vernet, joint mardi »: a participle beside a date, though it looks like a present."""
    if tag_at(words, i) is not Tag.COMMA or tag_at(words, i + 1) is not Tag.VERB:
        return False
    return is_form(words[i + 1].form, Tense.PAST_PARTICIPLE) and tag_at(words, i + 2) in (Tag.TIME, Tag.PREPOSITION)


def as_said(clause: Clause, verb: CueVerb) -> Report | None:
    """« comme l'a rappelé le préfet », « ainsi que le souligne l'étude », « comme le maire l'a promis »."""
    words = clause.words
    opener = _opener(words, verb)
    if opener is None or verb.tag is not Tag.VERB:
        return None
    source = Group(opener + 1, verb.first) if opener + 1 < verb.first else subject_after(words, verb.last)
    if source is None:
        return None
    said = _said_around(clause, opener, Group(source.first, max(source.last, verb.last)))
    if said is None:
        return None
    return Report("fr.speech.as_said", Group(opener, verb.last), source, said, not is_quoted(words, said))


def _opener(words: Words, verb: CueVerb) -> int | None:
    """The index of « comme » or of « ainsi que » before the verb, at most a short subject away."""
    if form_at(words, verb.first - 1) == "comme":
        return verb.first - 1  # « comme disait Chirac »
    if not verb.about:
        return None
    for i in range(verb.first - 1, max(-1, verb.first - 8), -1):
        if words[i].form == "comme" or (words[i].tag is Tag.THAT and form_at(words, i - 1) == "ainsi"):
            return i
        if words[i].tag in (Tag.COMMA, Tag.STOP, Tag.VERB, Tag.THAT):
            return None
    return None


def _said_around(clause: Clause, opener: int, source: Group) -> Group | None:
    words = clause.words
    opener -= words[opener].tag is Tag.THAT
    before = _said_before(words, opener) or (Group(clause_start(words, opener), opener) if opener else None)
    if before and before.first < before.last:
        rest = _rest(clause, before, source, source.last)
        return Group(before.first, rest.last if rest else before.last)
    return stretch_behind(clause, source.last)
