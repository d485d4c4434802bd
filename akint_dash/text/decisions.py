"""Generated sentences about what must be decided this month, and which memberships can be left."""

from __future__ import annotations

from datetime import date

from akint_dash.measures.decisions import DAYS_AHEAD, Decision
from akint_dash.text.words import Words


def title(w: Words, found: list[Decision], today: date) -> str:
    """How many, and how near the first is."""
    if not found:
        return w("Ingenting må avgjøres de neste {days} dagene", days=DAYS_AHEAD)
    left = (found[0].day - today).days
    when = w("i dag") if not left else w.n("om én dag", "om {n} dager", left)
    return w.n(
        "Én ting må avgjøres de neste {days} dagene, {when}",
        "{count} ting må avgjøres de neste {days} dagene, den første {when}",
        len(found),
        days=DAYS_AHEAD,
        count=w.count_up(len(found)),
        when=when,
    )


def say(w: Words, without: int) -> str:
    """What the list holds, and how many memberships ``without`` a last day may belong in it."""
    said = w("Siste dager for å beslutte om søknader, EU-saker, avtaler og medlemskap.")
    if not without:
        return said
    one, many = (
        "For ett medlemskap mangler siste dag for å melde seg ut.",
        "For {count} medlemskap mangler siste dag for å melde seg ut.",
    )
    return f"{said} {w.n(one, many, without)}"


def what(w: Words, one: Decision, name: str) -> str:
    """What is to be decided, with the name of what it is about."""
    return w("{kind}: {name}", kind=w.choice("decision_kind", one.step or one.kind), name=name)


def leaving_title(w: Words, days: list[int], total: int) -> str:
    """When the last day to leave the next membership is, by the days from today, in order; of ``total`` memberships."""
    if not total:
        return w("Ingen medlemskap med disse filtrene")
    if not days:
        return w("Siste dag for å melde seg ut er ikke registrert for noen medlemskap")
    soon = sum(left <= 60 for left in days)
    if soon:
        one, many = (
            "Ett medlemskap må sies opp innen {days} dager, eller løper videre",
            "{count} medlemskap må sies opp innen {days} dager, eller løper videre",
        )
        return w.n(one, many, soon, count=w.count_up(soon), days=60)
    return w.n(
        "Neste medlemskap må sies opp innen én dag, eller løper videre",
        "Neste medlemskap må sies opp innen {n} dager, eller løper videre",
        days[0],
    )


def leaving_say(w: Words, first: int, unknown: int) -> str:
    """What the sheet holds (of today's memberships, since the year ``first``), and how many of them lack the day."""
    said = w(
        "Medlemskapene vi har i dag, med årets kontingent, det som er registrert siden {year}, og siste "
        "dag for å si opp.",
        year=first,
    )
    if unknown:
        one, many = (
            "Siste dag for å si opp mangler for ett medlemskap.",
            "Siste dag for å si opp mangler for {count} medlemskap.",
        )
        said += " " + w.n(one, many, unknown, count=w.count(unknown))
    return said
