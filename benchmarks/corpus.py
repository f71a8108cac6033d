"""Made-up press of any size, from a fixed seed: the same count gives the same bytes.

Events happen at a place on a day; three to eight articles tell each of them, with the figures, quotations and distance
of their sources, some in other words. About five claims a kB, and links as real dossiers have them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

_BEGINNINGS = "Ar Bré Cor Dam Es Fon Gar Hau Lus Mar Mont Neu Or Pont Ram Sau Tour Val Vé Vil".split()  # noqa: SIM905 - read as a line
_MIDDLES = "a be ci di é fe ga li mo nan o ran sè ti ver".split()  # noqa: SIM905 - read as a line
_ENDINGS = "court gny lac lieu mont nay sac val vel zins".split()  # noqa: SIM905 - read as a line
_FIRST = ("Jeanne", "Karim", "Élodie", "Paul", "Inès", "Thomas", "Fatou", "Yves", "Lucie", "Antoine", "Nora", "Hugo")
_LAST = ("Morel", "Benali", "Castan", "Duval", "Ferrand", "Garnier", "Lemoine", "Marchetti", "Noblet", "Ravel", "Sorel")
_OFFICES = (
    "le maire",
    "la préfète",
    "le directeur de l'hôpital",
    "la ministre de la Santé",
    "le porte-parole des pompiers",
)
_OUTLETS = ("Le Courrier", "La Dépêche du Val", "L'Écho", "Le Journal", "Radio Val")
_EVENTS = (
    ("{n} personnes ont été évacuées de {place}", "habitants", "l'évacuation"),
    ("l'usine de {place} supprimera {n} emplois", "salariés", "le plan social"),
    ("{n} élèves sont privés de cantine à {place}", "parents", "la fermeture de la cantine"),
    ("la crue a inondé {n} maisons à {place}", "sinistrés", "la crue"),
    ("{n} manifestants ont défilé à {place}", "grévistes", "la manifestation"),
    ("l'incendie de {place} a détruit {n} hectares", "pompiers", "l'incendie"),
)
_TOLD = (
    "{Fact} {day}, selon {who}.",
    "{Who} affirme que {fact}.",
    "« Nous avons compté {n} {people} », a déclaré {who}.",
    "D'après une source proche du dossier, {fact}.",
    "{Who} dément que {fact}.",
    "Selon {other}, il y aurait {m} {people} concernés par {subject}.",
    "{Fact} {day}.",
    "{Who} a précisé que {subject} a coûté {m} euros à la commune.",
    "{Other} craint que {subject} ne dure jusqu'au {later}.",
    "« C'est inacceptable », a lancé {other} à {place}.",
    "Le conseil de {place} se réunira {later} pour parler de {subject}.",
    "À {place}, {m} {people} attendent encore une réponse, rapporte {outlet}.",
)
_AROUND = (
    "Dans cette partie du département où les mêmes questions reviennent à chaque saison depuis des années, ",
    "Au terme d'une longue semaine de réunions, d'appels et de visites dans les communes voisines, ",
    "Sur fond de tensions anciennes entre les services de l'État, les élus du canton et leurs administrés, ",
    "Comme souvent à cette époque de l'année dans les vallées les plus reculées de la région, ",
)
"""What the press says before it comes to the point, and what is no claim."""
_PER_EVENT = (3, 8)
_SHARED = 0.15
"""What part of an article its dossier tells elsewhere too."""
_DIFFER = 0.1
"""How often a source gives a figure of its own."""
_LENGTH = 5200
"""Characters of an article, about as in the press."""
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()  # noqa: SIM905 - read as a line


@dataclass(frozen=True, slots=True)
class _Event:
    fact: str
    people: str
    subject: str
    place: str
    number: int
    fewer: int
    """What is counted beside it: those concerned, what it cost."""
    day: date


def make_project(folder: Path, count: int, seed: int = 1) -> None:
    """A project of `count` articles under `folder`."""
    chance = random.Random(seed)  # noqa: S311 - a fixed seed, no secret
    (folder / "corpus").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Essai\n", "utf-8")
    settings = "site_name: Essai\ntheme: {name: material, language: fr, font: false}\nplugins: [search, briefing]\n"
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    event, left = _event(chance), 0
    for number in range(count):
        if left == 0:
            event, left = _event(chance), chance.randint(*_PER_EVENT)
        left -= 1
        (folder / f"corpus/a{number:05}.md").write_text(article(number, event, chance), "utf-8")


def _event(chance: random.Random) -> _Event:
    fact, people, subject = chance.choice(_EVENTS)
    day = date(2024, 1, 1) + timedelta(days=chance.randint(0, 700))
    return _Event(fact, people, subject, _place(chance), chance.randint(20, 9000), chance.randint(20, 900), day)


def _place(chance: random.Random) -> str:
    """One of 3,000 towns: as in the press, two events seldom share theirs, however many articles there are."""
    return "".join(chance.choice(part) for part in (_BEGINNINGS, _MIDDLES, _ENDINGS))


def article(number: int, event: _Event, chance: random.Random) -> str:
    """One article that tells an event, and around it what else is said there."""
    published = event.day + timedelta(days=chance.randint(0, 3))
    lines: list[str] = []
    while sum(map(len, lines)) < _LENGTH:
        told = event if chance.random() < _SHARED else _event(chance)
        lines.append(" ".join(_sentence(told, chance) for _ in range(chance.randint(2, 5))))
    title = f"{event.place} : {event.subject}, ce que l'on sait ({number})"
    outlet = chance.choice(_OUTLETS)
    head = f'---\ntitle: "{title}"\noutlet: "{outlet}"\npublished: {published.isoformat()}\n---\n\n'
    return head + "\n\n".join(lines) + "\n"


def _sentence(event: _Event, chance: random.Random) -> str:
    office, name = chance.choice(_OFFICES), f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    who = chance.choice((f"{office} de {event.place}", name, f"{name}, {office}"))
    n, m = event.number, event.fewer
    if chance.random() < _DIFFER:
        n, m = chance.randint(20, 9000), chance.randint(20, 900)
    fact = event.fact.format(n=n, place=event.place)
    other = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    told = chance.choice(_TOLD).format(
        fact=fact,
        Fact=fact[0].upper() + fact[1:],
        who=who,
        Who=who[0].upper() + who[1:],
        other=other,
        Other=other,
        n=n,
        m=m,
        people=event.people,
        subject=event.subject,
        place=event.place,
        day=_written(event.day),
        later=_written(event.day + timedelta(days=chance.randint(2, 60))),
        outlet=chance.choice(_OUTLETS),
    )
    if told.startswith(("«", *_FIRST)):
        return told
    return chance.choice(_AROUND) + told[0].lower() + told[1:]


def _written(day: date) -> str:
    return f"le {day.day} {_MONTHS[day.month - 1]} {day.year}"
