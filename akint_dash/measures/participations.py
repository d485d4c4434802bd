"""Outside actors in international projects, and guidance given beside it (S2, S14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.domain.county import COUNTY
from akint_dash.domain.history import Values
from akint_dash.domain.money import to_ore
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.places import today_of
from akint_dash.measures.scope import Scope

SECTORS: Final = ("business", "research", "university", "public", "health", "civil_society", "other")
_YEAR: Final = Heading("year", Cell.YEAR, "År")
_N: Final = Heading("n", Cell.COUNT, "Prosjektdeltakelser")


@dataclass(frozen=True, slots=True)
class Taking:
    """One participation: the actor, its sector, the municipality of today, its years and its money.

    ``place`` is a municipality's code of today, "" where unknown; ``inside`` whether it lies in Akershus; ``last`` is
    the year of the end, that of the start where no end is known; nothing lasts longer than the project of ours that it
    is in. ``ore`` is at the rate of the year of start, None where no amount is recorded, or (``no_rate``, its currency
    and amount) where no rate is known.
    """

    code: str
    actor: str
    sector: str | None
    place: str
    inside: bool
    start: str
    first: int
    last: int
    ore: int | None
    no_rate: tuple[str, int] | None = None


def takings(scope: Scope) -> list[Taking]:
    """Every participation of the selection begun by the data's day that overlaps the period as far as they go.

    One without a start cannot be placed in a year and is left out (see :func:`undated`).
    """
    first, last = scope.period
    last = min(last, frame(scope, "participation").data_day.year)
    found = []
    for code, values in scope.records("participation").items():
        if "from_date" not in values or str(values["from_date"]) > scope.last_day("participation"):
            continue
        one = taking(scope, code, values)
        if one.first <= last and one.last >= first:
            found.append(one)
    return sorted(found, key=lambda t: (t.start, t.code))


def _where(scope: Scope, values: Values) -> str:
    """The municipality of a participation, as it is called today: its own, else its actor's; "" is not known."""
    own = values.get("municipality") or scope.portfolio.get("actor", values["actor"]).get("municipality")
    return today_of(scope.portfolio, own)


def taking(scope: Scope, code: str, values: Values) -> Taking:
    """One participation with a start, wherever it lies."""
    actor, place = scope.portfolio.get("actor", values["actor"]), _where(scope, values)
    start = str(values["from_date"])
    year = int(start[:4])
    ore, no_rate = None, None
    if "amount" in values:
        amount, currency = int(str(values["amount"])), str(values.get("currency", "NOK"))
        ore = to_ore(amount, currency, year, scope.portfolio.rates).ore
        no_rate = (currency, amount) if ore is None else None
    end, over = values.get("to_date"), scope.portfolio.get("project", values.get("project")).get("end")
    ends = min(str(day) for day in (end, over) if day) if end else start
    return Taking(
        code=code,
        actor=str(values["actor"]),
        sector=str(actor["sector"]) if "sector" in actor else None,
        place=place,
        inside=scope.portfolio.get("municipality", place).get("county") == COUNTY,
        start=start,
        first=year,
        last=max(year, int(ends[:4])),
        ore=ore,
        no_rate=no_rate,
    )


def undated(scope: Scope, *, end: bool = False) -> list[str]:
    """Participations of the selection without a start, which lie in no year, or (``end``) an end, which lie in the
    year of their start only.
    """
    dates = ("from_date", "to_date") if end else ("from_date",)
    some = scope.records("participation").items()
    return [code for code, values in some if any(date not in values for date in dates)]


def by_year_sector(scope: Scope) -> Table:
    """Participations of actors in Akershus by year and sector, in every year from start to end.

    Columns: year, sector (None where not known), n, actors (different ones). Of a period that the data do not reach
    its first year, with those known that run into it.
    """
    some = [t for t in takings(scope) if t.inside]
    sectors: list[str | None] = [s for s in SECTORS if any(t.sector == s for t in some)]
    if any(t.sector is None for t in some):
        sectors.append(None)
    rows: list[tuple[Any, ...]] = []
    shown = frame(scope, "participation")
    for year in shown.years or (shown.first,):
        for sector in sectors:
            mine = [t for t in some if t.sector == sector and t.first <= year <= t.last]
            rows.append((year, ("sector", sector) if sector else None, len(mine), len({t.actor for t in mine})))
    actors = Heading("actors", Cell.COUNT, "Aktører")
    return table((_YEAR, Heading("sector", Cell.CHOICE, "Sektor"), _N, actors), rows)


def actors_in_year(scope: Scope, year: int) -> int:
    """Different actors in Akershus that take part in a year."""
    return len({t.actor for t in takings(scope) if t.inside and t.first <= year <= t.last})


