"""Antecedents: who of those told of before is meant by a pronoun, « les deux hommes », « la même source »."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.extract.analysis.syntax import ClauseKind, Syntax
from briefing.extract.chains.actors import NOBODY, Resolution, Told, Voice, agrees, together

SPEAKS, SUBJECT, CITED, OTHER = 0, 1, 2, 3
"""How prominent somebody is in a sentence: `CITED` is a body behind « selon »."""


def antecedent(told: Iterable[Told], gender: str, number: str) -> Resolution:
    """Of those told of, the nearest first: the one who agrees in the last sentence that has any, speakers first.

    Who was only mentioned does not come between a pronoun and who acted or spoke in the sentence before.
    """
    return most_prominent([t for t in told if agrees(t.actor, gender, number)])


def most_prominent(fitting: Sequence[Told]) -> Resolution:
    """Of those who fit, the nearest first, who is told of most prominently; or the names between which it is open."""
    acting = next((t.sentence for t in fitting if t.rank < CITED), None)
    nearest = fitting[0].sentence if fitting else 0
    sentence = acting if acting is not None and acting >= nearest - 1 else nearest
    last = [t for t in fitting if t.sentence == sentence]
    best = [t for t in last if t.rank == min(t.rank for t in last)]
    actors = {t.actor.key: t.actor for t in best}
    if len(actors) == 1 or (actors and best[0].rank == SPEAKS):
        return Resolution(best[0].actor) if best[0].actor.name else NOBODY
    return Resolution(None, tuple(dict.fromkeys(actor.name for actor in actors.values()))[::-1])


def goes_on(told: Sequence[Told], meant: Resolution, about: Resolution, since: int) -> bool:
    """« Anne Petit est morte, a dit sa fille, Zoé. Née à Lyon, [elle] … »: a pronoun goes on with whom all is about.

    Where she was told of since a sentence, and who would else be `meant` was only cited.
    """
    near = [t for t in told if t.sentence >= since]
    rival = [t for t in near if meant.actor and t.actor.key == meant.actor.key]
    is_told = any(about.actor and t.actor.key == about.actor.key for t in near)
    return is_told and bool(rival) and all(t.rank in (SPEAKS, CITED) for t in rival)


def others(told: Iterable[Told], syntax: Syntax, sentence: int, number: int) -> Iterator[Told]:
    """« Interrogée par Jeanne Roux, [elle] a nié »: those told of but in the participles of the pronoun itself."""
    own = [c for c in syntax.clauses if c.kind is ClauseKind.PARTICIPIAL and c.subject == number]
    return (t for t in told if t.sentence != sentence or not any(c.first <= t.word < c.last for c in own))


def speaker_meant(told: Sequence[Told], gender: str, number: str, inverted_in: int | None) -> Resolution:
    """« L'entreprise vend mal. « Nul n'y croyait », dit-elle »: people, or who spoke, then bodies, then documents.

    So it is behind the verb, in the sentence `inverted_in`, unless a body acts there: « La firme nie : tout, dit-elle,
    est faux ». Before its verb a pronoun goes on with the subject, be it a body: « [Elle] dit vendre mal ».
    """
    fitting = [t for t in told if agrees(t.actor, gender, number)]
    quiet = [t for t in fitting if t.rank != SPEAKS]
    acting = [t for t in quiet if t.sentence == inverted_in and t.rank == SUBJECT]
    free = inverted_in is None or any(t.actor.voice is Voice.BODY for t in acting)
    bodies = [] if free else [t for t in quiet if t.actor.voice is Voice.BODY]
    documents = [t for t in quiet if t.actor.voice is Voice.DOCUMENT]
    people = [t for t in fitting if t not in bodies and t not in documents]
    return next((most_prominent(some) for some in (people, bodies, documents) if some), NOBODY)


def concerned(told: Iterable[Told], gender: str, number: str) -> Resolution | None:
    """« l'intéressée »: the person of whom the text goes on, who did not speak if there is one."""
    people = [t for t in told if t.actor.voice is Voice.PERSON]
    silent = [t for t in people if t.rank != SPEAKS]
    meant = (antecedent(some, gender, number) for some in (silent, people))
    return next((found for found in meant if found.actor), None)


def two(told: Sequence[Told], voice: Voice | None, gender: str, joint: str) -> Resolution:
    """« les deux hommes »: the two told of together, else the only two who spoke or acted before."""
    pairs = (t.actor for t in told if len(t.actor.members) == _TWO and voice in (None, t.actor.voice))
    pair = next((actor for actor in pairs if agrees(actor, gender, "p")), None)
    if pair is not None:
        return Resolution(pair)
    apart = {t.actor.key: t.actor for t in told if t.rank != OTHER and t.actor.named and not t.actor.members}
    actors = list(apart.values())[::-1]
    for kind in (voice,) if voice else (Voice.PERSON, Voice.BODY, None):  # « tous deux » are alike, if any two are
        fitting = [actor for actor in actors if kind in (None, actor.voice)]
        if len(fitting) == _TWO:
            return Resolution(together(joint.join(actor.name for actor in fitting), tuple(fitting)))
    return Resolution(None, tuple(actor.name for actor in fitting)) if fitting else NOBODY


def one_of_two(told: Sequence[Told], before: int, place: int, gender: str) -> Resolution:
    """« le premier », « la seconde »: of the two named in the sentence `before`, or told of last.

    « Deux collègues ont parlé. Le premier … » names none of those told of.
    """
    if any(t.sentence == before and t.actor.number == "p" and not t.actor.members for t in told):
        return NOBODY
    named = {t.actor.key: t.actor for t in told[::-1] if t.sentence == before and t.actor.named and not t.member}
    pair = two(told, None, "", "").actor
    members = tuple(named.values()) if len(named) == _TWO else pair.members if pair is not None else ()
    one = members[place] if members else None
    return Resolution(one) if one is not None and agrees(one, gender, "s") else NOBODY


def same_source(told: Iterable[Told], number: str) -> Resolution | None:
    """« ces sources », « la même source »: the last that was told of, in as many."""
    sources = (t.actor for t in told if t.actor.voice is Voice.SOURCE and agrees(t.actor, "", number))
    return next(map(Resolution, sources), None)


_TWO = 2
