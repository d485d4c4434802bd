"""Data that nobody has renewed: no page compares them with another year, lacks anything of a year they do not know, or
says 'hittil'. And a chosen year is spoken of by title, figure, table and sentence alike.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from akint_dash.server import create_app
from akint_dash.settings import Settings

from .examples import pages
from .reading import page_of
from .test_stranger import page_bytes

LATER = "2027-12-31"
"""The demonstration's data are of 30.10.2026."""

PATHS = pages()
OWN = [
    path for path in PATHS if path not in ("/om", "/sok", "/kurv", "/tilgjengelighet") and not path.startswith("/post/")
]

COMPARED = re.compile(
    r"\b(?:flere|færre|om lag som|mer enn|mindre enn) (?:enn )?(?:i fjor|i 20\d\d)"
    r"|\b(?:økt|falt|faller|økning|nedgang)\b"
    r"|\d+ mot \d+ (?:i fjor|i 20\d\d)|\d+ mot \d+ per|i fjor|\bhittil\b",
    re.IGNORECASE,
)
FUTURE = re.compile(r"kan det bli|80.% sannsynlig|hvis alt innvilges|mulig\b")


def client_of(demo_file: Path, today: str) -> FlaskClient:
    values = {"database_url": f"sqlite:///{demo_file}", "today": today, "audience": "staff"}
    client: FlaskClient = create_app(Settings.model_validate(values)).server.test_client()
    return client


@pytest.fixture(scope="module")
def late(demo_file: Path) -> FlaskClient:
    return client_of(demo_file, LATER)


@pytest.fixture(scope="module")
def now(demo_file: Path) -> FlaskClient:
    return client_of(demo_file, "2026-11-25")


def words(client: FlaskClient, path: str, query: str = "") -> str:
    return page_of(page_bytes(client, path, query)).text


def titles(client: FlaskClient, path: str, query: str = "") -> list[str]:
    return [n.text for n in page_of(page_bytes(client, path, query)).all() if re.fullmatch(r"h[123]", n.name)]


@pytest.mark.parametrize("path", OWN)
def test_old_data_are_compared_with_nothing_and_their_age_is_told(path: str, late: FlaskClient) -> None:
    said = words(late, path)
    assert "Fylkeskommunens egne tall er 427 dager gamle, fra 30.10.2026" in said, path
    told = [m.group() for line in titles(late, path) for m in COMPARED.finditer(line) if not finished(line)]
    assert told == [], path
    assert "hittil" not in said, path
    assert FUTURE.search(said) is None, path


def finished(title: str) -> bool:
    """A comparison of years that the data cover whole is none of old data."""
    years = {int(year) for year in re.findall(r"20\d\d", title)}
    return bool(years) and max(years) <= 2025


@pytest.mark.sampled(2)
@pytest.mark.parametrize("path", OWN)
@pytest.mark.parametrize("year", ["2025", "2027"])
def test_a_chosen_year_is_the_one_that_is_spoken_of(path: str, year: str, now: FlaskClient) -> None:
    """No title of a page names another year than the one chosen, but where it looks ahead or to the day of the data."""
    for title in titles(now, path, f"?periode={year}"):
        plain = re.sub(r"«[^»]*»|\d{1,2}\.\d{1,2}\.20\d\d|\d{1,2}\. \w+ 20\d\d", "", title)
        others = {int(y) for y in re.findall(r"\b20\d\d\b", plain)} - {int(year)}
        assert not {y for y in others if not allowed(title, y)}, (path, title)


def allowed(title: str, year: int) -> bool:
    """The strategy's own name, a timeline with a window of its own, and a look ahead say which years they are of."""
    ahead = r"støtte utenfra (faller|er under halvparten)"
    own = rf"strategi|{ahead}|^\w+ 20\d\d – \w+ 20\d\d$|fra \w+ 20\d\d til \w+ 20\d\d"
    return bool(re.search(own, title, re.IGNORECASE)) or (year == 2024 and "mot" in title)


def test_the_funding_page_does_not_speak_of_a_year_its_data_do_not_know(late: FlaskClient, now: FlaskClient) -> None:
    assert titles(late, "/finansiering")[0] == (
        "26\u00a0% av de kjente utviklingsmidlene i 2026 er internasjonale, per 30.10."
    )
    assert titles(now, "/finansiering", "?periode=2027")[0] == "2027 har ikke begynt; dataene går til 30.10.2026"
    assert "0\u00a0kr nasjonale" not in words(late, "/finansiering")
