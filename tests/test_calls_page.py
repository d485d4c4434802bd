"""The calls page as it is sent: what fits stands best first with reasons, and who said what only for staff."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from akint_dash.access.viewer import AT_HOME, STRANGER
from akint_dash.components.page import Site
from akint_dash.pages import PAGES
from akint_dash.pages.calls import PAGE, asked, body
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.snapshots import Snapshots

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def site(demo_file: Path) -> Site:
    snapshots = Snapshots(open_engine(f"sqlite:///{demo_file}"), 2)
    return Site(Settings(today=TODAY), snapshots, PAGES)


def view(site: Site, audience: str = "public", **query: str) -> Any:
    asks = AT_HOME if audience == "staff" else STRANGER
    return Site(site.settings, site.snapshots, site.pages, lambda: asks).view(PAGE, "nb", query, {})


def sent(site: Site, audience: str = "public", **query: str) -> str:
    return json.dumps([part.to_plotly_json() for part in body(view(site, audience, **query))], default=_plain)


def _plain(part: Any) -> Any:
    return part.to_plotly_json() if hasattr(part, "to_plotly_json") else str(part)


def test_what_fits_is_listed_by_score_with_the_nearest_deadline_first_where_alike(site: Site) -> None:
    found = asked.read(view(site, zoom="5ar"))
    assert found.fits_only
    assert found.sort == "passer"
    keys = [(found.lost(c), -c.fit.score, c.days) for c in found.listed]
    assert keys == sorted(keys)
    assert len(keys) > 5
    assert {late for late, *_ in keys} == {True, False}  # what can no longer be met stands last, however well it fits
    by_days = asked.read(view(site, zoom="5ar", sorter="dager")).listed
    assert [c.days for c in by_days] == sorted(c.days for c in by_days if c.days is not None)
    everything = asked.read(view(site, zoom="5ar", passer="alle"))
    assert (everything.fits_only, everything.sort) == (False, "dager")


def test_only_staff_are_told_who_dismissed_a_call_when_and_why(site: Site) -> None:
    staff = sent(site, "staff", utlysning="DEMO-ERASMUS-2027-1")
    assert "avvist av akint-dash demo" in staff
    assert "Ingen skoler" in staff
    stranger = sent(site, utlysning="DEMO-ERASMUS-2027-1")
    for word in ("avvist", "akint-dash demo", "Ingen skoler"):
        assert word not in stranger
    sure = sent(site, utlysning="DEMO-NKF-2027-1")
    assert "bekreftet" in sure
    assert "kunstnerutvekslingen" not in sure
    assert "kunstnerutvekslingen" in sent(site, "staff", utlysning="DEMO-NKF-2027-1")


def test_the_sources_text_stands_behind_a_press_paragraph_by_paragraph(site: Site) -> None:
    told = sent(site, utlysning="DEMO-OKS-2026-2")
    assert "Mer om utlysningen" in told
    assert "Grensependlere velger tog og buss." in told
    assert "Teksten er kuttet" not in told
    assert "Mer om utlysningen" not in sent(site, utlysning="DEMO-NKF-2027-1")
