"""What a figure stands on: which filters in use narrow it, and which cannot touch it. Said at each figure, once.

``IDLE`` names, for each page and figure, the filters that never change it; ``PARTLY`` those that change only some of
its lines, because the others have nothing of the kind. ``tests/test_bases.py`` holds both against the figures' own
tables.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from akint_dash.domain.selection import THINNING, Selection
from akint_dash.text.words import Words

FILTERS: Final = ("omrade", "virkemiddel", "program", "tema", "status", "ring", "periode", "sok")
BUT_AREA: Final = THINNING
"""The filters that cannot touch what is the county's own, or the chosen areas': development money and holes."""
ALL: Final = FILTERS
HEADLINE: Final = ""
"""The page's own headline."""
LEAD: Final = "ingress"
"""The lines beside it; where they are not named, they follow what the headline does."""

IDLE: Final[Mapping[str, Mapping[str, Collection[str]]]] = {
    "/": {
        "avgjores": ("status", "periode"),
        "endringer": ("periode",),
        "frister": ("status", "periode"),
        "hull": (*BUT_AREA, "periode"),
        "utlysninger": ("virkemiddel", "status", "ring"),
        "deltakelser": ("omrade", "virkemiddel", "tema", "status", "ring"),
    },
    "/virkemidler/prosjektutvikling": {
        "uten-maal": ("periode",),
        "kommuner": ("omrade", "virkemiddel", "tema", "status", "ring"),
        "sektorer": ("omrade", "virkemiddel", "tema", "status", "ring"),
        "ubrukte": ALL,
        "veiledning": ("program", "status"),
    },
    "/virkemidler/politikkoppfolging": {
        HEADLINE: ("program", "status", "ring"),
        LEAD: ("program", "status"),
        "si-opp": ("program", "status", "ring", "periode"),
        "medlemskap": ("program", "status", "ring"),
        "deltakelse": ("program", "status", "ring"),
        "eu-saker": ("program", "status", "ring"),
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
        HEADLINE: ("program", "status", "periode"),
        "baand": ("program", "status", "periode"),
        "samarbeid": ("program", "status", "periode"),
        "besok": ALL,
    },
    "/omrader/<kode>": {
        HEADLINE: ("omrade", *BUT_AREA),
        LEAD: ("omrade", *BUT_AREA),
        "stotte": ("omrade", *BUT_AREA),
        "vekting": ("omrade", *BUT_AREA),
        "saker": ("omrade", "program", "status", "ring", "periode"),
        "partnere": ("omrade", "program", "status", "periode"),
        "hull": ALL,
        "prosjekter": ("omrade", "periode"),
        "maal": ("omrade",),
        "ressurser": ("omrade", "program", "tema", "status", "ring", "sok"),
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
    "/kart": {HEADLINE: ("program", "status", "periode"), "kart": ("program", "status")},
    "/utlysninger": {
        HEADLINE: ("virkemiddel", "status", "ring"),
        "endringer": ALL,
        "tidslinje": ("virkemiddel", "status", "ring"),
        "liste": ("virkemiddel", "status", "ring"),
    },
    "/strategien": {
        HEADLINE: ALL,
        "kurs": ALL,
        "S22": ALL,
        "S2": ("omrade", "virkemiddel", "tema", "status", "ring"),
        "S3": BUT_AREA,
        "S6": ("omrade", *BUT_AREA),
        "S7": ("program", "tema", "status", "ring", "sok"),
        "S8": BUT_AREA,
        "S9": ("program", "status", "ring"),
        "S13": ("periode",),
        "S14": ("program", "status"),
        "S15": ("program", "status", "ring"),
        "S16": ("program", "status"),
        "S17": ("program", "status", "ring"),
        "S18": ("program", "status"),
        "S20": ("program", "status", "periode"),
        "S21": ("program", "status", "periode"),
        "S23": ("omrade", *BUT_AREA, "periode"),
    },
}
PARTLY: Final[Mapping[str, Mapping[str, Collection[str]]]] = {
    "/": {
        LEAD: (*BUT_AREA, "periode"),
        "avgjores": ("program", "ring"),
        "frister": ("program", "ring"),
    },
    "/virkemidler/prosjektutvikling": {
        LEAD: ("periode",),
        "veiledning": ("omrade", "virkemiddel", "tema", "ring", "sok"),
    },
    "/virkemidler/politikkoppfolging": {LEAD: ("ring",)},
    "/maal": {LEAD: ("periode",)},
    "/omrader": {"omrader": ("program", "tema", "status", "ring", "sok")},
    "/omrader/<kode>": {LEAD: ("periode",)},
    "/strategien": {
        "S1": ("program", "status"),
        "S11": ("periode",),
        "S14": ("omrade", "virkemiddel", "tema", "ring", "sok"),
    },
}


AREA_PAGE: Final = "/omrader/<kode>"


def narrowing(chosen: Selection, path: str, key: str) -> list[str]:
    """The filters in use that narrow the figure ``key`` of the page ``path``."""
    idle = IDLE.get(path, {}).get(key, ())
    return [name for name in FILTERS if name not in idle and getattr(chosen, name)]


def idle_of(path: str, key: str) -> Collection[str]:
    """The filters that never change the figure ``key`` of the page ``path``."""
    idle = IDLE.get(path, {})
    if key == LEAD and LEAD not in idle and LEAD not in PARTLY.get(path, {}):
        return idle.get(HEADLINE, ())
    return idle.get(key, ())


def beside(w: Words, chosen: Selection, path: str) -> str:
    """As :func:`untouched`, of the lines beside the headline; empty where what is said of the headline holds."""
    named = LEAD in IDLE.get(path, {}) or LEAD in PARTLY.get(path, {})
    return untouched(w, chosen, path, LEAD) if named else ""


def of_headline(w: Words, chosen: Selection, path: str) -> str:
    """Which filters in use do not touch the page's headline; empty where all do, or are said not to touch the page.

    It is said of the headline alone: most figures under it follow the filters, and the others say so themselves.
    """
    idle = _used(chosen, set(IDLE.get(path, {}).get(HEADLINE, ())) - ({"omrade"} if path == AREA_PAGE else set()))
    if not idle:
        return ""
    if idle == ["periode"]:
        return w("Perioden gjelder ikke overskriften.")
    return w("Filteret på {names} gjelder ikke overskriften.", names=_names(w, idle))


def untouched(w: Words, chosen: Selection, path: str, key: str) -> str:
    """Which filters in use do not apply to a figure, and which only in part; empty where all in use apply whole."""
    idle = set(IDLE.get(path, {}).get(key, ()))
    if path == AREA_PAGE and "omrade" in idle:  # the page itself says that it is of its own area
        said = [_idle(w, _used(chosen, idle - {"omrade"}), whole=w("tallet er hele områdets"))]
    else:
        whole = w("tallet er hele det valgte områdets") if chosen.omrade and "omrade" not in idle else ""
        said = [_idle(w, _used(chosen, idle), whole=whole)]
    if partly := _used(chosen, PARTLY.get(path, {}).get(key, ())):
        said.append(w("Filteret på {names} gjelder her bare det som har det.", names=_names(w, partly)))
    return " ".join(filter(None, said))


UNIVERSAL: Final[Mapping[str, tuple[str, ...]]] = {
    "nb": ("Alle ", "Alt ", "Ingen ", "Ingenting ", "Hver ", "Hele ", "Begge "),
    "en": ("All ", "Everything ", "No ", "None ", "Nothing ", "Nobody ", "Every ", "The whole ", "Both "),
}
"""How a title begins that is said of everything, by language."""


def within(w: Words, title: str, narrowed: Collection[str]) -> str:
    """A title as it may be said of a list that filters have thinned: one of everything says it is of the selection.

    A period alone thins nothing away that the title does not name itself.
    """
    whole = title.startswith(UNIVERSAL[w.language]) and not any(
        w(said) in title.casefold() for said in ("utvalg", "disse filtrene")
    )
    return w("{title} (med disse filtrene)", title=title) if whole and set(narrowed) - {"periode"} else title


def nothing(w: Words, caption: str) -> str:
    """The title of a figure that the selection leaves empty: it says nothing of what lies outside."""
    return w("{caption}: ingen med disse filtrene", caption=caption)


def _used(chosen: Selection, names: Collection[str]) -> list[str]:
    return [name for name in FILTERS if name in names and getattr(chosen, name)]


def _idle(w: Words, idle: Sequence[str], *, whole: str) -> str:
    """``whole`` says what the number is of, where it is not plainly the county's."""
    if not idle:
        return ""
    names = _names(w, idle)
    if list(idle) == ["periode"]:
        return w("Perioden gjelder ikke her.")
    if whole:
        return w("Filteret på {names} gjelder ikke her: {whole}.", names=names, whole=whole)
    return w("Filteret på {names} gjelder ikke her.", names=names)


def _names(w: Words, filters: Sequence[str]) -> str:
    names = {
        "omrade": w("rådsområde"),
        "virkemiddel": w("virkemiddel"),
        "program": w("program"),
        "tema": w("tema"),
        "status": w("status"),
        "ring": w("geografi"),
        "periode": w("periode"),
        "sok": w("søk"),
    }
    return w.join([names[name] for name in filters])
