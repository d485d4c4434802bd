"""The answer of a provider is worth a sign-in only where it is signed by it, for us, for this attempt, and now."""

from __future__ import annotations

import base64
import logging
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from akint_dash.access.oidc import AWAY_S, LEEWAY_S, called, groups
from akint_dash.access.sign_in import own_path
from akint_dash.server import create_app
from akint_dash.settings import Settings
from tests.access import liar as lies
from tests.access.conftest import settings_of
from tests.access.liar import Liar, rsa

SECRET = "hemmelig-av-klienten"


@pytest.fixture
def client(oidc_settings: Settings) -> Iterator[FlaskClient]:
    """A browser at a server before the liar."""
    with create_app(oidc_settings).server.test_client() as browser:
        yield browser


def begun(client: FlaskClient, liar: Liar, address: str = "/logg-inn") -> dict[str, str]:
    """Sent to the provider; what it was sent with."""
    answer = client.get(address)
    assert answer.status_code == 303, answer.text
    return liar.sent(answer.headers["Location"])


def back(client: FlaskClient, state: str, code: str = "the-code", **more: str) -> TestResponse:
    return client.get("/logg-inn/svar", query_string={"state": state, "code": code, **more})


def signed_in(client: FlaskClient) -> bool:
    return client.get_cookie("akint") is not None


def refused(answer: TestResponse, client: FlaskClient) -> bool:
    assert answer.status_code == 403
    assert "Innloggingen ble ikke fullført" in answer.text
    assert "The sign-in was not completed" in answer.text
    return not signed_in(client)


def test_an_honest_answer_signs_in(client: FlaskClient, liar: Liar) -> None:
    query = begun(client, liar)
    assert (query["response_type"], query["client_id"], query["scope"]) == ("code", "akint", "openid profile email")
    assert query["redirect_uri"] == "http://127.0.0.1:8050/logg-inn/svar"
    answer = back(client, query["state"])
    assert (answer.status_code, answer.headers["Location"]) == (303, "http://127.0.0.1:8050/")
    assert signed_in(client)
    assert liar.forms[0]["grant_type"] == "authorization_code"
    assert base64.b64decode(liar.authorizations[0].split()[1]).decode() == f"akint:{SECRET}"


def test_state_nonce_and_verifier_are_new_each_time(client: FlaskClient, liar: Liar) -> None:
    some = [begun(client, liar) for _ in range(3)]
    for name in ("state", "nonce", "code_challenge"):
        assert len({query[name] for query in some}) == 3
        assert min(len(query[name]) for query in some) >= 32


