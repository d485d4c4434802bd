"""The page that sets up a wall: its picture looks as the wall will, whatever the reader's own look is."""

from __future__ import annotations

from typing import Final

import pytest

from akint_dash.components.page import Site
from akint_dash.components.reading import classes, elements
from akint_dash.settings import PROJECT

CSS: Final = (PROJECT / "assets" / "tokens.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(("chosen", "theme"), [({}, "light"), ({"utseende": "mork"}, "dark")])
def test_the_picture_has_the_walls_look(site: Site, chosen: dict[str, str], theme: str) -> None:
    """A reader in the dark saw a dark wall where a light one was chosen."""
    opened = site.open("/skjerm/oppsett", chosen)
    assert opened is not None
    view, page = opened
    picture = [one for one in elements(page.body(view)) if "preview" in classes(one)]
    assert [getattr(one, "data-bs-theme", None) for one in picture] == [theme]
    assert f'[data-bs-theme="{theme}"]' in CSS.replace(":root:not(", ""), "the colours stand for a part of a page too"
