"""Generated sentences about all deadlines in one list. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from akint_dash.measures.call_sheet import STEPS, Milestone
from akint_dash.measures.due_window import EASTER, YEAR, before_easter
from akint_dash.measures.dues import URGENT_DAYS, Due
from akint_dash.text.words import Words, capital


def title(
    w: Words, found: Sequence[Due], until: date, today: date, *, narrowed: bool, since: date | None = None
) -> str:
    """How many deadlines there are through a day (``since``: from one), and when the first comes."""
    span = w("til og med {day}", day=w.date(until))
    if since:
        span = w("fra {first} til og med {day}", first=w.date(since), day=w.date(until))
    if not found:
        return (
            w("Ingen kjente frister {span} med disse filtrene", span=span)
            if narrowed
            else w("Ingen kjente frister {span}", span=span)
        )
    first = next((one for one in found if one.state != "lost"), found[0])
    left, count = when(w, (first.day - today).days), w.count_up(len(found))
    if first is not found[0]:
        return w(
            "{count} frister {span}; den første vi er i tide til, kommer {when}", count=count, span=span, when=left
        )
    one, many = "Én frist {span}, {when}", "{count} frister {span}, den første {when}"
    return w.n(one, many, len(found), count=count, span=span, when=left)


def when(w: Words, days: int) -> str:
    """So many days from today."""
    return w.n("om én dag", "om {count} dager", days) if days else w.today()


def say(w: Words, found: Sequence[Due]) -> str:
    """How many of them are urgent, and how many have become too late."""
    urgent, late = (sum(one.state == state for one in found) for state in ("urgent", "lost"))
    told = []
    if urgent:
        one, many = (
            "Én frist haster: Den kommer innen {days} dager, og vi er fortsatt i tide.",
            "{count} frister haster: De kommer innen {days} dager, og vi er fortsatt i tide.",
        )
        told.append(w.n(one, many, urgent, count=w.count_up(urgent), days=URGENT_DAYS))
    elif len(found) == 1:
        told.append(w("Den haster ikke: Ingen frist vi er i tide til, kommer innen {days} dager.", days=URGENT_DAYS))
    elif found:
        told.append(
            w("Ingen av dem haster: Ingen frist vi er i tide til, kommer innen {days} dager.", days=URGENT_DAYS)
        )
    passed = [one.late for one in found if one.state == "lost"]
    return " ".join(filter(None, [*told, too_late(w, late, passed)]))


def without_day(w: Words, n: int) -> str:
    """Of how many memberships the last day to leave is not recorded, so that no list of deadlines holds it."""
    if not n:
        return ""
    one, many = (
        "For ett medlemskap mangler siste dag for å si opp.",
        "For {count} medlemskap mangler siste dag for å si opp.",
    )
    return w.n(one, many, n)


def ours(w: Words) -> str:
    """Which calls' deadlines stand among ours: lists of calls hold those that only seem to fit too."""
    return w(
        "En søknadsfrist regnes som vår først når et av prosjektene våre skal søke på utlysningen, eller rådsområdet "
        "har bekreftet den."
    )


def by_theme(w: Words, themes: Collection[str]) -> str:
    """Under chosen ``themes``, which calls count: lists of calls take those that only seem to fit too."""
    if not themes:
        return ""
    return w(
        "Med filter på tema er en utlysning med her bare når temaet er registrert på den eller på et prosjekt som "
        "skal søke på den."
    )


def too_late(w: Words, n: int, passed: Sequence[Milestone | None] = ()) -> str:
    """How many we are too late for; of one alone which step before it has ``passed``: it may itself be due today."""
    if n == 1 and len(passed) == 1 and passed[0]:
        step = late(w, passed[0])
        return w("For én frist er det for sent: {late}.", late=w.after_colon(step))
    one, many = (
        "For én frist er det for sent: Siste dag for vedtak eller partnerbrev er passert.",
        "For {count} frister er det for sent: Siste dag for vedtak eller partnerbrev er passert.",
    )
    return w.n(one, many, n) if n else ""


def following(w: Words, one: Due | None, what: str, today: date, *, narrowed: bool = False) -> str:
    """The first deadline after those shown, with its day; that there is none, in a ``narrowed`` selection or at all."""
    if one is None and narrowed:
        return w("Ingen senere frister er registrert med disse filtrene.")
    if one is None:
        return w("Ingen senere frister er registrert.")
    days = (one.day - today).days
    return w("Den neste kommer {day}, {when}: {what}.", day=w.date(one.day), when=when(w, days), what=what)


def window(w: Words, asked: str, today: date) -> str:
    """A ready choice of how far to look; of Easter with its last day."""
    if asked == EASTER:
        return w("Før påske (til og med {day})", day=w.date(before_easter(today)))
    if asked == YEAR:
        return w("I år")
    return w("{n} dager", n=asked)


