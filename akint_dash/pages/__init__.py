"""One module per address. Each has ``PAGE``: its address, its title and a pure body of a View."""

from __future__ import annotations

from typing import Final

from akint_dash.components.page import Page
from akint_dash.pages import (
    about,
    accessibility,
    areas,
    basket,
    bilateral,
    bring_in,
    calls,
    collection,
    competence,
    data,
    deadlines,
    edit,
    explore,
    funding,
    goals,
    history,
    map,
    overview,
    policy,
    projects,
    quality,
    record,
    screen,
    search,
    strategy,
)

PAGES: Final[tuple[Page, ...]] = (
    overview.PAGE,
    projects.PAGE,
    policy.PAGE,
    competence.PAGE,
    bilateral.PAGE,
    areas.PAGE,
    areas.AREA,
    funding.PAGE,
    goals.PAGE,
    map.PAGE,
    calls.PAGE,
    deadlines.PAGE,
    strategy.PAGE,
    screen.PAGE,
    search.PAGE,
    record.PAGE,
    explore.PAGE,
    basket.PAGE,
    data.KINDS,
    data.PAGE,
    quality.PAGE,
    about.PAGE,
    accessibility.PAGE,
)
"""Every page that everyone may open; the menu of ``components/shell.py`` and links of its pages lead to them."""
OF_STAFF: Final[tuple[Page, ...]] = (
    bring_in.PAGE,
    bring_in.SENT,
    collection.PAGE,
    history.PAGE,
    history.REVISION,
    edit.PAGE,
    edit.ADD,
)
"""Pages that are there for staff only; for others their addresses lead nowhere."""
