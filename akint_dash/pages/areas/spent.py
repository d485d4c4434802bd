"""What the areas used of what they set aside in a year, each and together, on one scale of shares (S7)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from dash import html

from akint_dash.components.view import View
from akint_dash.components.ways import to_list
from akint_dash.domain.selection import Selection
from akint_dash.domain.table import NOT_APPLICABLE
from akint_dash.figures.marks import Mark
from akint_dash.measures.frame import frame
from akint_dash.measures.means import Sum
from akint_dash.pages.areas.bullet import bullet
from akint_dash.text.missing import least
from akint_dash.text.words import Words


def sums(means: Collection[Sum]) -> tuple[int, int]:
    """Set aside and used, of what is known of both."""
    return sum(m.both_planned_ore for m in means), sum(m.both_used_ore for m in means)


def together(means: Collection[Sum]) -> Sum | None:
    """All areas as one; None where set aside and used are nowhere both known."""
    planned, used = sums(means)
    lacking = sum(m.lacking for m in means)
    without = sum(m.lacking_planned for m in means)
    return Sum(planned, used, None, None, planned, used, lacking, 0, without) if planned else None


def use(view: View, means: Collection[Sum], year: int) -> Callable[[Sum, str], Any]:
    """How one of them, of an area or ("") of all, is drawn: in an outline of all that is set aside, and in words."""
    gone = frame(view.scope, "budget").gone(year)
    top = max([1.0, *(m.used_share for m in means if m.used_share is not None)])

    def drawn(one: Sum, area: str) -> Any:
        if one.planned_ore is None:
            return _words(view, one)
        mark = _mark(view, one, area, year)
        return [
            bullet(1.0, one.used_share, top, gone, of="share", mark=mark),
            html.Span(_words(view, one), className="num"),
        ]

    return drawn


def _mark(view: View, one: Sum, area: str, year: int) -> Mark:
    """What is used of what is set aside, and the rows that say so."""
    w = view.words
    name = view.name("area", area) if area else w("Rådsområdene samlet")
    told = w("{planned} avsatt; brukt beløp mangler", planned=_planned(w, one))
    if one.used_share is not None:
        told = w("{share} brukt av {planned}", share=w.percent(one.used_share), planned=w.money(one.both_planned_ore))
    means = Selection(omrade=(area,) if area else view.selection.omrade, per=view.selection.per)
    return to_list(view, f"{name} {year}: {told}", "budget", selection=means, year=year)


def _planned(w: Words, one: Sum) -> str:
    """What is set aside: "minst" where an instrument's is not known."""
    return least(w, one.planned_ore or 0, one.lacking_planned)


def _words(view: View, one: Sum) -> Any:
    w = view.words
    if one.planned_ore is None and one.used_ore is not None:
        return [w("{used} brukt", used=w.money(one.used_ore)), " ", html.Span(w("avsatt mangler"), className="missing")]
    if one.not_applicable:
        return NOT_APPLICABLE
    if one.planned_ore is None and not frame(view.scope, "budget").reached:
        return w("ingen data ennå")
    if one.planned_ore is None:
        return html.Span(w("mangler"), className="missing")
    if one.used_share is None:
        told = w("{planned} satt av;", planned=_planned(w, one))
        return [told, " ", html.Span(w("brukt beløp mangler"), className="missing")]
    told = w("{used} av {planned}", used=w.percent(one.used_share), planned=w.money(one.both_planned_ore))
    return [told, " ", html.Span(w("beløp mangler"), className="missing")] if one.partly else told
