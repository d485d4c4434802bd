"""What a proxy says is believed from named addresses only; what others say of a request changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from flask.testing import FlaskClient

from akint_dash.access.front import AT_HOME, BEHIND, PEER, Front
from akint_dash.access.hosts import name_of
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.access.conftest import ROLES, TODAY
from tests.canary import WORD
from tests.test_stranger import page_bytes

PROXY = "10.1.2.3"
SAID = {
    "X-Forwarded-For": "203.0.113.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "akint.example",
    "X-Forwarded-Prefix": "/portefolje",
}


def seen(settings: Settings, peer: str, headers: dict[str, str], **more: str) -> dict[str, Any]:
    """The environment as the application gets it."""
    found: dict[str, Any] = {}

    def application(environ: dict[str, Any], _: Any) -> Iterable[bytes]:
        found.update(environ)
        return []

    environ: dict[str, Any] = {"REMOTE_ADDR": peer, "SERVER_NAME": "127.0.0.1", "HTTP_HOST": "x", "PATH_INFO": "/kart"}
    environ |= {"wsgi.url_scheme": "http"} | more
    environ |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    Front(application, settings)(environ, None)
    return found


def proxied(**more: str) -> Settings:
    return Settings.model_validate({"proxies": f"{PROXY}/32, fd00::/64", **more})


def test_a_named_proxy_is_believed() -> None:
    found = seen(proxied(), PROXY, SAID)
    assert (found["REMOTE_ADDR"], found["wsgi.url_scheme"]) == ("203.0.113.7", "https")
    assert (found["HTTP_HOST"], found["SCRIPT_NAME"], found["PATH_INFO"]) == ("akint.example", "/portefolje", "/kart")
    assert (found[PEER], found[BEHIND], found[AT_HOME]) == (PROXY, True, False)
    assert not [name for name in found if name.startswith("HTTP_X_FORWARDED")]


@pytest.mark.parametrize("peer", ["10.1.2.4", "127.0.0.1", "::1", "", "fd00:1::1", "/run/akint.sock"])
def test_others_are_not(peer: str) -> None:
    found = seen(proxied(), peer, {**SAID, "Forwarded": "for=1.1.1.1", "Via": "1.1 x", "X-Real-IP": "1.1.1.1"})
    assert (found["REMOTE_ADDR"], found["wsgi.url_scheme"], found["HTTP_HOST"]) == (peer, "http", "x")
    assert "SCRIPT_NAME" not in found
    assert not [name for name in found if name.startswith(("HTTP_X_", "HTTP_FORWARDED", "HTTP_VIA"))]
    assert (found[BEHIND], found[AT_HOME]) == (False, False)


def test_an_ipv4_proxy_on_an_ipv6_socket_is_the_same_proxy() -> None:
    assert seen(proxied(), f"::ffff:{PROXY}", SAID)[BEHIND] is True
    assert seen(proxied(), "fd00::77", SAID)[BEHIND] is True


def test_who_adds_to_the_chain_is_believed_only_as_far_as_proxies_go() -> None:
    found = seen(proxied(), PROXY, {"X-Forwarded-For": "127.0.0.1, 203.0.113.7, 10.1.2.3"})
    assert found["REMOTE_ADDR"] == "203.0.113.7"
    found = seen(proxied(), PROXY, {"X-Forwarded-For": "127.0.0.1, tull, 10.1.2.3"})
    assert found["REMOTE_ADDR"] == PROXY
    found = seen(proxied(), PROXY, {**SAID, "X-Forwarded-Host": "ond.example, akint.example"})
    assert found["HTTP_HOST"] == "akint.example"


@pytest.mark.parametrize(
    "prefix", ["//ond.example", "https://ond.example", "/a/../b/<script>", "a", "/", "/a b", '/a"b', "/a//b"]
)
def test_a_prefix_that_is_none_is_dropped(prefix: str) -> None:
    assert "SCRIPT_NAME" not in seen(proxied(), PROXY, {"X-Forwarded-Prefix": prefix})


def test_a_prefix_that_the_proxy_left_in_the_path_is_taken_out() -> None:
    for path, inside in (("/sti/kart", "/kart"), ("/sti", "/"), ("/sti/", "/"), ("/stien", "/stien")):
        assert seen(proxied(), PROXY, {"X-Forwarded-Prefix": "/sti/"}, PATH_INFO=path)["PATH_INFO"] == inside


@pytest.mark.parametrize(
    ("peer", "server", "home"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("::1", "::1", True),
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "0.0.0.0", False),
        ("::1", "::", False),
        ("127.0.0.1", "akint.example", False),
        ("127.0.0.1", "", False),
        ("10.0.0.9", "10.0.0.1", False),
        ("10.0.0.9", "127.0.0.1", False),
        ("", "127.0.0.1", False),
    ],
)
def test_at_home_is_from_this_machine_to_an_address_only_it_reaches(peer: str, server: str, home: bool) -> None:
    assert seen(Settings(), peer, {}, SERVER_NAME=server)[AT_HOME] is home


# -- who it is, as a proxy says


def asked(settings: Settings, peer: str, **headers: str) -> str:
    """What a search for half the secret word answers."""
    with create_app(settings).server.test_client() as client:
        client.environ_base = {**client.environ_base, "REMOTE_ADDR": peer}
        client.environ_base |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        return page_bytes(client, "/sok", f"?q={WORD[:7]}").decode()


@pytest.fixture
def signed(portfolio_url: str) -> Settings:
    """A server behind a proxy that signs people in."""
    given = {"database_url": portfolio_url, "today": TODAY, "auth": "proxy", "proxies": PROXY, "roles": ROLES}
    return Settings.model_validate({**given, "sign_out_url": "/oauth2/sign_out", "sign_in_url": "/oauth2/start"})


def test_the_proxy_says_who_it_is(signed: Settings) -> None:
    answer = asked(signed, PROXY, x_forwarded_user="kari", x_forwarded_groups="andre, ansatte")
    assert WORD in answer
    assert "Innlogget: kari (ansatt)" in answer
    assert "sign_out" in answer


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("10.1.2.4", {"x_forwarded_user": "kari", "x_forwarded_groups": "ansatte"}),
        ("127.0.0.1", {"x_forwarded_user": "kari", "x_forwarded_groups": "drift"}),
        ("127.0.0.1", {"x_forwarded_user": "kari", "x_forwarded_groups": "drift", "x_forwarded_for": PROXY}),
        (PROXY, {"x_forwarded_groups": "drift"}),
        (PROXY, {"x_forwarded_user": "", "x_forwarded_groups": "drift"}),
        (PROXY, {"x_forwarded_user": "kari,ole", "x_forwarded_groups": "drift"}),
        (PROXY, {"x_forwarded_user": "kari", "x_forwarded_groups": "andre"}),
        (PROXY, {"x_forwarded_user": "kari"}),
        (PROXY, {"x_forwarded_user": "kari", "x_forwarded_groups": "ansatte=staff"}),
        (PROXY, {"x_forwarded_user": "kari", "x_forwarded_groups": "ANSATTE"}),
    ],
)
def test_nobody_else_does(signed: Settings, peer: str, headers: dict[str, str]) -> None:
    assert WORD not in asked(signed, peer, **headers)


def test_without_a_proxy_that_signs_in_its_headers_say_nothing(portfolio_url: str) -> None:
    given = {"database_url": portfolio_url, "today": TODAY, "proxies": PROXY, "roles": ROLES}
    headers = {"x_forwarded_user": "kari", "x_forwarded_groups": "ansatte"}
    assert WORD not in asked(Settings.model_validate(given), PROXY, **headers)


def test_staff_without_sign_in_is_for_this_machine_alone(portfolio_url: str) -> None:
    given = {"database_url": portfolio_url, "today": TODAY, "audience": "staff"}
    settings = Settings.model_validate(given)
    assert WORD in asked(settings, "127.0.0.1")
    for peer, headers in (
        ("10.0.0.9", {}),
        ("127.0.0.1", {"x_forwarded_for": "127.0.0.1"}),
        ("127.0.0.1", {"forwarded": "for=127.0.0.1"}),
        ("127.0.0.1", {"via": "1.1 nginx"}),
        ("127.0.0.1", {"x_real_ip": "127.0.0.1"}),
        ("127.0.0.1", {"x_forwarded_proto": "https"}),
    ):
        assert WORD not in asked(settings, peer, **headers)
    named = settings.model_copy(update={"proxies": "127.0.0.1"})
    assert WORD not in asked(named, "127.0.0.1")


def test_a_host_that_the_proxy_says_is_looked_at_too(signed: Settings) -> None:
    client: FlaskClient
    with create_app(signed).server.test_client() as client:
        client.environ_base = {**client.environ_base, "REMOTE_ADDR": PROXY}
        assert client.get("/", headers={"X-Forwarded-Host": "ond.example"}).status_code == 421
    assert name_of("ond.example") == "ond.example"
