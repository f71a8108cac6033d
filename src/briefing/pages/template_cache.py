"""Templates once compiled are kept for the next build: compiling them takes longer than filling them."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from briefing import __version__
from briefing.model.entity import slug


class _Kept(FileSystemBytecodeCache):
    """Files that only their owner can read or write; a full disk or a damaged file is no reason to fail."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read one template's code; what cannot be read is compiled again."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 - a damaged pickle may raise anything
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write one template's code, whole or not at all."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@cache
def compiled(kind: str) -> BytecodeCache | None:
    """Where the compiled templates of a kind of environment stand; None where no temporary folder can be trusted.

    On Windows nothing tells whether others can write there. A filter of a constant is worked out when a template is
    compiled, so each language is a kind of its own.
    """
    if os.name == "nt":
        return None
    try:
        return _Kept(pattern=f"briefing-{__version__}-{slug(kind)}-%s.cache")
    except (OSError, RuntimeError):
        return None
