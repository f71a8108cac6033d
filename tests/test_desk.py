"""The desk's server: it answers its own page alone, in sentences, and writes nothing but what the commands write."""

from __future__ import annotations

import gc
import http.client
import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from threading import Thread

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.desk.desk import Desk
from briefing.desk.page import assets, page
from briefing.desk.queue import queue
from briefing.desk.server import Server
from briefing.model.ruling import Ruling
from briefing.plugin.build import build_site
from briefing.project import refresh
from command import write

TEXT = (
    "Selon le maire, 120 personnes ont voté vendredi à Lyon. Le vote a eu lieu dans le calme.\n"
    "La préfecture dément tout incident. Deux recours ont été déposés à Lyon le 2 décembre 2024."
)
WHO = Ruling("Zoé Martin", date(2026, 11, 21))


def _project(root: Path) -> Path:
    (root / "docs").mkdir(parents=True)
    write(root, "mkdocs.yml", "site_name: Vote\nplugins: [briefing]\n")
    write(root, "corpus/vote.md", f"---\ntitle: Le vote\npublished: 2024-12-03\n---\n\n{TEXT}\n")
    refresh(root)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """One article."""
    return _project(tmp_path / "project")


@contextmanager
def _serving(root: Path, language: str = "en") -> Iterator[Server]:
    with Server(0, Desk(root, WHO, language), page("fr", is_served=True), dict(assets("fr"))) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    """The project's desk."""
    with _serving(project) as server:
        yield server


def _ask(
    server: Server, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    given |= {"Content-Type": "application/json"} if body is not None and "Content-Type" not in given else {}
    connection.request(method, path, body=body, headers=given)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, dict(answer.getheaders()), content


def _decide(server: Server, *decisions: dict[str, object]) -> dict[str, list[object]]:
    status, _, content = _ask(server, "POST", f"/{server.token}/decide", json.dumps({"decisions": decisions}).encode())
    assert status == 200, content
    found: dict[str, list[object]] = json.loads(content)
    return found


def _claims(root: Path) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in yaml.safe_load((root / "claims/vote.yaml").read_text("utf-8"))["claims"]}


def _snapshot(root: Path) -> dict[str, bytes]:
    """Every file beside the project's own cache."""
    return {str(p): p.read_bytes() for p in root.rglob("*") if p.is_file() and ".cache" not in p.parts}


def test_no_decision_waits_for_a_collection(project: Path) -> None:
    """Python's collector would look through all that is known of the claim files before the decision is on disk."""
    desk, claim, seen = Desk(project, WHO), next(iter(_claims(project))), list[str]()
    request = json.dumps({"decisions": [{"do": "accept", "claim": claim}]}).encode()
    before = (project / "claims/vote.yaml").stat().st_mtime_ns

    def looked(phase: str, _: dict[str, int]) -> None:
        if phase == "start" and (project / "claims/vote.yaml").stat().st_mtime_ns == before:
            seen.append(phase)

    threshold = gc.get_threshold()
    desk.content()
    gc.callbacks.append(looked)
    gc.set_threshold(50)
    try:
        desk.decide(request)
    finally:
        gc.set_threshold(*threshold)
        gc.callbacks.remove(looked)

    assert len(seen) <= 5  # what reads the request
    assert _claims(project)[claim]["status"] == "reviewed"
    assert gc.isenabled()


def test_the_page_names_nothing_from_elsewhere(server: Server) -> None:
    """Its policy allows its own files, no inline script or style, no frame; no address leaks and nothing is kept."""
    status, headers, content = _ask(server, "GET", f"/{server.token}/")
    assert status == 200
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")
    assert (headers["X-Content-Type-Options"], "Python" in headers["Server"]) == ("nosniff", False)
    assert b"http://" not in content
    assert b"https://" not in content
    assert b"style=" not in content


def test_no_answer_waits_for_its_beginning_to_be_acknowledged(server: Server) -> None:
    """Over one connection, as browsers ask: what is longer than a packet would take 40 ms more, each time."""
    line = http.client.HTTPConnection("127.0.0.1", server.server_port)
    took = []
    for _ in range(20):
        began = time.perf_counter()
        line.request("GET", f"/{server.token}/desk.js")
        line.getresponse().read()
        took.append(time.perf_counter() - began)
    line.close()

    assert statistics.median(took) < 0.03


@pytest.mark.parametrize(
    "name", ["desk.css", "desk.js", "words.js", "favicon.svg", "fonts/source-serif-4.woff2", "content"]
)
def test_what_the_page_is_made_of_is_there(server: Server, name: str) -> None:
    """With its type."""
    status, headers, content = _ask(server, "GET", f"/{server.token}/{name}")
    assert (status, bool(content), "text/html" in headers["Content-Type"]) == (200, True, False)


