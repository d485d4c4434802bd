"""The words of the lists: what each kind is, what a list holds, how it is ordered, what a column sums to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from akint_dash.domain.schema import Column, Kind
from akint_dash.measures.lists import DERIVED, TOLD, Listed, Sum
from akint_dash.text.record import KINDS, LABELS, exact, whole
from akint_dash.text.words import Words, inside

WHAT: Final[Mapping[str, str]] = {
    "project": "Prosjekter fylkeskommunen leder, er med i eller har søkt støtte til",
    "project_step": "Når prosjektene fikk de ulike statusene, fra idé til fullført",
    "funding": "Hvem som betaler hva i et prosjekt, i penger eller timer",
    "result": "Hva som er annerledes etter et prosjekt eller en aktivitet",
    "call": "Utlysninger av midler fra EU, Norden og andre",
    "call_deadline": "Fristene i utlysningene, med trinn og søknadsrunder",
    "dossier": "Saker i EU som fylkeskommunen følger eller har fulgt",
    "dossier_deadline": "Fylkeskommunens egne frister i EU-sakene",
    "organisation": "Nettverk og organisasjoner vi samarbeider med",
    "post": "Verv fylkeskommunen har i organisasjoner",
    "membership": "Fylkeskommunens medlemskap i organisasjoner",
    "membership_fee": "Hva medlemskapene koster, år for år",
    "activity": "Møter, innspill, kurs, besøk, bistand og veiledning",
    "attendance": "Hvor mange deltakelser det var, fra hvilken målgruppe",
    "cooperation": "Samarbeid med én region i et annet land",
    "need": "Hva en region har meldt at den trenger",
    "offer": "Hva et rådsområde kan bidra med",
    "budget": "Midler og årsverk som er satt av og brukt, per virkemiddel og år",
    "fund": "Nasjonale, regionale og lokale utviklingsmidler, år for år",
    "actor": "Virksomheter utenfor fylkeskommunen",
    "participation": "Eksterne aktørers deltakelse i internasjonale prosjekter",
    "target": "Tall fylkeskommunen måler seg mot",
    "remark": "Fylkeskommunens egne forklaringer på tall",
    "area_statement": "Rådsområders begrunnelser for at et virkemiddel ikke er aktuelt",
    "area": "Rådsområdene, også de som er lagt ned",
    "theme": "Oppgavene fylkeskommunen har, delt i temaer",
    "instrument": "Strategiens fire virkemidler",
    "plan": "Regionale planer",
    "goal": "Målene i planene",
    "programme": "Programmer som gir støtte",
    "region": "Regioner i andre land",
    "municipality": "Kommuner, også de som er slått sammen",
    "rate": "Årets gjennomsnittskurs, som beløp regnes om med",
    "area_theme": "Hvilket rådsområde som har ansvar for hvilke temaer",
}
"""entity -> what one finds in its list."""

OWN: Final[Mapping[str, str]] = {
    "navn": "Navn",
    "kode": "Referanse",
    "status": "Status",
    "state": "Tilstand",
    "deadline": "Frist",
    "fee": "Siste kontingent",
    "fee_year": "Kontingent for år",
    "people": "Deltakelser",
    "participations": "Prosjektdeltakelser",
    "support_nok": "Støtte utenfra",
    "part_nok": "Støtte, rådsområdets del",
    "decided_on": "Avgjort",
}
"""What the columns are called that a list has beside those of the record."""


def label(entity: str, column: Column) -> str:
    """What a column is called, as a message of the catalogue."""
    if _is_own(entity, column):
        return OWN[column.name]
    return LABELS[column.heading]


def _is_own(entity: str, column: Column) -> bool:
    """Whether a list has it beside the columns of the record."""
    return column.name in {one.name for one in (*TOLD, *DERIVED.get(entity, ()))}


def said_label(w: Words, entity: str, column: Column) -> str:
    """What a column is called in the page's language."""
    if _is_own(entity, column):
        return w(OWN[column.name])
    return w(LABELS[column.heading])


def what(w: Words, entity: str) -> str:
    """What one finds in the list of a kind."""
    return w(WHAT[entity])


def title(w: Words, entity: str, found: Listed, *, staff: bool) -> str:
    """How many records a list holds, of how many there are to see."""
    kinds, n = w(KINDS[entity]), len(found.codes)
    if not found.of:
        return w("{kinds}: ingen registrert", kinds=kinds) if staff else w("{kinds}: ingen åpne", kinds=kinds)
    if n == found.of:
        return w("{kinds}: {n}", kinds=kinds, n=w.number(n))
    if not n:
        return w("{kinds}: ingen av {of}", kinds=kinds, of=w.number(found.of))
    return w("{kinds}: {n} av {of}", kinds=kinds, n=w.number(n), of=w.number(found.of))


def order(w: Words, labels: Sequence[tuple[str, bool]]) -> str:
    """What a list is ordered by."""
    if not labels:
        return w("Sortert etter referanse.")
    names = [w("{name}, synkende", name=inside(name)) if down else inside(name) for name, down in labels]
    return w("Sortert etter {names}; det som mangler, står sist.", names=w("så").join(f" {n} " for n in names).strip())


def undated(w: Words, n: int) -> str:
    """How many a period leaves out because nobody has said when they were; "" where none are."""
    return w.n("Én uten dato er ikke med.", "{n} uten dato er ikke med.", n) if n else ""


def amount(w: Words, column: Column, value: float, unit: str) -> str:
    """A sum or a cell to its last unit."""
    return whole(w, int(value), unit) if column.kind is Kind.MONEY else exact(w, value)


def summed(w: Words, entity: str, column: Column, found: Sum) -> str:
    """What a column sums to, or how many hold anything."""
    name = said_label(w, entity, column)
    lacking = _lacking(w, found)
    if not found.known and not found.partly:
        return w("{name}: alle mangler", name=name) if found.of else w("{name}: ingen verdier", name=name)
    if found.parts:
        told = w.join([amount(w, column, value, unit) for unit, value in found.parts])
        values = {"name": name, "sum": told, "known": w.number(found.known), "lacking": lacking}
        if found.known == found.of:
            return w("Sum av «{name}»: {sum}", **values)
        return w("Sum av «{name}»: minst {sum}; {lacking}", **values)
    if found.known == found.of:
        return w("{name}: {n} verdier", name=name, n=w.number(found.known))
    return w("{name}: {n} verdier; {lacking}", name=name, n=w.number(found.known), lacking=lacking)


def _lacking(w: Words, found: Sum) -> str:
    if found.partly:
        return w.n("én mangler helt eller delvis", "{count} mangler helt eller delvis", found.of - found.known)
    return w.n("én mangler", "{count} mangler", found.of - found.known)


def plainly(value: float | Decimal, *, comma: bool) -> str:
    """A number as a spreadsheet takes it from the clipboard: no thousands, the decimal sign of its language."""
    text = f"{value:f}" if isinstance(value, Decimal) else f"{value:.15g}"
    return text.replace(".", ",") if comma else text
