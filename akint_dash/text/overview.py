"""Generated sentences of the overview. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from akint_dash.measures.changes import News
from akint_dash.measures.deadlines import SOON_DAYS, Deadline
from akint_dash.measures.holes import Hole
from akint_dash.measures.pipeline import Pipeline, Standing, money
from akint_dash.text.findings import leader, tops
from akint_dash.text.words import UNDER_TEN, Words

Names = Mapping[str, str]


def finding(w: Words, pipe: Pipeline, counts: Mapping[str, int], names: Names, others: Mapping[str, int]) -> str:
    """The page's one finding: money won and the instrument that stands out, else what there is."""
    first = leader(counts)
    if pipe.won_ore and first:
        return w("{money} vunnet, og {name} er størst", money=w.money(pipe.won_ore), name=names[first].lower())
    if pipe.won_ore:
        return w("{money} vunnet, og virkemidlene er jevnstore", money=w.money(pipe.won_ore))
    total = sum(counts.values())
    if total and first:
        return w("{name} står for {part}", name=names[first], part=share_of(w, counts[first], total))
    if total:
        return w.n("Ett tiltak er registrert", "{n} tiltak er registrert", total)
    parts = [w.n("{n} utlysning", "{n} utlysninger", others["call"])] if others.get("call") else []
    if others.get("participation"):
        parts.append(w.n("{n} ekstern deltakelse", "{n} eksterne deltakelser", others["participation"]))
    if parts:
        return w("{parts} er lest inn, men ingen egne tiltak", parts=w.join(parts))
    return w("Ingen tiltak i dette utvalget")


def period_title(w: Words, today: date, first: int, last: int) -> str:
    """How far into the strategy we are, in months begun."""
    total = 12 * (last - first + 1)
    begun = max(0, min(total, 12 * (today.year - first) + today.month))
    if begun == 0:
        return w("Strategien for {years} har ikke begynt", years=w.years(first, last))
    if begun == total and today.year > last:
        return w("Strategien for {years} er over", years=w.years(first, last))
    left = total - begun
    return w(
        "{left} av {total} måneder gjenstår av strategien for {years}",
        left=w.number(left),
        total=w.number(total),
        years=w.years(first, last),
    )


def elapsed_share(today: date, first: int, last: int) -> float:
    """The share of the period's days that have passed, 0-1."""
    start, end = date(first, 1, 1), date(last + 1, 1, 1)
    return max(0.0, min(1.0, (today - start).days / (end - start).days))


def instrument_title(w: Words, now: int, before: int, year: int) -> str:
    """An instrument's year against the same days of the year before."""
    values = {"now": w.number(now), "before": w.number(before)}
    if not now and not before:
        return w("Ingen tiltak hittil i {year}", year=year)
    if not before:
        return w("{now} tiltak hittil; ingen på samme tid i fjor", **values)
    change = now - before
    if abs(change) < 2 or abs(change) / max(now, before) <= 0.05:
        return w("Om lag som i fjor: {now} mot {before} på samme tid", **values)
    if change > 0:
        return w("Flere enn i fjor: {now} mot {before} på samme tid", **values)
    return w("Færre enn i fjor: {now} mot {before} på samme tid", **values)


def instrument_say(w: Words, by_area: Mapping[str, int], names: Names) -> str:
    """Which area uses the instrument most, when one stands out."""
    total = sum(by_area.values())
    if not total:
        return w("Ingen rådsområder har brukt det i år.")
    if len(by_area) == 1:
        return w("Alle føres på {name}.", name=names[next(iter(by_area))])
    first = leader(by_area)
    if first is None:
        return w.n("Ett rådsområde har brukt det i år.", "{n} rådsområder, og ingen skiller seg ut.", len(by_area))
    return w("{name} står for {part}.", name=names[first], part=w.part(by_area[first], total))


def money_title(w: Words, pipe: Pipeline) -> str:
    """What is won and what waits, in kroner; in applications where no amount of them is known."""
    won = _sum(w, pipe.won) or w.n("én søknad", "{n} søknader", len(pipe.won))
    waiting = _sum(w, pipe.waiting) or w.n("én søknad", "{n} søknader", len(pipe.waiting))
    if pipe.won and pipe.waiting:
        return w("Vi har vunnet {won}, og {waiting} venter på svar", won=won, waiting=waiting)
    if pipe.won:
        return w("Vi har vunnet {won}; ingen søknader venter på svar", won=won)
    if pipe.waiting:
        return w("Ingenting er vunnet ennå, og {waiting} venter på svar", waiting=waiting)
    return w("Ingen søknader i dette utvalget")


def _sum(w: Words, some: tuple[Standing, ...]) -> str:
    """What is known of their money; empty where nothing is (0 kroner would be a claim)."""
    return w.money(money(some)) if any(s.external_ore is not None for s in some) else ""


def money_say(w: Words, pipe: Pipeline) -> str:
    """The success rate of decided applications, and how many wait."""
    if not pipe.decided:
        return w.n("{n} søknad venter på svar.", "{n} søknader venter på svar.", len(pipe.waiting))
    base = w(
        "{won} av {decided} avgjorte søknader er innvilget",
        won=w.number(len(pipe.won)),
        decided=w.number(pipe.decided),
    )
    if pipe.decided >= UNDER_TEN:
        base += f" ({w.percent(pipe.success_share or 0)})"
    return f"{base}. " + w.n("{n} søknad venter på svar.", "{n} søknader venter på svar.", len(pipe.waiting))


def deadline_title(w: Words, found: list[Deadline], today: date, days_ahead: int) -> str:
    """How many deadlines, how many of them soon."""
    if not found:
        return w("Ingen frister de neste {days} dagene", days=days_ahead)
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


