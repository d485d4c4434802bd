"""Generated sentences about what must be decided this month, and which memberships can be left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from akint_dash.measures.decisions import DAYS_AHEAD, Decision
from akint_dash.text.dues import when, without_day
from akint_dash.text.words import Words

SOON: Final = 60
"""Days in which a last day to leave is near."""


def title(w: Words, found: Sequence[Decision], today: date, states: Sequence[str] = ()) -> str:
    """How many, and how near the first is, of those that can be met; by their ``states`` how many others cannot."""
    if not found:
        return w("Ingen kjente vedtak eller leveranser har frist de neste {days} dagene", days=DAYS_AHEAD)
    late = sum(state == "lost" for state in states)
    if late == len(found):
        one, many = (
            "Det er for sent for fristen de neste {days} dagene",
            "Det er for sent for {every} fristene de neste {days} dagene",
        )
        return w.n(one, many, late, days=DAYS_AHEAD, every=w.every_one(late))
    lost = [state == "lost" for state in states] or [False] * len(found)
    met = [one for one, late_one in zip(found, lost, strict=True) if not late_one]
    left = (met[0].day - today).days
    soon = when(w, left)
    said = w.n(
        "Ett vedtak eller én leveranse har frist de neste {days} dagene, {when}",
        "{count} vedtak eller leveranser har frist de neste {days} dagene, den første {when}",
        len(met),
        days=DAYS_AHEAD,
        count=w.count_up(len(met)),
        when=soon,
    )
    if not late:
        return said
    return w.n(
        "{said}; for én frist til er det for sent",
        "{said}; for {count} frister til er det for sent",
        late,
        said=said,
    )


def say(w: Words, without: int) -> str:
    """What the list holds, and how many memberships ``without`` a last day may belong in it."""
    said = w(
        "Siste dag for å ta stilling til søknader, EU-saker, avtaler og medlemskap. "
        "Søknadsfristene selv er ikke med her."
    )
    return f"{said} {without_day(w, without)}".rstrip()


def what(w: Words, one: Decision, name: str) -> str:
    """What is to be decided, with the name of what it is about."""
    return w("{kind}: {name}", kind=w.choice("decision_kind", one.step or one.kind), name=name)


def leaving_title(w: Words, days: list[int], total: int) -> str:
    """When the last day to leave the next membership is, by the days from today, in order; of ``total`` memberships."""
    if not total:
        return w("Ingen medlemskap med disse filtrene")
    if not days:
        return w("Siste dag for å si opp er ikke registrert for noen medlemskap")
    soon = sum(left <= SOON for left in days)
    if soon:
        one, many = (
            "For ett medlemskap kommer siste dag for å si opp i løpet av de neste {days} dagene",
            "For {few} medlemskap kommer siste dag for å si opp i løpet av de neste {days} dagene",
        )
        return w.n(one, many, soon, few=w.count(soon), days=SOON)
    return w.n(
        "Siste dag for å si opp det neste medlemskapet er om én dag",
        "Siste dag for å si opp det neste medlemskapet er om {count} dager",
        days[0],
    )


def leaving_say(w: Words, first: int, unknown: int) -> str:
    """What the sheet holds (of today's memberships, since the year ``first``), and how many of them lack the day."""
    said = w(
        "Medlemskapene vi har, med årets kontingent, det som er registrert i medlemskapet siden {year}, og "
        "siste dag for å si opp.",
        year=first,
    )
    if unknown:
        one, many = (
            "For ett medlemskap er siste dag for å si opp ikke registrert.",
            "For {count} medlemskap er siste dag for å si opp ikke registrert.",
        )
        said += " " + w.n(one, many, unknown, count=w.count(unknown))
    return said
