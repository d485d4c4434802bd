"""A filter in use that cannot touch a figure is named once, and nothing is said where all in use do."""

from __future__ import annotations

from akint_dash.domain.selection import Selection
from akint_dash.text.untouched import BUT_AREA, untouched
from akint_dash.text.words import Words

W = Words("nb")


def test_the_filters_in_use_that_do_not_apply_are_named_with_whose_the_number_is() -> None:
    said = untouched(W, Selection(program=("HE",), sok="buss"), BUT_AREA)
    assert said == "Filteret på program og søk gjelder ikke her: tallet er hele fylkeskommunens."
    said = untouched(W, Selection(program=("HE",), omrade=("SAM",)), BUT_AREA)
    assert said == "Filteret på program gjelder ikke her: tallet er hele det valgte områdets."
    assert "programme" in untouched(Words("en"), Selection(program=("HE",)), BUT_AREA)


def test_nothing_is_said_where_every_filter_in_use_applies() -> None:
    assert untouched(W, Selection(), BUT_AREA) == ""
    assert untouched(W, Selection(omrade=("SAM",), periode=(2025, 2025)), BUT_AREA) == ""
    assert untouched(W, Selection(program=("HE",)), ()) == ""
