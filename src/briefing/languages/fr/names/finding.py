"""All candidates of an article: known names, names that a noun begins, capitalised words, titles of works."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from briefing.extract.names.candidates import Candidate
from briefing.extract.names.known import Hits
from briefing.extract.names.people import People
from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.grammar.people import family_first, gender_of_given, is_given
from briefing.languages.fr.names.disambiguation import disambiguated, is_pair, names_two
from briefing.languages.fr.names.judging import Scene, judge
from briefing.languages.fr.names.runs import Run, runs
from briefing.languages.fr.names.works import quoted_names
from briefing.languages.fr.phrases.line import Line, Setting, setting
from briefing.languages.fr.phrases.phrases import FUNCTIONS, Phrase, phrases
from briefing.languages.fr.phrases.plain import is_article
from briefing.languages.fr.phrases.towns import water
from briefing.languages.fr.phrases.vocabulary import words
from briefing.model.annotation import EntityType
from briefing.model.span import Span

RULE = "fr.names."


class Found(Struct, frozen=True):
    """What may be a name, sentence by sentence, which capitals are none, and the persons named in full."""

    lines: tuple[Line, ...]
    people: People
    candidates: tuple[Candidate, ...]
    refused: tuple[Decision, ...]


def lines(reading: Reading, hits: Hits) -> Iterator[Line]:
    """The sentences in which names are looked for, in the order of the text."""
    starts = [block.span.start for block in reading.blocks]
    settings = [setting(block.kind, block.span.of(reading.text)) for block in reading.blocks]
    for syntax in (*reading.parsed.outer, *reading.parsed.inner):
        kind = settings[max(0, bisect_right(starts, syntax.span.start) - 1)]
        if kind is not None:
            yield Line.read(reading.text, syntax, hits, kind)


def find(reading: Reading, hits: Hits, common: Collection[str]) -> Found:
    """The candidates of an article; `common` are acronyms that the article expands to a common noun."""
    found = tuple(lines(reading, hits))
    named = [tuple(phrases(line)) for line in found]
    placed = [run for line, here in zip(found, named, strict=True) for run in runs(line, _taken(here))]
    people = People(_full_names(placed, hits), lambda name: is_given(name) or name in family_first(), gender_of_given)
    candidates: list[Candidate] = []
    for line, here in zip(found, named, strict=True):
        candidates += _of_phrases(line, here)
        candidates += _of_known(line, people)
        quoted = quoted_names(line)
        candidates += (Candidate(s.start, s.end, f"{RULE}quoted.{kind}", kind, rank=3) for s, kind in quoted)
    settled = {c.span for c in candidates if c.aliases}
    waters = {name for run in placed if (name := water(run.surface))}
    scene = Scene(people, _beginnings(reading.text, candidates), waters)
    doubtful = [run for run in placed if Span(run.start, run.end) not in settled and run.surface not in common]
    outcomes = [outcome for run in doubtful for outcome in _judged(run, scene)]
    candidates += (one for one in outcomes if isinstance(one, Candidate))
    return Found(found, people, tuple(candidates), tuple(one for one in outcomes if isinstance(one, Decision)))


def _beginnings(text: str, candidates: list[Candidate]) -> frozenset[str]:
    """The first words, with their capital, of names of several words: « Commission (européenne) »."""
    firsts = (text[c.start : c.end].split(" ") for c in candidates if c.is_name)
    return frozenset(words[0] for words in firsts if len(words) > 1 and words[0][0].isupper())


def _taken(here: tuple[Phrase, ...]) -> Collection[int]:
    return frozenset(i for phrase in here for i in range(phrase.first, phrase.last))


def _of_phrases(line: Line, here: tuple[Phrase, ...]) -> Iterator[Candidate]:
    for phrase in here:
        head, row = phrase.head, line.words
        known = line.known(phrase.first) if line.known_as(phrase.first, EntityType.EVENT) else None
        yield Candidate(
            row[phrase.first].start,
            row[phrase.last - 1].end,
            f"{RULE}phrase.{head.kind}",
            EntityType.EVENT if known or _is_played(line, phrase) else head.type,
            rank=1,
            base=known[1] if known else (),
            about=phrase.about,
            head=head.kind,
            is_name=head.kind not in FUNCTIONS,
        )


def _is_played(line: Line, phrase: Phrase) -> bool:
    """« (jouer) en Ligue européenne »: without an article, a contest."""
    return line.form(phrase.first - 1) == "en" and line.form(phrase.first) in words("leagues")


def _of_known(line: Line, people: People) -> Iterator[Candidate]:
    for hit in disambiguated(line, people):
        mine = any(a.registered for a in hit.aliases)
        rule = RULE + ("register" if mine else "gazetteer")
        kind = hit.aliases[0].entity.type
        yield Candidate(hit.start, hit.end, rule, kind, rank=0 if mine else 2, aliases=hit.aliases)


def _full_names(placed: list[Run], hits: Hits) -> Iterator[tuple[str, str | None]]:
    """Names of persons in two words or more, with the register's id where it has one."""
    nobody = Scene(People((), is_given))
    for run in placed:
        bare = is_article(run.line.form(run.first))  # « Mme Le Pen » is no full name
        if len(run) > 1 and not bare and run.line.setting is not Setting.STYLED:
            verdict = judge(run, nobody)
            if verdict.type is EntityType.PERSON and verdict.sure:
                yield run.surface, None
    for hit in hits.at.values():
        for alias in hit.aliases:
            if alias.entity.type is EntityType.PERSON and " " in alias.name:
                yield alias.name, alias.entity.id


def _judged(run: Run, scene: Scene) -> Iterator[Candidate | Decision]:
    for start, end, part in _parts(run, scene.people):
        verdict = judge(part, scene)
        if verdict.type is None:
            yield Decision(RULE + verdict.rule, Span(start, end), kept=False, why="a capital, but no name")
            continue
        setting = run.line.setting
        inside = setting is Setting.HEADING and (verdict.rule == "person.name" or not part.opens)
        plain = setting is Setting.TEXT or inside
        yield Candidate(start, end, RULE + verdict.rule, verdict.type, rank=4, sure=verdict.sure and plain)


def _parts(run: Run, people: People) -> Iterator[tuple[int, int, Run]]:
    """The run itself; two for « (le sommet) Trump-Poutine »; with a word more for « De Gaulle », « garage Morel »."""
    line, first = run.line, run.first
    if run.article and line.surface(first - 1, run.last) in people:
        whole = replace(run, first=first - 1, titled=True)
        yield whole.start, whole.end, whole
        return
    if len(run) == 1 and run.surface in people and line.words[first - 1].lemma in words("bodies"):
        house = replace(run, first=first - 1)
        yield house.start, house.end, house
        return
    for i in range(first + 1, run.last - 1):
        if people.has(line.surface(i, run.last)):
            for part in (replace(run, last=i), replace(run, first=i, opens=False)):
                yield part.start, part.end, part
            return
    left, _, right = run.surface.partition("-")
    middle = run.start + len(left)
    if len(run) == 1 and right and is_pair(line.text, line.hits, middle) and names_two(line, first):
        return
    if len(run) == 1 and left in people and right in people:
        pair = replace(run, opens=False, titled=True)
        yield run.start, middle, pair
        yield middle + 1, run.end, pair
        return
    yield run.start, run.end, run
