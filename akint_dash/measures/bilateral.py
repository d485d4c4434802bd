"""Bilateral cooperation: partners' ties to other international work (S20, S21), coming visits, Norden's years (S4).

Partners, their status and last contact come from :mod:`akint_dash.measures.partners`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.areas import SHARE_BASE
from akint_dash.measures.facts import unheard
from akint_dash.measures.frame import frame
from akint_dash.measures.partners import Partner
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import regions_of

VISITS: Final = frozenset({"delegation_in", "delegation_out", "study_visit"})
MONTHS: Final = 3
"""How far ahead visits are shown."""


@dataclass(frozen=True, slots=True)
class Bond:
    """A partner and its ties; ``until`` is the last day of the agreement that ends last."""

    partner: Partner
    until: str | None

    @property
    def networks(self) -> tuple[str, ...]:
        """Networks we share: the partner's own."""
        return self.partner.networks

    @property
    def projects(self) -> tuple[str, ...]:
        """Projects we share: the partner's own."""
        return self.partner.projects

    @property
    def tied(self) -> bool:
        """Whether it is tied to any other international work."""
        return bool(self.networks or self.projects)


def bonds(scope: Scope, found: list[Partner]) -> list[Bond]:
    """The bond of each partner, in the order given."""
    return [_bond(scope, partner) for partner in found]


def _bond(scope: Scope, partner: Partner) -> Bond:
    records = [scope.portfolio.get("cooperation", code) for code in partner.cooperations]
    ends = [str(v["agreement_to"]) for v in records if v["status"] != "ended" and "agreement_to" in v]
    return Bond(partner, max(ends, default=None))


def bond_table(found: list[Bond]) -> Table:
    """One row per partner. Columns: region, status, last (day of contact, None: none recorded), area, networks,
    projects (how many of each).
    """
    heads = (
        Heading("region", Cell.NAME, "Region"),
        Heading("status", Cell.CHOICE, "Status"),
        Heading("last", Cell.DATE, "Siste kontakt"),
        Heading("area", Cell.NAME, "Ansvarlig rådsområde"),
        Heading("networks", Cell.COUNT, "Felles nettverk"),
        Heading("projects", Cell.COUNT, "Felles innvilgede prosjekter"),
    )
    rows = [
        (
            ("region", b.partner.region),
            ("cooperation_status", b.partner.status),
            b.partner.last,
            ("area", b.partner.area),
            len(b.networks),
            len(b.projects),
        )
        for b in found
    ]
    return table(heads, rows)


# -- visits to come


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit or delegation that has begun but not ended, or begins within the months ahead."""

    code: str
    kind: str
    start: str
    end: str
    area: str
    regions: tuple[str, ...]


def horizon(today: date, months: int = MONTHS) -> date:
    """The same day ``months`` months ahead, the last of the month where there is none."""
    month = today.month - 1 + months
    year, month = today.year + month // 12, month % 12 + 1
    for day in range(today.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, today.day)


def visits(scope: Scope) -> list[Visit]:
    """Visits and delegations of the selection from today through three months, the nearest first.

    What a stranger may not see is already out of the portfolio. The period does not narrow: it is about what comes.
    """
    today, last, state = scope.today.isoformat(), horizon(scope.today).isoformat(), scope.portfolio.state
    found = []
    for code, values in scope.records("activity").items():
        start, end = str(values["start"]), str(values.get("end", values["start"]))
        if values["kind"] in VISITS and end >= today and start <= last:
            regions = tuple(dict.fromkeys(regions_of(values, state)))
            found.append(Visit(code, str(values["kind"]), start, end, str(values["area"]), regions))
    return sorted(found, key=lambda v: (v.start, v.code))


def visit_table(found: list[Visit]) -> Table:
    """One row per visit. Columns: activity, kind, start, end, area."""
    heads = (
        Heading("activity", Cell.NAME, "Besøk"),
        Heading("kind", Cell.CHOICE, "Type"),
        Heading("start", Cell.DATE, "Fra"),
        Heading("end", Cell.DATE, "Til"),
        Heading("area", Cell.NAME, "Ansvarlig rådsområde"),
    )
    rows = [(("activity", v.code), ("activity_kind", v.kind), v.start, v.end, ("area", v.area)) for v in found]
    return table(heads, rows)


# -- Norden by itself


def norden(scope: Scope) -> Table:
    """Norden's own years. Columns: year, n (involvements tied to a Nordic region), placed (tied to any), share.

    Every year of the period that the data reach; share does not apply in a year with under ten placed, and all are None
    of a year of which the chosen areas have registered nothing.
    """
    facts = scope.facts
    mask = scope.responsible_any_year
    rows: list[tuple[Any, ...]] = []
    silent = unheard(scope)
    for year in frame(scope).years:
        if year in silent:
            rows.append((year, None, None, None))
            continue
        some = mask & (facts.year == year)
        n, placed = int((some & ((facts.ring_bits & 1) != 0)).sum()), int((some & (facts.ring_bits != 0)).sum())
        share = n / placed if placed >= SHARE_BASE else NOT_APPLICABLE  # of so few there is none
        rows.append((year, n, placed, share))
    heads = (
        Heading("year", Cell.YEAR, "År"),
        Heading("n", Cell.COUNT, "I Norden"),
        Heading("placed", Cell.COUNT, "Med kjent region"),
        Heading("share", Cell.SHARE, "Andel"),
    )
    return table(heads, rows)
