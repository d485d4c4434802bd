"""How a frame is said: so far, to which day, against which year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from akint_dash.measures.dated import Planned
from akint_dash.measures.frame import Frame
from akint_dash.text.words import Words, capital

FEW: Final = 3
"""So many months are named; of more it is said that they are the chosen ones."""


def tick(w: Words, frame: Frame, year: int) -> str:
    """A year on an axis or in a table: '2026 hittil' while the data are inside it, '2026 til 30.10.' where old; of
    chosen months 'mars 2026'."""
    if chosen(frame, year):
        return named(w, frame, year)
    if not frame.unfinished(year):
        return str(year)
    if frame.stale:
        return w("{year} til {day}", year=year, day=w.short_date(frame.data_day))
    return w("{year} hittil", year=year)


def weight_tick(w: Words, frame: Frame, year: int) -> str:
    """As :func:`tick` of the weight chosen: what is set aside is set aside for the whole year, and no month chooses
    it."""
    return str(year) if frame.weight == "kroner" else tick(w, frame, year)


def hours_of(w: Words, frame: Frame) -> str:
    """Of which initiatives hours are: those that began in the year shown, whenever the hours are worked."""
    if frame.to_come:
        return w("i tiltak som begynner {when}", when=in_whole(w, frame))
    return w("i tiltak som begynte {when}", when=in_whole(w, frame))


def covered(w: Words, frame: Frame, year: int) -> str:
    """'30.10., da 83 % av året var gått' of a year that the data end inside; nothing of another."""
    gone = frame.gone(year)
    if gone is None:
        return ""
    return w("per {day}, da {gone} av året var gått", day=w.state_date(frame.data_day), gone=w.percent(gone))


def in_year(w: Words, frame: Frame, year: int | None = None) -> str:
    """'hittil i 2026', 'i 2025', or to which day of the year the old data go; of the year shown or another. Of chosen
    months 'i mars 2026'."""
    year = frame.year if year is None else year
    if months := chosen(frame, year):
        return in_months(w, months)
    if not frame.unfinished(year):
        return w("i {year}", year=year)
    if frame.stale:
        return w("i {year} til {day}", year=year, day=w.short_date(frame.data_day))
    return w("hittil i {year}", year=year)


def chosen(frame: Frame, year: int) -> list[str]:
    """The months chosen of a year, where what the frame is of began in them alone."""
    return [one for one in frame.months if int(one[:4]) == year]


def in_months(w: Words, months: Sequence[str]) -> str:
    """'i mars 2026', 'i mars og april 2026' of months of one year; of more than three that they are the chosen ones, as
    of those of several years."""
    if len({one[:4] for one in months}) > 1:
        return w("i de valgte månedene")
    if len(months) > FEW:
        return w("i de valgte månedene i {year}", year=months[0][:4])
    return w("i {months} {year}", months=_months(w, months), year=months[0][:4])


def _months(w: Words, months: Sequence[str]) -> str:
    return w.join([w.month(date.fromisoformat(f"{one}-01"), short=False) for one in months])


def named(w: Words, frame: Frame, year: int | None = None) -> str:
    """'2026' as the name of what is counted (of the year shown or another); of chosen months 'mars 2026'."""
    year = frame.year if year is None else year
    months = chosen(frame, year)
    if not months:
        return str(year)
    if len(months) > FEW:
        return w("valgte måneder i {year}", year=year)
    return f"{_months(w, months)} {year}"


def in_whole(w: Words, frame: Frame, year: int | None = None) -> str:
    """'i 2026' where nothing is said of how far the data reach; of chosen months 'i mars 2026'."""
    year = frame.year if year is None else year
    months = chosen(frame, year)
    return in_months(w, months) if months else w("i {year}", year=year)


def in_years(w: Words, first: int, last: int) -> str:
    """'i 2025', or '2024–2026'; English says in of several years too."""
    return w("i {year}", year=first) if first == last else w("{first}–{last}", first=first, last=last)


def in_period(w: Words, frame: Frame) -> str:
    """The period chosen: 'hittil i 2026', 'i 2025', '2024–2026'."""
    return in_year(w, frame) if frame.first == frame.last else in_years(w, frame.first, frame.last)


def reached(frame: Frame) -> tuple[int, int]:
    """First and last year of the period that anything is known of."""
    return frame.first, max(frame.first, min(frame.last, frame.data_day.year))


def named_years(w: Words, frame: Frame) -> str:
    """'2024–2026' as the name of what is counted, as far as the data reach; of chosen months 'mars 2026'."""
    first, last = reached(frame)
    return named(w, frame, first) if first == last else w.years(first, last)


def years_of(w: Words, frame: Frame) -> str:
    """The years of the period that anything is known of, as :func:`in_years` says them; of chosen months these."""
    if len({one[:4] for one in frame.months}) == 1:
        return in_months(w, frame.months)
    if frame.months:
        return w("i de valgte månedene {first}–{last}", first=frame.first, last=frame.last)
    return in_years(w, *reached(frame))


def so_far(w: Words, frame: Frame) -> str:
    """As :func:`years_of`, of what is not over: 'hittil i 2026' where the period is the one running year."""
    first, last = reached(frame)
    return in_year(w, frame, first) if first == last else years_of(w, frame)


def tensed(w: Words, frame: Frame, now: str, then: str, **values: Any) -> str:
    """``now`` of what is shown while it lasts, ``then`` of a year or months that are over."""
    return w(then if frame.over else now, **values)


def as_known(w: Words, frame: Frame) -> str:
    """', per 30.10.' of a whole year's number that the data end inside; nothing of a finished year."""
    return w(", per {day}", day=w.state_date(frame.data_day)) if frame.so_far else ""


