"""Today's answer to each row of the strategy, in one generated line; or what is missing and who owns it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from akint_dash.domain.county import OFFICE
from akint_dash.measures import (
    competence,
    engagement,
    facts,
    funding,
    goals,
    memberships,
    participations,
    partners,
    policy,
    projects,
    rings,
    targets,
)
from akint_dash.measures.areas import life
from akint_dash.measures.facts import unheard
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.means import means, total
from akint_dash.measures.pipeline import Pipeline, pipeline
from akint_dash.measures.same_days import county_same_days
from akint_dash.measures.scope import Scope
from akint_dash.measures.support import all_known, answered, never_guided
from akint_dash.measures.ukraine import own_money
from akint_dash.measures.weight import by_instrument_year, not_relevant
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import missing
from akint_dash.text.areas import answered_said
from akint_dash.text.bases import PARTLY, Shown, by_month, filter_names
from akint_dash.text.competence import lacking_words
from akint_dash.text.dues import when
from akint_dash.text.findings import change
from akint_dash.text.frame import (
    as_of,
    at_that_time,
    in_months,
    in_year,
    in_years,
    reached,
    silence,
    so_far,
    stop,
    years_of,
)
from akint_dash.text.goals import of_projects, reached_say
from akint_dash.text.overview import elapsed_share
from akint_dash.text.partners import norden_words
from akint_dash.text.policy import contents, cost_say, engaged_title
from akint_dash.text.projects import actors_title, ahead, decided_words, goal_title
from akint_dash.text.where import where
from akint_dash.text.words import Words, capital, inside


@dataclass(frozen=True, slots=True)
class Answer:
    """A measured answer, or (``measured`` False) what is missing and who can mend it.

    ``outside``: nothing is missing, the selection holds none of it; ``held``: it does hold what lacks. ``shown`` is,
    for each number of it, the filters that cannot touch it, where some touch a part only.
    """

    measured: bool
    words: str
    outside: bool = False
    held: bool = False
    shown: Shown | None = None


@dataclass(frozen=True)
class Asked:
    """What an answer is made of. ``first`` and ``last`` are the strategy's years."""

    w: Words
    scope: Scope
    first: int
    last: int

    @cached_property
    def frame(self) -> Frame:
        """Which year the answer is of, and to which day."""
        return frame(self.scope)

    @property
    def year(self) -> int:
        """The year looked at: the newest of the period that the data have reached."""
        return self.frame.year

    def name(self, entity: str, code: object) -> str:
        """A record's name in this language."""
        return self.w.name(self.scope.portfolio.get(entity, code)) or str(code)


def _missing(asked: Asked, what: str, owners: Collection[str] = (OFFICE,), *, held: bool = False) -> Answer:
    """What lacks and whose it is: the areas that own the records without, else the leader's office."""
    names = asked.w.join([asked.name("area", code) for code in owners])
    return Answer(False, asked.w("Mangler: {what}. Ansvarlig: {owner}.", what=what, owner=names), held=held)


_PARTLY: Final = PARTLY["/strategien"]


def _s1(a: Asked) -> Answer:
    w, pipe = a.w, pipeline(a.scope)
    results, learnt = len(targets.result_table(a.scope)), competence.learners(a.scope)
    people = w.n("én deltakelse i kompetanseheving", "{n} deltakelser i kompetanseheving", learnt.people or 0)
    idle = [name for name in _PARTLY["S1"] if getattr(a.scope.selection, name)]
    none = not results and not pipe.won_paid and bool(idle)
    parts = [
        w.n("ett resultat registrert", "{count} resultater registrert", results) if results else "",
        w("{money} innvilget", money=missing.total(w, pipe.won_paid)) if pipe.won_known else "",
        w("et ukjent beløp innvilget") if pipe.won_paid and not pipe.won_known else "",
    ]
    learning = missing.at_least(w, people, learnt.lacking or unheard(a.scope)) if learnt.people else ""
    if learnt.people is None:
        learning = w("et ukjent antall deltakelser i kompetanseheving")
    if learning and idle:
        learning = w("{title} (uansett filter på {names})", title=learning, names=filter_names(w, idle))
    parts.append(learning)
    said = w.join([part for part in parts if part])
    if not results and not pipe.won_known and not learnt.people:
        return _missing(a, w("resultater, innvilget støtte og deltakelser"))
    shown: list[Collection[str]] = [()] if results or pipe.won_paid or none else []
    shown += [_PARTLY["S1"]] if learnt.people or learnt.people is None else []
    nothing = w("Ingen resultater og ingen støtte med disse filtrene.") if none else ""
    return Answer(True, f"{capital(said)}. {nothing}".rstrip(), shown=shown)