NOW = time.time
WRONG_CLAIMS: dict[str, Callable[[], dict[str, Any]]] = {
    "another nonce": lambda: {"nonce": "x" * 32},
    "no nonce": lambda: {"nonce": None},
    "another issuer": lambda: {"iss": "https://ond.example"},
    "no issuer": lambda: {"iss": None},
    "another audience": lambda: {"aud": "andre"},
    "two audiences and not party to it": lambda: {"aud": ["andre", "akint"], "azp": "andre"},
    "no audience": lambda: {"aud": None},
    "expired": lambda: {"exp": int(NOW()) - LEEWAY_S - 5, "iat": int(NOW()) - 900},
    "no end": lambda: {"exp": None},
    "end is no number": lambda: {"exp": "i morgen"},
    "not before later": lambda: {"nbf": int(NOW()) + LEEWAY_S + 30},
    "issued in the future": lambda: {"iat": int(NOW()) + LEEWAY_S + 30},
    "nobody": lambda: {"sub": None},
    "for another access token": lambda: {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
}


@pytest.mark.parametrize("what", WRONG_CLAIMS)
def test_wrong_claims_sign_nobody_in(client: FlaskClient, liar: Liar, what: str) -> None:
    query = begun(client, liar)
    liar.claims = WRONG_CLAIMS[what]()
    assert refused(back(client, query["state"]), client)


def test_a_clock_that_is_a_little_off_is_forgiven(client: FlaskClient, liar: Liar) -> None:
    for off in (-LEEWAY_S + 10, LEEWAY_S - 10):
        query = begun(client, liar)
        now = int(time.time()) + off
        liar.claims = {"iat": now, "nbf": now, "exp": int(time.time()) + min(off, 300) if off < 0 else now + 300}
        assert back(client, query["state"]).status_code == 303


@pytest.mark.parametrize(
    "sign",
    [
        lies.unsigned,
        lies.with_public_key_as_secret,
        lies.with_client_secret,
        lies.by_a_stranger,
        lies.cut_short,
        lies.with_its_own_key,
        lambda _liar, _claims: "x.y.z",
        lambda _liar, _claims: "",
    ],
)
def test_wrong_signatures_sign_nobody_in(
    client: FlaskClient, liar: Liar, sign: Callable[[Liar, dict[str, Any]], str]
) -> None:
    query = begun(client, liar)
    liar.sign = sign
    assert refused(back(client, query["state"]), client)


@pytest.mark.filterwarnings("ignore::joserfc.errors.SecurityWarning")
def test_what_the_provider_says_of_its_algorithms_opens_nothing(client: FlaskClient, liar: Liar) -> None:
    liar.metadata = {"id_token_signing_alg_values_supported": ["none"]}
    query = begun(client, liar)
    liar.sign = lies.unsigned
    assert refused(back(client, query["state"]), client)


def test_a_new_key_is_asked_for_once_it_is_used(client: FlaskClient, liar: Liar) -> None:
    assert back(client, begun(client, liar)["state"]).status_code == 303
    asked = liar.asked.count("/keys")
    assert back(client, begun(client, liar)["state"]).status_code == 303
    assert liar.asked.count("/keys") == asked  # kept
    liar.key = rsa("two")
    liar.published = [liar.key]
    assert back(client, begun(client, liar)["state"]).status_code == 303
    liar.key = rsa("two")  # changed, and named as before
    liar.published = [liar.key]
    assert back(client, begun(client, liar)["state"]).status_code == 303
    assert liar.asked.count("/keys") == asked + 2


def test_a_key_that_was_taken_back_signs_nobody_in(client: FlaskClient, liar: Liar) -> None:
    old = liar.key
    liar.key = rsa("two")
    liar.published = [liar.key]
    query = begun(client, liar)
    liar.sign = lambda _, claims: lies.signed(Liar(key=old), claims)
    assert refused(back(client, query["state"]), client)


# -- state


@pytest.mark.parametrize("state", ["", "x", "æ", "0" * 32])
def test_another_state_is_refused_and_uses_the_attempt(client: FlaskClient, liar: Liar, state: str) -> None:
    query = begun(client, liar)
    assert refused(back(client, state), client)
    assert refused(back(client, query["state"]), client)
    assert not liar.forms  # no code was given away


def test_an_answer_is_used_once(client: FlaskClient, liar: Liar) -> None:
    query = begun(client, liar)
    assert back(client, query["state"]).status_code == 303
    client.delete_cookie("akint")
    assert refused(back(client, query["state"]), client)


def test_the_answer_to_another_browser_is_refused(oidc_settings: Settings, liar: Liar) -> None:
    server = create_app(oidc_settings).server
    with server.test_client() as mallory:
        query = begun(mallory, liar)
    with server.test_client() as victim:
        assert refused(back(victim, query["state"]), victim)
        begun(victim, liar)
        assert refused(back(victim, query["state"]), victim)


def test_an_attempt_is_forgotten_in_time(client: FlaskClient, liar: Liar, monkeypatch: pytest.MonkeyPatch) -> None:
    query = begun(client, liar)
    later = time.time() + 700
    monkeypatch.setattr(time, "time", lambda: later)
    assert refused(back(client, query["state"]), client)


def test_another_providers_answer_is_refused(client: FlaskClient, liar: Liar) -> None:
    query = begun(client, liar)
    assert refused(back(client, query["state"], iss="https://ond.example"), client)
    query = begun(client, liar)
    assert back(client, query["state"], iss=liar.issuer).status_code == 303


def test_a_refusal_of_the_provider_is_told_in_words(client: FlaskClient, liar: Liar) -> None:
    query = begun(client, liar)
    answer = client.get("/logg-inn/svar", query_string={"state": query["state"], "error": "access_denied<script>"})
    assert refused(answer, client)
    assert "script>" not in answer.text


def test_under_a_path_of_the_proxys_the_way_in_and_the_words_are_there_too(
    portfolio_url: str, tmp_path: Path, liar: Liar
) -> None:
    home = "https://fylket.example/sti"
    settings = settings_of(
        portfolio_url, tmp_path, oidc_issuer=liar.issuer, public_url=home, proxies="127.0.0.1", screen="open"
    )
    behind = {"X-Forwarded-Prefix": "/sti", "X-Forwarded-Host": "fylket.example", "X-Forwarded-Proto": "https"}
    with create_app(settings).server.test_client() as client:
        client.environ_base |= {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in behind.items()}
        words = client.get("/logg-inn/svar?state=x").text
        assert 'href="/sti/assets/tokens.css"' in words
        assert 'href="/sti/logg-inn"' in words
        assert "/sti/sti" not in words
        asked = {"neste": "/kart"}
        sent = client.get("/logg-inn", query_string=asked, base_url="https://fylket.example")
        query = liar.sent(sent.headers["Location"])
        assert query["redirect_uri"] == f"{home}/logg-inn/svar"
        done = client.get(
            "/logg-inn/svar",
            query_string={"state": query["state"], "code": "the-code"},
            base_url="https://fylket.example",
        )
        assert (done.status_code, done.headers["Location"]) == (303, f"{home}/kart")


def test_a_wrong_code_is_refused(client: FlaskClient, liar: Liar) -> None:
    assert refused(back(client, begun(client, liar)["state"], code="stolen"), client)


def test_a_verifier_that_is_not_ours_is_refused_by_the_provider(client: FlaskClient, liar: Liar) -> None:
    query = begun(client, liar)
    liar.challenge = "another"
    assert refused(back(client, query["state"]), client)


# -- the provider is away, or speaks for another


def test_a_provider_that_is_away_is_told_in_words(portfolio_url: str, tmp_path: Path) -> None:
    settings = settings_of(portfolio_url, tmp_path)
    with create_app(settings).server.test_client() as client:
        answer = client.get("/logg-inn")
        assert answer.status_code == 503
        assert "Innloggingen svarer ikke" in answer.text
        assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://ond.example"},
        {"authorization_endpoint": "http://ond.example/authorize"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": None},
    ],
)
def test_discovery_that_is_not_the_issuers_own_is_not_followed(
    client: FlaskClient, liar: Liar, metadata: dict[str, Any]
) -> None:
    liar.metadata = metadata
    assert client.get("/logg-inn").status_code == 503


