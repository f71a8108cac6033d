"""What the engine asks of a language: its annotators in order, the names everybody knows, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from briefing.extract.forms import WordForms
from briefing.extract.reading import Annotator
from briefing.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Theme:
    """A word of a passage and its class: `action/envoyer`, `chose/accord`, `nation/russie`; offsets in the passage.

    A theme named `where` spans a phrase that says where something is: « en Russie », « sur le sol ukrainien ».
    """

    name: str
    start: int
    end: int
    broader: str | None = None
    """The class that says the same less precisely: two classes under one broader class are akin."""
    opposite: str | None = None
    reaction: bool = False
    """Whether an action only reacts to its thing: « salue l'accord »; a date beside it is not that of the thing."""
    aside: bool = False
    """Whether it is taken up as known (« cette coopération ») or aimed at (« pour soutenir »), not stated itself."""
    nominal: bool = False
    """Whether an action is named by a noun (« l'envoi de »), so that what stands before it need not be who acts."""
    passive: bool = False
    """Whether what stands before the action undergoes it: « a été livré », « les armes livrées »."""
    doer: int | None = None
    """Where the one who does it begins, if a passive names them: « livré par Berne »."""
    qualifies: bool = False
    """Whether it only qualifies another thing: « une coopération militaire »."""
    negated: bool = False
    """Whether it is said not to be: « n'a pas livré », « sans confirmer »."""

    @property
    def kind(self) -> str:
        """action, chose (a thing), nation or where."""
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """How a language is set in type; what is set changes at display time only."""

    spaces: Callable[[str], str] = lambda text: text
    """Puts the language's spaces into a text, one character for one."""
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")
    """Those that stand inside others."""
    first_day: str = "1"
    """The first day of a month, as dates write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """The rules of one language. Reading `annotators` from left to right tells the whole pipeline."""

    code: str
    version: int
    """Raised when the rules change what they extract."""
    annotators: tuple[Annotator, ...]
    themes: Callable[[str], tuple[Theme, ...]] = lambda _: ()
    """What a passage speaks of, in classes of words that mean the same in the news."""
    gazetteer: Callable[[], tuple[Entity, ...]] = tuple
    """Entities that hold for the language, not for a project: countries, capitals."""
    reasons: Callable[[], Mapping[str, str]] = dict
    """Why two claims differ, in a line, by key; `{one}` and `{other}` stand for their words."""
    word_forms: Callable[[], WordForms] = WordForms
    """What a search must know of the language's words."""
    typography: Typography = field(default=Typography())
