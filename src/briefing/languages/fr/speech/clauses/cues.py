"""Cue verbs: which words of a sentence report speech, thought, fear or promise, and how they are used there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from briefing.extract.lexicon import load
from briefing.languages.fr.speech.syntax.grammar import LIGHT, Tag, grammar, is_auxiliary, lemmas
from briefing.languages.fr.speech.syntax.groups import Words, form_at, tag_at
from briefing.languages.fr.speech.syntax.tagging import auxiliary_before


class Frame(StrEnum):
    """What carries the content; `cues.yaml` shows each."""

    THAT = "that"
    INFINITIVE = "infinitive"
    ACTION = "action"
    COMPLEMENT = "complement"
    FIGURE = "figure"
    OBJECT = "object"
    ACCUSATION = "accusation"
    LABEL = "label"
    SEEN_IN = "seen_in"
    JUDGEMENT = "judgement"
    SELF = "self"
    ATTITUDE = "attitude"
    INSERTION = "insertion"
    ACT = "act"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """An entry of `cues.yaml`; the fields are explained there."""

    verb: str
    frames: tuple[Frame, ...]
    stance: str
    example: str
    counter: str | None = None
    reflexive: bool = False
    then: tuple[str, ...] = ()
    preposition: str = "de"
    subject: str | None = None
    addressee: bool = False
    negated: str | None = None


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue at work: its words are `first` to `last` (excluded), its verb stands at `head`."""

    cues: tuple[Cue, ...]
    first: int
    head: int
    last: int
    tag: Tag
    negated: bool = False
    restricted: bool = False
    """« ne dit que … »."""
    passive: bool = False
    about: bool = False
    """An object pronoun stands for the content: « l'affirme »."""
    inverted: int | None = None
    """The index of « -t-il »."""

    def having(self, frame: Frame) -> Cue | None:
        """The entry that allows `frame`."""
        return next((cue for cue in self.cues if frame in cue.frames), None)


_VERB_FORMS = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.INFINITIVE})
_NO = frozenset(
    {"pas", "jamais", "plus", "guère", "point", "nullement", "aucunement", "rien", "personne", "aucun", "aucune", "ni"}
)
_BEFORE_EN = frozenset({Tag.SUBJECT, Tag.NEGATION, Tag.CLITIC, Tag.RELATIVE})
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _single() -> dict[str, tuple[Cue, ...]]:
    return _by_verb(cue for cue in load(__package__, "cues", Cue) if not cue.then)


@cache
def _composed() -> dict[str, tuple[tuple[list[str], Cue], ...]]:
    """Cues of several words, by the last word, with the words that follow the verb."""
    found: dict[str, list[tuple[list[str], Cue]]] = defaultdict(list)
    for cue in load(__package__, "cues", Cue):
        for words in cue.then:
            found[words.split()[-1]].append((words.split(), cue))
    return {word: tuple(cues) for word, cues in found.items()}


