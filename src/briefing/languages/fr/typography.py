"""How French is set in type: no-break spaces before high punctuation and within guillemets and numbers."""

from __future__ import annotations

import re

from briefing.extract.pack import Typography

_NO_BREAK, _THIN = "\u00a0", "\u202f"
_SPACE = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=[:»%€$])|(?<=\S)(?P<thin> )(?=[;!?])")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")


def spaces(text: str) -> str:
    """`text` with no-break spaces where French typography has them; one character for one, so offsets hold."""
    text = _SPACE.sub(lambda m: _THIN if m["thin"] else _NO_BREAK, text)
    return _THOUSANDS.sub(lambda m: m[0].replace(" ", _THIN), text)


TYPOGRAPHY = Typography(spaces=spaces, quotes=("« ", " »"), inner_quotes=("“", "”"), first_day="1er")
