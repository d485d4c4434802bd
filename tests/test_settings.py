"""Settings: defaults, where relative paths count from, and what is refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from akint_dash.settings import OSLO, PROJECT, Settings, is_loopback


def test_defaults_serve_this_machine_only() -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.audience) == ("127.0.0.1", 8050, "public")
    assert settings.test_pause_s == 0


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AKINT_PORT", "9000")
    monkeypatch.setenv("AKINT_TODAY", "2026-11-24")
    monkeypatch.setenv("AKINT_UNKNOWN", "ignored")
    settings = Settings()
    assert (settings.port, settings.day()) == (9000, date(2026, 11, 24))


@pytest.mark.parametrize(
    ("url", "database"),
    [
        ("sqlite:///data/akint.db", f"sqlite:///{PROJECT}/data/akint.db"),
        ("sqlite+pysqlite:///a.db", f"sqlite+pysqlite:///{PROJECT}/a.db"),
        ("sqlite:////srv/akint.db", "sqlite:////srv/akint.db"),
        ("sqlite://", "sqlite://"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("postgresql://a:b@host/akint", "postgresql://a:b@host/akint"),
    ],
)
def test_relative_paths_count_from_the_project(
    url: str, database: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert Settings(database_url=url).database == database


def test_folders_count_from_the_project() -> None:
    assert Settings().data_folder == PROJECT / "data"
    assert str(Settings(data="/srv/data").data_folder) == "/srv/data"
    assert Settings().strategy_file.is_file()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1.2.3", "::1", "localhost"])
def test_staff_may_look_at_home(host: str) -> None:
    assert is_loopback(host)
    assert Settings(audience="staff", host=host).audience == "staff"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "akint.example", ""])
def test_staff_is_refused_where_others_can_reach(host: str) -> None:
    with pytest.raises(ValidationError, match="AKINT_AUDIENCE"):
        Settings(audience="staff", host=host)


@pytest.mark.parametrize(
    "wrong", [{"port": 0}, {"port": 65536}, {"workers": 0}, {"audience": "all"}, {"poll_s": 0}, {"test_pause_s": -1}]
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Settings(**wrong)  # type: ignore[arg-type]


def test_today_is_the_day_in_oslo() -> None:
    assert Settings().day() == datetime.now(OSLO).date()


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().port = 1  # type: ignore[misc]
