"""The words of a record's sheet: what its kind and its columns are called, amounts and numbers to the last sign."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.record import Kroner, Place
from akint_dash.text.dates import NBSP
from akint_dash.text.money import UNITS
from akint_dash.text.words import Words, as_excel

KIND: Final[Mapping[str, str]] = {
    "area": "Rådsområde",
    "theme": "Tema",
    "instrument": "Virkemiddel",
    "plan": "Plan",
    "goal": "Mål",
    "programme": "Program",
    "region": "Region",
    "municipality": "Kommune",
    "rate": "Valutakurs",
    "area_theme": "Rådsområdets tema",
    "project": "Prosjekt",
    "project_step": "Prosjektstatus",
    "funding": "Finansieringspost",
    "result": "Resultat",
    "call": "Utlysning",
    "call_deadline": "Søknadsfrist",
    "dossier": "EU-sak",
    "dossier_deadline": "Frist i EU-sak",
    "organisation": "Organisasjon",
    "post": "Verv",
    "membership": "Medlemskap",
    "membership_fee": "Kontingent",
    "activity": "Aktivitet",
    "attendance": "Deltakelse i kompetanseheving",
    "cooperation": "Bilateralt samarbeid med en region",
    "need": "Behov",
    "offer": "Kompetanse vi kan tilby",
    "budget": "Ramme",
    "fund": "Utviklingsmidler",
    "actor": "Ekstern aktør",
    "participation": "Prosjektdeltakelse",
    "target": "Måltall",
    "remark": "Forklaring",
    "area_statement": "Ikke aktuelt",
}
"""entity -> what one record of it is called."""

KINDS: Final[Mapping[str, str]] = {
    "area": "Rådsområder",
    "theme": "Temaer",
    "instrument": "Virkemidler",
    "plan": "Planer",
    "goal": "Mål",
    "programme": "Programmer",
    "region": "Regioner",
    "municipality": "Kommuner",
    "rate": "Valutakurser",
    "area_theme": "Rådsområdenes temaer",
    "project": "Prosjekter",
    "project_step": "Prosjektstatus",
    "funding": "Finansiering",
    "result": "Resultater",
    "call": "Utlysninger",
    "call_deadline": "Søknadsfrister",
    "dossier": "EU-saker",
    "dossier_deadline": "Frister i EU-saker",
    "organisation": "Organisasjoner",
    "post": "Verv",
    "membership": "Våre medlemskap",
    "membership_fee": "Kontingenter",
    "activity": "Aktiviteter",
    "attendance": "Deltakelser i kompetanseheving",
    "cooperation": "Bilaterale samarbeid",
    "need": "Behov",
    "offer": "Kompetanse vi kan tilby",
    "budget": "Rammer",
    "fund": "Utviklingsmidler",
    "actor": "Eksterne aktører",
    "participation": "Prosjektdeltakelser",
    "target": "Våre måltall",
    "remark": "Forklaringer",
    "area_statement": "Ikke aktuelt",
}
"""entity -> what several records of it are called."""

LABELS: Final[Mapping[str, str]] = {
    "Navn": "Navn",
    "Kort navn": "Kort navn",
    "Gjelder fra år": "Gjelder fra år",
    "Gjelder til og med år": "Gjelder til og med år",
    "Erstattet av": "Erstattet av",
    "Postkasse": "Postkasse",
    "Merknad": "Merknad",
    "Kilde": "Kilde",
    "Plan": "Plan",
    "Del av": "Del av",
    "Periode fra": "Periode fra",
    "Periode til": "Periode til",
    "Etterfølger": "Etterfølger",
    "Nivå": "Nivå",
    "Norge deltar": "Norge deltar",
    "Hvorfor": "Om Norges deltakelse",
    "Valuta": "Valuta",
    "Støtteandel, prosent": "Støtteandel, prosent",
    "Dager før frist: politisk vedtak": "Dager før frist: politisk vedtak",
    "Dager før frist: partnerbrev": "Dager før frist: partnerbrev",
    "Dager før frist: egenandel": "Dager før frist: egenandel",
    "Id i EU-portalen": "Id i EU-portalen",
    "Land": "Land",
    "Område": "Område",
    "NUTS": "Kode i EUs regioninndeling (NUTS)",
    "Lengdegrad": "Lengdegrad",
    "Breddegrad": "Breddegrad",
    "Fylke": "Fylke",
    "År": "År",
    "Norske kroner for én": "Norske kroner per enhet",
    "Rådsområde": "Rådsområde",
    "Tema": "Tema",
    "Tittel": "Tittel",
    "Sammendrag": "Sammendrag",
    "Vår rolle": "Vår rolle",
    "Opphav": "Hvem tok initiativet",
    "Program": "Program",
    "Utlysning": "Utlysning",
    "Budsjett, vår del": "Budsjett, vår del",
    "Konsortiets sum": "Samlet budsjett for alle partnerne",
    "Start": "Start",
    "Slutt": "Slutt",
    "Timer brukt på søknaden": "Timer brukt på søknaden",
    "Årsverk i prosjektet": "Årsverk i prosjektet",
    "Nettadresse": "Nettadresse",
    "Mål": "Mål",
    "Temaer": "Temaer",
    "Partnerregioner": "Regioner med prosjektpartnere",
    "Partnere": "Partnere",
    "Kom fra medlemskap i": "Kom i stand gjennom medlemskap",
    "Eksterne aktører": "Eksterne aktører",
    "Kommuner": "Kommuner",
    "Ansvarlig rådsområde": "Ansvarlig rådsområde",
    "Deltakende rådsområder": "Deltakende rådsområder",
    "Ansvarlig seksjon": "Ansvarlig seksjon",
    "E-post til ansvarlig": "E-post til ansvarlig",
    "Saksnummer": "Saksnummer",
    "Synlighet": "Synlighet",
    "Hjemmel": "Hjemmel",
    "Prosjekt": "Prosjekt",
    "Status": "Status",
    "Dato": "Dato",
    "Begrunnelse": "Begrunnelse",
    "Begrunnelse med ord": "Begrunnelse med ord",
    "Penger eller timer": "Penger eller timer",
    "Hvem betaler": "Hvem betaler",
    "Beløp": "Beløp",
    "Timer": "Timer",
    "Formål": "Formål",
    "Type": "Type",
    "Hva er annerledes": "Hva er endret",
    "Indikator": "Indikator",
    "Verdi": "Verdi",
    "Enhet": "Enhet",
    "Dokumentasjon": "Dokumentasjon",
    "Aktivitet": "Aktivitet",
    "Identifikator": "Kildens referanse",
    "Program etter kilden": "Program etter kilden",
    "Åpner": "Åpner",
    "Budsjett": "Budsjett",
    "Beskrivelse": "Beskrivelse",
    "Bekreftet for rådsområder": "Bekreftet for rådsområder",
    "Avvist for rådsområder": "Avvist for rådsområder",
    "Begrunnelser for bekreftet og avvist": "Begrunnelser for bekreftet og avvist",
    "Tidspunkt (UTC)": "Tidspunkt",
    "Dag": "Dag",
    "Trinn": "Trinn",
    "Søknadsrunde": "Søknadsrunde",
    "CELEX": "Nummer i EUs lovdatabase (CELEX)",
    "COM-nummer": "Kommisjonens forslag (COM)",
    "Prosedyre": "Nummer på lovprosessen i EU",
    "Stadium": "Stadium",
    "Fulgt fra": "Fulgt siden",
    "EØS": "EØS-relevans",
    "Vårt standpunkt": "Vårt standpunkt",
    "Sak": "Sak",
    "Hva": "Hva fristen gjelder",
    "Fullt navn": "Fullt navn",
    "Medlemsregioner": "Medlemsregioner",
    "Organisasjon": "Organisasjon",
    "Verv": "Verv",
    "Politisk eller administrativt": "Politisk eller administrativt",
    "Fra": "Fra",
    "Til": "Til",
    "Person": "Person",
    "Si opp senest": "Siste dag for å si opp",
    "Medlemskap": "Medlemskap",
    "Til dato": "Til dato",
    "Strategisk eller operativt": "Strategisk eller operativt",
    "Virkemiddel": "Virkemiddel",
    "Mottaker": "Mottaker",
    "Mottakers navn": "Mottakers navn",
    "Kanal": "Kanal",
    "Utfall": "Utfall",
    "Vedtatt mål som fremmes": "Vedtatt mål som fremmes",
    "Vedtak som fremmes": "Vedtak som fremmes",
    "Støtte bedt om": "Bistand bedt om",
    "Støtte gitt": "Bistand gitt",
    "EU-sak": "EU-sak",
    "Bilateralt samarbeid": "Bilateralt samarbeid med en region",
    "Organisasjoner": "Organisasjoner",
    "Regioner": "Regioner",
    "Prosjekter": "Prosjekter",
    "Målgruppe": "Målgruppe",
    "Antall personer": "Deltakelser",
    "Kommune": "Kommune",
    "Region": "Region",
    "Samarbeid fra": "Samarbeid fra",
    "Avtale fra": "Avtale fra",
    "Avtale til": "Avtale til",
    "Hva samarbeidet gjelder": "Hva samarbeidet gjelder",
    "Behov": "Behov",
    "Meldt": "Meldt",
    "Kompetanse": "Kompetanse",
    "Avsatt, kroner": "Avsatt, kroner",
    "Brukt, kroner": "Brukt, kroner",
    "Avsatte årsverk": "Avsatte årsverk",
    "Brukte årsverk": "Brukte årsverk",
    "Vedtatt av": "Vedtatt av",
    "Vedtatt": "Vedtatt",
    "Ordning": "Ordning",
    "Beløp, kroner": "Beløp, kroner",
    "Organisasjonsnummer": "Organisasjonsnummer",
    "Sektor": "Sektor",
    "Sektor etter kilden": "Sektor etter kilden",
    "Kommune etter kilden": "Kommune etter kilden",
    "Aktør": "Aktør",
    "Prosjektnummer": "Prosjektnummer",
    "Kortnavn": "Kortnavn",
    "Vårt prosjekt": "Vårt prosjekt",
    "Rolle": "Rolle",
    "Støtte": "Støtte",
    "Mål for": "Mål for",
    "Forklaring": "Forklaring",
    "Gjelder post": "Gjelder post",
    "Gjelder mål": "Gjelder mål",
    "Gjelder år": "Gjelder år",
}
"""A column's heading in the workbook -> what it is called on a sheet, where it stands without its neighbours."""

