"""Generated sentences of the council areas' pages. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from akint_dash.measures.frame import Frame
from akint_dash.text.findings import BASE, LEAD_CASES, LEAD_POINTS, TREND_CASES, TREND_POINTS, leader
from akint_dash.text.frame import as_of, in_months, in_period, in_year, in_years, none_registered, silence, stop, tensed
from akint_dash.text.missing import least
from akint_dash.text.words import Words, capital, inside

SAME = 0.02
"""Shares within two points are 'about the same'."""


def apart(own: Mapping[str, float | None], county: Mapping[str, float | None], cases: int, base: int) -> str | None:
    """The instrument in which an area is farthest from the county, None where none is by more than five points.

    Nothing is claimed on fewer than ten cases on either side.
    """
    if cases < BASE or base < BASE:
        return None
    gaps: dict[str, float] = {}
    for code, share in own.items():
        other = county.get(code)
        if share is not None and other is not None:
            gaps[code] = abs(share - other)
    if not gaps:
        return None
    code = max(gaps, key=lambda c: gaps[c])
    return code if gaps[code] > LEAD_POINTS + 1e-9 else None


def difference(w: Words, own: float | None, other: float | None, cases: int, base: int, name: str) -> str:
    """How far a share lies from another's, in points as both are shown; nothing on fewer than ten on either side."""
    if own is None or other is None:
        return ""
    if cases < BASE or base < BASE:
        return w("For få tiltak til å sammenligne med {name}.", name=name)
    gap = own - other
    if w.percent(own) == w.percent(other):
        return w("Like mye som {name}.", name=name)
    if abs(gap) <= SAME + 1e-9:
        return w("Om lag som {name}.", name=name)
    if gap > 0:
        return w("{points} over {name}.", points=w.points(own, other), name=name)
    return w("{points} under {name}.", points=w.points(own, other), name=name)


def finding(
    w: Words,
    name: str,
    frame: Frame,
    closed: int | None,
    cases: int,
    own: Mapping[str, float | None],
    county: Mapping[str, float | None],
    base: int,
    names: Mapping[str, str],
    *,
    lacking: bool = False,
) -> str:
    """The area page's one finding: closed, silent, too few to compare, or how it differs from the county.

    ``lacking``: some of the hours or kroner that the shares are of is not known.
    """
    if closed is not None:
        return w("{name} ble avsluttet i {year}", name=name, year=closed)
    if not frame.reached:
        return silence(w, frame).rstrip(".")
    by_means = frame.weight == "kroner"  # what is set aside is set aside for the whole year
    when = w("i {year}", year=frame.year) if by_means else in_year(w, frame.of_years)
    if not cases:
        return w("{name} har ikke registrert tiltak {when}", name=name, when=when)
    if cases < BASE:
        return _has(w, frame.of_years, cases, name=name, when=when)
    code = apart(own, county, cases, base)
    if not any(share is not None for share in own.values()):
        told = _has(w, frame.of_years, cases, name=name, when=when)
        unknown = "{told}; vekten er ukjent, for timer mangler"
        return w("{told}; vekten er ukjent, for kroner mangler" if by_means else unknown, told=told)
    whole = "" if frame.weight == "antall" else f" {of_what(w, frame.weight, lacking=lacking)}"
    if code is None and all(abs((own[c] or 0) - (county.get(c) or 0)) <= SAME + 1e-9 for c in own):
        now = "{name} vekter virkemidlene om lag som fylkeskommunen samlet {when}"
        then = "{name} vektet virkemidlene om lag som fylkeskommunen samlet {when}"
        return tensed(w, frame.of_years, now, then, name=name, when=when) + by_what(w, frame.weight)
    if code is None:
        now = "{name} ligger innen ti prosentpoeng fra fylkeskommunen samlet i hvert virkemiddel {when}"
        then = "{name} lå innen ti prosentpoeng fra fylkeskommunen samlet i hvert virkemiddel {when}"
        return tensed(w, frame.of_years, now, then, name=name, when=when) + by_what(w, frame.weight)
    values = {
        "name": name,
        "when": when,
        "instrument": inside(names[code]),
        "own": w.percent(own[code] or 0),
        "county": w.percent(county[code] or 0),
    }
    if (own[code] or 0) > (county[code] or 0):
        plain = "{name} har hatt en større andel {instrument} enn fylkeskommunen samlet {when}: {own} mot {county}"
        then = "{name} hadde en større andel {instrument} enn fylkeskommunen samlet {when}: {own} mot {county}"
        means = (
            "{name} har satt av en større andel til {instrument} enn fylkeskommunen samlet {when}: {own} mot {county}"
        )
    else:
        plain = "{name} har hatt en mindre andel {instrument} enn fylkeskommunen samlet {when}: {own} mot {county}"
        then = "{name} hadde en mindre andel {instrument} enn fylkeskommunen samlet {when}: {own} mot {county}"
        means = (
            "{name} har satt av en mindre andel til {instrument} enn fylkeskommunen samlet {when}: {own} mot {county}"
        )
    return (w(means, **values) if by_means else tensed(w, frame.of_years, plain, then, **values)) + whole


