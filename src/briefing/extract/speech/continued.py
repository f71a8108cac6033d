"""A quotation that is a sentence of its own: who was speaking goes on, or is told behind it."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.extract.chains.actors import Actor, Voice
from briefing.extract.speech.talk import Talk

_SAME_VOICE = 4
"""Sentences back to the speaker of a sentence that is all quotation."""


def going_on(talk: Talk, sentence: int, k: int) -> Actor | None:
    """The speaker of a sentence that is all quotation: who is taken up behind, spoke before, or is told of next."""
    taken_up = talk.rules.taken_up(talk, sentence, k)
    if taken_up is not None:
        return taken_up
    here = talk.chains.told.last_speaker(sentence, k) or _person(talk.chains.told.only_subject(sentence, k))
    if here is not None:
        return here
    for back in range(sentence - 1, max(-1, sentence - _SAME_VOICE), -1):
        if _paragraph_ends(talk, back):
            break
        if _asks_another(talk, back):
            return None
        found = talk.chains.told.last_speaker(back) or _person(talk.chains.told.only_subject(back))
        if found is not None or _unknown_speaks(talk, back):
            return found
    if sentence + 1 >= len(talk.sentences) or _paragraph_ends(talk, sentence):
        return None
    opens = sentence == 0 or _paragraph_ends(talk, sentence - 1)
    return _person_next(talk, sentence + 1) if opens else _insertion_next(talk, sentence + 1)


def _asks_another(talk: Talk, sentence: int) -> bool:
    """« « Vous saviez ? » Silence. « C'était un cadeau. » »: whom a quoted question is put to answers it."""
    quoted = (word.span.of(talk.reading.text) for word in talk.sentences[sentence].words if word.tag is Tag.QUOTATION)
    return any(talk.rules.turns.ask_another(words) for words in quoted)


def _unknown_speaks(talk: Talk, sentence: int) -> bool:
    """« « … », dit le zozo. « … » »: whoever is named there goes on, though no rule knows what that is."""
    named = [report for report in talk.reports[sentence] if report.source is not None]
    actor = talk.speaker(sentence, named[-1]).actor if named else None
    return bool(named) and (actor is None or not (actor.voice or actor.named))


def _insertion_next(talk: Talk, sentence: int) -> Actor | None:
    """« … « C'est un devoir. » Dans ce cas, précise l'élue, l'aide sera suspendue. »: who goes on speaking behind."""
    told = [r for r in talk.reports[sentence] if r.rule.endswith(".insertion") and r.source is not None]
    return talk.speaker(sentence, told[0]).actor if len({report.source for report in told}) == 1 else None


def _paragraph_ends(talk: Talk, sentence: int) -> bool:
    """Whether a paragraph ends behind a sentence that no colon leads on."""
    text, here = talk.reading.text, talk.sentences[sentence].span
    between = text[here.end : talk.sentences[sentence + 1].span.start]
    return "\n" in between and not (text[here.end - 1] + between).rstrip().endswith(":")


def _person_next(talk: Talk, sentence: int) -> Actor | None:
    """« « Vous mentez ! » La sénatrice n'a pas caché sa colère. »: the subject behind, where it is a person."""
    return _person(talk.chains.told.last_speaker(sentence) or talk.chains.told.only_subject(sentence))


def _person(found: Actor | None) -> Actor | None:
    return found if found is not None and found.voice is Voice.PERSON else None
