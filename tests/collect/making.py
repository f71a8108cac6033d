"""What the tests of `add` make for themselves: PDFs, and a site on this computer."""

from __future__ import annotations

import socketserver
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
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


Answers = Mapping[str, Sequence[bytes | float] | Callable[[], Iterator[bytes]]]
"""What a site sends for each path: bytes, and seconds of silence between them."""


def answer(body: bytes | str = PAGE, status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    """An answer of HTTP, with the length of its body unless another is given; -1 gives none."""
    raw = body if isinstance(body, bytes) else body.encode()
    told = [] if length == -1 else [f"Content-Length: {len(raw) if length is None else length}"]
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, *told, "", ""]).encode() + raw


def moved(to: str, body: bytes = b"") -> bytes:
    """An answer that leads elsewhere."""
    return answer(body, "302 Found", f"Location: {to}")


@contextmanager
def site(answers: Answers) -> Iterator[str]:
    """The address of a site on this computer that sends what it is told to, for the time of a test."""

    class Asked(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            path = self.rfile.readline().split()[1].decode()
            while self.rfile.readline().strip():
                pass
            given = answers.get(path, [answer(b"", "404 Not Found")])
            with suppress(OSError):  # who asked may have heard enough
                for piece in given() if callable(given) else given:
                    if isinstance(piece, bytes):
                        self.wfile.write(piece)
                    else:
                        time.sleep(piece)

    socketserver.ThreadingTCPServer.allow_reuse_address = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Asked) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
