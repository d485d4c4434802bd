"""On course, yes or no: each row of the strategy by one written rule, on the county's own numbers (S1-S23).

The rules are the dashboard's proposal, not the county's decision; they are shown beside every verdict. All of them look
at the whole county whatever is selected; a row whose numbers are not there is missing, never weak.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures import competence, facts, funding, goals, memberships, participations, partners, policy
from akint_dash.measures import projects as of_projects
from akint_dash.measures.frame import INVOLVEMENT, MONEY, Frame, frame
from akint_dash.measures.means import means, total
from akint_dash.measures.pipeline import pipeline
from akint_dash.measures.rings import rings
from akint_dash.measures.same_days import actors_same_days, county_same_days
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import answered
from akint_dash.measures.targets import targets
from akint_dash.measures.ukraine import own_money
from akint_dash.measures.weight import absent_means, statements

HOLDS: Final = "holds"
WEAK: Final = "weak"
MISSING: Final = "missing"
FEWEST_DECISIONS: Final = 5
"""No rate of success on fewer."""

Counted = tuple[float, float] | None
"""(what is, out of what or against what); None where the numbers are not there."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``least`` is the share of the second number that the first must reach. ``kind`` says what the two are: ``part``
    (of a base), ``than`` (now against before, both to the data's own day), ``share`` (two shares 0-1) or ``money`` (øre
    of øre). ``of`` names the entities of a row that speaks of a year: data too old for it decide nothing; a row without
    is of all that is recorded.
    """

    kind: str
    least: float
    count: Callable[[Scope, Frame], Counted]
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row's state, and the two numbers that its rule looked at (None where they are not there).

    ``frame`` is the year that they are of, to which day; None where the row is of no year. ``empty``: the numbers are
    there, and there is nothing yet for the rule to look at.
    """

    row: str
    state: str
    kind: str
    least: float
    value: float | None
    base: float | None
    frame: Frame | None = None
    empty: bool = False

    @property
    def year(self) -> int | None:
        """The year that the numbers are of: the last whole one where the rule asks for that."""
        return None if self.frame is None else _year_of(self.row, self.frame)

    @property
    def old(self) -> bool:
        """Whether the data are too old to tell of that year."""
        return self.frame is not None and not self.frame.told(_year_of(self.row, self.frame))


def verdicts(scope: Scope) -> list[Verdict]:
    """Every row's verdict for the whole county on the day looked at, in the strategy's order."""
    county = scope.widened()
    return [_verdict(county, row, rule) for row, rule in RULES.items()]


def _verdict(county: Scope, row: str, rule: Rule) -> Verdict:
    shown = frame(county, *rule.of)
    of = shown if rule.of else None
    counted = rule.count(county, shown) if of is None or shown.told(_year_of(row, shown)) else None
    if counted is None or (rule.kind in ("part", "money") and not counted[1]):
        return Verdict(row, MISSING, rule.kind, rule.least, None, None, of, empty=counted is not None)
    value, base = counted
    state = HOLDS if value >= rule.least * base - 1e-9 else WEAK
    return Verdict(row, state, rule.kind, rule.least, value, base, of)


AGAINST: Final = frozenset({"than", "share"})
"""The kinds of rules that compare with the year before."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a rule looked at on the scale of its kind: shares of the base, and of a share of money, of the whole."""

    value: float
    base: float
    least: float


def drawn(one: Verdict) -> Drawn | None:
    """A verdict as lengths; None where nothing was found, or nothing to be a share of."""
    if one.value is None or one.base is None:
        return None
    if one.kind == "share":
        return Drawn(one.value, one.base, one.least * one.base)
    return Drawn(one.value / one.base, 1.0, one.least) if one.base else None


def tops(found: Sequence[Verdict]) -> dict[str, float]:
    """Where the scale of each kind ends: at the whole, or at the largest that is drawn."""
    ends: dict[str, float] = {}
    for one in found:
        if lengths := drawn(one):
            ends[one.kind] = max(ends.get(one.kind, 1.0), lengths.value, lengths.base, lengths.least)
    return ends


SCALE: Final[Mapping[str, float]] = {"share": 100, "money": 1e-8}
"""From a share to percent, and from øre to millions of kroner; counts stand as they are."""


def _scaled(kind: str, value: float | None) -> float | None:
    return None if value is None else value * SCALE.get(kind, 1)


def course_table(
    found: list[Verdict],
    questions: Mapping[str, str] = MappingProxyType({}),
    chapters: Mapping[str, str] = MappingProxyType({}),
) -> Table:
    """One row per row of the strategy. Columns: row (its chapter of the strategy), question (its words), state, value,
    base, unit, least (the share asked for), year.

    ``year`` is the one that the numbers are of; None where the row is of all that is recorded.
    """
    return table(
        (
            Heading("row", Cell.TEXT, "Kapittel i strategien"),
            Heading("question", Cell.TEXT, "Spørsmål"),
            Heading("state", Cell.CHOICE, "Vurdering"),
            Heading("value", Cell.DECIMAL, "Tall"),
            Heading("base", Cell.DECIMAL, "I alt, eller tallet året før"),
            Heading("unit", Cell.CHOICE, "Måles i"),
            Heading("least", Cell.SHARE, "Grense, minst"),
            Heading("year", Cell.YEAR, "År"),
        ),
        [
            (
                chapters.get(v.row, v.row),
                questions.get(v.row, ""),
                ("course", v.state),
                _scaled(v.kind, v.value),
                _scaled(v.kind, v.base),
                ("course_unit", "without" if v.row == NONE_PAID else v.kind),
                v.least,
                NOT_APPLICABLE if v.year is None else v.year,
            )
            for v in found
        ],
    )


