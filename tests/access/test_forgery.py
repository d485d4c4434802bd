"""A write that another site has a browser make is refused; a form of our own is carried out."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from akint_dash.access import session
from akint_dash.access.forgery import FIELD
from akint_dash.access.keys import read_key
from akint_dash.access.session import Sessions
from akint_dash.access.viewer import Viewer
from akint_dash.errors import DatabaseUnavailable
from akint_dash.server import Application, create_app
from akint_dash.settings import Settings
from tests.access.conftest import cookie, settings_of
from tests.test_stranger import page_bytes, unescape_all

HOME = "http://localhost"
OUT = "/logg-ut"


@pytest.fixture
def settings(portfolio_url: str, tmp_path: Path) -> Settings:
    return settings_of(portfolio_url, tmp_path, poll_s=0.2)


@pytest.fixture
def app(settings: Settings) -> Application:
    return create_app(settings)


def browser(app: Application, settings: Settings, name: str = "Kari") -> FlaskClient:
    """Someone who has signed in."""
    client: FlaskClient = app.server.test_client()
    sessions = Sessions(settings, lambda: read_key(Path(settings.secret_key_file)))
    client.set_cookie(*cookie(sessions, Viewer("staff", name=name)))
    return client


@pytest.fixture
def kari(app: Application, settings: Settings) -> Iterator[FlaskClient]:
    with browser(app, settings) as client:
        yield client


def mark(client: FlaskClient) -> str:
    """The token of the form on a page."""
    text = unescape_all(json.loads(page_bytes(client, "/kart"))["response"]["side"]["children"])
    found = re.search(rf'<input[^>]*name="{FIELD}"[^>]*>', text)
    assert found, text[:400]
    value = re.search(r'value="([^"]+)"', found[0])
    assert value
    return unescape(value[1])


def is_out(client: FlaskClient) -> bool:
    return client.get_cookie("akint") is None


OWN = ({"Origin": HOME}, {"Sec-Fetch-Site": "same-origin"}, {"Origin": HOME, "Sec-Fetch-Site": "same-origin"})
FOREIGN: tuple[dict[str, str], ...] = (
    {},
    {"Origin": "https://ond.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:81"},
    {"Origin": "http://localhost.ond.example"},
    {"Origin": f"https://ond.example/{HOME}"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": HOME, "Sec-Fetch-Site": "cross-site"},
    {"Origin": "https://ond.example", "Sec-Fetch-Site": "same-origin"},
)


@pytest.mark.parametrize("headers", OWN)
def test_our_own_form_is_carried_out(kari: FlaskClient, headers: dict[str, str]) -> None:
    answer = kari.post(OUT, data={FIELD: mark(kari)}, headers=headers)
    assert answer.status_code == 200
    assert "Du er logget ut" in answer.text
    assert is_out(kari)


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_form_from_elsewhere_is_not_whatever_it_carries(kari: FlaskClient, headers: dict[str, str]) -> None:
    answer = kari.post(OUT, data={FIELD: mark(kari)}, headers=headers)
    assert answer.status_code == 403
    assert "Ingenting er endret" in answer.text
    assert not is_out(kari)


def test_a_token_is_the_sign_ins_own(app: Application, settings: Settings, kari: FlaskClient) -> None:
    with browser(app, settings, "Ole") as ole:
        others = mark(ole)
    good = mark(kari)
    for given in ("", "x", others, good[:-2], good[1:], good + "x"):
        assert kari.post(OUT, data={FIELD: given}, headers=OWN[0]).status_code == 403
    assert kari.post(f"{OUT}?{FIELD}={good}", headers=OWN[0]).status_code == 403  # never in an address
    assert not is_out(kari)


def test_a_stranger_has_no_token_and_nothing_to_end(app: Application) -> None:
    with app.server.test_client() as client:
        assert FIELD not in page_bytes(client, "/kart").decode()
        assert client.post(OUT, headers=OWN[0]).status_code == 403


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(
    app: Application, settings: Settings, kari: FlaskClient
) -> None:
    found = kari.get_cookie("akint")
    assert found
    others = create_app(settings)  # another server of the same database
    copies = [app.server.test_client(), others.server.test_client()]
    for copy in copies:
        copy.set_cookie("akint", found.value)
        assert "Innlogget: Kari" in page_bytes(copy, "/kart").decode()
    kari.post(OUT, data={FIELD: mark(kari)}, headers=OWN[0])
    time.sleep(settings.poll_s + 0.1)
    for copy in copies:
        assert "Innlogget" not in page_bytes(copy, "/kart").decode()
    with browser(app, settings) as again:
        assert "Innlogget: Kari" in page_bytes(again, "/kart").decode()


def test_signing_out_works_while_the_database_does_not(
    kari: FlaskClient, app: Application, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    found = kari.get_cookie("akint")
    assert found
    given = mark(kari)

    def away(*_: object) -> None:
        raise DatabaseUnavailable("database_unavailable", url="")

    monkeypatch.setattr(session, "end_session", away)
    monkeypatch.setattr(session, "ended_sessions", away)
    assert kari.post(OUT, data={FIELD: given}, headers=OWN[0]).status_code == 200
    assert is_out(kari)
    assert "was not noted" in caplog.text
    with app.server.test_client() as copy:
        copy.set_cookie("akint", found.value)
        assert "Innlogget" not in page_bytes(copy, "/kart").decode()


def test_a_link_or_a_picture_signs_nobody_out(kari: FlaskClient) -> None:
    for method in ("GET", "HEAD", "OPTIONS"):
        kari.open(OUT, method=method)
    assert not is_out(kari)


def test_questions_from_other_sites_are_not_answered(kari: FlaskClient) -> None:
    asked = {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": "/kart"},
            {"id": "adresse", "property": "search", "value": ""},
        ],
        "changedPropIds": ["adresse.pathname"],
    }
    for headers in FOREIGN[1:]:
        assert kari.post("/_dash-update-component", json=asked, headers=headers).status_code == 403
    for headers in ({}, *OWN):
        assert kari.post("/_dash-update-component", json=asked, headers=headers).status_code == 200


def test_behind_a_proxy_that_names_another_host_the_public_address_is_ours(portfolio_url: str, tmp_path: Path) -> None:
    settings = settings_of(
        portfolio_url, tmp_path, oidc_issuer="https://id.example", public_url="https://akint.example"
    )
    app = create_app(settings)
    sessions = Sessions(settings, lambda: read_key(tmp_path / "akint.key"))
    with app.server.test_client() as client:
        client.set_cookie(*cookie(sessions, Viewer("staff")), secure=True, domain="localhost")
        token = mark_over(client)
        headers = {"Origin": "https://akint.example", "X-Forwarded-Proto": "https"}
        answer = client.post(OUT, data={FIELD: token}, headers=headers, base_url="https://localhost")
        assert answer.status_code == 200


def mark_over(client: FlaskClient) -> str:
    client.environ_base = {**client.environ_base, "wsgi.url_scheme": "https"}
    return mark(client)
