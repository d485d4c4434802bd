"""When each sentence about development money must not be used."""

from __future__ import annotations

from datetime import date

from akint_dash.domain.table import AtLeast, AtMost
from akint_dash.measures.funding import Leverage
from akint_dash.text import funding as text
from akint_dash.text import missing
from akint_dash.text.words import Words
from tests.measures.frames import AHEAD, FRESH, STALE, a_frame

W = Words("nb")
NAMES = {"SAM": "Samferdsel", "KUL": "Kultur", "NÆR": "Næring"}
MILLION = 100_000_000


WHOLE = a_frame(today=date(2027, 1, 5), data_day=date(2026, 12, 31))


def test_a_share_is_claimed_only_where_both_parts_are_known() -> None:
    assert (
        text.finding(W, WHOLE, text.Sums(MILLION, None, 0.26))
        == "26\u00a0% av utviklingsmidlene i 2026 er internasjonale"
    )
    assert "%" not in text.finding(W, WHOLE, text.Sums(MILLION, None, None))
    assert text.finding(W, WHOLE, text.Sums(MILLION, None, None)).endswith("resten er ikke registrert")
    unknown = text.finding(W, WHOLE, text.Sums(MILLION, MILLION, None, 0, 1))
    assert unknown.endswith("; andelen er ukjent")  # a fund without its amount: the rest is recorded
    assert text.finding(W, WHOLE, text.Sums(0, None, None)) == "Ingen utviklingsmidler er registrert for 2026"
    assert text.finding(W, WHOLE, text.Sums(0, 1, 0.0)).startswith(
        "0\u00a0%"
    )  # funds are recorded, nothing is international


def test_a_year_that_the_data_end_inside_is_told_as_known_then_and_one_they_do_not_reach_not_at_all() -> None:
    sums = text.Sums(0, None, None)
    assert text.finding(W, FRESH, text.Sums(MILLION, None, 0.26)).endswith("internasjonale, per 30.10.")
    assert text.finding(W, AHEAD, sums) == "2027 har ikke begynt; dataene går til 30.10.2026"
    assert text.areas_title(W, AHEAD, {}, {}, NAMES) == "2027 har ikke begynt; dataene går til 30.10.2026"
    assert text.years_say(W, AHEAD, sums) == ""


def test_a_share_without_some_funds_is_at_most_and_without_grants_too_only_of_what_is_known() -> None:
    """'6 % i 2024' counted Samferdsel's missing funds as 0, and a growth began in it."""
    assert text.finding(W, WHOLE, text.Sums(MILLION, MILLION, AtMost(0.06), absent=2)).startswith(
        "Høyst 6\u00a0% av utvikl"
    )
    at_most = text.finding(W, WHOLE, text.Sums(MILLION, MILLION, AtMost(21.9 / (21.9 + 50.3)), absent=1))
    assert at_most.startswith("Høyst 31\u00a0% av utvikl")  # 30,33: what it is at most is not 30
    both = text.finding(W, WHOLE, text.Sums(MILLION, MILLION, 0.26, lacking=1, absent=2))
    assert both == "26\u00a0% av de kjente utviklingsmidlene i 2026 er internasjonale"
    shares = (0.06, None, 0.26)
    assert text.years_title(W, WHOLE, shares, (0, 0, 0), (2, 0, 0)) == "Den internasjonale andelen er 26\u00a0% i 2026"
    assert (
        text.years_title(W, WHOLE, (0.06, None, AtMost(0.26)), (0, 0, 0), (0, 0, 1))
        == "Den internasjonale andelen er høyst 26\u00a0% i 2026"
    )
    known = text.years_title(W, WHOLE, shares, (0, 0, 1), (0, 0, 1))
    assert known == "Den internasjonale andelen er 26\u00a0% av det som er kjent for 2026"
    assert text.absent(W, {}) == ""
    lacking = {
        2024: {"national": ["Samferdsel"]},
        2026: {"regional": ["Utdanning"], "local": ["Kultur, idrett og frivillighet", "Utdanning"]},
    }
    assert text.absent(W, lacking) == (
        "Noen rådsområder har registrert nasjonale, regionale eller lokale midler i bare noen av årene. "
        "Tall mangler i 2024 (nasjonale midler: Samferdsel). Tall mangler i 2026 (regionale midler: Utdanning; "
        "lokale midler: «Kultur, idrett og frivillighet» og «Utdanning»)."
    )


