"""What the tests of `add` make for themselves: PDFs, and a site on this computer."""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PrintedLine = tuple[float, float, float, str]
"""Left, baseline and size in points, and the words."""

PAGE = (
    "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>La digue a tenu</title></head><body><main><article>"
    "<h1>La digue a tenu</h1><p>Par Jeanne Morel, publié le 4 mai 2024</p>"
    "<p>La rivière est sortie de son lit dans la nuit de jeudi à vendredi, a annoncé la préfecture de la région.</p>"
    "<p>Selon elle, 1 200 habitants ont été évacués vers les gymnases des communes voisines, où ils passeront la "
    "semaine.</p></article></main></body></html>"
)


def pdf(pages: Sequence[Sequence[PrintedLine]], title: str = "") -> bytes:
    """A PDF with lines at the places given, in a font that has the letters of Western European languages."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        content = b"\n".join(
            f"BT /F1 {size} Tf {left} {base} Td (".encode() + _escaped(words) + b") Tj ET"
            for left, base, size, words in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * number} 0 R >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    objects.append(b"<< /Title (" + _escaped(title) + b") >>")
    return _file(objects)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    info = len(objects)
    out += f"trailer\n<< /Size {info + 1} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


class _Site(BaseHTTPRequestHandler):
    """Answers as sites do, good and bad."""

    def do_GET(self) -> None:
        match self.path:
            case "/article" | "/named?utm_source=x":
                self._answer(200, PAGE.encode(), {"Content-Type": "text/html; charset=utf-8"})
            case "/packed":
                self._answer(
                    200, gzip.compress(PAGE.encode()), {"Content-Encoding": "gzip", "Content-Type": "text/html"}
                )
            case "/bomb":
                self._answer(200, gzip.compress(bytes(40_000_000)), {"Content-Encoding": "gzip"})
            case "/moved":
                self._answer(302, b"", {"Location": "/article"})
            case "/to-file":
                self._answer(302, b"", {"Location": "file:///etc/passwd"})
            case "/to-ftp":
                self._answer(302, b"", {"Location": "ftp://127.0.0.1/x"})
            case "/round":
                self._answer(302, b"", {"Location": "/round"})
            case "/refused":
                self._answer(403, b"no", {})
            case "/empty":
                self._answer(200, b"<!DOCTYPE html><html><body><script>app()</script></body></html>", {})
            case "/silent":
                time.sleep(1.5)
            case "/drop-by-drop":
                self._drip()
            case _:
                self._answer(404, b"", {})

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(OSError):  # who asked may have heard enough
            self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"<p>encore un mot</p>")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests do."""


@contextmanager
def site() -> Iterator[str]:
    """The address of a site on this computer, for the time of a test."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
