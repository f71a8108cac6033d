"""Search: words fold alike in Python and JavaScript, fifty queries find their passages, rights hold in the index."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict
from unicodedata import category

import pytest

from briefing.model.article import Rights
from briefing.model.dossier import Dossier
from briefing.pages.paths import Paths
from briefing.pages.site import Edition, Site
from briefing.pages.strings import strings
from briefing.pages.views.catalogue import Catalogue
from briefing.search import index as index_module
from briefing.search.assets import assets
from briefing.search.index import folder, index, scripts, where
from briefing.search.prose import page_records
from briefing.search.records import Record
from briefing.search.subjects import subject_records
from briefing.search.tokens import tokens
from sample import DOSSIER, EVACUATED, HELD, MORE, asking, with_rights
from search import searched

WORDS = strings("fr")
NODE = shutil.which("node")
VECTORS = searched.vectors()


class Answer(TypedDict):
    """What the engine says to a query: claim ids for the box, and for other scripts."""

    found: list[str]
    ids: list[str]
    partial: bool
    corrected: list[tuple[str, list[str]]]


class Told(TypedDict):
    """What run.js prints."""

    tokens: list[list[str]]
    stems: list[str]
    marked: list[list[tuple[str, bool]]]
    answers: list[Answer]


def _ask(tmp_path: Path, found: Sequence[Record], first: int | None = None, **asked: object) -> Told:
    """Run the site's script over an index of these records, of which those from the `first` on have pages."""
    if NODE is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no node: install Debian's package `nodejs`")
        pytest.skip("no node on this machine")
    tmp_path.mkdir(exist_ok=True)
    for name, text in {**scripts(found, WORDS, subjects=first), "search.js": _engine(), "where.js": where(".")}.items():
        (tmp_path / name).write_text(text, "utf-8")
    command = [NODE, str(searched.HERE / "run.js"), str(tmp_path / "search.js"), str(tmp_path)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: Told = json.loads(done.stdout)
    return told


def _engine() -> str:
    """The script without the box, which needs a page."""
    script, box, _ = assets()["search.js"].partition("// The search box")
    assert box
    return script


def _answer(tmp_path: Path, found: Sequence[Record], query: str) -> Answer:
    return _ask(tmp_path, found, queries=[query])["answers"][0]


def _claims(*passages: str, title: str = "Titre") -> list[Record]:
    return [searched.record(number, passage, searched.headline(title)) for number, passage in enumerate(passages)]


def _index(dossier: Dossier) -> dict[str, str]:
    paths = Paths(WORDS["paths"])  # type: ignore[arg-type] # a mapping of words
    return index(Catalogue(dossier, paths, WORDS, {}).claims.values(), WORDS)


@pytest.mark.parametrize("vector", VECTORS["tokens"], ids=lambda vector: vector["text"][:20])
def test_words_of_a_text(vector: searched.Vector) -> None:
    """Accents, ligatures, elisions, numbers, invisible characters."""
    assert tokens(vector["text"]) == vector["gives"]


def test_javascript_reads_the_same_words(tmp_path: Path) -> None:
    """The vectors, every character of the first planes, and all the texts of the searched."""
    alone = [chr(code) for code in range(0x20, 0x3000) if category(chr(code)) != "Cn"]
    texts = [v["text"] for v in VECTORS["tokens"]] + alone + [record.passage for record in searched.records()]
    assert _ask(tmp_path, [], tokens=texts)["tokens"] == [tokens(text) for text in texts]


@pytest.mark.parametrize(("language", "listed"), [("fr", VECTORS["families"]), ("en", VECTORS["english"])])
def test_the_forms_of_a_word_share_a_stem(tmp_path: Path, language: str, listed: list[str]) -> None:
    """A family has one stem, and no two families share it."""
    families = [family.split() for family in listed]
    words = [word for family in families for word in family]
    said = [searched.record(0, "12", searched.headline("", language=language))]
    stem = dict(zip(words, _ask(tmp_path, said, stems=words)["stems"], strict=True))
    apart = {family[0]: {stem[word] for word in family} for family in families}
    assert {word: stems for word, stems in apart.items() if len(stems) > 1} == {}
    shared = Counter(next(iter(stems)) for stems in apart.values())
    assert [stem for stem, count in shared.items() if count > 1] == []


def test_fifty_queries_find_their_passages(tmp_path: Path) -> None:
    """Every passage that has the words, one of them first, and nine of the first ten results among them."""
    table, found = searched.queries(), searched.records()
    said = {record.id: record.passage for record in found}
    answers = _ask(tmp_path, found, queries=[row.query for row in table])["answers"]
    wrong, right, shown = [], 0, 0
    for row, answer in zip(table, answers, strict=True):
        passages = [said[claim] for claim in answer["found"]]
        missed = [passage for passage in said.values() if row.wants(passage) and passage not in passages]
        never = [passage for passage in passages if any(words in passage for words in row.never)]
        if missed or never or not passages or not row.wants(passages[0]):
            wrong.append((row.query, missed, never, passages[:1]))
        right += sum(map(row.wants, passages[:10]))
        shown += len(passages[:10])
    assert wrong == []
    assert right / shown >= 0.9
    assert len(table) == 50


def _in_two_languages() -> list[Record]:
    english = searched.headline("Holidays", "articles/y.html", "en")
    return [
        *_claims("Le camping des chevaux est fermé", "Les portes"),
        searched.record(2, "They went camping with 12,000 horses", english),
        searched.record(3, "The ports are shut and travaux is no word", english),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("camp ", ["c-2"]),  # « camping » is a form of camp in English only
        ("camps ", ["c-2"]),
        ("cheval ", ["c-0"]),
        ("horse ", ["c-2"]),
        ("camping ", ["c-0", "c-2"]),
        ("travail ", []),  # « travaux » is a form of travail in French only
        ("12000", ["c-2"]),
        ("12.000", ["c-2"]),
        ("le camping", ["c-0", "c-2"]),
        ("the camping", ["c-0", "c-2"]),
    ],
)
def test_each_language_has_its_own_forms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str, found: list[str]
) -> None:
    """A word is compared by the rules of the articles in which it stands; in one script, and in many."""
    answer = _answer(tmp_path / "whole", _in_two_languages(), query)
    assert sorted(answer["ids"]) == found
    monkeypatch.setattr(index_module, "_ONE_SCRIPT", 0)
    assert _answer(tmp_path / "cut", _in_two_languages(), query) == answer


