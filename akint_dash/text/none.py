"""What a figure has none of where the selection leaves it empty: 'Ingen innspill', to be said with why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.text.words import Words

NONE: Final[Mapping[str, Mapping[str, str]]] = {
    "/": {
        "mal": "Ingen tiltak for målene",
        "vekt-pro": "Ingen nye tiltak i prosjektutvikling",
        "vekt-pol": "Ingen tiltak i politikkoppfølging",
        "vekt-kom": "Ingen tiltak i kompetanseheving",
        "vekt-bil": "Ingen tiltak i bilateralt samarbeid",
        "vunnet": "Ingen innvilget støtte i perioden",
        "frister": "Ingen frister de neste månedene",
        "avgjores": "Ingen vedtak eller leveranser med frist den neste måneden",
        "deltakelser": "Ingen prosjektdeltakelser",
        "utlysninger": "Ingen aktuelle utlysninger",
        "endringer": "Ingen endringer",
        "omrader": "Ingen nye tiltak",
    },
    "/virkemidler/prosjektutvikling": {
        "trakt": "Ingen prosjekter på vei eller avgjort i perioden",
        "vunnet-aar": "Ingen avgjorte søknader i perioden",
        "programmer": "Ingen ventende eller avgjorte søknader i perioden",
        "opphav": "Ingen ventende eller avgjorte søknader i perioden",
        "veiledning": "Ingen veiledning til eksterne aktører",
        "miks": "Ingen innvilgede prosjekter i perioden",
        "avslag": "Ingen avslag i perioden",
        "sektorer": "Ingen aktører i prosjekter",
        "kommuner": "Ingen støtte til eksterne aktører",
        "uten-maal": "Ingen prosjekter uten vedtatt mål",
    },
    "/virkemidler/politikkoppfolging": {
        "eu-saker": "Ingen EU-saker",
        "innspill": "Ingen innspill",
        "grunnlag": "Ingen innspill",
        "medlemskap": "Ingen medlemskap",
        "uten-vedtak": "Ingen innspill uten vedtatt mål eller vedtak",
        "gjennom": "Ingen innspill",
        "si-opp": "Ingen medlemskap",
        "deltakelse": "Ingen verv eller møter",
    },
    "/virkemidler/kompetanseheving": {
        "typer": "Ingen deltakelser i kompetanseheving",
        "vekst": "Ingen tiltak",
        "maalgrupper": "Ingen deltakelser i kompetanseheving",
        "ledelsen": "Ingen tiltak i kompetanseheving",
        "omraader": "Ingen deltakelser i kompetanseheving",
    },
    "/virkemidler/bilateralt": {
        "norden": "Ingen tiltak med kjent region",
        "ringer": "Ingen tiltak med kjent region",
        "samarbeid": "Ingen bilaterale samarbeid",
        "baand": "Ingen samarbeidsregioner",
        "avtaler": "Ingen avtaler",
    },
    "/omrader/<kode>": {
        "prosjekter": "Ingen prosjekter",
        "saker": "Ingen EU-saker",
        "maal": "Ingen tiltak for målene",
        "laering": "Ingen deltakelser i kompetanseheving",
        "partnere": "Ingen regioner i rådsområdets arbeid",
    },
    "/maal": {"mal-virkemidler": "Ingen tiltak for målene", "resultater": "Ingen resultater"},
    "/kart": {"kart": "Ingen bilaterale samarbeid"},
    "/finansiering": {"utlosning": "Ingen støtte utenfra", "faller-bort": "Ingen innvilget støtte"},
    "/frister": {"akse": "Ingen frister", "liste": "Ingen frister"},
    "/utlysninger": {"tidslinje": "Ingen utlysninger", "liste": "Ingen utlysninger"},
}
"""By page and figure. What is not here is named by its caption."""


def none_of(w: Words, path: str, key: str) -> str:
    """What a figure has none of; "" where only its caption says what it is of."""
    words = NONE.get(path, {}).get(key, "")
    return w(words) if words else ""
