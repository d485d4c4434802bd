"""What a bar, a note, a card or a short form says is what the table beside it holds: nothing missing is drawn as none,
and no count stands beside an amount of more."""

from __future__ import annotations

import re
from typing import Any

import pytest

from akint_dash.components.page import Site

from .test_same_base import card, opened, plain
from .told import figures

OLD: Any = {"per": "2025-10-01", "omrade": "UTD"}


def said(site: Site, path: str, key: str, **query: str) -> str:
    return card(opened(site, path, query)[1], key).replace("\xa0", " ")


def drawn(site: Site, path: str, key: str, **query: str) -> str:
    """As :func:`said`, with the words of its drawings and what they are called."""
    node = figures(opened(site, path, query)[1])[key]
    labels = [str(one.attributes["aria-label"]) for one in node.all() if one.attributes.get("aria-label")]
    return " ".join([node.text, *labels]).replace("\xa0", " ")


def test_a_level_without_an_amount_is_missing_in_the_bar_too(site: Site) -> None:
    """ "Lokalt 0 %" and "Nasjonalt 0 %" stood over a table of "mangler" and "–", and "Internasjonalt 17 %" under a
    title of at most so much."""
    told = said(site, "/finansiering", "utviklingsmidler", omrade="KUL")
    assert re.search(r"Lokalt\s+mangler", told)
    assert "0 %" not in re.split(r"Lokalt", told)[0][-200:], "no share of what is not all known"
    assert not re.search(r"Nasjonalt\s+(0|mangler)", told), "it never has any: none is missing"


def test_an_area_that_registered_nothing_of_a_year_did_so_of_that_year(site: Site) -> None:
    told = said(site, "/omrader", "vekting", omrade="TAN")
    assert "Ingen tiltak er registrert i 2026." in told
    assert "Ingen tiltak er registrert. " not in told


@pytest.mark.parametrize(
    ("chosen", "words"), [("PRO", "det valgte virkemiddelet"), ("PRO,BIL", "de valgte virkemidlene")]
)
def test_growth_of_chosen_instruments_is_not_said_of_all_four(site: Site, chosen: str, words: str) -> None:
    view, body = opened(site, "/virkemidler/kompetanseheving", {"virkemiddel": chosen})
    assert f"Tiltak i {words}" in card(body, "vekst")
    assert "alle fire" not in card(body, "vekst")
    assert [heading.words for heading in view.tables["vekst"].headings][1] == "Tiltak"


def test_an_instrument_that_filters_leave_out_lacks_nothing(site: Site) -> None:
    for key in ("vekt-pro", "vekt-pol", "vekt-kom"):
        told = said(site, "/", key, virkemiddel="BIL", vekt="timer", omrade="KUL")
        assert "mangler" not in told, key
        assert "til har ikke timer" not in told, key


def test_a_count_beside_an_amount_names_the_projects_of_others_in_it(site: Site) -> None:
    """43,6 mill. stood beside four projects, of a base of five."""
    assert "og en del av ett prosjekt på et annet rådsområde" in said(site, "/", "vunnet", omrade="KLI")
    assert "og en del av ett prosjekt på et annet rådsområde" in said(
        site, "/finansiering", "faller-bort", omrade="KLI"
    )
    _, row = opened(site, "/strategien", {"omrade": "KLI"})
    sums = r"43,6 mill\. kr innvilget: [^.]*\. Beløpet omfatter en del av ett prosjekt på et annet rådsområde\."
    assert re.search(sums, plain(row))


def test_contact_known_to_a_day_says_nothing_of_how_far_the_cooperation_is(site: Site) -> None:
    """ "Ett samarbeid pågår" stood over the only one, which is "Undersøkes"."""
    assert "pågår" not in said(site, "/virkemidler/bilateralt", "samarbeid", **OLD)
    assert "Ingen kontakt er registrert i samarbeidet" in plain(opened(site, "/virkemidler/bilateralt", OLD)[1])


def test_old_data_say_that_what_is_missing_of_the_year_is_not_counted(site: Site) -> None:
    for path, key in (("/omrader", "omrader"), ("/omrader/UTD", "hull"), ("/", "hull")):
        assert "for gamle til å telle det som mangler for 2025" in said(site, path, key, **OLD), path
        assert "for gamle" not in said(site, path, key), path


