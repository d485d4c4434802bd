from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from akint_dash.domain.reading import Draft, Reading
from akint_dash.domain.schema import ENTITIES
from akint_dash.errors import UnreadableFile
from akint_dash.importers import find_reader, sedia
from akint_dash.importers.markup import prose_of
from akint_dash.importers.portal_times import When, when
from tests.importers.real import real
from tests.standin import topics

Fields = dict[str, Any]
TITLE = "«Æøå» – 10 °C, a;b 'c' “d” <e> &amp; €\u202f≥ 3"
SHOWN = "«Æøå» – 10 °C, a;b 'c' “d” <e> & € ≥ 3"


def result(number: int = 1, **fields: Any) -> Fields:
    metadata = {
        "identifier": [f"HORIZON-CL5-2026-{number}"],
        "title": [TITLE],
        "type": ["1"],
        "status": ["31094503"],
        "startDate": ["2026-01-05T00:00:00.000+0000"],
        "deadlineDate": ["2026-06-01T17:00:00.000+0200"],
        "deadlineModel": ["single-stage"],
        "frameworkProgramme": ["43108390"],
    } | fields
    one: Fields = {"reference": f"ref{number}", "language": "en", "title": None}
    return one | {"metadata": metadata, "children": []}


def page(*found: Any) -> Fields:
    return {"apiVersion": "2", "totalResults": len(found), "results": list(found)}


def read(tmp_path: Path, content: Any) -> Reading:
    path = tmp_path / "answer.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return find_reader(path).read(path)


def of(reading: Reading, entity: str = "call") -> list[Draft]:
    return [draft for draft in reading.drafts if draft.entity == entity]


def one(tmp_path: Path, **fields: Any) -> tuple[Draft, list[Draft]]:
    reading = read(tmp_path, page(result(**fields)))
    (call,) = of(reading)
    return call, of(reading, "call_deadline")


def test_a_topic_is_read_whole(tmp_path: Path) -> None:
    call, (deadline,) = one(tmp_path)
    assert call.code == "HORIZON-CL5-2026-1"
    assert call.source_refs == (("sedia", "HORIZON-CL5-2026-1"),)
    assert call.values["title"] == SHOWN
    assert call.values["kind"] == "topic"
    assert call.values["opening"] == "2026-01-05"
    assert str(call.values["address"]).endswith("/topic-details/HORIZON-CL5-2026-1")
    assert "Cluster 5" in str(call.values["programme_text"])
    assert "budget" not in call.values, "what the source does not say is left alone"
    assert deadline.code == "HORIZON-CL5-2026-1/2026-06-01T15:00:00Z"
    assert deadline.values["moment"] == "2026-06-01T15:00:00Z"
    assert deadline.values["day"] is None
    assert "status" not in call.values, "the source's flag is never read"
    for draft in (call, deadline):
        assert set(draft.values) <= set(ENTITIES[draft.entity].by_name)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda found: page(*found),
        lambda found: [page(found[0]), page(*found[1:])],
        lambda found: found,
        lambda found: "\n".join(json.dumps(page(one)) for one in found),
        lambda found: "\n".join(json.dumps(one) for one in found),
        lambda found: json.dumps(page(*found), indent=2),
        lambda found: "\ufeff" + json.dumps(page(*found)),
    ],
)
def test_every_form_a_saved_answer_has(tmp_path: Path, wrap: Any) -> None:
    reading = read(tmp_path, wrap([result(1), result(2), result(3)]))
    assert [draft.code[-1] for draft in of(reading)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-08T00:00:00.000+0000", When("2026-12-08")),
        ("2024-04-18T19:00:00.000+0200", When("2024-04-18", "2024-04-18T17:00:00Z")),
        ("2024-09-27+02:00 Europe/Brussels", When("2024-09-27")),
        ("2024-09-27", When("2024-09-27")),
        ("2024-09-27T17:00:00Z", When("2024-09-27", "2024-09-27T17:00:00Z")),
        ("2024-07-01 17:00:00 Europe/Brussels", When("2024-07-01", "2024-07-01T15:00:00Z")),
        ("2023-12-07T01:00:00.000+0100", When("2023-12-07")),
        ("2024-03-05T00:00:00.000+0100", When("2024-03-05")),
        ("1701907200000", When("2023-12-07")),
        ("2024-02-30", None),
        ("2024-02-10T29:00:00.000+0000", None),
        ("soon", None),
    ],
)
def test_the_forms_of_date(text: str, expected: When | None) -> None:
    assert when(text) == expected


