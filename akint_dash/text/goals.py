"""Generated sentences about goals, results and targets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from akint_dash.measures.frame import Frame
from akint_dash.measures.targets import Reached
from akint_dash.text.bases import nothing_told
from akint_dash.text.findings import evenly, standing
from akint_dash.text.frame import in_year
from akint_dash.text.words import Words, capital, inside


def ahead(w: Words, frame: Frame) -> str:
    """Of a year that the data do not reach: that only projects are counted, those on their way too, and nothing else is
    known to be none."""
    if frame.reached:
        return ""
    return w(
        "For {year} er bare prosjekter regnet med, også ideer og søknader på vei, og prosjekter uten "
        "registrert slutt; andre tiltak er ikke kjent ennå.",
        year=frame.year,
    )


def of_projects(w: Words, frame: Frame, named: int, goals: int) -> str:
    """Of a year that the data do not reach: how many goals the projects that go on in it name; '' of another."""
    if frame.reached:
        return ""
    part = w.told_part(named, goals, neuter=True)
    if not named:
        return w("Mål og tiltak i {year} er ikke kjent ennå", year=frame.year)
    words = "{part} mål er knyttet til prosjekter som kan pågå i {year}"
    return capital(w.n(words, words, named, part=part, year=frame.year))


def finding(w: Words, unserved: int, goals: int, results: int, *, narrowed: bool = False, ahead: str = "") -> str:
    """The page's one finding: which goals no involvement names, else what it has given.

    Of a ``narrowed`` selection it says so: what lies outside may name them. ``ahead``: what is said instead of a year
    that the data do not reach.
    """
    if not goals:
        return w("Ingen mål fra regionale planer er lest inn")
    if ahead:
        return ahead
    if unserved == goals and narrowed:
        return w.n(
            "Målet er ikke knyttet til tiltak med disse filtrene",
            "Ingen av de {count} målene er knyttet til tiltak med disse filtrene",
            goals,
        )
    if unserved == goals:
        return w.n(
            "Målet er ikke knyttet til noe internasjonalt tiltak",
            "Ingen av de {count} målene er knyttet til noe internasjonalt tiltak",
            goals,
        )
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
    even = evenly(w, found, {code: w.quoted(name) for code, name in names.items()})
    plain = w.n("Ett mål er knyttet til tiltak", "{Count} mål er knyttet til tiltak", some)
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
    names = w.join([inside(name) for name in never], either=True)
    return said + " " + w("Ingen tiltak i {names} er knyttet til et mål; registreringer kan mangle.", names=names)


def area_say(w: Words, *, narrowed: bool) -> str:
    """What counts and what a nought means on one area's page: of the selection only, where it is narrowed."""
    if narrowed:
        return w(
            "Tiltak knyttet til målet. 0 betyr at ingen av rådsområdets tiltak med disse filtrene er knyttet til det."
        )
    return w("Tiltak knyttet til målet. 0 betyr at ingen av rådsområdets tiltak er knyttet til det.")


def beside(w: Words, *, by_overlap: bool, results: int) -> str:
    """What the numbers of a goal may be taken to contradict: with a period a project counts in every year that it lasts
    (``by_overlap``), and so many ``results`` of the selection are of goals that nothing in it is tied to."""
    said = []
    if by_overlap:
        said.append(w("Et prosjekt er regnet med i hvert år fra idé til slutt, ikke bare i året det begynte."))
    if results:
        one, many = (
            "Ett resultat gjelder et mål uten tiltak her: Resultatet kan gjelde et annet mål enn tiltaket det kom fra.",
            "{Count} resultater gjelder mål uten tiltak her: De kan gjelde andre mål enn tiltakene de kom fra.",
        )
        said.append(w.n(one, many, results))
    return " ".join(said)


def results_title(
    w: Words, results: int, with_goal: int, *, narrowed: bool = False, lacking: Sequence[int] = ()
) -> str:
    """How many results, and how many of them tell which goal they serve; that none is in a ``narrowed`` selection, or
    registered of ``lacking`` years."""
    if not results and lacking:
        return nothing_told(w, "", lacking, none=w("Ingen resultater"))
    if not results:
        return w("Ingen resultater med disse filtrene") if narrowed else w("Ingen resultater er registrert")
    n, goal = w.alike(results, with_goal, neuter=True)
    if with_goal == results > 1:
        goal = w.every(results)
    return w.n(
        "Ett resultat er registrert",
        "{Results} resultater er registrert, {goal} knyttet til et mål",
        results,
        Results=capital(n),
        goal=goal,
    )


def loose(w: Words, n: int, *, periode: bool, among: int = 0) -> str:
    """How many projects name no goal; a chosen period leaves none of them out. ``among`` are the projects that filters
    leave, where any do."""
    if not n and among:
        return w.n(
            "Det ene prosjektet med disse filtrene er knyttet til et mål",
            "Alle prosjekter med disse filtrene er knyttet til et mål",
            among,
        )
    if not n:
        return w("Alle prosjekter er knyttet til et mål")
    if periode:
        return w.n(
            "Ett prosjekt er ikke knyttet til et mål, uansett periode",
            "{Count} prosjekter er ikke knyttet til et mål, uansett periode",
            n,
        )
    return w.n("Ett prosjekt er ikke knyttet til et mål", "{Count} prosjekter er ikke knyttet til et mål", n)


