"""Where the numbers of the projects page's titles, sentences and tables lead: to the projects and actors they count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from akint_dash.components.applications import applied, decisions, outcome_cells, paid
from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.places import Places, place_cells
from akint_dash.components.view import View
from akint_dash.components.ways import SUPPORT, in_table, to_list, to_these
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures import projects as measure
from akint_dash.measures.frame import frame
from akint_dash.measures.participations import Guided, Taking, takings
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.measures.projects import LADDER, placed, root
from akint_dash.measures.refusals import Refusal, known_hours
from akint_dash.measures.same_days import actors_then
from akint_dash.measures.support import unguided
from akint_dash.text.where import place
from akint_dash.text.words import Words

HOURS: Final = "kode,status,area,application_hours"


def lead(view: View, pipe: Pipeline) -> tuple[Words, Numbers]:
    """What was granted and decided, and what waits or is under way."""
    w = view.words
    told = decisions(view, pipe, "trakt")
    coming = applied(view, w("På vei"), (*pipe.waiting, *pipe.underway), "trakt")
    early = applied(view, w("Idé eller under utvikling"), pipe.underway, "trakt")
    others = [one for one in pipe.won_paid if one.code not in {own.code for own in pipe.won}]
    elsewhere = applied(view, w("registrert på et annet rådsområde"), others, "trakt")
    money = paid(view, w("Innvilget"), pipe.won_paid, "vunnet-aar")
    return w, Numbers([*told[:2], money, told[2], coming], [told[3], early, elsewhere])


def stages(view: View, pipe: Pipeline) -> Numbers:
    """Those on their way and those granted; the rate and what waits; the projects of each step."""
    w = view.words
    coming = applied(view, w("På vei"), (*pipe.waiting, *pipe.underway), "trakt")
    won, decided, lost, waiting = decisions(view, pipe, "trakt")
    share = in_table(view, "trakt", w.percent(pipe.success_share or 0))
    return Numbers([coming, won, waiting], [won, decided, lost, waiting, *share], _stage_cells(view))


def _stage_cells(view: View) -> Cells:
    every = list(placed(view.scope))

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark:
        at = LADDER.index(row["status"][1])
        some = {
            "reached": [code for code, place, _ in every if place >= at],
            "onward": [code for code, place, _ in every if place > at],
        }
        ended = [code for code, place, end in every if place == at and end == name]
        return to_these(view, "", "project", some.get(name, ended), "trakt")

    return cell


def years(view: View, pipe: Pipeline, rows: Sequence[Mapping[str, Any]]) -> Numbers:
    """The year's support to the day of the data and the year's before to the same; each of the two years' decisions."""
    w, key = view.words, "vunnet-aar"
    pair = measure.won_same_days(view.scope)
    newest = [one for one in pipe.won_paid if rows and _year(one) == rows[-1]["year"]]
    title = [paid(view, w("Innvilget"), some, key) for some in (pair or (newest,))]
    title += [applied(view, w("innvilget"), some, key) for some in (pair or (newest,))]
    say = []
    for year in [row["year"] for row in rows if row["won"] + row["rejected"]][-2:]:
        won, lost = ([one for one in some if _year(one) == year] for some in (pipe.won, pipe.rejected))
        say += [applied(view, w("innvilget"), won, key), applied(view, w("avgjort"), [*won, *lost], key)]
    return Numbers(title, say, outcome_cells(view, pipe, key, _year, "year"))


def _year(one: Standing) -> int:
    return int(str(one.decided_on)[:4]) if one.decided_on else 0


def programmes(view: View, pipe: Pipeline, other: str) -> Numbers:
    """The applications and the support of each programme; of what is of no programme the table tells."""

    def group(one: Standing) -> str | None:
        return root(view.scope, view.portfolio.get("project", one.code).get("programme"))

    cells = outcome_cells(view, pipe, "programmer", group, "programme")
    waiting = applied(view, view.words("venter på svar"), pipe.waiting, "programmer")
    return Numbers([waiting], in_table(view, "miks", other), cells)


def origins(view: View, pipe: Pipeline) -> Numbers:
    """The applications and the support by whose idea they were."""

    def group(one: Standing) -> str | None:
        return str(view.portfolio.get("project", one.code).get("origin", "")) or None

    cells = outcome_cells(view, pipe, "opphav", group, "origin")
    waiting = applied(view, view.words("venter på svar"), pipe.waiting, "opphav")
    return Numbers([waiting], [waiting], cells)


def mix(view: View, own: float, *hours: float) -> Numbers:
    """Shares and sums of the table."""
    w = view.words
    return Numbers(say=in_table(view, "miks", w.percent(own), *(w.number(round(n)) for n in hours)))


