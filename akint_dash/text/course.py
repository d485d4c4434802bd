"""The rule of each row of the strategy in words, what it asks for, and what it found."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from akint_dash.measures.course import HOLDS, MISSING, WEAK, Verdict
from akint_dash.measures.frame import Frame
from akint_dash.text.frame import in_year
from akint_dash.text.words import Words, capital

TOPICS: Final[Mapping[str, str]] = {
    "S1": "registrerte resultater",
    "S2": "aktørene i prosjekter",
    "S3": "den internasjonale andelen av midlene",
    "S4": "vekten på Europa",
    "S5": "mål uten tiltak",
    "S6": "aktiviteten i rådsområdene",
    "S7": "bruken av midlene",
    "S8": "bistanden til rådsområdene",
    "S9": "innsatsen i medlemskapene",
    "S10": "vedtakene om rammene",
    "S11": "innvilgede søknader",
    "S12": "registrert finansiering av prosjektene",
    "S13": "prosjektenes tilknytning til mål",
    "S14": "veiledningen",
    "S15": "standpunktene i EU-saker",
    "S16": "grunnlaget for innspillene",
    "S17": "utbyttet av medlemskapene",
    "S18": "målgruppene",
    "S19": "veksten i tiltak",
    "S20": "kontakten med samarbeidsregionene",
    "S21": "felles nettverk",
    "S22": "egne penger til gjenoppbygging i Ukraina",
    "S23": "måltallene",
}
"""What each row is about, in two or three words, to name it inside a sentence."""

RULES: Final[Mapping[str, str]] = {
    "S1": "Minst åtte av ti fullførte prosjekter har et registrert resultat",
    "S2": "Minst like mange aktører i Akershus deltar i prosjekter som på samme tid året før",
    "S3": "Den internasjonale andelen av utviklingsmidlene er minst like høy som året før",
    "S4": "Minst halvparten av tiltakene med kjent region er i Norden, Ukraina eller resten av Europa",
    "S5": "Alle mål i de regionale planene har minst ett tiltak",
    "S6": "Alle rådsområder har tiltak i løpet av året, eller har meldt at det ikke er aktuelt",
    "S7": "Minst ni tideler av midlene som var satt av det siste hele året, ble brukt",
    "S8": "Minst ni av ti henvendelser om bistand er besvart",
    "S9": "Vi har hatt verv eller vært i møte i løpet av året i minst halvparten av medlemskapene",
    "S10": "Alle årets rammer er registrert, med hvem som har vedtatt dem",
    "S11": "Minst én av tre avgjorte søknader er innvilget; er færre enn fem avgjort, vurderes ikke punktet",
    "S12": "Alle innvilgede prosjekter har hele finansieringen registrert",
    "S13": "Minst ni av ti prosjekter er knyttet til et vedtatt mål",
    "S14": "Minst like mange aktører har fått veiledning som på samme tid året før",
    "S15": "Minst halvparten av de åpne EØS-relevante sakene har et standpunkt",
    "S16": "Minst tre av fire innspill er knyttet til et vedtatt mål eller vedtak",
    "S17": "Noe er registrert for hvert medlemskap vi betaler for: verv, møte, innspill, kurs, prosjekt eller EU-sak",
    "S18": "Alle målgruppene er nådd i løpet av året",
    "S19": "Minst like mange tiltak som på samme tid året før",
    "S20": "Det har vært kontakt det siste året i alle samarbeid vi har eller vurderer",
    "S21": "Vi har felles nettverk eller prosjekt med minst halvparten av samarbeidsregionene",
    "S22": "Ingen ukrainsk region vi samarbeider med, får penger til gjenoppbygging fra fylkeskommunen",
    "S23": "Minst halvparten av måltallene som kan måles for det siste hele året, ble nådd",
}

COUNTED: Final[Mapping[str, str]] = {
    "S1": "fullførte prosjekter",
    "S4": "tiltak",
    "S5": "mål",
    "S6": "rådsområder",
    "S8": "henvendelser",
    "S9": "medlemskap",
    "S10": "rammer",
    "S11": "søknader",
    "S12": "prosjekter",
    "S13": "prosjekter",
    "S15": "saker",
    "S16": "innspill",
    "S18": "målgrupper",
    "S20": "samarbeid",
    "S21": "regioner",
    "S23": "måltall som kan måles",
}
"""What the base of a row is made of."""


def rule(w: Words, row: str) -> str:
    """The rule that decides the row."""
    return w(RULES[row])


def topic(w: Words, row: str) -> str:
    """What the row is about, inside a sentence."""
    return w(TOPICS[row])


def least_of(verdict: Verdict) -> float:
    """The least value with which the rule holds, as the value is told: of a count, a whole number."""
    exact = verdict.least * (verdict.base or 0)
    return math.ceil(exact - 1e-9) if verdict.kind in ("part", "than") else exact


def demand(w: Words, verdict: Verdict) -> str:
    """The least that the rule asks for, in the unit of what was found: 'grensen er 52'; nothing where nothing was."""
    if verdict.base is None:
        return ""
    if verdict.row == "S22":
        return w("grensen er 0 regioner")
    least = least_of(verdict)
    match verdict.kind:
        case "share":
            shown = w.percent(least)
        case "money":
            shown = w.percent(verdict.least)
        case "part" if least == verdict.base > 1:
            return w("grensen er alle {least}", least=w.number(least))
        case _:
            shown = w.number(least)
    return w("grensen er {least}", least=shown)


def found(w: Words, verdict: Verdict) -> str:
    """What the rule looked at: '8 av 9', '41 per 30.10.2026, mot 40 per 30.10.2025'; that the numbers lack.

    A row that speaks of a year says which: its own, or the last whole one where the rule asks for that.
    """
    shown = verdict.frame
    if verdict.value is None or verdict.base is None:
        if verdict.old:
            return w("dataene er for gamle")
        if verdict.row == "S1" and verdict.empty:
            return w("ingen prosjekter er registrert som fullført")
        return (
            w("beløp mangler for ett av årene eller begge, så andelene kan ikke sammenlignes")
            if verdict.kind == "share"
            else w("tallene mangler")
        )
    if verdict.row == "S22":
        return _rebuilt(w, round(verdict.base - verdict.value), round(verdict.base))
    if shown is not None and verdict.kind in ("than", "share"):
        return _compared(w, verdict, verdict.value, verdict.base, shown)
    said = _numbers(w, verdict, verdict.value, verdict.base)
    if verdict.row == "S17":  # what lacks its fee is not among those we pay for, nor known not to be
        return w("{part} medlemskap med kjent kontingent", part=said)
    if shown is None:
        return said
    return f"{said} {_when(w, verdict, shown)}"


def _rebuilt(w: Words, paid: int, regions: int) -> str:
    """In how many of the regions we work with money for rebuilding is recorded, which the strategy says none has."""
    if not paid:
        return w("Ingen penger til gjenoppbygging er registrert fra fylkeskommunen")
    words = "For {part} regioner er det registrert penger til gjenoppbygging fra fylkeskommunen"
    return w.n(words, words, paid, part=w.told_part(paid, regions))


def _compared(w: Words, verdict: Verdict, value: float, base: float, shown: Frame) -> str:
    """A year's number, and that of the year before: each with its day, or its year."""
    days = shown.until, shown.before
    if verdict.kind == "than" and shown.so_far and days[0] and days[1]:
        now, then = (w("per {day}", day=w.date(day)) for day in days if day)
    else:
        now, then = in_year(w, shown), w("i {year}", year=shown.year - 1)
    one, many = ("{n} tiltak", "{n} tiltak") if verdict.row == "S19" else ("{n} aktør", "{n} aktører")
    few = w.percent(value) if verdict.kind == "share" else w.n(one, many, round(value))
    rest = w.percent(base) if verdict.kind == "share" else w.number(base)
    return w("{now} {when}, mot {before} {then}", now=few, when=now, before=rest, then=then)