def _s2(a: Asked) -> Answer:
    w, year = a.w, a.year
    now = participations.actors_in_year(a.scope, year)
    if not a.scope.portfolio.records("participation"):
        return _missing(a, w("eksterne aktørers deltakelse i prosjekter"))
    if not (shown := frame(a.scope, "participation")).reached:
        told = stop(actors_title(w, shown, now, None, where=where(w, a.scope)))
        return Answer(True, told) if now else Answer(False, told, outside=True, held=True)
    places = {t.place for t in participations.takings(a.scope) if t.inside and t.place}
    lost = _lost(w, len(participations.undated(a.scope)))
    if not now and not places and not lost and a.scope.selection.thinned:
        return _missing(a, w("eksterne aktørers deltakelse i prosjekter"))
    said, lost = _taking_part(a, now), lost + _endless(w, a.scope)
    if not places:
        return Answer(True, stop(said) + lost)
    years = years_of(w, frame(a.scope, "participation"))
    one, many = "prosjektdeltakelsene {years} er i én kommune", "prosjektdeltakelsene {years} er i {count} kommuner"
    placed = w.n(one, many, len(places), years=years)
    return Answer(True, f"{said}; {placed}.{lost}")


def _s3(a: Asked) -> Answer:
    w, year = a.w, a.year
    found = funding.funding(a.scope)
    data = funding.by_year(found, range(year, year + 1))
    share, lacking = data.column("share")[0], data.column("lacking")[0]
    if share is None and (unknown := found.unknown(year)):
        whose = [area for code, y, areas in found.funds_unknown if code in unknown and y == year for area in areas]
        lack = w.n(
            "beløpet for én post med utviklingsmidler i {year}, så andelen er ukjent",
            "beløpet for {count} poster med utviklingsmidler i {year}, så andelen er ukjent",
            len(unknown),
            year=year,
        )
        return _missing(a, lack, list(dict.fromkeys(whose)), held=True)
    if share is None and lacking:
        return _missing(a, w("beløp for de internasjonale midlene i {year}", year=year))
    absent = found.absent(year)
    if share is None:
        what = w("nasjonale, regionale eller lokale utviklingsmidler for {year}", year=year)
        whose = list(dict.fromkeys(area for area, _ in absent)) if a.scope.selection.omrade else []
        return _missing(a, what, whose or (OFFICE,), held=bool(whose))
    unsure = found.funds_lacking(year)
    told = missing.share(w, share)
    one = "{share} av utviklingsmidlene i {year} er internasjonale."
    if lacking and unsure:
        one = "{share} av de kjente utviklingsmidlene i {year} er internasjonale."
    return Answer(True, capital(w(one, share=told, year=year)))


def _s4(a: Asked) -> Answer:
    w, found = a.w, rings.rings(a.scope)
    if not found.placed:
        return _missing(a, w("hvilke regioner tiltakene gjelder"))
    if a.scope.selection.places:
        chosen = w.n("Ett tiltak i den valgte geografien.", "{n} tiltak i den valgte geografien.", found.placed)
        return Answer(True, f"{chosen} {norden_words(w, a.frame, found, chosen=True)}")
    part = w.part(found.near, found.placed)
    near = capital(w("{part} tiltak med kjent region er i Norden, Ukraina eller resten av Europa.", part=part))
    if found.placed == 1:
        inside_it = w("Det eneste tiltaket med kjent region er i Norden, Ukraina eller resten av Europa.")
        outside_it = w("Det eneste tiltaket med kjent region er utenfor Norden, Ukraina og resten av Europa.")
        near = inside_it if found.near else outside_it
    elif found.near == found.placed:
        words = "{every} tiltakene med kjent region er i Norden, Ukraina eller resten av Europa."
        near = capital(w(words, every=w.every_one(found.placed)))
    return Answer(True, f"{near} {norden_words(w, a.frame, found)}")


