"""Fetching one address: http and https only, also behind redirects, within a time and a size."""

from __future__ import annotations

import http.client
import time
import zlib
from email.message import Message
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from briefing import __version__
from briefing.collect.original import MAX_BYTES, Original
from briefing.problems import Problem, Where

_HEADERS = {
    "User-Agent": f"briefing/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip",
}
_CHUNK = 65_536
_ADVICE = "open it in a browser, save the page and add the file"


class _TooLargeError(Exception):
    """The answer does not end."""


def fetch(url: str, *, timeout: float = 20.0) -> Original | Problem:
    """What stands at an address, or why it cannot be had; the whole takes at most `timeout` seconds and a wait."""
    where = Where(url)
    try:
        request = Request(_ascii(url), headers=_HEADERS)  # noqa: S310 - the opener below knows http and https only
        with _opener().open(request, timeout=timeout) as answer:
            raw = _read(answer, time.monotonic() + timeout)
            final, headers = answer.geturl(), answer.headers
    except HTTPError as problem:
        return Problem(where, f"the site answers {problem.code} {problem.reason}; {_ADVICE}")
    except TimeoutError:
        return Problem(where, f"the site does not answer within {timeout:g} seconds; try again, or {_ADVICE}")
    except _TooLargeError:
        return Problem(where, f"this is larger than {MAX_BYTES // 1_000_000} MB; {_ADVICE}")
    except URLError as problem:
        if isinstance(problem.reason, TimeoutError):
            return Problem(where, f"the site does not answer within {timeout:g} seconds; try again, or {_ADVICE}")
        return Problem(where, f"the address cannot be reached: {problem.reason}; check it, or {_ADVICE}")
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as problem:
        return Problem(where, f"the address cannot be read: {problem}; check it, or {_ADVICE}")
    return Original(url, raw, final, headers.get_content_charset() if isinstance(headers, Message) else None)


def _ascii(url: str) -> str:
    """An address as it is sent: what stands outside ASCII is encoded. Raises ValueError where there is no host."""
    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    if not host:
        raise ValueError("it names no site")
    place = parts.netloc.lower().replace((parts.hostname or "").lower(), host)
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, place, path, query, ""))


def _opener() -> OpenerDirector:
    """An opener without handlers for files, FTP and data, so that no redirect leads there either."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler, HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler,
        UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    return opener


def _read(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    """The body, unpacked, within the limits: a slow or endless answer is broken off."""
    unpack = zlib.decompressobj(wbits=31) if answer.headers.get("Content-Encoding", "").lower() == "gzip" else None
    raw = bytearray()
    while chunk := answer.read1(_CHUNK):
        raw += unpack.decompress(chunk, MAX_BYTES + 1) if unpack else chunk
        if len(raw) > MAX_BYTES:
            raise _TooLargeError
        if time.monotonic() > deadline:
            raise TimeoutError
    return bytes(raw)
