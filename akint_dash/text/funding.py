"""Generated sentences about development money. A share is claimed only where both its parts are recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from akint_dash.domain.table import AtLeast, AtMost
from akint_dash.measures.frame import Frame
from akint_dash.measures.funding import Leverage
from akint_dash.text import missing
from akint_dash.text.findings import standing
from akint_dash.text.frame import as_known, none_registered, silence, tensed
from akint_dash.text.missing import at_least, least
from akint_dash.text.words import Words, capital

LEVERAGE_BASE = 5
"""On fewer projects there is no rate of outside kroner for each of our own: only the two sums."""

POINTS = 0.02
"""A share that moved no more than two points is 'om lag som'."""


@dataclass(frozen=True, slots=True)
class Sums:
    """One year's money in øre: international (None where some exists and nothing of it is known; ``lacking`` of its
    grants are not wholly known), funds (None where none is recorded), the share. ``absent`` funds are not known,
    unrecorded or without an amount: their sum is at least, the share at most what it says. ``unknown`` of them have no
    amount.
    """

    international: int | None
    fund: int | None
    share: float | None
    lacking: int = 0
    unknown: int = 0
    absent: int = 0


def part(w: Words, ore: int | None, lacking: int) -> str:
    """Some money of which ``lacking`` records are not wholly known: in full, "minst", or unknown."""
    return w("ukjent beløp") if ore is None else least(w, ore, lacking)


def absent(w: Words, whose: Mapping[int, Mapping[str, Sequence[str]]]) -> str:
    """Whose funds of which level other years have and some years lack, as a sentence of its own; nothing where none
    lacks any. ``whose`` is the year's areas by level."""
    years = [
        w(
            "Tall mangler i {year} ({areas}).",
            year=year,
            areas="; ".join(_lacking_of(w, *one) for one in levels.items()),
        )
        for year, levels in whose.items()
    ]
    if not years:
        return ""
    said = w.n(
        "Ett rådsområde har registrert nasjonale, regionale eller lokale midler i bare noen av årene.",
        "Noen rådsområder har registrert nasjonale, regionale eller lokale midler i bare noen av årene.",
        len({area for levels in whose.values() for areas in levels.values() for area in areas}),
    )
    return f"{said} {' '.join(years)}"


def _lacking_of(w: Words, level: str, areas: Sequence[str]) -> str:
    words = {
        "national": w("nasjonale midler: {areas}"),
        "regional": w("regionale midler: {areas}"),
        "local": w("lokale midler: {areas}"),
    }[level]
    return words.format(areas=w.join(list(areas)))


def bounds_say(w: Words, shares: Sequence[float | None], *, both: bool = False) -> str:
    """Why some shares are bounds, one rule for every year; nothing where none is. ``both``: some are of what is known,
    and no bound, for money of either kind is missing."""
    most, least_ = (any(isinstance(share, kind) for share in shares) for kind in (AtMost, AtLeast))
    said = []
    if most:
        said.append(w("Der tall for nasjonale, regionale eller lokale midler mangler, er andelen høyst det som vises."))
    if least_:
        said.append(w("Der internasjonale beløp mangler, er andelen minst det som vises."))
    if both:
        said.append(
            w(
                "Der både internasjonale og andre beløp mangler, er andelen regnet ut fra det som er kjent, og kan "
                "være høyere eller lavere."
            )
        )
    return " ".join(said)


def outside(w: Words, sums: Sums) -> str:
    """How much comes from outside, as the beginning of a sentence."""
    if sums.international is None:
        return w("Det er ikke kjent hvor mye som kommer fra EU og nordiske ordninger")
    return capital(w("{money} kommer fra EU og nordiske ordninger", money=part(w, sums.international, sums.lacking)))


def no_money(w: Words, year: int, *, narrowed: bool) -> str:
    """That there is no money of the year shown: others may have some."""
    if narrowed:
        return w("Ingen midler er registrert for {year} med disse filtrene.", year=year)
    return w("Ingen midler er registrert for {year}.", year=year)


def nothing_both(w: Words, found: Leverage, years: str) -> str:
    """Why outside and own money cannot be compared: of no grant of those ``years`` nothing lacks."""
    if not (found.without_own or found.own_unknown or found.outside_unknown):
        return w("Ingen prosjekter med disse filtrene er innvilget {years}.", years=years)
    if found.own_unknown or found.outside_unknown:
        return w("Beløp mangler, så forholdet kan ikke regnes ut.")
    return w("Ingen prosjekter har både støtte utenfra og egne penger registrert.")


