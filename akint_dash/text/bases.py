"""What a figure stands on: which filters in use narrow it, and which cannot touch it. Said at each figure, once.

``IDLE`` names, for each page and figure, the filters that never change it; ``PARTLY`` those that change only some of
its lines, because the others have nothing of the kind. ``tests/test_bases.py`` holds both against the figures' own
tables.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from akint_dash.domain.selection import PLACES, THINNING, WHERE, Selection
from akint_dash.measures.frame import Frame
from akint_dash.text.frame import unreached
from akint_dash.text.words import Words

FILTERS: Final = ("omrade", "virkemiddel", "program", "tema", "status", *WHERE, "maned", "periode", "sok")
BUT_AREA: Final = THINNING
"""The filters that cannot touch what is the county's own, or the chosen areas': development money and holes."""
ALL: Final = FILTERS
HEADLINE: Final = ""
"""The page's own headline."""
LEAD: Final = "ingress"
"""The lines beside it; where they are not named, they follow what the headline does."""

IDLE: Final[Mapping[str, Mapping[str, Collection[str]]]] = {
    "/": {
        "avgjores": ("status", "kommune", "periode"),
        "endringer": ("periode",),
        "frister": ("status", "kommune", "periode"),
        "hull": (*BUT_AREA, "periode"),
        "maltall": ("omrade", *BUT_AREA),
        "utlysninger": ("virkemiddel", "status", *WHERE, "maned"),
        "deltakelser": ("omrade", "virkemiddel", "tema", "status", *PLACES, "maned"),
    },
    "/virkemidler/prosjektutvikling": {
        "uten-maal": ("periode",),
        "kommuner": ("omrade", "virkemiddel", "tema", "status", *PLACES, "maned"),
        "sektorer": ("omrade", "virkemiddel", "tema", "status", *PLACES, "maned"),
        "ubrukte": ALL,
        "veiledning": ("program", "status"),
    },
    "/virkemidler/politikkoppfolging": {
        HEADLINE: ("program", "status", *WHERE),
        LEAD: ("program", "status"),
        "si-opp": ("program", "status", *WHERE, "maned", "periode"),
        "medlemskap": ("program", "status", *WHERE, "maned"),
        "deltakelse": ("program", "status", *WHERE, "maned"),
        "eu-saker": ("program", "status", *WHERE),
        "grunnlag": ("program", "status"),
        "gjennom": ("program", "status"),
        "innspill": ("program", "status"),
        "uten-vedtak": ("program", "status"),
    },
    "/virkemidler/kompetanseheving": {
        HEADLINE: ("program", "status"),
        "omraader": ("program", "status"),
        "ledelsen": ("program", "status"),
        "typer": ("program", "status"),
        "maalgrupper": ("program", "status"),
    },
    "/virkemidler/bilateralt": {
        HEADLINE: ("program", "status", "kommune", "periode"),
        "baand": ("program", "status", "kommune", "periode"),
        "samarbeid": ("program", "status", "kommune", "periode"),
        "avtaler": ("program", "status", "kommune", "periode"),
        "besok": ALL,
    },
    "/omrader/<kode>": {
        HEADLINE: ("omrade", *BUT_AREA),
        LEAD: ("omrade", *BUT_AREA),
        "stotte": ("omrade", *BUT_AREA),
        "vekting": ("omrade", *BUT_AREA),
        "saker": ("omrade", "program", "status", *WHERE, "periode"),
        "partnere": ("omrade", "program", "status", "periode"),
        "hull": ALL,
        "prosjekter": ("omrade",),
        "maal": ("omrade",),
        "ressurser": ("omrade", "program", "tema", "status", *WHERE, "maned", "sok"),
        "laering": ("omrade", "program", "status"),
    },
    "/omrader": {LEAD: ("omrade", *BUT_AREA), "stotte": BUT_AREA, "vekting": BUT_AREA},
    "/finansiering": {
        HEADLINE: BUT_AREA,
        "midler-omrader": BUT_AREA,
        "utviklingsmidler": BUT_AREA,
        "faller-bort": ("periode",),
        "kurser": ALL,
    },
    "/maal": {"maltall": ("omrade", *BUT_AREA)},
    "/kart": {HEADLINE: ("program", "status", "kommune", "periode"), "kart": ("program", "status", "kommune")},
    "/utlysninger": {
        HEADLINE: ("virkemiddel", "status", *WHERE, "maned"),
        "endringer": ALL,
        "tidslinje": ("virkemiddel", "status", *WHERE, "maned"),
        "liste": ("virkemiddel", "status", *WHERE, "maned"),
    },
    "/frister": {
        HEADLINE: ("status", "kommune", "periode"),
        LEAD: ("status", "kommune", "periode"),
        "akse": ("status", "kommune", "periode"),
        "liste": ("status", "kommune", "periode"),
    },
    "/kvalitet": dict.fromkeys((HEADLINE, LEAD, "omrader", "regler", "utvikling", "poster"), (*BUT_AREA, "periode")),
    "/strategien": {
        HEADLINE: ALL,
        "kurs": ALL,
        "S22": ALL,
        "S2": ("omrade", "virkemiddel", "tema", "status", *PLACES, "maned"),
        "S3": BUT_AREA,
        "S6": ("omrade", *BUT_AREA),
        "S7": ("program", "tema", "status", *WHERE, "maned", "sok"),
        "S8": BUT_AREA,
        "S9": ("program", "status", *WHERE, "maned"),
        "S13": ("periode",),
        "S14": ("program", "status"),
        "S15": ("program", "status", *WHERE),
        "S16": ("program", "status"),
        "S17": ("program", "status", *WHERE, "maned"),
        "S18": ("program", "status"),
        "S20": ("program", "status", "kommune", "periode"),
        "S21": ("program", "status", "kommune", "periode"),
        "S23": ("omrade", *BUT_AREA, "periode"),
    },
}
PARTLY: Final[Mapping[str, Mapping[str, Collection[str]]]] = {
    "/": {
        LEAD: (*BUT_AREA, "periode"),
        "avgjores": ("program", *PLACES, "maned"),
        "frister": ("program", *PLACES, "maned"),
        "vunnet": ("periode",),
    },
    "/virkemidler/prosjektutvikling": {
        HEADLINE: ("periode",),
        LEAD: ("periode",),
        "trakt": ("periode",),
        "programmer": ("periode",),
        "opphav": ("periode",),
        "veiledning": ("omrade", "virkemiddel", "tema", *WHERE, "maned", "sok"),
    },
    "/virkemidler/politikkoppfolging": {LEAD: (*WHERE, "maned")},
    "/maal": {LEAD: ("periode",)},
    "/frister": {
        HEADLINE: ("program", *PLACES, "maned"),
        LEAD: ("program", *PLACES, "maned"),
        "akse": ("program", *PLACES, "maned"),
        "liste": ("program", *PLACES, "maned"),
    },
    "/omrader": {"omrader": ("program", "tema", "status", *WHERE, "maned", "sok")},
    "/omrader/<kode>": {LEAD: ("periode",)},
    "/strategien": {
        "S1": ("program", "status"),
        "S11": ("periode",),
        "S14": ("omrade", "virkemiddel", "tema", *WHERE, "maned", "sok"),
    },
}


