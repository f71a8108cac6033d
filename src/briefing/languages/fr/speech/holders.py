"""Who holds which role: « Volodymyr Zelensky » is « le président ukrainien », when the article says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import islice
from typing import NamedTuple

from briefing.languages.fr.speech.names import Names
from briefing.languages.fr.speech.syntax.backward import nearest
from briefing.languages.fr.speech.syntax.grammar import Tag, classes, grammar, offices
from briefing.languages.fr.speech.syntax.groups import Group, Words, after, form_at, tag_at
from briefing.languages.fr.speech.syntax.voices import Voice, gender, head, voice_of
from briefing.languages.fr.speech.syntax.words import words
from briefing.model.span import Span

_TITLE = re.compile(r"\b(?P<title>MM?\.|Mme|Mlle|monsieur|madame) (?:[\w'-]+ )?$", re.IGNORECASE)
_NEAR = 120
_MOST = 3000
"""Places where a name stands that are looked at: more tell nothing new."""


class Role(NamedTuple):
    """« président ukrainien de la Cour »: head, adjectives, and the words of its complements."""

    head: str
    qualities: frozenset[str]
    complements: frozenset[str]
    gender: str | None


class Holder(NamedTuple):
    """A role that the article, or the project, gives somebody, and where (-1: everywhere)."""

    name: str
    entity: str | None
    role: Role
    at: int


def role_of(inside: Words, group: Group) -> Role | None:
    """The role that a noun group names."""
    found = head(inside, group)
    if found is None:
        return None
    telling = [w for w in inside[group.first : group.last] if w.form not in grammar("empty") and w is not found]
    first = next((i for i in range(*group) if inside[i].start > found.start and inside[i].tag is Tag.PREPOSITION), None)
    border = inside[first].start if first is not None else inside[group.last - 1].end
    kinds = (Tag.WORD, Tag.NAME, Tag.PARTICIPLE)
    qualities = frozenset(w.form for w in telling if w.tag in kinds and found.end < w.end <= border)
    complements = frozenset(w.form for w in telling if w.tag in kinds and w.start >= border)
    return _office(Role(found.form, qualities, complements, gender(inside, group)))


def _office(role: Role) -> Role:
    """« chef de l'État » → « président »."""
    for name, office in offices():
        if name[0] == role.head and set(name[1:]) == role.complements:
            return Role(office[0], role.qualities, frozenset(office[1:]), role.gender)
    return role


