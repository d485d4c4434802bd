"""Generated sentences of the overview. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from akint_dash.measures.changes import News
from akint_dash.measures.deadlines import SOON_DAYS
from akint_dash.measures.dues import Due
from akint_dash.measures.forecast import Forecast
from akint_dash.measures.frame import Frame
from akint_dash.measures.holes import Hole
from akint_dash.measures.pipeline import Pipeline, Standing
from akint_dash.text import missing
from akint_dash.text.areas import of_what, silent_title
from akint_dash.text.findings import BASE, evenly, leader, standing, tops, trend
from akint_dash.text.frame import (
    as_known,
    at_that_time,
    hours_of,
    in_before,
    in_months,
    in_period,
    in_whole,
    in_year,
    in_years,
    none_registered,
    silence,
    so_far,
    unheard,
    years_of,
)
from akint_dash.text.words import UNDER_TEN, Words, capital, half_up, inside

Names = Mapping[str, str]


def finding(
    w: Words,
    frame: Frame,
    pipe: Pipeline,
    counts: Mapping[str, int],
    names: Names,
    others: Mapping[str, int],
    alive: int,
    *,
    narrowed: bool = False,
    silent: Sequence[str] | None = None,
) -> str:
    """The page's one finding: money won and the instrument with most records, each with its years; else what there is.

    ``counts`` are records of the frame's year by instrument, ``alive`` granted projects that run in the period, ideas
    and applications not. ``others`` are what has been read in where nothing is our own yet; ``narrowed``: a selection
    may have left out what there is; ``silent``: names of the chosen areas, where none of them, or of all, has
    registered anything.
    """
    first, total = leader(counts), sum(counts.values())
    when, years = in_year(w, frame), so_far(w, frame.of_years)  # no month touches a decision
    most = _most(w, frame).format(name=inside(names[first]), when=when) if first else ""
    won = ""
    if pipe.won_ore:
        won = capital(w("{money} innvilget {years}", money=missing.headline(w, pipe.won_paid), years=years))
    if won and most:
        return w("{won}, og {most}", won=won, most=most.removesuffix(f" {when}") if when == years else most)
    if won:
        return won
    if most:
        return w("{most}: {part}", most=capital(most), part=w.part(counts[first or ""], total))
    if total:
        if not frame.so_far:
            return w.n("Ett tiltak begynte {when}", "{Count} tiltak begynte {when}", total, when=in_year(w, frame))
        return w.n("Ett tiltak har begynt {when}", "{Count} tiltak har begynt {when}", total, when=in_year(w, frame))
    if not frame.reached and (alive or frame.begun):
        one, many = "Ett innvilget prosjekt løper {years}", "{Count} innvilgede prosjekter løper {years}"
        running = w.n(one, many, alive, years=_period(w, frame))
        return w("{running}; dataene går til {day}", running=running, day=w.date(frame.data_day))
    parts = [w.n("{n} utlysning", "{n} utlysninger", others["call"])] if others.get("call") else []
    if others.get("participation"):
        parts.append(w.n("{n} prosjektdeltakelse", "{n} prosjektdeltakelser", others["participation"]))
    if parts:
        return w("{parts} er registrert, men ingen egne tiltak", parts=w.join(parts))
    if silent is not None and frame.told(frame.year):
        return silent_title(w, frame, silent)
    if narrowed and frame.reached:
        return w("Ingen tiltak {when} med disse filtrene", when=in_year(w, frame))
    return w("Ingen tiltak med disse filtrene") if narrowed else w("Ingen tiltak {when}", when=in_year(w, frame))


def _most(w: Words, frame: Frame) -> str:
    """The sentence of the instrument with most initiatives, in the tense of the year shown."""
    return w("{name} hadde flest tiltak {when}") if frame.over else w("{name} har flest tiltak {when}")


def _period(w: Words, frame: Frame) -> str:
    return in_years(w, frame.first, frame.last)


def period_title(w: Words, today: date, first: int, last: int) -> str:
    """How far into the strategy of ``first``-``last`` we are: the months left of the days left, so that they are the
    rest of :func:`elapsed_share`; one at least until it is over."""
    total = 12 * (last - first + 1)
    if today.year < first:
        return w("Strategien for {years} har ikke begynt", years=w.years(first, last))
    if today.year > last:
        return w("Strategien for {years} er over", years=w.years(first, last))
    left = max(1, round((1 - elapsed_share(today, first, last)) * total))
    return w(
        "{left} av {total} måneder gjenstår av strategien for {years}",
        left=w.number(left),
        total=w.number(total),
        years=w.years(first, last),
    )


def chosen_title(w: Words, frame: Frame, n: int, months: Sequence[str] = (), lacking: Sequence[int] = ()) -> str:
    """What the chosen period, or its ``months`` by name, holds: it is not the strategy's, and says nothing of how far
    that has come. Of ``lacking`` years the areas chosen have registered nothing."""
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if lacking and not n:
        when = in_period(w, frame)
        return none_registered(w, w("Ingen tiltak"), in_months(w, frame.months) if months else when, lacking)
    return unheard(w, _begun(w, frame, n, months), lacking)


def _begun(w: Words, frame: Frame, n: int, months: Sequence[str]) -> str:
    if months:
        return w.n("Ett tiltak begynte i {months}", "{Count} tiltak begynte i {months}", n, months=w.join(list(months)))
    if frame.last < frame.today.year:
        return w.n("Ett tiltak begynte {years}", "{Count} tiltak begynte {years}", n, years=_period(w, frame))
    when = in_period(w, frame)
    return w.n("Ett tiltak har begynt {when}", "{Count} tiltak har begynt {when}", n, when=when)


def elapsed_share(today: date, first: int, last: int) -> float:
    """The share of the period's days that have passed, 0-1."""
    start, end = date(first, 1, 1), date(last + 1, 1, 1)
    return max(0.0, min(1.0, (today - start).days / (end - start).days))