def test_several_deadlines_in_time_order_each_once(tmp_path: Path) -> None:
    texts = ["2026-09-01T17:00:00.000+0200", "2026-03-01+01:00 Europe/Brussels"]
    _, found = one(tmp_path, deadlineDate=[*texts, texts[0]], deadlineModel=["two-stage"])
    assert [(d.values["day"], d.values["stage"]) for d in found] == [("2026-03-01", 1), (None, 2)]
    packed = [json.dumps(texts)]
    _, found = one(tmp_path, deadlineDate=packed, deadlineModel=["multiple cut-off"])
    assert [(d.values["cut_off"], d.values["stage"]) for d in found] == [(1, None), (2, None)]
    _, found = one(tmp_path, deadlineDate=[])
    assert found == []


def test_only_the_topics_own_budget_counts(tmp_path: Path) -> None:
    def action(name: str, **years: Any) -> Fields:
        return {"action": name, "budgetYearMap": years, "minContribution": 1}

    mine = "HORIZON-CL5-2026-1"
    overview = {
        "budgetTopicActionMap": {
            "7": [action(f"{mine} - IA", y2026="1000000.50", y2027=2_000_000)],
            "8": [action(f"{mine}1 - IA", y2026="9"), action("X - IA", y2026="9"), None],
            "9": "nothing",
        }
    }
    call, _ = one(tmp_path, budgetOverview=[json.dumps(overview)], budget=["77"])
    assert call.values["budget"] == 300_000_050
    assert call.values["currency"] == "EUR"
    for broken in ("{", "[]", "null", '{"budgetTopicActionMap": []}'):
        call, _ = one(tmp_path, budgetOverview=[broken])
        assert "budget" not in call.values


def test_cascade_calls_stand_apart_from_their_parent(tmp_path: Path) -> None:
    parent = result(1)
    open_calls = [
        result(1, type=["8"], title=[f"Open call {n}"], callccm2Id=[str(n)], budget=["60000"]) for n in (1, 2)
    ]
    reading = read(tmp_path, page(parent, *open_calls))
    calls = of(reading)
    assert [draft.values["kind"] for draft in calls] == ["topic", "cascade_call", "cascade_call"]
    assert len({draft.code for draft in calls}) == 3
    assert calls[0].code == "HORIZON-CL5-2026-1"
    assert calls[1].values["budget"] == 6_000_000
    assert str(calls[1].values["address"]).endswith("/competitive-calls-cs/1")


def test_missing_metadata_lies_at_the_top(tmp_path: Path) -> None:
    whole = result(1, type=["8"])
    flat: Fields = {"reference": "r", "language": "en", "content": "x"}
    flat |= {name: value[0] for name, value in whole["metadata"].items()}
    for content in (flat, flat | {"metadata": None}, flat | {"metadata": {}}):
        reading = read(tmp_path, page(content))
        (call,), (deadline,) = of(reading), of(reading, "call_deadline")
        assert call.values["title"] == SHOWN
        assert call.values["kind"] == "cascade_call"
        assert deadline.values["moment"] == "2026-06-01T15:00:00Z"


def test_repeated_rows_old_copies_and_other_languages_are_passed_by(tmp_path: Path) -> None:
    newer = result(1, esDA_IngestDate=["2026-03-02"], deadlineDate=["2026-07-01"])
    older = result(1, esDA_IngestDate=["2026-03-01"])
    german = result(1, title=["Titel"], esDA_IngestDate=["2026-04-01"]) | {"language": "de"}
    copy = result(2, DATASOURCE=["OTHER"])
    tender = result(3, type=["0"])
    reading = read(tmp_path, [page(newer, older), page(german, copy, tender, newer)])
    (call,), (deadline,) = of(reading), of(reading, "call_deadline")
    assert call.values["title"] == SHOWN
    assert deadline.values["day"] == "2026-07-01"
    assert reading.data_as_of == "2026-03-02"


def test_two_titles_under_one_identifier_are_two_calls(tmp_path: Path) -> None:
    reading = read(tmp_path, page(result(1), result(1, title=["Another"]) | {"reference": "other"}))
    assert len({draft.code for draft in of(reading)}) == 2
    assert len({draft.source_refs for draft in of(reading)}) == 2


