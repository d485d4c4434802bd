"""Where the numbers of the funding page lead: to funds, projects and rates; what months bring is in its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from akint_dash.components.area_numbers import these_areas
from akint_dash.components.numbers import Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import in_table, to_grants, to_list, to_these
from akint_dash.domain.selection import Selection
from akint_dash.figures.marks import Mark
from akint_dash.measures import funding as measure
from akint_dash.measures.ending import Endings
from akint_dash.text.funding import LEVERAGE_BASE, Sums
from akint_dash.text.words import Words

FUND: Final = ("national", "regional", "local")
KEY: Final = "utviklingsmidler"


def lead(view: View, of_year: Sums, power: measure.Leverage) -> tuple[Words, Numbers]:
    """The share and the sum that the table of the years has, and the kroner that the next one rests on."""
    w = view.words
    shares = [] if of_year.share is None else [w.percent(of_year.share), w.percent_at_most(of_year.share)]
    say = [w.money(of_year.international)] if of_year.international is not None else []
    return w, Numbers(in_table(view, KEY, *shares), [*in_table(view, KEY, *say), *_each(view, power)])


def _each(view: View, power: measure.Leverage) -> list[Mark]:
    """The kroner for each of our own; on few projects the two sums."""
    w, each = view.words, power.per_krone
    if each is not None and power.projects < LEVERAGE_BASE:
        return in_table(view, "utlosning", w.money(power.outside_ore), w.money(power.own_ore))
    return [] if each is None else in_table(view, "utlosning", w("{n} kroner", n=w.number(each, 2)))


def _funds(view: View, said: str, year: int, area: str = "", level: str = "") -> Mark:
    """The funds of a year: no other filter than the areas touches them."""
    of = Selection(omrade=(area,) if area else view.selection.omrade, per=view.selection.per)
    return to_list(view, said, "fund", selection=of, year=year, level=level or None)


def years(view: View, found: measure.Funding, year: int, of_year: Sums) -> Numbers:
    """The two sums of the year; the funds of each level and year, and the grants that lack an amount."""
    w, say = view.words, list[Mark]()
    if of_year.international is not None:
        say += in_table(view, KEY, w.money(of_year.international))
    if of_year.fund is not None:
        say.append(_funds(view, f"{w('Nasjonalt, regionalt og lokalt')}: {w.money(of_year.fund)}", year))

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        return _cell(view, found, row["year"], "", name)

    return Numbers(say=say, cells=cell)


def _cell(view: View, found: measure.Funding, year: int, area: str, name: str) -> Mark | None:
    if name in FUND:
        return _funds(view, "", year, area, name)
    if name == "lacking":
        return to_these(view, "", "project", set(found.lacking(year, area or None)), KEY)
    return None


def power(view: View, found: measure.Leverage) -> Numbers:
    """The two sums, the projects that they are of, and those that lack an amount of each."""
    w, codes = view.words, [one.code for one in found.both]
    projects = to_these(view, f"{w('Prosjekter')}: {w.number(len(codes))}", "project", codes, "utlosning")
    sums = in_table(view, "utlosning", w.money(found.outside_ore), w.money(found.own_ore))

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        if name == "lacking":
            return to_these(view, "", "project", (found.own_unknown if at else found.outside_unknown), "utlosning")
        return _own_cash(view, found) if at else to_grants(view, "", found.both, "utlosning")

    if found.projects < LEVERAGE_BASE:
        return Numbers([*_each(view, found), projects], [_hours(view, found)], cell)
    return Numbers(_each(view, found), [*sums, projects, _hours(view, found)], cell)


def _own_cash(view: View, found: measure.Leverage) -> Mark | None:
    """The rows of our own money of the projects counted, where they sum to it."""
    some = _rows(view, found, "cash")
    known = all("amount" in v and v.get("currency", "NOK") == "NOK" for v in some.values())
    if not known or sum(int(str(v["amount"])) for v in some.values()) != found.own_ore:
        return None
    return to_these(view, "", "funding", some, "utlosning")


def _hours(view: View, found: measure.Leverage) -> Mark | None:
    """The rows of our own hours of the projects counted, where they sum to it."""
    w, some = view.words, {code: v for code, v in _rows(view, found, "").items() if v["form"] != "cash"}
    if abs(sum(float(str(v.get("hours", 0))) for v in some.values()) - found.hours) > 0.5:
        return in_table(view, "utlosning", w.number(found.hours))[0]
    return to_these(view, f"{w('Egne timer')}: {w.number(found.hours)}", "funding", some, "utlosning")


def _rows(view: View, found: measure.Leverage, form: str) -> dict[str, Mapping[str, Any]]:
    codes = {one.code for one in found.both}
    return {
        code: values
        for code, values in view.portfolio.records("funding").items()
        if str(values["project"]) in codes and values["payer"] == "own" and form in ("", values["form"])
    }


def areas(view: View, found: measure.Funding, rows: Sequence[Mapping[str, Any]], year: int) -> Numbers:
    """The areas that have international money; the funds of each, and its grants that lack an amount."""
    some = [row["area"][1] for row in rows if (row["eu"] or 0) + (row["nordic"] or 0)]
    title = these_areas(view, view.words("Rådsområder med internasjonale midler"), some, "midler-omrader")

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        return _cell(view, found, year, row["area"][1], name)

    return Numbers([title], cells=cell)


def ending(view: View, found: Endings) -> Numbers:
    """The projects behind each year's numbers; money and effort spread over months are in the table alone."""
    w, told = view.words, [one.fte for one in found.years if one.fte is not None]

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        one = found.years[at]
        codes = one.ends if name == "ends" else one.codes.get(name, ())
        return to_these(view, "", "project", codes, "faller-bort") if codes else None

    both = [words for fte in told for words in (w.number(fte, 1), w.decimal(fte))]
    return Numbers(say=in_table(view, "faller-bort", *both), cells=cell)


def rates(view: View, n: int) -> Numbers:
    """The rates."""
    w = view.words
    return Numbers(
        [to_list(view, f"{w('Valutakurser')}: {w.number(n)}", "rate", selection=Selection(per=view.selection.per))]
    )
