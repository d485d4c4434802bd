"""Generated sentences of the page on project development. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from akint_dash.measures.frame import Frame
from akint_dash.text import missing
from akint_dash.text.definite import definite
from akint_dash.text.findings import BASE, LEAD_POINTS, change, evenly, leader, rate, standing
from akint_dash.text.frame import in_before, in_months, in_year, silence
from akint_dash.text.where import in_county
from akint_dash.text.words import UNDER_TEN, Words, capital, inside

NEXT = {
    "idea": ("{part} gikk videre", "{n} er her ennå"),
    "developing": ("for {part} er søknaden sendt", "{n} er under arbeid"),
    "submitted": ("{part} er innvilget", "{n} venter på svar"),
    "granted": ("{part} er satt i gang", "{n} har ikke begynt"),
    "running": ("{part} er fullført", "{n} pågår"),
}
"""step -> what happened on the way to the next, and those that stand here. Message ids, worded by :func:`between`."""


def decided_words(w: Words, won: int, decided: int, *, by_status: bool = False) -> str:
    """'24 av 39 avgjorte søknader ble innvilget (62 %)'.

    Under five decisions both numbers and no rate, as where a choice of status (``by_status``) made what is counted; the
    percent from ten on.
    """
    if rate(won, decided, by_status=by_status) is None:
        granted = w.n("én søknad ble innvilget", "{count} søknader ble innvilget", won) if won else ""
        lost = w.n("én ble avslått", "{count} ble avslått", decided - won) if decided > won else ""
        return w.join([part for part in (granted, lost) if part])
    said = w("{part} avgjorte søknader ble innvilget", part=w.told_part(won, decided))
    if won == decided:
        return w("{every} avgjorte søknadene ble innvilget", every=w.every_such(decided))
    return f"{said} ({w.percent(won / decided)})" if decided >= UNDER_TEN else said


def outcome(w: Words, won: int, decided: int, *, by_status: bool = False) -> str:
    """As :func:`decided_words`, short, for a line of a figure: '11 av 15 innvilget (73 %)'."""
    if not decided:
        return w("ingen avgjort")
    if decided == 1 or by_status:
        lost = w("{n} avslått", n=w.number(decided - won)) if decided > won else ""
        granted = w("{n} innvilget", n=w.number(won)) if won else ""
        return ", ".join(part for part in (granted, lost) if part)
    said = w("{part} innvilget", part=w.part(won, decided))
    return f"{said} ({w.percent(won / decided)})" if decided >= UNDER_TEN else said


def finding(
    w: Words,
    won: int,
    decided: int,
    money: str | None,
    on_their_way: int,
    years: str = "",
    *,
    by_status: bool = False,
) -> str:
    """The page's one finding: applications won of decided (in the ``years`` chosen) and the money in words (None: not
    known); else what is on its way.
    """
    if won and decided == 1 and money is not None and years and not by_status:
        one = "Den ene søknaden som ble avgjort {years}, er innvilget: {money} i støtte"
        return w(one, years=years, money=money)
    if won and decided == 1 and money is not None and not by_status:
        return w("Den ene avgjorte søknaden er innvilget: {money} i støtte", money=money)
    if won and rate(won, decided, by_status=by_status) is None:
        said = w.n("Én søknad innvilget", "{Count} søknader innvilget", won)
    elif won:
        words = "{part} avgjorte søknader innvilget"
        said = capital(w.n(words, words, won, part=w.told_part(won, decided)))
        if won == decided:
            said = capital(w("{every} avgjorte søknadene innvilget", every=w.every_such(decided)))
    if won:
        said = f"{said} {years}".rstrip()
        if money is None:
            return w("{said}, men beløpene mangler", said=said)
        return w("{said}: {money} i støtte", said=said, money=money)
    if decided and by_status:
        return w.n("Én søknad er avslått", "{Count} søknader er avslått", decided)
    if decided:
        return w.n(
            "Den ene avgjorte søknaden ble avslått", "Ingen av de {count} avgjorte søknadene ble innvilget", decided
        )
    if on_their_way and by_status:
        return w.n("Ett prosjekt er på vei", "{Count} prosjekter er på vei", on_their_way)
    if on_their_way:
        return w.n(
            "Ett prosjekt er på vei, ikke avgjort", "{Count} prosjekter er på vei, og ingen er avgjort", on_their_way
        )
    return w("Ingen prosjekter med disse filtrene")


def none_decided(w: Words, years: str, ran: int) -> str:
    """The page's finding of a period in which ``ran`` projects ran, none of them decided in it or still on its way."""
    return w.n(
        "Med disse filtrene er ingen prosjekter avgjort {years}; ett gikk da, men ble avgjort i et annet år",
        "Med disse filtrene er ingen prosjekter avgjort {years}; {count} gikk da, men ble avgjort i andre år",
        ran,
        years=years,
    )


