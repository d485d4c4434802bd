"""The council areas' pages and project development in a browser."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Watched

pytestmark = pytest.mark.browser


def test_an_area_stands_beside_another_by_one_click_and_back(desk: Watched) -> None:
    page = desk.open("/omrader/sam")
    assert page.locator(".compare .other").count() == 0
    page.locator("#valg-mot summary").click()
    page.locator("#valg-mot a", has_text="Klima og miljø").click()
    page.wait_for_selector(".compare polyline.other", state="attached")
    assert page.url.endswith("?mot=KLI")
    page.go_back()
    page.wait_for_selector(".compare polyline.other", state="detached")


def test_the_area_of_the_path_answers_whatever_areas_are_chosen(desk: Watched) -> None:
    alone = desk.open("/omrader/sam").locator("h1").inner_text()
    page = desk.open("/omrader/sam?omrade=KLI")
    assert page.locator("h1").inner_text() == alone
    assert "Samferdsel" in page.locator("main .notice").inner_text()


def test_an_area_that_is_not_there_is_not_found(desk: Watched) -> None:
    answer = desk.page.request.get(desk.home + "/omrader/finnesikke")
    assert answer.status == 404


def test_a_programme_narrows_and_can_be_taken_back(desk: Watched) -> None:
    page = desk.open("/virkemidler/prosjektutvikling")
    before = page.locator("h1").inner_text()
    page.locator("#programmer .applications a").first.click()
    page.wait_for_selector(".chip")
    assert "program=" in page.url
    assert page.locator("h1").inner_text() != before
    page.locator(".chip a").click()
    page.wait_for_selector(".chip", state="detached")
    assert page.locator("h1").inner_text() == before
