"""Generated sentences of the page on bilateral cooperation; the map's own stand in ``text.partners``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from akint_dash.domain.selection import Selection
from akint_dash.measures.bilateral import Bond
from akint_dash.measures.frame import Frame
from akint_dash.measures.partners import Partner, quiet
from akint_dash.text.dues import when
from akint_dash.text.frame import within_a_year
from akint_dash.text.partners import none_placed
from akint_dash.text.words import UNDER_TEN, Words, capital


def alive_title(w: Words, recent: int, total: int, shown: Frame, known: int | None = None) -> str:
    """How many of the living cooperations had contact within the year to the data's day; of old data to which day it
    is known, of those that any is recorded of (``known``; all, where it is not given)."""
    if not total:
        return w("Ingen pågående samarbeid med disse filtrene")
    if shown.stale and known == 0:
        return w.n("Ingen kontakt er registrert i samarbeidet", "Ingen kontakt er registrert i samarbeidene", total)
    if shown.stale and known is not None and known < total:
        part = w.told_part(known, total, neuter=True)
        return w("Kontakten i {part} samarbeid er kjent til {day}", part=part, day=w.date(shown.data_day))
    if shown.stale:
        day = w.date(shown.data_day)
        one, many = (
            "Kontakten i samarbeidet er kjent til {day}",
            "Kontakten i {count} samarbeid er kjent til {day}",
        )
        return w.n(one, many, total, day=day)
    if recent == total:
        one, many = (
            "Vi har hatt kontakt med samarbeidsregionen",
            "Vi har hatt kontakt med {every} samarbeidsregionene",
        )
        return within_a_year(w, shown, w.n(one, many, total, every=w.every_one(total)))
    if not recent:
        one, many = (
            "Vi har ikke hatt kontakt med samarbeidsregionen",
            "Vi har ikke hatt kontakt med noen av de {count} samarbeidsregionene",
        )
        return within_a_year(w, shown, w.n(one, many, total))
    part = w.told_part(recent, total)
    return within_a_year(w, shown, w("Vi har hatt kontakt med {part} samarbeidsregioner", part=part))


def agreed_title(w: Words, agreed: int, total: int, first: date | None) -> str:
    """How many of the living cooperations have an agreement, and when the ``first`` of these ends."""
    if not total:
        return w("Ingen pågående samarbeid med disse filtrene")
    if not agreed:
        return w.n(
            "Samarbeidet har ingen avtale nå", "{every} samarbeidene er uten avtale nå", total, every=_all(w, total)
        )
    if agreed == total:
        told = w.n("Samarbeidet har avtale", "{every} samarbeidene har avtale", total, every=_all(w, total))
    else:
        words = "{part} samarbeid har avtale"
        told = capital(w.n(words, words, agreed, part=w.told_part(agreed, total, neuter=True)))
    if first is None:
        return told
    end = w.n("den går ut {day}", "den første går ut {day}", agreed, day=w.date(first))
    return f"{told}; {end}"


def _all(w: Words, n: int) -> str:
    return capital(w.every_one(n))


def ending_title(w: Words, n: int, days: int, left: int) -> str:
    """How many agreements end within so many days, and how many days are ``left`` of the first."""
    one, many = (
        "Én avtale går ut {when}, og ingen flere innen {days} dager",
        "{count} avtaler går ut innen {days} dager, den første {when}",
    )
    return w.n(one, many, n, count=w.count_up(n), days=w.number(days), when=when(w, left))


def renew_say(w: Words, names: Sequence[str], days: int, until: Sequence[date] = (), today: date | None = None) -> str:
    """Which agreements end soon; of one alone the day ``until`` which it lasts, seen from ``today``."""
    if not names:
        return w("Ingen avtaler går ut de neste {days} dagene.", days=w.number(days))
    joined = w.join(list(names))
    if len(until) == 1 and today is not None:
        left = (until[0] - today).days
        soon = when(w, left)
        return w("Avtalen med {names} går ut {day}, {when}.", names=joined, day=w.date(until[0]), when=soon)
    return w.n(
        "Avtalen med {names} går ut innen {days} dager.",
        "Avtalene med {names} går ut innen {days} dager.",
        len(names),
        names=joined,
        days=w.number(days),
    )


def own_facts(w: Words, chosen: Selection) -> str:
    """Where something that reaches them is chosen: that it chooses regions, and that what is told of a region is the
    region's own. A programme or a status chooses none (see ``text.bases``)."""
    if replace(chosen, periode=None, program=(), status=(), kommune=()).is_empty:
        return ""
    return w(
        "Filtrene avgjør hvilke samarbeid som vises; kontakt, aktiviteter, nettverk og prosjekter "
        "er regnet uten filtre."
    )


def mapped_facts(w: Words, chosen: Selection) -> str:
    """As :func:`own_facts` on the map, where a period narrows the activities, and nothing else that is told."""
    own = own_facts(w, chosen)
    if not chosen.periode:
        return own
    if not own:
        return w("Perioden gjelder bare aktivitetene.")
    return w(
        "Filtrene avgjør hvilke samarbeid som vises; siste kontakt, nettverk og prosjekter er regnet uten filtre. "
        "Av aktivitetene telles de i perioden."
    )


