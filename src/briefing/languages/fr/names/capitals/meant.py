"""Whether a known name is meant as such: « Tours » the town, « Florence » the person, « Breton » the commissioner."""

from __future__ import annotations

import re

from briefing.languages.fr.names.capitals.scene import Scene
from briefing.languages.fr.names.capitals.shapes import is_first_name
from briefing.languages.fr.names.demonyms import place_of
from briefing.languages.fr.names.known import Alias, Hits
from briefing.languages.fr.names.lists import words

_PREFIX = re.compile(r"(\w+)-$")
_LOCATED = ("à ", "en ", "vers ", "depuis ", "dans ", "près de ", "près d'")
_AS_DEPARTMENT = ("(", "dans le ", "département du ")
_ARTICLES = ("l'", "la ", "le ", "les ")
_DIGITS = tuple("0123456789")
_OF = ("de ", "d'")


def is_meant(scene: Scene, start: int, end: int, aliases: tuple[Alias, ...]) -> bool:
    """Whether the name is no common word, no person and no part of a longer word."""
    page = scene.page
    name = page.text[start:end]
    if not _is_apart(page.text, scene.hits, start, end):
        return False
    if any(a.registered for a in aliases) or not name[0].isupper() or " " in name:
        return True
    before = page.before(start)
    if name in scene.people and not before.endswith(_LOCATED):
        return False
    if is_first_name(name):
        return before.endswith(_LOCATED + _OF + _ARTICLES) or page.text[end : end + 1] == ")" or _lists(scene, end)
    if place_of(name.lower()) and before.endswith(("un ", "une ", "le ", "du ")):
        return False
    if name.lower() in words("days") and (page.opens(start) or before.rstrip().endswith(_DIGITS)):
        return False
    if name.lower() in words("style"):
        return _is_department(scene, start) and any(a.name == name for a in aliases)
    common = name.lower() in words("also words") or name.lower() in words("openers")
    return not (common and page.opens(start)) or page.precedes_verb(end)


def _is_department(scene: Scene, start: int) -> bool:
    """« dans le Nord », « (Nord) », « l'Aisne, le Nord »; not « le Nord a froid »."""
    text = scene.page.text
    listed = text.endswith(", le ", 0, start) and (start - len(", le ")) in scene.hits.ends
    return listed or text.endswith(_AS_DEPARTMENT, 0, start)


def _lists(scene: Scene, end: int) -> bool:
    """« Aude, Isère et Rhône »: another known name follows in an enumeration."""
    comma = scene.page.text[end : end + 2] == ", "
    return comma and end + 2 in scene.hits.names


def is_pair(text: str, hits: Hits, hyphen: int) -> bool:
    """Whether the hyphen joins two known names; « Darfour-Nord » is one."""
    second = hits.names.get(hyphen + 1)
    return hyphen in hits.ends and second is not None and text[hyphen + 1 : second[0]].lower() not in words("style")


def _is_apart(text: str, hits: Hits, start: int, end: int) -> bool:
    """« Moscou-Pyongyang » holds two names, « Paris-Plages » none, « pro-Kremlin » one."""
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum() and not is_pair(text, hits, end):
        return False
    if text[start - 1 : start] != "-":
        return True
    prefix = _PREFIX.search(text, max(0, start - 20), start)
    return prefix is None or prefix[1].islower() or is_pair(text, hits, start - 1)
