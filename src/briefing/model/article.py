"""An article: a published text that never changes, and what is known about it."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from msgspec import Struct

from briefing.model.span import Span


class Rights(StrEnum):
    """How much of the text the site may show."""

    FULL = "full"
    EXCERPT = "excerpt"
    NONE = "none"


class BlockKind(StrEnum):
    """What a line of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    BLOCK_QUOTE = "block_quote"
    """A quotation that stands alone, said by the signature that follows it."""
    SIGNATURE = "signature"
    """The line that names who said the block above it."""
    BYLINE = "byline"
    """Author, date, credit: about the article, not in it."""


class Block(Struct, frozen=True):
    """A line of the body; a body line is a block, whether blank lines stand between or not."""

    span: Span
    kind: BlockKind


class Sentence(Struct, frozen=True):
    """A sentence and the number of the block that it stands in."""

    span: Span
    block: int


class Metadata(Struct, frozen=True, kw_only=True):
    """What the front matter says; unknown is absent. Dates are EDTF (`2024-10-25`, `2024-10~`)."""

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_note: str | None = None
    url: str | None = None
    archived: str | None = None
    original_sha256: str | None = None
    """The hash of the source as it came, by which a kept copy of it is known."""
    language: str = "fr"
    retrieved: str | None = None
    rights: Rights = Rights.FULL
    reliability: str | None = None
    """The outlet's reliability on the Admiralty scale, A to F, given by a person."""
    tags: tuple[str, ...] = ()


class Article(Struct, frozen=True, kw_only=True):
    """One published text in Unicode NFC. `id` is the stem of its file; offsets count code points of `text`."""

    id: str
    text: str
    meta: Metadata = Metadata()
    path: str = ""
    """Relative to the project."""
    body_line: int = 1
    """The line of the file on which `text` begins."""

    @property
    def text_sha256(self) -> str:
        """The hash by which a changed text is noticed."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def line_of(self, offset: int) -> int:
        """The line of the file that holds the code point at `offset`."""
        return self.body_line + self.text.count("\n", 0, offset)