def instrument_title(w: Words, frame: Frame, total: int, pair: tuple[int, int] | None) -> str:
    """An instrument's year against the year before, both to the day the data reach; only its number where none is made.

    ``total`` is the year's, ``pair`` (now, before) to that day.
    """
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if pair is None:
        return w.n("Ett tiltak {when}", "{Count} tiltak {when}", total, when=in_year(w, frame))
    now, before = pair
    if not now and not before:
        return w("Ingen tiltak {when}", when=in_year(w, frame))
    if not now:
        count = w.alike(before, neuter=True)[0]
        return w(
            "Ingen tiltak {when}, mot {before} {then}",
            when=in_year(w, frame),
            before=count,
            then=at_that_time(w, frame),
        )
    told = dict(zip(("now", "before"), w.alike(now, before, neuter=True), strict=True))
    if not before:
        plain = w.n("Ett tiltak {when}", "{Count} tiltak {when}", now, when=in_year(w, frame))
        return w("{plain}; ingen {then}", plain=plain, then=in_before(w, frame))
    if now == before:
        equal = "Like mange tiltak som {then}: {now}{to}"
        return w(equal, **told, then=at_that_time(w, frame), to=as_known(w, frame))
    one, many = "{now} tiltak {when}, mot {before} {then}", "{now} tiltak {when}, mot {before} {then}"
    return capital(w.n(one, many, now, **told, when=in_year(w, frame), then=at_that_time(w, frame)))


