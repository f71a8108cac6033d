"""How a language asks what articles answer in several ways, and the forms that need no analysis of their words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from msgspec import Struct

from briefing.model.annotation import Quantity
from briefing.model.relation import Asked
from briefing.model.span import Span
from briefing.yamlfile.packaged import packaged

_NUMBERS = 3
"""How many numbers a plain question gives."""
_QUOTED = 60
"""Characters of an answer that a plain question repeats."""
_OPENING, _CLOSING = re.compile(r"[«“]\s*"), re.compile(r"\s*[»”]")
_AROUND = " \n.,;:…"


class Answer(Struct, frozen=True, kw_only=True):
    """A passage that answers a question; offsets are those of `text`."""

    text: str
    """The article's."""
    passage: Span
    said: Span
    """What is stated in it: the content of its source, else all of it."""
    quotations: tuple[Span, ...] = ()
    numbers: tuple[Quantity, ...] = ()
    """Those on which the answers differ."""
    is_denial: bool = False
    is_shown: bool = True
    """Whether its words may be shown."""


Ask: TypeAlias = Callable[[Asked, Sequence[Answer]], str]
"""The title, in the form of a question."""


@cache
def question_forms(package: str) -> Mapping[str, str]:
    """The entries of a pack's `questions.yaml`."""
    return packaged(package, "questions", dict[str, str])


def plain_question(package: str, asked: Asked, answers: Sequence[Answer]) -> str:
    """« “Le pont a cédé” : est-ce avéré ? », « “La rançon serait de 4 millions” : 4 millions ou 5 millions ? »."""
    forms = question_forms(package)
    question, numbers = forms[f"plain.{asked}"], list(_numbers(answers)) if asked is Asked.HOW_MANY else []
    if 1 < len(numbers) <= _NUMBERS:
        question = forms["numbers"].format(some=", ".join(numbers[:-1]), last=numbers[-1])
    if words := _said(answers):
        return forms["quoted"].format(words=words, question=question)
    return question[0].upper() + question[1:]


def _numbers(answers: Iterable[Answer]) -> Iterator[str]:
    """The first number of each answer as it is written, each once."""
    first = (answer.numbers[0].exact for answer in answers if answer.numbers)
    return iter(dict.fromkeys(" ".join(_lowered(exact).split()) for exact in first))


def _lowered(exact: str) -> str:
    return exact[0].lower() + exact[1:] if exact[1:2].islower() else exact


def _said(answers: Iterable[Answer]) -> str:
    """The words of the first answer that is short, else the beginning of the first; none that may not be shown."""
    said = [_inner(answer.said.of(answer.text)) for answer in answers if answer.is_shown]
    short = (words for words in said if len(words) <= _QUOTED)
    return next(short, _cut(said[0]) if said else "")


def _inner(text: str) -> str:
    """A text ready to stand in quotation marks, its own ones turned into inner ones, none around all of it."""
    words = _CLOSING.sub("”", _OPENING.sub("“", " ".join(text.strip(_AROUND).split())))
    is_quotation = words.startswith("“") and words.find("”") == len(words) - 1
    return words[1:-1].strip(_AROUND) if is_quotation else words


def _cut(words: str) -> str:
    """Its first words, and the mark that closes a quotation among them."""
    first = textwrap.shorten(words, _QUOTED, placeholder=" …")
    return first + "”" * (first.count("“") - first.count("”"))
