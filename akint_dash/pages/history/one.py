"""One update: where it came from, every change of it, and the way to take it back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.changed import changes_table
from akint_dash.components.lead import lead
from akint_dash.components.view import View
from akint_dash.components.write_form import reason_field, send_button, write_form
from akint_dash.domain.history import Change
from akint_dash.pages.history.words import (
    HERE,
    NEEDS,
    UNDO,
    asked_kind,
    asked_part,
    came_from,
    files_said,
    kind_filter,
    part_pager,
    who_said,
)
from akint_dash.store.revisions import FORGET, Revision
from akint_dash.text.changed import counts_told

SHOWN: Final = 100
ORDER: Final = ("closed", "changed", "added")


def revision_of(view: View) -> Revision | None:
    """The update that the address names."""
    asked = view.parts.get("nummer", "")
    known = asked.isdecimal() and asked.isascii() and len(asked) < 9
    return next((r for r in view.portfolio.revisions if r.number == int(asked)), None) if known else None


def heading(view: View) -> str:
    """The title of the browser's window."""
    return view.words("Oppdatering {n}", n=view.parts.get("nummer", ""))


def update_page(view: View) -> Sequence[Any]:
    """The page."""
    revision = revision_of(view)
    if revision is None:
        return []
    w = view.words
    changes = [change for number, change in view.portfolio.changes if number == revision.number]
    counts = {"added": revision.added, "changed": revision.changed, "closed": revision.closed}
    title = w("Oppdatering {n}: {counts}", n=revision.number, counts=counts_told(w, counts))
    over = html.A(w("Historikk"), href=view.link(HERE, own={}))
    parts = [lead(over, title, _origin(view, revision)), _undo(view, revision)]
    hidden = sum(counts.values()) - len(changes)
    return [*parts, html.Div(_card(view, changes, hidden), className="grid section", **NEEDS)]


def _origin(view: View, revision: Revision) -> list[Any]:
    """When, by whom, from what; and what took it back."""
    w = view.words
    files = files_said(w, revision)
    told = [w("{moment}, av {who}.", moment=w.moment(revision.recorded_at), who=who_said(w, revision))]
    told.append(f"{came_from(w, revision)}{f' ({files})' if files else ''}.")
    if revision.reason:
        told.append(w("Begrunnelse: {reason}", reason=f"«{revision.reason}»."))
    ways: list[Any] = []
    if revision.undoes is not None:
        said = w("Se oppdatering {n}", n=revision.undoes)
        ways.append(html.A(said, href=view.link(f"{HERE}/{revision.undoes}", own={})))
    for later in _undone_by(view, revision):
        said = w("Angret med oppdatering {n}", n=later.number)
        ways.append(html.A(said, href=view.link(f"{HERE}/{later.number}", own={})))
    return [" ".join(told), *(part for way in ways for part in (" ", way))]


def _undone_by(view: View, revision: Revision) -> list[Revision]:
    return [later for later in view.portfolio.revisions if later.undoes == revision.number]


def _undo(view: View, revision: Revision) -> Component | None:
    """The way to take it back, in two steps, for who may."""
    w = view.words
    if not view.viewer.may_write or revision.source == FORGET or view.selection.per or _undone_by(view, revision):
        return None
    if not view.query.get(UNDO):
        way = html.A(w("Angre oppdateringen …"), href=view.link(own={UNDO: "ja"}))
        return html.P(way, className="section", **NEEDS)
    reverse = {"added": revision.closed, "changed": revision.changed, "closed": revision.added}
    say = w(
        "Angringen blir en ny oppdatering: {counts}. Den avslås hvis senere oppdateringer bygger på denne.",
        counts=counts_told(w, reverse),
    )
    button = send_button(w("Angre oppdatering {n}", n=revision.number))
    form = write_form(view, f"{HERE}/{revision.number}", [reason_field(view), button])
    back = html.P(html.A(w("La den stå"), href=view.link(own={UNDO: None})))
    return html.Section([html.P(say, className="say"), form, back], className="section", **NEEDS)


def _card(view: View, changes: Sequence[Change], hidden: int) -> Component:
    w, chosen = view.words, asked_kind(view)
    counts = Counter(change.entity for change in changes)
    some = [change for change in changes if not chosen or change.entity == chosen]
    some.sort(key=lambda change: ORDER.index(change.sort))
    parts = max(1, -(-len(some) // SHOWN))
    part = asked_part(view, parts)
    title = w.n("Én endret registrering", "{Count} endrede registreringer", len(some))
    note = w.n(
        "Én endring av personopplysninger vises ikke.", "{n} endringer av personopplysninger vises ikke.", hidden
    )
    return html.Section(
        [
            html.H2(title),
            kind_filter(view, dict(counts.most_common()), w("Endringer av")),
            changes_table(view, some[(part - 1) * SHOWN : part * SHOWN], title) if some else None,
            part_pager(view, part, parts),
            html.P(note, className="note") if hidden > 0 and not chosen else None,
        ],
        className="card c12",
    )