def test_a_language_without_a_pack_is_searched_word_for_word(tmp_path: Path) -> None:
    """No rules, no forms; nothing breaks."""
    said = [searched.record(0, "Die Brücken sind gesperrt", searched.headline("", language="de"))]
    exact, other = _ask(tmp_path, said, queries=["brücken ", "Brücke "])["answers"]
    assert (exact["ids"], exact["corrected"]) == (["c-0"], [])
    assert [tuple(correction) for correction in other["corrected"]] == [("brucke", ["brucken"])]


def test_shards_answer_like_one_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large project is cut into many scripts; what is found is the same, in the same order."""
    table, found = [row.query for row in searched.queries()], searched.records()
    whole = _ask(tmp_path / "whole", found, queries=table)["answers"]
    monkeypatch.setattr(index_module, "_ONE_SCRIPT", 0)
    monkeypatch.setattr(index_module, "_SHARD", 1000)
    assert len(scripts(found, WORDS)) > 20
    assert _ask(tmp_path / "cut", found, queries=table)["answers"] == whole


def test_words_that_begin_like_the_last_one(tmp_path: Path) -> None:
    """While it is being typed; what it is already comes first."""
    found = _claims("Un portrait", "Le port", "Les ports")
    assert _answer(tmp_path, found, "por")["found"] == ["c-0", "c-1", "c-2"]
    assert _answer(tmp_path, found, "port")["found"] == ["c-1", "c-2", "c-0"]
    assert _answer(tmp_path, found, "port ")["found"] == ["c-1", "c-2"]


def test_every_word_is_needed_or_it_says_so(tmp_path: Path) -> None:
    """With no claim that has them all, those with most; other scripts are told of none."""
    found = _claims("Le pont est fermé", "Le pont est ouvert", "La route est ouverte")
    both, none = (_answer(tmp_path, found, query) for query in ("pont ouvert", "pont barré ouvert"))
    assert (both["found"], both["partial"]) == (["c-1"], False)
    assert (none["found"], none["partial"], none["ids"]) == (["c-1"], True, [])


def test_words_of_every_sentence(tmp_path: Path) -> None:
    """They need not be found, unless they are all there is."""
    found = _claims("Les lits de l’Est", "Des lits", "Le vent d’ouest")
    assert _answer(tmp_path, found, "les lits dans une")["found"] == ["c-0", "c-1"]
    assert _answer(tmp_path, found, "est")["found"] == ["c-0"]


def test_a_title_and_a_speaker_find_their_claims(tmp_path: Path) -> None:
    """A word of the title, when no passage has it."""
    article, other = searched.headline("La crue"), searched.headline("Le gel", "articles/y.html")
    found = [
        searched.record(0, "La digue a tenu", article, speaker="le maire"),
        searched.record(1, "Les ponts sont fermés", article),
        searched.record(2, "Les ponts sont gelés", other),
    ]
    answers = _ask(tmp_path, found, queries=["maire", "crue pont", "gel pont", '"le maire"'])["answers"]
    assert [answer["found"] for answer in answers] == [["c-0"], ["c-1"], ["c-2"], ["c-0"]]


def test_a_wrong_letter_is_corrected_and_said(tmp_path: Path) -> None:
    """Only where nothing has the word; never in a number, nor between quotation marks."""
    found = _claims("La préfecture ferme", "En 2024")
    right, number, quoted = _ask(tmp_path, found, queries=["prefetcure", "2025", '"prefetcure"'])["answers"]
    assert right["found"] == ["c-0"]
    assert [tuple(correction) for correction in right["corrected"]] == [("prefetcure", ["prefecture"])]
    assert (number["found"], quoted["found"]) == ([], [])


@pytest.mark.parametrize(
    "query", ["constructor", "__proto__", "<script>", '"', "« »", "   ", "’", "\ud83d\ude00", "a" * 500]
)
def test_odd_queries_find_nothing(tmp_path: Path, query: str) -> None:
    """And break nothing."""
    assert _answer(tmp_path, _claims("Une phrase"), query)["found"] == []


def test_an_empty_project(tmp_path: Path) -> None:
    """No claim yet."""
    assert _answer(tmp_path, [], "mot")["found"] == []


def test_marks_stand_on_the_words_found(tmp_path: Path) -> None:
    """As the text writes them, and nowhere else."""
    text = "L’école a 12\u202f000 livres, l’École 12.000."
    pieces = _ask(tmp_path, [], marked=[[text, ["ecole", "12000"]]])["marked"][0]
    assert "".join(words for words, _ in pieces) == text
    assert [words for words, marked in pieces if marked] == ["école", "12\u202f000", "École", "12.000"]


def test_a_result_names_speaker_modality_and_article() -> None:
    """And the address of the passage."""
    built = _index(DOSSIER)["index.js"].replace("\u00a0", " ")
    row = f'["{EVACUATED.id}","« 1\u202f200 habitants ont été évacués le 3 mai 2024 »","préfecture","alleged"]'
    assert row in built
    assert '["La crue de mai","articles/crue-2024.html","4 mai 2024","fr",[' in built
    assert '["[Un bilan]","articles/bilan-2024.html","juin 2024","fr",[' in built
    assert built.index(MORE.id) < built.index(EVACUATED.id), "the newest article comes first"


def test_rights_hold_in_the_index() -> None:
    """With none, no word of the passage is there, but the claim can be found by its speaker."""
    full, excerpt, none = (
        _index(with_rights(rights))["index.js"] for rights in (Rights.FULL, Rights.EXCERPT, Rights.NONE)
    )
    assert "La digue a tenu" in full
    assert "La digue a tenu" in excerpt
    for word in ("digue", "pluie", "1\u202f200", "a tenu"):
        assert word not in none
    assert f'["{HELD.id}","","le maire","asserted"]' in none
    assert "maire" in none


def test_paragraphs_of_pages_stand_after_all_claims(tmp_path: Path) -> None:
    """They are found like claims; other scripts are told of claims alone; code and drawings are no text."""
    html = (
        '<h1 id="note">Note</h1><p>La digue tient \ue0b1c-1\ue0b2.</p><pre>digue</pre>'
        '<h2 id="b">La suite</h2><ul><li>Un pont</li></ul><table><tr><td>digue</td><td>12</td></tr></table>'
    )
    pages = list(page_records("Ma note", "note.html", html, "fr"))
    assert [(page.id, page.passage) for page in pages] == [
        ("note", "Note"),
        ("note", "La digue tient ."),
        ("b", "La suite"),
        ("b", "Un pont"),
        ("b", "digue 12"),
    ]
    found = [*_claims("La digue a tenu"), *pages]
    answer = _answer(tmp_path, found, "digue")
    assert sorted(answer["found"]) == ["b", "c-0", "note"]
    assert answer["ids"] == ["c-0"]


def test_what_has_a_page_is_found_by_its_name_and_first(tmp_path: Path) -> None:
    """Actors with their other names, corroborations, differences, articles and charts; no claim, and no second time."""
    site = Site(asking(DOSSIER), Edition(title="Crues"))
    found = list(subject_records(site))
    assert [(record.article.title, record.passage) for record in found] == [
        ("Chiffres", "1\u202f200 ici, plus de 900 là"),
        ("Articles", "La crue de mai"),
        ("Articles", "Un bilan"),
        ("Acteurs et lieux", "État"),
        ("Divergences", "1\u202f200 ici, plus de 900 là"),
        ("Acteurs et lieux", "Préfecture"),
    ]
    assert {record.modality for record in found} == {""}
    claims = _claims("La préfecture évacue", "La préfecture attend", "Le pont tient")
    (told,) = _ask(tmp_path, [*claims, *found], first=len(claims), queries=["préfecture"])["answers"]
    assert told["found"] == ["", "c-0", "c-1"]
    assert told["ids"] == ["c-0", "c-1"]


def test_two_indexes_are_the_same_and_a_changed_one_lies_elsewhere() -> None:
    """So that a browser never mixes two builds."""
    once, again, other = _index(DOSSIER), _index(DOSSIER), _index(with_rights(Rights.NONE))
    assert once == again
    assert folder(once) == folder(again) != folder(other)


def test_the_script_needs_no_server_and_trusts_no_text() -> None:
    """It loads from disk and under a strict policy; what articles say goes in as text."""
    script = assets()["search.js"]
    for forbidden in ("fetch(", "import(", "Worker", "innerHTML", "insertAdjacentHTML", "eval(", "http:", "https:"):
        assert forbidden not in script
    for file in Path(index_module.__file__).with_name("assets").glob("*.js"):
        assert len(file.read_text("utf-8").splitlines()) <= 250
