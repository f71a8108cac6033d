"""What a name is by the words around it: « la société Véralis », « à Gruissan », « Soukaina, une militante »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.lexicon import is_animate
from briefing.languages.fr.grammar.voices import is_person, nouns_of, spellings
from briefing.languages.fr.names.runs import Run
from briefing.languages.fr.names.titles import LONGEST_ROW, has_title
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.plain import is_article, is_plain
from briefing.languages.fr.phrases.vocabulary import heads_by_word, words
from briefing.model.annotation import EntityType

ROAD = re.compile(r"(?:A|N|D|RN|RD|E)\d{1,4}$")


class Verdict(Struct, frozen=True):
    """`type` None: no name, `rule` says why. `sure` False: a name only if the article shows it elsewhere."""

    rule: str
    type: EntityType | None
    sure: bool = True


def by_cue(run: Run) -> Verdict | None:
    """The kind that the words around tell: « la société », « à », « (Isère) », « , filiale de »."""
    line, first = run.line, run.first
    if has_author(line, run.last):
        return CUES["works"]
    if _is_maker(run) or _is_affiliation(run) or _is_medium(run):
        return CUES["bodies"]
    if _is_of_a_place(line, first) or line.located(first) or is_located(run) or _is_along(line, first):
        return CUES["places"]
    return by_noun(run) or by_apposition(run)


def by_noun(run: Run) -> Verdict | None:
    """« la société Véralis », « le quartier Belle-Idée »: by the noun just before, or before its enumeration."""
    noun = _noun_of_several(run.line, run.first) or _noun_before(run.line, run.first)
    if run.line.is_given(run.first) and is_animate(noun):
        return None  # « le producteur Paul Roux »
    return next((verdict for section, verdict in CUES.items() if noun in words(section)), None)


def _is_of_a_place(line: Line, first: int) -> bool:
    """« la mine de Santa Pilar », « la mine [de cuivre] de Santa Pilar »."""
    noun = first - 2
    if line.of(first - 1) == first and line.words[noun].lemma in words("landscape"):
        return True  # « le causse du Larzac »
    if line.form(first - 1) not in spellings("de") or line.tag(noun) is not Tag.NOUN:
        return False
    whole = noun - 2 if line.form(noun - 1) in spellings("de") and line.tag(noun - 2) is Tag.NOUN else noun
    return not words("places").isdisjoint((_noun(line, noun), _noun(line, whole)))


def _is_along(line: Line, first: int) -> bool:
    """« La route est coupée entre Luzy et Decize »: what a way goes between."""
    if line.form(first - 1) != "entre":
        return False
    return any(line.words[k].lemma in words("ways") or ROAD.match(line.surface(k, k + 1)) for k in range(first))


def by_apposition(run: Run) -> Verdict | None:
    """« Soukaina, une militante », « Korantis, filiale de »: by a noun set against the name."""
    explained = (lemma for i in range(run.first, run.last) for lemma in run.line.explained(i))
    for lemma in (*explained, *_behind_comma(run)):
        for section, verdict in CUES.items():
            if lemma in words(section):
                return verdict
        if is_person(lemma) or lemma in words("titles"):
            return Verdict("person.apposition", EntityType.PERSON)
        if _is_site(lemma):
            return CUES["places"]
    line, last = run.line, run.last
    aged = line.tag(last) is Tag.COMMA and line.tag(last + 1) is Tag.NUMBER and line.form(last + 2) == "ans"
    return Verdict("person.age", EntityType.PERSON) if aged else None


def _is_site(noun: str) -> bool:
    """« Ar Mor, un [lac] »: whether a noun begins names of places, « le lac de Garde »."""
    return any(forms == (noun,) and head.type is EntityType.PLACE for forms, head in heads_by_word().get(noun, ()))


def _behind_comma(run: Run) -> Iterator[str]:
    """« l'Essequibo, [territoire] riche en pétrole »: the noun of what is said of one thing."""
    syntax, first = run.line.syntax, run.last + 1
    group = syntax.noun_at(first) if run.line.tag(run.last) is Tag.COMMA else None
    if group is None or group.first != first or group.preposition is not None or group.number == "p":
        return
    told = group.determiner is None or syntax.words[group.determiner].kind == "indefinite"
    if told and syntax.words[group.head].tag is Tag.NOUN:
        yield syntax.words[group.head].lemma