def test_what_is_not_relevant_has_no_share(site: Site) -> None:
    _, body = opened(site, "/", {"omrade": "PLA", "periode": "2025"})
    assert "ikke aktuelt" in card(body, "vekt-bil")
    assert "0 av 12" not in card(body, "vekt-bil")
    few = said(site, "/omrader", "vekting", per="2026-06-01", omrade="PLA")
    assert re.search(r"Bilateralt samarbeid\s+ikke aktuelt", few)


def test_a_part_of_few_is_said_once(site: Site) -> None:
    assert "2 av 2 tiltak i 2026" in said(site, "/", "vekt-pro", sok="hydrogen")


def test_an_agreement_in_force_is_in_the_count_of_agreements(site: Site) -> None:
    told = said(site, "/virkemidler/bilateralt", "samarbeid", per="2026-06-01")
    assert "Fire av ni samarbeid har avtale; den første går ut 30.06.2026" in told


def test_spent_means_are_of_the_years_shown(site: Site) -> None:
    assert "rammer 2025–2026." in said(site, "/omrader/SAM", "ressurser", periode="2025-2026")


def test_what_lacks_is_told_by_its_level(site: Site) -> None:
    """ "… ikke i 2026 («Kultur, idrett og frivillighet»)", which has 22,1 mill. of regional money: the local lacks."""
    assert "i 2026 (lokale midler: Kultur, idrett og frivillighet)" in said(
        site, "/finansiering", "utviklingsmidler", omrade="KUL"
    )


def test_an_answer_that_a_filter_emptied_in_part_says_so(site: Site) -> None:
    """ "Filteret på status gjelder ikke her" stood under the one number that was left of three."""
    answer = plain(opened(site, "/strategien", {"status": "submitted"})[1])
    assert "Ingen resultater og ingen støtte med dette filteret." in answer
    assert "Ingen resultater og ingen støtte" not in plain(opened(site, "/strategien", {})[1])


def test_goals_that_are_not_known_are_counted_as_such(site: Site) -> None:
    told = said(site, "/", "mal", periode="2027")
    assert re.search(r"knyttet til tiltak: 10 av 12\s*ikke kjent: 2 av 12", told)
    assert "ikke kjent" not in said(site, "/", "mal")


def test_goals_say_that_projects_count_in_every_year_and_where_their_results_came_from(site: Site) -> None:
    for path, key in (("/", "mal"), ("/maal", "mal-virkemidler"), ("/omrader/PLA", "maal")):
        assert "Et prosjekt er regnet med i hvert år" in said(site, path, key, periode="2025"), path
        assert "Et prosjekt er regnet med i hvert år" not in said(site, path, key), path
    told = said(site, "/", "mal", partner="SE-O")
    assert "To resultater gjelder mål uten tiltak her" in told


def test_what_all_areas_lack_is_said_beside_what_the_own_lacks(site: Site) -> None:
    told = said(site, "/omrader/NAE", "vekting", vekt="kroner")
    assert re.search(r"for \d+ av 12 rammer 2024", told)
    assert re.search(r"for \d+ av \d+ rammer i alt", told)


def test_sums_of_the_whole_county_stand_over_what_the_whole_county_lacks(site: Site) -> None:
    """ "Avsatt beløp mangler for 1 av 12 rammer" stood under "11,0 mill. kr" of all the areas."""
    told = said(site, "/omrader", "vekting", vekt="kroner", omrade="NAE")
    assert "for 13 av 93 rammer i alt 2024–2026." in told
    assert "for 6 av 31 rammer i alt i 2026." in said(site, "/", "omrader", vekt="kroner", omrade="NAE")
    assert "i alt i 2026" not in said(site, "/", "omrader", vekt="kroner"), "it is all there"


@pytest.mark.parametrize(
    ("path", "key"),
    [("/", "vekt-pro"), ("/", "mal"), ("/maal", "mal-virkemidler"), ("/omrader", "vekting"), ("/kart", "kart"),
     ("/virkemidler/kompetanseheving", "vekst"), ("/virkemidler/bilateralt", "ringer"),
     ("/virkemidler/prosjektutvikling", "vunnet-aar"), ("/finansiering", "utviklingsmidler")],
)  # fmt: skip
def test_a_year_before_anything_was_registered_is_missing_for_the_whole_county(site: Site, path: str, key: str) -> None:
    """«2023: 0 hele året», «ingen tiltak», «0 kr» of a year that nobody has registered anything of."""
    view, body = opened(site, path, {"periode": "2023"})
    names = [h.name for h in view.tables[key].headings]
    counted = [i for i, name in enumerate(names) if name in COUNTED]
    assert counted, names
    assert {row[i] for row in view.tables[key].rows for i in counted} == {None}
    assert "det første året med registreringer" not in plain(body)


