"""Sentences about calls. Each says only what its numbers carry; states and dates always in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from akint_dash.measures.call_news import CallNews
from akint_dash.measures.call_sheet import SOON_DAYS, Earlier, Record, WayBack
from akint_dash.measures.call_window import Period, Window
from akint_dash.measures.calls import CLOSING_DAYS, Call, Due
from akint_dash.measures.fit import Reason
from akint_dash.measures.fit_decisions import Decision
from akint_dash.text.findings import leader
from akint_dash.text.words import Words, capital

MOST_LEAST: Final = 3
"""A programme with fewer that fit is not said to have most."""
FOUND_REASONS: Final = 3
"""As many reasons as a line of the list gives."""
FOUND_WORDS: Final = 3
"""As many found words as a reason names."""


def state(w: Words, code: str) -> str:
    """A call's state in a word."""
    return w.choice("call_state", code)


def norway(w: Words, code: str) -> str:
    """Norway's part in a programme."""
    return w("Ikke undersøkt") if code == "unknown" else w.choice("participates", code)


def zoom(w: Words, code: str) -> str:
    """The name of a zoom."""
    return {
        "5ar": w("5 år"),
        "1ar": w("1 år"),
        "9mnd": w("9 mnd."),
        "kvartal": w("Kvartal"),
        "uke": w("Uke"),
    }[code]


def unit(w: Words, code: str) -> str:
    """What one column is."""
    return {"quarter": w("Kvartal"), "month": w("Måned"), "week": w("Uke"), "day": w("Dag")}[code]


def window_title(w: Words, shown: Window) -> str:
    """The days of the window: 'November 2026 – juli 2027'."""
    last = shown.end - timedelta(days=1)
    if _whole_years(shown):
        return w.years(shown.first.year, last.year)
    if shown.near:
        return f"{w.long_date(shown.first)} – {w.long_date(last)}"
    return capital(f"{_month_year(w, shown.first)} – {_month_year(w, last)}")


def _whole_years(shown: Window) -> bool:
    return shown.zoom == "5ar" and (shown.first.month, shown.end.month) == (1, 1)


def _month_year(w: Words, day: date) -> str:
    return f"{w.month(day, short=False)} {day.year}"


def tick(w: Words, shown: Window, period: Period) -> str:
    """The short words under a column's edge."""
    day = period.first
    if shown.unit == "quarter":
        return ""
    if shown.unit == "month":
        return w.month(day)
    if shown.unit == "week":
        return str(day.isocalendar().week)
    return f"{w.weekday(day)} {w.short_date(day)}"


def above(w: Words, shown: Window) -> list[str]:
    """The larger unit over each column where it begins, else nothing: years over months, months over weeks.

    A month that the window shows less than three weeks of at its start is left out, for its words have no room.
    """
    days = [period.first for period in shown.periods]
    if shown.unit == "day":
        return [w("uke {n}", n=days[0].isocalendar().week)] + [""] * (len(days) - 1)
    weeks = shown.unit == "week"
    starts = [i for i, day in enumerate(days) if not i or _unit(day, weeks) != _unit(days[i - 1], weeks)]
    if weeks and len(starts) > 1 and starts[1] < 3:
        starts = starts[1:]
    words = [""] * len(days)
    for i in starts:
        day = days[i]
        name = w.month(day, short=False)
        year = f" {day.year}" if i == starts[0] or day.month == 1 else ""
        words[i] = name + year if weeks else str(day.year)
    return words


def _unit(day: date, weeks: bool) -> int:
    return day.month if weeks else day.year


