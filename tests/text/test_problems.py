"""The words of problems: both languages say the same, every key in the code has words, and a line tells where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import akint_dash
from akint_dash.domain.reading import Place, Problem
from akint_dash.errors import UndoRefused, UnreadableFile
from akint_dash.text import problems
from akint_dash.text.problems import MESSAGES, error_line, place_line, problem_line, words

FIELD = re.compile(r"\{(\w+)\}")
SAID = re.compile(
    r"(?:Problem|UnreadableFile|UsageError|DatabaseUnavailable|UndoRefused|NoSuchRevision|AkintError|BadCell|Refused"
    r"|\.problem|\.remark)\(\s*\"([a-z][a-z_0-9]+)\""
)


def test_every_problem_is_one_that_something_says() -> None:
    """A remark is also said of a problem's key, and a conflict of what was closed or of a person."""
    package = Path(problems.__file__).parents[1]
    said = {
        word
        for path in package.rglob("*.py")
        if path.name != "problems.py"
        for word in re.findall(r'"(\w+)"', path.read_text(encoding="utf-8"))
    }
    for ending in ("_remark", "_closed", "_person"):
        said |= {f"{word}{ending}" for word in said}
    assert set(MESSAGES) - said == set()


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_both_languages_say_the_same(key: str) -> None:
    norwegian, english = MESSAGES[key]
    assert sorted(FIELD.findall(norwegian)) == sorted(FIELD.findall(english))
    values = dict.fromkeys(FIELD.findall(norwegian), "noe")
    for said in (words(key, "nb", **values), words(key, "en", **values), words(key, "nb"), words(key, "en")):
        assert not set("[]{}") & set(said)
        assert said.strip() == said
        assert said.endswith((".", "?"))


def test_every_key_in_the_code_has_words() -> None:
    package = Path(akint_dash.__file__).parent
    said = {key for path in package.rglob("*.py") for key in SAID.findall(path.read_text(encoding="utf-8"))}
    assert len(said) > 30
    assert said - set(MESSAGES) == set()


def test_a_line_tells_where_and_what() -> None:
    place = Place("arbeidsbok.xlsx", "Prosjekter", 14, "Start")
    assert problem_line(Problem("not_a_date", place, "32.13.2026"), "nb") == (
        "arbeidsbok.xlsx, arket Prosjekter, rad 14, kolonne Start: «32.13.2026» er ikke en dato. "
        "Forventet: dag.måned.år, for eksempel 24.11.2026."
    )
    assert place_line(Place("a.csv", row=3), "en") == "a.csv, row 3"
    assert problem_line(Problem("blank_code", Place("")), "nb").startswith("Raden har ingen kode.")


def test_what_is_not_known_is_left_out() -> None:
    place = Place("a.xlsx")
    assert "Mente du" not in problem_line(Problem("unknown_code", place, "X"), "nb")
    assert "Mente du P-1, P-2?" in problem_line(Problem("unknown_code", place, "X", "P-1, P-2"), "nb")
    assert words("too_large", "nb", file="a.xlsx") == "a.xlsx er for stor til å leses."
    assert "64 MB" in words("too_large", "en", file="a.xlsx", limit=64 * 2**20)
    assert "1\u00a0000\u00a0000" in words("too_many_cells", "nb", file="a.xlsx", cells=1_000_000)


def test_days_of_a_record_are_written_as_people_do() -> None:
    line = problem_line(Problem("end_before_start", Place("a.xlsx"), "2026-01-02", "2026-03-04"), "nb")
    assert "Slutt 02.01.2026 er før start 04.03.2026." in line


def test_the_records_in_the_way_are_named_by_sheet() -> None:
    error = UndoRefused("undo_refused", tuple(f"project P-{n}" for n in range(12)), number=3)
    line = error_line(error, "nb")
    assert "Revisjon 3 kan ikke angres" in line
    assert "Prosjekter P-0, Prosjekter P-1" in line
    assert "P-9 …" in line
    assert "P-10" not in line
    assert error_line(UnreadableFile("empty_file", file="a.xlsx"), "en") == "a.xlsx is empty."


def test_an_unknown_message_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        words("no_such_key", "nb")
