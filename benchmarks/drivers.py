"""Firefox by WebDriver BiDi and WebKit by WebDriver, as the distribution packages them: no driver of others is needed.

Firefox speaks BiDi itself; WebKit's driver is ``WebKitWebDriver``, and its browser needs a display (``Xvfb``).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

import httpx
import websocket

from benchmarks.commands import free_port

WAIT_S: Final = 60.0
MINIBROWSERS: Final = tuple(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
KEYS: Final = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Shift": "\ue008"}
Action = dict[str, Any]


class FellShort(Exception):
    """The browser did not do what was asked; the message says what."""


class Browser(ABC):
    """One window. Addresses are whole; scripts are expressions whose value can be written as JSON."""

    name = ""
    downloads: Path
    """The folder that it saves files in."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""

    @abstractmethod
    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page: text, numbers, lists of them; no elements."""

    @abstractmethod
    def act(self, *sources: Action) -> None:
        """Carry out actions of keyboard or pointer (as WebDriver says them)."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """The size of the page within the window."""

    @abstractmethod
    def console(self) -> list[str]:
        """Errors and warnings of the console since it was last asked."""

    def wait(self, script: str, patience: float = WAIT_S) -> Any:
        """The value of an expression as soon as it is true.

        Raises:
            FellShort: it never was.
        """
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if found := self.evaluate(script):
                return found
            time.sleep(0.1)
        raise FellShort(f"never true: {script[:160]}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other; a word is typed."""
        signs = [sign for key in keys for sign in KEYS.get(key, key)]
        actions = [{"type": kind, "value": sign} for sign in signs for kind in ("keyDown", "keyUp")]
        self.act({"type": "key", "id": "keyboard", "actions": actions})

    def place(self, selector: str) -> tuple[int, int]:
        """The middle of the first element of ``selector`` that can be seen, brought into view.

        Raises:
            FellShort: there is none.
        """
        found = self.evaluate(
            f"""(() => {{
              for (const one of document.querySelectorAll({json.dumps(selector)})) {{
                if (one.checkVisibility && !one.checkVisibility()) continue;
                one.scrollIntoView({{block: 'center', behavior: 'instant'}});
                const box = (one.getClientRects()[0] || one.getBoundingClientRect());
                if (box.width && box.height) return [box.left + box.width / 2, box.top + box.height / 2];
              }}
              return null;
            }})()"""
        )
        if not found:
            raise FellShort(f"nothing to be seen of {selector}")
        return round(found[0]), round(found[1])

    def hover(self, selector: str) -> None:
        """Put the mouse over an element."""
        x, y = self.place(selector)
        self.act(_pointer("mouse", _move(x - 3, y), _move(x, y)))

    def click(self, selector: str) -> None:
        """Click an element with the mouse."""
        x, y = self.place(selector)
        self.act(
            _pointer("mouse", _move(x, y), {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})
        )

    def tap(self, selector: str) -> None:
        """Tap an element with a finger."""
        x, y = self.place(selector)
        down: Action = {"type": "pointerDown", "button": 0}
        self.act(
            _pointer("touch", _move(x, y), down, {"type": "pause", "duration": 60}, {"type": "pointerUp", "button": 0})
        )

    def saved(self, kind: str, patience: float = WAIT_S) -> bytes:
        """The file of a kind that was saved last, taken out of the folder.

        Raises:
            FellShort: none came whole.
        """
        until, size = time.monotonic() + patience, -1
        while time.monotonic() < until:
            for path in self.downloads.glob(f"*.{kind}"):
                if (now := path.stat().st_size) and now == size:
                    content = path.read_bytes()
                    path.unlink()
                    return content
                size = now
            time.sleep(0.3)
        there = ", ".join(path.name for path in self.downloads.iterdir()) or "nothing"
        raise FellShort(f"no {kind} was saved; in the folder: {there}")

    def back(self) -> None:
        """One step back in the history."""
        self.evaluate("(history.back(), true)")

    def reload(self) -> None:
        """Load the page again."""
        self.open(str(self.evaluate("location.href")))