def _s5(a: Asked) -> Answer:
    w, table = a.w, goals.served(a.scope)
    if not len(table):
        return _missing(a, w("målene i de regionale planene"))
    if not a.frame.reached:
        named = sum(bool(row["PRO"]) for row in table.dicts())
        ahead_said = stop(of_projects(w, a.frame, named, len(table)))
        return Answer(True, ahead_said) if named else Answer(False, silence(w, a.frame), outside=True, held=True)
    holes = sum(row["total"] == 0 for row in table.dicts())
    if holes == len(table):
        none = w.n("Målet er ikke knyttet til tiltak", "Ingen av de {count} målene er knyttet til tiltak", holes)
        return Answer(True, stop(none))
    if not holes:
        return Answer(True, w("Alle mål er knyttet til tiltak."))
    served, every, rest = w.alike(len(table) - holes, len(table), holes, neuter=True)
    told = w(
        "{served} av {goals} mål er knyttet til tiltak; {holes} er ikke det.", served=served, goals=every, holes=rest
    )
    return Answer(True, capital(told))


def _s6(a: Asked) -> Answer:
    w, year = a.w, a.year
    active, areas = facts.active_areas(a.scope, year)
    if not areas:
        return _missing(a, w("listen over rådsområder"))
    if areas == 1:
        count = by_instrument_year(a.scope.narrowed(vekt="antall"))
        n = sum(row["n"] for row in count.dicts() if row["year"] == year)
        return Answer(True, stop(w.n("Ett tiltak {when}", "{Count} tiltak {when}", n, when=in_year(w, a.frame))))
    over, when = a.frame.of_years.over, in_year(w, a.frame.of_years)
    words = "{part} rådsområder hadde tiltak {when}." if over else "{part} rådsområder har tiltak {when}."
    part = w.told_part(active, areas, neuter=True)
    if active == areas:
        words = "{part} rådsområdene hadde tiltak {when}." if over else "{part} rådsområdene har tiltak {when}."
        part = w.every_one(areas)
    told = capital(w.n(words, words, active, part=part, when=when))
    return Answer(True, stop(told.removesuffix(".")))  # a day's own stop is the sentence's


def _s7(a: Asked) -> Answer:
    w, year = a.w, a.year
    sums = {code: total(means(a.scope, code), year) for code in a.scope.portfolio.records("area")}
    planned = sum(s.planned_ore or 0 for s in sums.values())
    chosen = a.scope.selection.omrade or sums.keys()
    known = [of for of in chosen if of in sums and life(a.scope, of).lives(year)]
    if not planned:
        whose = [of for of in known if sums[of].lacking_planned] if a.scope.selection.omrade else []
        return _missing(a, w("avsatte midler for {year}", year=year), whose or (OFFICE,), held=bool(whose))
    both, used = (sum(getattr(s, name) for s in sums.values()) for name in ("both_planned_ore", "both_used_ore"))
    lacks = year <= frame(a.scope, "budget").data_day.year and any(sums[of].lacking_planned for of in known)
    told = missing.least(w, planned, lacks)
    said = capital(w("{money} er satt av for {year}", money=told, year=year))
    if not both:
        return Answer(True, said + w("; brukt beløp mangler."))
    share = w.percent(used / both)
    shown = frame(a.scope, "budget")
    gone = shown.gone(year)
    if gone is None:
        return Answer(True, said + w("; {share} ble brukt, der begge beløp er registrert.", share=share))
    words = ". Der begge beløp er registrert, var {share} brukt per {day}, da {gone} av året var gått."
    return Answer(True, said + w(words, share=share, day=w.state_date(shown.data_day), gone=w.percent(gone)))


def _s8(a: Asked) -> Answer:
    w, (given, asked) = a.w, answered(a.scope)
    if not asked:
        return _missing(a, w("henvendelser om bistand"))
    if all_known(a.scope):
        return Answer(True, stop(capital(answered_said(w, given, asked))))
    one, many = (
        "{given} av 1 kjent henvendelse om bistand er besvart.",
        "{given} av de {n} kjente henvendelsene om bistand er besvart.",
    )
    return Answer(True, w.n(one, many, asked, given=w.number(given)))


def _s9(a: Asked) -> Answer:
    w, found = a.w, engagement.engagement(a.scope, memberships.memberships(a.scope))
    if not found.active:
        return _missing(a, w("verv og nettverksmøter"))
    years = w("Tallene gjelder {years}.", years=w.years(*reached(a.frame)))
    return Answer(True, " ".join(filter(None, [f"{engaged_title(w, found)}.", years, contents(w, a.scope.selection)])))


