"""Generated sentences of the page on project development. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akint_dash.text.findings import BASE, LEAD_POINTS, leader
from akint_dash.text.words import UNDER_TEN, Words

NEXT = {
    "idea": ("{part} ideer ble utviklet", "{n} står her ennå"),
    "developing": ("{part} ble sendt", "{n} er under arbeid"),
    "submitted": ("{part} avgjorte er innvilget", "{n} venter på svar"),
    "granted": ("{part} er satt i gang", "{n} har ikke begynt"),
    "running": ("{part} er fullført", "{n} pågår"),
}
"""step -> what happened on the way to the next, and those that stand here. Message ids, worded by :func:`between`."""


def finding(w: Words, won: int, decided: int, ore: int, on_their_way: int) -> str:
    """The page's one finding: applications won of decided and the money; without decisions what is on its way."""
    if won and ore and decided == 1:
        return w("Den ene avgjorte søknaden er innvilget: {money} vunnet", money=w.money(ore))
    if won and ore:
        part = w.part(won, decided)
        return w("{part} søknader innvilget: {money} vunnet", part=part, money=w.money(ore))
    if won:
        return w("{part} søknader innvilget, men beløpene mangler", part=w.part(won, decided))
    if decided:
        return w.n("Den ene avgjorte søknaden ble avslått", "Ingen av {n} avgjorte søknader er innvilget", decided)
    if on_their_way:
        return w.n("Ett prosjekt er på vei, uavgjort", "{n} prosjekter er på vei, ingen er avgjort", on_their_way)
    return w("Ingen prosjekter i dette utvalget")


def funnel_title(w: Words, on_their_way: int, won: int) -> str:
    """What is in the pipeline and what we won."""
    way = w.n("Ett prosjekt er på vei", "{n} prosjekter er på vei", on_their_way)
    if not on_their_way:
        way = w("Ingen prosjekter er på vei")
    return w("{way}, {won} er innvilget", way=way, won=w.number(won) if won else w("ingen"))


def between(w: Words, status: str, onward: int, here: int, rejected: int, withdrawn: int) -> tuple[str, str]:
    """(rate, words) between a step and the next: of those that left it, how many came on; how many stand here.

    Of applications only those decided count. The rate is '' under ten cases, and for all steps but the sent one.
    """
    on, stay = NEXT[status]
    left = onward + rejected
    if status != "submitted":
        left += withdrawn + (here if status == "running" else 0)
    words = [w(on, part=w.part(onward, left))] if left else []
    if here:
        words.append(w(stay, n=w.number(here)))
    if withdrawn:
        words.append(w.n("{n} ble trukket", "{n} ble trukket", withdrawn))
    shown = left >= UNDER_TEN and status == "submitted"
    return (w.percent(onward / left) if shown else "", "; ".join(words))


def year_title(w: Words, year: int, now: int, before: int, *, unfinished: bool) -> str:
    """The newest year's money: an unfinished one against the same days of the year before."""
    if not unfinished:
        return (
            w("{money} vunnet i {year}", money=w.money(now), year=year)
            if now
            else w("Ingenting vunnet i {year}", year=year)
        )
    if not now and not before:
        return w("Ingenting vunnet hittil i {year}", year=year)
    return w(
        "Hittil i {year}: {now}, mot {before} på samme tid i fjor",
        year=year,
        now=w.money(now),
        before=w.money(before),
    )


def rate_say(w: Words, won: int, decided: int, waiting: int) -> str:
    """The success rate of decided applications, and how many wait."""
    if not decided and not waiting:
        return w("Ingen søknader er sendt.")
    if not decided:
        one, many = "Ingen avgjørelser; én søknad venter på svar.", "Ingen avgjørelser; {n} søknader venter på svar."
        return w.n(one, many, waiting)
    rate = w("{part} avgjorte søknader er innvilget", part=w.part(won, decided))
    if decided >= UNDER_TEN:
        rate += f" ({w.percent(won / decided)})"
    wait = w.n("én venter på svar og er ikke regnet med", "{n} venter på svar og er ikke regnet med", waiting)
    return f"{rate}; {wait}." if waiting else f"{rate}."


def years_say(w: Words, rates: Sequence[tuple[int, int, int]], this_year: int) -> str:
    """The last two years' rates side by side, ``rates`` being (year, won, decided); no trend is claimed."""
    some = [rate for rate in rates if rate[2]][-2:]
    if not some:
        return w("Ingen søknader er avgjort i perioden.")
    told = [
        w("{part} hittil i {year}", part=w.part(won, decided), year=year)
        if year == this_year
        else w("{part} i {year}", part=w.part(won, decided), year=year)
        for year, won, decided in some
    ]
    return w("Innvilget av avgjorte: {told}.", told=w.join(told))


def programme_title(w: Words, won: Mapping[str, int], names: Mapping[str, str]) -> str:
    """The programme that gave most, when one stands out."""
    if not sum(won.values()):
        return w("Ingen program har gitt støtte ennå")
    some = [code for code, ore in won.items() if ore]
    if len(some) == 1:
        return w("Bare {name} har gitt støtte: {money}", name=names[some[0]], money=w.money(won[some[0]]))
    first = leader(won)
    if first is None:
        return w("Ingen program skiller seg ut i vunnet støtte")
    return w("{name} har gitt mest: {money}", name=names[first], money=w.money(won[first]))


def unused_title(w: Words, n: int) -> str:
    """How many programmes open to Norway the county never applied to."""
    if not n:
        return w("Alle åpne programmer er prøvd")
    return w.n("Ett åpent program er aldri søkt", "{count} åpne programmer er aldri søkt", n, count=w.count_up(n))


