"""Noun groups of a tagged sentence with their complements and appositions, by a grammar given as data."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.extract.analysis.appositions import related
from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.syntax import NounGroup, Tag, Word, clash

_BEFORE_HEAD = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_CLOSING = frozenset({Tag.COMMA, Tag.STOP, Tag.NAME, Tag.BRACKET})
_WITHIN = frozenset({Tag.ADVERB, Tag.PARTICIPLE})
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.QUOTATION})
_PRONOUNS = frozenset({Tag.SUBJECT, Tag.PRONOUN})
_FURTHER = frozenset(
    {Tag.NAME, Tag.DETERMINER, Tag.BRACKET, Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.COORDINATOR, Tag.COMMA, Tag.PREPOSITION}
)
"""With what a group may go on behind its own words."""
_BEHIND_HEAD = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE})


def noun_groups(words: Sequence[Word], grammar: GroupWords) -> tuple[NounGroup, ...]:
    """The noun groups in order, with complements and appositions."""
    bare: list[NounGroup] = []
    end = 0
    for i, word in enumerate(words):
        group = _bare(words, i, grammar) if i >= end and word.tag in _STARTS else None
        if group is None:
            continue
        owner = bare[-1] if bare and word.kind == "genitive" and bare[-1].last == i else None
        if owner is None:
            bare.append(group)
        else:
            bare[-1] = replace(group, first=owner.first, preposition=owner.preposition)
        end = group.last
    return _bound(words, bare, grammar)


_STARTS = _BEFORE_HEAD | _HEADS | _PRONOUNS


def _bare(words: Sequence[Word], first: int, grammar: GroupWords) -> NounGroup | None:
    """The group that begins at a word, without complements."""
    if words[first].tag in _PRONOUNS:
        return _group(words, first, first, first + 1)
    head = _head(words, first)
    if head is None:
        return None
    if grammar.heads_last:
        head = _last_noun(words, head)
    last = head + 1
    if words[head].tag is Tag.NAME:
        while last < len(words) and words[last].tag is Tag.NAME and not _new_name(words, first, last, grammar):
            last += 1
        return _group(words, first, head, _behind(words, last - 1) if head > first else last)
    return _group(words, first, head, _behind(words, head))


def _new_name(words: Sequence[Word], first: int, i: int, grammar: GroupWords) -> bool:
    """« le député LFI [Ugo] Petit », « le sénateur Les Républicains [Anne] Petit »: a first name behind a body's."""
    opening = words[first]
    if words[i - 1].kind == "acronym":
        follows = i + 1 < len(words) and words[i + 1].tag is Tag.NAME and words[i].kind != "acronym"
        return words[i].kind == "given" or follows
    complement = opening.tag is Tag.DETERMINER and first > 0 and words[first - 1].tag is Tag.PREPOSITION
    if complement and not words[i - 1].kind:  # « de l'Isère Anne Petit »
        return words[i].kind == "given" and i + 1 < len(words) and words[i + 1].tag is Tag.NAME
    of_body = first > 0 and words[first - 1].tag is Tag.NOUN and grammar.is_body(words[first - 1].lemma)
    return words[i].kind == "given" and ((bool(opening.capital) and opening.tag is Tag.DETERMINER) or of_body)


def _head(words: Sequence[Word], first: int) -> int | None:
    """The noun of a group; of « les deux autres », « (un) des suivants » the last word."""
    i = first
    end = len(words)
    while i < end and (words[i].tag in _BEFORE_HEAD or _inside(words, i, first)):
        i += 1
    if i < end and words[i].tag in _HEADS:
        return i
    last = words[i - 1].tag if i > first else None
    determined = words[first].tag in (Tag.DETERMINER, Tag.NUMBER) or (first and words[first - 1].kind == "contracted")
    return i - 1 if last in (Tag.ADJECTIVE, Tag.NUMBER) and determined else None


