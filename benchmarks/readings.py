"""Every card of every page as a reader gets it without its picture: title, sentences and table, over 40 selections.

``python -m benchmarks.readings FOLDER`` writes one text file a selection, pages one after the other, bokmål whole and
English with its titles and sentences. A person (or a checker) reads them for sentences that their own table, filter or
data do not bear.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from flask.testing import FlaskClient

from akint_dash.cli import main as command
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.examples import pages
from tests.reading import Node, page_of
from tests.test_stranger import page_bytes

TODAY: Final = "2026-11-25"
ROWS: Final = 10
"""Rows of a table that are written; the rest is counted."""

SELECTIONS: Final = (
    "", "omrade=SAM", "omrade=KLI", "omrade=PLA", "omrade=UTD", "omrade=FRL", "omrade=KUL,SAM",
    "virkemiddel=PRO", "virkemiddel=POL", "virkemiddel=KOM", "virkemiddel=BIL",
    "program=ERASMUS", "program=HORIZON", "program=INTERREG",
    "tema=klima_miljo", "tema=samferdsel", "tema=digitalisering",
    "status=granted,running", "status=submitted", "status=rejected",
    "ring=norden", "ring=europa", "ring=ukraina",
    "periode=2024", "periode=2025", "periode=2026", "periode=2027", "periode=2025-2026",
    "sok=klima", "sok=umulig-umulig", "per=2025-06-30", "per=2026-09-15", "vekt=timer", "vekt=kroner",
    "omrade=SAM&periode=2025", "omrade=UTD&virkemiddel=KOM", "omrade=NAE&vekt=kroner", "program=ERASMUS&periode=2026",
    "tema=kultur,naering&vekt=timer", "omrade=TAN&ring=norden",
)  # fmt: skip
LEFT_OUT: Final = frozenset({"/tilgjengelighet"})
_BLOCK: Final = frozenset({"p", "li", "h1", "h2", "h3", "h4", "summary", "dt", "dd", "caption", "div", "section"})
_SKIPPED: Final = frozenset({"form", "nav", "button", "select", "svg", "script", "input"})
_TOOLS: Final = frozenset({"ways-down", "skip", "demo", "top", "picks", "stamp", "clear", "unseen"})
_FOOT: Final = frozenset({"Vis som tabell", "Last ned", "Show as a table", "Download"})
NOT_FILTERED: Final = frozenset({"/om", "/sok"})
"""Pages without a selection: read once."""


def lines(node: Node, *, tables: bool) -> Iterator[str]:
    """The words of an element, a line each: headings marked, tables a row a line, figures left out."""
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                yield child.strip()
        elif child.name == "table":
            yield from _table(child) if tables else ()
        elif _skipped(child):
            continue
        elif child.name in _BLOCK and not any(c.name in _BLOCK | {"table"} for c in child.all() if c is not child):
            words = re.sub(r"\s+", " ", " ".join(_words(child))).strip()
            if words:
                yield ("#" * int(child.name[1]) + " " if re.fullmatch(r"h\d", child.name) else "") + words
        else:
            yield from lines(child, tables=tables)


def _words(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif not _skipped(child):
            yield from _words(child)


def _skipped(node: Node) -> bool:
    """What is no title, sentence or table: tools, the filters' own lists, and drawings."""
    kinds = set(str(node.attributes.get("class")).split())
    drawn = node.name == "figure" and not any(n.name == "table" for n in node.all())
    tool = node.name == "summary" and node.text in _FOOT
    return node.name in _SKIPPED or drawn or tool or bool(kinds & _TOOLS)


def _table(node: Node) -> Iterator[str]:
    rows = [[c.text.strip() for c in row.all() if c.name in ("th", "td")] for row in node.all() if row.name == "tr"]
    for row in rows[: ROWS + 1]:
        yield "   | " + " | ".join(row)
    if len(rows) > ROWS + 1:
        yield f"   | ... and {len(rows) - ROWS - 1} rows more"


def reading(client: FlaskClient, path: str, query: str) -> str:
    """One page under one selection: bokmål whole, then the English titles and sentences."""
    own = "q=klima" if path == "/sok" else query
    asked = f"?{own}" if own else ""
    norwegian = "\n".join(lines(page_of(page_bytes(client, path, asked)), tables=True))
    english = "\n".join(lines(page_of(page_bytes(client, "/en" + path.rstrip("/"), asked)), tables=False))
    return f"\n=== {path}{asked}\n{norwegian}\n--- English\n{english}\n"


def main(folder: Path) -> None:
    """Write the readings of the demonstration, as a stranger sees it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        url = f"sqlite:///{scratch}/akint.db"
        os.environ["AKINT_DATABASE_URL"] = url
        if command(["demo"]):
            sys.exit("the demonstration could not be loaded")
        settings = Settings.model_validate({"database_url": url, "today": TODAY})
        with create_app(settings).server.test_client() as client:
            for number, query in enumerate(SELECTIONS):
                read = [path for path in pages() if path not in LEFT_OUT and (number == 0 or path not in NOT_FILTERED)]
                text = "".join(reading(client, path, query) for path in read)
                (folder / f"{number:02d}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "look/readings"))
