from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from akint_dash.domain.fit import BadRules, Fit, Rules, fit, fold, rules_from
from akint_dash.errors import UnreadableFile
from akint_dash.importers.fit_rules import read_rules

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT / "data"
REAL = PROJECT.parent / "shared" / "data" / "eu_calls.csv"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return read_rules(DATA / "fit" / "rules.yaml")


def made(**themes: Any) -> Rules:
    return rules_from({"themes": themes})


def themes(found: tuple[Fit, ...]) -> list[str]:
    return [one.theme for one in found]


def test_words_stand_alone_and_stars_stand_for_letters() -> None:
    rules = made(a={"words": ["bus", "cultur*", "*transport", "road safety", "wood + city"]})
    for title in ("A Bus!", "Cultural life", "Kollektivtransport", "road-safety", "City of wood"):
        assert themes(fit(title, "", "", rules)) == ["a"], title
    for title in ("Business", "aquaculture", "transporter", "safety road", "wood", ""):
        assert fit(title, "", "", rules) == (), title


def test_the_reason_is_the_words_of_the_call() -> None:
    rules = made(a={"words": {"nb": ["kulturarv*"], "en": ["museum*", "old + new"]}})
    (one,) = fit("Museums: new life", "", "for old kulturarven", rules)
    assert one == Fit("a", ("kulturarven", "museums", "old … new"))


def test_hints_need_company() -> None:
    rules = made(a={"hints": ["rural", "jobs"], "programmes": ["INTERREG", "HORIZON-*-NEB-*"]})
    assert fit("Rural life", "LIFE", "", rules) == ()
    assert themes(fit("Rural jobs", "LIFE", "", rules)) == ["a"]
    assert fit("Rural life", "INTERREG-SN", "", rules) == (Fit("a", ("rural",), "INTERREG"),)
    assert fit("Life", "INTERREG-SN", "", rules) == ()
    assert fit("Rural life", "INTERREGNUM", "", rules) == ()
    found = fit("Rural life", "", "", rules, identifier="HORIZON-2027-NEB-01")
    assert found[0].programme == "HORIZON-*-NEB-*"


def test_a_whole_programme_needs_no_word() -> None:
    assert fit("Anything", "LIFE", "", made(a={"whole": ["LIFE"]})) == (Fit("a", (), "LIFE"),)


def test_what_speaks_of_something_else_is_taken_out_first() -> None:
    rules = made(a={"words": ["transport*"], "unless": ["space transport*"]})
    assert fit("Space transportation", "", "", rules) == ()
    assert themes(fit("Space transport and city transport", "", "", rules)) == ["a"]


def test_exclusions_leave_a_call_out_save_where_the_county_is_named() -> None:
    rules = rules_from(
        {
            "themes": {"a": {"words": ["mobility"]}},
            "exclusions": {
                "x": {"words": ["hydrogen"], "but": ["cities"]},
                "y": {"programmes": ["ERC"]},
            },
        }
    )
    assert fit("Hydrogen mobility", "", "", rules) == ()
    assert themes(fit("Hydrogen mobility in cities", "", "", rules)) == ["a"]
    assert fit("Mobility", "ERC", "", rules) == ()


def test_folding_keeps_words_and_drops_signs() -> None:
    assert fold("«Klima-nøytral»  by_liv: 10 °C") == " klima nøytral by liv 10 c "


@pytest.mark.parametrize(
    "bad",
    [
        {"tema": {}},
        {"themes": []},
        {"themes": {"a": {"word": []}}},
        {"themes": {"a": {"words": "bus"}}},
        {"themes": {"a": {"words": [1]}}},
        {"themes": {"a": {"words": ["bus", "–"]}}},
        {"themes": {"a": {"words": ["*"]}}},
        {"themes": {"a": {"words": ["bus + "]}}},
        {"themes": {"a": {"words": {"de": ["x"]}}}},
        {"exclusions": {"a": {"hints": []}}},
        "rules",
    ],
)
def test_rules_nobody_understands_are_told(bad: Any) -> None:
    with pytest.raises(BadRules):
        rules_from(bad)


@pytest.mark.parametrize("content", ["themes: [", "themes: {a: {words: [*x]}}", "themes: 5"])
def test_a_broken_file_is_one_clear_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(content)
    with pytest.raises(UnreadableFile) as error:
        read_rules(path)
    assert error.value.key == "bad_rules"
    with pytest.raises(UnreadableFile):
        read_rules(tmp_path / "none.yaml")


