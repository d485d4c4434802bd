"""The map's sentences, and when each must not be used."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from akint_dash.domain.history import Change
from akint_dash.domain.table import table
from akint_dash.measures.partners import Candidate, Partner, Weights
from akint_dash.measures.rings import Rings
from akint_dash.measures.ukraine import Match, OwnMoney
from akint_dash.text import bilateral, sheet
from akint_dash.text import partners as text
from akint_dash.text.words import Words
from tests.measures.frames import FRESH, STALE, a_frame

W = Words("nb")
TODAY = date(2026, 11, 24)


def partner(region: str, status: str = "active", **values: Any) -> Partner:
    plain: dict[str, Any] = {
        "region": region, "status": status, "cooperations": ("B-1",), "themes": (), "area": "SAM", "areas": (),
        "last": "2026-11-01", "last_activity": "A-1", "activities": 0, "networks": ("AER",), "projects": (),
    }  # fmt: skip
    return Partner(**{**plain, **values})


def candidate(region: str, points: int, **values: Any) -> Candidate:
    return Candidate(
        region, points, values.get("networks", ()), values.get("projects", ()), values.get("themes", ()), False
    )


def test_ended_cooperations_are_not_counted() -> None:
    found = [partner("SE-O"), partner("UA-46", "dialogue"), partner("DE-SH", "ended")]
    assert text.partners_title(W, found, 2).replace("\xa0", " ") == "To regioner i to land, én med avtale"
    one = text.partners_title(W, [partner("UA-46", "dialogue")], 1)
    assert one.replace("\xa0", " ") == "Én region i ett land, uten avtale nå"
    assert "ingen med avtale" in text.partners_title(W, [partner("UA-46", "dialogue"), partner("X", "dialogue")], 1)
    assert text.partners_title(W, [partner("DE-SH", "ended")], 0) == "Ingen bilaterale samarbeid med disse filtrene"


def test_quiet_is_more_than_a_year_and_unknown_is_not_quiet() -> None:
    quiet = [partner("SE-O", last="2025-11-23"), partner("SE-M", last="2025-11-24"), partner("FI-11", last=None)]
    today = a_frame(today=TODAY, data_day=TODAY)
    said = [words for words, _ in text.partners_say(W, quiet, today)]
    assert said[0] == "I ett av samarbeidene har det ikke vært kontakt på over ett år."
    assert said[1] == "For ett samarbeid er ingen kontakt registrert."
    met = [partner("SE-O"), partner("SE-M"), partner("FI-11")]
    assert [text.partners_say(W, met[:n], today)[0][0] for n in (1, 2, 3)] == [
        "Det har vært kontakt det siste året.",
        "I begge har det vært kontakt det siste året.",
        "I alle har det vært kontakt det siste året.",
    ]
    assert [text.partners_say(W, met[:n], today)[-1][0] for n in (1, 2)] == [
        "Vi har felles nettverk med regionen.",
        "Vi har felles nettverk med begge regionene.",
    ]


def test_quiet_is_counted_to_the_datas_day_and_not_said_of_old_data() -> None:
    """On 25.11. two that were met 30.10.2025 and 29.10.2025: only one was quiet when the data were told of."""
    found = [partner("SE-O", last="2025-10-30"), partner("SE-M", last="2025-10-29")]
    assert text.partners_say(W, found, FRESH)[0][0] == (
        "Per 30.10.2026 hadde det ikke vært kontakt på over ett år i ett av samarbeidene."
    )
    assert text.partners_say(W, found[:1], FRESH)[0][0] == "Det har vært kontakt i året fram til 30.10.2026."
    assert text.partners_say(W, found, STALE)[0][0] == "Kontakten er kjent til 30.10.2026."
    assert (
        bilateral.alive_title(W, 1, 2, FRESH)
        == "Vi har hatt kontakt med én av to samarbeidsregioner i året fram til 30.10.2026"
    )
    assert bilateral.alive_title(W, 0, 2, STALE) == "Kontakten i to samarbeid er kjent til 30.10.2026"


def test_no_one_is_said_to_have_most_contact_unless_it_stands_out() -> None:
    names = {"A": "A", "B": "B"}
    ahead = [partner("A", activities=9), partner("B", activities=3)]
    level = [partner("A", activities=9), partner("B", activities=9)]
    ended = [partner("A", "ended", activities=9), partner("B", activities=0)]
    assert text.activity_title(W, ahead, names, "2026") == "Mest kontakt med A: 9 av 12 aktiviteter 2026"
    assert (
        text.activity_title(W, level, names, "2026")
        == "18 aktiviteter med samarbeidsregioner 2026, flest for A (9) og B (9)"
    )
    assert (
        text.activity_title(W, ended, names, "2026")
        == "Ni aktiviteter med samarbeidsregioner 2026; alle var med en region der samarbeidet er avsluttet"
    )
    both = [*ahead, partner("C", "ended", activities=1), partner("D", "ended", activities=1)]
    assert text.activity_title(W, both, {**names, "C": "C", "D": "D"}, "2026") == (
        "Mest kontakt med A: 9 av 14 aktiviteter 2026; "
        "2 av de 14 aktivitetene var med regioner der samarbeidet er avsluttet"
    )


def test_a_candidate_is_named_only_when_it_leads() -> None:
    names = {"A": "A", "B": "B"}
    many = [candidate(code, 4) for code in "BCDEFGHIJ"]
    assert text.candidates_title(W, [candidate("A", 9), *many], names).startswith("A har mest")
    assert text.candidates_title(W, [candidate("A", 5), *many], names).startswith("Ti regioner")
    assert text.candidates_title(W, [candidate("A", 9), candidate("B", 9)], names).startswith("To regioner")
    assert text.candidates_title(W, [], names) == "Ingen mulige nye samarbeidsregioner med disse filtrene"


def test_the_reasons_name_what_is_shared() -> None:
    one = candidate("A", 6, networks=("N1",), projects=("P1",), themes=("T1", "T2", "T3", "T4", "T5"))
    names = {"N1": "AER", "P1": "Trygg vei", "T1": "Plan"}
    said = text.reasons(W, one, names, names)
    assert said.startswith("ett felles nettverk (AER); ett felles prosjekt (Trygg vei); temaene «Plan»")
    assert said.endswith("og to til")


def test_the_weights_are_said_and_a_broken_file_too() -> None:
    assert text.weights_words(W, Weights(5, 2, 1)).startswith("Et felles nettverk gir 5 poeng")
    assert "kunne ikke leses" in text.weights_words(W, Weights(broken=True))
    assert "kunne ikke leses" not in text.weights_words(W, Weights())


def test_own_money_is_said_only_where_there_is_some() -> None:
    assert text.money_words(W, []) == "Ingen egne penger er registrert til gjenoppbygging."
    assert text.money_words(W, [OwnMoney("F", "P", (), 1, "NOK")]).startswith("Ett beløp")


def test_a_gap_is_said_only_where_a_need_has_no_offer() -> None:
    gap, met, unasked = (
        Match("plan", ("UA-46",), (), ()),
        Match("kultur", ("UA-46",), ("KUL",), ()),
        Match("x", (), (), ()),
    )
    names = {"plan": "Plan", "kultur": "Kultur", "x": "X"}
    assert text.gaps_title(W, [gap, met], names) == "Ingen er spurt om plan"
    assert text.gaps_title(W, [met, unasked], names) == "Alle meldte behov har et rådsområde som kan bidra"
    assert text.gaps_title(W, [unasked], names).startswith("Ingen behov er meldt")


def found(now: int, before: int, base_now: int = 20, base_before: int = 20) -> Rings:
    return Rings(table((), ()), 50, 40, 30, {}, now, before, base_now, base_before)


@pytest.mark.parametrize(
    ("rings", "said"),
    [
        (found(10, 6), "opp fra 30 % (6 av 20)"),
        (found(6, 10), "ned fra 50"),
        (found(10, 10), "like stor andel som"),
        (found(3, 9, base_now=9), "Tre av ni"),  # under ten: no trend
        (found(11, 10), "55"),  # one record of twenty: no trend
        (found(0, 0, base_now=0), "Ingen tiltak hittil i 2026 er knyttet"),
    ],
)
def test_norden_has_a_trend_only_with_a_base(rings: Rings, said: str) -> None:
    words = text.norden_words(W, FRESH, rings).replace("\xa0", " ")
    assert said in words
    assert ("på samme tid i 2025" in words) == (rings.placed_now >= 10 and rings.norden != 11)
    assert not words.endswith("..")


def test_a_ring_leads_alone_or_two_together_or_none() -> None:
    def said(norden: int, europe: int, ukraine: int, other: int) -> str:
        sums = {"norden": norden, "europe": europe, "ukraine": ukraine, "other": other}
        return text.ring_leader(W, sums, sums)

    assert said(50, 20, 5, 0) == "Norden er størst"
    assert said(50, 50, 5, 0) == "Mest er i Norden og resten av Europa"
    assert said(5, 5, 5, 5) == "20 tiltak med kjent region"
    assert said(0, 0, 0, 0) == "Ingen tiltak i disse områdene"
    few = text.ring_leader(W, {"norden": 5000.0, "europe": 1.0}, {"norden": 1, "europe": 20})
    assert few == "21 tiltak med kjent region"  # one project with many hours is no largest ring


def test_names_on_the_map_of_ukraine_are_short_but_kyiv_keeps_its_kind() -> None:
    names = ("Lviv oblast", "Kyiv oblast", "Kyiv by", "Den autonome republikken Krim", "Sevastopol by", "Kyiv city")
    assert [text.short_name(n) for n in names] == ["Lviv", "Kyiv oblast", "Kyiv by", "Krim", "Sevastopol", "Kyiv city"]


def test_the_sheet_says_what_is_missing() -> None:
    plain = {"status": "agreement", "since": "2024-01-01"}
    assert "dato mangler" in sheet.lead(W, plain)
    assert sheet.lead(W, {**plain, "agreement_from": "2024-02-01"}) == "Avtale siden 01.02.2024, uten sluttdato."
    assert sheet.lead(W, {"status": "dormant", "since": "2024-01-01"}).startswith("På vent")


def test_a_change_says_what_changed() -> None:
    before = {"region": "UA-46", "status": "dialogue", "since": "2024-01-01"}
    after = {**before, "status": "agreement", "agreement_from": "2026-11-12"}
    said = sheet.change(W, Change("cooperation", "B-1", before, after), {})
    assert said == "Fra dialog til avtale inngått, avtalen gjelder fra 12.11.2026"
    assert sheet.change(W, Change("cooperation", "B-1", before, {**before, "note": "x"}), {}) == "Opplysninger rettet"
    need = {"region": "UA-46", "theme": "plan", "words": "x"}
    assert sheet.change(W, Change("need", "N", None, need), {"plan": "Plan"}) == "Behov meldt: plan"


def test_a_part_that_the_chosen_rings_make_is_no_finding() -> None:
    """'Norden står for 100 %' of a selection of Norden."""
    rings = found(10, 6)
    assert text.norden_words(W, FRESH, rings, chosen=True) == "Den valgte geografien påvirker andelen i Norden."
    assert "%" not in text.rings_title(W, rings, chosen=True)


def test_an_agreement_that_has_run_out_was_one() -> None:
    """'ingen med avtale ennå' stood over one that had ended in June."""
    assert text.partners_title(W, [partner("UA-46", "dialogue")], 1).endswith("uten avtale nå")


def test_agreements_are_told_with_the_first_that_ends() -> None:
    day = date(2027, 1, 14)
    assert bilateral.agreed_title(W, 4, 9, day) == "Fire av ni samarbeid har avtale; den første går ut 14.01.2027"
    assert bilateral.agreed_title(W, 1, 2, None) == "Ett av to samarbeid har avtale"
    assert bilateral.agreed_title(W, 2, 2, day) == "Begge samarbeidene har avtale; den første går ut 14.01.2027"
    assert bilateral.agreed_title(W, 0, 1, None) == "Samarbeidet har ingen avtale nå"
    assert bilateral.agreed_title(W, 0, 0, None) == "Ingen pågående samarbeid med disse filtrene"
    assert bilateral.ending_title(W, 1, 180, 50) == "Én avtale går ut om 50 dager, og ingen flere innen 180 dager"
    assert bilateral.ending_title(W, 2, 180, 0) == "To avtaler går ut innen 180 dager, den første i dag"