def test_no_secret_is_in_a_log_or_an_answer(
    client: FlaskClient, liar: Liar, caplog: pytest.LogCaptureFixture, oidc_settings: Settings
) -> None:
    caplog.set_level(logging.DEBUG)
    query = begun(client, liar)
    liar.claims = {"nonce": "x"}
    answer = back(client, query["state"])
    told = caplog.text + answer.text + repr(oidc_settings) + str(answer.headers)
    assert SECRET not in told
    assert base64.b64encode(f"akint:{SECRET}".encode()).decode() not in told
    assert "the-code" not in caplog.text
    assert "a sign-in was refused: the ID token: InvalidClaimError" in caplog.text


def test_a_provider_that_is_away_is_not_asked_by_everyone(
    client: FlaskClient, liar: Liar, monkeypatch: pytest.MonkeyPatch
) -> None:
    liar.broken = True
    for _ in range(5):
        assert client.get("/logg-inn").status_code == 503
    assert liar.asked == ["/.well-known/openid-configuration"]
    liar.broken = False
    later = time.monotonic() + AWAY_S + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert client.get("/logg-inn").status_code == 303


def test_discovery_that_leads_elsewhere_is_not_followed(client: FlaskClient, liar: Liar) -> None:
    liar.elsewhere = f"{liar.issuer}/keys"
    assert client.get("/logg-inn").status_code == 503
    assert liar.asked == ["/.well-known/openid-configuration"]


