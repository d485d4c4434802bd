"""The counts of budget.yaml: what a first load, an answer, a figure, a change and a snapshot cost.

After a change that is meant: ``python -m tests.browser.test_budget`` writes the counts anew (needs Chromium); look at
the difference before you commit it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
import yaml
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import event

from akint_dash.importers.run import load_code_lists, load_demonstration
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.snapshots import Snapshots
from tests.browser.conftest import FLAGS, TODAY, Watched, serve
from tests.examples import example
from tests.test_stranger import page_bytes

BUDGET: Final = Path(__file__).parents[1] / "budget.yaml"
LOADS: Final = {"with Plotly": "/virkemidler/kompetanseheving", "without Plotly": "/strategien"}
Counts = dict[str, float]


def budget() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(BUDGET.read_text(encoding="utf-8"))
    return found


def grown(kind: str, counts: Counts) -> list[str]:
    """What costs more than its budget with room, and what is not in it, in words."""
    given = budget()
    kept, room = given[kind], given["room_percent"] / 100
    said = [f"{kind}: {name} is not in {BUDGET.name} (now {now:g})" for name, now in counts.items() if name not in kept]
    return said + [
        f"{kind}: {name} grew from {kept[name]:g} to {now:g}, more than {room:.0%} room"
        for name, now in counts.items()
        if name in kept and now > kept[name] * (1 + room)
    ]


# -- counting


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "props" in node:
            yield node
        for value in node.values():
            yield from _walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from _walk(value)


def answers(database: Path) -> tuple[Counts, Counts]:
    """Kilobytes of JSON of every page's answer, and of each Plotly figure in them."""
    settings = Settings.model_validate({"database_url": f"sqlite:///{database}", "today": TODAY})
    pages, figures = Counts(), Counts()
    with create_app(settings).server.test_client() as client:
        for page in PAGES:
            path = example(page.path)
            answer = page_bytes(client, path)
            pages[path] = round(len(answer) / 1000, 1)
            for node in _walk(json.loads(answer)):
                if node.get("type") == "Graph":
                    figure = json.dumps(node["props"]["figure"], separators=(",", ":"))
                    figures[f"{path} {node['props']['id']}"] = round(len(figure) / 1000, 1)
    return pages, figures


def app_counts(database: Path) -> Counts:
    """Callbacks of the app; queries of a whole snapshot and of a look for news."""
    app = create_app(Settings.model_validate({"database_url": f"sqlite:///{database}", "today": TODAY}))
    with app.server.test_client() as client:
        callbacks = len(client.get("/_dash-dependencies").get_json())
    engine, asked = open_engine(f"sqlite:///{database}"), [0]

    def count(*_: Any) -> None:
        asked[0] += 1

    event.listen(engine, "before_cursor_execute", count)
    snapshots = Snapshots(engine, 0)
    snapshots.portfolio("public", date.fromisoformat(TODAY))
    whole = asked[0]
    snapshots.portfolio("public")
    engine.dispose()
    return {"callbacks": callbacks, "queries a snapshot": whole, "queries a look for news": asked[0] - whole}


def first_loads(browser: Browser, home: str) -> Counts:
    """Requests and kilobytes over the wire of a first load, in a browser that has seen nothing."""
    found = Counts()
    for kind, path in LOADS.items():
        context = browser.new_context()
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        sizes: list[float] = []

        def done(said: dict[str, Any], sizes: list[float] = sizes) -> None:
            sizes.append(float(said["encodedDataLength"]))

        wire.on("Network.loadingFinished", done)
        page.goto(home + path, wait_until="networkidle")
        page.wait_for_selector(".shell h1")
        found[f"{kind}: requests"] = len(sizes)
        found[f"{kind}: kB"] = round(sum(sizes) / 1000)
        context.close()
    return found


# -- the tests


@pytest.fixture(scope="module")
def counted(demo_file: Path) -> tuple[Counts, Counts]:
    return answers(demo_file)


def test_an_answer_is_no_larger_than_its_budget(counted: tuple[Counts, Counts]) -> None:
    assert grown("answer kB", counted[0]) == []


def test_a_figure_is_no_larger_than_its_budget(counted: tuple[Counts, Counts]) -> None:
    assert grown("figure kB", counted[1]) == []
    assert counted[1], "a figure is counted"


def test_one_callback_and_no_more_queries(demo_file: Path) -> None:
    counts = app_counts(demo_file)
    assert counts["callbacks"] == 1
    assert grown("app", counts) == []


@pytest.mark.browser
def test_a_first_load_is_no_larger_than_its_budget(chromium: Browser, demo_url: str) -> None:
    assert grown("first load", first_loads(chromium, demo_url)) == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/finansiering", "/maal"])
def test_a_change_is_one_round_trip(desk: Watched, path: str) -> None:
    page = desk.open(path)
    page.wait_for_load_state("networkidle")
    desk.posts.clear()
    page.click("[data-opens=utvalg]")
    page.click("#valg-omrade summary")
    with page.expect_response("**/_dash-update-component*"):
        page.click("#valg-omrade a:has-text('Samferdsel')")
    page.wait_for_url("**omrade=SAM**")
    page.wait_for_load_state("networkidle")
    assert len(desk.posts) == budget()["app"]["round trips a change"] == 1


def test_what_grew_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.budget", lambda: {"room_percent": 5, "figure kB": {"/ a": 100, "/ b": 10}})
    assert grown("figure kB", {"/ a": 105, "/ b": 9}) == []
    assert grown("figure kB", {"/ a": 106}) == ["figure kB: / a grew from 100 to 106, more than 5% room"]
    assert grown("figure kB", {"/ c": 1}) == ["figure kB: / c is not in budget.yaml (now 1)"]


# -- writing it anew


HEAD: Final = """\
# Counts that are kept (tests/browser/test_budget.py). Of the demonstration on 24.11.2026, for a stranger.
# Written by `python -m tests.browser.test_budget`; a count may grow by room_percent before a test fails.
"""


def main() -> int:
    """Count everything and write the file."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "akint.db"
        engine = open_engine(f"sqlite:///{database}")
        upgrade(engine)
        load_code_lists(engine, PROJECT / "data" / "code", "2024-01-01T08:00:00Z")
        load_demonstration(engine, PROJECT / "data" / "demo")
        engine.dispose()
        pages, figures = answers(database)
        app = {**app_counts(database), "round trips a change": 1}
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
            for home in serve(database_url=f"sqlite:///{database}", today=TODAY):
                loads = first_loads(browser, home)
            browser.close()
    counts = {"room_percent": 5, "app": app, "first load": loads, "answer kB": pages, "figure kB": figures}
    text = yaml.safe_dump(counts, allow_unicode=True, sort_keys=False, width=120)
    BUDGET.write_text(HEAD + text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
