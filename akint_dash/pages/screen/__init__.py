"""The screen at the international forum: slides for eight metres, a view for phones, and the page that sets it up."""

from __future__ import annotations

from akint_dash.pages.screen.setup import PAGE

__all__ = ["PAGE"]
