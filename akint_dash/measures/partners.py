"""Partner regions: how alive each cooperation is, the networks and projects we share, and who could be next (S20, S21).

The selection chooses the cooperations, whatever its period (they are what they are now). What is told of a partner
region is the region's own, whatever is chosen: its contacts, the activities of the period, what we share with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from akint_dash.domain.county import HOME
from akint_dash.domain.history import Change, Values
from akint_dash.domain.kept import kept
from akint_dash.domain.selection import RINGS as RING_WORDS
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.pipeline import WON
from akint_dash.measures.places import tied_projects
from akint_dash.measures.scope import Scope
from akint_dash.store.data_days import recorded_day
from akint_dash.store.involvement import codes_of, regions_of

STATUSES: Final = ("active", "agreement", "dialogue", "exploring", "dormant", "ended")
"""The strongest first: a region with several cooperations has the status of the strongest."""

AGREED: Final = frozenset({"active", "agreement"})
"""The statuses that say that there is an agreement."""

QUIET_DAYS: Final = 365
"""Without contact for longer than this, a cooperation is quiet."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A region we cooperate with, or did.

    ``cooperations`` are codes, the strongest first; ``last`` is the ISO day of the last activity with the region and
    ``last_activity`` its code (None: none recorded); ``activities`` counts those of the period;
    ``networks`` (where we meet it, or that its cooperation names) and ``projects`` are codes of what we share today.
    ``pledged``: an agreement of a cooperation that has not ended lasts to the day looked at or longer.
    """

    region: str
    status: str
    cooperations: tuple[str, ...]
    themes: tuple[str, ...]
    area: str
    areas: tuple[str, ...]
    last: str | None
    last_activity: str | None
    activities: int
    networks: tuple[str, ...]
    projects: tuple[str, ...]
    pledged: bool = False

    @property
    def agreed(self) -> bool:
        """Whether it has an agreement: its status says so, or an agreement is in force whatever the status says."""
        return self.status in AGREED or self.pledged

    @property
    def lives(self) -> bool:
        """Whether the cooperation has not ended."""
        return self.status != "ended"


def contact_frame(scope: Scope) -> Frame:
    """The frame of what is known of contact."""
    return frame(scope, "activity")


def met(one: Partner, shown: Frame) -> bool | None:
    """Whether there was contact in the year to the data's day (see :func:`contact_frame`), however old the data are;
    None where no contact is recorded."""
    return None if one.last is None else (shown.data_day - date.fromisoformat(one.last)).days <= QUIET_DAYS


def quiet(one: Partner, shown: Frame) -> bool | None:
    """Whether it is without contact for over a year.

    None where no contact is recorded, and where the data are too old to tell: one may have come since.
    """
    recent = met(one, shown)
    return None if recent is None or shown.stale else not recent


def partners(scope: Scope) -> list[Partner]:
    """Every partner region inside the selection: by status, then by last contact, the newest first."""
    by_region: dict[str, list[tuple[str, Values]]] = {}
    until = scope.last_day("cooperation")
    for code, values in scope.records("cooperation").items():
        if str(values["since"]) <= until:
            by_region.setdefault(str(values["region"]), []).append((code, values))
    county, contact = scope.county(), contacts(scope)
    met, projects = networks_by_region(county), projects_by_region(county)
    found = [
        _partner(scope, region, some, contact.get(region, []), met.get(region, ()), projects.get(region, ()))
        for region, some in by_region.items()
    ]
    found.sort(key=lambda p: p.region)
    found.sort(key=lambda p: p.last or "", reverse=True)
    return sorted(found, key=lambda p: STATUSES.index(p.status))


def _partner(
    scope: Scope,
    region: str,
    some: list[tuple[str, Values]],
    contact: list[tuple[str, str]],
    networks: tuple[str, ...],
    projects: tuple[str, ...],
) -> Partner:
    ranked = sorted(some, key=lambda pair: (STATUSES.index(str(pair[1]["status"])), pair[0]))
    living = [v for _, v in ranked if v["status"] != "ended"] or [v for _, v in ranked]
    named = [o for v in living for o in codes_of(v, "organisations") if _is_network(scope, o)]
    first, last = scope.period
    areas = [
        str(ranked[0][1].get("area", "")),
        *(a for _, v in ranked for a in (str(v["area"]), *codes_of(v, "areas"))),
    ]
    day, activity = contact[-1] if contact else (None, None)
    return Partner(
        region=region,
        status=str(ranked[0][1]["status"]),
        cooperations=tuple(code for code, _ in ranked),
        themes=tuple(dict.fromkeys(t for _, v in ranked for t in codes_of(v, "themes"))),
        area=areas[0],
        areas=tuple(a for a in dict.fromkeys(areas) if a and a != areas[0]),
        last=day,
        last_activity=activity,
        activities=sum(first <= int(d[:4]) <= last for d, _ in contact),
        networks=tuple(dict.fromkeys([*networks, *named])),
        projects=projects,
        pledged=any(in_force(v, scope.today) for _, v in some),
    )


def has_agreement(values: Values, day: date) -> bool:
    """Whether a cooperation has an agreement on a day, by its status or by the agreement's own last day."""
    return values["status"] in AGREED or in_force(values, day)


