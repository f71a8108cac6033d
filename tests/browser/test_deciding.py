"""The desk in a browser: a key a decision, on disk at once, and what it writes is what the commands write."""

from __future__ import annotations

import re
import shutil
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from briefing.cli import commands
from briefing.desk.desk import Desk
from briefing.desk.page import alone, assets, page
from briefing.desk.queue import queue
from briefing.desk.server import Server
from briefing.model.ruling import Ruling
from briefing.project import refresh

pytestmark = pytest.mark.browser

DAY = date(2026, 11, 21)
WHO = Ruling("Zoé Martin", DAY)
SENTENCES = (
    "Selon le maire, {0} personnes ont voté vendredi à Lyon",
    "La préfecture dément tout incident dans le bureau {0}",
    "Le bureau {0} a ouvert à 8 heures",
    "Un recours a été déposé le {1} mars 2024 contre le bureau {0}",
)


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred claims and some, nobody's yet."""
    root = tmp_path_factory.mktemp("hundred")
    (root / "corpus").mkdir()
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Vote\nplugins: [briefing]\n", "utf-8")
    for number in range(5):
        lines = [f"{s.format(100 * number + n, 1 + n)}." for n in range(1, 7) for s in SENTENCES]
        front = f"---\ntitle: Vote {number}\noutlet: Journal {number % 2}\npublished: 2024-12-0{number + 1}\n---\n\n"
        (root / f"corpus/vote-{number}.md").write_text(front + " ".join(lines) + "\n", "utf-8")
    assert sum(len(file.claims) for file in refresh(root).dossier.files) >= 100
    return root


@pytest.fixture
def project(extracted: Path, tmp_path: Path) -> Path:
    """A copy to decide on."""
    return Path(shutil.copytree(extracted, tmp_path / "project"))


@contextmanager
def _served(root: Path) -> Iterator[Server]:
    with Server(0, Desk(root, WHO), page("fr", is_served=True), dict(assets("fr"))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def desk(project: Path, chromium: Browser) -> Iterator[Page]:
    """The desk of the project; a console error or a request elsewhere fails the test."""
    with _served(project) as server:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
        shown, seen = context.new_page(), list[str]()
        shown.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
        shown.on("pageerror", lambda error: seen.append(str(error)))
        shown.on("request", lambda r: None if r.url.startswith((server.url, "blob:")) else seen.append(r.url))
        shown.goto(server.url)
        shown.wait_for_selector("#desk[data-ready]")
        yield shown
        context.close()
        assert seen == []


def _press(desk: Page, keys: str) -> None:
    for key in keys.split():
        desk.keyboard.press(key)


def _settled(desk: Page, sent: int) -> None:
    """All that was decided is answered."""
    desk.wait_for_function("n => Number(document.getElementById('desk').dataset.sent) >= n", arg=sent)


def _claims(root: Path) -> dict[str, dict[str, Any]]:
    files = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((root / "claims").glob("vote-*.yaml"))]
    return {row["id"]: row for file in files for row in file["claims"]}


def _files(root: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((root / "claims").glob("*.yaml"))}


def _now(desk: Page) -> str:
    return desk.inner_text("#card code")


def _run(root: Path, *arguments: str) -> None:
    said = CliRunner().invoke(commands, [*arguments[:1], "-C", str(root), *arguments[1:]])
    assert said.exit_code == 0, said.output


def test_a_hundred_claims_in_one_sitting(desk: Page, project: Path, extracted: Path, tmp_path: Path) -> None:
    """Nine of ten are right and take a key, one of ten has a wrong modality: four. The files are the commands'."""
    other = Path(shutil.copytree(extracted, tmp_path / "other"))
    decided: list[tuple[str, str]] = []
    keys = 0
    for number in range(100):
        keystrokes, what = {9: ("e m 5 a", "denied"), 4: ("r 2", "hors sujet")}.get(number % 10, ("a", "accept"))
        decided.append((_now(desk), what))
        _press(desk, keystrokes)
        keys += len(keystrokes.split())
    _settled(desk, 110)

    by = ("--by", WHO.who, "--on", DAY.isoformat())
    for claim in (claim for claim, what in decided if what == "denied"):
        _run(other, "edit", claim, "modality=denied")
    _run(other, "review", "--accept", *(claim for claim, what in decided if what != "hors sujet"), *by)
    rejected = (claim for claim, what in decided if what == "hors sujet")
    _run(other, "review", "--reject", *rejected, "--why", "hors sujet", *by)
    assert len({claim for claim, _ in decided}) == 100
    assert _files(project) == _files(other)
    assert keys / 100 <= 1.6
    assert desk.inner_text("#progress").startswith("Décidées\xa0: 100 sur 120")


