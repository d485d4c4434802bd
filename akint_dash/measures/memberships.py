"""Memberships: posts and meetings by level (S9), and fee against what is recorded as coming from them (S17).

The selection narrows the memberships (responsible area; theme and text of the organisation). What came from one is
counted whole, whichever area it belongs to, in the period up to today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import RateQuality, to_ore
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.frame import frame
from akint_dash.measures.policy import is_input
from akint_dash.measures.scope import Scope

INSTRUMENT: Final = "POL"
"""What memberships belong to."""
LEARNING: Final = frozenset({"course", "seminar", "study_visit", "exchange"})
FEES: Final = ("membership", "membership_fee")
GIVEN: Final = ("posts", "meetings", "inputs", "dossiers", "projects", "learning")
"""What a membership may give, in the order of the sheet."""

Ties = Mapping[str, list[tuple[int, str]]]
"""organisation -> (year, code)."""


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a membership: the fee in øre, of several parts together, and codes of what it gave.

    ``fee_ore`` is None where it, or a part of it, has no amount, or (``no_rate``, its currency and amount) no rate.
    """

    year: int
    fee_ore: int | None
    provisional: bool
    no_rate: tuple[str, int] | None
    posts: tuple[str, ...]
    meetings: tuple[str, ...]
    inputs: tuple[str, ...]
    dossiers: tuple[str, ...]
    projects: tuple[str, ...]
    learning: tuple[str, ...]


@dataclass(frozen=True)
class Worth:
    """One membership over the years of the period. ``overlap`` are codes of projects and learning that name the

    organisation without being recorded as coming from it; ``shared`` those recorded as coming from others too.
    ``spheres`` counts posts and meetings by ("posts" | "meetings", sphere or "" where not recorded).
    """

    code: str
    organisation: str
    since: str
    until: str | None
    years: tuple[Year, ...]
    overlap: tuple[str, ...]
    shared: tuple[str, ...]
    spheres: Mapping[tuple[str, str], int]

    @cached_property
    def fee_ore(self) -> int | None:
        """The fees known, None where none is."""
        known = [y.fee_ore for y in self.years if y.fee_ore is not None]
        return sum(known) if known else None

    @cached_property
    def lacking(self) -> tuple[int, ...]:
        """Years without a fee."""
        return tuple(y.year for y in self.years if y.fee_ore is None and y.no_rate is None)

    @cached_property
    def no_rate(self) -> tuple[tuple[str, int], ...]:
        """The fees in a currency without a rate: (currency, minor units)."""
        return tuple(y.no_rate for y in self.years if y.no_rate is not None)

    def given(self, name: str) -> tuple[str, ...]:
        """The codes of one kind over the years, each once."""
        return tuple(dict.fromkeys(code for y in self.years for code in getattr(y, name)))

    @property
    def links(self) -> int:
        """Everything it gave, each thing once."""
        return len({code for name in GIVEN for code in self.given(name)})


def memberships(scope: Scope) -> list[Worth]:
    """The memberships of the selection held at some time in the period, in its years that the data reach, by code."""
    (first, last), today = scope.period, scope.today
    last = min(last, frame(scope, *FEES).data_day.year)
    portfolio, ties = scope.portfolio, _ties(scope)
    fees: dict[tuple[str, int], list[Values]] = {}
    for fee in portfolio.records("membership_fee").values():
        fees.setdefault((str(fee["membership"]), int(str(fee["year"]))), []).append(fee)
    found = []
    for code, values in inside(scope).items():
        since, until = str(values["from_date"]), str(values["to_date"]) if "to_date" in values else None
        years = range(max(first, int(since[:4])), min(last, int((until or "9999")[:4])) + 1)
        if since > today.isoformat() or not years:
            continue
        organisation = str(values["organisation"])
        made = tuple(_year(scope, organisation, year, fees.get((code, year), []), ties) for year in years)
        found.append(_worth(scope, code, organisation, since, until, made, ties))
    return found


def inside(scope: Scope) -> Mapping[str, Values]:
    """The memberships of the selection whatever their years: by responsible area, and by theme and text of the
    organisation. They belong to policy follow-up: a choice of other instruments leaves none."""
    if scope.selection.virkemiddel and INSTRUMENT not in scope.selection.virkemiddel:
        return {}
    held = scope.narrowed(sok="").records("membership")
    return {code: values for code, values in held.items() if _organisation_inside(scope, str(values["organisation"]))}


