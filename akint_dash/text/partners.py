"""Generated sentences of the map: one finding per lens, reasons in words. Each says only what its numbers carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from akint_dash.measures.frame import Frame
from akint_dash.measures.partners import Candidate, Partner, Weights, quiet
from akint_dash.measures.rings import Rings
from akint_dash.measures.ukraine import Match, OwnMoney
from akint_dash.text.dates import NBSP
from akint_dash.text.findings import BASE, evenly, standing, tops, trend
from akint_dash.text.frame import in_before, in_year, silence, stop, within_a_year
from akint_dash.text.words import UNDER_TEN, Words, capital

Names = Mapping[str, str]
AHEAD_POINTS = 2
"""A candidate is named alone when it is so many points ahead of the next, of ten candidates or more."""


def country(w: Words, code: object) -> str:
    """A country's name by its ISO code, the code itself where it is not known."""
    return str(w.locale.territories.get(str(code), code))


def short_name(name: str) -> str:
    """A region's name as it stands on a map of Ukraine: the city keeps its kind, the oblast does not need it."""
    keep = name.startswith("Kyiv")
    for long, short in (
        ("Den autonome republikken ", ""),
        ("Autonomous Republic of ", ""),
        ("Sevastopol by", "Sevastopol"),
        ("Sevastopol city", "Sevastopol"),
    ):
        name = name.replace(long, short)
    return name if keep else name.removesuffix(" oblast")


# -- cooperation


def partners_title(w: Words, found: Sequence[Partner], countries: int) -> str:
    """How many regions, countries and agreements; ended cooperations do not count."""
    alive = [p for p in found if p.lives]
    if not alive:
        return w("Ingen bilaterale samarbeid med disse filtrene")
    agreed = sum(p.agreed for p in alive)
    regions = w.n("{count} region", "{count} regioner", len(alive), count=w.count_up(len(alive)))
    lands = w.n("{count} land", "{count} land", countries, count=_neuter(w, countries)).replace(" ", NBSP)
    if len(alive) == 1:
        said = w("{regions} i {lands}, med avtale") if agreed else w("{regions} i {lands}, uten avtale nå")
        return said.format(regions=regions, lands=lands)
    if not agreed:
        return w("{regions} i {lands}, ingen med avtale nå", regions=regions, lands=lands)
    return w("{regions} i {lands}, {agreed} med avtale", regions=regions, lands=lands, agreed=w.count(agreed))


def partners_brief(w: Words, alive: Sequence[Partner]) -> str:
    """The same without countries and agreements, for a wall whose key tells the agreements."""
    said = w.n("{count} region", "{count} regioner", len(alive), count=w.count_up(len(alive)))
    return said.replace(" ", NBSP, 1)


def _neuter(w: Words, n: int) -> str:
    """A count before a neuter noun: ett land, to land."""
    return w("ett") if n == 1 else w.count(n)


def partners_say(w: Words, found: Sequence[Partner], shown: Frame) -> list[tuple[str, bool]]:
    """Sentences with whether each is said strongly: who is quiet, and how many we also meet in a network.

    Data that are too old tell of nobody that is quiet, nor that nobody is.
    """
    alive = [p for p in found if p.lives]
    if not alive:
        if shown.open_only:  # a stranger records nothing
            return [(w("Fjern et filter for å se flere."), False)]
        return [(w("Fjern et filter, eller registrer et samarbeid."), False)]
    n = sum(quiet(p, shown) is True for p in alive)
    silent = sum(p.last is None for p in alive)
    said = []
    if n:
        said.append((_silent(w, shown, n, len(alive)), True))
    if silent:
        one, many = (
            "For ett samarbeid er ingen kontakt registrert.",
            ("For {count} samarbeid er ingen kontakt registrert."),
        )
        said.append((w.n(one, many, silent), False))
    if shown.stale:
        said.append((w("Kontakten er kjent til {day}.", day=w.date(shown.data_day)), False))
    elif not said:
        said.append((stop(within_a_year(w, shown, _met(w, len(alive)))), False))
    said.append((_both(w, alive), False))
    return said


