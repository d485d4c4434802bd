"""The words of the read interface: what its parameters and members are, and what it says to a wrong question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from akint_dash.domain.schema import Column
from akint_dash.measures.explore_questions import Dimension
from akint_dash.measures.lists import DERIVED, TOLD
from akint_dash.text.lists import OWN
from akint_dash.text.record import KIND, LABELS
from akint_dash.text.words import Words, inside

SAID: Final[Mapping[str, str]] = {
    "title": "Internasjonal portefølje: lesegrensesnitt",
    "about": (
        "Registreringer og tall fra fylkeskommunens internasjonale arbeid, med de samme filtrene som sidene har. "
        "Grensesnittet leser bare. Uten innlogging gis det som er åpent for alle. "
        "Beløp er tall i hele kroner eller annen valuta, med valutaen ved siden av. "
        "Datoer er ISO 8601, klokkeslett UTC. "
        "Verdien null betyr at opplysningen mangler. Den er aldri 0."
    ),
    "code": "Referansen til registreringen",
    "label": "Hva registreringen heter",
    "label_language": "Språket navnet er på, der det er et annet enn språket det ble spurt på",
    "href": "Adressen til registreringen i grensesnittet",
    "none_of_its_kind": "Feltene som registreringen ikke kan ha noen verdi for; de er null uten å mangle",
    "known_in_part": "Feltene som bare er delvis kjent; tallet er det minste det kan være",
    "month_expected": "Skriv år og måned, for eksempel 2026-03; flere med komma mellom.",
    "month_outside": "Ingen av månedene ligger i perioden. En måned velges sammen med året: Utelat perioden.",
    "period": "Perioden i hele år: 2025, eller 2024-2026",
    "period_expected": "Skriv ett år eller første og siste år, for eksempel 2025 eller 2024-2026.",
    "searched": "Tekst som skal stå i registreringen",
    "words_expected": "Skriv høyst 80 tegn, og begynn med en bokstav eller et siffer.",
    "as_of": "Dagen porteføljen skal vises slik den var kjent",
    "day_expected": "Skriv en dato fra 1990 til 2100, for eksempel 2026-01-31.",
    "language": "Språket til navn og setninger; ellers gjelder Accept-Language, og til sist bokmål",
    "order": "Rekkefølgen: inntil tre kolonner, med minus foran for synkende",
    "order_expected": "Skriv inntil tre ulike kolonner med komma mellom, med minus foran for synkende.",
    "columns": "Kolonnene svaret skal ha; uten denne er alle med",
    "found": "Ord som alle skal finnes et sted i registreringen",
    "codes": "Bare disse registreringene: referanser med ~ mellom",
    "codes_expected": "Skriv referanser med ~ mellom, høyst 2000 tegn.",
    "counted": "Bare det sidene teller som tiltak",
    "limit": "Hvor mange registreringer svaret høyst skal ha",
    "cursor": "Hvor neste del begynner, slik forrige svar sa det",
    "cursor_expected": "Bruk next_cursor fra forrige svar, uten å endre den.",
    "bound_day": "Skriv en dato eller et år, for eksempel 2026-01-31 eller 2026.",
    "bound_number": "Skriv et tall med punktum som desimaltegn, for eksempel 1500000 eller 0.5.",
    "code_expected": "Skriv referansen til én registrering, eller mangler.",
    "by": "Hva tallene deles etter.",
    "then": "Hva tallene deles videre etter.",
    "nowhere": "Adressen finnes ikke i grensesnittet. Det begynner på /api/v1, og openapi.json beskriver det.",
    "measures": "Tallene som kan leses",
    "licence": "Lisensen dataene er gitt under",
    "mark": "Dataene her er oppdiktede demonstrasjonsdata.",
    "answer": "Svaret",
    "etag": "Skifter når dataene, dagen eller spørsmålet er et annet; send den tilbake i If-None-Match",
    "unchanged": "Ingenting er endret siden sist",
    "problem": "Spørsmålet kunne ikke besvares; svaret sier hvorfor, og hva som var ventet",
    "total": "Antall registreringer som filtrene slipper gjennom",
    "of": "Antall registreringer av denne typen den som spør, kan se",
    "undated": "Antall som perioden utelater fordi de ikke har noen dato",
    "count": "Antall registreringer i dette svaret",
    "next": "Settes inn som cursor for å få neste del; null når det ikke er flere",
    "lacking": "Antall registreringer bak tallet som mangler noe av det; tallet er da minst dette",
    "adds_up": "Om tallene kan legges sammen til det hele",
    "several": "Om en registrering kan ha flere verdier, og da er med hvert sted",
    "aggregate": "Sum, eller median: Halvparten er høyst tallet",
    "how_counted": "Hvordan det telles",
    "detail": "Hva som er galt, og hva som var ventet",
    "chosen": "Filtrene med ord",
    "day_of": "Dagen porteføljen er sett på",
    "revision": "Nummeret på den siste oppdateringen av dataene",
    "invented": "Om dataene er oppdiktede",
    "licence_of": "Adressen til lisensen; null der ingen er oppgitt",
    "no_licence": "Ingen lisens er oppgitt for dataene.",
    "public": "Registreringer som ikke er offentlige, er ikke med.",
    "internal": "Også interne registreringer er med. De skal ikke deles videre.",
}
"""What is said in one way, by what it is about."""

FILTERS: Final = {
    "omrade": "Rådsområder",
    "virkemiddel": "Virkemidler",
    "program": "Programmer",
    "tema": "Temaer",
    "status": "Status",
    "ring": "Geografi",
    "partner": "Partnere",
    "kommune": "Kommuner",
    "maned": "Måneder",
}
"""What the filters of every page are called."""
NAMED: Final = 12
"""So many values are named in a sentence of what was expected."""


def said(w: Words, key: str) -> str:
    """What is said of ``key``."""
    return w(SAID[key])


def currency(w: Words, what: str) -> str:
    """What the member beside an amount is."""
    return w("Valutaen til «{what}»", what=what)


def called(w: Words, what: str) -> str:
    """What the member beside a code is."""
    return w("Navnet til koden i «{what}»", what=what)


def filter_of(w: Words, name: str) -> str:
    """What a filter narrows to."""
    return w("{what}: koder med komma mellom", what=w(FILTERS[name]))


def column(w: Words, one: Column) -> str:
    """What a column is called."""
    own = {each.name for columns in (TOLD, *DERIVED.values()) for each in columns if each is one}
    return w(OWN[one.name]) if own else w(LABELS[one.heading])


def holds(w: Words, said: str) -> str:
    """What a filter on a column's code is."""
    return w("Bare det som har denne koden i «{what}», eller mangler", what=said)