def late(w: Words, step: Milestone) -> str:
    """Which step of the way back has passed, and when its last day was."""
    words = {
        "decision": w("siste dag for vedtak om å søke var {day}", day=w.date(step.day)),
        "contribution": w("siste dag for vedtak om egenandel var {day}", day=w.date(step.day)),
        "partner": w("siste dag for partnerbrevet var {day}", day=w.date(step.day)),
    }
    return words[step.step]


def axis_title(w: Words, found: Sequence[Due]) -> str:
    """How many of the deadlines are days for us to decide before."""
    steps = sum(one.kind in STEPS for one in found)
    if not steps:
        one, many = "Fristen er ikke et steg fram mot en søknad", "Ingen av fristene er steg fram mot en søknad"
        return w.n(one, many, len(found))
    if steps == len(found) == 1:
        return w("Fristen er et steg fram mot en søknad")
    part = w.told_part(steps, len(found))
    one, many = "{part} frister er et steg fram mot en søknad", "{part} frister er steg fram mot en søknad"
    return capital(w.n(one, many, steps, part=part))


def axis_say(w: Words, found: Sequence[Due], today: str, until: date) -> str:
    """What the deadlines are of, by kind, and how the axis is read."""
    told = w.n("Fristen gjelder {what}.", "Fristene gjelder {what}.", len(found), what=_about(w, found))
    how = w(
        "Fra {today} til og med {day}; hver utlysning, EU-sak og avtale og hvert medlemskap har sin linje.",
        today=today,
        day=w.date(until),
    )
    steps = any(one.kind in STEPS for one in found)
    whole = any(one.kind == "application" for one in found)
    apart = w("Selve søknadsfristene er ikke regnet som steg.") if steps and whole else ""
    return " ".join(filter(None, [told, apart, how])) if found else how


def _about(w: Words, found: Sequence[Due]) -> str:
    """'14 utlysninger, 13 EU-saker og én avtale': what the deadlines are of, each thing once."""
    forms = {
        "call": ("{told} utlysning", "{told} utlysninger"),
        "dossier": ("{told} EU-sak", "{told} EU-saker"),
        "agreement": ("{told} avtale", "{told} avtaler"),
        "membership": ("{told} medlemskap", "{told} medlemskap"),
    }
    things = [kind for kind, _ in {(one.kind if one.kind in forms else "call", one.record) for one in found}]
    counts = {kind: things.count(kind) for kind in forms if kind in things}
    alike = w.alike(*counts.values()) if counts else []
    neuter = w.alike(*counts.values(), neuter=True) if counts else []
    told = zip(counts.items(), alike, neuter, strict=True)
    return w.join([w.n(*forms[kind], n, told=ett if kind == "membership" else en) for (kind, n), en, ett in told])


def kinds_of(w: Words, found: Sequence[Due]) -> str:
    """What some deadlines are for, in general: those kinds that are among them."""
    words = {
        "dossier": w("EU-saker"),
        "agreement": w("avtaler"),
        "membership": w("medlemskap"),
    }
    kinds = {one.kind for one in found}
    said = [w("søknader")] if kinds - words.keys() else []
    return w.join([*said, *(name for kind, name in words.items() if kind in kinds)])


def list_title(w: Words, found: Sequence[Due]) -> str:
    """How many we are in time for, and how many of those are urgent: of every kind, for an agreement is not met."""
    met, urgent = (sum(one.state in states for one in found) for states in (("can", "urgent"), ("urgent",)))
    if met == len(found):
        one, many = "Vi er i tide til fristen", "Vi er i tide til {every} fristene"
        said = w.n(one, many, met, every=w.every_one(met))
    elif not met:
        one, many = "Vi er for sent ute til fristen", "Vi er for sent ute til {every} fristene"
        said = w.n(one, many, len(found), every=w.every_one(len(found)))
    else:
        said = w("Vi er i tide til {part} frister", part=w.told_part(met, len(found)))
    if not urgent:
        return said
    if urgent == met:
        return said + w.n(", men den haster", ", men {every} haster", met, every=w.every(met))
    few = w.alike(urgent, met, len(found))[0]
    return said + w.n("; {few} av dem haster", "; {few} av dem haster", urgent, few=few)


def letter(w: Words, found: Sequence[Due]) -> str:
    """What a letter of commitment is, where one is due."""
    return letter_words(w) if any(one.kind == "partner" for one in found) else ""


def letter_words(w: Words) -> str:
    """What a letter of commitment is."""
    return w("Et partnerbrev er et brev der fylkeskommunen bekrefter at den blir partner i et prosjekt.")