def instrument_say(
    w: Words, frame: Frame, by_area: Mapping[str, int], names: Names, *, chosen: bool = False, narrowed: bool = False
) -> str:
    """Which area uses the instrument most, when one stands out; nothing where one area is all that was ``chosen``. By
    kroner ``by_area`` is what each has set aside, and how many have is said."""
    total = sum(by_area.values())
    if chosen or not frame.reached:
        return ""
    if frame.weight == "kroner":
        one, many = "Ett rådsområde har satt av penger.", "{Count} rådsområder har satt av penger."
        return w.n(one, many, len(by_area)) if by_area else ""
    if not total and narrowed:
        return w("Ingen rådsområder har slike tiltak {when} med disse filtrene.", when=in_whole(w, frame))
    if not total:
        return w("Ingen rådsområder har registrert slike tiltak {when}.", when=in_whole(w, frame))
    if len(by_area) == 1:
        told = w(
            "Alle slike tiltak {when} er registrert på {name}.",
            when=in_whole(w, frame),
            name=names[next(iter(by_area))],
        )
        return told if total > 1 else ""
    found = standing(by_area)
    if found.leader:
        part = w.part(by_area[found.leader], total)
        if frame.weight != "antall":
            return w("{name} står for {part} tiltak, hvert tiltak talt likt.", name=names[found.leader], part=part)
        if frame.over:
            return w("{name} sto for {part} tiltak.", name=names[found.leader], part=part)
        return w("{name} står for {part} tiltak.", name=names[found.leader], part=part)
    even = evenly(w, found, names)
    if not even and frame.months:  # what is recorded may be so at any time: it began in them
        one, many = (
            "Ett rådsområde har slike tiltak som begynte {when}.",
            "{Count} rådsområder har slike tiltak som begynte {when}.",
        )
        return w.n(one, many, len(by_area), when=in_year(w, frame))
    if not even and frame.so_far:
        one, many = (
            "Ett rådsområde har registrert slike tiltak {when}.",
            "{Count} rådsområder har registrert slike tiltak {when}.",
        )
        return w.n(one, many, len(by_area), when=in_year(w, frame))
    used = w.n("Ett rådsområde", "{Count} rådsområder", len(by_area))
    return (
        w("{used}, flest{even}.", used=used, even=even)
        if even
        else w("{used} registrerte slike tiltak i {year}.", used=used, year=frame.year)
    )


def instruments_title(
    w: Words,
    frame: Frame,
    values: Mapping[str, int | float],
    records: Mapping[str, int],
    names: Names,
    lacking: int = 0,
) -> str:
    """Which instrument has most of the year's involvements, hours or budgets, by the weight chosen; how much there is
    where none has, at least that where ``lacking`` records or means are not known.
    """
    over = frame.over
    words = {
        "antall": _most(w, frame),
        "timer": w("{name} hadde flest timer {when}") if over else w("{name} har flest timer {when}"),
        "kroner": w("{name} hadde størst budsjett i {year}") if over else w("{name} har størst budsjett i {year}"),
    }
    counted = frame.weight == "antall"
    when = hours_of(w, frame) if frame.weight == "timer" else in_year(w, frame)
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    found = standing(values, None if counted else records)
    if found.leader:
        if lacking and frame.weight == "kroner":
            now, then = "{name} har størst kjent budsjett i {year}", "{name} hadde størst kjent budsjett i {year}"
            words["kroner"] = w(then if over else now)
        return words[frame.weight].format(name=names[found.leader], when=when, year=frame.year)
    even = evenly(w, found, names)
    total = amount_said(w, frame, sum(values.values()), sum(records.values()), lacking)
    if even and counted:
        return w("{total}, flest{even}", total=total, even=even)
    return total


def amount_said(w: Words, frame: Frame, total: float, n: int, lacking: int = 0) -> str:
    """How much there is in the year shown of what the weight chosen measures: initiatives, hours, kroner set aside."""
    when = in_year(w, frame)
    if frame.weight == "antall":
        return w.n("Ett tiltak {when}", "{Count} tiltak {when}", n, when=when)
    if frame.weight == "timer":
        if not total:
            plain = w.n("Ett tiltak {when}", "{Count} tiltak {when}", n, when=when)
            return w("{plain}; timer er ikke registrert", plain=plain)
        told = missing.at_least(w, w("{number} timer", number=w.number(round(total))), lacking)
        return capital(f"{told} {hours_of(w, frame)}")
    if not total:
        return w("Avsatte kroner er ikke registrert for {year}", year=frame.year)
    return capital(w("{told} satt av for {year}", told=missing.least(w, round(total), lacking), year=frame.year))


def weighed_title(w: Words, frame: Frame, value: float | None, n: int, lacking: int) -> str:
    """An instrument's year by hours or kroner set aside, as its table has it: None where it is not known.

    ``n`` initiatives are behind it; a known 0 is of initiatives that have no hours to know, or of nothing set aside.
    """
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    when = in_year(w, frame)
    if value is None or value:
        return amount_said(w, frame, value or 0, n, lacking)
    if frame.weight == "kroner":
        return w("Ingen midler er satt av for {year}", year=frame.year)
    plain = w.n("Ett tiltak {when}", "{Count} tiltak {when}", n, when=when)
    return w("{plain}, uten timer å regne med", plain=plain) if n else w("Ingen tiltak {when}", when=when)


