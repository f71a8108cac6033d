"""How bodies and sites are named: « armée malienne », « ministère de la Santé », « hôpital Necker »."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.gazetteer.demonyms import is_state
from briefing.languages.fr.grammar.lexicon import adverbial
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.reach import Found, at_place, capitals, nation, noun, of_capitals, with_gentile, year
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType

_MOST_PORTFOLIOS = 5
_MOST_COMPLEMENTS = 3


def organ(line: Line, first: int, i: int) -> Found:
    """« armée malienne », « banque centrale de Turquie », « parlement de Turquie »: of a state."""
    found = nation(line, i) or (at_place(line, i) if line.of(i) is not None else None)
    several = i - first > 1
    return found if found and (several or is_state(found[1][0])) else None


def team(line: Line, _: int, i: int) -> Found:
    """« équipe d'Argentine »."""
    return at_place(line, i) if line.of(i) is not None else None


def ministry(line: Line, _: int, i: int) -> Found:
    """« ministère russe de la Défense », « ministère de l'économie et des finances »."""
    end = _portfolios(line, i + 1 if line.nation(i) else i)
    return (end, ()) if end else None


def office(line: Line, _: int, i: int) -> Found:
    """« ministre déléguée chargée de l'Énergie »: a function, whose capitals name nothing."""
    end = _portfolios(line, line.adjectives(i))
    return (end, ()) if end else None


def post(line: Line, first: int, i: int) -> Found:
    """« secrétaire américain au Trésor »: as an office, of a known portfolio (« secrétaire du PS » names a party)."""
    start = _portfolio(line, line.adjectives(i))
    return office(line, first, i) if start is not None and _is_portfolio(line.form(start)) else None


def bare(_: Line, __: int, i: int) -> Found:
    """« garde des Sceaux »: the words of the list, whatever follows."""
    return i, ()


def lone(line: Line, first: int, i: int) -> Found:
    """« l'intersyndicale »: a body that all call by a common noun, with its article."""
    definite = first > 0 and (line.words[first - 1].kind in ("definite", "contracted"))
    return (i, ()) if definite else None


def committee(line: Line, _: int, i: int) -> Found:
    """« commission des lois de l'Assemblée nationale », « commission Défense »."""
    end = _portfolios(line, i) or (i + 1 if line.capital(i) and _is_portfolio(line.form(i)) else line.chain(i))
    if end <= i:
        return None
    start = line.of(end)
    body = line.known_as(start, EntityType.ORGANISATION) if start is not None else None
    return (body[0] if body else end), ()


def serving(line: Line, _: int, i: int) -> Found:
    """« comité d'organisation des Jeux de Paris »: of what has a name."""
    start = line.of(i)
    known = line.known(start) if start is not None else None
    if known is None:
        return None
    more = at_place(line, known[0]) if line.of(known[0]) is not None else None
    return (more[0] if more else known[0]), ()


def spelled(_: Line, __: int, ___: int) -> Found:
    """« projet de loi de finances (PLF) »: only with its acronym."""
    return None


def site(line: Line, first: int, i: int) -> Found:
    """« hôpital Necker », « centrale nucléaire de Gravelines »: a proper name must follow."""
    i = line.adjectives(i)
    found, start = of_capitals(line, i), line.of(i)
    if found and first and line.words[first - 1].kind == "indefinite":
        return None  # « un hôpital de Lille » is one of several
    if found and start is not None:
        return max(found[0], with_gentile(line, start, found[0])), found[1]
    return capitals(line, i)


def square(line: Line, first: int, i: int) -> Found:
    """« place Bellecour », « la place de la Bastille »; « la place de la France », « la septième place » are none."""
    if line.tag(first - 1) is Tag.ADJECTIVE and not line.capital(first - 1):
        return None
    direct = capitals(line, i)
    start = line.of(i)
    if direct or start is None or not line.capital(start):
        return direct
    bare_of = start == i + 1 and line.form(i)[-1] in "e'"
    if line.determined(first) and (bare_of or line.known(start)):
        return None
    return max(line.chain(start), start + 1), ()


def district(line: Line, _: int, i: int) -> Found:
    """« région de Kherson »; « région Bretagne » is just Bretagne."""
    return of_capitals(line, i)


