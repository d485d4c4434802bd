"""Sentences on policy, competence and bilateral cooperation: when each may be said, and when it must not."""

from __future__ import annotations

from datetime import date

import pytest

from akint_dash.domain.selection import Selection
from akint_dash.measures.engagement import Engagement
from akint_dash.measures.frame import Frame
from akint_dash.measures.memberships import Cost
from akint_dash.measures.partners import Partner, partners
from akint_dash.text import bilateral, competence, policy
from akint_dash.text.words import Words
from tests.measures.frames import AHEAD, FRESH, PAST, STALE
from tests.measures.small import activity, cooperation, scope_of

W = Words("nb")


def test_the_finding_of_policy_says_a_deadline_only_where_there_is_one() -> None:
    assert policy.finding(W, 12, 6) == "Vi følger tolv EU-saker, og vår neste frist er om seks dager"
    assert policy.finding(W, 1, 0) == "Vi følger én EU-sak, og én frist er i dag"
    assert "ingen har en kommende frist" in policy.finding(W, 3, None)
    ahead = policy.finding(W, 28, None, "i 2027", ahead=True)  # nothing has been followed in a year to come
    assert ahead == "28 EU-saker har frist i 2027"
    assert policy.finding(W, 28, None, "i 2027", ahead=True, later=True) == "28 EU-saker har frist i 2027 eller senere"
    assert policy.finding(W, 0, 5) == "Vi følger ingen EU-saker med disse filtrene"


def test_a_chosen_period_holds_dossiers_and_no_deadline_of_today() -> None:
    """'Vi følger 21 EU-saker, og vår neste frist er om 23 dager' was said of 2024."""
    assert policy.finding(W, 21, 23, "i 2024") == "21 EU-saker er fulgt eller har frist i 2024"
    assert policy.finding(W, 1, 5, "2025–2026") == "Én EU-sak er fulgt eller har frist 2025–2026"
    assert policy.finding(W, 0, None, "i 2024") == "Vi følger ingen EU-saker med disse filtrene"


def test_no_learning_in_a_selection_is_said_of_the_selection() -> None:
    said = competence.finding(W, FRESH, 0, 0, None, narrowed=True)
    assert said == "Ingen kompetanseheving med disse filtrene er registrert hittil i 2026"
    assert competence.finding(W, FRESH, 0, 0, None) == "Ingen kompetanseheving er registrert hittil i 2026"
    silent = competence.area_title(W, {"A": 5, "B": 5, "C": 0}, {"A": 2, "B": 2, "C": 0}, {}, 1)
    assert silent == "Ett rådsområde har ikke registrert kompetanseheving"  # not that it has none


def test_a_count_of_deadlines_over_a_table_of_the_next_ones_says_so() -> None:
    """Six deadlines stood over five dossiers with one within the days."""
    assert policy.only_next(W, 6, 5) == "Tabellen viser den neste fristen i hver sak."
    assert policy.only_next(W, 5, 5) == ""
    assert policy.ground_say(W, {"A": 8, "B": 2}, {"A": "Alfa", "B": "Beta"}).endswith(
        "åtte av ti innspill med et mål."
    )


def test_a_count_over_bars_of_hours_says_so() -> None:
    assert bilateral.counted_apart(W, "antall") == ""
    assert bilateral.counted_apart(W, "timer") == "Tittelen teller tiltak; søylene er timer."


def test_undecided_inputs_are_no_part_of_a_rate() -> None:
    assert policy.heard_title(W, 0, 0, 0, 4) == "Fire innspill, uten kjent utfall"
    assert (
        policy.heard_title(W, 3, 1, 5, 9) == "Av fem innspill med kjent utfall er tre helt og ett delvis tatt til følge"
    )
    assert policy.channel_rate(W, 0, 0, 0, 2, 1) == "2 venter; 1 mangler utfall"
    assert policy.channel_rate(W, 6, 4, 10, 2, 0) == "6 av 10 helt tatt til følge; 4 delvis; 2 venter"


