"""One Plotly template from the tokens of ``assets/tokens.css``; colours by role, never by name.

The figures carry the light theme's colours. ``assets/plotly.css`` (made by :func:`theme_css`) lets the style sheet
replace each of them by its token, so dark mode and print need no script and nothing flashes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import plotly.graph_objects as go

from akint_dash.settings import PROJECT

FONT: Final = '"Hanken Grotesk Variable", "Hanken Grotesk", system-ui, sans-serif'
ROLES: Final = (
    "ink", "ink-2", "ink-3", "rule-strong", "rule", "grid", "mute", "accent", "paper",
    "pro-strong", "pol-strong", "kom-strong", "bil-strong", "pro-soft", "pol-soft", "kom-soft", "bil-soft",
    "seq-1", "seq-2", "seq-3", "seq-4", "seq-5", "seq-6",
)  # fmt: skip
"""The tokens a figure may use."""

CONFIG: Final[Mapping[str, Any]] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showAxisDragHandles": False,
    "showTips": False,
    "locale": "nb",
}
"""The one configuration of every graph."""


@lru_cache(maxsize=1)
def tokens() -> Mapping[str, str]:
    """The light theme's colours by role."""
    css = (PROJECT / "assets" / "tokens.css").read_text(encoding="utf-8")
    root = css[css.index(":root {") : css.index("@media screen")]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", root))


def colour(role: str) -> str:
    """The light colour of a role.

    Raises:
        ValueError: the role is not one a figure may use.
    """
    if role not in ROLES:
        raise ValueError(role)
    return tokens()[role]


@lru_cache(maxsize=1)
def template() -> go.layout.Template:
    """The layout every figure starts from."""
    axis = {
        "showline": False,
        "zeroline": False,
        "gridcolor": colour("grid"),
        "tickcolor": colour("rule-strong"),
        "tickfont": {"size": 13, "color": colour("ink-3")},
        "automargin": True,
        "nticks": 5,
        "fixedrange": True,
    }
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 14, "color": colour("ink-2")},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "separators": ",\u00a0",
            "showlegend": False,
            "margin": {"l": 0, "r": 0, "t": 24, "b": 0},
            "colorway": [colour(f"{i}-strong") for i in ("pro", "pol", "kom", "bil")],
            "xaxis": {**axis, "showgrid": False, "ticks": "outside", "ticklen": 6},
            "yaxis": {**axis, "zeroline": True, "zerolinecolor": colour("rule-strong")},
            "bargap": 0.28,
            "hovermode": False,  # what a point says, its mark says (``components/graph.py``)
            "dragmode": False,
            "transition": {"duration": 0},
        }
    )


def theme_css() -> str:
    """The style sheet that turns each light colour inside a graph into its token."""
    lines = ["/* Made by akint_dash.figures.template.theme_css: do not edit. */"]
    seen: set[str] = set()
    for role in ROLES:
        value = colour(role)
        if value in seen:
            continue
        seen.add(value)
        red, green, blue = (int(value[i : i + 2], 16) for i in (1, 3, 5))
        for name in ("fill", "stroke"):
            selector = f'.js-plotly-plot [style*="{name}: rgb({red}, {green}, {blue})"]'
            lines.append(f"{selector} {{ {name}: var(--{role}) !important; }}")
    return "\n".join(lines) + "\n"