def refused(view: View, found: Sequence[Refusal]) -> Numbers:
    """The applications refused, with a reason and with hours, and the hours."""
    w, key = view.words, "avslag"

    def some(name: str, mine: Sequence[Refusal]) -> Mark:
        return to_these(view, f"{name}: {w.number(len(mine))}", "project", [one.project for one in mine], key)

    timed = [one for one in found if one.hours is not None]
    hours = f"{w('Timer brukt på søknadene')}: {w.decimal(known_hours(list(found))[0])}"
    spent = to_these(view, hours, "project", [one.project for one in timed], key, HOURS)
    title = [some(w("Avslag"), found), some(w("begrunnelse"), [one for one in found if one.reason])]
    untimed = some(w("timer mangler"), [one for one in found if one.hours is None])
    return Numbers(title, [some(w("timer er registrert"), timed), spent, untimed], _refusal_cells(view, found))


def _refusal_cells(view: View, found: Sequence[Refusal]) -> Cells:
    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark:
        mine = [one for one in found if one.reason == (row["reason"][1] if row["reason"] else None)]
        if name != "n":
            mine = [one for one in mine if (one.hours is None) == (name == "lacking")]
        codes = [one.project for one in mine]
        return to_these(view, "", "project", codes, "avslag", HOURS if name == "hours" else None)

    return cell


def sectors(view: View, year: int, share: Sequence[str]) -> Numbers:
    """The actors of the year, and each sector's actors and participations of each year."""
    w, some = view.words, [one for one in takings(view.scope) if one.inside]

    def of(year: int) -> list[Taking]:
        return [one for one in some if one.first <= year <= one.last]

    def actors(mine: Sequence[Taking]) -> Mark:
        codes = {one.actor for one in mine}
        return to_these(view, f"{w('Aktører')}: {w.number(len(codes))}", "actor", codes, "sektorer")

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark:
        mine = [one for one in of(row["year"]) if one.sector == (row["sector"][1] if row["sector"] else None)]
        if name == "actors":
            return actors(mine)
        return to_these(view, "", "participation", [one.code for one in mine], "sektorer")

    pair = actors_then(view.scope, frame(view.scope, "participation")) or ()
    then = [to_these(view, f"{w('Aktører')}: {w.number(len(codes))}", "actor", codes, "sektorer") for codes in pair]
    return Numbers([actors(of(year)), *then], in_table(view, "sektorer", *share), cell)


def places(view: View, every: Places, told: str, rows: Sequence[Mapping[str, Any]]) -> Numbers:
    """The support in Akershus, and each municipality's actors, participations and support."""
    cells = place_cells(view, every, "kommuner")
    known = [one.code for one in every.inside() if one.ore is not None]
    said = f"{view.words('I alt {where}', where=place(view.words, view.scope))}: {told}"
    money = to_these(view, said, "participation", known, "kommuner", SUPPORT["participation"])
    return Numbers([money], cells=lambda at, _, name: cells(at, rows[at], name))


def guidance(view: View, found: Sequence[Guided]) -> Numbers:
    """The actors that had guidance, those that came along after it, and those that never had any."""
    w = view.words

    def some(name: str, codes: Sequence[str]) -> Mark:
        return to_these(view, f"{name}: {w.number(len(codes))}", "actor", codes, "veiledning")

    after, every = [one.actor for one in found if one.after], [one.actor for one in found]
    title = [some(w("Ble siden med i nye prosjekter"), after), some(w("veiledning"), every)]
    say = [some(w("aldri fikk veiledning"), sorted(codes)) for codes in unguided(view.scope)]
    return Numbers(title, say, _guided_cells(view, found))


def _guided_cells(view: View, found: Sequence[Guided]) -> Cells:
    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        one = next(some for some in found if some.actor == row["actor"][1])
        if name in ("before", "after"):
            codes = [taking.code for taking in getattr(one, name)]
            return to_these(view, "", "participation", codes, "veiledning")
        if name == "guidance":
            every = Selection(per=view.selection.per)
            return to_list(view, "", "activity", selection=every, kind="guidance", actors=one.actor)
        return None

    return cell


def loose(view: View, rows: Sequence[Mapping[str, Any]], by_area: Mapping[str, int], told: Mark) -> Numbers:
    """The projects without a goal, all projects, and those of each area, most first."""
    w, every = view.words, sorted(view.scope.records("project"))
    base = to_these(view, f"{w('Prosjekter')}: {w.number(len(every))}", "project", every, "uten-maal")
    own: dict[str, list[str]] = {}
    for row in rows:
        if row["area"]:
            own.setdefault(row["area"][1], []).append(row["project"][1])
    ranked = sorted(own, key=lambda code: (-by_area[code], code))
    theirs = [
        to_these(view, f"{view.name('area', code)}: {w.number(len(own[code]))}", "project", own[code], "uten-maal")
        for code in ranked
    ]
    return Numbers([told, base], [*theirs, told])


def unused(view: View, data: Sequence[Mapping[str, Any]]) -> Numbers:
    """The programmes never applied to."""
    w, codes = view.words, [row["programme"][1] for row in data]
    title = to_these(view, f"{w('Programmer')}: {w.number(len(codes))}", "programme", codes, "ubrukte")
    without = [code for code, values in view.portfolio.records("project").items() if "programme" not in values]
    lacking = to_these(view, f"{w('Program mangler')}: {w.number(len(without))}", "project", without, "ubrukte")
    return Numbers([title], [lacking])
