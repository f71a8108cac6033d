"""What a name is by the words around it: « la société Véralis », « à Gruissan », « Soukaina, une militante »."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.grammar.voices import is_person
from briefing.languages.fr.names.runs import Run
from briefing.languages.fr.phrases.line import Line
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType


@dataclass(frozen=True, slots=True)
class Verdict:
    """`type` None: no name, `rule` says why. `sure` False: a name only if the article shows it elsewhere."""

    rule: str
    type: EntityType | None
    sure: bool = True


def by_cue(run: Run) -> Verdict | None:
    """The kind that the words around tell: « la société », « à », « (Isère) », « , filiale de »."""
    line, first = run.line, run.first
    of = line.form(first - 1) in ("de", "d'") and line.tag(first - 2) is Tag.NOUN
    if of and line.words[first - 2].lemma in words("places"):
        return CUES["places"]
    if line.located(first) or is_located(run):
        return CUES["places"]
    return by_noun(run) or _by_apposition(run)


def by_noun(run: Run) -> Verdict | None:
    """« la société Véralis », « le quartier Belle-Idée »: by the noun just before."""
    noun = _noun_before(run.line, run.first)
    return next((verdict for section, verdict in CUES.items() if noun and noun in words(section)), None)


def _by_apposition(run: Run) -> Verdict | None:
    """« Soukaina, une militante », « Korantis, filiale de »: by a noun set against the name."""
    for lemma in run.line.explained(run.first):
        for section, verdict in CUES.items():
            if lemma in words(section):
                return verdict
        if is_person(lemma) or lemma in words("titles"):
            return Verdict("person.apposition", EntityType.PERSON)
    line, last = run.line, run.last
    aged = line.tag(last) is Tag.COMMA and line.tag(last + 1) is Tag.NUMBER and line.form(last + 2) == "ans"
    return Verdict("person.age", EntityType.PERSON) if aged else None


CUES = {
    "bodies": Verdict("body.cue", EntityType.ORGANISATION),
    "places": Verdict("place.cue", EntityType.PLACE),
    "products": Verdict("product.cue", EntityType.PRODUCT),
    "works": Verdict("work.cue", EntityType.WORK),
    "of people": Verdict("person.cue", EntityType.PERSON),
}


def _noun_before(line: Line, i: int) -> str | None:
    """The lemma of the common noun just before a name, adjectives and « (société) [de conseil] » passed over."""
    k = i - 1
    while k > 0 and line.tag(k) is Tag.ADJECTIVE and i - k < 3:
        k -= 1
    if line.tag(k) is line.tag(k - 2) is Tag.NOUN and line.form(k - 1) in ("de", "d'"):
        k -= 2
    if k < 0 or not line.near(i):
        return None
    word = line.words[k]
    return word.lemma if word.tag is Tag.NOUN else word.form


def is_located(run: Run) -> bool:
    """« Gruissan (Aude) », « Tournan en Seine-et-Marne »: a place follows that it lies in."""
    line, last = run.line, run.last
    if line.form(last) == "(":
        return line.known_as(last + 1, EntityType.PLACE) is not None and line.form(last + 2) in (")", ",")
    inside = line.form(last) in ("en", "dans") and line.known_as(line.skip_article(last + 1), EntityType.PLACE)
    return bool(inside) and line.form(run.first - 1) in ("de", "d'", "et", "entre", ",")
