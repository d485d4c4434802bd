"""Activities, past and planned, with who took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tools.demo.amounts import Entry, planned_activities
from tools.demo.book import BOOK, Row, words
from tools.demo.content import AREA_THEMES, CONTENT, EXEMPTIONS, municipalities, owned
from tools.demo.days import LAST, LAST_REPORTED, NEWS
from tools.demo.kinds import details
from tools.demo.wording import titled

HOURS: Final = {
    "network_meeting": (2, 8), "advocacy": (4, 30), "hearing": (8, 40), "course": (6, 24), "seminar": (8, 30),
    "study_visit": (16, 60), "exchange": (6, 24), "delegation_in": (10, 40), "delegation_out": (20, 80),
    "contact": (1, 6), "support": (2, 20), "guidance": (2, 12),
}  # fmt: skip


def activity(number: int, entry: Entry, titles: Counter[str]) -> None:
    """One activity of the past with all that belongs to its kind."""
    day, area, _instrument, kind, mark = entry
    code = f"A-{number:04d}"
    rng = Random(f"activity {number} {day}")
    known = max(NEWS, day) if mark == "late" or day > LAST_REPORTED else day
    values: dict[str, Any] = {"kind": kind, "start": day, **owned(area, day, rng)}
    said: dict[str, str] = {}
    topics = CONTENT["topics"][area]
    said["topic"], said["topic_en"] = rng.choice(topics)
    details(values, said, entry, rng)
    values["title"], values["title_en"] = titled(kind, said, topics, titles, rng, str(values.get("channel", "")))
    low, high = HOURS[kind]
    if rng.random() < 0.92:
        values["hours"] = rng.randint(low, high)
    if kind in {"study_visit", "delegation_out", "delegation_in"}:
        values["end"] = day + timedelta(days=rng.randint(1, 3))
    follow_up = later(values, kind, day)
    BOOK.put("activity", code, known, **values)
    for when, changed in follow_up:
        if when > known:
            BOOK.put("activity", code, when, **changed)
        else:
            BOOK.versions["activity", code][-1] = (known, {**BOOK.first("activity", code)[1], **changed})
    attendance(code, kind, area, known, rng)


def later(values: dict[str, Any], kind: str, day: date) -> list[tuple[date, Row]]:
    """What became known after the activity: the outcome of an input, the answer to a question for support."""
    found: list[tuple[date, Row]] = []
    if kind in {"advocacy", "hearing"}:
        outcome, values["outcome"] = values["outcome"], "pending"
        heard = day + timedelta(days=120)
        if heard <= LAST:
            found.append((heard, {"outcome": outcome}))
    if kind == "support" and values.get("answered"):
        answered = values.pop("answered")
        if answered <= LAST:
            found.append((answered, {"answered": words(answered)}))
    return found


AUDIENCES: Final = {"administration": 0.9, "municipalities": 0.45, "politicians": 0.25, "business": 0.2,
                    "county_cabinet": 0.14, "academia": 0.15, "civil_society": 0.18}  # fmt: skip


def attendance(code: str, kind: str, area: str, known: date, rng: Random) -> None:
    """Who took part, by audience; now and then without a number."""
    if kind in {"support", "guidance", "advocacy", "hearing", "contact", "network_meeting"}:
        return
    there = [a for a, chance in AUDIENCES.items() if rng.random() < chance] or ["administration"]
    for number, audience in enumerate(there[:3], start=1):
        people = rng.randint(1, 3) if audience == "county_cabinet" else rng.randint(2, (8, 9, 12)[known.year - 2024])
        inside = audience in {"county_cabinet", "politicians", "administration"}
        BOOK.put(
            "attendance", f"{code}-{number}", known, activity=code, audience=audience,
            people=None if rng.random() < 0.04 else people,
            area=("FRL" if audience == "county_cabinet" else area) if inside else None,
            municipality=rng.choice(municipalities()) if audience == "municipalities" else None,
        )  # fmt: skip


def activities() -> None:
    """All activities: the past ones as weighed, and those that are planned."""
    titles: Counter[str] = Counter()
    entries = planned_activities()
    for number, entry in enumerate(entries, start=1):
        activity(number, entry, titles)
    rng = Random("planned")
    for number, entry in enumerate(CONTENT["planned"], start=len(entries) + 1):
        planned_activity(f"A-{number:04d}", entry, rng)


def planned_activity(code: str, entry: Sequence[Any], rng: Random) -> None:
    """One activity to come: nobody has spent hours on it or taken part yet."""
    title, english, kind, area, day, cooperation, organisation, region, visibility = entry
    values: dict[str, Any] = owned(area, LAST_REPORTED, rng) | {
        "visibility": visibility,
        "themes": AREA_THEMES[area][:1],
    }
    if visibility == "internal":
        values["exemption"] = EXEMPTIONS[0]
    if cooperation:
        region = next(c[1] for c in CONTENT["cooperations"] if c[0] == cooperation)
        values |= {"cooperation": cooperation, "level": "strategic", "sphere": "political"}
    else:
        values |= {"level": "operative", "sphere": "administrative"}
    if organisation:
        values["organisations"] = [f"ORG-{organisation}"]
    if region:
        values["regions"] = [region]
    BOOK.put("activity", code, LAST_REPORTED, title=title, title_en=english, kind=kind, start=day, **values)