AREA_PAGE: Final = "/omrader/<kode>"
DATED: Final[Mapping[str, Collection[str]]] = {
    "/": ("vunnet",),
    "/virkemidler/prosjektutvikling": (LEAD, "trakt", "vunnet-aar", "programmer", "opphav", "miks", "avslag"),
    "/omrader/<kode>": ("prosjekter",),
    "/finansiering": ("utlosning",),
    "/maal": ("resultater",),
}
"""The figures whose numbers have the day of a decision or a result, where months choose by the day a thing began."""


def by_month(w: Words, chosen: Selection) -> str:
    """What the months ``chosen`` choose of a figure of :data:`DATED`; its decisions are of their whole years."""
    years = w.years(*(chosen.years_of_months or (0, 0)))
    return w(
        "Filteret på måned viser tiltak som begynte da; vedtak og resultater er med fra hele {years}.", years=years
    )


def dated(chosen: Selection, path: str, key: str) -> bool:
    """Whether months are chosen of a figure whose numbers are dated otherwise."""
    return bool(chosen.maned) and key in DATED.get(path, ())


Shown = Sequence[Collection[str]]
"""For each number that a figure shows under the selection, the filters that cannot touch it."""


def narrowing(chosen: Selection, path: str, key: str, shown: Shown | None = None) -> list[str]:
    """The filters in use that narrow the figure ``key`` of the page ``path``."""
    idle, _ = _sides(path, key, shown)
    return [name for name in FILTERS if name not in idle and getattr(chosen, name)]


