"""A line a request, without what must not be there; numbers for those who may read them."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from akint_dash.operate.logs import Lines, Text, harmless
from akint_dash.operate.requests import identify
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine, upgrade
from akint_dash.store.tables import PERSON


class Kept(logging.Handler):
    """What was logged, as it would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.setFormatter(Lines())

    def emit(self, record: logging.LogRecord) -> None:
        self.text.append(self.format(record))


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    handler, log = Kept(), logging.getLogger("akint_dash")
    log.addHandler(handler)
    before = log.level
    log.setLevel(logging.INFO)
    yield handler
    log.removeHandler(handler)
    log.setLevel(before)


def client_of(url: str, **more: object) -> FlaskClient:
    settings = Settings.model_validate({"database_url": url, "today": "2026-11-24", **more})
    client: FlaskClient = create_app(settings).server.test_client()
    return client


def test_a_request_is_one_line_without_its_query(demo_database: str, kept: Kept) -> None:
    client = client_of(demo_database)
    answer = client.get("/skjerm/bilder?lenke=7.hemmelig&sok=Kari+Nordmann", headers={"X-Request-ID": "proxy-1234"})
    (line,) = [json.loads(text) for text in kept.text if '"akint_dash.request"' in text]
    assert {line[key] for key in ("method", "path", "route", "audience")} == {"GET", "/skjerm/bilder", "public"}
    assert (line["status"], line["request"]) == (answer.status_code, "proxy-1234")
    assert line["ms"] >= 0
    assert answer.headers["X-Request-ID"] == "proxy-1234"
    assert "hemmelig" not in "".join(kept.text)
    assert "Nordmann" not in "".join(kept.text)


@pytest.mark.parametrize(
    "given", [None, "", "short", "x" * 65, "a b c d e f", 'a"b"c"d"e"f', "æøåæøåæøå", "a\nb\nc\nd\ne"]
)
def test_an_unsafe_request_id_is_replaced(given: str | None) -> None:
    made = identify(given)
    assert made != given
    assert len(made) == 32


def test_a_safe_request_id_is_kept() -> None:
    assert identify("0af7651916cd43dd-8448.eb_1") == "0af7651916cd43dd-8448.eb_1"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("postgresql://akint:hem/me@lig@db/akint", None),
        ("postgresql+psycopg://akint:hemmelig@db:5432/akint", "postgresql+psycopg://akint:***@db:5432/akint"),
        ("host=db password=hemmelig dbname=x", "host=db password=*** dbname=x"),
        ("/skjerm?lenke=7.hemmelig&bilder=funn", "/skjerm?lenke=***&bilder=funn"),
        ("/logg-inn/svar?code=hemmelig&state=hemmelig", "/logg-inn/svar?code=***&state=***"),
    ],
)
def test_secrets_are_in_no_line(said: str, written: str | None) -> None:
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "%s", (said,), None)
    for form in (Lines(), Text()):
        assert "hemmelig" not in form.format(record)
    if written:
        assert harmless(said) == written


def test_a_trace_is_one_line_of_json_without_the_password() -> None:
    try:
        raise OSError("postgresql://akint:hemmelig@db/akint is away")
    except OSError:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "burst", (), sys.exc_info())
    line = Lines().format(record)
    assert "\n" not in line
    assert "hemmelig" not in line
    assert "Traceback" in json.loads(line)["trace"]


def test_a_statement_that_fails_tells_no_values(database_url: str) -> None:
    engine = open_engine(database_url)
    upgrade(engine)
    same = [{"code": "X", "name": "Kari Nordmann"}] * 2
    with pytest.raises(sa.exc.IntegrityError) as refused, engine.begin() as connection:
        connection.execute(sa.insert(PERSON), same)
    assert "Nordmann" not in str(refused.value)
    engine.dispose()


def test_numbers_tell_of_answers_the_snapshot_and_its_revisions(demo_database: str) -> None:
    client = client_of(demo_database)
    client.get("/utlysninger.atom")
    told = client.get("/metrics").text
    assert 'akint_request_seconds_count{method="GET",route="/utlysninger.atom",status="2xx"}' in told
    assert "akint_revision 14.0" in told
    assert 'akint_revisions{source="demonstrasjon"} 12.0' in told
    assert "akint_database_trouble 0.0" in told
    assert 'akint_snapshot_cache_total{result="miss"}' in told


def test_an_unexpected_error_is_counted_and_answered(demo_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(demo_database)
    monkeypatch.setattr("akint_dash.store.snapshots.Snapshots.revision", lambda _: 1 / 0)
    assert client.get("/revisjon").status_code == 500
    assert 'akint_errors_total{kind="ZeroDivisionError"}' in client.get("/metrics").text


@pytest.mark.parametrize(
    ("peer", "allowed", "headers", "status"),
    [
        ("127.0.0.1", "", {}, 200),
        ("::1", "", {}, 200),
        ("::ffff:127.0.0.1", "", {}, 200),
        ("10.1.2.3", "", {}, 404),
        ("10.1.2.3", "10.1.0.0/16, 192.0.2.7", {}, 200),
        ("192.0.2.7", "10.1.0.0/16, 192.0.2.7", {}, 200),
        ("192.0.2.8", "10.1.0.0/16, 192.0.2.7", {}, 404),
        ("127.0.0.1", "", {"X-Forwarded-For": "127.0.0.1"}, 404),
        ("127.0.0.1", "", {"Forwarded": "for=127.0.0.1"}, 404),
        ("127.0.0.1", "", {"X-Real-IP": "127.0.0.1"}, 404),
        ("", "0.0.0.0/0", {}, 404),
    ],
)
def test_numbers_are_for_this_machine_and_named_ones(
    demo_database: str, peer: str, allowed: str, headers: dict[str, str], status: int
) -> None:
    client = client_of(demo_database, metrics=allowed)
    answer = client.get("/metrics", headers=headers, environ_overrides={"REMOTE_ADDR": peer})
    assert answer.status_code == status
    assert ("akint_" in answer.text) == (status == 200)
