"""The preview: it follows what people and the rules write, shows what is wrong, and never ends by itself."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread, Timer
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from briefing.extract import pipeline
from briefing.hosts import is_own
from briefing.model.article import Article
from briefing.pages.site import Body, Site
from briefing.plugin.build import build_site
from briefing.plugin.live.deferred import Later
from briefing.plugin.live.preview import Preview
from briefing.plugin.live.serve import _Rebuilt
from briefing.plugin.live.watch import changes, stamps
from briefing.plugin.place import put_in_place
from briefing.problems import BriefingError, Problem
from briefing.project import readings
from command import run

ARTICLE = "---\ntitle: Le vote\npublished: 2024-11-30\n---\n\nSelon le maire, 120 personnes ont voté vendredi.\n"
MKDOCS = """
site_name: Le vote
strict: true
theme: {name: material, language: fr}
plugins: [search, briefing]
"""
EVERYWHERE = "0.0.0.0"  # noqa: S104 - a reader may ask for it, and is told


# Putting a site in its place


def _built(root: Path, **files: str) -> Path:
    """A site that a build put there."""
    put_in_place(_tree(root / "old", **files), root / "site")
    return root / "site"


def _tree(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def _files(root: Path) -> dict[str, str]:
    """What somebody sees there; the mark of the builds is none of it."""
    files = (p for p in sorted(root.rglob("*")) if p.is_file() and ".briefing" not in p.parts)
    return {str(p.relative_to(root)): p.read_text("utf-8") for p in files}


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """An unchanged page keeps its file; what is gone goes, with its empty folder."""
    site = _built(tmp_path, a="one", b="two", old__c="three")
    kept = (site / "a").stat().st_ino
    assert put_in_place(_tree(tmp_path / "new", a="one", b="2", d__e="five"), site) == 3
    assert _files(site) == {"a": "one", "b": "2", "d/e": "five"}
    assert (site / "a").stat().st_ino == kept
    assert not (site / "old").exists()


def test_a_folder_becomes_a_file_and_back(tmp_path: Path) -> None:
    """`x/index.html` and `x` cannot both be."""
    site = _built(tmp_path, x__y="1", z="2")
    put_in_place(_tree(tmp_path / "new", x="3", z__w="4"), site)
    assert _files(site) == {"x": "3", "z/w": "4"}


def test_hidden_files_of_the_site_stay(tmp_path: Path) -> None:
    """A site that is a git working tree stays one."""
    site = _built(tmp_path, a="1")
    _tree(site, **{".git__HEAD": "ref"})
    put_in_place(_tree(tmp_path / "new", b="2"), site)
    assert _files(site) == {".git/HEAD": "ref", "b": "2"}


# Noticing changes


def test_new_changed_and_removed_files_are_noticed(tmp_path: Path) -> None:
    """What happens while the caller is busy is told at the next turn."""
    corpus = _tree(tmp_path / "corpus", a="1", b="2")
    noticed = changes(lambda: [corpus, tmp_path / "none"])
    assert next(noticed) == {str(corpus / "a"), str(corpus / "b")}
    (corpus / "a").write_text("one", "utf-8")
    (corpus / "b").unlink()
    _tree(corpus, sub__c="3")
    assert next(noticed) == {str(corpus / name) for name in ("a", "b", "sub/c")}


@pytest.mark.parametrize("name", [".a.md.swp", "a.md~", ".base__a.yaml"])
def test_hidden_files_and_copies_are_left_out(tmp_path: Path, name: str) -> None:
    """An editor's own files, and what the program remembers."""
    before = stamps([tmp_path])
    _tree(tmp_path, **{name: "x"})
    assert stamps([tmp_path]) == before


# The server


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Preview]:
    """A server of an empty folder, on a free port."""
    with Preview("127.0.0.1:0", tmp_path) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def _get(server: Preview, path: str = "") -> str:
    with urlopen(server.url + path, timeout=20) as answer:  # noqa: S310 - our own server
        text: str = answer.read().decode()
    return text


def test_a_page_waits_for_the_next_version(served: Preview) -> None:
    """Every page bears the script and its version; no other file is touched."""
    _tree(
        served.folder,
        **{"index.html": "<html><body>Un</body></html>", "a.css": "p{}", "d__index.html": "<body></body>"},
    )
    served.changed(Later())
    page = _get(served)
    version = re.search(r'data-version="(\d+)"', page)
    assert version
    assert page.index("<script") < page.index("</body>")
    assert "<script" in _get(served, "d/")
    assert _get(served, "a.css") == "p{}"
    Timer(0.05, served.changed, [Later()]).start()
    assert _get(served, f".reload?{version[1]}") not in ("", version[1])