def in_force(values: Values, day: date) -> bool:
    """Whether a cooperation that has not ended has an agreement to ``day`` or longer."""
    return values["status"] != "ended" and "agreement_to" in values and str(values["agreement_to"]) >= day.isoformat()


def _is_network(scope: Scope, organisation: str) -> bool:
    values = scope.portfolio.get("organisation", organisation)
    return bool(values) and values.get("kind") != "partner"


def contacts(scope: Scope) -> dict[str, list[tuple[str, str]]]:
    """region -> (ISO day, activity) of every activity with it up to the data's day, in order.

    An activity is with the regions it names and with its cooperation's. The selection does not narrow: when we last met
    a region is a fact of the region.
    """
    until, state = scope.last_day("activity"), scope.portfolio.state
    found: dict[str, list[tuple[str, str]]] = {}
    for code, values in scope.portfolio.records("activity").items():
        if str(values["start"]) <= until:
            for region in set(regions_of(values, state)):
                found.setdefault(region, []).append((str(values["start"]), code))
    return {region: sorted(some) for region, some in found.items()}


# -- what we share


def our_networks(scope: Scope) -> tuple[str, ...]:
    """Organisations inside the selection in which the county is a member on the day looked at."""
    today = scope.today.isoformat()
    ours = {
        str(values["organisation"])
        for values in scope.portfolio.records("membership").values()
        if str(values["from_date"]) <= today <= str(values.get("to_date", "9999"))
    }
    return tuple(code for code in scope.narrowed(sok="", ring=(), partner=()).records("organisation") if code in ours)


def networks_by_region(scope: Scope) -> dict[str, tuple[str, ...]]:
    """region -> our networks that it is a member of too."""
    found: dict[str, list[str]] = {}
    for code in our_networks(scope):
        for region in codes_of(scope.portfolio.get("organisation", code), "regions"):
            found.setdefault(region, []).append(code)
    return {region: tuple(sorted(set(some))) for region, some in found.items()}


def projects_by_region(scope: Scope) -> dict[str, tuple[str, ...]]:
    """region -> projects inside the selection that it is tied to and that are granted, running or completed."""
    tied = tied_projects(scope.portfolio)
    found: dict[str, list[str]] = {}
    for code in scope.narrowed(sok="", ring=(), partner=()).records("project"):
        steps = scope.steps.get(code)
        if steps and steps[-1][1] in WON:
            for region in tied.get(code, ()):
                found.setdefault(region, []).append(code)
    return {region: tuple(sorted(some)) for region, some in found.items()}


# -- who could be next


@dataclass(frozen=True, slots=True)
class Weights:
    """What each thing in common counts, and how many candidates are shown. ``broken``: the file could not be used."""

    shared_network: int = 3
    joint_project: int = 2
    shared_theme: int = 1
    shown: int = 12
    broken: bool = False


def read_weights(path: Path) -> Weights:
    """The weights of an editable file; those of the code, marked broken, where it cannot be used."""
    try:
        return _weights(path)
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError):
        return Weights(broken=True)


@kept
def _weights(path: Path) -> Weights:
    raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    given = [raw["weights"][name] for name in ("shared_network", "joint_project", "shared_theme")] + [raw["shown"]]
    if any(isinstance(n, bool) or not isinstance(n, int) or n < 0 for n in given):
        raise ValueError("weights are whole numbers from 0")
    return Weights(*given)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A region that is no partner yet, what we have in common, and its points. ``former``: a cooperation has ended."""

    region: str
    points: int
    networks: tuple[str, ...]
    projects: tuple[str, ...]
    themes: tuple[str, ...]
    former: bool


def candidates(scope: Scope, weights: Weights) -> list[Candidate]:
    """Regions abroad that are not partners, ranked by points; then by networks, projects, themes, and code.

    points = shared networks x weight + joint projects x weight + shared themes x weight. A theme is shared when the
    region has stated it as a need, or an activity or a joint project with the region carries it, and an area of ours
    offers competence in it. Regions without points are no candidates. Whether a region is a partner does not depend
    on the selection.
    """
    regions = scope.portfolio.records("region")
    rings = {RING_WORDS[ring] for ring in scope.selection.ring}
    taken, former = _partners_now(scope)
    met, projects = networks_by_region(scope), projects_by_region(scope)
    themes = _themes_by_region(scope, projects)
    home = regions.get(HOME, {}).get("country", "NO")
    found = []
    for code in {*met, *projects, *themes} - taken:
        if code not in regions or regions[code].get("country") == home:
            continue
        if rings and regions[code].get("ring") not in rings:
            continue
        if scope.selection.partner and code not in scope.selection.partner:
            continue
        mine = (met.get(code, ()), projects.get(code, ()), themes.get(code, ()))
        counts = (weights.shared_network, weights.joint_project, weights.shared_theme)
        points = sum(len(some) * weight for some, weight in zip(mine, counts, strict=True))
        if points:
            found.append(Candidate(code, points, *mine, code in former))
    return sorted(found, key=lambda c: (-c.points, -len(c.networks), -len(c.projects), -len(c.themes), c.region))


def _partners_now(scope: Scope) -> tuple[set[str], set[str]]:
    """Regions with a cooperation that has not ended, and those with only ended ones."""
    now: set[str] = set()
    ended: set[str] = set()
    for values in scope.portfolio.records("cooperation").values():
        if str(values["since"]) <= scope.last_day("cooperation"):
            (ended if values["status"] == "ended" else now).add(str(values["region"]))
    return now, ended - now


def _themes_by_region(scope: Scope, projects: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """region -> themes it has stated as needs or shares with us in activities and projects, and that we offer."""
    offered = {str(values["theme"]) for values in scope.narrowed(sok="").records("offer").values()}
    found: dict[str, set[str]] = {}
    for values in scope.narrowed(sok="").records("need").values():
        found.setdefault(str(values["region"]), set()).add(str(values["theme"]))
    for region, some in contacts(scope).items():
        for _, code in some:
            found.setdefault(region, set()).update(codes_of(scope.portfolio.get("activity", code), "themes"))
    for region, codes in projects.items():
        for code in codes:
            found.setdefault(region, set()).update(codes_of(scope.portfolio.get("project", code), "themes"))
    return {region: tuple(sorted(themes & offered)) for region, themes in found.items() if themes & offered}


# -- one region's history: when we knew


def history(scope: Scope, region: str) -> list[tuple[date, Change]]:
    """(day recorded, change) of the region's cooperations and needs, the newest first."""
    days = {r.number: recorded_day(r) for r in scope.portfolio.revisions}
    found = [
        (days[number], change)
        for number, change in scope.portfolio.changes
        if change.entity in ("cooperation", "need") and (change.after or change.before or {}).get("region") == region
    ]
    return found[::-1]