def land(line: Line, _: int, i: int) -> Found:
    """« péninsule coréenne », « péninsule de Kola »."""
    return nation(line, i) or of_capitals(line, i)


def official(line: Line, first: int, i: int) -> Found:
    """« Observatoire national de la sécurité routière »: a capital, then common words.

    Adjectives, then up to three complements of a noun and its adjectives; what is a known name needs no guess.
    """
    known = line.known(first)
    if known and known[0] > i:
        event = line.known_as(first, EntityType.EVENT) is not None
        end = year(line, known[0]) if event else _qualified(line, first, known[0])
        return (end, ()) if end > known[0] else None
    end = line.adjectives(i, line.words[first], styled=True)
    if line.opens(first) and line.tag(i) is Tag.PARTICIPLE:
        return None  # « Mission accomplie »
    if end > i and line.form(first) in words("complete with adjective"):
        return end, ()
    for _ in range(_MOST_COMPLEMENTS):
        further = _complement(line, end, first=end == i)
        if not further:
            break
        end = further
    end = _adjectives_of(line, first, end)
    return (end, ()) if end > i else None


def _adjectives_of(line: Line, first: int, i: int) -> int:
    """« Agence de contrôles [internationale] »: past adjectives that agree with the first noun alone."""
    noun, end = line.words[first], _qualified(line, first, i)
    return end if end > i and noun.number != line.words[i - 1].number else i


def _qualified(line: Line, first: int, i: int) -> int:
    """Past adjectives of the first noun; a participle tells what befell it: « la Cour des comptes (saisie lundi) »."""
    end = line.adjectives(i, line.words[first])
    return next((k for k in range(i, end) if line.tag(k) is Tag.PARTICIPLE), end)


def _complement(line: Line, i: int, *, first: bool) -> int:
    """Where the complement that begins at a word ends; 0 where there is none."""
    start = line.of(i)
    if start is None:
        on = line.tag(i) is Tag.PREPOSITION and line.form(i) in words("joining preposition")
        if not on or not (first or line.form(i - 1) in words("with preposition")):
            return 0
        start = line.skip_article(i + 1)
    if line.form(start)[:1].isdecimal() and line.tag(start + 1) in (Tag.NOUN, Tag.NAME, Tag.ADVERB):
        return start + 2  # « Mouvement du 23 mars »
    if line.capital(start):
        last = line.chain(start)
        return line.adjectives(last) if last > start else 0
    start += line.tag(start) is Tag.ADJECTIVE and noun(line, start + 1)
    if not _is_matter(line, start):
        return 0
    return _coordinated(line, line.adjectives(start + 1, line.words[start]))


def _is_matter(line: Line, i: int) -> bool:
    form = line.form(i)
    return noun(line, i) and form not in words("generic complements") and line.words[i].lemma not in adverbial()


def _coordinated(line: Line, i: int) -> int:
    """« coopération et de développement économiques », « politiques et sociales »."""
    if line.tag(i) is not Tag.COORDINATOR:
        return i
    start = line.of(i + 1)
    if start is not None:
        return line.adjectives(start + 1) if _is_matter(line, start) else i
    adjective = line.adjectives(i + 1)
    return adjective if adjective > i + 1 else i


def _portfolio(line: Line, i: int) -> int | None:
    """Where the office behind « de la », « chargée du », « au » begins."""
    if line.tag(i) is not Tag.PREPOSITION and line.of(i) is None:
        return None
    return line.skip_article(i + 1)


def _portfolios(line: Line, i: int) -> int:
    """Where the offices of a minister end; 0 where none follows."""
    end = 0
    for _ in range(_MOST_PORTFOLIOS):
        start = _portfolio(line, i)
        if start is None or not (line.capital(start) or _is_portfolio(line.form(start))):
            break
        end = line.adjectives(start + 1, styled=True)
        i = end + (line.tag(end) is Tag.COMMA)
        i += line.tag(i) is Tag.COORDINATOR
    return end


def _is_portfolio(form: str) -> bool:
    return form in words("portfolios") or form.removesuffix("s") in words("portfolios")
