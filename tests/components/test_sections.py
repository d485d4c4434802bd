"""A record's sheet as tables that every file can write: all that it lists, in order, the log last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from dash import html
from flask.testing import FlaskClient

from akint_dash.components.reading import elements
from akint_dash.components.sections import line_of, sections
from akint_dash.components.view import View
from akint_dash.domain.exhibit import Exhibit
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.text.words import Words


class Reader:
    """As much of a view as the sections need."""

    words = Words("nb")


def listed(*parts: Any) -> Exhibit:
    heading = html.H2(["Deler", " ", html.Span("(2)", className="note")])
    view = cast(View, Reader())
    [one] = sections(view, list(elements([html.Section([heading, *parts], className="card")])))
    return one


def test_labels_and_values_are_two_columns_and_lists_within_stay_apart() -> None:
    one = listed(
        html.Dl([html.Div([html.Dt("Regioner"), html.Dd(html.Ul([html.Li("Skåne"), html.Li("Halland")]))])]),
        html.P("Ikke registrert: nettadresse.", className="basis"),
    )
    assert one.title == "Deler"
    assert [column.words for column in one.columns] == ["Opplysning", "Verdi"]
    assert one.rows == (("Regioner", "Skåne; Halland"),)
    assert one.notes == ("Ikke registrert: nettadresse.",)


def test_a_table_keeps_its_heads_and_two_alike_are_told_apart() -> None:
    head = html.Thead(html.Tr([html.Th("Navn"), html.Th("Beløp"), html.Th("Beløp")]))
    body = html.Tbody([html.Tr([html.Th(html.A("EU")), html.Td(["1 kr", " ", html.Small("(2 kr)")]), html.Td("–")])])
    one = listed(html.Table([html.Caption("Deler", className="unseen"), head, body]))
    assert [column.words for column in one.columns] == ["Navn", "Beløp", "Beløp (3)"]
    assert one.rows == (("EU", "1 kr (2 kr)", "–"),)


def test_names_by_kind_keep_their_kind_the_folded_ones_too() -> None:
    folded = html.Details([html.Summary("Vis 1 til"), html.Ul([html.Li("C")])])
    one = listed(
        html.H3(["Aktiviteter ", html.Span("3", className="note")]), html.Ul([html.Li("A"), html.Li("B")]), folded
    )
    assert one.rows == (("Aktiviteter", "A"), ("Aktiviteter", "B"), ("Aktiviteter", "C"))


def test_a_change_says_its_update_in_brackets_and_what_it_changed() -> None:
    change = html.Dl(
        [
            html.Div(
                [
                    html.Dt("Start"),
                    html.Dd(
                        [
                            html.Div([html.Small("fra"), " ", html.Div("1")]),
                            " ",
                            html.Div([html.Small("til"), " ", html.Div("2")]),
                        ]
                    ),
                ]
            )
        ]
    )
    one = listed(
        html.Ol(
            [html.Li([html.Time("13.12.2024"), html.Div([html.B("Endret"), " ", html.Small("oppdatering 3"), change])])]
        )
    )
    assert one.rows == (("13.12.2024", "Endret (oppdatering 3): Start: fra 1 til 2"),)


def test_what_is_for_the_ear_alone_is_left_out() -> None:
    assert line_of([html.Span("hørt", className="unseen"), "sett"]) == "sett"


@pytest.fixture(scope="module")
def reader(demo_file: Path) -> Iterator[FlaskClient]:
    settings = Settings.model_validate({"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24"})
    with create_app(settings).server.test_client() as client:
        yield client


def test_a_records_sheet_can_be_had_and_says_what_the_page_says(reader: FlaskClient) -> None:
    made = reader.get("/last-ned/siden.json?side=/post/prosjekt/P-0017").json
    assert made is not None
    assert made["title"] == "Batteribusser i distriktene"
    facts, *_, log = made["exhibits"]
    assert facts["title"] == "Opplysninger"
    assert ["Regioner med prosjektpartnere", "Midtjylland; Schleswig-Holstein; Västra Götaland"] in facts["rows"]
    assert log["title"] == "Åtte endringer etter registreringen 14.06.2024"
    assert len({one["key"] for one in made["exhibits"]}) == len(made["exhibits"])


@pytest.mark.parametrize("page", ["/om", "/tilgjengelighet", "/sok"])
def test_a_page_without_figures_that_is_no_record_has_nothing_to_give(reader: FlaskClient, page: str) -> None:
    answer = reader.get(f"/last-ned/siden.docx?side={page}")
    assert answer.status_code == 404 or page == "/om"
