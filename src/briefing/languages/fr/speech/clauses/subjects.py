"""Who does what a verb says: its subject, before it, after it, or shared with another verb."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.languages.fr.speech.clauses.cues import CueVerb, group_start
from briefing.languages.fr.speech.clauses.segments import across_insertions, before_bracket, segment_start
from briefing.languages.fr.speech.syntax.adjuncts import skip_adjuncts
from briefing.languages.fr.speech.syntax.backward import before, nearest
from briefing.languages.fr.speech.syntax.grammar import LIGHT, Tag, endings, grammar, lemmas
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, full_names, is_full_name, tag_at
from briefing.languages.fr.speech.syntax.voices import can_speak, voice_in, voice_of


def subject(words: Words, verb: CueVerb) -> Group | None:
    """The subject of a cue verb, wherever French puts it; None for « cela », « on », « je » and where there is none."""
    if verb.inverted is not None:
        return Group(verb.inverted, verb.inverted + 1)
    if verb.tag is Tag.VERB:
        inverting = _is_inverting(words, verb.first - 1)
        return subject_after(words, verb.last) if inverting else subject_before(words, verb.first)
    if verb.tag is Tag.PARTICIPLE:
        linked = tag_at(words, verb.first - 1) is Tag.COORDINATOR and not _agrees(words[verb.head].form)
        return _subject_of_perfect(words, verb.first) if linked else None
    if verb.tag is Tag.GERUND and form_at(words, verb.first - 1) != "en" and not _is_cut(words, verb.first):
        return nearest(words, verb.first)
    if verb.tag is Tag.INFINITIVE and form_at(words, verb.first - 1) in {"de", "d'"}:
        return _narrative(words, verb.first - 1)
    inserted = _inserted_subject(words, verb.first)
    return inserted or main_subject(words, verb.first) or _subject_to_come(words, verb.first)


def _narrative(words: Words, i: int) -> Group | None:
    """« Et l'expert d'ajouter que »: an infinitive that tells what comes next."""
    told = any(word.tag is Tag.VERB for word in words[segment_start(words, i) : i])
    return None if told else before(words, i)


def _agrees(participle: str) -> bool:
    """Whether a participle is feminine or plural, so that no « a » is understood before it: « et accusée d'avoir »."""
    return participle.endswith(endings("agreeing"))


def _is_inverting(words: Words, i: int) -> bool:
    """« c'est ce qu'a déclaré la maire », « ce que pensent les élus »: after these the subject stands behind."""
    return tag_at(words, i) is Tag.THAT and tag_at(words, i - 1) is Tag.NEUTER


def _is_cut(words: Words, i: int) -> bool:
    """Whether what stands at `i` follows a comma or opens the sentence: its subject is that of the sentence."""
    return tag_at(words, i - 1) in (None, Tag.COMMA, Tag.QUOTE, Tag.COORDINATOR, Tag.ADVERB, Tag.STOP, Tag.COLON)


def subject_before(words: Words, first: int) -> Group | None:
    """The subject in front of a verb group that begins at `first`."""
    i = first - 1
    while tag_at(words, i) is Tag.ADVERB:
        i -= 1
    tag = tag_at(words, i)
    if tag is None or tag is Tag.NEUTER:
        return None
    if tag is Tag.SUBJECT:
        return Group(i, i + 1)
    if form_at(words, i) == "qui":
        return _antecedent(words, i)
    if (bracket := before_bracket(words, i + 1)) <= i:
        return before(words, bracket)  # « La députée Anne Colin (LFI) affirme »
    if tag is Tag.COMMA:
        return across_insertions(words, i)
    if tag is Tag.COORDINATOR:
        return _shared(words, i)
    found = before(words, i + 1)
    return found and _named_before(words, found)


