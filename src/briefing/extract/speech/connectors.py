"""Where what a connector reports begins and ends, and the source that it names: around « selon l'Insee »."""

from __future__ import annotations

from briefing.extract.analysis.syntax import Clause, ClauseKind, Syntax, Tag
from briefing.extract.speech.extent import LIGHT
from briefing.extract.speech.report import Part


def what_is_told(syntax: Syntax, first: int, last: int, naming: str) -> Part:
    """What a connector is about: the rest of its sentence behind it, else what stands before it.

    `naming` is the connector that, in a bracket behind, names somebody else.
    """
    words = syntax.words
    behind = _past_aside(syntax, last + (last < len(words) and words[last].tag is Tag.COMMA))
    start, end = _start(syntax, first), _end(syntax, behind, naming)
    if words[start].form == "(":
        return Part(start + 1, first)
    aside = _aside_around(syntax, start, first, behind)
    if aside is not None:
        return Part(aside, first)
    before = words[start:first]
    if start == first or all(word.tag in (Tag.COMMA, Tag.ADVERB, Tag.COORDINATOR) for word in before):
        return Part(behind, end)
    joint = words[first - 2] if words[first - 1].tag is Tag.COMMA else words[first - 1]
    if joint.tag is Tag.COORDINATOR:
        return Part(behind, end)
    finite = any(word.tag is Tag.FINITE for word in before)
    rest = any(word.tag is Tag.FINITE for word in words[behind:end])
    adjunct = not finite and not rest and not _has_subject(syntax, start, first)  # « En cause, selon lui, des retards »
    if adjunct:
        return Part(behind, end)
    if rest and not finite:
        return Part(start, end)  # « À Lens, selon la ville, le taux est de 3 % »
    set_off = words[first - 1].tag is Tag.COMMA
    if set_off and finite and _shares_verb(syntax, behind, end):
        return Part(start, end)
    goes_on = behind < end and (not set_off or _is_completed(syntax, first, behind))
    if goes_on and set_off == (behind > last) and finite and not rest:
        # « témoigne selon lui de l'importance », « a, selon lui, reçu un prix »
        return Part(_narrowed(syntax, start, first, last, naming), end)
    return Part(_narrowed(syntax, start, first, last, naming), first - (words[first - 1].tag is Tag.COMMA))


def _aside_around(syntax: Syntax, start: int, first: int, behind: int) -> int | None:
    """« Les voleurs, [trois selon la police], ont fui »: where what a connector closes begins between two commas."""
    words = syntax.words
    comma = next((i for i in range(first - 1, start, -1) if words[i].tag is Tag.COMMA), None)
    if comma is None or comma + 1 == first or behind >= len(words) or words[behind - 1].tag is not Tag.COMMA:
        return None
    verbless = all(word.tag is not Tag.FINITE for word in words[start:first])
    return comma + 1 if verbless and _has_subject(syntax, start, comma) and words[behind].tag in _PREDICATE else None


_PREDICATE = frozenset({Tag.FINITE, Tag.NEGATION, Tag.CLITIC})
"""What may open what a clause tells of its subject."""


def _past_aside(syntax: Syntax, i: int) -> int:
    """« Selon l'agence, [citant trois élus,] le rachat est fait »: behind a participle that says more of the source."""
    aside = next((c for c in syntax.clauses if c.kind is ClauseKind.PARTICIPIAL and c.first == i), None)
    if aside is None or aside.last >= len(syntax.words) or not i or syntax.words[i - 1].tag is not Tag.COMMA:
        return i
    return aside.last + 1 if syntax.words[aside.last].tag is Tag.COMMA else i


def _shares_verb(syntax: Syntax, behind: int, end: int) -> bool:
    """« Le gaz doublera, selon la ville, [et l'eau aussi si l'hiver dure] »: what is joined has no verb of its own."""
    inner = [syntax.clause_at(i) for i in range(behind, end) if syntax.words[i].tag is Tag.FINITE]
    own = any(clause is None or clause.opener is None or clause.opener < behind for clause in inner)
    return behind < end and syntax.words[behind].tag is Tag.COORDINATOR and not own


def _is_completed(syntax: Syntax, first: int, behind: int) -> bool:
    """Whether the verb in front of a connector, perhaps right there, « c'est, selon lui, », is completed behind it."""
    before = next(word for word in reversed(syntax.words[: first - 1]) if word.tag is not Tag.ADVERB)
    if before.tag is Tag.FINITE:
        return True
    return syntax.words[behind].tag in (Tag.PARTICIPLE, Tag.INFINITIVE, Tag.PREPOSITION)


def _has_subject(syntax: Syntax, start: int, first: int) -> bool:
    """« Le train, selon la compagnie, est parti »: whether the clause begins before the connector."""
    return any(g.preposition is None and not g.when for g in syntax.nouns if start <= g.first < first)


