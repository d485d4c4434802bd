"""The read interface: the pages' own records and numbers, as its description says, for who may see them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from akint_dash.api.parameters import DAY, PERIOD
from akint_dash.domain.history import Change
from akint_dash.domain.record_addresses import ADDRESS
from akint_dash.domain.schema import ENTITIES
from akint_dash.measures.explore_questions import MEASURES, Inquiry, every
from akint_dash.server import create_app
from akint_dash.settings import Settings
from akint_dash.store.engine import open_engine
from akint_dash.store.revisions import Origin, record
from tests.api.valid import faults
from tests.canary import WORD
from tests.clients import TODAY, client_of
from tests.oracle.sql import Asked, Oracle
from tests.oracle.sql_explore import ROWS
from tests.oracle.sql_explore import numbers as in_sql
from tests.oracle.test_explore import CHOSEN, QUESTIONS

ROOT = "/api/v1"
DATA = date(2026, 10, 30)
"""The day of the demonstration's data: what is dated later is only planned, which the oracle knows nothing of."""


@pytest.fixture(scope="module")
def document(stranger: FlaskClient) -> Any:
    return stranger.get(f"{ROOT}/openapi.json").get_json()


def got(client: FlaskClient, path: str) -> Any:
    answer = client.get(ROOT + path)
    assert answer.status_code == 200, (path, answer.text)
    return answer.get_json()


def said(document: Any, path: str, answer: Any) -> list[str]:
    """What of an answer is not as the description of its path says."""
    responses = document["paths"][path]["get"]["responses"]
    return list(faults(document, responses["200"]["content"]["application/json"]["schema"], answer))


# -- records


def parts(client: FlaskClient, path: str, limit: int) -> Iterator[Any]:
    """Every part of a list, by the way that each says to the next."""
    address: str | None = f"{ROOT}{path}{'&' if '?' in path else '?'}limit={limit}"
    while address:
        answer = client.get(address).get_json()
        yield answer
        address = answer["links"]["next"] and answer["links"]["next"]["href"]


QUERIES = (
    "",
    "omrade=SAM&sorter=-kode",
    "periode=2025",
    "er-area=KUL&finn=e",
    "sok=samferdsel",
    "virkemiddel=PRO&periode=2024-2026",
    "kommune=3205",
    "maned=2025-03,2026-03",
    "per=2026-06-01",
)


@pytest.mark.sampled(3)
@pytest.mark.parametrize("entity", ENTITIES)
def test_every_list_is_that_of_the_page_paged_through_once_as_described(
    stranger: FlaskClient, document: Any, entity: str
) -> None:
    random = Random(entity)
    for query in ("", random.choice(QUERIES[1:])):
        if "er-area" in query and "area" not in ENTITIES[entity].by_name:
            continue
        found = list(parts(stranger, f"/{entity}?{query}", random.choice((7, 40))))
        codes = [one["code"] for part in found for one in part["records"]]
        page = stranger.get(f"/data/{ADDRESS[entity]}/rader?{query}&fra=0&til=500").get_json()
        assert codes[:500] == [row["_code"] for row in page["rows"]]
        assert len(codes) == len(set(codes)) == page["of"] == found[0]["total"]
        assert [fault for part in found for fault in said(document, f"{ROOT}/{entity}", part)] == []
        assert sum(part["count"] for part in found) == len(codes)


def test_staff_reads_what_staff_may_see_and_a_stranger_no_more_than_is_public(
    stranger: FlaskClient, staff: FlaskClient
) -> None:
    inside, outside = got(staff, "/project?limit=1000"), got(stranger, "/project?limit=1000")
    assert inside["about"]["audience"] == "staff"
    assert outside["about"]["audience"] == "public"
    assert {one["code"] for one in outside["records"]} < {one["code"] for one in inside["records"]}
    assert "visibility" in inside["records"][0]
    assert not any("visibility" in one or "note" in one for one in outside["records"])
    assert said(staff.get(f"{ROOT}/openapi.json").get_json(), f"{ROOT}/project", inside) == []


def test_values_have_types_and_what_is_missing_is_null_and_never_zero(staff: FlaskClient) -> None:
    every = got(staff, "/project?limit=1000&lang=en")["records"]
    assert {type(one["budget"]) for one in every} <= {int, float, type(None)}
    assert all((one["budget"] is None) == (one["budget_currency"] is None) for one in every)
    known = next(one for one in every if one["budget"] and one["status"] == "granted")
    row = staff.get(f"/data/prosjekt/rader?koder={known['code']}&kolonner=budget&til=1").get_json()["rows"][0]
    assert re.sub(r"\D", "", row["budget"]) == str(known["budget"]).replace(".", "")
    assert known["status_name"] == "Granted"
    lacking = {one["code"] for one in every if one["budget"] is None}
    assert lacking == {one["code"] for one in got(staff, "/project?limit=1000&er-budget=mangler")["records"]}
    some = got(staff, "/activity?limit=1000")["records"]
    assert any("people" in one["not_applicable"] and one["people"] is None for one in some)
    due = got(staff, "/call_deadline?limit=1000&fra-moment=2026")["records"]
    assert all(one["moment"].endswith("Z") for one in due)


