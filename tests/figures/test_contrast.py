"""The colours of marks that carry data reach 3:1 against the paper, in light and dark and in what leaves the house."""

from __future__ import annotations

import re
from typing import Final

import pytest

from akint_dash.exports.office import LEAST, clear, colour, edge, is_pale
from akint_dash.figures.template import theme_css
from akint_dash.settings import PROJECT

CSS: Final = (PROJECT / "assets" / "tokens.css").read_text(encoding="utf-8")
THEMES: Final = {
    "light": ":root",
    "dark": '[data-bs-theme="dark"]',
    "dark by the system": ':root:not([data-bs-theme="light"])',
}
INSTRUMENTS: Final = ("pro", "pol", "kom", "bil")
MARKS: Final = (
    *(f"{one}-strong" for one in INSTRUMENTS), "mute", "rule-strong", "ink", "ink-2", "ink-3", "accent",
    "seq-4", "seq-5", "seq-6",
)  # fmt: skip
"""What may be drawn by itself as long or as high as a number."""
PALE: Final = (*(f"{one}-soft" for one in INSTRUMENTS), "grid", "rule", "seq-1", "seq-2", "seq-3")
"""What is drawn only with a line around it, under one, or with its number in it."""


def theme(selector: str) -> dict[str, str]:
    found = re.search(re.escape(selector) + r"\s*\{(.*?)\}", CSS, re.DOTALL)
    assert found is not None
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", found.group(1)))


def luminance(rgb: str) -> float:
    parts = [int(rgb[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("name", THEMES)
def test_a_mark_stands_out_from_its_ground(name: str, ground: str) -> None:
    tokens = theme(THEMES[name])
    weak = {mark: round(contrast(tokens[mark], tokens[ground]), 2) for mark in MARKS}
    assert {mark: value for mark, value in weak.items() if value < LEAST} == {}


def test_both_dark_themes_are_one() -> None:
    assert theme(THEMES["dark"]) == theme(THEMES["dark by the system"])


def test_what_leaves_the_house_has_no_pale_mark_without_a_line() -> None:
    assert {role for role in (*MARKS, *PALE) if is_pale(colour(role))} == set(PALE)
    for role in PALE:
        assert contrast(f"#{edge(colour(role))}", "#ffffff") >= LEAST
        assert contrast(f"#{clear(colour(role))}", "#ffffff") >= LEAST
    for role in MARKS:
        assert edge(colour(role)) == colour("paper")
        assert clear(colour(role)) == colour(role)


def test_graphs_take_their_colours_from_a_style_sheet_that_is_made_of_the_tokens() -> None:
    assert (PROJECT / "assets" / "plotly.css").read_text(encoding="utf-8") == theme_css()


def test_every_token_is_used() -> None:
    """By a style sheet or a script, or as a colour of what is drawn elsewhere."""
    sheets = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "assets").rglob("*.css"))
    code = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "akint_dash").rglob("*.py"))
    code += "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "assets").rglob("*.js"))
    used = set(re.findall(r"var\(--([\w-]+)", sheets + code)) | set(re.findall(r"\"([a-z][a-z0-9-]*)\"", code))
    tokens = set(re.findall(r"--([\w-]+):", CSS))
    composed = {f"seq-{n}" for n in range(1, 7)} | {f"{one}-{part}" for one in INSTRUMENTS for part in ("ink", "soft")}
    assert tokens - used - composed == set()
