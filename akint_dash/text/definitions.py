"""What each measure means and which year a number belongs to: one table, printed on the page of definitions."""

from __future__ import annotations

from dataclasses import dataclass

from akint_dash.text.words import Words


@dataclass(frozen=True, slots=True)
class Definition:
    """One measure: its name, what it counts, and the year its numbers belong to."""

    name: str
    meaning: str
    year: str


def counted_words(w: Words) -> str:
    """What counts as an involvement, in one line: by number all weigh the same."""
    return w(
        "Ett tiltak er et prosjekt, en EU-sak, en aktivitet eller et samarbeid; en henvendelse teller like mye som et "
        "prosjekt. Velg timer eller kroner for størrelsen."
    )


def definitions(w: Words) -> list[Definition]:
    """Every definition, in the order of the strategy. The rules are those of MODEL.md."""
    return [
        Definition(
            w("Tiltak"),
            w(
                "Et prosjekt, en EU-sak, en aktivitet eller et bilateralt samarbeid. Teller én gang, på ansvarlig rådsområde, lite eller stort: timer og kroner sier størrelsen."
            ),
            w(
                "Prosjekt: året for første steg, ellers start. EU-sak: året vi begynte å følge den. Aktivitet: dagen den ble holdt. Samarbeid: året det begynte. Det som er datert etter dataenes egen dag, var planlagt og telles ikke."
            ),
        ),
        Definition(
            w("Virkemiddel"),
            w(
                "Prosjekter, bistand og veiledning er prosjektutvikling. Nettverksmøter, innspill, høringssvar og EU-saker er politikkoppfølging. Kurs, seminarer, studiebesøk og erfaringsutveksling er kompetanseheving. Samarbeid, delegasjoner og kontakt er bilateralt samarbeid. Unntak står på aktiviteten."
            ),
            w("Som tiltaket."),
        ),
        Definition(
            w("Vekt i timer og kroner"),
            w(
                "Timer er registrerte timer på aktiviteter og egne timer i prosjekter. Kroner er det rådsområdene har satt av til hvert virkemiddel, for prosjekter alene har egne budsjetter."
            ),
            w("Som tiltaket."),
        ),
        Definition(
            w("Innvilget støtte"),
            w(
                "Penger fra andre på innvilgede, pågående og fullførte prosjekter, fylkeskommunens del. Konsortiets sum regnes aldri med."
            ),
            w(
                "Vedtaksåret. Valuta regnes om med årets gjennomsnittskurs; mangler den, brukes siste kjente før året som foreløpig kurs. Finnes ingen før det, mangler kursen, og beløpet regnes ikke med."
            ),
        ),
        Definition(
            w("Andel innvilget"),
            w("Innvilgede av avgjorte søknader. Søknader som venter, regnes ikke med, men antallet oppgis."),
            w("Vedtaksåret."),
        ),
        Definition(
            w("Internasjonal andel av utviklingsmidler"),
            w(
                "Penger fra EU og nordiske ordninger på innvilgede, pågående og fullførte prosjekter, delt på disse og de nasjonale, regionale og lokale utviklingsmidlene."
            ),
            w("Fordelt jevnt over prosjektets måneder; utviklingsmidlene på sitt budsjettår."),
        ),
        Definition(
            w("Ekstern deltakelse"),
            w(
                "En virksomhet i et internasjonalt finansiert prosjekt, slik kilden registrerer den. Ukjent kommune eller program beholdes med kildens egen tekst."
            ),
            w(
                "Hvert år fra start til slutt. Støtten er hele beløpet til deltakelser som løper i perioden, med startårets kurs; uten en kurs for det eller et tidligere år mangler kursen."
            ),
        ),
        Definition(
            w("Frist"),
            w(
                "Søknadsfrister for utlysninger vi sikter mot eller har bekreftet, frister i EU-saker og avtaler som går ut. En frist uten klokkeslett er en dag."
            ),
            w("Fristens dag, norsk tid."),
        ),
        Definition(
            w("Endret siden"),
            w("Det som er lest inn etter en dag: når vi visste det, ikke når det skjedde."),
            w("Dagen det ble lest inn."),
        ),
        Definition(
            w("Mangler, null og ikke aktuelt"),
            w(
                "Det som mangler, er skravert og har en ansvarlig. Null er null. En strek betyr at rådsområdet har meldt at virkemidlet ikke er aktuelt, med begrunnelse."
            ),
            w("–"),
        ),
    ]
