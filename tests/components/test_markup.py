"""Components as markup: escaped, without styles, the same as React would make."""

from __future__ import annotations

import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html

from akint_dash.components.markup import _given, markup, still


def test_texts_and_attributes_are_escaped() -> None:
    tree = html.A(['<b>"hei"</b>', html.B("&")], href='/?a=1&b="2"', title="<x>")
    assert (
        markup(tree) == '<a href="/?a=1&amp;b=&quot;2&quot;" title="&lt;x&gt;">&lt;b&gt;"hei"&lt;/b&gt;<b>&amp;</b></a>'
    )


def test_names_are_those_of_html_and_false_is_left_out() -> None:
    tree = html.Label("x", htmlFor="y", className="z", hidden=False, tabIndex=-1)
    assert sorted(markup(tree)[7:-10].split()) == ['class="z"', 'for="y"', 'tabindex="-1"']
    assert markup(html.Details(html.Summary("s"), open=True)) == "<details open><summary>s</summary></details>"
    assert markup([None, "a", 3, html.Br(), html.Time("t", dateTime="2026-01-01")]) == (
        'a3<br><time datetime="2026-01-01">t</time>'
    )


def test_a_style_waits_for_the_script_and_an_input_is_html() -> None:
    assert markup(html.Div(style={"width": "1%"})) == '<div data-style="width: 1%"></div>'
    assert markup(dbc.Input(type="text", name="q")).startswith("<input ")


def test_the_outermost_stays_a_component() -> None:
    made = still(html.Ul([html.Li("a")], className="x", id="y"))
    props = {name: value for name, value in made.to_plotly_json()["props"].items() if value is not None}
    assert props == {"of": "ul", "className": "x", "id": "y", "markup": "<li>a</li>"}


def test_a_graph_cannot_be_markup() -> None:
    with pytest.raises(ValueError, match="cannot be markup"):
        markup(html.Div(dcc.Graph()))


def test_two_inline_pieces_of_words_are_apart_and_nothing_else_is() -> None:
    assert markup([html.B("39"), html.Small("26\u00a0%")]) == "<b>39</b> <small>26\u00a0%</small>"
    assert markup(html.P([html.A("Strategien 1"), html.A("Strategien 3.1")])) == (
        "<p><a>Strategien 1</a> <a>Strategien 3.1</a></p>"
    )
    assert markup([html.A("Kultur"), html.Span(", "), html.A("Plan")]) == "<a>Kultur</a><span>, </span><a>Plan</a>"
    assert markup([html.Span(className="bar"), html.Span(className="bar")]) == (
        '<span class="bar"></span><span class="bar"></span>'
    )
    track = html.Span(html.Span(className="fill"), className="track")
    assert markup([html.Span("2026"), track, html.Span("9")]).endswith("</span></span> <span>9</span>")
    assert markup(["a", html.B("b")]) == "a<b>b</b>"


def test_a_component_is_read_as_dash_itself_would_say_it() -> None:
    every = html.A(
        "x", href="/", className="z", hidden=True, id="i", **{"data-b": "1", "aria-label": "a", "data-a": None}
    )
    for one in (
        every,
        html.Div(),
        html.Div([html.B("b")]),
        dbc.Input(type="text", name="q", value=3),
        dcc.Graph(id="g"),
    ):
        assert _given(one) == one.to_plotly_json()
        assert list(_given(one)["props"]) == list(one.to_plotly_json()["props"])