SOURCES: Final[Mapping[str, str]] = {
    "area": "Forslag som fylkeskommunen kan rette",
    "area_theme": "Forslag som fylkeskommunen kan rette",
    "theme": "Forslag som fylkeskommunen kan rette",
    "programme": "EU-kommisjonens portal, regjeringen.no og programmenes egne opplysninger",
    "region": "Den internasjonale standarden for land og regioner (ISO 3166) og EUs regioninndeling (NUTS)",
    "municipality": "Statistisk sentralbyrå og Kartverket",
}
"""Lists of ours -> where they come from, for guests; what staff read of each entry is how it was checked."""

OUTSIDE: Final[Mapping[str, str]] = {"source_refs": "Nøkkel hos kilden", "demonstration": "Demonstrasjonsdata"}
"""What a record holds beside the columns of its kind."""


def kind(w: Words, entity: str) -> str:
    """What one record of an entity is called."""
    return w(KIND[entity])


def source(w: Words, entity: str) -> str:
    """Where a list of ours comes from; "" where each record says it itself."""
    return w(SOURCES[entity]) if entity in SOURCES else ""


def kind_inside(w: Words, entity: str) -> str:
    """As :func:`kind`, inside a sentence: a small letter first, but «EU-sak» keeps its own."""
    said = kind(w, entity)
    first = said.split(" ", 1)[0].split("-", 1)[0]
    return said if first.isupper() else said[:1].lower() + said[1:]