def _move(x: int, y: int) -> Action:
    return {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"}


def _pointer(kind: str, *actions: Action) -> Action:
    return {"type": "pointer", "id": kind, "parameters": {"pointerType": kind}, "actions": list(actions)}


class Firefox(Browser):
    """Firefox, headless, by BiDi."""

    name = "Firefox"

    def __init__(self, port: int, downloads: Path) -> None:
        self.downloads = downloads
        self._socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}/session", timeout=WAIT_S, suppress_origin=True
        )
        self._number = 0
        self._said: list[str] = []
        self.version = str(self._ask("session.new", capabilities={})["capabilities"]["browserVersion"])
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._context = self._ask("browsingContext.getTree")["contexts"][0]["context"]

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while True:
            told = json.loads(self._socket.recv())
            if told.get("method") == "log.entryAdded":
                entry = told["params"]
                if entry["level"] in ("error", "warn"):
                    self._said.append(str(entry.get("text"))[:300])
            elif told.get("id") == self._number:
                if told.get("type") == "error":
                    raise FellShort(f"{method}: {told['error']} {told['message'][:300]}")
                return told["result"]

    def open(self, address: str) -> None:
        """See ``Browser``."""
        self._ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def evaluate(self, script: str) -> Any:
        """See ``Browser``."""
        told = self._ask(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({script})))()",
            target={"context": self._context},
            awaitPromise=True,
            userActivation=True,
        )
        if told["type"] == "exception":
            raise FellShort(told["exceptionDetails"]["text"][:300])
        text = told["result"].get("value")
        return None if text is None else json.loads(text)

    def act(self, *sources: Action) -> None:
        """See ``Browser``."""
        self._ask("input.performActions", context=self._context, actions=list(sources))
        self._ask("input.releaseActions", context=self._context)

    def resize(self, width: int, height: int) -> None:
        """See ``Browser``."""
        self._ask("browsingContext.setViewport", context=self._context, viewport={"width": width, "height": height})

    def console(self) -> list[str]:
        """See ``Browser``."""
        self._ask("browsingContext.getTree")  # what came meanwhile is read on the way
        said, self._said = self._said, []
        return said


