"""Noun groups of a tagged sentence with their complements and appositions, by a grammar given as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.extract.syntax import NounGroup, Tag, Word


@dataclass(frozen=True, kw_only=True)
class GroupWords:
    """The lemmas and kinds by which a language's groups are told."""

    having: str
    """The auxiliary of compound tenses: « avoir », “have”."""
    being: str
    """The auxiliary of the passive: « être », “be”."""
    been: frozenset[str] = frozenset()
    """The participles of both, which stand between: « a [été] livré »."""
    moving: frozenset[str] = frozenset()
    """Verbs whose compound tenses take `being`: « est parti » is no passive."""
    of: frozenset[str] = frozenset()
    """Prepositions that bind a complement to any noun: « de »."""
    binding: frozenset[str] = frozenset()
    """Prepositions that bind one to a common noun: « ministre [aux] Sports »."""
    is_person: Callable[[str], bool] = lambda _: True
    """Whether a common noun, by lemma, may say who a person is."""
    is_body: Callable[[str], bool] = lambda _: True
    """Whether it may say what a body is."""


_BEFORE_HEAD = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER})
_HEADS = frozenset({Tag.NOUN, Tag.NAME, Tag.QUOTATION})
_PRONOUNS = frozenset({Tag.SUBJECT, Tag.PRONOUN})
_BEHIND_HEAD = frozenset({Tag.ADJECTIVE, Tag.PARTICIPLE})


def noun_groups(words: Sequence[Word], grammar: GroupWords) -> tuple[NounGroup, ...]:
    """The noun groups in order, with complements and appositions."""
    bare: list[NounGroup] = []
    i = 0
    while i < len(words):
        group = _bare(words, i, grammar) if words[i].tag in _STARTS else None
        if group is None:
            i += 1
            continue
        bare.append(group)
        i = group.last
    return _bound(words, bare, grammar)


_STARTS = _BEFORE_HEAD | _HEADS | _PRONOUNS


def _bare(words: Sequence[Word], first: int, grammar: GroupWords) -> NounGroup | None:
    """The group that begins at a word, without complements."""
    if words[first].tag in _PRONOUNS:
        return _group(words, first, first, first + 1)
    head = _head(words, first)
    if head is None:
        return None
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
    of_body = first > 0 and words[first - 1].tag is Tag.NOUN and grammar.is_body(words[first - 1].lemma)
    return words[i].kind == "given" and ((bool(opening.capital) and opening.tag is Tag.DETERMINER) or of_body)


def _head(words: Sequence[Word], first: int) -> int | None:
    """The noun of a group; of « les deux autres » the last word."""
    i = first
    end = len(words)
    while i < end and (words[i].tag in _BEFORE_HEAD or _inside(words, i, first)):
        i += 1
    if i < end and words[i].tag in _HEADS:
        return i
    last = words[i - 1].tag if i > first else None
    return i - 1 if last in (Tag.ADJECTIVE, Tag.NUMBER) and words[first].tag in (Tag.DETERMINER, Tag.NUMBER) else None


def _inside(words: Sequence[Word], i: int, first: int) -> bool:
    """An adverb or participle between determiner and noun: « le [très] discret archiviste »."""
    if i == first or i + 1 >= len(words):
        return False
    if words[i].tag is Tag.ADVERB:
        return words[i + 1].tag in (Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.NUMBER)
    return words[i].tag is Tag.PARTICIPLE and words[i + 1].tag is Tag.NOUN


def _behind(words: Sequence[Word], head: int) -> int:
    """Where the adjectives and participles behind a head end: « une hausse [très nette] »."""
    last = head + 1
    noun = words[head]
    while last < len(words):
        i = last + 1 if words[last].tag is Tag.ADVERB and last + 1 < len(words) else last
        if words[i].tag not in _BEHIND_HEAD or clash(noun, words[i]):
            break
        last = i + 1
    return last


def clash(one: Word, other: Word) -> bool:
    """Whether two words cannot agree in gender and number."""
    number = one.number and other.number and one.number != other.number
    return bool(number or (one.gender and other.gender and one.gender != other.gender))