# -- what each row counts


def _results(scope: Scope, _shown: Frame) -> Counted:
    """S1: completed projects with a recorded result, of those completed."""
    if not scope.records("project"):
        return None
    done = {code for code, steps in scope.steps.items() if steps[-1][1] == "completed"}
    until = scope.last_day("result")
    told = {str(v["project"]) for v in scope.records("result").values() if "project" in v and str(v["date"]) <= until}
    return len(done & told), len(done)


def _actors(scope: Scope, shown: Frame) -> Counted:
    """S2: outside actors in projects by the data's day, against the same day of the year before."""
    return actors_same_days(scope, shown) if scope.portfolio.records("participation") else None


def _international(scope: Scope, shown: Frame) -> Counted:
    """S3: the international share of development money of the year shown as it is known, against the year before."""
    year = shown.year
    years = range(year - 1, year + 1)
    found = funding.funding(scope.narrowed(periode=(year - 1, year)))
    data = funding.by_year(found, years)
    (before, now), (unsure_before, unsure_now) = data.column("share"), data.column("lacking")
    if before is None or now is None or unsure_before or found.funds_lacking(year) or (unsure_now and now < before):
        return None
    return now, before


def _near(scope: Scope, _shown: Frame) -> Counted:
    """S4: initiatives in the Nordic countries, Europe or Ukraine, of those with a known region."""
    found = rings(scope)
    return found.near, found.placed


def _served(scope: Scope, _shown: Frame) -> Counted:
    """S5: goals that something serves, of all."""
    totals = goals.served(scope).column("total")
    return sum(bool(n) for n in totals), len(totals)


def _active(scope: Scope, shown: Frame) -> Counted:
    """S6: council areas with an initiative in the year or a statement that an instrument is not relevant, of all."""
    year = shown.year
    areas = [a for a, v in scope.portfolio.records("area").items() if _alive(v, year)]
    said = {area for area, _ in statements(scope, year)}
    begun = facts.active(scope, year)
    active = [a for a in areas if a in begun or a in said]
    return len(active), len(areas)


def _alive(values: Mapping[str, Any], year: int) -> bool:
    return int(str(values.get("valid_from", 0))) <= year <= int(str(values.get("valid_to", 9999)))


def _used(scope: Scope, shown: Frame) -> Counted:
    """S7: øre used of those set aside in the last whole year that the data reach, where both are recorded."""
    year = _whole_year(shown)
    of_year = scope.narrowed(periode=(year, year))
    sums = [total(means(of_year, code), year) for code in scope.portfolio.records("area")]
    return sum(s.both_used_ore for s in sums), sum(s.both_planned_ore for s in sums)


def _answered(scope: Scope, _shown: Frame) -> Counted:
    """S8: requests for help that are answered, of all."""
    return answered(scope)


def _engaged(scope: Scope, shown: Frame) -> Counted:
    """S9: memberships of the year shown with a post held or a meeting attended in it, of all of that year."""
    year = shown.year
    now = [y for m in memberships.memberships(scope) for y in m.years if y.year == year]
    return sum(bool(y.posts or y.meetings) for y in now), len(now)


def _decided(scope: Scope, shown: Frame) -> Counted:
    """S10: budgets of the year shown that say who decided them, of all of that year and those nobody has recorded."""
    some = [v for v in scope.records("budget").values() if v["year"] == shown.year]
    absent = len(absent_means(scope, shown.year)) if some else 0
    return sum("decided_by" in v for v in some), len(some) + absent


def _granted(scope: Scope, _shown: Frame) -> Counted:
    """S11: applications granted, of those decided in the period."""
    pipe = pipeline(scope)
    return None if pipe.decided < FEWEST_DECISIONS else (len(pipe.won), pipe.decided)


def _financed(scope: Scope, _shown: Frame) -> Counted:
    """S12: granted projects whose whole financing is recorded, of all granted in the period."""
    complete = of_projects.financing(scope).column("complete")
    return sum(bool(one) for one in complete), len(complete)


def _grounded(scope: Scope, _shown: Frame) -> Counted:
    """S13: projects tied to an adopted goal, of all."""
    every = len(scope.records("project"))
    return every - len(of_projects.without_goal(scope)), every