def _narrowed(syntax: Syntax, start: int, first: int, last: int, naming: str) -> int:
    """Where what stands before a connector begins: at the number of « …, 20.000 selon la police », behind a « que »."""
    words = syntax.words
    comma = next((i for i in range(first - 2, start, -1) if words[i].tag is Tag.COMMA), None)
    if (
        comma is not None
        and (words[comma + 1].tag is Tag.NUMBER or words[comma].form in _DASHES or _is_joined(syntax, comma, naming))
        and not any(w.tag is Tag.FINITE for w in words[comma:first])
    ):
        return comma + 1
    clause = syntax.clause_at(first)
    set_off = words[first - 1].tag is Tag.COMMA and last >= len(words) - 1
    inside = clause is not None and clause.opener is not None and start < clause.first and clause.opener + 1 < first
    return clause.opener + 1 if inside and not set_off and clause and clause.opener is not None else start


def _is_joined(syntax: Syntax, comma: int, naming: str) -> bool:
    """« 900 personnes selon la préfecture[,] le double selon le collectif »: behind the source of another connector."""
    return any(
        syntax.words[group.first - 1].form == naming and group.whole == comma for group in syntax.nouns if group.first
    )


_DASHES = frozenset({"–", "—"})


def _start(syntax: Syntax, first: int) -> int:
    """Behind the last colon, semicolon or opening bracket before a word."""
    for i in range(first - 1, -1, -1):
        if syntax.words[i].form == ")":
            return _start_outside(syntax, first)
        if syntax.words[i].form == "(":
            return i
        if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in ";:.":
            return i + 1
    return 0


def _start_outside(syntax: Syntax, first: int) -> int:
    stops = [i + 1 for i in range(first) if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in ";:."]
    return stops[-1] if stops else 0


def _end(syntax: Syntax, first: int, naming: str) -> int:
    """The next full stop, colon or semicolon, or a bracket in which somebody else is named: « (… selon la CGT) »."""
    for i in range(first, len(syntax.words)):
        if i > first and syntax.words[i].form == "(" and _names_another(syntax, i, naming):
            return i
        if syntax.words[i].tag is Tag.STOP and syntax.words[i].form in ";.!?…":
            return i
    return len(syntax.words)


def _names_another(syntax: Syntax, bracket: int, naming: str) -> bool:
    """Whether the connector `naming` stands in a bracket."""
    closing = next((k for k in range(bracket, len(syntax.words)) if syntax.words[k].form == ")"), bracket)
    return any(word.form == naming for word in syntax.words[bracket:closing])


def with_appositions(syntax: Syntax, number: int) -> int:
    """Where a group ends with its appositions between commas: « selon Anne Petit, maire de Lyon, … »."""
    end = syntax.nouns[number].whole
    for group in syntax.nouns:
        if group.apposed_to == number and group.first >= end and syntax.words[group.first - 1].tag is Tag.COMMA:
            end = group.whole
    return end


def end_of_source(syntax: Syntax, number: int) -> int:
    """Where a source ends, with what is joined to it, brackets and a relative behind it."""
    end, words = with_appositions(syntax, number), syntax.words
    first = syntax.nouns[number].first
    for group in syntax.nouns:
        joined = syntax.nouns[group.joined_to].first if group.joined_to is not None else -1
        if first <= joined < end:  # « les analystes de Petit & Fils »
            end = max(end, group.whole)
    if end < len(words) and words[end].form == "(":
        end = next((i + 1 for i in range(end, len(words)) if words[i].form == ")"), end)
    for clause in syntax.clauses:
        relative = clause.opener is not None and words[clause.opener].tag is Tag.RELATIVE
        if relative and clause.first in (end, end + 1):
            end = _closed(syntax, clause)
    return _with_complement(syntax, first, end)


def _closed(syntax: Syntax, relative: Clause) -> int:
    """« Selon le maire, qui défend le club[,] le plan « plaît » »: where a relative ends before what is quoted."""
    words, last = syntax.words, relative.last
    quoted = next((i for i in range(relative.first, last) if words[i].kind == "predicate"), None)
    commas = [i for i in range(relative.first, quoted or relative.first) if words[i].tag is Tag.COMMA]
    return commas[-1] if commas and words[relative.first - 1].tag is Tag.COMMA else last


def _with_complement(syntax: Syntax, first: int, end: int) -> int:
    """« selon une étude [publiée en mai], », « selon l'arrêt [consulté par l'AFP]. »: up to the mark that ends it."""
    words = syntax.words
    opens = first < 2 or words[first - 2].tag in (Tag.COMMA, Tag.STOP)
    goes_on = any(word.tag is Tag.PARTICIPLE for word in words[first : end + 1])
    mark = next((i for i in range(end, len(words)) if words[i].tag not in LIGHT or words[i].tag is Tag.COMMA), end)
    ends = mark < len(words) and words[mark].tag in (Tag.COMMA, Tag.STOP)
    return mark if opens and goes_on and ends else end
