"""What is missing where a record says nothing, and what simply is not there: one place for lists and sheets.

A column that is blank is missing where it should have been recorded; the rules of :mod:`akint_dash.measures.lacks` ask
for those, and the required ones cannot be blank. A dossier that is still negotiated has no number of an adopted law, an
open membership no last day, a seminar no addressee: there the record has none, and nothing is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.measures.lacks import ADVOCACY
from akint_dash.measures.memo import once
from akint_dash.measures.partners import AGREED
from akint_dash.measures.pipeline import LOST, WON
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import RULES

TIED: Final = frozenset({("project", "goals")})
"""Ties that every record of the kind should have; of others it may have none."""
MAY_BE_BLANK: Final[Mapping[str, frozenset[str]]] = {
    "area": frozenset({"name_short", "name_short_en", "mail"}),
    "programme": frozenset(
        {
            "parent", "period_from", "period_to", "successor", "norway_why", "cofunding", "decision_days",
            "partner_days", "contribution_days", "portal_id",
        }
    ),
    "region": frozenset({"nuts"}),
    "project": frozenset({"summary", "call", "consortium_total", "decided_on"}),
    "project_step": frozenset({"reason_words"}),
    "funding": frozenset({"purpose"}),
    "result": frozenset({"indicator", "value", "unit", "project", "activity", "goal"}),
    "call": frozenset({"programme_text", "description", "fit_reasons"}),
    "call_deadline": frozenset({"stage", "cut_off"}),
    "dossier": frozenset({"com", "procedure", "position"}),
    "organisation": frozenset({"name_long"}),
    "post": frozenset({"to_date", "person"}),
    "membership": frozenset({"to_date"}),
    "activity": frozenset(
        {
            "end", "instrument", "addressee", "channel", "goal", "decision", "asked", "answered", "dossier",
            "cooperation",
        }
    ),
    "attendance": frozenset({"area", "municipality"}),
    "cooperation": frozenset({"words"}),
    "need": frozenset({"date"}),
    "actor": frozenset({"organisation_number", "sector_text", "municipality_text"}),
    "participation": frozenset({"project_number", "acronym", "project", "programme_text", "municipality_text"}),
    "target": frozenset({"goal"}),
    "remark": frozenset({"record", "measure", "year"}),
    "area_statement": frozenset({"until"}),
}  # fmt: skip
"""Kind of record -> columns that say something of some of its records only."""
OF_ALL: Final = frozenset({"valid_from", "valid_to", "replaced_by", "note", "case_number", "address"})
"""Such columns, of whatever kind."""
BY_LAW: Final = frozenset({"adopted", "eea", "implementation", "closed"})
"""The stages of a dossier that is a law of the EU, with its number."""
HELPS: Final = frozenset({"support"})

Fits = Callable[[Scope, str, Values], bool]


def _status(scope: Scope, code: str) -> str:
    return scope.steps.get(code, [("", "")])[-1][1]


def _won(scope: Scope, code: str, _values: Values) -> bool:
    return _status(scope, code) in WON


def _timed(scope: Scope, code: str, _values: Values) -> bool:
    """Won, or without any status to say which year it is of."""
    return _status(scope, code) in WON | {""}


def _lost(scope: Scope, code: str, _values: Values) -> bool:
    return _status(scope, code) in LOST


def _held(scope: Scope, _code: str, values: Values) -> bool:
    return str(values["start"]) <= scope.last_day("activity")


def _taught(scope: Scope, code: str, values: Values) -> bool:
    return _is_taught(values) and _held(scope, code, values)


def _attended(scope: Scope, code: str, values: Values) -> bool:
    """Of what was taught, and of whatever has groups recorded that took part."""
    groups = scope.portfolio.records("attendance").values()
    told = once(scope.portfolio, "attended", lambda: frozenset(str(one["activity"]) for one in groups))
    return code in told or _taught(scope, code, values)


def _is_taught(values: Values) -> bool:
    return RULES["activity"].instrument(values) == "KOM"


def _promotes(_scope: Scope, _code: str, values: Values) -> bool:
    return values["kind"] in ADVOCACY


def _has_sphere(_scope: Scope, _code: str, values: Values) -> bool:
    return values["kind"] in ("network_meeting", *ADVOCACY)


def _member(scope: Scope, _code: str, values: Values) -> bool:
    """Of this year: begun, and not over before it."""
    return str(values["from_date"]) <= scope.today.isoformat() and _lasting(values) >= f"{scope.today.year}-01-01"


def _lasting(values: Values) -> str:
    return str(values.get("to_date", "9999"))


FITS: Final[Mapping[tuple[str, str], Fits]] = {
    ("project", "start"): _timed,
    ("project", "end"): _won,
    ("project", "fte"): _won,
    ("project", "application_hours"): _lost,
    ("project_step", "reason"): lambda _s, _c, v: v["status"] in LOST,
    ("funding", "hours"): lambda _s, _c, v: v["form"] == "hours",
    ("funding", "amount"): lambda _s, _c, v: v["form"] == "cash" or "hours" not in v,
    ("budget", "used_fte"): lambda s, _c, v: int(str(v["year"])) < s.today.year,
    ("call_deadline", "day"): lambda _s, _c, v: "moment" not in v,
    ("call_deadline", "moment"): lambda _s, _c, v: "day" not in v,
    ("dossier", "celex"): lambda _s, _c, v: v["stage"] in BY_LAW,
    ("membership", "notice_by"): _member,
    ("membership", "fee"): _member,
    ("membership", "fee_year"): _member,
    ("activity", "hours"): _held,
    ("activity", "people"): _attended,
    ("activity", "level"): _taught,
    ("activity", "sphere"): _has_sphere,
    ("activity", "addressee_kind"): _promotes,
    ("activity", "outcome"): _promotes,
    ("cooperation", "agreement_from"): lambda _s, _c, v: v["status"] in AGREED,
    ("cooperation", "agreement_to"): lambda _s, _c, v: v["status"] in AGREED,
}
"""(kind of record, column) -> which of its records should hold something there."""


def wanted(scope: Scope, entity: str, name: str, code: str) -> bool:
    """Whether a record that says nothing in a column lacks it; else it has none, and that is no gap."""
    values = scope.portfolio.get(entity, code)
    if fits := FITS.get((entity, name)):
        return fits(scope, code, values)
    if name == "exemption":
        return values.get("visibility") == "internal"
    if name in OF_ALL or name in MAY_BE_BLANK.get(entity, ()):
        return False
    column = ENTITIES[entity].by_name.get(name)
    return column is None or column.kind is not Kind.TIES or (entity, name) in TIED


ONLY_OF: Final[Mapping[tuple[str, str], Callable[[Values], bool]]] = {
    **{
        ("activity", name): lambda values: values["kind"] in ADVOCACY
        for name in ("addressee_kind", "addressee", "channel", "outcome", "goal", "decision")
    },
    **{("activity", name): lambda values: values["kind"] in HELPS for name in ("asked", "answered")},
    ("activity", "level"): _is_taught,
    ("funding", "hours"): lambda values: values["form"] == "hours",
    ("project_step", "reason"): lambda values: values["status"] in LOST,
    ("project_step", "reason_words"): lambda values: values["status"] in LOST,
}
"""(kind of record, column) -> the records that can hold anything there, where not all of the kind can."""


def belongs(entity: str, name: str, values: Values) -> bool:
    """Whether a record of its type can hold anything in a column: a seminar has no addressee."""
    only = ONLY_OF.get((entity, name))
    return only is None or only(values)
