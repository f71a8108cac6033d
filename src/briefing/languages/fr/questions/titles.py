"""The title of a question, made of the analysed words of an answer; a plain one where no form fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from briefing.corpus.text import fold
from briefing.extract.words.questions import Answer, plain_question, question_forms
from briefing.languages.fr.grammar import grammar
from briefing.languages.fr.questions.answers import AskedOf
from briefing.model.annotation import Quantity
from briefing.model.relation import Asked

_LONGEST = 90
"""Characters of a title that is still one."""


def title(asked: Asked, answers: Sequence[Answer]) -> str:
    """The question that some passages answer; denials are asked first, they name what is at issue."""
    ordered = sorted(answers, key=lambda answer: not answer.is_denial) if asked is Asked.WHETHER else answers
    analysed = cache(_analysed)  # once for all forms, and no more answers than one of them needs
    for form in _FORMS.get(asked, ()):
        for answer in ordered:
            found = form(analysed(answer))
            if found and len(found) <= _LONGEST and not _is_spoken(found):
                return found[0].upper() + found[1:]
    return plain_question(__package__, asked, ordered)


def _is_spoken(question: str) -> bool:
    """Whether it holds words that only a speaker can say of themselves: « nous », « notre »."""
    words = fold(question).lower().replace("'", "' ").split()
    return not set(question_forms(__package__)["speaker.words"].split()).isdisjoint(words)


def _form(name: str, **words: str) -> str | None:
    form = question_forms(__package__).get(name)
    return form.format(**words) if form else None


def _analysed(answer: Answer) -> AskedOf:
    """A passage, its quotations a word each; what is said in quotation marks for itself."""
    folded = fold(answer.text)
    inside = [q for q in answer.quotations if answer.passage.contains(q) and q != answer.passage]
    if any(quotation.contains(answer.said) for quotation in inside):
        return AskedOf(answer, grammar().parse(folded, answer.said, ()))
    return AskedOf(answer, grammar().parse(folded, answer.passage, inside))


Form = Callable[[AskedOf], str | None]


def _counted(of: AskedOf) -> str | None:
    """« Combien de manifestants ont défilé à Lyon ? », « Combien de postes ? »."""
    for number, group in of.numbered():
        things = of.things(number, group) if number.unit and number.unit.islower() else ""
        if things:
            told = of.predicate(group)
            return _form("things", things=of.with_of(things) + (f" {told}" if told else ""))
    return None


def _given(of: AskedOf) -> str | None:
    """« Quelle hausse des prix ? », « Quelle rançon ? »."""
    found = filter(None, (of.given(number) for number in of.answer.numbers if _is_signed(number)))
    return next((_form(f"given.{group.gender}.{group.number}", what=what) for group, what in found), None)


def _is_signed(number: Quantity) -> bool:
    """Whether it is a share or an amount of money, which counts nothing."""
    return number.unit is not None and (number.unit == "%" or number.unit.isupper())


def _share(of: AskedOf) -> str | None:
    """« Quelle part des salariés ? »."""
    wholes = (number for number in of.answer.numbers if number.unit == "%" and of.is_whole(number))
    shares = map(of.shared_out, wholes)
    return next((_form("share", things=things) for things in shares if things), None)


def _level(of: AskedOf) -> str | None:
    """« À combien s’élève la participation ? », « À combien s’élèvent les pertes ? »."""
    verbs = question_forms(__package__)["level.verbs"].split()
    shares = (of.measured_by(number, verbs) for number in of.answer.numbers if _is_signed(number))
    found = (_form(f"level.{group.number}", what=of.lowered(group)) for group in shares if group)
    return next(found, None)


def _money(of: AskedOf) -> str | None:
    """« Quel montant d'aides ? »."""
    amounts = (of.shared_out(number) for number in of.answer.numbers if number.unit and number.unit.isupper())
    return next((_form("money", things=things) for things in amounts if things), None)


def _amount(of: AskedOf) -> str | None:
    """« Combien a coûté le chantier ? »."""
    for number, group in of.numbered():
        asked = of.asked_by(group)
        if number.unit and number.unit.isupper() and asked:
            return _form("amount", verb=asked[0], subject=asked[1])
    return None


def _avowed(of: AskedOf) -> str | None:
    """« La présence de soldats sur le sol ukrainien est-elle avérée ? »."""
    group = of.opening_group() if of.answer.is_denial else None
    return _form(f"whether.{group.gender}.{group.number}", what=of.whole(group)) if group else None


def _turned(of: AskedOf) -> str | None:
    """« Le pont a-t-il été fermé ? »."""
    clause = of.stated()
    return of.inverted(clause) if clause else None


def _where(of: AskedOf) -> str | None:
    asked = of.asked_of_subject()
    return _form("where", verb=asked[0], subject=asked[1]) if asked else None


def _when(of: AskedOf) -> str | None:
    asked = of.asked_of_subject()
    return _form("when", verb=asked[0], subject=asked[1]) if asked else None


_FORMS: Mapping[Asked, Sequence[Form]] = {
    Asked.HOW_MANY: (_counted, _given, _share, _level, _money, _amount),
    Asked.WHETHER: (_avowed, _turned),
    Asked.HOW_SURE: (_turned,),
    Asked.WHERE: (_where,),
    Asked.WHEN: (_when,),
}
