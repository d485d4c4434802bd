"""Offices and meetings of each membership, political and administrative."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.card import Basis, card
from akint_dash.components.mix import Mixed, mix
from akint_dash.components.total import part_line, total_line
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Form, Plot
from akint_dash.measures import engagement as active_in
from akint_dash.measures import memberships as measure
from akint_dash.measures.facts import silent
from akint_dash.measures.frame import frame
from akint_dash.pages.policy import numbers
from akint_dash.pages.policy.answers import MISSING, Gave
from akint_dash.pages.policy.members import and_more, no_memberships
from akint_dash.text import policy as text
from akint_dash.text.areas import silent_title
from akint_dash.text.frame import stop

SPHERES: Final = ("political", "administrative", MISSING)
MET: Final = ("meetings_political", "meetings_administrative", "meetings_lacking")


def engaged(view: View, found: list[measure.Worth], gave: Gave) -> Component:
    """Posts held and meetings attended, by political and administrative level (S9)."""
    w, said = view.words, active_in.engagement(view.scope, found)
    data = active_in.engagement_table(sorted(found, key=lambda m: (-len(m.given("meetings")), m.code)))
    rows = list(data.dicts())
    active = [r for r in rows if any(r[h.name] for h in data.headings[1:])]
    whole = [said.meetings_political, said.meetings_administrative]
    kinds = [w("Politiske møter"), w("Administrative møter")]
    if rest := said.meetings - sum(whole):
        whole, kinds = [*whole, rest], [*kinds, w("Møter, nivå ikke registrert")]
    names = [(kind, w.number(n)) for kind, n in zip(kinds, whole, strict=True)]
    bars = [_engaged(view, row, kinds, gave) for row in rows]
    whole_said = (f"{kind}: {w.part(n, said.meetings)}" for kind, n in zip(kinds, whole, strict=True))
    marks = [gave.meetings_mark(one, n, "", s) for one, n, s in zip(whole_said, whole, SPHERES, strict=False)]
    drawn = mix(bars, names, whole, marks)
    pair = active_in.meetings_same_days(view.scope, found)
    shown = frame(view.scope.narrowed(maned=()), "activity")
    unregistered = not (pair and pair[0]) and silent(view.scope, shown.year)
    met = text.engaged_say(w, shown, pair)
    if unregistered and shown.told(shown.year):
        met = stop(silent_title(w, shown, [view.name("area", code) for code in view.selection.omrade]))
    lacking = sum(r["posts_lacking"] + r["meetings_lacking"] for r in rows)
    basis = w.n("Bygger på ett medlemskap", "Bygger på {count} medlemskap", len(rows))
    if lacking:
        basis += "; " + w.n("{n} verv eller møte mangler nivå", "{count} verv eller møter mangler nivå", lacking)
    idle = {r["organisation"][1] for r in rows if r not in active}
    without = [("membership", m.code) for m in found if m.organisation in idle]
    if without:
        basis += "; " + w.n("ett er uten verv og møter", "{count} er uten verv og møter", len(without))
    return card(
        view,
        "deltakelse",
        title=text.engaged_title(w, said),
        say=and_more(met, text.contents(w, view.selection)) if rows else "",
        figure=[html.Div(drawn, className="engaged"), *_counts(view, said)] if rows else no_memberships(view),
        unit=w("Møter vi har deltatt i; under navnet står vervene vi har eller har hatt") if rows else "",
        data=data,
        numbers=numbers.engaged(view, found),
        plot=Plot(Form.BARS, "organisation", MET, stacked=True),
        caption=w("Politiske og administrative verv og møter"),
        refs=("S9",),
        basis=Basis(basis, without),
        level=2,
    )


def _counts(view: View, said: active_in.Engagement) -> list[Component]:
    """In how many of the memberships we are active, and what it is, in all."""
    w = view.words
    lines = [part_line(view, "deltakelse", w("Medlemskap med registrerte verv eller møter"), said.active, said.total)]
    if said.posts:
        told = w("{n}, av dem {political} politiske", n=w.number(said.posts), political=w.number(said.posts_political))
        lines.append(total_line(w("Verv"), told))
    return [*lines, total_line(w("Nettverksmøter"), w.number(said.meetings))]


def _engaged(view: View, row: dict[str, Any], kinds: Sequence[str], gave: Gave) -> Mixed:
    w = view.words
    parts = [row["meetings_political"], row["meetings_administrative"], row["meetings_lacking"]]
    posts = [
        w.n("1 politisk verv", "{n} politiske verv", row["posts_political"]) if row["posts_political"] else "",
        w.n("1 administrativt verv", "{n} administrative verv", row["posts_administrative"])
        if row["posts_administrative"]
        else "",
        w.n("1 verv, nivå ikke registrert", "{n} verv, nivå ikke registrert", row["posts_lacking"])
        if row["posts_lacking"]
        else "",
    ]
    note = w.join([p for p in posts if p]) or w("ingen verv")
    more = w.n("{n} politisk", "{n} politiske", parts[0]) if parts[0] else ""
    words = w.n("1 møte", "{n} møter", sum(parts)) if sum(parts) else w("ingen møter")
    code, name = row["organisation"][1], view.name("organisation", row["organisation"][1])
    told = (f"{name}, {kind}: {w.part(n, sum(parts))}" for kind, n in zip(kinds, parts, strict=False))
    marks = [gave.meetings_mark(one, n, code, sphere) for one, n, sphere in zip(told, parts, SPHERES, strict=False)]
    return Mixed(name, parts, words, marks, more, note)
