"""Small facts that a row of the strategy asks for and no other measure holds: counts over one kind of record.

All are of the period's years up to the day looked at, inside the selection.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from akint_dash.domain.history import Values
from akint_dash.domain.money import to_ore
from akint_dash.measures import ukraine as map_of_ukraine
from akint_dash.measures.frame import frame
from akint_dash.measures.scope import Scope
from akint_dash.store.involvement import INSTRUMENTS, days


def activities(scope: Scope, *kinds: str) -> dict[str, Values]:
    """Activities of some kinds held in the period by the day looked at."""
    first, last = scope.period
    today = scope.today.isoformat()
    return {
        code: values
        for code, values in scope.records("activity").items()
        if values["kind"] in kinds and first <= int(str(values["start"])[:4]) <= last and str(values["start"]) <= today
    }


@dataclass(frozen=True, slots=True)
class Presence:
    """S9: posts held now and network meetings, each by political and administrative level."""

    posts: Counter[str]
    meetings: Counter[str]


def presence(scope: Scope) -> Presence:
    """Posts held on the day looked at, and network meetings of the period; '' where the level is not recorded.

    A post lies inside the selection where its organisation does.
    """
    today, inside = scope.today.isoformat(), scope.records("organisation")
    posts = Counter(
        str(v.get("sphere", ""))
        for v in scope.portfolio.records("post").values()
        if str(v["organisation"]) in inside and str(v["from_date"]) <= today <= str(v.get("to_date", "9999"))
    )
    meetings = Counter(str(v.get("sphere", "")) for v in activities(scope, "network_meeting").values())
    return Presence(posts, meetings)


@dataclass(frozen=True, slots=True)
class Dossiers:
    """S15: open dossiers, how many are EEA relevant, and the next deadline (ISO day) with its dossier."""

    open: tuple[str, ...]
    relevant: int
    next_day: str | None
    next_dossier: str | None


def dossiers(scope: Scope) -> Dossiers:
    """Dossiers not closed, and the nearest deadline of any of them from the day looked at."""
    today = scope.today.isoformat()
    some = {c: v for c, v in scope.records("dossier").items() if v["stage"] != "closed" and str(v["opened"]) <= today}
    ahead = sorted(
        (str(v["day"]), str(v["dossier"]))
        for v in scope.portfolio.records("dossier_deadline").values()
        if str(v["dossier"]) in some and str(v["day"]) >= today
    )
    day, dossier = ahead[0] if ahead else (None, None)
    return Dossiers(tuple(some), sum(v.get("eea") == "relevant" for v in some.values()), day, dossier)


@dataclass(frozen=True, slots=True)
class Promoted:
    """S16: inputs by addressee, those adopted, partly and answered, and those that name no goal or decision."""

    by_addressee: Counter[str]
    adopted: int
    partly: int
    answered: int
    nameless: tuple[str, ...]


def promoted(scope: Scope) -> Promoted:
    """Advocacy and consultation replies of the period."""
    some = activities(scope, "advocacy", "hearing")
    outcomes = [str(v["outcome"]) for v in some.values() if "outcome" in v and v["outcome"] != "pending"]
    return Promoted(
        Counter(str(v.get("addressee_kind", "")) for v in some.values()),
        outcomes.count("adopted"),
        outcomes.count("partly"),
        len(outcomes),
        tuple(code for code, v in some.items() if "goal" not in v and "decision" not in v),
    )


@dataclass(frozen=True, slots=True)
class Members:
    """S17: memberships on the day looked at, and the fees of ``year`` in øre at its rate.

    ``without_fee`` have no amount, ``without_rate`` one in a currency without a rate: (membership, currency, minor
    units).
    """

    memberships: int
    year: int
    fee_ore: int
    without_fee: tuple[str, ...]
    without_rate: tuple[tuple[str, str, int], ...] = ()


def members(scope: Scope) -> Members:
    """Memberships, and the fees of the newest year that the data reach."""
    today, year = scope.today.isoformat(), frame(scope, "membership", "membership_fee").year
    current = {
        code
        for code, v in scope.records("membership").items()
        if str(v["from_date"]) <= today <= str(v.get("to_date", "9999"))
    }
    paid: dict[str, int] = {}
    foreign: list[tuple[str, str, int]] = []
    for v in scope.portfolio.records("membership_fee").values():
        if v["year"] == year and "amount" in v and v["membership"] in current:
            amount, currency = int(str(v["amount"])), str(v.get("currency", "NOK"))
            one = to_ore(amount, currency, year, scope.portfolio.rates)
            if one.ore is None:
                foreign.append((str(v["membership"]), currency, amount))
            else:
                paid[str(v["membership"])] = paid.get(str(v["membership"]), 0) + one.ore
    lacking = current - paid.keys() - {code for code, _, _ in foreign}
    return Members(len(current), year, sum(paid.values()), tuple(sorted(lacking)), tuple(sorted(foreign)))


def learners(scope: Scope) -> tuple[int, int]:
    """S18: (people reached, activities) of competence building in the period."""
    facts = scope.facts
    first, last = scope.period
    inside = (facts.year >= first) & (facts.year <= last) & (facts.day <= days(scope.today.isoformat()))
    mask = scope.responsible_any_year & inside & (facts.instrument == INSTRUMENTS.index("KOM"))
    return int(facts.people[mask].sum()), int(mask.sum())


def active(scope: Scope, year: int) -> set[str]:
    """The areas responsible for an involvement of the year, whatever is chosen."""
    county = scope.county()
    facts = county.facts
    mask = county.responsible_any_year & (facts.year == year) & (facts.area >= 0)
    return {facts.areas[i] for i in facts.area[mask]}


def active_areas(scope: Scope, year: int) -> tuple[int, int]:
    """S6: (council areas responsible for an involvement of the year, council areas there are): always the county's."""
    exist = {
        code
        for code, v in scope.portfolio.records("area").items()
        if int(str(v.get("valid_from", 0))) <= year <= int(str(v.get("valid_to", 9999)))
    }
    return len(active(scope, year) & exist), len(exist)


def ukraine(scope: Scope) -> tuple[int, int, int]:
    """S22: (Ukrainian regions we cooperate or talk with, those with recorded needs, all of the code list)."""
    found = map_of_ukraine.ukraine(scope)
    alive = sum(one.stage in ("agreement", "dialogue", "exploring") for one in found)
    return alive, sum(bool(one.needs) for one in found), len(found)
