"""Generated sentences about development money. A share is claimed only where both its parts are recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akint_dash.measures.frame import Frame
from akint_dash.measures.funding import Leverage
from akint_dash.text.findings import standing
from akint_dash.text.frame import as_known, silence, stop
from akint_dash.text.words import Words

POINTS = 0.02
"""A share that moved no more than two points is 'om lag som'."""


def finding(w: Words, frame: Frame, share: float | None, international_ore: int) -> str:
    """The page's one finding: how large a part is international, as the data knew it where they end inside the year."""
    year = frame.year
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if share is not None:
        told = w("{share} av utviklingsmidlene i {year} er internasjonale", share=w.percent(share), year=year)
    elif international_ore:
        told = w(
            "{money} er internasjonale midler i {year}; resten er ikke ført",
            money=w.money(international_ore),
            year=year,
        )
    else:
        return w("Ingen utviklingsmidler er ført for {year}", year=year)
    return told + as_known(w, frame)


def years_title(w: Words, frame: Frame, shares: Sequence[float | None]) -> str:
    """How the share moved from the first year known to the last; a year that old data end inside is not compared."""
    every = [(y, s) for y, s in zip(frame.years, shares, strict=True) if s is not None]
    known = [(y, s) for y, s in every if frame.told(y)] or every
    if not known:
        return w("Internasjonal andel kan ikke regnes ut ennå")
    if len(known) == 1:
        year, share = known[0]
        told = w("Internasjonal andel er {share} i {year}", share=w.percent(share), year=year)
        return told + (as_known(w, frame) if frame.unfinished(year) else "")
    (first, before), (last, now) = known[0], known[-1]
    values = {"before": w.percent(before), "now": w.percent(now), "first": first, "last": last}
    if abs(now - before) <= POINTS + 1e-9:
        told = w("Andelen er om lag som i {first}: {now} i {last}", **values)
    elif now > before:
        told = w("Andelen har økt fra {before} i {first} til {now} i {last}", **values)
    else:
        told = w("Andelen har falt fra {before} i {first} til {now} i {last}", **values)
    return told + (as_known(w, frame) if frame.unfinished(last) else "")


def years_say(w: Words, frame: Frame, international_ore: int, fund_ore: int | None) -> str:
    """The two sums that the share rests on; nothing of a year that the data do not reach."""
    if not frame.reached:
        return ""
    said = w(
        "I {year}: {a} internasjonale midler mot {b} nasjonale, regionale og lokale",
        year=frame.year,
        a=w.money(international_ore),
        b=w("ukjent beløp") if fund_ore is None else w.money(fund_ore),
    )
    return stop(said + as_known(w, frame))


def areas_title(
    w: Words, frame: Frame, international: Mapping[str, int], grants: Mapping[str, int], names: Mapping[str, str]
) -> str:
    """Which area stands for most of the international money, when one stands out on ten grants or more."""
    total, year = sum(international.values()), frame.year
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if not total:
        return w("Ingen rådsområder har internasjonale midler i {year}", year=year)
    found = standing(international, grants)
    if found.leader is None:
        return w.n(
            "Ett rådsområde har internasjonale midler i {year}",
            "{n} rådsområder har internasjonale midler i {year}",
            sum(1 for ore in international.values() if ore),
            year=year,
        )
    share = w.percent(international[found.leader] / total)
    name = names[found.leader]
    return w("{name} står for {share} av de internasjonale midlene i {year}", name=name, share=share, year=year)


def leverage_title(w: Words, found: Leverage, years: str) -> str:
    """Outside kroner per own krone, of the years in which the projects were granted."""
    if found.per_krone is None:
        return w("Ingen innvilgede prosjekter i utvalget har egne penger ført")
    n = w.number(found.per_krone, 1)
    return w("{n} kroner utenfra for hver egen krone i prosjekter vedtatt {years}", n=n, years=years)


def leverage_say(w: Words, found: Leverage, years: str) -> str:
    """The sums, how many projects of which years they come from, and our own hours on them: no money."""
    said = w.n(
        "{outside} utenfra mot {own} egne penger, på ett prosjekt vedtatt {years} med begge deler ført.",
        "{outside} utenfra mot {own} egne penger, på {n} prosjekter vedtatt {years} med begge deler ført.",
        found.projects,
        outside=w.money(found.outside_ore),
        own=w.money(found.own_ore),
        years=years,
    )
    if not found.hours:
        return said
    return f"{said} {w('I de samme prosjektene kommer {hours} egne timer i tillegg.', hours=w.number(found.hours))}"
