"""What a search that was understood offers: a selection, places, kinds of things, and the numbers of their pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, Final

from akint_dash.domain.schema import ENTITIES, Kind
from akint_dash.domain.search_words import THINGS
from akint_dash.domain.selection import WHERE, Selection
from akint_dash.measures.due_window import due_window
from akint_dash.measures.dues import dues
from akint_dash.measures.explore_chosen import behind
from akint_dash.measures.explore_questions import Inquiry
from akint_dash.measures.lists import Question, listed, touched
from akint_dash.measures.memberships import memberships
from akint_dash.measures.pipeline import Standing, pipeline
from akint_dash.measures.scope import Scope
from akint_dash.measures.understanding import PLACES, SELECTS, Meaning, Understood
from akint_dash.measures.weight import registered

MOST: Final = 4
"""So many readings of the same words are offered at most."""
USUAL: Final = ("project", "call", "dossier", "activity", "cooperation", "membership")
"""The lists that a selection is shown in."""
TIED: Final = (
    "actor", "participation", "cooperation", "project", "activity", "dossier", "organisation", "need", "result",
    "target",
)  # fmt: skip
"""The lists that a place, a partner or a goal is looked for in."""


WHO: Final = ("actor", "participation")
"""The lists that say who takes part."""
GRANTED: Final = frozenset({"money", "programme", "partner"})
"""What is asked for where the grants answer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One reading of a search: ``selection``, ``places`` records are tied to, ``things`` asked for (of ``THINGS``),
    ``span`` is the window of deadlines ("": the usual), ``least`` the kroner that they cost at least. ``meanings`` are
    all of it as typed.
    """

    selection: Selection
    places: tuple[Meaning, ...] = ()
    things: tuple[str, ...] = ()
    span: str = ""
    least: int | None = None
    meanings: tuple[Meaning, ...] = field(default=(), compare=False)

    @property
    def used(self) -> frozenset[str]:
        """The parameters of the selection in use."""
        return frozenset(name for name in SELECTS if getattr(self.selection, name))

    @property
    def at_home(self) -> bool:
        """Whether it is of a municipality, and asks for nothing else than who takes part in what."""
        mine = "kommune" in self.used and self.used <= {"kommune", "periode"} and not self.places
        return mine and set(self.things) <= {*WHO, "project", "partner"}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that a reading leads to: its kind, what its columns hold (``equal``), and the codes of its records.

    ``unreached``: what of the reading cannot narrow that kind, so that the list is not of it.
    """

    entity: str
    equal: tuple[tuple[str, str], ...]
    least: int | None
    codes: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()

    @property
    def n(self) -> int:
        """How many records it has."""
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of a reading, each by the measure of the page it stands on; None where it is not of that kind.

    ``won`` are the grants of which the money is a part. ``abroad``: initiatives tied to the country. ``idle``:
    memberships of the listed ones that nothing is recorded from; None where none are listed.
    """

    initiatives: int | None = None
    won: tuple[Standing, ...] = ()
    due: int | None = None
    abroad: int | None = None
    lists: tuple[Listing, ...] = ()
    idle: tuple[str, ...] | None = None


def offers(found: Understood, base: Selection) -> list[Offer]:
    """The readings of what was understood; none where nothing was. ``base`` gives the day looked at and the weight."""
    if not found.parts:
        return []
    plain = Selection(per=base.per, vekt=base.vekt)
    every = product(*(part.meanings for part in found.parts))
    readings = (_offer(meanings, plain) for _, meanings in zip(range(MOST), every, strict=False))
    return list(dict.fromkeys(readings))


def _offer(meanings: Sequence[Meaning], selection: Selection) -> Offer:
    places, things, window, least = list[Meaning](), list[str](), "", None
    for meaning in meanings:
        if meaning.sort == "periode":
            first, last = meaning.value.split("-")
            selection = replace(selection, periode=(int(first), int(last)))
        elif meaning.sort in SELECTS:
            if meaning.value not in getattr(selection, meaning.sort):
                selection = selection.toggle(meaning.sort, meaning.value)
        elif meaning.sort in PLACES:
            places.append(meaning)
        elif meaning.sort == "thing":
            things.append(meaning.value)
        elif meaning.sort == "window":
            window = meaning.value
            things.append("due")
        else:
            least = int(meaning.value) if meaning.sort == "least" else least
            things.append("membership")
    order = list(THINGS)
    some = tuple(sorted(dict.fromkeys(things), key=order.index))
    tied = tuple(sorted(dict.fromkeys(places), key=lambda place: (place.sort, place.value)))
    return Offer(selection.of_time(), tied, some, window, least, tuple(dict.fromkeys(meanings)))


def numbers(scope: Scope, offer: Offer) -> Tally:
    """The numbers of one reading; ``scope`` is of the portfolio and the day, its selection is left aside."""
    inside = Scope(scope.portfolio, offer.selection, scope.today, scope.now)
    lists = tuple(_lists(inside, offer))
    asks = bool(offer.things)
    whole = not offer.places and bool(offer.used)
    held = next((one for one in lists if one.entity == "membership" and not one.unreached), None)
    return Tally(
        initiatives=registered(inside) if whole and not asks else None,
        won=pipeline(inside).won_paid if whole and (not asks or GRANTED & set(offer.things)) else (),
        due=_due(inside, offer),
        abroad=_abroad(inside, offer),
        lists=lists,
        idle=_idle(inside, held) if held and held.n and asks else None,
    )


def _due(scope: Scope, offer: Offer) -> int | None:
    """The deadlines of the window, where they are asked for or all of the reading narrows them."""
    reached = bool(offer.used) and offer.used <= set(THINGS["due"].by) and not offer.places
    if not ("due" in offer.things if offer.things else reached):
        return None
    return len(dues(scope, due_window(offer.span, scope.today).until))


def _abroad(scope: Scope, offer: Offer) -> int | None:
    """The initiatives with a region in the country, where that is the one place asked for."""
    if offer.things or [place.sort for place in offer.places] != ["country"]:
        return None
    return len(behind(scope, Inquiry("tiltak", "land"), (offer.places[0].value,)))


def _lists(scope: Scope, offer: Offer) -> list[Listing]:
    things = (*WHO, *offer.things) if offer.at_home and offer.things else offer.things
    asked = tuple(dict.fromkeys(entity for key in things if (entity := THINGS[key].entity)))
    placed = bool(offer.places) or bool(offer.used & set(WHERE))
    usual = () if offer.things else TIED if placed else USUAL
    made = [_listing(scope, offer, entity) for entity in (*asked, *usual)]
    return [one for one in made if one.entity in asked or (one.n and not one.unreached)]


def _listing(scope: Scope, offer: Offer, entity: str) -> Listing:
    columns = [column_of(entity, place.sort) for place in offer.places]
    equal = tuple((c, place.value) for c, place in zip(columns, offer.places, strict=True) if c)
    unreached = tuple(sorted(offer.used - touched(entity)))
    unreached += tuple(place.sort for place, column in zip(offer.places, columns, strict=True) if not column)
    least = offer.least if entity == "membership" else None
    question = Question(equal=equal, least=(("fee", float(least)),) if least is not None else ())
    return Listing(entity, equal, least, codes(scope, entity, question), unreached)


def codes(scope: Scope, entity: str, question: Question = Question()) -> tuple[str, ...]:  # noqa: B008  # frozen
    """The records of a list, as the list itself counts them."""
    return listed(scope, entity, question, lambda _, code: str(code)).codes


def column_of(entity: str, target: str) -> str:
    """The column of a kind that names a place or a goal; "" where it has none."""
    of = (c.name for c in ENTITIES[entity].columns if c.of == target and c.kind in (Kind.REFERENCE, Kind.TIES))
    return next(of, "")


def _idle(scope: Scope, held: Listing) -> tuple[str, ...] | None:
    """Those of the listed memberships that nothing is recorded from; None where there is none such and some are of
    other years, of which it is not known."""
    known = {one.code: one.links for one in memberships(scope)}
    idle = tuple(code for code in held.codes if known.get(code) == 0)
    return idle if idle or known.keys() >= set(held.codes) else None


def allowed(scope: Scope, offer: Offer, entities: Sequence[str]) -> Mapping[str, Any]:
    """entity -> the codes inside the reading's selection, of the kinds that all of it narrows and that it asks for."""
    inside = Scope(scope.portfolio, offer.selection, scope.today, scope.now)
    asked = {THINGS[key].entity for key in offer.things} - {""}
    some = [e for e in entities if offer.used <= touched(e) and (not asked or e in asked)]
    return {entity: frozenset(codes(inside, entity)) for entity in some}
