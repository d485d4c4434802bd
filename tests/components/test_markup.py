"""Components as markup: escaped, without styles, the same as React would make."""

from __future__ import annotations

import dash_bootstrap_components as dbc
import pytest
from dash import html

from akint_dash.components.markup import markup, still


def test_texts_and_attributes_are_escaped() -> None:
    tree = html.A(['<b>"hei"</b>', html.B("&")], href='/?a=1&b="2"', title="<x>")
    assert (
        markup(tree) == '<a href="/?a=1&amp;b=&quot;2&quot;" title="&lt;x&gt;">&lt;b&gt;"hei"&lt;/b&gt;<b>&amp;</b></a>'
    )


def test_names_are_those_of_html_and_false_is_left_out() -> None:
    tree = html.Label(
        "x", htmlFor="y", className="z", hidden=False, tabIndex=-1, **{"aria-hidden": "true", "data-q": ""}
    )
    assert markup(tree) == '<label class="z" for="y" tabindex="-1" data-q="" aria-hidden="true">x</label>'
    assert markup(html.Details(html.Summary("s"), open=True)) == "<details open><summary>s</summary></details>"
    assert markup([None, "a", 3, html.Br(), html.Time("t", dateTime="2026-01-01")]) == (
        'a3<br><time datetime="2026-01-01">t</time>'
    )


def test_the_outermost_stays_a_component() -> None:
    made = still(html.Ul([html.Li("a")], className="x", id="y"))
    props = {name: value for name, value in made.to_plotly_json()["props"].items() if value is not None}
    assert props == {"className": "x", "id": "y", "data-markup": "<li>a</li>"}


@pytest.mark.parametrize("bad", [html.Div(style={"width": "1%"}), dbc.Input(type="text")])
def test_what_cannot_be_markup_is_refused(bad: object) -> None:
    with pytest.raises(ValueError, match="cannot be markup"):
        markup(html.Div(bad))