def kinds(w: Words, entity: str) -> str:
    """What several records of an entity are called."""
    return w(KINDS[entity])


def label(w: Words, entity: str, name: str) -> str:
    """What a column is called on a sheet."""
    columns = ENTITIES[entity].by_name
    if name not in columns:
        return w(OUTSIDE.get(name) or "Opphørt felt")
    if name.endswith("_en") and (base := twin(entity, name)):
        return w("{label}, på engelsk", label=label(w, entity, base))
    return w(LABELS[columns[name].heading])


def twin(entity: str, name: str) -> str:
    """The Norwegian column of an English one; "" where there is none."""
    columns, base = ENTITIES[entity].by_name, name.removesuffix("_en")
    return next((other for other in (base, f"{base}_nb") if other in columns and other != name), "")


def english(entity: str, name: str) -> str:
    """The English column beside a Norwegian one; "" where there is none."""
    beside = f"{name.removesuffix('_nb')}_en"
    return beside if beside in ENTITIES[entity].by_name and beside != name else ""


def whole(w: Words, minor: int, currency: str) -> str:
    """An amount to its last unit: ``2 425 200 euro``, with cents only where it has some."""
    number = w.number(Decimal(minor) / 100, 2 if minor % 100 else 0)
    return NBSP.join([number, UNITS.get(currency, currency)] if w.language == "nb" else [currency, number])