def _silent(w: Words, frame: Frame, n: int, total: int) -> str:
    """In how many of the ``total`` cooperations there was no contact for over a year, and on which day that was so."""
    if frame.data_day >= frame.today:
        if n == total == 1:
            return w("Det har ikke vært kontakt på over ett år.")
        one, many = (
            "I ett av samarbeidene har det ikke vært kontakt på over ett år.",
            "I {count} av samarbeidene har det ikke vært kontakt på over ett år.",
        )
        return w.n(one, many, n)
    if n == total == 1:
        return w("Per {day} hadde det ikke vært kontakt på over ett år.", day=w.date(frame.data_day))
    one, many = (
        "Per {day} hadde det ikke vært kontakt på over ett år i ett av samarbeidene.",
        "Per {day} hadde det ikke vært kontakt på over ett år i {count} av samarbeidene.",
    )
    return w.n(one, many, n, day=w.date(frame.data_day))


def _met(w: Words, n: int) -> str:
    """That there was contact in all ``n`` cooperations."""
    if n == 1:
        return w("Det har vært kontakt")
    return w("I begge har det vært kontakt") if n == 2 else w("I alle har det vært kontakt")


def _both(w: Words, alive: Sequence[Partner]) -> str:
    """How many of the partners we also meet in a network."""
    both = sum(bool(p.networks) for p in alive)
    if both == len(alive):
        one, many = "Vi har felles nettverk med regionen.", "Vi har felles nettverk med {every} regionene."
        return w.n(one, many, both, every=w.every_one(both))
    if not both and len(alive) == 1:
        return w("Vi har ikke felles nettverk med regionen.")
    if not both:
        return w("Vi har ikke felles nettverk med noen av dem.")
    return w("Vi har felles nettverk med {part}.", part=w.told_part(both, len(alive)))


def activity_title(w: Words, found: Sequence[Partner], names: Names, years: str) -> str:
    """With whom there is most contact, when one stands out; those of cooperations that have ended by now count, as in
    the table, and are said apart, of all."""
    counts = {p.region: p.activities for p in found}
    total, over = sum(counts.values()), [p.activities for p in found if p.activities and not p.lives]
    if not counts:
        return w("Ingen samarbeidsregioner å vise")
    if not total:
        return w("Ingen aktiviteter med samarbeidsregionene er registrert {years}", years=years)
    found_out = standing(counts)
    if found_out.leader is None:
        plain = w.n(
            "Én aktivitet med samarbeidsregioner {years}",
            ("{Count} aktiviteter med samarbeidsregioner {years}"),
            total,
            years=years,
        )
        even = evenly(w, found_out, names)
        if even:
            return _ended(w, w("{total}, flest{even}", total=plain, even=even), over, total)
        return _ended(w, plain, over, total, of_them=True)
    part = w.part(counts[found_out.leader], total)
    said = w(
        "Mest kontakt med {name}: {part} aktiviteter {years}", name=names[found_out.leader], part=part, years=years
    )
    return _ended(w, said, over, total)


def most_contact(found: Sequence[Partner]) -> str | None:
    """The region that the title says most of the contact is with."""
    return standing({p.region: p.activities for p in found}).leader


def _ended(w: Words, said: str, over: Sequence[int], total: int, *, of_them: bool = False) -> str:
    """With how many of all ``total`` activities are with regions of ended cooperations, before or after they ended:
    ``of_them``, where ``said`` names no other number.
    """
    if not over:
        return said
    ended = sum(over)
    if of_them and ended < total:
        one, many = (
            "{said}, {few} av dem med en region der samarbeidet er avsluttet",
            "{said}, {few} av dem med regioner der samarbeidet er avsluttet",
        )
        return w.even(w.n(one, many, len(over), said=said, few=w.count(ended)))
    part = w("{n} av de {all} aktivitetene", n=w.count(ended), all=w.count(total))
    if ended == total:
        part = w("den") if total == 1 else w("begge") if total == 2 else w("alle")
    one, many = (
        "{said}; {part} var med en region der samarbeidet er avsluttet",
        "{said}; {part} var med regioner der samarbeidet er avsluttet",
    )
    return w.even(w.n(one, many, len(over), said=said, part=part))


def latest_title(w: Words, name: str, day: str) -> str:
    """With whom the last contact was, and when."""
    return w("Siste kontakt: {name}, {day}", name=name, day=w.date(day))