def ahead_say(w: Words, years: str) -> str:
    """What a period that the data do not reach shows of the pipeline, and what is not known of it."""
    return w(
        "Det som er på vei, vises uansett periode. Det som alt er avgjort, er ikke med, "
        "og avgjørelser {years} er ikke kjent ennå.",
        years=years,
    )


def ahead(w: Words, frame: Frame, on_their_way: int) -> str:
    """What is in the pipeline on the data's day, of a period that they do not reach: what it decides is not known."""
    if frame.to_come:
        return _before(w, frame, w.n("Ett prosjekt er på vei", "{Count} prosjekter er på vei", on_their_way))
    return _before(w, frame, w.n("Ett prosjekt var på vei", "{Count} prosjekter var på vei", on_their_way))


def applied_ahead(w: Words, frame: Frame, waiting: int) -> str:
    """As :func:`ahead`, of the applications that wait for an answer."""
    if frame.to_come:
        return _before(w, frame, w.n("Én søknad venter på svar", "{Count} søknader venter på svar", waiting))
    return _before(w, frame, w.n("Én søknad ventet på svar", "{Count} søknader ventet på svar", waiting))


def _before(w: Words, frame: Frame, told: str) -> str:
    values = {"told": told, "day": w.date(frame.data_day), "year": frame.year}
    if frame.to_come:
        return w("{told} per {day}, og {year} har ikke begynt", **values)
    return w("{told} per {day}, før {year} begynte", **values)


def of_the_period(w: Words, frame: Frame, years: str, waiting: int) -> str:
    """Of a chosen period, on which day that waits which does; nothing where nothing waits, or no period is chosen."""
    if not years or not waiting:
        return ""
    day = w.date(frame.data_day)
    return w("Avgjørelsene er tatt {years}; det som venter på svar, ventet per {day}.", years=years, day=day)


def funnel_basis(w: Words, frame: Frame, n: int, years: str) -> str:
    """How many projects the pipeline is of; of chosen ``years`` which: a list of the period holds others too. What is
    on its way is so on the data's day, whatever the years."""
    if not years:
        return w.n("Bygger på ett prosjekt", "Bygger på {every} prosjektene", n, every=w.every_one(n))
    if frame.to_come:
        return w.n(
            "Bygger på ett prosjekt som er på vei per {day}",
            "Bygger på {count} prosjekter som er på vei per {day}",
            n,
            day=w.date(frame.data_day),
        )
    return w.n(
        "Bygger på ett prosjekt som er på vei per {day}, eller er avgjort eller trukket {years}",
        "Bygger på {count} prosjekter som er på vei per {day}, eller er avgjort eller trukket {years}",
        n,
        day=w.date(frame.data_day),
        years=years,
    )


def funnel_title(
    w: Words, frame: Frame, on_their_way: int, won: int, years: str = "", *, narrowed: bool = False
) -> str:
    """What is in the pipeline and what we won; of a chosen period (``years``) what was won then, and on which day the
    rest is on its way. Of a ``narrowed`` selection that has neither it says so.
    """
    if not on_their_way and not won and narrowed and not years:
        return w("Med disse filtrene er ingen prosjekter på vei, og ingen er innvilget")
    way = w.n("Ett prosjekt er på vei", "{Count} prosjekter er på vei", on_their_way)
    if not on_their_way:
        way = w("Ingen prosjekter er på vei")
    some = w.count(won) if won else w("ingen")
    if won == 1 and on_their_way:
        some = w("ett")
    if years:
        day = w.state_date(frame.data_day)
        values = {"way": way, "day": day, "won": some, "years": years}
        if frame.last < frame.today.year:
            return w("{way} per {day}, og {won} ble innvilget {years}", **values)
        return w("{way} per {day}, og {won} er innvilget {years}", **values)
    return w("{way}, og {won} er innvilget", way=way, won=some)


