"""When each answer to the strategy must not be used: a missing base is missing, never 0, and never '0 av 0'."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.text import policy
from akint_dash.text.answers import ANSWERS, Asked
from akint_dash.text.words import Words
from tests.measures.small import activity, cash, cooperation, dossier, project, scope_of, step

TODAY = date(2026, 11, 24)
MEMBER = {"organisation": "O-1", "area": "SAM", "from_date": "2024-01-01"}
NETWORK = {"name": "Nettverket", "kind": "network", "area": "SAM"}
ACTOR = {"name": "Firmaet", "municipality": "3201"}
TAKES = {"actor": "X-1", "from_date": "2025-01-01", "to_date": "2027-12-31"}


def answer(row: str, query: str = "", /, **entities: Any) -> str:
    """The answer's words; in brackets where it is not measured."""
    found = ANSWERS[row](Asked(Words("nb"), scope_of(query, TODAY, **entities), 2024, 2027))
    return found.words if found.measured else f"({found.words})"


def many(n: int, **values: Any) -> dict[str, dict[str, Any]]:
    return {f"A-{i:03d}": activity(**values) for i in range(n)}


ALWAYS = {"S5", "S6", "S22", "S23"}
"""The code lists alone answer these: goals, areas and regions there are, and the calendar."""


@pytest.mark.parametrize("row", [row for row in ANSWERS if row not in ALWAYS])
def test_nothing_recorded_is_missing_and_has_an_owner(row: str) -> None:
    said = answer(row)
    assert said.startswith("(Mangler: ")
    assert "Ansvarlig: " in said


@pytest.mark.parametrize("row", sorted(ALWAYS))
def test_what_the_code_lists_answer_is_measured(row: str) -> None:
    assert not answer(row).startswith("(")


@pytest.mark.parametrize("row", sorted(ANSWERS))
def test_no_answer_of_one_record_of_each_kind_speaks_of_nothing(row: str) -> None:
    said = answer(
        row,
        project={"P-1": project()},
        project_step={"S-1": step("P-1", "submitted", "2026-01-05")},
        activity=many(1) | {"A-900": activity(kind="advocacy")},
        dossier={"D-1": dossier()},
        cooperation={"C-1": cooperation()},
        organisation={"O-1": NETWORK},
        membership={"M-1": MEMBER},
    )
    for never in ("0 av 0", "0\u00a0kr", "None", "0 deltakere"):
        assert never not in said


def test_s1_says_only_what_there_is() -> None:
    granted = step("P-1", "granted", "2026-01-05")
    won = {"project": {"P-1": project()}, "project_step": {"S-1": granted}}
    assert answer("S1", **won).startswith("(")  # a grant without an amount is not 0 kroner
    assert answer("S1", **won, funding={"F-1": cash("P-1", 250_000_000)}) == "2,5\u00a0mill.\u00a0kr innvilget."


def test_s2_is_of_the_year_looked_at() -> None:
    takes = {"participation": {"T-1": TAKES}, "actor": {"X-1": ACTOR}}
    lists = {"municipality": {"3201": {"name_nb": "Bærum", "county": "32"}}}
    assert answer("S2", **takes, **lists) == (
        "Én ekstern aktør i Akershus har deltatt i internasjonale prosjekter hittil i 2026; "
        "prosjektdeltakelsene 2024–2026 er i én kommune."
    )
    assert " deltok i internasjonale prosjekter i 2025; prosjektdeltakelsene 2024–2025 er" in answer(
        "S2", "periode=2024-2025", **takes, **lists
    )
    assert (
        answer("S2", "periode=2024-2024", **takes, **lists)
        == "Ingen eksterne aktører i Akershus deltok i internasjonale prosjekter i 2024."
    )
    endless = {key: value for key, value in TAKES.items() if key != "to_date"} | {"from_date": "2025-03-01"}
    lacking = {"participation": {"T-2": endless}, "actor": {"X-1": ACTOR}}
    said = answer("S2", **lacking, **lists)
    assert said.startswith(
        "Det er ikke kjent hvor mange eksterne aktører i Akershus som har deltatt i internasjonale "
        "prosjekter hittil i 2026;"
    )
    assert said.endswith(" 1 prosjektdeltakelse mangler slutt og er bare med i året den begynte.")
    both = answer("S2", participation={"T-1": TAKES, "T-2": endless}, actor={"X-1": ACTOR}, **lists)
    assert both.startswith("Minst én ekstern aktør i Akershus har deltatt i internasjonale prosjekter hittil i 2026;")


