"""Problems for people and for machines: lines, JSON, annotations of GitHub, SARIF 2.1.0. The same bytes twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import quote

from briefing import __version__
from briefing.problems import Problem, Severity, printable

SUBJECTS = {
    "corpus": "The articles in corpus/ can be read and say where they come from.",
    "entities": "The entities are named once and refer to each other.",
    "claims": "Claims quote their article word for word.",
    "links": "Links join claims that exist.",
    "editions": "Published editions can be read.",
    "pages": "The pages people write cite and link to what exists.",
    "site": "The settings of the site fit its pages.",
}
"""What each kind of file must do; the kind is the rule that a problem breaks."""

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def subject(path: str) -> str:
    """The kind of file that a path is, one of SUBJECTS."""
    if path in {"corpus/entities.yaml", "claims/links.yaml"}:
        return path.rpartition("/")[2].removesuffix(".yaml")
    folder = path.partition("/")[0]
    return "site" if folder == "mkdocs.yml" else folder if folder in SUBJECTS else "pages"


def as_text(problems: Sequence[Problem], _base: str = "") -> str:
    """A problem on each line, as `file:line: message`; warnings and notes say so."""
    return "".join(f"{problem.line}\n" for problem in problems)


def as_json(problems: Sequence[Problem], _base: str = "") -> str:
    """The shape that `schemas/check.json` describes: paths relative to the project, `line` null for a whole file."""
    counts = Counter(p.severity for p in problems)
    rows = [
        {
            "path": printable(p.where.path),
            "line": p.where.line or None,
            "severity": p.severity.value,
            "subject": subject(p.where.path),
            "message": printable(p.message),
        }
        for p in problems
    ]
    return _dumped({"counts": {level.value: counts[level] for level in Severity}, "problems": rows})


def as_github(problems: Sequence[Problem], base: str = "") -> str:
    """A workflow command for each problem, shown beside its line; `base`: where the project is in the repository."""
    lines = []
    for problem in problems:
        line = f",line={problem.where.line}" if problem.where.line else ""
        file, title = (
            _property(word) for word in (base + problem.where.path, f"Briefing: {subject(problem.where.path)}")
        )
        lines.append(f"::{_COMMANDS[problem.severity]} file={file}{line},title={title}::{_escaped(problem.message)}\n")
    return "".join(lines)


def _escaped(text: str) -> str:
    """The text of a workflow command on one line, as @actions/core writes it."""
    plain = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(plain)


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem], base: str = "") -> str:
    """A SARIF 2.1.0 log of one run; a file without a line is annotated at its first."""
    names = list(SUBJECTS)
    results = [
        {
            "ruleId": (rule := subject(p.where.path)),
            "ruleIndex": names.index(rule),
            "level": p.severity.value,
            "message": {"text": printable(p.message)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(base + p.where.path), "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": p.where.line or 1},
                    }
                }
            ],
        }
        for p in problems
    ]
    rules = [{"id": name, "shortDescription": {"text": text}} for name, text in SUBJECTS.items()]
    driver = {"name": "briefing", "semanticVersion": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dumped({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _uri(path: str) -> str:
    """A relative path as a URI, whatever bytes its name has."""
    return quote(path.encode("utf-8", "surrogateescape"))


def _dumped(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem], str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
