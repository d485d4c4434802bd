"""The words of a search that was understood: what its parts are called, and its numbers in a sentence each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from akint_dash.domain.search_words import THINGS
from akint_dash.domain.selection import RINGS
from akint_dash.measures.due_window import EASTER, USUAL, before_easter, due_window
from akint_dash.measures.offers import Listing
from akint_dash.measures.pipeline import Standing
from akint_dash.text import missing
from akint_dash.text.dates import NBSP
from akint_dash.text.explore import time
from akint_dash.text.partners import country
from akint_dash.text.record import KINDS
from akint_dash.text.words import Words, capital, inside

SORTS: Final[Mapping[str, str]] = {
    "omrade": "Rådsområde",
    "virkemiddel": "Virkemiddel",
    "program": "Program",
    "tema": "Tema",
    "status": "Status",
    "ring": "Geografi",
    "maned": "Måned",
    "periode": "Periode",
    "kommune": "Kommune",
    "partner": "Region",
    "country": "Land",
    "goal": "Mål",
}
_BARE: Final = frozenset({"thing", "window", "least", "idle"})
"""Sorts whose names say by themselves what they are."""
"""A sort of meaning -> what it is called."""


def countries() -> Mapping[str, Sequence[str]]:
    """The countries by their codes, in both languages."""
    both = [Words("nb"), Words("en")]
    codes = (code for code in map(str, both[0].locale.territories) if len(code) == 2 and code.isalpha())
    return {code: tuple(country(w, code) for w in both) for code in codes}


def value(w: Words, sort: str, code: str, today: date) -> str:
    """What a meaning without a record of its own is called."""
    match sort:
        case "periode":
            first, last = code.split("-")
            return w.years(int(first), int(last))
        case "maned":
            return time(w, code)
        case "status":
            return w.choice("status", code)
        case "ring":
            return w.choice("ring", RINGS[code])
        case "country":
            return country(w, code)
        case "thing":
            return w(THINGS[code].said_as)
        case "window":
            return until(w, code, today)
        case "least":
            return w("minst {amount}", amount=w.money(int(code) * 100))
    return w("uten noe registrert")


def until(w: Words, window: str, today: date) -> str:
    """A window of deadlines."""
    if window == EASTER:
        return w("før påske (til og med {day})", day=w.date(before_easter(today)))
    if window:
        return w("til {day}", day=w.date(due_window(window, today).until))
    return w("de neste {days} dagene", days=int(USUAL))


def initiatives(w: Words, n: int) -> str:
    """How many initiatives."""
    return w.n("{n} tiltak", "{n} tiltak", n)


def won(w: Words, some: Sequence[Standing], years: tuple[int, int] | None) -> str:
    """The money won that is known, in how many projects and in which years, where they are not said already; where
    nothing of it is known that it lacks."""
    if years is None:
        return capital(granted(w, some))
    return w("{granted} i {years}", granted=capital(granted(w, some)), years=w.years(*years))


def granted(w: Words, some: Sequence[Standing]) -> str:
    """The money won that is known and how many projects it went to; where nothing of it is known that it lacks."""
    told, n = missing.total(w, some), len(some)
    if not told:
        return w.n("1 prosjekt innvilget, beløp mangler", "{n} prosjekter innvilget, beløp mangler", n)
    return w.n("{amount} innvilget i ett prosjekt", "{amount} innvilget i {n} prosjekter", n, amount=told)


def there(w: Words, one: Listing, place: str) -> str:
    """How many a list holds of a municipality."""
    return w("{kinds} i {place}: {n}", kinds=w(KINDS[one.entity]), place=place, n=w.number(one.n))


def due(w: Words, n: int, window: str, today: date) -> str:
    """How many deadlines in a window."""
    return w.n("{n} frist {until}", "{n} frister {until}", n, until=until(w, window, today))


def abroad(w: Words, n: int, name: str) -> str:
    """How many initiatives are tied to a country."""
    return w.n("{n} tiltak med region i {name}", "{n} tiltak med region i {name}", n, name=name)


def listing(w: Words, one: Listing) -> str:
    """What a list is called and how many it holds."""
    said = w(KINDS[one.entity])
    if one.least is not None:
        return w("{kinds}, minst {amount}: {n}", kinds=said, amount=w.money(one.least * 100), n=w.number(one.n))
    return w("{kinds}: {n}", kinds=said, n=w.number(one.n))


def idle(w: Words, n: int, of: int) -> str:
    """How many of some memberships have given nothing that is recorded."""
    if not n:
        return w.n("Det er registrert noe fra medlemskapet", "Det er registrert noe fra hvert medlemskap", of)
    return w.n("Ett medlemskap uten noe registrert:", "{n} medlemskap uten noe registrert:", n)


def unreached(w: Words, kinds: str, names: Sequence[str]) -> str:
    """What cannot narrow a list or a page."""
    return w("{kinds} kan ikke avgrenses til {names}.", kinds=kinds, names=w.join(list(names)))


def meant(w: Words, said: str, meanings: Sequence[tuple[str, str]]) -> str:
    """What words are understood as: «samferdsel» er rådsområde Samferdsel eller tema Samferdsel."""
    told = [name if sort in _BARE else f"{kind(w, sort)} {name}" for sort, name in meanings]
    return w("«{words}»: {meanings}", words=said, meanings=w.join(told, either=True))


def kind(w: Words, sort: str) -> str:
    """A sort of meaning as it stands in brackets."""
    return inside(w(SORTS[sort]))


def quoted(w: Words, words: Sequence[str]) -> str:
    """Words as they were typed."""
    return w.join([w("«{text}»", text=word.replace(" ", NBSP)) for word in words])
