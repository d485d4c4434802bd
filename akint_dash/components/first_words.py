"""What a page says before any script has run: its finding and the findings of its cards, as a stranger is told them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dash.development.base_component import Component

from akint_dash.components.own_area import carried
from akint_dash.components.page import Shown
from akint_dash.components.publication import outside, said
from akint_dash.components.reading import classes, elements, inside, kind, words_of
from akint_dash.components.selected import data, mark, selection
from akint_dash.components.shell import MENU
from akint_dash.components.view import View
from akint_dash.text.words import Language

MOST: Final = 80
"""So many cards and headings are said."""


@dataclass(frozen=True, slots=True)
class Said:
    """A card, or a heading without one: its finding, how we know, its files by name where it has a figure, and what the
    selection narrows it to."""

    title: str
    say: str = ""
    base: str = ""
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FirstWords:
    """``title`` is the browser's; ``address`` and ``picture`` are known only where the settings say what we are called
    from outside. ``found`` is false where the address leads nowhere."""

    language: Language
    found: bool
    title: str
    site: str
    mark: str
    chosen: str
    finding: str
    say: str
    cards: tuple[Said, ...]
    ways: tuple[tuple[str, str], ...]
    stamp: str
    script: str
    address: str = ""
    picture: str = ""
    pictured: str = ""


def first_words(shown: Shown) -> FirstWords:
    """The words of a page that was made; read before it is made markup."""
    view, w = shown.view, shown.view.words
    main = next(one for one in elements(shown.content) if kind(one) == "Main")
    content = list(elements(main))
    lead = next((one for one in content if "lead" in classes(one)), main)
    parts = list(elements(lead))
    paragraphs = [said(one) for one in parts if kind(one) == "P" and "over" not in classes(one)]
    figure = next((one.id for one in content if getattr(one, "id", "") in view.told), "")
    known = bool(view.settings.public_url) and shown.page is not None
    return FirstWords(
        language=w.language,
        found=shown.page is not None,
        title=f"{shown.title} – {w('Internasjonal portefølje')}",
        site=f"{w('Internasjonal portefølje')} – {w('Akershus fylkeskommune')}",
        mark=mark(view),
        chosen=_chosen(shown),
        finding=next((words_of(one) for one in parts if kind(one) == "H1"), shown.title),
        say=" ".join(filter(None, paragraphs)) if lead is not main else "",
        cards=tuple(_said(view, main))[:MOST],
        ways=tuple(
            (w(words), view.link(path, selection=carried(view))) for path, words in MENU if path in view.addresses
        ),
        stamp=data(view),
        script=w("Figurene, filtrene og søket trenger JavaScript."),
        address=outside(view, view.link()) if known else "",
        picture=outside(view, view.download(figure, "png")) if known and figure else "",
        pictured=view.told[figure].title if figure else "",
    )


def length(words: FirstWords) -> int:
    """Bytes that they take, about."""
    return 2 * len(repr(words))


def _chosen(shown: Shown) -> str:
    """What is chosen at the address, in words; "" where nothing is."""
    if shown.page is None:
        return ""
    w, told = shown.view.words, selection(shown.view, shown.page, [*shown.view.told])
    chosen = "; ".join(f"{name}: {said}" for name, said in told.items())
    return w("Valgte filtre: {selection}", selection=chosen) if chosen else ""


def _said(view: View, within: Any) -> Iterator[Said]:
    """The cards, and the headings between them, in the order they stand; what a card holds is the card's own."""
    for one in inside(within):
        if not isinstance(one, Component) or "unseen" in classes(one):
            continue
        if kind(one) == "Article":
            yield from _card(view, one)
        elif kind(one) in ("H2", "H3"):
            yield Said(words_of(one))
        else:
            yield from _said(view, one)


def _card(view: View, card: Component) -> Iterator[Said]:
    parts = [one for one in elements(inside(card)) if "unseen" not in classes(one)]
    title = next((words_of(one) for one in parts if kind(one) in ("H2", "H3")), "")
    say = next((words_of(one) for one in parts if kind(one) == "P" and "say" in classes(one)), "")
    key, w = getattr(card, "id", ""), view.words
    files = ((w("Figur (SVG)"), "svg"), (w("Tall (CSV)"), "csv")) if key in view.told else ()
    if title:
        base = view.told[key].base if key in view.told else ""
        yield Said(title, say, base, tuple((name, view.download(key, ending)) for name, ending in files))
