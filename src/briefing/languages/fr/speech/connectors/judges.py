"""« Pour X, … »: whether X judges, or the thing is merely good, bad or meant for X."""

from __future__ import annotations

from briefing.languages.fr.speech.clauses.report import holds_quotation, is_quoted
from briefing.languages.fr.speech.syntax.grammar import Tag, grammar, lemmas
from briefing.languages.fr.speech.syntax.groups import Group, Words, form_at, full_names, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, can_speak, head, is_pronoun, voice_of
from briefing.languages.fr.verbs import Tense, is_form


def judges(words: Words, source: Group, content: Group) -> bool:
    """Whether « pour » + source opens a sentence and the content is the source's opinion."""
    if content.first < source.last or not can_speak(words, source):
        return False
    if is_quoted(words, content):
        return True
    states = _has_verb(words, content) or holds_quotation(words, content)
    if tag_at(words, source.last) is not Tag.COMMA or not states or _is_benefit(words, content):
        return False
    named = any(name.last == source.last for name in full_names(words, source))
    expert = voice_of(words, source) is Voice.EXPERT or is_pronoun(words, source) or named
    return expert or (_may_judge(words, source) and _is_judgement(words, content))


def _has_verb(words: Words, content: Group) -> bool:
    return any(word.tag is Tag.VERB for word in words[content.first : content.last])


def _is_benefit(words: Words, content: Group) -> bool:
    """« c'est un moyen de », « il s'agit d'une aubaine », « ce sera la première finale »."""
    for i in range(content.first, min(content.last, content.first + 12)):
        if words[i].form in grammar("benefit"):
            return True
        if words[i].tag in (Tag.THAT, Tag.COMMA):
            return False
    return False


def _may_judge(words: Words, source: Group) -> bool:
    found = head(words, source)
    return found is not None and (found.tag is Tag.NAME or voice_of(words, source) in (Voice.BODY, Voice.PERSON))


def _is_judgement(words: Words, content: Group) -> bool:
    """The main verb says what a thing is, must or may be, or stands in the conditional."""
    verb = next((w for w in words[content.first : content.last] if w.tag is Tag.VERB), None)
    if verb is None or form_at(words, content.first) in {"elle", "ils", "elles"}:
        return False
    return is_form(verb.form, Tense.CONDITIONAL) or not lemmas(verb.form).isdisjoint(grammar("judging"))