def test_no_goal_is_promoted_most_unless_it_stands_out() -> None:
    names = {"A": "Alfa", "B": "Beta"}
    assert "Alfa" in policy.ground_say(W, {"A": 8, "B": 2}, names)
    assert (
        policy.ground_say(W, {"A": 3, "B": 2}, names)
        == "Innspillene som er knyttet til et mål, gjelder to vedtatte mål."
    )
    assert (
        policy.ground_say(W, {"A": 7, "B": 6}, names)
        == "Innspillene som er knyttet til et mål, gjelder to vedtatte mål."
    )
    assert policy.ground_say(W, {}, names) == "Ingen innspill gjelder et vedtatt mål."


def test_an_organisation_is_named_only_where_it_leads() -> None:
    names = {"": "Direkte", "A": "Alfa", "B": "Beta"}
    assert "Alfa" in policy.through_title(W, {"": 40, "A": 8, "B": 2}, names)
    assert policy.through_title(W, {"": 40, "A": 1, "B": 1}, names) == (
        "40 innspill gikk direkte, resten gjennom 2 nettverk"
    )
    assert policy.through_title(W, {"A": 1, "B": 1}, names) == "Innspill har gått gjennom to nettverk"
    assert policy.through_title(W, {"": 40}, names) == "Alle de 40 innspillene gikk direkte"


def test_a_missing_fee_is_never_said_as_zero_kroner() -> None:
    assert policy.sheet_title(W, 0, 3, 1, "i 2024").startswith("Kontingentene mangler")
    assert policy.sheet_title(W, 0, 1, 2, "i 2024") == "Kontingenten mangler; medlemskapet har gitt to prosjekter"
    assert policy.dossier_title(W, 6, 180) == "Vi har seks frister i EU-saker innen 180 dager"
    assert "0" not in policy.sheet_title(W, 0, 3, 0, "")
    assert policy.sheet_title(W, 0, 0, 0, "i 2024") == "Ingen medlemskap med disse filtrene"


def test_a_membership_with_nothing_recorded_is_told_with_its_fee() -> None:
    def told(ore: int | None, lacking: int, no_rate: list[tuple[str, int]]) -> str:
        return policy.with_fee(W, "Nettverk", ore, lacking, no_rate).replace("\xa0", " ")

    assert told(2_875_000, 0, []) == "Nettverk (28 750 kr)"
    assert told(2_875_000, 1, []) == "Nettverk (minst 28 750 kr)"
    assert told(None, 2, []) == "Nettverk (kontingenten mangler)"
    assert told(None, 1, [("SEK", 50_000)]) == "Nettverk (500 svenske kroner; valutakurs mangler)"


def test_overlap_is_called_overlap_and_shared_counts_once() -> None:
    assert policy.shared_words(W, 0, 0) == ""
    assert "overlapp" in policy.shared_words(W, 0, 2)
    assert "telles én gang" in policy.shared_words(W, 1, 0)


@pytest.mark.parametrize("pair", [(9, 40), (40, 9), (0, 0), None])
def test_no_comparison_is_made_under_ten_nor_of_old_data(pair: tuple[int, int] | None) -> None:
    assert competence.compared(W, FRESH, "40 tiltak", 40, pair) == "40 tiltak"


def test_both_numbers_and_the_day_are_said() -> None:
    def told(frame: Frame, now: int, before: int) -> str:
        return competence.compared(W, frame, "120 tiltak", 120, (now, before))

    assert told(FRESH, 105, 100) == "120 tiltak; om lag som på samme tid i fjor: 105 mot 100 per 30.10."
    assert told(FRESH, 106, 100) == "120 tiltak; flere enn på samme tid i fjor: 106 mot 100 per 30.10."
    assert told(FRESH, 90, 100) == "120 tiltak; færre enn på samme tid i fjor: 90 mot 100 per 30.10."
    assert told(PAST, 90, 100) == "120 tiltak; færre enn i 2024: 90 mot 100"