def _organisation_inside(scope: Scope, organisation: str) -> bool:
    values = scope.portfolio.get("organisation", organisation)
    return scope.narrowed(omrade=(), ring=(), partner=()).holds("organisation", organisation, values)


def _ties(scope: Scope) -> dict[str, Ties]:
    """What is tied to which organisation, by kind: recorded as coming from it, met there, or only overlapping."""
    portfolio = scope.portfolio
    begun = first_days(scope)
    found: dict[str, dict[str, list[tuple[int, str]]]] = {name: {} for name in (*GIVEN, "overlap")}

    def put(name: str, values: Values, column: str, code: str, day: str | None, entity: str) -> None:
        if day is None or day > scope.last_day(entity):
            return
        pairs: Any = values.get(column, [])
        for organisation, _ in pairs:
            found[name].setdefault(str(organisation), []).append((int(day[:4]), code))

    for code, values in portfolio.records("project").items():
        put("projects", values, "from_organisations", code, begun.get(code), "project")
        put("overlap", values, "organisations", code, begun.get(code), "project")
    for code, values in portfolio.records("dossier").items():
        put("dossiers", values, "from_organisations", code, str(values["opened"]), "dossier")
    for code, values in portfolio.records("activity").items():
        day = str(values["start"])
        if values["kind"] == "network_meeting":
            put("meetings", values, "organisations", code, day, "activity")
        elif is_input(values):
            put("inputs", values, "organisations", code, day, "activity")
        if values["kind"] in LEARNING:
            put("learning", values, "from_organisations", code, day, "activity")
            put("overlap", values, "organisations", code, day, "activity")
    until = scope.last_day("post")
    for code, values in portfolio.records("post").items():
        start, end = str(values["from_date"]), min(until, str(values.get("to_date", "9999")))
        if start <= until:
            years = range(int(start[:4]), int(end[:4]) + 1)
            found["posts"].setdefault(str(values["organisation"]), []).extend((year, code) for year in years)
    return {name: {k: sorted(some) for k, some in kinds.items()} for name, kinds in found.items()}


def first_days(scope: Scope) -> dict[str, str]:
    """project -> the day of its first step, else its start."""
    first: dict[str, str] = {}
    for values in scope.portfolio.records("project_step").values():
        project, day = str(values["project"]), str(values["date"])
        first[project] = min(first.get(project, day), day)
    starts = {c: str(v["start"]) for c, v in scope.portfolio.records("project").items() if "start" in v}
    return {**starts, **first}


def _year(scope: Scope, organisation: str, year: int, fees: list[Values], ties: Mapping[str, Ties]) -> Year:
    given = {name: tuple(code for when, code in ties[name].get(organisation, []) if when == year) for name in GIVEN}
    amounts = [(str(fee.get("currency", "NOK")), int(str(fee["amount"]))) for fee in fees if "amount" in fee]
    paid = [to_ore(minor, currency, year, scope.portfolio.rates) for currency, minor in amounts]
    no_rate = next((pair for pair, one in zip(amounts, paid, strict=True) if one.ore is None), None)
    whole = sum(one.ore or 0 for one in paid) if paid and len(paid) == len(fees) and no_rate is None else None
    return Year(year, whole, any(one.quality is RateQuality.PROVISIONAL for one in paid), no_rate, **given)


def _worth(
    scope: Scope,
    code: str,
    organisation: str,
    since: str,
    until: str | None,
    years: tuple[Year, ...],
    ties: Mapping[str, Ties],
) -> Worth:
    inside = {y.year for y in years}
    own = {c for name in ("projects", "learning") for y in years for c in getattr(y, name)}
    given = {c for y in years for c in y.inputs}
    beside = {c for when, c in ties["overlap"].get(organisation, []) if when in inside} - own - given
    others = {c for name in ("projects", "dossiers", "learning") for o, some in ties[name].items()
              if o != organisation for _, c in some}  # fmt: skip
    mine = own | {c for y in years for c in y.dossiers}
    spheres: Counter[tuple[str, str]] = Counter()
    for name, entity in (("posts", "post"), ("meetings", "activity")):
        for one in {c for y in years for c in getattr(y, name)}:
            spheres[name, str(scope.portfolio.get(entity, one).get("sphere", ""))] += 1
    return Worth(
        code, organisation, since, until, years, tuple(sorted(beside)), tuple(sorted(mine & others)), dict(spheres)
    )


