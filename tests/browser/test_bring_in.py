"""Reading in through the browser: a file is dropped, seen, confirmed, found in the history and taken back."""

from __future__ import annotations

import shutil
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, expect

from akint_dash.cli import main
from tests.browser.conftest import TODAY, Watched, serve

pytestmark = pytest.mark.browser
DROP = """([name, body]) => {
  const given = new DataTransfer(), bytes = Uint8Array.from(atob(body), (one) => one.charCodeAt(0));
  given.items.add(new File([bytes], name));
  const place = document.querySelector("[data-drop]");
  for (const kind of ["dragenter", "dragover", "drop"])
    place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: given }));
}"""


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desk", "phone"])
def at_home(
    chromium: Browser, demo_file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Watched, Path]]:
    """Who sits at the machine, before a database of its own; and a workbook with one change."""
    shutil.copy(demo_file, tmp_path / "akint.db")
    url, book = f"sqlite:///{tmp_path / 'akint.db'}", tmp_path / "bok.xlsx"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AKINT_DATABASE_URL", url)
        assert main(["export", str(book)]) == 0
    made = openpyxl.load_workbook(book)
    made["Prosjekter"].cell(4, 2).value = "Et nytt navn"
    made.save(book)
    more = {"audience": "staff", "intake": str(tmp_path / "intake"), "rate": "0", "poll_s": "0.2", "today": TODAY}
    for home in serve(database_url=url, **more):
        one = Watched(chromium, home, viewport={"width": request.param[0], "height": request.param[1]})
        yield one, book
        one.context.close()


@pytest.mark.sampled(2)
def test_a_file_is_dropped_seen_confirmed_and_taken_back(at_home: tuple[Watched, Path]) -> None:
    walk(*at_home)


def walk(one: Watched, book: Path) -> None:
    """The whole way, by mouse and keyboard."""
    page = one.open("/data/les-inn")
    page.wait_for_selector(".drop-words:visible")
    calm(one)
    page.evaluate(DROP, [book.name, b64encode(book.read_bytes()).decode()])
    expect(page.locator("#valgte")).to_have_text(book.name)
    page.get_by_role("button", name="Sjekk filene").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Én endret", timeout=120_000)
    expect(page.locator(".changed")).to_contain_text("Et nytt navn")
    calm(one)
    page.get_by_role("button", name="Les inn").click()
    page.wait_for_url("**/historikk/**", timeout=120_000)
    page.wait_for_selector(".shell h1")
    expect(page.locator(".changed")).to_contain_text("Et nytt navn")
    calm(one)
    page.get_by_role("link", name="Historikk").first.click()
    expect(page.locator("h1")).to_contain_text("oppdateringer")
    calm(one)
    page.locator("tbody th a").first.click()
    page.get_by_role("link", name="Angre oppdateringen …").click()
    page.get_by_role("button", name="Angre oppdatering").click()
    expect(page.locator("h1")).to_contain_text(": én endret", timeout=60_000)
    expect(page.locator(".lead")).to_contain_text("Angrer oppdatering")
    assert one.faults == []


def calm(one: Watched) -> None:
    """Nothing is wrong with the page, and it is no wider than its window."""
    assert one.axe() == []
    assert one.violations() == []
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
