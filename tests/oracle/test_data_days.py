"""What happened counts to the data's own day: asked weeks after it, the product says what SQL says of the day itself."""

from __future__ import annotations

from datetime import date

import pytest

from akint_dash.domain.history import Change
from akint_dash.domain.selection import Selection
from akint_dash.measures.scope import Scope
from akint_dash.store.portfolio import Portfolio, make
from akint_dash.store.revisions import Revision

from . import test_oracle, test_policy, test_projects_areas
from .sql import Asked, Oracle

CHECKS = {
    **{
        name: test_oracle.CHECKS[name] for name in ("weight.by_instrument_year", "weight.by_month", "pipeline.pipeline")
    },
    **{
        name: check for name, check in test_policy.CHECKS.items() if name not in ("bilateral.visits", "policy.dossiers")
    },
    **test_projects_areas.CHECKS,
}
"""All but what looks ahead: visits to come, and the next deadline of a dossier."""

DAYS = ((date(2025, 6, 15), date(2025, 7, 20)), (date(2026, 10, 30), date(2026, 11, 25)))
"""(the data's day, the day looked at)."""


def old(portfolio: Portfolio, day: date) -> Portfolio:
    """The same records, told of on one day."""
    told = Revision(1, f"{day}T08:00:00Z", "x", None, "arbeidsbok", "", "", None, 1, 0, 0)
    changes = [
        (1, Change(entity, code, None, {})) for entity, some in portfolio.state.items() for code in list(some)[:1]
    ]
    return make(portfolio.state, [told], changes, "staff")


@pytest.mark.parametrize("query", ["", "omrade=SAM", "vekt=timer"])
@pytest.mark.parametrize(("known", "today"), DAYS)
def test_nothing_after_the_datas_day_has_happened(
    known: date, today: date, query: str, portfolio: Portfolio, oracle: Oracle
) -> None:
    selection, _ = Selection.from_query(dict(part.split("=", 1) for part in query.split("&") if part))
    scope = Scope(old(portfolio, known), selection, today)
    lists = {"omrade": selection.omrade} if selection.omrade else {}
    asked = Asked(lists, weight=selection.vekt, today=known)
    for name, (ours, theirs) in CHECKS.items():
        assert ours(scope) == theirs(oracle.choose(asked)), name


def test_the_demonstration_holds_two_courses_that_were_only_planned(portfolio: Portfolio) -> None:
    """The year's initiatives held two dated after 30.10., the day of the data: 153 for the public, 166 for staff."""
    counted = {}
    for day in (date(2026, 10, 30), date(2026, 11, 25)):
        scope = Scope(old(portfolio, day), Selection(), date(2026, 11, 25))
        counted[day] = int((scope.responsible_any_year & (scope.facts.year == 2026)).sum())
    assert counted == {date(2026, 10, 30): 164, date(2026, 11, 25): 166}