def test_columns_are_chosen_and_words_are_of_the_language_asked_for(stranger: FlaskClient) -> None:
    one = got(stranger, "/project?kolonner=status,budget&limit=1")["records"][0]
    fixed = {"code", "label", "label_language", "href", "not_applicable", "at_least"}
    assert set(one) == fixed | {"status", "status_name", "budget", "budget_currency"}
    english = stranger.get(f"{ROOT}/project?limit=1", headers={"Accept-Language": "en-GB,en;q=0.9"}).get_json()
    assert english["name"] == "Projects"
    assert stranger.get(f"{ROOT}/project?limit=1&lang=nb", headers={"Accept-Language": "en"}).get_json()["name"] == (
        "Prosjekter"
    )
    assert got(stranger, "/project?limit=1")["about"]["language"] == "nb"


def test_every_answer_says_what_it_is_of(stranger: FlaskClient) -> None:
    about = got(stranger, "/project?omrade=SAM&periode=2025&limit=1")["about"]
    assert about["day"] == TODAY
    assert about["demonstration"] is True
    assert about["demonstration_words"] == "Demonstrasjonsdata: oppdiktede tall"
    assert about["revision"] > 0
    assert about["sources"]
    assert about["licence"] is None
    assert {"name": "Rådsområde", "value": "Samferdsel"} in about["selection"]
    idle = got(stranger, "/area?status=granted&limit=1")
    assert any("Status" in remark or "status" in remark for remark in idle["remarks"])


@pytest.mark.parametrize("entity", ["project", "actor", "area", "municipality", "call", "dossier"])
def test_one_record_has_its_parts_and_the_way_to_what_names_it(
    stranger: FlaskClient, document: Any, entity: str
) -> None:
    codes = [one["code"] for one in got(stranger, f"/{entity}?limit=1000")["records"]]
    for code in Random(entity).sample(codes, 3):
        one = got(stranger, f"/{entity}/{quote(code)}")
        assert said(document, f"{ROOT}/{entity}/{{code}}", one) == []
        assert one["record"]["code"] == code
        for named in one["named_by"]:
            assert stranger.get(named["href"]).get_json()["total"] == named["count"], named
        assert stranger.get(one["record"]["href"]).get_json()["record"] == one["record"]


# -- numbers


@pytest.mark.sampled(4)
@pytest.mark.parametrize("seed", range(48))
def test_every_measure_says_what_the_database_says(seed: int, demo_file: Path, seen: FlaskClient) -> None:
    random = Random(f"api-sql-{seed}")
    question, chosen = random.choice(QUESTIONS), random.choice(CHOSEN)
    oracle = Oracle(demo_file)
    theirs = in_sql(oracle.choose(replace(chosen, today=DATA)), question.measure, *question.dimensions)
    oracle.close()
    query = chosen.query().replace("vekt=antall", "").rstrip("&")
    then = f"&og={question.then}" if question.then else ""
    found = got(seen, f"/measures/{question.measure}?{query}&etter={question.by}{then}".replace("?&", "?"))
    unit = 100 if found["unit"] == "NOK" else 1
    ours = {key(row, question): row["value"] * unit for row in found["rows"] if row["value"]}
    assert ours == pytest.approx(theirs), (question, chosen)


@pytest.fixture(scope="module")
def seen(demo_file: Path) -> FlaskClient:
    """Staff on the day of the data."""
    values = {"database_url": f"sqlite:///{demo_file}", "today": DATA, "audience": "staff", "rate": 0}
    client: FlaskClient = create_app(Settings.model_validate(values)).server.test_client()
    return client


def key(row: Any, question: Inquiry) -> tuple[str, ...]:
    """The point of a row as the oracle has it."""
    states = {"missing": "mangler", "not_applicable": "gjelder-ikke"}
    return tuple(
        states.get(row[f"{name}_state"], row[name])
        for name, _ in zip(("by", "then"), question.dimensions, strict=False)
    )


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_is_as_described_in_each_of_its_dimensions(
    stranger: FlaskClient, document: Any, measure: str
) -> None:
    for question in Random(measure).sample([one for one in every() if one.measure == measure], 3):
        then = f"&og={question.then}" if question.then else ""
        found = got(stranger, f"/measures/{measure}?etter={question.by}{then}")
        assert said(document, f"{ROOT}/measures/{measure}", found) == []
        page = stranger.get(f"/last-ned/svar.json?side=/utforsk&mal={measure}&etter={question.by}{then}").get_json()
        exhibit = page["exhibits"][0]
        at = [column["name"] for column in exhibit["columns"]].index("value")
        assert [row["value"] for row in found["rows"]] == pytest.approx([row[at] for row in exhibit["rows"]])
    assert [fault for path in ("", "/measures") for fault in said(document, ROOT + path, got(stranger, path))] == []


