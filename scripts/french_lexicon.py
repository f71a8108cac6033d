"""Makes the French lexicon from the tagged word list of Dicollecte.

    apt-get install hunspell-fr-comprehensive
    python scripts/french_lexicon.py

The list is `fr.dic` (stems with tags) and `fr.aff` (endings with tags), in Hunspell's format:
https://man.archlinux.org/man/hunspell.5. The tags are Grammalecte's, https://grammalecte.net: `po:` part of speech,
tense and person, `is:` gender and number, `st:` the lemma of an irregular form.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from briefing.extract.words.morphology import Analysis, Pos, Tense, pack

SOURCE = Path("/usr/share/hunspell/fr.dic")
SHA256 = "f98d56be522f05426ae254ecfac1d089b196ea19a35f231d8306715c19e47d9a"  # of version 7.0, the one that is packed
TARGET = Path(__file__).parents[1] / "src/briefing/languages/fr/grammar/lexicon.marisa"

POS = (  # the first pattern that fits a tag; what fits none is no word: affixes, signs, misspellings
    (r"v\d.*", Pos.VERB),
    (r"nom|loc\.nom|titr", Pos.NOUN),
    (r"adj|loc\.adj", Pos.ADJ),
    (r"adv|advint|negadv|loc\.adv", Pos.ADV),
    (r"det.*", Pos.DET),
    (r"pro.*", Pos.PRON),
    (r"prepv?|loc\.prepv?", Pos.PREP),
    (r"cj.*|loc\.cj.*", Pos.CONJ),
    (r"nb|nbro", Pos.NUM),
    (r"interj|loc\.interj", Pos.INTJ),
    (r"prn|patr|npr", Pos.NAME),
)
KINDS = {"prn": "given", "patr": "family"}
GENDERS = {"mas": "m", "fem": "f"}
NUMBERS = {"sg": "s", "pl": "p"}
TENSES = {
    "ipre": Tense.PRESENT,
    "iimp": Tense.IMPERFECT,
    "ipsi": Tense.PAST,
    "ifut": Tense.FUTURE,
    "cond": Tense.CONDITIONAL,
    "spre": Tense.SUBJUNCTIVE,
    "simp": Tense.SUBJUNCTIVE_IMPERFECT,
    "impe": Tense.IMPERATIVE,
    "infi": Tense.INFINITIVE,
    "ppas": Tense.PARTICIPLE,
    "ppre": Tense.GERUND,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of the affix file: an ending to put in the place of another, or a prefix, and the tags it brings."""

    prefix: bool
    cut: str
    add: str
    flags: str
    condition: re.Pattern[str]
    tags: tuple[str, ...]

    def applied(self, stem: str) -> str | None:
        """The form that the rule makes of `stem`, or None where it does not apply."""
        if not stem.endswith(self.cut) or not self.condition.search(stem):
            return None
        return self.add + stem if self.prefix else stem.removesuffix(self.cut) + self.add


@dataclass(frozen=True, slots=True)
class Form:
    """A form on its way from the stem."""

    form: str
    lemma: str
    tags: tuple[str, ...]


Rules = dict[str, list[Rule]]


def rules(path: Path) -> Rules:
    """The rules of an affix file by flag, without those that only write an elision before the word."""
    found: Rules = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        match line.split():
            case ["PFX" | "SFX" as kind, flag, cut, ending, condition, *tags]:
                add, _, flags = ending.partition("/")
                pattern = re.compile(f"^{condition}" if kind == "PFX" else f"{condition}$")
                cut, add = cut.removeprefix("0"), add.removeprefix("0")  # 0 stands for nothing
                if "'" not in add:
                    found[flag].append(Rule(kind == "PFX", cut, add, flags, pattern, tuple(tags)))
    return found