def test_the_next_claim_is_there_at_once(desk: Page) -> None:
    """Within a tenth of a second of the key, whatever the disk does."""
    took = desk.evaluate(
        """async () => {
          const took = [];
          for (let n = 0; n < 20; n += 1) {
            const began = performance.now(), before = document.querySelector("#card code").textContent;
            document.dispatchEvent(new KeyboardEvent("keydown", {key: "a", bubbles: true}));
            document.body.offsetHeight;
            if (document.querySelector("#card code").textContent === before) throw new Error("the same claim");
            took.push(performance.now() - began);
            await new Promise(then => setTimeout(then, 10));
          }
          return took;
        }"""
    )
    assert statistics.median(took) < 100
    _settled(desk, 20)


def test_the_last_decision_is_taken_back(desk: Page, project: Path) -> None:
    """To the byte, and its claim is there again."""
    before, claim = _files(project), _now(desk)
    _press(desk, "a")
    _settled(desk, 1)
    assert _files(project) != before
    _press(desk, "u")
    _settled(desk, 2)
    assert _files(project) == before
    assert _now(desk) == claim


ONE_FIELD: dict[str, tuple[str, Callable[[dict[str, Any]], bool]]] = {
    "modality": ("e m 3 a", lambda row: row["modality"] == "possible"),
    "speaker": ("e l 1 a", lambda row: "attribution" not in row),
    "date": ("e 1 1 a", lambda row: "dates" not in row),
    "figure": ("e 2 3 a", lambda row: row["quantities"][0]["bound"] == "min"),
    "passage": ("e p ArrowLeft ArrowLeft Enter a", lambda row: row["evidence"]["exact"].endswith("vendredi à")),
}


@pytest.mark.parametrize("name", ONE_FIELD)
def test_one_wrong_field_takes_few_keys(desk: Page, project: Path, name: str) -> None:
    """At most six, with the accepting one."""
    keys, is_right = ONE_FIELD[name]
    claim = _now(desk)
    _press(desk, keys)
    _settled(desk, 2)
    assert len(keys.split()) <= 6
    row = _claims(project)[claim]
    assert row["status"] == "reviewed"
    assert is_right(row), row


def test_a_typed_value_and_a_typed_reason(desk: Page, project: Path) -> None:
    """Letters go into the field, and decide nothing on their way."""
    claim = _now(desk)
    _press(desk, "e l")
    desk.keyboard.type("la mairie")
    _press(desk, "Enter r")
    desk.keyboard.type("autre chose")
    _press(desk, "Enter")
    _settled(desk, 2)
    row = _claims(project)[claim]
    assert [a["source"] for a in row["attribution"]] == ["la mairie"]
    assert (row["status"], row["review"]["why"]) == ("rejected", "autre chose")


def test_selected_words_make_a_claim(desk: Page, project: Path) -> None:
    """The right ones of equal words, and it is the next to decide."""
    count = len(_claims(project))
    desk.evaluate(
        """() => {
          const marks = [...document.querySelectorAll("#text mark")], mark = marks[4];
          getSelection().setBaseAndExtent(mark.firstChild, 16, mark.firstChild, 35);
        }"""
    )
    words = desk.evaluate("getSelection().toString()").strip()
    _press(desk, "c")
    _settled(desk, 1)
    added = _claims(project)[_now(desk)]
    assert len(_claims(project)) == count + 1
    assert added["evidence"]["exact"] == words
    assert added["status"] == "draft"


def test_a_name_is_mended_once_for_all(desk: Page, project: Path) -> None:
    """In every claim of the project."""
    desk.locator("button.chip[data-field]", has_text="Lyon").click()
    _press(desk, "2")
    _settled(desk, 1)
    assert yaml.safe_load((project / "corpus/entities.yaml").read_text("utf-8")) == {"ignore": ["Lyon"]}
    assert not any("Lyon" in str(row.get("entities")) for row in _claims(project).values())
    assert desk.locator("button.chip[data-field]", has_text="Lyon").count() == 0


def test_a_phone_has_the_filters_too(desk: Page) -> None:
    """In one row that is drawn sideways; nothing else is wider than the screen."""
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.select_option(".filters [name=article]", "vote-3")

    assert desk.inner_text("#text h2") == "Vote 3"
    assert desk.evaluate("document.documentElement.scrollWidth") == 360
    assert desk.evaluate("document.querySelector('.filters').offsetHeight") < 40


def test_filters_choose_what_is_shown(desk: Page) -> None:
    """And the progress is the project's."""
    desk.select_option("select[name=outlet]", "Journal 1")
    assert re.match(r"1 sur \d+", desk.inner_text("#card .over"))
    assert "Vote 1" in desk.inner_text("#text header")
    desk.select_option("select[name=article]", "vote-0")
    assert desk.inner_text("#text").startswith("Rien n’attend ici")


def test_links_are_decided_side_by_side(desk: Page, project: Path) -> None:
    """A key each; who listens hears what faces what."""
    _press(desk, "l")
    facing = desk.locator("#text blockquote").all_inner_texts()
    assert len(facing) >= 2
    assert all(words in desk.inner_text("#aloud") for words in facing)
    _press(desk, "r")
    _settled(desk, 1)
    (file,) = (project / "claims/links").iterdir()
    (entry,) = yaml.safe_load(file.read_text("utf-8"))["links"]
    assert (entry["decision"], entry["who"]) == ("rejected", WHO.who)