def weight_note(w: Words, frame: Frame) -> str:
    """What the shares of the four instruments are of, and that a year that has just begun stands beside whole ones."""
    note = {
        "antall": w("Andel av tiltakene, i året de begynte. Grå streker viser de tre andre virkemidlene.")
        if not frame.months
        else w(
            "Andel av tiltakene som begynte {when}. Grå streker viser de tre andre virkemidlene.",
            when=years_of(w, frame),
        ),
        "timer": w("Andel av timene per år. Grå streker viser de tre andre virkemidlene."),
        "kroner": w("Andel av budsjettene per år. Grå streker viser de tre andre virkemidlene."),
    }[frame.weight]
    whole = frame.weight != "kroner" and frame.so_far and len(frame.years) > 1
    said = f"{note} {w('For tidligere år viser tallene hele året.')}" if whole else note
    return f"{said} {missing.own_hours(w, frame.weight)}".rstrip()


def moved(
    w: Words, frame: Frame, pairs: Mapping[str, tuple[int, int] | None], names: Names, just_named: str = ""
) -> str:
    """Which instrument's part of the records changed most since the same days of the year before, if one did; said with
    what it is compared with, and without its name where the sentence it follows has ``just_named`` it."""
    known = {code: pair for code, pair in pairs.items() if pair is not None}
    if len(known) < len(pairs):
        return ""
    now, before = sum(p[0] for p in known.values()), sum(p[1] for p in known.values())
    moves = {
        code: a / now - b / before
        for code, (a, b) in known.items()
        if max(a, b) >= BASE and now and before and trend((b, before), (a, now)) in ("up", "down")
    }
    if not moves:
        return ""
    code = max(moves, key=lambda c: abs(moves[c]))
    name = inside(names[code])
    since = w("samme tid i {year}", year=frame.year - 1) if frame.so_far else str(frame.year - 1)
    alone = sum((a * before > b * now) if moves[code] > 0 else (a * before < b * now) for a, b in known.values()) == 1
    if alone:
        said = _moved_alone(w, frame, name, since, rose=moves[code] > 0)
    else:
        said = _moved_most(w, frame, "" if code == just_named else name, since, rose=moves[code] > 0)
    shares = {"before": w.percent(known[code][1] / before), "now": w.percent(known[code][0] / now)}
    return w("{said}: {now} mot {before}", said=said, **shares)


def _moved_most(w: Words, frame: Frame, name: str, since: str, *, rose: bool) -> str:
    """The share that moved most, without a ``name`` where it was just said."""
    if not name:
        if frame.so_far:
            one = "; andelen har økt mest siden {since}" if rose else "; andelen har falt mest siden {since}"
        else:
            one = "; andelen økte mest fra {since}" if rose else "; andelen falt mest fra {since}"
        return w(one, since=since)
    up, down = "; andelen for {name} har økt mest siden {since}", "; andelen for {name} har falt mest siden {since}"
    if not frame.so_far:
        up, down = "; andelen for {name} økte mest fra {since}", "; andelen for {name} falt mest fra {since}"
    return w(up if rose else down, name=name, since=since)


def _moved_alone(w: Words, frame: Frame, name: str, since: str, *, rose: bool) -> str:
    """The one share that went its way: 'mest' would say that others did."""
    if frame.so_far:
        words = (
            "; bare andelen for {name} har økt siden {since}"
            if rose
            else ("; bare andelen for {name} har falt siden {since}")
        )
    else:
        words = "; bare andelen for {name} økte fra {since}" if rose else "; bare andelen for {name} falt fra {since}"
    return w(words, name=name, since=since)


