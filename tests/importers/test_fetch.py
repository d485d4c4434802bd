from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import httpx
import pytest

from akint_dash.importers import find_reader, limited, sedia
from akint_dash.importers.fetch import (
    CALLS_FILE,
    USER_AGENT,
    Fetched,
    FetchFailed,
    Manners,
    fetch_calls,
    fetch_rates,
    programme_ids,
)
from akint_dash.importers.unfinished import page_of
from tests.standin import HORIZON, OTHERS, Standin, topics

IDS = (HORIZON, *OTHERS)
QUICK = Manners(pause_s=0, backoff_s=0.001, attempts=4, timeout=httpx.Timeout(0.3))
RATES = (
    "\ufeffFREQ;Frequency;BASE_CUR;Base Currency;QUOTE_CUR;Quote Currency;TENOR;Tenor;DECIMALS;"
    "CALCULATED;UNIT_MULT;Unit Multiplier;COLLECTION;Collection Indicator;TIME_PERIOD;OBS_VALUE\n"
    "A;Annual;EUR;Euro;NOK;Norwegian krone;SP;Spot;4;false;0;Units;A;Average;2001;1.25\n"
)


def fetched(folder: Path, server: Standin, **kwargs: Any) -> Fetched:
    waits: list[float] = kwargs.pop("waits", [])
    return fetch_calls(
        folder,
        programmes=kwargs.pop("programmes", IDS),
        base_url=server.url,
        manners=kwargs.pop("manners", QUICK),
        sleep=waits.append,
        **kwargs,
    )


def lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.usefixtures("read_here")
def test_every_page_is_asked_for_once_as_the_portal_wants_it(tmp_path: Path) -> None:
    done: list[tuple[str, int, int]] = []
    with Standin(topics(250)) as server:
        result = fetched(tmp_path, server, progress=lambda *step: done.append(step))
    assert (result.rows, result.total, result.missing, result.requests) == (250, 250, 0, 3)
    assert result.file == tmp_path / CALLS_FILE
    assert [asked.params["pageNumber"] for asked in server.asked] == ["1", "2", "3"]
    first = server.asked[0]
    assert first.params["pageSize"] == "100"
    assert first.params["text"] == "***"
    assert first.headers["user-agent"] == USER_AGENT
    assert first.parts["languages"] == ["en"]
    assert first.parts["sort"] == {"field": "identifier", "order": "ASC"}
    assert {"terms": {"frameworkProgramme": sorted(IDS)}} in first.parts["query"]["bool"]["must"]
    assert done[-1] == ("calls", 250, 250)
    assert [len(page["results"]) for page in lines(result.file)] == [100, 100, 50]


def test_only_the_programmes_asked_for_come(tmp_path: Path) -> None:
    with Standin(topics(100)) as server:
        result = fetched(tmp_path, server, programmes=OTHERS)
    assert result.rows == 20


def test_nothing_to_fetch_is_a_whole_answer(tmp_path: Path) -> None:
    with Standin() as server:
        result = fetched(tmp_path, server)
    assert (result.rows, result.requests) == (0, 1)
    assert sedia.READER.read(result.file).drafts == ()


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize("fault", ["429", "500", "503", "timeout", "truncated", "garbage", "message", "closed"])
def test_a_failed_request_is_tried_again(tmp_path: Path, fault: str) -> None:
    with Standin(topics(150), faults=["", fault, fault], slow_s=0.5) as server:
        result = fetched(tmp_path, server)
    assert (result.rows, result.requests) == (150, 4)


def test_waits_grow_with_jitter_and_heed_the_source(tmp_path: Path) -> None:
    waits: list[float] = []
    manners = Manners(pause_s=0.2, backoff_s=1, attempts=5, timeout=httpx.Timeout(1))
    with Standin(topics(10), faults=["500", "500", "500", "429"]) as server:
        fetched(tmp_path, server, waits=waits, manners=manners)
    backs, pauses = waits[::2], waits[1::2]
    assert pauses == [0.2] * 4
    for wait, longest in zip(backs, (1, 2, 4, 8), strict=True):
        assert longest / 2 <= wait <= longest
    waits.clear()
    with Standin(topics(10), faults=["429"]) as server:
        fetched(tmp_path, server, waits=waits)
    assert waits[0] == 1.0, "Retry-After"


