"""A field written in a form: what it shows comes back as it was, and it changes what the workbook would."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.importers.form_edit import beside, bound, reading_of, text_of
from akint_dash.importers.spelling import clean_text

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=60).map(clean_text)
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: TEXTS.filter(bool),
    Kind.DATE: st.dates(date(1800, 1, 1)).map(lambda day: day.isoformat()),
    Kind.MOMENT: st.datetimes(datetime(1800, 1, 1)).map(lambda at: f"{at.replace(microsecond=0).isoformat()}Z"),
    Kind.INTEGER: st.integers(-(10**9), 10**9),
    Kind.NUMBER: st.floats(-(10**9), 10**9, allow_nan=False).map(lambda x: round(x, 6) + 0.0),
    Kind.MONEY: st.integers(-(10**14), 10**14),
    Kind.TIES: st.lists(st.tuples(st.from_regex(r"[A-ZÆØÅ][A-Z0-9;%\"-]{0,6}", fullmatch=True)), unique=True).map(
        lambda codes: [[code, None] for (code,) in codes]
    ),
}
COLUMNS = [(entity, column) for entity, kind in ENTITIES.items() for column in kind.columns]


@given(st.data())
@pytest.mark.parametrize("kind", VALUES)
def test_what_a_form_shows_is_read_back_as_it_was(kind: Kind, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind])
    column = Column("verdi", kind, "Verdi", of="theme")
    entity, name = next((e, c.name) for e, c in COLUMNS if c.kind is kind and c.name not in ("currency", "area"))
    found = reading_of(entity, "X-1", {name: text_of(column, value)})
    assert found.problems == () or (value in ([], None) and ENTITIES[entity].by_name[name].required)
    assert found.drafts[0].values.get(name) in (value, value or None)


@pytest.mark.parametrize(("entity", "name"), [(entity, column.name) for entity, column in COLUMNS])
def test_every_column_is_found_by_its_heading(entity: str, name: str) -> None:
    found = reading_of(entity, "X-1", {name: ""})
    assert list(found.drafts[0].values) == [name]


def test_an_amount_has_its_currency_beside_it_and_a_time_its_other_end() -> None:
    assert beside("project", "budget") == ("budget", "currency")
    assert beside("budget", "planned_nok") == ("planned_nok",)
    assert bound("project", "start") == ("end",)
    assert set(bound("project", "currency")) == {"budget", "consortium_total"}
    assert bound("project", "area") == ("areas",)
    assert bound("call_deadline", "day") == ("moment",)
    assert bound("project", "title") == ()
