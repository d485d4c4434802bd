"""The addresses of the history, and what is said of an update."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.pager import asked_page, pager
from akint_dash.components.parts import apart
from akint_dash.components.shell import source_words
from akint_dash.components.view import View
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES
from akint_dash.store.revisions import FORGET, Revision
from akint_dash.text.record import kinds
from akint_dash.text.words import Words

HERE: Final = "/historikk"
KIND: Final = "slag"
PART: Final = "blad"
UNDO: Final = "angre"
NEEDS: Final = {"data-needs": "/assets/intake/intake.css"}


def came_from(w: Words, revision: Revision) -> str:
    """What an update was made from."""
    if revision.undoes is not None:
        return w("Angrer oppdatering {n}", n=revision.undoes)
    if revision.source == FORGET:
        return w("Sletting av personopplysninger")
    known = [source_words(w, part) or part for part in revision.source.split(", ") if part]
    told = w.join(list(dict.fromkeys(known)))
    return told[:1].upper() + told[1:]


def who_said(w: Words, revision: Revision) -> str:
    """Who made an update, in words where it was the program itself."""
    itself = {"akint-dash demo": w("demonstrasjonen"), "akint-dash": w("programmet")}
    return itself.get(revision.who, revision.who)


def files_said(w: Words, revision: Revision) -> str:
    """The files it was made of: a day by its date, our own lists by what they are; "" where there were none."""
    told = []
    for name in filter(None, (revision.files or "").split(", ")):
        day = re.fullmatch(r"\d{4}-\d\d-\d\d", name)
        told.append(w.date(name) if day else w("faste lister") if name == "code" else name)
    return ", ".join(told)


def asked_kind(view: View) -> str:
    """The entity that is asked for alone, "" for all."""
    asked = view.query.get(KIND, "")
    return next((entity for entity, address in ADDRESS.items() if address == asked and entity in ENTITIES), "")


def asked_part(view: View, parts: int) -> int:
    """Which page of the rows."""
    return min(asked_page(view.query.get(PART, "")), parts)


def kind_filter(view: View, counts: Mapping[str, int], name: str) -> Component | None:
    """A way to the changes of each kind alone, with how many."""
    w, chosen = view.words, asked_kind(view)
    if len(counts) < 2 and not chosen:
        return None
    ways: list[tuple[str | None, str]] = [(None, w("Alle"))]
    ways += [(ADDRESS[entity], f"{kinds(w, entity)} ({w.number(n)})") for entity, n in counts.items()]
    links = [
        html.A(
            said,
            href=view.link(own={KIND: address, PART: None}),
            **({"aria-current": "true"} if address == (ADDRESS[chosen] if chosen else None) else {}),
        )
        for address, said in ways
    ]
    return html.Nav(apart(links), className="kinds-of", **{"aria-label": name})


def part_pager(view: View, part: int, parts: int) -> Component | None:
    """The ways to the other pages of the rows."""
    return pager(view, part, parts, lambda at: view.link(own={PART: at}))
