"""How events and treaties are named: « guerre en Syrie », « sommet de l'OTAN », « attentats du 13 novembre 2015 »."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.lexicon import adverbial
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.reach import Found, at_place, capitals, nation, noun, of_capitals, where, year
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType


def conflict(line: Line, first: int, i: int) -> Found:
    """« guerre en Ukraine », « conflit ukrainien », « guerre entre Israël et le Hamas »; « une guerre » is none yet."""
    if _is_indefinite(line, first):
        return None
    return _between(line, i) or at_place(line, i) or nation(line, i) or _pair(line, i) or _elsewhere(line, i)


def _is_indefinite(line: Line, first: int) -> bool:
    return first > 0 and line.words[first - 1].kind == "indefinite"


def _between(line: Line, i: int) -> Found:
    if line.form(i) != "entre":
        return None
    one = line.skip_article(i + 1)
    end = line.chain(one)
    if end == one or line.tag(end) is not Tag.COORDINATOR:
        return None
    other = line.skip_article(end + 1)
    last = line.chain(other)
    sides = sorted((line.surface(one, end).lower(), line.surface(other, last).lower())) if last > other else []
    return (last, tuple(sides)) if sides else None


def _pair(line: Line, i: int) -> Found:
    """« guerre Iran-Irak »: one word that begins with a known place."""
    if not line.capital(i) or "-" not in line.form(i):
        return None
    hit = line.hits.at.get(line.words[i].start)
    place = next((a.entity.id for a in hit.aliases if a.entity.type is EntityType.PLACE), None) if hit else None
    return (i + 1, (place,)) if place else None


def _elsewhere(line: Line, i: int) -> Found:
    found = where(line, i)
    return (found[0], (line.surface(found[0] - 1, found[0]).lower(),)) if found else None


def crisis(line: Line, first: int, i: int) -> Found:
    """A crisis is named by its country: « crise vénézuélienne », « crise en Haïti »."""
    if _is_indefinite(line, first):
        return None
    return (at_place(line, i) if line.of(i) is None else None) or nation(line, i)


def invasion(line: Line, _: int, i: int) -> Found:
    """« invasion russe », « invasion de l'Ukraine par la Russie »."""
    invader = nation(line, i)
    of = at_place(line, invader[0] if invader else i)
    if of is None:
        return invader
    agent = at_place(line, of[0]) if line.form(of[0]) == "par" else None
    return (agent[0] if agent else of[0]), of[1]


def accession(line: Line, first: int, i: int) -> Found:
    """« adhésion de la Finlande à l'Otan », « entrée dans l'Otan de la Finlande »: of a state, to a body."""
    if _is_indefinite(line, first):
        return None
    body = _body(line, i)
    who = nation(line, body or i) or (at_place(line, body or i) if line.of(body or i) is not None else None)
    if who is None:
        return None
    return (who[0] if body else _body(line, who[0]) or who[0]), who[1]


def _body(line: Line, i: int) -> int:
    """Where the body behind a preposition ends; 0 where there is none."""
    if line.tag(i) is not Tag.PREPOSITION or line.of(i) is not None:
        return 0
    known = line.known_as(line.skip_article(i + 1), EntityType.ORGANISATION)
    return known[0] if known else 0


def reform(line: Line, first: int, i: int) -> Found:
    """« la réforme des retraites »: the one that all speak of, by its matter; « une réforme de fond » is none."""
    start = line.of(i)
    bare = start == i + 1 and line.form(i)[-1] in "e'"
    if start is None or bare or _is_indefinite(line, first) or not noun(line, start):
        return None
    return line.adjectives(start + 1, line.words[start]), ()


def meeting(line: Line, _: int, i: int) -> Found:
    """A meeting is named by its place or its body: « forum de Davos », « congrès national du PS »."""
    return of_capitals(line, line.adjectives(i)) or capitals(line, i)


def summit(line: Line, first: int, i: int) -> Found:
    """A meeting: « sommet du G7 »; who is « au sommet de l'Etna » only stands there."""
    above = line.form(first - 1) == "au" and not line.words[first].capital
    return None if above and not _of_body(line, i) else meeting(line, first, i)


def _of_body(line: Line, i: int) -> bool:
    start = line.of(i)
    return start is not None and line.known_as(start, EntityType.ORGANISATION) is not None