def money_title(
    w: Words, pipe: Pipeline, years: str = "", *, by_status: bool = False, per: date | None = None, over: bool = False
) -> str:
    """What is won and what waits, in kroner; in applications where no amount of them is known.

    ``years`` of a chosen period ("i 2025"), which may be ``over``: what is won, or that nothing is, is of them, what
    waits is of the day ``per``. That nothing waits, or is won, is not said where a choice of status (``by_status``)
    leaves it out.
    """
    some = pipe.won or pipe.won_paid  # a part of another area's grant is won too
    won = missing.total(w, pipe.won_paid) or w.n("én søknad", "{n} søknader", len(some))
    waiting = missing.total(w, pipe.waiting_paid) or w.n("én søknad", "{n} søknader", len(pipe.waiting))
    if some and years:
        told = w("Vi fikk innvilget {won} {years}") if over else w("Vi har fått innvilget {won} {years}")
        said = told.format(won=won, years=years)
        if pipe.waiting and per:
            return w("{said}; {waiting} ventet på svar per {day}", said=said, waiting=waiting, day=w.date(per))
        return said
    if pipe.waiting and years and per and not by_status:
        told = w("Ingenting ble innvilget {years}") if over else w("Ingenting er innvilget {years}")
        one = "{said}; søknader om {waiting} ventet på svar per {day}"
        return w(one, said=told.format(years=years), waiting=waiting, day=w.date(per))
    if some and pipe.waiting:
        return w("Vi har fått innvilget {won}, og søknader om {waiting} venter på svar", won=won, waiting=waiting)
    if some and by_status:
        return w("Vi har fått innvilget {won}", won=won)
    if some:
        return w("Vi har fått innvilget {won}; {none}", won=won, none=none_waits(w, pipe))
    if pipe.waiting and by_status:
        return w("Søknader om {waiting} venter på svar", waiting=waiting)
    if pipe.waiting:
        return w("Ingenting er innvilget ennå, og søknader om {waiting} venter på svar", waiting=waiting)
    if pipe.waiting_paid and not by_status:
        return capital(none_waits(w, pipe))
    return w("Ingen innvilget støtte med disse filtrene")


def none_waits(w: Words, pipe: Pipeline) -> str:
    """That no application of our own waits, and that our part of another area's does where one has it."""
    if not pipe.waiting_paid:
        return w("ingen søknader venter på svar")
    one = "ingen egne søknader venter på svar, men vår del av én søknad på et annet rådsområde gjør det"
    many = "ingen egne søknader venter på svar, men vår del av {count} søknader på andre rådsområder gjør det"
    said, amount = w.n(one, many, len(pipe.waiting_paid)), missing.total(w, pipe.waiting_paid)
    return f"{said} ({amount})" if amount else said


def none_of_own(w: Words, pipe: Pipeline) -> str:
    """What a number of applications that wait is called where it is none: others may have a part of ours."""
    return w("Ingen egne søknader venter på svar.") if pipe.waiting_paid else w("Ingen søknader venter på svar.")


def granted_many(w: Words, won: Sequence[Standing]) -> str:
    """How many projects are granted, and which of them are further on: only what there is."""
    few, status = len(won), {one.status for one in won}
    told = w.n("{n} prosjekt", "{n} prosjekter", few)
    kinds = [
        words
        for code, words in (
            ("running", w.n("pågående", "pågående", few)),
            ("completed", w.n("fullført", "fullførte", few)),
        )
        if code in status
    ]
    if not kinds:
        return told
    words = "{told}, også {kinds}" if "granted" in status else "{told}, {kinds}"
    return w(words, told=told, kinds=w.join(kinds))


def money_say(w: Words, pipe: Pipeline, *, by_status: bool = False) -> str:
    """The success rate of decided applications, and how many wait; no rate where a choice of status made them."""
    wait = w.n("Én søknad venter på svar.", "{Count} søknader venter på svar.", len(pipe.waiting))
    wait = wait if pipe.waiting else none_of_own(w, pipe)
    if not pipe.decided or by_status:
        return wait if pipe.waiting or not by_status else ""
    base = _granted(w, len(pipe.won), pipe.decided)
    if pipe.decided >= UNDER_TEN:
        base += f" ({w.percent(pipe.success_share or 0)})"
    return f"{base}. {wait}" if pipe.waiting else f"{base}."


def _granted(w: Words, won: int, decided: int) -> str:
    """How many of the applications decided were granted: the only one, all, or some."""
    if decided == 1:
        return w("Den ene avgjorte søknaden ble innvilget") if won else w("Den ene avgjorte søknaden ble avslått")
    if won == decided:
        every = w.every_such(decided)
        return capital(w("{every} avgjorte søknadene ble innvilget", every=every))
    few, whole = w.alike(won, decided)
    return capital(w("{won} av {decided} avgjorte søknader ble innvilget", won=few, decided=whole))


