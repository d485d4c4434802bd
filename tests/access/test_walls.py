"""The walls: what is malformed, too large, too often or unknown is refused in a sentence, never with a fault."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from akint_dash.access import limits
from akint_dash.access.doors import MOST_BODY
from akint_dash.access.limits import MOST_VALUES, Rate, peer_of
from akint_dash.access.machinery import parsed, understood
from akint_dash.server import create_app
from akint_dash.settings import Settings

QUESTION: dict[str, Any] = {
    "output": "side.children",
    "outputs": {"id": "side", "property": "children"},
    "inputs": [
        {"id": "adresse", "property": "pathname", "value": "/om"},
        {"id": "adresse", "property": "search", "value": ""},
    ],
    "changedPropIds": ["adresse.pathname", "adresse.search"],
    "parsedChangedPropsIds": ["adresse.pathname", "adresse.search"],
}
ASKS = "/_dash-update-component"


@pytest.fixture(scope="module")
def app(demo_file: Path) -> Dash:
    return create_app(Settings.model_validate({"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24"}))


@pytest.fixture
def client(app: Dash) -> Iterator[FlaskClient]:
    with app.server.test_client() as made:
        yield made


@pytest.fixture(autouse=True)
def no_fault(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No request of a test here is a fault of ours."""
    yield
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR] == []


def calm(answer: Any, *allowed: int) -> None:
    """A refusal is one sentence, dressed as every answer is."""
    assert answer.status_code in allowed
    assert answer.text.count("\n") <= 5
    for word in ("Traceback", 'File "', "dash", "akint_dash", "werkzeug", "Exception"):
        assert word not in answer.text
    assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_question_of_a_browser_is_answered(client: FlaskClient) -> None:
    for changed in ([], ["adresse.pathname"]):
        assert client.post(f"{ASKS}?endId=x", json=QUESTION | {"changedPropIds": changed}).status_code == 200


CHANGES: list[dict[str, Any]] = [
            {"output": "side.style"}, {"output": "..side.children.."}, {"output": "side"}, {"output": "x" * 9999},
            {"output": "side.children", "outputs": None}, {"outputs": []}, {"outputs": {"id": "side"}},
            {"outputs": [[]]},
            {"outputs": {"id": {"a": 1}, "property": "children"}},
            {"outputs": {"id": "adresse", "property": "pathname"}},
            {"inputs": None}, {"inputs": {}}, {"inputs": []}, {"inputs": [1, 2]}, {"inputs": [None, None]},
            {"inputs": QUESTION["inputs"][:1]}, {"inputs": QUESTION["inputs"] * 2},
            {"inputs": QUESTION["inputs"][::-1]},
            {"state": 1}, {"state": [1]}, {"state": QUESTION["inputs"]}, {"changedPropIds": "adresse.pathname"},
            {"changedPropIds": [1]}, {"changedPropIds": [[]]}, {"changedPropIds": ["a.b"]}, {"changedPropIds": {}},
            {"background": True}, {"cancelJob": "1"}, {"websocket": 1}, {"\ud800": 1},
]  # fmt: skip
VALUES: list[Any] = [
    1,
    1.5,
    True,
    [],
    {},
    [[]],
    "\ud800",
    "/om\ud800",
    "\udfff",
    "\x00",
    "x" * 9000,
    "æ" * 5000,
    "&" * 300,
]
MALFORMED: list[Any] = [
    None, 1, "x", [], {}, [QUESTION], True, {"output": 1}, {"output": []}, {"output": {"a": 1}},
    {"output": "side.children"},
    *({key: value for key, value in QUESTION.items() if key != left} for left in ("output", "outputs", "inputs")),
    *(QUESTION | change for change in CHANGES),
    *(
        QUESTION | {"inputs": [QUESTION["inputs"][0] | {"value": value}, QUESTION["inputs"][1]]}
        for value in VALUES
    ),
]  # fmt: skip


