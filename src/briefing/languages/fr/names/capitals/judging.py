"""Whether a run of capitals is a name, and of what kind of thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.languages.fr.names.capitals.page import Page
from briefing.languages.fr.names.capitals.runs import Run
from briefing.languages.fr.names.capitals.scene import Scene
from briefing.languages.fr.names.capitals.shapes import CAPITAL, is_acronym, is_adjective, is_finite, is_first_name
from briefing.languages.fr.names.demonyms import adjectives_of_origin
from briefing.languages.fr.names.lists import words
from briefing.model.annotation import EntityType

_GENTILE = re.compile(r"[^\W\d]+(?:ais|aise|ois|oise|ien|ienne|éen|éenne)s?$")
_WIDE_GENTILE = re.compile(r"[^\W\d]+(?:ais|ois|ien|éen|ain|in|ard|asque)e?s?$|.+ienne$|.+éenne$")
_TOWN = re.compile(r"(?:Saint|Sainte|St|Ste)-\w|.+-(?:sur|sous|lès|lez|les|en|le|la|du|de|aux|au|et|devant|près)-\w")
_DEPARTMENT = re.compile(rf" \([{CAPITAL}][\w'-]+(?: [{CAPITAL}][\w'-]+)?\)")
_CODE = re.compile(r"[A-Z]{1,4}-?\d+[A-Z]?$")
_ROAD = re.compile(r"(?:A|N|D|RN|RD|E)\d{1,4}$")
_ORDINAL = re.compile(r"[IVXLC]+(?:e|er|ère|ème|es)$")
_COP = re.compile(r"COP ?\d+$")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ&+-]+\d*s?$|[A-Z][a-z]*[A-Z]\w*$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`type` None: no name, `rule` says why. `sure` False: a name only if the article shows it elsewhere."""

    rule: str
    type: EntityType | None
    sure: bool = True


def judge(scene: Scene, run: Run) -> Verdict:
    """What a run is."""
    return _many(scene, run) if len(run.tokens) > 1 else _one(scene, run)


def _many(scene: Scene, run: Run) -> Verdict:
    page, first, before = scene.page, run.tokens[0], scene.page.before(run.start)
    if run.titled or is_first_name(first.word) or page.has_title(run.start):
        return Verdict("person.name", EntityType.PERSON)
    if all(is_style(t.low) and not (t.word.isupper() and len(t.word) > 1) for t in run.tokens):
        return Verdict("style", None)
    if any(t.low in words("corporate") for t in run.tokens) or run.start in scene.hits.names:
        return Verdict("body.shape", EntityType.ORGANISATION)
    kind = _by_cue(page, run, before)
    if kind:
        return kind
    sure = not run.opens or not page.is_common(first.low)
    if _last(before) in words("determiners"):
        return Verdict("capitals", EntityType.OTHER, sure)
    plain = any(is_adjective(t.low) for t in run.tokens[1:])
    return Verdict("capitals" if plain else "person.shape", EntityType.OTHER if plain else EntityType.PERSON, sure)


def _last(before: str) -> str:
    """The last word before a run, « l' » included."""
    return before.replace("'", "' ").split()[-1] if before.strip() else ""


def _by_cue(page: Page, run: Run, before: str) -> Verdict | None:
    """The kind that the words around tell: « à », « la société », « (Isère) »."""
    near = before.replace("'", "' ").split()[-2:]
    last = near[-1] if near else ""
    if last in words("body cues"):
        return Verdict("body.cue", EntityType.ORGANISATION)
    named = last in words("place cues") or (len(near) == 2 and near[0] in words("place cues") and last in ("de", "d'"))
    if named or last in words("locative") or _DEPARTMENT.match(page.text, run.end):
        return Verdict("place.cue", EntityType.PLACE)
    return None


