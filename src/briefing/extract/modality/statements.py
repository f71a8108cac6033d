"""The layer `statements`: one for each sentence, or one for each part where parts differ in source or modality.

A language gives the rules, in the order in which they are asked; here is how their verdicts are ordered, and which
stretches stand alone: after « ; », behind « , mais » with its own verb, « , tandis que », « , déclarant que ».
No attribution or quotation is cut in two, nor parted from its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from briefing.corpus.text import fold
from briefing.extract.analysis.syntax import Clause
from briefing.extract.modality.attributed import asks_by_quoting
from briefing.extract.modality.column import ColumnWords, is_column, is_labelled, is_view
from briefing.extract.modality.enclosed import enclosed
from briefing.extract.modality.fragments import fragment
from briefing.extract.modality.scene import Scene, Verdict, scenes
from briefing.extract.modality.signs import Signs
from briefing.extract.modality.splits import Cut, cuts
from briefing.extract.reading import Annotator, Decision, Reading, Statement
from briefing.model.article import BlockKind
from briefing.model.claim import Because, Modality
from briefing.model.span import Span

Rule = Callable[[Scene, Clause], Verdict | None]

ORDER = (
    Modality.QUESTION,
    Modality.DENIED,
    Modality.ALLEGED,
    Modality.POSSIBLE,
    Modality.PREDICTED,
    Modality.OPINION,
    Modality.ASSERTED,
)
NOT_CLAIMS = frozenset({Modality.QUESTION, Modality.OPINION})
_ENDING = 20
"""How many characters of a sentence may hold its closing marks."""


class Judging(Struct, frozen=True, kw_only=True):
    """A language's rules of modality."""

    code: str
    signs: Signs
    rules: tuple[Rule, ...]
    avowed: str
    """The rule of an avowed opinion (« à mon avis, il échouera »), which goes before what it contains."""
    alone: Callable[[Scene], Verdict | None]
    """Whether a sentence that no rule knows states nothing."""
    first: Callable[[Scene], Verdict | None]
    """A verdict that goes before all others: an order to the reader."""
    led: Callable[[Scene, Sequence[Clause]], Sequence[Clause]]
    """The clauses that decide, with those that they only lead to."""
    contrasts: frozenset[str]
    """Openers of a clause that contrasts: « tandis que »."""
    conditions: frozenset[str]
    column: ColumnWords


class Part(Struct, frozen=True):
    """A stretch of a sentence, the clauses that decide its modality, and what they say, the first that holds first."""

    span: Span
    clauses: tuple[Clause, ...]
    verdicts: tuple[Verdict, ...]


def stating(judging: Callable[[], Judging]) -> Annotator:
    """The annotator that fills `statements` by a language's rules, which are made when first asked."""
    made = cache(judging)

    def state(reading: Reading) -> Reading:
        rules = made()
        repeated = _found_again(reading)
        judged = [(s, _parts(rules, s)) for s in scenes(reading, rules.signs) if s.span not in repeated]
        verdicts = ((scene, part.verdicts[0]) for scene, parts in judged for part in parts)
        if is_labelled(reading.article, rules.column.labels) or is_column(verdicts):
            judged = [(scene, [_as_view(rules, scene, part) for part in parts]) for scene, parts in judged]
        parts = [part for _, parts in judged for part in parts]
        found = [
            *(_repeated(span, rules.code) for span in repeated),
            *map(_statement, parts),
            *_table_rows(reading, rules.code),
        ]
        noted = (decision for part in parts for decision in _losers(part.verdicts))
        return replace(reading, statements=tuple(enclosed(reading, found, rules.code))).noting(*noted)

    return state


def _as_view(judging: Judging, scene: Scene, part: Part) -> Part:
    """A part that nobody else tells, as what the author of a column thinks."""
    if not is_view(scene, part.clauses, part.verdicts[0], judging.column):
        return part
    return replace(part, verdicts=(Verdict(Modality.OPINION, f"{judging.code}.modality.column"), *part.verdicts))


def _repeated(span: Span, code: str) -> Statement:
    return Statement(span, Modality.ASSERTED, Because(f"{code}.statements.repeated"), checkable=False)


def _found_again(reading: Reading) -> frozenset[Span]:
    """Sentences of the first paragraph that are the title or stand in the text again: they announce what follows."""
    if not reading.sentences:
        return frozenset()
    first = reading.sentences[0].block
    opening = [s.span for s in reading.sentences if s.block == first]
    rest = Counter(_words(s.span.of(reading.text)) for s in reading.sentences[len(opening) :])
    rest[_words(fold(reading.article.meta.title or ""))] += 1
    return frozenset(span for span in opening if rest[_words(span.of(reading.text))])


def _words(text: str) -> str:
    """A sentence without what may differ in a heading: marks at its ends, capitals, white space."""
    return " ".join(text.lower().strip(' .!?…«»"').split())


def _statement(part: Part) -> Statement:
    best = part.verdicts[0]
    checkable = not best.silent and best.reason is None and best.modality not in NOT_CLAIMS
    return Statement(part.span, best.modality, Because(best.rule, best.cue), checkable, best.reason)