def test_the_measures_of_the_oracle_are_asked() -> None:
    assert {Random(f"api-sql-{seed}").choice(QUESTIONS).measure for seed in range(48)} == set(ROWS)
    assert Asked().query() == "vekt=antall"


# -- nobody reads what is not for them


def test_no_secret_is_in_any_answer_to_a_stranger(canary: FlaskClient) -> None:
    addresses = [ROOT, f"{ROOT}/openapi.json", f"{ROOT}/measures"]
    addresses += [f"{ROOT}/{entity}?limit=1000" for entity in ENTITIES]
    addresses += [f"{ROOT}/{entity}/AJAR-{entity}" for entity in ENTITIES]
    addresses += [f"{ROOT}/{entity}?per=2026-06-01" for entity in ENTITIES]
    addresses += [f"{ROOT}/measures/{one.measure}?etter={one.by}" for one in every() if not one.then]
    addresses += [f"{ROOT}/project/P-0017", f"{ROOT}/area/SAM", f"{ROOT}/municipality/3205"]
    assert [address for address in addresses if WORD in canary.get(address).text] == []
    assert canary.get(f"{ROOT}/project/AJAR-project").status_code == 200


def test_what_is_not_for_who_asks_is_answered_as_what_there_is_none_of(canary: FlaskClient) -> None:
    for path in ("/project/{}", "/funding?er-project={}", "/project?koder={}"):
        secret = canary.get(ROOT + path.format(f"{WORD}-project"))
        nothing = canary.get(ROOT + path.format(f"{WORD[::-1]}-project"))
        assert secret.status_code == nothing.status_code == 404
        assert secret.text.replace(WORD, "") == nothing.text.replace(WORD[::-1], "")


# -- wrong questions


