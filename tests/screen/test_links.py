"""Screen links: signed, expiring, revocable; they open the screen and the guests' view and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from akint_dash.access.screen_links import Links, token
from akint_dash.cli import main
from akint_dash.errors import DatabaseUnavailable
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store import screen_links as store
from akint_dash.store.engine import open_engine
from akint_dash.store.screen_links import ScreenLink, links, make_link, revoke
from tests.screen.conftest import HOME, NEWS_DAY

FAR, GONE = "2999-01-01T00:00:00Z", "2020-01-01T00:00:00Z"
DATA = ("Prosjektutvikling", "mill.", "data-kind=", "Akershus fylkeskommune")
"""What a closed page may not hold."""


@pytest.fixture
def shut(demo_database: str) -> Iterator[tuple[FlaskClient, str]]:
    """A server that opens its screen to links only, and its database."""
    given = {"database_url": demo_database, "today": NEWS_DAY, "public_url": HOME, "screen": "link"}
    with create_app(Settings.model_validate(given)).server.test_client() as client:
        yield client, demo_database


def _make(database: str, expires_at: str = FAR) -> ScreenLink:
    return make_link(open_engine(database), "Forum Brussel", "2026-01-01T00:00:00Z", expires_at)


@pytest.mark.parametrize("path", ["/skjerm", "/skjerm/bilder", "/skjerm/gjest?bilde=kart"])
def test_without_a_link_there_is_a_calm_page_and_no_data(shut: tuple[FlaskClient, str], path: str) -> None:
    answer = shut[0].get(path)
    assert answer.status_code == 403
    assert "Denne lenken er ikke åpen" in answer.text or "This link is not open" in answer.text
    assert not [word for word in DATA if word in answer.text]


def test_a_link_opens_screen_slides_and_guests(shut: tuple[FlaskClient, str]) -> None:
    client, database = shut
    given = token(_make(database), "screen")
    for path in ("/skjerm?", "/skjerm/bilder?", "/skjerm/gjest?bilde=kart&"):
        assert client.get(f"{path}lenke={given}").status_code == 200


def test_the_code_on_the_wall_opens_the_phone_and_not_the_wall(shut: tuple[FlaskClient, str]) -> None:
    client, database = shut
    link = _make(database)
    assert token(link, "guest") != token(link, "screen")
    assert client.get(f"/skjerm/gjest?bilde=kart&lenke={token(link, 'guest')}").status_code == 200
    assert client.get(f"/skjerm?lenke={token(link, 'guest')}").status_code == 403
    assert token(link, "screen") not in client.get(f"/skjerm/bilder?lenke={token(link, 'screen')}").text


@pytest.mark.parametrize("use", ["screen", "guest"])
def test_an_expired_and_a_revoked_link_open_nothing(shut: tuple[FlaskClient, str], use: str) -> None:
    client, database = shut
    old, back = _make(database, GONE), _make(database)
    assert revoke(open_engine(database), back.number, "2026-01-02T00:00:00Z")
    for link in (old, back):
        given = token(link, "screen" if use == "screen" else "guest")
        for path in ("/skjerm?", "/skjerm/bilder?", "/skjerm/gjest?bilde=kart&"):
            answer = client.get(f"{path}lenke={given}")
            assert answer.status_code == 403
            assert not [word for word in DATA if word in answer.text]


def test_an_open_wall_closes_at_its_next_look(shut: tuple[FlaskClient, str]) -> None:
    client, database = shut
    link = _make(database)
    given = token(link, "screen")
    assert client.get(f"/skjerm/bilder?lenke={given}").status_code == 200
    revoke(open_engine(database), link.number, "2026-01-02T00:00:00Z")
    assert client.get(f"/skjerm/bilder?lenke={given}").get_json().keys() == {"closed"}


@pytest.mark.parametrize("forge", ["1", "1.", "1.x", "x", "999.abc", "²." + "a" * 27, "1" * 30, ".", "-1.x"])
def test_no_other_text_is_a_link(shut: tuple[FlaskClient, str], forge: str) -> None:
    client, database = shut
    _make(database)
    assert client.get("/skjerm", query_string={"lenke": forge}).status_code == 403


def test_a_signature_of_one_link_does_not_open_another(shut: tuple[FlaskClient, str]) -> None:
    client, database = shut
    one, two = _make(database), _make(database)
    mixed = f"{two.number}.{token(one, 'screen').partition('.')[2]}"
    assert client.get(f"/skjerm?lenke={mixed}").status_code == 403


def test_a_link_opens_nothing_else(shut: tuple[FlaskClient, str]) -> None:
    client, database = shut
    given = token(_make(database), "screen")
    for path in ("/", "/kart", "/utlysninger.ics", "/admin.php", "/_dash-layout", "/skjerm/annet"):
        plain, linked = client.get(path), client.get(f"{path}?lenke={given}")
        assert plain.status_code == linked.status_code
        assert given not in linked.text


def test_a_bad_link_is_closed_where_the_screen_is_open_too(client: FlaskClient) -> None:
    assert client.get("/skjerm").status_code == 200
    assert client.get("/skjerm?lenke=1.x").status_code == 403


def test_last_seen_is_kept_once_a_minute(shut: tuple[FlaskClient, str]) -> None:
    client, database = shut
    link = _make(database)
    engine = open_engine(database)
    assert links(engine)[0].seen_at is None
    client.get(f"/skjerm/bilder?lenke={token(link, 'screen')}")
    first = links(engine)[0].seen_at
    assert first is not None
    store.saw(engine, link.number, GONE)
    client.get(f"/skjerm/bilder?lenke={token(link, 'screen')}")
    assert links(engine)[0].seen_at == GONE  # asked again within the minute: not written again


def test_a_link_that_was_open_stays_so_while_the_database_is_away(
    demo_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = _make(demo_database)
    known, stranger = Links(open_engine(demo_database)), Links(open_engine(demo_database))
    assert known.check(token(link, "screen"), "screen") is not None

    def away(*_: object) -> None:
        raise DatabaseUnavailable("database_unavailable", url="")

    monkeypatch.setattr(store, "link", away)
    assert known.check(token(link, "screen"), "screen") is not None
    assert stranger.check(token(link, "screen"), "screen") is None
    known._known[link.number] = replace(link, expires_at=GONE)
    assert known.check(token(link, "screen"), "screen") is None


# -- the command


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["screen-link", *words])
    told = capsys.readouterr()
    return code, told.out + told.err


def test_the_command_makes_lists_and_revokes(
    demo_database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKINT_DATABASE_URL", demo_database)
    monkeypatch.setenv("AKINT_PUBLIC_URL", HOME)
    assert "Ingen skjermlenker" in run(capsys, "list")[1]
    code, told = run(capsys, "--days", "180", "--name", "Forum Brussel", "--json")
    made = json.loads(told)
    assert code == 0
    assert made["address"].startswith(f"{HOME}/skjerm?lenke=1.")
    engine = open_engine(demo_database)
    assert Links(engine).check(made["address"].partition("lenke=")[2], "screen") is not None
    code, told = run(capsys, "list")
    assert (code, "Forum Brussel" in told, "aldri sett" in told, "åpen til" in told) == (0, True, True, True)
    assert run(capsys, "revoke", "1")[0] == 0
    assert Links(engine).check(made["address"].partition("lenke=")[2], "screen") is None
    assert "tatt tilbake" in run(capsys, "list")[1]
    assert run(capsys, "revoke", "1")[0] == 1


def test_a_link_without_a_name_is_refused(
    demo_database: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AKINT_DATABASE_URL", demo_database)
    code, told = run(capsys)
    assert code == 1
    assert "--name" in told
