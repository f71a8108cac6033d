"""How noun groups stand to each other: « Anne Petit, ministre » is set against, « Paris et Lyon » are joined."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.extract.analysis.group_words import GroupWords
from briefing.extract.analysis.syntax import NounGroup, Tag, Word, clash


def related(words: Sequence[Word], found: list[NounGroup], n: int, grammar: GroupWords) -> NounGroup:
    """What the group says of an earlier one, or to which it is joined."""
    group = found[n]
    if words[group.head].tag is Tag.SUBJECT or group.first == 0:
        return group
    bearer = _title_before(words, found, n, grammar)
    if bearer is None:
        bearer = _past_relative(words, found, n, grammar)
    if bearer is not None:
        return replace(group, apposed_to=bearer)
    end = group.first - 1 - (group.preposition is not None)
    if words[end].tag not in _JOINTS:
        return group
    earlier = _ending_at(found, n, _past_adverb(words, _past_bracket(words, end)))
    if earlier is None:
        earlier = _past_apposition(words, found, n, end)
    if earlier is None:
        return group
    return _behind(words, found, n, _past_adjunct(words, found, n, earlier, grammar), grammar)


def _title_before(words: Sequence[Word], found: list[NounGroup], n: int, grammar: GroupWords) -> int | None:
    """« [la ministre de la Mer] Anne Petit »: the group right before a name that says who or what it is."""
    group = found[n]
    head, before = words[group.head], words[group.first - 1].tag
    if group.preposition is not None or head.tag is not Tag.NAME or before in (Tag.COMMA, Tag.COORDINATOR):
        return None
    around = (k for k in range(max(0, n - _LIST), n) if found[k].whole >= group.last and found[k].last <= group.first)
    titles = [k for k in around if _is_title(words, found[k], grammar) and not _is_bare_complement(words, found[k])]
    people = [k for k in titles if grammar.is_person(words[found[k].head].lemma)]
    if head.kind == "given":  # « raconte à [notre journal] Anne Petit »: ours is not called so
        titles = [k for k in titles if k in people or not _is_somebody_s(words, found[k])]
    whole_name = _is_whole_name(words, group)
    if not titles or (whole_name and people):
        return people[-1] if titles else None
    return titles[-1] if found[titles[-1]].last == group.first else titles[0]


def _is_somebody_s(words: Sequence[Word], group: NounGroup) -> bool:
    """« [notre] journal », « [son] cabinet »: whether a group has a possessive."""
    return group.determiner is not None and words[group.determiner].kind == "possessive"


def _is_whole_name(words: Sequence[Word], group: NounGroup) -> bool:
    """« Anne », « Fatou Diarra »: a first name, or a name of several words."""
    head = words[group.head]
    return head.kind == "given" or (head.tag is Tag.NAME and group.last - group.head > 1 and head.kind != "acronym")


def _past_relative(words: Sequence[Word], found: list[NounGroup], n: int, grammar: GroupWords) -> int | None:
    """« [le député] qui a déposé la loi, Paul Petit, »: the person of whom a relative without comma tells."""
    group, comma = found[n], found[n].first - 1
    named = _is_whole_name(words, group) and words[comma].tag is Tag.COMMA and group.preposition is None
    if not named or not _is_closed(words, group):
        return None
    back = range(comma - 1, max(0, comma - _LIST), -1)
    mark = next((i for i in back if words[i].tag in (Tag.RELATIVE, Tag.COMMA, Tag.STOP)), 0)
    told = _ending_at(found, n, mark) if words[mark].tag is Tag.RELATIVE else None
    person = told is not None and grammar.is_person(words[found[told].head].lemma)
    return told if person and not clash(found[told or 0], words[group.head]) else None


def _behind(words: Sequence[Word], found: list[NounGroup], n: int, earlier: int, grammar: GroupWords) -> NounGroup:
    """The group, set against an earlier one or joined to it by what stands between."""
    group = found[n]
    joint = words[group.first - 1 - (group.preposition is not None)]
    if joint.tag is Tag.COMMA and group.preposition is None and _says_more(words, found[earlier], group, grammar):
        return replace(group, apposed_to=earlier)
    if joint.tag is Tag.COORDINATOR or (joint.tag is Tag.COMMA and _listed(words, found[earlier], group)):
        alike = group.preposition is not None or words[group.head].tag is not Tag.PRONOUN
        inherited = group.preposition if group.preposition is not None else _inherited(words, found[earlier], group)
        return replace(group, joined_to=earlier if alike else None, preposition=inherited)
    return group


def _is_bare_complement(words: Sequence[Word], group: NounGroup) -> bool:
    """« le parti [d'extrême droite] AfD », « en conférence [de presse] »: a kind of body, or of thing."""
    before = words[group.first - 1]
    own = group.preposition == group.first - 1 and group.determiner is None
    return own and before.kind != "contracted"


def _past_adjunct(words: Sequence[Word], found: list[NounGroup], n: int, earlier: int, grammar: GroupWords) -> int:
    """Back over what a name cannot be to the person whom it may be.

    « son directeur [pour l'Europe], Hans Petit »: a thing; « une experte citée [par le juge], Anne Petit »: a man.
    """
    adjunct, name = found[earlier], words[found[n].head]
    other = bool(adjunct.gender and name.gender) and adjunct.gender != name.gender
    if (_is_title(words, adjunct, grammar) and not other) or name.tag is Tag.PRONOUN or adjunct.preposition is None:
        return earlier
    person = _ending_at(found, n, adjunct.preposition)
    office = person is not None and _is_title(words, found[person], grammar) and found[n].preposition is None
    return person if office and person is not None else earlier


def _past_bracket(words: Sequence[Word], end: int) -> int:
    """« la cheffe des députés [(LFI)], Mathilde Panot »: back over what stands in brackets."""
    if end > 0 and words[end - 1].form == ")":
        return next((i for i in range(end - 2, max(-1, end - _LIST), -1) if words[i].form == "("), end)
    return end


def _past_adverb(words: Sequence[Word], end: int) -> int:
    """« son ami [de toujours], Paul Petit »: back over a preposition and its adverb."""
    timeless = end > 1 and words[end - 1].tag is Tag.ADVERB and words[end - 2].tag is Tag.PREPOSITION
    return end - 2 if timeless else end


def _past_apposition(words: Sequence[Word], found: list[NounGroup], n: int, end: int) -> int | None:
    """« le maire, Paul Petit[, et] son adjointe »: whom the name between the commas is set against."""
    joins = end > 0 and words[end].tag is Tag.COORDINATOR and words[end - 1].tag is Tag.COMMA
    named = _ending_at(found, n, end - 1) if joins else None
    return found[named].apposed_to if named is not None else None


def _listed(words: Sequence[Word], earlier: NounGroup, group: NounGroup) -> bool:
    """« Paris, [Lyon] et Nantes »: a comma only joins what is alike, in a list that goes on to its « et »."""
    if words[earlier.head].tag is not words[group.head].tag:
        return False
    named = words[group.head].tag is Tag.NAME  # « l'AFP, [Reuters] et le Guardian »
    if not named and (earlier.determiner is None) != (group.determiner is None):
        return False
    if earlier.first and words[earlier.first - 1].tag is Tag.COORDINATOR:
        return False
    for i in range(group.whole, min(len(words), group.whole + _LIST)):
        if words[i].tag is Tag.COORDINATOR:
            subjects = earlier.preposition is not None and _verb_follows(words, i + 1)
            return words[i - 1].tag is not Tag.COMMA and not subjects
        if words[i].tag not in _IN_LIST:
            return False
    return False


def _verb_follows(words: Sequence[Word], i: int) -> bool:
    """« Selon la police, le maire et [la préfète sont] partis »: the list is a subject of its own."""
    while i < len(words) and words[i].tag is not Tag.COMMA and words[i].tag in _IN_LIST | {Tag.PREPOSITION}:
        i += 1
    return i < len(words) and words[i].tag in _VERBAL


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
    tags = (_tag(words, earlier), _tag(words, group))
    if tags in ((Tag.NOUN, Tag.NOUN), (Tag.PRONOUN, Tag.NOUN)) and _ends_with_name(words, group):
        one = earlier.preposition is None and _stands_for_one(words, earlier, grammar)  # « l'un d'eux, [le juge Roux] »
        both = (one or _is_title(words, earlier, grammar)) and _is_title(words, group, grammar)
        another = clash(earlier, group) and grammar.is_person(words[group.head].lemma)  # « le maire, [la juge Roux], »
        return both and not another and _is_closed(words, group)
    if tags not in ((Tag.NAME, Tag.NOUN), (Tag.NOUN, Tag.NAME), (Tag.PRONOUN, Tag.NAME)):
        return False
    common = earlier if tags[1] is Tag.NAME else group
    named = words[earlier.head if common is group else group.head]
    noun = words[common.head].lemma
    person = named.kind != "given" or grammar.is_person(noun) or grammar.is_either(noun)  # not « Anne, [une mission] »
    fits = _stands_for_one(words, common, grammar) or (_is_title(words, common, grammar) and person)
    place = named.kind != "given" and earlier.preposition is not None
    if common is group and place and group.determiner is not None:
        return False  # « à Moscou, [la ministre] … »
    return fits and _is_closed(words, group)


def _stands_for_one(words: Sequence[Word], group: NounGroup, grammar: GroupWords) -> bool:
    """« parmi [eux], Anne Petit », « ce [dernier], Paul Petit »: a word that tells of nobody by itself."""
    head = words[group.head]
    pointing = head.form in grammar.pointing and group.determiner is not None and group.preposition is None
    return group.number != "p" and (head.tag is Tag.PRONOUN or pointing)


def _tag(words: Sequence[Word], group: NounGroup) -> Tag:
    """What the head of a group is; « la société, [Films du Port], »: a bare noun with a capital is a name."""
    head = words[group.head]
    bare = group.determiner is None and group.first == group.head
    named = head.tag is Tag.NOUN and head.capital == 1 and bare and group.first > 0  # not « et PDG »
    return Tag.NAME if named else head.tag


def _ends_with_name(words: Sequence[Word], group: NounGroup) -> bool:
    """« l'avocate [Anne Petit] », « la capitaine de frégate [Anne Petit] »: a name stands right behind a noun."""
    if group.last < len(words) and words[group.last].tag is Tag.NAME:
        return True
    first = group.whole
    while first > group.last and words[first - 1].tag is Tag.NAME:
        first -= 1
    return group.whole - first > 1 and words[first - 1].tag is Tag.NOUN


def _is_closed(words: Sequence[Word], group: NounGroup) -> bool:
    after = words[group.whole].tag if group.whole < len(words) else Tag.STOP
    return after in _CLOSING


def _inherited(words: Sequence[Word], earlier: NounGroup, group: NounGroup) -> int | None:
    """« avec Paul et [Marie] »: the preposition counts for both, unless a verb follows."""
    follows = words[group.whole].tag if group.whole < len(words) else Tag.STOP
    return None if follows in _VERBAL else earlier.preposition


_JOINTS = frozenset({Tag.COMMA, Tag.COORDINATOR})
_LIST = 24
"""Words of a list that are looked at for its « et »."""
_IN_LIST = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME, Tag.QUOTATION, Tag.COMMA})
_VERBAL = frozenset({Tag.FINITE, Tag.NEGATION, Tag.CLITIC})
_CLOSING = frozenset({Tag.COMMA, Tag.STOP, Tag.BRACKET, Tag.RELATIVE, Tag.COORDINATOR, Tag.QUOTATION, Tag.PREPOSITION})
"""What may stand behind an apposition: no verb, or the name is the subject."""
