"""A moved deadline, read in once, shows in the page, the feed and the calendar, and in nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import vobject
from flask.testing import FlaskClient
from icalendar import Calendar

from akint_dash.components.page import Site
from akint_dash.domain.reading import Draft, Place, Reading
from akint_dash.importers.run import load_code_lists, run
from akint_dash.pages import PAGES
from akint_dash.server import create_app
from akint_dash.settings import PROJECT, Settings
from akint_dash.store.engine import Database, open_engine, upgrade
from akint_dash.store.snapshots import Snapshots

ATOM = "{http://www.w3.org/2005/Atom}"
HERE = Place("test", row=1)


@dataclass
class House:
    settings: Settings
    engine: Database
    client: FlaskClient

    def read(self, when: str, *drafts: Draft) -> None:
        outcome = run(
            self.engine, [Reading("test", "test", drafts, lenient=True)], "test", recorded_at=f"{when}T08:00:00Z"
        )
        assert outcome.revision is not None, outcome.plan.problems

    def events(self, query: str = "", language: str = "") -> dict[str, Any]:
        body = self.client.get(f"{language}/utlysninger.ics{query}").data
        return {str(event["summary"]): event for event in Calendar.from_ical(body).walk("VEVENT")}

    def news(self, query: str = "") -> list[str]:
        root = ET.fromstring(self.client.get(f"/utlysninger.atom{query}").data)
        return [str(entry.findtext(f"{ATOM}title")) for entry in root.iter(f"{ATOM}entry")]

    def page(self) -> str:
        site = Site(self.settings, Snapshots(self.engine, 0.001), PAGES)
        return str(site.render("/utlysninger", ""))


def call(code: str, title: str, **values: Any) -> Draft:
    own = {"title": title, "identifier": code, "programme": "HORIZON-CL5", "visibility": "public", **values}
    return Draft("call", code, own, HERE, (("test", code),))


def due(call: str, number: int = 1, **values: Any) -> Draft:
    key = f"{call}/{number}"
    return Draft("call_deadline", key, {"call": call, "visibility": "public", **values}, HERE, (("test", key),))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    url = f"sqlite:///{tmp_path / 'calls.db'}"
    settings = Settings(database_url=url, today=date(2026, 11, 24), poll_s=0.001, audience="staff")
    engine = open_engine(url)
    upgrade(engine)
    load_code_lists(engine, PROJECT / "data" / "code", recorded_at="2026-01-02T08:00:00Z")
    made = House(settings, engine, create_app(settings).server.test_client())
    made.read(
        "2026-10-01",
        call("A", "Grønne, byer; og \\ mer"),
        due("A", day="2026-12-15"),
        call("B", "Hav"),
        due("B", 1, moment="2027-02-15T16:00:00Z", stage=1),
        due("B", 2, moment="2027-09-15T15:00:00Z", stage=2),
        call("old", "Gammel"),
        due("old", day="2026-08-25"),
        call("edge", "Kant"),
        due("edge", day="2026-08-26"),  # 90 days back
        call("secret", "Hemmelig", visibility="internal"),
        due("secret", day="2026-12-24"),
    )
    yield made
    engine.dispose()


def test_one_event_a_deadline_from_ninety_days_back_and_public_records_only(house: House) -> None:
    found = house.events()
    assert set(found) == {
        "Frist: Kant",
        "Frist: Grønne, byer; og \\ mer",
        "Frist, trinn 1: Hav",
        "Frist, trinn 2: Hav",
    }
    day, moment = found["Frist: Grønne, byer; og \\ mer"], found["Frist, trinn 1: Hav"]
    assert day["dtstart"].dt == date(2026, 12, 15)
    assert moment["dtstart"].dt == datetime(2027, 2, 15, 16, tzinfo=UTC)
    assert len({str(event["uid"]) for event in found.values()}) == 4
    assert {int(event["sequence"]) for event in found.values()} == {0}
    assert set(house.events("?sok=Hav")) == {"Frist, trinn 1: Hav", "Frist, trinn 2: Hav"}
    assert "Deadline: Kant" in house.events(language="/en")


def test_a_moved_deadline_shows_in_page_feed_and_calendar_and_nowhere_else(house: House) -> None:
    before, page = house.events(), house.page()
    assert "Ingen nye opplysninger om utlysninger siden" in page
    house.read("2026-11-23", call("A", "Grønne, byer; og \\ mer"), due("A", day="2026-12-18"))
    after = house.events()
    assert set(before) == set(after)
    changed = [name for name in before if before[name].to_ical() != after[name].to_ical()]
    assert changed == ["Frist: Grønne, byer; og \\ mer"]
    old, new = before[changed[0]], after[changed[0]]
    assert (old["uid"], int(old["sequence"]) + 1) == (new["uid"], int(new["sequence"]))
    assert new["dtstart"].dt == date(2026, 12, 18)
    news = [title for title in house.news() if not title.startswith("Ny:")]
    assert news == ["Frist flyttet: Grønne, byer; og \\ mer"]
    shown = house.page()
    assert "Én frist er flyttet siden" in shown
    assert "3 dager senere" in shown
    assert "15.12.2026" in shown


def test_reading_the_same_again_changes_nothing(house: House) -> None:
    before = house.client.get("/utlysninger.ics").data
    outcome = run(house.engine, [Reading("test", "test", (due("A", day="2026-12-15"),), lenient=True)], "test")
    assert outcome.revision is None
    assert house.client.get("/utlysninger.ics").data == before


def test_a_withdrawn_deadline_is_cancelled_under_its_own_name(house: House) -> None:
    from akint_dash.store.revisions import Origin, record

    uid = house.events()["Frist, trinn 2: Hav"]["uid"]

    def close(state: Any, _number: int, _after: Any) -> Any:
        from akint_dash.domain.history import Change

        code = next(c for c, v in state["call_deadline"].items() if v.get("stage") == 2)
        return [Change("call_deadline", code, state["call_deadline"][code], None)]

    record(house.engine, Origin("test", "test", recorded_at="2026-11-20T08:00:00Z"), close)
    found = house.events()
    gone = found["Trukket: Hav"]
    assert (gone["status"], gone["uid"], int(gone["sequence"])) == ("CANCELLED", uid, 1)
    assert found["Frist, trinn 1: Hav"]["status"] == "CONFIRMED"
    assert "Trukket: Hav" in house.news()


def test_a_second_parser_reads_the_same(house: House) -> None:
    text = house.client.get("/utlysninger.ics").get_data(as_text=True)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    parsed = vobject.readOne(text)
    events = {event.summary.value: event for event in parsed.vevent_list}
    assert set(events) == set(house.events())
    assert events["Frist: Grønne, byer; og \\ mer"].dtstart.value == date(2026, 12, 15)
    assert events["Frist, trinn 1: Hav"].dtstart.value == datetime(2027, 2, 15, 16, tzinfo=UTC)
    assert parsed.serialize()


def test_the_feed_is_of_a_selection_and_the_answer_can_be_asked_for_again(house: House) -> None:
    assert house.news("?program=HORIZON-CL5&sok=Kant") == ["Ny: Kant"]
    assert house.news("?omrade=TAN") == []
    first = house.client.get("/utlysninger.atom")
    assert first.content_type.startswith("application/atom+xml")
    again = house.client.get("/utlysninger.atom", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert "Hemmelig" not in first.get_data(as_text=True)