STRANGERS = {
    "another host": {"Host": "evil.example:80"},
    "another host at our port": {"Host": "evil.example:{port}"},
    "another port": {"Host": "127.0.0.1:1"},
    "no host": {"Host": ""},
    "another origin": {"Origin": "http://evil.example"},
    "another port's page": {"Origin": "http://127.0.0.1:1"},
    "a file": {"Origin": "null"},
    "no origin at all": {"Origin": ""},
    "an origin that is none": {"Origin": "http://["},
    "another scheme of our own name": {"Origin": "https://127.0.0.1:{port}"},
    "another site": {"Sec-Fetch-Site": "cross-site"},
    "another port of this machine": {"Sec-Fetch-Site": "same-site"},
}


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_strangers_are_refused(server: Server, project: Path, who: str, method: str) -> None:
    """Though they know the token: nothing is read, nothing is written."""
    before, claim = _snapshot(project), next(iter(_claims(project)))
    headers = {name: value.format(port=server.server_port) for name, value in STRANGERS[who].items()}
    body = json.dumps({"decisions": [{"do": "accept", "claim": claim}]}).encode() if method == "POST" else None
    path = f"/{server.token}/{'decide' if body else 'content'}"
    status, _, content = _ask(server, method, path, body, **headers)
    assert status in {403, 421}
    assert b"calme" not in content
    assert _snapshot(project) == before


@pytest.mark.parametrize("path", ["/", "/content", "/x/content", "/{token}", "/{token}x/", "/%2e%2e/"])
def test_who_does_not_know_the_token_is_refused(server: Server, path: str) -> None:
    """Whatever they ask for."""
    status, _, content = _ask(server, "GET", path.format(token=server.token))
    assert status == 403
    assert server.token.encode() not in content


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({"Content-Type": "text/plain"}, b"{}", 415),
        ({"Content-Type": "application/x-www-form-urlencoded"}, b"a=1", 415),
        ({"Content-Length": "-1"}, b"", 411),
        ({"Content-Length": "99999999"}, b"", 413),
        ({"Content-Length": "9" * 5000}, b"", 413),
        ({}, b"", 409),
        ({}, b"{", 409),
        ({}, b"[" * 100_000, 409),
        ({}, b'{"decisions": [{"do": "fly"}]}', 409),
        ({}, b'{"decisions": [{"do": "accept"}]}', 409),
        ({}, b"\xff", 409),
    ],
)
def test_what_is_no_decision_is_refused_in_a_sentence(
    server: Server, headers: dict[str, str], body: bytes, status: int
) -> None:
    """And the desk is there for the next."""
    given = {"Content-Type": "application/json", **headers}
    found, _, content = _ask(server, "POST", f"/{server.token}/decide", body, **given)
    assert found == status
    assert json.loads(content)["problems"]
    assert _ask(server, "GET", f"/{server.token}/content")[0] == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "HEAD"])
def test_other_methods_are_none(server: Server, method: str) -> None:
    """There is nothing to put or delete."""
    assert _ask(server, method, f"/{server.token}/content")[0] == 501


