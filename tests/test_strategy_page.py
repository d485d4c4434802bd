"""The strategy's page: one list of its rows, each with its state, question, answer, figure, rule and own sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from akint_dash.components.page import Site
from akint_dash.measures.course import HOLDS, MISSING, WEAK, verdicts
from akint_dash.text import course as text
from tests import told
from tests.reading import Node


def of_class(node: Node, name: str) -> list[Node]:
    return [one for one in node.all() if name in str(one.attributes.get("class") or "").split()]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_row_stands_once_the_weak_first_with_all_that_is_known_of_it(site: Site, language: str) -> None:
    opened = site.open("/strategien" if language == "nb" else "/en/strategien", {})
    assert opened is not None
    view, page = opened
    figures = told.figures(page.body(view))
    rows = {key: node for key, node in figures.items() if key in view.strategy.rows}
    judged = {one.row: one for one in verdicts(view.scope)}
    states = [(WEAK, MISSING, HOLDS).index(judged[key].state) for key in rows]
    assert len(rows) == 23
    assert states == sorted(states)
    for key, node in rows.items():
        row, one, said = view.strategy.rows[key], judged[key], node.text
        told_of = [row.question_nb, row.sentence_nb] if language == "nb" else [row.question_en, row.sentence_en]
        told_of += [text.rule(view.words, key), text.found(view.words, one), text.demand(view.words, one)]
        told_of.append(view.words.choice("course", one.state))
        assert [words for words in told_of if words not in said] == [], key
        assert f"state-mark {one.state}" in {str(n.attributes.get("class")) for n in node.all()}, key
        assert len(of_class(node, "demand")) == (one.state != MISSING), key
        assert len(of_class(node, "bar-missing")) == (one.state == MISSING), key
    squares = of_class(figures["kurs"], "course-square")
    assert [one.attributes["href"] for one in squares] == [f"#{key}" for key in rows]
    assert figures[""].text.startswith(f"{states.count(0)} ")


def test_a_row_that_is_taken_out_of_the_file_is_nowhere(site: Site) -> None:
    opened = site.open("/strategien", {})
    assert opened is not None
    view, page = opened
    rows = {code: row for code, row in view.strategy.rows.items() if code != "S5"}
    shorter = replace(view, strategy=replace(view.strategy, rows=rows))
    figures = told.figures(page.body(shorter))
    assert "S5" not in figures
    assert " av 22 punkter" in figures[""].text
    assert len(of_class(figures["kurs"], "course-square")) == 22


def test_a_figure_of_a_row_is_as_long_as_its_number(site: Site) -> None:
    opened = site.open("/strategien", {"omrade": "SAM"})
    assert opened is not None
    view, page = opened
    figures = told.figures(page.body(view))
    scales: dict[str, float] = {}
    for row in view.strategy.rows:
        for bar in (one for one in figures[row].all() if "data-value" in one.attributes):
            style = bar.attributes.get("style") or bar.attributes["data-style"]
            width = float(str(style["width"] if isinstance(style, dict) else style).strip("width: %"))
            scale = width / float(bar.attributes["data-value"])
            assert scales.setdefault(bar.attributes["data-of"], scale) == pytest.approx(scale, rel=1e-3), row
        assert "hele fylkeskommunen" in figures[row].text, "the verdict is not of what is chosen"
    assert set(scales) == {"part", "than", "money"}