def test_the_share_moves_only_beyond_two_points_and_between_known_years() -> None:
    assert text.years_title(W, WHOLE, (None, None, None)) == "Internasjonal andel kan ikke regnes ut ennå"
    one = text.years_title(W, WHOLE, (None, 0.25, None))
    assert one == "Den internasjonale andelen er 25\u00a0% i 2025"
    for now in (0.22, 0.20, 0.18):
        assert text.years_title(W, WHOLE, (0.20, None, now)).startswith(
            ("Andelen er den samme som i 2024", "Andelen er om lag som i 2024")
        )
    assert text.years_title(W, WHOLE, (0.20, 0.9, 0.23)) == "Andelen har falt fra 90\u00a0% i 2025 til 23\u00a0% i 2026"
    assert text.years_title(W, WHOLE, (None, 0.23, 0.20)).startswith("Andelen har falt fra 23\u00a0% i 2025")


def test_the_share_of_a_year_that_old_data_end_inside_is_not_compared() -> None:
    shares = (0.05, 0.10, 0.26)
    assert text.years_title(W, FRESH, shares).endswith("til 26\u00a0% i 2026, per 30.10.")
    told = "Andelen har økt fra 5\u00a0% i 2024 til 10\u00a0% i 2025; 26\u00a0% i 2026, per 30.10."
    assert text.years_title(W, STALE, shares) == told, "the year that the figure shows is told of"
    alone = text.years_title(W, STALE, (None, None, 0.26))
    assert alone == "Den internasjonale andelen er 26\u00a0% i 2026, per 30.10."


def test_both_sums_are_said_and_an_unknown_one_is_no_0() -> None:
    said = text.years_say(W, WHOLE, text.Sums(12 * MILLION, 34 * MILLION, None))
    assert "12,0\u00a0mill.\u00a0kr er internasjonale midler i 2026" in said
    assert "mot 34,0\u00a0mill.\u00a0kr" in said
    absent = text.Sums(12 * MILLION, 34 * MILLION, 0.26, absent=3)
    assert "mot minst 34,0\u00a0mill" in text.years_say(W, WHOLE, absent)
    assert text.years_say(W, WHOLE, text.Sums(12 * MILLION, None, None)).endswith("lokale beløp mangler.")


def test_an_area_leads_only_where_it_stands_out_on_ten_grants() -> None:
    def titled(some: dict[str, int], grants: dict[str, int]) -> str:
        return text.areas_title(W, WHOLE, some, grants, NAMES)

    assert titled({}, {}) == "Ingen rådsområder hadde internasjonale midler i 2026"
    assert titled({"SAM": 0}, {}).startswith("Ingen")
    assert (
        titled({"SAM": 5 * MILLION}, {"SAM": 12})
        == "Samferdsel hadde 5,0\u00a0mill.\u00a0kr i internasjonale midler i 2026"
    )
    even = titled({"SAM": 50 * MILLION, "KUL": 48 * MILLION, "NÆR": 0}, {"SAM": 6, "KUL": 6})
    assert even == "To rådsområder hadde internasjonale midler i 2026"
    clear = {"SAM": 3 * MILLION, "KUL": MILLION}
    assert titled(clear, {"SAM": 8, "KUL": 2}) == "Samferdsel sto for 75\u00a0% av de internasjonale midlene i 2026"
    assert titled(clear, {"SAM": 7, "KUL": 2}).startswith("To rådsområder")  # money is no base: nine grants are few
    assert titled(clear, {"SAM": 1, "KUL": 9}).startswith("To rådsområder")  # one large grant leads nothing


def test_leverage_needs_own_money_and_names_its_years() -> None:
    none = text.leverage_title(W, Leverage(0, 0, 0, ("P-1",)), "2024–2026")
    assert none == "Ingen innvilgede prosjekter med disse filtrene har egne penger registrert"
    told = text.leverage_title(W, Leverage(350, 100, 5, ()), "2024–2026")
    assert told == "For hver krone vi selv legger inn i prosjekter innvilget 2024–2026, får vi 3,50 kroner utenfra"
    with_hours = text.leverage_say(W, Leverage(350, 100, 5, (), hours=120.0), "2024–2027")
    assert with_hours.endswith("I de samme prosjektene kommer 120 egne timer i tillegg.")
    assert "5 prosjekter innvilget 2024–2027" in with_hours