def by_municipality(scope: Scope) -> Table:
    """EU money and participations by municipality of Akershus, the most money first; then outside, then unknown.

    Columns: place (("municipality", code); code "" is outside Akershus, None unknown), actors, n, ore (whole grants of
    participations that overlap the period; None where no amount is known), lacking (participations without an amount),
    without_rate (with one in a currency without a rate).
    Those without any have 0; one whose participations all lack a start has no row: it is unknown.
    """
    lost = {_where(scope, scope.portfolio.get("participation", code)) for code in undated(scope)}
    groups: dict[str | None, list[Taking]] = {
        code: []
        for code, values in scope.portfolio.records("municipality").items()
        if values.get("county") == COUNTY
        and "replaced_by" not in values
        and code not in lost
        and (not scope.municipalities or code in scope.municipalities)
    }
    for one in takings(scope):
        groups.setdefault(one.place if one.inside else ("" if one.place else None), []).append(one)
    rows = []
    for place, some in groups.items():
        known = [t.ore for t in some if t.ore is not None]
        ore = sum(known) if known or not some else None
        name = None if place is None else ("municipality", place)
        foreign = sum(t.no_rate is not None for t in some)
        lacking = len(some) - len(known) - foreign
        rows.append((name, len({t.actor for t in some}), len(some), ore, lacking, foreign))
    rows.sort(key=lambda row: (row[0] is None, row[0] is not None and row[0][1] == "", -(row[3] or 0), -row[2], row[0]))
    heads = (
        Heading("place", Cell.NAME, "Kommune"),
        Heading("actors", Cell.COUNT, "Aktører"),
        _N,
        Heading("ore", Cell.ORE, "Støtte"),
        Heading("lacking", Cell.COUNT, "Mangler beløp"),
        Heading("without_rate", Cell.COUNT, "Mangler valutakurs"),
    )
    return table(heads, rows)


# -- guidance beside participation


@dataclass(frozen=True, slots=True)
class Guided:
    """An actor that got guidance: all its days, given by anybody, and its participations that began before and after
    the first of them (``after``: in the period's years)."""

    actor: str
    days: tuple[str, ...]
    before: tuple[Taking, ...]
    after: tuple[Taking, ...]


def guided(scope: Scope) -> list[Guided]:
    """Actors guided by the selection in the period by the data's day: participation after it first, then by day.

    The first day is the actor's own, whoever gave it and whenever: no filter moves it, so that "after" is after the
    first guidance there was. Participation after guidance is shown beside it; nothing says that one caused the other.
    """
    until, (first, last) = scope.last_day("activity"), scope.period
    mine = {
        actor
        for start, actor in _guidance(scope.records("activity"))
        if start <= until and first <= int(start[:4]) <= last
    }
    days: dict[str, list[str]] = {}
    for start, actor in _guidance(scope.portfolio.records("activity")):
        if actor in mine and start <= until:
            days.setdefault(actor, []).append(start)
    own: dict[str, list[Taking]] = {}
    until = scope.last_day("participation")
    for code, values in scope.portfolio.records("participation").items():
        if values["actor"] in days and str(values.get("from_date", "9999")) <= until:
            own.setdefault(str(values["actor"]), []).append(taking(scope, code, values))
    found = []
    for actor, some in days.items():
        taken = sorted(own.get(actor, []), key=lambda t: (t.start, t.code))
        begin = min(some)
        before = tuple(t for t in taken if t.start <= begin)
        after = tuple(t for t in taken if t.start > begin and first <= t.first <= last)
        found.append(Guided(actor, tuple(sorted(some)), before, after))
    return sorted(found, key=lambda g: (not g.after, g.days[0], g.actor))


def _guidance(activities: Mapping[str, Values]) -> Iterator[tuple[str, str]]:
    """(day, actor) of every guidance."""
    for values in activities.values():
        if values["kind"] == "guidance":
            ties: Any = values.get("actors", [])
            yield from ((str(values["start"]), str(actor)) for actor, _ in ties)


def guided_table(found: list[Guided]) -> Table:
    """One row per actor. Columns: actor, first (day of guidance), guidance (how many in all, whatever the filters),
    before, after."""
    heads = (
        Heading("actor", Cell.NAME, "Aktør"),
        Heading("first", Cell.DATE, "Første veiledning"),
        Heading("guidance", Cell.COUNT, "Veiledninger i alt"),
        Heading("before", Cell.COUNT, "Prosjektdeltakelser før"),
        Heading("after", Cell.COUNT, "Nye prosjektdeltakelser etter veiledningen, i årene som vises"),
    )
    return table(heads, [(("actor", g.actor), g.days[0], len(g.days), len(g.before), len(g.after)) for g in found])
