"""What a figure of Explore is worked on with: a box that chooses several numbers, zoom and pan; by hand and by key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from akint_dash.components.graph import graph
from akint_dash.components.needs import asset
from akint_dash.components.parts import apart
from akint_dash.figures.marks import Mark
from akint_dash.measures.explore_questions import TIME
from akint_dash.pages.explore.explored import Explored
from akint_dash.pages.explore.records import together_words
from akint_dash.text import explore as text
from akint_dash.text import explore_pairs as pairs

SCRIPTS: Final = tuple(f"explore/{name}.js" for name in ("choice", "box", "zoom", "tools"))
MODES: Final = (("velg", "Velg flere"), ("zoom", "Zoom"), ("flytt", "Flytt"))
"""What a drag over the figure does (message ids); without one it scrolls the page."""
STEPS: Final = (("inn", "Zoom inn"), ("ut", "Zoom ut"), ("hel", "Hele figuren"))
KEY: Final = "utforsk-figur"


def around(asked: Explored, figure: go.Figure, marks: Sequence[Sequence[Mark | None]]) -> Component:
    """The figure under its tools, and what is chosen in it."""
    w = asked.view.words
    names = [side.name for side in asked.sides]
    title = pairs.title(w, asked.question, names) if asked.compares else text.question(w, asked.question)
    said = w("{title}. De samme tallene står i tabellen under.", title=title)
    figure.update_layout(uirevision=asked.without.partition("#")[0])  # a zoom stays while numbers are chosen
    return html.Div(
        [_bar(asked), graph(asked.view, figure, KEY, said, marks), _chosen(asked)],
        className="explore-figure",
        **{"data-zooms": _zooms(asked)},
    )


def _zooms(asked: Explored) -> str:
    """The axes that a zoom moves: never one that bars and lines begin at zero of."""
    if asked.form in ("punkter", "varmekart"):
        return "x y"
    upright = asked.form == "linjer" or asked.question.by in TIME
    return "x" if upright else "y"


def _bar(asked: Explored) -> Component:
    """The tools, shown by their script."""
    w = asked.view.words
    modes = [
        html.Button(w(words), type="button", **{"data-mode": mode, "aria-pressed": "false"}) for mode, words in MODES
    ]
    steps = [html.Button(w(words), type="button", **{"data-step": step}) for step, words in STEPS]
    return html.Div(
        apart([*modes, *steps]),
        className="explore-tools",
        role="group",
        hidden=True,
        **{
            "aria-label": w("Arbeid i figuren"),
            "data-needs": " ".join(map(asset, SCRIPTS)),
            "data-many": w("Det er valgt for mange tall på en gang. Velg færre, eller filtrer siden."),
        },
    )


def _chosen(asked: Explored) -> Component:
    """What is chosen and what it makes; how to choose where nothing is. Changes are heard."""
    w = asked.view.words
    if not asked.chosen:
        told = w(
            "Trykk mellomrom, eller hold Skift og klikk, for å velge flere tall, her og i tabellen. "
            "«Velg flere» velger med en ramme."
        )
        return html.P(told, className="note explore-chosen", role="status")
    words = w("Valgt: {what}.", what=together_words(asked))
    ways = [
        html.A(w("Se registreringene"), href="#poster"),
        html.A(w("Fjern valget"), href=asked.without, id="fjern-valget"),
    ]
    return html.P([words, *apart(ways)], className="explore-chosen", role="status")
