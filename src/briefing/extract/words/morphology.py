"""What a word can be: a packed table of all the forms of a language with their analyses.

The table is two files beside each other, written by `pack` and read by `Lexicon`. `<name>.marisa` is a trie from each
stem to its paradigms. `<name>.paradigms` is text, one after the other and an empty line between them:

- the features that a form can have, one line for each set of them that occurs: `|s|13|present,|s|2|imperative`,
  that is gender, number, persons and tense of each analysis;
- the paradigms, one a line: `0|er|VERB||t;e=12;es=7;`, that is how many letters of the stem to cut and which to add for
  the lemma, part of speech, kind, valency, then each ending with the line number of its features, counted from 0.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from os.path import commonprefix
from pathlib import Path

from marisa_trie import RecordTrie
from msgspec import Struct

REMEMBERED = 8192  # forms whose analyses stay at hand: nearly every word of a running text, some 4 MB
NUMBER = "<H"  # two bytes hold the number of a paradigm
LONGEST = 100  # letters; what is longer is no word, and looking it up takes the square of its length
SHORTEST = 3  # a stem of fewer letters would begin too many words; its forms stand whole


class Pos(StrEnum):
    """Parts of speech."""

    VERB = "VERB"
    AUX = "AUX"
    """A verb that helps another; lexicons say VERB, the sentence decides."""
    NOUN = "NOUN"
    NAME = "NAME"
    ADJ = "ADJ"
    DET = "DET"
    PRON = "PRON"
    PREP = "PREP"
    CONJ = "CONJ"
    ADV = "ADV"
    NUM = "NUM"
    INTJ = "INTJ"


class Tense(StrEnum):
    """Tense, mood and verbal form in one."""

    PRESENT = "present"
    IMPERFECT = "imperfect"
    PAST = "past"
    """The simple past: « déclara », “declared”."""
    FUTURE = "future"
    CONDITIONAL = "conditional"
    SUBJUNCTIVE = "subjunctive"
    SUBJUNCTIVE_IMPERFECT = "subjunctive imperfect"
    IMPERATIVE = "imperative"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    """The past participle: « déclaré », “declared”."""
    GERUND = "gerund"
    """The present participle: « déclarant », “declaring”."""

    @property
    def finite(self) -> bool:
        """Whether a verb in it can stand with a subject, and so make a clause."""
        return self not in (Tense.INFINITIVE, Tense.PARTICIPLE, Tense.GERUND)


class Analysis(Struct, frozen=True):
    """One way to understand a form. An empty string says nothing: either gender, either number, no person."""

    lemma: str
    pos: Pos
    gender: str = ""
    """`m` or `f`."""
    number: str = ""
    """`s` or `p`."""
    persons: str = ""
    """The persons it can be, of that number: `13` for « mange »."""
    tense: Tense | None = None
    kind: str = ""
    """Of a name, where it is known: `given`, `family` or `place`."""
    valency: str = ""
    """What a verb takes, a letter each; the language says which letters it uses."""


class Lexicon:
    """The forms of a language. Words are in lower case, names have their capital, the apostrophe is straight."""

    def __init__(self, path: Path) -> None:
        """Reads `path` (`….marisa`) and the paradigms beside it; raises OSError where one is missing."""
        self._stems = RecordTrie(NUMBER)
        self._stems.load(str(path))
        features, _, paradigms = path.with_suffix(".paradigms").read_text("utf-8").partition("\n\n")
        self._features = [tuple(_features(one) for one in line.split(",")) for line in features.splitlines()]
        self._paradigms = paradigms.splitlines()
        self.analyses = lru_cache(REMEMBERED)(self._analyses)
        """All that a form can be, in a fixed order; empty where it is unknown."""

    def _analyses(self, form: str) -> tuple[Analysis, ...]:
        found: list[Analysis] = []
        if len(form) > LONGEST:
            return ()
        for stem in self._stems.prefixes(form):
            ending = f";{form[len(stem) :]}="
            for (number,) in self._stems[stem]:
                paradigm = self._paradigms[number]
                if (at := paradigm.find(ending)) > 0:
                    found += self._ended(stem, paradigm, at + len(ending))
        return tuple(found)

    def _ended(self, stem: str, paradigm: str, at: int) -> list[Analysis]:
        """What `stem` can be with the ending of its paradigm whose features stand at the offset `at`."""
        cut, add, pos, kind, valency = paradigm[: paradigm.index(";")].split("|")
        lemma, part = stem[: len(stem) - int(cut)] + add, Pos(pos)
        features = self._features[int(paradigm[at : paradigm.index(";", at)])]
        return [Analysis(lemma, part, g, n, p, tense, kind, valency) for g, n, p, tense in features]


@cache
def lexicon_of(package: str) -> Lexicon:
    """The lexicon of a language's grammar, opened when first asked."""
    return Lexicon(Path(str(files(package) / "lexicon.marisa")))


Features = tuple[str, str, str, Tense | None]


def _features(written: str) -> Features:
    gender, number, persons, tense = written.split("|")
    return gender, number, persons, Tense(tense) if tense else None


def pack(forms: Iterable[tuple[str, Analysis]], path: Path) -> None:
    """Writes the table of `forms` to `path` (`….marisa`) and its paradigms beside it: same forms, same bytes."""
    words: defaultdict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for form, a in forms:
        features = f"{a.gender}|{a.number}|{a.persons}|{a.tense or ''}"
        words[a.lemma, f"{a.pos}|{a.kind}|{a.valency}"][form].add(features)
    sets = _numbered(",".join(sorted(f)) for found in words.values() for f in found.values())
    stems = [
        (stem, _paradigm(stem, lemma, word, endings, sets))
        for (lemma, word), found in words.items()
        for stem, endings in _stems(lemma, found)
    ]
    paradigms = _numbered(paradigm for _, paradigm in stems)
    RecordTrie(NUMBER, sorted((stem, (paradigms[p],)) for stem, p in stems)).save(str(path))
    text = "\n".join(sets) + "\n\n" + "\n".join(paradigms)
    path.with_suffix(".paradigms").write_text(text, "utf-8", newline="\n")


Endings = dict[str, set[str]]


def _stems(lemma: str, forms: Endings) -> Iterator[tuple[str, Endings]]:
    """What a word's forms begin with, and what follows; each form by itself where they share too little."""
    stem = _beginning(lemma, *forms)
    if len(stem) >= min(SHORTEST, len(lemma)):
        yield stem, {form[len(stem) :]: features for form, features in forms.items()}
    else:
        yield from ((form, {"": features}) for form, features in forms.items())


def _paradigm(stem: str, lemma: str, word: str, endings: Endings, sets: dict[str, int]) -> str:
    kept = len(_beginning(stem, lemma))
    written = "".join(f"{end}={sets[','.join(sorted(features))]};" for end, features in sorted(endings.items()))
    return f"{len(stem) - kept}|{lemma[kept:]}|{word};{written}"


def _numbered(lines: Iterable[str]) -> dict[str, int]:
    """Each line once with its number, the most frequent first."""
    often = Counter(lines)
    return {line: number for number, line in enumerate(sorted(often, key=lambda line: (-often[line], line)))}


def _beginning(*words: str) -> str:
    """The letters with which all the words begin."""
    return commonprefix(words)  # noqa: RUF071 - it compares letters, and that is wanted
