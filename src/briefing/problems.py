"""Problems are data: what is wrong, where, how bad, and what to do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# What would repaint a terminal, hide words in it or break a line; half a surrogate pair cannot even be printed.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Severity(StrEnum):
    """How bad a problem is: an error stops a build, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file of the project: its path relative to the project, and a line from 1 (0: the file)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        path = printable(self.path)
        return f"{path}:{self.line}" if self.line else path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, in a sentence that also says what to do."""

    where: Where
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.where}: {printable(self.message)}"


class BriefingError(Exception):
    """Work cannot go on; carries the problems that say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(p) for p in problems))
        self.problems = problems


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build, in order of file and line."""
    return sorted(p for p in problems if p.severity is Severity.ERROR)


def printable(text: str) -> str:
    """`text` on one line, with its control characters, direction marks and half characters written out."""
    return _UNSEEN.sub(lambda match: ascii(match[0])[1:-1], text)


def did_you_mean(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """A hint « ; did you mean « x »? » for a misspelt word, or nothing; `cutoff`: how alike they must be, to 1."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=cutoff)
    return f"; did you mean “{near[0]}”?" if near else ""
