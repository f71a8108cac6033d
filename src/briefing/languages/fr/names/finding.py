"""All candidates of an article: known names, names that a noun begins, capitalised words, titles of works."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.extract.reading import Decision, Reading
from briefing.languages.fr.names.acronyms import Expansion, expansions
from briefing.languages.fr.names.candidates import Candidate
from briefing.languages.fr.names.capitals.judging import judge
from briefing.languages.fr.names.capitals.meant import is_meant, is_pair
from briefing.languages.fr.names.capitals.page import Page, Setting, setting
from briefing.languages.fr.names.capitals.people import People
from briefing.languages.fr.names.capitals.runs import PARTICLES, Run, Taken, Token, runs
from briefing.languages.fr.names.capitals.scene import Scene
from briefing.languages.fr.names.known import Hits, known
from briefing.languages.fr.names.lists import words
from briefing.languages.fr.names.phrases.kinds import FUNCTIONS, phrases
from briefing.model.annotation import EntityType
from briefing.model.span import Span

RULE = "fr.names."
_QUOTED = re.compile(r"[«“\"] ?([A-ZÀ-Þ0-9][^«»“”\"\n]{1,80}?) ?[»”\"]")
_ARTICLE = re.compile(r"(?:L[ae]|Les) |L'")
_WORDS_TO_WORK = 3
_Placed = tuple[Setting, Run]


def find(reading: Reading) -> tuple[Scene, list[Candidate], list[Decision]]:
    """What may be a name in the article, and which capitals are none, with the scene that they were judged in."""
    page = Page.of(reading)
    hits = _without_articles(page, known(reading.register).find(reading.text))
    blocks = [(block.span, kind) for block in reading.blocks if (kind := setting(block, reading.text))]
    named = list(_phrases(page, hits))
    taken = Taken(c.span for c in named)
    found = [(kind, run) for span, kind in blocks for run in runs(page, hits, taken, span)]
    scene = Scene(page, hits, People(_full_names(page, hits, found)))
    meant = list(_names(scene))
    settled = {c.span for c in meant}
    spelled = list(expansions(page.text))
    common = {e.acronym for e in spelled if not e.is_body}
    candidates = list(_inside([span for span, _ in blocks], [*named, *meant, *_works(page), *_spelled_out(spelled)]))
    refused: list[Decision] = []
    for kind, run in _joined(scene, found):
        if Span(run.start, run.end) in settled or run.tokens[0].word in common:
            continue
        for outcome in _judged(scene, kind, run):
            if isinstance(outcome, Decision):
                refused.append(outcome)
            else:
                candidates.append(outcome)
    return scene, candidates, refused


def _without_articles(page: Page, hits: Hits) -> Hits:
    """« La Provence brûle »: at the beginning of a sentence, « La » is the article of a place, not a newspaper's."""
    for start in [s for s in hits.names if page.text[s] == "L" and page.opens(s)]:
        end, aliases = hits.names[start]
        article = _ARTICLE.match(page.text, start)
        other = hits.names.get(article.end()) if article else None
        if other and other[0] == end and not {a.entity.id for a in other[1]} & {a.entity.id for a in aliases}:
            del hits.names[start]
    return hits


def _phrases(page: Page, hits: Hits) -> Iterator[Candidate]:
    for phrase in phrases(page.text, hits):
        head = phrase.head
        yield Candidate(
            phrase.start,
            phrase.end,
            f"{RULE}phrase.{head.kind}",
            head.type,
            rank=1,
            about=phrase.about,
            head=head.kind,
            is_name=head.kind not in FUNCTIONS,
        )


def _names(scene: Scene) -> Iterator[Candidate]:
    for start, (end, aliases) in scene.hits.names.items():
        if is_meant(scene, start, end, aliases):
            mine = any(a.registered for a in aliases)
            rule = RULE + ("register" if mine else "gazetteer")
            yield Candidate(start, end, rule, aliases[0].entity.type, rank=0 if mine else 2, aliases=aliases)