def test_s3_has_no_share_without_funds_at_home() -> None:
    won = {
        "project": {"P-1": project()},
        "project_step": {"S-1": step("P-1", "granted", "2026-01-05")},
        "funding": {"F-1": cash("P-1", 300)},
    }
    fund = {"U-1": {"level": "regional", "scheme": "x", "year": 2026, "amount_nok": 100, "area": "SAM"}}
    assert answer("S3", **won).startswith("(")
    assert answer("S3", **won, fund=fund).startswith("75\u00a0%")
    assert answer("S3", "periode=2024-2025", **won, fund=fund).endswith("for 2025. Ansvarlig: FRL.)")


def test_s4_has_a_base_and_norden_its_own_words() -> None:
    near = {"A-1": activity(regions=[["SE-O", None]]), "A-2": activity(regions=[["DE-BE", None]]), "A-3": activity()}
    assert answer("S4", activity={"A-3": activity()}).startswith("(")
    assert answer("S4", activity=near) == (
        "Begge tiltakene med kjent region er i Norden, Ukraina eller resten av Europa. "
        "Ett av to tiltak med kjent region hittil i 2026 er i Norden."
    )


def test_s7_says_what_lacks() -> None:
    budget = {"area": "SAM", "instrument": "PRO", "year": 2026, "planned_nok": 200_000_000}
    assert answer("S7", budget={"B-1": {**budget, "planned_nok": 0}}).startswith("(")
    assert answer("S7", budget={"B-1": budget}).endswith("brukt beløp mangler.")
    used = {"B-1": {**budget, "used_nok": 100_000_000}}
    so_far = "50\u00a0% brukt per 24.11., da 90\u00a0% av året var gått."
    assert answer("S7", budget=used).endswith(so_far)
    past = {"B-1": {**budget, "year": 2025, "used_nok": 100_000_000}}
    assert "hittil" not in answer("S7", "periode=2024-2025", budget=past)


def test_s8_counts_a_request_for_two_areas_once() -> None:
    asked = activity(kind="support", area="FRL", areas=[["SAM", None], ["KUL", None]], asked="2026-01-01")
    assert answer("S8", activity={"A-1": asked}) == "0 av 1 kjent henvendelse om bistand er besvart."


def test_s9_counts_posts_and_meetings_where_we_are_members() -> None:
    post = {"organisation": "O-1", "title": "Leder", "sphere": "political", "from_date": "2024-01-01"}
    stranger = {**post, "organisation": "O-2"}
    met = activity(kind="network_meeting", organisations=[["O-2", None]])
    some: dict[str, Any] = {
        "organisation": {"O-1": NETWORK, "O-2": NETWORK},
        "membership": {"M-1": MEMBER},
        "post": {"V-1": post, "V-2": stranger},
        "activity": {"A-1": met},
    }
    said = "Ett verv i medlemskapet; ingen nettverksmøter er registrert. Tallene gjelder 2024–2026."
    assert answer("S9", **some) == said
    assert answer("S9", "omrade=KUL", **some).startswith("(")


def test_s10_has_no_percent_under_ten() -> None:
    assert "%" not in answer("S10", activity=many(9))
    assert answer("S10", activity=many(9)).startswith("9 tiltak hittil i 2026:")
    assert "%" in answer("S10", activity=many(10))
    assert answer("S10", "vekt=timer", activity=many(9)).startswith("9 tiltak")


def test_s11_before_any_decision_and_without_amounts() -> None:
    one = {"project": {"P-1": project()}}
    waits = {"S-1": step("P-1", "submitted", "2026-01-05")}
    assert answer("S11", **one, project_step=waits) == "Ingen søknader er avgjort; én søknad venter."
    won = {"S-1": step("P-1", "granted", "2026-01-05")}
    assert "uten at beløp er registrert" in answer("S11", **one, project_step=won)
    refused = {"S-1": step("P-1", "rejected", "2026-01-05")}
    assert answer("S11", **one, project_step=refused) == "Én ble avslått; ingen søknader venter."