@pytest.mark.parametrize("asked", MALFORMED, ids=[str(i) for i in range(len(MALFORMED))])
def test_a_malformed_question_is_refused_in_words(client: FlaskClient, asked: Any) -> None:
    calm(client.post(ASKS, data=json.dumps(asked), content_type="application/json"), 400)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"\xff\xfe", b"[" * 60_000, b'{"a":' * 10_000, b"9" * 60_000, b"NaN", b'{"output": NaN}',
        b"\x00" * 100,
        json.dumps(QUESTION).encode("utf-16"), b"\xef\xbb\xbf" + json.dumps(QUESTION).encode(), b"1e999999",
    ],
    ids=range(12),
)  # fmt: skip
def test_a_body_that_is_no_json_is_refused_in_words(client: FlaskClient, body: bytes) -> None:
    calm(client.post(ASKS, data=body, content_type="application/json"), 400)


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]
)
def test_a_body_that_another_site_could_send_is_refused(client: FlaskClient, kind: str) -> None:
    calm(client.post(ASKS, data=json.dumps(QUESTION), content_type=kind), 400)


def test_parameters_beside_the_body_are_refused(client: FlaskClient) -> None:
    calm(client.post(f"{ASKS}?cacheKey=x&job=1", json=QUESTION), 400)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*QUESTION, "id", "value", "property"]), inner)
    ),
    max_leaves=12,
)


@given(change=st.dictionaries(st.sampled_from(sorted(QUESTION)), ANYTHING, min_size=1))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_whatever_stands_in_a_question_is_understood_or_not_but_never_a_fault(change: dict[str, Any]) -> None:
    callbacks: Any = {
        "side.children": {
            "inputs": [{"id": "adresse", "property": "pathname"}, {"id": "adresse", "property": "search"}],
            "state": [],
        }
    }
    again = parsed("application/json", json.dumps(QUESTION | change).encode("utf-8", "surrogatepass"))
    assert understood(again, callbacks) in (True, False)
    assert understood(QUESTION, callbacks)


# -- files


@pytest.mark.parametrize(
    "path",
    [
        "/_dash-component-suites/dash/", "/_dash-component-suites/dash/nope.js", "/_dash-component-suites/nope/x.js",
        "/_dash-component-suites/dash/dash.py", "/_dash-component-suites/dash/../flask/app.py",
        "/_dash-component-suites/",
        "/_dash-component-suites/dash/%2e%2e/x", "/_dash-component-suites/os/path.py", "/_dash-component-suites/dash/.",
        "/_dash-component-suites/dash/dcc/.js", "/_dash-component-suites/akint_dash/settings.py",
        "/_dash-component-suites/%00", "/health/x", "/revisjonx", "/faviconx",
        "/assets/", "/assets", "/assets/nope.css", "/assets/../pyproject.toml", "/assets/%2e%2e/pyproject.toml",
        "/assets/first/",
        "/assets/.hidden", "/assets//etc/passwd", "/_x", "/nope.txt", "/en/assets/", "/last-ned/x",
        "/last-ned/nope.csv",
    ],
)  # fmt: skip
def test_a_file_that_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_files_of_a_page_are_there_before_any_page_was_asked_for(demo_file: Path) -> None:
    given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24"}
    first, other = (create_app(Settings.model_validate(given)).server.test_client() for _ in range(2))
    files = re.findall(r'src="(/[^"]+)"', first.get("/").text)
    assert len(files) > 10
    for file in files:
        answer = other.get(file)
        assert answer.status_code == 200
        answer.close()


# -- how much


def test_a_large_body_is_refused_and_not_read(client: FlaskClient) -> None:
    calm(client.post(ASKS, data=b"x" * (MOST_BODY + 1), content_type="application/json"), 413)
    calm(client.post(ASKS, data=b"{}", content_type="application/json", headers={"Transfer-Encoding": "chunked"}), 411)


def test_an_address_with_too_much_in_it_is_refused(client: FlaskClient) -> None:
    calm(client.get("/?q=" + "x" * 9000), 414)
    calm(client.get("/?" + "&".join(["a=1"] * (MOST_VALUES + 1))), 414)


