"""Records with numbers and days that cannot be, in every column of every entity: no page, file or wall breaks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from akint_dash.cli import main
from akint_dash.domain.history import Change, Values
from akint_dash.domain.ranges import brought_in, is_within, range_of
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine, reading
from akint_dash.store.revisions import Origin, record
from akint_dash.store.state import read_state
from akint_dash.store.usable import usable_values
from tests.examples import pages
from tests.test_stranger import figures, page_bytes

NUMBERS: Final = [(name, column) for name, e in ENTITIES.items() for column in e.columns if range_of(column)]
BEYOND: Final[dict[Kind, tuple[Any, Any]]] = {
    Kind.DATE: ("0001-01-01", "9999-12-31"),
    Kind.MOMENT: ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"),
    Kind.INTEGER: (-(2**31), 2**31 - 1),
    Kind.MONEY: (-(2**63) + 1, 2**63 - 1),
    Kind.NUMBER: (-1e300, 1e300),
}
FIRST: Final = (
    "start",
    "opening",
    "opened",
    "since",
    "asked",
    "from_date",
    "agreement_from",
    "valid_from",
    "period_from",
)


def _value(column: Column, case: str) -> Any:
    least, most = range_of(column) or (0, 0)
    low, high = BEYOND[column.kind]
    if column.name in ("hours", "people"):
        low = 0  # the database itself refuses less
    return {
        "beyond, low": low,
        "beyond, high": high,
        "edge, low": least,
        "edge, high": most,
        "edge, wide": least if column.name in FIRST else most,
        "no day": f"2026-13-45{low[10:]}" if isinstance(low, str) else most,
    }[case]


CASES: Final = ("beyond, low", "beyond, high", "edge, low", "edge, high", "edge, wide", "no day")


@pytest.fixture(scope="module", params=CASES)
def client(
    request: pytest.FixtureRequest, demo_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[FlaskClient]:
    """A stranger at the demonstration, with two records of every kind (half of the programmes) made absurd."""
    copy = tmp_path_factory.mktemp("absurd") / "akint.db"
    shutil.copy(demo_file, copy)
    engine = open_engine(f"sqlite:///{copy}")
    with reading(engine) as connection:
        state = read_state(connection)
    changes = []
    for entity, records in state.items():
        columns = [column for name, column in NUMBERS if name == entity]
        open_ones = [code for code, values in records.items() if values.get("visibility") != "internal"]
        some = open_ones[::2] if entity == "programme" else dict.fromkeys([*open_ones[:1], *open_ones[-1:]])
        for code in some if columns else ():
            absurd = {column.name: _value(column, request.param) for column in columns}
            changes.append(Change(entity, code, records[code], {**records[code], **absurd}))
    assert len(changes) > 40
    record(engine, Origin("test", "arbeidsbok"), lambda *_: changes)
    engine.dispose()
    given = {"database_url": f"sqlite:///{copy}", "today": "2026-11-24", "rate": 0}
    with create_app(Settings.model_validate(given)).server.test_client() as stranger:
        stranger.application.config["CASE"] = request.param
        yield stranger


@pytest.mark.sampled(8)
@pytest.mark.parametrize("path", pages())
def test_every_page_and_its_numbers_are_there(client: FlaskClient, path: str) -> None:
    for query in ("", "?periode=1990-2100", "?vekt=kroner&per=2026-11-24"):
        answer = page_bytes(client, path, query)
        for address in figures(answer) if not query else ():
            assert client.get(address).status_code == 200, address


def test_the_calls_feeds_and_a_calls_own_sheet_are_there(client: FlaskClient) -> None:
    for path in ("/utlysninger.ics", "/utlysninger.atom", "/en/utlysninger.ics", "/en/utlysninger.atom"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert len(answer.data) > 1000
    for query in ("?zoom=5ar", "?zoom=9mnd&fra=2026-01-01", "?frist=365", "?siden=2026-01-01"):
        page_bytes(client, "/utlysninger", query)


def test_the_wall_has_its_slides(client: FlaskClient) -> None:
    answer = client.get("/skjerm/bilder?sprak=nb,en")
    assert answer.status_code == 200
    slides = answer.get_json()["slides"]
    assert len(slides) >= 16


def test_what_cannot_be_is_told_where_it_stands(client: FlaskClient) -> None:
    text = page_bytes(client, "/om").decode()
    beyond = not client.application.config["CASE"].startswith("edge")
    assert ("verdier kan ikke stemme" in text) == beyond
    assert text.count("utelatt") + text.count("regnes som") == (10 if beyond else 0)


VALUES = st.integers() | st.floats() | st.sampled_from([-0.0, 2**63, -(2**63), 1e308, float("inf"), float("nan")])
DAYS = st.dates().map(str) | st.text(max_size=12) | st.sampled_from(["", "9999-99-99", "0000-00-00", "10000-01-01"])


@given(chosen=st.sampled_from(NUMBERS), number=VALUES, day=DAYS)
@examples(max_examples=600, deadline=None, derandomize=True)
def test_no_measure_ever_gets_a_value_outside_its_range(chosen: tuple[str, Column], number: float, day: str) -> None:
    entity, column = chosen
    value = day if column.kind in (Kind.DATE, Kind.MOMENT) else number
    shown = usable_values(entity, {column.name: value})
    assert is_within(column, brought_in(column, value))
    if column.name in shown:
        assert is_within(column, shown[column.name])
    else:
        assert not column.required
        assert not is_within(column, value)


def test_what_lies_inside_stays_as_it_is() -> None:
    values: Values = {"title": "Sykkel", "budget": 10**14, "start": "1800-01-01", "end": "2199-12-31", "fte": 0.5}
    assert usable_values("project", values) is values


def test_the_import_says_where_an_absurd_number_stands(
    demo_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AKINT_DATABASE_URL", demo_database)
    book = tmp_path / "bok.xlsx"
    assert main(["export", str(book)]) == 0
    whole = openpyxl.load_workbook(book)
    sheet: Any = whole["Programmer"]
    head = next(c for row in sheet.iter_rows() for c in row if str(c.value).startswith("Dager før frist: politisk"))
    sheet[f"{head.column_letter}{head.row + 2}"] = 999_999_999
    whole.save(book)
    capsys.readouterr()
    assert main(["import", str(book)]) == 1
    said = "".join(capsys.readouterr())
    assert "bok.xlsx" in said
    assert "Programmer" in said
    assert "Dager før frist: politisk vedtak" in said
    assert "høyst 3650" in said.replace("\u00a0", "")
