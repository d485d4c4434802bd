"""What a search offers: the names of its readings, the pages and lists they lead to, and the numbers of those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from akint_dash.components.parts import INSTRUMENT_PATH
from akint_dash.components.record_link import list_path, to_sheet
from akint_dash.components.view import View
from akint_dash.components.ways import these
from akint_dash.domain.search_words import THINGS
from akint_dash.domain.selection import ENTITY_OF, Selection
from akint_dash.measures.offers import WHO, Listing, Offer, Tally, column_of, offers
from akint_dash.measures.pipeline import Standing
from akint_dash.measures.understanding import PLACES, SELECTS, Countries, Meaning, Understood, understand
from akint_dash.text import search as text
from akint_dash.text.bases import HEADLINE, IDLE

PAGES: Final = (
    ("/virkemidler/prosjektutvikling", "Prosjektutvikling"),
    ("/kart", "Kart"),
    ("/finansiering", "Finansiering"),
    ("/utlysninger", "Utlysninger"),
    ("/frister", "Frister"),
    ("/utforsk", "Utforsk"),
)
"""Pages that show a selection where all of it narrows their headline: address and name (a message id)."""

GRANTS: Final = ("programme", "organisations", "regions", "actors", "part_nok", "decided_on")
"""The columns that tell of a grant from what, with whom, how much and when; of :data:`WITH` those that name any."""
WITH: Final = frozenset({"organisations", "actors"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A number in words, and the page or list that it stands on."""

    said: str
    href: str


@cache
def countries() -> Countries:
    """The countries that a search understands."""
    return text.countries()


def read(view: View, typed: str) -> Understood:
    """What was typed, understood."""
    return understand(view.portfolio, typed, view.day.year, countries())


def readings(view: View, found: Understood) -> list[Offer]:
    """The offers of what was understood."""
    return offers(found, view.selection)


def meaning_name(view: View, meaning: Meaning) -> str:
    """What a meaning is called."""
    entity = ENTITY_OF.get(meaning.sort) or (meaning.sort if meaning.sort in PLACES - {"country"} else "")
    if entity:
        return view.name(entity, meaning.value)
    return text.value(view.words, meaning.sort, meaning.value, view.day)


def unclear(found: Understood) -> frozenset[Meaning]:
    """What words can mean beside something else: it is told apart by what it is."""
    return frozenset(meaning for part in found.parts if len(part.meanings) > 1 for meaning in part.meanings)


def names(view: View, offer: Offer, apart: frozenset[Meaning] = frozenset()) -> str:
    """The selection and places of a reading as typed: «Samferdsel, 2025, Interreg»; ``apart`` are :func:`unclear`."""
    period = offer.selection.periode
    said, told = list[str](), False
    for one in offer.meanings:
        if one.sort == "periode":
            said += [] if told or not period else [view.words.years(*period)]
            told = True
        elif one.sort in SELECTS | PLACES:
            name = meaning_name(view, one)
            said.append(f"{name} ({text.kind(view.words, one.sort)})" if one in apart else name)
    return ", ".join(said)


def title(view: View, offer: Offer, apart: frozenset[Meaning] = frozenset()) -> str:
    """A reading in words: what is asked for, of what."""
    w = view.words
    things = w.join([w(THINGS[key].said_as) for key in offer.things])
    more = [meaning_name(view, one) for one in offer.meanings if one.sort in ("window", "least", "idle")]
    of = ", ".join(filter(None, [names(view, offer, apart), *more]))
    return w("{things}: {of}", things=things, of=of) if things and of else things or of


def way(view: View, offer: Offer) -> str:
    """Where a reading leads first."""
    for key in offer.things:
        if THINGS[key].page and not offer.places and offer.least is None:
            return thing_way(view, offer, key)
        if THINGS[key].entity:
            return list_way(view, offer, Listing(THINGS[key].entity, equal(offer, THINGS[key].entity), offer.least))
    if offer.places and not offer.used:
        return place_way(view, offer, offer.places[0])
    if offer.used <= {"omrade", "periode"} and len(offer.selection.omrade) == 1:
        return view.link(f"/omrader/{offer.selection.omrade[0].lower()}", selection=replace(offer.selection, omrade=()))
    if offer.used == {"partner"}:
        return partner_way(view, offer)
    return view.link("/", selection=offer.selection)


def partner_way(view: View, offer: Offer) -> str:
    """The map, with the sheet of the one partner that is chosen."""
    chosen = offer.selection.partner
    own = {"region": chosen[0]} if len(chosen) == 1 else None
    return view.link("/kart", selection=replace(offer.selection, partner=()) if own else offer.selection, own=own)


def equal(offer: Offer, entity: str) -> tuple[tuple[str, str], ...]:
    """The columns of a list that hold the places of a reading."""
    return tuple((c, place.value) for place in offer.places if (c := column_of(entity, place.sort)))