def _has(w: Words, frame: Frame, n: int, *, name: str, when: str) -> str:
    """How many initiatives an area has, or had."""
    one, many = "{name} har ett tiltak {when}", "{name} har {count} tiltak {when}"
    if frame.over:
        one, many = "{name} hadde ett tiltak {when}", "{name} hadde {count} tiltak {when}"
    return w.n(one, many, n, name=name, when=when)


def by_what(w: Words, weight: str) -> str:
    """', målt i timer' after a title that names no number; nothing by count."""
    return {"antall": "", "timer": w(", målt i timer"), "kroner": w(", målt i avsatte kroner")}[weight]


def of_what(w: Words, weight: str, *, lacking: bool = False) -> str:
    """What shares by the weight chosen are of: 'av tiltakene', 'av timene', 'av de kjente avsatte kronene'."""
    if weight == "timer":
        return w("av de kjente timene") if lacking else w("av timene")
    if weight == "kroner":
        return w("av de kjente avsatte kronene") if lacking else w("av de avsatte kronene")
    return w("av tiltakene")


def moved(
    w: Words,
    shares: Mapping[str, Sequence[float | None]],
    cases: Sequence[int],
    years: Sequence[int],
    names: Mapping[str, str],
    shown: Frame,
) -> str:
    """Which instrument's weight moved most since the first year with ten cases or more; else that none did."""
    known = [i for i in range(len(years)) if any(some[i] is not None for some in shares.values())]
    enough = [i for i in known if cases[i] >= BASE]
    if len(years) == 1:
        return w("Bare {year} er med, så ingen endring vises", year=years[0])
    if len(enough) < 2 <= sum(n >= BASE for n in cases):
        if shown.weight == "kroner":
            return w("Kroner mangler, så endringen i vekt er ukjent")
        return w("Timer mangler, så endringen i vekt er ukjent")
    if len(enough) < 2:
        return w("For få tiltak til å si hvordan vektingen har endret seg")
    first, last = enough[0], enough[-1]
    moves = {code: (some[last] or 0) - (some[first] or 0) for code, some in shares.items()}
    code = max(moves, key=lambda c: abs(moves[c]))
    when = in_year(w, shown.of_years) if years[last] == shown.year else in_years(w, years[last], years[last])
    if shown.weight == "kroner":  # what is set aside is set aside for the whole year
        when = w("i {year}", year=years[last])
    unit = by_what(w, shown.weight)
    if abs(moves[code]) < TREND_POINTS - 1e-9:
        still = "Ingen virkemidler har fått eller mistet mer enn fem prosentpoeng {when}, mot hele {year}"
        return w(still, when=when, year=years[first]) + unit
    if abs(moves[code]) * min(cases[first], cases[last]) < TREND_CASES - 1e-9:
        return w("For få tiltak til å si noe sikkert om endringer i fordelingen")
    values = {
        "name": inside(names[code]),
        "before": w.percent(shares[code][first] or 0),
        "now": w.percent(shares[code][last] or 0),
        "year": years[first],
        "when": when,
    }
    if moves[code] > 0:
        return w("Andelen {name} har økt fra {before} i hele {year} til {now} {when}", **values) + unit
    return w("Andelen {name} har falt fra {before} i hele {year} til {now} {when}", **values) + unit


