"""How bodies and sites are named: « armée malienne », « ministère de la Santé », « hôpital Necker »."""

from __future__ import annotations

import re
from functools import cache

from briefing.languages.fr.names.capitals.shapes import CAPITAL, SMALL
from briefing.languages.fr.names.lists import words
from briefing.languages.fr.names.phrases.cursor import CAPITALS, OF_CAPITALS, Cursor, Found, adjectives
from briefing.languages.fr.names.phrases.official import official

_OFFICE = rf"([{CAPITAL}]?[{SMALL}]+(?:-[{CAPITAL}{SMALL}]+)*)(?!\w)"
_PORTFOLIO = re.compile(
    rf" (?:déléguée? )?(?:chargée? )?(?:de la |de l'|du |des |auprès de la |à la |à l'|aux |au ){_OFFICE}"
)
_MORE = re.compile(rf"(?:,| et|, et) (?:de la |de l'|du |des |à la |à l'|aux |au ){_OFFICE}")
_MAX_PORTFOLIOS = 5
_OF = (" de ", " d'", " du ", " des ")


def organ(at: Cursor) -> Found:
    """« armée malienne », « banque centrale de Turquie »."""
    nation = at.nationality(at.pos)
    if nation:
        return nation[0], ()
    of = at.linked_place(at.pos) if " " in at.text[at.start : at.pos] and at.follows(*_OF) else None
    return (of[0], ()) if of else None


def team(at: Cursor) -> Found:
    """« équipe d'Argentine »."""
    of = at.linked_place(at.pos) if at.follows(*_OF) else None
    return (of[0], ()) if of else None


def ministry(at: Cursor) -> Found:
    """« ministère russe de la Défense », « ministère de l'économie et des finances »."""
    nation = at.nationality(at.pos)
    end = _portfolios(at.text, nation[0] if nation else at.pos)
    return (end, ()) if end else None


def office(at: Cursor) -> Found:
    """« ministre déléguée chargée de l'Énergie »: a function, whose capitals name nothing."""
    end = _portfolios(at.text, adjectives(at.text, at.pos))
    return (end, ()) if end else None


def post(at: Cursor) -> Found:
    """« secrétaire américain au Trésor »: as an office, of a known portfolio (« secrétaire du PS » names a party)."""
    pos = adjectives(at.text, at.pos)
    first = _PORTFOLIO.match(at.text, pos)
    return office(at) if first and first[1].lower().removesuffix("s") in _portfolio_stems() else None


def bare(at: Cursor) -> Found:
    """« garde des Sceaux »: the words of the list, whatever follows."""
    return at.pos, ()


def site(at: Cursor) -> Found:
    """« hôpital Necker », « centrale nucléaire de Gravelines »: a proper name must follow."""
    pos = adjectives(at.text, at.pos)
    return at.capitals(OF_CAPITALS, pos) or at.capitals(CAPITALS, pos)


def whole(at: Cursor) -> Found:
    """« Observatoire national de la sécurité routière »; what is a known name needs no guess."""
    known = at.hits.names.get(at.start, (0,))[0]
    if known > at.pos:
        end = adjectives(at.text, known)
        return (end, ()) if end > known else None
    end = official(at.text, at.pos, at.text[at.start : at.pos])
    return (end, ()) if end else None


def square(at: Cursor) -> Found:
    """« place Bellecour », « la place de la Bastille »; « la place de la France » is none."""
    direct = CAPITALS.match(at.text, at.pos)
    of = OF_CAPITALS.match(at.text, at.pos)
    if direct or of is None:
        return (direct.end(1), ()) if direct else None
    bare = at.follows(" de ", " d'") and not at.follows(" de la ", " de l'")
    determined = at.text[max(0, at.start - 4) : at.start].lower().endswith(("la ", "sa ", "une "))
    return None if determined and (bare or of.start(1) in at.hits.names) else (of.end(1), ())


def district(at: Cursor) -> Found:
    """« région de Kherson »; « région Bretagne » is just Bretagne."""
    return at.capitals(OF_CAPITALS, at.pos)


def land(at: Cursor) -> Found:
    """« péninsule coréenne », « péninsule de Kola »."""
    nation = at.nationality(at.pos)
    return (nation[0], ()) if nation else at.capitals(OF_CAPITALS, at.pos)


@cache
def _portfolio_stems() -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in words("portfolios"))


def _portfolios(text: str, pos: int) -> int:
    """Where the offices of a minister end; 0 where none follows."""
    end = 0
    found = _PORTFOLIO.match(text, pos)
    for _ in range(_MAX_PORTFOLIOS):
        if found is None or not (found[1][0].isupper() or found[1].removesuffix("s") in _portfolio_stems()):
            break
        end = adjectives(text, found.end(), styled=True)
        found = _MORE.match(text, end)
    return end
