"""Our scripts: small files that can be read, those of every page and those of the wall sent as one."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from akint_dash.components.front import FRONT, WALL, Joined, register
from akint_dash.settings import PROJECT

MOST_LINES = 120
MOST_SIGNS = 120
EVERY = pytest.mark.parametrize("one", [FRONT, WALL], ids=["front", "wall"])


def scripts() -> dict[str, list[str]]:
    folder = PROJECT / "assets"
    return {str(path.relative_to(folder)): path.read_text("utf-8").splitlines() for path in folder.rglob("*.js")}


def test_no_script_is_too_long_to_read() -> None:
    assert [name for name, lines in scripts().items() if len(lines) > MOST_LINES] == []


def test_no_line_of_a_script_is_too_long_to_read() -> None:
    assert [name for name, lines in scripts().items() if any(len(line) > MOST_SIGNS for line in lines)] == []


def test_every_script_says_what_it_is_for() -> None:
    assert [name for name, lines in scripts().items() if not lines[0].startswith("// ")] == []


@EVERY
def test_every_part_is_sent(one: Joined) -> None:
    assert sorted(path.stem for path in one.folder.glob("*.js")) == sorted(one.parts)


def test_a_part_uses_at_once_only_what_one_before_it_has_put_out() -> None:
    there: set[str] = set()
    for name in FRONT.parts:
        text = FRONT.text([name])
        for taken in re.findall(r"^  const \{([^}]+)\} = (?:window\.)?akint;", text, re.MULTILINE):
            assert {word.strip() for word in taken.split(",")} <= there, name
        there |= set(re.findall(r"akint\.(\w+) = ", text))


@EVERY
def test_the_whole_is_kept_by_a_browser_that_asks_whether_it_still_stands(one: Joined) -> None:
    server = Flask("front")
    register(server)
    client = server.test_client()
    first = client.get(one.newest)
    assert first.text == one.text()
    assert first.headers["Cache-Control"] == "no-cache"
    assert client.get(one.address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
