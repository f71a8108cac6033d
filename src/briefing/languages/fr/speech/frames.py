"""Where the content of each frame stands behind a verb of saying: after « que », at an infinitive, a noun, an adjective."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.extract.syntax import Clause, ClauseKind, NounGroup, Syntax, Tag, Tense
from briefing.languages.fr.grammar.voices import nouns_of, voice_of_noun
from briefing.languages.fr.grammar.words import is_animate
from briefing.languages.fr.speech.cues import Cue, CueVerb, Frame
from briefing.languages.fr.speech.report import Part

_LIGHT = frozenset(
    {
        Tag.ADVERB,
        Tag.COMMA,
        Tag.PREPOSITION,
        Tag.DETERMINER,
        Tag.NOUN,
        Tag.NAME,
        Tag.ADJECTIVE,
        Tag.NUMBER,
        Tag.BRACKET,
        Tag.PRONOUN,
        Tag.PARTICIPLE,
        Tag.CLITIC,
        Tag.GERUND,
        Tag.COORDINATOR,
        Tag.QUOTATION,
    }
)
_INSERTION = 25
"""Words that may stand between a verb and its « que »: « a affirmé, chiffres à l'appui, que »."""
_SPELLINGS = {"de": frozenset({"de", "d'", "du", "des"}), "à": frozenset({"à", "au", "aux"})}


