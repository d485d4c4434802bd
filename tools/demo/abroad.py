"""Networks and memberships, dossiers of the EU, bilateral cooperations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tools.demo.book import BOOK
from tools.demo.content import CONTENT, goals_of, in_english, owned
from tools.demo.days import FIRST_DAY, LAST, LAST_REPORTED

NOTICE: Final = {
    "ERRIN": "2026-12-15", "STRING": "2026-12-31", "CEMR": "2026-12-31", "POLIS": "2027-03-31", "METREX": "2027-06-30",
    "NSC": "2026-09-30", "BSSSC": "2027-09-30",
}  # fmt: skip
"""The last day to leave a network before its next period; the others have not entered one."""
COOPERATION_PROJECTS: Final = {
    "SB-0002": ["Sømløse reiser over grensen", "Godset over på bane"],
    "SB-0003": ["Batteriverdikjeden rundt Skagerrak"],
    "SB-0004": ["Sirkulære kommuner rundt Østersjøen"],
    "SB-0006": ["Ungdommens scene i Norden"],
    "SB-0008": ["Yrkesfaglærere møter Lviv"],
}


def organisations() -> None:
    """Networks, memberships, fees and posts."""
    rng = Random("organisations")
    note = "Demonstrasjon: navnet finnes, medlemskapet og alt om det er oppdiktet"
    for code, name, long, kind, regions, themes, area, fee, currency, since in CONTENT["organisations"]:
        own = owned(area, FIRST_DAY, rng)
        BOOK.put(
            "organisation", f"ORG-{code}", FIRST_DAY, name=name,
            name_en=CONTENT["english"].get(name, ""), name_long=long, kind=kind, regions=regions,
            themes=themes, note=note, **own,
        )  # fmt: skip
        BOOK.put(
            "membership", f"M-{code}", max(FIRST_DAY, since), organisation=f"ORG-{code}", from_date=since, note=note,
            notice_by=NOTICE.get(code, ""), **own,
        )  # fmt: skip
        for year in range(since.year, LAST.year + 1):
            if fee is not None:
                amount = round(fee * 1.03 ** (year - 2024), -2)
                BOOK.put(
                    "membership_fee", f"M-{code}-{year}", date(year, 3, 1), membership=f"M-{code}", year=year,
                    amount=int(amount), currency=currency,
                )  # fmt: skip
    for code, name, regions, themes, area in CONTENT["partners"]:
        BOOK.put(
            "organisation", f"ORG-{code}", FIRST_DAY, name=name, name_en=in_english(name), kind="partner",
            regions=regions, themes=themes,
            **owned(area, FIRST_DAY, rng),
        )  # fmt: skip
    for number, (organisation, title, sphere, start, end, person) in enumerate(CONTENT["posts"], start=1):
        code, known = f"POST-{number:02d}", max(FIRST_DAY, start)
        ended = end or None
        values = {"title": title, "title_en": in_english(title), "sphere": sphere, "from_date": start, "person": person}
        BOOK.put("post", code, known, organisation=f"ORG-{organisation}", **values)
        if ended:
            BOOK.put("post", code, ended, to_date=ended)


def dossiers() -> None:
    """EU dossiers with their stages over time and our deadlines."""
    rng = Random("dossiers")
    ordered = sorted(CONTENT["dossiers"], key=lambda d: (d[3][0][1], d[0]))
    for number, entry in enumerate(ordered, start=1):
        title, english, area, stages, eea, themes, celex, com, procedure, position, deadlines = entry
        code, opened = f"D-{number:04d}", max(stages[0][1], FIRST_DAY)
        goals = [] if rng.random() < 0.35 else goals_of(area)[:1]
        came = {"SAM": ["ORG-POLIS"], "KLI": ["ORG-NSC"], "FRL": ["ORG-AER", "ORG-ORE"], "PLA": ["ORG-METREX"]}
        for index, (stage, when) in enumerate(stages):
            if index:
                BOOK.put("dossier", code, when, stage=stage)
                continue
            BOOK.put(
                "dossier", code, opened, title=title, title_en=english, stage=stage, opened=opened, eea=eea,
                themes=themes, celex=celex, com=com, procedure=procedure, position=position,
                position_en=in_english(position), goals=goals,
                from_organisations=came.get(area, []) if rng.random() < 0.6 else [], **owned(area, opened, rng),
            )  # fmt: skip
        for part, (day, what, what_en, *moved) in enumerate(deadlines, start=1):
            first = moved[0] if moved else day
            known = max(opened, min(first - timedelta(days=150), LAST_REPORTED))
            BOOK.put("dossier_deadline", f"{code}-{part}", known, dossier=code, day=first, what=what, what_en=what_en)
            if moved:
                BOOK.put("dossier_deadline", f"{code}-{part}", moved[1], day=day)


def cooperations(projects_by_title: dict[str, str]) -> None:
    """Bilateral cooperations with their changing status."""
    for code, region, area, statuses, start, end, what, english, themes, organisations_, _last in CONTENT[
        "cooperations"
    ]:
        since = statuses[0][1]
        rng = Random(code)
        changes: list[tuple[date, dict[str, Any]]] = []
        for index, (status, day) in enumerate(statuses):
            values: dict[str, Any] = {"status": status}
            if status in {"agreement", "active"} and start and day >= start and not _said(changes):
                values |= {"agreement_from": start, "agreement_to": end}
            if index == 0:
                values |= {
                    "region": region, "since": since, "words": what, "words_en": english, "themes": themes,
                    "organisations": [f"ORG-{o}" for o in organisations_], **owned(area, since, rng),
                }  # fmt: skip
            changes.append((day, values))
        tied: list[str] = []
        for title in COOPERATION_PROJECTS.get(code, []):
            tied.append(projects_by_title[title])
            known = max(BOOK.first("project", projects_by_title[title])[0], since)
            changes.append((known, {"projects": list(tied)}))
        for day, values in sorted(changes, key=lambda change: change[0]):
            BOOK.put("cooperation", code, max(day, FIRST_DAY), **values)


def _said(changes: Iterable[tuple[date, dict[str, Any]]]) -> bool:
    return any("agreement_from" in values for _day, values in changes)
