"""`briefing add` and the web: what a site may do to its reader is bounded, and every refusal is explained."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import frontmatter
import pytest
from click.testing import CliRunner, Result

from briefing.cli import commands
from briefing.collect.original import MAX_BYTES, Original
from briefing.collect.web import fetch as web
from briefing.collect.web.feeds import listed, listed_articles
from briefing.collect.web.fetch import fetch
from briefing.collect.web.hosts import is_public
from briefing.problems import Problem
from collect.making import PAGE, Answers, answer, moved, site

PACKED = gzip.compress(PAGE.encode())
HALVES = gzip.compress(PAGE[:300].encode()) + gzip.compress(PAGE[300:].encode())
GZIP = "Content-Encoding: gzip"
CHUNKED = "Transfer-Encoding: chunked"
SIZE = len(PAGE.encode())


def _endless(beginning: bytes, piece: bytes) -> Iterator[bytes]:
    yield beginning
    while True:
        yield piece


def _dripping(beginning: bytes, piece: bytes) -> Iterator[bytes]:
    yield beginning
    for _ in range(100):
        time.sleep(0.1)
        yield piece


ANSWERS: Answers = {
    "/article": [answer(PAGE, "200 OK", "Content-Type: text/html; charset=utf-8")],
    "/%C3%A9t%C3%A9%20%C3%A0?%C3%A9=1": [answer()],
    "/packed": [answer(PACKED, "200 OK", GZIP)],
    "/members": [answer(HALVES, "200 OK", GZIP)],
    "/padded": [answer(PACKED + b"\0" * 20, "200 OK", GZIP)],
    "/chunked": [answer(f"{SIZE:x}\r\n{PAGE}\r\n0\r\n\r\n", "200 OK", CHUNKED, length=-1)],
    "/until-closed": [answer(PAGE, length=-1)],
    "/short": [answer(PAGE, length=5000)],
    "/short-chunk": [answer(f"{5000:x}\r\n{PAGE}", "200 OK", CHUNKED, length=-1)],
    "/no-last-chunk": [answer(f"10\r\n{PAGE[:16]}\r\n", "200 OK", CHUNKED, length=-1)],
    "/cut": [answer(PACKED[:-9], "200 OK", GZIP)],
    "/cut-member": [answer(HALVES[:-5], "200 OK", GZIP)],
    "/false-sum": [answer(PACKED[:-8] + b"\0" * 8, "200 OK", GZIP)],
    "/no-gzip": [answer(PAGE, "200 OK", GZIP)],
    "/deflate": [answer(zlib.compress(PAGE.encode()), "200 OK", "Content-Encoding: deflate")],
    "/brotli": [answer(b"\x0b\x02\x80", "200 OK", "Content-Encoding: br")],
    "/bomb": [answer(gzip.compress(bytes(2 * MAX_BYTES)), "200 OK", GZIP)],
    "/bomb-members": [answer(gzip.compress(bytes(MAX_BYTES // 2)) * 3, "200 OK", GZIP)],
    "/large": lambda: _endless(answer(b"", length=-1), b"x" * 1_000_000),
    "/moved": [moved("/article")],
    "/moved-endless": lambda: _endless(moved("/article").replace(b"Content-Length: 0\r\n", b""), b"x" * 1_000_000),
    "/moved-large": [answer(b"", "302 Found", "Location: /article", length=4_000_000_000)],
    "/round": [moved("/round")],
    "/nowhere": [answer(b"", "302 Found")],
    "/to-file": [moved("file:///etc/passwd")],
    "/to-ftp": [moved("ftp://127.0.0.1/x")],
    "/to-nothing": [moved("http://:80/")],
    "/refused": [answer(b"no", "403 Forbidden")],
    "/empty": [answer("<!DOCTYPE html><html><body><script>app()</script></body></html>")],
    "/busy": [answer(b"", "429 Too Many Requests", "Retry-After: 3600")],
    "/silent": [30.0],
    "/dripping-head": lambda: _dripping(b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n"),
    "/dripping-body": lambda: _dripping(answer(b"", length=-1), b"<p>encore</p>"),
    "/continued": lambda: _endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "/headers": lambda: _endless(b"HTTP/1.1 200 OK\r\n", b"X: " + b"x" * 60_000 + b"\r\n"),
    "/no-http": [b"220 smtp.example ESMTP\r\n"],
    "/closed": [],
    "/slow-round": [0.15, moved("/slow-round")],
}  # fmt: skip


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A site on this computer."""
    with site(ANSWERS) as url:
        yield url


def _add(root: Path, *sources: str, timeout: float = 20) -> Result:
    arguments = ["add", "-C", str(root), "--retrieved", "2026-01-31", "--timeout", str(timeout), *sources]
    return CliRunner().invoke(commands, arguments)