def _s10(a: Asked) -> Answer:
    w, year, counted = a.w, a.year, a.scope.narrowed(vekt="antall")
    counts = {row["instrument"][1]: row["n"] for row in by_instrument_year(counted).dicts() if row["year"] == year}
    base = sum(counts.values())
    if not base:
        return _missing(a, w("tiltak i {year}", year=year))
    stated = [c for c in INSTRUMENTS if c in not_relevant(a.scope, year) and not counts[c]]
    used = [c for c in INSTRUMENTS if c not in stated]
    parts = w.join(
        [f"{inside(a.name('instrument', c))} {w.part_or_percent(counts[c], base)}" for c in used]
        + [w("{name} ikke aktuelt", name=inside(a.name("instrument", c))) for c in stated]
    )
    said = w.n(
        "Ett tiltak {when}: {parts}.", "{n} tiltak {when}: {parts}.", base, when=in_year(w, a.frame), parts=parts
    )
    if a.scope.selection.vekt != "antall":
        said += " " + w("Her teller hvert tiltak likt, uansett valgt vekt.")
    return Answer(True, said)


def _waiting(w: Words, pipe: Pipeline, few: str) -> str:
    """How many applications wait, as ``few`` writes their number; none of our own where another area's has our part."""
    if pipe.waiting:
        return w.n("én søknad venter", "{few} søknader venter", len(pipe.waiting), few=few)
    return w("ingen egne søknader venter") if pipe.waiting_paid else w("ingen søknader venter")


def _waits(w: Words, pipe: Pipeline) -> str:
    """As :func:`_waiting`, after the day it is said of."""
    if pipe.waiting:
        return w.n("venter én søknad", "venter {n} søknader", len(pipe.waiting))
    return w("venter ingen egne søknader") if pipe.waiting_paid else w("venter ingen søknader")


def _s11(a: Asked) -> Answer:
    w, pipe = a.w, pipeline(a.scope)
    if not pipe.decided and not pipe.waiting and not pipe.underway:
        return _missing(a, w("prosjekter"))
    waiting = _waiting(w, pipe, w.number(len(pipe.waiting)))
    if not pipe.decided and not frame(a.scope, *projects.DECIDED_BY).reached:
        today = len(pipe.waiting) + len(pipe.underway)
        return Answer(True, stop(ahead(w, frame(a.scope, *projects.DECIDED_BY), today)), shown=[_PARTLY["S11"]])
    if not pipe.decided and a.scope.selection.periode:
        years = in_years(w, *a.scope.period)
        day = w.date(frame(a.scope, *projects.DECIDED_BY).data_day)
        none = w("Ingen søknader er avgjort {years}", years=years)
        if a.scope.selection.maned:
            begun = in_months(w, a.scope.selection.maned)
            none = w("Av tiltakene som begynte {months}, er ingen søknad avgjort {years}", months=begun, years=years)
        told = w("{none}; per {day} {waits}.", none=none, day=day, waits=_waits(w, pipe))
        return Answer(True, told, shown=[(), _PARTLY["S11"]])
    if not pipe.decided:
        return Answer(True, w("Ingen søknader er avgjort; {waiting}.", waiting=waiting))
    few = w.alike(len(pipe.waiting), pipe.decided)[0]  # as the numbers before it are written
    waiting = _waiting(w, pipe, few)
    rest = "" if a.scope.selection.status and not pipe.waiting else f"; {waiting}"  # a status may leave them out
    shown: Shown = [(), *([_PARTLY["S11"]] if rest else [])]
    said = decided_words(w, len(pipe.won), pipe.decided, by_status=bool(a.scope.selection.status))
    if pipe.won and not pipe.won_known:
        return Answer(True, stop(w("{said}, uten at beløp er registrert", said=capital(said)) + rest), shown=shown)
    if pipe.won:
        rest = f"{rest}. {part}" if (part := missing.part_in_sum(w, len(pipe.won_paid) - len(pipe.won))) else rest
        years = so_far(w, frame(a.scope, *projects.DECIDED_BY)) if a.scope.selection.periode else ""
        won = "{money} innvilget {years}: {said}" if years else "{money} innvilget: {said}"
        said = w(won, money=missing.total(w, pipe.won_paid), years=years, said=said)
    return Answer(True, stop(capital(said) + rest), shown=shown)