def test_leverage_of_fewer_than_five_projects_is_two_sums_and_no_rate() -> None:
    """ "39,2 kroner utenfra" for each krone, of one project."""
    for n, words in ((1, "i ett prosjekt innvilget"), (4, "i fire prosjekter innvilget")):
        told = text.leverage_title(W, Leverage(3920, 100, n, ()), "2024–2026")
        assert words in told
        assert "For hver krone" not in told
        assert "39,2" not in told
    said = text.leverage_say(W, Leverage(350, 100, 1, (), hours=120.0), "2024–2027")
    assert said == (
        "Bare prosjekter der begge beløp er registrert, er regnet med. I prosjektet kommer 120 egne timer i tillegg."
    )


def test_of_a_year_with_unknown_grants_the_share_is_at_least_what_is_known() -> None:
    """A lower bound may have grown to itself; that it fell, or stood still, cannot be said."""
    assert text.finding(W, WHOLE, text.Sums(MILLION, MILLION, AtLeast(0.5), lacking=1)).startswith("Minst 50\u00a0% av")
    assert text.finding(W, WHOLE, text.Sums(None, MILLION, None, lacking=1)).startswith("Beløpet mangler")
    assert "fra 20\u00a0% i 2024 til minst 40" in text.years_title(W, WHOLE, (0.2, 0.3, 0.4), (0, 0, 1))
    for lacking in ((1, 0, 0), (1, 0, 1)):
        assert "Andelen" not in text.years_title(W, WHOLE, (0.2, 0.3, 0.4), lacking)
    assert (
        text.years_title(W, WHOLE, (0.4, 0.3, AtLeast(0.2)), (0, 0, 1))
        == "Den internasjonale andelen er minst 20\u00a0% i 2026"
    )
    assert text.areas_title(W, WHOLE, {}, {}, NAMES, 2).startswith("Beløpet mangler")
    # 3 % and 12 % before it: it has not grown from 3 % to at least 10 %
    assert (
        text.years_title(W, WHOLE, (0.03, 0.12, AtLeast(0.10)), (0, 0, 1))
        == "Den internasjonale andelen er minst 10\u00a0% i 2026"
    )
    assert "Minst 1,0\u00a0mill" in text.years_say(W, WHOLE, text.Sums(MILLION, 0, 1.0, lacking=2))


def test_one_rule_for_a_share_that_lacks_something_in_titles_and_tables() -> None:
    """The title said at most 30,4 %, its table 30 %, and another year none at all."""
    assert missing.share(W, AtMost(21.9 / 72.2)) == "høyst 31\u00a0%"
    assert missing.share(W, AtLeast(0.26)) == "minst 26\u00a0%"
    assert missing.share(W, 0.0) == "0\u00a0%"
    assert text.bounds_say(W, [0.2, AtMost(0.3)]).startswith("Der tall for nasjonale")
    assert text.bounds_say(W, [0.2]) == ""
    assert text.bounds_say(W, [0.2], both=True).endswith("kan være høyere eller lavere.")


def test_a_year_whose_amounts_are_missing_is_not_without_money() -> None:
    missing_funds = text.Sums(0, None, None, absent=1)
    assert text.finding(W, WHOLE, missing_funds) == "Beløp for utviklingsmidlene i 2026 mangler"
    said = "For hele 2026 er 0\u00a0kr i internasjonale midler kjent per 30.10.2026. "
    said += "Nasjonale, regionale eller lokale beløp mangler."
    assert text.years_say(W, FRESH, missing_funds) == said
    assert text.years_say(W, FRESH, text.Sums(None, None, None, absent=1)) == "Beløpene for 2026 mangler."
    none = Leverage(0, 0, 0, ())
    assert text.leverage_title(W, none, "2024–2026") == "Ingen prosjekter med disse filtrene er innvilget 2024–2026"
