"""Generated sentences of the page on competence. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akint_dash.text.findings import BASE, LEAD_POINTS, leader
from akint_dash.text.words import Words


def finding(w: Words, now: int, before: int, activities: int, year: int) -> str:
    """The page's one finding: participants this year against the same days of the year before."""
    if not activities:
        return w("Ingen kompetanseheving er ført hittil i {year}", year=year)
    if not now:
        one, many = (
            "Ett tiltak hittil i {year}, uten antall deltakere",
            "{n} tiltak hittil i {year}, uten antall deltakere",
        )
        return w.n(one, many, activities, year=year)
    told = w.n("Én deltaker hittil i {year}", "{n} deltakere hittil i {year}", now, year=year)
    way = compared(w, now, before)
    return f"{told}, {way}" if way else told


def finding_then(w: Words, people: int, activities: int, years: str) -> str:
    """The finding where this year lies outside the period: the period's own participants, compared with nothing."""
    if not activities:
        return w("Ingen kompetanseheving er ført {years}", years=years)
    return w.n("Én deltaker {years}", "{n} deltakere {years}", people, years=years)


def growth_then(w: Words, n: int, years: str) -> str:
    """As :func:`growth_title` where this year lies outside the period."""
    return w.n("Ett tiltak {years}", "{n} tiltak {years}", n, years=years)


def compared(w: Words, now: int, before: int) -> str:
    """A number against the same days of the year before; '' where either is under ten, so no trend is claimed."""
    if now < BASE or before < BASE:
        return ""
    change = now - before
    if abs(change) / before <= LEAD_POINTS:
        return w("om lag som på samme tid i fjor")
    if change > 0:
        return w("{n} flere enn på samme tid i fjor", n=w.number(change))
    return w("{n} færre enn på samme tid i fjor", n=w.number(-change))


def audience_title(w: Words, people: Mapping[str, int]) -> str:
    """The audience with most participants, when one stands out."""
    total = sum(people.values())
    if not total:
        return w("Ingen deltakere er ført i dette utvalget")
    first = leader(people)
    if first is None:
        return w("{n} deltakere, og ingen målgruppe skiller seg ut", n=w.number(total))
    name = w.choice("audience", first)
    part = w.part_or_percent(people[first], total)
    return w("{name} er {part} av deltakerne", name=name, part=part)


def level_say(w: Words, strategic: int, operative: int) -> str:
    """How many of the activities are strategic."""
    total = strategic + operative
    if not total:
        return w("Ingen tiltak har nivå ført.")
    return w("{part} tiltak er på strategisk nivå.", part=w.part(strategic, total))


def outside_say(w: Words, outside: int, total: int) -> str:
    """How large a part of the participants come from outside the county's own organisation."""
    if not total:
        return ""
    return w("{part} av deltakerne kommer utenfra.", part=w.part_or_percent(outside, total))


def leader_title(w: Words, cabinet: int, politicians: int, areas: int) -> str:
    """At how many council areas' activities the executive board, and elected politicians, have taken part."""
    if not areas:
        return w("Ingen rådsområder i dette utvalget")
    if not cabinet and not politicians:
        return w("Verken fylkesrådet eller folkevalgte har deltatt")
    part = w.part(cabinet, areas)
    return w("Fylkesrådet har lært noe hos {part} rådsområder, folkevalgte hos {n}", part=part, n=w.number(politicians))


def leader_say(w: Words, cabinet: tuple[int, int], politicians: tuple[int, int], total: int) -> str:
    """(activities, people) of each, of all activities."""
    if not total:
        return ""
    return w(
        "Fylkesrådet var med på {cabinet} tiltak, folkevalgte på {politicians}.",
        cabinet=w.part(cabinet[0], total),
        politicians=w.part(politicians[0], total),
    )


def kinds_title(w: Words, exchange: int, total: int) -> str:
    """How many of the participants took part in exchange of experience, the kind the strategy names by itself."""
    if not total:
        return w("Ingen deltakere i perioden")
    if not exchange:
        return w("Ingen erfaringsutveksling er ført")
    return w("Erfaringsutveksling samler {part} av deltakerne", part=w.part_or_percent(exchange, total))


def exchange_say(w: Words, n: int, total: int) -> str:
    """How many of the activities are exchanges of experience."""
    return w("{part} tiltak er erfaringsutveksling.", part=w.part(n, total)) if total else ""


def area_title(w: Words, people: Mapping[str, int], names: Mapping[str, str], silent: int) -> str:
    """Which area reaches most people, when one stands out; else how many have arranged nothing."""
    total = sum(people.values())
    first = leader(people)
    if not total:
        return w("Ingen rådsområder har ført deltakere")
    if first is not None and len(people) > 1:
        part = w.part_or_percent(people[first], total)
        return w("{name} når flest: {part} av deltakerne", name=names[first], part=part)
    if silent:
        return w.n("Ett rådsområde har ingen kompetanseheving", "{n} rådsområder har ingen kompetanseheving", silent)
    if len(people) == 1:
        return w.n("Én deltaker", "{n} deltakere", total)
    return w("Alle rådsområder har kompetanseheving, ingen skiller seg ut")


def area_say(w: Words, silent: Sequence[str]) -> str:
    """Areas without any."""
    if not silent:
        return w("Tiltak og deltakere etter ansvarlig rådsområde.")
    return w("Ingen tiltak er ført av {names}.", names=w.join(list(silent)))


def growth_title(w: Words, now: int, before: int, year: int) -> str:
    """Whether all international work grows: this year to date against the same days of the year before."""
    told = w.n("Ett tiltak hittil i {year}", "{n} tiltak hittil i {year}", now, year=year)
    way = compared(w, now, before)
    return f"{told}, {way}" if way else told


def growth_say(w: Words, areas: int | None, actors: int | None, when: str) -> str:
    """New areas and actors of the newest year; nothing in the first year recorded."""
    if areas is None and actors is None:
        return w("I det første året med registrering er alle nye.")
    told = []
    if areas is not None:
        told.append(w.n("ett nytt rådsområde", "{n} nye rådsområder", areas) if areas else w("ingen nye rådsområder"))
    if actors is not None:
        told.append(w.n("én ny aktør", "{n} nye aktører", actors) if actors else w("ingen nye aktører"))
    return w("Nye {when}: {told}.", when=when, told=w.join(told))