def _losers(verdicts: Sequence[Verdict]) -> Iterator[Decision]:
    """What also fitted, for the trace."""
    for verdict in verdicts[1:]:
        if verdict.at is not None and verdict.rule != verdicts[0].rule:
            yield Decision(verdict.rule, verdict.at, kept=False, why=f"{verdicts[0].rule} goes first")


def _verdicts(judging: Judging, scene: Scene, clauses: Sequence[Clause]) -> tuple[Verdict, ...]:
    """What the rules say of some clauses of a sentence, the one that holds first."""
    if _is_question(scene):
        return (Verdict(Modality.QUESTION, f"{judging.code}.modality.question", "?"),)
    order = judging.first(scene)
    if order is not None:
        return (order,)
    asked = judging.led(scene, clauses) or (_root(scene),)
    found = [v for clause in asked for rule in judging.rules if (v := rule(scene, clause)) is not None]
    found.sort(key=lambda verdict: _rank(judging, verdict))
    return tuple(found) or (judging.alone(scene) or fragment(scene, judging.code) or _asserted(judging),)


def _asserted(judging: Judging) -> Verdict:
    return Verdict(Modality.ASSERTED, f"{judging.code}.modality.asserted")


def _root(scene: Scene) -> Clause:
    """The clause of a sentence without a verb."""
    return replace(scene.syntax.clauses[0], verb=None)


def _rank(judging: Judging, verdict: Verdict) -> float:
    avowed = verdict.rule == judging.avowed
    return ORDER.index(Modality.POSSIBLE) - 0.5 if avowed else ORDER.index(verdict.modality)


def _is_question(scene: Scene) -> bool:
    """Whether the sentence ends with « ? », closing marks aside; one that only quotes it asks nothing."""
    ending = scene.reading.text[max(scene.span.start, scene.span.end - _ENDING) : scene.span.end]
    asks = ending.rstrip(' \u00a0\u202f»”"!)]').endswith("?")
    return asks and not asks_by_quoting(scene)


def _parts(judging: Judging, scene: Scene) -> list[Part]:
    """The sentence as one part, or its parts where they differ."""
    whole = [Part(scene.span, scene.mains, _verdicts(judging, scene, scene.mains))]
    found = cuts(scene, judging.contrasts, judging.conditions)
    if not found:
        return whole
    parts = [Part(span, inside, _verdicts(judging, scene, inside)) for span, inside in _stretches(scene, found)]
    differ = len({(part.verdicts[0].modality, _sources(scene, part)) for part in parts}) > 1
    return parts if differ and not _is_one_opinion(scene, parts) else whole


def _stretches(scene: Scene, found: Sequence[Cut]) -> Iterator[tuple[Span, tuple[Clause, ...]]]:
    """What lies between the cuts, and the clauses that head each; nothing where one has no head."""
    start, lead = scene.first, None
    rows: list[tuple[Span, tuple[Clause, ...]]] = []
    for cut in (*found, Cut(scene.last, scene.last)):
        head = cut.before or lead
        inside = (head,) if head else tuple(c for c in scene.mains if start <= _finite(scene, c) < cut.end)
        if cut.end <= start or not inside:
            return
        rows.append((_span(scene, start, cut.end), inside))
        start, lead = cut.start, cut.clause
    yield from rows


def _finite(scene: Scene, clause: Clause) -> int:
    verb = scene.verb(clause)
    return verb.finite if verb is not None else clause.first


def _span(scene: Scene, start: int, end: int) -> Span:
    """From word `start` to before `end`; the sentence's own ends are kept."""
    first = scene.span.start if start == scene.first else scene.syntax.words[start].start
    last = scene.span.end if end == scene.last else scene.syntax.words[end - 1].end
    return Span(first, last)


def _is_one_opinion(scene: Scene, parts: Sequence[Part]) -> bool:
    """Whether what stands beside an opinion has no figure or date of its own, and so goes with it."""
    if {part.verdicts[0].modality for part in parts} != {Modality.OPINION, Modality.ASSERTED}:
        return False
    anchors = [row.span for row in (*scene.quantities, *scene.dates)]
    plain = [part.span for part in parts if part.verdicts[0].modality is Modality.ASSERTED]
    return not any(span.contains(anchor) for span in plain for anchor in anchors)


def _sources(scene: Scene, part: Part) -> tuple[str | None, ...]:
    """Who says what the part contains."""
    return tuple(a.source for a in scene.attributions if part.span.contains(a.content.span))


def _table_rows(reading: Reading, code: str) -> Iterator[Statement]:
    """« Ventes | 1 200 tonnes | +3 % »: the whole row, so that the figure keeps what it is a figure of."""
    for block in reading.blocks:
        if block.kind is BlockKind.TABLE_ROW and any(q.span.overlap(block.span) for q in reading.quantities):
            yield Statement(block.span, Modality.ASSERTED, Because(f"{code}.modality.table_row"))
