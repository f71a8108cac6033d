"""Whether a run of capitals is a name, and of what kind of thing."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from briefing.extract.analysis.syntax import Tag
from briefing.extract.names.people import People
from briefing.languages.fr.gazetteer.demonyms import is_state
from briefing.languages.fr.grammar.people import is_full_name, is_given
from briefing.languages.fr.names.cues import CUES, ROAD, Verdict, by_apposition, by_cue, by_noun, is_located
from briefing.languages.fr.names.runs import Run
from briefing.languages.fr.names.style import is_common, is_style, why_no_name
from briefing.languages.fr.names.titles import has_title
from briefing.languages.fr.names.unexplained import owner, type_of
from briefing.languages.fr.phrases.plain import is_article, is_plain
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType

_TOWN = re.compile(r"(?:Saint|Sainte|St|Ste)-\w|.+-(?:sur|sous|lès|lez|les|en|le|la|du|de|aux|au|et|devant|près)-\w")
_CODE = re.compile(r"[A-Z]{1,4}-?\d+[A-Z]?$")
_ROMAN = re.compile(r"[IVXLC]+$")
_COP = re.compile(r"C[Oo][Pp] ?\d+$")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{2,}-[A-ZÀ-Þ][a-zà-ÿ]+$|[A-ZÀ-Þ][A-ZÀ-Þ&+-]+\d*s?$|[A-Z][a-z]*[A-Z]\w*$")


class Scene(Struct, frozen=True):
    """What the article shows elsewhere: the persons whom it names in full, the first words of its longer names."""

    people: People
    beginnings: Collection[str] = ()
    waters: Collection[str] = ()
    """What its towns lie on: « Villeneuve-sur-Lot » lies on the Lot."""


def judge(run: Run, scene: Scene) -> Verdict:
    """What a run is."""
    return _many(run) if len(run) > 1 else _one(run, scene)


def _many(run: Run) -> Verdict:
    line, first = run.line, run.first
    named = by_noun(run)
    if line.form(run.last - 1) in words("corporate") or any(line.form(i) == "&" for i in range(first, run.last)):
        return _BODY
    if run.titled or has_title(line, first):
        return Verdict("person.name", EntityType.PERSON)
    if _is_place_with_more(run):
        return Verdict("place.more", EntityType.PLACE)
    if line.is_given(first) and not (named and named.type in _CALLED) and not _is_the(run):
        return Verdict("person.name", EntityType.PERSON)
    forms = [line.form(i) for i in range(run.first, run.last)]
    if all(is_style(f) and not (line.surface(i, i + 1).isupper() and len(f) > 1) for i, f in enumerate(forms, first)):
        return Verdict("style", None)
    state = line.known_as(run.last - 1, EntityType.PLACE)
    corporate = any(form in words("corporate") for form in forms) or (state is not None and is_state(state[1]))
    begun = line.known_as(first, EntityType.ORGANISATION) or line.words[first].lemma in words("bodies")
    if corporate or begun:
        return _BODY
    told = CUES["products"] if line.form(first) in words("ship prefixes") else by_apposition(run)
    if told and told.type in _CALLED:
        return told
    if _has_acronym(run) or owner(run) in words("of a body"):
        return _BODY
    return by_cue(run) or _by_form(run)


_BODY = Verdict("body.shape", EntityType.ORGANISATION)


_CALLED = frozenset({EntityType.PLACE, EntityType.ORGANISATION, EntityType.PRODUCT, EntityType.WORK})
"""What a noun before it makes even of a person's name: « la commune Paul-Roux », « le groupe Thomas Cook »."""


def _is_the(run: Run) -> bool:
    """« le Marine Mammal Observatory »: a person has no article."""
    line, i = run.line, run.first
    return line.determined(i) and line.words[i - 1].kind == "definite"


def _has_acronym(run: Run) -> bool:
    """« IG Metall », « Sieger AG »: one word is all capitals, another not."""
    long = [word for word in run.surface.split() if word[1:].replace("-", "").isalnum()]
    shouts = [word.isupper() for word in long]
    return any(shouts) and not all(shouts) and not _ROMAN.match(long[-1])


