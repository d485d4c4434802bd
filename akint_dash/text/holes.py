"""What we do not know, in words: what it is, and the answer that it makes unsure. Nobody is blamed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akint_dash.measures.holes import Hole
from akint_dash.text.missing import foreign
from akint_dash.text.words import Words, capital

Names = dict[str, str]


def hole_words(w: Words, hole: Hole, names: Names, year: int) -> str:
    """What we do not know."""
    area = names.get(hole.owners[0][0], "") if hole.owners else ""
    values = {
        "part": w.part(hole.n, hole.base),
        "year": hole.years[0] if hole.years else year,
        "area": area,
        "amounts": foreign(w, hole.amounts),
        "years": w.years(*hole.years) if hole.years else "",
    }
    if hole.n == hole.base > 2 and hole.kind != "goal":  # "alle er ikke" is read as "not all"
        values["part"] = w("alle {n}", n=w.number(hole.n))  # in digits, as the parts beside it
    said = {
        "silent_area": w("{area} har ikke registrert tiltak i {year}"),
        "stepless": w("Status mangler for {part} prosjekter"),
        "undated": w("{part} prosjekter har verken status eller start og hører ikke til noe år"),
        "period": w("Start eller slutt mangler for {part} innvilgede prosjekter"),
        "amount": w("{part} innvilgede prosjekter mangler beløp, helt eller delvis"),
        "rate": w("Valutakurs mangler for {part} innvilgede prosjekter ({amounts})"),
        "waiting_amount": w("{part} prosjekter på vei mangler beløp, helt eller delvis"),
        "waiting_rate": w("Valutakurs mangler for {part} prosjekter på vei ({amounts})"),
        "own_amount": w("Egne penger eller timer mangler beløp for {part} innvilgede prosjekter"),
        "project_budget": w("Budsjett mangler for {part} prosjekter"),
        "own_hours": w("Egne timer mangler for {part} prosjekter med timer i finansieringen"),
        "fte": w("Årsverk mangler for {part} innvilgede prosjekter"),
        "application_hours": w("Brukte timer mangler for {part} avslåtte søknader"),
        "reason": w("Begrunnelsen mangler for {part} avslåtte søknader"),
        "goal": w("{part} prosjekter er ikke knyttet til et mål"),
        "origin": w("Hvem som tok initiativet, mangler for {part} prosjekter"),
        "programme": w("Program mangler for {part} prosjekter"),
        "hours": w("Timer mangler for {part} gjennomførte aktiviteter"),
        "people": w("Antall deltakelser mangler for {part} tiltak i kompetanseheving"),
        "level": w("Nivå mangler for {part} tiltak i kompetanseheving"),
        "sphere": w("Om det er politisk eller administrativt, mangler for {part} nettverksmøter og innspill"),
        "outcome": w("Utfall mangler for {part} innspill og høringssvar"),
        "addressee": w("Mottaker mangler for {part} innspill og høringssvar"),
        "eea": w("EØS-vurdering mangler for {part} EU-saker"),
        "planned_nok": w("Avsatt beløp i {year} mangler for {part} rammer"),
        "used_nok": w("Brukt beløp i {year} mangler for {part} rammer"),
        "planned_fte": w("Avsatte årsverk i {year} mangler for {part} rammer"),
        "used_fte": w("Brukte årsverk i {year} mangler for {part} rammer"),
        "decided_by": w("Opplysning om hvem som har fattet vedtaket, mangler for {part} rammer i {year}"),
        "fund": w("Beløp mangler for {part} registrerte poster med utviklingsmidler"),
        "fund_absent": w(
            "{part} rådsområder har registrert nasjonale, regionale eller lokale midler bare i noen av årene {years}"
        ),
        "fee": w("Kontingenten for {year} mangler for {part} medlemskap"),
        "fee_rate": w("Valutakurs mangler for kontingenten i {year} for {part} medlemskap ({amounts})"),
        "notice": w("Siste dag for å si opp mangler for {part} medlemskap"),
        "participation_date": w(
            "Start eller slutt mangler for {part} registrerte prosjektdeltakelser, i og utenfor Akershus"
        ),
        "participation_amount": w("Beløp mangler for {part} registrerte prosjektdeltakelser, i og utenfor Akershus"),
        "participation_rate": w(
            "Valutakurs mangler for {part} registrerte prosjektdeltakelser, i og utenfor Akershus ({amounts})"
        ),
        "sector": w("Sektor mangler for {part} eksterne aktører"),
        "place": w("Kommune mangler for {part} eksterne aktører"),
    }[hole.kind].format(**values)
    if hole.n == hole.base > 2 and hole.kind == "decided_by":
        words = "Opplysning om hvem som har fattet vedtaket, mangler for alle {n} rammer i {year}"
        said = w(words, n=w.number(hole.n), year=values["year"])
    if hole.n == hole.base == 1 and hole.kind == "notice":
        said = w("Siste dag for å si opp mangler for det eneste medlemskapet")
    if hole.n == hole.base == 1 and hole.kind == "fee":
        said = w("Kontingenten for {year} mangler for det eneste medlemskapet", year=year)
    if hole.n == hole.base == 1 and hole.kind == "fund_absent":
        said = w("Nasjonale, regionale eller lokale midler er registrert bare i noen av årene {years}", **values)
    return capital(said)


MEANS: Final = ("planned_nok", "used_nok", "planned_fte", "used_fte", "decided_by")
"""The kinds that count allocations."""


def holes_say(w: Words, found: Sequence[Hole], old: int | None = None) -> str:
    """How what is not known is shown, and what an allocation is where any hole counts them; ``old``: the year of which
    old data lack nothing, for nothing of it is counted.
    """
    said = [w("Det som mangler, vises som «mangler», aldri som null.")]
    if any(hole.kind in MEANS for hole in found):
        said.append(
            w(
                "En ramme er det et rådsområde har satt av til ett virkemiddel i ett år. Den telles "
                "også når tallene mangler."
            )
        )
    if old is not None:
        said.append(not_counted(w, old))
    return " ".join(said)


def not_counted(w: Words, year: int) -> str:
    """That what is missing of a year stands beside numbers and is not counted, for the data are old."""
    return w("Dataene er for gamle til å telle det som mangler for {year}.", year=year)


def hole_effect(w: Words, kind: str) -> str:
    """The answer that it makes unsure."""
    success, won = w("Hvor langt prosjektene er kommet"), w("Hvor mye vi har fått innvilget")
    means, others = w("Om avsatte ressurser blir brukt"), w("Hvem som er med utenfor fylkeskommunen")
    return {
        "silent_area": w("Hvordan arbeidet fordeler seg, og hvem som er aktive"),
        "stepless": success,
        "undated": w("Hvor mange prosjekter vi har, år for år"),
        "period": w("Hva som faller bort når prosjekter slutter"),
        "amount": won,
        "rate": won,
        "waiting_amount": w("Hvor mye vi kan få innvilget"),
        "waiting_rate": w("Hvor mye vi kan få innvilget"),
        "own_amount": w("Støtte utenfra for hver krone vi selv legger inn"),
        "project_budget": w("Fordelingen i kroner"),
        "own_hours": w("Fordelingen i timer"),
        "fte": w("Hva som faller bort når prosjekter slutter"),
        "application_hours": w("Hvor mange timer de avslåtte søknadene tok"),
        "reason": w("Hvorfor søknader ble avslått"),
        "goal": w("Hvilke mål som ikke er knyttet til tiltak"),
        "origin": w("Om egne satsinger blir innvilget"),
        "programme": w("Hvilke programmer vi bruker"),
        "hours": w("Fordelingen i timer"),
        "people": w("Hvor mange som har deltatt"),
        "level": w("Om kompetansehevingen er strategisk"),
        "sphere": w("Hvem som deltar i nettverkene"),
        "outcome": w("Om innspillene blir tatt til følge"),
        "addressee": w("Hvem innspillene går til"),
        "eea": w("Hvilke EU-saker som gjelder oss"),
        "planned_nok": means,
        "used_nok": means,
        "planned_fte": means,
        "used_fte": means,
        "decided_by": w("Om ressursene er satt av i et vedtak"),
        "fund": w("Hvor mye av utviklingsmidlene som er internasjonale"),
        "fund_absent": w("Hvor mye av utviklingsmidlene som er internasjonale"),
        "fee": w("Hva medlemskapene koster, sammenlignet med det de har gitt"),
        "fee_rate": w("Hva medlemskapene koster, sammenlignet med det de har gitt"),
        "notice": w("Når vi må ta stilling til medlemskapet"),
        "participation_date": others,
        "participation_amount": w("Hvor mye støtte fra EU som kommer til Akershus"),
        "participation_rate": w("Hvor mye støtte fra EU som kommer til Akershus"),
        "sector": others,
        "place": others,
    }[kind]