def _sides(path: str, key: str, shown: Shown | None) -> tuple[set[str], set[str]]:
    """(the filters that touch nothing of what a figure shows, those that touch a part of it only)."""
    idle, partly = set(IDLE.get(path, {}).get(key, ())), set(PARTLY.get(path, {}).get(key, ()))
    if shown is None:
        return idle, partly
    still = {name for name in partly if shown and all(name in one for one in shown)}
    return idle | still, {name for name in partly - still if any(name in one for one in shown)}


def touched_in_part(path: str, key: str, shown: Shown | None = None) -> set[str]:
    """The filters that do not touch all of what the figure ``key`` of the page ``path`` shows."""
    return set().union(*_sides(path, key, shown))


def of_headline(w: Words, chosen: Selection, path: str, shown: Shown | None = None) -> str:
    """Which filters in use do not touch the page's headline; empty where all do, or are said not to touch the page.

    It is said of the headline alone: most figures under it follow the filters, and the others say so themselves.
    """
    every = _sides(path, HEADLINE, shown)[0] - ({"omrade"} if path == AREA_PAGE else set())
    if year := _year_alone(w, chosen, every):
        return year
    idle = _used(chosen, every)
    if not idle:
        return ""
    if idle == ["periode"]:
        return w("Filteret på periode gjelder ikke overskriften.")
    one, many = "Filteret på {names} gjelder ikke overskriften.", "Filtrene på {names} gjelder ikke overskriften."
    return w.n(one, many, len(idle), names=filter_names(w, idle))


def untouched(
    w: Words, chosen: Selection, path: str, key: str, shown: Shown | None = None, headline: Shown | None = None
) -> str:
    """Which filters in use do not apply to a figure, and which only in part; empty where all in use apply whole.

    ``shown`` is what the figure shows under this selection, ``headline`` what the page's headline does: where that is
    all untouched, the filter does not apply, and of a figure that shows no number no part is spoken of.
    """
    idle, partly = _sides(path, key, shown)
    over = set() if key != LEAD else idle - _sides(path, HEADLINE, headline)[0]
    if path == AREA_PAGE and "omrade" in idle:  # the page itself says that it is of its own area
        said = [_idle(w, chosen, idle - over - {"omrade"}, whole=w("Tallet gjelder hele rådsområdet."))]
    else:
        whole = w("Tallet gjelder hele det valgte rådsområdet.") if chosen.omrade and "omrade" not in idle else ""
        said = [_idle(w, chosen, idle - over, whole=whole)]
    said.append(_headline_only(w, _used(chosen, over)))
    if some := _used(chosen, partly):
        one, many = (
            "Filteret på {names} gjelder bare en del av tallene her.",
            "Filtrene på {names} gjelder bare en del av tallene her.",
        )
        said.append(w.n(one, many, len(some), names=filter_names(w, some)))
        if {*PLACES} & set(some) and (path == "/frister" or key in ("frister", "avgjores")):
            said.append(w("Av fristene er det bare avtalene som har en geografi å filtrere på."))
        if "maned" in some and (path == "/frister" or key in ("frister", "avgjores")):
            said.append(
                w(
                    "Når en måned er valgt, vises frister i EU-saker og avtaler bare hvis saken eller avtalen begynte "
                    "den måneden. Frister for utlysninger og medlemskap vises uansett måned."
                )
            )
    if dated(chosen, path, key):
        said.append(by_month(w, chosen))
    return " ".join(filter(None, said))


