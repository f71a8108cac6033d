"""The official names of French bodies: a capital, then common words.

« Observatoire national de la sécurité routière », « Institut d'études de la côte de Marseille »: adjectives, then up to
three complements of a noun and its adjectives. Only the first word has a capital, so the end must be found by grammar:
a verb, an infinitive, a determiner, a date or a preposition other than « de » ends the name.
"""

from __future__ import annotations

import re

from briefing.languages.fr.names.capitals.shapes import CHAIN, COMPLEMENT, SMALL, is_adjective, is_infinitive
from briefing.languages.fr.names.lists import words
from briefing.languages.fr.names.phrases.cursor import adjectives, cut

_LOW = rf"[{SMALL}]+(?:[-'][{SMALL}]+)*"
_EPITHET = r"(?:(?:grand|haut|petit|ancien|jeune|nouveau|nouvel)(?:le|e)?s? )?"
_OF = re.compile(
    rf" {COMPLEMENT}(?:(?P<day>\d{{1,2}}(?:er)? {_LOW})|(?P<chain>{CHAIN})|{_EPITHET}(?P<noun>{_LOW}))(?!\w)"
)
_FOR = re.compile(rf" (?:pour|sur|contre) (?:la |le |les |l')?(?:(?P<chain>{CHAIN})|(?P<noun>{_LOW}))(?!\w)")
_AND = re.compile(rf" et (?:(?:de la |de l'|du |des |de |d')(?P<noun>{_LOW})|(?P<adjective>{_LOW}))(?!\w)")
_MAX_COMPLEMENTS = 3
_LONGEST = 40


def official(text: str, pos: int, head: str) -> int:
    """Where the name whose first noun `head` ends at `pos` ends; 0 where no common word belongs to it."""
    end = adjectives(text, pos, styled=True)
    if end > pos and head in words("complete with adjective"):
        return end
    for _ in range(_MAX_COMPLEMENTS):
        further = _complement(text, end, first=end == pos)
        if not further:
            break
        end = further
    return end if end > pos else 0


def _complement(text: str, pos: int, *, first: bool) -> int:
    """Where the complement that begins at `pos` ends; 0 where there is none."""
    found = _OF.match(text, pos)
    if found is None and (first or _last(text, pos) in words("with preposition")):
        found = _FOR.match(text, pos)
    if found is None:
        return 0
    if found.re is _OF and found["day"]:
        return found.end()
    if found["chain"]:
        return adjectives(text, cut(found["chain"], found.start("chain")))
    return _coordinated(text, _agreeing(text, found.end())) if _is_noun(found["noun"]) else 0


def _last(text: str, pos: int) -> str:
    return text[max(0, pos - _LONGEST) : pos].replace("'", " ").rpartition(" ")[2]


def _agreeing(text: str, pos: int) -> int:
    """Where the adjectives of the noun that ends at `pos` end: « Centre des ouragans (américain) » has none."""
    end = adjectives(text, pos)
    plural = text[pos - 1] in "sx"
    return pos if plural and end > pos and text[end - 1] not in "sx" else end


def _coordinated(text: str, pos: int) -> int:
    """« coopération et de développement économiques », « politiques et sociales »."""
    found = _AND.match(text, pos)
    if found is None:
        return pos
    if found["noun"]:
        return adjectives(text, found.end()) if _is_noun(found["noun"]) else pos
    return found.end() if is_adjective(found["adjective"]) else pos


def _is_noun(word: str) -> bool:
    if word in words("generic complements"):
        return False
    return word not in words("openers") and word not in words("moments") and not is_infinitive(word)
