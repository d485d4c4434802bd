"""When each sentence about goals, results and targets must not be used."""

from __future__ import annotations

from akint_dash.measures.targets import Reached
from akint_dash.text import goals as text
from akint_dash.text.words import Words
from tests.measures.frames import AHEAD, FRESH, PAST

W = Words("nb")
NAMES = {"M1": "Grønn vekst", "M2": "Nye jobber"}


def reached(value: float, actual: float | None, year: int = 2026, *, so_far: bool = True) -> Reached:
    return Reached("T", "results", year, value, actual, so_far)


def test_the_finding_says_all_only_where_none_is_a_hole() -> None:
    assert text.finding(W, 0, 0, 5) == "Ingen mål fra regionale planer er lest inn"
    assert text.finding(W, 2, 12, 25) == "To av tolv mål er ikke knyttet til noe internasjonalt tiltak"
    narrowed = text.finding(W, 10, 12, 25, narrowed=True)
    assert narrowed == "Ti av tolv mål er ikke knyttet til tiltak med disse filtrene"  # outside it they may be
    assert text.finding(W, 1, 12, 0).startswith("Ett av tolv")
    assert text.finding(W, 12, 12, 0) == "Ingen av de tolv målene er knyttet til noe internasjonalt tiltak"
    assert text.finding(W, 0, 12, 0) == "Alle mål er knyttet til tiltak, men ingen resultater er registrert"
    assert text.finding(W, 0, 12, 1).endswith("ett registrert resultat")


def test_a_goal_is_named_only_where_it_stands_out() -> None:
    assert text.matrix_title(W, {}, NAMES) == "Ingen tiltak er knyttet til et mål"
    assert text.matrix_title(W, {"M1": 0, "M2": 0}, NAMES) == "Ingen tiltak er knyttet til et mål"
    even = "To mål er knyttet til tiltak, flest for «Grønn vekst» (20) og «Nye jobber» (19)"
    assert text.matrix_title(W, {"M1": 20, "M2": 19}, NAMES) == even
    assert (
        text.matrix_title(W, {"M1": 3, "M2": 0}, NAMES) == "Ett mål er knyttet til tiltak"
    )  # three records name no goal
    assert text.matrix_title(W, {"M1": 20, "M2": 5}, NAMES) == "«Grønn vekst» er knyttet til flest tiltak: 20"


def test_a_column_of_noughts_says_what_it_is() -> None:
    assert text.matrix_say(W, []).endswith("0 betyr at ingen tiltak er knyttet til målet.")
    assert "0 betyr" not in text.matrix_say(W, [], loose=1)  # a project that names no goal may serve any
    assert "0 betyr" not in text.matrix_say(W, ["Bilateralt samarbeid"])
    narrowed = text.matrix_say(W, ["Bilateralt samarbeid"], narrowed=True)
    assert narrowed.endswith("0 betyr at ingen tiltak med disse filtrene er knyttet til målet.")
    assert "Ingen tiltak i bilateralt samarbeid er knyttet til et mål" in text.matrix_say(W, ["Bilateralt samarbeid"])


def test_results_are_counted_not_invented() -> None:
    assert text.results_title(W, 0, 0) == "Ingen resultater er registrert"
    assert text.results_title(W, 1, 0) == "Ett resultat er registrert"
    assert text.results_title(W, 25, 20) == "25 resultater er registrert, 20 knyttet til et mål"