@pytest.mark.usefixtures("read_here")
def test_a_source_that_stays_away_is_told_and_what_came_is_kept(tmp_path: Path) -> None:
    with Standin(topics(350), faults=["", "", *["500"] * 4]) as server:
        with pytest.raises(FetchFailed) as error:
            fetched(tmp_path, server)
        assert error.value.key == "source_unreachable"
        assert not (tmp_path / CALLS_FILE).exists()
        (part,) = tmp_path.iterdir()
        with part.open("ab") as file:
            file.write(b'{"results": [{"cut sho')
        server.asked.clear()
        result = fetched(tmp_path, server)
    assert [asked.params["pageNumber"] for asked in server.asked] == ["3", "4"]
    assert result.rows == 350
    assert [path.name for path in tmp_path.iterdir()] == [CALLS_FILE]


@pytest.mark.usefixtures("read_here")
def test_an_old_or_other_question_is_not_continued(tmp_path: Path) -> None:
    with Standin(topics(250), faults=["", *["500"] * 4]) as server:
        with pytest.raises(FetchFailed):
            fetched(tmp_path, server)
        server.asked.clear()
        assert fetched(tmp_path, server, programmes=OTHERS).requests == 1
        (part,) = tmp_path.glob("*.part")
        os.utime(part, (1, 1))
        assert fetched(tmp_path, server).requests == 3


def test_a_refusal_is_not_repeated(tmp_path: Path) -> None:
    with Standin(topics(3), faults=["400", "400"]) as server, pytest.raises(FetchFailed) as error:
        fetched(tmp_path, server)
    assert error.value.key == "source_refused"
    assert len(server.asked) == 1


@pytest.mark.usefixtures("read_here")
def test_pages_that_repeat_and_miss_rows_are_asked_again(tmp_path: Path) -> None:
    with Standin(topics(420), unstable=True) as server:
        result = fetched(tmp_path, server)
    assert result.missing == 0
    calls = [d for d in sedia.READER.read(result.file).drafts if d.entity == "call"]
    assert len({draft.code for draft in calls}) == len(calls) == 420


def test_what_was_fetched_is_read_by_the_reader_its_content_asks_for(tmp_path: Path) -> None:
    with Standin(topics(300)) as server:
        file = fetched(tmp_path, server, clock=lambda: 1_780_000_000.0).file
    reader = find_reader(file)
    assert reader.name == "sedia"
    reading = reader.read(file)
    assert reading.data_as_of == "2026-05-28"
    assert sum(draft.entity == "call" for draft in reading.drafts) == 300


def test_only_programmes_norway_takes_part_in() -> None:
    rows = [
        {"norway": "yes", "portal_id": "2"},
        {"norway": "yes", "portal_id": "2"},
        {"norway": "partly", "portal_id": "1"},
        {"norway": "no", "portal_id": "3"},
        {"norway": "yes", "portal_id": ""},
    ]
    assert programme_ids(rows) == ("1", "2")


def test_rates_are_fetched_and_a_page_of_errors_is_not(tmp_path: Path) -> None:
    with Standin(rates=RATES, faults=["garbage", "500"]) as server:
        result = fetch_rates(tmp_path, base_url=server.rates_url, manners=QUICK, sleep=lambda _: None)
    asked = server.asked[-1]
    assert asked.path.endswith("/A.DKK+EUR+GBP+ISK+PLN+SEK+USD.NOK.SP")
    assert asked.params["format"] == "csv"
    assert (result.rows, result.requests) == (1, 3)
    assert find_reader(result.file).name == "norges_bank"
    with Standin(rates="no") as server, pytest.raises(FetchFailed):
        fetch_rates(tmp_path, base_url=server.rates_url, manners=QUICK, sleep=lambda _: None)
    assert result.file.read_bytes() == RATES.encode(), "the last good answer stays"


def test_what_a_source_answers_is_read_in_the_limited_process_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limited, "PROGRAM", ("-c", "raise SystemExit(3)"))
    with Standin(topics(3), rates=RATES) as server:
        with pytest.raises(FetchFailed) as error:
            fetched(tmp_path, server)
        assert error.value.values["why"] == "reader_crashed"
        with pytest.raises(FetchFailed):
            fetch_rates(tmp_path, base_url=server.rates_url, manners=QUICK, sleep=lambda _: None)
    assert not (tmp_path / CALLS_FILE).exists()


def test_a_page_deeper_than_anything_is_no_answer(tmp_path: Path) -> None:
    came = tmp_path / "side"
    came.write_bytes(b'{"totalResults": 1, "results": [' + b"[" * 300_000)
    with pytest.raises(ValueError, match="whole JSON"):
        page_of(came)
