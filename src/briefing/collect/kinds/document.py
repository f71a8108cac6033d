"""A Word document (`.docx`, ECMA-376): its paragraphs, one a line, as they stand after all changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from briefing.collect.original import MAX_BYTES

_MAIN = "word/document.xml"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_GONE = frozenset({f"{_WORD}del", f"{_WORD}moveFrom"})
"""What a recorded change took away."""


def is_document(raw: bytes) -> bool:
    """Whether these are the bytes of a Word document."""
    return raw.startswith(b"PK\x03\x04") and _MAIN.encode() in raw


def read_document(raw: bytes) -> str:
    """The paragraphs of a document. Raises ValueError where it is broken, or unpacks to more than an article."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if archive.getinfo(_MAIN).file_size > MAX_BYTES:
                raise ValueError("the document is far larger than an article")
            with archive.open(_MAIN) as file:
                tree = ET.fromstring(file.read(MAX_BYTES))  # noqa: S314 - expat refuses bombs of entities
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, ET.ParseError) as problem:
        raise ValueError(f"the document is broken ({problem})") from None
    return "\n".join("".join(_words(paragraph)).strip() for paragraph in tree.iter(f"{_WORD}p"))


def _words(element: ET.Element) -> Iterator[str]:
    """The words of a paragraph, without those of a paragraph in a box within it, which come by themselves."""
    for part in element:
        if part.tag == f"{_WORD}t":
            yield part.text or ""
        elif part.tag in _SPACES:
            yield _SPACES[part.tag]
        elif part.tag not in _GONE and part.tag != f"{_WORD}p":
            yield from _words(part)
