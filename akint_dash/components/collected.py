"""What lies in a basket, opened: each card as a publication of its own page, and all of them as one collection.

A card is opened as its page is, for who asks: what is not there for them is left out, and said to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from akint_dash.components import basket
from akint_dash.components.basket import Named
from akint_dash.components.publication import outside, plain, publication
from akint_dash.components.reading import classes, elements
from akint_dash.components.selected import data, mark
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Collection, Exhibit, Publication
from akint_dash.exports.told import selection
from akint_dash.text.words import Words

if TYPE_CHECKING:
    from akint_dash.components.page import Page


@dataclass(frozen=True, slots=True)
class Kept:
    """A card of the basket: ``publication`` holds it alone, None where it is left out, and then ``why`` says it."""

    entry: str
    publication: Publication | None = None
    href: str = ""
    why: str = ""

    @property
    def exhibit(self) -> Exhibit | None:
        """The card."""
        return self.publication.exhibits[0] if self.publication else None


@dataclass(frozen=True, slots=True)
class Collected:
    """A basket: its cards in order, those left out among them, and in words what could not be read at all."""

    kept: tuple[Kept, ...]
    told: tuple[str, ...] = ()

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Of each card that is there."""
        return tuple(one.publication for one in self.kept if one.publication)


def collected(view: View) -> Collected:
    """What the basket of the page's address holds for who asks.

    Raises:
        DatabaseUnavailable: nothing was ever read.
    """
    w, read = view.words, basket.read(view.query.get(basket.OWN, ""))
    pages: dict[Any, tuple[View, Page, Sequence[Any]] | str] = {}
    kept = []
    for named in read.cards:
        address = named.path, named.query
        if address not in pages:
            pages[address] = _opened(view, named)
        kept.append(_kept(view, named, pages[address]))
    told = []
    if read.unread:
        told.append(
            w.n(
                "Ett kort er utelatt, for adressen er kuttet eller feil.",
                "{n} kort er utelatt, for adressen er kuttet eller feil.",
                read.unread,
            )
        )
    if read.beyond:
        told.append(
            w.n(
                "Kurven rommer {most} kort. Ett til er utelatt.",
                "Kurven rommer {most} kort. {n} til er utelatt.",
                read.beyond,
                most=basket.MOST,
            )
        )
    return Collected(tuple(kept), tuple(told))


def _opened(view: View, named: Named) -> tuple[View, Page, Sequence[Any]] | str:
    """The page of a card with its body, or why it is not there."""
    w, gone = view.words, _gone(view.words)
    language = view.words.language
    if named.path.rstrip("/") == basket.PATH or named.path == "/en" or named.path.startswith("/en/"):
        return gone
    path = named.path if language == "nb" else f"/{language}" + ("" if named.path == "/" else named.path)
    opened = view.opens(path, dict(named.query))
    if opened is None:
        return gone
    of_card, page = opened
    content = page.body(of_card)
    if of_card.notices or any("dropped" in classes(one) for one in elements(content)):
        return w("Et valg som kortet hadde, finnes ikke lenger.")
    return of_card, page, content


def _gone(w: Words) -> str:
    return w("Kortet finnes ikke lenger, eller er ikke åpent for deg.")


def _kept(view: View, named: Named, opened: tuple[View, Page, Sequence[Any]] | str) -> Kept:
    if isinstance(opened, str):
        return Kept(named.entry, why=opened)
    of_card, page, content = opened
    if named.key not in of_card.told:
        return Kept(named.entry, why=_gone(view.words))
    made = publication(of_card, page, content, [named.key])
    card = made.exhibits[0]
    said = " · ".join(
        [*([made.page] if card.over else []), selection(view.words, made)]
    )  # an instrument's stands under it
    made = replace(made, exhibits=(replace(card, base=said),))
    return Kept(named.entry, made, of_card.link(anchor=named.key))


def title(w: Words, publications: Sequence[Publication]) -> str:
    """How many cards, and of which page or how many pages."""
    names = list(dict.fromkeys(one.page for one in publications))
    cards = w.n("Ett kort", "{Count} kort", len(publications))
    if len(names) == 1:
        return w("{cards} fra «{page}»", cards=cards, page=names[0])
    return w.n("{cards} fra én side", "{cards} fra {count} sider", len(names), cards=cards)


def collection(view: View, found: Collected) -> Collection:
    """The basket as one file: what the whole is of, then each card as a part that says its own page's selection.

    Raises:
        ValueError: no card is there.
    """
    w, parts = view.words, found.publications
    if not parts:
        raise ValueError("a basket of nothing")
    selections = {one.selection for one in parts}
    apart = ((w("Hvert kort"), w("sidens filtre, som står på kortet")),)
    names = [w("«{page}»", page=one) for one in dict.fromkeys(one.page for one in parts)]
    missing = sum(1 for one in found.kept if one.why)
    lost = w.n("Ett kort i kurven er utelatt.", "{Count} kort i kurven er utelatt.", missing) if missing else ""
    marked = w("demonstrasjon") if view.portfolio.demonstration else ""
    name = w.n("kurv med ett kort", "kurv med {n} kort", len(parts))
    front = replace(
        parts[0],
        title=title(w, parts),
        page=w("Kurv"),
        over=w("Kurv"),
        say=w.n("Valgt fra siden {pages}.", "Valgt fra sidene {pages}.", len(names), pages=w.join(names)),
        selection=parts[0].selection if len(selections) == 1 else apart,
        day=view.day,
        data=data(view),
        sources=tuple(dict.fromkeys(source for one in parts for source in one.sources)),
        address=outside(view, view.link()),
        demonstration=mark(view),
        exhibits=tuple(exhibit for one in parts for exhibit in one.exhibits),
        notes=tuple(dict.fromkeys(filter(None, [lost, *found.told, *(note for one in parts for note in one.notes)]))),
        name="-".join(filter(None, [marked, plain(name), view.day.isoformat()])),
    )
    return Collection(front, parts)
