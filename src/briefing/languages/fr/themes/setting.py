"""How a theme stands in its sentence: taken up as known, denied, and where it happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.corpus.text import fold
from briefing.extract.pack import Theme
from briefing.languages.fr.themes.inflection import words
from briefing.languages.fr.themes.nations import nations
from briefing.languages.fr.themes.position import (
    Position,
    Token,
    adjoin,
    is_auxiliary,
    is_light,
    position,
    tokens,
)
from briefing.languages.fr.themes.themes import themes
from briefing.languages.fr.themes.vocabulary import classes, qualifiers
from briefing.languages.fr.verbs import Tense, analyse

_REACH = 5
"""Words between a negation and what it denies, or between a preposition and the end of the place it leads to."""


def spoken_of(text: str) -> tuple[Theme, ...]:
    """The themes, the nations (`nation/suede`) and the places (`where`) of a text, in order of start and end."""
    folded = fold(text)
    line = tokens(folded)
    at = {token.start: number for number, token in enumerate(line)}
    found = [_set(theme, folded, line, at[theme.start]) for theme in themes(text)]
    found += [Theme(f"nation/{place}", start, end) for place, start, end in nations(text)]
    found += [Theme("where", start, end) for start, end in _places(folded, line)]
    return tuple(sorted(found, key=lambda theme: (theme.start, theme.end, theme.name)))


def _set(theme: Theme, text: str, line: Sequence[Token], at: int) -> Theme:
    entry = classes()[theme.name]
    passive = _is_passive(text, line, at)
    return Theme(
        theme.name,
        theme.start,
        theme.end,
        broader=entry.broader,
        opposite=entry.opposite,
        reaction=entry.reaction,
        aside=_is_given(text, line, at) or _is_aim(text, line, at) or _is_topic(text, line, at),
        nominal=_is_noun(text, line, at),
        passive=passive,
        doer=_doer(text, line, at) if passive else None,
        qualifies=line[at].word in qualifiers(),
        negated=_is_negated(text, line, at),
    )


def _is_noun(text: str, line: Sequence[Token], at: int) -> bool:
    return not analyse(line[at].word) or position(text, line, at) in {Position.DETERMINER, Position.NUMBER}


def _is_passive(text: str, line: Sequence[Token], at: int) -> bool:
    """« a été livré », « les armes livrées », « est détenu »; not « a livré », « ont ensuite livré »."""
    if not any(form.tense is Tense.PAST_PARTICIPLE for form in analyse(line[at].word)):
        return False
    for step in range(at, max(0, at - _REACH), -1):
        word = line[step - 1].word
        if not adjoin(text, line, step):
            return True
        if is_auxiliary(word):
            return any(form.lemma == "être" for form in analyse(word))
        if not (is_light(word) or word in words("before_verb")):
            return True
    return True


def _doer(text: str, line: Sequence[Token], at: int) -> int | None:
    """Behind « par », if it follows before the clause ends."""
    for step in range(at + 1, min(len(line), at + 2 * _REACH)):
        if not adjoin(text, line, step):
            return None
        if line[step].word in words("by"):
            return line[step].end
    return None


def _is_given(text: str, line: Sequence[Token], at: int) -> bool:
    """« cette coopération », « cette même coopération »."""
    while adjoin(text, line, at):
        at -= 1
        if line[at].word in words("demonstrative"):
            return True
        if line[at].word not in words("prenominal"):
            return False
    return False


def _is_aim(text: str, line: Sequence[Token], at: int) -> bool:
    """« pour soutenir », « afin de mieux protéger »."""
    for step in range(at, max(0, at - _REACH), -1):
        word = line[step - 1].word
        if not adjoin(text, line, step):
            return False
        if word in words("aim"):
            return any(form.lemma == line[at].word for form in analyse(line[at].word))
        if not (is_light(word) or word in words("of") or word in words("article_or_pronoun")):
            return False
    return False


def _is_topic(text: str, line: Sequence[Token], at: int) -> bool:
    """« des rumeurs concernant l'envoi de », as far as the noun phrase goes."""
    for step in range(at, max(0, at - 2 * _REACH), -1):
        word = line[step - 1].word
        if not adjoin(text, line, step) or word in words("before_verb") or is_auxiliary(word):
            return False
        if word in words("topic"):
            return True
    return False


def _is_negated(text: str, line: Sequence[Token], at: int) -> bool:
    """« n'a pas encore livré », « sans confirmer », « aucun envoi »; not « ne livre que des vivres »."""
    if any(token.word in words("restriction") for token in line[at + 1 : at + 2]):
        return False
    for step in range(at, max(0, at - _REACH), -1):
        if not adjoin(text, line, step):
            return False
        word = line[step - 1].word
        if word in words("negation"):
            return True
        if not (is_light(word) or is_auxiliary(word) or word in words("before_verb") or word in words("determiner")):
            return False
    return False


def _places(text: str, line: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """« vers l'Ukraine », « dans l'est du pays », « sur le sol ukrainien »: with the preposition."""
    for at, token in enumerate(line):
        if not (token.word in words("locative") or _is_ground(line, at) or _is_before_name(text, line, at)):
            continue
        end = at + 1
        while end < len(line) and end - at <= _REACH and adjoin(text, line, end) and not _leaves(line[end].word):
            end += 1
        if end > at + 1:
            yield token.start, line[end - 1].end


def _is_ground(line: Sequence[Token], at: int) -> bool:
    return line[at].word in words("before_ground") and any(t.word in words("ground") for t in line[at + 1 : at + 3])


def _is_before_name(text: str, line: Sequence[Token], at: int) -> bool:
    """« à Lyon », not « à la Russie »."""
    named = at + 1 < len(line) and adjoin(text, line, at + 1) and text[line[at + 1].start].isupper()
    return named and line[at].word in words("before_name")


def _leaves(word: str) -> bool:
    """« en Ukraine pour … »: another preposition ends the phrase."""
    return word in words("preposition") and word not in words("of")
