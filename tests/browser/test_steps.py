"""Steps: the address is the only state, and whichever answer comes last, the page of the newest step stands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, Route, expect

from akint_dash.settings import PROJECT
from tests.browser.conftest import Watched

GO = """([address, again, state]) => dispatchEvent(new CustomEvent("akint-go",
    { detail: { url: new URL(address, location.href), again, state } }))"""
STANDS = "() => document.querySelector('.shell').dataset.address"


def go(page: Page, address: str, *, again: bool = False, state: object = None) -> None:
    """A step as a script of ours takes it."""
    page.evaluate(GO, [address, again, state])


def stands(page: Page, address: str) -> None:
    """The page of an address has come."""
    page.wait_for_function(f"address => ({STANDS})() === address", arg=address)
    assert page.url.endswith(address)


class Held:
    """Answers to questions for one address, kept back until they are let go; and every whole load of the page."""

    def __init__(self, page: Page, asked: str) -> None:
        self.answers: list[Route] = []
        self.loads: list[str] = []
        self._asked = f'"value":"{asked}"'
        page.on("load", lambda one: self.loads.append(one.url))
        page.route("**/_dash-update-component*", self._hold)

    def _hold(self, route: Route) -> None:
        if self._asked in (route.request.post_data or ""):
            self.answers.append(route)
        else:
            route.continue_()

    def let_go(self) -> None:
        for route in self.answers:
            route.continue_()


@pytest.mark.browser
@pytest.mark.parametrize("begun", ["/", "/virkemidler/prosjektutvikling"])
def test_a_slow_first_answer_does_not_replace_a_quick_second_one(desk: Watched, begun: str) -> None:
    page = desk.open(begun)
    held = Held(page, "?omrade=SAM")
    go(page, begun + "?omrade=SAM")
    page.wait_for_timeout(200)
    go(page, begun + "?omrade=SAM&virkemiddel=PRO")
    stands(page, begun + "?omrade=SAM&virkemiddel=PRO")
    assert len(held.answers) == 1
    with page.expect_response("**/_dash-update-component*"):
        held.let_go()
    page.wait_for_timeout(2000)
    stands(page, begun + "?omrade=SAM&virkemiddel=PRO")
    assert held.loads == []


@pytest.mark.browser
def test_back_over_a_step_whose_answer_is_slow_shows_where_one_came_from(desk: Watched) -> None:
    page = desk.open("/maal")
    held = Held(page, "?omrade=SAM")
    go(page, "/maal?omrade=SAM")
    page.wait_for_timeout(200)
    page.go_back()
    page.wait_for_timeout(500)
    held.let_go()
    page.wait_for_timeout(1500)
    stands(page, "/maal")
    expect(page.locator(".chip")).to_have_count(0)
    page.unroute_all()
    page.go_forward()
    stands(page, "/maal?omrade=SAM")
    assert held.loads == []


@pytest.mark.browser
def test_a_step_keeps_the_state_of_its_script_and_may_go_over_the_last_one(desk: Watched) -> None:
    page = desk.open("/maal")
    long = page.evaluate("history.length")
    go(page, "/maal?omrade=SAM", state={"hand": True})
    stands(page, "/maal?omrade=SAM")
    go(page, "/maal?omrade=KUL", again=True, state={"hand": True})
    stands(page, "/maal?omrade=KUL")
    assert page.evaluate("[history.length, history.state]") == [long + 1, {"hand": True}]
    page.go_back()
    stands(page, "/maal")
    page.go_forward()
    stands(page, "/maal?omrade=KUL")
    assert page.evaluate("history.state") == {"hand": True}


@pytest.mark.browser
def test_steps_that_follow_at_once_end_where_the_last_one_leads(desk: Watched) -> None:
    page = desk.open("/maal")
    long = page.evaluate("history.length")
    page.evaluate(
        f"() => {{ const go = {GO}; for (const code of ['SAM', 'KUL', 'PLA']) go(['/maal?omrade=' + code]); }}"
    )
    page.wait_for_timeout(1500)
    stands(page, "/maal?omrade=PLA")
    assert page.evaluate("history.length") == long + 3
    page.go_back()
    stands(page, "/maal?omrade=KUL")


@pytest.mark.browser
def test_this_dash_mounts_a_graph_anew_with_every_answer(desk: Watched) -> None:
    """Once it does not (plotly/dash #3881), this fails: then ``assets/app/plots.js`` and ``.ghost`` can go."""
    page = desk.open("/virkemidler/prosjektutvikling")
    graph = page.wait_for_selector("#vunnet-aar-figur .main-svg")
    assert graph is not None
    go(page, "/virkemidler/prosjektutvikling?omrade=SAM")
    stands(page, "/virkemidler/prosjektutvikling?omrade=SAM")
    page.wait_for_function("() => document.querySelector('#vunnet-aar-figur .main-svg')")
    assert not graph.evaluate("one => one.isConnected")


def named(word: str, folders: Sequence[str] = ("assets", "akint_dash")) -> list[str]:
    """The files of ours that hold a word."""
    every = (path for folder in folders for path in (PROJECT / folder).rglob("*") if path.suffix in {".py", ".js"})
    return [str(path.relative_to(PROJECT)) for path in every if word in path.read_text(encoding="utf-8")]


def test_nothing_private_of_dash_is_named() -> None:
    assert named("_dashprivate") == []


def test_a_page_loads_itself_anew_only_over_a_new_version_or_for_who_asks() -> None:
    front = [name for name in named("location.reload", ["assets"]) if name.startswith("assets/app/")]
    assert sorted(front) == ["assets/app/news.js", "assets/app/renew.js"]


@pytest.mark.browser
@pytest.mark.parametrize("begun", ["/", "/virkemidler/prosjektutvikling"])
def test_a_page_that_came_is_told_by_one_event_when_it_stands(desk: Watched, begun: str) -> None:
    page = desk.open(begun)
    page.wait_for_load_state("networkidle")
    page.evaluate("window.came = []; addEventListener('akint-came', () => window.came.push((" + STANDS + ")()))")
    go(page, begun + "?omrade=SAM")
    stands(page, begun + "?omrade=SAM")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.came") == [begun + "?omrade=SAM"]
    assert page.locator("[data-style]").evaluate_all("all => all.every(one => one.style.cssText)")