def between(w: Words, status: str, row: Mapping[str, Any]) -> str:
    """Words between a step and the next: of all that reached it, how many came on, and where the others are."""
    on, stay = NEXT[status]
    reached, onward, here = row["reached"], row["onward"], row["here"]
    words = [w(on, part=w.part(onward, reached))] if reached else []
    if here:
        words.append(w(stay, n=w.number(here)))
    if row["rejected"]:
        words.append(w.n("{n} ble avslått", "{n} ble avslått", row["rejected"]))
    if row["withdrawn"]:
        words.append(w.n("{n} ble trukket", "{n} ble trukket", row["withdrawn"]))
    return "; ".join(words)


def year_title(w: Words, frame: Frame, won: Won, pair: tuple[Won, Won] | None, *, by_status: bool = False) -> str:
    """The shown year's money; an unfinished year against the same days of the year before. None is unknown.

    Nothing is compared where a choice of status (``by_status``), which is today's, made what is counted. Where the
    money of one of the two is not known, both are told in projects: like is compared with like.
    """
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if frame.so_far and pair is not None and not by_status:
        counted = any(some.n and some.ore is None for some in pair)
        now, before = (_won(w, some, counted=counted) for some in pair)
        if not pair[0].n and not pair[1].n:
            return w("Ingen støtte innvilget {when}", when=in_year(w, frame))
        values = {"now": now, "before": before, "when": in_year(w, frame), "then": in_before(w, frame)}
        return capital(w("{now} innvilget {when}, mot {before} {then}", **values))
    if not won.n:
        return w("Ingen støtte innvilget {when}", when=in_year(w, frame))
    return capital(w("{money} innvilget {when}", money=_won(w, won), when=in_year(w, frame)))


@dataclass(frozen=True, slots=True)
class Won:
    """Grants and their money; ``ore`` None where no amount of them is known, ``lacking`` where some are not."""

    n: int
    ore: int | None
    lacking: bool = False


def _won(w: Words, some: Won, *, counted: bool = False) -> str:
    if not some.n:
        return w("ingenting")
    if counted or some.ore is None:
        return w.n("1 prosjekt", "{n} prosjekter", some.n)
    return missing.least(w, some.ore, some.lacking)


def rate_say(
    w: Words, won: int, decided: int, waiting: int, *, by_status: bool = False, months: Sequence[str] = ()
) -> str:
    """The success rate of decided applications, and how many wait; of chosen ``months`` that none is of what began in
    them."""
    if not decided and not waiting and months:
        return w("Ingen søknader fra prosjekter som begynte {months}, er sendt.", months=in_months(w, months))
    if not decided and not waiting:
        return w("Ingen søknader er sendt.")
    if not decided:
        one, many = (
            "Ingen avgjørelser; én søknad venter på svar.",
            ("Ingen avgjørelser; {count} søknader venter på svar."),
        )
        return w.n(one, many, waiting)
    said = capital(decided_words(w, won, decided, by_status=by_status))
    wait = w.n(
        "én venter på svar og er ikke regnet med",
        "{few} venter på svar og er ikke regnet med",
        waiting,
        few=w.count(waiting),
    )
    return f"{said}; {wait}." if waiting else f"{said}."


def years_say(w: Words, frame: Frame, rates: Sequence[tuple[int, int, int]], *, by_status: bool = False) -> str:
    """The last two years' decisions side by side, ``rates`` being (year, won, decided); no trend is claimed, and
    nothing is compared where a choice of status (``by_status``) made what is decided.

    A year before an unfinished one is told as whole: the title beside it compares to a day.
    """
    some = [one for one in rates if one[2]][-2:]
    if some and by_status:
        return w("Filteret bruker dagens status. Tallet sammenlignes derfor ikke med året før.")
    if not some:
        return w("Ingen søknader er avgjort i årene som vises.")
    counts = iter(w.alike(*(n for _, *both in some for n in both)))
    told = [
        (year, won, decided, w("{count} av {base}", count=next(counts), base=next(counts)))
        for year, won, decided in some
    ]
    return " ".join(_year_say(w, frame, *one) for one in told)


