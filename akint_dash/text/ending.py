"""Generated sentences about what falls away as granted projects end."""

from __future__ import annotations

from akint_dash.measures.ending import Ending, Endings
from akint_dash.measures.frame import Frame
from akint_dash.text.missing import at_least, elsewhere, least, with_part
from akint_dash.text.words import Words, capital

FELL: float = 0.05
"""A smaller fall from the first year to the last is not told as one."""


def title(w: Words, frame: Frame, found: Endings) -> str:
    """From the highest year's money to the first with less than half of it, where it falls (of what is known, where
    something is not); else what is granted. The last year of the table where it falls by less.

    Old data do not know of the grants since: they tell what was granted then, and of no fall.
    """
    first, last = found.years[0], found.years[-1]
    if not found.projects and found.without_period:
        return w("Start eller slutt mangler for de innvilgede prosjektene")
    if not found.projects:
        return w("Ingen innvilgede prosjekter varer ut over {year}", year=first.year - 1)
    if not any(one.ore for one in found.years):
        return w("Beløp mangler for prosjektene som varer ut over {year}", year=first.year - 1)
    unsure = bool(found.without_amount or found.without_period)
    money = _money(w, first, unsure)
    if frame.stale:
        values = {"money": money, "year": first.year, "day": w.date(frame.data_day)}
        return capital(w("{money} var innvilget for {year} per {day}", **values))
    if first.ore is None or (last.ore or 0) >= first.ore * (1 - FELL):
        return capital(w("{money} er innvilget for {year}", money=money, year=first.year))
    top, low = _top(found), _low(found)
    values = {"before": w.money(top.ore or 0), "first": top.year, "after": w.money(low.ore or 0), "year": low.year}
    if low.ore is None:
        return w("Kjent støtte utenfra er {before} i {first}; for {year} mangler beløpet", **values)
    if not low.ore and unsure:
        return w("Ingenting av dagens kjente støtte utenfra er igjen i {year}", year=low.year)
    if not low.ore:
        return w("Ingenting av dagens støtte utenfra er igjen i {year}", year=low.year)
    if unsure and _halved(top, low):
        return w("Kjent støtte utenfra faller til under halvparten i {year}: {after} mot {before} i {first}", **values)
    if unsure:
        return w("Kjent støtte utenfra faller fra {before} i {first} til {after} i {year}", **values)
    if _halved(top, low):
        return w(
            "Innvilget støtte utenfra faller til under halvparten i {year}: {after} mot {before} i {first}", **values
        )
    return w("Innvilget støtte utenfra faller fra {before} i {first} til {after} i {year}", **values)


def foreseen(w: Words, found: Endings, year: int) -> tuple[str, str]:
    """(what is granted already for a year that the data do not reach, the money in it); both "" where none is known."""
    one = next((one for one in found.years if one.year == year and one.ore), None)
    if one is None:
        return "", ""
    money = _money(w, one, bool(one.without_amount or found.without_period))
    said = w(
        "{money} i støtte utenfra er innvilget for {year}; resten av utviklingsmidlene er ikke kjent ennå.",
        money=money,
        year=year,
    )
    return capital(said), w.money(one.ore or 0)


def _money(w: Words, one: Ending, unsure: bool) -> str:
    return w("et ukjent beløp") if one.ore is None else least(w, one.ore, unsure)


def note(w: Words, one: Ending) -> str:
    """The projects that last into a year or longer, also those that are to begin, and the full-time equivalents they
    pay."""
    lasting = "ett prosjekt varer til {year} eller lenger", "{n} prosjekter varer til {year} eller lenger"
    told = with_part(w, w.n(*lasting, one.lasting, year=one.year), one.elsewhere)
    if one.fte is None:
        return w("{told}; årsverk mangler", told=told)
    return w("{told}; {fte} årsverk", told=told, fte=_fte(w, one))


def none(w: Words, found: Endings) -> str:
    """Why there is nothing to draw."""
    if found.without_period:
        return w("Det er ikke kjent når prosjektene slutter.")
    year = found.years[0].year
    return w("Ingen innvilgede prosjekter med disse filtrene løper i {year} eller senere.", year=year)


def _fte(w: Words, one: Ending) -> str:
    if one.fte is None:
        return w("et ukjent antall")
    return at_least(w, w.number(round(one.fte, 1), 1), one.without_fte)


def _alike(w: Words, *some: Ending) -> list[str]:
    """As :func:`_fte` of years in one sentence, with the same decimals."""
    known = w.decimals(*(round(one.fte or 0, 1) for one in some))
    return [
        _fte(w, one) if one.fte is None else at_least(w, told, one.without_fte)
        for one, told in zip(some, known, strict=True)
    ]


def _top(found: Endings) -> Ending:
    """The year with most money, the first of equals."""
    return max(found.years, key=lambda one: one.ore or 0)


def _low(found: Endings) -> Ending:
    """The first year after the highest with less than half of its money; the last one where none has fallen so far."""
    top = _top(found)
    after = [one for one in found.years if one.year > top.year]
    return next((one for one in after if _halved(top, one)), found.years[-1])


def _halved(top: Ending, one: Ending) -> bool:
    return (one.ore or 0) < (top.ore or 0) / 2


def say(w: Words, frame: Frame, found: Endings) -> str:
    """Full-time equivalents that the same projects pay, and that nothing applied for is in it."""
    known = len(found.projects) - len(found.without_fte)
    parts = []
    if known and not frame.stale:
        top, low = _top(found), _low(found)
        before, after = _alike(w, top, low)
        said = w(
            "Prosjektene finansierer {before} årsverk i {first} og {after} i {year}.",
            before=before,
            first=top.year,
            after=after,
            year=low.year,
        )
        parts.append(said)
    parts.append(w("Søknader som venter på svar, er ikke regnet med."))
    return " ".join(parts)


def basis(w: Words, found: Endings) -> str:
    """What the figure rests on, and what it lacks."""
    n = len(found.projects)
    values = {"part": w.part(n - len(found.without_amount), n), "year": found.years[0].year}
    words = w("Bygger på {part} innvilgede prosjekter som løper i {year} eller senere", **values)
    if n and not found.without_amount:
        one = "Bygger på det ene innvilgede prosjektet som løper i {year} eller senere"
        many = "Bygger på {every} innvilgede prosjektene som løper i {year} eller senere"
        words = w.n(one, many, n, every=w.every_such(n), year=found.years[0].year)
    lacks = [
        (len(found.without_amount), "ett mangler beløp eller valutakurs", "{count} mangler beløp eller valutakurs"),
        (len(found.without_fte), "ett mangler årsverk", "{count} mangler årsverk"),
        (len(found.without_period), "ett mangler start eller slutt", "{count} mangler start eller slutt"),
    ]
    told = [w.n(one, many, count) for count, one, many in lacks if count]
    if found.later:  # what other cards, which end with this year, do not count
        one, many = "ett av dem begynner etter {year}", "{count} av dem begynner etter {year}"
        told.insert(0, w.n(one, many, len(found.later), year=found.years[0].year))
    if found.elsewhere:
        told.append(elsewhere(w, len(found.elsewhere)))
    return "; ".join([words, *told])
