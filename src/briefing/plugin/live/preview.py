"""A local server for a site that changes: every page that is open reloads itself when the site has changed."""

from __future__ import annotations

import time
import traceback
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from socket import AF_INET, AF_INET6
from threading import Condition
from urllib.parse import unquote, urlsplit

from briefing.hosts import LOOPBACK, is_local, is_own
from briefing.plugin.live.deferred import Later
from briefing.problems import BriefingError

_RELOAD, _SCRIPT = "/.reload", "/.reload.js"
_WAIT = 25
"""Seconds after which a waiting page asks again."""
_JAVASCRIPT = """\
const {version, reload} = document.currentScript.dataset;
(async () => {
  for (;;) {
    try {
      const answer = await fetch(`${reload}?${version}`);
      if (answer.ok && (await answer.text()) !== version) return location.reload();
    } catch { await new Promise((again) => setTimeout(again, 1000)); }
  }
})();
"""
_NOTHING = "<!doctype html><title>Briefing</title><p>There is no such page yet; the terminal says why.</p></body>"


class Preview(ThreadingHTTPServer):
    """Serves a folder at `host:port` (`:port`: on this machine alone). Raises BriefingError where it cannot listen."""

    daemon_threads = True

    def __init__(self, address: str, folder: Path) -> None:
        self.folder, self.later = folder, Later()
        self._version = ""
        self._changed = Condition()
        host, _, port = address.rpartition(":")
        host = self._host = host.strip("[]") or LOOPBACK
        self.address_family = AF_INET6 if ":" in host else AF_INET
        try:
            super().__init__((host, int(port)), _Pages)
        except (OSError, ValueError, OverflowError) as problem:
            why = getattr(problem, "strerror", None) or problem
            message = f"nothing can be shown there: {why}; choose another --address host:port"
            raise BriefingError.at(address, message) from None

    @property
    def url(self) -> str:
        """Where a browser finds the home page."""
        host, port = self.server_address[:2]
        return f"http://[{host!s}]:{port}/" if ":" in str(host) else f"http://{host!s}:{port}/"

    @property
    def is_local(self) -> bool:
        """Whether nobody but this machine can read it."""
        return is_local(self._host)

    def answers_to(self, host: str) -> bool:
        """Whether a request that names this host is meant for us."""
        return is_own(host, self._host)

    @property
    def version(self) -> str:
        """A name for the site as it stands."""
        return self._version

    def changed(self, later: Later) -> None:
        """The folder holds another site, and what is not there is made `later`: tell the pages that are open."""
        with self._changed:
            self.later = later
            self._version = str(time.time_ns())
            self._changed.notify_all()

    def version_after(self, known: str) -> str:
        """The version as soon as it is not the one that a page knows, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != known, timeout=_WAIT)
            return self._version


class _Pages(SimpleHTTPRequestHandler):
    """Files as they are; pages with a script that waits for the next version."""

    server: Preview

    def __init__(self, *args: object, **_: object) -> None:
        super().__init__(*args, directory=str(args[2].folder))  # type: ignore[arg-type,attr-defined]

    def parse_request(self) -> bool:
        """Refuse what is meant for another host, and what can be no file."""
        if not super().parse_request():
            return False
        if not self.server.answers_to(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This preview answers to its own name only")
            return False
        if "\0" in unquote(self.path) or not self.path.startswith("/"):
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        return True

    def list_directory(self, path: str | PathLike[str]) -> None:  # noqa: ARG002
        """A folder without a page is nothing to read."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def do_GET(self) -> None:
        """One of our two addresses, a page, or any other file."""
        asked = urlsplit(self.path)
        if asked.path == _RELOAD:
            return self._answer(self.server.version_after(asked.query), "text/plain")
        if asked.path == _SCRIPT:
            return self._answer(_JAVASCRIPT, "text/javascript")
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if asked.path.endswith("/") else path
        try:
            made = self.server.later.get(page.relative_to(self.server.folder).as_posix())
        except Exception:  # noqa: BLE001 - whatever is wrong with one page, the preview goes on
            traceback.print_exc()
            return self._page(_NOTHING, HTTPStatus.INTERNAL_SERVER_ERROR)
        if made is not None and page.suffix != ".html":
            return self._answer(made, self.guess_type(page.name))
        if made is not None or (page.suffix == ".html" and page.is_file()):
            return self._page(made or page.read_text("utf-8"))
        return super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not found."""
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        path = self.server.folder / "404.html"
        return self._page(path.read_text("utf-8") if path.is_file() else _NOTHING, HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """A browser asks again each time."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Requests are not told; the terminal is for problems."""

    def _page(self, html: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        version = self.server.version
        before, body_end, after = html.rpartition("</body>")
        script = f'<script src="{_SCRIPT}" data-version="{version}" data-reload="{_RELOAD}"></script>'
        self._answer(before + script + body_end + after, "text/html", status)

    def _answer(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        content = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