def means_title(
    w: Words,
    year: int,
    used: int | None,
    planned: int | None,
    both: tuple[int, int],
    *,
    so_far: str,
    lacking_planned: int = 0,
) -> str:
    """Used of what was set aside, where both are known, with the share that the rounded amounts do not tell; ``so_far``
    says how much of an unfinished year is covered."""
    if planned is None and used is None:
        return w("Avsatte ressurser for {year} er ikke registrert", year=year)
    if planned is None:
        return w("{used} brukt i {year}; hva som er avsatt, mangler", used=w.money(used or 0), year=year)
    if used is not None and not both[1]:
        return w(
            "{planned} avsatt og {used} brukt i {year}, ingen av dem for samme virkemiddel",
            planned=w.money(planned),
            used=w.money(used),
            year=year,
        )
    if not both[1]:
        told = least(w, planned, lacking_planned)
        return capital(w("{planned} satt av for {year}; brukt beløp mangler", planned=told, year=year))
    used_said = w("{amount} ({share})", amount=w.money(both[0]), share=w.percent(both[0] / both[1]))
    values = {"used": used_said, "planned": w.money(both[1]), "year": year}
    if so_far and lacking_planned:
        one = "{used} av de kjente {planned} som er satt av for {year}, var brukt {so_far}"
        return w(one, so_far=so_far, **values)
    if lacking_planned:
        return w("{used} av de kjente {planned} som var satt av for {year}, ble brukt", **values)
    if so_far:
        return w("{used} av de {planned} som er satt av for {year}, var brukt {so_far}", so_far=so_far, **values)
    return w("{used} av de {planned} som var satt av for {year}, ble brukt", **values)


def means_say(
    w: Words,
    year: int,
    deciders: Sequence[str],
    lacking: int,
    base: int,
    fte: tuple[float | None, float | None],
    lacking_fte: int = 0,
    lacking_planned_fte: int = 0,
    lacking_planned: int = 0,
    undecided: int = 0,
) -> str:
    """Who decided (of ``undecided`` it is not known), what is missing, and the full-time equivalents (used, set aside):
    "minst" where an instrument lacks either (``lacking_fte``), or those set aside where none used is known
    (``lacking_planned_fte``).
    """
    parts = []
    bodies = w.join([_body(name) for name in deciders])
    if deciders and undecided:
        told = "Midlene er vedtatt av {names}; opplysning om vedtaket mangler for {part}."
        parts.append(w(told, names=bodies, part=_of_means(w, undecided, base)))
    elif deciders:
        parts.append(w("Midlene er vedtatt av {names}.", names=bodies))
    else:
        one, many = "Hvem som vedtok rammen for {year}, mangler.", "Hvem som vedtok rammene for {year}, mangler."
        parts.append(w.n(one, many, base, year=year))
    used, planned = fte
    if planned is not None and used is not None and lacking_fte:
        values = {"used": _fte(w, used), "planned": _fte(w, planned), "part": _of_means(w, lacking_fte, base)}
        parts.append(w("Minst {planned} årsverk er avsatt og minst {used} brukt; tall mangler for {part}.", **values))
    elif planned is not None and planned == used:
        parts.append(w("Alle {planned} årsverk er brukt.", planned=w.decimal(planned)))
    elif planned is not None and used is not None:
        parts.append(w("{used} av {planned} årsverk er brukt.", used=w.decimal(used), planned=w.decimal(planned)))
    elif planned is not None and lacking_planned_fte:
        values = {"planned": _fte(w, planned), "part": _of_means(w, lacking_planned_fte, base)}
        parts.append(
            w(
                "Minst {planned} årsverk er avsatt; tall mangler for {part}. Brukte årsverk mangler.",
                **values,
            )
        )
    elif planned is not None:
        parts.append(w("{planned} årsverk er avsatt; brukte årsverk mangler.", planned=w.decimal(planned)))
    elif used is not None:
        parts.append(w("{used} årsverk er brukt; avsatte årsverk mangler.", used=w.decimal(used)))
    if lacking == lacking_planned and 0 < lacking < base:
        parts.append(w("Avsatt og brukt beløp mangler for {part}.", part=_of_means(w, lacking, base)))
        return " ".join(parts)
    if lacking_planned and lacking_planned < base:  # where all lack, the title says so
        parts.append(w("Avsatt beløp mangler for {part}.", part=_of_means(w, lacking_planned, base)))
    if lacking == base == 1:
        parts.append(w("Brukt beløp mangler."))
    elif lacking:
        parts.append(w("Brukt beløp mangler for {part}.", part=_of_means(w, lacking, base)))
    return " ".join(parts)