def _s12(a: Asked) -> Answer:
    w, data = a.w, projects.financing(a.scope)
    whole = sum(value or 0 for value in data.column("total"))
    if not whole:
        whose = [str(a.scope.portfolio.get(*one)["area"]) for one in data.column("project")]
        return _missing(a, w("prosjektenes finansiering"), list(dict.fromkeys(whose)) or (OFFICE,), held=bool(whose))
    share = sum(value or 0 for value in data.column("external")) / whole
    unused = w.n(
        "Vi har ikke søkt midler fra ett av programmene Norge deltar i",
        "Vi har ikke søkt midler fra {count} av programmene Norge deltar i",
        len(projects.never_used(a.scope)),
    )
    nameless = sum("programme" not in values for values in a.scope.portfolio.records("project").values())
    if not a.scope.selection.is_empty:
        unused = ""  # what was never applied to is the whole county's
    elif nameless:
        unused += "; " + w.n("{n} prosjekt mangler program", "{n} prosjekter mangler program", nameless)
    said = w("{share} av prosjektenes penger kommer fra EU og Norden.", share=w.percent(share))
    if not all(data.column("complete")):
        said = w("{share} av prosjektenes kjente beløp kommer fra EU og Norden.", share=w.percent(share))
    return Answer(True, f"{said} {stop(unused)}" if unused else said)


def _s13(a: Asked) -> Answer:
    w, loose, every = a.w, len(projects.without_goal(a.scope)), len(a.scope.records("project"))
    if not every:
        return _missing(a, w("prosjekter"))
    if not loose and a.scope.selection.thinned:
        one, many = (
            "Det ene prosjektet med disse filtrene er knyttet til et vedtatt mål.",
            "Alle prosjekter med disse filtrene er knyttet til et vedtatt mål.",
        )
        return Answer(True, w.n(one, many, every))
    if not loose:
        return Answer(True, stop(w("Alle prosjekter er knyttet til et vedtatt mål")))
    if loose == every:
        return Answer(True, stop(goal_title(w, loose, every)))
    return Answer(True, w("{part} prosjekter er ikke knyttet til et vedtatt mål.", part=w.part(loose, every)))


def _s14(a: Asked) -> Answer:
    w, found = a.w, participations.guided(a.scope)
    if not found:
        return _missing(a, w("veiledning til eksterne aktører"))
    after = sum(bool(g.after) for g in found)
    others, began = never_guided(a.scope)
    lost = len(participations.undated(a.scope.widened()))
    years, when = years_of(w, a.frame.of_years), years_of(w, a.frame)
    one, many = "Én ekstern aktør fikk veiledning {years}", "{Count} eksterne aktører fikk veiledning {years}"
    said, few = w.n(one, many, len(found), years=when), w.alike(after, len(found))[0]
    if after == len(found) > 1:
        few = w.every(after)
    words = "{said}; {after} ble med i et nytt prosjekt {years}, etter sin første veiledning."
    told = w(words, said=said, after=few, years=years)
    if others:
        told += " " + w.n(
            "Av den ene som aldri fikk veiledning, ble {began} med i nye prosjekter {years}.",
            "Av de {n} som aldri fikk veiledning, ble {began} med i nye prosjekter {years}.",
            others,
            years=years,
            began=w.number(began) if began else w("ingen"),
        )
    shown: Shown = [(), *([_PARTLY["S14"]] if others or lost else [])]
    return Answer(True, told + _lost(w, lost), shown=shown)


def _lost(w: Words, n: int) -> str:
    """That participations lie in no year; nothing of none."""
    one, many = (
        "{n} prosjektdeltakelse mangler start og er ikke med",
        "{n} prosjektdeltakelser mangler start og er ikke med",
    )
    return f" {w.n(one, many, n)}." if n else ""


def _taking_part(a: Asked, now: int) -> str:
    """How many outside actors take part in the year: at least so many where a start or an end is missing."""
    w, when, here, over = a.w, in_year(a.w, a.frame.of_years), where(a.w, a.scope), a.frame.of_years.over
    if not participations.undated(a.scope, end=True):
        one, many = (
            "Én ekstern aktør {where} har deltatt i internasjonale prosjekter {when}",
            "{Count} eksterne aktører {where} har deltatt i internasjonale prosjekter {when}",
        )
        if over:
            one, many = (
                "Én ekstern aktør {where} deltok i internasjonale prosjekter {when}",
                "{Count} eksterne aktører {where} deltok i internasjonale prosjekter {when}",
            )
        return w.n(one, many, now, when=when, where=here)
    if not now:
        return w(
            "Det er ikke kjent hvor mange eksterne aktører {where} som har deltatt i internasjonale prosjekter {when}",
            when=when,
            where=here,
        )
    one, many = (
        "Minst én ekstern aktør {where} har deltatt i internasjonale prosjekter {when}",
        "Minst {count} eksterne aktører {where} har deltatt i internasjonale prosjekter {when}",
    )
    if over:
        one, many = (
            "Minst én ekstern aktør {where} deltok i internasjonale prosjekter {when}",
            "Minst {count} eksterne aktører {where} deltok i internasjonale prosjekter {when}",
        )
    return w.n(one, many, now, when=when, where=here)