def _one(scene: Scene, run: Run) -> Verdict:
    page, token, before = scene.page, run.tokens[0], scene.page.before(run.start)
    titled = run.titled or page.has_title(run.start)
    if token.word in scene.people and (titled or not _determined(before)) and token.low not in words("openers"):
        return Verdict("person.short", EntityType.PERSON)
    if _DEPARTMENT.match(page.text, run.end) and token.word[0].isupper() and not run.opens:
        return Verdict("place.cue", EntityType.PLACE)
    why = _no_name(token.word, token.low, before, titled=titled)
    if why:
        return Verdict(why, None)
    shape = _by_shape(token.word, titled=titled)
    if shape and (shape.type is not EntityType.PERSON or not run.opens or _stands_alone(page, run)):
        return shape
    if not run.opens:
        if cue := _by_cue(page, run, before):
            return cue
        common = _determined(before) and page.precedes_adjective(run.end)
        return Verdict("style", None) if common else Verdict("capitals", EntityType.OTHER)
    verb = page.precedes_verb(run.end) and not page.is_common(token.low) and token.low not in words("also words")
    return Verdict("subject" if verb else "first_word", EntityType.OTHER, verb)


def _determined(before: str) -> bool:
    return _last(before) in words("determiners") | words("plural determiners")


def _no_name(word: str, low: str, before: str, *, titled: bool) -> str | None:
    """Why a single word is no name: a common acronym, a capital of style, an inhabitant."""
    if low in words("acronyms") or low.partition("-")[0] in words("acronyms"):
        return "acronym"
    if _ORDINAL.match(word) or (word.isupper() and (is_adjective(low) or is_finite(low))):
        return "style"
    if is_style(low) or len(low) < 2:
        return None if word == "X" and before.endswith("sur ") else "style"
    if titled:
        return None
    if low in words("adjectives") or (low in words("titles") and not is_acronym(word)):
        return "style"
    return "inhabitant" if is_inhabitant(word, before) else None


def is_inhabitant(word: str, before: str) -> bool:
    """« un Brésilien », « les Lyonnais », « des milliers de Niçois »."""
    low, last = word.lower().rpartition("-")[2], _last(before)
    if low in adjectives_of_origin():
        return True
    crowd = last in ("de", "d'") and any(w in words("crowds") for w in before.split()[-3:])
    many = crowd or last in words("plural determiners") or last.isdigit()
    if many and word[-1] in "sx" and "-" not in word:
        return True
    shape = _WIDE_GENTILE if last in ("un", "une") else _GENTILE
    return last in words("determiners") and shape.match(word) is not None


def is_style(low: str) -> bool:
    """Whether a word in lower case only has a capital by custom: « l'État », « le Premier ministre »."""
    parts = low.split("-")
    return (
        low in words("style")
        or low in words("days")
        or low in words("openers")
        or low in words("opening adjectives")
        or parts[0] in words("prefixes")
        or (len(parts) > 1 and parts[-1] in words("pronouns"))
    )


def _by_shape(word: str, *, titled: bool) -> Verdict | None:
    """What the letters of a word alone tell."""
    if titled:
        return Verdict("person.title", EntityType.PERSON)
    for shape, verdict in _SHAPES:
        if shape.match(word):
            return verdict
    return Verdict("person.first", EntityType.PERSON) if is_first_name(word) else None


_SHAPES = (
    (_COP, Verdict("event.shape", EntityType.EVENT)),
    (_ROAD, Verdict("place.shape", EntityType.PLACE)),
    (_CODE, Verdict("code", EntityType.OTHER)),
    (_TOWN, Verdict("place.shape", EntityType.PLACE)),
    (_ACRONYM, Verdict("body.acronym", EntityType.ORGANISATION)),
)


def _stands_alone(page: Page, run: Run) -> bool:
    """Whether a first word is a first name: « Lola, 12 ans », « Karim raconte »."""
    return page.text.startswith((",", " ("), run.end) or page.precedes_verb(run.end)
