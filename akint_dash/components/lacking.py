"""What a sum of grants rests on, with the records that lack something and their owners."""

from __future__ import annotations

from collections.abc import Sequence

from akint_dash.components.card import Basis
from akint_dash.components.view import View
from akint_dash.measures.parts import divided
from akint_dash.measures.pipeline import Standing
from akint_dash.measures.scope import Scope
from akint_dash.text import missing as text


def parts_said(view: View, some: Sequence[Standing], scope: Scope | None = None) -> str:
    """That of shared projects only the part of the areas chosen (of an area's page, its ``scope``'s) is told; '' where
    none of ``some`` is shared out."""
    chosen = (scope or view.scope).selection.omrade
    if not chosen or not any(divided(view.portfolio.get("project", s.code)) for s in some):
        return ""
    w = view.words
    one, many = (
        "Av prosjekter med vedtatt deling er bare rådsområdets del regnet med.",
        "Av prosjekter med vedtatt deling er bare områdenes del regnet med.",
    )
    return w.n(one, many, len(chosen))


def grants_basis(view: View, some: Sequence[Standing], counted: int) -> Basis | None:
    """The basis of the money of ``some`` grants, of which ``counted`` count here; None where there are none."""
    if not some:
        return None
    records = [("project", s.code) for s in some if s.no_amount or s.no_rate]
    return Basis(text.grants(view.words, some, counted), records)