COUNTED = ("n", "total", "PRO", "value_county", "activities", "people", "won", "rejected", "ore", "eu", "nordic")


def test_the_years_of_the_overview_say_which_is_missing(site: Site) -> None:
    _, body = opened(site, "/", {"periode": "2023-2026"})
    assert re.search(r"2023\s+mangler", plain(body))
    assert "Skravert: ikke registrert eller ikke mottatt ennå." in plain(body)
    assert "Ingen rådsområder har registrert tiltak i 2023" in plain(opened(site, "/", {"periode": "2023"})[1])


def test_a_share_of_what_is_known_is_no_bound_and_says_so(site: Site) -> None:
    """ "26 %" stood beside "høyst 18 %", as if nothing were lacking."""
    told = said(site, "/finansiering", "utviklingsmidler")
    assert "26 % internasjonalt av det kjente" in told
    assert "høyst 18 % internasjonalt" in told


def test_the_lead_names_the_kinds_of_deadlines_that_are_there(site: Site) -> None:
    """ "31 frister for søknader, EU-saker, avtaler og medlemskap" of calls alone."""
    lead = plain(opened(site, "/", {"virkemiddel": "PRO"})[1])
    assert re.search(r"frister for søknader kommer de neste \d+ dagene", lead)
    every = plain(opened(site, "/", {})[1])
    assert re.search(r"frister for søknader, EU-saker, avtaler og medlemskap kommer", every)


def test_means_that_nobody_recorded_are_said_to_be_in_no_list(site: Site) -> None:
    told = plain(opened(site, "/kvalitet", {"per": "2026-09-11"})[1])
    assert re.search(r"Rammer \(25\)\s*; seks er ikke registrert og står ikke i listen", told)


def test_a_mark_of_today_is_the_day_looked_back_to(site: Site) -> None:
    for path in ("/virkemidler/politikkoppfolging", "/utlysninger", "/"):
        assert "I dag" not in plain(opened(site, path, {"per": "2026-06-01"})[1]), path


def test_no_more_cooperations_are_left_out_than_the_page_has(site: Site) -> None:
    told = said(site, "/virkemidler/bilateralt", "samarbeid", sok="umulig-umulig")
    assert "Filteret utelater 9 samarbeid" in told


def test_a_title_names_the_kind_of_learning_with_most_before_the_one_that_the_strategy_names(site: Site) -> None:
    view, _ = opened(site, "/virkemidler/kompetanseheving", {})
    people: dict[str, int] = {}
    for row in view.tables["typer"].dicts():
        people[row["kind"][1]] = people.get(row["kind"][1], 0) + (row["people"] or 0)
    most = max(people, key=lambda kind: people[kind])
    title = view.told["typer"].title
    assert title.startswith(view.words.choice("activity_kind", most)) == (most != "exchange")


def test_a_share_that_moved_most_says_from_where_to_where(site: Site) -> None:
    told = plain(opened(site, "/", {})[1])
    found = re.search(r"andelen[^.;]* (?:økt|falt)[^.:;]*", told)
    assert found is None or re.match(r": \d+ % mot \d+ %", told[found.end() :])


def test_what_is_known_of_a_year_to_come_is_answered(site: Site) -> None:
    """ "Dataene går til 30.10.2026, før 2027 begynte" led to a page with the answer."""
    answers = plain(opened(site, "/strategien", {"periode": "2027"})[1])
    assert "Ti av tolv mål er knyttet til prosjekter som kan pågå i 2027." in answers
    assert "37 aktører i Akershus er med i prosjekter som varer til 2027 eller lenger." in answers


def test_minst_stands_only_at_the_level_that_lacks_an_amount(site: Site) -> None:
    """ "Nasjonalt minst 61,5 mill." where one regional fund alone lacks its amount."""
    told = said(site, "/finansiering", "utviklingsmidler", per="2025-10-01")
    assert re.search(r"Regionalt\s+minst 84,8", told)
    assert re.search(r"Nasjonalt\s+61,5", told)
    assert "høyst 6 % i 2024; høyst 17 % i 2025, per 20.06." in told