def _endless(w: Words, scope: Scope) -> str:
    """That participations with a start have no end and lie in one year; nothing of none."""
    n = len(set(participations.undated(scope, end=True)) - set(participations.undated(scope)))
    one, many = (
        "{n} prosjektdeltakelse mangler slutt og er bare med i året den begynte",
        "{n} prosjektdeltakelser mangler slutt og er bare med i året de begynte",
    )
    return f" {w.n(one, many, n)}." if n else ""


def _open(w: Words, some: Sequence[policy.Followed]) -> str:
    """How many dossiers are open, and how many of them concern the EEA; of one alone whether it does."""
    if len(some) == 1:
        words = {
            "relevant": "Én åpen EU-sak, EØS-relevant",
            "possible": "Én åpen EU-sak, kanskje EØS-relevant",
            "not_relevant": "Én åpen EU-sak, ikke EØS-relevant",
            "": "Én åpen EU-sak, uten EØS-vurdering",
        }
        return w(words[some[0].eea or ""])
    relevant, lacking = sum(d.eea == "relevant" for d in some), sum(d.eea is None for d in some)
    values = {"n": w.number(len(some)), "relevant": w.number(relevant)}
    said = w("{n} åpne EU-saker, {relevant} av dem med EØS-relevans", **values)
    if not lacking:
        return said
    plain = said if relevant else w("{n} åpne EU-saker", **values)
    return w("{said}, {n} uten EØS-vurdering", said=plain, n=w.number(lacking))


def _of_period(a: Asked, said: str, some: Sequence[policy.Followed]) -> str:
    """Which dossiers a period leaves: nothing has been followed in a year to come."""
    w, years = a.w, in_years(a.w, *a.scope.period)
    if a.scope.period[0] <= a.scope.today.year:
        return w("{said}, fulgt eller med frist {years}", said=said, years=years)
    if any(int(d.end[:4]) > a.scope.period[1] for d in some):
        return w("{said}, med frist {years} eller senere", said=said, years=years)
    return w("{said}, med frist {years}", said=said, years=years)


def _s15(a: Asked) -> Answer:
    w, some = a.w, [d for d in policy.dossiers(a.scope) if not d.closed]
    if not some:
        return _missing(a, w("EU-saker"))
    said, coming = _open(w, some), policy.next_deadline(some, a.scope.today)
    if a.scope.selection.maned:
        said = w("{said}, som vi begynte å følge {months}", said=said, months=in_months(w, a.scope.selection.maned))
    if coming is None:
        return Answer(True, w("{said}; ingen frister framover.", said=said))
    left = (date.fromisoformat(coming) - a.scope.today).days
    if a.scope.selection.periode:
        said = said if a.scope.selection.maned else _of_period(a, said, some)
        one, many = (
            "{said}. Vår neste frist i den, også utenfor perioden, er {near}.",
            "{said}. Vår neste frist i dem, også utenfor perioden, er {near}.",
        )
        return Answer(True, w.n(one, many, len(some), said=said, near=when(w, left)))
    if not left:
        return Answer(True, w("{said}; vår neste frist er {today}.", said=said, today=w.today()))
    return Answer(
        True,
        w.n("{said}; vår neste frist er om én dag.", "{said}; vår neste frist er om {count} dager.", left, said=said),
    )


def _s16(a: Asked) -> Answer:
    w, found = a.w, policy.promoted(a.scope)
    if not found:
        return _missing(a, w("innspill og høringssvar"))
    nameless, (_, decided, _) = sum(not i.grounded for i in found), policy.heard(found)
    said = w.n("Ett innspill", "{n} innspill", len(found))
    adopted, partly = (w.number(n) for n in policy.taken(found))
    words = "{said}; av {answered} med kjent utfall er {adopted} helt og {partly} delvis tatt til følge."
    if decided == len(found):
        words = "{said}; {adopted} er helt og {partly} delvis tatt til følge."
    told = w(words, said=said, answered=w.number(decided), adopted=adopted, partly=partly)
    if not decided:
        told = _unanswered(w, said, len(found), policy.heard(found)[2])
    named = (
        w.n(
            "Ett innspill er ikke knyttet til mål eller vedtak.",
            "{Count} innspill er ikke knyttet til mål eller vedtak.",
            nameless,
        )
        if nameless
        else ""
    )
    return Answer(True, f"{told} {named}".rstrip())


