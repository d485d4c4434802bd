"""Generated sentences about goals, results and targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akint_dash.measures.targets import Reached
from akint_dash.text.findings import leader
from akint_dash.text.words import Words


def finding(w: Words, unserved: int, goals: int, results: int) -> str:
    """The page's one finding: which goals are not served, else what it has given."""
    if not goals:
        return w("Ingen mål fra regionale planer er lest inn")
    if unserved:
        one = "Ett av {goals} mål har ingen internasjonale tiltak"
        many = "{count} av {goals} mål har ingen internasjonale tiltak"
        return w.n(one, many, unserved, count=w.count_up(unserved), goals=w.count(goals))
    if results:
        return w.n(
            "Alle mål betjenes, med ett registrert resultat",
            "Alle mål betjenes, med {n} registrerte resultater",
            results,
        )
    return w("Alle mål betjenes, men ingen resultater er registrert")


def matrix_title(w: Words, totals: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Which goal draws most involvements, when one stands out."""
    if not sum(totals.values()):
        return w("Ingen tiltak er knyttet til et mål")
    first = leader({code: n for code, n in totals.items() if n})
    if first is None:
        return w("Ingen av målene skiller seg ut")
    return w("«{name}» betjenes av flest tiltak: {n}", name=names[first], n=w.number(totals[first]))


def results_title(w: Words, results: int, with_goal: int) -> str:
    """How many results, and how many of them tell which goal they serve."""
    if not results:
        return w("Ingen resultater er registrert")
    return w.n(
        "Ett resultat er registrert",
        "{n} resultater er registrert, {goal} med et mål",
        results,
        goal=w.number(with_goal),
    )


def targets_title(w: Words, found: Sequence[Reached], year: int) -> str:
    """How many of the year's targets are reached; of an unfinished year, so far."""
    mine = [r for r in found if r.year == year and r.actual is not None]
    if not mine:
        return w("Ingen måltall er satt for {year}", year=year)
    reached = sum((r.actual or 0) >= r.value for r in mine)
    values = {"part": w.part(reached, len(mine)), "year": year}
    if mine[0].so_far:
        return w("{part} måltall for {year} er nådd hittil", **values)
    return w("{part} måltall for {year} ble nådd", **values)


def value(w: Words, measure: str, number: float) -> str:
    """A target or what was reached, in the measure's unit."""
    if measure == "external_nok":
        return w.money(number * 100)
    if measure == "international_share":
        return w.percent(number / 100)
    return w.decimal(number)