LAST_YEAR: Final = frozenset({"S20"})
"""Rows judged by the twelve months before the data's day."""


def _when(w: Words, verdict: Verdict, shown: Frame) -> str:
    if verdict.row in LAST_YEAR:
        return w("det siste året per {day}", day=w.date(shown.data_day))
    if verdict.year == shown.year:
        return in_year(w, shown)
    return w("i {year}, det siste hele året", year=verdict.year)


def _numbers(w: Words, verdict: Verdict, value: float, base: float) -> str:
    match verdict.kind:
        case "part":
            part, noun = w.part(round(value), round(base)), COUNTED.get(verdict.row)
            return w("{part} {noun}", part=part, noun=w(noun)) if noun else part
        case "than":
            one, many = ("{n} tiltak", "{n} tiltak") if verdict.row == "S19" else ("{n} aktør", "{n} aktører")
            return w("{now} mot {before}", now=w.n(one, many, round(value)), before=w.number(base))
        case "share":
            return w("{now} mot {before}", now=w.percent(value), before=w.percent(base))
        case _:
            return w("{share} av {money}", share=w.percent(value / base), money=w.money(base))


def headline(w: Words, some: list[Verdict]) -> str:
    """How many of the rows are not on course; where none is weak, how many are."""
    weak = sum(v.state == WEAK for v in some)
    words = "{part} punkter i strategien er ikke i rute"
    return w.n(words, words, weak, part=w.part(weak, len(some))) if weak else title(w, some)


def group(w: Words, state: str, n: int, rows: int) -> str:
    """What stands over the rows of a state: how many they are, of all."""
    if state == MISSING:
        return w.n("Ett punkt kan ikke vurderes", "{Count} punkter kan ikke vurderes", n)
    part = capital(w.told_part(n, rows, neuter=True))
    weak, held = "{part} punkter er ikke i rute", "{part} punkter er i rute"
    return w.n(weak, weak, n, part=part) if state == WEAK else w.n(held, held, n, part=part)


def title(w: Words, some: list[Verdict]) -> str:
    """How many rows are on course, of all, and how many cannot be judged."""
    count = {state: sum(v.state == state for v in some) for state in (HOLDS, WEAK, MISSING)}
    if not count[HOLDS] + count[WEAK]:
        return w("Ingen av strategiens punkter kan vurderes med dagens data")
    said = w("{part} punkter i strategien er i rute", part=w.part(count[HOLDS], len(some)))
    if count[MISSING]:
        said += w.n("; ett kan ikke vurderes", "; {count} kan ikke vurderes", count[MISSING],
                    count=w.count(count[MISSING]))  # fmt: skip
    return said
