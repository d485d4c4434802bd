"""How active we are where we are members: posts held and meetings attended, by level (S9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.memberships import Worth, distinct
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Engagement:
    """Posts and meetings of the memberships, each once, those that are political and administrative apart.

    ``active`` of the ``total`` memberships have any of either.
    """

    posts: int
    posts_political: int
    meetings: int
    meetings_political: int
    meetings_administrative: int
    active: int
    total: int


def engagement(scope: Scope, found: list[Worth]) -> Engagement:
    """How active we are where we are members (S9): posts held and network meetings in the years of the period."""

    def of(name: str, entity: str, sphere: str) -> int:
        codes = {code for m in found for code in m.given(name)}
        return sum(scope.portfolio.get(entity, code).get("sphere") == sphere for code in codes)

    return Engagement(
        posts=distinct(found, "posts"),
        posts_political=of("posts", "post", "political"),
        meetings=distinct(found, "meetings"),
        meetings_political=of("meetings", "activity", "political"),
        meetings_administrative=of("meetings", "activity", "administrative"),
        active=sum(bool(m.given("posts") or m.given("meetings")) for m in found),
        total=len(found),
    )


def engagement_table(found: list[Worth]) -> Table:
    """One row per membership: posts and meetings by level.

    Columns: organisation, posts_political, posts_administrative, posts_lacking (without a level recorded), and the same
    of meetings.
    """
    heads = (
        Heading("organisation", Cell.NAME, "Medlemskap"),
        Heading("posts_political", Cell.COUNT, "Politiske verv"),
        Heading("posts_administrative", Cell.COUNT, "Administrative verv"),
        Heading("posts_lacking", Cell.COUNT, "Verv, nivå ikke registrert"),
        Heading("meetings_political", Cell.COUNT, "Politiske møter"),
        Heading("meetings_administrative", Cell.COUNT, "Administrative møter"),
        Heading("meetings_lacking", Cell.COUNT, "Møter, nivå ikke registrert"),
    )
    keys = [(name, sphere) for name in ("posts", "meetings") for sphere in ("political", "administrative", "")]
    return table(heads, [(("organisation", m.organisation), *(m.spheres.get(key, 0) for key in keys)) for m in found])


def meetings_same_days(scope: Scope, found: list[Worth]) -> tuple[int, int] | None:
    """(meetings of the year shown to the day the data reach, of the year before to the same), each once; None: nothing
    is compared.
    """
    pair = met_same_days(scope, found)
    return (len(pair[0]), len(pair[1])) if pair else None


def met_same_days(scope: Scope, found: list[Worth]) -> tuple[list[str], list[str]] | None:
    """The meetings of :func:`meetings_same_days`, by code."""
    shown = frame(scope.narrowed(maned=()), "activity")  # no month touches the meetings of an organisation
    if shown.until is None or shown.before is None:
        return None
    organisations = {m.organisation for m in found}
    return _met(scope, organisations, shown.until), _met(scope, organisations, shown.before)


def _met(scope: Scope, organisations: set[str], day: date) -> list[str]:
    """The network meetings in some of the organisations in a day's year, up to that day."""
    found = []
    for code, values in scope.portfolio.records("activity").items():
        pairs: Any = values.get("organisations", [])
        inside = f"{day.year}-01-01" <= str(values["start"]) <= day.isoformat()
        if inside and values["kind"] == "network_meeting" and any(one in organisations for one, _ in pairs):
            found.append(code)
    return found
