"""The headers of every kind of answer: pages, numbers, feeds, scripts, the wall, refusals and faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from akint_dash.access.styles import LIBRARIES, inside
from akint_dash.server import create_app
from akint_dash.settings import Settings

PATHS = (
    "/", "/en", "/om", "/nope", "/nope.txt", "/last-ned/revisjoner.csv?side=/om", "/utlysninger.ics",
    "/utlysninger.atom", "/skjerm", "/skjerm/bilder", "/skjerm/gjest?bilde=funn", "/skjerm/gjest?bilde=x",
    "/skjerm?lenke=1.x", "/skjerm/vakt.js", "/revisjon", "/health/ready", "/assets/app.js", "/assets/base.css",
    "/assets/icon.svg", "/_dash-layout", "/en/skjerm", "/_dash-component-suites/dash/nope.js", "/_reload-hash",
)  # fmt: skip


@pytest.fixture(scope="module")
def client(demo_file: Path) -> Iterator[FlaskClient]:
    given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24"}
    with create_app(Settings.model_validate(given)).server.test_client() as made:
        yield made


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_dressed(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    headers = answer.headers
    policy = dict(part.partition(" ")[::2] for part in headers["Content-Security-Policy"].split("; "))
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "http" not in headers["Content-Security-Policy"]
    assert "*" not in headers["Content-Security-Policy"]
    assert (policy["default-src"], policy["base-uri"], policy["frame-ancestors"]) == ("'none'",) * 3
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Cache-Control" in headers
    assert "Strict-Transport-Security" not in headers
    assert "charset" in headers["Content-Type"] or not headers["Content-Type"].startswith("text/html")
    if "script-src" not in policy:
        assert policy["form-action"] == "'none'"
    answer.close()


def test_https_is_said_to_last_only_where_there_is_https(demo_file: Path) -> None:
    def answer(scheme: str = "http", **more: object) -> str | None:
        given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24", **more}
        with create_app(Settings.model_validate(given)).server.test_client() as made:
            proxy = {"X-Forwarded-Proto": scheme} if scheme != "http" else {}
            got = made.get("/om", headers={"Host": "akint.example" if "public_url" in more else "localhost"} | proxy)
            assert got.status_code == 200
            said: str | None = got.headers.get("Strict-Transport-Security")
            return said

    assert answer() is None
    assert answer(public_url="http://akint.example") is None
    assert answer(public_url="https://akint.example")
    assert answer("https") is None  # said by somebody who is no named proxy
    assert answer("https", proxies="127.0.0.1")


def test_the_sheets_inside_our_own_documents_are_the_only_ones_they_may_have(client: FlaskClient) -> None:
    wall = client.get("/skjerm")
    policy = wall.headers["Content-Security-Policy"]
    assert len(inside(wall.text)) == 2
    assert all(f"'sha256-{digest}'" in policy for digest in inside(wall.text))
    assert not any(digest in policy for digest in LIBRARIES)


def test_where_the_page_came_from_and_what_serves_it_is_not_told(client: FlaskClient) -> None:
    for path in PATHS:
        answer = client.get(path)
        for name in ("Server", "X-Powered-By"):
            assert "Python" not in answer.headers.get(name, "")
        answer.close()