def test_a_title_corrected_between_two_pages_is_one_call(tmp_path: Path) -> None:
    newer = result(1, title=["Another"], esDA_IngestDate=["2026-03-02T00:00:00.000+0000"])
    for order in ((result(1), newer), (newer, result(1))):
        (call,) = of(read(tmp_path, page(*order)))
        assert call.values["title"] == "Another"


def test_the_spelling_of_an_identifier_does_not_count(tmp_path: Path) -> None:
    reading = read(
        tmp_path, page(result(1), result(1, identifier=["horizon\u2013cl5-2026-1"]) | {"reference": "other"})
    )
    assert len(of(reading)) == 1
    assert not reading.problems


@pytest.mark.parametrize("nothing", ["n/a", "TBA", "-", "0", " "])
def test_a_placeholder_is_no_identifier(tmp_path: Path, nothing: str) -> None:
    found = of(read(tmp_path, page(result(1, identifier=[nothing]), result(2, identifier=[nothing]))))
    assert [call.code for call in found] == ["ref1", "ref2"]
    cascade = {"type": ["8"], "callccm2Id": [nothing]}
    twins = of(read(tmp_path, page(result(1, **cascade), result(2, **cascade))))
    assert len({call.source_refs for call in twins}) == 2


def test_a_cascade_calls_number_is_one_however_it_is_written(tmp_path: Path) -> None:
    keys = {
        of(read(tmp_path, page(result(type=["8"], callccm2Id=[n]))))[0].source_refs for n in ("11", 11, 11.0, "11.0")
    }
    assert keys == {(("sedia", "cs/11"),)}


def test_two_stages_may_end_on_one_day(tmp_path: Path) -> None:
    day = "2026-09-16T00:00:00.000+0000"
    _, found = one(tmp_path, deadlineDate=[day, day], deadlineModel=["two-stage"])
    assert [(d.values["day"], d.values["stage"]) for d in found] == [("2026-09-16", 1), ("2026-09-16", 2)]
    _, found = one(tmp_path, deadlineDate=[day, day])
    assert len(found) == 1


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["2026-09-16; 2027-03-10"], ["2026-09-16", "2027-03-10"]),
        (["16/09/2026"], ["2026-09-16"]),
        (["2026-09-15T22:00:00.000+0000"], ["2026-09-16"]),
        (["9999-12-31T00:00:00.000+0000"], []),
        (["0001-01-01T00:00:00.000+0000", "n/a"], []),
    ],
)
def test_every_deadline_of_a_text_is_read_or_told(tmp_path: Path, texts: list[str], days: list[str]) -> None:
    reading = read(tmp_path, page(result(deadlineDate=texts)))
    assert [d.values["day"] for d in of(reading, "call_deadline")] == days
    assert len([r for r in reading.remarks if r.place.column == "deadlineDate"]) == (0 if days else len(texts))


def test_a_written_out_hour_is_brussels_time(tmp_path: Path) -> None:
    _, (deadline,) = one(tmp_path, deadlineDate=["16 September 2026 17:00:00 Brussels time"])
    assert deadline.values["moment"] == "2026-09-16T15:00:00Z"


@pytest.mark.parametrize(
    ("amount", "currency", "budget", "key"),
    [
        ("\u20ac60,000", [], (6_000_000, "EUR"), ""),
        ("60,000 EUR", ["Euro"], (6_000_000, "EUR"), ""),
        ("60 000", ["kr"], (6_000_000, "NOK"), ""),
        ("60,000 USD", [], None, "currency_contradicts_remark"),
        ("60,000", ["gull"], None, "unknown_currency_remark"),
    ],
)
def test_money_has_the_currency_that_is_said(
    tmp_path: Path, amount: str, currency: list[str], budget: tuple[int, str] | None, key: str
) -> None:
    reading = read(tmp_path, page(result(type=["2"], budget=[amount], currency=currency)))
    (call,) = of(reading)
    said = (call.values["budget"], call.values["currency"]) if "budget" in call.values else None
    assert said == budget
    assert [r.key for r in reading.remarks if r.place.column == "budget"] == ([key] if key else [])