def _named_before(words: Words, group: Group) -> Group:
    """« Sydia Touré, le patron du parti estime »: the comma that should close the apposition is often left out."""
    if form_at(words, group.first - 1) != ",":
        return group
    start = segment_start(words, group.first - 1)
    name = Group(start, group.first - 1)
    return name if tag_at(words, start - 1) in (None, Tag.STOP) and is_full_name(words, name) else group


def _antecedent(words: Words, i: int) -> Group | None:
    """What « qui » at `i` takes up; « ce qui » takes up nobody."""
    end = i - 1 if form_at(words, i - 1) in {",", "–"} else i
    end = before_bracket(words, end)  # « Marc Duval (LR), qui »
    if tag_at(words, end - 1) is Tag.NEUTER or form_at(words, end - 1) == "ceux":
        return None
    start = segment_start(words, end)
    if end < i and tag_at(words, start) is Tag.WORD and tag_at(words, start - 1) is Tag.COMMA:
        end = start - 1  # « Hervé Lacombe, courtier à Rotterdam, qui »
    found = nearest(words, end)
    return found and (voice_in(words, found) or found)


def _shared(words: Words, i: int) -> Group | None:
    """« a salué le vote et promis … », « dit qu'il pleut, mais promet … »: the subject of a verb before."""
    turns = words[i].form == "mais" or tag_at(words, i - 1) is Tag.COMMA
    nearest_ = None if turns else _subject_of_last_verb(words, i)
    speaks = nearest_ is not None and can_speak(words, nearest_)
    return nearest_ if speaks else main_subject(words, i) or nearest_


def _subject_of_perfect(words: Words, i: int) -> Group | None:
    """« a promis que les rues rouvriraient et annoncé … »: the subject of the « a » that is understood."""
    for j in range(i - 1, -1, -1):
        if words[j].tag in (Tag.STOP, Tag.COLON):
            return None
        first = group_start(words, j)
        if words[j].tag is Tag.VERB and "avoir" in lemmas(words[j].form) and not _is_coordinated(words, first):
            return subject_before(words, first)
    return None


def _subject_of_last_verb(words: Words, i: int) -> Group | None:
    for j in range(i - 1, -1, -1):
        if words[j].tag in (Tag.STOP, Tag.COLON):
            return None
        first = group_start(words, j)
        impersonal = form_at(words, first) == "y"  # « il y a »
        if words[j].tag is Tag.VERB and not impersonal and not _is_coordinated(words, first):
            return subject_before(words, first)
    return None


def _is_coordinated(words: Words, first: int) -> bool:
    """« et récemment a dit »: its subject is that of another verb, so looking it up here would look for ever."""
    while tag_at(words, first - 1) is Tag.ADVERB:
        first -= 1
    return tag_at(words, first - 1) is Tag.COORDINATOR


def main_subject(words: Words, limit: int) -> Group | None:
    """The subject of the main verb of the sentence, as far as `limit`: that of « …, ajoutant que »."""
    starts = (group_start(words, i) for i in main_verbs(words, limit))
    found = (subject_before(words, i) for i in starts if not _is_coordinated(words, i))
    return next((group for group in found if group), None)


def clause_subjects(words: Words) -> list[Group]:
    """The subjects of all finite verbs, in order."""
    found = (subject_before(words, group_start(words, i)) for i, word in enumerate(words) if word.tag is Tag.VERB)
    return [group for group in found if group]


def main_verbs(words: Words, limit: int) -> Iterator[int]:
    """The finite verbs that stand in no relative or subordinate clause, as far as `limit`."""
    subordinate = False
    for i in range(limit):
        tag = words[i].tag
        if tag in (Tag.COMMA, Tag.STOP, Tag.COLON):
            subordinate = False
        elif tag in (Tag.SUBORDINATOR, Tag.THAT) and tag_at(words, i - 1) in (None, Tag.COMMA, Tag.SUBORDINATOR):
            subordinate = True
        elif tag is Tag.VERB and not subordinate and not _in_relative(words, i):
            yield i