def _year_say(w: Words, frame: Frame, year: int, won: int, decided: int, part: str) -> str:
    """One year's decisions as a sentence; a year before an unfinished one is told as whole."""
    whole = frame.so_far and not frame.unfinished(year)
    when = capital(w("i hele {year}", year=year) if whole else in_year(w, frame, year))
    if decided == 1:
        one = (
            w("{when} ble den ene avgjorte søknaden innvilget.")
            if won
            else w("{when} ble den ene avgjorte søknaden avslått.")
        )
        return one.format(when=when)
    if won == decided:
        running = "{when} er {every} avgjorte søknadene innvilget."
        over = "{when} ble {every} avgjorte søknadene innvilget."
        return w(running if frame.unfinished(year) else over, when=when, every=w.every_such(decided))
    now, then = "{when} er {part} avgjorte søknader innvilget.", "{when} ble {part} avgjorte søknader innvilget."
    if frame.unfinished(year):
        return w.n(now, now, won, when=when, part=part)
    return w.n(then, then, won, when=when, part=part)


def programme_title(
    w: Words,
    won: Mapping[str, int],
    records: Mapping[str, int],
    names: Mapping[str, str],
    lacking: int = 0,
    nameless: int = 0,
    *,
    narrowed: bool = False,
    decided: bool = True,
) -> str:
    """The programme whose projects got most, when one stands out; ``records`` are the grants behind the money.

    Where ``lacking`` grants have an amount that is not known, it is of the amounts that are; ``nameless`` are grants
    without a programme. Of a ``narrowed`` selection that one programme alone gave is said of the selection.
    """
    some = [code for code, ore in won.items() if ore]
    if not some and nameless:
        return w("Program mangler for det som er innvilget")
    if not some:
        n = sum(records.values())
        return (
            w.n("Ett prosjekt er innvilget, uten beløp", "{Count} prosjekter er innvilget, uten beløp", n)
            if n
            else w("Ingen av søknadene her har gitt støtte")
            if decided
            else w("Ingen av søknadene her er avgjort")
        )
    if len(some) == 1:
        money = missing.least(w, won[some[0]], lacking)
        if lacking:
            return w("Alle kjente beløp går til prosjekter i {name}: {money}", name=names[some[0]], money=money)
        if narrowed:
            return w(
                "Med disse filtrene er all støtte til prosjekter i {name}: {money}", name=names[some[0]], money=money
            )
        return w("Bare prosjekter i {name} har fått støtte: {money}", name=names[some[0]], money=money)
    found = standing(won, records)
    if found.leader and lacking:
        return w(
            "Av de kjente beløpene går mest til prosjekter i {name}: {money}",
            name=names[found.leader],
            money=w.money(won[found.leader]),
        )
    if found.leader:
        return w(
            "Prosjekter i {name} har fått mest: {money}", name=names[found.leader], money=w.money(won[found.leader])
        )
    money = missing.least(w, sum(won.values()), lacking)
    if lacking:
        return w("Kjente beløp er til prosjekter i {n} programmer: {money}", n=w.count(len(some)), money=money)
    plain = w("Prosjekter i {n} programmer har fått {money}", n=w.count(len(some)), money=money)
    even = evenly(w, found, names)
    return w("{total}, mest{even}", total=plain, even=even) if even else plain


def programme_say(w: Words, others: int) -> str:
    """That sub-programmes count in their programme; ``others`` øre of the money are national, regional or local."""
    said = w("Delprogrammer er regnet med i programmet de hører til.")
    if not others:
        return said
    return f"{said} {w('{money} av støtten er nasjonal, regional eller lokal.', money=w.money(others))}"


def unused_title(w: Words, n: int) -> str:
    """How many programmes open to Norway the county never applied to."""
    if not n:
        return w("Vi har søkt midler fra alle programmer Norge deltar i")
    return w.n(
        "Vi har ikke søkt midler fra ett av programmene Norge deltar i",
        "Vi har ikke søkt midler fra {count} av programmene Norge deltar i",
        n,
    )


