"""`briefing serve`: the site at a local address, built again whenever a file of the project changes."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from os.path import relpath
from pathlib import Path
from signal import SIGTERM, default_int_handler, signal
from tempfile import TemporaryDirectory
from threading import Thread

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from briefing.cache.digest import hash_of_file
from briefing.editions.files import FOLDER as EDITIONS
from briefing.hosts import LOOPBACK
from briefing.plugin.build import Environments, make, plugin_of
from briefing.plugin.live.deferred import Later
from briefing.plugin.live.preview import Preview
from briefing.plugin.live.watch import changes
from briefing.plugin.log import CONFIG, config_of, problems_of
from briefing.problems import BriefingError, Problem

_WATCHED = ("corpus", "claims", EDITIONS, "docs", CONFIG)


def serve_site(
    root: Path, address: str, *, say: Callable[[str], None], show: Callable[[Sequence[Problem]], None]
) -> None:
    """Show the site at `address` (host:port) until interrupted or told to end (SIGTERM).

    What is wrong with a file is shown and the last good site stays. Raises BriefingError when nothing can be shown.
    """
    config_of(root)
    with TemporaryDirectory(prefix="briefing-") as folder, Preview(address, Path(folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        say(f"{server.url} follows every change of corpus, claims and docs; Ctrl+C ends it")
        if not server.is_local:
            say(f"anybody on your network can read it there; --address {LOOPBACK}:8000 keeps it to this machine")
        preview = _Rebuilt(root, server, say, show)
        signal(SIGTERM, default_int_handler)
        try:
            for changed in changes(preview.watched):
                if not preview.wrote(changed):
                    preview.build()
        except KeyboardInterrupt:
            server.shutdown()


class _Rebuilt:
    """A project and the preview that follows it."""

    def __init__(
        self, root: Path, server: Preview, say: Callable[[str], None], show: Callable[[Sequence[Problem]], None]
    ) -> None:
        self._root, self._server, self._say, self._show = root, server, say, show
        self._config: MkDocsConfig | None = None
        self._environments: Environments = {}
        self._texts: Mapping[str, str | None] = {}
        self._key = ""

    def watched(self) -> list[Path]:
        """Where a change matters: what every project has, and what its mkdocs.yml names."""
        named: list[str | None] = []
        if self._config is not None:
            named = [self._config.docs_dir, self._config.theme.custom_dir, *self._config.watch]
            named.append(str(plugin_of(self._config).config.templates))
        paths = (*_WATCHED, *(path for path in named if path))
        return list(dict.fromkeys((self._root / path).resolve() for path in paths))

    def wrote(self, changed: Iterable[str]) -> bool:
        """Whether nothing changed but what the last build itself wrote, and as it wrote it."""
        return all(self._texts.get(relpath(path, self._root), "") == hash_of_file(Path(path)) for path in changed)

    def build(self) -> None:
        """Build the site again; nothing that goes wrong ends the preview."""
        start, self._texts = time.perf_counter(), {}
        try:
            changed, later = self._built()
        except BriefingError as wrong:
            self._show(wrong.problems)
            self._say("the site stays as it was until this is corrected")
        except Exception:  # noqa: BLE001 - a fault of ours or of another plugin's must not end the preview either
            traceback.print_exc()
        else:
            if changed:
                self._server.changed(later)
                self._say(f"ready in {time.perf_counter() - start:.2f} s")

    def _built(self) -> tuple[bool, Later]:
        """Whether the site is another one, and what of it waits until somebody asks."""
        with problems_of(self._root) as config_file:
            given = {"site_dir": str(self._server.folder), "site_url": self._server.url}
            config = load_config(str(config_file), strict=False, **given)
            config.theme.static_templates.discard("sitemap.xml")  # it asks every page for a day, and nobody for it
            plugin, self._config = plugin_of(config), config
            plugin.later = later = Later()
            changed = make(config, "serve", self._environments)
            before, self._key = self._key, later.key
            self._texts = plugin.texts
            return changed > 0 or later.key != before, later