@pytest.mark.parametrize(
    "path",
    [
        "/article", "/packed", "/members", "/padded", "/chunked", "/until-closed", "/moved", "/moved-endless",
        "/moved-large",
    ],
)  # fmt: skip
def test_an_answer_is_had_whole(address: str, path: str) -> None:
    """However it is packed, and behind a redirect, whose body is not read."""
    found = fetch(f"{address}{path}", timeout=10)

    assert isinstance(found, Original), found
    assert found.raw.decode() == PAGE


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/short", "breaks off"),
        ("/short-chunk", "breaks off"),
        ("/no-last-chunk", "breaks off"),
        ("/cut", "breaks off"),
        ("/cut-member", "breaks off"),
        ("/false-sum", "incorrect data check"),
        ("/no-gzip", "incorrect header"),
        ("/deflate", "packed as deflate"),
        ("/brotli", "packed as br"),
        ("/bomb", "larger than 20 MB"),
        ("/bomb-members", "larger than 20 MB"),
        ("/large", "larger than 20 MB"),
        ("/round", "passed on more than 10 times"),
        ("/nowhere", "the site answers 302"),
        ("/to-file", "it leads to file://"),
        ("/to-ftp", "it leads to ftp://"),
        ("/to-nothing", "it names no site"),
        ("/refused", "the site answers 403 Forbidden; open it in a browser"),
        ("/busy", "the site answers 429"),
        ("/headers", "breaks off or is none"),
        ("/no-http", "breaks off or is none"),
        ("/closed", "breaks off or is none"),
    ],
)
def test_an_answer_that_is_not_whole_is_none(address: str, path: str, message: str) -> None:
    """Never half an article, never more than an article, never what nobody asked for."""
    found = fetch(f"{address}{path}", timeout=10)

    assert isinstance(found, Problem)
    assert message in found.message
    assert len(found.message) < 300


@pytest.mark.parametrize("path", ["/silent", "/dripping-head", "/dripping-body", "/continued", "/slow-round"])
def test_one_deadline_for_all(tmp_path: Path, address: str, path: str) -> None:
    """Headers, redirects and drips count, and the next source is read."""
    began = time.monotonic()
    said = _add(tmp_path, f"{address}{path}", f"{address}/article", timeout=1)

    assert "does not answer within 1 seconds" in said.output
    assert "1 article added, 1 error" in said.output
    assert time.monotonic() - began < 15  # most of it is for the process to begin, on a machine with other work


def test_an_address_is_fetched_and_kept(tmp_path: Path, address: str) -> None:
    """The address is where it was found in the end; the same article at another is noticed."""
    said = _add(tmp_path, f"{address}/moved", f"{address}/packed")
    (path,) = (tmp_path / "corpus").glob("*.md")

    assert frontmatter.load(str(path))["url"] == f"{address}/article"
    assert "is there already" in said.output


def test_an_empty_page_is_told(tmp_path: Path, address: str) -> None:
    """As of a file."""
    assert "no article was found" in _add(tmp_path, f"{address}/empty").output


@pytest.mark.parametrize("source", ["file:///etc/passwd", "ftp://example.org/a", "FILE:///etc/passwd"])
def test_other_schemes_are_refused(tmp_path: Path, source: str) -> None:
    """Only http and https."""
    assert "only http:// and https://" in _add(tmp_path, source).output


def test_an_address_may_have_accents(address: str) -> None:
    """They are sent as addresses are."""
    assert isinstance(fetch(f"{address}/été à?é=1"), Original)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:9/", "http://[bad/", "https://", "http://a:99999/", "http://.../", f"http://{'a' * 70}/"],
)  # fmt: skip
def test_nobody_at_the_address(url: str) -> None:
    """A clear message, not a traceback."""
    found = fetch(url, timeout=5)

    assert isinstance(found, Problem)
    assert "cannot be" in found.message


def test_a_password_is_not_published(address: str) -> None:
    """It would stand in the article's address."""
    found = fetch(address.replace("://", "://me:secret@") + "/article")

    assert isinstance(found, Problem)
    assert "leave it out" in found.message


PRIVATE = (
    "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "169.254.169.254", "0.0.0.0",  # noqa: S104 - judged, not bound
    "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
    "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2002:a00:1::", "2001:db8::1",
)  # fmt: skip


@pytest.mark.parametrize("private", PRIVATE)
def test_an_address_of_a_private_network(private: str) -> None:
    """Also where an IPv6 address stands for it."""
    assert not is_public(private)


