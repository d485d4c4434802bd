"""The finding of the page of calls: what can still be decided, by when, and what is lost."""

from __future__ import annotations

from akint_dash.measures.call_reach import Reach
from akint_dash.measures.call_sheet import Milestone
from akint_dash.text.words import Words, capital


def finding(w: Words, found: Reach, total: int, *, narrowed: bool = False, sought: str = "", years: str = "") -> str:
    """How many of the calls that fit can still be met and the next day to decide; else that none can, or none fits.

    ``narrowed``: of the filters, for what lies outside may fit; ``sought`` is the text where it alone thins the list;
    ``years`` ('i 2026') those of the deadlines, where a period, or months that bring one, is all that thins it.
    """
    if not total and sought:
        return w("Ingen utlysninger inneholder {text}", text=w.quoted(sought))
    if not total:
        return w("Ingen utlysninger med disse filtrene")
    if not found.every:
        return (
            w("Ingen kommende frister med disse filtrene er aktuelle for oss")
            if narrowed
            else w("Ingen kommende frister er aktuelle for oss")
        )
    of = w(" med disse filtrene") if narrowed else ""
    of = w(" med frist {years}", years=years) if years else of
    if not found.met:
        return _none(w, len(found.every), of)
    said = _met(w, len(found.met), len(found.every), of)
    return f"{said}; {tail}" if (tail := _next(w, found)) else said


def _none(w: Words, base: int, of: str) -> str:
    if base == 1:
        return w("Fristen for den eneste aktuelle utlysningen{of} kan ikke nås", of=of)
    return w("Fristen kan ikke nås for noen av de {count} aktuelle utlysningene{of}", count=w.count(base), of=of)


def _met(w: Words, met: int, base: int, of: str) -> str:
    if base == 1:
        return w("Fristen for den eneste aktuelle utlysningen{of} kan fortsatt nås", of=of)
    if met == base:
        return w("Fristen for {every} aktuelle utlysningene{of} kan fortsatt nås", every=w.every_such(base), of=of)
    return w("Fristen for {part} aktuelle utlysninger{of} kan fortsatt nås", part=w.told_part(met, base), of=of)


def _next(w: Words, found: Reach) -> str:
    """What must be done next, and by when; where that is not known, the next deadline."""
    if found.step:
        return next_step(w, found.step)
    due = next((call.next for call in found.unknown if call.next), None)
    return w("neste søknadsfrist er {day}", day=w.date(due.day)) if due else ""


def next_step(w: Words, step: Milestone) -> str:
    """'neste vedtak må fattes innen 09.12.2026'."""
    when = w.today() if step.days == 0 else w("innen {day}", day=w.date(step.day))
    return {
        "decision": w("neste vedtak må fattes {when}", when=when),
        "contribution": w("neste egenandel må vedtas {when}", when=when),
        "partner": w("neste partnerbrev må sendes {when}", when=when),
    }[step.step]


def lead(w: Words, found: Reach, total: int, *, narrowed: bool = False) -> list[str]:
    """Beside the finding: what is lost, what will be when the next day has passed (``{title}`` stands for the call),
    and of what no day is known; how many calls there are where none that fits lies ahead."""
    if not found.every:
        return [_of_all(w, total, narrowed=narrowed)] if total else []
    return [*_lost(w, found), *_after(w, found), *_not_known(w, found)]


def _of_all(w: Words, total: int, *, narrowed: bool) -> str:
    if not narrowed:
        return w.n("Én utlysning i alt.", "{Count} utlysninger i alt.", total)
    return w.n("Én utlysning med disse filtrene.", "{Count} utlysninger med disse filtrene.", total)


def _lost(w: Words, found: Reach) -> list[str]:
    """How many cannot be met, and why."""
    if not found.late:
        return []
    why = w("Siste dag for vedtak eller partnerbrev er passert")
    if found.stage:
        why = w("Siste dag for vedtak, partnerbrev eller første trinn er passert")
    if not found.met:
        return [w("{why}.", why=capital(why))]
    n = len(found.late)
    return [w.n("Én frist kan ikke lenger nås: {why}.", "{Count} frister kan ikke lenger nås: {why}.", n, why=why)]


def _after(w: Words, found: Reach) -> list[str]:
    """What is lost when the next day has passed."""
    n = len(found.after)
    if not n or not found.step:
        return []
    day = w.date(found.step.day)
    return [
        w.n(
            "Etter {day} kan fristen heller ikke nås for «{title}».",
            "Etter {day} kan fristen heller ikke nås for {count} andre, blant dem «{title}».",
            n,
            day=day,
            title="{title}",
        )
        if found.late
        else w.n(
            "Etter {day} kan fristen ikke lenger nås for «{title}».",
            "Etter {day} kan fristen ikke lenger nås for {count} av dem, blant dem «{title}».",
            n,
            day=day,
            title="{title}",
        )
    ]


def _not_known(w: Words, found: Reach) -> list[str]:
    said = []
    if n := len(found.unknown):
        one = "For én av de aktuelle er siste dag for vedtak ikke kjent."
        many = "For {count} av de aktuelle er siste dag for vedtak ikke kjent."
        whole = w("Siste dag for vedtak er ikke kjent.")
        said.append(whole if n == len(found.every) else w.n(one, many, n))
    if n := len(found.undated):
        said.append(
            w.n("Én aktuell utlysning til mangler frist.", "{Count} aktuelle utlysninger til mangler frist.", n)
        )
    return said
