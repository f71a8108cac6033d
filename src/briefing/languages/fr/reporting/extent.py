"""Where what a verb of saying or a connector reports begins and ends: behind the verb, around « selon l'Insee »."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag
from briefing.extract.speech.extent import INSERTION, LIGHT, clause_end, completive_end, with_joined
from briefing.extract.speech.report import Part
from briefing.languages.fr.grammar.lexicon import is_animate
from briefing.languages.fr.grammar.voices import nouns_of, spellings, voice_of_noun
from briefing.languages.fr.reporting.cues import Cue, CueVerb, is_cue


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
        elif words[i].kind == "demonstrative" and words[i + 1 : i + 2] and words[i + 1].tag is Tag.ADVERB:
            i += 2  # « annonce [ce jeudi] un plan »
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


def completive(syntax: Syntax, cue: CueVerb, entry: Cue) -> Part | None:
    """« affirme que … et que … »: the clauses that a cue reports, as one."""
    if cue.verb.restricted:
        return None
    for other in syntax.clauses:
        if other.opener is None or other.opener < cue.last or syntax.words[other.opener].kind not in ("that", "direct"):
            continue
        first = behind(syntax, cue)
        between = syntax.words[first : other.opener]
        light = len(between) <= INSERTION and all(word.tag in LIGHT for word in between)
        light = light and not any(first <= v.first < other.opener and is_cue(v.lemma) for v in syntax.verbs)
        light = light and not _is_afterthought(syntax, cue, other.opener)
        carried = other.kind is ClauseKind.COMPLETIVE and not _has_object(syntax, cue, other.opener)
        if light and (carried or _tells(syntax, cue, other.opener, entry)):
            return Part(other.opener + 1, completive_end(syntax, with_joined(syntax, other)))
        return None
    return None


def _is_afterthought(syntax: Syntax, cue: CueVerb, opener: int) -> bool:
    """« a reconnu des retards, qu'il impute au froid »: behind one comma alone, a « que » belongs to the noun."""
    commas = sum(word.tag is Tag.COMMA for word in syntax.words[cue.last : opener])
    return commas == 1 and syntax.words[opener - 1].tag is Tag.COMMA and opener - cue.last > 1


def _has_object(syntax: Syntax, cue: CueVerb, before: int) -> bool:
    """« la thèse que »: the « que » belongs to a noun, not to the verb."""
    group = syntax.noun_at(before - 1)
    if group is None or group.first < cue.last or group.when:
        return False
    if group.preposition is not None:
        return syntax.words[group.head].lemma in nouns_of("content")
    return not _is_inverted_subject(syntax, cue, group) and syntax.words[before - 1].tag is Tag.NOUN


def _tells(syntax: Syntax, cue: CueVerb, before: int, entry: Cue) -> bool:
    """« avertit les élus que », « avance l'hypothèse que »: a « que » behind whom one tells, or behind what is told."""
    group = syntax.noun_at(before - 1)
    if group is None or group.first < cue.last:
        return group is None
    head = syntax.words[group.head]
    told = entry.addressee and is_voice(syntax, group)
    content = head.lemma in nouns_of("content") and group.preposition is None  # not « avec le risque que »
    return told or content or group.when or _is_inverted_subject(syntax, cue, group)


def _is_inverted_subject(syntax: Syntax, cue: CueVerb, group: NounGroup) -> bool:
    clause = syntax.clause_at(cue.verb.finite)
    subject = syntax.subject_of(clause) if clause else None
    return subject == group


def is_voice(syntax: Syntax, group: NounGroup) -> bool:
    """Whether a group names or describes somebody."""
    head = syntax.words[group.head]
    return head.tag is Tag.NAME or is_animate(head.lemma) or voice_of_noun(head.lemma) is not None