# -- the county's rules


def test_the_rules_speak_of_the_countys_themes_in_both_languages(rules: Rules) -> None:
    with (DATA / "code" / "theme.csv").open(encoding="utf-8") as file:
        assert rules.codes == {row["code"] for row in csv.DictReader(file)}
    found = yaml.safe_load((DATA / "fit" / "rules.yaml").read_text("utf-8"))
    for theme in found["themes"].values():
        assert theme["words"]["nb"]
        assert theme["words"]["en"]


@pytest.mark.parametrize(
    ("title", "programme", "expected"),
    [
        ("Centres of excellence for apprentices", "ERASMUS", {"videregaende"}),
        ("Bedre kollektivtransport og sykkelveier", "INTERREG-SN", {"samferdsel"}),
        ("Walking to the bus in winter", "", {"samferdsel"}),
        ("Land use and housing around stations", "", {"plan"}),
        ("Restoring wetlands against floods", "LIFE", {"klima_miljo"}),
        ("Sirkulær økonomi og mindre avfall", "", {"klima_miljo"}),
        ("Help for start-ups and tourism", "SMP", {"naering"}),
        ("Museums and performing arts on tour", "CREA", {"kultur"}),
        ("Oral health of young adults", "EU4H", {"tannhelse", "folkehelse"}),
        ("Psykisk helse og livskvalitet", "", {"folkehelse"}),
        ("Citizens' assemblies and local democracy", "CERV", {"demokrati"}),
        ("Digital public services across borders", "DIGITAL", {"digitalisering", "demokrati"}),
        ("Satellite transport services for cities", "", set()),
        ("Quantum sensors", "DIGITAL", set()),
        ("Fusion materials", "EURATOM", set()),
        ("Clinical trials of new vaccines", "HORIZON-CL1", set()),
        ("Doctoral networks on cultural heritage", "HORIZON-MSCA", set()),
        ("Police tools against organised crime", "HORIZON-CL3", set()),
        ("Advanced materials for steel", "HORIZON-CL4", set()),
    ],
)
def test_made_up_titles(rules: Rules, title: str, programme: str, expected: set[str]) -> None:
    assert set(themes(fit(title, programme, "", rules))) == expected


def test_the_labels_hold_no_titles() -> None:
    for name, columns in (
        ("labels.csv", ["identifier", "fits", "themes", "a", "b", "part"]),
        ("labels_fresh.csv", ["identifier", "fits", "themes", "sample"]),
    ):
        with (DATA / "fit" / name).open(encoding="utf-8") as file:
            rows = csv.DictReader(file)
            assert rows.fieldnames == columns
            assert all((row["fits"] == "yes") == bool(row["themes"]) for row in rows)


def real_calls() -> Mapping[str, Mapping[str, str]]:
    if not REAL.is_file():
        pytest.skip("the real list of calls is not on this machine")
    with REAL.open(encoding="utf-8") as file:
        return {row["identifier"]: row for row in csv.DictReader(file)}


def programmes() -> Mapping[str, str]:
    with (DATA / "code" / "programme_alias.csv").open(encoding="utf-8") as file:
        return {row["text"]: row["programme"] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("name", "only", "precision", "recall"),
    [
        ("labels.csv", {"part": "tune"}, 0.9, 0.9),
        ("labels.csv", {"part": "held_out"}, 0.8, 0.6),
        ("labels_fresh.csv", {}, 0.8, 0.8),
    ],
)
def test_the_rules_find_what_readers_found(
    rules: Rules, name: str, only: dict[str, str], precision: float, recall: float
) -> None:
    calls, codes = real_calls(), programmes()
    with (DATA / "fit" / name).open(encoding="utf-8") as file:
        labels = [row for row in csv.DictReader(file) if only.items() <= row.items()]
    wanted = {row["identifier"] for row in labels if row["fits"] == "yes"}
    found = {
        code
        for code in (row["identifier"] for row in labels)
        if fit(calls[code]["title"], codes[calls[code]["programme"]], "", rules, identifier=code)
    }
    assert len(found & wanted) / len(found) >= precision
    assert len(found & wanted) / len(wanted) >= recall