def share_of(w: Words, part: float, base: float, weight: str = "antall") -> str:
    """'38 % av tiltakene', '3 av 7 tiltak' under ten; '41 % av timene' and '41 % av budsjettene' by other weights."""
    if weight == "timer":
        return w("{share} av timene", share=w.percent(part / base))
    if weight == "kroner":
        return w("{share} av budsjettene", share=w.percent(part / base))
    if base < UNDER_TEN:
        return w("{part} tiltak", part=w.part(round(part), round(base)))
    return w("{share} av tiltakene", share=w.percent(part / base))


def base(w: Words, year: int, part: float, whole: float, weight: str) -> str:
    """What an instrument's share is of, with its own numbers."""
    if weight == "timer":
        return w("av timene i {year}, {part} av {whole}", year=year, part=w.number(part), whole=w.number(whole))
    if weight == "kroner":
        return w("av budsjettene i {year}, {part} av {whole}", year=year, part=w.money(part), whole=w.money(whole))
    return w("av tiltakene i {year}, {part}", year=year, part=w.part(round(part), round(whole)))


def areas_title(w: Words, totals: Mapping[str, int | float], names: Names, weight: str = "antall") -> str:
    """Which council areas stand out, by the weight chosen."""
    total = sum(totals.values())
    if not total:
        return w("Ingen rådsområder har registrert tiltak")
    if len(totals) == 1:
        return w("Alle tiltakene føres på {name}", name=names[next(iter(totals))])
    first = leader(totals)
    if first is not None:
        return w("{name} står for {part}", name=names[first], part=share_of(w, totals[first], total, weight))
    pair = tops(totals)
    if pair is not None and len(totals) > 3:
        part = share_of(w, sum(totals[code] for code in pair), total, weight)
        return w("{name} står for {part}", name=w.join([names[code] for code in pair]), part=part)
    return w("Ingen rådsområder skiller seg ut")


def news_title(w: Words, found: list[News], since: date) -> str:
    """What changed since a day, the two weightiest kinds named."""
    if not found:
        return w("Ingenting er endret siden {day}", day=w.long_date(since))
    granted = sum(n.kind == "granted" for n in found)
    moved = sum(n.kind == "deadline_moved" for n in found)
    parts = []
    if granted:
        parts.append(w.n("én tildeling", "{count} tildelinger", granted, count=w.count(granted)))
    if moved:
        parts.append(w.n("én frist som ble flyttet", "{count} frister som ble flyttet", moved, count=w.count(moved)))
    if not parts:
        n = sum(n.n for n in found)
        parts.append(w.n("én endring", "{n} endringer", n))
    return w("Siden {day}: {parts}", day=w.long_date(since), parts=w.join(parts))


def news_kind(w: Words, kind: str) -> str:
    """The word for one kind of news."""
    return {
        "granted": w("Innvilget"),
        "rejected": w("Avslag"),
        "submitted": w("Søkt"),
        "deadline_moved": w("Frist flyttet"),
        "status": w("Ny status"),
        "new": w("Nytt"),
    }[kind]


def came(w: Words, entity: str, n: int) -> str:
    """'14 aktiviteter meldt inn'."""
    forms = {
        "project": ("{n} prosjekt meldt inn", "{n} prosjekter meldt inn"),
        "activity": ("{n} aktivitet meldt inn", "{n} aktiviteter meldt inn"),
        "dossier": ("{n} EU-sak meldt inn", "{n} EU-saker meldt inn"),
        "cooperation": ("{n} samarbeid meldt inn", "{n} samarbeid meldt inn"),
        "call": ("{n} utlysning kom til", "{n} utlysninger kom til"),
        "participation": ("{n} ekstern deltakelse lest inn", "{n} eksterne deltakelser lest inn"),
        "result": ("{n} resultat registrert", "{n} resultater registrert"),
    }
    one, many = forms[entity]
    return w.n(one, many, n)


def holes_title(w: Words, found: list[Hole]) -> str:
    """How many holes make answers unsure."""
    if not found:
        return w("Vi kjenner ingen hull i dataene")
    n = len(found)
    return w.n(
        "Ett hull gjør svar usikre, og det har en eier",
        "{count} hull gjør svar usikre, og alle har en eier",
        n,
        count=w.count_up(n),
    )


def hole_words(w: Words, hole: Hole, names: Names, year: int) -> str:
    """What we do not know."""
    part = w.part(hole.n, hole.base)
    area = names.get(hole.owners[0][0], "") if hole.owners else ""
    return {
        "silent_area": w("{area} har ikke registrert tiltak i {year}", area=area, year=year),
        "used_fte": w("Brukte årsverk i {year} mangler for {part} rammer", part=part, year=year),
        "goal": w("{part} prosjekter er ikke knyttet til et mål", part=part),
        "fee": w("Kontingenten for {year} mangler for {part} medlemskap", part=part, year=year),
        "hours": w("Timer mangler på {part} aktiviteter", part=part),
        "amount": w("{part} innvilgede prosjekter mangler beløp", part=part),
    }[hole.kind]


def hole_effect(w: Words, kind: str) -> str:
    """The answer that it makes unsure."""
    return {
        "silent_area": w("Vekting og hvem som er aktive"),
        "used_fte": w("Om avsatte ressurser blir brukt"),
        "goal": w("Hvilke mål som ikke betjenes"),
        "fee": w("Om medlemskapet er verdt prisen"),
        "hours": w("Vekting etter timer"),
        "amount": w("Hvor mye vi har vunnet"),
    }[kind]
