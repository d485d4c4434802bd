"""The quality of the data in words: what each rule looks for, what it makes unsure, and what the page says of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from akint_dash.domain.history import Values
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.lacks import LACKS
from akint_dash.measures.quality_rules import EVERY, HOLES, MUST, SETTLE, SHOULD
from akint_dash.text.holes import hole_effect
from akint_dash.text.record import kinds, label
from akint_dash.text.words import Words, capital, inside

NAMES: Final = {
    "backwards": "Slutt før start",
    "budget_twice": "Samme ramme registrert to ganger",
    "own_reconstruction": "Egne penger registrert til gjenoppbygging",
    "shared_out": "Fordeling mellom rådsområder på mer enn 100 %",
    "currency": "Beløp uten valuta",
    "part_over_whole": "Prosjekter der vår del er større enn konsortiets sum",
    "over_and_running": "Prosjekter som er over, men ikke avsluttet",
    "answered_first": "Søknader avgjort før de ble sendt",
    "agreement_over": "Avtaler som har gått ut, men fortsatt er i bruk",
    "closed_area": "Åpne saker hos et rådsområde som er nedlagt",
    "due_owner": "Frister der ansvarlig seksjon ikke er registrert",
    "quiet_agreement": "Avtaler uten aktivitet de siste tolv månedene",
    "area_means": "Rådsområder der avsatte midler i {year} ikke er registrert",
    "unanswered": "Søknader uten svar etter ett år",
    "twins": "Registreringer som ser like ut",
    "owner_mail": "Ansvarlige seksjoner der e-post ikke er registrert",
    "evidence": "Resultater der dokumentasjonen ikke er registrert",
    "english": "Tekster uten engelsk",
    "exemption": "Interne registreringer der hjemmelen ikke er registrert",
    "amount": "Innvilgede prosjekter uten fullt beløp",
    "rate": "Innvilgede prosjekter uten valutakurs",
    "own_amount": "Egne penger eller timer uten beløp",
    "stepless": "Prosjekter uten status",
    "undated": "Prosjekter uten både status og start",
    "notice": "Medlemskap der siste dag for å si opp ikke er registrert",
    "silent_area": "Rådsområder som ikke har registrert tiltak i {year}",
    "fund_absent": "Rådsområder med utviklingsmidler bare i noen av årene",
    "used_fte": "Rammer der brukte årsverk i {year} ikke er registrert",
    "used_nok": "Rammer der brukt beløp i {year} ikke er registrert",
    "planned_fte": "Rammer der avsatte årsverk i {year} ikke er registrert",
    "planned_nok": "Rammer der avsatt beløp i {year} ikke er registrert",
    "decided_by": "Rammer der vedtaket for {year} ikke er registrert",
    "goal": "Prosjekter som ikke er knyttet til et mål",
    "fee": "Medlemskap der kontingenten for {year} ikke er registrert",
    "fee_rate": "Kontingenter uten valutakurs",
    "hours": "Gjennomførte aktiviteter der timer ikke er registrert",
    "people": "Kompetanseheving der antall deltakelser ikke er registrert",
    "level": "Kompetanseheving der nivået ikke er registrert",
    "sphere": "Møter og innspill som verken er registrert som politiske eller administrative",
    "outcome": "Innspill og høringssvar der utfallet ikke er registrert",
    "addressee": "Innspill og høringssvar der mottakeren ikke er registrert",
    "eea": "EU-saker der EØS-relevans ikke er vurdert",
    "waiting_amount": "Prosjekter på vei uten fullt beløp",
    "waiting_rate": "Prosjekter på vei uten valutakurs",
    "own_hours": "Prosjekter der egne timer ikke er registrert",
    "project_budget": "Prosjekter der budsjettet ikke er registrert",
    "period": "Innvilgede prosjekter der start eller slutt ikke er registrert",
    "fte": "Innvilgede prosjekter der årsverk ikke er registrert",
    "origin": "Prosjekter der opphavet ikke er registrert",
    "programme": "Prosjekter der programmet ikke er registrert",
    "reason": "Avslag der begrunnelsen ikke er registrert",
    "application_hours": "Avslag der brukte timer ikke er registrert",
    "fund": "Utviklingsmidler uten beløp",
    "participation_date": "Prosjektdeltakelser uten start eller slutt",
    "participation_amount": "Prosjektdeltakelser uten beløp",
    "participation_rate": "Prosjektdeltakelser uten valutakurs",
    "sector": "Eksterne aktører uten sektor",
    "place": "Eksterne aktører uten kommune",
}
"""Rule -> what it finds."""
EFFECTS: Final = {
    "backwards": "Hvilke år registreringen hører til",
    "budget_twice": "Hvor mye som er satt av: Det samme telles to ganger",
    "own_reconstruction": "Om strategien følges: Akershus kan ikke bidra økonomisk til gjenoppbyggingen",
    "shared_out": "Hva hvert rådsområde har: Delene blir mer enn helheten",
    "currency": "Hva beløpet er verdt i kroner",
    "part_over_whole": "Hvor stor vår del av prosjektet er",
    "over_and_running": "Hvor mange prosjekter som pågår",
    "answered_first": "Når søknadene ble avgjort",
    "agreement_over": "Hvilke avtaler som gjelder",
    "closed_area": "Hvem som er ansvarlig nå",
    "due_owner": "Hvem som skal møte fristen",
    "quiet_agreement": "Om avtalen er i bruk",
    "area_means": "Hva rådsområdet har å arbeide med",
    "unanswered": "Om søknaden fortsatt venter på svar",
    "twins": "Hvor mange vi har: Det samme kan være registrert to ganger",
    "owner_mail": "Hvem som kan svare på spørsmål",
    "evidence": "Om resultatet kan dokumenteres",
    "english": "Hva de som leser engelsk, får vite",
    "exemption": "Hvorfor registreringen ikke er åpen for alle",
}
"""Rule that is no kind of hole -> the answer that it makes unsure."""
FIELDS: Final = {
    "over_and_running": "Status som avslutter prosjektet",
    "answered_first": "Datoene for status",
    "unanswered": "Svar på søknaden",
    "area_means": "Avsatte midler",
    "amount": "Beløp i finansieringen",
    "waiting_amount": "Beløp i finansieringen",
    "own_amount": "Beløp for egne penger eller timer",
    "own_hours": "Timer i finansieringen",
    "silent_area": "Tiltak",
    "fund_absent": "Utviklingsmidler i noen av årene",
    "fee": "Kontingent for {year}",
    "people": "Antall deltakelser",
    "reason": "Begrunnelse for avslaget",
}
"""Rule of what stands beside the record, which may well have some of it -> what of it is to be filled."""


MOST_NAMED: Final = 3


def name(w: Words, rule: str, day: date | None) -> str:
    """What a rule finds on a ``day``; of a year that is another on each day looked at without it."""
    lack = LACKS.get(rule)
    year = w("året før") if lack and lack.over else w("året")
    if day:
        year = str(lack.year(day) if lack else day.year)
    return w(NAMES[rule], year=year)


def effect(w: Words, rule: str) -> str:
    """The answer that it makes unsure."""
    return w(EFFECTS[rule]) if rule in EFFECTS else hole_effect(w, rule)


def severity(w: Words, rule: str) -> str:
    """How much it matters."""
    return {MUST: w("Må rettes"), SETTLE: w("Må avklares"), SHOULD: w("Bør rettes")}[EVERY[rule].severity]


def field_said(w: Words, rule: str, field: str, *, filled: bool, order: bool) -> str:
    """What is wrong with a field; ``order``: as what to do with it, for those alone who may change it here."""
    if EVERY[rule].severity == SETTLE:
        said = w("Kontroller: {field}") if order else w("Gjelder: {field}")
    elif filled:
        said = w("Rett: {field}") if order else w("Feil i: {field}")
    else:
        said = w("Fyll ut: {field}") if order else w("Mangler: {field}")
    return said.format(field=field)


def field(w: Words, rule: str, entity: str, values: Values, year: int) -> str:
    """What is to be filled in of a record: the column, what of the records beside it, or their kind."""
    if rule in FIELDS:
        return w(FIELDS[rule], year=year)
    column = EVERY[rule].column(entity, values)
    return label(w, entity, column) if column in ENTITIES[entity].by_name else kinds(w, column)


def refs(rule: str) -> tuple[str, ...]:
    """The rows of the strategy that it touches."""
    return LACKS[rule].rows if rule in LACKS else EVERY[rule].rows


def owner(w: Words, said: str) -> str:
    """The section that is responsible; that none is recorded."""
    return said or w("ansvarlig seksjon mangler")


def faults(w: Words, n: int) -> str:
    """So many of what the rules find."""
    return w.n("1 feil eller mangel", "{n} feil og mangler", n)


def title(w: Words, n: int, records: int, must: int, *, absent: int = 0, every: bool = True) -> str:
    """How many the rules find, in how many records, and how many of them come first; whose they are is no finding.
    ``absent`` of them are in no record. ``every``: all the rules are asked."""
    what = w.n("Én feil eller mangel", "{n} feil og mangler", n)
    where = w.n("i én registrering", "i {n} registreringer", records)
    first = w("ingenting må rettes nå") if every else w("ingenting av det som er kontrollert, må rettes nå")
    if must:
        first = w.n("{n} må rettes først", "{n} må rettes først", must)
    if not absent:
        return f"{what} {where}; {first}"
    if absent == n:
        return f"{what}; {first}"
    return w("{what}, {n} av dem {where}; {first}", what=what, n=w.number(n - absent), where=where, first=first)


def in_no_record(w: Words, n: int, absent: int, frames: int) -> str:
    """How many of ``n`` are of ``frames`` that nobody recorded; "" where none is."""
    if not absent:
        return ""
    few, several = w.alike(absent, frames)
    of = w.n("en ramme som ikke er registrert", "{several} rammer som ikke er registrert", frames, several=several)
    if absent == n:
        return w.n("Den gjelder {of}.", "Alle gjelder {of}.", n, of=of)
    return capital(w("{few} av dem gjelder {of}.", few=few, of=of))


def none(w: Words) -> str:
    """That no rule finds anything."""
    return w("Kontrollene viser ingen feil eller mangler")


def not_asked(w: Words) -> str:
    """That the one rule asked for is not tried on old data: what it would find is not known."""
    return w("Ikke kontrollert, for dataene er for gamle")


def nothing(w: Words) -> str:
    """That there is nothing to try the rules on."""
    return w("Ingenting er registrert ennå; det er ingenting å kontrollere")


def severities(w: Words, must: int, settle: int, should: int) -> str:
    """How many there are of each; of what is to be settled only where there is any."""
    first, last, between = w.alike(must, should, settle)
    if settle:
        told = w("{must} må rettes, {settle} må avklares, og {should} bør rettes.")
    else:
        told = w("{must} må rettes, og {should} bør rettes.")
    return capital(told.format(must=first, settle=between, should=last))


def severities_say(w: Words, *, settle: bool) -> str:
    """What the degrees of the rules mean; of what is to be settled only where a rule of it found any."""
    said = [w("Det som må rettes, er feil eller kan gjøre at vi taper penger eller ikke når en frist.")]
    if settle:
        said.append(w("Det som må avklares, kan være i strid med strategien."))
    return " ".join([*said, w("Resten bør rettes.")])


def gaps(w: Words, n: int, whole: int, kinds: int) -> str:
    """How many of the whole make answers unsure, which the overview counts by kind; "" where none do. The others may be
    missing too: no answer rests on them."""
    if not n:
        return ""
    one, many = (
        "Én av de {whole} er med på oversikten, samlet i {of}.",
        "{n} av de {whole} er med på oversikten, samlet i {of}.",
    )
    of = w.n("1 slag", "{n} slag", kinds)
    if n == whole:
        return w("Alle er med på oversikten, samlet i {of}.", of=of)
    return w.n(one, many, n, whole=w.number(whole), of=of)


def tried(w: Words, n: int) -> list[str]:
    """How many rules were tried, where it is not the one asked for."""
    return [w("{n} kontroller er gjort.", n=w.number(n))] if n > 1 else []


def old(w: Words, year: int) -> str:
    """That the rules of the year are not asked."""
    return w("Dataene er for gamle til å kontrollere det som gjelder {year}.", year=year)


def areas_title(w: Words, areas: int, with_some: int, first: str, n: int, narrowed: bool) -> str:
    """How many areas have any; of one area, how many. None is ranked before others."""
    if narrowed or areas == 1:
        return w("Hos {area}: {faults}", area=first, faults=faults(w, n))
    if with_some == areas:
        return w("Feil og mangler hos {every} rådsområdene", every=w.every_one(areas))
    return w("Feil og mangler hos {part} rådsområder", part=w.told_part(with_some, areas, neuter=True))


def of_none(w: Words, shared: int, theirs: int, area: str) -> str:
    """How many of an area's are of what belongs to no area."""
    if not shared:
        return ""
    some, every = w.alike(shared, theirs)
    return w(
        "Av de {every} hos {area} gjelder {some} det som ikke hører til noe rådsområde, for eksempel eksterne aktører.",
        every=every,
        area=area,
        some=some,
    )