def test_a_tab_that_was_closed_is_no_news(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever goes away before the answer leaves no traceback in the terminal; a fault of ours does."""
    for fault in (BrokenPipeError(), ConnectionResetError(), TimeoutError()):
        with suppress(OSError):
            try:
                raise fault
            finally:
                server.handle_error(None, None)
    assert capsys.readouterr().err == ""

    with suppress(RuntimeError):
        try:
            raise RuntimeError("boum")
        finally:
            server.handle_error(None, None)
    assert "boum" in capsys.readouterr().err


def test_a_decision_is_on_disk_when_it_is_answered(server: Server, project: Path) -> None:
    """With who and when; the answer says how the claims stand now."""
    claim = next(iter(_claims(project)))
    answer = _decide(server, {"do": "accept", "claim": claim, "article": "vote"})
    assert _claims(project)[claim]["review"] == {"who": WHO.who, "when": WHO.when}
    assert answer["names"] == [claim]
    assert {c["id"]: c["status"] for c in answer["claims"]}[claim] == "reviewed"  # type: ignore[index]


def test_undo_answers_like_a_decision(server: Server, project: Path) -> None:
    """And says what it took back; where there is nothing, it says so."""
    before, claim = _snapshot(project), next(iter(_claims(project)))
    _decide(server, {"do": "edit", "claim": claim, "field": "modality", "value": "denied"})
    status, _, content = _ask(server, "POST", f"/{server.token}/undo", b"{}")
    assert (status, json.loads(content)["said"]) == (200, f"edit {claim} modality")
    assert _snapshot(project) == before
    status, _, content = _ask(server, "POST", f"/{server.token}/undo", b"{}")
    assert (status, "nothing to take back" in content.decode()) == (409, True)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["il n’y a pas d’affirmation", "rejeter c-", "il n’y a rien à annuler", "il n’y a rien ici"]),
        ("en", ["there is no claim", "reject c-", "there is nothing to take back", "there is nothing here"]),
    ],
)
def test_it_speaks_as_its_page(project: Path, language: str, told: list[str]) -> None:
    """All that is told: what cannot be done, what was taken back, what is refused."""
    claim = next(iter(_claims(project)))
    with _serving(project, language) as server:
        undo = f"/{server.token}/undo"
        unknown = _decide(server, {"do": "accept", "claim": "c-00000000"})["problems"]
        _decide(server, {"do": "reject", "claim": claim, "why": "non"})
        answers = [
            _ask(server, *asked) for asked in (("POST", undo, b"{}"), ("POST", undo, b"{}"), ("GET", f"{undo}/x"))
        ]
    for answer, words in zip([str(unknown), *(content.decode() for *_, content in answers)], told, strict=True):
        assert words in answer


def test_an_editor_s_save_beside_it_is_kept(server: Server, project: Path) -> None:
    """The next decision is made on what stands there then."""
    first, second, *_ = _claims(project)
    _decide(server, {"do": "accept", "claim": first, "article": "vote"})
    file = project / "claims/vote.yaml"
    file.write_text("# à la main\n" + file.read_text("utf-8"), "utf-8")
    _decide(server, {"do": "reject", "claim": second, "article": "vote", "why": "non"})
    assert file.read_text("utf-8").startswith("# à la main\n")
    assert [row["status"] for row in _claims(project).values()][:2] == ["reviewed", "rejected"]


_WORDS = st.sampled_from(["", "vote", "../vote", "/etc/passwd", "c-00000000", "é" * 300, "a\0b", "{", "entities"])
_VERBS = ("accept", "reject", "edit", "remove", "add", "link", "merge", "split", "ignore", "type")
_KEYS = ("claim", "article", "why", "field", "value", "seen", "words", "nth", "kind", "claims", "is_so")
_MORE = ("kept", "other", "entity", "name", "type", "is_proposal")
_FIELDS = ("modality", "note", "words", "speaker", "dates.1", "dates.+", "entities.1.entity", "quotes.1.speaker")
_PIECES = ("Lyon", "Le vote", "dans le calme.\nLa préfecture", " ", "Le vote a eu lieu")
_ANY = st.one_of(_WORDS, st.integers(), st.none(), st.lists(_WORDS, max_size=3), st.booleans())
_SENT = st.one_of(
    st.fixed_dictionaries({"do": st.sampled_from(_VERBS)}, optional=dict.fromkeys((*_KEYS, *_MORE), _ANY)),
    st.recursive(st.none() | st.booleans() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=3)),
)


def _sent(verb: str, **given: st.SearchStrategy[object] | str) -> st.SearchStrategy[dict[str, object]]:
    """Requests with all that their verb needs."""
    values = {name: st.just(value) if isinstance(value, str) else value for name, value in given.items()}
    return st.fixed_dictionaries({"do": st.just(verb), **values})


_VALID = st.one_of(
    _sent("edit", claim="@", field=st.sampled_from(_FIELDS), value=st.text(max_size=20)),
    _sent("add", article="vote", words=st.sampled_from(_PIECES), nth=st.integers(-2, 3)),
    _sent("reject", claim="@", why=st.text(max_size=20)),
    _sent("merge", kept="lyon", other=_WORDS),
    _sent("ignore", name=st.text(max_size=8)),
    _sent("split", entity="lyon", name=st.text(max_size=8)),
    _sent("type", entity="lyon", type=st.sampled_from(["person", "event"])),
)


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Server]]:
    """A project in a folder of its own, and what stands around it."""
    around = tmp_path_factory.mktemp("around")
    (around / "vote.yaml").write_text("claims:\n- id: c-00000000\n", "utf-8")
    with _serving(_project(around / "project")) as server:
        yield around, server


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sent=st.lists(_SENT | _VALID, max_size=3))
def test_no_request_breaks_the_desk_or_writes_outside(fuzzed: tuple[Path, Server], sent: list[object]) -> None:
    """Whatever is sent: a sentence or what was asked for, files that can be read, and nothing beside the project."""
    around, server = fuzzed
    root = around / "project"
    claim = next(iter(_claims(root)), "c-none")
    body = json.dumps({"decisions": sent}).replace('"@"', json.dumps(claim)).encode()
    status, _, content = _ask(server, "POST", f"/{server.token}/decide", body)
    assert status in {200, 409}, content
    assert "fault of the program" not in content.decode()
    assert sorted(p.name for p in around.iterdir()) == ["project", "vote.yaml"]
    assert {p.name for p in root.iterdir()} <= {"corpus", "docs", "claims", "mkdocs.yml", "schemas", ".cache"}
    assert [p for p in queue(root).claims if p.article != "vote"] == []
    assert _claims(root) or not claim


def test_a_kill_loses_nothing(project: Path) -> None:
    """What was answered is on disk, what was not is whole or not there; the next desk goes on."""
    command = [sys.executable, "-m", "briefing", "desk", "--no-open", "--by", "Zoé", "-C", str(project)]
    at_once = {**os.environ, "PYTHONUNBUFFERED": "1"}
    for number, claim in enumerate(list(_claims(project))):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=at_once)
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        port, token = address.removeprefix("http://127.0.0.1:").rstrip("/").split("/")
        connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=30)
        body = json.dumps({"decisions": [{"do": "accept", "claim": claim, "article": "vote"}]})
        connection.request("POST", f"/{token}/decide", body=body, headers={"Content-Type": "application/json"})
        if number % 2 == 0:
            assert connection.getresponse().status == 200
        else:
            time.sleep(0.01 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        connection.close()
        row = _claims(project)[claim]
        assert row["status"] == ("reviewed" if number % 2 == 0 else row["status"])
        assert ("review" in row) == (row["status"] == "reviewed")
    refresh(project)
    assert [p for p in project.rglob(".*.*.*.*") if ".cache" not in p.parts] == []


def test_texts_that_a_site_may_not_show_are_left_out(tmp_path: Path) -> None:
    """Of an excerpt the passages alone, of an article without rights nothing; at one's own desk, all of it."""
    root = _project(tmp_path / "project")
    for name, rights in (("extrait", "excerpt"), ("aucun", "none")):
        text = f"Le pont {name} ferme lundi. Que faire maintenant ?"
        (root / f"corpus/{name}.md").write_text(
            f"---\npublished: 2024-12-03\nrights: {rights}\n---\n\n{text}\n", "utf-8"
        )
    refresh(root)
    shown, mine = queue(root, is_public=True), queue(root)

    assert {a.id: bool(a.text) for a in shown.articles} == {"vote": True, "extrait": False}
    assert {c.exact for c in shown.claims if c.article == "extrait"} == {"Le pont extrait ferme lundi."}
    assert all(a.text for a in mine.articles)
    assert len(mine.articles) == 3


def test_an_article_that_nobody_extracted(project: Path) -> None:
    """It is there, without claims."""
    before = queue(project)
    (project / "corpus/neuf.md").write_text("---\ntitle: Neuf\n---\n\nLe pont ferme lundi.\n", "utf-8")
    now = queue(project)

    assert {article.id for article in now.articles} - {article.id for article in before.articles} == {"neuf"}
    assert now.claims == before.claims


@pytest.mark.parametrize("is_asked_for", [True, False])
def test_a_site_has_the_desk_where_it_is_asked_for(project: Path, is_asked_for: bool) -> None:
    """A folder beside its pages, of the same files; the site builds again over it."""
    option = "review: true" if is_asked_for else "review: false"
    config = f"site_name: Vote\ntheme: {{name: material, language: fr}}\nplugins: [{{briefing: {{{option}}}}}]\n"
    (project / "mkdocs.yml").write_text(config, "utf-8")
    for _ in range(2):
        build_site(project)
        assert (project / "site/relecture/index.html").exists() == is_asked_for
    if is_asked_for:
        names = {path.name for path in (project / "site/relecture").iterdir()}
        assert {"index.html", "data.js", "words.js", "desk.js", "desk.css", "fonts"} <= names


def test_what_is_open_is_told_and_comes_first(project: Path) -> None:
    """A claim that nobody is said to make, though somebody does; a plain one has no doubt."""
    file = project / "claims/vote.yaml"
    text = file.read_text("utf-8")
    start = text.index("  attribution:")
    file.write_text(text[:start] + text[text.index("\n", text.index("- {source", start)) + 1 :], "utf-8")
    found = {claim.exact: claim.doubts for claim in queue(project).claims}
    assert found["Selon le maire, 120 personnes ont voté vendredi à Lyon."] == ("nobody",)
    assert found["Le vote a eu lieu dans le calme."] == ()