CUES = {
    "bodies": Verdict("body.cue", EntityType.ORGANISATION),
    "places": Verdict("place.cue", EntityType.PLACE),
    "products": Verdict("product.cue", EntityType.PRODUCT),
    "works": Verdict("work.cue", EntityType.WORK),
    "of people": Verdict("person.cue", EntityType.PERSON),
}


def _noun_before(line: Line, i: int) -> str:
    """The lemma of the common noun just before a name, adjectives and « (société) [de conseil] » passed over.

    Before a full name it is none's that somebody serves: « le directeur de la société Paul Roux ».
    """
    k = i - 1
    while k > 0 and line.tag(k) is Tag.ADJECTIVE and i - k < 3 and not line.determined(k):
        k -= 1
    if line.tag(k) is line.tag(k - 2) is Tag.NOUN and line.form(k - 1) in nouns_of("bare_of"):
        k -= 2
    served = line.form(k - 1) in ("du", "des") or line.form(k - 2) in nouns_of("bare_of")
    if k < 0 or not line.near(i) or (served and line.is_given(i) and line.capital(i + 1)):
        return ""
    word = line.words[k]
    return word.lemma if word.tag is Tag.NOUN else word.form


def _noun_of_several(line: Line, i: int) -> str:
    """« les stations Magenta, (Rosa Parks) et Pantin », « les communes de Vif, (de Bruy) … »: a noun in the plural."""
    k, least = i - 1, max(0, i - LONGEST_ROW)
    while k > least and (line.capital(k) or line.tag(k) in (Tag.COMMA, Tag.COORDINATOR) or line.of(k) is not None):
        k -= 2 if line.of(k - 2) == k else 1  # « de l'Orle »
    noun = _noun(line, k) if line.tag(k) is Tag.NOUN and line.words[k].number == "p" else ""
    return noun if k < i - 2 and (line.of(k + 1) is None or noun in words("places")) else ""


def _noun(line: Line, i: int) -> str:
    """A common noun in the singular: the lemma of « communes » may be « commun »."""
    word = line.words[i]
    return word.form.rstrip("sx") if word.number == "p" else word.lemma


def _is_maker(run: Run) -> bool:
    """« l'allemand Sieger »: with a small letter, a nationality is that of a firm."""
    line, i = run.line, run.first - 1
    return line.determined(i) and line.nation(i) is not None and line.words[i].number != "p"


def _is_affiliation(run: Run) -> bool:
    """« Callum Whitby (Norsk-Altea) »: what stands in brackets behind a person is the party, team or firm."""
    line, k = run.line, run.first - 2
    enclosed = line.form(run.first - 1) == "(" and line.form(run.last) in (")", ",")
    if not enclosed:
        return False
    called = takewhile(line.capital, (k, k - 1, k - 2))  # « le Danois Ole Berg (Norsk) »
    return any(has_title(line, n) or (n < k and line.is_given(n)) for n in called)


def has_author(line: Line, i: int) -> bool:
    """« La Vie, de Jean Roy »: a comma, « de » and a person's name follow a title."""
    author = line.of(i + 1) if line.tag(i) is Tag.COMMA else None
    return author is not None and line.capital(author) and line.is_given(author) and line.capital(author + 1)


def _is_medium(run: Run) -> bool:
    """« (dit) à L'Écho du Littoral »: no place has an article, a common noun and its complement in its name."""
    line, first = run.line, run.first
    titled = len(run) > 3 and line.form(first - 1) == "à" and is_article(line.form(first))
    return titled and is_plain(line.form(first + 1))


def is_located(run: Run) -> bool:
    """« Gruissan (Aude) », « Tournan en Seine-et-Marne »: a place follows that it lies in."""
    line, last = run.line, run.last
    if line.form(last) == "(":
        return line.known_as(last + 1, EntityType.PLACE) is not None and line.form(last + 2) in (")", ",")
    inside = line.form(last) in ("en", "dans") and line.known_as(line.skip_article(last + 1), EntityType.PLACE)
    return bool(inside) and line.form(run.first - 1) in nouns_of("bare_of") | {"et", "entre", ","}