def period_words(w: Words, shown: Window, period: Period) -> str:
    """A column in full, for tables and those who do not see it."""
    day = period.first
    if shown.unit == "quarter":
        return w("{n}. kvartal {year}", n=(day.month + 2) // 3, year=day.year)
    if shown.unit == "month":
        return f"{w.month(day)} {day.year}"
    if shown.unit == "week":
        return w("uke {n} {year}", n=day.isocalendar().week, year=day.isocalendar().year)
    return w.date(day)


# -- the page


def count(w: Words, total: int, closed: int, fits: int, *, narrowed: bool = False) -> str:
    """'25 utlysninger i alt, alle år: 14 aktuelle, 11 stengte': a closed one is not asked whether it fits."""
    said = w.n("{n} utlysning i alt, alle år", "{n} utlysninger i alt, alle år", total)
    if narrowed:
        said = w.n("{n} utlysning med disse filtrene", "{n} utlysninger med disse filtrene", total)
    if not total:
        return said
    parts = [w.n("{n} aktuell", "{n} aktuelle", fits)]
    if closed:
        parts.append(w.n("{n} stengt", "{n} stengte", closed))
    return w("{said}: {parts}", said=said, parts=", ".join(parts))


def outside(w: Words, rest: int, *, narrowed: bool, shown: bool = True) -> str:
    """How many calls more have a deadline outside the window; where none is ``shown``, they are no more to it."""
    if not shown and not narrowed:
        return w.n(
            "Én utlysning har frist utenfor tidsrommet som vises.",
            "{Count} utlysninger har frist utenfor tidsrommet som vises.",
            rest,
        )
    if not shown:
        return w.n(
            "Én utlysning med disse filtrene har frist utenfor tidsrommet som vises.",
            "{Count} utlysninger med disse filtrene har frist utenfor tidsrommet som vises.",
            rest,
        )
    if not narrowed:
        return w.n(
            "Én utlysning til har frist utenfor tidsrommet som vises.",
            "{Count} utlysninger til har frist utenfor tidsrommet som vises.",
            rest,
        )
    return w.n(
        "Én utlysning til med disse filtrene har frist utenfor tidsrommet som vises.",
        "{Count} utlysninger til med disse filtrene har frist utenfor tidsrommet som vises.",
        rest,
    )


def hidden(w: Words, shown: Window, rest: int, *, narrowed: bool) -> tuple[str, str]:
    """(that no call has a deadline in the window, and how many have one outside it; how to see them)."""
    one, many = "én har frist utenfor", "{count} har frist utenfor"
    if narrowed:
        one, many = "én med disse filtrene har frist utenfor", "{count} med disse filtrene har frist utenfor"
    none, told = w("Ingen utlysninger med frist {window}", window=window_words(w, shown)), w.n(one, many, rest)
    move = w.n("Flytt tidsrommet for å se den.", "Flytt tidsrommet for å se dem.", rest)
    return w("{none}; {told}", none=none, told=told), move


def no_dates(w: Words, shown: Window, rest: int, *, narrowed: bool) -> str:
    """That no call has a deadline in the window, and how many have none at all."""
    one, many = "én er uten frist", "{count} er uten frist"
    if narrowed:
        one, many = "én med disse filtrene er uten frist", "{count} med disse filtrene er uten frist"
    none, told = w("Ingen utlysninger med frist {window}", window=window_words(w, shown)), w.n(one, many, rest)
    return w("{none}; {told}", none=none, told=told)


def none_fits(w: Words, shown: Window, n: int) -> tuple[str, str]:
    """(that none of the ``n`` calls of the window fits, how to see them)."""
    told = w.n(
        "Én utlysning med frist {window}, og den er ikke aktuell for oss",
        "{Count} utlysninger med frist {window}, og ingen er aktuelle for oss",
        n,
        window=window_words(w, shown),
    )
    return told, w("Velg alle i tidsrommet for å se dem.") if n > 1 else w("Velg alle i tidsrommet for å se den.")


def sheet_over(w: Words, late: bool) -> str:
    """Why the sheet of a call stands there that nobody asked for."""
    return w("Nærmeste frist som er aktuell for oss") if late else w("Første frist som kan nås")


def lanes_title(
    w: Words, fits: Mapping[str, int], names: Mapping[str, str], n: int, shown: Window, closed: int = 0
) -> str:
    """Which programme has most of what fits, when one stands out; else how many fit, and how many are ``closed``: they
    are not asked whether they do."""
    if not n:
        return w("Ingen frister {window}", window=window_words(w, shown))
    if closed == n:
        return w.n(
            "Én utlysning med frist {window}, og den er stengt",
            "{Count} utlysninger med frist {window}, og {every} er stengt",
            n,
            every=w.every(n),
            window=window_words(w, shown),
        )
    said = _fitting(w, fits, names, n, shown)
    return f"{said}; {w.n('én er stengt', '{count} er stengt', closed)}" if closed else said


def _fitting(w: Words, fits: Mapping[str, int], names: Mapping[str, str], n: int, shown: Window) -> str:
    total = sum(fits.values())
    if not total:
        return w.n(
            "Én utlysning med frist {window}, og den er ikke aktuell for oss",
            "{Count} utlysninger med frist {window}, og ingen er aktuelle for oss",
            n,
            window=window_words(w, shown),
        )
    first = leader(fits)
    if first and fits[first] >= MOST_LEAST:
        return w("{name} har flest aktuelle, {part}", name=names[first], part=w.told_part(fits[first], total))
    one, many = (
        "{part} utlysninger med frist {window} er aktuell for oss",
        "{part} utlysninger med frist {window} er aktuelle for oss",
    )
    if total == n:
        only = "Én utlysning med frist {window}, og den er aktuell for oss"
        every = "{every} utlysningene med frist {window} er aktuelle for oss"
        return w.n(only, every, n, every=capital(w.every_one(n)), window=window_words(w, shown))
    part = capital(w.told_part(total, n))
    return w.n(one, many, total, part=part, window=window_words(w, shown))


def of_period(w: Words, said: str, *, chosen: bool) -> str:
    """A title of the window where a period is ``chosen`` as well: it leaves out deadlines inside the window."""
    return w("{title}, med disse filtrene", title=said) if chosen else said


def window_words(w: Words, shown: Window) -> str:
    """The window inside a sentence: 'fra november 2026 til juli 2027'."""
    last = shown.end - timedelta(days=1)
    if _whole_years(shown):
        return w("fra {first} til {last}", first=shown.first.year, last=last.year)
    if shown.near:
        return w("fra {first} til {last}", first=w.date(shown.first), last=w.date(last))
    return w("fra {first} til {last}", first=_month_year(w, shown.first), last=_month_year(w, last))


# -- one call


def count_words(w: Words, n: int, fits: int, lost: int = 0) -> str:
    """'86 utlysninger, 2 aktuelle, 1 for sent': ``lost`` of those that fit."""
    parts = [w.n("{n} utlysning", "{n} utlysninger", n)]
    if fits:
        parts.append(w.n("{n} aktuell", "{n} aktuelle", fits))
    return ", ".join([*parts, *([_cannot(w, lost)] if lost else [])])


def _cannot(w: Words, lost: int) -> str:
    return w("{n} kan ikke nås", n=w.number(lost))


def unreachable(w: Words, said: str, lost: int, every: int) -> str:
    """A title of ``every`` call that fits, and how many of them cannot be met."""
    if not lost:
        return said
    if lost == every:
        return w(
            "{said}; {what}", said=said, what=w.n("fristen kan ikke nås", "fristen kan ikke nås for noen av dem", lost)
        )
    what = w.n("fristen kan ikke nås for én av dem", "fristen kan ikke nås for {count} av dem", lost)
    return w.even(w("{said}; {what}", said=said, what=what))


def cell_label(w: Words, n: int, period: str, programme: str) -> str:
    """A count in full."""
    return w.n("{name}: {n} frist", "{name}: {n} frister", n, name=f"{capital(programme)}, {period}")


def many(w: Words, n: int, fits: int, day: date, today: date, lost: int = 0) -> str:
    """'26 utlysninger 22.09.', with what fits, how many of those are ``lost``, and the days left where they are few."""
    parts = [w.n("{n} utlysning {day}", "{n} utlysninger {day}", n, day=w.short_date(day))]
    if fits:
        parts.append(w.n("{n} aktuell", "{n} aktuelle", fits))
        if 0 <= (day - today).days <= CLOSING_DAYS:
            parts.append(days_left(w, (day - today).days))
        parts += [_cannot(w, lost)] if lost else []
    return " · ".join(parts)


def beside(w: Words, call: Call, due: Due, today: date) -> str:
    """What stands beside a bar: the deadline and the state in words."""
    left, day = (due.day - today).days, w.short_date(due.day)
    if left < 0 or due.passed:
        return w("stengt {day}", day=day) if call.state == "closed" else w("{day} er ute", day=day)
    if call.state == "forthcoming" and call.opening:
        return w("åpner {opening}, frist {day}", opening=w.short_date(call.opening), day=day)
    if left < 100:
        return f"{day} · {days_left(w, left)}"
    return day


def with_decision(w: Words, said: str, decision: date) -> str:
    """What stands beside a bar, with the last day to decide to apply."""
    return w("{said} · vedtak {day}", said=said, day=w.short_date(decision))


def days_left(w: Words, days: int | None) -> str:
    """'15 dager', 'i dag', 'stengt'."""
    if days is None:
        return w("mangler")
    if days < 0:
        return w("stengt")
    return w.today() if days == 0 else w.n("{n} dag", "{n} dager", days)


def call_days(w: Words, call: Call) -> str:
    """The days left of a call; 'stengt' from the minute of its last deadline."""
    return days_left(w, call.days if call.ahead or call.days is None else -1)


def deadline(w: Words, due: Due | None) -> str:
    """A deadline with its hour where it is known, its stage or round."""
    if due is None:
        return w("mangler")
    when = w.moment(due.moment) if due.moment else w.date(due.day)
    return f"{when} ({part})" if (part := round_words(w, due)) else when


def round_words(w: Words, due: Due) -> str:
    """'trinn 1' or 'søknadsrunde 2', nothing for a single deadline."""
    if due.stage:
        return w("trinn {n}", n=due.stage)
    return w("søknadsrunde {n}", n=due.cut_off) if due.cut_off else ""


def recorded(w: Words, themes: Sequence[str]) -> str:
    """The themes recorded for a call."""
    one, many = "temaet {themes} er registrert", "temaene {themes} er registrert"
    return w.n(one, many, len(themes), themes=w.join([w.quoted(theme) for theme in themes]))


def reason(w: Words, one: Reason, theme: str, programme: str) -> str:
    """Why a theme was suggested that nobody has recorded."""
    if one.words:
        marks = "«»" if w.language == "nb" else "“”"
        found = w.join([f"{marks[0]}{word}{marks[1]}" for word in one.words[:FOUND_WORDS]])
        return w("teksten nevner {words} (tema: {theme})", theme=theme, words=found)
    return w("programmet {programme} gjelder temaet {theme}", theme=w.quoted(theme), programme=programme)


def like(w: Words, title: str) -> str:
    """That a call is like one of the county's own."""
    return w("ligner på «{title}»", title=title)


def why(some: Sequence[str]) -> str:
    """The first reasons, in one line."""
    return "; ".join(some[:FOUND_REASONS])


def why_not(w: Words, code: str, themes: str) -> str:
    """Why no area is proposed though a rule finds themes."""
    return {
        "dismissed": w("Avvist for alle rådsområder som har {themes}", themes=themes),
        "norway": w("Gjelder {themes}, men Norge deltar ikke i programmet", themes=themes),
        "score": w("Gjelder {themes}, men teksten ligner mest på utlysninger som ikke er aktuelle", themes=themes),
    }.get(code, w("Ingen rådsområder har {themes}", themes=themes))


def decision(w: Words, one: Decision, area: str) -> str:
    """Who confirmed or dismissed a call for which area, when and why, for staff only."""
    known = bool(one.who and one.at)
    if one.decision == "confirmed":
        told = w("{area}: bekreftet", area=area)
    elif one.stands:
        told = w("{area}: avvist", area=area)
    else:
        told = w("{area}: avvist før, men utlysningen er endret siden", area=area)
    told += " " + w("av {who} {when}", who=one.who, when=w.moment(one.at)) if known else ""
    return w("{told}: «{reason}»", told=told, reason=one.reason) if one.reason else told


def step(w: Words, code: str) -> str:
    """A milestone's name."""
    return {
        "decision": w("Vedtak om å søke"),
        "contribution": w("Vedtak om egenandel"),
        "partner": w("Partnerbrev"),
    }[code]


def step_inside(w: Words, code: str) -> str:
    """A milestone inside a sentence."""
    return {
        "decision": w("et vedtak om å søke"),
        "contribution": w("et vedtak om egenandel"),
        "partner": w("partnerbrev"),
    }[code]


def warning(w: Words, way: WayBack) -> str:
    """The plain warning: what can no longer be done in time, else what must be done within a week; else nothing."""
    if way.late:
        parts = [w("{what} ({day})", what=step_inside(w, m.step), day=w.date(m.day)) for m in way.late]
        return w("Fristen kan ikke nås. Siste dag er passert for {parts}.", parts=w.join(parts))
    ahead = way.first_ahead
    if ahead is not None and ahead.days <= SOON_DAYS:
        return w(
            "{what} må være på plass senest {day}. Ellers kan fristen ikke nås.",
            what=capital(step_inside(w, ahead.step)),
            day=w.date(ahead.day),
        )
    return ""


def sheet_say(w: Words, days: int, way: WayBack | None) -> str:
    """Beside the number of days left."""
    base = w.n("dag til fristen", "dager til fristen", days)
    ahead = way.first_ahead if way else None
    if way and way.late:
        return base
    if ahead is None:
        return base
    rest = w.n("men én dag til {what}", "men {n} dager til {what}", ahead.days, what=step_definite(w, ahead.step))
    return f"{base}, {rest}"


def step_definite(w: Words, code: str) -> str:
    """A milestone after 'til'."""
    return {
        "decision": w("vedtaket må være fattet"),
        "contribution": w("egenandelen må være vedtatt"),
        "partner": w("partnerbrevet må være sendt"),
    }[code]


def _underway(w: Words, ideas: int, developing: int) -> str:
    """What is not applied for yet; nothing of none."""
    parts = []
    if ideas:
        parts.append(w.n("én idé", "{count} ideer", ideas))
    if developing:
        parts.append(w.n("ett prosjekt under utvikling", "{count} prosjekter under utvikling", developing))
    return w("Vi har {parts}.", parts=w.join(parts)) if parts else ""


def applications(w: Words, counts: Record, ideas: int, developing: int) -> str:
    """How earlier applications went, and what is not applied for yet."""
    underway = _underway(w, ideas, developing)
    if not counts.submitted:
        if underway:
            return underway
        return w("Vi har ikke søkt på denne utlysningen eller andre med samme tema i programmet.")
    one, many = (
        "Vi har sendt én søknad til denne utlysningen eller andre med samme tema i programmet",
        "Vi har sendt {count} søknader til denne utlysningen eller andre med samme tema i programmet",
    )
    base = w.n(one, many, counts.submitted)
    if counts.submitted == 1:
        fate = (
            w("den er innvilget")
            if counts.granted
            else w("den er avslått")
            if counts.refused
            else w("den venter på svar")
        )
        return f"{base}; {fate}. {underway}".rstrip()
    parts = []
    if counts.granted:
        parts.append(w.n("én er innvilget", "{count} er innvilget", counts.granted, count=w.count(counts.granted)))
    if counts.refused:
        parts.append(w.n("én er avslått", "{count} er avslått", counts.refused, count=w.count(counts.refused)))
    if counts.waiting:
        parts.append(w.n("én venter på svar", "{count} venter på svar", counts.waiting, count=w.count(counts.waiting)))
    told = f"{base}: {w.after_colon(w.clauses(parts))}"
    return f"{told}. {underway}".rstrip()


def earlier_rest(w: Words, n: int) -> str:
    """That the list under :func:`applications` is cut; nothing where it is whole."""
    return w.n("Ett prosjekt til er ikke vist her.", "{Count} prosjekter til er ikke vist her.", n) if n > 0 else ""


def earlier_why(w: Words, one: Earlier, themes: Sequence[str]) -> str:
    """Why an earlier project stands here."""
    return w("samme utlysning") if one.same else w("samme program og tema: {themes}", themes=w.join(themes))


# -- the list and the news


def list_title(w: Words, n: int, fits_only: bool, shown: Window) -> str:
    """The list's finding, of the window shown."""
    window = window_words(w, shown)
    if not n and not fits_only:
        return w("Ingen utlysninger med frist {window}", window=window)
    values = {"count": w.count_up(n), "window": window}
    if fits_only:
        return w.n(
            "Én aktuell utlysning med frist {window}", "{count} aktuelle utlysninger med frist {window}", n, **values
        )
    return w.n("Én utlysning med frist {window}", "{count} utlysninger med frist {window}", n, **values)


def sorted_by(w: Words, code: str) -> str:
    """How the list is sorted."""
    return {
        "passer": w("Hvor aktuelle de er"),
        "dager": w("Dager igjen"),
        "budsjett": w("Budsjett"),
        "tittel": w("Tittel"),
        "program": w("Program"),
        "apner": w("Åpner"),
    }[code]


def news_title(w: Words, moved: int, came: int, gone: int, since: date, data_day: date | None = None) -> str:
    """What changed, moved deadlines first; nothing can have since a day after ``data_day``."""
    parts = []
    if moved:
        parts.append(w.n("én frist er flyttet", "{count} frister er flyttet", moved, count=w.count(moved)))
    if came:
        parts.append(w.n("én utlysning kom til", "{count} utlysninger kom til", came, count=w.count(came)))
    if gone:
        parts.append(w.n("én er trukket", "{count} er trukket", gone, count=w.count(gone)))
    if not parts:
        if data_day is not None and data_day <= since:
            return w(
                "Ingen nye opplysninger om utlysninger siden {since}; de siste kom {day}",
                since=w.date(since),
                day=w.date(data_day),
            )
        return w("Ingen endringer siden {day}", day=w.date(since))
    return capital(w("{parts} siden {day}", parts=w.join(parts), day=w.date(since)))


def news_kind(w: Words, kind: str) -> str:
    """The word for one kind of news."""
    return {
        "came": w("Ny"),
        "moved": w("Frist flyttet"),
        "added": w("Ny frist"),
        "withdrawn": w("Trukket"),
    }[kind]


def when(w: Words, text: str) -> str:
    """An ISO day or UTC moment."""
    return w.moment(text) if len(text) > 10 else w.date(text)


def news_line(w: Words, one: CallNews) -> str:
    """One piece of news in full, for the feed."""
    if one.kind == "moved":
        return w("Fristen er flyttet fra {before} til {after}.", before=when(w, one.before), after=when(w, one.after))
    if one.kind == "added":
        return w("Ny frist: {after}.", after=when(w, one.after))
    if one.kind == "withdrawn":
        return (
            w("Fristen {before} er trukket.", before=when(w, one.before))
            if one.before
            else w("Utlysningen er trukket.")
        )
    return w("Ny utlysning.")


def moved_words(w: Words, one: CallNews) -> str:
    """How far a deadline moved; nothing where only the hour did."""
    moved = (date.fromisoformat(one.after[:10]) - date.fromisoformat(one.before[:10])).days
    if moved < 0:
        return w.n("1 dag tidligere", "{n} dager tidligere", -moved)
    return w.n("1 dag senere", "{n} dager senere", moved) if moved else w("annet klokkeslett")
