"""Statements that somebody else makes: quoted, attributed to a source, or passed on without one."""

from __future__ import annotations

from briefing.languages.fr.modality.denial import is_cancelled
from briefing.languages.fr.modality.scene import Scene, Verdict
from briefing.languages.fr.modality.senses import senses
from briefing.languages.fr.modality.syntax.clauses import Clause
from briefing.languages.fr.modality.syntax.forms import word
from briefing.languages.fr.modality.syntax.grammar import grammar
from briefing.languages.fr.modality.syntax.groups import negation, verb_group
from briefing.languages.fr.modality.syntax.heads import before_clitics
from briefing.languages.fr.modality.syntax.openers import Role
from briefing.languages.fr.modality.syntax.tokens import QUOTES
from briefing.languages.fr.verbs import Tense
from briefing.model.annotation import Attribution, Quotation
from briefing.model.article import BlockKind
from briefing.model.claim import Modality
from briefing.model.span import Span


def alleged(scene: Scene, clause: Clause) -> Verdict | None:
    """The clause lies in a quotation, or a source stands behind its verb."""
    return _quoted(scene, clause) or _attributed(scene, clause) or _passed_on(scene, clause) or _reported(scene, clause)


def cue_span(scene: Scene, cue: str, content: Span) -> Span | None:
    """Where the cue stands in the sentence: the occurrence nearest to the content."""
    text = scene.reading.article.text
    before = text.rfind(cue, scene.span.start, max(scene.span.start, content.start))
    after = text.find(cue, content.end, scene.span.end)
    if before < 0 and after < 0:
        return None
    nearer = after < 0 or (before >= 0 and content.start - before <= after - content.end + len(cue))
    start = before if nearer else after
    return Span(start, start + len(cue))


def _quoted(scene: Scene, clause: Clause) -> Verdict | None:
    """Every sentence inside a direct quotation; and words quoted by the main verb (« a jugé « scandaleux » »)."""
    if scene.kind is BlockKind.BLOCK_QUOTE:
        return Verdict(Modality.ALLEGED, "fr.modality.block_quote")
    for quotation in scene.quotations:
        by_verb = bool(quotation.cue) and _by_verb(scene, clause, quotation.cue or "", quotation.span)
        covers = _covers(scene, clause, quotation.span) and not _is_title(scene, clause, quotation)
        if by_verb or covers or _completes(scene, clause, quotation):
            return Verdict(Modality.ALLEGED, "fr.modality.quoted", quotation.cue or _mark(scene, quotation))
    return None


def _is_title(scene: Scene, clause: Clause, quotation: Quotation) -> bool:
    """« Le film « Je sais tout » sort »: nobody says it, and it is a whole; not « Il « collabore » avec la police »."""
    said = quotation.cue or quotation.speaker or 2 * quotation.span.overlap(scene.span) >= len(scene.span)
    return not said and scene.tokens[before_clitics(scene.tokens, clause.verb)] not in QUOTES


def _mark(scene: Scene, quotation: Quotation) -> str:
    """The mark that opens the quotation, as written."""
    before = scene.reading.article.text[max(0, quotation.start - 2) : quotation.start].rstrip()
    return before[-1:] if before[-1:] in QUOTES else ""


def _completes(scene: Scene, clause: Clause, quotation: Quotation) -> bool:
    """« a réagi en ajoutant qu'« il ne s'agit plus » »: quoted words with a speaker that complete the clause."""
    inner = (c for c in scene.clauses if c.role is Role.COMPLETIVE and clause.start <= c.opener < clause.end)
    spoken = bool(quotation.cue or quotation.speaker)
    return spoken and any(quotation.span.contains(scene.tokens.span(c.verb, c.verb)) for c in inner)


def _attributed(scene: Scene, clause: Clause) -> Verdict | None:
    """Indirect speech whose content holds the clause's verb, or whose cue is that verb."""
    for attribution in scene.attributions:
        content = attribution.content.span
        told = _by_verb(scene, clause, attribution.cue, content)
        if not (told or _covers(scene, clause, content)):
            continue
        if not _is_aside(scene, clause, attribution) and not (told and _says_nothing(scene, clause)):
            return _because_of(scene, attribution)
    return None


