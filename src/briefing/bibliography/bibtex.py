"""BibTeX, in UTF-8, with the fields that biblatex, Zotero and JabRef share with the old program.

`date` is EDTF, which biblatex reads as it is (`2024-10~`, intervals); `year` serves the old styles.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError

from briefing.bibliography.record import Name, Record, on_one_line

# BibTeX counts braces even behind a backslash, so a brace of the text becomes a command.
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "\u00a0": " ",
    "\u202f": " ",
}
_ESCAPES = str.maketrans(_COMMANDS)
# A field of its own that is taken verbatim: what would end it is percent-encoded.
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


def bibtex(records: Iterable[Record]) -> str:
    """The records as entries, an empty line between them."""
    return "\n".join(bibtex_entry(record) for record in records)


def bibtex_entry(record: Record) -> str:
    """One entry: `@article` with an outlet, else `@online` with an address, else `@misc`."""
    kind = "article" if record.newspaper else "online" if record.url else "misc"
    language = _language(record.language)
    fields = {
        "author": " and ".join(_name(name) for name in record.authors),
        "title": f"{{{_text(record.title)}}}",  # doubled: a style does not lower the capitals of names
        "journal": _text(record.container or ""),
        "date": record.published.value if record.published else "",
        "year": str(record.published.parts[0][0]) if record.published else "",
        "url": on_one_line(record.url or "").translate(_ADDRESS),
        "urldate": record.accessed.iso if record.accessed else "",
        "language": language,
        "langid": language,
        "note": _text(record.note or ""),
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{record.key},\n{body}}}\n"


def _text(text: str) -> str:
    return on_one_line(text).translate(_ESCAPES)


def _name(name: Name) -> str:
    return f"{_text(name.family)}, {_text(name.given)}" if name.given else f"{{{_text(name.family)}}}"


@cache
def _language(code: str) -> str:
    """The language's English name in lower case, as babel and biblatex call it: fr → french."""
    try:
        return (Locale.parse(code.replace("-", "_")).get_language_name("en") or code).lower()
    except (UnknownLocaleError, ValueError):
        return _text(code)
