"""Red has one rule in one place: a decision or deadline of ours within 14 days that can still be met; and here, now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import pytest

from akint_dash.components.due_words import look
from akint_dash.components.page import Site
from akint_dash.measures.calls import selected
from akint_dash.measures.calls import urgent as urgent_calls
from akint_dash.measures.dues import CallStates, call_states
from akint_dash.pages.overview.calls_and_actors import SHOWN
from tests.reading import Node, page_made

ROOT: Final = Path(__file__).parent.parent
HERE_AND_NOW: Final = re.compile(r"\.(now\w*|today|home[\w-]*|js-plotly-plot)\b")
"""Today on an axis, Akershus on the map; and Plotly's own drawing of the same."""
URGENT: Final = re.compile(r"\.(due-urgent|due-mark\.urgent|soon)\b")
"""Made by ``look`` of components/due_words.py, and on the wall by the state of a deadline."""
OURS: Final = ("/", "/virkemidler/politikkoppfolging", "/virkemidler/bilateralt", "/utlysninger", "/frister")


def test_only_what_is_urgent_and_where_and_when_we_are_is_red() -> None:
    for path in sorted((ROOT / "assets").rglob("*.css")):
        if path.name == "tokens.css":
            continue
        for selector, rule in re.findall(r"([^{}]+)\{([^{}]*var\(--accent[^{}]*)\}", path.read_text(encoding="utf-8")):
            for one in re.split(r",(?![^()]*\))", selector.split("*/")[-1].strip()):
                assert HERE_AND_NOW.search(one) or URGENT.search(one), (path.name, one, rule)


def test_the_class_of_red_is_made_in_one_place() -> None:
    places = [p for p in (ROOT / "akint_dash").rglob("*.py") if "due-urgent" in p.read_text(encoding="utf-8")]
    assert [p.name for p in places] == ["due_words.py"]


def drawn(body: Any) -> list[Node]:
    """Every element of a page."""
    return list(page_made(body).all())


def urgent(body: Any) -> list[str]:
    """The words of what is red for being urgent."""
    return [node.text for node in drawn(body) if "due-urgent" in str(node.attributes.get("class")).split()]


@pytest.mark.parametrize("path", OURS)
def test_nothing_red_is_farther_than_fourteen_days(site: Site, path: str) -> None:
    found = site.open(path, {})
    assert found is not None
    for words in urgent(found[1].body(found[0])):
        assert all(int(n) <= 14 for n in re.findall(r"(?:om )?(\d+)\N{NO-BREAK SPACE}?\s?dag", words)), words


def test_days_left_wear_the_look_of_their_state_and_no_words(site: Site) -> None:
    looks: dict[str, int] = {}
    for path in OURS:
        found = site.open(path, {})
        assert found is not None
        for node in drawn(found[1].body(found[0])):
            name = str(node.attributes.get("class"))
            if name.startswith("days num"):
                look = name.removeprefix("days num").strip()
                assert look in {"", "due-urgent", "due-lost"}, (path, name)
                looks[look] = looks.get(look, 0) + 1
    assert {"", "due-urgent", "due-lost"} <= looks.keys()


def of_calls(site: Site) -> tuple[list[str], list[str]]:
    """The classes of the days left to each call of the overview: those drawn, and those of the calls' states."""
    found = site.open("/", {})
    assert found is not None
    view, page = found
    card = next(node for node in drawn(page.body(view)) if node.attributes.get("id") == "utlysninger")
    names = [str(node.attributes.get("class")) for node in card.all()]
    shown = urgent_calls(selected(view.scope))[:SHOWN]
    states = call_states(view.scope)
    return [name for name in names if name.startswith("days ")], [
        f"days num {look(states.of(c))}".strip() for c in shown
    ]


def test_the_overview_marks_each_call_by_its_state(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    told, meant = of_calls(site)
    assert told == meant
    assert "days num due-lost" in told
    monkeypatch.setattr(CallStates, "late", lambda *_: None)  # had no step been missed
    told, meant = of_calls(site)
    assert told == meant
    assert "days num due-urgent" in told
