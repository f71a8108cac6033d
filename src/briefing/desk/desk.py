"""What a desk does with what its page asks: the content, decisions, and taking the last one back."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from briefing.desk.messages import in_words, problem_in
from briefing.desk.queue import ClaimShown, claims_of, queue
from briefing.model.entity import wrong_id
from briefing.model.ruling import Ruling
from briefing.problems import BriefingError, Problem
from briefing.review.acts.claim_files import ids
from briefing.review.acts.plan import undone
from briefing.review.apply import Outcome, apply
from briefing.review.decisions import Ignore, Merge, Retype, Split, read_decisions
from briefing.store.files import claims_path


class Answer(Struct, frozen=True, kw_only=True):
    """What became of decisions: the claims of each article concerned as they stand now, and what could not be done."""

    names: tuple[str, ...] = ()
    said: str = ""
    articles: tuple[str, ...] = ()
    claims: tuple[ClaimShown, ...] = ()
    problems: tuple[str, ...] = ()


class Desk:
    """A project and the person who decides. One request at a time; other commands and editors work beside it."""

    def __init__(self, root: Path, ruling: Ruling, language: str = "en") -> None:
        self.language = language
        self._root, self._ruling = root, ruling
        self._lock = Lock()

    def content(self) -> bytes:
        """All that the page shows, as JSON."""
        with self._lock:
            return msgspec.json.encode(queue(self._root))

    def decide(self, request: bytes) -> bytes:
        """Carry out the decisions of a request. Raises BriefingError when it holds none that can be read."""
        decisions = read_decisions(request, "the request").decisions
        with self._at_once():
            outcomes = list(apply(self._root, decisions, self._ruling))
            return msgspec.json.encode(self._answer(outcomes))

    def undo(self) -> bytes:
        """Take back what was decided last. Raises BriefingError where nothing can be."""
        with self._at_once():
            said, names = undone(self._root)
            articles = self._holding(names) if said.startswith(_ON_CLAIMS) else tuple(ids(self._root))
            answer = replace(self._standing(articles), said=in_words(self.language, said), names=names)
            return msgspec.json.encode(answer)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """One after the other; Python's collector, which looks through all that is known, waits until it is on disk."""
        with self._lock:
            gc.disable()
            try:
                yield
            finally:
                gc.enable()

    def _answer(self, outcomes: Iterable[Outcome]) -> Answer:
        outcomes = list(outcomes)
        names = tuple(name for outcome in outcomes for name in outcome.names)
        everywhere = any(isinstance(outcome.decision, Merge | Split | Ignore | Retype) for outcome in outcomes)
        hints = {article for o in outcomes if self._is_there(article := getattr(o.decision, "article", ""))}
        articles = tuple(ids(self._root)) if everywhere else tuple(hints) or self._holding(names)
        problems = self._told(problem for outcome in outcomes for problem in outcome.problems)
        return replace(self._standing(articles), names=names, problems=problems)

    def _is_there(self, article: str) -> bool:
        return not wrong_id(article) and (self._root / claims_path(article)).is_file()

    def _holding(self, names: Iterable[str]) -> tuple[str, ...]:
        wanted = set(names)
        return tuple(article for article, held in ids(self._root).items() if held & wanted)

    def _standing(self, articles: Iterable[str]) -> Answer:
        shown: list[ClaimShown] = []
        read: list[str] = []
        wrong: list[Problem] = []
        for article in articles:
            try:
                shown += claims_of(self._root, article)
                read.append(article)
            except BriefingError as problem:
                wrong += problem.problems
        return Answer(articles=tuple(read), claims=tuple(shown), problems=self._told(wrong))

    def _told(self, problems: Iterable[Problem]) -> tuple[str, ...]:
        return tuple(problem_in(self.language, problem) for problem in problems)


_ON_CLAIMS = ("accept", "reject", "edit", "claim", "remove c-")