def test_targets_of_the_year_that_can_be_measured() -> None:
    assert text.targets_title(W, FRESH, []) == "Ingen måltall er satt for 2026"
    assert text.targets_title(W, FRESH, [reached(5, None)]) == "Måltallene for 2026 kan ikke måles ennå"
    assert text.targets_title(W, FRESH, [reached(5, 9, 2025)]) == "Ingen måltall er satt for 2026"
    mixed = [reached(5, 5), reached(5, 4.9), reached(5, None)]
    assert text.targets_title(W, FRESH, mixed) == "Ett av tre måltall er nådd hittil i 2026; for ett vet vi det ikke"
    assert text.targets_title(W, FRESH, mixed[:2]) == "Ett av to måltall er nådd hittil i 2026"
    none = [reached(5, 4), reached(5, 3), reached(5, None)]
    said = "To av tre måltall er ikke nådd hittil i 2026; for ett vet vi det ikke"
    assert text.targets_title(W, FRESH, none) == said, "'none' may not be said where one is unknown"
    assert text.targets_title(W, FRESH, none[:2]) == "Ingen av to måltall er nådd hittil i 2026"
    assert text.targets_title(W, FRESH, none[:1]) == "Det eneste måltallet er ikke nådd hittil i 2026"
    english = "Two of three targets have not been reached so far in 2026; for one it is not known"
    assert text.targets_title(Words("en"), FRESH, none) == english
    assert text.targets_title(W, AHEAD, [], ahead=True) == "Måltallene for 2027 er satt; året har ikke begynt"
    assert text.targets_title(W, AHEAD, []) == "Ingen måltall er satt for 2027"
    ahead = [reached(20, None, 2027)]  # the overview shows them as /maal does
    assert text.targets_title(W, AHEAD, ahead, ahead=True) == "Måltallene for 2027 er satt; året har ikke begynt"
    over = [reached(5, 6, 2025, so_far=False)]
    assert text.targets_title(W, PAST, over) == "Det eneste måltallet ble nådd i 2025"


def test_an_unfinished_year_says_how_much_of_it_the_data_cover() -> None:
    assert text.targets_say(W, FRESH) == "Dataene dekker 83\u00a0% av 2026 og hele årene før."
    assert text.targets_say(W, PAST) == ""


def test_a_target_that_cannot_be_told_is_named_with_its_reason() -> None:
    """'1 av 6 måltall er nådd' stood over a table of seven."""
    some = [
        reached(8, 8, 2025, so_far=False),
        Reached("P", "participants", 2025, 500, 477, False, None, True),
        Reached("C", "partners", 2025, 5, None, False),
    ]
    assert text.targets_title(W, PAST, some) == "Ett av tre måltall ble nådd i 2025; for to vet vi det ikke"
    said = text.targets_say(W, PAST, some)
    assert "«Deltakelser i kompetanseheving» er nådd, fordi noen tall mangler. Minst 477 er registrert." in said
    assert "er nådd, fordi opplysningene som trengs, ikke er registrert for 2025." in said
    known = Reached("P", "participants", 2025, 450, 477, False, None, True)
    assert known.reached  # 'at least' decides where the known is enough


def test_a_selection_without_results_is_not_said_of_the_county() -> None:
    assert text.results_title(W, 0, 0, narrowed=True) == "Ingen resultater med disse filtrene"
    assert (
        text.finding(W, 0, 12, 0, narrowed=True)
        == "Ingen mål er uten tiltak, men ingen resultater er registrert med disse filtrene"
    )
    assert text.loose(W, 11, periode=True) == "Elleve prosjekter er ikke knyttet til et mål, uansett periode"
    assert text.loose(W, 1, periode=False) == "Ett prosjekt er ikke knyttet til et mål"
    assert text.loose(W, 0, periode=False) == "Alle prosjekter er knyttet til et mål"


def test_a_value_has_the_unit_of_its_measure() -> None:
    assert text.value(W, "external_nok", 12_500_000) == "12,5\u00a0mill.\u00a0kr"
    assert text.value(W, "international_share", 26.4) == "26\u00a0%"
    assert text.value(W, "results", 3) == "3"
    assert text.value(W, "results", 2.5) == "2,5"


def test_counts_of_one_title_are_written_alike_and_all_of_them_is_said_so() -> None:
    assert text.results_title(W, 7, 7) == "Sju resultater er registrert, alle sju knyttet til et mål"
    assert text.results_title(W, 3, 1) == "Tre resultater er registrert, ett knyttet til et mål"