def _unanswered(w: Words, said: str, n: int, pending: int) -> str:
    """Of ``n`` inputs none of which has an outcome: that they wait, or that the outcome is missing, or some of each."""
    every = w.every(n)
    if pending == n:
        return w.n("{said}; det venter på svar.", "{said}; {every} venter på svar.", n, said=said, every=every)
    if not pending:
        return w.n("{said}; utfallet mangler.", "{said}; utfallet mangler for {every}.", n, said=said, every=every)
    words = "{said}; {pending} venter på svar, og utfallet mangler for {rest}."
    return w(words, said=said, pending=w.number(pending), rest=w.number(n - pending))


def _s17(a: Asked) -> Answer:
    w, cost = a.w, memberships.cost(a.scope, memberships.memberships(a.scope))
    return (
        Answer(True, cost_say(w, cost, over=cost.year < a.scope.today.year))
        if cost.count
        else _missing(a, w("medlemskap"))
    )


def _s18(a: Asked) -> Answer:
    w, learnt = a.w, competence.learners(a.scope)
    people, count, years = learnt.people, learnt.activities, years_of(w, a.frame)
    if not count:
        return _missing(a, w("aktiviteter for kompetanseheving"))
    if people is None:
        one, many = (
            "Ett tiltak {years}; antall deltakelser mangler.",
            "{Count} tiltak {years}; antall deltakelser mangler.",
        )
        return Answer(True, w.n(one, many, count, years=years))
    said = w.n("ett tiltak", "{n} tiltak", count)
    least = missing.at_least(w, w.n("én deltakelse", "{n} deltakelser", people), learnt.lacking or unheard(a.scope))
    told = w("{people} på {said} {years}", people=capital(least), said=said, years=years)
    if learnt.lacking:
        told += "; " + lacking_words(w, learnt.lacking)
    return Answer(True, stop(told))


def _s19(a: Asked) -> Answer:
    w, pair = a.w, county_same_days(a.scope, a.frame)
    if pair is None and a.scope.selection.maned:
        return _of_months(a)
    if pair is None:
        return _today_only(a) if a.scope.selection.status else Answer(False, silence(w, a.frame))
    now, before = pair
    if not now and not before:
        return _missing(a, w("tiltak"))
    values = {"when": in_year(w, a.frame), "before": w.number(before), "then": at_that_time(w, a.frame)}
    said = w.n("Ett tiltak {when}, mot {before} {then}", "{n} tiltak {when}, mot {before} {then}", now, **values)
    way = change(now, before)
    if now == before:
        return Answer(True, stop(w("Like mange: {said}", said=inside(said))))
    if way == "up":
        return Answer(True, stop(w("Antallet har økt: {said}", said=inside(said))))
    return Answer(True, stop(w("Antallet har falt: {said}", said=inside(said)) if way == "down" else said))


def _of_months(a: Asked) -> Answer:
    """What began in the months chosen: the year before has none of them to be compared with."""
    w, why = a.w, silence(a.w, a.frame)
    n = sum(row["n"] for row in by_instrument_year(a.scope.narrowed(vekt="antall")).dicts())
    if not n:
        return _missing(a, w("tiltak")) if a.frame.reached else Answer(False, why)
    said = w.n("Ett tiltak {when}", "{Count} tiltak {when}", n, when=in_months(w, a.scope.selection.maned))
    return Answer(True, f"{said}. {why}")


def _today_only(a: Asked) -> Answer:
    """What the year holds of the statuses chosen: they are today's, so nothing is compared."""
    w, why = a.w, silence(a.w, a.frame)
    data = list(by_instrument_year(a.scope.narrowed(vekt="antall")).dicts())
    if why or not sum(row["n"] for row in data):
        return Answer(False, why) if why else _missing(a, w("tiltak"))
    n, when = sum(row["n"] for row in data if row["year"] == a.year), in_year(w, a.frame)
    said = w.n("Ett tiltak {when}", "{Count} tiltak {when}", n, when=when)
    return Answer(True, f"{said}. " + w("Filteret bruker dagens status. Tallet sammenlignes derfor ikke med året før."))


