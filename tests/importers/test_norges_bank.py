from __future__ import annotations

from pathlib import Path

import pytest

from akint_dash.domain.reading import Reading
from akint_dash.importers import find_reader

HEADER = (
    "FREQ;Frequency;BASE_CUR;Base Currency;QUOTE_CUR;Quote Currency;TENOR;Tenor;DECIMALS;"
    "CALCULATED;UNIT_MULT;Unit Multiplier;COLLECTION;Collection Indicator;TIME_PERIOD;OBS_VALUE"
)


def row(base: str, year: str, value: str, power: str = "0", freq: str = "A") -> str:
    return f"{freq};x;{base};x;NOK;x;SP;Spot;4;false;{power};x;A;Average;{year};{value}"


def written(tmp_path: Path, *rows: str, bom: str = "") -> Reading:
    path = tmp_path / "rates.csv"
    path.write_text(bom + "\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return find_reader(path).read(path)


@pytest.mark.parametrize(("value", "bom"), [("1.2345", ""), ("1,2345", "\ufeff")])
def test_yearly_rates_for_one_unit(tmp_path: Path, value: str, bom: str) -> None:
    reading = written(tmp_path, row("EUR", "2001", value), row("SEK", "2001", "150", "2"), bom=bom)
    assert [(d.entity, d.code, d.values["nok"]) for d in reading.drafts] == [
        ("rate", "EUR-2001", 1.2345),
        ("rate", "SEK-2001", 1.5),
    ]
    assert reading.drafts[0].values == {
        "currency": "EUR",
        "year": 2001,
        "nok": 1.2345,
        "source": "Norges Bank",
    }


def test_other_rows_are_passed_by_and_wrong_ones_told(tmp_path: Path) -> None:
    reading = written(
        tmp_path,
        row("EUR", "2001-01", "1", freq="M"),
        row("EUR", "2001", ""),
        row("EUR", "2002", "NaN"),
        row("EUR", "last", "1"),
        row("EUR", "2003", "many"),
        row("EUR", "2004", "1", "x"),
        row("EUR", "2005", "-1"),
        row("EUR", "2006", "1"),
        row("EUR", "2006", "2"),
        row("EUR", "2006", "1"),
    )
    assert [draft.code for draft in reading.drafts] == ["EUR-2006"]
    assert [(p.key, p.place.row) for p in reading.problems] == [
        ("not_a_number", 5),
        ("not_a_number", 6),
        ("not_a_number", 7),
        ("not_a_number", 8),
        ("double_code", 10),
    ]
