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
        "Et tiltak er et prosjekt, en EU-sak, en aktivitet eller et bilateralt samarbeid. En henvendelse om bistand er "
        "en aktivitet og teller like mye som et prosjekt. Velg timer eller kroner for å se størrelsen."
    )


def definitions(w: Words) -> list[Definition]:
    """Every definition, in the order of the strategy. The rules are those of MODEL.md."""
    return [
        Definition(
            w("Tiltak"),
            w(
                "Et prosjekt, en EU-sak, en aktivitet eller et bilateralt samarbeid. Teller én gang, på ansvarlig rådsområde, uansett størrelse. Timer og kroner viser størrelsen."
            ),
            w(
                "Prosjekt: året for første registrerte status, ellers start. EU-sak: året vi begynte å følge den. Aktivitet: dagen den ble holdt. Samarbeid: året det begynte. Tiltak med dato etter den siste dagen i dataene er bare planlagt og telles ikke."
            ),
        ),
        Definition(
            w("Måned"),
            w(
                "Filteret på måned velger tiltakene som begynte eller ble holdt i måneden. Timer og kroner deles ikke på måneder: De gjelder hele tiltaket i årene som vises. Tiltak uten dato er utenfor, og ingenting sammenlignes med året før."
            ),
            w("Samme dag som tiltaket telles på. Måneden velges sammen med året, for eksempel mars 2026."),
        ),
        Definition(
            w("Virkemiddel"),
            w(
                "Prosjekter, bistand og veiledning er prosjektutvikling. Nettverksmøter, innspill, høringssvar og EU-saker er politikkoppfølging. Kurs, seminarer, studiebesøk og erfaringsutveksling er kompetanseheving. Samarbeid, delegasjoner og kontakt er bilateralt samarbeid. Unntak er merket på aktiviteten."
            ),
            w("Samme år som tiltaket."),
        ),
        Definition(
            w("Fordeling i timer og kroner"),
            w(
                "Timer er registrerte timer på aktiviteter og egne timer i prosjekter. Kroner er det rådsområdene har satt av til hvert virkemiddel, fordi bare prosjekter har egne budsjetter."
            ),
            w("Samme år som tiltaket."),
        ),
        Definition(
            w("Innvilget støtte"),
            w(
                "Støtte utenfra til innvilgede, pågående og fullførte prosjekter, fylkeskommunens del. Støtten til de andre partnerne i prosjektet regnes aldri med."
            ),
            w(
                "Vedtaksåret. Valuta regnes om med årets gjennomsnittskurs. Mangler den, brukes siste kjente kurs fra et tidligere år som foreløpig kurs. Finnes ingen slik kurs, regnes beløpet ikke med."
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
                "Penger fra EU og nordiske ordninger til innvilgede, pågående og fullførte prosjekter, som andel av summen av disse og de nasjonale, regionale og lokale utviklingsmidlene."
            ),
            w("Fordelt jevnt over prosjektets måneder; utviklingsmidlene på sitt budsjettår."),
        ),
        Definition(
            w("Prosjektdeltakelse"),
            w(
                "En virksomhet i et internasjonalt finansiert prosjekt, slik kilden registrerer den. Ukjent kommune eller program beholdes med kildens egen tekst."
            ),
            w(
                "Hvert år fra start til slutt. Er prosjektet et av våre, telles deltakelsen ikke lenger enn prosjektet varer. Støtten er hele beløpet til prosjektdeltakelser som pågår i perioden, med startårets kurs. Finnes ingen kurs for startåret eller tidligere, mangler kursen."
            ),
        ),
        Definition(
            w("Det et medlemskap har gitt"),
            w(
                "Verv, møter og innspill i organisasjonen, og prosjekter, EU-saker og kompetanseheving som ifølge registreringen kom i stand gjennom medlemskapet, også fra andre rådsområder."
            ),
            w(
                "Det året det begynte; et verv hvert år vi har det. Det som begynte i et år vi ikke var medlem, teller ikke."
            ),
        ),
        Definition(
            w("Frist"),
            w(
                "Søknadsfrister for utlysninger vi skal søke på eller har bekreftet, og siste dag for vedtak og partnerbrev før dem. Frister i EU-saker, avtaler som går ut, og siste dag for å si opp medlemskap. En frist uten klokkeslett gjelder ut dagen."
            ),
            w("Fristens dag, norsk tid."),
        ),
        Definition(
            w("Nytt siden"),
            w(
                "Det dashbordet har mottatt etter en valgt dato. Datoen viser når vi fikk vite det, ikke når det skjedde."
            ),
            w("Dagen det ble mottatt."),
        ),
        Definition(
            w("Mangler, null og ikke aktuelt"),
            w(
                "Det som mangler, vises skravert, med navn på den som er ansvarlig. Null betyr at vi vet at det ikke er noe. En strek betyr at det ikke er noe å oppgi. Der den står for et virkemiddel, har rådsområdet meldt at det ikke er aktuelt, med begrunnelse."
            ),
            w("–"),
        ),
    ]