def _says_nothing(scene: Scene, clause: Clause) -> bool:
    """« n'a jamais nié les faits », « n'a pas souhaité répondre »: acts, not reports."""
    unwilling = any(scene.tokens.forms[n].may_be(senses().wishes) for n in scene.group(clause))
    return is_cancelled(scene, clause) or (unwilling and negation(scene.tokens, clause.verb))


def _is_aside(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """« Le maire, qui espère un accord, a signé »: what a relative clause reports leaves the main clause alone."""
    cue = cue_span(scene, attribution.cue, attribution.content.span)
    if clause.role is not Role.MAIN or cue is None:
        return False
    inside = (c for c in scene.clauses if c.role is Role.RELATIVE)
    return any(cue.overlap(scene.tokens.span(c.verb, c.verb)) for c in inside)


def _because_of(scene: Scene, attribution: Attribution) -> Verdict:
    """The attribution, or the conditional in its content: hearsay twice, or the future seen from the past."""
    conditional = _conditional_in(scene, attribution.content.span)
    if conditional is None:
        return Verdict(Modality.ALLEGED, "fr.modality.attributed", attribution.cue)
    compound = len(conditional) > 1 and scene.tokens.forms[conditional[0]].may_be(grammar().auxiliary_verbs)
    rule = "journalistic_conditional" if compound or not _in_the_past(attribution.cue) else "future_in_the_past"
    return scene.verdict(Modality.ALLEGED, rule, conditional[0], conditional[-1])


def _conditional_in(scene: Scene, content: Span) -> tuple[int, ...] | None:
    """The first conditional in the content that is not « pourrait », with the participles that it governs."""
    for clause in scene.clauses:
        found = scene.tokens.forms[clause.verb]
        inside = content.contains(scene.tokens.span(clause.verb, clause.verb))
        if inside and found.has(Tense.CONDITIONAL) and "pouvoir" not in found.lemmas:
            return verb_group(scene.tokens, clause.verb)
    return None


def _in_the_past(cue: str) -> bool:
    """Whether the reporting verb looks back (« a promis », « déclarant »), so that a conditional means the future."""
    readings = [word(part.lower()) for part in cue.split()]
    return any(r.participle or r.gerund or r.has(Tense.IMPERFECT, Tense.PAST_SIMPLE) for r in readings)


def _passed_on(scene: Scene, clause: Clause) -> Verdict | None:
    """« est soupçonné de », « le bruit court » (`allegations.yaml`)."""
    for found in scene.governed("allegations", clause):
        return scene.verdict(Modality.ALLEGED, "passed_on", found.first, found.last)
    return None


def _reported(scene: Scene, clause: Clause) -> Verdict | None:
    """« Tous deux disent que », « …, a déclaré le maire », where no other rule found the source."""
    tokens, group = scene.tokens, scene.group(clause)
    lexical = next((n for n in group if not tokens.forms[n].may_be(grammar().auxiliary_verbs)), -1)
    if lexical < 0 or not tokens.forms[lexical].may_be(senses().reporters) or _is_idle(scene, clause):
        return None
    follower = next((n for n in group if n > lexical), -1)
    infinitive = follower >= 0 and tokens[follower - 1] not in grammar().infinitive_links
    inserted = tokens[clause.verb - 1] in {",", "»"} and clause != scene.mains[0]
    completed = not grammar().que.isdisjoint(tokens.words[lexical + 1 : lexical + 6])
    if not (infinitive or inserted or completed):
        return None
    return scene.verdict(Modality.ALLEGED, "reported", group[0], lexical)


def _is_idle(scene: Scene, clause: Clause) -> bool:
    """« on dirait que », « rien ne dit que », « je pense que »: no report."""
    own = scene.tokens[clause.verb - 1] in grammar().first_person
    return own or scene.tokens.forms[clause.verb].has(Tense.CONDITIONAL) or negation(scene.tokens, clause.verb)


def _covers(scene: Scene, clause: Clause, content: Span) -> bool:
    """Whether the content holds the clause's verb, or half of a sentence without one."""
    if clause.verb < 0:
        return 2 * content.overlap(scene.span) >= len(scene.span)
    return content.contains(scene.tokens.span(clause.verb, clause.verb))


def _by_verb(scene: Scene, clause: Clause, cue: str, content: Span) -> bool:
    """Whether the cue is the clause's verb."""
    place = cue_span(scene, cue, content)
    return place is not None and any(place.overlap(scene.tokens.span(n, n)) for n in scene.group(clause))