def _last_noun(words: Sequence[Word], head: int) -> int:
    """“the fire [service]”, “Harwick [police]”: the last of several nouns and the names before them."""
    last = head
    for i in range(head + 1, len(words)):
        if words[i].tag not in (Tag.NOUN, Tag.NAME) or words[i].kind == "when":
            break
        if words[i].tag is Tag.NOUN:
            last = i
        elif words[i - 1].tag is Tag.NOUN:
            break
    return last


def _inside(words: Sequence[Word], i: int, first: int) -> bool:
    """An adverb or participle between determiner and noun: « le [très] discret archiviste »."""
    if words[i].tag not in _WITHIN or i == first or i + 1 >= len(words):
        return False
    if words[i].tag is Tag.ADVERB:
        return words[i + 1].tag in (Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NUMBER)
    return words[i].tag is Tag.PARTICIPLE and words[i + 1].tag is Tag.NOUN


def _behind(words: Sequence[Word], head: int) -> int:
    """Where the adjectives and participles behind a head end."""
    last = head + 1
    noun = words[head]
    while last < len(words):
        i = _past_degree(words, last)
        if _is_of_kind(words, head, i):
            return i + 1
        if words[i].tag not in _BEHIND_HEAD or words[i].kind == "title" or clash(noun, words[i]):
            break
        last = i + 1
    return last


def _past_degree(words: Sequence[Word], i: int) -> int:
    """« une hausse [très] nette », « le cabinet [le plus] proche »: past an adverb, and the article that repeats."""
    tags = [word.tag for word in words[i : i + 4]]
    again = tags[:3] == [Tag.DETERMINER, Tag.ADVERB, Tag.ADJECTIVE] and words[i].kind == "definite"
    if again and tags[3:] not in ([Tag.NOUN], [Tag.NAME]):
        return i + 2
    return i + (tags[0] is Tag.ADVERB and len(tags) > 1)


def _is_of_kind(words: Sequence[Word], head: int, i: int) -> bool:
    """« le groupe [verrier] Sofralux »: a noun between another and a name tells a kind, as an adjective does."""
    named = i + 1 < len(words) and words[i + 1].tag is Tag.NAME
    common = words[head].tag is words[i].tag is Tag.NOUN and "when" not in (words[head].kind, words[i].kind)
    return common and named and i == head + 1 and not words[i].capital


def _group(words: Sequence[Word], first: int, head: int, last: int) -> NounGroup:
    determiner = None
    before = words[first - 1] if first else None
    preposition = first - 1 if before is not None and before.tag is Tag.PREPOSITION else None
    gender, number = words[head].gender, words[head].number
    for i in range(first, head):
        determiner = i if determiner is None and words[i].tag is Tag.DETERMINER else determiner
        gender = words[i].gender or gender  # « la pivot » is a woman, whatever a pivot is
        number = (words[i].number if words[i].tag in _BEFORE_HEAD else "") or number
    if preposition is not None and determiner is None:
        gender, number = gender or words[preposition].gender, number or words[preposition].number
    when = words[head].kind in ("when", "digits")
    return NounGroup(first, last, head, determiner, preposition, gender, number, last, when=when)


def _bound(words: Sequence[Word], bare: list[NounGroup], grammar: GroupWords) -> tuple[NounGroup, ...]:
    """The groups with their complements: from the right, so that each knows where the one behind it ends."""
    at = {group.first: n for n, group in enumerate(bare)}
    found = list(bare)
    for n in range(len(bare) - 1, -1, -1):
        whole = _whole(words, found, at, n, grammar)
        found[n] = found[n] if whole == found[n].last else replace(found[n], whole=whole)
    for n in range(1, len(found)):
        found[n] = related(words, found, n, grammar)
    return tuple(found)


def _is_told(words: Sequence[Word], preposition: int, group: NounGroup, grammar: GroupWords) -> bool:
    """« a confié un enquêteur [au quotidien] », « [à l'AFP] »: to whom it is said, no part of who says it."""
    head = words[group.head]
    acronym = words[preposition].form in grammar.telling and head.kind == "acronym"
    return acronym or head.lemma in grammar.told