def exact(w: Words, value: float) -> str:
    """A number with all the decimals that it has."""
    plain = as_excel(value)
    return w.number(plain, max(0, -int(plain.normalize().as_tuple().exponent)))


def in_kroner(w: Words, one: Kroner | None) -> str:
    """What an amount of another currency is in kroner, at which rate of which year."""
    if one is None:
        return w("valutakurs mangler")
    values = {"amount": w.money(one.ore), "rate": w.rate(one.rate), "year": one.year}
    if one.provisional:
        return w("{amount} med foreløpig kurs fra {year}: {rate} kr", **values)
    return w("{amount} med kursen for {year}: {rate} kr", **values)


def funding(w: Words, level: str, form: str, payer: str) -> str:
    """What a line of a project's funding is called: where the money comes from, or whose hours they are; the level of
    our own only where it is not the county's."""
    if form == "hours":
        said = w("Andres egne timer") if payer == "others" else w("Fylkeskommunens egne timer")
    elif payer == "own":
        said = w("Fylkeskommunens egne penger")
    else:
        return {
            "eu": w("Penger fra EU"),
            "nordic": w("Penger fra nordiske ordninger"),
            "national": w("Penger fra nasjonale ordninger"),
            "regional": w("Penger fra regionale ordninger"),
            "local": w("Penger fra lokale ordninger"),
        }[level]
    return said if level == "regional" else f"{said} ({w.choice('level', level).lower()})"


def place(w: Words, one: Place, *, chosen: bool, listed: bool = False) -> str:
    """Where a record stands among those of its kind, or of the list that it was opened from."""
    values = {"place": w.number(one.place), "of": w.number(one.of)}
    if listed:
        return w("Nummer {place} av {of} i listen du kom fra", **values)
    return w("Nummer {place} av {of} med disse filtrene", **values) if chosen else w("Nummer {place} av {of}", **values)


def not_told(w: Words, labels: list[str], *, staff: bool) -> str:
    """What a record says nothing of; to a stranger it may be there and not be open, so that is all that is said."""
    if not labels:
        return ""
    names = "; ".join(labels)
    return (
        w("Ikke registrert: {names}.", names=names)
        if staff
        else w("Ikke offentlig eller ikke registrert: {names}.", names=names)
    )
