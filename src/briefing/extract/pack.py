"""What the engine asks of a language: its annotators in order, the names everybody knows, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct, field

from briefing.extract.names.belonging import Belonging
from briefing.extract.reading import Annotator
from briefing.extract.words.forms import WordForms
from briefing.extract.words.questions import Ask
from briefing.extract.words.wording import Wording
from briefing.model.entity import Entity


class Typography(Struct, frozen=True, kw_only=True):
    """How a language is set in type; what is set changes at display time only."""

    spaces: Callable[[str], str] = lambda text: text
    """Puts the language's spaces into a text, one character for one."""
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")
    """Those that stand inside others."""
    first_day: str = "1"
    """The first day of a month, as dates write it."""


class LanguagePack(Struct, frozen=True, kw_only=True):
    """The rules of one language."""

    code: str
    version: int
    """Raised when the rules change what they extract."""
    annotators: Callable[[], tuple[Annotator, ...]]
    """What reads an article: read from left to right, it tells the whole pipeline."""
    gazetteer: Callable[[], tuple[Entity, ...]] = tuple
    """Entities that hold for the language, not for a project: countries, capitals."""
    media: Callable[[], frozenset[str]] = frozenset
    """The ids of those among them that pass on what others say: newspapers, broadcasters, agencies."""
    belonging: Callable[[], Belonging] = Belonging
    """To which government somebody belongs, as names show it."""
    reasons: Callable[[], Mapping[str, str]] = dict
    """Why two claims differ, in a line, by key; `{one}` and `{other}` stand for their words."""
    ask: Ask = lambda _asked, _answers: ""
    """The title of a question that passages answer in several ways; empty where the language has no form for it."""
    is_given: Callable[[str], bool] = lambda _word: False
    """Whether a word with its capital begins a person's name: « Anne », not « Agence »."""
    word_forms: Callable[[], WordForms] = WordForms
    """What a search must know of the language's words."""
    wording: Callable[[], Wording] = Wording
    """The closed classes of words by which statements are compared."""
    typography: Typography = field(default=Typography())
