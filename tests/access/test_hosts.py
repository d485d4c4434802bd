"""A page that makes its own name point to this server gets nothing, and no address follows what a request names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from akint_dash.access.hosts import allowed, is_ours, name_of
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.access.conftest import TODAY
from tests.canary import WORD
from tests.test_stranger import page_bytes

OURS = ("127.0.0.1", "localhost", "[::1]", "127.0.0.1:8050", "LOCALHOST:1", "localhost.", "akint.example", "Intern:99")
NOT_OURS = ("ond.example", "127.0.0.1.ond.example", "localhost.ond.example", "akint.example.ond.example", "10.0.0.1")
NO_HOST = (
    "",
    "a b",
    "127.0.0.1, ond.example",
    "akint.example/@ond",
    "user@akint.example",
    "[::1",
    "akint.example:x",
    "æ",
)
PATHS = ("/", "/kart", "/revisjon", "/health/live", "/utlysninger.ics", "/skjerm", "/assets/app.js", "/finnes-ikke")


@pytest.fixture(scope="module")
def client(portfolio_url: str) -> Iterator[FlaskClient]:
    """A browser on the machine of a server that shows staff everything."""
    given = {"database_url": portfolio_url, "today": TODAY, "audience": "staff", "hosts": " intern , ,b.example"}
    settings = Settings.model_validate({**given, "public_url": "https://akint.example/sti"})
    with create_app(settings).server.test_client() as one:
        yield one


@pytest.mark.parametrize("host", OURS)
def test_our_own_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/kart", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", NOT_OURS)
@pytest.mark.parametrize("path", PATHS)
def test_another_name_gets_words_and_nothing_else(client: FlaskClient, host: str, path: str) -> None:
    for method in ("get", "post", "delete"):
        answer = getattr(client, method)(path, headers={"Host": host})
        assert answer.status_code == 421
        assert "Denne adressen er ikke i bruk her" in answer.text
        assert "This address is not in use here" in answer.text
        assert WORD not in answer.text
        assert "Set-Cookie" not in answer.headers


def test_a_name_that_was_rebound_reads_no_titles(client: FlaskClient) -> None:
    assert WORD in page_bytes(client, "/sok", f"?q={WORD[:7]}").decode()
    asked = {"output": "side.children", "inputs": [], "changedPropIds": []}
    answer = client.post("/_dash-update-component", json=asked, headers={"Host": "ond.example:8050"})
    assert (answer.status_code, WORD in answer.text) == (421, False)


@pytest.mark.parametrize("host", NO_HOST)
def test_what_is_no_host_is_refused(client: FlaskClient, host: str) -> None:
    answer = client.get("/", environ_overrides={"HTTP_HOST": host})
    assert answer.status_code == 400
    assert WORD not in answer.text


@pytest.mark.parametrize("path", ["/utlysninger.ics", "/utlysninger.atom", "/en/utlysninger.atom"])
def test_no_address_follows_the_request(client: FlaskClient, path: str) -> None:
    one, two = (client.get(path, headers={"Host": host}).text for host in ("127.0.0.1:7777", "b.example"))
    assert one == two
    assert "https://akint.example/sti" in one.replace("\r\n ", "")
    assert "7777" not in one
    assert "b.example" not in two


def test_without_an_address_of_its_own_a_server_others_reach_tells_none(portfolio_url: str) -> None:
    given = {"database_url": portfolio_url, "today": TODAY, "host": "0.0.0.0", "hosts": "x.example"}
    with create_app(Settings.model_validate(given)).server.test_client() as client:
        calendar = client.get("/utlysninger.ics", headers={"Host": "x.example"}).text
        feed = client.get("/utlysninger.atom", headers={"Host": "x.example"}).text
    assert "x.example" not in calendar + feed
    assert "0.0.0.0" not in calendar + feed
    assert 'href="/utlysninger' in feed


def test_names_of_the_settings() -> None:
    given = {"hosts": "A.example, [fd00::1]", "public_url": "https://B.example:444/x", "host": "fd00::2"}
    assert allowed(Settings.model_validate(given)) == {"a.example", "fd00::1", "b.example", "fd00::2"}
    for host in ("0.0.0.0", "::", ""):
        assert allowed(Settings(host=host)) == frozenset()
    assert name_of("[FD00::1]:80") == "fd00::1"
    assert is_ours("localhost", frozenset())
    assert not is_ours("", frozenset())