def mix_title(w: Words, external: int, total: int, lacking: int = 0, hours: float = 0) -> str:
    """How large a part comes from EU and Nordic sources; a sum of nothing has no shares.

    Where ``lacking`` projects have an amount that is not known, it is of the amounts that are; own ``hours`` without an
    amount are financing too, and where they are all that is recorded that is said.
    """
    if not total and hours:
        return w("Ingen beløp er registrert i finansieringen, bare {n} egne timer", n=w.number(round(hours)))
    if not total:
        return w("Finansieringen er ikke registrert")
    if not external:
        return w("Ingenting av finansieringen kommer fra EU og Norden")
    if lacking:
        return w("{share} av de kjente beløpene kommer fra EU og Norden", share=w.percent(external / total))
    return w("{share} av finansieringen kommer fra EU og Norden", share=w.percent(external / total))


def mix_say(w: Words, own_share: float, hours: float, lacking: int = 0, elsewhere: float = 0, others: int = 2) -> str:
    """Our own part (of what is known, where some is ``lacking``), and hours that were never turned into money: those of
    the projects in the sum, and those ``elsewhere``, of ``others`` without any amount, which stand in the table too.
    """
    say = w("Fylkeskommunens egne penger er {share} av summen.", share=w.percent(own_share))
    if lacking:
        say = w("Fylkeskommunens egne penger er {share} av summen av kjente beløp.", share=w.percent(own_share))
    if hours:
        say += " " + w(
            "{hours} egne timer er registrert uten beløp og er ikke regnet med.", hours=w.number(round(hours))
        )
    if elsewhere:
        more = w.number(round(elsewhere))
        one, many = (
            "{hours} egne timer er i et prosjekt uten noe kjent beløp.",
            "{hours} egne timer er i prosjekter uten noe kjent beløp.",
        )
        if hours:
            one = "I tillegg kommer {hours} egne timer i et prosjekt uten noe kjent beløp."
            many = "I tillegg kommer {hours} egne timer i prosjekter uten noe kjent beløp."
        say += " " + w.n(one, many, others, hours=more)
    return say


def _by_origin(w: Words, own: int, invited: int, unknown: int) -> str:
    """What a choice of status leaves, by who took the initiative."""
    if own + invited == 1 and not unknown:
        alone = w("Den ene avgjorte søknaden med disse filtrene gjaldt en egen satsing")
        other = w("Den ene avgjorte søknaden med disse filtrene gjaldt et prosjekt vi var invitert inn i")
        return alone if own else other
    every, ours, theirs = w.alike(own + invited, own, invited)
    mine = w.n("{few} egen satsing", "{few} egne satsinger", own, few=ours)
    others = w.n("{few} prosjekt vi var invitert inn i", "{few} prosjekter vi var invitert inn i", invited, few=theirs)
    if unknown:
        words = "Av de {every} avgjorte søknadene der det er kjent hvem som tok initiativet, gjaldt {own} og {invited}"
        return w(words, every=every, own=mine, invited=others)
    words = "Av de {every} avgjorte søknadene med disse filtrene gjaldt {own} og {invited}"
    return w(words, every=every, own=mine, invited=others)


def origin_title(
    w: Words, own: tuple[int, int], invited: tuple[int, int], *, by_status: bool = False, unknown: int = 0
) -> str:
    """Own initiatives against invitations, (won, decided) each: a difference is claimed only over its rule.

    With ten or more decided on both sides ten points; with fewer nothing is claimed, nor where a choice of status
    decides what is counted. Of ``unknown`` decided applications the origin is not known.
    """
    ours = w.alike(own[1], invited[1])[0]
    if by_status and (own[1] or invited[1]):
        return _by_origin(w, own[1], invited[1], unknown)
    if not own[1] and not invited[1] and unknown:
        return w("Hvem som tok initiativet, mangler for de avgjorte søknadene")
    if 1 in (own[1], invited[1]) and not unknown:
        return capital(f"{_own(w, *own)}; {_invited(w, *invited)}")
    part = w.part if ours == w.number(own[1]) else w.told_part
    values = {"own": _led(w, own, part), "invited": _joined(w, invited, part)}
    if unknown and not (own[1] and invited[1]):
        return capital(w("{own} og {invited}, er innvilget, der det er kjent hvem som tok initiativet", **values))
    if not own[1] and not invited[1]:
        return w("Ingen av søknadene er avgjort")
    if not own[1]:
        told = w("{invited}, er innvilget; ingen egen satsing er avgjort", **values)
    elif not invited[1]:
        told = w("{own} er innvilget; ingen søknad vi ble invitert inn i, er avgjort", **values)
    else:
        told = w("{own} og {invited}, er innvilget", **values)
    told = capital(told)
    if own[1] < BASE or invited[1] < BASE:
        return told
    gap = own[0] / own[1] - invited[0] / invited[1]
    values = {"own": w.percent(own[0] / own[1]), "invited": w.percent(invited[0] / invited[1])}
    if abs(gap) < LEAD_POINTS - 1e-9:
        return told
    if gap > 0:
        return w(
            "Egne satsinger blir oftere innvilget enn prosjekter vi er invitert inn i: {own} mot {invited}", **values
        )
    return w(
        "Egne satsinger blir sjeldnere innvilget enn prosjekter vi er invitert inn i: {own} mot {invited}", **values
    )


