"""What strangers' files may hold: damaged lists, signs that a terminal obeys."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from akint_dash.cli.base import printable, say
from akint_dash.errors import UnreadableFile
from akint_dash.importers import limited
from akint_dash.importers.limited import read_file
from akint_dash.text.problems import MESSAGES
from tests.importers.damage import CALLS, RAW, TEXTS, list_damages, lists


def test_damaged_lists_are_read_or_refused_in_words(tmp_path: Path) -> None:
    for name, content in lists().items():
        (tmp_path / name).write_bytes(content)
        assert read_file(tmp_path / name).drafts
    for damage in list_damages(lists(), seed=3, count=len(RAW) + len(TEXTS)):
        path = tmp_path / damage.name
        path.write_bytes(damage.content)
        said = keys(path)
        assert said <= MESSAGES.keys() - {"reader_crashed"}, damage.name
        path.unlink()


def keys(path: Path) -> set[str]:
    """What is said of a file: its problems and remarks, or why it is not read."""
    try:
        found = read_file(path)
    except UnreadableFile as error:
        return {error.key}
    return {one.key for one in (*found.problems, *found.remarks)}


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("[" * 100_000 + "]" * 100_000, "broken_sign_remark"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, None),
        ("9" * 1_000_000, None),
        ('"\\ud83d"', "broken_sign_remark"),
    ],
    ids=["lists without end", "objects without end", "a million digits", "half a character"],
)
@pytest.mark.parametrize("where", ["title", "keywords"])
def test_one_broken_row_of_the_portal_leaves_the_others(
    tmp_path: Path, broken: str, said: str | None, where: str
) -> None:
    answer = json.loads(lists()["answer.json"])
    answer["results"][3]["metadata"][where] = ["HERE"]
    (tmp_path / "svar.json").write_text(json.dumps(answer).replace('"HERE"', broken), encoding="utf-8")
    found = read_file(tmp_path / "svar.json")
    assert sum(draft.entity == "call" for draft in found.drafts) >= 11
    if said and where == "title":
        assert (said, 4) in {(one.key, one.place.row) for one in found.remarks}


def test_a_line_of_200_mb_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(CALLS.encode())
    os.truncate(path, 200 * 1024 * 1024)
    monkeypatch.setattr(limited, "PROGRAM", ("-c", "raise SystemExit(9)"))
    assert keys(path) == {"too_large"}


# -- the terminal


def test_signs_that_a_terminal_obeys_are_written_out(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b]0;tatt over\x07 a\nb \x9b2J \u202eabc æøå\t–")
    said = capsys.readouterr().out
    assert said == "\\u001b]0;tatt over\\u0007 a ↵ b \\u009b2J \\u202eabc æøå\t–\n"
    say(json.dumps({"title": "\x1b[31m\x9b"}, ensure_ascii=False))
    assert json.loads(capsys.readouterr().out) == {"title": "\x1b[31m\x9b"}
    assert printable("Sykkelveier på Østlandet") == "Sykkelveier på Østlandet"
