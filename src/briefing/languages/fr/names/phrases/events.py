"""How events and treaties are named: « guerre en Syrie », « sommet de l'OTAN », « attentats du 13 novembre 2015 »."""

from __future__ import annotations

import re

from briefing.languages.fr.names.capitals.shapes import CHAIN, SMALL, TOKEN, is_adjective, is_first_name
from briefing.languages.fr.names.lists import words
from briefing.languages.fr.names.phrases.cursor import CAPITALS, OF_CAPITALS, Cursor, Found, adjectives, cut
from briefing.model.annotation import EntityType

_MONTH = "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_YEAR = re.compile(rf" (?:de |en |d')?(?:{_MONTH} )?(?:19|20)\d\d\b")
_NUMBER = re.compile(r" (?:19|20)\d\d\b")
_DAY = re.compile(rf" du \d{{1,2}}(?:er)?[ -]{_MONTH}(?: (?:19|20)\d\d)?\b", re.IGNORECASE)
_WHERE = re.compile(rf" (?:en |au |aux |à la |à l'|à |dans (?:la |le |les |l')?)({CHAIN})")
_BETWEEN = re.compile(rf" entre (?:la |le |les |l')?({CHAIN}) et (?:la |le |les |l')?({CHAIN})")
_BY = re.compile(r" par (?:la |le |les |l')?")
_SPORT = re.compile(rf" (?:de |d')[{SMALL}]+(?![\w'])")
_OF_NOUN = re.compile(r" (?:de |d')([a-zà-ÿ-]+)(?![\w'])")
_VOTE = re.compile(rf" ([{SMALL}]+)(?!\w)")


def conflict(at: Cursor) -> Found:
    """« guerre en Ukraine », « conflit ukrainien », « guerre entre Israël et le Hamas »; « une guerre » is none yet."""
    if _is_indefinite(at):
        return None
    between = _BETWEEN.match(at.text, at.pos)
    if between:
        return between.end(), tuple(sorted((between[1].lower(), between[2].lower())))
    where = _WHERE.match(at.text, at.pos)
    found = at.linked_place(at.pos) or at.nationality(at.pos) or _pair(at)
    return found or ((cut(where[1], where.start(1)), (where[1].lower(),)) if where else None)


def _is_indefinite(at: Cursor) -> bool:
    return at.text.endswith((" un ", " une ", "Un ", "Une "), max(0, at.start - 5), at.start)


def _pair(at: Cursor) -> Found:
    first = at.place(at.pos + 1)
    second = TOKEN.match(at.text, first[0] + 1) if first and at.text.startswith("-", first[0]) else None
    return (second.end(), (first[1],)) if first and second else None


def crisis(at: Cursor) -> Found:
    """A crisis is named by its country: « crise vénézuélienne », « crise en Haïti »."""
    if _is_indefinite(at):
        return None
    located = at.follows(" en ", " au ", " aux ", " à ")
    return (at.linked_place(at.pos) if located else None) or at.nationality(at.pos)


def invasion(at: Cursor) -> Found:
    """« invasion russe », « invasion de l'Ukraine par la Russie »."""
    invader = at.nationality(at.pos)
    of = at.linked_place(invader[0] if invader else at.pos)
    if of is None:
        return invader
    by = _BY.match(at.text, of[0])
    agent = at.place(by.end()) if by else None
    return (agent[0] if agent else of[0]), of[1]


def meeting(at: Cursor) -> Found:
    """A meeting is named by its place or its body: « forum de Davos », « congrès national du PS »."""
    return at.capitals(OF_CAPITALS, adjectives(at.text, at.pos)) or at.capitals(CAPITALS, at.pos)


def summit(at: Cursor) -> Found:
    """A meeting: « sommet du G7 »; who is « au sommet de l'Etna » only stands there."""
    above = at.text.endswith("au ", 0, at.start) and at.text[at.start].islower()
    return None if above and not _of_body(at) else meeting(at)


def _of_body(at: Cursor) -> bool:
    of = OF_CAPITALS.match(at.text, at.pos)
    _, aliases = at.hits.names.get(of.start(1), (0, ())) if of else (0, ())
    return any(a.entity.type is EntityType.ORGANISATION for a in aliases)


def contest(at: Cursor) -> Found:
    """« championnat d'Espagne », « championnats du monde d'aviron », « Grand Prix de Belgique »."""
    if not at.follows(" du monde"):
        return at.capitals(OF_CAPITALS, at.pos)
    end = at.pos + len(" du monde")
    sport = _SPORT.match(at.text, end)
    return (sport.end() if sport else end), ()


def numbered(at: Cursor) -> Found:
    """« Euro 2028 »."""
    year = _NUMBER.match(at.text, at.pos)
    return (year.end(), ()) if year else None


def vote(at: Cursor) -> Found:
    """« élection présidentielle américaine », « élections législatives de 2024 »."""
    kind = _VOTE.match(at.text, at.pos)
    return _ballot(at, kind[1], kind.end(), bare=True) if kind and kind[1] in words("votes") else None


def ballot(at: Cursor) -> Found:
    """« la présidentielle de 2027 »: after an article only, else it is an adjective."""
    if not at.text.endswith(("la ", "les ", "des ", "aux "), max(0, at.start - 4), at.start):
        return None
    return _ballot(at, at.text[at.start : at.pos], at.pos, bare=False)


def _ballot(at: Cursor, kind: str, pos: int, *, bare: bool) -> Found:
    nation = at.nationality(pos)
    end = nation[0] if nation else pos
    year = _YEAR.match(at.text, end)
    if not (bare or nation or year):
        return None
    return (year.end() if year else end), (kind.lower().removesuffix("s"), *(nation[1] if nation else ()))


def named(at: Cursor) -> Found:
    """« tempête Ciaran », « loi Veil »: a capital follows at once."""
    return at.capitals(CAPITALS, at.pos)


def tragedy(at: Cursor) -> Found:
    """« attentat de Nice », « attentats du 13 novembre 2015 »."""
    day = _DAY.match(at.text, at.pos)
    if day:
        return day.end(), ()
    return at.linked_place(at.pos) if at.follows(" en ", " au ", " à ") else of_place(at)


def of_place(at: Cursor) -> Found:
    """« accords de Camp David », « massacre de Srebrenica »: capitals that are neither a person nor a body."""
    found, of = at.capitals(OF_CAPITALS, at.pos), OF_CAPITALS.match(at.text, at.pos)
    if found is None or of is None or found[1]:
        return found
    return None if of.start(1) in at.hits.names or is_first_name(of[1].split(" ")[0]) else found


def pact(at: Cursor) -> Found:
    """As a treaty, or by its matter with an adjective: « pacte de non-agression mutuelle »."""
    noun = _OF_NOUN.match(at.text, at.pos)
    if noun is None:
        return of_place(at)
    end = adjectives(at.text, noun.end())
    return (end, ()) if end > noun.end() and not is_adjective(noun[1]) else None