def no_targets(w: Words, first: int, last: int) -> str:
    """That no target is set for the years shown."""
    return w("Ingen måltall er satt for {years}", years=w.years(first, last))


def targets_title(w: Words, frame: Frame, found: Sequence[Reached], *, ahead: bool = False) -> str:
    """How many of the year's targets are reached, so far in an unfinished one, and how many cannot be told.

    ``ahead``: targets are set for the year, though it is still to come.
    """
    every = [r for r in found if r.year == frame.year]
    mine = [r for r in every if r.reached is not None]
    if ahead and not mine:
        return w("Måltallene for {year} er satt; året har ikke begynt", year=frame.year)
    if not every:
        return no_targets(w, frame.year, frame.year)
    if not mine:
        return w("Måltallene for {year} kan ikke måles ennå", year=frame.year)
    if frame.so_far:
        return reached_say(w, every, w("nådd {when}", when=in_year(w, frame.of_years)))
    return reached_say(w, every, w("nådd i {year}", year=frame.year), over=True)


def reached_say(w: Words, found: Sequence[Reached], when: str, *, over: bool = False, then: bool = False) -> str:
    """How many of all the targets are reached (``when`` says by which day), and of how many it cannot be told.

    That none is may not be said where one is unknown: then how many are not. ``over``: the year is a closed one;
    ``then``: it was so on an earlier day.
    """
    unknown, reached = sum(r.reached is None for r in found), sum(bool(r.reached) for r in found)
    none = not reached and (unknown > 0 or len(found) == 1)
    n = len(found) - unknown if none else reached
    if len(found) == 1:
        said = _only(w, when, none=none, over=over, then=then)
    elif n == len(found):
        every = capital(w.every_one(n))
        words = "{every} måltallene er ikke {when}" if none else "{every} måltallene er {when}"
        if over or then:
            words = "{every} måltallene ble ikke {when}" if none else "{every} måltallene ble {when}"
        said = w(words, every=every, when=when)
    else:
        part = w.told_part(n, len(found), neuter=True)
        words = "{part} måltall er ikke {when}" if none else "{part} måltall er {when}"
        if over:
            words = "{part} måltall ble ikke {when}" if none else "{part} måltall ble {when}"
        elif then:
            words = "{part} måltall var ikke {when}" if none else "{part} måltall var {when}"
        said = capital(w.n(words, words, n, part=part, when=when))
    if not unknown:
        return said
    unsure = w.n("for ett vet vi det ikke", "for {count} vet vi det ikke", unknown, count=w.count(unknown))
    return w("{said}; {unsure}", said=said, unsure=unsure)


def _only(w: Words, when: str, *, none: bool, over: bool, then: bool) -> str:
    """The one target there is: '1 av 1' is no way to say it."""
    if over:
        words = "Det eneste måltallet ble ikke {when}" if none else "Det eneste måltallet ble {when}"
    elif then:
        words = "Det eneste måltallet var ikke {when}" if none else "Det eneste måltallet var {when}"
    else:
        words = "Det eneste måltallet er ikke {when}" if none else "Det eneste måltallet er {when}"
    return w(words, when=when)


def targets_say(w: Words, frame: Frame, found: Sequence[Reached] = ()) -> str:
    """How much of an unfinished year the data cover, and which targets cannot be told, and why."""
    every = [r for r in found if r.year == frame.year]
    mine = [r for r in every if r.reached is None]
    said = []
    gone = frame.gone(frame.year)
    if gone is not None:
        said.append(w("Dataene dekker {gone} av {year} og hele årene før.", gone=w.percent(gone), year=frame.year))
    if len(mine) < len(every):
        said += [_undecided(w, r) for r in mine]
    return " ".join(said)


def _undecided(w: Words, one: Reached) -> str:
    what = measured(w, one.measure)
    if one.actual is None:
        return w(
            "Vi vet ikke om måltallet «{what}» er nådd, fordi opplysningene som trengs, ikke er registrert for {year}.",
            what=what,
            year=one.year,
        )
    known = value(w, one.measure, one.actual)
    if one.measure == "external_nok":
        return w(
            "Vi vet ikke om måltallet «{what}» er nådd, fordi noen beløp mangler. Minst {known} er registrert.",
            what=what,
            known=known,
        )
    return w(
        "Vi vet ikke om måltallet «{what}» er nådd, fordi noen tall mangler. Minst {known} er registrert.",
        what=what,
        known=known,
    )


def measured(w: Words, measure: str) -> str:
    """What a target measures, beside amounts that have their unit themselves: 'Innvilget støtte', not '…, kroner'."""
    return w.choice("measure", measure).partition(",")[0]


def stated(w: Words, title: str, number: float, unit: str) -> bool:
    """Whether a result's title says its number and unit itself: 'Batteribuss på fire linjer' of four lines."""
    said = set(re.findall(r"[\w.,\u00a0]+", title.lower()))
    counted = {w.decimal(number), *([w.count(int(number))] if number == int(number) else [])}
    return bool(unit) and bool(counted & said) and unit.lower() in title.lower()


def value(w: Words, measure: str, number: float) -> str:
    """A target or what was reached, in the measure's unit."""
    if measure == "external_nok":
        return w.money(number * 100)
    if measure == "international_share":
        return w.percent(number / 100)
    return w.decimal(number)