def expanded(stem: Form, flags: str, known: Rules) -> Iterator[Form]:
    """Every form of a stem, with the tags of the stem and of the rules that made it."""
    names = [flags[at : at + 2] for at in range(0, len(flags), 2)]
    if "()" not in names:  # the stem is a word itself
        yield stem
    for rule in (rule for name in names for rule in known.get(name, ())):
        form = rule.applied(stem.form)
        if form is not None:
            lemma = rule.add + stem.lemma if rule.prefix else stem.lemma
            yield from expanded(Form(form, lemma, stem.tags + rule.tags), rule.flags, known)


@cache
def meanings(tags: tuple[str, ...]) -> tuple[tuple[Analysis, str], ...]:
    """What a form with these tags can be, lemma and persons left out, and in which persons: thousands share their tags.

    A participle is a form of its verb; it is an adjective as well only where the list has that adjective.
    """
    values = [tag.partition(":")[2].rstrip("!") for tag in tags]
    gender = next((GENDERS[value] for value in values if value in GENDERS), "")
    number = next((NUMBERS[value] for value in values if value in NUMBERS), "")
    verb = next((value for value in values if re.fullmatch(r"v\d.*", value)), None)
    if verb:
        return tuple(_without_persons(_conjugated(verb, values, gender, number)))
    persons = "".join(value[0] for value in values if re.fullmatch(r"\dpe", value))
    found = [(value, next((pos for pattern, pos in POS if re.fullmatch(pattern, value)), None)) for value in values]
    return tuple(
        _without_persons(
            Analysis("", pos, gender, number, persons if pos is Pos.PRON else "", kind=KINDS.get(value, ""))
            for value, pos in found
            if pos
        )
    )


def _without_persons(analyses: Iterable[Analysis]) -> Iterator[tuple[Analysis, str]]:
    return ((replace(analysis, persons=""), analysis.persons) for analysis in analyses)


def _conjugated(verb: str, values: list[str], gender: str, number: str) -> Iterator[Analysis]:
    """The meanings of a verb's form: one for each tense and number."""
    valency = re.sub("[^itnqprme]", "", verb[2:])
    persons: dict[str, str] = {}
    for value in values:
        if found := re.fullmatch(r"(\d)[ij]?(sg|pl)", value):
            persons[NUMBERS[found[2]]] = persons.get(NUMBERS[found[2]], "") + found[1]
    for tense in (TENSES[value] for value in values if value in TENSES):
        if tense.finite:
            yield from (Analysis("", Pos.VERB, "", many, who, tense, "", valency) for many, who in persons.items())
        else:
            yield Analysis("", Pos.VERB, gender, number, "", tense, "", valency)


def forms(source: Path = SOURCE) -> Iterator[tuple[str, Analysis]]:
    """Every form of the list with one analysis each time; those that differ only in the person are one."""
    known = rules(source.with_suffix(".aff"))
    persons: defaultdict[tuple[str, str, Analysis], set[str]] = defaultdict(set)
    for line in source.read_text("utf-8").splitlines()[1:]:
        head, *tags = line.replace("’", "'").split()
        if "po:err" in tags:
            continue
        stem, _, flags = head.partition("/")
        lemma = next((tag[3:] for tag in tags if tag.startswith("st:")), stem)
        own = tuple(tag for tag in tags if not tag.startswith("st:"))
        for found in expanded(Form(stem, lemma, own), flags, known):
            for meaning, of in meanings(found.tags):
                persons[found.form, found.lemma, meaning].update(of)
    for (form, lemma, analysis), who in persons.items():
        yield form, replace(analysis, lemma=lemma, persons="".join(sorted(who)))


def check(source: Path = SOURCE) -> None:
    """Raises SystemExit with what to do where the list is missing, or is not the version that is packed."""
    if not source.exists():
        raise SystemExit(f"{source} is missing: apt-get install hunspell-fr-comprehensive")
    if hashlib.sha256(source.read_bytes()).hexdigest() != SHA256:
        raise SystemExit(f"{source} is another version: pack it, read what changes, and write its hash in {__file__}")


if __name__ == "__main__":
    check()
    pack(forms(), TARGET)