# -- where to afterwards


@given(st.one_of(st.text(), st.text(alphabet="/\\\t\r\n:@.?#%20ab"), st.from_regex(r"[/\\\\]{1,3}[a-z.@:/\\\\]+")))
def test_nothing_that_is_asked_leads_off_this_server(asked: str) -> None:
    led = own_path(asked)
    assert led.startswith("/")
    for base in ("https://akint.example", "https://akint.example/sti"):
        browser = (base + led).replace("\\", "/").replace("\t", "").replace("\r", "").replace("\n", "")
        assert urlsplit(browser).netloc == "akint.example"
        assert urlsplit(urljoin(base + "/", led)).netloc == "akint.example"


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/kart?region=SE-O", "/kart?region=SE-O"),
        ("/en/utlysninger", "/en/utlysninger"),
        ("/", "/"),
        ("", "/"),
        ("https://ond.example/", "/"),
        ("//ond.example/", "/"),
        ("/\\ond.example/", "/"),
        ("\\\\ond.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/ond.example", "/"),
        ("/kart\r\nSet-Cookie: a=b", "/"),
        ("///ond.example", "/"),
        ("/logg-ut", "/"),
        ("/logg-inn?neste=/logg-inn", "/"),
        ("/_dash-layout", "/"),
        ("ond.example", "/"),
        ("/" + "a" * 3000, "/"),
    ],
)
def test_one_is_led_to_an_address_of_our_own(client: FlaskClient, liar: Liar, asked: str, led: str) -> None:
    assert own_path(asked) == led
    answer = client.get("/logg-inn", query_string={"neste": asked})
    back_again = back(client, liar.sent(answer.headers["Location"])["state"])
    assert back_again.headers["Location"] == f"http://127.0.0.1:8050{led}"


# -- cookies


def test_cookies_are_shut(client: FlaskClient, liar: Liar) -> None:
    sent = client.get("/logg-inn")
    done = back(client, liar.sent(sent.headers["Location"])["state"])
    for line in (sent.headers["Set-Cookie"], done.headers.getlist("Set-Cookie")[0]):
        assert re.search(r"; HttpOnly; Path=/; SameSite=Lax$", line), line
        assert re.search(r"Max-Age=\d+", line)
    gone = done.headers.getlist("Set-Cookie")[1]
    assert gone.startswith("akint-innlogging=;")


def test_over_https_cookies_are_of_this_host_alone(portfolio_url: str, tmp_path: Path, liar: Liar) -> None:
    settings = settings_of(portfolio_url, tmp_path, oidc_issuer=liar.issuer, public_url="https://akint.example")
    with create_app(settings).server.test_client() as client:
        answer = client.get("/logg-inn", base_url="https://akint.example")
        line = answer.headers["Set-Cookie"]
        assert line.startswith("__Host-akint-innlogging=")
        assert "; Secure; HttpOnly; Path=/; SameSite=Lax" in line
        assert "Domain" not in line
        query = liar.sent(answer.headers["Location"])
        assert query["redirect_uri"] == "https://akint.example/logg-inn/svar"


# -- what claims say


def test_groups_are_found_where_they_are() -> None:
    assert groups({"groups": ["a", "b"]}, "groups") == ["a", "b"]
    assert groups({"realm_access": {"roles": ["a"]}}, "realm_access.roles") == ["a"]
    assert groups({"https://x.example/groups": "a"}, "https://x.example/groups") == ["a"]
    assert groups({"sub": "123"}, "sub") == ["123"]
    for claims in ({}, {"groups": None}, {"groups": {"a": 1}}, {"groups": 7}):
        assert groups(claims, "groups") == []


def test_people_are_called_what_the_provider_calls_them() -> None:
    assert called({"name": " Kari Nordmann ", "email": "k@x.example"}) == "Kari Nordmann"
    assert called({"name": 7, "preferred_username": "kari"}) == "kari"
    assert called({"name": "Kari\u202e\n" + "x" * 200}) == "Kari" + "x" * 76
    assert called({}) == ""
