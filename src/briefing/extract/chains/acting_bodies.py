"""Whom the noun of a body means, « le club », « l'entreprise », « la direction »: the body that acted just before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.extract.analysis.syntax import Tag
from briefing.extract.chains.actors import Resolution, Role, Told, Voice
from briefing.extract.chains.names import Names
from briefing.model.annotation import EntityType, Mention


def acting_body(names: Names, told: Iterable[Told], sentence: int, role: Role) -> Resolution | None:
    """The body that alone acted; « « La CGT tiendra », clame l'organisation » may mean who is quoted.

    What kind of body it is must stand in its name: « la fédération [de parents] » is not the CGT.
    """
    before = names.sentence_before(sentence)
    acted = {t.actor.key: t.actor for t in told if t.sentence >= before}
    if len(acted) != 1:
        return None
    only = next(iter(acted.values()))
    others = dict.fromkeys(m.exact for m in _quoted(names, sentence) if (m.entity or m.exact) != only.key)
    if others:
        return Resolution(None, (only.name, *others))
    kind = role.qualities if role.told else role.qualities | role.complements
    return Resolution(only) if not kind or kind & set(only.name.lower().split()) else None


def owner(names: Names, told: Iterable[Told], sentence: int, *, again: bool) -> Resolution | None:
    """« Selon ses services », « la direction »: the body whose they are, if it alone acted just before.

    `again`: only one that the text goes on about, not one that it names there for the first time.
    """
    before = names.sentence_before(sentence)
    acted = {t.actor.key: t.actor for t in told if t.sentence >= before and t.actor.voice is Voice.BODY}
    if len(acted) != 1:
        return None
    (only,) = acted.values()
    start = names.sentences[max(before, 0)].span.start
    return Resolution(only) if not again or names.first_named.get(only.key, start) < start else None


def _quoted(names: Names, sentence: int) -> Iterator[Mention]:
    """The organisations that a sentence quotes somebody with."""
    spans = (word.span for word in names.sentences[sentence].words if word.tag is Tag.QUOTATION)
    yield from (m for span in spans for m in names.mentions_in(span) if m.type is EntityType.ORGANISATION)