def _by_form(run: Run) -> Verdict:
    """« La Chimère » is a title, « Lyon Duchère » a place, « Zakir Hossain » somebody, as far as capitals tell."""
    line, first = run.line, run.first
    sure = not run.opens or not is_plain(line.form(first))
    if is_article(line.form(first)) and not run.opens and not line.determined(first):
        return Verdict("work.article", EntityType.WORK, sure)
    if _is_of_somebody(run):
        return _BODY
    if line.determined(first) or run.article or _has_common(run):
        return Verdict("capitals", EntityType.OTHER, sure)
    if line.known_as(first, EntityType.PLACE) and not line.is_given(first):
        return Verdict("place.begun", EntityType.PLACE, sure)
    return Verdict("person.shape", EntityType.PERSON, sure)


def _has_common(run: Run) -> bool:
    """« Tour Chabot », « Banque Populaire »: a common noun or adjective is in it, which no family bears."""
    line = run.line
    tags = (Tag.NOUN, Tag.ADJECTIVE)
    return any(line.tag(i) in tags and is_plain(line.form(i)) for i in range(run.first, run.last))


def _is_of_somebody(run: Run) -> bool:
    """« l'analyste Kevin Roux, de Valeurs Champlain »: behind a person's name, what somebody works for."""
    line, k = run.line, run.first - 2
    of = line.of(run.first - 1) == run.first and line.tag(k) is Tag.COMMA
    return of and line.capital(k - 1) and line.is_given(k - 2) and not line.is_given(run.first)


def _is_place_with_more(run: Run) -> bool:
    """« Grand Besançon », « Lyon Métropole », « Paris Est »: a place and words that only places have."""
    line = run.line
    other = [i for i in range(run.first, run.last) if line.form(i) not in words("town words")]
    return len(other) == 1 and line.known_as(other[0], EntityType.PLACE) is not None


def _one(run: Run, scene: Scene) -> Verdict:
    line, i, word, people = run.line, run.first, run.surface, scene.people
    form = line.form(i)
    titled = run.titled or has_title(line, i)
    if line.words[i].kind == "handle":
        return Verdict("person.account", EntityType.PERSON) if people.of_account(word) else Verdict("handle", None)
    if word in people and (titled or not line.determined(i)):
        return Verdict("person.short", EntityType.PERSON)
    if is_located(run) and line.form(run.last) == "(" and not run.opens:
        return CUES["places"]
    if word in scene.beginnings and line.determined(i) and not titled:
        return Verdict("short", EntityType.OTHER)
    if word in scene.waters:
        return CUES["places"]
    why = why_no_name(run, titled=titled)
    if why:
        return Verdict(why, None)
    named = by_noun(run)
    if named and not titled and not run.opens:
        return named
    shape = _by_shape(run, titled=titled)
    if shape and (shape.type is not EntityType.PERSON or not run.opens or _stands_alone(run)):
        return shape
    told = by_cue(run) if run.opens and not is_plain(form) else None
    if told:
        return told
    if not run.opens:
        return by_cue(run) or (Verdict("style", None) if is_common(run) else Verdict("capitals", type_of(run)))
    verb = line.tag(run.last) in (Tag.FINITE, Tag.NEGATION) and not is_plain(form)
    return Verdict("subject" if verb else "first_word", type_of(run), verb)


def _by_shape(run: Run, *, titled: bool) -> Verdict | None:
    """What the letters of a word alone tell."""
    if titled:
        return Verdict("person.title", EntityType.PERSON)
    for shape, verdict in _SHAPES:
        if shape.match(run.surface):
            return verdict
    if is_given(run.surface) and not run.line.located(run.first) and not _is_the(run):
        named_after = is_full_name(run.surface)  # « (la station) Gabriel-Péri »
        return CUES["places"] if named_after else Verdict("person.first", EntityType.PERSON)
    return None


_SHAPES = (
    (_COP, Verdict("event.shape", EntityType.EVENT)),
    (ROAD, Verdict("place.shape", EntityType.PLACE)),
    (_CODE, Verdict("code", EntityType.OTHER)),
    (_TOWN, Verdict("place.shape", EntityType.PLACE)),
    (_ACRONYM, Verdict("body.acronym", EntityType.ORGANISATION)),
)


def _stands_alone(run: Run) -> bool:
    """Whether a first word is a first name: « Lola, 12 ans », « Karim raconte »."""
    return run.line.tag(run.last) in (Tag.COMMA, Tag.BRACKET, Tag.FINITE, Tag.NEGATION)