@pytest.mark.parametrize("public", ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::"])
def test_an_address_that_anybody_may_reach(public: str) -> None:
    """Their neighbours."""
    assert is_public(public)


@pytest.fixture
def hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A world in which public.example is public, though this computer plays it, and the others are what they are."""
    known = {"public.example": "203.0.113.7", "rebound.example": "10.0.0.7", "mixed.example": "203.0.113.7"}
    monkeypatch.setattr(web, "is_public", lambda place: place == "203.0.113.7")
    monkeypatch.setattr(web, "addresses", lambda host, _: [known.get(host, host)] + ["::1"] * (host == "mixed.example"))
    pool = web._pool  # noqa: SLF001 - where a request leaves for the network
    monkeypatch.setattr(
        web, "_pool", lambda parts, place, port: pool(parts, place.replace("203.0.113.7", "127.0.0.1"), port)
    )


@pytest.mark.usefixtures("hosts")
@pytest.mark.parametrize(
    "host", ["127.0.0.1", "rebound.example", "mixed.example", "2130706433", "[::1]", "169.254.169.254"]
)
def test_a_public_site_does_not_lead_into_a_private_network(host: str) -> None:
    """Neither by an address nor by a name that means one."""
    with site({"/": [moved(f"http://{host}/secret")]}) as url:
        found = fetch(url.replace("127.0.0.1", "public.example") + "/", timeout=5)

    assert isinstance(found, Problem)
    assert "private network" in found.message


@pytest.mark.usefixtures("hosts")
@pytest.mark.parametrize("host", ["127.0.0.1", "rebound.example", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
@pytest.mark.parametrize("is_far", [True, False])
def test_a_list_of_a_public_site_does_not_lead_there_either(host: str, is_far: bool) -> None:
    """Its entries are as much a stranger's as a redirect; those of a private site are its user's own."""
    with site({"/secret": [answer()]}) as hidden:
        port = hidden.rpartition(":")[2]
        feed = f"<rss><item><link>http://{host}:{port}/secret</link></item></rss>"
        with site({"/feed": [answer(feed)]}) as url:
            source = fetch((url.replace("127.0.0.1", "public.example") if is_far else url) + "/feed", timeout=5)
        assert isinstance(source, Original)
        assert source.is_public == is_far
        (found,) = listed_articles([source], partial(fetch, timeout=5), listed)
    assert (isinstance(found, Problem) and "private network" in found.message) == is_far


@pytest.mark.usefixtures("hosts")
def test_a_private_site_may_lead_anywhere() -> None:
    """It is the user who named it; a public site behind it leads no longer into the private network."""
    with site({"/article": [answer()]}) as url:
        public = url.replace("127.0.0.1", "public.example")
        with site({"/": [moved(f"{public}/article")], "/deep": [moved("/")]}) as private:
            assert isinstance(fetch(f"{private}/deep", timeout=5), Original)
    with site({"/": [moved("http://127.0.0.1/secret")]}) as url:
        public = url.replace("127.0.0.1", "public.example")
        with site({"/": [moved(public)]}) as private:
            found = fetch(f"{private}/", timeout=5)
            assert isinstance(found, Problem)
            assert "private network" in found.message


@pytest.mark.parametrize(
    ("robots", "is_fetched"),
    [
        (answer("User-agent: *\nDisallow: /private"), True),
        (answer("User-agent: *\nDisallow: /"), False),
        (answer("User-agent: briefing\nDisallow: /article"), False),
        (answer("User-agent: other\nDisallow: /"), True),
        (answer("User-agent: *\nDisallow: /\nAllow: /article\nUser-agent: briefing\nAllow: /"), True),
        (answer("<!DOCTYPE html><html><body>Disallow: /</body></html>"), True),
        (answer(b"\xff\xfe\x00"), True),
        (answer(b"", "500 Internal Server Error"), True),
    ],
)
def test_a_site_may_ask_programs_to_stay_away(tmp_path: Path, robots: bytes, is_fetched: bool) -> None:
    """Its robots.txt is asked once, and what it asks is done."""
    with site({"/robots.txt": [robots], "/article": [answer()]}) as url:
        said = _add(tmp_path, f"{url}/article").output

    assert ("1 article added" in said) == is_fetched
    assert is_fetched or "asks programs not to fetch this" in said


def test_a_host_is_asked_once_a_second(tmp_path: Path) -> None:
    """However many of its pages are wanted."""
    times: list[float] = []

    def page(number: int) -> Iterator[bytes]:
        times.append(time.monotonic())
        yield answer(PAGE.replace("1 200", str(number)).replace("La digue", f"La digue {number}"))

    with site({"/1": lambda: page(1), "/2": lambda: page(2)}) as url:
        assert "2 articles added" in _add(tmp_path, f"{url}/1", f"{url}/2").output
    assert times[1] - times[0] > 0.9