@pytest.mark.parametrize(
    ("path", "status", "reason", "words"),
    [
        ("/prosjekt", 404, "unknown_entity", "Typen «prosjekt» finnes ikke"),
        ("/project/NEI", 404, "unknown_record", "Prosjekt «NEI» finnes ikke"),
        ("/nei/nei/nei", 404, "unknown_address", "openapi.json"),
        ("/measures/nei", 404, "unknown_measure", "stotte"),
        ("/measures/tiltak?etter=ar&og=kvartal", 404, "no_such_question", "omrade"),
        ("/project?omrad=SAM", 400, "invalid_parameter", "Mente du omrade"),
        ("/project?omrade=XX", 400, "invalid_parameter", "FRL, KLI"),
        ("/project?omrade=SAM&omrade=KUL", 400, "invalid_parameter", "flere ganger"),
        ("/project?periode=2026-2024", 400, "invalid_parameter", "første og siste år"),
        ("/project?maned=2026-13", 400, "invalid_parameter", "2026-03"),
        ("/project?maned=2026-03&periode=2024", 404, "no_such_question", "ligger i perioden"),
        ("/project?per=2026-02-30", 400, "invalid_parameter", "2026-01-31"),
        ("/project?er-status=xx", 400, "invalid_parameter", "granted"),
        ("/project?er-budget=5", 400, "invalid_parameter", "mangler"),
        ("/project?fra-budget=mye", 400, "invalid_parameter", "punktum"),
        ("/project?fra-start=i går", 400, "invalid_parameter", "2026"),
        ("/project?kolonner=xx", 400, "invalid_parameter", "kolonner"),
        ("/project?sorter=xx", 400, "invalid_parameter", "sorter"),
        ("/project?limit=0", 400, "invalid_parameter", "fra 1 til 1000"),
        ("/project?limit=1001", 400, "invalid_parameter", "fra 1 til 1000"),
        ("/project?finn=%20", 400, "invalid_parameter", "bokstav"),
        ("/project?sok=", 400, "invalid_parameter", "bokstav"),
        ("/project?cursor=abc", 400, "invalid_parameter", "next_cursor"),
        ("/project?cursor=5-0123456789abcdef", 409, "moved_cursor", "Begynn på nytt"),
        ("/project/P-0017?omrade=SAM", 400, "invalid_parameter", "omrade"),
        ("/project?blad=2", 400, "invalid_parameter", "blad"),
    ],
)
def test_a_wrong_question_is_told_in_plain_words(
    stranger: FlaskClient, document: Any, path: str, status: int, reason: str, words: str
) -> None:
    answer = stranger.get(ROOT + path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    told = answer.get_json(force=True)
    assert (told["status"], told["reason"]) == (status, reason)
    assert words in told["detail"]
    assert list(faults(document, document["components"]["schemas"]["problem"], told)) == []


def test_other_ways_to_ask_are_refused_as_problems_too(stranger: FlaskClient) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = stranger.open(f"{ROOT}/project", method=method)
        assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
        assert {"GET", "HEAD"} <= set(answer.headers["Allow"].replace(" ", "").split(","))
    answer = stranger.get(f"{ROOT}/project", headers={"Accept": "text/csv"})
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    long = stranger.get(f"{ROOT}/project?finn={'x' * 9000}")
    assert (long.status_code, long.mimetype) == (414, "application/problem+json")
    assert stranger.get(f"{ROOT}/project?omrad=1&lang=en").get_json(force=True)["detail"].startswith("There is no")


def test_periods_and_days_of_the_description_are_those_there_are() -> None:
    period, day = re.compile(PERIOD), re.compile(DAY)
    for first, last in ((1990, 2100), (2024, 2024), (2009, 2010), (2099, 2100), (2100, 2100)):
        assert period.search(f"{first}-{last}")
        assert first == last or not period.search(f"{last}-{first}")
    for given, good in (("2024-02-29", 1), ("2023-02-29", 0), ("2100-02-29", 0), ("2000-02-29", 1), ("1989-12-31", 0)):
        assert bool(day.search(given)) == bool(good)


# -- the mark of an answer


def test_an_answer_is_not_sent_twice_and_its_mark_changes_with_the_data_alone(demo_file: Path, tmp_path: Path) -> None:
    shutil.copy(demo_file, tmp_path / "a.db")
    client = client_of(f"sqlite:///{tmp_path / 'a.db'}", "public")
    addresses = (ROOT, f"{ROOT}/project?limit=5", f"{ROOT}/area/SAM", f"{ROOT}/measures/tiltak", f"{ROOT}/openapi.json")
    marks = {address: client.get(address).headers["ETag"] for address in addresses}
    assert len(set(marks.values())) == len(addresses)
    for address, mark in marks.items():
        again = client.get(address, headers={"If-None-Match": mark})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", mark)
        head = client.head(address)
        assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", mark)
        assert client.get(address).headers["Cache-Control"] == "private, no-cache"
        assert client.get(address + ("&" if "?" in address else "?") + "lang=en").headers["ETag"] != mark
    cursor = client.get(addresses[1]).get_json()["links"]["next"]["href"]
    assert client.get(cursor).status_code == 200
    engine = open_engine(f"sqlite:///{tmp_path / 'a.db'}")
    change = Change("theme", "nytt-tema", None, {"name_nb": "Nytt tema", "source": "test"})
    record(engine, Origin("test", "arbeidsbok"), lambda *_: [change])
    engine.dispose()
    fresh = client_of(f"sqlite:///{tmp_path / 'a.db'}", "public")
    for address, mark in marks.items():
        assert fresh.get(address, headers={"If-None-Match": mark}).status_code == 200
        assert fresh.get(address).headers["ETag"] != mark
    assert fresh.get(cursor).status_code == 409


def test_staffs_answers_are_never_kept_and_have_marks_of_their_own(stranger: FlaskClient, staff: FlaskClient) -> None:
    inside, outside = staff.get(f"{ROOT}/project"), stranger.get(f"{ROOT}/project")
    assert inside.headers["Cache-Control"] == "no-store"
    assert inside.headers["ETag"] != outside.headers["ETag"]
    assert stranger.get(f"{ROOT}/project", headers={"If-None-Match": inside.headers["ETag"]}).status_code == 200


# -- the description


def test_the_description_names_every_kind_and_measure_and_no_name_twice(document: Any) -> None:
    assert document["openapi"].startswith("3.1")
    wanted = {ROOT, f"{ROOT}/openapi.json", f"{ROOT}/measures"}
    wanted |= {f"{ROOT}/measures/{code}" for code in MEASURES}
    wanted |= {f"{ROOT}/{entity}{tail}" for entity in ENTITIES for tail in ("", "/{code}")}
    assert set(document["paths"]) == wanted
    keys = [path["get"]["operationId"] for path in document["paths"].values()]
    assert len(keys) == len(set(keys))
    for path in document["paths"].values():
        names = [one.get("name", one.get("$ref")) for one in path["get"]["parameters"]]
        assert len(names) == len(set(names))
    used = set(re.findall(r'"\$ref": ?"#/components/(\w+)/([\w-]+)"', json.dumps(document)))
    assert {name for kind, name in used if kind == "schemas"} == set(document["components"]["schemas"])
