"""Where the content of each frame begins behind a cue verb: after « que », at an infinitive, a noun, an adjective."""

from __future__ import annotations

from collections.abc import Callable

from briefing.languages.fr.speech.clauses.cues import CueVerb, Frame
from briefing.languages.fr.speech.syntax.adjuncts import skip_adjuncts, skip_light
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar
from briefing.languages.fr.speech.syntax.groups import Words, after, form_at, has_verb, is_de, is_indefinite, tag_at
from briefing.languages.fr.speech.syntax.voices import can_speak
from briefing.languages.fr.verbs import Tense, is_form

_INSERTION = 25
"""Words that an insertion between a verb and its « que » may have."""


def _that(words: Words, verb: CueVerb) -> int | None:
    if verb.restricted and verb.tag is not Tag.GERUND:
        return None
    i = _past_insertion(words, skip_adjuncts(words, verb.last))
    if tag_at(words, i) is not Tag.THAT and any(cue.addressee for cue in verb.cues):
        group = after(words, i)
        i = _past_insertion(words, skip_adjuncts(words, group.last)) if group else i
    if tag_at(words, i) is Tag.DETERMINER and form_at(words, i + 1) in grammar("bridge"):
        i += 2
    if tag_at(words, i) is not Tag.THAT or form_at(words, i - 1) in grammar("comparing"):
        return None
    return i + 1


def _past_insertion(words: Words, i: int) -> int:
    """« affirme, chiffres à l'appui, que »: to « que », if only an insertion stands between."""
    if tag_at(words, i) is not Tag.COMMA:
        return i
    for j in range(i + 1, min(len(words), i + _INSERTION)):
        if words[j].tag is Tag.VERB:
            return i
        if words[j].tag is Tag.THAT and (j == i + 1 or words[j - 1].tag is Tag.COMMA):
            return j
    return i


def _infinitive(words: Words, verb: CueVerb) -> int | None:
    i = skip_light(words, verb.last)
    if form_at(words, i) == ",":  # « ont annoncé, mardi 17 juillet, envisager »
        end = next((j + 1 for j in range(i + 1, min(len(words), i + _INSERTION)) if words[j].form == ","), i)
        i = i if has_verb(words, i, end) else end
    quoted = tag_at(words, i) is Tag.QUOTE and tag_at(words, i + 1) is Tag.DETERMINER  # « dit « comprendre » ce choix »
    return i if quoted or opens_infinitive(words, i) else None


def opens_infinitive(words: Words, i: int) -> bool:
    """« avoir », « ne pas avoir », « l'avoir »."""
    between = grammar("pronoun") | {"rien", "tout"}
    while tag_at(words, i) in (Tag.NEGATION, Tag.ADVERB, Tag.CLITIC) or form_at(words, i) in between:
        i += 1
    return tag_at(words, i) is Tag.INFINITIVE


_SPELLINGS = {"de": {"de", "d'", "du", "des"}, "à": {"à", "au", "aux"}}


def _preposition(words: Words, verb: CueVerb, frame: Frame, i: int) -> bool:
    cue = verb.having(frame)
    wanted = cue.preposition if cue else "de"
    return form_at(words, i) in _SPELLINGS.get(wanted, {wanted})


def _action(words: Words, verb: CueVerb) -> int | None:
    for i in (verb.last, skip_adjuncts(words, verb.last)):
        acts = opens_infinitive(words, i + 1) or tag_at(words, i + 1) is Tag.QUOTE
        if acts and _preposition(words, verb, Frame.ACTION, i):
            return i + 1
    return None


def _complement(words: Words, verb: CueVerb) -> int | None:
    i = skip_light(words, verb.last)
    if not _preposition(words, verb, Frame.COMPLEMENT, i):
        return None
    if tag_at(words, i + 1) is Tag.NEUTER and tag_at(words, i + 2) is Tag.THAT:
        return i + 3
    return i + 1 if after(words, i + 1) or tag_at(words, i + 1) is Tag.NUMBER else None


def _figure(words: Words, verb: CueVerb) -> int | None:
    """« parle de trois blessés », « parle, lui, de 60 m³ »; « parle de son fils » only names a subject."""
    i = _past_tonic(words, skip_light(words, verb.last))
    counted = skip_light(words, i + 1)
    many = tag_at(words, counted) is Tag.NUMBER or form_at(words, counted) in grammar("many")
    more = form_at(words, i - 1) == "de plus"  # « parle de plus de trente blessés »
    return i + 1 - 2 * more if is_de(words, i) and many and not verb.about else None


def _past_tonic(words: Words, i: int) -> int:
    """« La direction évoque, elle, une panne »: past what sets the subject against another."""
    set_apart = form_at(words, i) == form_at(words, i + 2) == "," and form_at(words, i + 1) in grammar("tonic")
    return i + 3 if set_apart else i