def test_a_number_just_said_is_not_said_again_in_its_comparison() -> None:
    assert competence.compared(W, FRESH, "Tolv tiltak", 12, (12, 12)).startswith("Tolv tiltak, like mange som ")
    assert competence.compared(W, FRESH, "Tolv tiltak", 12, (12, 13)).startswith("12 tiltak, mot 13 ")
    said = competence.compared(W, FRESH, "120 tiltak", 120, (120, 100))
    assert said == "120 tiltak, mot 100 på samme tid i fjor"
    assert competence.compared(W, PAST, "120 tiltak", 120, (120, 100)) == "120 tiltak, mot 100 i 2024"


def test_the_finding_of_competence_without_numbers_says_so() -> None:
    assert competence.finding(W, FRESH, 0, 3, (0, 50)) == "Tre tiltak hittil i 2026, uten antall deltakelser"
    assert competence.finding(W, FRESH, 0, 0, (0, 50)) == "Ingen kompetanseheving er registrert hittil i 2026"
    assert competence.finding(W, FRESH, 575, 60, (575, 452)) == (
        "575 deltakelser i kompetanseheving hittil i 2026, mot 452 på samme tid i fjor"
    )
    assert competence.finding(W, STALE, 575, 60, None) == "575 deltakelser i kompetanseheving i 2026 til 30.10."
    assert competence.finding(W, AHEAD, 0, 0, None) == "2027 har ikke begynt; dataene går til 30.10.2026"


def test_no_audience_is_largest_unless_it_leads() -> None:
    held = {"business": 9, "academia": 8}
    assert competence.audience_title(W, {"business": 50, "academia": 47}, held) == "97 deltakelser"
    assert competence.audience_title(W, {"business": 60, "academia": 40}, held) == (
        "Næringslivet står for 60\u00a0% av deltakelsene i kompetanseheving"
    )
    few = competence.audience_title(W, {"business": 60, "academia": 40}, {"business": 1, "academia": 20})
    assert few == "100 deltakelser"  # sixty people at one activity lead nothing
    assert competence.outside_say(W, 40, 100, "2024–2026", 1) == (  # beside a headline of one year
        "40\u00a0% av de registrerte deltakelsene i kompetanseheving 2024–2026 er fra andre enn fylkeskommunen."
    )
    assert competence.audience_title(W, {"business": 50, "academia": 47}, held, 1, "i 2025").endswith("ser i 2025")
    assert competence.audience_title(W, {}, {}) == "Ingen deltakelser er registrert med disse filtrene"


def test_the_only_training_is_told_by_what_it_is_and_who_took_part() -> None:
    """ "Fylkesrådet var med på 0 av 1 tiltak", "14 av 14 deltakelser", "Seminar accounts for"."""
    assert competence.leader_say(W, 0, 1, 1, "i mars 2026") == (
        "Folkevalgte var med på det eneste tiltaket i mars 2026, fylkesrådet ikke."
    )
    assert competence.exchange_say(W, ["course"], "i mars 2026") == "Det eneste tiltaket i mars 2026 er et kurs."
    assert competence.kinds_title(W, 14, 14, 1, few=True, years="i 2025") == (
        "Erfaringsutveksling står for alle de 14 deltakelsene i kompetanseheving i 2025"
    )
    larger = competence.kinds_title(Words("en"), 22, 100, 3, years="in 2025", larger=("Seminar", 33))
    assert larger == (
        "Seminars account for 33% of the attendances at capacity-building initiatives in 2025, "
        "exchanges of experience for 22%"
    )


def test_one_area_alone_leads_nobody() -> None:
    assert competence.area_title(W, {"KUL": 40}, {"KUL": 20}, {"KUL": "Kultur"}, 0) == "40 deltakelser"
    assert competence.leader_title(W, 1, 1, 1) == "Fylkesrådet og folkevalgte har deltatt i kompetanseheving"


