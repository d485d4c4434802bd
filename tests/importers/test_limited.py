"""No file costs more than it is worth: what the one limited process does with files that are none, or too much."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from akint_dash.domain.collecting import Sent
from akint_dash.domain.mark import Mark
from akint_dash.domain.reading import Draft, Place, Problem, Reading, Scope
from akint_dash.errors import UnreadableFile, UsageError
from akint_dash.importers import limited, lines
from akint_dash.importers.limited import read_file
from akint_dash.importers.lines import from_lines, to_lines
from akint_dash.text.problems import MESSAGES, error_line
from tests.importers.damage import CALLS, ONE_CALL


def refusal(path: Path) -> str:
    """The key of the refusal, after a look at its sentence."""
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    for language in ("nb", "en"):
        sentence = error_line(caught.value, language)
        assert path.name in sentence
        assert "?" not in sentence
    return caught.value.key


def written(folder: Path, content: bytes, name: str = "liste.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


# -- what is no file


def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kø.csv")
    assert refusal(tmp_path / "kø.csv") == "not_a_file"
    assert refusal(Path("/dev/zero")) == "not_a_file"
    assert refusal(tmp_path) == "is_a_folder"
    assert refusal(written(tmp_path, b"")) == "empty_file"
    assert refusal(written(tmp_path, b" \n\n")) == "empty_file"
    with pytest.raises(UsageError, match="no_such_file"):
        read_file(tmp_path / "borte.csv")
    with pytest.raises(UsageError, match="no_such_file"):
        read_file(written(tmp_path, b"x") / "borte.csv")
    with pytest.raises(UsageError, match="unknown_reader"):
        read_file(tmp_path / "borte.csv", "tull")


def test_a_link_is_what_it_leads_to(tmp_path: Path) -> None:
    written(tmp_path, (CALLS + ONE_CALL).encode())
    (tmp_path / "lenke.csv").symlink_to(tmp_path / "liste.csv")
    assert read_file(tmp_path / "lenke.csv").file == "lenke.csv"


def test_a_file_too_large_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"")
    os.truncate(path, limited.MAX_FILE + 1)
    monkeypatch.setattr(limited, "PROGRAM", ("-c", "raise SystemExit(9)"))
    assert refusal(path) == "too_large"


# -- what costs too much


def child(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Another program in the child's place."""
    monkeypatch.setattr(limited, "PROGRAM", ("-c", program))


def test_time_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"x")
    child(monkeypatch, "import os, signal\nos.kill(os.getpid(), signal.SIGXCPU)")
    assert refusal(path) == "reader_timeout"
    child(monkeypatch, "import time\ntime.sleep(60)")
    monkeypatch.setattr(limited, "MAX_WALL_SECONDS", 0.05)
    assert refusal(path) == "reader_timeout"


def test_work_is_bounded_by_the_system_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, "from akint_dash.importers.child import limit\nlimit(1 << 30, 1)\nwhile True: pass")
    assert refusal(written(tmp_path, b"x")) == "reader_timeout"


def test_what_is_said_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "MAX_SAID", 1000)
    child(monkeypatch, 'while True: print(\'["remark", "x", ["y"]]\')')
    assert refusal(written(tmp_path, b"x")) == "too_large"
    child(monkeypatch, "while True: print('[', end='')")
    assert refusal(written(tmp_path, b"x")) == "too_large"


def test_a_child_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("raise SystemExit(3)", "print('[\"draft\",', end='')", "import os\nos.abort()"):
        child(monkeypatch, program)
        assert refusal(written(tmp_path, b"x")) == "reader_crashed"


@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits there")
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.csv", CALLS.encode() + b'"' + b"a" * 100_000_000),
        ("liste.csv", CALLS.encode() + b"\n" * 30_000_000),
        ("liste.json", b'{"results": [' + b"[" * 30_000_000),
        ("liste.json", b'{"results": [' + b'{"a": 1},' * 3_000_000 + b"{}]}"),
    ],
    ids=["one line", "blank rows", "depth", "small objects"],
)
def test_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes) -> None:
    monkeypatch.setattr(limited, "MAX_MEMORY", 128 * 1024 * 1024)
    assert refusal(written(tmp_path, content, name)) in ("too_large", "damaged_file")


def test_a_zip_of_nothing_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bombe.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b" " * 48 * 1024 * 1024)
    assert refusal(tmp_path / "bombe.xlsx") == "zip_bomb"


# -- a reading out and in again


def test_a_reading_comes_through_whole(tmp_path: Path) -> None:
    found = read_file(written(tmp_path, (CALLS + ONE_CALL).encode()))
    assert [draft.entity for draft in found.drafts] == ["call", "call_deadline"]
    assert found.lenient
    assert found.file == "liste.csv"
    assert found.drafts[0].place.row == 2


