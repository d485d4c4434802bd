"""One field by keyboard: opened from the record, refused in words, saved, told; two at once; on desk and phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import TODAY, Watched, serve
from tests.browser.test_bring_in import calm

pytestmark = pytest.mark.browser
RECORD = "/post/prosjekt/P-0042"


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desk", "phone"])
def at_home(chromium: Browser, demo_file: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Watched]:
    """Who sits at the machine, before a database of its own."""
    shutil.copy(demo_file, tmp_path / "akint.db")
    more = {"audience": "staff", "intake": str(tmp_path / "intake"), "rate": "0", "poll_s": "0.2", "today": TODAY}
    for home in serve(database_url=f"sqlite:///{tmp_path / 'akint.db'}", **more):
        one = Watched(chromium, home, viewport={"width": request.param[0], "height": request.param[1]})
        yield one
        one.context.close()


@pytest.mark.sampled(2)
def test_a_field_is_changed_by_keyboard(at_home: Watched) -> None:
    one = at_home
    page = one.open(RECORD)
    calm(one)
    page.get_by_role("link", name="Rett «Budsjett, vår del»").focus()
    page.keyboard.press("Enter")
    field = page.locator("#felt-budget")
    expect(field).to_have_value("472 000")
    calm(one)
    other = one.context.new_page()
    other.goto(page.url)
    other.locator("#felt-budget").fill("500 000")
    field.press("Control+a")
    page.keyboard.type("tre millioner")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Etter vedtaket")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").first).to_contain_text("Ingenting er lagret", timeout=30_000)
    expect(page.locator("label .wrong")).to_contain_text("er ikke et beløp")
    calm(one)
    field.fill("3 000 000")
    page.get_by_role("button", name="Lagre").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("«Budsjett, vår del»", timeout=30_000)
    calm(one)
    other.get_by_label("Begrunnelse").fill("Etter møtet")
    other.get_by_role("button", name="Lagre").press("Enter")
    expect(other.locator(".clash")).to_contain_text("3 000 000 euro", timeout=30_000)
    page.goto(other.url)
    page.wait_for_selector(".clash")
    calm(one)
    page.get_by_role("button", name="Skriv min verdi likevel").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Lagret som oppdatering", timeout=30_000)
    for address in (f"{RECORD}/rett", f"{RECORD}/rett?felt=goals", "/data/aktivitet/ny", "/en/data/aktivitet/ny"):
        one.open(address)
        calm(one)
    assert one.faults == []