def lacks(w: Words, said: str) -> str:
    """What a filter on a missing value is."""
    return w("Bare det som mangler «{what}»", what=said)


def least(w: Words, said: str) -> str:
    """What a lower bound is."""
    return w("Bare det som har «{what}» fra og med dette", what=said)


def most(w: Words, said: str) -> str:
    """What an upper bound is."""
    return w("Bare det som har «{what}» til og med dette", what=said)


def dimensions(w: Words, some: Sequence[Dimension]) -> str:
    """What can be parted by: the codes, and what each is."""
    return "; ".join(f"{one.code}: {inside(w(one.said_as))}" for one in some)


def one_of(w: Words, codes: Sequence[str]) -> str:
    """What was expected, of codes that there are."""
    if len(codes) == 1:
        return w("Det kan bare være {code}.", code=codes[0])
    if len(codes) <= NAMED:
        return w("Det må være blant: {codes}.", codes=", ".join(codes))
    first = ", ".join(codes[:NAMED])
    return w(
        "Det må være blant de {n} kodene i openapi.json, for eksempel {codes}.", n=w.number(len(codes)), codes=first
    )


def between(w: Words, first: int, last: int) -> str:
    """What was expected, of whole numbers."""
    return w("Skriv et helt tall fra {first} til {last}.", first=first, last=last)


def unknown_parameter(w: Words, name: str, known: Sequence[str]) -> str:
    """That there is no such parameter, and which are alike."""
    alike = get_close_matches(name, known, 3, 0.6)
    if alike:
        return w("Parameteren «{name}» finnes ikke her. Mente du {alike}?", name=name, alike=w.join(alike, either=True))
    return w("Parameteren «{name}» finnes ikke her. Se openapi.json for dem som finnes.", name=name)


def given_twice(w: Words, name: str) -> str:
    """That a parameter is there twice."""
    return w("Parameteren «{name}» er oppgitt flere ganger. Skriv flere koder med komma mellom.", name=name)


def unknown_value(w: Words, name: str, value: str, expected: str) -> str:
    """That a parameter cannot hold a value, and what it can."""
    return w("«{value}» er ingen verdi for {name}.", value=value, name=name) + f" {expected}"


def no_record(w: Words, entity: str, code: str) -> str:
    """That no such record is there for who asks."""
    return w("{kind} «{code}» finnes ikke, eller er ikke åpen for deg.", kind=w(KIND[entity]), code=code)


def no_kind(w: Words, name: str, known: Sequence[str]) -> str:
    """That there is no such kind of record."""
    alike = get_close_matches(name, known, 3, 0.6) or list(known[:4])
    return w("Typen «{name}» finnes ikke. Typene står på /api/v1, for eksempel {some}.", name=name, some=w.join(alike))


def no_measure(w: Words, name: str, known: Sequence[str]) -> str:
    """That there is no such measure."""
    return w("Målet «{name}» finnes ikke. Det må være blant: {some}.", name=name, some=", ".join(known))


def no_question(w: Words, asked: str, instead: Sequence[str]) -> str:
    """That a measure has no meaning parted like that, and how it can be."""
    said = w("{what} har ingen mening.", what=asked)
    return said + (
        " " + w("Etter det første kan det deles videre etter: {some}.", some=", ".join(instead)) if instead else ""
    )


def moved(w: Words) -> str:
    """That the data are of another update than the paging began with."""
    return w("Dataene eller spørsmålet er et annet enn da bladingen begynte. Begynn på nytt uten cursor.")


def not_json(w: Words) -> str:
    """That the interface answers in one form only."""
    return w("Grensesnittet svarer med application/json. CSV og Excel finnes under «Last ned» på sidene.")


def unit(w: Words, code: str) -> str:
    """What one of a measure is."""
    return {"NOK": "NOK", "hours": w("timer"), "days": w("dager"), "number": w("antall")}[code]