def rules_title(w: Words, found: int, tried: int, first: Sequence[str], n: int) -> str:
    """How many rules find anything, and which (``first``: all that do) find most; of more than three none is named."""
    if tried == 1:
        return w("«{rule}»: {n}", rule=first[0], n=w.number(n))
    values = {"tried": w.number(tried), "times": w.number(n)}
    if found == 1:
        return w("Én av {tried} kontroller viser feil eller mangler: «{rule}» ({times})", rule=first[0], **values)
    told = w("{n} av {tried} kontroller viser feil eller mangler", n=w.number(found), **values)
    if len(first) > MOST_NAMED:
        return told
    if len(first) == 1:
        return w("{told}; flest gjelder «{rule}» ({times})", told=told, rule=first[0], **values)
    rules = w.join([w.quoted(rule) for rule in first])
    return w("{told}; flest gjelder {rules} ({times} hver)", told=told, rules=rules, **values)


def course_title(w: Words, now: int, then: int, day: date | None) -> str:
    """How many there are now, and how many there were on the first day looked at."""
    told = capital(faults(w, now))
    if day is None:
        return w("{faults}; ingen eldre tall å sammenligne med", faults=told)
    return w("{faults}, mot {then} per {day}", faults=told, then=w.number(then), day=w.date(day))


