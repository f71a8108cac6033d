"""Who is said to be what: the ways in which an article tells the role that somebody holds, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.extract.analysis.syntax import Clause, NounGroup, Syntax, Tag, VerbGroup, Word
from briefing.extract.chains.actors import Actor, ChainWords, Role, Voice
from briefing.extract.chains.groups import coordination
from briefing.extract.chains.names import PEOPLE, Names
from briefing.extract.chains.nouns import noun_of
from briefing.model.annotation import EntityType, Mention
from briefing.model.entity import Entity


class Holder(Struct, frozen=True):
    """Somebody and a role that they hold."""

    at: int
    """Where the text names them; -1 for what the project tells."""
    role: Role
    actor: Actor


def role_of(words: ChainWords, syntax: Syntax, number: int) -> Role:
    """The role that a noun group names."""
    group = syntax.nouns[number]
    apposed = {i for g in syntax.nouns if g.apposed_to == number for i in range(g.first, g.last)}
    inside = [i for i in range(group.first, group.whole) if i not in apposed and i != group.head]
    telling = [i for i in inside if syntax.words[i].tag in _TELLING and syntax.words[i].kind != "when"]  # « de 29 ans »
    qualities = frozenset(syntax.words[i].lemma for i in telling if i < group.last) - words.passing
    complements = frozenset(syntax.words[i].lemma.lower() for i in telling if i >= group.last)
    told = any(_tells_which(syntax.words[i]) for i in inside if i >= group.last)
    former = any(syntax.words[i].kind == "former" for i in inside)
    head = noun_of(syntax.words[group.head])
    gender = "" if head in words.called else group.gender
    for complement in sorted(complements | qualities):
        office = words.periphrases.get((head, complement))
        if office is not None:
            return Role(office, qualities - {complement}, complements - {complement}, group.gender, former=former)
    return Role(head, qualities, complements, gender, told, former)


def _tells_which(word: Word) -> bool:
    """« maire [de Loos] », « directeur [de l'usine] »: a complement that is known says which one; « de 23 ans » not."""
    return word.tag in (Tag.DETERMINER, Tag.NAME) or word.kind == "contracted"


_TELLING = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PARTICIPLE})


def offices(names: Names, register: Sequence[Entity]) -> Iterator[Holder]:
    """What the project and the article say that somebody is."""
    yield from _registered(names.words, register)
    for syntax in names.everywhere:
        yield from _described(names, syntax)
        yield from _addressed(names, syntax)
        yield from _leading(names, syntax)


def parts(names: Names) -> Iterator[Holder]:
    """What somebody only is in what the article tells: who made a work, who « est jugé »."""
    before: Syntax | None = None
    for syntax in names.everywhere:
        yield from _makers(names, syntax)
        yield from _acting(names, syntax, before)
        before = syntax


def bodies(names: Names) -> Iterator[Holder]:
    """Bodies whose name begins with what they are: « la préfecture du Rhône » is « la préfecture »."""
    for syntax in names.everywhere:
        for number, group in enumerate(syntax.nouns):
            head = syntax.words[group.head]
            is_body = head.tag is Tag.NOUN and names.words.voice(head.lemma) is Voice.BODY
            mention = names.own_mention(syntax, group) if is_body else None
            if mention is not None:
                role = role_of(names.words, syntax, number)
                yield Holder(mention.start, role, names.actor(mention, role.gender))


def _registered(words: ChainWords, register: Sequence[Entity]) -> Iterator[Holder]:
    for entity in register if words.parse else ():
        for text in entity.roles:
            syntax = words.parse(text) if words.parse else None
            if syntax and syntax.nouns:
                voice = Voice.PERSON if entity.type is EntityType.PERSON else Voice.BODY
                actor = Actor(entity.name, entity.id, voice, syntax.nouns[0].gender, "s", named=True)
                yield Holder(-1, role_of(words, syntax, 0), actor)


def _described(names: Names, syntax: Syntax) -> Iterator[Holder]:
    """« Anne Petit, [maire] », « Anne Petit est [maire] »."""
    for number, other in (*_apposed(syntax), *_equated(names.words, syntax)):
        voice = names.words.voice(syntax.words[syntax.nouns[number].head].lemma)
        mention = names.own_mention(syntax, syntax.nouns[other]) if voice is not None else None
        if mention is not None and mention.type in (PEOPLE if voice is Voice.PERSON else _BODIES):
            role = role_of(names.words, syntax, number)
            yield Holder(mention.start, role, names.actor(mention, role.gender))