def _fte(w: Words, number: float) -> str:
    """Full-time equivalents in a sentence whose other numbers are words: one is a word, too."""
    return w("ett") if number == 1 else w.decimal(number)


def _of_means(w: Words, some: int, base: int) -> str:
    """'to av fire virkemidler', and of all 'alle de fire virkemidlene'."""
    if some == base > 1:
        return w("{every} virkemidlene", every=w.every_one(base))
    return w("{part} virkemidler", part=w.told_part(some, base, neuter=True))


def _body(name: str) -> str:
    """A body of the county inside a sentence: fylkestinget, fylkesrådet; other names as they are."""
    return name[:1].lower() + name[1:] if name.startswith("Fylkes") else name


def used_title(
    w: Words, year: int, used: int, planned: int, lacking: int, areas: int, so_far: str, *, some: bool = False
) -> str:
    """How much of what is set aside is used in all areas, and for how many it is not known, wholly or in part: then it
    is of what is known.

    ``so_far`` says how much of an unfinished year the data cover: what to expect of the share; ``some``: something is
    recorded, but never both of the same.
    """
    if not planned and some:
        return w("Vi kan ikke regne ut hvor mye av de avsatte midlene som er brukt i {year}", year=year)
    if not planned:
        return w("Ingen rådsområder har registrert brukte midler for {year}", year=year)
    share = w.percent(used / planned)
    values = {"share": share, "year": year, "so_far": so_far}
    if not lacking:
        one = "{share} av avsatte midler i {year} var brukt {so_far}"
        return w(one if so_far else "{share} av avsatte midler ble brukt i {year}", **values)
    one = "{share} av de kjente avsatte midlene i {year} var brukt {so_far}"
    told = w(one if so_far else "{share} av de kjente avsatte midlene ble brukt i {year}", **values)
    if areas == 1:
        return w("{told}; noen beløp mangler", told=told)
    part = w.told_part(lacking, areas, neuter=True)
    return w("{told}; beløp mangler for {part} rådsområder", told=told, part=part)


def support_title(w: Words, asked: int, given: int, years: str, unheard: Sequence[int] = ()) -> str:
    """How much of the support asked for in the ``years`` was given; of ``unheard`` years nothing is registered."""
    if not asked and unheard:
        return _none_heard(w, years, unheard)
    if not asked:
        return w("Ingen henvendelser om bistand {years}", years=years)
    return capital(answered_said(w, given, asked))


def answered_said(w: Words, given: int, asked: int) -> str:
    """How many of the requests are answered: all, the only one, or some."""
    if given == asked:
        one, many = "den ene henvendelsen om bistand er besvart", "{every} henvendelsene om bistand er besvart"
        return w.n(one, many, asked, every=w.every_one(asked))
    if asked == 1:
        return w("den ene henvendelsen om bistand er ikke besvart")
    return w("{part} henvendelser om bistand er besvart", part=w.told_part(given, asked))


def _none_heard(w: Words, years: str, unheard: Sequence[int]) -> str:
    """That no request is registered, and of which years nothing at all is: then none is not known to be none."""
    return none_registered(w, w("Ingen henvendelser om bistand"), years, unheard)