def _s20(a: Asked) -> Answer:
    w = a.w
    some = [p for p in partners.partners(a.scope) if p.lives]
    if not some:
        return _missing(a, w("bilaterale samarbeid"))
    shown = partners.contact_frame(a.scope)
    unknown = sum(p.last is None for p in some)
    one, many = (
        "Vi har eller vurderer samarbeid med én region",
        "Vi har eller vurderer samarbeid med {count} regioner",
    )
    said = w.n(one, many, len(some))  # some are only looked into, or rest
    if shown.stale:
        said = w("{said}; kontakten er kjent til {day}", said=said, day=w.date(shown.data_day))
    else:
        n = sum(partners.quiet(p, shown) is True for p in some)
        one, many = (
            "{said}; med én har det ikke vært kontakt på over ett år",
            "{said}; med {count} har det ikke vært kontakt på over ett år",
        )
        every = "{said}; det har vært kontakt det siste året", "{said}; det har vært kontakt med alle det siste året"
        if n:
            said = as_of(w, shown, w.n(one, many, n, said=said))
        elif not unknown and len(some) == 2:
            said = as_of(w, shown, w("{said}; det har vært kontakt med begge det siste året", said=said))
        elif not unknown:
            said = as_of(w, shown, w.n(*every, len(some), said=said))
    if unknown:
        said += w.n("; for én er ingen kontakt registrert", "; for {count} er ingen kontakt registrert", unknown)
    return Answer(True, stop(said))


def _s21(a: Asked) -> Answer:
    w = a.w
    some = [p for p in partners.partners(a.scope) if p.lives]
    if not some:
        return _missing(a, w("bilaterale samarbeid"))
    tied = sum(bool(p.networks or p.projects) for p in some)
    if tied == len(some) == 1:
        return Answer(True, w("Vi har felles nettverk eller prosjekt med den ene samarbeidsregionen."))
    if tied == len(some):
        every = w.every_one(tied)
        return Answer(True, w("Vi har felles nettverk eller prosjekt med {every} samarbeidsregionene.", every=every))
    part = w.told_part(tied, len(some))
    return Answer(True, w("Vi har felles nettverk eller prosjekt med {part} samarbeidsregioner.", part=part))


def _s22(a: Asked) -> Answer:
    w, (alive, needs, regions) = a.w, facts.ukraine(a.scope)
    found = [] if a.frame.open_only else own_money(a.scope.county())
    said = w("Vi har eller vurderer samarbeid med {part} ukrainske regioner.", part=w.part(alive, regions))
    said += " " + w.n("Én region har meldt behov.", "{Count} regioner har meldt behov.", needs)
    if found:
        said += " " + w.n(
            "Ett beløp av egne penger er registrert til gjenoppbygging og må avklares.",
            "{n} beløp av egne penger er registrert til gjenoppbygging og må avklares.",
            len(found),
        )
    return Answer(True, said)


def _s23(a: Asked) -> Answer:
    w, year = a.w, a.frame.data_day.year
    share, years = w.percent(elapsed_share(a.scope.today, a.first, a.last)), w.years(a.first, a.last)
    every = [one for one in targets.targets(a.scope) if one.year == year]
    if all(one.reached is None for one in every):
        return Answer(True, w("{share} av strategiperioden {years} er gått.", share=share, years=years))
    gone = w("{share} av strategiperioden {years} er gått.", share=share, years=years)
    if not a.frame.unfinished(year):
        return Answer(True, f"{gone} {stop(reached_say(w, every, w('nådd i {year}', year=year), over=True))}")
    when = w("nådd per {day}", day=w.date(a.frame.data_day))
    return Answer(True, f"{gone} {stop(reached_say(w, every, when, then=True))}")


def _dated(answer: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """An answer of decisions and results: of chosen months it says what they choose."""

    def told(a: Asked) -> Answer:
        made = answer(a)
        if not made.measured or not a.scope.selection.maned:
            return made
        return replace(made, words=f"{made.words} {by_month(a.w, a.scope.selection)}")

    return told


ANSWERS: Final[Mapping[str, Callable[[Asked], Answer]]] = {
    "S1": _dated(_s1), "S2": _s2, "S3": _s3, "S4": _s4, "S5": _s5, "S6": _s6, "S7": _s7, "S8": _s8, "S9": _s9,
    "S10": _s10, "S11": _dated(_s11), "S12": _s12, "S13": _s13, "S14": _s14, "S15": _s15, "S16": _s16, "S17": _s17,
    "S18": _s18, "S19": _s19, "S20": _s20, "S21": _s21, "S22": _s22, "S23": _s23,
}  # fmt: skip
"""The answer to each row, in the strategy's order."""