class WebKit(Browser):
    """WebKitGTK's MiniBrowser, by WebDriver; its console is what it writes to standard output."""

    name = "WebKit"

    def __init__(self, port: int, binary: Path, log: Path, downloads: Path) -> None:
        self.downloads = downloads
        self._client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=WAIT_S, trust_env=False)
        self._log, self._read = log, 0
        options = {"binary": str(binary), "args": ["--automation", "--enable-write-console-messages-to-stdout=true"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        told = self._told(self._client.post("/session", json=asked))
        self._session = f"/session/{told['sessionId']}"
        self.version = str(told["capabilities"]["browserVersion"])

    def _told(self, answer: httpx.Response) -> Any:
        value = answer.json()["value"]
        if answer.status_code != 200:
            raise FellShort(f"{value.get('error')}: {str(value.get('message'))[:300]}")
        return value

    def _post(self, what: str, **given: Any) -> Any:
        return self._told(self._client.post(f"{self._session}/{what}", json=given))

    def open(self, address: str) -> None:
        """See ``Browser``."""
        self._post("url", url=address)

    def evaluate(self, script: str) -> Any:
        """See ``Browser``."""
        told = "(value) => done(JSON.stringify(value))"
        asked = f"const done = arguments[0]; Promise.resolve({script}).then({told}).catch(() => done(null));"
        text = self._post("execute/async", script=asked, args=[])
        return None if text is None else json.loads(text)

    def act(self, *sources: Action) -> None:
        """See ``Browser``."""
        self._post("actions", actions=list(sources))
        self._told(self._client.delete(f"{self._session}/actions"))

    def resize(self, width: int, height: int) -> None:
        """See ``Browser``."""
        self._post("window/rect", x=0, y=0, width=width, height=height)
        inner = self.evaluate("[innerWidth, innerHeight]")
        self._post("window/rect", x=0, y=0, width=2 * width - inner[0], height=2 * height - inner[1])
        self.wait(f"Math.abs(innerWidth - {width}) < 2", 5)

    def console(self) -> list[str]:
        """See ``Browser``."""
        text = self._log.read_text(encoding="utf-8", errors="replace")
        new, self._read = text[self._read :], len(text)
        return [
            line[:300] for line in new.splitlines() if re.search(r"CONSOLE \w+ (ERROR|WARN)|CONSOLE (ERROR|WARN)", line)
        ]

    def close(self) -> None:
        """End the session."""
        self._client.delete(self._session)
        self._client.close()


@contextmanager
def firefox() -> Iterator[Browser]:
    """Firefox with a profile of its own."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program is not None
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="akint-firefox-") as profile:
        downloads = Path(profile) / "downloads"
        downloads.mkdir()
        (Path(profile) / "user.js").write_text(
            'user_pref("app.update.enabled", false);\nuser_pref("browser.shell.checkDefaultBrowser", false);\n'
            'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
            'user_pref("network.captive-portal-service.enabled", false);\n'
            'user_pref("network.connectivity-service.enabled", false);\n'
            'user_pref("dom.events.asyncClipboard.readText", true);\n'
            f'user_pref("browser.download.folderList", 2);\nuser_pref("browser.download.dir", "{downloads}");\n'
        )
        command = [program, "--headless", "--no-remote", "--profile", profile, f"--remote-debugging-port={port}"]
        with _process(command, Path(profile) / "log", HOME=profile):
            yield _patiently(lambda: Firefox(port, downloads))


@contextmanager
def webkit() -> Iterator[Browser]:
    """WebKit on a display of its own."""
    with tempfile.TemporaryDirectory(prefix="akint-webkit-") as folder, ExitStack() as stack:
        log, downloads = Path(folder) / "log", Path(folder) / "downloads"
        downloads.mkdir()
        (Path(folder) / ".config").mkdir()
        (Path(folder) / ".config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n')
        display = f":{90 + free_port() % 900}"
        stack.enter_context(_process(["Xvfb", display, "-screen", "0", "1920x1400x24", "-nolisten", "tcp"], log))
        time.sleep(1)
        port = free_port()
        own = {"DISPLAY": display, "GDK_BACKEND": "x11", "HOME": folder, "XDG_RUNTIME_DIR": folder, "NO_AT_BRIDGE": "1"}
        stack.enter_context(_process(["WebKitWebDriver", f"--port={port}"], log, **own))
        one = _patiently(lambda: WebKit(port, MINIBROWSERS[0], log, downloads))
        yield one
        one.close()


BROWSERS: Final[dict[str, tuple[Callable[[], bool], Callable[[], Any]]]] = {
    "Firefox": (lambda: bool(shutil.which("firefox-esr") or shutil.which("firefox")), firefox),
    "WebKit": (lambda: bool(shutil.which("WebKitWebDriver") and shutil.which("Xvfb") and MINIBROWSERS), webkit),
}
"""Each browser's name, whether it is installed, and how it is begun."""


@contextmanager
def _process(command: Sequence[str], log: Path, **own: str) -> Iterator[None]:
    with log.open("ab") as file:
        process = subprocess.Popen(
            command, env={**os.environ, **own}, stdout=file, stderr=file, stdin=subprocess.DEVNULL
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _patiently(begin: Callable[[], Any]) -> Any:
    """What ``begin`` gives as soon as the program listens."""
    until = time.monotonic() + WAIT_S
    while True:
        try:
            return begin()
        except (OSError, httpx.TransportError, websocket.WebSocketException):
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