def support_say(w: Words, days: float | None, answers: int, waiting: int, oldest: int | None, shown: Frame) -> str:
    """Days to answer, and how long those without had waited on the data's day, where that is not long ago."""
    parts = []
    if days is not None:
        whole = days == round(days) > 0
        parts.append(capital(stop(answered_say(w, days, answers, w.count(round(days)) if whole else w.decimal(days)))))
    if waiting and oldest is not None and not shown.stale:
        one, many = "Én hadde ventet i {days}", "{n} ventet, den eldste i {days}"
        parts.append(stop(as_of(w, shown, w.n(one, many, waiting, days=days_say(w, oldest)))))
    return " ".join(parts)


def answered_say(w: Words, days: float, answers: int, told: str) -> str:
    """How soon the one answer came, or half of several: after so many ``days``, written as ``told``."""
    if answers > 1:
        return w("minst halvparten av svarene kom innen {days}", days=days_say(w, days, told))
    return w("svaret kom etter {days}", days=days_say(w, days, told)) if days else w("svaret kom samme dag")


def days_say(w: Words, days: float, told: str = "") -> str:
    """A number of days, written as ``told`` where that is given."""
    return w.n("{told} dag", "{told} dager", 1 if days == 1 else 2, told=told or w.decimal(days))


def recorded_means(w: Words, known: int, due: int, years: Sequence[int]) -> str:
    """For how many allocations of which years what was spent is recorded."""
    part = w("{part} rammer", part=w.told_part(known, due))
    if known == due:
        part = w.n("den ene rammen", "{every} rammene", due, every=w.every_one(due))
    said = w("Brukt beløp er registrert for {part}.", part=part)
    if years:
        when = in_years(w, min(years), max(years))
        said = w("Brukt beløp er registrert for {part} {years}.", part=part, years=when)
    return f"{said} {w('En ramme er det et rådsområde har satt av til ett virkemiddel i ett år.')}"


def partners_title(w: Words, n: int, projects: int = 0, activities: int = 0) -> str:
    """How many regions the area works with; of an only one without a cooperation, what it has with it."""
    if activities and not projects:
        one, many = (
            "Rådsområdet har hatt én aktivitet med én region",
            "Rådsområdet har hatt {count} aktiviteter med én region",
        )
        return w.n(one, many, activities)
    if projects and not activities:
        one, many = (
            "Rådsområdet har ett innvilget prosjekt med én region",
            "Rådsområdet har {count} innvilgede prosjekter med én region",
        )
        return w.n(one, many, projects)
    if not n:
        return w("Ingen regioner med samarbeid, innvilget prosjekt eller aktivitet")
    return w.n(
        "Én region med samarbeid, innvilget prosjekt eller aktivitet",
        "{Count} regioner med samarbeid, innvilget prosjekt eller aktivitet",
        n,
    )


def no_partners(w: Words) -> tuple[str, str]:
    """What is said, and how to see more, where filters leave neither a project nor an activity with any region, and
    only cooperations are listed."""
    return (
        w("Ingen regioner med innvilget prosjekt eller aktivitet med disse filtrene"),
        " ".join(
            (
                w("Filtrene avgjør hvilke regioner som vises; bilateralt samarbeid med dem vises uansett filtre."),
                w("Fjern et filter for å se flere."),
            )
        ),
    )


def _partners_apart(w: Words, cooperations: int, others: int, over: int) -> str:
    """Of more than one kind of regions how many are of each, in one sentence."""
    kinds = [
        (
            cooperations,
            w.n(
                "rådsområdet har bilateralt samarbeid med {{n}} region",
                "rådsområdet har bilateralt samarbeid med {{n}} regioner",
                cooperations,
            ),
        ),
        (others, w("med {n} er det bare prosjekter eller aktiviteter")),
        (over, w("med {n} er samarbeidet avsluttet")),
    ]
    kinds = [one for one in kinds if one[0]]
    few = w.alike(*(n for n, _ in kinds))
    said = [words.format(n=n) for n, (_, words) in zip(few, kinds, strict=True)]
    if len(said) > 2:
        first, second, last = said
        return stop(capital(w("{first}, {second}, og {last}", first=first, second=second, last=last)))
    return stop(capital(w("{first}, og {last}", first=said[0], last=said[-1])))


