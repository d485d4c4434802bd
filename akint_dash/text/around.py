"""Generated sentences about what lies around us: calls and outside participation."""

from __future__ import annotations

from collections.abc import Callable

from akint_dash.domain.table import Table
from akint_dash.text.findings import evenly, standing
from akint_dash.text.words import Words


def calls_title(w: Words, fitting: int, alive: int, every: int, years: str = "", *, made: bool = False) -> str:
    """How many of the calls one can still act on that fit us.

    ``made``: areas or themes are chosen, and a call is theirs by fitting them: no share of itself is told. ``years`` of
    a chosen period ("i 2026") are those of the deadlines counted.
    """
    if made and fitting:
        one, many = (
            "Én åpen eller kommende utlysning er aktuell med disse filtrene",
            "{n} åpne eller kommende utlysninger er aktuelle med disse filtrene",
        )
        said = w.n(one, many, fitting)
        return w("{said}, med frist {years}", said=said, years=years) if years else said
    if fitting and alive and years:
        part = w.part(fitting, alive)
        return w("{part} åpne og kommende utlysninger med frist {years} er aktuelle for oss", part=part, years=years)
    if not alive:
        return w.n(
            "Ingen åpne eller kommende utlysninger; én er stengt",
            "Ingen åpne eller kommende utlysninger; {n} er stengt",
            every,
        )
    if not fitting:
        return w.n(
            "Én utlysning er åpen eller kommer; den er ikke aktuell for oss",
            "{n} utlysninger er åpne eller kommer; ingen er aktuelle for oss",
            alive,
        )
    return w("{part} åpne eller kommende utlysninger er aktuelle for oss", part=w.part(fitting, alive))


def places(data: Table) -> tuple[int, int]:
    """(participations in Akershus, participations outside it) of a table by municipality."""
    inside = sum(row["n"] for row in data.dicts() if row["place"] and row["place"][1])
    outside = sum(row["n"] for row in data.dicts() if row["place"] and not row["place"][1])
    return inside, outside


def participations_title(w: Words, inside: int, outside: int, years: str, lacking: int = 0) -> str:
    """How many participations run in ``years`` ("2024–2027"), those outside the county said apart.

    ``lacking`` lie in no year and are not counted.
    """
    if lacking and not inside and not outside:
        return w("Det er ikke kjent når aktørene i Akershus deltar")
    one, many = (
        "Aktører i Akershus har én deltakelse som løper {years}",
        "Aktører i Akershus har {n} deltakelser som løper {years}",
    )
    said = w.n(one, many, inside, years=years)
    if not outside:
        return said
    return said + w.n(", og én er utenfor fylket", ", og {n} er utenfor fylket", outside)


def participations_say(w: Words, data: Table, name: Callable[[str, object], str]) -> str:
    """Which municipality stands for most of them, when one stands out; nothing of none."""
    counts = {row["place"][1]: row["n"] for row in data.dicts() if row["place"] and row["place"][1] and row["n"]}
    if not counts:
        return ""
    found, total = standing(counts), sum(counts.values())
    plain = w.n("Én kommune er med", "{n} kommuner er med", len(counts))
    if found.leader is not None:
        part = w.part_or_percent(counts[found.leader], total)
        return w("{name} står for {part} av dem.", name=name("municipality", found.leader), part=part)
    even = evenly(w, found, {code: name("municipality", code) for code in found.even})
    return f"{w('{total}, flest{even}', total=plain, even=even) if even else plain}."
