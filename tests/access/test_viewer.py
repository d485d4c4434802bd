"""Roles, and what each may."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from akint_dash.access.viewer import AT_HOME, STRANGER, Viewer, in_groups
from akint_dash.settings import ROLES, Role, Settings, grants

GRANTED = grants("a=reader; b=staff ;c=editor:SAM+KUL;d=editor:KLI;e=administrator;x=y=staff")


@pytest.mark.parametrize(
    ("groups", "role", "areas"),
    [
        ((), "reader", ""),
        (("ukjent",), "reader", ""),
        (("a",), "reader", ""),
        (("a", "b"), "staff", ""),
        (("c", "b"), "editor", "KUL SAM"),
        (("c", "d"), "editor", "KLI KUL SAM"),
        (("c", "e"), "administrator", ""),
        (("x=y",), "staff", ""),
    ],
)
def test_the_highest_role_counts_and_areas_add_up(groups: tuple[str, ...], role: Role, areas: str) -> None:
    assert in_groups(groups, GRANTED) == (role, frozenset(areas.split()))


def test_a_star_is_everyone_who_signs_in() -> None:
    assert in_groups((), grants("*=staff")) == ("staff", frozenset())
    assert in_groups(("*",), grants("a=staff")) == ("reader", frozenset())


@pytest.mark.parametrize("wrong", ["staff", "=staff", "a=", "a=sjef", "a=editor", "a=editor:", "a=staff:SAM", "a"])
def test_a_role_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(ValidationError, match="roles"):
        Settings(roles=wrong)


def test_readers_and_strangers_see_what_is_public() -> None:
    seen = {role: Viewer(role).audience for role in ROLES}
    assert seen == {"reader": "public", "staff": "staff", "editor": "staff", "administrator": "staff"}
    assert STRANGER.audience == "public"
    assert AT_HOME.audience == "staff"


def test_each_role_may_what_those_below_it_may() -> None:
    for number, role in enumerate(ROLES):
        assert [Viewer(role).may(least) for least in ROLES] == [i <= number for i in range(len(ROLES))]
    assert not any(STRANGER.may(least) for least in ROLES)


def test_areas_are_edited_by_their_editors_and_administrators() -> None:
    assert Viewer("editor", frozenset({"SAM"})).may_edit("SAM")
    assert not Viewer("editor", frozenset({"SAM"})).may_edit("KUL")
    assert Viewer("administrator").may_edit("KUL")
    for viewer in (STRANGER, AT_HOME, Viewer("reader", frozenset({"SAM"})), Viewer("staff", frozenset({"SAM"}))):
        assert not viewer.may_edit("SAM")