def finding(w: Words, frame: Frame, sums: Sums) -> str:
    """The page's one finding: how large a part is international, as the data knew it where they end inside the year."""
    year = frame.year
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if sums.share is not None:
        share = missing.share(w, sums.share)
        one = "{share} av utviklingsmidlene i {year} er internasjonale"
        if sums.lacking and sums.absent:
            one = "{share} av de kjente utviklingsmidlene i {year} er internasjonale"
        told = capital(w(one, share=share, year=year))
    elif sums.international is None and sums.lacking:
        return w("Beløpet mangler for de internasjonale midlene i {year}", year=year)
    elif sums.international and sums.unknown:
        money = part(w, sums.international, sums.lacking)
        said = w("{money} er internasjonale midler i {year}; andelen er ukjent", money=money, year=year)
        told = capital(said)
    elif sums.international:
        money = part(w, sums.international, sums.lacking)
        told = capital(
            w("{money} er internasjonale midler i {year}; resten er ikke registrert", money=money, year=year)
        )
    elif sums.absent or sums.international is None:
        return w("Beløp for utviklingsmidlene i {year} mangler", year=year)
    else:
        return w("Ingen utviklingsmidler er registrert for {year}", year=year)
    return told + as_known(w, frame)


def years_title(
    w: Words,
    frame: Frame,
    shares: Sequence[float | None],
    lacking: Sequence[int] = (),
    absent: Sequence[int] = (),
) -> str:
    """How the share moved from the first year known to the last, where it went one way all the time; else from the last
    but one. A year that old data end inside is not compared, but told of beside them: it is what the figure shows.

    A share of a year in which grants are ``lacking`` is at least what it says: it may have grown to that, and nothing
    else is said of it. One in which funds are ``absent`` is at most what it says, and is compared with none.
    """
    unsure = dict(zip(frame.years, lacking or [0] * len(frame.years), strict=True))
    without = dict(zip(frame.years, absent or [0] * len(frame.years), strict=True))
    every = [(y, s) for y, s in zip(frame.years, shares, strict=True) if s is not None]
    known = [(y, s) for y, s in every if frame.told(y)] or every
    if not known:
        return w("Internasjonal andel kan ikke regnes ut ennå")
    told_of = [share for _, share in known]
    if told_of not in (sorted(told_of), sorted(told_of, reverse=True)):
        known = known[-2:]
    (first, before), (last, now) = known[0], known[-1]
    only_grown = bool(unsure[first] or unsure[last])
    loose = without[first] or without[last]
    if len(known) == 1 or loose or (only_grown and (unsure[first] or now <= before + POINTS + 1e-9)):
        share = missing.share(w, now)
        one = "Den internasjonale andelen er {share} i {year}"
        if unsure[last] and without[last]:
            one = "Den internasjonale andelen er {share} av det som er kjent for {year}"
        return _with_newest(w, frame, w(one, share=share, year=last), every, last)
    values = {"before": w.percent(before), "now": w.percent(now), "first": first, "last": last}
    if values["before"] == values["now"]:
        told = w("Andelen er den samme som i {first}: {now} i {last}", **values)
    elif abs(now - before) <= POINTS + 1e-9:
        told = w("Andelen er om lag som i {first}: {now} i {last}, mot {before}", **values)
    elif only_grown:
        told = w("Andelen har økt fra {before} i {first} til minst {now} i {last}", **values)
    elif now > before:
        told = w("Andelen har økt fra {before} i {first} til {now} i {last}", **values)
    else:
        told = w("Andelen har falt fra {before} i {first} til {now} i {last}", **values)
    return _with_newest(w, frame, told, every, last)


def _with_newest(w: Words, frame: Frame, told: str, every: Sequence[tuple[int, float]], last: int) -> str:
    """What is told up to a year, and the share of one after it that old data end inside; to which day they go."""
    year, now = every[-1]
    if year > last:
        told = w("{told}; {now} i {year}", told=told, now=missing.share(w, now), year=year)
    return told + (as_known(w, frame) if frame.unfinished(year) else "")


def years_say(w: Words, frame: Frame, sums: Sums) -> str:
    """The two sums that the share rests on; nothing of a year that the data do not reach."""
    if not frame.reached:
        return ""
    if sums.international is None and sums.fund is None:
        return w("Beløpene for {year} mangler.", year=frame.year)
    if sums.international is None or sums.fund is None:
        return _one_side(w, frame, sums)
    values = {
        "a": part(w, sums.international, sums.lacking),
        "b": part(w, sums.fund, sums.absent),
    }
    if not frame.so_far:
        told = "{a} er internasjonale midler i {year}, mot {b} i nasjonale, regionale og lokale midler."
        return capital(w(told, year=frame.year, **values))
    told = (
        "For hele {year} er {a} i internasjonale midler kjent per {day}, mot {b} i nasjonale, regionale og "
        "lokale midler."
    )
    return w(told, year=frame.year, day=w.date(frame.data_day), **values)


def _one_side(w: Words, frame: Frame, sums: Sums) -> str:
    """The sum that is known, and that the other is missing: no 'against an unknown amount'."""
    day, year = w.date(frame.data_day), frame.year
    if sums.international is None:
        money = part(w, sums.fund, sums.absent)
        told = "{money} er nasjonale, regionale og lokale midler i {year}; internasjonale beløp mangler."
        return capital(w(told, money=money, year=year))
    money, rest = part(w, sums.international, sums.lacking), w("Nasjonale, regionale eller lokale beløp mangler.")
    if not frame.so_far:
        said = w("{money} er internasjonale midler i {year}.", money=money, year=year)
    else:
        one = "For hele {year} er {money} i internasjonale midler kjent per {day}."
        said = w(one, year=year, money=money, day=day)
    return f"{capital(said)} {rest}"


