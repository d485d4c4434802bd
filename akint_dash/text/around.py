"""Generated sentences about what lies around us: calls and outside participation."""

from __future__ import annotations

from collections.abc import Callable

from akint_dash.domain.table import Table
from akint_dash.text.findings import evenly, standing
from akint_dash.text.where import in_county
from akint_dash.text.words import Words, capital


def calls_title(w: Words, fitting: int, alive: int, every: int, years: str = "", *, made: bool = False) -> str:
    """How many of the calls one can still act on that fit us.

    ``made``: areas or themes are chosen, and a call is theirs by fitting them: no share of itself is told. ``years`` of
    a chosen period ("i 2026") are those of the deadlines counted.
    """
    if made and fitting:
        one, many = (
            "Med disse filtrene er én åpen eller kommende utlysning aktuell for oss",
            "Med disse filtrene er {count} åpne eller kommende utlysninger aktuelle for oss",
        )
        said = w.n(one, many, fitting)
        return w("{said}, med frist {years}", said=said, years=years) if years else said
    if fitting:
        return _fitting(w, fitting, alive, years)
    if not alive:
        return w.n(
            "Ingen åpne eller kommende utlysninger; én er stengt",
            "Ingen åpne eller kommende utlysninger; {count} er stengt",
            every,
        )
    return w.n(
        "Én utlysning er åpen eller kommer; den er ikke aktuell for oss",
        "{Count} utlysninger er åpne eller kommer; ingen er aktuelle for oss",
        alive,
    )


def _fitting(w: Words, fitting: int, alive: int, years: str) -> str:
    """How many of the calls that can still be acted on fit us, where some do."""
    due = w(" med frist {years}", years=years) if years else ""
    if alive == 1:
        return w("Én utlysning{due} er åpen eller kommer; den er aktuell for oss", due=due)
    if fitting == alive:
        every = w.every_such(alive)
        said = w("{every} åpne eller kommende utlysningene{due} er aktuelle for oss", every=every, due=due)
        return capital(said)
    one, many = (
        "{part} åpne eller kommende utlysninger{due} er aktuell for oss",
        "{part} åpne eller kommende utlysninger{due} er aktuelle for oss",
    )
    return capital(w.n(one, many, fitting, part=w.told_part(fitting, alive), due=due))


def places(data: Table) -> tuple[int, int]:
    """(participations in Akershus, participations outside it) of a table by municipality."""
    inside = sum(row["n"] for row in data.dicts() if row["place"] and row["place"][1])
    outside = sum(row["n"] for row in data.dicts() if row["place"] and not row["place"][1])
    return inside, outside


def participations_title(
    w: Words, inside: int, outside: int, years: str, lacking: int = 0, *, over: bool = False, where: str = ""
) -> str:
    """How many participations run in ``years`` ("2024–2027"), those outside the county said apart.

    ``lacking`` lie in no year and are not counted; ``over``: the last of the years has passed; ``where`` the actors
    are (``text.where``).
    """
    where = where or in_county(w)
    if lacking and not inside and not outside:
        return w("Det er ikke kjent når aktørene {where} deltar", where=where)
    one, many = (
        "Aktører {where} har én prosjektdeltakelse {years}",
        "Aktører {where} har {count} prosjektdeltakelser {years}",
    )
    if over:
        one, many = (
            "Aktører {where} hadde én prosjektdeltakelse {years}",
            "Aktører {where} hadde {count} prosjektdeltakelser {years}",
        )
    said = w.n(one, many, inside, years=years, where=where)
    if not outside:
        return said
    return said + w.n(", og én er utenfor fylket", ", og {count} er utenfor fylket", outside)


def participations_say(w: Words, data: Table, name: Callable[[str, object], str], *, over: bool = False) -> str:
    """Which municipality stands for most of them, when one stands out; nothing of none. ``over``: of a year before
    today's."""
    counts = {row["place"][1]: row["n"] for row in data.dicts() if row["place"] and row["place"][1] and row["n"]}
    if not counts:
        return ""
    found, total = standing(counts), sum(counts.values())
    plain = w.n("Én kommune er med", "{Count} kommuner er med", len(counts))
    if over:
        plain = w.n("Én kommune var med", "{Count} kommuner var med", len(counts))
    if found.leader is not None:
        part = w.part_or_percent(counts[found.leader], total)
        return w("{name} står for {part} av dem.", name=name("municipality", found.leader), part=part)
    even = evenly(w, found, {code: name("municipality", code) for code in found.even})
    return f"{w('{total}, flest{even}', total=plain, even=even) if even else plain}."
