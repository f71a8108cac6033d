"""Who answers in an interview: who is named before an answer, else who is announced before the first question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.extract.chains.actors import Actor, Resolution, Told, Voice
from briefing.extract.chains.antecedents import SUBJECT
from briefing.extract.speech.quotations import ANSWER
from briefing.extract.speech.talk import Talk
from briefing.model.annotation import Quotation
from briefing.model.span import Span


def answering(talk: Talk) -> Mapping[int, Resolution]:
    """Who says each answer of an article, by where it begins."""
    rows = [row for row in talk.reading.quotations if row.rule.endswith(ANSWER)]
    if not rows:
        return {}
    opening = sum(syntax.span.end <= rows[0].start for syntax in talk.sentences)
    told = [t for n in range(opening) for t in talk.chains.told.in_sentence(n)]
    people = [t for t in told if t.actor.voice is Voice.PERSON and t.actor.named and not t.actor.members]
    labels = [_named_before(talk, row, people) for row in rows]
    announced = _announced(talk.chains.title, people, labels)
    found: dict[int, Resolution] = {}
    said, end = announced, 0
    for row, label in zip(rows, labels, strict=True):
        asked = any(c.isalnum() for c in talk.reading.text[end : row.start])
        said = Resolution(label) if label else announced if asked else said
        found[row.start], end = said, row.end
    return found


def _named_before(talk: Talk, row: Quotation, people: Iterable[Told]) -> Actor | None:
    """« [Anne Petit] : « Oui. » », « [A. P.] : Oui. »."""
    names, text = talk.chains.names, talk.reading.text
    label = Span(text.rfind("\n", 0, row.start) + 1, row.start)
    initials = [c for c in label.of(text) if c.isalpha()]
    meant = [t.actor for t in people if [word[0] for word in t.actor.name.split()] == initials]
    return next(iter(meant), None) or next((names.actor(m, "") for m in names.mentions_in(label)), None)


def _announced(title: str, people: Sequence[Told], labels: Iterable[Actor | None]) -> Resolution:
    """The only one whom a label, the title, or the lines before the first answer name, as their subject if need be."""
    answering, announced = [*filter(None, labels)], [t.actor for t in people]
    titled = [actor for actor in announced if actor.name in title]
    acting = [t.actor for t in people if t.rank <= SUBJECT]
    for actors in (answering,) if answering else (titled, announced, acting):
        distinct = {actor.key: actor for actor in actors}
        if len(distinct) == 1:
            return Resolution(next(iter(distinct.values())))
    return Resolution(None, tuple(dict.fromkeys(actor.name for actor in answering or announced)))
