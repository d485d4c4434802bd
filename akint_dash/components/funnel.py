"""A flow through steps as bars: what went on, what stands here, what was stopped; words between the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dash import html
from dash.development.base_component import Component

from akint_dash.components.marks import along, telling
from akint_dash.figures.marks import Mark

KINDS: Final = ("onward", "here", "stopped")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, how many came here, and of them went on, stand here and were stopped.

    ``words`` stand at the end of the bar, ``between`` under it: what happened on the way to the next step. ``marks``:
    what each of the three says.
    """

    label: str
    onward: int
    here: int
    stopped: int
    marks: Sequence[Mark]
    words: str
    between: str = ""
    strong: str = ""


def funnel(steps: Sequence[Step], key: Sequence[str]) -> Component:
    """Bars on one scale. The part that went on comes first, so the next bar is exactly as long as it.

    ``key`` are the words of the three kinds: went on, stands here, stopped.
    """
    top = max((s.onward + s.here + s.stopped for s in steps), default=0) or 1
    rows: list[Component] = []
    for step in steps:
        rows.append(html.Li(_bar(step, top), className="stage"))
        if step.between:
            strong = [html.B(step.strong), " "] if step.strong else []
            rows.append(html.Li(html.P([*strong, step.between]), className="between"))
    kinds = zip(KINDS, key, strict=True)
    signs = [html.Span([html.Span(className=f"key-mark {kind}"), words]) for kind, words in kinds]
    return html.Div([html.Ol(rows, className="funnel"), html.P(signs, className="key")])


def _bar(step: Step, top: int) -> list[Component]:
    parts = [
        telling(mark, None, f"part {kind}", **along(n, top))
        for kind, n, mark in zip(KINDS, (step.onward, step.here, step.stopped), step.marks, strict=True)
        if n
    ]
    return [
        html.Span(step.label, className="bar-label"),
        html.Span(parts, className="bar-track"),
        html.Span(step.words, className="bar-value num"),
    ]