class Holders:
    """The roles that an article gives people and bodies, found when first asked."""

    def __init__(self, text: str, names: Names) -> None:
        self._text = text
        self._names = names

    def of(self, role: Role, at: int) -> Holder | None:
        """Who « le dirigeant nord-coréen » is at an offset: the last person named before who holds that role."""
        same = [holder for holder in self._by_head[role.head] if _fits(role, holder)]
        if same:
            return _last_before(same, at) or same[0]
        alike = [h for head in _alike(role.head) for h in self._by_head[head] if _fits(role, h)]
        return _last_before(sorted(alike, key=lambda holder: holder.at), at)

    @cached_property
    def _by_head(self) -> defaultdict[str, list[Holder]]:
        found: defaultdict[str, list[Holder]] = defaultdict(list)
        for holder in (*self._from_register(), *self._from_text()):
            found[holder.role.head].append(holder)
        return found

    def _from_register(self) -> Iterator[Holder]:
        for entity in self._names.register():
            for text in entity.roles:
                if role := _named_role(text):
                    yield Holder(entity.name, entity.id, role, -1)

    def _from_text(self) -> Iterator[Holder]:
        for named in islice(self._names.named(), _MOST):
            for role, is_office in self._roles_at(named.span.start, named.span.end):
                if named.is_person or not is_office:
                    yield Holder(named.name, named.entity, role, named.span.start)

    def _roles_at(self, start: int, end: int) -> Iterator[tuple[Role, bool]]:
        """The roles in front of a name and behind it, and whether they are people's."""
        line = self._text.rfind("\n", 0, start) + 1
        opening = max(line, self._text.find(" ", max(0, start - _NEAR), start) if start - line > _NEAR else line)
        inside = words(self._text, Span(opening, min(len(self._text), end + _NEAR)))
        k = next((i for i, word in enumerate(inside) if word.end > start), None)
        last = next((i for i, word in enumerate(inside) if word.start >= end), len(inside))
        if k is None:
            return
        for group in (_in_front(inside, k, last), _behind(inside, last)):
            if group and (role := role_of(inside, group)):
                yield role, _is_role(inside, group)

    def gender(self, name: str) -> str | None:
        """The gender, m or f, that a title, a role or the first name tells."""
        return self._genders.get(name)

    @cached_property
    def _genders(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for named in islice(self._names.named(), _MOST):
            name, start = named.name, named.span.start
            title = _TITLE.search(self._text, max(0, start - 30), start)
            first = name.split(" ")[0].lower()
            if title:
                found[name] = "f" if title["title"].lower() in {"mme", "mlle", "madame"} else "m"
            elif first in grammar("masculine_name") or first in grammar("feminine_name"):
                found.setdefault(name, "m" if first in grammar("masculine_name") else "f")
        for holders in self._by_head.values():
            for holder in holders:
                if holder.role.gender:
                    found.setdefault(holder.name, holder.role.gender)
        return found


@cache
def _named_role(text: str) -> Role | None:
    """The role that a register's words name; every article of a project asks for the same ones."""
    inside = words(text, Span(0, len(text)))
    return role_of(inside, Group(0, len(inside))) if inside else None


def _in_front(inside: Words, k: int, last: int) -> Group | None:
    """« le président ukrainien [Zelensky] », « la ministre des Affaires étrangères, [Choe Son Hui], »."""
    if tag_at(inside, k - 1) is Tag.WORD:
        group = nearest(inside, k)
        return group if group and (_is_role(inside, group) or _is_plain(inside, group)) else None
    if form_at(inside, k - 1) != "," or tag_at(inside, last) not in (None, Tag.COMMA, Tag.STOP):
        return None
    group = nearest(inside, k - 1)
    definite = group is not None and form_at(inside, group.first) in grammar("definite")
    return group if group and definite and _is_role(inside, group) else None


def _behind(inside: Words, last: int) -> Group | None:
    """« [Jeanne Morel], directrice de l'institut », « [Kim Jong-un], le dirigeant nord-coréen »."""
    group = after(inside, last + 1) if tag_at(inside, last) is Tag.COMMA else None
    closed = group is not None and tag_at(inside, group.last) not in (Tag.VERB, Tag.CLITIC, Tag.NEGATION)
    return group if group and closed and _is_role(inside, group) else None


def _is_plain(inside: Words, group: Group) -> bool:
    """« le leader [Kim Jong Un] », « l'ONG [Greenpeace] »: an article and a word or two."""
    return 1 < group.last - group.first < 4 and all(word.tag is not Tag.PREPOSITION for word in inside[slice(*group)])


def _is_role(inside: Words, group: Group) -> bool:
    return voice_of(inside, group) in (Voice.PERSON, Voice.EXPERT)


def _last_before(holders: list[Holder], at: int) -> Holder | None:
    before = [holder for holder in holders if holder.at < at]
    return before[-1] if before else None


def _fits(role: Role, holder: Holder) -> bool:
    """Whether no word of the role speaks against that holder."""
    known = holder.role
    if role.gender and known.gender and role.gender != known.gender:
        return False
    one_inside_the_other = role.qualities <= known.qualities or known.qualities <= role.qualities
    return one_inside_the_other and role.complements <= known.complements | known.qualities


def _alike(noun: str) -> list[str]:
    """Other nouns for the same office, sorted."""
    return sorted({word for line in classes("alike") if noun in line for word in line} - {noun})