def _led(w: Words, own: tuple[int, int], part: Callable[[int, int], str]) -> str:
    """So many of our own initiatives decided, or all of them."""
    if own[0] == own[1] > 1:
        return w("{every} egne satsingene", every=w.every_such(own[1]))
    return w("{part} egne satsinger", part=part(*own))


def _joined(w: Words, invited: tuple[int, int], part: Callable[[int, int], str]) -> str:
    """So many of our invitations decided, or all of them."""
    if invited[0] == invited[1] > 1:
        return w("{every} søknadene vi ble invitert inn i", every=w.every_one(invited[1]))
    return w("{part} søknader vi ble invitert inn i", part=part(*invited))


def _own(w: Words, won: int, decided: int) -> str:
    """What became of our own initiatives, as a sentence."""
    if not decided:
        return w("ingen egen satsing er avgjort")
    if decided == 1:
        return (
            w("den ene avgjorte egne satsingen er innvilget")
            if won
            else w("den ene avgjorte egne satsingen er avslått")
        )
    words = "{own} er innvilget"
    return w.n(words, words, won, own=_led(w, (won, decided), w.told_part))


def _invited(w: Words, won: int, decided: int) -> str:
    """What became of our invitations, as a sentence."""
    if not decided:
        return w("ingen søknad vi ble invitert inn i, er avgjort")
    if decided == 1:
        return (
            w("den ene avgjorte søknaden vi ble invitert inn i, er innvilget")
            if won
            else w("den ene avgjorte søknaden vi ble invitert inn i, er avslått")
        )
    words = "{invited}, er innvilget"
    return w.n(words, words, won, invited=_joined(w, (won, decided), w.told_part))


def origin_basis(w: Words, known: int, told: int, *, waits: bool) -> str:
    """What :func:`origin_title` rests on: the decided applications, or (``waits``) those that wait."""
    part = w.part(known, told)
    if waits and known == told:
        return w.n("Bygger på én søknad som venter på svar", "Bygger på {count} søknader som venter på svar", told)
    if known == told:
        return w.n("Bygger på én avgjort søknad", "Bygger på {count} avgjorte søknader", told)
    if waits:
        return w("Bygger på {part} søknader som venter på svar", part=part)
    return w("Bygger på {part} avgjorte søknader", part=part)


def goal_title(w: Words, n: int, base: int) -> str:
    """How many projects are not tied to an adopted goal."""
    if not base:
        return w("Ingen prosjekter med disse filtrene")
    if not n:
        return w("Alle prosjekter er knyttet til et vedtatt mål")
    if n == base:
        one, many = (
            "Det ene prosjektet er ikke knyttet til et vedtatt mål",
            "Ingen av de {count} prosjektene er knyttet til et vedtatt mål",
        )
        return w.n(one, many, base)
    words = "{part} prosjekter er ikke knyttet til et vedtatt mål"
    return capital(w.n(words, words, n, part=w.told_part(n, base, neuter=True)))


def goal_say(w: Words, by_area: Mapping[str, int], names: Mapping[str, str], *, period: bool = False) -> str:
    """Which council area has most of them, when one stands out; that a chosen ``period`` does not touch the list."""
    said = _goal_owner(w, by_area, names)
    return f"{said} {w('Perioden avgrenser ikke listen.')}".strip() if period else said


NAMED: Final = 3
"""Of so many areas each is named with its number."""