def contacts_by_month(scope: Scope, region: str) -> list[int | None]:
    """Activities with the region in each month of the period; None for months to come."""
    first, last = scope.period
    now = (scope.today.year - first) * 12 + scope.today.month - 1
    counts: list[int | None] = [0 if month <= now else None for month in range(12 * (last - first + 1))]
    for day, _ in contacts(scope).get(region, []):
        month = (int(day[:4]) - first) * 12 + int(day[5:7]) - 1
        if 0 <= month < len(counts) and counts[month] is not None:
            counts[month] = (counts[month] or 0) + 1
    return counts


# -- tables: the very numbers of the map

REGION: Final = Heading("region", Cell.NAME, "Region")
AREA: Final = Heading("area", Cell.NAME, "Rådsområde")


def partner_table(found: list[Partner], shown: Frame, *, known: bool = True) -> Table:
    """Columns: region, status, area, last (ISO day), activities of the period (None where the data have not reached it
    or what was done in it is not ``known``, a dash where it has not begun), networks, projects (how many).
    """
    unknown = NOT_APPLICABLE if shown.to_come else None
    headings = (
        REGION,
        Heading("status", Cell.CHOICE, "Status"),
        AREA,
        Heading("last", Cell.DATE, "Siste kontakt"),
        Heading("activities", Cell.COUNT, "Aktiviteter"),
        Heading("networks", Cell.COUNT, "Felles nettverk"),
        Heading("projects", Cell.COUNT, "Felles innvilgede prosjekter"),
    )
    rows = [
        (
            ("region", p.region),
            ("cooperation_status", p.status),
            ("area", p.area),
            p.last,
            p.activities if shown.reached and known else unknown,
            len(p.networks),
            len(p.projects),
        )
        for p in found
    ]
    return table(headings, rows)


def candidate_table(found: list[Candidate]) -> Table:
    """Columns: region, points, networks, projects, themes (how many of each)."""
    headings = (
        REGION,
        Heading("points", Cell.COUNT, "Poeng"),
        Heading("networks", Cell.COUNT, "Felles nettverk"),
        Heading("projects", Cell.COUNT, "Felles innvilgede prosjekter"),
        Heading("themes", Cell.COUNT, "Felles temaer"),
    )
    rows = [(("region", c.region), c.points, len(c.networks), len(c.projects), len(c.themes)) for c in found]
    return table(headings, rows)


def network_table(scope: Scope, found: list[Partner]) -> Table:
    """One row per network we are in. Columns: organisation, regions met there, partners among them.

    None in both where no member region is recorded: missing, not zero.
    """
    ours = {p.region for p in found if p.lives}
    rows: list[tuple[Any, ...]] = []
    for code in our_networks(scope):
        recorded = set(codes_of(scope.portfolio.get("organisation", code), "regions"))
        regions = recorded - {HOME}
        counts = (len(regions), len(regions & ours)) if recorded else (None, None)
        rows.append((("organisation", code), *counts))
    rows.sort(key=lambda row: (-(row[1] or 0), row[0][1]))
    headings = (
        Heading("organisation", Cell.NAME, "Nettverk"),
        Heading("regions", Cell.COUNT, "Regioner vi møter"),
        Heading("partners", Cell.COUNT, "Samarbeidsregioner blant dem"),
    )
    return table(headings, rows)