def contest(line: Line, first: int, i: int) -> Found:
    """« championnat d'Espagne », « Coupe du monde de rugby », « Jeux olympiques de Paris 2024 », « Euro 2028 ».

    What it is about: its sport, year and place, empty where they are not said.
    """
    known = line.known_as(first, EntityType.EVENT)
    if known:
        end = known[0]
    elif line.form(i) == "du" and line.form(i + 1) == "monde":
        end = i + 2
    else:
        found = of_capitals(line, i)
        end = found[0] if found else i
    last, about = _edition(line, end)
    return (last, about) if last > i and (known is None or last > known[0]) else None


def _edition(line: Line, i: int) -> tuple[int, tuple[str, ...]]:
    """« (Coupe du monde) féminine de football au Qatar », « (Euro) 2028 »."""
    i = line.adjectives(year(line, line.adjectives(i)))
    sport, which = line.of(i), ""
    if sport == i + 1 and line.form(i)[-1] in "e'" and noun(line, sport):
        i, which = line.adjectives(sport + 1), line.form(sport)
    place = at_place(line, i) if _is_hosting(line, i) else None
    place = place or _host(line, i)
    last = year(line, place[0] if place else i)
    when = line.form(last - 1) if line.form(last - 1).isdecimal() else ""
    return last, (which, when, place[1][0] if place else "")


def _is_hosting(line: Line, i: int) -> bool:
    """« (Coupe du monde) au Qatar », « … de France »; « face à Metz » and « contre la France » tell who plays."""
    return line.of(i) is not None or line.form(i) in words("hosting")


def _host(line: Line, i: int) -> Found:
    """« (Jeux olympiques) de Paris 2024 »: a known name that a place begins."""
    start = line.of(i)
    known = line.known(start) if start is not None else None
    dated = known is not None and line.form(known[0] - 1).isdecimal()
    return (known[0], (line.form(start),)) if known and dated and start is not None else None


def vote(line: Line, _: int, i: int) -> Found:
    """« élection présidentielle américaine », « élections législatives de 2024 »."""
    return _ballot(line, i, i + 1, bare=True) if line.form(i) in words("votes") else None


def ballot(line: Line, first: int, i: int) -> Found:
    """« la présidentielle de 2027 »: after an article only, else it is an adjective."""
    return _ballot(line, first, i, bare=False) if line.determined(first) else None


def _ballot(line: Line, kind: int, i: int, *, bare: bool) -> Found:
    place = line.nation(i)
    end = i + 1 if place else i
    last = year(line, end)
    if not (bare or place or last > end):
        return None
    return last, (line.form(kind).removesuffix("s"), *((place,) if place else ()))


def named(line: Line, _: int, i: int) -> Found:
    """« tempête Ciaran », « loi Veil »: a capital follows at once."""
    return capitals(line, i)


def tragedy(line: Line, first: int, i: int) -> Found:
    """« attentat de Nice », « attentats du 13 novembre 2015 », « attentats de janvier 2015 »."""
    dated = _day(line, i)
    if dated > i:
        return dated, ()
    return at_place(line, i) if line.of(i) is None else of_place(line, first, i)


def _day(line: Line, i: int) -> int:
    """The index past « du 13 novembre 2015 », « de janvier 2015 »; `i` itself where there is no date with a month."""
    start = line.of(i)
    if start is None:
        return i
    month = start + line.form(start)[:1].isdecimal()
    month += line.form(month) == "-" and month > start  # « 13-Novembre »
    if line.form(month) not in adverbial():
        return i
    last = year(line, month + 1)
    return last if last > month + 1 or month > start else i


def of_place(line: Line, _: int, i: int) -> Found:
    """« accords de Camp David », « massacre de Srebrenica »: capitals that are neither a person nor a body."""
    found, start = of_capitals(line, i), line.of(i)
    if found is None or start is None or found[1]:
        return found
    return None if line.known(start) or line.is_given(start) else found


def pact(line: Line, first: int, i: int) -> Found:
    """As a treaty, or by its matter with an adjective: « pacte de non-agression mutuelle »."""
    start = line.of(i)
    if start is None or not noun(line, start):
        return of_place(line, first, i)
    end = line.adjectives(start + 1, line.words[start])
    return (end, ()) if end > start + 1 else None
