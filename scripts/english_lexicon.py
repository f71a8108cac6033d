"""Makes the English lexicon from LemmInflect's table of forms and Faker's given names, both under the MIT license.

    pip install --no-deps lemminflect faker
    python scripts/english_lexicon.py

A row of the table is a word, its part of speech and its forms, alternatives between slashes: a noun's plural; an
adjective's or adverb's comparative and superlative; a verb's past, past participle (empty where it is like the past),
present participle and third person. `word,noun,word` is a noun that is not counted. The table comes from the
SPECIALIST Lexicon, https://lhncbc.nlm.nih.gov/LSG; the given names from the registers of the United States and the
United Kingdom. Orders and subjunctives look like infinitives in English and have no analysis of their own.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from briefing.extract.words.morphology import Analysis, Pos, Tense, pack

TARGET = Path(__file__).parents[1] / "src/briefing/languages/en/grammar/lexicon.marisa"
TABLE = "lemminflect/resources/infl_lu.csv.gz"
IRREGULAR = (  # what the table lacks: to be, and the verbs that have no infinitive
    ("be", "be", "", "", Tense.INFINITIVE),
    ("am", "be", "s", "1", Tense.PRESENT),
    ("is", "be", "s", "3", Tense.PRESENT),
    ("are", "be", "p", "123", Tense.PRESENT),
    ("are", "be", "s", "2", Tense.PRESENT),
    ("was", "be", "s", "13", Tense.PAST),
    ("were", "be", "p", "123", Tense.PAST),
    ("were", "be", "s", "2", Tense.PAST),
    ("been", "be", "", "", Tense.PARTICIPLE),
    ("being", "be", "", "", Tense.GERUND),
    *((form, form, "", "123", Tense.PRESENT) for form in ("can", "may", "must", "shall", "will", "ought")),
    *((form, lemma, "", "123", Tense.PAST) for form, lemma in (("could", "can"), ("might", "may"))),
    *((form, lemma, "", "123", Tense.CONDITIONAL) for form, lemma in (("should", "shall"), ("would", "will"))),
)


def check(packages: tuple[str, ...] = ("lemminflect", "faker")) -> None:
    """Raises SystemExit with what to do where a source is missing."""
    for package in packages:
        try:
            distribution(package)
        except PackageNotFoundError:
            raise SystemExit(f"{package} is missing: pip install --no-deps {' '.join(packages)}") from None


def table() -> list[list[str]]:
    """The rows of the table."""
    path = distribution("lemminflect").locate_file(TABLE)  # read, not imported: importing it needs numpy
    text = gzip.decompress(Path(str(path)).read_bytes()).decode("utf-8")
    return [line.split(",") for line in text.splitlines()]


def forms() -> Iterator[tuple[str, Analysis]]:
    """Every form of the table and of the given names, with one analysis each time."""
    rows = table()
    nationalities = {word for word, kind, *_ in rows if kind == "adj"}
    for word, kind, *written in rows:
        others = [cell.split("/") if cell else [] for cell in written]
        if kind == "noun":
            yield from _noun(word, others[0], is_name=word[0].isupper() and word not in nationalities)
        elif kind == "verb":
            yield from _verb(word, *others)
        else:
            pos = Pos.ADJ if kind == "adj" else Pos.ADV
            yield from ((form, Analysis(word, pos)) for form in (word, *(form for cell in others for form in cell)))
    for form, lemma, number, persons, tense in IRREGULAR:
        yield form, Analysis(lemma, Pos.VERB, number=number, persons=persons, tense=tense)
    for name, gender in given_names().items():
        yield name, Analysis(name, Pos.NAME, gender=gender, kind="given")


def _noun(word: str, plurals: list[str], *, is_name: bool) -> Iterator[tuple[str, Analysis]]:
    """A noun's two forms; one that has no plural of its own is either: « the police says », « the police say »."""
    if is_name:
        yield word, Analysis(word, Pos.NAME)
        return
    counted = [plural for plural in plurals if plural != word]
    yield word, Analysis(word, Pos.NOUN, number="" if plurals and not counted else "s")
    yield from ((plural, Analysis(word, Pos.NOUN, number="p")) for plural in counted)


def _verb(
    word: str, past: list[str], participle: list[str], gerund: list[str], third: list[str]
) -> Iterator[tuple[str, Analysis]]:
    """A verb's forms; the base is the infinitive and all persons of the present but one."""
    yield word, Analysis(word, Pos.VERB, tense=Tense.INFINITIVE)
    yield word, Analysis(word, Pos.VERB, number="s", persons="12", tense=Tense.PRESENT)
    yield word, Analysis(word, Pos.VERB, number="p", persons="123", tense=Tense.PRESENT)
    yield from ((form, Analysis(word, Pos.VERB, number="s", persons="3", tense=Tense.PRESENT)) for form in third)
    yield from ((form, Analysis(word, Pos.VERB, persons="123", tense=Tense.PAST)) for form in past)
    yield from ((form, Analysis(word, Pos.VERB, tense=Tense.PARTICIPLE)) for form in participle or past)
    yield from ((form, Analysis(word, Pos.VERB, tense=Tense.GERUND)) for form in gerund)


def given_names() -> dict[str, str]:
    """Given names with `m` or `f`, or nothing where both bear it."""
    from faker.providers.person.en_GB import Provider as British
    from faker.providers.person.en_US import Provider as American

    male = {*British.first_names_male, *American.first_names_male}
    female = {*British.first_names_female, *American.first_names_female}
    return {name: "" if name in male & female else "m" if name in male else "f" for name in sorted(male | female)}


if __name__ == "__main__":
    check()
    pack(forms(), TARGET)