def filled() -> Reading:
    """A reading with something in every field of everything in it."""
    place = Place("a.xlsx", "Ark", 3, "Start")
    values: dict[str, Any] = {"a": 1, "b": 1.0, "c": True, "d": "ø", "e": [["SAM", 60]], "f": None}
    return Reading(
        "arbeidsbok",
        "a.xlsx",
        (Draft("project", "P-1", values, place, (("kilde", "1"),)),),
        (Problem("not_a_date", place, "x", "y"),),
        (Problem("unknown_column", place, "z", "w"),),
        Scope(frozenset({"project"}), frozenset({"SAM", "KUL"})),
        (("project", "P-2"),),
        7,
        "2026-01-01",
        True,
        Mark("0123456789ab", "ba9876543210", True),
        "sted",
        True,
        Sent(2026, "SAM", "2026-11-24"),
        (("project", "title", "Tittel"),),
    )


def test_every_field_comes_through() -> None:
    whole = filled()
    for made in (whole, *whole.drafts, *whole.problems, whole.scope):
        assert dataclasses.is_dataclass(made)
        for field in dataclasses.fields(made):  # a field that is added later is to be filled here too
            assert getattr(made, field.name), field.name
    again = from_lines(to_lines(whole))
    assert again == whole
    assert again.columns == whole.columns  # no part of what a reading is compared by
    assert type(again.drafts[0].values["b"]) is float


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\\\"'{}\ufffe\uffff"))
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**62), 2**62),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
    st.lists(st.tuples(TEXTS, st.none() | st.integers())),
)
COLUMNS = st.sampled_from(["title", "programme", "owner", "note", "url"])
"""A reading's columns are the schema's; only what stands under them is a stranger's."""


def fit(value: Any) -> Any:
    """The same with a mark for the two signs that no XML and so no workbook can hold."""
    if isinstance(value, list):
        return [fit(one) for one in value]
    return value.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") if isinstance(value, str) else value


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(COLUMNS, VALUES), TEXTS, TEXTS)
@example({"title": "\ufffe"}, "\uffff", "\ufffe")
@example({"title": "\\ufffe"}, "\\u001b", "a\ufffd")
def test_any_text_and_number_comes_through(values: dict[str, Any], code: str, file: str) -> None:
    plain = {name: json.loads(json.dumps(value)) for name, value in values.items()}
    found = from_lines(to_lines(Reading("r", file, (Draft("call", code, plain, Place(file)),))))
    there = Place(fit(file))
    kept = {name: fit(value) for name, value in plain.items()}
    assert found.drafts == (Draft("call", fit(code), kept, there),)
    assert (found.file, found.problems) == (fit(file), ())
    told = ["" for _ in [code] if fit(code) != code] + [name for name in plain if kept[name] != plain[name]]
    assert [(one.key, one.place) for one in found.remarks] == [
        ("unfit_sign_remark", dataclasses.replace(there, column=name)) for name in told
    ]


def test_half_a_character_and_control_signs_are_replaced_and_told() -> None:
    unfit: dict[str, Any] = {"title": "x\x00y", "programme": [["\udc80", None]]}
    broken = Draft("call", "A\ud83d", unfit, Place("a.json", row=2))
    sound = Draft("call", "B", {"title": "C:\\u00e5 \\x"}, Place("a.json", row=3))
    key = Draft("call", "C", {}, Place("a.json", row=4), (("portal", "1\ud83d"),))
    found = from_lines(to_lines(Reading("r", "\udcff.json", (broken, sound, key))))
    assert found.file == "\ufffd.json"
    assert found.drafts[0].values == {"title": "x\ufffdy", "programme": [["\ufffd", None]]}
    assert found.drafts[0].code == "A\ufffd"
    assert found.drafts[1] == sound
    assert [(one.key, one.place.row, one.place.column) for one in found.remarks] == [
        ("unfit_sign_remark", 2, ""),
        ("unfit_sign_remark", 2, "title"),
        ("unfit_sign_remark", 2, "programme"),
        ("unfit_sign_remark", 4, ""),
    ]


def many(count: int) -> Sequence[Problem]:
    return [Problem("not_a_date", Place("a.csv", row=row), "x" * 1000) for row in range(count)]


def test_problems_are_told_in_part_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_PROBLEMS", 3)
    found = from_lines(to_lines(Reading("r", "a.csv", (), tuple(many(10)), tuple(many(4)))))
    assert [one.key for one in found.problems] == ["not_a_date"] * 3 + ["more_problems"]
    assert found.problems[-1].value == "7"
    assert [one.key for one in found.remarks] == ["not_a_date"] * 3 + ["more_remarks"]
    assert len(found.problems[0].value) == lines.MAX_VALUE
    assert {"more_problems", "more_remarks"} <= MESSAGES.keys()


def test_lines_without_an_end_are_no_reading() -> None:
    with pytest.raises(ValueError, match="no end"):
        from_lines(list(to_lines(filled()))[:-1])