def areas_title(
    w: Words,
    frame: Frame,
    international: Mapping[str, int],
    grants: Mapping[str, int],
    names: Mapping[str, str],
    lacking: int = 0,
    unsure: int = 0,
) -> str:
    """Which area stands for most of the international money, when one stands out on ten grants or more: of what is
    known, where ``lacking`` grants of the year are not wholly. Of one area with any its money,
    and no count of one. Of ``unsure`` more areas no amount is known: at least so many have.
    """
    total, year = sum(international.values()), frame.year
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if not total and lacking:
        return w("Beløpet mangler for de internasjonale midlene i {year}", year=year)
    if not total and unsure:
        return w("Internasjonale midler i {year} er ikke registrert", year=year)
    if not total:
        now = "Ingen rådsområder har internasjonale midler i {year}"
        then = "Ingen rådsområder hadde internasjonale midler i {year}"
        return tensed(w, frame, now, then, year=year)
    found = standing(international, grants)
    if found.alone is not None:
        money = part(w, total, lacking)
        now = "{name} har {money} i internasjonale midler i {year}"
        then = "{name} hadde {money} i internasjonale midler i {year}"
        return tensed(w, frame, now, then, money=money, year=year, name=names[found.alone])
    if found.leader is None and unsure:
        n = w.count(sum(1 for ore in international.values() if ore))
        now = "Minst {n} rådsområder har internasjonale midler i {year}"
        then = "Minst {n} rådsområder hadde internasjonale midler i {year}"
        return tensed(w, frame, now, then, n=n, year=year)
    if found.leader is None:
        one, many = (
            "Ett rådsområde har internasjonale midler i {year}",
            "{Count} rådsområder har internasjonale midler i {year}",
        )
        if frame.over:
            one, many = (
                "Ett rådsområde hadde internasjonale midler i {year}",
                "{Count} rådsområder hadde internasjonale midler i {year}",
            )
        return w.n(one, many, sum(1 for ore in international.values() if ore), year=year)
    share = w.percent(international[found.leader] / total)
    values = {"name": names[found.leader], "share": share, "year": year}
    if lacking:
        now = "{name} står for {share} av de kjente internasjonale midlene i {year}"
        return tensed(w, frame, now, "{name} sto for {share} av de kjente internasjonale midlene i {year}", **values)
    now = "{name} står for {share} av de internasjonale midlene i {year}"
    return tensed(w, frame, now, "{name} sto for {share} av de internasjonale midlene i {year}", **values)


def leverage_title(w: Words, found: Leverage, years: str, lacking: Sequence[int] = ()) -> str:
    """Outside kroner per own krone, of the years in which the projects were granted; of ``lacking`` years nothing is
    registered."""
    if found.per_krone is None and (found.own_unknown or found.outside_unknown):
        return w("Kroner utenfra for hver krone vi selv legger inn, kan ikke regnes ut: Beløp mangler")
    if found.per_krone is None and not found.projects and not found.without_own:
        if lacking:
            return none_registered(w, w("Ingen innvilgede prosjekter"), years, lacking)
        return w("Ingen prosjekter med disse filtrene er innvilget {years}", years=years)
    if found.per_krone is None:
        return w("Ingen innvilgede prosjekter med disse filtrene har egne penger registrert")
    if found.projects < LEVERAGE_BASE:
        return w.n(
            "{outside} utenfra mot {own} i egne penger, i ett prosjekt innvilget {years}",
            "{outside} utenfra mot {own} i egne penger, i {count} prosjekter innvilget {years}",
            found.projects,
            outside=w.money(found.outside_ore),
            own=w.money(found.own_ore),
            years=years,
        )
    n = w.number(found.per_krone, 2)
    return w(
        "For hver krone vi selv legger inn i prosjekter innvilget {years}, får vi {n} kroner utenfra", n=n, years=years
    )


def leverage_say(w: Words, found: Leverage, years: str) -> str:
    """The sums, how many projects of which years they come from, and our own hours on them: no money."""
    said = w.n(
        "{outside} utenfra mot {own} i egne penger, i ett prosjekt innvilget {years} der begge beløp er registrert.",
        "{outside} utenfra mot {own} i egne penger, i {n} prosjekter innvilget {years} der begge beløp er registrert.",
        found.projects,
        outside=w.money(found.outside_ore),
        own=w.money(found.own_ore),
        years=years,
    )
    if found.projects < LEVERAGE_BASE:  # the title holds the two sums
        said = w("Bare prosjekter der begge beløp er registrert, er regnet med.")
    one = found.projects == 1
    if not found.hours and found.hours_unknown:
        lacks = "Egne timer i prosjektet mangler." if one else "Egne timer i de samme prosjektene mangler."
        return f"{said} {w(lacks)}"
    if not found.hours:
        return said
    hours = at_least(w, w.number(found.hours), found.hours_unknown)
    words = {
        True: "I prosjektet kommer {hours} egne timer i tillegg.",
        False: "I de samme prosjektene kommer {hours} egne timer i tillegg.",
    }
    return f"{said} {w(words[one], hours=hours)}"
