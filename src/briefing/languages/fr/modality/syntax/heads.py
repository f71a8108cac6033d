"""Whether a word that may be a finite verb is one here: the words around it decide."""

from __future__ import annotations

from briefing.languages.fr.modality.syntax.grammar import grammar, is_between
from briefing.languages.fr.modality.syntax.tokens import Tokens


def heads(tokens: Tokens, index: int) -> bool:
    """Whether the words around allow a finite verb here, and not a noun or a participle."""
    found, before = tokens.forms[index], tokens[index - 1]
    if not found.finite or index in tokens.capitals or (found.person and not _has_person(tokens, index)):
        return False
    if tokens[index] in grammar().verbal_prepositions and tokens[index + 1] not in grammar().entered:
        return False
    if after_subject(tokens, index) or _after_plural(tokens, index) or _after_article_clitic(tokens, index):
        return True
    if _after_noun_opener(tokens, index):
        return False
    lone = found.weak and tokens[index + 1] not in grammar().objects
    if lone and (before.isdigit() or before in grammar().prenominal or _is_first_noun(tokens, index)):
        return False
    return not (found.participle and _after_auxiliary(tokens, index))


def _is_first_noun(tokens: Tokens, index: int) -> bool:
    """« Baisse des charges »: what looks like a verb at the head of a sentence is a noun, but for « reste »."""
    return not tokens[index - 1] and not tokens.forms[index].may_be(grammar().initial)


def before_clitics(tokens: Tokens, verb: int) -> int:
    """The place of the word before a verb and its clitics; -1 (an empty word) at the head of the sentence."""
    place = verb - 1
    while place >= 0 and tokens[place] in grammar().clitics:
        place -= 1
    return place


def after_subject(tokens: Tokens, index: int) -> bool:
    """Whether a subject pronoun, « qui », « ne » or « se » stands before, clitics aside, or the subject follows."""
    before = before_clitics(tokens, index)
    if not grammar().pure_clitics.isdisjoint(tokens.words[before + 1 : index]):
        return True
    if tokens[before] == "ce":
        return tokens.forms[index].may_be(grammar().after_ce)
    return tokens[before] in grammar().subjects or tokens.inverted(index)


def _after_noun_opener(tokens: Tokens, index: int) -> bool:
    """A determiner or preposition opens a noun phrase; but « le premier a », « trois ont », « Un » in a name."""
    before, words = tokens[index - 1], grammar()
    if index - 1 in tokens.capitals:
        return False
    if tokens.forms[index].may_be(words.auxiliary_verbs):
        return before in words.articles or before in words.prepositions
    return before in words.determiners or before in words.prepositions


def _after_article_clitic(tokens: Tokens, index: int) -> bool:
    """« les a vus », « la redoutait »; not « l'est du pays »."""
    before, text = tokens[index - 1], tokens[index]
    sure = tokens.forms[index].clear or text in grammar().auxiliaries
    return before in grammar().article_clitics and sure and (before, text) != ("l'", "est")


def _after_plural(tokens: Tokens, index: int) -> bool:
    """« certains dénoncent », « les voisins l'accusent »: no noun in -ent is a plural."""
    if not tokens[index].endswith("ent"):
        return False
    place = index - 2 if tokens[index - 1] == "l'" else index - 1
    plural = tokens[place].endswith(("s", "x")) and tokens[place] not in grammar().prepositions
    return plural and (place < index - 1 or tokens[place] in grammar().determiners)


def _has_person(tokens: Tokens, index: int) -> bool:
    """Whether the pronoun that the ending asks for stands near."""
    near = tokens.words[max(0, index - 4) : index] + tokens.words[index + 1 : index + 3]
    person = grammar().i if tokens.forms[index].person == "je" else grammar().we
    return not person.isdisjoint(near)


def _after_auxiliary(tokens: Tokens, index: int) -> bool:
    """Whether an auxiliary stands before, with nothing but adverbs between: « a toujours dit »."""
    for place in range(index - 1, max(-1, index - 5), -1):
        if tokens.forms[place].may_be(grammar().auxiliary_verbs):
            return True
        if not is_between(tokens[place]):
            return False
    return False