def _guided(scope: Scope, shown: Frame) -> Counted:
    """S14: outside actors guided by the data's day, against the same day of the year before."""
    days = [one.days for one in participations.guided(scope)]
    if not days or shown.until is None or shown.before is None:
        return None
    ends = [day.isoformat() for day in (shown.until, shown.before)]
    now, before = (sum(any(d[:4] == end[:4] and d <= end for d in some) for some in days) for end in ends)
    return now, before


def _positions(scope: Scope, _shown: Frame) -> Counted:
    """S15: EEA-relevant dossiers that are open with a position of ours, of all of them."""
    some = [d for d in policy.dossiers(scope) if not d.closed and d.eea == "relevant"]
    return sum("position" in scope.portfolio.get("dossier", d.code) for d in some), len(some)


def _named(scope: Scope, _shown: Frame) -> Counted:
    """S16: inputs that name an adopted goal or decision, of all in the period."""
    found = policy.promoted(scope)
    return sum(i.grounded for i in found), len(found)


def _worth(scope: Scope, _shown: Frame) -> Counted:
    """S17: memberships with a fee that something is recorded as coming from, of all with a fee."""
    paid = [m for m in memberships.memberships(scope) if m.fee_ore]
    return sum(bool(m.links) for m in paid), len(paid)


def _audiences(scope: Scope, shown: Frame) -> Counted:
    """S18: audiences reached by learning in the year shown, of all there are."""
    year = str(shown.year)
    held = [lesson for lesson in competence.lessons(scope, any_year=True) if lesson.day[:4] == year]
    return len({a.audience for lesson in held for a in lesson.attended}), len(CHOICES["audience"]) if held else 0


def _growth(scope: Scope, shown: Frame) -> Counted:
    """S19: initiatives of the year shown, against the same days of the year before; None where none is compared."""
    pair = county_same_days(scope, shown)
    return pair if pair and any(pair) else None


def _kept(scope: Scope, _shown: Frame) -> Counted:
    """S20: regions of living cooperation with contact in the year to the data's day, of all of them."""
    some = [p for p in partners.partners(scope) if p.lives]
    shown = partners.contact_frame(scope)
    return None if shown.stale else (sum(partners.quiet(p, shown) is False for p in some), len(some))


def _tied(scope: Scope, _shown: Frame) -> Counted:
    """S21: partner regions that are met in a network or a project too, of all of them."""
    some = [p for p in partners.partners(scope) if p.lives]
    return sum(bool(p.networks or p.projects) for p in some), len(some)


def _competence_only(scope: Scope, _shown: Frame) -> Counted:
    """S22: Ukrainian regions we work or talk with, less those with own money for reconstruction, of all of them."""
    alive, _, _ = facts.ukraine(scope)
    flagged = {region for one in own_money(scope) for region in one.regions}
    return max(0, alive - len(flagged)), alive


def _targets(scope: Scope, shown: Frame) -> Counted:
    """S23: targets of the last whole year that were reached, of those whose result is known."""
    known = [t for t in targets(scope) if t.year == _whole_year(shown) and t.reached is not None]
    return sum(bool(t.reached) for t in known), len(known)


def _whole_year(shown: Frame) -> int:
    """The last year that the data cover whole."""
    return shown.year - shown.so_far


NONE_PAID: Final = "S22"
"""The row that asks that something is not there: its numbers are of those without."""

LAST_WHOLE: Final = frozenset({"S7", "S23"})
"""Rows judged by the last whole year: data too old for the one after it decide them as before."""


def _year_of(row: str, shown: Frame) -> int:
    """The year that a row is judged by."""
    return _whole_year(shown) if row in LAST_WHOLE else shown.year


RULES: Final[Mapping[str, Rule]] = {
    "S1": Rule("part", 0.8, _results),
    "S2": Rule("than", 1.0, _actors, ("participation",)),
    "S3": Rule("share", 1.0, _international, MONEY),
    "S4": Rule("part", 0.5, _near),
    "S5": Rule("part", 1.0, _served),
    "S6": Rule("part", 1.0, _active, INVOLVEMENT),
    "S7": Rule("money", 0.9, _used, ("budget",)),
    "S8": Rule("part", 0.9, _answered),
    "S9": Rule("part", 0.5, _engaged, ("membership", "activity")),
    "S10": Rule("part", 1.0, _decided, ("budget",)),
    "S11": Rule("part", 1 / 3, _granted),
    "S12": Rule("part", 1.0, _financed),
    "S13": Rule("part", 0.9, _grounded),
    "S14": Rule("than", 1.0, _guided, ("activity",)),
    "S15": Rule("part", 0.5, _positions),
    "S16": Rule("part", 0.75, _named),
    "S17": Rule("part", 1.0, _worth),
    "S18": Rule("part", 1.0, _audiences, ("activity",)),
    "S19": Rule("than", 1.0, _growth, INVOLVEMENT),
    "S20": Rule("part", 1.0, _kept, ("cooperation", "activity")),
    "S21": Rule("part", 0.5, _tied),
    "S22": Rule("part", 1.0, _competence_only),
    "S23": Rule("part", 0.5, _targets, INVOLVEMENT),
}
"""The rule of each row; its words stand in ``text/course.py``."""
