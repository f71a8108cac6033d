"""A server for one person on this machine: the standard library's, for it serves a page and a few small requests.

Nobody else is answered. It listens on the loopback alone; who asks must know the token in its address, call it by its
own name (a page of another site cannot: DNS rebinding), and come from its own page (CSRF).
"""

from __future__ import annotations

import hmac
import secrets
import sys
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

from briefing.desk.desk import Desk
from briefing.desk.messages import in_words, problem_in
from briefing.desk.page import POLICY
from briefing.hosts import LOOPBACK, is_local
from briefing.problems import BriefingError

_MOST = 1_000_000
"""Bytes of a request."""
_PATIENCE = 30
"""Seconds that a request may take to arrive."""
_TYPES = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
    "txt": "text/plain",
}
_HEADERS = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Server(ThreadingHTTPServer):
    """A desk at a port of this machine (0: any that is free). Raises BriefingError where it cannot listen."""

    daemon_threads = True

    def __init__(self, port: int, desk: Desk, page: str, files: Mapping[str, bytes]) -> None:
        self.desk, self.page, self.files = desk, page, files
        self.token = secrets.token_urlsafe(18)
        try:
            super().__init__((LOOPBACK, port), _Requests)
        except (OSError, OverflowError) as problem:
            why = getattr(problem, "strerror", None) or problem
            message = f"nothing can be shown there: {why}; choose another --port"
            raise BriefingError.at(f"{LOOPBACK}:{port}", message) from None

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever goes away before the answer is a tab that was closed, and no news for the terminal."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """The address of the page, with the token."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"


class _Requests(BaseHTTPRequestHandler):
    server: Server
    timeout = _PATIENCE
    disable_nagle_algorithm = True  # else the end of an answer waits 40 ms, until its beginning is acknowledged
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Briefing", ""

    def do_GET(self) -> None:
        """The page, what it is made of, and what it shows."""
        name = self._asked()
        if name is None:
            return
        if name == "":
            self._answer(self.server.page.encode(), "text/html")
        elif name == "content":
            self._carried_out(self.server.desk.content)
        elif name in self.server.files:
            self._answer(self.server.files[name], _TYPES[name.rpartition(".")[2]])
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def do_POST(self) -> None:
        """Decisions, and taking the last one back."""
        name = self._asked()
        body = self._body() if name is not None else None
        if name is None or body is None:
            return
        if name == "decide":
            self._carried_out(lambda: self.server.desk.decide(body))
        elif name == "undo":
            self._carried_out(self.server.desk.undo)
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def _asked(self) -> str | None:
        """What is asked for behind the token; None, and a refusal, for whoever is not our own page."""
        host, _, port = self.headers.get("Host", "").rpartition(":")
        origin = self.headers.get("Origin")
        is_foreign = origin not in {None, f"http://{self.headers.get('Host')}"}
        token, sign, name = self.path.partition("?")[0].removeprefix("/").partition("/")
        if not is_local(host.strip("[]").lower()) or port != str(self.server.server_port):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "this desk answers to its own name only")
        elif is_foreign or self.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
            self._refuse(HTTPStatus.FORBIDDEN, "this desk answers its own page only")
        elif not sign or not hmac.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN, "this desk has another address: it stands in the terminal")
        else:
            return name
        return None

    def _body(self) -> bytes | None:
        """The body of a request of our page; None, and a refusal, for any other."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "decisions are sent as JSON")
        elif not (length.isascii() and length.isdecimal()):
            self._refuse(HTTPStatus.LENGTH_REQUIRED, "say how long the request is")
        elif len(length) > len(str(_MOST)) or int(length) > _MOST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "decide less at once")
        else:
            return self.rfile.read(int(length))
        return None

    def _carried_out(self, work: Callable[[], bytes]) -> None:
        """What the desk answers; what goes wrong, in a sentence."""
        try:
            self._answer(work(), "application/json")
        except BriefingError as wrong:
            language = self.server.desk.language
            self._told(HTTPStatus.CONFLICT, [problem_in(language, problem) for problem in wrong.problems])
        except Exception as fault:  # noqa: BLE001 - the last net: the desk stays, and says what happened
            why = f"a fault of the program: {type(fault).__name__}: {fault}"
            self._told(HTTPStatus.INTERNAL_SERVER_ERROR, [in_words(self.server.desk.language, why)])

    def _told(self, status: HTTPStatus, problems: list[str]) -> None:
        self._answer(msgspec.json.encode({"problems": problems}), "application/json", status)

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True  # what else was sent is not read
        self._told(status, [in_words(self.server.desk.language, why)])

    def _answer(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind if kind.startswith("font/") else f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Requests are not told; the terminal is for problems."""
