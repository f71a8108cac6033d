"""Firefox driven by its own protocol, Marionette: JSON messages, each behind its length, on a local socket."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from time import sleep
from typing import Any, Self

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element."""
_ERRORS = """
return Services.console.getMessageArray()
    .filter(said => said instanceof Ci.nsIScriptError && !(said.flags & Ci.nsIScriptError.warningFlag))
    .map(said => `${said.sourceName}: ${said.errorMessage}`)
    .filter(said => said.includes(arguments[0]));
"""
_KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Tab": "\ue004"}
_PREFERENCES = ("marionette.port", "0"), ("intl.accept_languages", '"fr"'), ("app.update.enabled", "false")


_TRIES, _PAUSE = 200, 0.05


def until(asked: Callable[[], object]) -> None:
    """Return once it is so; fail the test where it does not become so in ten seconds."""
    for _ in range(_TRIES):
        if asked():
            return
        sleep(_PAUSE)
    raise AssertionError("this did not come true")


@dataclass
class Firefox:
    """A browser and its one page."""

    line: socket.socket
    _numbers: Iterator[int] = field(default_factory=count)

    def __enter__(self) -> Self:
        """Greet it."""
        self._answer()
        self.tell("WebDriver:NewSession", capabilities={"alwaysMatch": {"timeouts": {"implicit": 5000}}})
        return self

    def __exit__(self, *_: object) -> None:
        """Let it go."""
        with suppress(OSError, ValueError):
            self.tell("Marionette:Quit", flags=["eForceQuit"])
        self.line.close()

    def tell(self, command: str, **values: object) -> Any:
        """What it answers; AssertionError with its words where it cannot."""
        message = json.dumps([0, next(self._numbers), command, values]).encode()
        self.line.sendall(b"%d:%b" % (len(message), message))
        _, _, problem, found = self._answer()
        assert problem is None, f"{command}: {problem['message']}"
        return found.get("value", found) if isinstance(found, dict) else found

    def _answer(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self.line.recv(1)
        left, parts = int(length[:-1]), []
        while left:
            parts.append(self.line.recv(left))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))

    def open(self, address: str) -> None:
        """Go to a page and wait for all of it."""
        self.tell("WebDriver:Navigate", url=address)

    def run(self, script: str, *values: object) -> Any:
        """What a script of the page returns; it may wait for a promise."""
        return self.tell("WebDriver:ExecuteScript", script=script, args=list(values))

    def find(self, selector: str) -> str:
        """The first element, waited for."""
        return str(self.tell("WebDriver:FindElement", using="css selector", value=selector)[_ELEMENT])

    def click(self, selector: str) -> None:
        """With the mouse, in its middle."""
        self.tell("WebDriver:ElementClick", id=self.find(selector))

    def hover(self, selector: str) -> None:
        """Move the mouse there."""
        place = {"type": "pointerMove", "x": 0, "y": 0, "duration": 50, "origin": {_ELEMENT: self.find(selector)}}
        self.run("arguments[0].scrollIntoView({block: 'center'})", {_ELEMENT: self.find(selector)})
        self.tell("WebDriver:PerformActions", actions=[{"type": "pointer", "id": "mouse", "actions": [place]}])

    def press(self, *keys: str) -> None:
        """Keys one after another: letters, or Enter, Escape and Tab by name."""
        strokes = [{"type": kind, "value": _KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.tell("WebDriver:PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def text(self, selector: str) -> str:
        """The words of the first element as they are seen."""
        return str(self.tell("WebDriver:GetElementText", id=self.find(selector)))

    def shows(self, selector: str) -> bool:
        """Whether an element is there to be seen."""
        return bool(self.run("return document.querySelector(arguments[0])?.checkVisibility() ?? false", selector))

    def resize(self, width: int, height: int) -> None:
        """Make its window so large."""
        self.tell("WebDriver:SetWindowRect", width=width, height=height)

    def errors(self, address: str) -> list[str]:
        """What its console holds against pages of an address: scripts that failed, what the policy refused."""
        self.tell("Marionette:SetContext", value="chrome")
        found = self.run(_ERRORS, address)
        self.tell("Marionette:SetContext", value="content")
        return [str(said) for said in found]


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox of its own, in an empty profile, without a window."""
    assert FIREFOX is not None
    lines = (f'user_pref("{name}", {value});' for name, value in _PREFERENCES)
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = [FIREFOX, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote"]
    with subprocess.Popen(
        [*command, "--profile", str(profile)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            with Firefox(socket.create_connection(("127.0.0.1", _port(profile)))) as browser:
                yield browser
        finally:
            process.terminate()


def _port(profile: Path) -> int:
    """Where it listens, once it says so."""
    told = profile / "MarionetteActivePort"
    until(lambda: told.is_file() and told.read_text().strip().isdecimal())
    return int(told.read_text())
