"""What a page of another site gets of this server in a real browser: nothing read, nothing changed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.access.conftest import KARI, TODAY, portfolio_url, provider, signed_in_server
from tests.browser.conftest import FLAGS, chromium_path, serve
from tests.canary import WORD

__all__ = ["portfolio_url", "provider", "signed_in_server"]
pytestmark = pytest.mark.browser
ASKED = """async (address) => {
  const question = {
    output: "side.children", outputs: { id: "side", property: "children" },
    inputs: [{ id: "adresse", property: "pathname", value: "/sok" },
             { id: "adresse", property: "search", value: "?q=WORD" }],
    changedPropIds: ["adresse.pathname"],
  };
  const body = JSON.stringify(question);
  const tried = [];
  for (const [path, kind, mode] of [
    ["/_dash-update-component", "application/json", "cors"], ["/_dash-update-component", "text/plain", "cors"],
    ["/_dash-update-component", "text/plain", "no-cors"], ["/", "", "cors"], ["/utlysninger.ics", "", "cors"],
    ["/revisjon", "", "cors"], ["/last-ned/kart.csv?side=/kart", "", "cors"],
  ]) {
    try {
      const write = kind ? { method: "POST", body, headers: { "Content-Type": kind } } : {};
      const answer = await fetch(address + path, { ...write, mode, credentials: "include" });
      tried.push(answer.status + " " + await answer.text());
    } catch (fault) { tried.push(String(fault)); }
  }
  return tried;
}""".replace("WORD", WORD[:7])
FORM = """(address) => {
  const form = document.createElement("form");
  form.method = "post"; form.action = address + "/logg-ut"; form.target = "_self";
  document.body.append(form); form.submit();
}"""


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """Another site on this machine: to a browser it is the same site by name, and not the same origin."""
    app = Flask("ond")
    app.add_url_rule("/", "page", lambda: "<!doctype html><title>x</title><body>")
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_that_makes_its_name_point_here_reads_nothing(chromium: Browser, portfolio_url: str) -> None:
    given = {"database_url": portfolio_url, "today": TODAY, "audience": "staff"}
    for home in serve(**given):
        port = urlsplit(home).port
        flags = [*FLAGS, "--host-resolver-rules=MAP ond.example 127.0.0.1"]
        browser = chromium.browser_type.launch(executable_path=chromium_path(), args=flags)
        page = browser.new_page()
        page.goto(f"{home}/revisjon")
        near = page.evaluate(ASKED, home)
        assert WORD in near[0]
        answer = page.goto(f"http://ond.example:{port}/")
        assert answer is not None
        assert answer.status == 421
        assert "Denne adressen er ikke i bruk her" in page.content()
        tried = page.evaluate(ASKED, f"http://ond.example:{port}")
        assert {one.partition(" ")[0] for one in tried} == {"421"}
        assert WORD not in "".join(tried)
        browser.close()


def signed_in(browser: Browser, home: str) -> Page:
    """Kari's browser, signed in."""
    page = browser.new_context().new_page()
    page.goto(f"{home}/logg-inn?neste=/revisjon")
    page.get_by_role("button", name=KARI, exact=True).click()
    page.wait_for_url(f"{home}/revisjon")
    return page


def test_another_page_reads_and_ends_nothing_for_who_is_signed_in(
    chromium: Browser, signed_in_server: str, elsewhere: str
) -> None:
    page = signed_in(chromium, signed_in_server)
    assert WORD in page.evaluate(ASKED, signed_in_server)[0]
    page.goto(elsewhere)
    tried = page.evaluate(ASKED, signed_in_server)
    assert WORD not in "".join(tried)
    assert all(one.startswith(("TypeError", "0 ")) for one in tried), tried
    with page.expect_navigation():
        page.evaluate(FORM, signed_in_server)
    assert "Forespørselen ble ikke utført" in page.content()
    page.goto(f"{signed_in_server}/revisjon")
    assert WORD in page.evaluate(ASKED, signed_in_server)[0]  # still signed in
    page.context.close()
