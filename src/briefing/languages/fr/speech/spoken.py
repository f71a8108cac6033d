"""Speech of a French article: who says what, and whom the words behind a quotation name as its speaker."""

from __future__ import annotations

from briefing.extract.chains.actors import Actor
from briefing.extract.chains.antecedents import OTHER
from briefing.extract.speech.spoken import speaking
from briefing.extract.speech.talk import SpeechRules, Talk
from briefing.languages.fr.gazetteer.demonyms import place_of
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.grammar.voices import chain_words, nouns_of, turn_words
from briefing.languages.fr.reporting.cues import is_cue
from briefing.languages.fr.reporting.reports import reports
from briefing.model.span import Span


def _taken_up(talk: Talk, sentence: int, k: int) -> Actor | None:
    """Whom the words behind a quotation, or the next sentence, take up as its speaker."""
    return _so(talk, sentence, k) or _resumed(talk, sentence + 1)


def _so(talk: Talk, sentence: int, k: int) -> Actor | None:
    """« « Un passage en force » : c'est ainsi que la députée qualifie le vote »."""
    behind = talk.sentences[sentence].words[k + 1 : k + 6]
    if not any(word.form.startswith("ainsi") for word in behind):
        return None
    return next(
        (n.actor for n in talk.chains.told.in_sentence(sentence) if n.word > k and n.rank < OTHER and n.actor.named),
        None,
    )


def _resumed(talk: Talk, sentence: int) -> Actor | None:
    """« Ces mots, la rescapée les a répétés », « Cette phrase du préfet », « C'est ainsi que la potière résume »."""
    if sentence >= len(talk.sentences):
        return None
    syntax = talk.sentences[sentence]
    first = syntax.nouns[0] if syntax.nouns else None
    if first is None or first.first > 1:
        return None
    determiner = syntax.words[first.determiner].kind if first.determiner is not None else ""
    if determiner == "demonstrative" and syntax.words[first.head].lemma in nouns_of("quoted"):
        owner = next((n for n, g in enumerate(syntax.nouns) if g.preposition == first.last), None)
        people = [n.actor for n in talk.chains.told.in_sentence(sentence) if n.word > first.last and n.rank < OTHER]
        if people:
            return people[0]
        return talk.chains.resolve(sentence, owner).actor if owner is not None else None
    so = len(syntax.words) > 2 and syntax.words[first.head].kind == "neuter" and syntax.words[2].form == "ainsi"
    return talk.chains.told.last_speaker(sentence) or talk.chains.told.only_subject(sentence) if so else None


spoken = speaking(
    lambda: SpeechRules(
        code="fr",
        reports=reports,
        citing=frozenset({"fr.speech.connector", "fr.speech.agent"}),
        taken_up=_taken_up,
        says=is_cue,
        turns=turn_words(),
        words=chain_words(place_of, lambda text: grammar().parse(text, Span(0, len(text)))),
    )
)
