"""A day, number or text at its type's edge in any parameter of any page, file, feed or calendar is never a fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from akint_dash.access.limits import MOST_ADDRESS, MOST_VALUES
from akint_dash.components.page import Page
from akint_dash.domain.selection import Selection
from akint_dash.pages import PAGES
from akint_dash.pages.screen.asked import OWN as OF_SCREEN
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.examples import example
from tests.test_stranger import figures, page_bytes, unescape_all

LAST_DAYS: Final = ("0001-01-01", "9999-12-31")
EDGES: Final = (
    *LAST_DAYS, "99999999999999999999", "-1", "1e400", "nan", "\x00", "%ED%A0%80", "\u202eabc",
    "0-9999",
    "9999-u53", "9999-k4", "0001-u01", "\u0663", "\u00b2", "x" * 3000, "<script>", "%", "2026-02-30",
)  # fmt: skip


@pytest.fixture(scope="module")
def client(demo_file: Path) -> Iterator[FlaskClient]:
    given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24", "rate": 0}
    with create_app(Settings.model_validate(given)).server.test_client() as made:
        yield made


def written(value: str) -> str:
    return value if value.startswith("%E") else quote(value, safe="")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_on_every_page(client: FlaskClient, page: Page) -> None:
    path, own = example(page.path), page.own
    for value in EDGES:  # all parameters at once; each alone below, where the kinds of values differ
        names = sorted({*Selection.__slots__, *own})[:MOST_VALUES]
        query = "&".join(f"{name}={written(value)}" for name in names)
        if len(query) < MOST_ADDRESS:
            page_bytes(client, path, f"?{query}")
    for value in LAST_DAYS:
        for name in ("per", "periode", *own[:: max(1, len(own) // 20)]):  # a list has a filter a column: every so many
            page_bytes(client, path, f"?{name}={value}")
    for address in figures(page_bytes(client, path))[:3]:
        for value in LAST_DAYS:
            assert client.get(f"{address}&per={value}").status_code in (200, 404)


@pytest.mark.parametrize("value", LAST_DAYS)
def test_the_first_and_the_last_day_in_feeds_on_the_wall_and_on_the_phone(client: FlaskClient, value: str) -> None:
    asked_everywhere(client, value)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("value", EDGES[len(LAST_DAYS) :])
def test_in_feeds_on_the_wall_and_on_the_phone(client: FlaskClient, value: str) -> None:
    asked_everywhere(client, value)


def asked_everywhere(client: FlaskClient, value: str) -> None:
    names = sorted(
        {*Selection.__slots__, *OF_SCREEN, "frist", "tilstand", "budsjett", "norge", "type", "side", "q"} - {"lenke"}
    )
    query = "&".join(f"{name}={written(value)}" for name in names)
    for path in ("/utlysninger.ics", "/utlysninger.atom", "/skjerm", "/skjerm/bilder", "/last-ned/revisjoner.csv"):
        for name in ("per", "periode", "frist", "sok", "sekunder", "flate", "region", "side"):
            assert client.get(f"{path}?{name}={written(value)}").status_code in (200, 404), (path, name)
        assert client.get(f"{path}?{query}").status_code in (200, 404, 414), path
    assert client.get(f"/skjerm/gjest?bilde=funn&{query}").status_code in (200, 404, 414)


def test_a_day_that_was_left_out_is_told(client: FlaskClient) -> None:
    for day in LAST_DAYS:
        said = unescape_all(json.loads(page_bytes(client, "/", f"?per={day}")))
        assert f"«{day}» er ikke en kjent verdi" in said
