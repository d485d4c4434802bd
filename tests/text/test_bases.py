"""A filter in use that cannot touch a figure is named once, and nothing is said where all in use do."""

from __future__ import annotations

import re

from akint_dash.domain.selection import Selection
from akint_dash.text.bases import narrowing, nothing, nothing_told, untouched, within
from akint_dash.text.none import NONE, none_of
from akint_dash.text.words import Words

W = Words("nb")
FUNDING = ("/finansiering", "utviklingsmidler")


def test_the_filters_in_use_that_do_not_apply_are_named() -> None:
    said = untouched(W, Selection(program=("HE",), sok="buss"), *FUNDING)
    assert said == "Filtrene på program og søk gjelder ikke her."
    said = untouched(W, Selection(program=("HE",), omrade=("SAM",)), *FUNDING)
    assert said == "Filteret på program gjelder ikke her. Tallet gjelder hele det valgte rådsområdet."
    assert untouched(W, Selection(periode=(2025, 2025)), "/", "avgjores") == "Filteret på periode gjelder ikke her."
    assert "programme" in untouched(Words("en"), Selection(program=("HE",)), *FUNDING)


def test_a_filter_that_touches_some_lines_only_is_named_as_such() -> None:
    said = untouched(W, Selection(program=("HE",), periode=(2025, 2025)), "/", "frister")
    assert said == "Filteret på periode gjelder ikke her. Filteret på program gjelder bare en del av tallene her."


def test_nothing_is_said_where_every_filter_in_use_applies() -> None:
    assert untouched(W, Selection(), *FUNDING) == ""
    assert untouched(W, Selection(omrade=("SAM",), periode=(2025, 2025)), *FUNDING) == ""
    assert untouched(W, Selection(program=("HE",)), "/", "vunnet") == ""


def test_what_narrows_a_figure_is_the_rest() -> None:
    chosen = Selection(omrade=("SAM",), program=("HE",), sok="buss")
    assert narrowing(chosen, *FUNDING) == ["omrade"]
    assert narrowing(chosen, "/", "vunnet") == ["omrade", "program", "sok"]


def test_a_figure_that_the_selection_leaves_empty_says_nothing_of_what_lies_outside() -> None:
    assert nothing(W, "Avslag etter begrunnelse") == "Avslag etter begrunnelse: ingenting med disse filtrene"


def test_nothing_is_said_of_everything_over_a_list_that_filters_have_thinned() -> None:
    nb, en = Words("nb"), Words("en")
    assert within(nb, "Alle 3 innspill gikk direkte", ["sok"]) == "Alle 3 innspill gikk direkte, med disse filtrene"
    every = within(nb, "Alle 3 utlysninger er aktuelle; én er stengt", ["sok"])
    assert every == "Alle 3 utlysninger er aktuelle, med disse filtrene; én er stengt"
    assert within(nb, "Alle 3 innspill gikk direkte", ["periode"]) == "Alle 3 innspill gikk direkte"
    assert within(nb, "Alle 3 innspill gikk direkte", []) == "Alle 3 innspill gikk direkte"
    assert within(nb, "Ingen innspill med disse filtrene", ["sok"]) == "Ingen innspill med disse filtrene"
    assert within(nb, "3 av 7 innspill", ["sok"]) == "3 av 7 innspill"
    assert within(en, "No inputs", ["omrade"]) == "No inputs, with these filters"


def test_brackets_of_a_title_do_not_undo_each_other() -> None:
    """'(uansett filter på geografi) (med disse filtrene)' was said of one area without numbers."""
    title = "Ingen rådsområder har registrert brukte midler for 2026 (uansett filter på geografi)"
    assert within(W, title, ["omrade", "ring"]) == f"{title[:-1]}, men med filter på rådsområde)"
    assert within(W, "Ingen har svart", ["omrade"]) == "Ingen har svart, med disse filtrene"


def test_where_geography_alone_leaves_a_figure_empty_nothing_of_it_is_tied_to_what_is_chosen() -> None:
    assert nothing(W, "Innspill", ["ring"]) == "Innspill: ingenting er knyttet til den valgte geografien"
    assert nothing(W, "Innspill", ["ring", "sok"]) == "Innspill: ingenting med disse filtrene"


def test_what_an_empty_figure_has_none_of_is_a_whole_sentence() -> None:
    """ "Ingen regioner rådsområdet arbeider med med disse filtrene", "works with with these filters" """
    for words in (W, Words("en")):
        for page, keys in NONE.items():
            for key in keys:
                said = nothing(words, "", (), none_of(words, page, key, "2025"))
                assert not re.search(r"\b(\w+) \1\b", said), said
    told = nothing_told(W, "", [2026], none=none_of(W, "/", "vunnet", "i 2026"))
    assert told == "Ingen innvilget støtte i 2026 er registrert med disse filtrene; tall for 2026 mangler"
    english = nothing_told(Words("en"), "", [2026], none=none_of(Words("en"), "/", "vunnet", "in 2026"))
    assert english == "No funding granted in 2026 with these filters; data for 2026 are missing"
