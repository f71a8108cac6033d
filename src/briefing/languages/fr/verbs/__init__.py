"""French verb forms: which verb and tense a word may be.

Verbs in -er are recognised by their endings, all others by those that `paradigms.yaml` gives their family; both need
the infinitive to stand in `infinitives.yaml`. A word may have several readings (« suis »: être, suivre), and a form may
also be a noun (« porte »): who asks must look at the words around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from briefing.extract.lexicon import load


class Tense(StrEnum):
    """Tense or mood of a form; person is not kept, number only where the ending tells."""

    INFINITIVE = "infinitive"
    PRESENT = "present"
    IMPERFECT = "imperfect"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    PAST_SIMPLE = "past_simple"
    SUBJUNCTIVE = "subjunctive"
    PAST_PARTICIPLE = "past_participle"
    PRESENT_PARTICIPLE = "present_participle"


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """One reading of a word: the infinitive, and the tense."""

    lemma: str
    tense: Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """One family of `paradigms.yaml`; the fields are explained there."""

    suffix: str
    present: str
    future: str
    simple: str
    subjunctive: str
    participle: str
    example: str
    imperfect: str | None = None
    gerund: str | None = None
    not_for: tuple[str, ...] = ()

    def conjugate(self) -> dict[Tense, tuple[str, ...]]:
        """Every form of the family's suffix."""
        present = [form for form in self.present.split() if form != "-"]
        stem = self.imperfect or present[-3].removesuffix("ons")
        past = [self.simple, self.simple.removesuffix("t") + "s", _plural(self.simple)] if self.simple != "-" else []
        gerund = self.gerund or stem + "ant"
        root = self.participle
        once = [_past_subjunctive(form) for form in past[:1]]
        return {
            Tense.INFINITIVE: (self.suffix,),
            Tense.PRESENT: tuple(present),
            Tense.IMPERFECT: tuple(stem + e for e in _IMPERFECT),
            Tense.FUTURE: tuple(self.future + e for e in _FUTURE),
            Tense.CONDITIONAL: tuple(self.future + e for e in _IMPERFECT),
            Tense.PAST_SIMPLE: tuple(past),
            Tense.SUBJUNCTIVE: (self.subjunctive, _subjunctive_plural(self.subjunctive), *once),
            Tense.PAST_PARTICIPLE: (root, root + "e", root if root.endswith("s") else root + "s", root + "es"),
            Tense.PRESENT_PARTICIPLE: (gerund,) if gerund != "-" else (),
        }


_IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_FINIR = Paradigm(
    suffix="ir",
    present="is is it issons issez issent",
    future="ir",
    simple="it",
    subjunctive="isse",
    participle="i",
    example="",
)
_REGULAR = (  # endings of « parler », longest first, so that « erait » is not read as « ait »
    *((Tense.CONDITIONAL, "er" + e) for e in _IMPERFECT),
    *((Tense.FUTURE, "er" + e) for e in _FUTURE),
    (Tense.PAST_SIMPLE, "èrent"),
    *((Tense.IMPERFECT, e) for e in _IMPERFECT),
    *((Tense.PAST_PARTICIPLE, e) for e in ("ées", "ée", "és", "é")),
    (Tense.PRESENT_PARTICIPLE, "ant"),
    (Tense.SUBJUNCTIVE, "ât"),
    *((Tense.PRESENT, e) for e in ("ons", "ent", "ez", "es", "e")),
    *((Tense.PAST_SIMPLE, e) for e in ("a", "ai", "as")),
    (Tense.INFINITIVE, "er"),
)
_ENVOYER = {"enverr": "envoyer", "renverr": "renvoyer"}


def _plural(simple: str) -> str:
    """Third person plural of a passé simple: « prit » → « prirent », « alla » → « allèrent »."""
    return simple[:-1] + ("èrent" if simple.endswith("a") else "rent")


def _past_subjunctive(simple: str) -> str:
    """Third person singular of the imperfect subjunctive: « fut » → « fût », « alla » → « allât »."""
    circumflex = {"a": "ât", "ut": "ût", "it": "ît", "int": "înt"}
    ending = next((e for e in ("int", "ut", "it", "a") if simple.endswith(e)), "")
    return simple.removesuffix(ending) + circumflex.get(ending, "")


def _subjunctive_plural(form: str) -> str:
    """Third person plural of a subjunctive: « prenne » → « prennent », « soit » → « soient »."""
    return form + "nt" if form.endswith("e") else form[:-1] + "ent"


@cache
def infinitives() -> frozenset[str]:
    """All infinitives that the pack knows."""
    text = (files(__package__) / "infinitives.yaml").read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    lines = yaml.load(text, Loader=loader).values()  # noqa: S506 - a safe loader, in C where there is one
    return frozenset(verb for line in lines for verb in line.split())


def _irregular(word: str) -> Iterator[Form]:
    """The readings of a word as a form of the verbs that are not in -er."""
    for start in range(len(word)):
        for family, tense in _endings().get(word[start:], ()):
            verb = word[:start] + family.suffix
            if verb in infinitives() and _family(verb) is family:
                yield Form(verb, tense)


@cache
def _endings() -> dict[str, list[tuple[Paradigm, Tense]]]:
    """What forms end with, and for which families and tenses."""
    found: dict[str, list[tuple[Paradigm, Tense]]] = defaultdict(list)
    for family in (*load(__package__, "paradigms", Paradigm), _FINIR):
        for tense, endings in family.conjugate().items():
            for ending in endings:
                found[ending].append((family, tense))
    return dict(found)


@cache
def _families() -> dict[str, list[Paradigm]]:
    """By suffix."""
    found: dict[str, list[Paradigm]] = defaultdict(list)
    for family in load(__package__, "paradigms", Paradigm):
        found[family.suffix].append(family)
    return dict(found)


@cache
def _family(verb: str) -> Paradigm | None:
    """The family of the longest suffix; else that of « finir », or none."""
    endings = (verb[start:] for start in range(len(verb)))
    found = (family for ending in endings for family in _families().get(ending, ()) if verb not in family.not_for)
    return next(found, _FINIR if verb.endswith("ir") else None)


def _first_group(stem: str) -> set[str]:
    """The infinitives in -er that a stem may come from, spelling changes undone (« lanç », « mèn », « appell »)."""
    stems = {stem}
    if stem.endswith("ç"):
        stems.add(stem[:-1] + "c")
    if stem.endswith("ge"):
        stems.add(stem[:-1])
    if stem.endswith("i"):
        stems.add(stem[:-1] + "y")
    if stem[-2:] in {"ll", "tt"}:
        stems.add(stem[:-1])
    accent = stem.rfind("è")
    if accent >= 0:
        stems |= {stem[:accent] + e + stem[accent + 1 :] for e in "eé"}
    return {s + "er" for s in stems} & infinitives()


@lru_cache(maxsize=1 << 16)
def analyse(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case (« aurait » → conditional of avoir), sorted; none for what is no verb."""
    forms = set(_irregular(word))
    for tense, ending in _REGULAR:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            forms |= {Form(verb, tense) for verb in _first_group(word.removesuffix(ending)) if verb != "aller"}
    for stem, verb in _ENVOYER.items():
        if word.startswith(stem):
            tense = Tense.CONDITIONAL if word.removeprefix(stem) in _IMPERFECT else Tense.FUTURE
            forms.add(Form(verb, tense))
    return tuple(sorted(forms))


def is_form(word: str, *tenses: Tense) -> bool:
    """Whether the word, in lower case, may be a verb in one of these tenses."""
    return any(form.tense in tenses for form in analyse(word))
