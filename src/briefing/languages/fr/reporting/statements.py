"""Nouns that report: « la promesse du maire de rouvrir la gare », « une étude selon laquelle … »."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.analysis.syntax import ClauseKind, NounGroup, Syntax, Tag
from briefing.extract.speech.extent import clause_end
from briefing.extract.speech.report import Part, Report
from briefing.languages.fr.grammar.voices import can_speak, nouns_of, spellings


def stated(syntax: Syntax) -> Iterator[Report]:
    """What the nouns of a sentence report, and its relatives behind « selon »."""
    for group in syntax.nouns:
        if syntax.words[group.head].lemma in nouns_of("statement"):
            yield from _of_noun(syntax, group)
    for clause in syntax.clauses:
        opener = clause.opener
        if clause.kind is ClauseKind.RELATIVE and opener is not None and _accords(syntax, opener):
            yield from _according_to(syntax, clause.first, opener)


def _accords(syntax: Syntax, opener: int) -> bool:
    """« selon laquelle », « selon qui », « pour qui »."""
    return syntax.words[opener - 1].form == "selon" or (
        syntax.words[opener - 1].form == "pour" and syntax.words[opener].form == "qui"
    )


def _of_noun(syntax: Syntax, group: NounGroup) -> Iterator[Report]:
    owner = _owner(syntax, group)
    if owner is None:
        return
    cue = Part(group.first, syntax.nouns[owner].first)
    end = syntax.nouns[owner].whole
    for clause in syntax.clauses:
        opened = clause.kind in (ClauseKind.INFINITIVE, ClauseKind.COMPLETIVE) and clause.first == end
        if opened and syntax.words[clause.first].tag in (Tag.PREPOSITION, Tag.SUBORDINATOR):
            yield Report(
                "fr.speech.noun", cue, owner, Part(end + 1, clause_end(syntax, clause, end + 1)), indirect=True
            )
            return
    if end + 1 < len(syntax.words) and syntax.words[end].form in nouns_of("about"):
        about = next((g for g in syntax.nouns if g.first == end + 1), None)
        if about is not None:
            yield Report("fr.speech.noun", cue, owner, Part(about.first, about.whole), indirect=True)


def _owner(syntax: Syntax, group: NounGroup) -> int | None:
    """« la promesse [du maire] »: whose statement it is."""
    if group.last >= len(syntax.words) or syntax.words[group.last].form not in spellings("de"):
        return None
    owner = next((n for n, g in enumerate(syntax.nouns) if g.first == group.last + 1), None)
    return owner if owner is not None and can_speak(syntax, syntax.nouns[owner]) else None


def _according_to(syntax: Syntax, first: int, opener: int) -> Iterator[Report]:
    """« une étude selon laquelle … », « le skipper, selon qui … »."""
    end = first - (syntax.words[first - 1].tag is Tag.COMMA)
    antecedent = next((n for n, g in enumerate(syntax.nouns) if g.whole == end), None)
    if antecedent is not None and syntax.nouns[antecedent].apposed_to is not None:
        antecedent = syntax.nouns[antecedent].apposed_to  # « Anne Petit, économiste, pour qui … »
    clause = next(c for c in syntax.clauses if c.first == first)
    if antecedent is not None and can_speak(syntax, syntax.nouns[antecedent]):
        quoted = syntax.words[opener + 1].tag is Tag.QUOTATION if opener + 1 < len(syntax.words) else False
        content = Part(opener + 1, opener + 2 if quoted else clause_end(syntax, clause, opener + 1))
        yield Report("fr.speech.relative", Part(first, opener + 1), antecedent, content, indirect=True)