def _apposed(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """The numbers of a common noun group and of the name that it is set against."""
    for number, group in enumerate(syntax.nouns):
        if group.apposed_to is not None:
            common = syntax.words[group.head].tag is Tag.NOUN
            yield (number, group.apposed_to) if common else (group.apposed_to, number)


def _equated(words: ChainWords, syntax: Syntax) -> Iterator[tuple[int, int]]:
    """« Anne Petit est [maire] », « a été élue [maire] »."""
    for clause in syntax.clauses:
        verb = syntax.verb_of(clause)
        if verb is None or clause.subject is None or verb.negated:
            continue
        if verb.lemma in (words.naming if verb.passive else words.being):
            free = (n for n, group in enumerate(syntax.nouns) if group.preposition is None)
            said = next((n for n in free if syntax.nouns[n].first == verb.last), None)
            if said is not None and syntax.words[syntax.nouns[said].head].tag is Tag.NOUN:
                yield said, clause.subject


def _addressed(names: Names, syntax: Syntax) -> Iterator[Holder]:
    """What a title tells of a person's trade: « Me Jean Veil » is « l'avocat »."""
    for group in syntax.nouns:
        before = syntax.words[group.first - 1].form if group.first else ""
        opening = syntax.words[group.first].form
        trade = names.words.trades.get(before) or names.words.trades.get(opening)
        if trade is not None:
            yield from _called(names, syntax, group, trade)


def _leading(names: Names, syntax: Syntax) -> Iterator[Holder]:
    """« Anne Petit préside le club », « le club, présidé par Anne Petit, »: she is « la présidente du club »."""
    for clause in syntax.clauses:
        verb = syntax.verb_of(clause)
        noun = names.words.leading.get(verb.lemma) if verb is not None and not verb.negated else None
        if verb is not None and noun is not None:
            leader, led = clause.subject, _object(syntax, clause)
            if verb.passive:
                leader, led = _agent(names, syntax, verb), syntax.subject_of(clause)
            for number in coordination(syntax, leader) if leader is not None else ():
                yield from _called(names, syntax, syntax.nouns[number], noun, led)


def _agent(names: Names, syntax: Syntax, verb: VerbGroup) -> int | None:
    """« présidé [par Anne Petit] »."""
    by = syntax.words[verb.last].form if verb.last < len(syntax.words) else ""
    return next((n for n, g in enumerate(syntax.nouns) if by == names.words.by and g.preposition == verb.last), None)


def _object(syntax: Syntax, clause: Clause) -> NounGroup | None:
    """What stands behind the verb; « [le club], que préside Anne Petit, »."""
    if clause.opener is not None and syntax.words[clause.opener].kind == "direct":
        end = clause.first - (syntax.words[clause.first - 1].tag is Tag.COMMA)
        return next((group for group in syntax.nouns if group.whole == end), None)
    return next(syntax.objects_of(clause), None)


def _makers(names: Names, syntax: Syntax) -> Iterator[Holder]:
    """« le troisième film [d'Anne Petit] », « « Les Quais », [d'Anne Petit] », « [Anne Petit] signe un film »."""
    makers = names.words.makers
    for group in syntax.nouns:
        head = syntax.words[group.head]
        any_maker = sorted(set(makers.values())) if head.tag is Tag.QUOTATION else ()
        for noun in (makers[head.lemma],) if head.lemma in makers else any_maker:
            yield from _called(names, syntax, _owner(syntax, group), noun)
    for clause in syntax.clauses:
        verb = syntax.verb_of(clause)
        making = verb is not None and not verb.negated and verb.lemma in names.words.making
        work = _object(syntax, clause) if making else None
        made = makers.get(syntax.words[work.head].lemma) if work is not None else None
        if made is not None:
            yield from _called(names, syntax, syntax.subject_of(clause), made)


def _owner(syntax: Syntax, group: NounGroup) -> NounGroup | None:
    """Whose a work is: the group behind « de »."""
    first = group.last + 1 + (group.last < len(syntax.words) and syntax.words[group.last].tag is Tag.COMMA)
    owner = next((g for g in syntax.nouns if g.first == first), None)
    return owner if owner is not None and owner.preposition == first - 1 else None


def _acting(names: Names, syntax: Syntax, before: Syntax | None) -> Iterator[Holder]:
    """What somebody is called by what happens to them: « [Paul Mercier] comparaît », « Il est jugé »."""
    for clause in syntax.clauses:
        verb = syntax.verb_of(clause)
        if verb is not None and not verb.negated:
            called = (names.words.undergoing if verb.passive else names.words.becoming).get(verb.lemma)
            subject = syntax.subject_of(clause)
            if called is None or subject is None:
                continue
            yield from _called(names, syntax, subject, called)
            if before is not None and names.nouns.takes_up(syntax, subject):
                yield from _called(names, before, _only_person(names, before), called)


def _only_person(names: Names, syntax: Syntax) -> NounGroup | None:
    """« [Anne Petit] entre. Elle est jugée … »: the only person whom a sentence names."""
    found = [(group, _person_named(names, syntax, group)) for group in syntax.nouns]
    people = {names.actor(mention, "").key: group for group, mention in found[::-1] if mention is not None}
    return next(iter(people.values())) if len(people) == 1 else None


def _called(
    names: Names, syntax: Syntax, group: NounGroup | None, noun: str, of: NounGroup | None = None
) -> Iterator[Holder]:
    """The person whom a group names, by a noun with what it is of as its complement."""
    mention = _person_named(names, syntax, group) if group is not None else None
    if mention is not None:
        complement = syntax.words[of.first : of.whole] if of is not None else ()
        complements = frozenset(word.lemma.lower() for word in complement if word.tag in _TELLING)
        yield Holder(mention.start, Role(noun, frozenset(), complements, ""), names.actor(mention, ""))


def _person_named(names: Names, syntax: Syntax, group: NounGroup) -> Mention | None:
    """« [Anne Petit] », « l'ancienne directrice, [Anne Petit], »: by the group itself or set against it."""
    groups = (group, *names.apposed(syntax, syntax.nouns.index(group)))
    mentions = (names.own_mention(syntax, one) for one in groups)
    return next((mention for mention in mentions if mention is not None and mention.type in PEOPLE), None)


_BODIES = frozenset({EntityType.ORGANISATION, EntityType.OTHER, EntityType.PLACE})