def test_who_took_part_in_a_chosen_time_names_it() -> None:
    """«Har deltatt» of a year, in which others than those of the next took part."""
    running = competence.leader_title(W, 0, 0, 3, (), "hittil i 2026")
    assert running == "Verken fylkesrådet eller folkevalgte har deltatt i kompetanseheving hittil i 2026"
    past = competence.leader_title(W, 2, 0, 8, (), "i 2025", over=True)
    assert past == "Fylkesrådet deltok på tiltak fra to av åtte rådsområder, folkevalgte ikke på noen i 2025"
    assert competence.leader_title(W, 0, 1, 1, over=True) == "Folkevalgte har deltatt i kompetanseheving"


def test_meetings_stand_side_by_side_and_old_data_say_why_not() -> None:
    assert policy.engaged_say(W, FRESH, (12, 10)) == "Tolv møter hittil i 2026, mot ti på samme tid i 2025."
    assert policy.engaged_say(W, STALE, None).startswith("Dataene er fra 30.10.2026, for gamle")


def test_nobody_is_new_in_the_first_year() -> None:
    assert (
        competence.growth_say(W, None, None, "2024")
        == "I det første året med registrering kan vi ikke vite hvem som er nye."
    )
    assert competence.growth_say(W, 0, 3, "hittil i 2026") == (
        "Ingen nye rådsområder og tre nye aktører hittil i 2026."
    )


def test_mainly_nordic_and_european_is_more_than_half() -> None:
    assert bilateral.answer(W, 6, 10).startswith("Ja")
    assert bilateral.answer(Words("en"), 12, 12).startswith("All twelve initiatives with a known region are in")
    assert bilateral.answer(W, 5, 10).startswith("Nei")
    assert bilateral.answer(W, 3, 4) == "Ja, i hovedsak nordiske og europeiske: tre av fire tiltak"
    assert "%" in bilateral.answer(W, 8, 10)
    assert bilateral.answer(W, 0, 0).startswith("Ingen tiltak")


def test_a_status_that_its_own_records_speak_against_says_so() -> None:
    def note(status: str, last: str | None, shown: Frame = FRESH) -> str:
        return bilateral.status_note(W, partner(status, last), shown)

    assert note("ended", "2026-10-23") == "siste kontakt 23.10.2026"
    assert note("dormant", "2025-10-30") == "siste kontakt 30.10.2025"
    assert note("active", "2025-10-29") == note("dormant", "2025-10-29") == "ingen kontakt på over ett år"
    assert note("active", "2025-10-30") == ""
    assert note("active", "2025-01-01", STALE) == "", "what came after the data's day is not known"
    assert note("ended", "2024-01-01") == ""
    assert note("agreement", None) == ""


def partner(status: str, last: str | None) -> Partner:
    found = partners(
        scope_of(
            today=date(2026, 11, 25),
            cooperation={"C": cooperation(status=status)},
            activity={"A": activity(kind="contact", cooperation="C", start=last)} if last else {},
        )
    )
    return found[0]


def test_visits_and_agreements_are_counted_in_words() -> None:
    assert bilateral.visits_title(W, 0) == "Ingen offentlige besøk er registrert for de neste tre månedene"
    assert bilateral.visits_title(W, 0, open_only=False) == "Ingen besøk er registrert for de neste tre månedene"
    assert bilateral.bonds_say(W, 1, 0, 1) == "Vi har felles nettverk med den, men ikke felles innvilget prosjekt."
    assert bilateral.bonds_say(W, 1, 1, 1) == "Vi har både felles nettverk og felles innvilget prosjekt med den."
    assert bilateral.visits_title(W, 2) == "To besøk de neste tre månedene"
    assert bilateral.renew_say(W, [], 100) == "Ingen avtaler går ut de neste 100 dagene."


