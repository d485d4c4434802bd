"""Pages of a state as a reader sees them, card by card, without server or browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from dash.development.base_component import Component

from akint_dash.access.viewer import AT_HOME, STRANGER
from akint_dash.components.page import Site
from akint_dash.domain.history import State
from akint_dash.pages import PAGES
from akint_dash.settings import Settings
from akint_dash.store.portfolio import Audience, Portfolio, make

from .full import TODAY

SAYING: Final = frozenset({"/kvalitet"})
"""Pages of which every line is what is missing, in the words of its rules: what they count has an oracle."""
ADDRESSES: Final = (
    *(page.path for page in PAGES if "<" not in page.path and page.path not in SAYING),
    "/omrader/sam",
    "/omrader/frl",
    *(f"{path}?vekt={weight}" for weight in ("timer", "kroner") for path in ("/", "/omrader", "/omrader/sam")),
    "/virkemidler/bilateralt?vekt=timer",
)
OWN: Final[Mapping[str, Mapping[str, str]]] = {"/sok": {"sok": "Prosjekt"}}


@dataclass
class Still:
    """A snapshot that does not change, in the place of a database."""

    state: State
    trouble: bool = False

    def portfolio(self, audience: Audience, as_of: object = None) -> Portfolio:
        """The portfolio of the state."""
        return make(self.state, [], [], audience)

    looked_back = portfolio


def page(state: State, address: str, audience: Audience = "staff") -> dict[str, str]:
    """The words of each block of a page."""
    asks = AT_HOME if audience == "staff" else STRANGER
    site = Site(Settings(today=TODAY), Still(state), PAGES, lambda: asks)  # type: ignore[arg-type]
    path, _, query = address.partition("?")
    opened = site.open(path, {**OWN.get(path, {}), **dict(parse_qsl(query))})
    assert opened is not None, address
    view, of = opened
    return blocks(list(of.body(view)))


def blocks(children: Any) -> dict[str, str]:
    """key -> words of every card, section or other block of its own."""
    found: dict[str, list[str]] = {}
    _walk(children, "", found)
    return {key: re.sub(r"\s+", " ", " ".join(some)).strip() for key, some in found.items()}


def _walk(child: Any, key: str, found: dict[str, list[str]]) -> None:
    if isinstance(child, list | tuple):
        for one in child:
            _walk(one, key, found)
    elif isinstance(child, Component):
        given = child.to_plotly_json()
        props = given["props"]
        if str(props.get("of", given["type"])).capitalize() in ("Article", "Section"):
            key = f"{key}/{props.get('id') or props.get('className', '')}"
            while key in found:
                key += "+"
            found[key] = []
        if markup := props.get("markup"):
            found.setdefault(key, []).append(re.sub(r"<[^>]*>", " ", str(markup)))
        _walk(props.get("children"), key, found)
    elif child is not None:
        found.setdefault(key, []).append(str(child))