def _that(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« affirme que … et que … »."""
    if cue.verb.restricted:
        return None
    for other in syntax.clauses:
        if other.opener is None or other.opener < cue.last or syntax.words[other.opener].kind not in ("that", "direct"):
            continue
        between = syntax.words[cue.last : other.opener]
        light = len(between) <= _INSERTION and all(word.tag in _LIGHT for word in between)
        carried = other.kind is ClauseKind.COMPLETIVE and not _has_object(syntax, cue, other.opener)
        if light and (carried or _tells(syntax, cue, other.opener, entry)):
            return Part(other.opener + 1, _end(syntax, other))
        return None
    return None


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
    told = entry.addressee and _is_voice(syntax, group)
    return told or head.lemma in nouns_of("content") or group.when or _is_inverted_subject(syntax, cue, group)


def _is_inverted_subject(syntax: Syntax, cue: CueVerb, group: NounGroup) -> bool:
    clause = syntax.clause_at(cue.verb.finite)
    subject = syntax.subject_of(clause) if clause else None
    return subject == group


def joined_contents(syntax: Syntax, first: Part) -> Iterator[Part]:
    """« affirme que … et [que …] »: the clauses joined to the one that a cue reports."""
    told = next((c for c in syntax.clauses if c.opener is not None and c.opener + 1 == first.first), None)
    for other in syntax.clauses:
        later = told is not None and other.opener is not None and other.first > told.first
        if later and told and other.kind is ClauseKind.COMPLETIVE and other.parent == told.parent:
            joint = syntax.words[other.first - 1].tag
            if joint in (Tag.COORDINATOR, Tag.COMMA) and other.opener is not None:
                yield Part(other.opener + 1, _end(syntax, other))


def _end(syntax: Syntax, clause: Clause) -> int:
    """Where a completive clause ends, before what stands beside it."""
    for other in syntax.clauses:
        if clause.first < other.first < clause.last and _stands_apart(syntax, other):
            return _without_mark(syntax, other.first - 1 - (syntax.words[other.first - 1].tag is Tag.PRONOUN))
    last = _without_mark(syntax, clause.last)
    return last - (syntax.words[last - 1].tag is Tag.COORDINATOR)


def _without_mark(syntax: Syntax, last: int) -> int:
    while last > 0 and syntax.words[last - 1].tag in (Tag.STOP, Tag.COMMA):
        last -= 1
    return last


def clause_end(syntax: Syntax, clause: Clause, first: int) -> int:
    """Where what begins at a word ends: with its clause, or before one that only stands beside it."""
    last = clause.last
    for other in syntax.clauses:
        if first < other.first < last and _stands_apart(syntax, other):
            last = other.first - (syntax.words[other.first - 1].tag is Tag.COMMA)
    for i in range(first, last):
        if syntax.words[i].tag is Tag.STOP:
            return i
    return _without_mark(syntax, last)


def _stands_apart(syntax: Syntax, clause: Clause) -> bool:
    """« …, tandis que … », « …, a-t-il dit », « …, ce que … »: a clause set off by a comma that says something of its own."""
    before = syntax.words[clause.first - 1]
    if before.tag is Tag.PRONOUN and before.kind == "neuter" and syntax.words[clause.first - 2].tag is Tag.COMMA:
        return True
    opener = syntax.words[clause.opener] if clause.opener is not None else None
    contrast = opener is not None and opener.kind == "contrast"
    own = clause.kind in (ClauseKind.INSERTION, ClauseKind.PARTICIPIAL) or contrast
    return before.tag is Tag.COMMA and own and not _describes(syntax, clause)


def _describes(syntax: Syntax, clause: Clause) -> bool:
    """« une loi, votée en mai, »: a past participle between commas goes on about the noun before it."""
    verb = syntax.verb_of(clause)
    return verb is not None and syntax.words[verb.finite].tag is Tag.PARTICIPLE


def _infinitive(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« dit avoir payé », « a dit « comprendre » ce choix »: an infinitive without preposition."""
    i = _behind(syntax, cue)
    words = syntax.words
    if i >= len(words):
        return None
    if i + 1 < clause.last and words[i].tag is Tag.QUOTATION and words[i + 1].tag is Tag.DETERMINER:
        return Part(i, clause_end(syntax, clause, i))
    if words[i].tag is Tag.COMMA and i + 1 < clause.last:  # « ont annoncé, mardi 17 juillet, envisager »
        closing = next((k for k in range(i + 1, min(clause.last, i + _INSERTION)) if words[k].tag is Tag.COMMA), i)
        i = closing + 1
    starting = any(verb.first == i and words[verb.finite].tag is Tag.INFINITIVE for verb in syntax.verbs)
    return Part(i, clause_end(syntax, clause, i)) if starting else None


def _preposition(entry: Cue) -> frozenset[str]:
    return _SPELLINGS.get(entry.preposition, frozenset({entry.preposition}))


def _action(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« promet de payer », « s'engage à payer », « reproche à la ville d'avoir caché »."""
    for verb in syntax.verbs:
        at = verb.first - 1
        if (
            syntax.words[verb.finite].tag is Tag.INFINITIVE
            and at >= cue.last - 1
            and syntax.words[at].form in _preposition(entry)
        ):
            between = syntax.words[cue.last : at]
            if all(word.tag in _LIGHT for word in between) and len(between) < _INSERTION:
                return Part(verb.first, clause_end(syntax, clause, verb.first))
    return None


def _behind(syntax: Syntax, cue: CueVerb) -> int:
    """The first word behind a cue that is no adverb, date or « , lui, »."""
    words = syntax.words
    i = cue.last
    while i < len(words):
        group = syntax.noun_at(i)
        if words[i].tag is Tag.ADVERB or words[i].kind == "stressed":
            i += 1
        elif group is not None and group.first == i and group.when:
            i = group.last
        elif (
            words[i].tag is Tag.COMMA
            and i + 2 < len(words)
            and words[i + 1].kind in ("stressed", "personal")
            and words[i + 2].tag is Tag.COMMA
        ):
            i += 3
        else:
            break
    return i


def _complement(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« fait état de trois blessés », « met en garde contre un risque »."""
    i = _behind(syntax, cue)
    words = syntax.words
    if i + 1 < len(words) and words[i].form in _preposition(entry):
        first = i + (words[i].kind != "contracted")
        return Part(i + 1 if first > i else i + 1, clause_end(syntax, clause, i + 1))
    return None


def _figure(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« parle de trois blessés »."""
    i = _behind(syntax, cue)
    words = syntax.words
    if i + 1 >= len(words) or words[i].form not in _SPELLINGS["de"]:
        return None
    many = words[i + 1].tag is Tag.NUMBER or words[i + 1].kind == "quantifier"
    return Part(i + 1, clause_end(syntax, clause, i + 1)) if many else None


def _object(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« annonce la fermeture de trois lignes »; what will be said is not said yet."""
    verb = cue.verb
    if verb.tense in (Tense.FUTURE, Tense.CONDITIONAL) or verb.inverted is not None:
        return None
    if any(word.tag is Tag.CLITIC and word.kind == "object" for word in syntax.words[verb.first : verb.finite]):
        return None
    i = _behind(syntax, cue)
    group = syntax.noun_at(i)
    if group is None or group.first != i or group.preposition is not None or group == syntax.subject_of(clause):
        return None
    if group.determiner is None and syntax.words[i].tag is not Tag.NUMBER:
        return None
    if syntax.words[i].kind == "possessive" or syntax.words[i].lemma in ("aucun", "aucune"):
        return None  # « confirme son rang », « n'annonce aucune mesure »
    return Part(i, clause_end(syntax, clause, i))


def _accusation(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« accuse le club d'avoir triché », « l'accuse de fraude »: what somebody is accused of."""
    action = _action(syntax, clause, cue, entry)
    if action is not None:
        return action
    words = syntax.words
    i = _behind(syntax, cue)
    group = syntax.noun_at(i)
    pronoun = any(word.tag is Tag.CLITIC for word in words[cue.verb.first : cue.verb.finite])
    if pronoun and i + 1 < len(words) and words[i].form in _SPELLINGS["de"]:
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    if group is None or group.first != i or not _is_voice(syntax, group):
        return None
    charged = any(word.form in _SPELLINGS["de"] for word in words[group.last : clause.last])
    return Part(i, clause_end(syntax, clause, i)) if charged else None


def _is_voice(syntax: Syntax, group: NounGroup) -> bool:
    head = syntax.words[group.head]
    return head.tag is Tag.NAME or is_animate(head.lemma) or voice_of_noun(head.lemma) is not None


def _label(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« qualifie ces rumeurs de fantaisistes », « présente ce robot comme une révolution »."""
    words = syntax.words
    wanted = _preposition(entry)
    i = _behind(syntax, cue)
    if i < len(words) and words[i].form in wanted:
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    group = syntax.noun_at(i)
    if group is None or group.first != i:
        return None
    label = any(words[k].form in wanted for k in range(i + 1, min(group.whole + 1, len(words))))
    return Part(i, clause_end(syntax, clause, i)) if label else None


def _seen_in(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« voit dans ce vote un avertissement », « y voit un gadget »."""
    words = syntax.words
    i = _behind(syntax, cue)
    if i >= len(words):
        return None
    if any(word.form == "y" for word in words[cue.verb.first : cue.verb.finite]):
        return Part(i, clause_end(syntax, clause, i)) if words[i].tag in (Tag.DETERMINER, Tag.QUOTATION) else None
    group = syntax.noun_at(i + 1) if words[i].form in ("dans", "en") else None
    if group is None or group.first != i + 1:
        return None
    seen = syntax.noun_at(group.whole) if group.whole < len(words) else None
    return Part(i + 1, clause_end(syntax, clause, i + 1)) if seen and seen.determiner is not None else None


def _judgement(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« juge scandaleuse la décision », « estime la hausse à 3 % »: an adjective, a quotation or an amount."""
    words = syntax.words
    i = _behind(syntax, cue)
    if i >= len(words):
        return None
    if words[i].form == "à" and i + 1 < len(words) and words[i + 1].tag in (Tag.NUMBER, Tag.ADVERB, Tag.DETERMINER):
        return Part(i + 1, clause_end(syntax, clause, i + 1))
    quoted = words[i].tag is Tag.QUOTATION and any(g.first == i + 1 for g in syntax.nouns)
    if words[i].tag in (Tag.ADJECTIVE, Tag.PARTICIPLE) or quoted:
        return Part(i, clause_end(syntax, clause, i))
    group = syntax.noun_at(i)
    if group is None or group.first != i or group.determiner is None or group.whole >= len(words):
        return None
    after = words[group.whole]
    amount = (
        after.form == "à"
        and group.whole + 1 < len(words)
        and words[group.whole + 1].tag in (Tag.NUMBER, Tag.ADVERB, Tag.PREPOSITION)
    )
    judged = after.tag is Tag.QUOTATION or words[group.last - 1].tag is Tag.QUOTATION
    return Part(i, clause_end(syntax, clause, i)) if amount or judged else None


def _self(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« se dit prêt à négocier »."""
    i = _behind(syntax, cue)
    fits = cue.verb.reflexive and i < len(syntax.words) and syntax.words[i].tag in _SAID_OF_ONESELF
    return Part(i, clause_end(syntax, clause, i)) if fits else None


_SAID_OF_ONESELF = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.QUOTATION, Tag.NOUN})


def _attitude(syntax: Syntax, clause: Clause, cue: CueVerb, entry: Cue) -> Part | None:
    """« sa volonté de », « leur crainte que »: the wish belongs to what is reported."""
    words = syntax.words
    i = _behind(syntax, cue)
    i += i < len(words) and words[i].form in _SPELLINGS["de"]
    told = i + 2 < len(words) and (words[i + 2].form in _SPELLINGS["de"] or words[i + 2].kind in ("that", "direct"))
    if told and words[i].kind == "possessive" and words[i + 1].lemma in nouns_of("attitude"):
        return Part(i, clause_end(syntax, clause, i))
    return None


Content = Callable[[Syntax, Clause, CueVerb, Cue], Part | None]
CONTENTS: tuple[tuple[Frame, Content], ...] = (
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
"""Each frame and what finds its content, in the order in which they are tried."""