def mix_title(w: Words, external: int, total: int) -> str:
    """How much of each krone comes from EU and Nordic sources; a sum of nothing has no shares."""
    if not total:
        return w("Finansieringen er ikke ført")
    ore = round(external / total * 100)
    return w("Av hver krone kommer {ore} øre fra EU og Norden", ore=w.number(ore))


def mix_say(w: Words, own_share: float, hours: float) -> str:
    """Our own part, and hours that were never turned into money."""
    say = w("Fylkeskommunens egne penger er {share} av summen.", share=w.percent(own_share))
    if hours:
        say += " " + w("{hours} egne timer er ført uten beløp og står utenfor.", hours=w.number(round(hours)))
    return say


def origin_title(w: Words, own: tuple[int, int], invited: tuple[int, int]) -> str:
    """Own initiatives against invitations, (won, decided) each: a difference is claimed only over its rule.

    With ten or more decided on both sides more than 5 points; with fewer nothing is claimed.
    """
    if not own[1] and not invited[1]:
        return w("Ingen av søknadene er avgjort")
    if not own[1]:
        return w("Ingen egen satsing er avgjort ennå")
    if not invited[1]:
        return w("{own} egne satsinger innvilget; ingen invitasjon er avgjort", own=w.part(*own))
    told = w("{own} egne satsinger og {invited} invitasjoner innvilget", own=w.part(*own), invited=w.part(*invited))
    if own[1] < BASE or invited[1] < BASE:
        return told
    gap = own[0] / own[1] - invited[0] / invited[1]
    if abs(gap) <= LEAD_POINTS + 1e-9:
        return w("Egne satsinger lykkes like ofte som invitasjoner")
    values = {"own": w.percent(own[0] / own[1]), "invited": w.percent(invited[0] / invited[1])}
    if gap > 0:
        return w("Egne satsinger lykkes oftere: {own} mot {invited}", **values)
    return w("Egne satsinger lykkes sjeldnere: {own} mot {invited}", **values)


def goal_title(w: Words, n: int, base: int) -> str:
    """How many projects are not tied to an adopted goal."""
    if not base:
        return w("Ingen prosjekter i dette utvalget")
    if not n:
        return w("Alle prosjekter er knyttet til et vedtatt mål")
    return w("{part} prosjekter er ikke knyttet til et vedtatt mål", part=w.part(n, base))


def goal_say(w: Words, by_area: Mapping[str, int], names: Mapping[str, str], *, period: bool = False) -> str:
    """Which council area has most of them, when one stands out; that a chosen ``period`` does not touch the list."""
    said = _goal_owner(w, by_area, names)
    return f"{said} {w('Perioden avgrenser ikke listen.')}".strip() if period else said


def _goal_owner(w: Words, by_area: Mapping[str, int], names: Mapping[str, str]) -> str:
    total = sum(by_area.values())
    if not total:
        return ""
    first = leader(by_area)
    if first is None:
        return w("Sortert etter ansvarlig rådsområde; ingen skiller seg ut.")
    return w("{name} eier {part}.", name=names[first], part=w.part(by_area[first], total))


def actors_title(w: Words, now: int, before: int, year: int) -> str:
    """How many outside actors take part this year, against the year before."""
    if not now and not before:
        return w("Ingen aktører fra Akershus er registrert")
    if not before:
        return w.n("Én aktør i Akershus er med i {year}", "{n} aktører i Akershus er med i {year}", now, year=year)
    change = now - before
    told = w.n("Én aktør i Akershus er med i {year}", "{n} aktører i Akershus er med i {year}", now, year=year)
    if abs(change) < 2 or abs(change) / max(now, before) <= LEAD_POINTS:
        return w("{told}, om lag som året før", told=told)
    if change > 0:
        return w("{told}, {n} flere enn året før", told=told, n=w.number(change))
    return w("{told}, {n} færre enn året før", told=told, n=w.number(-change))


def sector_say(w: Words, by_sector: Mapping[str, int], names: Mapping[str, str], year: int) -> str:
    """Which sector has most participations this year, when one stands out."""
    total = sum(by_sector.values())
    first = leader(by_sector)
    if not total:
        return ""
    if first is None:
        return w.n(
            "Én deltakelse i {year}.", "{n} deltakelser i {year}; ingen sektor skiller seg ut.", total, year=year
        )
    values = {"name": names[first], "year": year}
    if total < UNDER_TEN:
        return w("{name} står for {part} deltakelser i {year}.", part=w.part(by_sector[first], total), **values)
    return w("{name} står for {part} av deltakelsene i {year}.", part=w.percent(by_sector[first] / total), **values)


def place_title(w: Words, by_place: Mapping[str, int], names: Mapping[str, str]) -> str:
    """Which municipality's actors got most, when one stands out."""
    total = sum(by_place.values())
    if not total:
        return w("Ingen støtte er registrert i Akershus")
    first = leader(by_place)
    if first is None:
        return w("{money} til aktører i Akershus; ingen kommune skiller seg ut", money=w.money(total))
    return w("{name} får mest av {money} til Akershus", name=names[first], money=w.money(total))


def guidance_title(w: Words, guided: int, after: int) -> str:
    """How many guided actors took part afterwards; never that guidance was the cause."""
    if not guided:
        return w("Ingen veiledning til eksterne er registrert")
    if not after:
        return w.n(
            "Én aktør fikk veiledning; ingen ny deltakelse etterpå",
            "{n} aktører fikk veiledning; ingen ny deltakelse etterpå",
            guided,
        )
    return w("{part} veiledede aktører ble med i nye prosjekter etterpå", part=w.part(after, guided))


def join_some(w: Words, names: Sequence[str], most: int = 3) -> str:
    """The first names and how many more."""
    if len(names) <= most:
        return w.join(names)
    return w("{names} og {n} til", names=", ".join(names[:most]), n=w.number(len(names) - most))
