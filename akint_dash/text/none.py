"""What a figure has none of where the selection leaves it empty: 'Ingen innspill', to be said with why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from akint_dash.domain.selection import LISTS, Selection
from akint_dash.text.frame import in_months
from akint_dash.text.words import Words

NONE: Final[Mapping[str, Mapping[str, str]]] = {
    "/": {
        "mal": "Ingen tiltak for målene",
        "vekt-pro": "Ingen nye tiltak i prosjektutvikling",
        "vekt-pol": "Ingen tiltak i politikkoppfølging",
        "vekt-kom": "Ingen tiltak i kompetanseheving",
        "vekt-bil": "Ingen tiltak i bilateralt samarbeid",
        "vunnet": "Ingen innvilget støtte {when}",
        "frister": "Ingen kjente frister de neste månedene",
        "avgjores": "Ingen kjente vedtak eller leveranser med frist den neste måneden",
        "deltakelser": "Ingen prosjektdeltakelser",
        "utlysninger": "Ingen aktuelle utlysninger",
        "endringer": "Ingen endringer",
        "omrader": "Ingen nye tiltak",
    },
    "/virkemidler/prosjektutvikling": {
        "trakt": "Ingen prosjekter på vei eller avgjort {when}",
        "vunnet-aar": "Ingen avgjorte søknader {when}",
        "programmer": "Ingen ventende eller avgjorte søknader {when}",
        "opphav": "Ingen ventende eller avgjorte søknader {when}",
        "veiledning": "Ingen veiledning til eksterne aktører",
        "miks": "Ingen innvilgede prosjekter {when}",
        "avslag": "Ingen avslag {when}",
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
        "prosjekter": "Ingen prosjekter i rådsområdet",
        "saker": "Ingen EU-saker",
        "maal": "Ingen tiltak for målene i rådsområdet",
        "laering": "Ingen deltakelser i kompetanseheving i rådsområdet",
        "partnere": "Ingen regioner med innvilget prosjekt eller aktivitet",
    },
    "/maal": {"mal-virkemidler": "Ingen tiltak for målene", "resultater": "Ingen resultater"},
    "/kart": {"kart": "Ingen bilaterale samarbeid"},
    "/finansiering": {"utlosning": "Ingen støtte utenfra", "faller-bort": "Ingen innvilget støtte"},
    "/frister": {"akse": "Ingen kjente frister", "liste": "Ingen kjente frister"},
    "/utlysninger": {"tidslinje": "Ingen utlysninger", "liste": "Ingen utlysninger"},
}
"""By page and figure. What is not here is named by its caption."""

COOPERATIONS: Final = "Ingen av samarbeidene begynte {months}"
DOSSIERS: Final = "Vi begynte ikke å følge noen EU-sak {months}"
BEGAN: Final[Mapping[str, Mapping[str, str]]] = {
    "/virkemidler/politikkoppfolging": {"eu-saker": DOSSIERS},
    "/virkemidler/bilateralt": {"samarbeid": COOPERATIONS, "baand": COOPERATIONS},
    "/omrader/<kode>": {"saker": "Rådsområdet begynte ikke å følge noen EU-sak {months}"},
    "/kart": {"kart": COOPERATIONS},
}
"""By page and figure what months leave none of, of what runs on: that none began in them is not that there is none."""


def none_of(w: Words, path: str, key: str, when: str) -> str:
    """What a figure has none of, ``when`` ('i 2025') where it is of the period's years; "" where only its caption says
    what it is of."""
    words = NONE.get(path, {}).get(key, "")
    return w(words, when=when) if words else ""


def none_began(w: Words, chosen: Selection, words: str) -> str:
    """That of what runs on (a line of :data:`BEGAN`) none began in the months chosen; "" where none is chosen."""
    if not chosen.maned or not words:
        return ""
    told = w(words, months=in_months(w, chosen.maned))
    others = chosen.sok or any(getattr(chosen, name) for name in LISTS if name != "maned")
    return w("{title}, med disse filtrene", title=told) if others else told