def line(w: Words, now: int, then: int, day: date | None = None) -> str:
    """The same of one rule, short; ``day`` is the first looked at, where there were more or fewer in between."""
    if now == then and day:
        return w("{now}, som {day}", now=w.number(now), day=w.date(day))
    if now == then:
        return w("{now}, som før", now=w.number(now))
    return w("fra {then} til {now}", then=w.number(then), now=w.number(now))


def left_out(w: Words, n: int, year: int) -> str:
    """That so many rules of the year are not tried, and are left out of every day; nothing where all are."""
    one, many = (
        "Én kontroll av det som gjelder {year}, er ikke gjort nå og er ikke med for noen dag.",
        "{Count} kontroller av det som gjelder {year}, er ikke gjort nå og er ikke med for noen dag.",
    )
    return w.n(one, many, n, year=year) if n else ""


def course_say(w: Words, day: date) -> str:
    """Between which days, and as known when."""
    return w(
        "Fra {day} til {today}, slik dataene var kjent etter siste oppdatering i hver måned.",
        day=w.date(day),
        today=inside(w.today_mark()),
    )


def records_title(w: Words, must: int, should: int) -> str:
    """What to begin with."""
    if must:
        return w.n("Én må rettes først", "{n} må rettes først", must)
    return w.n("Ingenting må rettes nå; én bør", "Ingenting må rettes nå; {n} bør", should)


def is_hole(rule: str) -> bool:
    """Whether the overview counts it as a kind of what is missing."""
    return rule in HOLES
