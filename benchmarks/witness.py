"""What readers and the operator of a server see while something is wrong: a real browser, the addresses, the log."""

from __future__ import annotations

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Error, Page

from benchmarks.served import POLL_S, Served

SIGHT: Final = """() => {
  const whole = Boolean(document.querySelector('.shell main section'));
  const what = whole ? '.notice[role=alert], #uten-tjener, #nye-tall' : 'h1, p';
  const said = [...document.querySelectorAll(what)].filter((one) => one.checkVisibility());
  return {whole, said: said.map((one) => one.innerText.trim()).filter(Boolean)};
}"""
RAW: Final = re.compile(
    r"Traceback|Internal Server Error|OperationalError|DatabaseError|sqlalchemy|sqlite3|psycopg|MemoryError"
    r"|Error loading|Callback error|Errno|/akint_dash/|\bNaN\b|undefined"
)
"""What no reader may ever be told."""
STANDS: Final = "main h1, body > :not(#react-entry-point, div[hidden], .unseen)"
"""A page of ours, or an error's own; what is spoken only is there before either."""
PICTURE: Final = "/last-ned/frister.png?side=/"
ADDRESSES: Final = (
    "/",
    "/en/projects-nowhere",
    "/revisjon",
    "/last-ned/frister.csv?side=/",
    "/last-ned/frister.svg?side=/",
    PICTURE,
    "/utlysninger.atom",
    "/utlysninger.ics",
    "/skjerm",
    "/skjerm/bilder?sekunder=5",
    "/om",
)
COMING: Final = "/virkemidler/prosjektutvikling"
"""The page that is opened while something is wrong."""
POLLS_S: Final = 2 * 3.0 + 2 * POLL_S + 1.5
"""So long an open page may take until it has asked twice: its own three seconds, and the server's."""
FIRST_S: Final = 25_000
NOBODY: Final = "(no answer: the browser's own page)"
BLANK: Final = "(blank)"


@dataclass
class Seen:
    """One fault: who saw what, and what became of the data. ``wrong`` is what may not be so."""

    name: str
    made: str
    standing: str = ""
    opening: str = ""
    took_s: float = 0.0
    operator: str = ""
    data: str = ""
    healed: str = ""
    wrong: list[str] = field(default_factory=list)


class Witness:
    """One browser page that stands open all the time, and another that comes while something is wrong."""

    def __init__(self, standing: Page, coming: Page, server: Served) -> None:
        self._standing, self._coming, self.server = standing, coming, server
        self._read = 0

    def begin(self, path: str = "/") -> None:
        """Open the page that stands, while all is well."""
        self._standing.goto(self.server.home + path)
        self._standing.wait_for_selector(".shell h1", timeout=60_000)
        with ThreadPoolExecutor(16) as readers:  # every worker has read the database
            list(readers.map(self.server.get, ["/revisjon"] * 64))
        self._read = len(self.server.said())

    def text(self) -> str:
        """All that the page that came last says."""
        return str(self._coming.evaluate("document.body.innerText"))

    def look(self, seen: Seen, *, wait: bool = True) -> None:
        """All that can be seen now, into ``seen``."""
        if wait:
            time.sleep(POLLS_S)
        seen.standing = self._words(self._standing, seen, "the open page")
        seen.opening, seen.took_s = self._come(seen)
        seen.operator = self.operator(seen)
        self._addresses(seen)

    def _words(self, page: Page, seen: Seen, who: str) -> str:
        try:
            sight: dict[str, Any] = page.evaluate(SIGHT)
            text: str = page.evaluate("document.body.innerText")
        except Error:
            return NOBODY
        if found := RAW.search(text):
            seen.wrong.append(f"{who} says «{found[0]}»")
        if not text.strip():
            seen.wrong.append(f"{who} is blank")
            return BLANK
        said = " ".join(f"«{words}»" for words in dict.fromkeys(sight["said"]))
        if sight["whole"]:
            return f"the numbers, and {said}" if said else "the numbers, and nothing said"
        return said or f"«{text.strip()[:200]}»"

    def _come(self, seen: Seen) -> tuple[str, float]:
        began = time.monotonic()
        try:
            answer = self._coming.goto(self.server.home + COMING, timeout=FIRST_S)
            self._coming.wait_for_selector(STANDS, timeout=FIRST_S)
        except Error as error:
            took = time.monotonic() - began
            if "ERR_" in error.message:
                return NOBODY, took
            words = self._words(self._coming, seen, "a new page")
            if words != BLANK:
                seen.wrong.append(f"a new page did not stand after {FIRST_S / 1000:.0f} s")
            return words, took
        took = time.monotonic() - began
        status = answer.status if answer else 0
        return f"{status}: {self._words(self._coming, seen, 'a new page')}", took

    def operator(self, seen: Seen) -> str:
        """What the health address says, and what the log says that it did not say before."""
        status, text = self.server.ready()
        new = self.server.said()[self._read :]
        told = []
        for line in new.splitlines():
            if found := re.search(r"\b(?:WARNING|ERROR|CRITICAL)\b\W*(.*)", line):
                told.append(found[1][:160])
        lines = list(dict.fromkeys(re.sub(r"\d{3,}", "#", line) for line in told))
        log = "; ".join(f"«{line}»" for line in lines[:2]) or "nothing"
        if status == 200:
            return f"/health/ready 200; log: {log}"
        try:
            answer = json.loads(text)
            text = ", ".join(str(answer[name]) for name in ("status", "reason") if name in answer)
        except ValueError:
            text = text[:60]
        if RAW.search(text):
            seen.wrong.append(f"/health/ready says «{text}»")
        return f"/health/ready {status} ({text}); log: {log}"

    def _addresses(self, seen: Seen) -> None:
        for path in ADDRESSES:
            status, text = self.server.get(path)
            if status in (500, 502):
                seen.wrong.append(f"{path} answers {status}")
            words = status and not (path == PICTURE and status == 200)  # a picture has none
            if words and (found := RAW.search(re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL))):
                seen.wrong.append(f"{path} says «{found[0]}»")
            if status == 0:
                seen.wrong.append(f"{path} gives no answer ({text})")

    def heal(self, seen: Seen, how: str, *, patience: float = 90.0) -> None:
        """Until it is ready and both pages say what they said before."""
        began = time.monotonic()
        try:
            self.server.await_ready(patience)
            self._coming.goto(self.server.home + COMING, timeout=FIRST_S)
            self._coming.wait_for_selector(".shell h1", timeout=FIRST_S)
            while self._coming.locator(".notice[role=alert]").count():
                if time.monotonic() - began > patience:
                    raise TimeoutError("the notice stays")
                time.sleep(0.3)
                self._coming.reload()
                self._coming.wait_for_selector(".shell h1", timeout=FIRST_S)
            took = time.monotonic() - began
            self._standing.wait_for_function(
                "() => { const g = document.getElementById('uten-tjener'); return g && g.hidden }", timeout=30_000
            )
        except (TimeoutError, Error) as error:
            seen.healed = f"{how}; it did not heal"
            seen.wrong.append(f"it did not heal: {str(error)[:200]}")
            return
        seen.healed = f"{how}; well again after {took:.1f} s"
