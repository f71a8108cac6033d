"""What all tests share."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from briefing import project
from sample import DOSSIER

# Tests run beside others, so a slow moment is no failure; CI tries the same examples each time, people try new ones.
# Fifty examples find what a change breaks; `make fuzz` looks for what nobody thought of, with two hundred.
settings.register_profile("briefing", deadline=None, max_examples=50, derandomize=bool(os.environ.get("CI")))
settings.load_profile("briefing")

gc.set_threshold(50_000)  # as the program has it: tests keep what they make, and looking for garbage finds none


@pytest.fixture(autouse=True, scope="session")
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the program keeps for its user stands apart from what it keeps for whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def sampled(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever project MkDocs builds holds the sample dossier; its log ends with the test."""
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(project, "refresh", lambda _root, **_: project.Loaded(DOSSIER))
    monkeypatch.setattr(project, "load", lambda _root, **_: project.Loaded(DOSSIER))
    yield
    logging.getLogger("mkdocs").handlers.clear()