def test_an_overview_may_be_opened_already_and_spelt_otherwise(tmp_path: Path) -> None:
    entries = [
        {"action": "horizon-cl5\u20132026-1 - IA", "budgetYearMap": {"2026": "1,000"}},
        {"action": "HORIZON-CL5-2026-11 - IA", "budgetYearMap": {"2026": 5}},
    ]
    call, _ = one(tmp_path, budgetOverview=[{"budgetTopicActionMap": {"1": entries}}])
    assert call.values["budget"] == 100_000


@pytest.mark.parametrize("broken", ["oops", '"\\x"'])
@pytest.mark.parametrize("lines", [True, False])
def test_a_row_whose_json_is_broken_costs_itself_alone(tmp_path: Path, broken: str, lines: bool) -> None:
    text = json.dumps(page(result(1, odd="@"), result(2))).replace('"@"', broken)
    text += "\n" + json.dumps(page(result(3))) + "\n" if lines else ""
    reading = read(tmp_path, text)
    assert [call.code[-1] for call in of(reading)] == (["2", "3"] if lines else ["2"])
    assert ("row_left_out_remark", 1) in [(r.key, r.place.row) for r in reading.remarks]


@pytest.mark.parametrize("lines", [True, False])
def test_a_value_without_end_costs_itself_alone(tmp_path: Path, lines: bool) -> None:
    text = json.dumps(page(result(1, odd="@"), result(2))).replace('"@"', "[" * 50_000 + "]" * 50_000)
    text += "\n" + json.dumps(page(result(3))) + "\n" if lines else ""
    assert [call.code[-1] for call in of(read(tmp_path, text))] == (["1", "2", "3"] if lines else ["1", "2"])


@pytest.mark.parametrize("broken", ["", "1}, 2"])
def test_an_answer_that_is_cut_or_whose_rows_cannot_be_told_apart_is_refused(tmp_path: Path, broken: str) -> None:
    whole = json.dumps(page(result(1, odd="@"), result(2)))
    with pytest.raises(UnreadableFile) as error:
        read(tmp_path, whole.replace('"@"', broken) if broken else whole[:-40])
    assert error.value.key == "damaged_file"


def test_a_broken_row_never_stops_the_rest(tmp_path: Path) -> None:
    nothing: Fields = {"reference": None, "metadata": {}}
    odd = result(2, deadlineDate=["soon", 5, None, {}], title=[[]], keywords='["')
    reading = read(tmp_path, page(nothing, odd, "text", None, result(3)))
    assert not reading.problems
    assert [remark.key for remark in reading.remarks if "code" not in remark.key] == [
        "row_left_out_remark",
        "not_a_date_remark",
        "not_a_date_remark",
    ]
    assert [draft.values["title"] for draft in of(reading)] == ["HORIZON-CL5-2026-2", SHOWN]


def test_an_unknown_programme_is_a_remark(tmp_path: Path) -> None:
    reading = read(tmp_path, page(result(1, identifier=["ODD-1"], frameworkProgramme=["99"])))
    assert [(r.key, r.value) for r in reading.remarks] == [("unknown_code_remark", "99")]
    (call,) = of(reading)
    assert (call.values["programme"], call.values["programme_text"]) == (None, "99")


def test_our_code_is_found_by_words_or_by_the_portals_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "portal_programme.csv").write_text("key,name\nHORIZON-CL5,Horizon – Five\n", "utf-8")
    (code / "programme_alias.csv").write_text("text,programme\nhorizon – five,HE5\n", "utf-8")
    (code / "programme.csv").write_text("code,portal_id,parent\nHE5,43108390,HE\nHE,43108390,\n", "utf-8")
    monkeypatch.setenv("AKINT_DATA", str(tmp_path))
    reading = read(tmp_path, page(result(1), result(2, identifier=["OTHER-1"])))
    assert [draft.values["programme"] for draft in of(reading)] == ["HE5", "HE"]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ('{"results": [', "damaged_file"),
        (json.dumps(page(result())) + '\n{"results": [', "damaged_file"),
        ('{"a": 1}', "no_results"),
        ("[" * 200_000, "damaged_file"),
        ("[]", "no_results"),
    ],
)
def test_what_is_no_answer_is_refused(tmp_path: Path, content: str, key: str) -> None:
    path = tmp_path / "answer.json"
    path.write_text(content)
    with pytest.raises(UnreadableFile) as error:
        sedia.READER.read(path)
    assert error.value.key == key