def _object(words: Words, verb: CueVerb) -> int | None:
    if verb.about or verb.inverted is not None:
        return None
    if is_form(words[verb.head].form, Tense.FUTURE, Tense.CONDITIONAL):
        return None  # « contesteront la décision »: nothing is said yet
    i = _past_tonic(words, skip_adjuncts(words, verb.last))
    if form_at(words, i) in grammar("possessive") and form_at(words, i + 1) in grammar("standing"):
        return None  # « confirme son rang »
    opens = tag_at(words, i) in (Tag.DETERMINER, Tag.NUMBER)
    return i if (opens or is_indefinite(words, i)) and after(words, i) else None


def _accusation(words: Words, verb: CueVerb) -> int | None:
    """What somebody is accused of; the accused too where the charge is a noun."""
    for i in range(verb.last, min(len(words), verb.last + _INSERTION)):
        if words[i].tag in (Tag.STOP, Tag.VERB, Tag.THAT):
            break
        if is_de(words, i) and opens_infinitive(words, i + 1):
            return i + 1
    group = after(words, skip_light(words, verb.last))
    has_charge = group and any(is_de(words, i) for i in range(*group))
    return group.first if group and has_charge and can_speak(words, group) else None


def _label(words: Words, verb: CueVerb) -> int | None:
    """« ces rumeurs de fantaisistes », « ce robot comme une révolution »; after « l'a qualifié de », the label."""
    i = skip_light(words, verb.last)
    if _preposition(words, verb, Frame.LABEL, i):
        return i + 1
    group = after(words, i)
    if group is None:
        return None
    return i if any(_preposition(words, verb, Frame.LABEL, j) for j in range(i + 1, group.last + 1)) else None


def _seen_in(words: Words, verb: CueVerb) -> int | None:
    i = skip_light(words, verb.last)
    if any(word.form == "y" for word in words[verb.first : verb.head]):  # « y voit un gadget »
        return i if tag_at(words, i) in (Tag.DETERMINER, Tag.QUOTE) else None
    if form_at(words, i) not in {"dans", "en"}:
        return None
    first = after(words, i + 1)
    second = after(words, first.last) if first else None
    return i + 1 if second and tag_at(words, second.first) is Tag.DETERMINER else None


def _judgement(words: Words, verb: CueVerb) -> int | None:
    """« juge scandaleuse la décision », « estime la hausse à 3 % »: an adjective, a quotation or an amount."""
    i = skip_light(words, verb.last)
    if verb.about:
        return None
    if form_at(words, i) == "à" and tag_at(words, i + 1) in (Tag.NUMBER, Tag.ADVERB, Tag.DETERMINER, Tag.WORD):
        return i + 1
    if tag_at(words, i) in (Tag.QUOTE, Tag.WORD, Tag.PARTICIPLE) and tag_at(words, i + 1) is not Tag.STOP:
        return i
    group = after(words, i)
    if group is None or words[group.first].tag is not Tag.DETERMINER:
        return None
    after_to = tag_at(words, group.last + 1)
    amount = form_at(words, group.last) == "à" and after_to in (Tag.NUMBER, Tag.ADVERB, Tag.PREPOSITION)
    return i if amount or words[group.last - 1].tag is Tag.QUOTE else None


def _self(words: Words, verb: CueVerb) -> int | None:
    if {"se", "s'"}.isdisjoint(word.form for word in words[verb.first : verb.head]):
        return None
    start = verb.last
    i = skip_light(words, start)
    return start if tag_at(words, i) in (Tag.WORD, Tag.PARTICIPLE, Tag.QUOTE, Tag.GERUND) else None


def _attitude(words: Words, verb: CueVerb) -> int | None:
    """« sa volonté de », « leur crainte que »: the wish belongs to what is reported."""
    i = skip_light(words, verb.last)
    i += is_de(words, i)
    links = {"de", "d'", "du", "des", "dans", "que", "qu'", "en", "à"}
    possessive = form_at(words, i) in grammar("possessive")
    return i if possessive and form_at(words, i + 1) in grammar("attitude") and form_at(words, i + 2) in links else None


FRAMES: tuple[tuple[Frame, Callable[[Words, CueVerb], int | None]], ...] = (
    (Frame.THAT, _that),
    (Frame.SELF, _self),
    (Frame.INFINITIVE, _infinitive),
    (Frame.ACTION, _action),
    (Frame.ACCUSATION, _accusation),
    (Frame.LABEL, _label),
    (Frame.SEEN_IN, _seen_in),
    (Frame.JUDGEMENT, _judgement),
    (Frame.COMPLEMENT, _complement),
    (Frame.FIGURE, _figure),
    (Frame.ATTITUDE, _attitude),
    (Frame.OBJECT, _object),
)
"""Each frame and what finds it, in the order in which they are tried."""
