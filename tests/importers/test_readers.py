"""What holds of every reader: one name, words people know it by, one that knows its file, and nothing changed twice."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from akint_dash.domain.history import State, apply
from akint_dash.importers import READERS, find_reader
from akint_dash.importers.code_csv import read_folder
from akint_dash.importers.load import plan
from akint_dash.settings import PROJECT
from tests.importers import test_cordis, test_erasmus, test_forskningsradet, test_keep_eu, test_kohesio


def text(path: Path, words: str) -> Path:
    path.write_text(words, encoding="utf-8")
    return path


def workbook(folder: Path) -> Path:
    path = folder / "bok.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("Temaer")
        sheet.write_row(0, 0, ["Kode", "Navn"])
        sheet.write_row(1, 0, ["havn", "Havn"])
    return path


def calls(folder: Path) -> Path:
    heading = "identifier,title,programme,opening_date,deadline,budget_eur,url,kind"
    return text(
        folder / "a.csv",
        f"{heading}\nTEST-1,Havn 1,Horizon Europe – EU Missions,2026-09-01,2026-12-01,500000,https://e.eu/1,topic\n",
    )


def portal(folder: Path) -> Path:
    topic = {"identifier": ["HORIZON-TEST-1"], "title": ["Havn"], "type": ["1"], "deadlineDate": ["2026-12-01"]}
    return text(folder / "a.json", json.dumps({"results": [{"reference": "1", "metadata": topic}]}))


def rates(folder: Path) -> Path:
    heading = "FREQ;BASE_CUR;QUOTE_CUR;TENOR;DECIMALS;CALCULATED;UNIT_MULT;COLLECTION;TIME_PERIOD;OBS_VALUE"
    return text(folder / "r.csv", f"{heading}\nA;EUR;NOK;SP;4;false;0;A;2024;11,6290\n")


def codes(folder: Path) -> Path:
    return text(folder / "theme.csv", "code,name_nb\nhavn,Havn\n")


def cordis_zip(folder: Path) -> Path:
    rows = test_cordis.lines(test_cordis.ROW | test_cordis.HOME)
    return test_cordis.zipped(folder, rows, test_cordis.lines(test_cordis.PROJECT))


def written(write: Callable[[Path], object], name: str) -> Callable[[Path], Path]:
    def path(folder: Path) -> Path:
        write(folder)
        return folder / name

    return path


FILES: dict[str, tuple[Callable[[Path], Path], ...]] = {
    "arbeidsbok": (workbook,),
    "eu_calls": (calls,),
    "sedia": (portal,),
    "norges_bank": (rates,),
    "codes": (codes,),
    "forskningsradet": (
        written(lambda folder: test_forskningsradet.written(folder, {}), "list.csv"),
        written(test_forskningsradet.published, "published.csv"),
    ),
    "cordis": (written(lambda folder: test_cordis.written(folder, {}), "organization.csv"), cordis_zip),
    "keep_eu": (written(lambda folder: test_keep_eu.written(folder, [{}], [{}]), test_keep_eu.FILE),),
    "kohesio": (written(lambda folder: test_kohesio.written(folder, {}), "SE-pp21-27-20260924.csv"),),
    "erasmus": (
        written(
            lambda folder: test_erasmus.written(folder, test_erasmus.ROW, test_erasmus.SHARED),
            "ErasmusPlus_KA1_2024.csv",
        ),
    ),
}
EVERY = [(name, make) for name, makers in FILES.items() for make in makers]


@pytest.fixture(scope="module")
def lists() -> State:
    return apply({}, plan([read_folder(PROJECT / "data" / "code", reader="kodelister")], {}, {}).changes)


def test_every_reader_stands_once_and_has_words_for_people() -> None:
    assert [name for name, times in Counter(reader.name for reader in READERS).items() if times > 1] == []
    assert all(reader.known_as for reader in READERS)


def test_every_reader_is_tried_here() -> None:
    assert {reader.name for reader in READERS} == set(FILES)


@pytest.mark.parametrize(("name", "make"), EVERY, ids=[f"{name}-{index}" for index, (name, _) in enumerate(EVERY)])
def test_its_file_is_known_read_and_changes_nothing_twice(
    name: str, make: Callable[[Path], Path], tmp_path: Path, lists: State
) -> None:
    path = make(tmp_path)
    reader = find_reader(path)
    assert reader.name == name
    first = plan([reader.read(path)], lists, {})
    assert first.may_write, first.problems
    assert first.changes
    state = apply(lists, first.changes)
    assert plan([reader.read(path)], state, {}).changes == []


def test_a_zip_of_something_else_is_not_taken_for_a_list(tmp_path: Path) -> None:
    path = tmp_path / "annet.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("les.txt", "hei")
    assert find_reader(path).name == "arbeidsbok"  # which says that it is no workbook
