"""Our own components of Dash: what they are sent as, and that scripts are told of what comes instead of watching."""

from __future__ import annotations

import re

import pytest
from dash import html

from akint_dash.access.prefix import in_data
from akint_dash.components.front import FRONT
from akint_dash.components.markup import compact, markup, still
from akint_dash.components.parts import drawing
from akint_dash.components.reading import kind
from akint_dash.components.still import Holder, Still
from akint_dash.settings import PROJECT


def test_it_is_sent_with_its_element_its_markup_and_what_was_given() -> None:
    assert Still(of="ul", markup="<li>", className="x", **{"data-a": "1"}).to_plotly_json() == {
        "type": "Still",
        "namespace": "akint_dash",
        "props": {"of": "ul", "markup": "<li>", "className": "x", "data-a": "1"},
    }
    with pytest.raises(TypeError):
        Still(onclick="alert(1)")


def test_what_is_no_drawing_of_ours_is_escaped_in_it() -> None:
    assert still(html.P("<script>", title='"')).markup == "&lt;script&gt;"
    assert compact(html.Div([html.P("<b>"), drawing("<svg></svg>")])).markup == (
        '<p>&lt;b&gt;</p><div class="drawing"><svg></svg></div>'
    )


def test_it_is_the_element_it_stands_for() -> None:
    one = still(html.Section("a", id="b"))
    assert kind(one) == "Section"
    assert markup(one) == '<section id="b">a</section>'
    assert compact(one) is one


def test_a_page_is_held_by_what_tells_that_it_has_come() -> None:
    assert Holder(id="side").to_plotly_json() == {
        "type": "Holder",
        "namespace": "akint_dash",
        "props": {"children": None, "id": "side"},
    }


def test_the_path_of_a_proxy_is_put_into_its_markup() -> None:
    assert in_data('{"markup":"<a href=\\"/om\\">","of":"p"}', "/sti") == (
        '{"markup":"\\u003ca href=\\"/sti/om\\"\\u003e","of":"p"}'
    )


def test_no_script_watches_the_whole_document() -> None:
    for path in (PROJECT / "assets").rglob("*.js"):
        watched = re.findall(r"\.observe\(([\w.]+), \{", path.read_text("utf-8"))
        assert not {"document", "document.documentElement", "document.body", "root"} & set(watched), path.name


def test_the_parts_that_put_markup_in_are_few() -> None:
    named = {path.stem for path in FRONT.folder.glob("*.js") if "HTML" in path.read_text("utf-8")}
    assert named == {"still", "wall-preview"}