def as_of(w: Words, frame: Frame, said: str) -> str:
    """'… per 30.10.' of a state that the data tell of on an earlier day than the one looked at."""
    if frame.data_day >= frame.today:
        return said
    return w("{said} per {day}", said=said, day=w.state_date(frame.data_day))


def within_a_year(w: Words, frame: Frame, said: str) -> str:
    """'… det siste året', or to which day where the data tell of an earlier one than the day looked at."""
    if frame.data_day >= frame.today:
        return w("{said} det siste året", said=said)
    return w("{said} i året fram til {day}", said=said, day=w.date(frame.data_day))


def year_before(w: Words, frame: Frame) -> str:
    """'i fjor', or 'i 2024' where the year shown is not today's."""
    return w("i fjor") if frame.year == frame.today.year else w("i {year}", year=frame.year - 1)


def both_to(w: Words, frame: Frame) -> str:
    """' per 30.10.' of both where the comparison stops inside the year; nothing for two whole years."""
    if frame.until is None or not frame.so_far:
        return ""
    return w(" per {day}", day=w.short_date(frame.until))


def in_before(w: Words, frame: Frame) -> str:
    """'på samme tid i 2025' of the year compared with; 'i 2024' for whole years."""
    if frame.until is None or not frame.so_far:
        return w("i {year}", year=frame.year - 1)
    return w("på samme tid i {year}", year=frame.year - 1)


def by_then(w: Words, frame: Frame, told: str) -> str:
    """What a mark on the bar of the year before says: '67,4 per 30.10.'; nothing where two whole years are compared."""
    if frame.before is None or not frame.so_far:
        return ""
    return w("{told} per {day}", told=told, day=w.short_date(frame.before))


def at_that_time(w: Words, frame: Frame) -> str:
    """'på samme tid i fjor' where the comparison stops inside the year; 'i fjor' or 'i 2024' for whole years."""
    before = year_before(w, frame)
    return before if frame.until is None or not frame.so_far else w("på samme tid {then}", then=before)