def _by_verb(cues: Iterator[Cue]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues:
        found[cue.verb].append(cue)
    return {verb: tuple(entries) for verb, entries in found.items()}


@lru_cache(maxsize=1 << 15)
def _cues(form: str) -> tuple[Cue, ...]:
    return tuple(cue for lemma in sorted(lemmas(form)) for cue in _single().get(lemma, ()))


def may_be_cue(form: str) -> bool:
    """Whether a form may be a cue verb, or end one (« savoir » in « faire savoir »)."""
    return bool(_cues(form)) or form in _composed()


def stance_of(cue: str) -> str | None:
    """The stance of the verb in an attribution's cue (« a démenti que » → denial), None for a connector."""
    for word in _WORD.findall(cue.lower().replace("’", "'")):
        entries = _cues(word)
        if entries:
            return entries[0].stance
    return None


def cue_verbs(words: Words) -> list[CueVerb]:
    """The cue verbs of a sentence, in order; auxiliaries, negation and pronouns belong to them."""
    composed = _composed()
    found = [cue for i, word in enumerate(words) if word.form in composed and (cue := _composed_at(words, i))]
    taken = {cue.head for cue in found}
    for i, word in enumerate(words):
        if word.tag in _VERB_FORMS and i not in taken and (cues := _cues(word.form)):
            cue = _verb_at(words, i, i + 1, cues)
            found += [cue] if cue else []
    return sorted(found, key=lambda cue: cue.first)


def _composed_at(words: Words, i: int) -> CueVerb | None:
    """The cue whose last word stands at `i`: « a toujours fait savoir »."""
    for then, cue in _composed()[words[i].form]:
        first = i - len(then) + 1
        if [word.form for word in words[max(0, first) : i + 1]] != then:
            continue
        verb = first - 1
        while tag_at(words, verb) in LIGHT:
            verb -= 1
        if verb >= 0 and cue.verb in lemmas(words[verb].form):
            return _verb_at(words, verb, i + 1, (cue,))
    return None


def _verb_at(words: Words, head: int, last: int, cues: tuple[Cue, ...]) -> CueVerb | None:
    tag = words[head].tag
    auxiliary = auxiliary_before(words, head) if tag is Tag.PARTICIPLE else None
    first = group_start(words, auxiliary if auxiliary is not None else head)
    if tag is Tag.INFINITIVE and (governor := _governor(words, first)) is not None:
        first, tag = governor, Tag.VERB
    forms = [word.form for word in words[first:last]]
    reflexive = not {"se", "s'"}.isdisjoint(forms)
    inverted = next((i for i in range(first, min(last + 1, len(words))) if words[i].tag is Tag.INVERTED), None)
    negative = any(word.tag is Tag.NEGATION for word in words[first:last])
    denied = not _NO.isdisjoint(word.form for word in words[max(0, first - 8) : last + 2])
    kept = tuple(cue for cue in cues if _fits(cue, reflexive=reflexive, negated=negative and denied))
    if not kept:
        return None
    return CueVerb(
        cues=kept,
        first=first,
        head=head,
        last=last,
        tag=Tag.VERB if auxiliary is not None and words[auxiliary].tag is Tag.VERB else tag,
        negated=negative and denied,
        restricted=negative and not denied,
        passive=auxiliary is not None and not reflexive and _is_passive(words, auxiliary, head),
        about=any(word.form in grammar("pronoun") - {"en", "leur"} for word in words[first : min(head, first + 3)]),
        inverted=inverted,
    )


def _fits(cue: Cue, *, reflexive: bool, negated: bool) -> bool:
    if cue.reflexive != reflexive and (cue.reflexive or Frame.SELF not in cue.frames):
        return False
    return cue.negated == "also" or negated == (cue.negated == "only")


def group_start(words: Words, i: int) -> int:
    """Where the group of the verb at `i` begins: pronouns and « ne » stand in front of the conjugated form."""
    while i > 0:
        word = words[i - 1]
        pronoun = word.form in grammar("pronoun") and (word.form != "en" or tag_at(words, i - 2) in _BEFORE_EN)
        if word.tag not in (Tag.CLITIC, Tag.NEGATION) and not pronoun:
            break
        i -= 1
    return i


def _governor(words: Words, first: int) -> int | None:
    """The start of « continue de », « vient d' », « n'a cessé de », « va » before an infinitive."""
    i = first - 1
    if tag_at(words, i) is Tag.INVERTED and tag_at(words, i - 1) is Tag.VERB:
        return group_start(words, i - 1)  # « peut-on lire »
    while form_at(words, i) in {"de", "d'", "à", "par"} or tag_at(words, i) in (Tag.ADVERB, Tag.TIME):
        i -= 1
    if i < 0 or lemmas(words[i].form).isdisjoint(grammar("aspect")):
        return None
    if words[i].tag is Tag.PARTICIPLE:
        auxiliary = auxiliary_before(words, i)
        return group_start(words, auxiliary) if auxiliary is not None else None
    return group_start(words, i) if words[i].tag in (Tag.VERB, Tag.GERUND) else None


def _is_passive(words: Words, auxiliary: int, head: int) -> bool:
    return "être" in lemmas(words[auxiliary].form) or any(w.form == "été" for w in words[auxiliary:head])


def is_perfect(words: Words, verb: CueVerb) -> bool:
    """Whether an auxiliary carries the tense (« a déclaré »)."""
    return any(is_auxiliary(word) for word in words[verb.first : verb.head])