def test_s14_never_calls_guidance_the_cause() -> None:
    guided = {"A-1": activity(kind="guidance", actors=[["X-1", None]], start="2024-06-01")}
    said = answer("S14", activity=guided, actor={"X-1": ACTOR}, participation={"T-1": TAKES})
    assert said.endswith("én ble med i et nytt prosjekt 2024–2026, etter sin første veiledning.")
    others = {f"X-{i}": ACTOR for i in range(1, 4)}
    began = {"T-2": {**TAKES, "actor": "X-2"}, "T-3": {**TAKES, "actor": "X-2"}}
    both = answer("S14", activity=guided, actor=others, participation={"T-1": TAKES, **began})
    assert both.endswith("Av de 2 som aldri fikk veiledning, ble 1 med i nye prosjekter 2024–2026.")
    for word in ("fordi", "førte", "takket være", "effekt"):
        assert word not in said


def test_s15_counts_the_days_to_the_next_deadline() -> None:
    def said(*days: str) -> str:
        ahead = {f"F-{day}": {"dossier": "D-1", "day": day, "what": "Svar"} for day in days}
        return answer("S15", dossier={"D-1": dossier(eea="relevant")}, dossier_deadline=ahead)

    assert said().endswith("ingen frister framover.")
    assert said("2026-11-23").endswith("ingen frister framover.")
    assert said("2026-11-24").endswith("vår neste frist er i dag.")
    assert said("2026-11-25", "2026-12-25").endswith("vår neste frist er om én dag.")
    assert said("2026-11-26").endswith("vår neste frist er om to dager.")
    closed = answer("S15", dossier={"D-1": dossier(stage="closed")})
    assert closed.startswith("(")


def test_s15_says_how_many_are_not_assessed_and_no_nought_of_them() -> None:
    plain = dossier()
    assert "eea" not in plain
    some = {"D-1": plain, "D-2": plain}
    assert answer("S15", dossier=some) == "2 åpne EU-saker, 2 uten EØS-vurdering; ingen frister framover."
    some["D-3"] = dossier(eea="relevant")
    assert (
        answer("S15", dossier=some)
        == "3 åpne EU-saker, 1 av dem med EØS-relevans, 2 uten EØS-vurdering; ingen frister framover."
    )


def test_s16_without_any_outcome() -> None:
    """What waits for an answer has no outcome to miss."""

    def said(*outcomes: str | None) -> str:
        some = [{"outcome": one} if one else {} for one in outcomes]
        return answer(
            "S16",
            activity={f"A-{n}": activity(kind="advocacy", decision="Sak 1/24", **one) for n, one in enumerate(some)},
        )

    assert said("pending") == "Ett innspill; det venter på svar."
    assert said("pending", "pending") == "2 innspill; begge venter på svar."
    assert said(None) == "Ett innspill; utfallet mangler."
    assert said(None, None, None) == "3 innspill; utfallet mangler for alle tre."
    assert said("pending", None, None) == "3 innspill; 1 venter på svar, og utfallet mangler for 2."


def test_s16_taken_up_and_partly_are_two_numbers() -> None:
    some = {
        code: activity(kind="advocacy", outcome=outcome, decision="Sak 1/24")
        for code, outcome in (("A-1", "adopted"), ("A-2", "partly"), ("A-3", "partly"), ("A-4", "not_adopted"))
    }
    assert answer("S16", activity=some) == "4 innspill; 1 er helt og 2 delvis tatt til følge."
    some["A-5"] = activity(kind="advocacy", decision="Sak 1/24")
    assert answer("S16", activity=some).endswith("av 4 med kjent utfall er 1 helt og 2 delvis tatt til følge.")


def test_s17_never_says_a_fee_of_nothing() -> None:
    member = {"membership": {"M-1": MEMBER, "M-2": MEMBER}, "organisation": {"O-1": NETWORK}}
    fee = {"membership": "M-1", "year": 2026, "amount": 5_000_000, "currency": "NOK"}
    assert answer("S17", **member) == "To medlemskap; kontingenten for 2026 mangler."
    said = answer("S17", **member, membership_fee={"K-1": fee, "K-2": fee})
    assert said == "To medlemskap koster til sammen minst 100\u00a0000\u00a0kr i 2026; kontingenten mangler for ett."
    foreign = {"K-1": {**fee, "currency": "CHF"}}
    assert answer("S17", **member, membership_fee=foreign).endswith(
        "kontingenten mangler for ett; valutakurs mangler for ett (50\u00a0000\u00a0CHF)."
    )


