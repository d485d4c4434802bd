"""Participations of outside actors in EU projects."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from tools.demo.book import BOOK
from tools.demo.content import CONTENT, code_list
from tools.demo.days import FIRST_DAY, LAST, NEWS, first_of_month, months_later

ACRONYMS: Final = ("DEMO", "FIKTA", "TENKT", "LUFT", "SKINN", "PRØVE", "MODELL", "DIKT")
OUTSIDE: Final = ("HORIZON-CL4", "HORIZON-CL5", "HORIZON-CL6", "HORIZON-CL1", "HORIZON-EIC", "HORIZON-MSCA",
                  "HORIZON-CL2", "DIGITAL", "INTERREG-OKS", "INTERREG-NSR", "CREA", "ERASMUS")  # fmt: skip
BEFORE: Final = ("H2020-LEIT", "H2020-FOOD", "H2020-ENERGY", "H2020-TPT", "H2020-ENV")


class Part(NamedTuple):
    """A participation before it is told."""

    actor: str
    start: date
    programme: str
    ours: str
    """The project of ours that it is part of, or nothing."""


def _drawn(rng: Random) -> list[Part]:
    """Participations by chance, after guidance and in our own projects, by their start."""
    drawn: list[Part] = []
    for year, number in {2020: 6, 2021: 8, 2022: 10, 2023: 12, 2024: 15, 2025: 18, 2026: 13}.items():
        for _ in range(number):
            programme = rng.choice(BEFORE if year < 2022 else OUTSIDE)
            drawn.append(Part(rng.choice(BOOK.codes("actor")), date(year, rng.randint(1, 9), 1), programme, ""))
    for actor, guided in _guided()[:10]:
        drawn.append(Part(actor, first_of_month(guided + timedelta(days=220)), rng.choice(OUTSIDE), ""))
    for code in BOOK.codes("project"):
        row = BOOK.at(LAST).get(("project", code), {})
        for actor in [a for a in row.get("actors", "").split("; ") if a]:
            drawn.append(Part(actor, date.fromisoformat(row["start"]), row["programme"], code))
    return sorted(drawn, key=lambda part: part.start)


def participations() -> None:
    """Invented participations of outside actors, some of them after guidance, some in our own projects."""
    rng = Random("participations")
    topics = [topic for entries in CONTENT["topics"].values() for topic in entries]
    per_actor: Counter[str] = Counter()
    for number, (actor, start, programme, ours) in enumerate(_drawn(rng), start=1):
        per_actor[actor] += 1
        topic = rng.choice(topics)
        row = BOOK.first("actor", actor)[1]
        title = f"Demo: {topic[1]}"
        if ours:
            title = BOOK.first("project", ours)[1]["title_en"]
        BOOK.put(
            "participation", f"{actor}-{per_actor[actor]}", min(max(FIRST_DAY, start), NEWS), actor=actor,
            project_number=f"DEMO-{101000 + number}", acronym=f"{rng.choice(ACRONYMS)}-{number}", title=title,
            project=ours, programme=programme, programme_text=code_list("programme")[programme]["name_en"],
            role="coordinator" if rng.random() < 0.15 else "participant", from_date=start,
            to_date=months_later(start, rng.choice([24, 36, 42, 48])), currency="EUR",
            amount=None if rng.random() < 0.06 else rng.randint(60, 900) * 1000, municipality=row["municipality"],
            visibility="public",
        )  # fmt: skip


def _guided() -> list[tuple[str, date]]:
    """Each guided actor with the day of its first guidance, early enough for something to have followed."""
    first: dict[str, date] = {}
    for code in BOOK.codes("activity"):
        row = BOOK.first("activity", code)[1]
        if row["kind"] == "guidance":
            day = date.fromisoformat(row["start"])
            if day < date(2026, 2, 1):
                first.setdefault(row["actors"], day)
    return list(first.items())
