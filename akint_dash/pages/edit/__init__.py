"""One field of one record, in a short form: the page, and what its form is posted to (``routes``)."""

from __future__ import annotations

from akint_dash.components.edit_link import EDIT, FIELD, NEW, may_add
from akint_dash.components.page import Page
from akint_dash.pages.edit import new
from akint_dash.pages.edit.address import KEPT, exists, heading
from akint_dash.pages.edit.body import body

PAGE = Page(
    f"/post/<slag>/<post>/{EDIT}",
    "Rett en opplysning",
    body,
    own=(FIELD, KEPT),
    filters=False,
    exists=exists,
    heading=heading,
)
ADD = Page(NEW, "Registrer en aktivitet", new.body, own=(KEPT,), filters=False, exists=may_add)
