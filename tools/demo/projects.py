"""Projects, with their steps over time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tools.demo.book import BOOK
from tools.demo.content import AREA_THEMES, CONTENT, code_list, goals_of, municipalities, owned, region_name
from tools.demo.days import FIRST_DAY, NEWS, first_of_month, months_later
from tools.demo.support import SUPPORT_SHARE, currency_of, funding, in_currency

PARTNERS: Final = {
    "INTERREG-OKS": ["SE-O", "DK-84", "SE-N", "SE-M", "DK-81"],
    "INTERREG-SN": ["SE-S", "SE-W", "SE-O"],
    "INTERREG-NSR": ["DE-SH", "DK-82", "NL-NH", "SE-O", "NL-GR"],
    "INTERREG-BSR": ["PL-22", "EE-37", "FI-19", "DE-MV", "SE-E"],
    "INTERREG-EUROPE": ["PL-22", "ES-CT", "NL-NH", "FI-18"],
    "ERASMUS": ["DE-SH", "FI-19", "ES-CT", "PL-22"],
    "NORDPLUS": ["SE-M", "DK-84", "FI-19", "IS-1"],
    "NKF-PROSJEKT": ["SE-M", "DK-84", "IS-1"],
    "NORDIC-INNOVATION": ["SE-O", "DK-82", "FI-18"],
    "CREA": ["NL-GR", "FR-BRE", "DE-SH", "SE-M"],
    "HORIZON-MISS-CIT": ["DE-SH", "SE-O"],
    "": ["DE-HH", "NL-NH", "ES-CT", "SE-O", "BE-VLG", "DK-84", "PL-22"],
}
OWN_REGIONS: Final = {
    "Yrkesfaglærere møter Lviv": ["UA-46", "PL-18"],
    "Byplan for gjenreising i Lviv": ["UA-46", "PL-22"],
    "Helsefag med Tammerfors": ["FI-11", "EE-37"],
}
FROM_MEMBERSHIP: Final = {
    "Batteribusser i distriktene": ["ORG-POLIS"],
    "Knutepunkt som gode steder": ["ORG-METREX"],
    "Batteriverdikjeden rundt Skagerrak": ["ORG-ERRIN"],
    "Godset over på bane": ["ORG-STRING"],
    "Rene fjordarmer": ["ORG-NSC"],
    "Sirkulære kommuner rundt Østersjøen": ["ORG-BSSSC"],
    "Gründernettverk mellom hovedstadsregioner": ["ORG-ERRIN", "ORG-ORE"],
    "Friluftsliv for alle ved Nordsjøen": ["ORG-NSC"],
    "Kollektivtransport på bestilling": ["ORG-POLIS"],
    "Neste generasjon kollektivtransport": ["ORG-POLIS", "ORG-ARC"],
}
SHARED: Final = {
    "Batteribusser i distriktene": "SAM 80; KLI 20",
    "Vakre og bærekraftige stasjonsbyer": "PLA 60; SAM 40",
    "Klimatilpasning i lavlandet": "PLA",
    "Gründernettverk mellom hovedstadsregioner": "UTD",
    "Kyststien rundt Nordsjøen": "KLI; PLA",
    "Grønne yrkesfag": "KLI",
}
DUPLICATE: Final = "Vintersikre gangveier"
"""The project that was entered twice; the second one is closed in the last revision."""


def steps_of(status: str, day: date, aimed: date | None, rng: Random) -> dict[str, date]:
    """The day of each step of a project that ends in ``status`` on ``day``."""
    decided = status in {"granted", "running", "completed", "rejected", "withdrawn"}
    steps: dict[str, date] = {}
    if decided:
        steps["submitted"] = aimed or day - timedelta(days=rng.randint(115, 165))
        steps["granted" if status in {"running", "completed"} else status] = day
    elif status == "submitted":
        steps["submitted"] = day
    if "submitted" in steps:
        steps["developing"] = steps["submitted"] - timedelta(days=rng.randint(50, 95))
    elif status == "developing":
        steps["developing"] = day
    steps["idea"] = steps["developing"] - timedelta(days=rng.randint(35, 70)) if "developing" in steps else day
    return steps


def aimed_day(title: str, status: str, day: date) -> date | None:
    """The deadline at which the project was handed in: the last one of its call before ``day``."""
    code = CONTENT["aims"].get(title)
    if code is None or status in {"idea", "developing", "submitted"}:
        return None
    deadlines = next(call[8] for call in CONTENT["calls"] if call[0] == code)
    days = [date.fromisoformat(when[:10]) for when, _stage, _cut in deadlines]
    return max(d for d in days if d < day)


def project(number: int, plan: Sequence[Any], steps: dict[str, date]) -> None:
    """One project with its steps and financing."""
    status, area, programme, million, _day, title, english = plan
    code, rng = f"P-{number:04d}", Random(f"project {title}")
    first = min(steps.values())
    served = [] if title in CONTENT["without_goal"] else rng.sample(goals_of(area), 1)
    pool = PARTNERS.get(programme, PARTNERS[""])
    regions = OWN_REGIONS.get(title) or rng.sample(pool, min(len(pool), rng.randint(2, 3)))
    names = " og ".join(filter(None, [", ".join(region_name(r) for r in regions[:-1]), region_name(regions[-1])]))
    english_names = [region_name(r, "name_en") for r in regions]
    in_english = " and ".join(filter(None, [", ".join(english_names[:-1]), english_names[-1]]))
    lead = rng.random() < 0.3 and million is not None
    role = "associated" if programme == "HORIZON-MISS-CIT" else "lead" if lead else "partner"
    won = status in {"granted", "running", "completed"}
    currency = currency_of(programme)
    base: dict[str, Any] = {
        "title": title,
        "title_en": english,
        "summary": f"{title}: samarbeid med partnere i {names} om felles utfordringer.",
        "summary_en": f"{english}: work with partners in {in_english}.",
        "role": role,
        "origin": "own" if lead or rng.random() < 0.35 else "invited",
        "programme": programme,
        "currency": currency,
        "goals": served,
        "themes": AREA_THEMES[area][:1],
        "regions": regions,
        "from_organisations": FROM_MEMBERSHIP.get(title, []),
        "actors": sorted(rng.sample(BOOK.codes("actor"), 2)) if won and rng.random() < 0.6 else [],
        "municipalities": sorted(rng.sample(municipalities(), rng.randint(1, 3))) if rng.random() < 0.5 else [],
        "areas": SHARED.get(title, ""),
        **owned(area, first, rng),
    }
    if title == "Yrkesfaglærere møter Lviv":
        base["organisations"] = ["ORG-DEMOPARTNER-2"]
    if title == "Grønne havner langs fjorden":
        base["organisations"] = ["ORG-DEMOPARTNER-1"]
    BOOK.put("project", code, first, **base)
    for step, when in sorted(steps.items(), key=lambda pair: pair[1]):
        why = refusal(title) if step == "rejected" else {}
        BOOK.put("project_step", f"{code}-{step}", when, project=code, status=step, date=when, **why)
    worked_out(code, plan, steps, base, rng)


def refusal(title: str) -> dict[str, str]:
    """Why a project was refused; about one letter in six has not been entered."""
    rng = Random(f"refusal {title}")
    reasons = ["competition", "quality", "relevance", "partnership", "competition", "quality", ""]
    return {"reason": rng.choice(reasons)}


def effort(title: str, status: str, nok: float | None) -> dict[str, float]:
    """Hours spent on an application, and the full-time equivalents that a project pays; some are not entered."""
    rng = Random(f"effort {title}")
    known: dict[str, float] = {}
    if rng.random() < 0.85:
        known["application_hours"] = float(rng.randrange(60, 260, 10))
    if status in {"granted", "running", "completed"} and nok is not None and rng.random() < 0.9:
        known["fte"] = max(0.2, round(nok / 4_500_000, 1))
    return known


def worked_out(code: str, plan: Sequence[Any], steps: dict[str, date], base: dict[str, Any], rng: Random) -> None:
    """The version with call, period, budget and financing: at submission, else when it was developed."""
    status, _area, programme, million, day, title, _english = plan
    known = max(steps.get("submitted", steps.get("developing", day)), min(steps.values()))
    call = CONTENT["aims"].get(title)
    if call is not None:
        known = max(known, BOOK.first("call", call)[0])
    values: dict[str, Any] = {"call": call or ""}
    decision = steps.get("granted")
    if status not in {"idea", "developing"}:
        start = steps.get("running") or first_of_month((decision or day) + timedelta(days=75))
        values["start"] = start
        values["end"] = steps.get("completed") or months_later(start, rng.choice([24, 30, 36]))
    year = day.year
    nok = None if million is None else million * 1_000_000
    if nok is not None:
        share = SUPPORT_SHARE.get(programme, 0.8)
        budget = in_currency(nok / share, base["currency"], year)
        values |= {"budget": budget, "consortium_total": round(budget * rng.randint(3, 8), -3)}
    if "submitted" in steps:
        values |= effort(title, status, nok)
    BOOK.put("project", code, known, **values)
    level = code_list("programme")[programme]["level"]
    funding(code, title, level, {**base, **values}, nok, year, known)


def projects() -> dict[str, str]:
    """All projects, numbered by their first step. Returns title -> code."""
    planned = []
    for plan in CONTENT["projects"]:
        status, _area, _programme, _million, day, title, _english = plan
        rng = Random(f"steps {title}")
        steps = steps_of(status, day, aimed_day(title, status, day), rng)
        if status in {"running", "completed"}:
            steps["running"] = first_of_month(day + timedelta(days=rng.randint(40, 70)))
        if status == "completed":
            steps["completed"] = months_later(steps["running"], rng.choice([18, 21, 24]))
        kept = {step: when for step, when in steps.items() if when >= FIRST_DAY}
        planned.append((min(kept.values()), title, plan, kept))
    codes = {}
    for number, (_first, title, plan, steps) in enumerate(sorted(planned, key=lambda p: p[:2]), start=1):
        project(number, plan, steps)
        codes[title] = f"P-{number:04d}"
    twice(len(planned) + 1, codes[DUPLICATE])
    return codes


def twice(number: int, original: str) -> None:
    """The project that was entered twice, closed when that was seen."""
    code, seen = f"P-{number:04d}", NEWS
    known, row = BOOK.first("project", original)
    BOOK.put("project", code, known, **{**row, "note": f"Ført to ganger, se {original}"})
    BOOK.put("project_step", f"{code}-idea", known, project=code, status="idea", date=known)
    BOOK.close("project", code, seen)
    BOOK.close("project_step", f"{code}-idea", seen)