def test_a_fee_says_its_years() -> None:
    assert policy.paid_in(W, [2024, 2025, 2026], 2026) == "siden 2024"
    assert policy.paid_in(W, [2025], 2026) == "i 2025"
    assert policy.paid_in(W, [2024, 2025], 2026) == "2024–2025"
    assert policy.paid_in(W, [2026], 2026) == "i 2026"
    assert policy.sheet_title(W, 10**8, 2, 0, policy.paid_in(W, [2025], 2026)) == (
        "1,0\u00a0mill.\u00a0kr i kontingent i 2025; ingen prosjekter har kommet i stand gjennom medlemskapene"
    )


def test_the_cost_is_told_with_what_lacks_and_never_as_nothing() -> None:
    assert policy.cost_say(W, Cost(2025, 2, 10_000, 0)) == "To medlemskap koster til sammen 100\u00a0kr i 2025."
    past = policy.cost_say(W, Cost(2025, 2, 10_000, 0), over=True)
    assert past == "To medlemskap kostet til sammen 100\u00a0kr i 2025."
    assert policy.cost_say(W, Cost(2025, 3, 10_000, 1)).endswith("i 2025; kontingenten mangler for ett.")
    assert policy.cost_say(W, Cost(2025, 2, 0, 2)) == "To medlemskap; kontingenten for 2025 mangler."


def test_posts_and_meetings_stand_with_their_memberships() -> None:
    def said(posts: int, political: int, meetings: int, active: int) -> str:
        return policy.engaged_title(W, Engagement(posts, political, meetings, 0, 0, active, 13))

    assert said(8, 6, 24, 13) == (
        "Vi har hatt verv eller deltatt i nettverksmøter i alle de 13 medlemskapene: 8 verv, av dem 6 "
        "politiske, og 24 nettverksmøter"
    )
    assert said(1, 1, 0, 1) == "Ett verv i 1 av 13 medlemskap; ingen nettverksmøter er registrert"
    assert said(2, 2, 0, 2) == "To verv, begge politiske, i 2 av 13 medlemskap; ingen nettverksmøter er registrert"
    assert said(0, 0, 1, 1) == "Ett nettverksmøte i 1 av 13 medlemskap; ingen verv er registrert"
    assert said(0, 0, 0, 0) == "Ingen verv eller møter er registrert i medlemskapene"


def test_no_inputs_are_not_praised_for_naming_their_decision() -> None:
    assert policy.ungrounded_title(W, 0, 0) == "Ingen innspill å knytte til vedtak"
    assert policy.ground_say(W, {"A": 4}, {}) == (
        "Innspillene som er knyttet til et mål, gjelder ett og samme vedtatte mål."
    )
    assert policy.ground_say(W, {"A": 1}, {}) == "Ett innspill er knyttet til et vedtatt mål."
    assert policy.ungrounded_title(W, 0, 1) == "Det ene innspillet er knyttet til et mål eller vedtak"
    assert policy.ground_title(W, 1, 1) == "Det ene innspillet er knyttet til et vedtatt mål eller vedtak"
    assert policy.ungrounded_title(W, 0, 3) == "Alle innspill er knyttet til et mål eller vedtak"
    assert policy.ungrounded_title(W, 2, 3) == "To av tre innspill er ikke knyttet til mål eller vedtak"
    went = {"adopted": 0, "partly": 3, "not_adopted": 0, "pending": 4, "": 0}
    assert policy.ungrounded_title(W, 7, 42, went) == (
        "Sju innspill er ikke knyttet til mål eller vedtak: Tre er delvis tatt til følge, og fire venter på svar"
    )
    assert policy.ungrounded_title(W, 3, 16, {"pending": 3, "": 0}) == (
        "Tre innspill er ikke knyttet til mål eller vedtak: Alle tre venter på svar"
    )
    assert policy.ungrounded_title(Words("en"), 14, 42, {"adopted": 1, "pending": 13}) == (
        "14 submissions are not linked to a goal or decision: 1 was accepted in full, and 13 are pending"
    )


def test_a_rest_is_told_only_where_there_is_one() -> None:
    assert bilateral.placed(W, 7, 7) == "Bygger på sju tiltak, alle med kjent region"
    assert bilateral.placed(W, 6, 7) == "Bygger på 6 av 7 tiltak; resten er ikke knyttet til en region"