def _works(page: Page) -> Iterator[Candidate]:
    """« le film “Le Mépris” »: a title in quotation marks after the word for a work."""
    for found in _QUOTED.finditer(page.text):
        before = page.before(found.start()).split()[-_WORDS_TO_WORK:]
        if any(word in words("works") for word in before):
            yield Candidate(found.start(1), found.end(1), f"{RULE}work", EntityType.OTHER, rank=0)


def _spelled_out(spelled: list[Expansion]) -> Iterator[Candidate]:
    for expansion in spelled:
        if expansion.is_body:
            span = expansion.span
            yield Candidate(span.start, span.end, f"{RULE}spelled_out", EntityType.ORGANISATION, rank=2)


def _inside(blocks: list[Span], candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates that stand in one of the blocks."""
    starts = [block.start for block in blocks]
    for candidate in candidates:
        at = bisect_right(starts, candidate.start) - 1
        if at >= 0 and blocks[at].contains(candidate.span):
            yield candidate


def _full_names(page: Page, hits: Hits, found: list[_Placed]) -> Iterator[tuple[str, str | None]]:
    """Names of persons in two words or more, with the register's id where it has one."""
    nobody = Scene(page, hits, People(()))
    for kind, run in found:
        if len(run.tokens) > 1 and kind is not Setting.STYLED:
            verdict = judge(nobody, run)
            if verdict.type is EntityType.PERSON and verdict.sure:
                yield page.text[run.start : run.end], None
    for _, aliases in hits.names.values():
        for alias in aliases:
            if alias.entity.type is EntityType.PERSON and " " in alias.name:
                yield alias.name, alias.entity.id


def _joined(scene: Scene, found: list[_Placed]) -> Iterator[_Placed]:
    """The runs, two by two where a particle joins them in a name that the article shows with a title."""
    text = scene.page.text
    before: _Placed | None = None
    for placed in found:
        _, run = placed
        lead = before[1] if before else run
        joined = text[lead.end : run.start] in PARTICLES and scene.people.has(text[lead.start : run.end])
        if before and not joined:
            yield before
        before = (placed[0], replace(lead, tokens=lead.tokens + run.tokens)) if joined else placed
    if before:
        yield before


def _judged(scene: Scene, kind: Setting, run: Run) -> Iterator[Candidate | Decision]:
    for part in _parts(scene, run):
        verdict = judge(scene, part)
        if verdict.type is None:
            yield Decision(RULE + verdict.rule, Span(part.start, part.end), kept=False, why="a capital, but no name")
            continue
        plain = kind is Setting.TEXT or (kind is Setting.HEADING and verdict.rule == "person.name")
        yield Candidate(part.start, part.end, RULE + verdict.rule, verdict.type, rank=3, sure=verdict.sure and plain)


def _parts(scene: Scene, run: Run) -> list[Run]:
    """The run itself; two for « (le sommet) Trump-Poutine »; with its article for « De Gaulle »."""
    token = run.tokens[0]
    if run.article and f"{run.article.word} {scene.page.text[run.start : run.end]}" in scene.people:
        return [replace(run, tokens=(run.article, *run.tokens), titled=True)]
    for i in range(1, len(run.tokens) - 1):
        if scene.people.has(scene.page.text[run.tokens[i].start : run.end]):
            return [replace(run, tokens=run.tokens[:i]), replace(run, tokens=run.tokens[i:], opens=False)]
    left, _, right = token.word.partition("-")
    middle = token.start + len(left)
    if len(run.tokens) > 1 or not right:
        return [run]
    if is_pair(scene.page.text, scene.hits, middle):
        return []
    if left not in scene.people or right not in scene.people:
        return [run]
    parts = (Token(left, token.start, middle), Token(right, middle + 1, token.end))
    return [replace(run, tokens=(part,), opens=False) for part in parts]