def _inserted_subject(words: Words, limit: int) -> Group | None:
    """« …, a précisé le maire, ajoutant que »: the subject behind the nearest inserted verb."""
    for i in range(limit - 1, 0, -1):
        if words[i].tag is not Tag.VERB or _in_relative(words, i):
            continue
        if tag_at(words, i + 1) is Tag.INVERTED:
            return Group(i + 1, i + 2)
        if tag_at(words, i - 1) not in (Tag.COMMA, Tag.QUOTE) or subject_before(words, i):
            return None
        end = i + 1
        while tag_at(words, end) in LIGHT or tag_at(words, end) is Tag.PARTICIPLE:
            end += 1
        found = subject_after(words, end)
        return found if found and can_speak(words, found) else None
    return None


def _subject_to_come(words: Words, first: int) -> Group | None:
    """« Estimant que …, le maire a refusé »: the subject stands behind."""
    if first > 2:
        return None
    for i in range(first, len(words)):
        if words[i].tag is Tag.VERB and segment_start(words, i) > first:
            found = subject_before(words, group_start(words, i))
            if found and found.first >= segment_start(words, i):
                return found
    return None


def _in_relative(words: Words, i: int) -> bool:
    """Whether the verb at `i` is the first after a relative pronoun."""
    for j in range(i - 1, max(-1, i - 10), -1):
        if words[j].tag in (Tag.VERB, Tag.COMMA, Tag.STOP):
            return False
        if words[j].tag in (Tag.RELATIVE, Tag.THAT):
            return True
    return False


def subject_after(words: Words, i: int) -> Group | None:
    """The inverted subject after a cue verb that ends at `i`: « a déclaré jeudi à l'AFP le porte-parole »."""
    if tag_at(words, i) is Tag.COMMA:  # « a lâché, agacé, le technicien »
        i = next((j + 1 for j in range(i + 1, min(len(words), i + 6)) if words[j].tag is Tag.COMMA), i)
    found = after(words, i)
    if found is None or tag_at(words, i) in (Tag.TIME, Tag.ADVERB):
        start = skip_adjuncts(words, i)
        found = (after(words, start) or _name_ending(words, i, start)) if start > i else found
    opens = (Tag.DETERMINER, Tag.NAME, Tag.NUMBER, Tag.PREPOSITION)
    if found is None or form_at(words, found.first) in grammar("nobody"):
        return None
    if tag_at(words, found.first) not in opens and form_at(words, found.first) not in grammar("tonic"):
        return None
    return named_after(words, found)


def _name_ending(words: Words, first: int, end: int) -> Group | None:
    """« a crié au micro | Nadia Faure »: the name is no part of the adjunct where no other subject follows."""
    name = next((full for full in full_names(words, Group(first, end)) if full.last == end), None)
    if name is None or tag_at(words, name.first - 1) is not Tag.WORD or tag_at(words, name.first - 2) is Tag.NAME:
        return None
    return None if voice_of(words, Group(name.first - 1, name.first)) else name


def named_after(words: Words, group: Group) -> Group:
    """The group, with the name that explains it: « le directeur, Paul Vernet, »."""
    comma = group.last
    if form_at(words, comma) == "(":  # « la présidente de la banque (BCE), Jeanne Morel »
        comma = next((i + 1 for i in range(comma, min(len(words), comma + 8)) if words[i].form == ")"), comma)
    if form_at(words, comma) != "," or is_full_name(words, group):
        return group
    end = comma + 1
    apposed = after(words, end) if tag_at(words, end) is Tag.DETERMINER else None  # « , le colonel Éric Payet, »
    while tag_at(words, end) is Tag.NAME or form_at(words, end) in grammar("particle"):
        end += 1
    name = Group(comma + 1, end)
    if apposed and any(full.last == apposed.last for full in full_names(words, apposed)):
        end, name = apposed.last, apposed
    closed = tag_at(words, end) in (None, Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.COLON)
    named = closed and name.first < name.last and (name == apposed or is_full_name(words, name))
    return Group(group.first, name.last) if named else group
