"""The published page: the figures, and what is missed and invented, in the words of page.md.jinja."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .measurement import Measurement
from .press import Press

_SHOWN = 14
"""How many missed rows, and how many invented ones, a layer lists."""
_CLIP = 160
_PLAIN = frozenset(" \u00a0,;.:!?'’«»“”…–—-()/+%=≠∅€")


def page(measurements: Sequence[Measurement], rules: str, press: Press | None = None) -> str:
    """The page in Markdown; the same text for the same figures. `rules`: the name and version of the rules.

    `press`: the figures on articles that are not in the repository.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=False,  # noqa: S701 # every value goes through `inert`, which lets less pass
        finalize=inert,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"percent": _percent, "shown": _shown, "clipped": _clipped}
    sets = {m.name: m for m in measurements}
    return environment.get_template("page.md.jinja").render(sets=sets, rules=rules, press=press)


def inert(value: object) -> str:
    """The value as one line that Markdown, HTML and citations leave alone: letters, digits and plain marks stay."""
    text = " ".join(str(value).split())
    return "".join(c if c.isalnum() or c in _PLAIN else f"&#{ord(c)};" for c in text)


def _percent(value: float) -> str:
    return f"{100 * value:.1f}\u00a0%".replace(".", ",")


def _shown(faults: Sequence[str]) -> Sequence[str]:
    return faults[:_SHOWN]


def _clipped(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _CLIP else words[:_CLIP].rsplit(" ", 1)[0] + " …"
