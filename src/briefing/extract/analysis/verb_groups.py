"""Verb groups of a tagged sentence: a verb with its auxiliaries, clitics and negation, by a grammar given as data."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.syntax import Tag, VerbGroup, Word, clash
from briefing.extract.words.morphology import Tense

_VERBS = frozenset({Tag.FINITE, Tag.INFINITIVE, Tag.GERUND, Tag.PARTICIPLE})
_BEFORE_VERB = frozenset({Tag.CLITIC, Tag.NEGATION})
_BETWEEN_AUXILIARY = frozenset({Tag.ADVERB, Tag.SUBJECT})
_ADVERBS_BETWEEN = 4
"""Words that may stand between an auxiliary and its participle: « n'a-t-il pas toujours clairement dit »."""


def verb_groups(words: Sequence[Word], grammar: GroupWords) -> tuple[VerbGroup, ...]:
    """The verb groups in order. A participle alone counts where no auxiliary took it and no noun group may."""
    found: list[VerbGroup] = []
    end = 0
    for i, word in enumerate(words):
        group = _begun(words, i, found, grammar) if i >= end and word.tag in _VERBS else None
        if group is None:
            continue
        if found and _directly(words, found[-1].last, group.first) and word.tag is Tag.INFINITIVE:
            found[-1] = replace(found[-1], infinitive=len(found))
        found.append(group)
        end = group.last
    return tuple(found)


def _begun(words: Sequence[Word], i: int, found: Sequence[VerbGroup], grammar: GroupWords) -> VerbGroup | None:
    """The group of a verb's form, or none of a participle that is no verb."""
    if words[i].tag is not Tag.PARTICIPLE:
        return _verb(words, i, grammar)
    shared = _shared_auxiliary(words, i, found)
    if shared is not None:
        return replace(shared, first=i, last=i + 1, head=i, lemma=words[i].lemma, inverted=None, infinitive=None)
    return _participial(words, i, grammar) if _opens(words, i) else None


def _shared_auxiliary(words: Sequence[Word], i: int, found: Sequence[VerbGroup]) -> VerbGroup | None:
    """« a publié son bilan et [précisé] que … »: the verb to whose auxiliary a participle is joined."""
    joint = i - 1
    while joint > 0 and words[joint].tag is Tag.ADVERB:
        joint -= 1
    if joint <= 0 or words[joint].tag is not Tag.COORDINATOR:
        return None
    for group in reversed(found):
        whole = words[group.finite].tag is Tag.FINITE and (group.compound or group.passive)
        if whole and not (group.passive and clash(words[group.head], words[i])):
            return group
    return None


def _directly(words: Sequence[Word], last: int, first: int) -> bool:
    return all(words[i].tag is Tag.ADVERB for i in range(last, first)) and first - last < _ADVERBS_BETWEEN


def _opens(words: Sequence[Word], i: int) -> bool:
    """« Interrogé par la presse, … »: a participle at the head of its sentence or behind a comma."""
    before = words[i - 1].tag if i else Tag.STOP
    return before in (Tag.STOP, Tag.COMMA, Tag.BRACKET)


class _Taken(Struct, frozen=True):
    """What a verb's auxiliaries took: the word that says what is done, and where the group ends."""

    head: int
    last: int
    compound: bool = False
    passive: bool = False


def _verb(words: Sequence[Word], finite: int, grammar: GroupWords) -> VerbGroup:
    first = finite
    while first > 0 and (words[first - 1].tag in _BEFORE_VERB or _between_negation(words, first - 1)):
        first -= 1
    last, inverted = finite + 1, None
    while last < len(words) and words[last].kind == "inverted":
        inverted = last if words[last].tag is Tag.SUBJECT else inverted
        last += 1
    reflexive = first < finite and any(word.kind == "reflexive" for word in words[first:finite])
    taken = _taken(words, _Taken(finite, last), grammar, reflexive=reflexive)
    return replace(_finished(words, first, finite, taken, reflexive=reflexive), inverted=inverted)


def _taken(words: Sequence[Word], taken: _Taken, grammar: GroupWords, *, reflexive: bool) -> _Taken:
    """« a [été livré] »: participles as far as one is no auxiliary itself."""
    auxiliary = words[taken.head].lemma
    while auxiliary in (grammar.having, grammar.being):
        at = _participle(words, taken.last, progressive=auxiliary == grammar.progressive)
        if at is None:
            break
        lemma, gerund = words[at].lemma, words[at].tag is Tag.GERUND
        done, moved = auxiliary == grammar.being and not gerund, reflexive or lemma in grammar.moving
        compound = taken.compound or (moved if done else not gerund)
        taken = _Taken(at, at + 1, compound=compound, passive=done and not moved)
        auxiliary = "" if done or (gerund and lemma != grammar.being) else lemma
    return taken


def _between_negation(words: Sequence[Word], i: int) -> bool:
    """« ne pas livrer »: the second half stands before an infinitive."""
    return words[i].kind == "negative" and i > 0 and words[i - 1].tag in _BEFORE_VERB


def _participle(words: Sequence[Word], i: int, *, progressive: bool) -> int | None:
    """The participle that an auxiliary before word `i` takes, adverbs between."""
    for k in range(i, min(len(words), i + _ADVERBS_BETWEEN + 1)):
        if words[k].tag is Tag.PARTICIPLE or (progressive and words[k].tag is Tag.GERUND):
            return k
        between = words[k].tag in _BETWEEN_AUXILIARY or words[k].kind in ("indefinite", "stressed")
        if not between and not (
            words[k].tag is Tag.COMMA and "stressed" in (words[k - 1].kind, words[k + 1 : k + 2] and words[k + 1].kind)
        ):
            return None
    return None


def _participial(words: Sequence[Word], i: int, grammar: GroupWords) -> VerbGroup:
    passive = words[i].lemma not in grammar.moving
    return _finished(words, i, i, _Taken(i, i + 1, compound=True, passive=passive), reflexive=False)


def _finished(words: Sequence[Word], first: int, finite: int, taken: _Taken, *, reflexive: bool) -> VerbGroup:
    word = words[finite]
    negation = first < finite and any(w.tag is Tag.NEGATION for w in words[first:finite])
    denied = any(w.kind == "negative" for w in words[first : taken.last + 1])
    restricted = negation and not denied and _restricts(words, taken.last)
    return VerbGroup(
        first=first,
        last=taken.last,
        finite=finite,
        head=taken.head,
        lemma=words[taken.head].lemma,
        tense=word.tense or Tense.PRESENT,
        compound=taken.compound,
        passive=taken.passive,
        reflexive=reflexive,
        negated=(negation or denied) and not restricted,
        restricted=restricted,
        inverted=None,
        number=word.number,
        person=word.person,
    )


def _restricts(words: Sequence[Word], last: int) -> bool:
    """« ne livre [que] des mots »: before another verb or the end of the clause."""
    for word in words[last:]:
        if word.kind == "restrictive":
            return True
        if word.tag in (Tag.FINITE, Tag.STOP):
            return False
    return False


def past_infinitive(words: Sequence[Word], verbs: Sequence[VerbGroup], i: int) -> int:
    """« finit [par lâcher] », « s'est contentée [de dire] »: the word behind an infinitive that a preposition binds."""
    governs = i < len(words) and words[i].tag is Tag.PREPOSITION
    behind = next((verb for verb in verbs if verb.first == i + 1), None) if governs else None
    return behind.last if behind is not None and words[behind.finite].tag is Tag.INFINITIVE else i