def test_what_waits_is_made_when_it_is_asked_for(served: Preview) -> None:
    """Once, with the script where it is a page; a later site has its own."""
    made: list[str] = []

    def make(name: str, text: str) -> str:
        made.append(name)
        return text

    first = Later()
    first.promise("d/index.html", lambda: make("page", "<body>Un</body>"))
    first.promise("d/x.json", lambda: make("file", "{}"))
    served.changed(first)
    assert made == []
    assert "Un<script" in _get(served, "d/")
    assert "Un<script" in _get(served, "d/index.html")
    assert _get(served, "d/x.json") == "{}"
    assert made == ["page", "file"]
    served.changed(Later())
    assert _status(served, "/d/x.json", "localhost") == 404


def test_a_page_that_cannot_be_made_ends_nothing(served: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    """The terminal says why, the page that it does; the next one is shown."""
    later = Later()
    later.promise("a.html", lambda: str(1 // 0))
    later.promise("b.html", lambda: "<body>Bon</body>")
    served.changed(later)
    assert _status(served, "/a.html", "localhost") == 500
    assert "ZeroDivisionError" in capfd.readouterr().err
    assert "Bon" in _get(served, "b.html")


def test_what_is_not_there(served: Preview) -> None:
    """The site's own page where it has one, and it reloads as well."""
    for expected in ("the terminal says why", "Introuvable"):
        with pytest.raises(HTTPError) as missing:
            _get(served, "nulle-part.html")
        said = missing.value.read().decode()
        assert missing.value.code == 404
        assert expected in said
        assert "<script" in said
        _tree(served.folder, **{"404.html": "<body>Introuvable</body>"})


def test_nothing_outside_the_folder_is_served(served: Preview, tmp_path: Path) -> None:
    """Climbing leads nowhere."""
    (tmp_path.parent / "secret.txt").write_text("secret", "utf-8")
    for path in ("../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt"):
        with pytest.raises(HTTPError):
            _get(served, path)


@pytest.mark.parametrize(
    "name", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.9", ""]
)
def test_it_answers_to_its_own_name_only(served: Preview, name: str) -> None:
    """A page of another site could otherwise read it through a name of its own."""
    assert _status(served, "/", f"{name}:{served.server_port}") == 421


@pytest.mark.parametrize("name", ["localhost", "LocalHost", "127.0.0.1", "[::1]", "127.0.0.2"])
def test_its_names_on_this_machine(served: Preview, name: str) -> None:
    """However the browser was told to find it."""
    assert _status(served, "/a.txt", f"{name}:{served.server_port}") == 404


@pytest.mark.parametrize(
    ("asked", "listening", "own"),
    [
        ("192.168.1.9:8000", EVERYWHERE, True),
        ("[fe80::1]:8000", "::", True),
        (socket.gethostname(), EVERYWHERE, True),
        ("evil.example:8000", EVERYWHERE, False),
        ("desk.example:8000", "desk.example", True),
        ("evil.example", "desk.example", False),
        ("[::1", "127.0.0.1", True),
        ("::::", "127.0.0.1", False),
    ],
)
def test_its_names_on_a_network(asked: str, listening: str, own: bool) -> None:
    """Any address, the name of this machine, the name it was given; never another one."""
    assert is_own(asked, listening) is own


@pytest.mark.parametrize("path", ["/%00", "/a%00.html", "/.reload%00", "http://[", "http://localhost/", "*", "a"])
def test_what_can_be_no_file_is_a_bad_request(served: Preview, path: str) -> None:
    """And the server goes on."""
    assert _status(served, path, "localhost") == 400
    assert _status(served, "/", "localhost") == 404


def test_a_folder_is_not_listed(served: Preview) -> None:
    """Nor is its name confirmed."""
    _tree(served.folder, **{"d__a.txt": "x"})
    assert _status(served, "/d/", "localhost") == 404


def test_a_port_alone_is_open_to_this_machine_alone(tmp_path: Path) -> None:
    """The network is reached only where somebody says so, and then that is told."""
    with Preview(":0", tmp_path) as server:
        assert server.is_local
        assert server.server_address[0] == "127.0.0.1"
    with Preview(f"{EVERYWHERE}:0", tmp_path) as server:
        assert not server.is_local


def test_it_cleans_up_when_it_is_told_to_end(tmp_path: Path) -> None:
    """What a service manager sends is an end like Ctrl+C: the folder of the preview goes."""
    root = _tree(
        tmp_path, **{"mkdocs.yml": MKDOCS, "corpus__vote.md": ARTICLE, "docs__index.md": "# P\n", "t__.keep": ""}
    )
    program = [sys.executable, "-m", "briefing", "serve", "-C", str(root), "-a", ":0"]
    environment = os.environ | {"TMPDIR": str(tmp_path / "t"), "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert run.stdout
        said = [run.stdout.readline() for _ in range(2)]
        kept = [path for path in (tmp_path / "t").glob("briefing-*") if path.is_dir()]
        run.terminate()
        status = run.wait(20)
    finally:
        run.kill()
        run.communicate()
    assert "http://127.0.0.1:" in said[0]
    assert "ready in" in said[1]
    assert kept
    assert not [path for path in kept if path.exists()]
    assert status == 0


def _status(server: Preview, path: str, host: str) -> int:
    asked = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    asked.putrequest("GET", path, skip_host=True)
    asked.putheader("Host", host)
    asked.endheaders()
    with asked.getresponse() as answer:
        status = answer.status
    asked.close()
    return status


@pytest.mark.parametrize("address", ["127.0.0.1:99999", "127.0.0.1:http", "nowhere.invalid:8000"])
def test_an_address_that_cannot_be(tmp_path: Path, address: str) -> None:
    """A problem, not a traceback."""
    with pytest.raises(BriefingError, match="nothing can be shown there"):
        Preview(address, tmp_path)


def test_an_address_in_use(served: Preview, tmp_path: Path) -> None:
    """It says what to do."""
    with pytest.raises(BriefingError, match="choose another --address"):
        Preview(served.url.removeprefix("http://").rstrip("/"), tmp_path)


def test_without_a_project_the_command_ends(tmp_path: Path) -> None:
    """There is nothing to wait for."""
    said = run("serve", "-C", tmp_path)
    assert said.exit_code == 1
    assert "there is no mkdocs.yml" in said.output


# The whole of it


@dataclass
class _Editor:
    """A project in preview, and what its terminal says."""

    root: Path
    server: Preview
    said: list[str] = field(default_factory=list)
    shown: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._rebuilt = _Rebuilt(self.root, self.server, self.said.append, self.shown.extend)

    def build(self) -> bool:
        """Whether pages reload."""
        before = self.server.version
        self._rebuilt.build()
        return self.server.version != before

    def wrote(self, *changed: str) -> bool:
        return self._rebuilt.wrote(changed)

    def watched(self) -> list[str]:
        return [path.name for path in self._rebuilt.watched()]

    def write(self, name: str, text: str) -> None:
        _tree(self.root, **{name.replace("/", "__"): text})

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def page(self, name: str) -> str:
        made = self.server.later.get(name)
        return (self.server.folder / name).read_text("utf-8") if made is None else made


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Editor]:
    """A project of one article and one page, shown."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    (tmp_path / "shown").mkdir()
    root = _tree(
        tmp_path / "project", **{"mkdocs.yml": MKDOCS, "corpus__vote.md": ARTICLE, "docs__index.md": "# Point\n\nUn.\n"}
    )
    with Preview("127.0.0.1:0", tmp_path / "shown") as server:
        shown = _Editor(root, server)
        assert shown.build(), shown.shown
        yield shown


def test_an_article_is_shown_as_saved(editor: _Editor) -> None:
    """A changed article, a new one, one that was removed."""
    editor.change("corpus/vote.md", "120", "340")
    assert editor.build()
    assert "340 personnes" in editor.page("articles/vote.html")
    editor.write("corpus/suite.md", ARTICLE.replace("Le vote", "La suite"))
    assert editor.build()
    assert "La suite" in editor.page("articles/suite.html")
    (editor.root / "corpus/suite.md").unlink()
    (editor.root / "claims/suite.yaml").unlink()
    assert editor.build()
    assert editor.server.later.get("articles/suite.html") is None


def test_pages_and_claims_that_people_write_are_shown(editor: _Editor) -> None:
    """A new page in docs/, an edited claim."""
    editor.write("docs/note.md", "# Une note\n")
    assert editor.build()
    assert "Une note" in editor.page("note.html")
    editor.change("claims/vote.yaml", "modality: alleged", "modality: denied")
    assert editor.build()
    assert "m-denied" in editor.page("articles/vote.html")


def test_what_the_extraction_writes_reloads_nothing(editor: _Editor) -> None:
    """It comes back as a change, and changes no page: no loop."""
    editor.change("corpus/vote.md", "120", "340")
    assert editor.build()
    assert "340" in (editor.root / "claims/vote.yaml").read_text("utf-8")
    assert not editor.build()
    editor.change("claims/vote.yaml", "article: vote", "article: vote  # relu")
    assert not editor.build()


def test_what_the_build_itself_wrote_makes_no_other_build(editor: _Editor) -> None:
    """But a line that a person added does, and so does what they took away."""
    claims = str(editor.root / "claims/vote.yaml")
    assert editor.wrote(claims)
    assert not editor.wrote(claims, str(editor.root / "docs/index.md"))
    editor.change("claims/vote.yaml", "status: draft", "status: reviewed")
    assert not editor.wrote(claims)
    assert editor.build()
    assert editor.wrote(claims)
    (editor.root / "claims/vote.yaml").unlink()
    assert not editor.wrote(claims)


def test_only_what_changed_is_extracted_again(editor: _Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other articles are remembered."""
    editor.write("corpus/suite.md", ARTICLE.replace("Le vote", "La suite"))
    editor.build()
    read = []
    annotate = pipeline.annotate

    def noted(article: Article, *more: object) -> object:
        read.append(article.id)
        return annotate(article, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(readings, "annotate", noted)
    editor.change("corpus/vote.md", "120", "560")
    editor.build()
    assert set(read) == {"vote"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("corpus/vote.md", "---\ntitle: [\n---\n\nTexte.\n", "corpus/vote.md"),
        ("claims/vote.yaml", "article: vote\nclaims: {", "claims/vote.yaml"),
        ("docs/index.md", "# Point\n\n[@c-00000000]\n", ""),
        ("mkdocs.yml", "site_name: [", ""),
        ("mkdocs.yml", "site_name: x\nplugins: [search]\n", "mkdocs.yml"),
        ("templates/method.html.jinja", "{% if %}", "method.html.jinja"),
        ("templates/method.html.jinja", "{{ nothing.like.this }}", ""),
    ],
)
def test_a_mistake_leaves_the_last_good_site(
    editor: _Editor, name: str, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told, the preview goes on, and the correction is shown."""
    path = editor.root / name
    good = path.read_text("utf-8") if path.exists() else None
    before = _files_of(editor.server.folder)
    editor.write(name, text)
    assert not editor.build()
    assert _files_of(editor.server.folder) == before
    assert editor.said[-1] == "the site stays as it was until this is corrected"
    told = "".join(map(str, editor.shown)) + capsys.readouterr().err
    assert told
    assert said in told
    if good is None:
        path.unlink()
    else:
        path.write_text(good, "utf-8")
    editor.change("docs/index.md", "Un.", "Deux.")
    assert editor.build()
    assert "Deux." in editor.page("index.html")


def _files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.html")}


def test_pages_that_nobody_asks_for_are_not_made(editor: _Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are those of a build when somebody does, and so are the files to download."""
    made: list[str] = []
    render = Site.render

    def noted(site: Site, path: str) -> Body:
        made.append(path)
        return render(site, path)

    monkeypatch.setattr(Site, "render", noted)
    editor.change("claims/vote.yaml", "modality: alleged", "modality: denied")
    assert editor.build()
    assert not {"articles/vote.md", "imprimer.md"} & set(made)
    shown = {name: editor.page(name) for name in ("articles/vote.html", "donnees/briefing.json", "imprimer.html")}
    build_site(editor.root, site_url=editor.server.url)
    built = {name: (editor.root / "site" / name).read_text("utf-8") for name in shown}
    for found in (shown, built):  # in a preview the menu of the page to print lists no headings
        found["imprimer.html"] = found["imprimer.html"].partition("<article")[2].partition("</article>")[0]
    assert shown == built


def test_a_preview_warns_where_a_build_would_fail(editor: _Editor) -> None:
    """`strict: true` is for publishing."""
    editor.write("docs/index.md", "# Point\n\n[x](nulle-part.md)\n")
    assert editor.build()


def test_what_is_watched(editor: _Editor) -> None:
    """What every project has, and what its mkdocs.yml names."""
    assert {"corpus", "claims", "editions", "docs", "templates", "mkdocs.yml"} <= set(editor.watched())
    editor.change("mkdocs.yml", "site_name", "watch: [notes]\nsite_name")
    editor.write("notes/x.txt", "x")
    editor.build()
    assert "notes" in editor.watched()
