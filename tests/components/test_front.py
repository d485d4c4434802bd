"""Our scripts: small files that can be read, those of every page sent as one."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Flask

from akint_dash.components import front
from akint_dash.settings import PROJECT

MOST_LINES = 120
MOST_SIGNS = 120
LONGER = {"skjerm/wall.js"}
"""The wall is one script, kept whole by its keeper while the server is away."""


def scripts() -> dict[str, list[str]]:
    folder = PROJECT / "assets"
    return {str(path.relative_to(folder)): path.read_text("utf-8").splitlines() for path in folder.rglob("*.js")}


def test_no_script_is_too_long_to_read() -> None:
    assert {name for name, lines in scripts().items() if len(lines) > MOST_LINES} == LONGER


def test_no_line_of_a_script_is_too_long_to_read() -> None:
    assert {name for name, lines in scripts().items() if any(len(line) > MOST_SIGNS for line in lines)} == LONGER


def test_every_part_is_sent_and_says_what_it_is_for() -> None:
    assert sorted(path.stem for path in front.FOLDER.glob("*.js")) == sorted(front.PARTS)
    for name in front.PARTS:
        assert (front.FOLDER / f"{name}.js").read_text("utf-8").startswith("// "), name


def test_a_part_uses_at_once_only_what_one_before_it_has_put_out() -> None:
    there: set[str] = set()
    for name in front.PARTS:
        text = Path(front.FOLDER / f"{name}.js").read_text("utf-8")
        for taken in re.findall(r"const \{([^}]+)\} = (?:window\.)?akint;", text):
            assert {one.strip() for one in taken.split(",")} <= there, name
        there |= set(re.findall(r"akint\.(\w+) = ", text))


def test_the_whole_is_kept_by_a_browser_that_asks_whether_it_still_stands() -> None:
    server = Flask("front")
    front.register(server)
    client = server.test_client()
    first = client.get(front.address())
    assert first.text == front.joined()
    assert first.headers["Cache-Control"] == "no-cache"
    assert client.get(front.ADDRESS, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
