"""Problems are data: what is wrong, where, how bad, and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Self

from msgspec import Struct

# What would repaint a terminal, hide or turn words in it or break a line; half a surrogate pair cannot even be printed.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
# What CI services obey where they find it in a log: `::command` of GitHub, `##[command]` and `##vso[command]` of Azure.
_COMMAND = re.compile(r"(?<!\S):(?=:)|#(?=#(?:vso)?\[)", re.IGNORECASE)

_ENOUGH = 100


class Severity(StrEnum):
    """How bad a problem is: an error stops a build, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Where(Struct, frozen=True, order=True):
    """A place in a file of the project: its path relative to the project, and a line from 1 (0: the file)."""

    path: str
    line: int = 0

    @classmethod
    def at(cls, path: str, text: str, offset: int) -> Self:
        """The line of a file that holds the character at `offset` of its text."""
        return cls(path, text.count("\n", 0, max(offset, 0)) + 1)

    def __str__(self) -> str:
        path = printable(self.path)
        return f"{path}:{self.line}" if self.line else path


class Problem(Struct, frozen=True, order=True):
    """One thing that is wrong, in a sentence that also says what to do."""

    where: Where
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return printable(f"{self.where}: {printable(self.message)}")

    @property
    def line(self) -> str:
        """The same as a line of a report, where a warning or a note says that it is one."""
        label = "" if self.severity is Severity.ERROR else f"{self.severity}: "
        return f"{self.where}: {label}{printable(self.message)}"


class BriefingError(Exception):
    """Work cannot go on; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)  # as they are, so that the exception reaches us from another process too
        self.problems = problems

    @classmethod
    def at(cls, path: str | Path, message: str) -> Self:
        """The error of one file or folder, or of whatever else `path` names."""
        return cls(Problem(Where(str(path)), message))

    def __str__(self) -> str:
        return "\n".join(str(p) for p in self.problems)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build, in order of file and line."""
    return sorted(p for p in problems if p.severity is Severity.ERROR)


def enough(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first hundred problems of one kind, and that there are more: nobody reads the other hundred thousand."""
    for count, problem in enumerate(problems):
        if count == _ENOUGH:
            message = "there are more mistakes like these; mend the first hundred, then look again"
            yield Problem(Where(problem.where.path), message, problem.severity)
            return
        yield problem


def printable(text: str) -> str:
    """`text` on one line, with its control characters, direction marks and half characters written out.

    The first sign of what a CI service would obey is written out too.
    """
    seen = _UNSEEN.sub(lambda match: ascii(match[0])[1:-1], text)
    return _COMMAND.sub(lambda match: f"\\x{ord(match[0]):02x}", seen)


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """A hint « ; did you mean « x »? » for a misspelt word, or nothing; `cutoff`: how alike they must be, to 1."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=cutoff)
    return f"; did you mean “{near[0]}”?" if near else ""