def _goal_owner(w: Words, by_area: Mapping[str, int], names: Mapping[str, str]) -> str:
    total, found = sum(by_area.values()), standing(by_area)
    if found.leader is None:
        return w("Sortert etter ansvarlig rådsområde.") if len(by_area) > 1 else ""
    if len(by_area) <= NAMED:
        ranked = sorted(by_area, key=lambda code: (-by_area[code], code))
        counts = w.alike(*(by_area[code] for code in ranked), neuter=True)
        first, *rest = (
            w("{few} hører til {name}" if at == 0 else "{few} til {name}", few=few, name=names[code])
            for at, (code, few) in enumerate(zip(ranked, counts, strict=True))
        )
        return f"{capital(', '.join([first, *rest]))}."
    part = w.told_part(by_area[found.leader], total, neuter=True)
    return capital(w("{part} hører til {name}.", name=names[found.leader], part=part))


def actors_title(
    w: Words, frame: Frame, now: int, pair: tuple[int, int] | None, lacking: int = 0, *, where: str = ""
) -> str:
    """How many outside actors take part in the year shown, against the same days of the year before.

    ``lacking`` participations have no start or no end: it is at least so many, and nothing is compared. ``where`` the
    actors are (``text.where``).
    """
    where = where or in_county(w)
    if not frame.reached and now:
        one = "Én aktør {where} er med i prosjekter som varer til {year} eller lenger"
        many = "{Count} aktører {where} er med i prosjekter som varer til {year} eller lenger"
        return w.n(one, many, now, year=frame.year, where=where)
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    if lacking:
        one, many = (
            "Minst én aktør {where} har deltatt i internasjonale prosjekter {when}",
            "Minst {count} aktører {where} har deltatt i internasjonale prosjekter {when}",
        )
        unknown = w(
            "Det er ikke kjent hvor mange aktører {where} som har deltatt i internasjonale prosjekter {when}",
            when=in_year(w, frame),
            where=where,
        )
        return w.n(one, many, now, when=in_year(w, frame), where=where) if now else unknown
    if not now and (pair is None or not pair[1]):
        return w(
            "Ingen aktører {where} er registrert i internasjonale prosjekter {when}",
            when=in_year(w, frame),
            where=where,
        )
    compared = pair is not None and change(*pair) is not None
    one, many = (
        "Én aktør {where} har deltatt i internasjonale prosjekter {when}",
        "{Few} aktører {where} har deltatt i internasjonale prosjekter {when}",
    )
    if not frame.unfinished(frame.year):
        one, many = (
            "Én aktør {where} deltok i internasjonale prosjekter {when}",
            "{Few} aktører {where} deltok i internasjonale prosjekter {when}",
        )
    told = w.n(
        one,
        many,
        now,
        when=in_year(w, frame),
        where=where,
        Few=capital(w.alike(now, pair[1])[0]) if compared and pair else w.count_up(now),
    )
    if pair is None or not compared:
        return told
    values = {"told": told, "before": w.alike(now, pair[1])[1], "then": in_before(w, frame)}
    if now == pair[1]:
        return w("{told}, like mange som {then}", **values)
    return w("{told}, mot {before} {then}", **values)


def sector_say(
    w: Words, by_sector: Mapping[str, int], names: Mapping[str, str], year: int, unknown: int = 0, *, over: bool = False
) -> str:
    """Which sector has most actors this year, when one stands out, or had where it is ``over``; of ``unknown`` actors
    the sector is not known."""
    total, found = sum(by_sector.values()), standing(by_sector)
    if not total:
        return ""
    if found.leader is None:
        plain = w.n("Én aktør i {year}", "{Count} aktører i {year}", total, year=year)
        if unknown:
            plain = w.n(
                "Én aktør med kjent sektor i {year}", "{Count} aktører med kjent sektor i {year}", total, year=year
            )
        even = evenly(w, found, {code: inside(name) for code, name in names.items()})
        return f"{w('{total}, flest{even}', total=plain, even=even) if even else plain}."
    values = {
        "name": definite(w, names[found.leader]),
        "year": year,
        "part": w.percent(by_sector[found.leader] / total),
    }
    if unknown:
        now = "{name} står for {part} av aktørene med kjent sektor i {year}."
        then = "{name} sto for {part} av aktørene med kjent sektor i {year}."
    else:
        now, then = "{name} står for {part} av aktørene i {year}.", "{name} sto for {part} av aktørene i {year}."
    return w(then if over else now, **values)


