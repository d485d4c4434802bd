"""What is wrong or missing in the data, as rules: each of which records, which of them it finds, and what to fill in.

The kinds of holes (:mod:`akint_dash.measures.holes`) are rules too, so that no page counts them otherwise.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.frame import frame
from akint_dash.measures.partners import AGREED
from akint_dash.measures.parts import by_area
from akint_dash.measures.pipeline import LOST, UNDERWAY, WON
from akint_dash.measures.scope import ENDED, NEVER, Scope
from akint_dash.measures.weight import absent_means

MUST: Final = "must"
SETTLE: Final = "settle"
"""Of what may be right, and is no error before somebody has looked."""
SHOULD: Final = "should"
SEVERITIES: Final = (MUST, SETTLE, SHOULD)
Records = Mapping[str, Values]
Check = Callable[[Scope, str, Records], Iterable[str]]
"""(the whole portfolio on a day, kind of record, its records) -> codes of those that break the rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``fields``: kind of record -> its column to fill, or the kind of the record beside it that is missing. ``found``
    is None for a kind of hole. ``rows`` are the strategy's that it touches; a hole's stand with the hole. ``blank`` are
    the columns of which one at least is missing, where there are several; ``wrong``: what stands beside the record is
    there, and contradicts itself."""

    severity: str
    fields: Mapping[str, str]
    found: Check | None = None
    rows: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    wrong: bool = False

    def column(self, entity: str, values: Values) -> str:
        """The column of a record that is to be filled; the kind of record beside it where it is none of its own."""
        lacks = (column for column in self.blank if column not in values)
        return next(lacks, self.fields.get(entity) or next(iter(self.fields.values())))


def _lack(
    entity: str, column: str, severity: str = SHOULD, rows: tuple[str, ...] = (), blank: tuple[str, ...] = ()
) -> Rule:
    return Rule(severity, {entity: column}, rows=rows, blank=blank)


HOLES: Final[Mapping[str, Rule]] = {
    "amount": _lack("project", "funding", MUST),
    "rate": _lack("project", "rate", MUST),
    "own_amount": _lack("project", "funding", MUST),
    "stepless": _lack("project", "project_step", MUST),
    "undated": _lack("project", "start", MUST),
    "notice": _lack("membership", "notice_by", MUST),
    "silent_area": _lack("area", "activity", rows=("S6", "S10")),
    "fund_absent": _lack("area", "fund", rows=("S3",)),
    "used_fte": _lack("budget", "used_fte"),
    "used_nok": _lack("budget", "used_nok"),
    "planned_fte": _lack("budget", "planned_fte"),
    "planned_nok": _lack("budget", "planned_nok"),
    "decided_by": _lack("budget", "decided_by"),
    "goal": _lack("project", "goals"),
    "fee": _lack("membership", "membership_fee"),
    "fee_rate": _lack("membership", "rate"),
    "hours": _lack("activity", "hours"),
    "people": _lack("activity", "attendance"),
    "level": _lack("activity", "level"),
    "sphere": _lack("activity", "sphere"),
    "outcome": _lack("activity", "outcome"),
    "addressee": _lack("activity", "addressee_kind"),
    "eea": _lack("dossier", "eea"),
    "waiting_amount": _lack("project", "funding"),
    "waiting_rate": _lack("project", "rate"),
    "own_hours": _lack("project", "funding"),
    "project_budget": _lack("project", "budget"),
    "period": _lack("project", "end", blank=("start", "end")),
    "fte": _lack("project", "fte"),
    "origin": _lack("project", "origin"),
    "programme": _lack("project", "programme"),
    "reason": _lack("project", "project_step"),
    "application_hours": _lack("project", "application_hours"),
    "fund": _lack("fund", "amount_nok"),
    "participation_date": _lack("participation", "from_date", blank=("from_date", "to_date")),
    "participation_amount": _lack("participation", "amount"),
    "participation_rate": _lack("participation", "rate"),
    "sector": _lack("actor", "sector"),
    "place": _lack("actor", "municipality"),
}
"""Every kind of hole as a rule."""


# -- columns that contradict each other

ENDS: Final[Mapping[str, tuple[str, str]]] = {
    "project": ("start", "end"),
    "activity": ("start", "end"),
    "cooperation": ("agreement_from", "agreement_to"),
    "membership": ("from_date", "to_date"),
    "post": ("from_date", "to_date"),
    "participation": ("from_date", "to_date"),
    "area_statement": ("date", "until"),
}
"""Kind of record -> its first and its last day."""


def _backwards(_scope: Scope, entity: str, every: Records) -> Iterable[str]:
    first, last = ENDS[entity]
    return (code for code, v in every.items() if str(v.get(last, "9999")) < str(v.get(first, "")))


def _alike(of: Callable[[str, Values], Hashable | None]) -> Check:
    """Records that say the same as another one."""

    def found(_scope: Scope, entity: str, every: Records) -> Iterable[str]:
        said = {code: of(entity, values) for code, values in every.items()}
        many = Counter(said.values())
        return (code for code, one in said.items() if one is not None and many[one] > 1)

    return found


def _means_of(_entity: str, values: Values) -> Hashable:
    return values["area"], values["instrument"], values["year"]


TITLED: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("title", "programme"),
    "dossier": ("title",),
    "organisation": ("name",),
    "activity": ("title", "kind", "start", "area"),
    "actor": ("name", "municipality"),
}
"""Kind of record -> what of it, all the same, makes two of them look like one."""


def _title_of(entity: str, values: Values) -> Hashable:
    name, *more = TITLED[entity]
    title = " ".join(str(values[name]).casefold().split())
    return (title, *(str(values.get(column, "")) for column in more))


def _shared_out(_scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    """More than the whole among areas."""
    for code, values in every.items():
        ties: Any = values.get("areas", [])
        if sum(share or 0 for _, share in ties) > 100:
            yield code


MONEY: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("budget", "consortium_total"),
    "funding": ("amount",),
    "membership_fee": ("amount",),
    "participation": ("amount",),
}


def _without_currency(_scope: Scope, entity: str, every: Records) -> Iterable[str]:
    some = ((code, v) for code, v in every.items() if "currency" not in v)
    return (code for code, v in some if any(column in v for column in MONEY[entity]))


def _part_over_whole(_scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    both = ((code, v) for code, v in every.items() if "budget" in v and "consortium_total" in v)
    return (code for code, v in both if int(str(v["budget"])) > int(str(v["consortium_total"])))


def _own_reconstruction(_scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    wanted = {"payer": "own", "form": "cash", "purpose": "reconstruction"}
    return (code for code, v in every.items() if all(v.get(name) == value for name, value in wanted.items()))


# -- days that have passed


def _last_step(scope: Scope, code: str) -> str:
    return scope.steps.get(code, [("", "")])[-1][1]


def _over_and_running(scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    today, going = scope.today.isoformat(), WON - ENDED
    over = (code for code, v in every.items() if str(v.get("end", "9999")) < today)
    return (code for code in over if _last_step(scope, code) in going)


def _answered_first(scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    """Decided before it was sent."""
    for code in every:
        days = scope.steps.get(code, [])
        sent = min((day for day, status in days if status == "submitted"), default="")
        if any(day < sent for day, status in days if status in WON | LOST):
            yield code


def _unanswered(scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    """Sent a year ago or more, and still waiting."""
    then = _a_year_before(scope.today)
    for code in every:
        day, status = scope.steps.get(code, [("", "")])[-1]
        if status == "submitted" and day <= then:
            yield code


def _agreement_over(scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    today = scope.today.isoformat()
    return (c for c, v in every.items() if v["status"] in AGREED and str(v.get("agreement_to", "9999")) < today)


def _quiet_agreement(scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    """Agreed more than a year ago, and no activity of the cooperation, or with its region, in the year before today."""
    today, then = scope.today.isoformat(), _a_year_before(scope.today)
    heard: set[str] = set()
    for values in scope.portfolio.records("activity").values():
        if then < str(values["start"]) <= today:
            ties: Any = values.get("regions", [])
            heard |= {str(values.get("cooperation", "")), *(str(code) for code, _ in ties)}
    for code, values in every.items():
        begun = str(values.get("agreement_from", values["since"]))
        if values["status"] in AGREED and begun <= then and not {code, values["region"]} & heard:
            yield code


def _a_year_before(day: date) -> str:
    return f"{day.year - 1}{day.isoformat()[4:]}"


# -- who is to mend it


def _open(scope: Scope, entity: str, code: str, values: Values) -> bool:
    """Whether a record is still worked on."""
    if entity == "project":
        return _last_step(scope, code) not in ENDED
    if entity == "membership":
        return str(values.get("to_date", "9999")) >= scope.today.isoformat()
    closed = {"dossier": ("stage", "closed"), "cooperation": ("status", "ended")}[entity]
    return values.get(closed[0]) != closed[1]


WORKED_ON: Final = ("project", "dossier", "cooperation", "membership")


def _of_closed_area(scope: Scope, entity: str, every: Records) -> Iterable[str]:
    areas, year = scope.portfolio.records("area"), scope.today.year
    gone = {code for code, v in areas.items() if int(str(v.get("valid_to", NEVER))) < year}
    return (c for c, v in every.items() if v.get("area") in gone and _open(scope, entity, c, v))


def _without_mail(scope: Scope, entity: str, every: Records) -> Iterable[str]:
    named = ((code, v) for code, v in every.items() if "owner" in v and "owner_mail" not in v)
    return (code for code, v in named if _open(scope, entity, code, v))


def _due_without_owner(scope: Scope, entity: str, every: Records) -> Iterable[str]:
    due = _with_deadline(scope, entity, every)
    return (code for code in due if "owner" not in every[code] and _open(scope, entity, code, every[code]))


def _with_deadline(scope: Scope, entity: str, every: Records) -> Iterable[str]:
    """Codes of records that must be met by a day that has not passed."""
    today, portfolio = scope.today.isoformat(), scope.portfolio
    if entity == "dossier":
        ahead = {str(v["dossier"]) for v in portfolio.records("dossier_deadline").values() if str(v["day"]) >= today}
        return (code for code in every if code in ahead)
    if entity == "project":
        days = portfolio.records("call_deadline").values()
        calls = {str(v["call"]) for v in days if str(v.get("day", v.get("moment", "")))[:10] >= today}
        aiming = (code for code, v in every.items() if v.get("call") in calls)
        return (code for code in aiming if _last_step(scope, code) in UNDERWAY)
    column = {"cooperation": "agreement_to", "membership": "notice_by"}[entity]
    return (code for code, v in every.items() if str(v.get(column, "")) >= today)


def _area_without_means(scope: Scope, _entity: str, _every: Records) -> Iterable[str]:
    """Areas of which an instrument is theirs this year, and nothing is planned for any: neither kroner nor people."""
    year = scope.today.year
    if year > frame(scope, "budget").data_day.year:
        return []
    rows = [v for v in scope.portfolio.records("budget").values() if v["year"] == year]
    planned = {area for v in rows if {"planned_nok", "planned_fte"} & v.keys() for area, _ in by_area(v, 0, ())}
    asked = {area for area, _ in absent_means(scope, year)} | {str(v["area"]) for v in rows}
    return asked - planned


# -- what others read

ENGLISH: Final[Mapping[str, str]] = {
    "project": "title",
    "dossier": "title",
    "activity": "title",
    "result": "words",
    "offer": "words",
    "cooperation": "words",
}
"""Kind of record -> the column that pages show in English too."""


def _without_english(_scope: Scope, entity: str, every: Records) -> Iterable[str]:
    column = ENGLISH[entity]
    return (code for code, v in every.items() if column in v and f"{column}_en" not in v)


def _blank(_scope: Scope, entity: str, every: Records) -> Iterable[str]:
    column = RULES["evidence"].fields[entity]
    return (code for code, v in every.items() if column not in v)


def _without_ground(_scope: Scope, _entity: str, every: Records) -> Iterable[str]:
    return (code for code, v in every.items() if v.get("visibility") == "internal" and "exemption" not in v)


def _each(entities: Iterable[str], column: str) -> Mapping[str, str]:
    return dict.fromkeys(entities, column)


_WITH_AREAS: Final = tuple(name for name, entity in ENTITIES.items() if "areas" in entity.by_name)

RULES: Final[Mapping[str, Rule]] = {
    "backwards": Rule(MUST, {entity: last for entity, (_, last) in ENDS.items()}, _backwards),
    "budget_twice": Rule(MUST, {"budget": "instrument"}, _alike(_means_of), ("S7", "S10")),
    "own_reconstruction": Rule(SETTLE, {"funding": "purpose"}, _own_reconstruction, ("S22",)),
    "shared_out": Rule(MUST, _each(_WITH_AREAS, "areas"), _shared_out, ("S3", "S10")),
    "currency": Rule(MUST, _each(MONEY, "currency"), _without_currency, ("S3", "S11")),
    "part_over_whole": Rule(MUST, {"project": "budget"}, _part_over_whole, ("S11",)),
    "over_and_running": Rule(MUST, {"project": "project_step"}, _over_and_running, ("S11",)),
    "answered_first": Rule(MUST, {"project": "project_step"}, _answered_first, ("S11",), wrong=True),
    "agreement_over": Rule(MUST, {"cooperation": "status"}, _agreement_over, ("S20", "S21")),
    "closed_area": Rule(MUST, _each(WORKED_ON, "area"), _of_closed_area, ("S6",)),
    "due_owner": Rule(MUST, _each(WORKED_ON, "owner"), _due_without_owner, ("S10", "S15")),
    "quiet_agreement": Rule(SHOULD, {"cooperation": "status"}, _quiet_agreement, ("S20", "S21")),
    "area_means": Rule(SHOULD, {"area": "budget"}, _area_without_means, ("S7", "S10")),
    "unanswered": Rule(SHOULD, {"project": "project_step"}, _unanswered, ("S11",)),
    "twins": Rule(SETTLE, {entity: columns[0] for entity, columns in TITLED.items()}, _alike(_title_of)),
    "owner_mail": Rule(SHOULD, _each(WORKED_ON, "owner_mail"), _without_mail),
    "evidence": Rule(SHOULD, {"result": "evidence"}, _blank, ("S1",)),
    "english": Rule(SHOULD, {entity: f"{column}_en" for entity, column in ENGLISH.items()}, _without_english),
    "exemption": Rule(SHOULD, _each(_WITH_AREAS, "exemption"), _without_ground),
}
"""The rules that are no kind of hole."""

EVERY: Final[Mapping[str, Rule]] = {**RULES, **HOLES}
"""All rules by key, which is also what an address says."""


def broken(scope: Scope) -> Mapping[str, list[tuple[str, str]]]:
    """Rule -> (kind, code) of the records of the whole county that break it: no filter and no period narrows it."""
    whole, found = scope.county().narrowed(periode=None), defaultdict[str, list[tuple[str, str]]](list)
    for key, rule in RULES.items():
        if rule.found:
            for entity in rule.fields:
                codes = rule.found(whole, entity, whole.portfolio.records(entity))
                found[key] += [(entity, code) for code in sorted(codes)]
    return found