def thing_way(view: View, offer: Offer, key: str) -> str:
    """The page of a kind of thing, narrowed."""
    thing = THINGS[key]
    path, _, query = thing.page.partition("?")
    own: dict[str, Any] = dict(part.split("=", 1) for part in query.split("&") if part)
    if key == "due" and offer.span:
        own["til"] = offer.span
    return view.link(path, selection=offer.selection, own=own, anchor=thing.key)


def list_way(view: View, offer: Offer, one: Listing) -> str:
    """A list, narrowed to a reading."""
    own: dict[str, Any] = {f"er-{name}": code for name, code in one.equal}
    if one.least is not None:
        own["fra-fee"] = one.least
    return view.link(list_path(one.entity), selection=offer.selection, own=own)


def grants_way(view: View, offer: Offer, some: Sequence[Standing]) -> str:
    """The very projects of the money won, with programme, partners and the amount that counts here; the money by
    programme where another area has one of them, or they are more than an address names."""
    chosen = Selection(omrade=offer.selection.omrade, per=offer.selection.per)
    codes = {one.code for one in some}
    here = codes <= view.scope.widened().narrowed(omrade=chosen.omrade).records("project").keys()
    named = {name for code in codes for name in view.portfolio.get("project", code)}
    columns = ",".join(name for name in GRANTS if name in named or name not in WITH)
    return (here and these(view, "project", codes, columns, chosen)) or thing_way(view, offer, "programme")


def years(view: View, offer: Offer) -> tuple[int, int]:
    """The years that the numbers of a reading are of."""
    return view.scope.narrowed(periode=offer.selection.periode).period


def place_way(view: View, offer: Offer, place: Meaning) -> str:
    """Where a place or a goal is shown: the records of a country, or its sheet."""
    if place.sort == "country":
        own = {"mal": "tiltak", "etter": "land", "punkt": place.value}
        return view.link("/utforsk", selection=offer.selection, own=own, anchor="poster")
    return to_sheet(view, place.sort, place.value, selection=offer.selection)


def facts(view: View, offer: Offer, found: Tally) -> list[Fact]:
    """The numbers of a reading, each with its way; what was asked for comes first."""
    w, made = view.words, list[Fact]()
    if found.won:
        when = None if offer.selection.periode else years(view, offer)
        made.append(Fact(text.won(w, found.won, when), grants_way(view, offer, found.won)))
    if found.initiatives is not None:
        href = view.link("/data", selection=offer.selection, own={"talt": "ja"})
        made.insert(0, Fact(text.initiatives(w, found.initiatives), href))
    if found.abroad is not None:
        said = text.abroad(w, found.abroad, meaning_name(view, offer.places[0]))
        made.append(Fact(said, place_way(view, offer, offer.places[0])))
    if found.due is not None:
        made.append(Fact(text.due(w, found.due, offer.span, view.day), thing_way(view, offer, "due")))
    lists = {one.entity: Fact(text.listing(w, one), list_way(view, offer, one)) for one in found.lists}
    who = [lists.pop(entity) for entity in WHO if entity in lists] if offer.at_home else []
    return [*who, *made, *lists.values()]


def ways(view: View, offer: Offer) -> list[tuple[str, str]]:
    """The pages on which a reading means something: their names and addresses."""
    w, selection = view.words, offer.selection
    made = [(w(THINGS[key].said_as), thing_way(view, offer, key)) for key in offer.things if THINGS[key].page]
    made += [(meaning_name(view, place), place_way(view, offer, place)) for place in offer.places]
    if offer.used and not offer.places:
        if offer.selection.periode and offer.selection.omrade:
            made.append((w(THINGS["programme"].said_as), thing_way(view, offer, "programme")))
        made.append((w("Oversikt"), view.link("/", selection=selection)))
        if len(selection.omrade) == 1:
            href = view.link(f"/omrader/{selection.omrade[0].lower()}", selection=replace(selection, omrade=()))
            made.append((view.name("area", selection.omrade[0]), href))
        if len(selection.virkemiddel) == 1:
            code = selection.virkemiddel[0]
            made.append((view.name("instrument", code), view.link(INSTRUMENT_PATH[code], selection=selection)))
        for path, name in PAGES:
            if not offer.used & set(IDLE.get(path, {}).get(HEADLINE, ())):
                made.append(
                    (w(name), partner_way(view, offer) if path == "/kart" else view.link(path, selection=selection))
                )
    return list(dict.fromkeys(made))


def cannot(view: View, offer: Offer, found: Tally) -> list[str]:
    """What of a reading a list or a page asked for cannot be narrowed to."""
    w, said = view.words, list[str]()
    for one in found.lists:
        if one.unreached:
            said.append(
                text.unreached(w, text.listing(w, one).partition(":")[0], _names_of(view, offer, one.unreached))
            )
    for key in offer.things:
        thing = THINGS[key]
        out = tuple(sorted(offer.used - set(thing.by))) + tuple(place.sort for place in offer.places)
        if thing.page and not thing.entity and out:
            said.append(text.unreached(w, w(thing.said_as), _names_of(view, offer, out)))
    return list(dict.fromkeys(said))


def _names_of(view: View, offer: Offer, sorts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(meaning_name(view, one) for one in offer.meanings if one.sort in sorts))