def partners_say(w: Words, cooperations: int, others: int, ended: int, *, over: int = 0, thinned: bool = False) -> str:
    """How many partner regions there is a cooperation with, and that the ended ones do not count: ``over`` are ended
    too, but there are projects or activities with them, and the regions count.

    ``others`` are regions without one that this area is responsible for.
    Filters (``thinned``) choose regions: whether there is a cooperation with one is not a matter of them.
    """
    said = []
    if sum(map(bool, (cooperations, others, over))) > 1:
        said.append(_partners_apart(w, cooperations, others, over))
        cooperations = others = over = 0
    if cooperations:
        said.append(
            w.n(
                "Rådsområdet har bilateralt samarbeid med én region.",
                ("Rådsområdet har bilateralt samarbeid med {count} regioner."),
                cooperations,
            )
        )
    if others:
        one, many = (
            "Med én region er det bare prosjekt eller aktivitet.",
            "Med {count} regioner er det bare prosjekter eller aktiviteter.",
        )
        said.append(w.n(one, many, others))
    if over:
        one, many = (
            "Med én region er samarbeidet avsluttet, men prosjekter eller aktiviteter er registrert.",
            "Med {count} regioner er samarbeidet avsluttet, men prosjekter eller aktiviteter er registrert.",
        )
        said.append(w.n(one, many, over))
    if ended:
        one, many = (
            "Ett avsluttet samarbeid vises i listen, men er ikke regnet med.",
            "{Count} avsluttede samarbeid vises i listen, men er ikke regnet med.",
        )
        said.append(w.n(one, many, ended))
    if said and thinned:
        said.append(w("Filtrene avgjør hvilke regioner som vises; bilateralt samarbeid med dem vises uansett filtre."))
    return " ".join(said)


def support_all_title(
    w: Words,
    asked: Mapping[str, int],
    activity: Mapping[str, int],
    names: Mapping[str, str],
    years: str,
    *,
    unheard: Mapping[str, Sequence[int]] = MappingProxyType({}),
    over: bool = False,
) -> str:
    """Which area gets clearly more support than its part of the activity, or clearly less; ten cases at least.

    Both are of the same ``years``; support itself is no part of the activity. One area alone is compared with nothing.
    ``unheard`` are, for areas without a request, the years of which they have registered nothing; ``over``: the years
    have ended.
    """
    total, base = sum(asked.values()), sum(activity.values())
    if not total and unheard:
        return _none_heard(w, years, sorted({year for some in unheard.values() for year in some}))
    if not total and len(names) == 1:
        return w("{name}: ingen henvendelser om bistand {years}", name=next(iter(names.values())), years=years)
    if not total:
        return w("Ingen har bedt om bistand fra Fylkesrådslederens kontor {years}", years=years)
    one, many = (
        "Én henvendelse om bistand er registrert {years}",
        "{Count} henvendelser om bistand er registrert {years}",
    )
    counted = w.n(one, many, total, years=years)
    if total < BASE or base < BASE or len(names) == 1:
        return counted
    gaps = {code: asked.get(code, 0) / total - activity.get(code, 0) / base for code in {*asked, *activity}}
    code = max(gaps, key=lambda c: (abs(gaps[c]), c))
    if abs(gaps[code]) <= TREND_POINTS + 1e-9:
        return w("Henvendelsene om bistand følger aktiviteten {years}", years=years)
    if abs(gaps[code]) < LEAD_POINTS - 1e-9 or abs(gaps[code]) * total < LEAD_CASES - 1e-9:
        return counted
    values = {
        "years": years,
        "name": names[code],
        "asked": w.percent(asked.get(code, 0) / total),
        "activity": w.percent(activity.get(code, 0) / base),
    }
    if unheard:
        now = "{name} har {asked} av de kjente henvendelsene om bistand og {activity} av de andre tiltakene {years}"
        then = "{name} hadde {asked} av de kjente henvendelsene om bistand og {activity} av de andre tiltakene {years}"
    else:
        now = "{name} har {asked} av henvendelsene om bistand og {activity} av de andre tiltakene {years}"
        then = "{name} hadde {asked} av henvendelsene om bistand og {activity} av de andre tiltakene {years}"
    return w(then if over else now, **values)