def test_chosen_rings_answer_no_question_about_rings() -> None:
    assert bilateral.answer(W, 4, 4, chosen=True) == "4 tiltak i den valgte geografien"
    assert bilateral.answer(W, 0, 0, chosen=True).startswith("Ingen tiltak")


def test_a_selection_says_that_it_chooses_regions_and_not_their_contacts() -> None:
    assert bilateral.own_facts(W, Selection()) == ""
    assert bilateral.own_facts(W, Selection(periode=(2025, 2025))) == ""
    assert bilateral.own_facts(W, Selection(tema=("kultur",))).startswith("Filtrene avgjør hvilke samarbeid som vises")


def test_a_programme_or_a_status_chooses_no_regions_and_is_not_said_to() -> None:
    assert bilateral.own_facts(W, Selection(program=("HORIZON",), status=("granted",))) == ""
    assert bilateral.own_facts(W, Selection(program=("HORIZON",), tema=("kultur",))) != ""


def test_on_the_map_a_period_narrows_the_activities_alone() -> None:
    period, theme = (2025, 2025), ("kultur",)
    assert bilateral.mapped_facts(W, Selection()) == ""
    assert bilateral.mapped_facts(W, Selection(periode=period)) == "Perioden gjelder bare aktivitetene."
    assert bilateral.mapped_facts(W, Selection(tema=theme)) == bilateral.own_facts(W, Selection(tema=theme))
    both = bilateral.mapped_facts(W, Selection(tema=theme, periode=period))
    assert both.endswith("Av aktivitetene telles de i perioden.")


def test_a_selection_says_that_it_chooses_memberships_and_not_what_they_hold() -> None:
    assert policy.contents(W, Selection()) == policy.contents(W, Selection(periode=(2025, 2025))) == ""
    assert policy.contents(W, Selection(status=("granted",), ring=("norden",))) == ""
    assert policy.contents(W, Selection(tema=("digitalisering",))) == (
        "Filtrene avgjør hvilke medlemskap som vises; alt som er registrert på dem, telles."
    )
    narrowed = policy.contents(W, Selection(tema=("digitalisering",), periode=(2025, 2025)))
    assert narrowed.endswith("alt som er registrert på dem i perioden, telles.")


def test_dossiers_that_are_not_assessed_are_not_said_to_be_irrelevant() -> None:
    """'Ingen av fire er EØS-relevante; fire er ikke vurdert' was said where nothing was known."""
    assert policy.eea_say(W, 0, 0, 4, 4) == "EØS-relevans er ikke vurdert."
    assert (
        policy.eea_say(W, 1, 1, 2, 4)
        == "Én av to vurderte åpne saker er EØS-relevant, og én kan være det; to er ikke vurdert."
    )
    assert policy.eea_say(W, 2, 0, 0, 2) == "Begge åpne sakene er EØS-relevante."
    assert policy.eea_say(W, 2, 2, 0, 4) == "To av fire åpne saker er EØS-relevante, og to kan være det."
    assert policy.eea_say(W, 0, 0, 0, 0) == ""
    assert policy.eea_say(W, 0, 1, 0, 1) == "Saken kan være EØS-relevant."
    assert policy.eea_say(W, 1, 0, 2, 3) == "Den ene vurderte saken er EØS-relevant; to er ikke vurdert."
    assert policy.eea_say(W, 0, 0, 0, 1) == "Saken er ikke EØS-relevant."


def test_a_membership_without_fee_and_projects_is_not_said_to_have_given_none() -> None:
    said = policy.sheet_title(W, 0, 1, 0, "i 2026")
    assert said == "Kontingenten mangler; ingen prosjekter er registrert gjennom medlemskapet"


def test_english_says_one_was_accepted() -> None:
    assert "one was accepted in full" in policy.heard_title(Words("en"), 1, 2, 3, 4)
