"""What we do not know, in words: what it is, and the answer that it makes unsure. Nobody is blamed."""

from __future__ import annotations

from akint_dash.measures.holes import Hole
from akint_dash.text.missing import foreign
from akint_dash.text.words import Words

Names = dict[str, str]


def hole_words(w: Words, hole: Hole, names: Names, year: int) -> str:
    """What we do not know."""
    area = names.get(hole.owners[0][0], "") if hole.owners else ""
    values = {"part": w.part(hole.n, hole.base), "year": year, "area": area, "amounts": foreign(w, hole.amounts)}
    return {
        "silent_area": w("{area} har ikke registrert tiltak i {year}"),
        "stepless": w("Steg mangler for {part} prosjekter"),
        "undated": w("{part} prosjekter har verken steg eller start og ligger ikke i noe år"),
        "period": w("Start eller slutt mangler for {part} innvilgede prosjekter"),
        "amount": w("{part} innvilgede prosjekter mangler beløp, helt eller delvis"),
        "rate": w("Kurs mangler for {part} innvilgede prosjekter: {amounts}"),
        "waiting_amount": w("{part} prosjekter på vei mangler beløp, helt eller delvis"),
        "waiting_rate": w("Kurs mangler for {part} prosjekter på vei: {amounts}"),
        "own_amount": w("Egne penger eller timer mangler beløp for {part} innvilgede prosjekter"),
        "project_budget": w("Budsjett mangler for {part} prosjekter"),
        "own_hours": w("Egne timer mangler for {part} prosjekter med timer i finansieringen"),
        "fte": w("Årsverk mangler for {part} innvilgede prosjekter"),
        "application_hours": w("Timer brukt på søknaden mangler for {part} avslåtte prosjekter"),
        "reason": w("Begrunnelsen mangler for {part} avslåtte prosjekter"),
        "goal": w("{part} prosjekter er ikke knyttet til et mål"),
        "origin": w("Opphav mangler for {part} prosjekter"),
        "programme": w("Program mangler for {part} prosjekter"),
        "hours": w("Timer mangler på {part} aktiviteter"),
        "people": w("Antall deltakere mangler for {part} tiltak i kompetanseheving"),
        "level": w("Nivå mangler for {part} tiltak i kompetanseheving"),
        "sphere": w("Om det er politisk eller administrativt, mangler for {part} nettverksmøter og innspill"),
        "outcome": w("Utfall mangler for {part} innspill og høringssvar"),
        "addressee": w("Mottaker mangler for {part} innspill og høringssvar"),
        "eea": w("EØS-vurdering mangler for {part} EU-saker"),
        "planned_nok": w("Avsatte kroner i {year} mangler for {part} rammer"),
        "used_nok": w("Brukte kroner i {year} mangler for {part} rammer"),
        "planned_fte": w("Avsatte årsverk i {year} mangler for {part} rammer"),
        "used_fte": w("Brukte årsverk i {year} mangler for {part} rammer"),
        "decided_by": w("Hvem som vedtok, mangler for {part} rammer i {year}"),
        "fund": w("Beløp mangler for {part} rammer med utviklingsmidler"),
        "fee": w("Kontingenten for {year} mangler for {part} medlemskap"),
        "fee_rate": w("Kurs mangler for kontingenten i {year} for {part} medlemskap: {amounts}"),
        "notice": w("Siste dag for å si opp mangler for {part} medlemskap"),
        "participation_date": w("Start eller slutt mangler for {part} eksterne deltakelser"),
        "participation_amount": w("Beløp mangler for {part} eksterne deltakelser"),
        "participation_rate": w("Kurs mangler for {part} eksterne deltakelser: {amounts}"),
        "sector": w("Sektor mangler for {part} eksterne aktører"),
        "place": w("Kommune mangler for {part} eksterne aktører"),
    }[hole.kind].format(**values)


def hole_effect(w: Words, kind: str) -> str:
    """The answer that it makes unsure."""
    success, won = w("Hvor langt prosjektene er kommet"), w("Hvor mye vi har fått innvilget")
    means, others = w("Om avsatte ressurser blir brukt"), w("Hvem som er med utenfor fylkeskommunen")
    return {
        "silent_area": w("Vekting og hvem som er aktive"),
        "stepless": success,
        "undated": w("Hvor mange prosjekter vi har, år for år"),
        "period": w("Hva som faller bort når prosjekter slutter"),
        "amount": won,
        "rate": won,
        "waiting_amount": w("Hvor mye vi kan få innvilget"),
        "waiting_rate": w("Hvor mye vi kan få innvilget"),
        "own_amount": w("Penger utenfra for hver egen krone"),
        "project_budget": w("Vekting etter kroner"),
        "own_hours": w("Vekting etter timer"),
        "fte": w("Hva som faller bort når prosjekter slutter"),
        "application_hours": w("Hva avslagene kostet"),
        "reason": w("Hvorfor søknader ble avslått"),
        "goal": w("Hvilke mål som ikke er knyttet til tiltak"),
        "origin": w("Om egne satsinger når fram"),
        "programme": w("Hvilke programmer vi bruker"),
        "hours": w("Vekting etter timer"),
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
        "fee": w("Om medlemskapet er verdt prisen"),
        "fee_rate": w("Om medlemskapet er verdt prisen"),
        "notice": w("Når medlemskapet må avgjøres"),
        "participation_date": others,
        "participation_amount": w("Hvor mye EU-støtte som kommer til Akershus"),
        "participation_rate": w("Hvor mye EU-støtte som kommer til Akershus"),
        "sector": others,
        "place": others,
    }[kind]