def stop(said: str) -> str:
    """A sentence with its full stop: one that ends in a day (30.10.) has it already."""
    return said if said.endswith(".") else f"{said}."


def title(said: str) -> str:
    """A sentence as a title, without its full stop; a day's own (30.10.) stays."""
    return said if re.search(r"\d\.\d{1,2}\.$", said) else said.removesuffix(".")


def silence(w: Words, frame: Frame) -> str:
    """Why nothing is compared with last year; nothing where a comparison is made."""
    if frame.before is not None:
        return ""
    values = {"day": w.date(frame.data_day), "year": frame.year}
    if frame.until is not None and frame.monthly:
        return w("Når en måned er valgt, sammenlignes ingenting med året før.")
    if frame.until is not None and frame.year < frame.begun:
        return w("Ingenting er registrert for {year}, så det er ingenting å sammenligne.", **values)
    if frame.until is not None:
        return w("{year} er det første året med registreringer, så det er ingenting å sammenligne med.", **values)
    if not frame.reached:
        return stop(capital(unreached(w, frame)))
    return w("Dataene er fra {day}, for gamle til å sammenligne med året før.", **values)


def unreached(w: Words, frame: Frame) -> str:
    """How far the data go, of a year that they do not reach: one that has not begun, or one they are too old for."""
    day = w.date(frame.data_day)
    if frame.to_come:
        return w("{year} har ikke begynt; dataene går til {day}", day=day, year=frame.year)
    return w("dataene går til {day}, før {year} begynte", day=day, year=frame.year)


def told(w: Words, frame: Frame) -> str:
    """How new the data of a page are, and that a stranger sees public records only."""
    parts = []
    if frame.stale:
        age = w.n("{n} dag", "{n} dager", frame.age_days)
        parts.append(w("Fylkeskommunens egne tall er {age} gamle, fra {day}.", age=age, day=w.date(frame.data_day)))
    elif frame.data_day < frame.today:
        parts.append(w("Fylkeskommunens egne tall er oppdatert til og med {day}.", day=w.date(frame.data_day)))
    if frame.open_only:
        parts.append(w("Bare offentlige opplysninger er med."))
    return " ".join(parts)


def to_come(w: Words, found: Planned, *, of_them: bool = False) -> str:
    """How many records begin after their data's day and are no initiatives yet; ``of_them``: beside a list of them.
    The day is said where it is one of all."""
    if not found.n:
        return ""
    if len(found.days) > 1:
        return w.n(
            "Én registrering begynner etter den siste dagen vi har tall for, og er ikke regnet som tiltak ennå.",
            "{Count} registreringer begynner etter den siste dagen vi har tall for, og er ikke regnet som tiltak ennå.",
            found.n,
        )
    if of_them:
        return w.n(
            "Én av dem begynner etter {day} og er ikke regnet som tiltak ennå.",
            "{Count} av dem begynner etter {day} og er ikke regnet som tiltak ennå.",
            found.n,
            day=w.date(found.days[0]),
        )
    return w.n(
        "Én registrering begynner etter {day} og er ikke regnet som tiltak ennå.",
        "{Count} registreringer begynner etter {day} og er ikke regnet som tiltak ennå.",
        found.n,
        day=w.date(found.days[0]),
    )


def none_registered(w: Words, none: str, when: str, years: Sequence[int]) -> str:
    """That a period has ``none`` ('Ingen tiltak') of ``years`` of which the areas chosen have registered nothing: it is
    not said to be 0."""
    lacking = w.join([str(year) for year in years])
    return w("{none} er registrert {when}; tall for {years} mangler", none=none, when=when, years=lacking)


def unheard(w: Words, said: str, years: Sequence[int]) -> str:
    """A title of none, where the areas chosen have registered nothing of some ``years``: it is said of the rest."""
    return w("{said}; tiltak for {years} mangler", said=said, years=w.join([str(y) for y in years])) if years else said