def contact_words(w: Words, day: str | None) -> str:
    """The day of the last contact; days since it would grow while the data stand still."""
    return w("ikke registrert") if day is None else w.date(day)


def mark_words(w: Words, name: str, land: str, status: str, p: Partner, *, counted: bool) -> str:
    """What a partner on the map says: its status, the activities of the period (where they are counted) and the last
    contact."""
    told = (
        status
        if not counted
        else w.n("{status}, én aktivitet", "{status}, {n} aktiviteter", p.activities, status=status)
    )
    if p.last is None:
        return w("{name}, {land}: {status}, ingen kontakt registrert", name=name, land=land, status=told)
    return w("{name}, {land}: {status}, siste kontakt {day}", name=name, land=land, status=told, day=w.date(p.last))


# -- networks and candidates


def networks_title(w: Words, found: Sequence[Partner], networks: int) -> str:
    """How many partners we also meet in a network."""
    alive = [p for p in found if p.lives]
    if not networks:
        return w("Ingen medlemskap i nettverk er registrert")
    if not alive:
        return w("Ingen samarbeidsregioner med disse filtrene, men vi er med i {n} nettverk", n=_neuter(w, networks))
    both = sum(bool(p.networks) for p in alive)
    if both == len(alive):
        one, many = (
            "Vi har felles nettverk med den ene samarbeidsregionen",
            ("Vi har felles nettverk med alle de {count} samarbeidsregionene"),
        )
        return w.n(one, many, both, count=w.count(both))
    if not both:
        return w("Vi har ikke felles nettverk med noen av samarbeidsregionene")
    return w("Vi har felles nettverk med {part} samarbeidsregioner", part=w.told_part(both, len(alive)))


def networks_say(w: Words, networks: int, regions: int) -> str:
    """How many networks we are in, and how many regions abroad we meet there."""
    if not networks:
        return w("Uten medlemskap i nettverk kan mulige nye samarbeidsregioner ikke rangeres etter dem.")
    met = w.n("{n} region", "{n} regioner", regions)
    return w.n(
        "Vi er med i ett nettverk og møter {met} der.",
        "Vi er med i {count} nettverk og møter {met} der.",
        networks,
        met=met,
    )


def candidates_title(w: Words, found: Sequence[Candidate], names: Names) -> str:
    """Who is the nearest next partner, when one stands out."""
    if not found:
        return w("Ingen mulige nye samarbeidsregioner med disse filtrene")
    ranked = sorted((c.points for c in found), reverse=True)
    if len(found) < BASE or ranked[0] - ranked[1] < AHEAD_POINTS:
        one, many = (
            "Én region uten samarbeid har noe felles med oss",
            "{Count} regioner uten samarbeid har noe felles med oss",
        )
        return w.n(one, many, len(found))
    first = max(found, key=lambda c: c.points).region
    return w("{name} har mest felles med oss uten å være samarbeidsregion", name=names[first])


def network_title(w: Words, regions: Mapping[str, int], names: Names) -> str:
    """In which network we meet most regions, when one stands out."""
    if not sum(regions.values()):
        return w("Ingen medlemsregioner er registrert")
    found = standing(regions)
    if found.leader is None:
        plain = w.n(
            "Vi møter regioner i ett nettverk",
            "Vi møter regioner i {count} nettverk",
            sum(n > 0 for n in regions.values()),
        )
        even = evenly(w, found, names)
        return w("{total}, flest{even}", total=plain, even=even) if even else plain
    return w("Flest regioner møter vi i {name}", name=names[found.leader])


def reasons(w: Words, one: Candidate, names: Names, themes: Names) -> str:
    """Why a region is a candidate: networks and projects by name, themes by name."""
    parts = []
    if one.networks:
        words = w.n(
            "ett felles nettverk ({names})",
            "{count} felles nettverk ({names})",
            len(one.networks),
            names=_few(w, one.networks, names),
        )
        parts.append(words)
    if one.projects:
        words = w.n(
            "ett felles prosjekt ({names})",
            "{count} felles prosjekter ({names})",
            len(one.projects),
            names=_few(w, one.projects, names),
        )
        parts.append(words)
    if one.themes:
        few = _few(w, one.themes, {code: w.quoted(name) for code, name in themes.items()})
        parts.append(w.n("temaet {names}", "temaene {names}", len(one.themes), names=few))
    return "; ".join(parts)


