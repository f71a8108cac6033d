"""Fetching one address: http and https only, also behind redirects, within one time and one size for all of it."""

from __future__ import annotations

import time
import zlib
from email.message import Message
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError, IncompleteRead, NewConnectionError, ProtocolError, SSLError
from urllib3.exceptions import TimeoutError as WaitError

from briefing import __version__
from briefing.collect.original import MAX_BYTES, Original
from briefing.collect.web.hosts import addresses, is_public
from briefing.problems import Problem, Where

AGENT = "briefing"
_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
_CHUNK = 65_536
_REDIRECTS = 10
_BUSY = (429, 503)
_PATIENCE = 2
"""How often a site that asks for time gets it, if it tells how long (RFC 9110, Retry-After)."""
_ADVICE = "open it in a browser, save the page and add the file"


class _RefusedError(Exception):
    """The answer is not what was asked for; the message says why, and what to do."""


def fetch(url: str, *, timeout: float = 20.0, only_public: bool = False) -> Original | Problem:
    """What stands at an address, or why it cannot be had; headers, redirects and body together take `timeout` seconds.

    An address that its user named may be private; a redirect from a public one to a private one is refused, and with
    `only_public` every private one.
    """
    where = Where(url)
    try:
        return _follow(url, time.monotonic() + timeout, only_public=only_public)
    except _RefusedError as problem:
        return Problem(where, str(problem))
    except NewConnectionError as problem:  # which urllib3 counts among those who wait
        return Problem(where, f"the address cannot be reached: {_why(problem)}; check it, or {_ADVICE}")
    except (TimeoutError, WaitError):
        return Problem(where, late(timeout))
    except IncompleteRead:
        return Problem(where, f"the answer breaks off before its end; try again, or {_ADVICE}")
    except ProtocolError as problem:
        return Problem(where, f"the answer breaks off or is none: {_why(problem)}; try again, or {_ADVICE}")
    except (OSError, HTTPError, ValueError, zlib.error) as problem:
        return Problem(where, f"the address cannot be read: {_why(problem)}; check it, or {_ADVICE}")


def late(timeout: float) -> str:
    """What is said when an address takes too long."""
    return f"the site does not answer within {timeout:g} seconds; try again, or {_ADVICE}"


def _why(problem: Exception) -> str:
    """The cause in a few words, without the library's own names for its objects."""
    cause = problem.__cause__ if isinstance(problem, NewConnectionError | SSLError) and problem.__cause__ else problem
    return str(getattr(cause, "strerror", None) or cause)[:200]


def _follow(url: str, deadline: float, *, only_public: bool) -> Original:
    """The answer at the end of the redirects; once one host was public, all must be."""
    place = url
    for _ in range(_REDIRECTS + 1):
        parts = _parts(place)
        answer, is_outside = _ask(parts, deadline, only_public=only_public)
        only_public = only_public or is_outside
        try:
            if answer.status in {301, 302, 303, 307, 308} and answer.headers.get("Location"):
                place = urljoin(urlunsplit(parts), answer.headers["Location"])
                continue
            if answer.status != 200:
                raise _RefusedError(f"the site answers {answer.status} {answer.reason or ''}".rstrip() + f"; {_ADVICE}")
            return Original(url, _body(answer, deadline), urlunsplit(parts), _charset(answer), only_public)
        finally:
            answer.close()  # unread: the body of a redirect may have no end
    raise _RefusedError(f"the address is passed on more than {_REDIRECTS} times; {_ADVICE}")


