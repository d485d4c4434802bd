"""Memberships of today as a decision: this year's fee, what was recorded as coming from each, the last day to leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.memberships import FEES, memberships
from akint_dash.measures.scope import Scope


@dataclass(frozen=True, slots=True)
class Leaving:
    """One membership held today.

    ``fee_ore`` is that of :func:`fee_year` in øre (None: missing or without a rate), ``links`` what it gave since the
    strategy began, each thing once, ``notice_by`` the last day (ISO) to leave before its next period (None: not
    recorded).
    """

    code: str
    organisation: str
    owner: str
    fee_ore: int | None
    links: int
    notice_by: str | None


def since(scope: Scope) -> int:
    """The year from which what a membership gave is counted: the strategy's first, whatever the period."""
    return min(scope.narrowed(periode=None).period[0], scope.today.year)


def _now(scope: Scope) -> Scope:
    return scope.narrowed(periode=(since(scope), scope.today.year))


def fee_year(scope: Scope) -> int:
    """The year whose fees are shown: the newest that the data reach, whatever the period."""
    return frame(_now(scope), *FEES).year


def leavings(scope: Scope) -> list[Leaving]:
    """Memberships held today, whatever the period: days to come first, the nearest first; then passed days; then those
    without one. What each gave is of the years from the strategy's first to this one."""
    today, year, found = scope.today.isoformat(), fee_year(scope), []
    for one in memberships(_now(scope)):
        if one.until is not None and one.until < today:
            continue
        values = scope.portfolio.get("membership", one.code)
        fee = next((y.fee_ore for y in one.years if y.year == year), None)
        notice = str(values["notice_by"]) if "notice_by" in values else None
        found.append(Leaving(one.code, one.organisation, str(values.get("owner", "")), fee, one.links, notice))
    return sorted(found, key=lambda m: (m.notice_by is None, (m.notice_by or "") < today, m.notice_by or "", m.code))


def leaving_table(found: list[Leaving], today: date) -> Table:
    """One row a membership. Columns: organisation, fee, links, notice_by, days (to it; negative: passed), owner."""
    return table(
        (
            Heading("organisation", Cell.NAME, "Medlemskap"),
            Heading("fee", Cell.ORE, "Kontingent"),
            Heading("links", Cell.COUNT, "Registreringer"),
            Heading("notice_by", Cell.DATE, "Siste dag for å si opp"),
            Heading("days", Cell.DAYS, "Dager igjen"),
            Heading("owner", Cell.SAID, "Ansvarlig seksjon"),
        ),
        [
            (
                ("organisation", m.organisation),
                m.fee_ore,
                m.links,
                m.notice_by,
                (date.fromisoformat(m.notice_by) - today).days if m.notice_by else None,
                ("membership", m.code, "owner") if m.owner else None,
            )
            for m in found
        ],
    )
