"""Fuzzing: files that people could spoil and texts that nobody would write, drawn anew on each run (`make fuzz`).

A loader must answer anything with problems that name a file, never with an exception. The rules must find in any French
text only what stands there, in a time that grows with the text. Hypothesis shrinks what fails and prints it.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.check.pages import problems_of_pages
from briefing.corpus.entities import load_entities
from briefing.corpus.loader import load_corpus
from briefing.extract.pipeline import extract
from briefing.languages import find_pack
from briefing.model.article import Article, Metadata
from briefing.model.claim import Claim, ClaimFile, Status
from briefing.model.dossier import Dossier
from briefing.pages import citations
from briefing.problems import Problem
from briefing.store.files import read_claims, understood
from briefing.store.links import load_links
from briefing.store.text.emit import emit_file
from briefing.store.verify import verified
from briefing.yamlfile import parse

CASES = Path(__file__).parent / "cases"
ROOT = Path(tempfile.mkdtemp(prefix="fuzz-"))
AT_ONCE, A_KILOBYTE = 1.0, 0.5
"""The seconds of processor that a text may take: at least, and more for each 1,000 characters; ten times the usual."""

many = settings(max_examples=200, deadline=None, database=None, print_blob=True, suppress_health_check=[*HealthCheck])


@cache
def vocabulary() -> tuple[str, ...]:
    """The words of the test cases, with what stands between them: cues, names, numbers, quotes."""
    cases = [case for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))["cases"]]
    texts = [str(case["text"]) for case in cases]
    words = {word for text in texts for word in re.findall(r"\w+(?:[’'-]\w+)*[’']?|[^\w\s]+", text)}
    groups = {" ".join(text.split()[n : n + 3]) for text in texts for n in range(len(text.split()) - 2)}
    return tuple(sorted(words | groups))


MARKS = [
    *" " * 12,
    ", ",
    ". ",
    "\n",
    "\n\n",
    " « ",
    " » ",
    "« ",
    " »",
    " : ",
    " – ",
    "’",
    "\u00a0",
    "\n> ",
    "\n- ",
    "\n## ",
]
MARKS += [" (", ") ", "“", "”", '"', "… ", " ? ", "; ", " | ", "", "\t", "\r\n", "\u200b", "\u2028"]
VALUES = (
    "- null ~ 2024-11-30 2024-02-30 -3 1e9 0777 « & * ! | > % @ ` ' \" [ ] { } # : , ? true no 12:30 !!set &a *a <<"
)
KEYS = (
    "article text_sha256 generator claims id status evidence exact start end modality because rule cue attribution"
    " source content entity quotes dates quantities entities value value_max bound unit review who when why credibility"
    " note title published rights tags url type name aliases stands_for links kind reason nav plugins theme"
)

marks = st.sampled_from(MARKS)
words = st.deferred(lambda: st.sampled_from(vocabulary()) | st.text(max_size=4))
shuffled = st.lists(st.tuples(words, marks), max_size=60).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
repeated = st.tuples(shuffled, st.integers(2, 40)).map(lambda given: given[0][:200] * given[1])
texts = shuffled | repeated

scalars = st.sampled_from(VALUES.split()) | st.text(max_size=8)
keys = st.sampled_from(KEYS.split())
margins = st.sampled_from(["", "  ", "- ", "  - ", "    ", "\t", "--- ", "- - "])
colons = st.sampled_from([": ", ":", " ", ": {", ": [", "}", "]", ": |\n  "])
spoilt = st.lists(st.tuples(margins, keys | scalars, colons, scalars).map("".join), max_size=12).map("\n".join)


def _write(name: str, content: str | bytes) -> None:
    path = ROOT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))


def _are_said(problems: list[Problem] | tuple[Problem, ...]) -> None:
    """Each problem is one line that names a file of the project and, within it, a line."""
    for problem in problems:
        assert not Path(problem.where.path).is_absolute(), problem
        assert problem.message
        assert problem.where.line >= 0
        assert len(str(problem).splitlines()) == 1, problem
        str(problem).encode("utf-8")


@many
@given(spoilt | texts | st.text(), texts | st.text(), st.binary(max_size=8))
def any_article(front: str, body: str, odd: bytes) -> None:
    """An article is read as `body`, or refused with a reason."""
    _write("corpus/a.md", f"---\n{front}\n---\n{body}".encode("utf-8", "surrogatepass") + odd)
    articles, problems = load_corpus(ROOT)
    _are_said(problems)
    assert articles or problems
    for article in articles:
        assert article.text == article.text.strip() != ""


@many
@given(spoilt | st.text())
def any_yaml(text: str) -> None:
    """A document or a problem; entities and links take any document."""
    found = parse(text, "a.yaml")
    _are_said([found] if isinstance(found, Problem) else found.problems)
    _write("corpus/entities.yaml", text)
    _are_said(load_entities(ROOT)[1])
    _write("claims/links.yaml", text)
    _are_said(load_links(ROOT, {"c-1": "a", "c-2": "b"}).problems)
    _write("corpus/entities.yaml", "")


@many
@given(spoilt | st.text(), texts, st.text(max_size=3), st.integers(0, 10**6))
def any_claims(text: str, body: str, odd: str, place: int) -> None:
    """A good claim file with something put in it: every claim that is kept stands in the article word for word."""
    good = emit_file(ClaimFile(article="a", text_sha256="f", generator="fuzz", claims=_drafts(body)[:4]))
    for spoiled in (text, good[: place % (len(good) + 1)] + odd + good[place % (len(good) + 1) :]):
        _write("claims/a.yaml", spoiled)
        stored = read_claims(ROOT, Article(id="a", text=body))
        _are_said(stored.problems)
        if stored.file is not None:
            file, problems = verified(stored, Article(id="a", text=body))
            _are_said(problems)
            kept = [claim.evidence for claim in file.claims if claim.status is not Status.REJECTED]
            assert all(body[passage.start : passage.end] == passage.exact for passage in kept)


def _drafts(body: str) -> tuple[Claim, ...]:
    pack = find_pack("fr")
    assert pack is not None
    return extract(Article(id="a", text=body, meta=Metadata(published="2024-11-30")), pack)


@many
@given(texts)
def any_text(text: str) -> None:
    """The rules end in time, find only what stands there, and their drafts survive the claim file."""
    began = time.process_time()
    drafts = _drafts(text)
    taken = time.process_time() - began
    assert taken < AT_ONCE + A_KILOBYTE * len(text) / 1000, f"{taken:.1f} s for {len(text)} characters"
    file = ClaimFile(article="a", text_sha256="f", generator="fuzz", claims=drafts)
    stored = understood("claims/a.yaml", emit_file(file), "a").in_text(Article(id="a", text=text))
    assert stored.problems == ()
    assert stored.file is not None
    kept, problems = verified(stored, Article(id="a", text=text))
    assert problems == []
    assert [claim.id for claim in kept.claims] == [draft.id for draft in drafts]


@many
@given(texts | st.text(alphabet="[]@c-1; `~\n<!->*()#:. é"), spoilt)
def any_page(text: str, configuration: str) -> None:
    """Citations are found or not, but no page and no mkdocs.yml stops the check."""
    _write("docs/index.md", text)
    _write("mkdocs.yml", configuration)
    _are_said(problems_of_pages(ROOT, Dossier(articles=())))
    citations.unsealed(citations.sealed(text), ";".join)


PROPERTIES: tuple[Callable[[], None], ...] = (any_text, any_claims, any_article, any_yaml, any_page)


def main() -> None:
    """Run all properties in turn until the time is over; ends with an error at the first that fails."""
    given_time = argparse.ArgumentParser(description="Look for what breaks the loaders and the rules.")
    given_time.add_argument("--minutes", type=float, default=10)
    end = time.monotonic() + 60 * given_time.parse_args().minutes
    rounds = 0
    while time.monotonic() < end:
        for holds in PROPERTIES:
            holds()
        rounds += 1
    print(f"{rounds} rounds of {len(PROPERTIES)} properties, {many.max_examples} examples each: nothing found")


if __name__ == "__main__":
    main()