def _past_bracket(words: Sequence[Word], i: int) -> int:
    """The word behind a short bracket that opens at a word: « (PS) », « (sans étiquette) »."""
    closing = (k + 1 for k in range(i + 1, min(len(words), i + _BRACKET)) if words[k].form == ")")
    return next(closing, i) if words[i].form == "(" else i


_BRACKET = 6
"""Words from one mark of a bracket to behind the other that a noun group may hold."""


def _goes_on(words: Sequence[Word], group: NounGroup, end: int) -> bool:
    """« le procureur de la République [adjoint], »: what agrees with the head behind its complement, before a mark."""
    word, head = words[end], words[group.head]
    if word.tag not in _BEHIND_HEAD or word.kind == "title" or end == group.last:
        return False
    if head.tag is not Tag.NOUN or clash(head, word):
        return False
    return end + 1 == len(words) or words[end + 1].tag in _CLOSING


def _whole(words: Sequence[Word], found: list[NounGroup], at: dict[int, int], n: int, grammar: GroupWords) -> int:
    """Where a group ends with its complements and the names set against it."""
    group = found[n]
    head = words[group.head]
    if head.tag in _PRONOUNS and (head.tag is not Tag.PRONOUN or head.kind == "stressed"):
        return group.last
    end = group.last
    while end < len(words) and (further := _further(words, found, at, group, end=end, grammar=grammar)) > end:
        end = further
    return end


def _lists_on(
    words: Sequence[Word], found: list[NounGroup], at: dict[int, int], comma: int, grammar: GroupWords
) -> bool:
    """« ministre de la Mer[,] de l'Énergie et du Climat »: whether a comma joins one complement of several."""
    if words[comma].tag is not Tag.COMMA or comma + 2 not in at or words[comma + 1].form not in grammar.of:
        return False
    end = found[at[comma + 2]].last
    return end + 1 < len(words) and words[end].tag is Tag.COORDINATOR and words[end + 1].form in grammar.of


def _further(
    words: Sequence[Word],
    found: list[NounGroup],
    at: dict[int, int],
    group: NounGroup,
    *,
    end: int,
    grammar: GroupWords,
) -> int:
    """Behind the next name, adjective or complement of a group that goes on to a word; there, where none follows."""
    word, common = words[end], words[group.head].tag is Tag.NOUN
    if word.tag not in _FURTHER or (group.when and word.tag is Tag.NAME):  # « ironisait hier soir [Anne] Petit »
        return end
    named = word.tag is Tag.NAME or (word.capital and word.tag is Tag.DETERMINER)  # « le sénateur [Les] Républicains »
    if named and (common or end > group.last) and end in at:
        return found[at[end]].whole
    past = _past_bracket(words, end) if common and word.tag is Tag.BRACKET else end
    if past > end and past in at and words[past].tag is Tag.NAME:
        return found[at[past]].whole  # « l'élu (PS) [Paul Petit] »
    if past > end and past + 1 in at and words[past].form in grammar.of:
        return found[at[past + 1]].whole  # « le maire (DVD) [de Lens] »
    if _goes_on(words, group, end):
        return end + 1
    bound = end + (end > group.last and (word.tag is Tag.COORDINATOR or _lists_on(words, found, at, end, grammar)))
    one_of = end == group.last and words[group.head].tag is Tag.PRONOUN  # « l'un [des] plaidants »
    if (bound > end or one_of) and bound in at and words[bound].form in grammar.of:
        return found[at[bound]].whole  # « de la Mer et [des] Ports », where « des » reads as an article
    if bound + 1 not in at or words[bound].tag is not Tag.PREPOSITION:
        return end
    complement = found[at[bound + 1]]
    office = common and grammar.is_person(words[group.head].lemma) and not _is_told(words, bound, complement, grammar)
    binds = words[bound].form in grammar.of or (office and words[bound].form in grammar.binding)
    return complement.whole if binds else end