def _group(words: Sequence[Word], first: int, head: int, last: int) -> NounGroup:
    determiner = next((i for i in range(first, head) if words[i].tag is Tag.DETERMINER), None)
    before = words[first - 1] if first else None
    preposition = first - 1 if before is not None and before.tag is Tag.PREPOSITION else None
    gender, number = words[head].gender, words[head].number
    for i in range(first, head):
        gender = gender or words[i].gender
        number = words[i].number or number
    if preposition is not None and determiner is None:
        gender, number = gender or words[preposition].gender, number or words[preposition].number
    return NounGroup(first, last, head, determiner, preposition, gender, number, last)


def _bound(words: Sequence[Word], bare: list[NounGroup], grammar: GroupWords) -> tuple[NounGroup, ...]:
    """The groups with their complements: from the right, so that each knows where the one behind it ends."""
    at = {group.first: n for n, group in enumerate(bare)}
    found = list(bare)
    for n in range(len(bare) - 1, -1, -1):
        head = words[found[n].head]
        when = head.kind in ("when", "digits")
        found[n] = found[n]._replace(whole=_whole(words, found, at, n, grammar), when=when)
    for n in range(1, len(found)):
        found[n] = _related(words, found, n, grammar)
    return tuple(found)


def _whole(words: Sequence[Word], found: list[NounGroup], at: dict[int, int], n: int, grammar: GroupWords) -> int:
    group = found[n]
    if words[group.head].tag in _PRONOUNS and words[group.head].tag is not Tag.PRONOUN:
        return group.last
    common = words[group.head].tag is Tag.NOUN
    end = group.last
    while end < len(words):
        word = words[end]
        named = word.tag is Tag.NAME or (
            word.capital and word.tag is Tag.DETERMINER
        )  # « le sénateur [Les] Républicains »
        if named and (common or end > group.last) and end in at:
            end = found[at[end]].whole
            continue
        bound = end + (word.tag is Tag.COORDINATOR and end > group.last)
        one_of = end == group.last and words[group.head].tag is Tag.PRONOUN  # « l'un [des] plaidants »
        if (bound > end or one_of) and bound in at and words[bound].form in grammar.of:
            end = found[at[bound]].whole  # « de la Mer et [des] Ports », where « des » reads as an article
            continue
        if bound + 1 >= len(words) or words[bound].tag is not Tag.PREPOSITION or bound + 1 not in at:
            return end
        bound_by = words[bound].form
        told = words[bound].kind != "contracted" and words[found[at[bound + 1]].head].kind == "acronym"  # « à l'AFP »
        office = common and not told and grammar.is_person(words[group.head].lemma)
        if bound_by not in grammar.of and not (office and bound_by in grammar.binding):
            return end
        end = found[at[bound + 1]].whole
    return end


def _related(words: Sequence[Word], found: list[NounGroup], n: int, grammar: GroupWords) -> NounGroup:
    """What the group says of an earlier one, or to which it is joined."""
    group = found[n]
    if words[group.head].tag is Tag.SUBJECT or group.first == 0:
        return group
    before = words[group.first - 1]
    if (
        group.preposition is None
        and words[group.head].tag is Tag.NAME
        and before.tag not in (Tag.COMMA, Tag.COORDINATOR)
    ):
        around = [
            k for k in range(max(0, n - _LIST), n) if found[k].whole >= group.last and found[k].last <= group.first
        ]
        titles = [k for k in around if _is_title(words, found[k], grammar)]
        people = [k for k in titles if grammar.is_person(words[found[k].head].lemma)]
        whole_name = words[group.head].kind == "given" or (
            group.last - group.head > 1 and words[group.head].kind != "acronym"
        )
        if whole_name and people:
            return group._replace(apposed_to=people[-1])
        if titles:
            return group._replace(apposed_to=titles[-1] if found[titles[-1]].last == group.first else titles[0])
    earlier = _ending_at(found, n, _past_bracket(words, group.first - 1 - (group.preposition is not None)))
    if earlier is None:
        return group
    joint = words[group.first - 1 - (group.preposition is not None)]
    if joint.tag is Tag.COMMA and group.preposition is None and _says_more(words, found[earlier], group, grammar):
        return group._replace(apposed_to=earlier)
    if joint.tag is Tag.COORDINATOR or (joint.tag is Tag.COMMA and _listed(words, found[earlier], group)):
        alike = group.preposition is not None or words[group.head].tag is not Tag.PRONOUN
        inherited = group.preposition if group.preposition is not None else _inherited(words, found[earlier], group)
        return group._replace(joined_to=earlier if alike else None, preposition=inherited)
    return group