SORTS: Final[Mapping[str, Callable[[Worth], Any]]] = {
    "kontingent": lambda m: (m.fee_ore is None, -(m.fee_ore or 0)),
    "verv": lambda m: -len(m.given("posts")),
    "moter": lambda m: -len(m.given("meetings")),
    "innspill": lambda m: -len(m.given("inputs")),
    "saker": lambda m: -len(m.given("dossiers")),
    "prosjekter": lambda m: -len(m.given("projects")),
    "laering": lambda m: -len(m.given("learning")),
    "ialt": lambda m: -m.links,
    "fra": lambda m: m.since,
}
"""The value of the parameter ``sorter`` and what it sorts by; the largest first, the oldest for ``fra``."""


def ordered(found: list[Worth], by: str) -> list[Worth]:
    """The memberships sorted by a key of :data:`SORTS` (``kontingent`` where it is none), then by organisation."""
    key = SORTS.get(by, SORTS["kontingent"])
    return sorted(sorted(found, key=lambda m: m.organisation), key=key)


def distinct(found: list[Worth], name: str) -> int:
    """How many different things of a kind came from the memberships together: a shared one counts once."""
    return len({code for m in found for code in m.given(name)})


def total_fee(found: list[Worth]) -> tuple[int, int]:
    """(øre of the fees known, how many membership years lack one, or its rate), of all years."""
    fees = [y.fee_ore for m in found for y in m.years]
    return sum(fee or 0 for fee in fees), sum(fee is None for fee in fees)


@dataclass(frozen=True, slots=True)
class Cost:
    """Memberships held in a year, the øre of their fees known, and how many of them lack one.

    ``foreign`` are (currency, minor units) of those whose rate is not known.
    """

    year: int
    count: int
    ore: int
    lacking: int
    foreign: tuple[tuple[str, int], ...] = ()


def cost(scope: Scope, found: list[Worth]) -> Cost:
    """What the memberships cost in the newest year of the period that the data reach."""
    year = frame(scope, *FEES).year
    some = [y for m in found for y in m.years if y.year == year]
    foreign = tuple(y.no_rate for y in some if y.no_rate)
    lacking = sum(y.fee_ore is None for y in some) - len(foreign)
    return Cost(year, len(some), sum(y.fee_ore or 0 for y in some), lacking, foreign)


_GIVEN_HEADS: Final = (
    Heading("posts", Cell.COUNT, "Verv"),
    Heading("meetings", Cell.COUNT, "Møter"),
    Heading("inputs", Cell.COUNT, "Innspill"),
    Heading("dossiers", Cell.COUNT, "EU-saker"),
    Heading("projects", Cell.COUNT, "Prosjekter"),
    Heading("learning", Cell.COUNT, "Kompetanseheving"),
)


def worth_table(found: list[Worth], notice: Mapping[str, str | None]) -> Table:
    """One row per membership and year. Columns: organisation, year, fee, posts, meetings, inputs, dossiers,
    projects, learning, notice_by (the last day to leave of those in ``notice``; not relevant of one that has ended).

    A post held over several years stands in each; the sheet on screen counts it once.
    """
    heads = (
        Heading("organisation", Cell.NAME, "Medlemskap"),
        Heading("year", Cell.YEAR, "År"),
        Heading("fee", Cell.ORE, "Kontingent"),
        *_GIVEN_HEADS,
        Heading("notice_by", Cell.DATE, "Siste dag for å si opp"),
    )
    rows = [
        (
            ("organisation", m.organisation),
            y.year,
            y.fee_ore,
            *(len(getattr(y, name)) for name in GIVEN),
            notice.get(m.code, NOT_APPLICABLE),
        )
        for m in found
        for y in m.years
    ]
    return table(heads, rows)