def outlook_say(w: Words, found: Forecast | None, years: str = "") -> str:
    """The forecast with its method; nothing where none may be made. It is of what is known alone, where an amount is
    not, for no upper bound holds then; and of ``years`` of a chosen period: what waits need not be decided in them.
    """
    if found is None:
        return ""
    low, high = forecast_ends(w, found)
    what = w("den kjente støtten") if found.left_out or found.won_lacking else w("samlet støtte")
    if years:
        what = w("støtten som er innvilget {years}, og den som nå er søkt om,", years=years)
    span = w("mellom {low} og {high}\u00a0mill.\u00a0kr", low=low, high=high)
    if found.whole:
        one, many = (
            "Uansett hvordan det går med søknaden som venter, blir {what} {span}.",
            "Uansett hvor mange av de {count} søknadene som innvilges, blir {what} {span}.",
        )
    else:
        one, many = (
            "Hvis søknaden innvilges like ofte som tidligere, er det 80\u00a0% sannsynlig at {what} blir {span}.",
            "Hvis de {count} søknadene innvilges like ofte som tidligere, "
            "er det 80\u00a0% sannsynlig at {what} blir {span}.",
        )
    said = w.n(one, many, found.n, what=what, span=span)
    if not found.whole and (rates := _rates(w, found, years)):
        said += f" {rates}"
    if found.left_out:
        said += " " + w.n(
            "Én søknad uten kjent beløp er ikke med.", "{Count} søknader uten kjent beløp er ikke med.", found.left_out
        )
    return said


def forecast_ends(w: Words, found: Forecast) -> tuple[str, str]:
    """The ends in millions: whole ones of a range that is reckoned, one decimal where every outcome is known."""
    if found.whole:
        won = half_up(found.won_mill, 1)  # as the amounts beside it are shown, so that they add up
        return w.number(won, 1), w.number(won + half_up(found.top_mill - found.won_mill, 1), 1)
    every = half_up(found.top_mill, 0)  # what all would make, as it stands above the range: no end is over it
    return w.number(found.low_mill), w.number(min(Decimal(found.high_mill), every))


def _rates(w: Words, found: Forecast, years: str) -> str:
    """How often applications have been granted, by origin; ``years`` where only those of a period are counted."""
    rates = {kind: w.percent(share) for kind, share in found.rates}
    own, invited, every = (rates.get(kind, "") for kind in ("own", "invited", "all"))
    said = []
    if own and invited:
        words = "Av egne satsinger er {own} innvilget; av prosjekter vi er invitert inn i, {invited}."
        said.append(w(words, own=own, invited=invited))
    elif own:
        said.append(w("Av avgjorte søknader fra egne satsinger er {own} innvilget.", own=own))
    elif invited:
        said.append(
            w("Av avgjorte søknader i prosjekter vi er invitert inn i, er {invited} innvilget.", invited=invited)
        )
    if every and said:  # alone it is the share of the sentence before
        said.append(w("For andre er andelen av alle avgjorte søknader brukt: {every}.", every=every))
    if years:
        said.append(w("Bare avgjørelser {years} er regnet med.", years=years))
    return " ".join(said)


def deadline_title(w: Words, found: Sequence[Due], today: date, days_ahead: int, following: Due | None = None) -> str:
    """How many deadlines, how many of them soon; where there are none, when the ``following`` one comes."""
    if not found and following is not None:
        day = w.date(following.day)
        return w("Ingen kjente frister de neste {days} dagene; den neste kommer {day}", days=days_ahead, day=day)
    if not found:
        return w("Ingen kjente frister de neste {days} dagene", days=days_ahead)
    soon = sum((d.day - today).days <= SOON_DAYS for d in found)
    total = len(found)
    if not soon:
        one, many = "Én frist de neste {days} dagene", "{count} frister de neste {days} dagene, ingen innen sju dager"
        return w.n(one, many, total, days=days_ahead, count=w.count_up(total))
    if soon == total:
        return w.n("Én frist innen sju dager", "{count} frister innen sju dager", soon, count=w.count_up(soon))
    return w.n(
        "Én frist innen sju dager, {rest} til innen {days} dager",
        "{count} frister innen sju dager, {rest} til innen {days} dager",
        soon,
        count=w.count_up(soon),
        rest=w.count(total - soon),
        days=days_ahead,
    )


COUNTED_ROWS: Final = 3
"""As many deadlines as every wall has room for: a title counts no more."""