def _headline_only(w: Words, names: Sequence[str]) -> str:
    """Of filters that the headline follows and the lines beside it do not."""
    if names == ["periode"]:
        return w("Dette avsnittet gjelder uansett periode.")
    return w("Dette avsnittet gjelder uansett filter på {names}.", names=filter_names(w, names)) if names else ""


def idle_of_list(w: Words, chosen: Selection, touched: Collection[str]) -> str:
    """Which filters in use a list of records does not follow, for its kind has nothing of them; empty where none."""
    return _idle(w, chosen, set(FILTERS) - set(touched), whole="")


UNIVERSAL: Final[Mapping[str, tuple[str, ...]]] = {
    "nb": ("Alle ", "Alt ", "Ingen ", "Ingenting ", "Hver ", "Hele ", "Begge ", "Verken "),
    "en": ("All ", "Everything ", "No ", "None ", "Nothing ", "Nobody ", "Every ", "The whole ", "Both ", "Neither "),
}
"""How a title begins that is said of everything, by language."""
NARROWED: Final[Mapping[str, tuple[str, ...]]] = {
    "nb": ("disse filtrene", "dette filteret"),
    "en": ("selection", "these filters", "this filter"),
}
"""What a title holds that says itself that filters thin it, by language."""


def within(w: Words, title: str, narrowed: Collection[str], begun: str = "") -> str:
    """A title as it may be said of a list that filters have thinned: one of everything says it is of the selection.

    A period alone thins nothing away that the title does not name itself. ``begun`` are the months ("i mars 2026")
    that chose what the title tells the decisions or results of.
    """
    if begun:
        return w("{title} (av tiltakene som begynte {months})", title=title, months=begun)
    whole = title.startswith(UNIVERSAL[w.language]) and not any(said in title for said in NARROWED[w.language])
    names = [name for name in FILTERS if name in narrowed and name != "periode"]
    if not whole or not names:
        return title
    if w("uansett filter") in title:  # one that names what it does not follow names what it does: "these" would be both
        left_out = title.partition(w("uansett filter"))[2]
        names = [name for name in names if filter_names(w, [name]) not in left_out]
        if not names:
            return title
        end = ")" if title.endswith(")") else ""  # in the one bracket that names filters
        told = title.removesuffix(end)
        return w("{title}, men med filter på {names}", title=told, names=filter_names(w, names)) + end
    first, mark, rest = title.partition("; ")  # what is said of everything is the first clause
    return w("{title}, med disse filtrene", title=first) + mark + rest


def nothing(w: Words, caption: str, narrowed: Collection[str] = (), none: str = "") -> str:
    """The title of a figure that the selection leaves empty: it says nothing of what lies outside. Where geography
    alone is ``narrowed``, that none of it is tied to what is chosen: much is tied to no region. ``none`` says what it
    has none of ('Ingen innspill'); else its caption does."""
    placed = {*narrowed} - {"periode"} and {*narrowed} <= {"periode", *PLACES}
    if none:
        return w("{none} er knyttet til den valgte geografien" if placed else "{none} med disse filtrene", none=none)
    if placed:
        return w("{caption}: ingenting er knyttet til den valgte geografien", caption=caption)
    return w("{caption}: ingenting med disse filtrene", caption=caption)


def not_reached(w: Words, caption: str, shown: Frame) -> str:
    """The title of a figure of a year that the data do not reach: what it would show is not known, and not none."""
    return f"{caption}: {unreached(w, shown)}"