def projects_title(w: Words, n: int, won: int, money: str, others: int = 0, frame: Frame | None = None) -> str:
    """An area's projects, those won, and its part of the money of grants in words ("": not known).

    ``others`` are grants that count on another area and bring a part of their money here. In a period chosen
    (``frame``) the projects are those that live in it, and what is won, won in it.
    """
    if frame is not None and frame.chosen:
        return _projects_of_period(w, n, won, money, others, frame)
    if not n and not money:
        return w("Ingen prosjekter")
    if not won and money:
        one, many = (
            "Ett prosjekt, ikke innvilget; {money} av andre rådsområders prosjekter",
            "{Count} prosjekter, ingen innvilget; {money} av andre rådsområders prosjekter",
        )
        return (
            w.n(one, many, n, money=money)
            if n
            else w("Ingen egne prosjekter; {money} av andre rådsområders prosjekter", money=money)
        )
    if not won:
        return w.n("Ett prosjekt, ikke innvilget", "{Count} prosjekter, ingen innvilget", n)
    if not money:
        return w.n(
            "Ett prosjekt, med innvilget støtte; beløpet mangler",
            "{Count} prosjekter, {won} med innvilget støtte; beløp mangler",
            n,
            won=w.number(won),
        )
    every, few = w.alike(n, won)
    values = {"Every": capital(every), "won": few, "money": money}
    values["money"] = _with_others(w, money, others)
    return w.n(
        "Ett prosjekt, med innvilget støtte: {money}",
        "{Every} prosjekter, {won} med innvilget støtte: {money}",
        n,
        **values,
    )


def _with_others(w: Words, money: str, others: int) -> str:
    """An amount, with what it holds of projects that count on other areas."""
    one, many = (
        "{money}, medregnet rådsområdets del av ett prosjekt i et annet rådsområde",
        "{money}, medregnet rådsområdets del av {count} prosjekter i andre rådsområder",
    )
    return w.n(one, many, others, money=money) if others > 0 else money


def _projects_of_period(w: Words, n: int, won: int, money: str, others: int, frame: Frame) -> str:
    """The projects with a year in the period, those granted in it, and the support granted in it."""
    when = in_period(w, frame)
    if not frame.reached:
        one, many = "Ett prosjekt kan pågå {when}", "{Count} prosjekter kan pågå {when}"
        return w.n(one, many, n, when=when) if n else w("Ingen prosjekter i rådsområdet kan pågå {when}", when=when)
    if not won and money:
        one, many = (
            "Ett prosjekt {when}, ikke innvilget i perioden; {money} av andre rådsområders prosjekter",
            "{Count} prosjekter {when}, ingen innvilget i perioden; {money} av andre rådsområders prosjekter",
        )
        none = w("Ingen egne prosjekter {when}; {money} av andre rådsområders prosjekter", when=when, money=money)
        return w.n(one, many, n, when=when, money=money) if n else none
    if not n:
        return _none(w, when)
    if not won:
        one, many = (
            "Ett prosjekt {when}, ikke innvilget i perioden",
            "{Count} prosjekter {when}, ingen innvilget i perioden",
        )
        return w.n(one, many, n, when=when)
    every, few = w.alike(n, won, neuter=True)
    values = {"Every": capital(every), "won": few, "when": when, "money": _with_others(w, money, others)}
    if not money:
        one, many = (
            "Ett prosjekt {when}, innvilget i perioden; beløpet mangler",
            "{Every} prosjekter {when}, {won} innvilget i perioden; beløp mangler",
        )
    else:
        one, many = (
            "Ett prosjekt {when}, innvilget i perioden: {money}",
            "{Every} prosjekter {when}, {won} innvilget i perioden: {money}",
        )
    return w.n(one, many, n, **values)


def _none(w: Words, when: str) -> str:
    return w("Ingen prosjekter {when}", when=when)


