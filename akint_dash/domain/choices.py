"""Closed vocabularies: each choice has a code (stored), a bokmål word (shown first) and an English word.

The workbook offers the bokmål words in drop-downs. It reads the code, the bokmål or the English word in any case and
gender, and the other words of :mod:`akint_dash.domain.synonyms`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

Choice = Mapping[str, tuple[str, str]]


def _choice(**words: tuple[str, str]) -> Choice:
    return MappingProxyType(dict(words))


CHOICES: Final[Mapping[str, Choice]] = MappingProxyType(
    {
        "visibility": _choice(public=("Offentlig", "Public"), internal=("Intern", "Internal")),
        "status": _choice(
            idea=("Idé", "Idea"),
            developing=("Under utvikling", "In preparation"),
            submitted=("Søknad sendt", "Submitted"),
            granted=("Innvilget", "Granted"),
            running=("Pågår", "Ongoing"),
            completed=("Fullført", "Completed"),
            rejected=("Avslått", "Rejected"),
            withdrawn=("Trukket", "Withdrawn"),
        ),
        "refusal_reason": _choice(
            competition=("For stor konkurranse", "Too much competition"),
            quality=("Kvaliteten på søknaden", "Quality of the application"),
            relevance=("Passet ikke utlysningen", "Not in line with the call"),
            partnership=("Partnerskapet", "Composition of the consortium"),
            budget=("Budsjettet", "The budget"),
            formal=("Formelle krav", "Formal requirements"),
            other=("Annet", "Other"),
        ),
        "course": _choice(
            holds=("I rute", "On track"),
            weak=("Ikke i rute", "Not on track"),
            missing=("Kan ikke vurderes", "Cannot be assessed"),
        ),
        "course_unit": _choice(
            part=("antall", "number"),
            than=("antall, mot året før", "number, against the year before"),
            share=("%", "%"),
            money=("mill. kr", "NOK million"),
            without=(
                "antall regioner uten penger til gjenoppbygging",
                "number of regions without money for reconstruction",
            ),
        ),
        "decision_kind": _choice(
            application=("Søknadsfrist", "Application deadline"),
            decision=("Vedtak om å søke", "Decision to apply"),
            contribution=("Vedtak om egenandel", "Decision on our own contribution"),
            partner=("Partnerbrev", "Letter of commitment"),
            dossier=("Frist i EU-sak", "Deadline in an EU dossier"),
            agreement=("Avtale går ut", "Agreement expiry"),
            membership=("Siste dag for å si opp", "Withdrawal deadline"),
        ),
        "due_state": _choice(  # of any kind: an agreement that ends is not met
            can=("I tide", "In time"),
            urgent=("I tide, men haster", "In time, but urgent"),
            lost=("For sent", "Too late"),
        ),
        "call_reach": _choice(
            can=("Kan nås", "Can be met"),
            urgent=("Kan nås, men haster", "Can be met, but urgent"),
            lost=("Kan ikke nås", "Cannot be met"),
        ),
        "project_role": _choice(
            lead=("Prosjekteier", "Lead partner"),
            partner=("Partner", "Project partner"),
            associated=("Assosiert partner", "Associated partner"),
            supporter=("Støttespiller", "Supporter"),
        ),
        "origin": _choice(own=("Egen satsing", "County-led"), invited=("Invitert inn", "By invitation")),
        "level": _choice(
            eu=("EU", "EU"),
            nordic=("Nordisk", "Nordic"),
            national=("Nasjonalt", "National"),
            regional=("Regionalt", "Regional"),
            local=("Lokalt", "Local"),
        ),
        "funding_form": _choice(cash=("Penger", "Cash"), hours=("Egne timer", "Own hours")),
        "funding_owner": _choice(own=("Fylkeskommunen", "The county authority"), others=("Andre", "Others")),
        "purpose": _choice(
            ordinary=("Ordinært", "Ordinary"),
            travel=("Reise", "Travel"),
            reconstruction=("Gjenoppbygging", "Reconstruction"),
        ),
        "result_kind": _choice(
            service=("Bedre tjeneste", "Better service"),
            method=("Ny metode", "New method"),
            policy=("Endret politikk", "Changed policy"),
            competence=("Ny kompetanse", "New skills"),
            investment=("Investering", "Investment"),
            network=("Nytt samarbeid", "New partnership"),
        ),
        "call_kind": _choice(
            topic=("Utlysning", "Call"),
            cascade_call=("Utlysning fra et EU-prosjekt", "Call from an EU-funded project"),
        ),
        "call_state": _choice(
            open=("åpen", "open"),
            closing=("stenger snart", "closing soon"),
            forthcoming=("kommer", "forthcoming"),
            closed=("stengt", "closed"),
            undated=("frist mangler", "no deadline recorded"),
        ),
        "dossier_stage": _choice(
            planned=("Varslet", "Announced"),
            consultation=("Høring", "Consultation"),
            proposal=("Forslag", "Proposal"),
            negotiation=("Forhandling", "Negotiation"),
            adopted=("Vedtatt i EU", "Adopted in the EU"),
            eea=("EØS-vurdering", "EEA/EFTA assessment"),
            implementation=("Gjennomføring i Norge", "Implementation in Norway"),
            closed=("Avsluttet", "Closed"),
        ),
        "eea_relevance": _choice(
            relevant=("EØS-relevant", "EEA-relevant"),
            possible=("Kan være EØS-relevant", "Possibly EEA-relevant"),
            not_relevant=("Ikke EØS-relevant", "Not EEA-relevant"),
        ),
        "organisation_kind": _choice(
            network=("Nettverk", "Network"),
            organisation=("Organisasjon", "Organisation"),
            alliance=("Samarbeidsallianse", "Alliance"),
            office=("Representasjonskontor", "Representation office"),
            partner=("Prosjektpartner", "Project partner"),
        ),
        "sphere": _choice(political=("Politisk", "Political"), administrative=("Administrativt", "Administrative")),
        "activity_kind": _choice(
            network_meeting=("Nettverksmøte", "Network meeting"),
            advocacy=("Innspill", "Submission"),
            hearing=("Høringssvar", "Consultation response"),
            course=("Kurs", "Course"),
            seminar=("Seminar", "Seminar"),
            study_visit=("Studiebesøk", "Study visit"),
            exchange=("Erfaringsutveksling", "Exchange of experience"),
            delegation_in=("Delegasjon inn", "Incoming delegation"),
            delegation_out=("Delegasjon ut", "Outgoing delegation"),
            contact=("Kontakt", "Contact"),
            support=(
                "Bistand fra Fylkesrådslederens kontor",
                "Assistance from the Office of the Head of the County Executive Board",
            ),
            guidance=("Veiledning til eksterne", "Guidance to external organisations"),
        ),
        "activity_level": _choice(strategic=("Strategisk", "Strategic"), operative=("Operativt", "Operational")),
        "addressee_kind": _choice(eu=("EU", "EU"), national=("Nasjonale myndigheter", "National authorities")),
        "channel": _choice(
            written=("Skriftlig innspill", "In writing"),
            meeting=("Møte", "Meeting"),
            network=("Gjennom nettverk", "Through a network"),
            conference=("Konferanse", "Conference"),
            delegation=("Delegasjon", "Delegation"),
        ),
        "outcome": _choice(
            adopted=("Helt tatt til følge", "Accepted in full"),
            partly=("Delvis tatt til følge", "Accepted in part"),
            not_adopted=("Ikke tatt til følge", "Not accepted"),
            pending=("Venter på svar", "Pending"),
        ),
        "audience": _choice(
            county_cabinet=("Fylkesrådet", "County Executive Board"),
            politicians=("Folkevalgte", "Elected representatives"),
            administration=("Administrasjonen", "Administration"),
            municipalities=("Kommuner", "Municipalities"),
            business=("Næringsliv", "Business"),
            academia=("Forskning og høyere utdanning", "Research and higher education"),
            civil_society=("Sivilsamfunn", "Civil society"),
        ),
        "cooperation_status": _choice(
            exploring=("Undersøkes", "Exploring"),
            dialogue=("Dialog", "Dialogue"),
            agreement=("Avtale inngått", "Agreement signed"),
            active=("Avtale i bruk", "Agreement active"),
            dormant=("På vent", "Dormant"),
            ended=("Avsluttet", "Ended"),
        ),
        "ring": _choice(
            norden=("Norden", "The Nordic countries"),
            europe=("Resten av Europa", "The rest of Europe"),
            ukraine=("Ukraina", "Ukraine"),
            other=("Resten av verden", "The rest of the world"),
        ),
        "sector": _choice(
            business=("Næringsliv", "Business"),
            research=("Forskningsinstitutt", "Research institute"),
            university=("Universitet og høgskole", "Higher education institution"),
            public=("Offentlig sektor", "Public sector"),
            health=("Helseforetak", "Health trust"),
            civil_society=("Sivilsamfunn", "Civil society"),
            other=("Annet", "Other"),
        ),
        "participation_role": _choice(
            coordinator=("Koordinator", "Coordinator"),
            participant=("Deltaker", "Participant"),
            third_party=("Tredjepart", "Third party"),
            associated=("Assosiert partner", "Associated partner"),
        ),
        "participates": _choice(yes=("Ja", "Yes"), partly=("Delvis", "Partly"), no=("Nei", "No")),
        "measure": _choice(
            involvements=("Antall tiltak", "Number of initiatives"),
            external_nok=("Innvilget støtte, kroner", "Funding granted, NOK"),
            participants=("Deltakelser i kompetanseheving", "Attendances in capacity building"),
            partners=("Bilaterale samarbeid med avtale", "Bilateral partnerships with an agreement"),
            projects_granted=("Innvilgede prosjekter", "Granted projects"),
            international_share=(
                "Internasjonal andel av utviklingsmidler",
                "International share of development funding",
            ),
            results=("Registrerte resultater", "Recorded results"),
        ),
    }
)


DERIVED: Final = frozenset({"call_reach", "call_state", "course", "course_unit", "decision_kind", "due_state"})
"""Vocabularies of what measures say; no column holds them."""


def word(choice: str, code: str, language: str) -> str:
    """The word for ``code`` of the vocabulary ``choice`` in ``language`` (``nb`` or ``en``).

    Raises:
        KeyError: the vocabulary or the code is unknown.
    """
    norwegian, english = CHOICES[choice][code]
    return norwegian if language == "nb" else english