def nothing_told(w: Words, caption: str, years: Sequence[int], *, onward: bool = False, none: str = "") -> str:
    """The title of an empty figure where the chosen areas have registered nothing of some of its years; ``onward``: nor
    is anything known of those after the last."""
    told = w.join([str(year) for year in years])
    if none and onward:
        return w("{none} er registrert med disse filtrene; tall for {years} og senere mangler", none=none, years=told)
    if none:
        return w("{none} er registrert med disse filtrene; tall for {years} mangler", none=none, years=told)
    if onward:
        one = "{caption}: ingen registrert med disse filtrene; tall for {years} og senere mangler"
    else:
        one = "{caption}: ingen registrert med disse filtrene; tall for {years} mangler"
    return w(one, caption=caption, years=told)


OF_OTHERS: Final[Mapping[str, Collection[str]]] = {
    "/": ("avgjores", "endringer", "frister", "hull", "utlysninger", "deltakelser", "maltall"),
    "/utlysninger": ("endringer", "tidslinje", "liste"),
    "/frister": ("akse", "liste"),
    "/virkemidler/prosjektutvikling": ("sektorer", "kommuner", "ubrukte"),
    "/virkemidler/politikkoppfolging": ("si-opp",),
    "/virkemidler/bilateralt": ("baand", "samarbeid", "besok", "avtaler"),
    "/kart": ("kart",),
    "/maal": ("maltall",),
}
"""The figures of what others have told of, or of what holds from day to day: what they lack of a year is none."""


def _used(chosen: Selection, names: Collection[str]) -> list[str]:
    """Those of some filters that are in use; a period that months bring with them is none of its own."""
    if chosen.maned:
        names = {*names} - {"periode"}
    return [name for name in FILTERS if name in names and getattr(chosen, name)]


def _year_alone(w: Words, chosen: Selection, idle: Collection[str]) -> str:
    """That of months, the one filter in use that does not apply, the year they bring does; "" of anything else."""
    years = chosen.years_of_months
    if years is None or "periode" in idle or _used(chosen, idle) != ["maned"]:
        return ""
    return w.n(
        "Av filteret på måned er det bare året, {years}, som gjelder her.",
        "Av filteret på måned er det bare årene, {years}, som gjelder her.",
        years[1] - years[0] + 1,
        years=w.years(*years),
    )


def _idle(w: Words, chosen: Selection, names_of: Collection[str], *, whole: str) -> str:
    """Which of some filters are in use; ``whole`` says what the number is of, where it is not plainly the county's."""
    idle = _used(chosen, names_of)
    if not idle:
        return ""
    if year := _year_alone(w, chosen, names_of):
        return f"{year} {whole}".strip()
    names = filter_names(w, idle)
    if list(idle) == ["sok"] and not whole:
        return w("Søket gjelder ikke her.")
    if list(idle) == ["periode"]:
        return w("Filteret på periode gjelder ikke her.")
    if whole:
        one, many = "Filteret på {names} gjelder ikke her. {whole}", "Filtrene på {names} gjelder ikke her. {whole}"
        return w.n(one, many, len(idle), names=names, whole=whole)
    one, many = "Filteret på {names} gjelder ikke her.", "Filtrene på {names} gjelder ikke her."
    return w.n(one, many, len(idle), names=names)


def filter_names(w: Words, filters: Sequence[str]) -> str:
    """The filters as a sentence names them."""
    names = {
        "omrade": w("rådsområde"),
        "virkemiddel": w("virkemiddel"),
        "program": w("program"),
        "tema": w("tema"),
        "status": w("status"),
        "ring": w("geografi"),
        "partner": w("partner"),
        "kommune": w("kommune"),
        "maned": w("måned"),
        "periode": w("periode"),
        "sok": w("søk"),
    }
    return w.join([names[name] for name in filters])
