"""Generated sentences about development money. A share is claimed only where both its parts are recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akint_dash.measures.funding import Leverage
from akint_dash.text.findings import leader
from akint_dash.text.words import Words

POINTS = 0.02
"""A share that moved no more than two points is 'om lag som'."""


def finding(w: Words, year: int, share: float | None, international_ore: int) -> str:
    """The page's one finding: how large a part is international."""
    if share is not None:
        return w("{share} av utviklingsmidlene i {year} er internasjonale", share=w.percent(share), year=year)
    if international_ore:
        return w(
            "{money} er internasjonale midler i {year}; resten er ikke ført",
            money=w.money(international_ore),
            year=year,
        )
    return w("Ingen utviklingsmidler er ført for {year}", year=year)


def years_title(w: Words, years: Sequence[int], shares: Sequence[float | None]) -> str:
    """How the share moved from the first year known to the last."""
    known = [(y, s) for y, s in zip(years, shares, strict=True) if s is not None]
    if not known:
        return w("Internasjonal andel kan ikke regnes ut ennå")
    if len(known) == 1:
        year, share = known[0]
        return w("Internasjonal andel er {share} i {year}", share=w.percent(share), year=year)
    (first, before), (last, now) = known[0], known[-1]
    values = {"before": w.percent(before), "now": w.percent(now), "first": first, "last": last}
    if abs(now - before) <= POINTS + 1e-9:
        return w("Andelen er om lag som i {first}: {now} i {last}", **values)
    if now > before:
        return w("Andelen har økt fra {before} i {first} til {now} i {last}", **values)
    return w("Andelen har falt fra {before} i {first} til {now} i {last}", **values)


def years_say(w: Words, international_ore: int, fund_ore: int, year: int) -> str:
    """The two sums that the share rests on."""
    return w(
        "I {year}: {a} internasjonale midler mot {b} nasjonale, regionale og lokale.",
        year=year,
        a=w.money(international_ore),
        b=w.money(fund_ore),
    )


def areas_title(w: Words, international: Mapping[str, int], names: Mapping[str, str], year: int) -> str:
    """Which area stands for most of the international money, when one stands out."""
    total = sum(international.values())
    if not total:
        return w("Ingen rådsområder har internasjonale midler i {year}", year=year)
    first = leader(international)
    if first is None or len(international) == 1:
        return w.n(
            "Ett rådsområde har internasjonale midler i {year}",
            "{n} rådsområder har internasjonale midler i {year}",
            sum(1 for ore in international.values() if ore),
            year=year,
        )
    share = w.percent(international[first] / total)
    return w("{name} står for {share} av de internasjonale midlene", name=names[first], share=share)


def leverage_title(w: Words, found: Leverage) -> str:
    """Outside kroner per own krone."""
    if found.per_krone is None:
        return w("Egne penger er ikke ført på noe innvilget prosjekt")
    return w("{n} kroner utenfra for hver egen krone", n=w.number(found.per_krone, 1))


def leverage_say(w: Words, found: Leverage, years: str, hours: float) -> str:
    """The sums, how many projects of which years they come from, and our own hours beside them: they are no money."""
    said = w.n(
        "{outside} utenfra mot {own} egne penger, på ett prosjekt vedtatt {years} med begge deler ført.",
        "{outside} utenfra mot {own} egne penger, på {n} prosjekter vedtatt {years} med begge deler ført.",
        found.projects,
        outside=w.money(found.outside_ore),
        own=w.money(found.own_ore),
        years=years,
    )
    return f"{said} {w('I tillegg kommer {hours} egne timer.', hours=w.number(hours))}" if hours else said
