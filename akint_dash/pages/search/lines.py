"""The lines that a reading is suggested by: who takes part in a municipality, the money granted, then its first number.

A line never says the same twice: what its number is called is not said before it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from akint_dash.components import offers
from akint_dash.components.view import View
from akint_dash.domain.search_words import THINGS
from akint_dash.measures.offers import GRANTED, WHO, Offer, Tally, numbers
from akint_dash.measures.understanding import Meaning
from akint_dash.text import search as text

Option = dict[str, Any]
Apart = frozenset[Meaning]


def option(said: str, href: str, note: str = "", lang: str = "") -> Option:
    """One suggestion."""
    return {"text": said, "note": note, "lang": lang, "href": href}


def told(view: View, offer: Offer, apart: Apart, *, full: bool) -> list[Option]:
    """The lines of a reading with its numbers; ``full`` with the ways to part its money by."""
    found, things = numbers(view.scope, offer), set(offer.things)
    if offer.at_home and (who := _who(view, offer, found)):
        return who if things else [*who, _first(view, offer, apart, found, who)]
    if not found.won or not (offer.selection.periode or "money" in things):
        return [_first(view, offer, apart, found)]
    money = _money(view, offer, apart, found)[: None if full else 1]
    if "money" in things and things <= GRANTED:
        return money
    first = _first(view, offer, apart, found, money)
    return [first, *money] if things else [*money, first]


def _who(view: View, offer: Offer, found: Tally) -> list[Option]:
    """Who of a municipality takes part, and in what: the lists of them."""
    wanted = {*WHO, *(THINGS[key].entity for key in offer.things)}
    place = offers.names(view, offer)
    some = [one for one in found.lists if one.entity in wanted and not one.unreached]
    return [option(text.there(view.words, one, place), offers.list_way(view, offer, one)) for one in some]


def _money(view: View, offer: Offer, apart: Apart, found: Tally) -> list[Option]:
    """The grants by name, and the money by programme; by area where none is chosen."""
    w, name = view.words, offers.names(view, offer, apart)
    if not offer.selection.periode:
        name = f"{name}, {w.years(*offers.years(view, offer))}"
    said = w("{name}: {fact}", name=name, fact=text.granted(w, found.won))
    made = [option(said, offers.grants_way(view, offer, found.won))]
    made.append(option(w("{name}: støtte etter program", name=name), offers.thing_way(view, offer, "programme")))
    if not offer.selection.omrade:
        made.append(option(w("{name}: støtte etter rådsområde", name=name), offers.thing_way(view, offer, "money")))
    return made


def _first(view: View, offer: Offer, apart: Apart, found: Tally, beside: Sequence[Option] = ()) -> Option:
    """What a reading is called, with its first number that does not stand ``beside``."""
    there = {one["href"] for one in beside}
    fact = next((one.said for one in offers.facts(view, offer, found) if one.href not in there), "")
    said, note = once(offers.title(view, offer, apart), fact, offers.names(view, offer, apart))
    return option(said, offers.way(view, offer), note)


def once(title: str, fact: str, names: str) -> tuple[str, str]:
    """A title and its number without what both say: a list's name stands in the title alone, a sentence as it is."""
    head = title.partition(": ")[0].casefold()
    if fact.casefold().startswith(head) and ": " in fact:
        return title, fact.rpartition(": ")[2]
    if head in fact.casefold():
        return (names, fact) if names else (fact, "")
    return title, fact
