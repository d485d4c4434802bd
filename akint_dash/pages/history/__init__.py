"""Every update: when, by whom, from what, and every change of it."""

from __future__ import annotations

from akint_dash.components.page import Page
from akint_dash.pages.history.listing import listing
from akint_dash.pages.history.one import heading, revision_of, update_page
from akint_dash.pages.history.words import HERE, KIND, PART, UNDO

PAGE = Page(
    HERE,
    "Historikk",
    listing,
    own=(KIND, PART),
    filters=False,
    exists=lambda view: view.viewer.audience == "staff",
)
REVISION = Page(
    f"{HERE}/<nummer>",
    "Oppdatering",
    update_page,
    own=(KIND, PART, UNDO),
    filters=False,
    exists=lambda view: view.viewer.audience == "staff" and revision_of(view) is not None,
    heading=heading,
)
