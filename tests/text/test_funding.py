"""When each sentence about development money must not be used."""

from __future__ import annotations

from akint_dash.measures.funding import Leverage
from akint_dash.text import funding as text
from akint_dash.text.words import Words

W = Words("nb")
NAMES = {"SAM": "Samferdsel", "KUL": "Kultur", "NÆR": "Næring"}
MILLION = 100_000_000


def test_a_share_is_claimed_only_where_both_parts_are_known() -> None:
    assert text.finding(W, 2026, 0.26, MILLION) == "26\u00a0% av utviklingsmidlene i 2026 er internasjonale"
    assert "%" not in text.finding(W, 2026, None, MILLION)
    assert text.finding(W, 2026, None, MILLION).endswith("resten er ikke ført")
    assert text.finding(W, 2026, None, 0) == "Ingen utviklingsmidler er ført for 2026"
    assert text.finding(W, 2026, 0.0, 0).startswith("0\u00a0%")  # funds are recorded, nothing is international


def test_the_share_moves_only_beyond_two_points_and_between_known_years() -> None:
    years = (2024, 2025, 2026)
    assert text.years_title(W, years, (None, None, None)) == "Internasjonal andel kan ikke regnes ut ennå"
    one = text.years_title(W, years, (None, 0.25, None))
    assert one == "Internasjonal andel er 25\u00a0% i 2025"
    for now in (0.22, 0.20, 0.18):
        assert text.years_title(W, years, (0.20, None, now)).startswith("Andelen er om lag som i 2024")
    assert text.years_title(W, years, (0.20, 0.9, 0.23)) == "Andelen har økt fra 20\u00a0% i 2024 til 23\u00a0% i 2026"
    assert text.years_title(W, years, (None, 0.23, 0.20)).startswith("Andelen har falt fra 23\u00a0% i 2025")


def test_both_sums_are_said() -> None:
    said = text.years_say(W, 12 * MILLION, 34 * MILLION, 2026)
    assert "12,0\u00a0mill.\u00a0kr internasjonale" in said
    assert "mot 34,0\u00a0mill.\u00a0kr" in said


def test_an_area_leads_only_where_it_stands_out() -> None:
    assert text.areas_title(W, {}, NAMES, 2026) == "Ingen rådsområder har internasjonale midler i 2026"
    assert text.areas_title(W, {"SAM": 0}, NAMES, 2026).startswith("Ingen")
    assert text.areas_title(W, {"SAM": MILLION}, NAMES, 2026).startswith("Ett rådsområde")
    even = text.areas_title(W, {"SAM": 50 * MILLION, "KUL": 48 * MILLION, "NÆR": 0}, NAMES, 2026)
    assert even == "2 rådsområder har internasjonale midler i 2026"
    assert text.areas_title(W, {"SAM": 3 * MILLION, "KUL": MILLION}, NAMES, 2026).startswith("Samferdsel står for 75")


def test_leverage_needs_own_money() -> None:
    assert text.leverage_title(W, Leverage(0, 0, 0, ("P-1",))) == "Egne penger er ikke ført på noe innvilget prosjekt"
    assert text.leverage_title(W, Leverage(350, 100, 2, ())) == "3,5 kroner utenfra for hver egen krone"
    assert "ett prosjekt" in text.leverage_say(W, Leverage(350, 100, 1, ()), "2024–2027", 0)
    with_hours = text.leverage_say(W, Leverage(350, 100, 2, ()), "2024–2027", 120.0)
    assert with_hours.endswith("I tillegg kommer 120 egne timer.")
    assert "2 prosjekter vedtatt 2024–2027" in with_hours
    assert "2 prosjekter" in text.leverage_say(W, Leverage(350, 100, 2, ()), "2024–2027", 0)