def deadline_brief(w: Words, found: Sequence[Due], today: date) -> str:
    """What a wall shows in a few rows: so many soon, else when the first is."""
    soon, left = sum((d.day - today).days <= SOON_DAYS for d in found), (found[0].day - today).days
    if 0 < soon <= COUNTED_ROWS:
        return w.n("Én frist innen sju dager", "{count} frister innen sju dager", soon, count=w.count_up(soon))
    if not left:
        return w("Neste frist er i dag")
    return w.n("Neste frist er om {n} dag", "Neste frist er om {n} dager", left)


def share_of(w: Words, part: float, base: float, weight: str = "antall", lacking: int = 0) -> str:
    """'38 % av tiltakene', '3 av 7 tiltak' under ten; '41 % av timene' and '41 % av budsjettene' by other weights."""
    if weight != "antall":
        return f"{w.percent(part / base)} {of_what(w, weight, lacking=bool(lacking))}"
    if base < UNDER_TEN:
        return w("{part} tiltak", part=w.part(round(part), round(base)))
    return w("{share} av tiltakene", share=w.percent(part / base))


def base(
    w: Words, frame: Frame, part: float, whole: float, weight: str, lacking: int = 0, *, counted: bool = False
) -> str:
    """What an instrument's share is of, with its own numbers: of what is known, where ``lacking`` records are not.

    Where both numbers stand before it already (``counted``), only what they count.
    """
    year, when = frame.year, in_whole(w, frame)
    if counted:
        return w("tiltak {when}", when=when)
    values = {"year": year, "part": w.money(part) if weight == "kroner" else w.number(part)}
    values["whole"] = w.money(whole) if weight == "kroner" else w.number(whole)
    if weight == "timer" and lacking:
        return w("av de kjente timene {when}, {part} av {whole}", when=when, **values)
    if weight == "kroner" and lacking:
        return w("av de kjente budsjettene i {year}, {part} av {whole}", **values)
    if weight == "timer":
        return w("av timene {when}, {part} av {whole}", when=when, part=w.number(part), whole=w.number(whole))
    if weight == "kroner":
        return w("av budsjettene i {year}, {part} av {whole}", year=year, part=w.money(part), whole=w.money(whole))
    return w("av tiltakene {when}, {part}", when=when, part=w.part(round(part), round(whole)))


def areas_title(
    w: Words,
    frame: Frame,
    totals: Mapping[str, int | float],
    records: Mapping[str, int],
    names: Names,
    *,
    chosen: bool = False,
    lacking: int = 0,
) -> str:
    """Which council areas stand out, by the weight chosen; only how much there is where a single area was chosen.

    Where ``lacking`` records have no hours or no budget, it is of what is known.

    ``totals`` hold every area shown, those without any as 0; ``records`` the involvements behind them.
    """
    total, weight = sum(totals.values()), frame.weight
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    n, some = sum(records.values()), [code for code, value in totals.items() if value]
    if not total and not n:
        return w("Ingen rådsområder har registrert tiltak {when}", when=in_year(w, frame))
    plain, when = amount_said(w, frame, total, n, lacking), in_year(w, frame)
    if weight == "timer":
        when = hours_of(w, frame)
    if chosen or not total:
        return plain
    if len(some) == 1 and n > 1:
        told = {
            "antall": "Alle tiltakene {when} er registrert på {name}",
            "timer": "Alle de kjente timene {when} er registrert på {name}",
            "kroner": "Alle de kjente avsatte kronene {when} er registrert på {name}",
        }
        return w(told[weight], name=names[some[0]], when=when)
    found = standing(totals, None if weight == "antall" else records)
    if found.leader:
        part = share_of(w, totals[found.leader], total, weight, lacking)
        return w("{name} står for {part} {when}", name=names[found.leader], part=part, when=when)
    pair = tops(totals, None if weight == "antall" else records)
    if pair is not None and len(some) > 3:
        part = share_of(w, sum(totals[code] for code in pair), total, weight, lacking)
        both = w.join([names[code] for code in pair])
        return w("{name} står for {part} {when}", name=both, part=part, when=when)
    even = "" if found.whole else evenly(w, found, names)
    if even and weight == "antall":
        return w("{total}, flest{even}", total=plain, even=even)
    begun = sum(bool(records.get(code) if weight == "antall" else totals[code]) for code in totals)
    if begun == len(totals) > 1:
        return w.even(w("{plain} i {every} rådsområdene", plain=plain, every=w.every_one(begun)))
    part = w.told_part(begun, len(totals), neuter=True)
    return w.even(w("{plain} i {part} rådsområder", plain=plain, part=part))