def test_made_up_topics_all_go_in(tmp_path: Path) -> None:
    reading = read(tmp_path, page(*topics(500)))
    assert len(of(reading)) == 500
    assert len({(draft.entity, draft.code) for draft in reading.drafts}) == len(reading.drafts)


def test_the_real_result_goes_in() -> None:
    path = real("sedia_sample.json")
    reading = find_reader(path).read(path)
    (call,), (deadline,) = of(reading), of(reading, "call_deadline")
    assert call.code == call.values["identifier"]
    assert call.values["opening"] == "2023-12-07"
    assert deadline.values["moment"] == "2024-04-18T17:00:00Z"
    assert reading.data_as_of == "2023-04-03"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Gr&oslash;nn &amp; ren <i>havn</i> n&#229;", "Grønn & ren havn nå"),
        ("A &amp;amp; B &amp;lt;b&amp;gt;C&amp;lt;/b&amp;gt;", "A & B C"),
        ("<p>En</p><p>to<br/>tre</p>", "En to tre"),
        ("H<sub>2</sub> < 3 > 2 & CO<sub class='x'>2</sub>", "H2 < 3 > 2 & CO2"),
        ("Gro\u0308n\u200b \n havn\u0007", "Grön havn"),
    ],
)
def test_html_of_the_portal_is_text(tmp_path: Path, said: str, shown: str) -> None:
    call, _ = one(tmp_path, title=[said])
    assert call.values["title"] == shown


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("60,000", 6_000_000),
        ("60000.5", 6_000_050),
        ("60.000", "two_readings_remark"),
        ("-5", "negative_remark"),
        ("1_0", "not_money_remark"),
        ("1e6", "not_money_remark"),
        ("NaN", "not_money_remark"),
        ("much", "not_money_remark"),
        ("9" * 5000, "not_money_remark"),
    ],
)
def test_a_budget_is_read_in_english_or_told(tmp_path: Path, said: str, expected: int | str) -> None:
    reading = read(tmp_path, page(result(1, type=["8"], budget=[said]), result(2)))
    assert len(of(reading)) == 2
    told = [r.key for r in reading.remarks if r.place.column == "budget"]
    if isinstance(expected, str):
        assert told == [expected]
        assert "budget" not in of(reading)[0].values
    else:
        assert (told, of(reading)[0].values["budget"]) == ([], expected)


def test_half_a_sign_and_a_number_without_end_stop_no_other_row(tmp_path: Path) -> None:
    text = json.dumps(page(result(1, title=["Havn \ud83d"]), result(2, type=["8"], budget=[777]), result(3)))
    reading = read(tmp_path, text.replace("777", "7" * 1_000_000))
    assert [draft.values["title"] for draft in of(reading)] == ["Havn", SHOWN, SHOWN]
    assert [(r.key, r.place.row) for r in reading.remarks if "code" not in r.key] == [
        ("broken_sign_remark", 1),
        ("not_money_remark", 2),
    ]


DESCRIBED = (
    "<p><b>Expected Outcome:</b></p>\n"
    "<ul><li>Safer&nbsp;buses &amp;amp; trams,\r\n 5 &lt; 7 </li><li></li></ul><!-- x -->"
)


def test_the_description_is_kept_as_text_a_paragraph_a_line(tmp_path: Path) -> None:
    call, _ = one(tmp_path, descriptionByte=[DESCRIBED], description=["other"])
    assert call.values["description"] == "Expected Outcome:\nSafer buses & trams, 5 < 7"
    call, _ = one(tmp_path, description=["&lt;p&gt;Only here&lt;/p&gt;"])
    assert call.values["description"] == "Only here"


@pytest.mark.parametrize("nothing", [{}, {"descriptionByte": []}, {"descriptionByte": ["<p> </p>"], "description": []}])
def test_no_description_says_nothing(tmp_path: Path, nothing: Fields) -> None:
    call, _ = one(tmp_path, **nothing)
    assert "description" not in call.values, "what is known stays"


@pytest.mark.parametrize("part", ["<p ", "<!--", "&lt;p&gt;", "</", "\n ", "<a href='"])
def test_a_description_of_a_million_broken_marks_costs_no_more_than_its_length(part: str) -> None:
    begun = time.process_time()
    prose_of(part * 200_000)
    assert time.process_time() - begun < 10
