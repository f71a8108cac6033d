"""Verbs of saying at work: which entries of cues.yaml a verb group fits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct

from briefing.extract.analysis.syntax import Syntax, Tag, VerbGroup
from briefing.extract.words.lexicon import Entry, load
from briefing.languages.fr.grammar.words import readings


class Frame(StrEnum):
    """What carries the content; cues.yaml shows each."""

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


class Cue(Entry, frozen=True, kw_only=True):
    """An entry of cues.yaml; the fields are explained there."""

    verb: str
    frames: tuple[Frame, ...]
    stance: str
    reflexive: bool = False
    then: tuple[str, ...] = ()
    preposition: str = "de"
    subject: str | None = None
    addressee: bool = False
    negated: str | None = None


class CueVerb(Struct, frozen=True):
    """A verb group that reports, the entries it fits, and where its words end (« fait [savoir] »)."""

    verb: VerbGroup
    cues: tuple[Cue, ...]
    last: int

    def having(self, frame: Frame) -> Cue | None:
        """The entry that allows a frame."""
        return next((cue for cue in self.cues if frame in cue.frames), None)


@cache
def _by_verb() -> Mapping[str, tuple[Cue, ...]]:
    found: defaultdict[str, list[Cue]] = defaultdict(list)
    for cue in load(__package__, "cues", Cue):
        found[cue.verb].append(cue)
    return {verb: tuple(cues) for verb, cues in found.items()}


def is_cue(lemma: str) -> bool:
    """Whether a verb may report."""
    return lemma in _by_verb()


def denies(lemma: str) -> bool:
    """Whether a verb says by itself that something is not so: « nier », not « se défendre »."""
    return any(c.stance == "denial" and Frame.ACT in c.frames and not c.reflexive for c in _by_verb().get(lemma, ()))


def reports_alone(lemma: str, *frames: Frame) -> bool:
    """Whether a verb reports without another word, in one of the frames if any is named: « juger », not « être »."""
    alone = [cue for cue in _by_verb().get(lemma, ()) if not cue.then]
    return any(not frames or frame in cue.frames for cue in alone for frame in frames or cue.frames)


def cue_verb(syntax: Syntax, verb: VerbGroup) -> CueVerb | None:
    """The entries that a verb group fits; None where it reports nothing."""
    entries = _by_verb().get(verb.lemma, ()) if not verb.passive else ()
    entries += _by_verb().get(syntax.words[verb.finite].lemma, ()) if verb.head != verb.finite else ()
    last = verb.last
    fitting: list[Cue] = []
    for cue in entries:
        end = _then(syntax, verb, cue) if cue.then else verb.last
        if end is None or not _fits(verb, cue):
            continue
        fitting.append(cue)
        last = max(last, end)
    return CueVerb(verb, tuple(fitting), last) if fitting else None


def _then(syntax: Syntax, verb: VerbGroup, cue: Cue) -> int | None:
    """Where the words end that must follow: « faire savoir », « être convaincu », « mettre en garde »."""
    start = verb.finite if syntax.words[verb.finite].lemma == cue.verb else verb.head
    forms = [word.form for word in syntax.words[start : verb.last + 4]]
    for words in cue.then:
        wanted = words.replace("' ", "'").split()
        for at, form in enumerate(forms):
            if form == wanted[0] and forms[at : at + len(wanted)] == wanted:
                return max(verb.last, start + at + len(wanted))
    return None


def _fits(verb: VerbGroup, cue: Cue) -> bool:
    """Whether a reflexive verb is one, and a negated one may report."""
    if cue.reflexive and not verb.reflexive:
        return False
    if verb.reflexive and not cue.reflexive and cue.frames == (Frame.ACT,):
        return False  # « L'éléphant s'appelle « Baron » »
    if verb.negated:
        return cue.negated in ("also", "only") or cue.stance in ("denial", "fear")
    return cue.negated != "only"


_WORD = re.compile(r"[^\W\d_]+")


def stance_of(cue: str) -> str | None:
    """The stance of the verb in an attribution's cue (« a démenti que » → denial), None for a connector."""
    words = _WORD.findall(cue.lower().replace("’", "'"))
    negated = any(reading.kind == "negative" for word in words for reading in readings(word, 0))
    for word in words:
        for reading in readings(word, 0):
            entries = _by_verb().get(reading.lemma, ()) if reading.tag in _VERBAL else ()
            fitting = [e for e in entries if not e.then or any(set(t.split()) <= set(words) for t in e.then)]
            if fitting:
                return _stance(fitting, negated=negated)
    return None


_VERBAL = frozenset({Tag.FINITE, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.GERUND})


def _stance(cues: list[Cue], *, negated: bool) -> str:
    wanted = [cue for cue in cues if negated == (cue.negated == "only")] or cues
    return wanted[0].stance
