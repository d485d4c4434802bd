"""``akint-dash report``: a year of the whole portfolio as one Word document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from akint_dash.cli import main
from akint_dash.cli.base import database
from akint_dash.settings import Settings
from tests.canary import WORD, make_portfolio
from tests.exports.briefs import parts


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, demo_database: str, tmp_path: Path) -> Path:
    """A folder, and the demonstration as the database."""
    monkeypatch.setenv("AKINT_DATABASE_URL", demo_database)
    monkeypatch.setenv("AKINT_TODAY", "2026-11-24")
    return tmp_path


def chapters(file: Path) -> list[str]:
    return [
        one.text
        for one in docx.Document(str(file)).paragraphs
        if one.style is not None and one.style.name == "Heading 1"
    ]


def test_a_year_has_a_chapter_for_each_instrument_and_each_area_of_that_year(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = there / "rapport.docx"
    assert main(["report", "--year", "2026", "-o", str(file)]) == 0
    told = capsys.readouterr().out
    assert "17 kapitler" in told
    assert "Bare det som er åpent for alle." in told
    assert "demonstrasjonsdata" in told
    names = chapters(file)
    assert names[:6] == [
        "1 Oversikt", "2 Prosjektutvikling", "3 Politikkoppfølging", "4 Kompetanseheving", "5 Bilateralt samarbeid",
        "6 Rådsområder",
    ]  # fmt: skip
    assert [name.partition(" ")[2] for name in names[-3:]] == ["Finansiering", "Mål", "Strategien"]
    assert any(name.endswith("Samferdsel") for name in names)
    whole = docx.Document(str(file))
    assert whole.core_properties.title == "Internasjonalt arbeid 2026"
    assert any(one.text == "Valgte filtre\tPeriode: 2026" for one in whole.paragraphs)
    assert not any("Frister de neste" in one.text for one in whole.paragraphs)
    assert file.stat().st_mode & 0o077 == 0


def test_it_speaks_english_and_never_writes_over_a_file_unasked(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = there / "report.docx"
    assert main(["report", "--year", "2025", "-o", str(file), "--english"]) == 0
    assert chapters(file)[1] == "2 Project development"
    before = file.read_bytes()
    assert main(["report", "--year", "2025", "-o", str(file)]) == 1
    assert "finnes fra før" in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "line", ["report", "report --year 2026", "report --year 1 -o x.docx", "report --year 2026 -o x.xlsx"]
)
def test_wrong_use_is_said(
    there: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    monkeypatch.chdir(there)
    assert main(line.split()) == 2
    assert capsys.readouterr().err.strip()
    assert not list(there.glob("x.*"))


def test_an_empty_portfolio_has_no_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    assert main(["report", "--year", "2026", "-o", str(tmp_path / "x.docx")]) == 1
    assert capsys.readouterr().err.strip()
    with database(Settings()):
        pass  # code lists and nothing more
    assert main(["report", "--year", "2026", "-o", str(tmp_path / "x.docx")]) == 1
    assert "Porteføljen er tom" in capsys.readouterr().err
    assert not (tmp_path / "x.docx").exists()


def test_only_who_asks_for_it_gets_what_is_internal(
    monkeypatch: pytest.MonkeyPatch,
    once: Callable[[str, Callable[[Path], None]], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    secret = once("canary.db", make_portfolio)
    copy = tmp_path / "canary.db"
    copy.write_bytes(secret.read_bytes())
    monkeypatch.setenv("AKINT_DATABASE_URL", f"sqlite:///{copy}")
    monkeypatch.setenv("AKINT_TODAY", "2026-11-24")
    held = {}
    for name, more in (("public", []), ("internal", ["--internal"])):
        file = tmp_path / f"{name}.docx"
        assert main(["report", "--year", "2026", "-o", str(file), *more]) == 0
        held[name] = b"".join(parts(file.read_bytes()).values())
    assert WORD.encode() not in held["public"]
    assert WORD.encode() in held["internal"]
    assert "Med interne opplysninger." in capsys.readouterr().out
