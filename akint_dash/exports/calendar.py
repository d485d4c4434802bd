"""Deadlines as a calendar to subscribe to (RFC 5545, by the icalendar library)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event

from akint_dash.domain.county import AUTHORITY

PRODUCER: Final = f"-//{AUTHORITY}//akint-dash//NO"
REFRESH: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline in words. ``entity`` and ``key`` name it for ever; ``when`` is a UTC moment or a day; ``first`` and
    ``last`` are when it was first and last written (UTC)."""

    key: str
    when: datetime | date
    summary: str
    description: str
    url: str
    sequence: int
    first: datetime
    last: datetime
    categories: tuple[str, ...] = field(default=())
    cancelled: bool = False
    entity: str = "call_deadline"


def uid(key: str, entity: str = "call_deadline") -> str:
    """The same identifier for the same deadline, whatever becomes of it."""
    return str(uuid5(NAMESPACE_URL, f"akint-dash/{entity}/{key}"))


def calendar(name: str, language: str, deadlines: Iterable[Deadline]) -> bytes:
    """The calendar: an hour that is known is a moment in UTC, a deadline without one is a whole day."""
    made = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", name, {"LANGUAGE": language})
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", "Europe/Oslo")
    made.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    made.add("x-published-ttl", "PT12H")
    for one in deadlines:
        made.add_component(_event(one))
    return bytes(made.to_ical())


def _event(one: Deadline) -> Event:
    event = Event()
    event.add("uid", uid(one.key, one.entity))
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.last)
    event.add("created", one.first)
    event.add("last-modified", one.last)
    event.add("dtstart", one.when)
    event.add("summary", one.summary)
    event.add("description", one.description)
    if one.url:
        event.add("url", one.url)
    if one.categories:
        event.add("categories", list(one.categories))
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("class", "PUBLIC")
    return event


def moment(text: str) -> datetime:
    """A UTC moment of its ISO text."""
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(UTC)
