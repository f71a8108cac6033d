"""What the desk says in French is what the commands say in English: each sentence that can reach it has its pair."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import briefing
from briefing.desk.messages import in_words, problem_in
from briefing.problems import Problem, Where
from briefing.yamlfile.shape import _KINDS

PACKAGE = Path(briefing.__file__).parent
PAIRS = yaml.safe_load((PACKAGE / "desk/messages.yaml").read_text("utf-8"))
REACHED = [
    *(
        f"review/acts/{name}.py"
        for name in ("claim_files", "entities", "entity_list", "fields", "linking", "ruling", "speaker")
    ),
    *("review/acts/selection.py", "review/decisions.py", "disk/journal.py", "disk/write.py", "disk/lock.py"),
    *("store/files.py", "store/verify.py", "corpus/textfile.py", "yamlfile/document.py", "desk/server.py"),
]
"""Where a desk's request may end with a sentence."""
_SAYING = {"Problem", "BriefingError.at", "_in_list", "_wrong", "self._refuse"}
ELSEWHERE = {"nothing can be shown there: {}; choose another --port"}
"""Said in the terminal alone."""


def _sentence(node: ast.AST) -> str | None:
    """A text as it is written, with `{}` for each value in it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_part, node.values))
    return None


def _part(part: ast.expr) -> str:
    """Words, a value, or (a hint that is mostly none) nothing."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    is_hint = isinstance(part, ast.FormattedValue) and re.match(r"did_you_mean\(|near$", ast.unparse(part.value))
    return "" if is_hint else "{}"


def _sentences(path: str) -> Iterator[str]:
    """What stands in a module as the message of a problem, or as why something is refused."""
    for node in ast.walk(ast.parse((PACKAGE / path).read_text("utf-8"))):
        found: list[ast.AST] = []
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _SAYING:
            found = [*node.args]
        elif isinstance(node, ast.Assign | ast.Return) and node.value is not None:
            found = [node.value]
        for part in found:
            text = _sentence(part)
            if text and re.search(r"[a-z]{3,} [a-z]{2,}", text):
                yield text


FOUND = sorted({(path, sentence) for path in REACHED for sentence in _sentences(path)} - {("", "")})


def test_sentences_are_found() -> None:
    """Else the next test would hold of none."""
    assert len(FOUND) > 45
    assert {path for path, _ in FOUND} == set(REACHED)


@pytest.mark.parametrize(("path", "sentence"), FOUND)
def test_each_sentence_that_reaches_the_desk_has_its_pair(path: str, sentence: str) -> None:
    """Whatever stands in the place of its values."""
    if sentence not in ELSEWHERE:
        said = sentence.replace("{}: ", "c-1: ", 1) if sentence.startswith("{}: ") else sentence
        assert in_words("fr", said.replace("{}", "X")) != said.replace("{}", "X"), path


@pytest.mark.parametrize("ending", ["", ", not “X”"])
@pytest.mark.parametrize("wrong", sorted({*_KINDS.values(), "must be one of a, b"}))
def test_what_a_value_must_be_has_its_pair(wrong: str, ending: str) -> None:
    """Whatever the key."""
    said = re.sub(r"\s", " ", in_words("fr", f"c-1: nth: {wrong}{ending}"))
    assert said.startswith("c-1 : nth : il faut")
    assert ("not “" in said, said.endswith("pas « X »")) == (False, bool(ending)) or "one of" in wrong


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["told"][:40])
def test_a_pair_names_the_same(pair: dict[str, str]) -> None:
    """No name is left out of a translation, and each sentence leads to its own pair."""
    names = re.findall(r"\{(\w+)\}", pair["told"])
    assert set(re.findall(r"\{(\w+)\}", pair["fr"])) <= set(names)
    assert len(set(names)) == len(names)
    assert sum(other["told"] == pair["told"] for other in PAIRS) == 1


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            "c-1 changed since it was looked at: it is rejected by Zoé on 2026-11-02; look again and decide",
            "c-1 a changé depuis que vous l’avez lue (elle est rejetée, par Zoé, le 2026-11-02) ; relisez et décidez",
        ),
        ("there is no article “x”; did you mean “y”?", "il n’y a pas d’article « x » ; vouliez-vous dire « y » ?"),
        ("there is no article “x”", "il n’y a pas d’article « x »"),
        (
            "c-1: “Le” is not in the article word for word; copy it from there",
            "c-1 : « Le » n’est pas dans l’article mot pour mot ; copiez-le de là",
        ),
        (
            "c-1: modality: “sûr” is none of asserted, denied; did you mean “denied”?",
            "c-1 : modality : « sûr » n’est aucun de asserted, denied ; vouliez-vous dire « denied » ?",
        ),
        # What an article or a person wrote is left as it is, also where it reads like a sentence of ours.
        ("there is no claim “there is nothing here”", "il n’y a pas d’affirmation « there is nothing here »"),
        ("there is no claim “{name} \\1”", "il n’y a pas d’affirmation « {name} \\1 »"),
        ("nobody ever said this", "nobody ever said this"),
        ("", ""),
    ],
)
def test_a_sentence_in_french(message: str, said: str) -> None:
    """And as the commands say it in any other language."""
    assert in_words("fr", message).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ") == said
    assert in_words("fr-CA", message) == in_words("fr", message)
    assert {in_words(language, message) for language in ("en", "de", "")} == {message}


def test_a_problem_keeps_its_place() -> None:
    """And its control characters stay written out."""
    problem = Problem(Where("claims/a.yaml", 7), "there is no claim “\x1b[2J”")
    assert problem_in("fr", problem).startswith("claims/a.yaml:7: il n’y a pas")
    assert "\x1b" not in problem_in("fr", problem)