def placed(w: Words, n: int, total: int) -> str:
    """How many involvements have a region, and what of the rest, if there is any."""
    if n == total:
        return w.n("Bygger på ett tiltak, med kjent region", "Bygger på {count} tiltak, alle med kjent region", total)
    return w("Bygger på {part} tiltak; resten er ikke knyttet til en region", part=w.part(n, total))


def status_say(w: Words, renew: str, own: str) -> str:
    """What a status is."""
    said = w(
        "Statusen er den rådsområdet har registrert. «Avtale inngått» betyr at avtalen er undertegnet, "
        "«Avtale i bruk» at samarbeidet også er i gang."
    )
    return " ".join(filter(None, [renew, said, own]))


def status_note(w: Words, one: Partner, shown: Frame) -> str:
    """Where the records speak against the status: contact after it ended or came to rest, or none for over a year."""
    silent = quiet(one, shown)
    if one.status in ("ended", "dormant") and silent is False:
        return w("siste kontakt {day}", day=w.date(one.last or ""))
    if one.lives and silent:
        return w("ingen kontakt på over ett år")
    return ""


def bonds_title(w: Words, found: Sequence[Bond]) -> str:
    """How many living partners are tied to no other international work."""
    alive = [b for b in found if b.partner.lives]
    loose = sum(not b.tied for b in alive)
    if not alive:
        return w("Ingen samarbeidsregioner med disse filtrene")
    if not loose:
        one, many = (
            "Samarbeidsregionen er knyttet til annet internasjonalt arbeid",
            "{every} samarbeidsregionene er knyttet til annet internasjonalt arbeid",
        )
        return w.n(one, many, len(alive), every=capital(w.every_one(len(alive))))
    if len(alive) == 1:
        return w("Samarbeidsregionen er ikke knyttet til annet internasjonalt arbeid")
    words = "{part} samarbeidsregioner er ikke knyttet til annet internasjonalt arbeid"
    return capital(w.n(words, words, loose, part=w.told_part(loose, len(alive))))


def bonds_say(w: Words, networks: int, projects: int, total: int) -> str:
    """How many are met in a network, and how many share a project."""
    if not total or (total == 1 and not networks and not projects):
        return ""
    if total == 1:
        return _only(w, bool(networks), bool(projects))
    return w(
        "Vi har felles nettverk med {networks} og felles innvilget prosjekt med {projects}.",
        networks=_of_all(w, networks, total),
        projects=_of_all(w, projects, total),
    )


def _only(w: Words, network: bool, project: bool) -> str:
    """What we share with the only region."""
    if network and project:
        return w("Vi har både felles nettverk og felles innvilget prosjekt med den.")
    if network:
        return w("Vi har felles nettverk med den, men ikke felles innvilget prosjekt.")
    return w("Vi har felles innvilget prosjekt med den, men ikke felles nettverk.")


def _of_all(w: Words, count: int, total: int) -> str:
    if count == total > 1:
        return w.every(total)
    return w.told_part(count, total)


def visits_title(w: Words, n: int, *, open_only: bool = True) -> str:
    """How many visits and delegations the next three months; of none, that only the open records are seen."""
    if not n and not open_only:
        return w("Ingen besøk er registrert for de neste tre månedene")
    if not n:
        return w("Ingen offentlige besøk er registrert for de neste tre månedene")
    one, many = "Ett besøk de neste tre månedene", "{count} besøk de neste tre månedene"
    return w.n(one, many, n, count=w.count_up(n))


def counted_apart(w: Words, weight: str) -> str:
    """That the title counts though the bars beside it are of hours or kroner."""
    return {
        "timer": w("Tittelen teller tiltak; søylene er timer."),
        "kroner": w("Tittelen teller tiltak; søylene er kroner."),
    }.get(weight, "")


def answer(w: Words, near: int, placed: int, *, chosen: bool = False, untold: bool = False) -> str:
    """'Are we mainly Nordic and European?': yes only where more than half are, and none where rings are ``chosen``;
    ``untold``: nothing is registered of these years."""
    if not placed:
        return none_placed(w, untold=untold)
    if chosen:
        return w.n("Ett tiltak i den valgte geografien", "{n} tiltak i den valgte geografien", placed)
    if near == placed:
        one, many = (
            "Det ene tiltaket med kjent region er i Norden, Ukraina eller resten av Europa",
            "{every} tiltakene med kjent region er i Norden, Ukraina eller resten av Europa",
        )
        return capital(w.n(one, many, placed, every=w.every_one(placed)))
    part = w.told_part(near, placed, neuter=True)
    if placed >= UNDER_TEN:
        part = f"{w.percent(near / placed)}, {part}"
    if near * 2 > placed:
        return w("Ja, i hovedsak nordiske og europeiske: {part} tiltak", part=part)
    return w("Nei, ikke i hovedsak nordiske og europeiske: {part} tiltak", part=part)