def test_a_claim_shows_its_links_and_takes_an_answer(desk: Page, project: Path) -> None:
    """« They go the same way » is one of the answers, and one stays with the claim that is read."""
    proposed = "linksOf(current()).findIndex(link => link.is_proposal)"
    while (place := desk.evaluate(proposed)) < 0:
        _press(desk, "n")
    claim, waiting = _now(desk), desk.evaluate("linksOf(current()).length")
    assert 1 <= desk.locator(".chip.link").count() <= 3
    _press(desk, "k" if waiting == 1 else f"k {place + 1}")
    desk.get_by_role("button", name="vont dans le même sens").click()
    _settled(desk, 1)
    (file,) = (project / "claims/links").iterdir()
    (entry,) = yaml.safe_load(file.read_text("utf-8"))["links"]

    assert (entry["kind"], claim in entry["claims"]) == ("akin", True)
    assert (_now(desk), desk.evaluate("linksOf(current()).length")) == (claim, waiting - 1)


def test_links_are_chosen_by_kind_and_by_any_of_their_claims(desk: Page) -> None:
    """The same filters as claims have, and the kind; the number on the tab stays that of all."""
    _press(desk, "l")
    every = desk.inner_text("#tabs button[aria-pressed=true]")
    assert not desk.locator("select[name=show]").is_visible()
    desk.select_option("select[name=article]", "vote-0")
    while (shown := desk.inner_text("#text")) and not shown.startswith("Rien n’attend ici"):
        assert "Vote 0" in shown
        _press(desk, "n")
    kinds = desk.locator("select[name=link] option").evaluate_all("all => all.map(one => [one.value, one.text])")
    desk.select_option("select[name=article]", "")
    for value, text in kinds[1:]:
        desk.select_option("select[name=link]", value)
        assert desk.inner_text("#card h2").startswith(text)
    assert len(kinds) > 1
    assert desk.inner_text("#tabs button[aria-pressed=true]") == every


def test_links_are_chosen_by_how_likely_they_are(desk: Page) -> None:
    """What pages show already is the likeliest; of what is only proposed the card tells the likelihood."""

    def shown() -> list[float]:
        return desk.evaluate("desk.facing.map(link => link.score)")  # type: ignore[no-any-return]

    _press(desk, "l")
    every = shown()
    for least in ("0.5", "0.9", "1"):
        desk.select_option("select[name=likely]", least)
        assert shown() == [score for score in every if score >= float(least)]
    desk.select_option("select[name=likely]", "")
    assert shown() == every
    assert min(every) < 1 == max(every)
    while desk.evaluate("!current().is_proposal"):
        _press(desk, "n")
    assert re.search(r"proposé seulement, sur aucune page · \d+.%", desk.inner_text("#card h2"))


def test_what_somebody_else_decided_meanwhile_is_told(desk: Page, project: Path) -> None:
    """And the claim comes back as it is now."""
    claim = _now(desk)
    _run(project, "review", "--reject", claim, "--why", "non", "--by", "Léa", "--on", DAY.isoformat())
    _press(desk, "a")
    _settled(desk, 1)
    assert f"{claim} changed since it was looked at: it is rejected by Léa" in desk.inner_text("#say")
    assert _claims(project)[claim]["status"] == "rejected"


def test_keys_can_be_switched_off_and_the_page_is_worked_by_buttons(desk: Page, project: Path) -> None:
    """For who speaks to the machine, or whose fingers slip (WCAG 2.1.4)."""
    claim = _now(desk)
    desk.click("summary")
    desk.uncheck(".help input")
    _press(desk, "a")
    assert _now(desk) == claim
    desk.get_by_role("button", name="accepter").click()
    _settled(desk, 1)
    assert _claims(project)[claim]["status"] == "reviewed"


def test_without_a_server_decisions_are_a_file(project: Path, chromium: Browser, tmp_path: Path) -> None:
    """It stays in the browser until it is saved; merged, it gives what the commands give."""
    for name, content in alone("fr", queue(project)):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    context = chromium.new_context(accept_downloads=True)
    shown = context.new_page()
    shown.goto((tmp_path / "site/index.html").as_uri())
    shown.wait_for_selector("#desk[data-ready]")
    claims = []
    for keys in ("a", "e m 5 a", "r 1", "a u"):
        claims.append(_now(shown))
        _press(shown, keys)
    shown.reload()
    shown.wait_for_selector("#desk[data-ready]")
    shown.get_by_role("button", name="Enregistrer mes décisions").click()
    with shown.expect_download() as download:
        shown.keyboard.type("Léa")
        shown.keyboard.press("Enter")
    file = tmp_path / "decisions.json"
    download.value.save_as(file)
    context.close()

    _run(project, "review", "--apply", str(file))
    rows = _claims(project)
    assert [(rows[c]["status"], rows[c]["modality"] == "denied") for c in claims] == [
        ("reviewed", False), ("reviewed", True), ("rejected", False), ("draft", False),
    ]  # fmt: skip
    assert rows[claims[0]]["review"]["who"] == "Léa"