def test_no_money_of_the_year_shown_is_not_no_money(site: Site) -> None:
    """ "Ingen midler er registrert" stood over two years with 1,4 and 1,5 mill."""
    told = said(site, "/finansiering", "utviklingsmidler", omrade="FRL")
    assert "Ingen midler er registrert for 2026 med dette filteret." in told


def test_no_project_lacks_an_amount_where_none_is_granted(site: Site) -> None:
    told = said(site, "/finansiering", "utlosning", omrade="FRL")
    assert "Ingen prosjekter med dette filteret er innvilget 2024–2026." in told
    assert "registrert." not in told


def test_a_share_of_an_earlier_year_stands_beside_the_county_s_of_the_same(site: Site) -> None:
    """ "48 %; 38 % samlet" held the area's 2025 against the county's 2026."""
    told = drawn(site, "/omrader/SAM", "vekting", vekt="kroner")
    assert "48 % i 2025" in told
    assert "38 % samlet" in told
    assert "Prosjektutvikling: 2025: 48 %, 40 % samlet; 2026: andelen mangler, 38 % samlet" in told
    assert "1,4 mill. kr av de kjente 2,5 mill. kr i budsjettene i 2026" in told


@pytest.mark.parametrize(("path", "key"), [("/", "vekt-pro"), ("/omrader/SAM", "vekting"), ("/omrader", "vekting")])
def test_what_is_set_aside_is_of_the_whole_year(site: Site, path: str, key: str) -> None:
    assert "2026 hittil" not in drawn(site, path, key, vekt="kroner")
    assert "2026 hittil" in drawn(site, path, key)


def test_old_data_are_not_said_to_be_few(site: Site) -> None:
    """ "For få tiltak" stood over years of 32 and 24."""
    told = said(site, "/omrader/SAM", "vekting", per="2025-10-01")
    assert "For få tiltak" not in told
    assert "Dataene er fra 20.06.2025, for gamle til å sammenligne med året før" in told


def test_an_area_s_means_are_at_least_what_is_known_where_an_instrument_lacks_its_own(site: Site) -> None:
    """ "1,8 mill. kr brukt mangler" of an area with no amount for one of its four."""
    told = said(site, "/omrader", "omrader", per="2025-10-01")
    assert "minst 1,8 mill. kr satt av; brukt beløp mangler" in told
    assert re.search(r"(?<!minst )2,6 mill\. kr satt av; brukt beløp mangler", told), "Samferdsel has all four"


def test_the_column_of_cash_does_not_speak_of_hours(site: Site) -> None:
    """ "Alle beløp registrert: ja" stood beside "Egne timer, kroner: mangler"."""
    view, _ = opened(site, "/virkemidler/prosjektutvikling", {})
    names = {heading.name: heading.words for heading in view.tables["miks"].headings}
    assert names["complete"] == "Alle pengebeløp registrert (uten egne timer)"


SUPPORT: Any = (
    {"program": "HORIZON", "periode": "2025"},
    {"program": "HORIZON", "periode": "2026"},
    {"status": "submitted", "periode": "2025"},
    {"sok": "klima", "periode": "2026"},
    {"maned": "2025-09"},
    {"omrade": "TAN"},
    {},
)


@pytest.mark.parametrize("query", SUPPORT, ids=str)
def test_the_drawing_of_support_is_called_what_its_card_is(site: Site, query: dict[str, str]) -> None:
    """«Ingenting er innvilget ennå» of a year, drawn under «Ingen innvilget støtte i 2025 med disse filtrene»."""
    view, body = opened(site, "/", query)
    labels = {
        str(one.attributes["aria-label"])
        for one in figures(body)["vunnet"].all()
        if one.name == "svg" and one.attributes.get("aria-label")
    }
    assert labels == {view.told["vunnet"].title}


@pytest.mark.parametrize(
    ("query", "noted"),
    [({"program": "HORIZON", "periode": "2025"}, True), ({"periode": "2025"}, True), ({"program": "HORIZON"}, False)],
)
def test_what_waits_beside_the_support_of_a_year_is_said_to_be_of_no_period(
    site: Site, query: dict[str, str], noted: bool
) -> None:
    """23 mill. waited on 30.10.2026 under «Filtre: Horisont Europa · 2025», as if it had in 2025."""
    told = said(site, "/", "vunnet", **query)
    assert ("Filteret på periode gjelder bare en del av tallene her." in told) == noted
    if query.get("program") and noted:
        assert "Ingenting ble innvilget i 2025, med disse filtrene; søknader om" in told
        assert "ventet på svar per 30.10.2026" in told