def _few(w: Words, codes: Sequence[str], names: Names, most: int = 3) -> str:
    shown = [names.get(code, code) for code in codes[:most]]
    if len(codes) > most:
        shown.append(w.n("ett til", "{count} til", len(codes) - most))
    return w.join(shown)


def weights_words(w: Words, weights: Weights) -> str:
    """The rule of the points, in words."""
    words = w(
        "Et felles nettverk gir {network} poeng, et felles prosjekt {project} og et felles tema {theme}.",
        network=w.number(weights.shared_network),
        project=w.number(weights.joint_project),
        theme=w.number(weights.shared_theme),
    )
    if weights.broken:
        words += " " + w("Filen med vektene kunne ikke leses; dette er standardvektene.")
    return words


# -- Ukraine


def ukraine_title(w: Words, in_touch: int, total: int) -> str:
    """How many of the regions we are in touch with."""
    if not in_touch:
        return w("Ingen kontakt med ukrainske regioner er registrert ennå")
    return w("Vi er i kontakt med {part} ukrainske regioner", part=w.told_part(in_touch, total))


def ukraine_say(w: Words, needs: int, regions: int, money: Sequence[OwnMoney]) -> list[tuple[str, bool]]:
    """Needs stated, and whether the county's own money stands for reconstruction."""
    if needs:
        one, many = "Ett behov er meldt fra {regions}.", "{Count} behov er meldt fra {regions}."
        from_words = w.n("{n} region", "{n} regioner", regions)
        said = [(w.n(one, many, needs, regions=from_words), False)]
    else:
        said = [(w("Ingen behov er meldt."), False)]
    said.append((money_words(w, money), bool(money)))
    return said


def money_words(w: Words, money: Sequence[OwnMoney]) -> str:
    """The warning on own money for reconstruction, or that there is none."""
    if not money:
        return w("Ingen egne penger er registrert til gjenoppbygging.")
    one = "Ett beløp av egne penger er registrert til gjenoppbygging."
    return w.n(one, "{Count} beløp av egne penger er registrert til gjenoppbygging.", len(money))


STAGE_WORDS = {
    "agreement": "Avtale",
    "dialogue": "Dialog",
    "exploring": "Undersøkes",
    "contact": "Kontakt uten samarbeid",
    "dormant": "På vent eller avsluttet",
    "need": "Behov meldt, ingen kontakt",
    "none": "Ingenting registrert",
}


def stage_words(w: Words, stage: str) -> str:
    """A contact stage in words."""
    return w(STAGE_WORDS[stage])


def gaps_title(w: Words, found: Sequence[Match], themes: Names) -> str:
    """The themes that are needed and that no area has been asked about."""
    gaps = [m for m in found if m.gap]
    needed = [m for m in found if m.regions]
    if not needed:
        return w("Ingen behov er meldt")
    if not gaps:
        return w("Alle meldte behov har et rådsområde som kan bidra")
    names = _few(w, [m.theme for m in gaps], themes).lower()
    return w.n("Ingen er spurt om {names}", "Ingen er spurt om {names}", len(gaps), names=names)


# -- rings


def nordic_partners(w: Words, nordic: int, total: int) -> str:
    """How many of the partner regions lie in Norden."""
    if not total:
        return w("Ingen samarbeidsregioner på kartet med disse filtrene")
    if not nordic:
        return w("Ingen av samarbeidsregionene ligger i Norden")
    if nordic == total:
        one, many = "Den ene samarbeidsregionen ligger i Norden", "{every} samarbeidsregionene ligger i Norden"
        return capital(w.n(one, many, total, every=w.every_one(total)))
    words = "{part} samarbeidsregioner ligger i Norden"
    return capital(w.n(words, words, nordic, part=w.told_part(nordic, total)))


def rings_title(w: Words, found: Rings, *, chosen: bool = False) -> str:
    """The share of what we do with named regions that is in Norden and Europe, Ukraine included; none where rings are
    ``chosen``: the choice would make it."""
    if not found.placed:
        return none_placed(w, untold=found.untold)
    if chosen:
        return w.n("Ett tiltak i den valgte geografien", "{n} tiltak i den valgte geografien", found.placed)
    if found.placed == 1 and not found.near:
        return w("Det eneste tiltaket med kjent region er utenfor Norden, Ukraina og resten av Europa")
    part = _of_placed(w, found.near, found.placed)
    return capital(w("{part} er i Norden, Ukraina eller resten av Europa", part=part))