def test_s18_without_numbers_of_people() -> None:
    people = {"D-1": {"activity": "A-000", "audience": "business", "people": 12}}
    assert answer("S18", activity=many(1)) == "Ett tiltak 2024–2026; antall deltakelser mangler."
    known = "Minst 12 deltakelser på ett tiltak 2024–2026."  # of 2024 and 2025 nothing is registered
    assert answer("S18", activity=many(1), attendance=people) == known


def test_s19_grows_only_beyond_five_percent_and_ten_cases() -> None:
    def said(now: int, before: int) -> str:
        some = {f"B-{i}": activity(start="2025-02-01") for i in range(before)}
        return answer("S19", activity=many(now) | some)

    assert said(9, 3).startswith("9 tiltak")
    assert said(30, 9).startswith("Antallet har økt: 30 tiltak")
    assert said(20, 19).startswith("20 tiltak")
    assert said(30, 20) == "Antallet har økt: 30 tiltak hittil i 2026, mot 20 på samme tid i fjor."
    assert said(20, 30).startswith("Antallet har falt: 20 tiltak")


def test_s20_a_contact_of_today_is_no_silence_and_none_recorded_is_not_a_year() -> None:
    some = {"cooperation": {"C-1": cooperation()}}
    today = {"A-1": activity(kind="contact", cooperation="C-1", start=TODAY.isoformat())}
    assert answer("S20", **some, activity=today) == (
        "Vi har eller vurderer samarbeid med én region; det har vært kontakt det siste året."
    )
    assert answer("S20", **some).endswith("samarbeid med én region; for én er ingen kontakt registrert.")
    old = {"A-1": activity(kind="contact", cooperation="C-1", start="2025-01-01")}
    assert answer("S20", **some, activity=old).endswith("med én har det ikke vært kontakt på over ett år.")
    assert answer("S20", cooperation={"C-1": cooperation(status="ended")}).startswith("(")


def test_s22_flags_only_own_money_for_reconstruction() -> None:
    there = {"project": {"P-1": project(regions=[["UA-32", None]])}}
    own = {**cash("P-1", 100), "payer": "own", "purpose": "reconstruction"}
    assert "må avklares" in answer("S22", **there, funding={"F-1": own})
    for other in ({"payer": "others"}, {"form": "hours"}, {"purpose": "travel"}):
        assert "må avklares" not in answer("S22", **there, funding={"F-1": {**own, **other}})
    assert answer("S22", cooperation={"C-1": cooperation(since="2026-12-24")}).startswith(
        "Vi har eller vurderer samarbeid med 0"
    )


def test_s23_says_targets_only_of_this_year() -> None:
    target = {"measure": "results", "year": 2026, "value": 1, "area": "SAM"}
    assert answer("S23") == "72\u00a0% av strategiperioden 2024–2027 er gått."
    assert answer("S23", target={"T": target}).endswith("Det eneste måltallet var ikke nådd per 24.11.2026.")
    assert "måltall" not in answer("S23", target={"T": {**target, "year": 2027}})


def test_s16_one_submission_is_neuter_and_no_english_sentence_hangs_on_a_number() -> None:
    """ "Én innspill er ikke knyttet"; "One are addressed to the EU", "1 were accepted"."""
    for n, begins in ((1, "Ett innspill er ikke knyttet"), (2, "To innspill er ikke knyttet")):
        some: dict[str, Any] = {
            "activity": {
                f"A-{i}": activity(kind="advocacy", outcome="adopted", addressee_kind="eu", sphere="political")
                for i in range(n)
            }
        }
        assert begins in answer("S16", **some)
    en = Words("en")
    assert policy.heard_say(en, 1, 0, 0) == "The submission was addressed to the EU."
    assert "were" not in policy.heard_title(en, 1, 0, 1, 2)


def test_one_initiative_with_a_region_is_the_only_one() -> None:
    """ "1 av 1 tiltak med kjent region er i Norden, Ukraina eller resten av Europa." """
    said = answer("S4", activity={"A-1": activity(region="SE-O")})
    assert said.startswith("Det eneste tiltaket med kjent region er i Norden, Ukraina eller resten av Europa.")
