"""Capitals that name nothing: of style, of rank, of a common acronym, of inhabitants."""

from __future__ import annotations

import re

from briefing.extract.analysis.syntax import Tag
from briefing.languages.fr.gazetteer.demonyms import adjectives_of_origin
from briefing.languages.fr.grammar.voices import is_person, nouns_of
from briefing.languages.fr.names.runs import Run
from briefing.languages.fr.phrases.plain import is_plain, is_small, plain_tags
from briefing.languages.fr.phrases.reach import GENTILE
from briefing.languages.fr.phrases.vocabulary import words

_WIDE_GENTILE = re.compile(r"[^\W\d]+(?:ais|ois|ien|éen|ain|in|ard|asque)e?s?$|.+ienne$|.+éenne$")
_ORDINAL = re.compile(r"[IVXLC]+(?:e|er|ère|ème|es)$")
_ROAD_KIND = re.compile(r"(?:A|N|D|RN|RD|E)$")


def is_common(run: Run) -> bool:
    """« le Plan stratégique », « les vraies Cours suprêmes »: a common noun with its article, though a capital."""
    line, i = run.line, run.first
    if not plain_tags(line.form(i)) & {Tag.NOUN}:
        return False
    return line.determined(i) or (line.tag(i - 1) is Tag.ADJECTIVE and not line.capital(i - 1))


def why_no_name(run: Run, *, titled: bool) -> str | None:
    """Why a single word is no name: a common acronym, a capital of style, an inhabitant."""
    word, form = run.surface, run.line.form(run.first)
    if form in words("acronyms") or form.partition("-")[0] in words("acronyms"):
        return "acronym"
    if run.line.form(run.first - 1) == "en" and Tag.NOUN in plain_tags(form) and not run.line.known(run.first):
        return "style"  # « en Compétition »
    if _ROAD_KIND.match(word) and run.line.tag(run.last) is Tag.NUMBER:
        return "road"
    if is_small(form) and not word.isupper() and not titled and not run.line.determined(run.first):
        return "style"
    if _ORDINAL.match(word) or (word.isupper() and plain_tags(form) - {Tag.NOUN, Tag.OTHER}):
        return "style"
    if is_style(form) or len(form.rstrip(".")) < 2:
        return "style"
    if titled:
        return None
    if _is_function(run):
        return "style"
    return "inhabitant" if is_inhabitant(run) else None


def _is_function(run: Run) -> bool:
    """« le Directeur », « la Présidente »: a capital of rank; « entre Invalides et Juvisy » is a place."""
    line, form = run.line, run.line.form(run.first)
    if run.surface.isupper():
        return False
    apart = line.tag(run.first - 1) in (Tag.PREPOSITION, Tag.COORDINATOR) and not line.determined(run.first)
    rank = form in words("titles") or (is_person(form) and is_plain(form))
    if line.is_given(run.first) and not line.determined(run.first):
        return False  # « Baptiste, berger »
    return (line.tag(run.first) is Tag.ADJECTIVE or rank) and not (apart and run.first > 0)


def is_inhabitant(run: Run) -> bool:
    """« un Brésilien », « les Lyonnais », « des milliers de Niçois »."""
    line, i, word = run.line, run.first, run.surface
    form = line.form(i).rpartition("-")[2]
    if form in adjectives_of_origin() and word.rpartition("-")[2][0].islower() | ("-" not in word):
        return True
    before = line.words[i - 1] if i else None
    if before is None:
        return False
    crowd = before.form in nouns_of("bare_of") and i > 1 and line.words[i - 2].lemma in words("crowds")
    many = crowd or before.tag is Tag.NUMBER or (line.determined(i) and before.number == "p")
    if many and word[-1] in "sx" and "-" not in word and not word.isupper():
        return True
    shape = _WIDE_GENTILE if before.kind == "indefinite" else GENTILE
    return line.determined(i) and shape.match(word) is not None


def is_style(form: str) -> bool:
    """Whether a word only has a capital by custom: « l'État », « le Premier ministre », « Ex-ministre »."""
    return form in words("style") or form.partition("-")[0] in words("prefixes")
