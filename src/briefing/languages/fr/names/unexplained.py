"""What a capital names that neither its letters nor a noun beside it tell: of whom or where it is."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.gazetteer.demonyms import adjectives_of_origin
from briefing.languages.fr.grammar.people import is_listed_name, kinds_of_name
from briefing.languages.fr.grammar.voices import is_person
from briefing.languages.fr.names.runs import Run
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType

_VERBAL = frozenset({Tag.FINITE, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND})


def type_of(run: Run) -> EntityType:
    """A capital that nothing explains: a family name of the lexicon without an article is a person's."""
    line, name = run.line, run.surface
    if owner(run) in words("of a club or medium"):
        return EntityType.ORGANISATION
    if is_listed_name(name):
        return EntityType.PLACE
    if owner(run) in words("of a product"):
        return EntityType.PRODUCT
    if _serves(run):
        return EntityType.ORGANISATION
    if line.determined(run.first) and line.words[run.first - 1].kind not in ("indefinite", "predeterminer"):
        return _type_of_the(run)
    if "family" in kinds_of_name(name):
        return EntityType.PERSON  # also « un Marivaux », « tout Giono »
    if owner(run) in words("of a body") or line.form(run.first - 1) == "chez":
        return EntityType.ORGANISATION
    if owner(run) in words("deeds") or owner(run) in words("works"):
        return EntityType.PERSON
    return EntityType.PLACE if _belongs(run) else EntityType.OTHER


def _type_of_the(run: Run) -> EntityType:
    """« les salariés de la Sogéa » are of a firm, « sur le Rajupampa », « institutrice au Conquet » tell a place."""
    line, k = run.line, run.first - 1
    noun = owner(run)
    if noun in words("of a body") or (is_person(noun) and noun not in words("of a town")):
        return EntityType.ORGANISATION
    if line.form(k) not in words("locative with article"):
        k -= 1
    there = line.form(k) in words("over") | words("locative with article")
    return EntityType.PLACE if there and line.tag(k - 1) not in _VERBAL else EntityType.OTHER  # not « confié au Sejm »


def owner(run: Run) -> str:
    """« l'ex-[batteur] de Kaltfront », « les [joueurs] de l'Olympiada »: the noun of which a name is the complement."""
    line = run.line
    of = next((k for k in (run.first - 1, run.first - 2) if line.of(k) == run.first), 0)
    return line.words[of - 1].lemma.removeprefix("ex-") if of and line.tag(of - 1) is Tag.NOUN else ""


def _serves(run: Run) -> bool:
    """« le colonel Jean Roux, du Sdis »: with its article, behind a person, what somebody is of."""
    line, k = run.line, run.first - 2 - (run.line.form(run.first - 1) not in ("du", "des"))
    of = line.of(k + 1) == run.first and line.determined(run.first) and line.tag(k) is Tag.COMMA
    return of and line.capital(k - 1) and line.is_given(k - 2)


def _belongs(run: Run) -> bool:
    """« l'usine de Flins », « le maire de Tempé »: what is of an unknown name is of a town, if it is of no relative."""
    line, noun = run.line, run.first - 2
    if line.of(run.first - 1) != run.first or noun < 0 or line.form(run.first - 1)[-1] not in "e'":
        return False
    if line.form(noun) in adjectives_of_origin() and line.capital(noun) and line.words[noun].number == "p":
        return True  # « les Danoises d'Odense »
    if line.tag(noun) is not Tag.NOUN:
        if line.form(noun) == ")":
            return True  # « l'Institut de physique (IPR) de Rambaud »
        hit = line.hits.at.get(line.words[noun].start)  # « l'usine Renault de Flins »
        return hit is not None and hit.aliases[0].entity.type is EntityType.ORGANISATION
    lemma = line.words[noun].lemma
    return lemma in words("of a town") or not (is_person(lemma) or lemma in words("of people"))
