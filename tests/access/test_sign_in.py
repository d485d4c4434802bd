"""Signing in and out with a real provider, each in a process of its own, by a browser that follows every step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from akint_dash.access.forgery import FIELD
from tests.access.conftest import ANNE, KARI, OLE, PER
from tests.canary import WORD
from tests.test_stranger import unescape_all


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    """It keeps cookies and follows where it is sent."""
    with httpx.Client(follow_redirects=True) as client:
        yield client


def sign_in(browser: httpx.Client, server: str, person: str, address: str = "/logg-inn") -> httpx.Response:
    """Through the provider's own form as ``person``."""
    form = browser.get(server + address)
    assert "Authorize Client" in form.text
    return browser.post(form.url, data={"sub": person})


def shown(browser: httpx.Client, server: str, path: str, search: str = "") -> str:
    """The markup of a page."""
    asked = {
        "output": "side.children",
        "outputs": {"id": "side", "property": "children"},
        "inputs": [
            {"id": "adresse", "property": "pathname", "value": path},
            {"id": "adresse", "property": "search", "value": search},
        ],
        "changedPropIds": ["adresse.pathname"],
    }
    answer = browser.post(f"{server}/_dash-update-component", json=asked, headers={"Origin": server})
    answer.raise_for_status()
    side: Any = answer.json()["response"]["side"]["children"]
    return unescape_all(side)


@pytest.mark.parametrize(
    ("person", "told", "sees"),
    [
        (KARI, "Innlogget: Kari Nordmann (ansatt)", True),
        (OLE, "Innlogget: Ole Leser (leser)", False),
        (ANNE, "Innlogget: Anne Drift (administrator)", True),
        (PER, "Innlogget: per@fylket.example (redaktør for ", True),
        ("fremmed@annet.example", "Innlogget: fremmed@annet.example (leser)", False),
    ],
)
def test_groups_give_roles(browser: httpx.Client, signed_in_server: str, person: str, told: str, sees: bool) -> None:
    before = shown(browser, signed_in_server, "/sok", f"?q={WORD[:7]}")
    assert "Innlogget" not in before
    assert WORD not in before
    answer = sign_in(browser, signed_in_server, person, "/logg-inn?neste=/sok")
    assert (answer.status_code, str(answer.url)) == (200, f"{signed_in_server}/sok")
    after = shown(browser, signed_in_server, "/sok", f"?q={WORD[:7]}")
    assert told in after
    assert (WORD in after) == sees


def test_english_readers_are_told_in_english(browser: httpx.Client, signed_in_server: str) -> None:
    assert "Sign in" in shown(browser, signed_in_server, "/en/kart")
    sign_in(browser, signed_in_server, KARI, "/logg-inn?neste=/en/kart")
    told = shown(browser, signed_in_server, "/en/kart")
    assert "Signed in: Kari Nordmann (staff)" in told
    assert "Sign out" in told


def test_every_sign_in_is_a_new_session(browser: httpx.Client, signed_in_server: str) -> None:
    host = urlsplit(signed_in_server).hostname or ""
    browser.cookies.set("akint", "planted-by-another", domain=host, path="/")
    seen = set()
    for person in (KARI, KARI, OLE):
        sign_in(browser, signed_in_server, person)
        seen.add(browser.cookies.get("akint", domain=host, path="/"))
    assert len(seen) == 3
    assert "planted-by-another" not in seen


def test_a_cookie_from_before_signing_in_gains_nothing(signed_in_server: str) -> None:
    with httpx.Client() as mallory, httpx.Client(follow_redirects=True) as victim:
        mallory.get(f"{signed_in_server}/logg-inn")
        for name, value in dict(mallory.cookies).items():
            victim.cookies.set(name, value, domain="127.0.0.1", path="/")
        sign_in(victim, signed_in_server, KARI)
        assert "Innlogget" not in shown(mallory, signed_in_server, "/kart")


def test_who_says_no_is_told_so_and_not_signed_in(browser: httpx.Client, signed_in_server: str) -> None:
    form = browser.get(f"{signed_in_server}/logg-inn")
    answer = browser.post(form.url, data={"action": "deny"})
    assert answer.status_code == 403
    assert "Innloggingen ble ikke fullført" in answer.text
    assert "Innlogget" not in shown(browser, signed_in_server, "/kart")


def test_signing_out_ends_it_here_and_goes_on_to_the_provider(
    browser: httpx.Client, signed_in_server: str, provider: str
) -> None:
    sign_in(browser, signed_in_server, KARI)
    page = shown(browser, signed_in_server, "/kart")
    form = re.search(r'<form[^>]*action="/logg-ut".*?</form>', page)
    assert form
    token = re.search(r'value="([^"]+)"', form[0])
    assert token
    answer = browser.post(
        f"{signed_in_server}/logg-ut", data={FIELD: unescape(token[1])}, headers={"Origin": signed_in_server}
    )
    assert answer.status_code == 200
    onward = re.search(r'content="1; url=([^"]+)"', answer.text)
    assert onward
    there = urlsplit(unescape(onward[1]))
    assert f"{there.scheme}://{there.netloc}{there.path}" == f"{provider}/oauth2/end_session"
    said = parse_qs(there.query)
    assert said == {"client_id": ["akint"], "post_logout_redirect_uri": [f"{signed_in_server}/"]}
    assert "End Session" in browser.get(unescape(onward[1])).text
    assert "Innlogget" not in shown(browser, signed_in_server, "/kart")


def test_the_answer_is_not_taken_twice(browser: httpx.Client, signed_in_server: str) -> None:
    form = browser.get(f"{signed_in_server}/logg-inn")
    first = browser.post(form.url, data={"sub": KARI}, follow_redirects=False)
    back = first.headers["Location"]
    assert browser.get(back).status_code == 200
    assert browser.get(back).status_code == 403


def test_feeds_and_the_screen_are_public_for_staff_too(browser: httpx.Client, signed_in_server: str) -> None:
    sign_in(browser, signed_in_server, ANNE)
    for path in ("/utlysninger.ics", "/utlysninger.atom", "/skjerm", "/skjerm/bilder", "/skjerm/gjest?bilde=kart"):
        answer = browser.get(signed_in_server + path)
        assert answer.status_code == 200
        assert WORD not in answer.text
