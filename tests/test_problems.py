"""What a problem says is one line of plain text, whatever stands in a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.problems import Problem, Where, printable
from command import run, write


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a\\nb"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\u202egauche", "\\u202egauche"),
        ("a\u200b\u2066\u061c\ufeffb", "a\\u200b\\u2066\\u061c\\ufeffb"),
        ("\U000e0041", "\\U000e0041"),
        ("\udce9", "\\udce9"),
        ("::error::x", "\\x3a:error::x"),
        ("  ::set-env name=A::b", "  \\x3a:set-env name=A::b"),
        ("##[group]x", "\\x23#[group]x"),
        ("a ##vso[task.setvariable]", "a \\x23#vso[task.setvariable]"),
        ("12\u202f000 « é » 1\u00a0%", "12\u202f000 « é » 1\u00a0%"),
        ("a::b ## titre # [x]", "a::b ## titre # [x]"),
    ],
)
def test_a_message_is_plain_text(text: str, shown: str) -> None:
    """Nothing hidden, nothing turned, nothing that a terminal or a CI service obeys; French spaces stay."""
    assert printable(text) == shown


@given(text=st.text())
def test_whatever_it_is(text: str) -> None:
    """One line, no command at its beginning or inside, and telling it twice changes nothing."""
    line = str(Problem(Where(text), text))
    assert len(line.splitlines()) == 1
    assert not line.lstrip().startswith("::")
    assert "##[" not in line
    assert printable(printable(text)) == printable(text)


def test_explain_shows_what_hides(tmp_path: Path) -> None:
    """Words of an article are words, in a terminal and in a log."""
    text = "---\ntitle: T\npublished: 2024-11-30\n---\n\n::error::x « Le maire \u202e a dit ##[group] 12 fois. »\n"
    write(tmp_path, "corpus/vote.md", text)
    said = run("explain", "-C", tmp_path, "vote").output
    assert "\\u202e" in said
    assert "\u202e" not in said
    assert "##[" not in said
    assert not [line for line in said.splitlines() if line.lstrip().startswith("::")]