NAMED: Final = ("granted", "rejected", "deadline_moved")
"""The kinds of news that the title names."""


def news_title(w: Words, found: list[News], since: date, data_day: date | None = None) -> str:
    """What was read in since a day: decisions and moved deadlines named, the rest of the list counted; one decided
    before that day is said apart.

    ``data_day`` is the day the newest data are of: where it lies before ``since``, nothing can have been read in.
    """
    if not found:
        if data_day is not None and data_day <= since:
            return w("Ingen nye data siden {day}", day=w.date(data_day))
        return w("Ingenting er endret siden {day}", day=w.date(since))
    granted = sum(n.kind == "granted" for n in found)
    older = sum(n.n for n in found if n.kind == "older")
    moved, refused = (sum(n.kind == kind for n in found) for kind in ("deadline_moved", "rejected"))
    parts, told = [], granted + moved + refused
    if granted:
        parts.append(w.n("én innvilget søknad", "{count} innvilgede søknader", granted, count=w.count(granted)))
    if refused:
        parts.append(w.n("ett avslag", "{count} avslag", refused, count=w.count(refused)))
    if moved:
        parts.append(w.n("én flyttet frist", "{count} flyttede frister", moved, count=w.count(moved)))
    if older and len(parts) < 2:
        one, many = "én eldre endring av status", "{count} eldre endringer av status"
        parts.append(w.n(one, many, older, count=w.count(older)))
        told += older
    rest = sum(n.n for n in found) - told
    if not parts:
        parts.append(w.n("én endring", "{count} endringer", rest))
    elif rest:
        parts.append(w.n("én annen endring", "{count} andre endringer", rest, count=w.count(rest)))
    values = {"day": w.date(since), "parts": w.join(parts)}
    if data_day is None:
        return w("Nytt siden {day}: {parts}", **values)
    return w("Nytt siden {day} (data til {last}): {parts}", last=w.date(data_day), **values)


def news_brief(w: Words, found: list[News], since: date) -> str:
    """How many changes in all, for a wall where the whole title takes the room of the changes themselves."""
    n, day = sum(one.n for one in found), w.date(since)
    return w.n("Én endring siden {day}", "{n} endringer siden {day}", n, day=day)


def news_kind(w: Words, kind: str) -> str:
    """The word for one kind of news."""
    return {
        "granted": w("Innvilget"),
        "rejected": w("Avslag"),
        "submitted": w("Søkt"),
        "deadline_moved": w("Frist flyttet"),
        "status": w("Ny status"),
        "new": w("Nytt"),
        "older": w("Meldt senere"),
    }[kind]


def came(w: Words, entity: str, n: int) -> str:
    """'14 aktiviteter meldt inn'."""
    forms = {
        "project": ("{n} nytt prosjekt", "{n} nye prosjekter"),
        "project_step": ("{n} endring av status fra før denne dagen", "{n} endringer av status fra før denne dagen"),
        "activity": ("{n} ny aktivitet", "{n} nye aktiviteter"),
        "dossier": ("{n} ny EU-sak", "{n} nye EU-saker"),
        "cooperation": ("{n} nytt samarbeid", "{n} nye samarbeid"),
        "call": ("{n} ny utlysning", "{n} nye utlysninger"),
        "participation": ("{n} ny prosjektdeltakelse", "{n} nye prosjektdeltakelser"),
        "result": ("{n} nytt resultat", "{n} nye resultater"),
    }
    one, many = forms[entity]
    return w.n(one, many, n)


def holes_title(w: Words, found: list[Hole]) -> str:
    """How many kinds of holes make answers unsure: kinds, not the records of each."""
    if not found:
        return w("Vi kjenner ingen mangler i dataene")
    n = len(found)
    return w.n(
        "Én slags mangel i dataene gjør noen svar usikre",
        "{count} slags mangler i dataene gjør noen svar usikre",
        n,
        count=w.count_up(n),
    )