def test_a_hundred_thousand_unknown_values_are_counted_and_not_shown(client: FlaskClient) -> None:
    def asked(count: int) -> Any:
        search = "?omrade=" + ",".join(f"x{n}" for n in range(count))
        return client.post(ASKS, json=QUESTION | {"inputs": [
            {"id": "adresse", "property": "pathname", "value": "/omrader"},
            {"id": "adresse", "property": "search", "value": search}]})  # fmt: skip

    calm(asked(100_000), 400, 413)
    text = asked(1_200).text
    assert text.count("finnes ikke. Alle") == 10
    assert "1\\u00a0190 verdier til er utelatt" in text or "1\u00a0190 verdier til er utelatt" in text


def test_the_bucket_of_one_peer_is_its_own_and_fills_again() -> None:
    now = [0.0]
    rate = Rate(10, lambda: now[0])
    assert [rate.wait("a") for _ in range(100)] == [0.0] * 100
    assert rate.wait("a") == pytest.approx(0.1)
    assert rate.wait("b") == 0.0
    now[0] = 0.5
    assert [rate.wait("a") for _ in range(5)] == [0.0] * 5
    assert rate.wait("a") > 0
    now[0] = 1000.0
    assert [rate.wait("a") for _ in range(100)] == [0.0] * 100
    assert rate.wait("a") > 0


def test_no_more_peers_are_remembered_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PEERS", 3)
    rate = Rate(0.1, lambda: 0.0)
    for peer in "aabbccdd":
        rate.wait(peer)
    assert rate.wait("d") > 0
    assert rate.wait("a") == 0


def test_a_network_of_ipv6_is_one_peer() -> None:
    assert peer_of("2001:db8::1") == peer_of("2001:db8::ffff:2") != peer_of("2001:db8:0:1::1")
    assert peer_of("10.0.0.1") != peer_of("10.0.0.2")
    assert peer_of(None) == ""


def test_who_asks_too_often_is_told_when_to_come_back_and_others_are_answered(demo_file: Path) -> None:
    given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24", "rate": 1}
    with create_app(Settings.model_validate(given)).server.test_client() as made:
        answers = [made.get("/om", environ_base={"REMOTE_ADDR": "10.0.0.1"}) for _ in range(13)]
        assert [one.status_code for one in answers[:10]] == [200] * 10
        calm(answers[-1], 429)
        assert 1 <= int(answers[-1].headers["Retry-After"]) <= 10
        assert made.get("/om", environ_base={"REMOTE_ADDR": "10.0.0.2"}).status_code == 200


def test_fifty_readers_and_a_wall_behind_one_address_are_never_told_to_wait() -> None:
    now = [0.0]
    rate = Rate(Settings().rate, lambda: now[0])
    for second in range(600):
        now[0] = float(second)
        pages = 50 if second == 0 else 50 * 0.5  # all at once, then each another page every other second
        files = 50 * 25 if second == 0 else 0
        polls = 50 / 5 + 1
        waits = [rate.wait("nat") for _ in range(int(pages))]
        waits += [rate.wait("nat", limits.LIGHT_COST) for _ in range(int(files + polls))]
        assert not any(waits)


# -- faults of our own


def test_a_fault_is_one_sentence_to_the_reader_and_whole_in_the_log(
    demo_file: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"database_url": f"sqlite:///{demo_file}", "today": "2026-11-24"}
    application = create_app(Settings.model_validate(given))

    def broken() -> str:
        raise ValueError("hemmelig innhold")

    application.server.view_functions["csv_nb"] = lambda key: broken()
    with application.server.test_client() as made:
        for kind in ("text/html", "application/json"):
            answer = made.get("/last-ned/x.csv", headers={"Accept": kind})
            calm(answer, 500)
            assert "hemmelig" not in answer.text
    assert "hemmelig innhold" in caplog.text
    caplog.clear()


def test_refusals_speak_the_language_of_the_address(client: FlaskClient) -> None:
    assert client.get("/nope.txt").text == "Denne adressen finnes ikke.\n"
    english = client.get("/en/nope.txt", headers={"Accept": "text/html"}).text
    assert '<html lang="en">' in english
    assert "This address does not exist." in english