def place_title(
    w: Words,
    by_place: Mapping[str, int],
    records: Mapping[str, int],
    names: Mapping[str, str],
    years: str,
    lacking: int = 0,
    *,
    where: str = "",
    over: bool = False,
) -> str:
    """Which municipality's actors got most, when one stands out; the whole grants of what runs in ``years``, or ran
    where they are ``over``.

    Where ``lacking`` participations have no amount, no rate or no start, it is at least what is known, and none leads.
    ``where`` the actors are (``text.where``).
    """
    where = where or in_county(w)
    total = sum(by_place.values())
    if lacking and not total:
        return w("Støtten til aktører {where} er ikke kjent", where=where)
    if lacking:
        money = missing.least(w, total, lacking)
        return capital(_to_actors(w, money, where, years, over=over))
    if not total:
        return w("Ingen støtte er registrert {where}", where=where)
    first = leader(by_place, records)
    if first is None:
        return _to_actors(w, w.money(total), where, years, over=over)
    if over:
        said = "{name} fikk mest av {money} til aktører {where}"
        return w(said, name=names[first], money=w.money(total), where=where)
    return w("{name} får mest av {money} til aktører {where}", name=names[first], money=w.money(total), where=where)


def _to_actors(w: Words, money: str, where: str, years: str, *, over: bool) -> str:
    """The whole grants of the projects that run, or ran, in ``years``."""
    values = {"money": money, "years": years, "where": where}
    if over:
        return w("{money} til aktører {where} i prosjekter som pågikk {years}", **values)
    return w("{money} til aktører {where} i prosjekter som pågår {years}", **values)


def without_any(w: Words, names: str, years: str, *, over: bool) -> str:
    """The municipalities without any participation in ``years``."""
    if over:
        return w("{names} hadde ingen prosjektdeltakelser {years}.", names=names, years=years)
    return w("{names} har ingen prosjektdeltakelser {years}.", names=names, years=years)


def guidance_title(w: Words, guided: int, after: int, years: str) -> str:
    """How many guided actors began something new afterwards, in ``years``; never that guidance was the cause."""
    if not guided:
        return w("Ingen veiledning til eksterne er registrert")
    if not after:
        return w.n(
            "Én aktør fikk veiledning og ble ikke med i noe nytt prosjekt etterpå {years}",
            "{Count} aktører fikk veiledning; ingen ble med i nye prosjekter etterpå {years}",
            guided,
            years=years,
        )
    if after == guided:
        return w.n(
            "Aktøren som fikk veiledning, ble siden med i nye prosjekter {years}",
            "{Every} aktørene som fikk veiledning, ble siden med i nye prosjekter {years}",
            guided,
            Every=capital(w.every_one(guided)),
            years=years,
        )
    part = w.told_part(after, guided)
    return capital(
        w("{part} aktører som fikk veiledning, ble siden med i nye prosjekter {years}", part=part, years=years)
    )


def unguided_say(w: Words, guided: int, unguided: int, began: int, years: str, when: str = "") -> str:
    """The base rate beside it: of all actors that nobody ever guided, how many began something new in ``years``.
    ``when`` is when the others were guided, where that is not ``years``.

    The two windows are said, for those guided are seen from their first guidance only. Nothing where none is guided.
    """
    if not guided:
        return ""
    said = [
        w(
            "For dem som fikk veiledning {years}, teller prosjekter de ble med i etter den første "
            "veiledningen, uansett hvem som ga den.",
            years=when or years,
        )
    ]
    if unguided:
        base = w.n(
            "Av den ene aktøren som aldri fikk veiledning, ble {began} med i nye prosjekter {years}.",
            "Av de {count} aktørene som aldri fikk veiledning, ble {began} med i nye prosjekter {years}.",
            unguided,
            began=w.count(began) if began else w("ingen"),
            years=years,
        )
        said.append(base)
    return " ".join([*said, w("Tallene viser ikke om veiledningen hadde virkning.")])


def join_some(w: Words, names: Sequence[str], most: int = 3) -> str:
    """The first names and how many more."""
    if len(names) <= most:
        return w.join(names)
    return w.n("{names} og ett til", "{names} og {count} til", len(names) - most, names=", ".join(names[:most]))
