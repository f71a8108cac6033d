"""The closed classes of `grammar.yaml`, as sets of lower-case words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """`grammar.yaml`; the file says what each class is for."""

    determiners: Words
    articles: Words
    prepositions: Words
    subjects: Words
    clitics: Words
    pure_clitics: Words
    negations: Words
    negative_subjects: Words
    relatives: Words
    circumstances: Words
    before_que: Words
    comparatives: Words
    coordinators: Words
    between: Words
    plural_persons: Words
    que: Words
    ne: Words
    conditions: Words
    which: Words
    auxiliaries: Words
    auxiliary_verbs: Words
    article_clitics: Words
    after_ce: Words
    bare_negation: Words
    may_lack_verb: Words
    infinitive_links: Words
    links: Words
    impersonals: Words
    personals: Words
    i: Words
    we: Words
    me: Words
    contrasts: Words
    no_conditions: Words
    adversatives: Words
    first_person: Words
    pointers: Words
    objects: Words
    turned: Words
    prenominal: Words
    verbal_prepositions: Words
    entered: Words
    generic: Words
    initial: Words


@cache
def grammar() -> Grammar:
    """The closed classes of French."""
    return Grammar(**read_classes(__package__, "grammar"))


def read_classes(package: str, name: str) -> dict[str, Words]:
    """The classes of `name`.yaml in `package`: under each name, words with blanks between."""
    text = (files(package) / f"{name}.yaml").read_text("utf-8")
    return {key: frozenset(str(words).split()) for key, words in yaml.safe_load(text).items()}


def is_between(text: str) -> bool:
    """Whether the word may stand between an auxiliary and its participle: an adverb, a clitic."""
    return text in grammar().between or text.endswith("ment")
