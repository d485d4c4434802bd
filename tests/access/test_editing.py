"""Who may change which record: the whole rule, by hand."""

from __future__ import annotations

import pytest

from akint_dash.access.editing import area_of, may_change
from akint_dash.access.viewer import AT_HOME, STRANGER, Viewer
from akint_dash.domain.history import Values

RECORDS: dict[tuple[str, str], Values] = {
    ("project", "P-1"): {"title": "Ferge", "area": "SAM"},
    ("project_step", "S-1"): {"project": "P-1"},
    ("activity", "A-1"): {"title": "Besøk", "area": "KUL"},
    ("attendance", "T-1"): {"activity": "A-1", "area": "SAM"},
    ("actor", "X-1"): {"name": "Bedriften"},
    ("participation", "D-1"): {"actor": "X-1"},
    ("call", "U-1"): {"title": "Utlysning"},
    ("area", "SAM"): {"name_nb": "Samferdsel"},
    ("project_step", "S-2"): {"project": "P-9"},
}
OF_SAM = {("project", "P-1"), ("project_step", "S-1")}


def get(entity: str, code: str) -> Values:
    return RECORDS.get((entity, code), {})


def test_a_part_belongs_to_the_area_of_what_it_is_a_part_of() -> None:
    found = {key: area_of(get, key[0], values) for key, values in RECORDS.items()}
    assert {key for key, area in found.items() if area == "SAM"} == OF_SAM
    assert {key for key, area in found.items() if area == "KUL"} == {("activity", "A-1"), ("attendance", "T-1")}


@pytest.mark.parametrize(
    ("viewer", "may"),
    [
        (STRANGER, set()),
        (Viewer("reader", key="r"), set()),
        (Viewer("staff", key="s"), set()),
        (Viewer("editor", frozenset({"SAM"}), key="e"), OF_SAM),
        (Viewer("editor", frozenset(), key="e"), set()),
        (Viewer("administrator", key="a"), RECORDS.keys()),
        (AT_HOME, RECORDS.keys()),
    ],
    ids=["stranger", "reader", "staff", "editor", "editor of nothing", "administrator", "at home"],
)
def test_who_may_change_what(viewer: Viewer, may: set[tuple[str, str]]) -> None:
    assert {key for key, values in RECORDS.items() if may_change(viewer, get, key[0], values)} == set(may)
