"""Generated sentences about goals, results and targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from akint_dash.measures.frame import Frame
from akint_dash.measures.targets import Reached
from akint_dash.text.findings import evenly, standing
from akint_dash.text.frame import in_year
from akint_dash.text.words import Words, inside


def finding(w: Words, unserved: int, goals: int, results: int, *, narrowed: bool = False) -> str:
    """The page's one finding: which goals no involvement names, else what it has given.

    Of a ``narrowed`` selection it says so: what lies outside may name them.
    """
    if not goals:
        return w("Ingen mål fra regionale planer er lest inn")
    if unserved:
        one = "Ett av {goals} mål er ikke knyttet til noe internasjonalt tiltak"
        many = "{count} av {goals} mål er ikke knyttet til noe internasjonalt tiltak"
        if narrowed:
            one = "Ett av {goals} mål er ikke knyttet til tiltak med disse filtrene"
            many = "{count} av {goals} mål er ikke knyttet til tiltak med disse filtrene"
        return w.n(one, many, unserved, count=w.count_up(unserved), goals=w.count(goals))
    if results:
        return w.n(
            "Alle mål er knyttet til tiltak, med ett registrert resultat",
            "Alle mål er knyttet til tiltak, med {n} registrerte resultater",
            results,
        )
    if narrowed:
        return w("Ingen mål er uten tiltak, men ingen resultater er registrert med disse filtrene")
    return w("Alle mål er knyttet til tiltak, men ingen resultater er registrert")


def matrix_title(w: Words, totals: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Which goal draws most involvements, when one stands out."""
    if not sum(totals.values()):
        return w("Ingen tiltak er knyttet til et mål")
    found, some = standing(totals), sum(n > 0 for n in totals.values())
    if found.leader is not None:
        return w(
            "«{name}» er knyttet til flest tiltak: {n}", name=names[found.leader], n=w.number(totals[found.leader])
        )
    even = evenly(w, found, {code: f"«{name}»" for code, name in names.items()})
    plain = w.n("Ett mål er knyttet til tiltak", "{n} mål er knyttet til tiltak", some)
    return w("{total}, flest{even}", total=plain, even=even) if even else plain


def matrix_say(w: Words, never: Sequence[str], *, narrowed: bool = False, loose: int = 0) -> str:
    """What counts and what a nought means.

    A hole in the strategy only where nothing is narrowed and every instrument's records, and every project
    (``loose`` name no goal), could have shown it; else that it is the selection's, or which instruments name none.
    """
    said = w("Tiltak knyttet til målet, etter virkemiddel.")
    if narrowed:
        return said + " " + w("0 betyr at ingen tiltak med disse filtrene er knyttet til målet.")
    if not never:
        hole = w("0 betyr at ingen tiltak er knyttet til målet.")
        return said if loose else f"{said} {hole}"
    names = w.join([inside(name) for name in never])
    return said + " " + w("Ingen tiltak i {names} er knyttet til et mål; registreringer kan mangle.", names=names)


def area_say(w: Words, *, narrowed: bool) -> str:
    """What counts and what a nought means on one area's page: of the selection only, where it is narrowed."""
    if narrowed:
        return w("Tiltak knyttet til målet. 0 betyr at ingen av områdets tiltak med disse filtrene er knyttet til det.")
    return w("Tiltak knyttet til målet. 0 betyr at ingen av områdets tiltak er knyttet til det.")


def results_title(w: Words, results: int, with_goal: int, *, narrowed: bool = False) -> str:
    """How many results, and how many of them tell which goal they serve; that none is in a ``narrowed`` selection."""
    if not results:
        return w("Ingen resultater med disse filtrene") if narrowed else w("Ingen resultater er registrert")
    return w.n(
        "Ett resultat er registrert",
        "{n} resultater er registrert, {goal} knyttet til et mål",
        results,
        goal=w.number(with_goal),
    )


def loose(w: Words, n: int, *, periode: bool) -> str:
    """How many projects name no goal; a chosen period leaves none of them out."""
    if not n:
        return w("Alle prosjekter er knyttet til et mål")
    if periode:
        return w.n(
            "Ett prosjekt er ikke knyttet til et mål, uansett periode",
            "{n} prosjekter er ikke knyttet til et mål, uansett periode",
            n,
        )
    return w.n("Ett prosjekt er ikke knyttet til et mål", "{n} prosjekter er ikke knyttet til et mål", n)


def targets_title(w: Words, frame: Frame, found: Sequence[Reached], *, ahead: bool = False) -> str:
    """How many of the year's targets are reached, so far in an unfinished one, and how many cannot be told.

    ``ahead``: targets are set for the year, though it is still to come.
    """
    every = [r for r in found if r.year == frame.year]
    mine = [r for r in every if r.reached is not None]
    if not every and ahead:
        return w("Måltallene for {year} er satt; året har ikke begynt", year=frame.year)
    if not every:
        return w("Ingen måltall er satt for {year}", year=frame.year)
    if not mine:
        return w("Måltallene for {year} kan ikke måles ennå", year=frame.year)
    part, unsure = of_every(w, every)
    said = (
        w("{part} måltall er nådd {when}", part=part, when=in_year(w, frame))
        if frame.so_far
        else w("{part} måltall for {year} ble nådd", part=part, year=frame.year)
    )
    return w("{said}; {unsure}", said=said, unsure=unsure) if unsure else said


def of_every(w: Words, found: Sequence[Reached]) -> tuple[str, str]:
    """How many of all the targets are reached, and of how many it cannot be told (empty where it can of all)."""
    rest = sum(r.reached is None for r in found)
    unsure = w.n("ett kan ikke avgjøres", "{count} kan ikke avgjøres", rest, count=w.count(rest)) if rest else ""
    return w.part(sum(bool(r.reached) for r in found), len(found)), unsure


def targets_say(w: Words, frame: Frame, found: Sequence[Reached] = ()) -> str:
    """How much of an unfinished year the data cover, and which targets cannot be told, and why."""
    every = [r for r in found if r.year == frame.year]
    mine = [r for r in every if r.reached is None]
    said = []
    if frame.so_far:
        start, whole = date(frame.year, 1, 1), date(frame.year + 1, 1, 1)
        gone = ((frame.data_day - start).days + 1) / (whole - start).days
        said.append(w("Dataene dekker {gone} av {year}; tidligere år er hele.", gone=w.percent(gone), year=frame.year))
    if len(mine) < len(every):
        said += [_undecided(w, r) for r in mine]
    return " ".join(said)


def _undecided(w: Words, one: Reached) -> str:
    what = w.choice("measure", one.measure)
    if one.actual is None:
        return w("{what} kan ikke avgjøres: det som trengs, er ikke registrert for {year}.", what=what, year=one.year)
    known = value(w, one.measure, one.actual)
    return w("{what} kan ikke avgjøres: noen beløp eller tall mangler, og {known} er kjent.", what=what, known=known)


def value(w: Words, measure: str, number: float) -> str:
    """A target or what was reached, in the measure's unit."""
    if measure == "external_nok":
        return w.money(number * 100)
    if measure == "international_share":
        return w.percent(number / 100)
    return w.decimal(number)