def projects_say(w: Words, frame: Frame, won: int, months: Sequence[str] = ()) -> str:
    """Which projects they are, by which rule a period holds them, and the order of the list."""
    if not frame.chosen:
        return w("Bare prosjekter, ikke andre tiltak i prosjektutvikling. De som er på vei, vises først.")
    order = w("De som ble innvilget i perioden, vises først.") if won else w("De som er på vei, vises først.")
    told = w("Bare prosjekter, ikke andre tiltak i prosjektutvikling.")
    rule = w("Et prosjekt er med hvert år fra idé til slutt; støtten regnes det året den ble innvilget.")
    if months:
        rule = w("Bare prosjekter som begynte {months}, er med.", months=in_months(w, months))
    return f"{told} {rule} {order}"


def granted_labels(w: Words, frame: Frame, part: str, others: int) -> tuple[str, str]:
    """What stands before the number of projects granted and before their support, ``part`` of it of ``others``'
    projects."""
    when = in_period(w, frame) if frame.chosen else ""
    label = w("Støtte innvilget {when}", when=when) if when else w("Innvilget støtte")
    if part:
        one = "{label}, av dette {part} i et annet rådsområdes prosjekt"
        many = "{label}, av dette {part} i andre rådsområders prosjekter"
        label = w.n(one, many, others, label=label, part=part)
    return w("Innvilget {when}", when=when) if when else w("Med innvilget støtte"), label


def goals_title(w: Words, served: int, total: int) -> str:
    """How many plan goals are served."""
    if not total:
        return w("Ingen plan med mål er registrert")
    if not served:
        return w.n("Målet er ikke knyttet til tiltak", "Ingen av de {count} målene er knyttet til tiltak", total)
    return capital(w("{part} mål er knyttet til tiltak", part=w.told_part(served, total, neuter=True)))


def learning_title(
    w: Words,
    people: int,
    audiences: Mapping[str, int],
    held: Mapping[str, int],
    names: Mapping[str, str],
    lacking: int = 0,
) -> str:
    """Participants in learning, and the audience that stands out on ten activities or more (``held`` by audience); none
    where ``lacking`` activities have no number.
    """
    if lacking:
        told = w.n("minst én deltakelse i kompetanseheving", "minst {count} deltakelser i kompetanseheving", people)
        return capital(told) if people else w("Antall deltakelser i kompetanseheving mangler")
    if not people:
        return w("Ingen deltakelser i kompetanseheving er registrert")
    told = w.n("Én deltakelse i kompetanseheving", "{Count} deltakelser i kompetanseheving", people)
    first = leader(audiences, held)
    if first is None:
        return told
    return w("{told}, flest fra {name}", told=told, name=inside(names[first]))


def unregistered(w: Words, frame: Frame, name: str) -> str:
    """An area that registered nothing of the year shown, whatever is chosen, or by kroner set nothing aside that is
    known: it is missing."""
    if frame.weight == "kroner":
        return w("mangler; avsatt beløp er ikke registrert")
    return w("mangler; {name} har ikke registrert tiltak {when}", name=name, when=in_year(w, frame.of_years))


def silent_title(w: Words, frame: Frame, names: Sequence[str]) -> str:
    """That the chosen areas, or none where no ``names`` are chosen, have registered anything of the year shown: what
    they did is missing."""
    if not names:
        return w("Ingen rådsområder har registrert tiltak {when}", when=in_year(w, frame.of_years))
    return w("{names} har ikke registrert tiltak {when}", names=w.join(list(names)), when=in_year(w, frame.of_years))


def active_say(w: Words, frame: Frame, active: int, total: int, *, narrowed: bool = False) -> str:
    """How many of the county's areas registered anything, whatever is selected: where something is, it says so."""
    words, part = "{part} rådsområder har registrert tiltak {when}", w.told_part(active, total, neuter=True)
    if frame.of_years.over:
        words = "{part} rådsområder registrerte tiltak {when}"
    if active == total > 1:
        words, part = "{part} rådsområdene har registrert tiltak {when}", w.every_one(total)
    if active == total > 1 and frame.of_years.over:
        words = "{part} rådsområdene registrerte tiltak {when}"
    told = capital(w.n(words, words, active, part=part, when=in_year(w, frame.of_years)))
    return w("{title}, uansett filtre", title=told) if narrowed else told
