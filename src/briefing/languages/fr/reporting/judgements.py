"""Frames of judging: what somebody is accused of, called, held for, or says of oneself."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, Syntax, Tag
from briefing.extract.speech.extent import clause_end
from briefing.extract.speech.report import Part
from briefing.languages.fr.grammar.voices import nouns_of, spellings
from briefing.languages.fr.reporting.cues import Cue, CueVerb
from briefing.languages.fr.reporting.extent import action, behind, is_voice, prepositions

_AMOUNT = frozenset({Tag.NUMBER, Tag.ADVERB, Tag.QUOTATION})
_SAID_OF_ONESELF = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.QUOTATION, Tag.NOUN})


def accusation(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« accuse le club d'avoir triché », « l'accuse de fraude »: what somebody is accused of."""
    charge = action(syntax, clause, cue, entry)
    if charge is not None:
        return charge
    words = syntax.words
    i = behind(syntax, cue)
    group = syntax.noun_at(i)
    pronoun = any(word.tag is Tag.CLITIC for word in words[cue.verb.first : cue.verb.finite])
    if pronoun and i + 1 < len(words) and words[i].form in spellings("de"):
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    if group is None or group.first != i or not is_voice(syntax, group):
        return None
    charged = any(word.form in spellings("de") for word in words[group.last : clause.last])
    return Part(i, clause_end(syntax, clause, i)) if charged else None


def label(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« qualifie ces rumeurs de fantaisistes », « présente ce robot comme une révolution »."""
    words = syntax.words
    wanted = prepositions(entry)
    i = behind(syntax, cue)
    if i < len(words) and words[i].form in wanted:
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    group = syntax.noun_at(i)
    if group is None or group.first != i:
        return None
    labelled = any(words[k].form in wanted for k in range(i + 1, min(group.whole + 1, len(words))))
    return Part(i, clause_end(syntax, clause, i)) if labelled else None


def seen_in(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« voit dans ce vote un avertissement », « y voit un gadget »."""
    words = syntax.words
    i = behind(syntax, cue)
    if i >= len(words):
        return None
    if any(word.form == "y" for word in words[cue.verb.first : cue.verb.finite]):
        return Part(i, clause_end(syntax, clause, i)) if words[i].tag in (Tag.DETERMINER, Tag.QUOTATION) else None
    group = syntax.noun_at(i + 1) if words[i].form in ("dans", "en") else None
    if group is None or group.first != i + 1:
        return None
    seen = syntax.noun_at(group.whole) if group.whole < len(words) else None
    return Part(i + 1, clause_end(syntax, clause, i + 1)) if seen and seen.determiner is not None else None


def judgement(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« juge scandaleuse la décision », « estime la hausse à 3 % »: an adjective, a quotation or an amount."""
    words = syntax.words
    i = behind(syntax, cue)
    if i >= len(words):
        return None
    if words[i].form == "à" and i + 1 < len(words) and words[i + 1].tag in _AMOUNT | {Tag.DETERMINER}:
        if any(word.kind == "reflexive" for word in words[cue.verb.first : cue.verb.finite]):
            return None  # « se trouve à 45 kilomètres »
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    quoted = words[i].tag is Tag.QUOTATION and any(g.first == i + 1 for g in syntax.nouns)
    if words[i].tag in (Tag.ADJECTIVE, Tag.PARTICIPLE) or quoted:
        return Part(i, clause_end(syntax, clause, i))
    group = syntax.noun_at(i)
    if group is None or group.first != i or group.determiner is None or group.whole >= len(words):
        return None
    after = words[group.whole]
    amount = (
        after.form == "à" and group.whole + 1 < len(words) and words[group.whole + 1].tag in _AMOUNT | {Tag.PREPOSITION}
    )
    judged = after.tag is Tag.QUOTATION or words[group.last - 1].tag is Tag.QUOTATION
    return Part(i, clause_end(syntax, clause, i)) if amount or judged else None


def of_oneself(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« se dit prêt à négocier »."""
    i = behind(syntax, cue)
    fits = cue.verb.reflexive and i < len(syntax.words) and syntax.words[i].tag in _SAID_OF_ONESELF
    return Part(i, clause_end(syntax, clause, i)) if fits else None


def attitude(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« sa volonté de », « leur crainte que »: the wish belongs to what is reported."""
    words = syntax.words
    i = behind(syntax, cue)
    i += i < len(words) and words[i].form in spellings("de")
    told = i + 2 < len(words) and (words[i + 2].form in spellings("de") or words[i + 2].kind in ("that", "direct"))
    if told and words[i].kind == "possessive" and words[i + 1].lemma in nouns_of("attitude"):
        return Part(i, clause_end(syntax, clause, i))
    return None