def none_placed(w: Words, *, untold: bool) -> str:
    """That nothing is tied to a region; ``untold``: that nothing at all is registered of these years."""
    if untold:
        return w("Ingen tiltak er registrert for disse årene")
    return w("Ingen tiltak med disse filtrene er knyttet til en region")


def _of_placed(w: Words, count: int, base: int) -> str:
    """Some of the involvements with a known region: of few both numbers, of many the share."""
    if count == base == 1:
        return w("det eneste tiltaket med kjent region")
    if count == base:
        return w("{every} tiltakene med kjent region", every=w.every_one(base))
    if base < UNDER_TEN:
        return w("{part} tiltak med kjent region", part=w.told_part(count, base, neuter=True))
    return w("{share} av tiltakene med kjent region", share=w.percent(count / base))


def norden_words(w: Words, frame: Frame, found: Rings, *, chosen: bool = False) -> str:
    """Norden's own sentence: its part in the year shown against the same days of the year before; none where rings are
    ``chosen``, for the choice would make it."""
    if not frame.reached:
        return silence(w, frame)
    if not found.placed_now and found.silent:
        return w("Tiltak {when} er ikke registrert.", when=in_year(w, frame))
    if not found.placed_now:
        return w("Ingen tiltak {when} er knyttet til en region.", when=in_year(w, frame))
    if chosen:
        return w("Den valgte geografien påvirker andelen i Norden.")
    if found.placed_now == 1 and not found.norden:
        return w("Det eneste tiltaket med kjent region {when} er utenfor Norden.", when=in_year(w, frame))
    part = _of_placed(w, found.norden, found.placed_now)
    now = capital(w("{part} {when} er i Norden", part=part, when=in_year(w, frame)))
    way = trend((found.norden_before, found.placed_before), (found.norden, found.placed_now))
    if way is None:
        return stop(now)
    before, then = w.percent(found.norden_before / found.placed_before), in_before(w, frame)
    part = w.part(found.norden_before, found.placed_before)
    values = {"now": now, "before": w("{share} ({part})", share=before, part=part), "then": then}
    if before == w.percent(found.norden / found.placed_now):
        return stop(w("{now}, like stor andel som {then}", **values))
    words = {
        "up": "{now}, opp fra {before} {then}",
        "down": "{now}, ned fra {before} {then}",
        "flat": "{now}, om lag som {then}: {before}",
    }
    return stop(w(words[way], **values))


def ring_unit(w: Words, weight: str) -> str:
    """What the rings are drawn in; kroner are of projects alone, for no other budget is tied to a region."""
    return {
        "antall": w("Tiltak"),
        "timer": w("Timer"),
        "kroner": w(
            "Kroner i prosjektenes budsjetter, vår del, og ikke avsatte kroner som på andre sider: Andre rammer er "
            "ikke fordelt på regioner"
        ),
    }[weight]


def ring_leader(w: Words, sums: Mapping[str, float], records: Mapping[str, int]) -> str:
    """The ring where most is, when one stands out; ``records`` are the involvements behind the sums."""
    if not sum(sums.values()):
        return w("Ingen tiltak i disse områdene")
    found, both, total = standing(sums, records), tops(sums, records), sum(records.values())
    names = {ring: w.choice("ring", ring) for ring in sums}
    within = {ring: name[:1].lower() + name[1:] if " " in name else name for ring, name in names.items()}
    if found.leader is not None:
        return w("{name} er størst", name=names[found.leader])
    if both is not None:
        return w("Mest er i {names}", names=w.join([within[ring] for ring in both]))
    even, plain = evenly(w, found, within), w.n("Ett tiltak med kjent region", "{Count} tiltak med kjent region", total)
    return w("{total}, flest{even}", total=plain, even=even) if even else plain


def unplaced_title(w: Words, missing: int) -> str:
    """How many involvements are tied to no region."""
    if not missing:
        return w("Alle tiltak er knyttet til en region")
    return w.n("Ett tiltak er ikke knyttet til en region", "{Count} tiltak er ikke knyttet til en region", missing)