def _past_bracket(words: Sequence[Word], end: int) -> int:
    """« la cheffe des députés [(LFI)], Mathilde Panot »: back over what stands in brackets."""
    if end > 0 and words[end - 1].form == ")":
        opening = next((i for i in range(end - 2, max(-1, end - _LIST), -1) if words[i].form == "("), end)
        return opening
    return end


def _listed(words: Sequence[Word], earlier: NounGroup, group: NounGroup) -> bool:
    """« Paris, [Lyon] et Nantes »: a comma only joins what is alike, in a list that goes on to its « et »."""
    if words[earlier.head].tag is not words[group.head].tag or bool(earlier.determiner) != bool(group.determiner):
        return False
    if earlier.first and words[earlier.first - 1].tag is Tag.COORDINATOR:
        return False
    for i in range(group.whole, min(len(words), group.whole + _LIST)):
        if words[i].tag is Tag.COORDINATOR:
            return words[i - 1].tag is not Tag.COMMA
        if words[i].tag not in _IN_LIST:
            return False
    return False


_LIST = 24
"""Words of a list that are looked at for its « et »."""
_IN_LIST = _BEFORE_HEAD | _HEADS | {Tag.COMMA}


def _is_title(words: Sequence[Word], group: NounGroup, grammar: GroupWords) -> bool:
    """« le ministre de l'Économie Bruno Petit »: the name is the minister's, not the economy's."""
    head = words[group.head]
    return (
        head.tag is Tag.NOUN and group.number != "p" and (grammar.is_person(head.lemma) or grammar.is_body(head.lemma))
    )


def _ending_at(found: list[NounGroup], n: int, end: int) -> int | None:
    """The outermost earlier group that ends at a word."""
    ending = [k for k in range(max(0, n - 8), n) if found[k].whole == end]
    return ending[0] if ending else None


def _says_more(words: Sequence[Word], earlier: NounGroup, group: NounGroup, grammar: GroupWords) -> bool:
    """« Anne Petit, [ministre], »; « le ministre, [Paul Arnoux], »: a name against a common noun, between two marks."""
    tags = (words[earlier.head].tag, words[group.head].tag)
    if tags == (Tag.NOUN, Tag.NOUN) and group.last < len(words) and words[group.last].tag is Tag.NAME:
        return _is_title(words, earlier, grammar) and _is_title(words, group, grammar) and _is_closed(words, group)
    if tags not in ((Tag.NAME, Tag.NOUN), (Tag.NOUN, Tag.NAME), (Tag.PRONOUN, Tag.NAME)):
        return False
    common = earlier if words[group.head].tag is Tag.NAME else group
    fits = words[common.head].tag is Tag.PRONOUN or _is_title(words, common, grammar)
    if common is group and earlier.preposition is not None and group.determiner is not None:
        return False  # « à Moscou, [la ministre] … »
    return fits and _is_closed(words, group)


def _is_closed(words: Sequence[Word], group: NounGroup) -> bool:
    after = words[group.whole].tag if group.whole < len(words) else Tag.STOP
    return after in _CLOSING


_CLOSING = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET, Tag.RELATIVE, Tag.COORDINATOR, Tag.QUOTATION, Tag.PREPOSITION})
"""What may stand behind an apposition: no verb, or the name is the subject."""


def _inherited(words: Sequence[Word], earlier: NounGroup, group: NounGroup) -> int | None:
    """« avec Paul et [Marie] »: the preposition counts for both, unless a verb follows."""
    follows = words[group.whole].tag if group.whole < len(words) else Tag.STOP
    verb = follows in (Tag.FINITE, Tag.NEGATION, Tag.CLITIC)
    return None if verb else earlier.preposition
