"""Results, means planned and used, development money, targets and remarks."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any, Final

from tools.demo.amounts import BY_AREA, WEIGHTS
from tools.demo.book import BOOK
from tools.demo.content import CONTENT, in_english, owned
from tools.demo.days import LAST, LAST_REPORTED


def results(codes: dict[str, str]) -> None:
    """What is different now."""
    for number, entry in enumerate(sorted(CONTENT["results"], key=lambda r: r[6]), start=1):
        kind, what, english, indicator, value, unit, day, title, goal = entry
        area = BOOK.first("project", codes[title])[1]["area"]
        BOOK.put(
            "result", f"R-{number:04d}", day, kind=kind, words=what, words_en=english, indicator=indicator, value=value,
            unit=unit,
            unit_en=in_english(unit), date=day, project=codes[title], goal=goal, **owned(area, day, Random(what)),
        )  # fmt: skip


def budgets() -> None:
    """Means planned and used. Used full-time equivalents of this year are not entered yet."""
    rng = Random("budgets")
    for year in (2024, 2025, 2026):
        for area in BY_AREA["KOM"] | {"TAN": 1}:
            for instrument in WEIGHTS[year]:
                if (area, instrument) == ("PLA", "BIL") or (area == "TAN" and year == LAST.year):
                    continue
                weight = BY_AREA[instrument].get(area, 1)
                planned = int(round(90_000 + weight * rng.randint(55_000, 80_000), -3))
                fte = round(0.1 + weight * rng.uniform(0.04, 0.07), 1)
                code = f"B-{year}-{area}-{instrument}"
                BOOK.put(
                    "budget", code, date(year, 1, 15), instrument=instrument, year=year, planned_nok=planned,
                    planned_fte=fte, decided_by="Fylkestinget",
                    decided_by_en=in_english("Fylkestinget"), decided_on=date(year - 1, 12, 11),
                    **owned(area, date(year, 1, 15), rng),
                )  # fmt: skip
                used = rng.uniform(0.72, 1.06) * (0.82 if year == LAST.year else 1)
                known = LAST_REPORTED if year == LAST.year else date(year + 1, 2, 15)
                spent: dict[str, Any] = {"used_nok": int(round(planned * used, -3))}
                if year < LAST.year:
                    spent["used_fte"] = max(0.1, round(fte * rng.uniform(0.8, 1.1), 1))
                BOOK.put("budget", code, known, **spent)


FUNDS: Final = (
    ("SAM", "national", "Statlig tilskudd til kollektivtransport (demo)", 18_500_000),
    ("SAM", "regional", "Trafikksikkerhetsmidler (demo)", 9_200_000),
    ("NAE", "regional", "Regionale utviklingsmidler (demo)", 31_000_000),
    ("NAE", "regional", "Regionalt forskningsfond (demo)", 14_000_000),
    ("NAE", "national", "Nasjonale næringsmidler (demo)", 8_600_000),
    ("KLI", "national", "Klimasats (demo)", 12_400_000),
    ("KLI", "regional", "Vannmiljømidler (demo)", 5_100_000),
    ("KLI", "local", "Kommunenes andel i vannområdene (demo)", 2_300_000),
    ("UTD", "national", "Statlige kompetansemidler (demo)", 16_700_000),
    ("KUL", "regional", "Kulturmidler (demo)", 21_000_000),
    ("KUL", "local", "Kommunal medfinansiering av kultur (demo)", 3_900_000),
    ("PLA", "regional", "Tettstedsmidler (demo)", 6_400_000),
    ("TAN", "national", "Folkehelsemidler (demo)", 4_800_000),
    ("FRL", "regional", "Internasjonale initiativmidler (demo)", 1_500_000),
)


def funds() -> None:
    """National, regional and local development money per area and year."""
    rng = Random("funds")
    for year in (2024, 2025, 2026):
        for number, (area, level, scheme, amount) in enumerate(FUNDS, start=1):
            if area == "TAN" and year == LAST.year:
                continue
            known = date(year, 2, 1)
            growth = 1.03 ** (year - 2024) * rng.uniform(0.94, 1.06)
            nok = None if (area, year) == ("PLA", 2025) else int(round(amount * growth, -4))
            BOOK.put(
                "fund", f"F-{year}-{area}-{number:02d}", known, level=level, scheme=scheme, year=year, amount_nok=nok,
                **owned(area, known, rng),
            )  # fmt: skip


TARGETS: Final = (
    ("involvements", {2024: 110, 2025: 140, 2026: 170, 2027: 190}, ""),
    ("external_nok", {2024: 45_000_000, 2025: 60_000_000, 2026: 65_000_000, 2027: 70_000_000}, ""),
    ("participants", {2024: 400, 2025: 500, 2026: 600, 2027: 700}, ""),
    ("partners", {2025: 5, 2026: 6, 2027: 7}, ""),
    ("projects_granted", {2026: 9, 2027: 10}, ""),
    ("international_share", {2026: 25, 2027: 30}, ""),
    ("results", {2025: 8, 2026: 15, 2027: 20}, ""),
    ("results", {2026: 4}, "MOB-2"),
    ("projects_granted", {2026: 2}, "KLI-2"),
)


def targets_and_remarks() -> None:
    """Targets, official remarks and the statement that an instrument is not relevant."""
    rng = Random("targets")
    number = 0
    for measure, years, goal in TARGETS:
        for year, value in years.items():
            number += 1
            known = min(date(year, 1, 20), date(2026, 5, 20))
            BOOK.put(
                "target", f"T-{number:04d}", known, measure=measure, goal=goal, year=year, value=value,
                **owned("FRL", known, rng),
            )  # fmt: skip
    for number, (what, english, day, record, measure, year, area) in enumerate(CONTENT["remarks"], start=1):
        BOOK.put(
            "remark", f"RM-{number:04d}", day, words=what, words_en=english, date=day, record=record, measure=measure,
            year=year, **owned(area, day, rng),
        )  # fmt: skip
    day = date(2024, 11, 20)
    BOOK.put(
        "area_statement", "AS-PLA-BIL", day, instrument="BIL", date=day, until=date(2027, 12, 31),
        reason="Planarbeidet har nordiske og europeiske partnere gjennom nettverk, ikke egne bilaterale avtaler",
        reason_en="Planning has Nordic and European partners through networks, not bilateral agreements of its own",
        **owned("PLA", day, rng),
    )  # fmt: skip