def _parts(url: str) -> SplitResult:
    """An address as it is sent: what stands outside ASCII is encoded. Raises ValueError where it is none of ours."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise _RefusedError(f"it leads to {parts.scheme or 'no'}:// and only http:// and https:// are read; {_ADVICE}")
    if parts.username or parts.password:
        raise _RefusedError("the address holds a name or password, which would be published; leave it out")
    if not parts.hostname:
        raise ValueError("it names no site")
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode()
    place = f"[{host}]" if ":" in host else host
    place = f"{place}:{parts.port}" if parts.port else place
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?") for part in (parts.path or "/", parts.query))
    return SplitResult(parts.scheme, place, path, query, "")


def _ask(parts: SplitResult, deadline: float, *, only_public: bool) -> tuple[urllib3.BaseHTTPResponse, bool]:
    """The answer to one request, its body unread, and whether its host is public."""
    host = str(parts.hostname)
    proxy = None if proxy_bypass(host) else getproxies().get(parts.scheme)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = [] if proxy else addresses(host, port)
    judged = [is_public(address) for address in found] or [_may_be_public(host)]
    if only_public and not all(judged):
        raise _RefusedError(f"the site leads to {host}, which is in a private network; that was not followed")
    answer = _request(parts, proxy, found, port, deadline)
    for _ in range(_PATIENCE):
        wait = answer.headers.get("Retry-After", "") if answer.status in _BUSY else ""
        if not wait.isdecimal() or time.monotonic() + int(wait) >= deadline:
            break
        answer.close()
        time.sleep(int(wait))
        answer = _request(parts, proxy, found, port, deadline)
    return answer, any(judged)


def _request(
    parts: SplitResult, proxy: str | None, found: list[str], port: int, deadline: float
) -> urllib3.BaseHTTPResponse:
    """One request, to the address that was judged and no other: a name may mean another a moment later."""
    for pool in [urllib3.ProxyManager(proxy)] if proxy else (_pool(parts, address, port) for address in found):
        try:
            return pool.urlopen(
                "GET",
                urlunsplit(parts) if proxy else urlunsplit(("", "", parts.path, parts.query, "")),
                headers=_HEADERS | {"Host": parts.netloc},
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
                timeout=urllib3.Timeout(total=max(deadline - time.monotonic(), 0.01)),
            )
        except NewConnectionError as problem:
            unreached = problem
    raise unreached


def _pool(parts: SplitResult, address: str, port: int) -> urllib3.HTTPConnectionPool:
    if parts.scheme == "http":
        return urllib3.HTTPConnectionPool(address, port)
    return urllib3.HTTPSConnectionPool(address, port, server_hostname=parts.hostname, assert_hostname=parts.hostname)


def _may_be_public(host: str) -> bool:
    """Behind a proxy, which alone knows the addresses: whether a name is not plainly a private one."""
    try:
        return is_public(host)
    except ValueError:
        return "." in host and not host.endswith((".local", ".localhost", ".internal", ".home.arpa"))


def _charset(answer: urllib3.BaseHTTPResponse) -> str | None:
    message = Message()
    message["Content-Type"] = answer.headers.get("Content-Type", "")
    return message.get_content_charset()


def _body(answer: urllib3.BaseHTTPResponse, deadline: float) -> bytes:
    """The body, unpacked, within the limits: a slow, endless or broken answer is refused."""
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        raise _RefusedError(f"the site sends the page packed as {packed}, which was not asked for; {_ADVICE}")
    raw = bytearray()
    while chunk := answer.read1(_CHUNK, decode_content=False):
        raw += chunk
        if len(raw) > MAX_BYTES:
            raise _RefusedError(f"this is larger than {MAX_BYTES // 1_000_000} MB; {_ADVICE}")
        if time.monotonic() > deadline:
            raise TimeoutError
    return _unpacked(bytes(raw)) if packed not in {"", "identity"} else bytes(raw)


def _unpacked(raw: bytes) -> bytes:
    """What gzip packed, all its members (RFC 1952); half a member is refused, what follows the last is none of it."""
    out, rest = bytearray(), raw
    while rest.startswith(b"\x1f\x8b") or not out:
        unpack = zlib.decompressobj(wbits=31)
        out += unpack.decompress(rest, MAX_BYTES + 1 - len(out))
        if len(out) > MAX_BYTES:
            raise _RefusedError(f"this is larger than {MAX_BYTES // 1_000_000} MB; {_ADVICE}")
        if not unpack.eof:
            raise _RefusedError(f"the answer breaks off before its end; try again, or {_ADVICE}")
        rest = unpack.unused_data
        if not rest:
            break
    return bytes(out)
