"""Make the demonstration's CSV files from ``content.yaml``: seeded, the same every time, all of it invented.

Run ``python data/demo/make.py`` from the project's folder. It writes one folder per day of :data:`REVISIONS` with the
rows that came or changed since the day before, and overwrites what lies there. Change what it knows in
``content.yaml``, how much in the constants below.
"""

from __future__ import annotations

import csv
import shutil
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

from akint_dash.domain.schema import ENTITIES, UNOWNED, Sort

HERE: Final = Path(__file__).parent
CODE: Final = HERE.parent / "code"
REVISIONS: Final = tuple(
    date.fromisoformat(day)
    for day in (
        "2024-06-14", "2024-12-13", "2025-03-14", "2025-06-20", "2025-10-10", "2025-12-12",
        "2026-03-06", "2026-06-01", "2026-08-28", "2026-10-20", "2026-10-30",
    )
)  # fmt: skip
"""The days on which the demonstration was recorded; what became known later is left out. The last two can be moved."""
MISTAKEN: Final = date(2026, 9, 10)
"""The day of an import of the wrong workbook."""
TAKEN_BACK: Final = date(2026, 9, 11)
"""The day on which that was undone."""
NEWS: Final = REVISIONS[-1] - timedelta(days=3)
"""The day of what the last revision tells: ``nytt`` in content.yaml."""
LAST: Final = REVISIONS[-1]
"""Nothing that happened later is known; what is planned lies after it."""
FIRST_DAY: Final = date(2024, 1, 8)
LAST_REPORTED: Final = REVISIONS[-2] - timedelta(days=4)
"""The last day of activities that were reported in time for the revision before the last."""
LATE: Final = {"UTD": 11, "KUL": 2, "FRL": 1}
"""Activities of the autumn that these areas reported late: they come with the last revision."""
INVOLVED: Final = {2024: 141, 2025: 151, 2026: 163}
"""Projects (by first step), dossiers, cooperations and activities together, per year."""
WEIGHTS: Final = {
    2024: {"PRO": 0.31, "POL": 0.29, "KOM": 0.31, "BIL": 0.09},
    2025: {"PRO": 0.35, "POL": 0.26, "KOM": 0.28, "BIL": 0.11},
    2026: {"PRO": 0.38, "POL": 0.24, "KOM": 0.27, "BIL": 0.11},
}
BY_AREA: Final = {
    "PRO": {"SAM": 18, "NAE": 14, "KLI": 11, "UTD": 6, "KUL": 4, "PLA": 1},
    "POL": {"SAM": 9, "NAE": 6, "KLI": 7, "UTD": 2, "KUL": 2, "PLA": 6, "FRL": 2},
    "KOM": {"SAM": 6, "NAE": 7, "KLI": 4, "UTD": 11, "KUL": 5, "PLA": 3, "FRL": 2},
    "BIL": {"SAM": 3, "NAE": 4, "KLI": 2, "UTD": 3, "KUL": 3, "FRL": 1},
}
TAN: Final = {2024: {"POL": 1, "KOM": 2}, 2025: {"POL": 1, "KOM": 3}}
"""Tannhelse og folkehelse reported a little at first, and nothing in 2026."""
MONTHS: Final = (0.7, 0.9, 1.0, 0.95, 1.0, 1.0, 0.3, 0.8, 1.1, 1.15, 1.1, 0.6)
KINDS: Final = {
    "PRO": {"guidance": 0.55, "support": 0.45},
    "POL": {"network_meeting": 0.5, "advocacy": 0.32, "hearing": 0.18},
    "KOM": {"course": 0.3, "seminar": 0.3, "study_visit": 0.2, "exchange": 0.2},
    "BIL": {"contact": 0.45, "delegation_in": 0.2, "delegation_out": 0.25, "exchange": 0.1},
}
RATES: Final = {
    "EUR": {2024: 11.6, 2025: 11.7, 2026: 11.5},
    "SEK": {2024: 1.02, 2025: 1.04, 2026: 1.05},
    "DKK": {2024: 1.55, 2025: 1.57, 2026: 1.54},
}
"""Invented rates, kroner for one."""
INVENTED: Final = "oppdiktet for demonstrasjonen"
AREA_THEMES: Final = {
    "FRL": ["demokrati"],
    "SAM": ["samferdsel"],
    "NAE": ["naering", "digitalisering"],
    "KLI": ["klima_miljo"],
    "UTD": ["videregaende"],
    "KUL": ["kultur"],
    "PLA": ["plan"],
    "TAN": ["folkehelse", "tannhelse"],
}
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
SUPPORT_SHARE: Final = {"INTERREG-OKS": 0.5, "INTERREG-SN": 0.5, "DIGITAL": 0.5, "CREA": 0.7, "SMP": 0.7}
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
NOTICE: Final = {
    "ERRIN": "2026-12-15", "STRING": "2026-12-31", "CEMR": "2026-12-31", "POLIS": "2027-03-31", "METREX": "2027-06-30",
    "NSC": "2026-09-30", "BSSSC": "2027-09-30",
}  # fmt: skip
"""The last day to leave a network before its next period; the others have not entered one."""
SHARED: Final = {
    "Batteribusser i distriktene": "SAM 80; KLI 20",
    "Vakre og bærekraftige stasjonsbyer": "PLA 60; SAM 40",
    "Klimatilpasning i lavlandet": "PLA",
    "Gründernettverk mellom hovedstadsregioner": "UTD",
    "Kyststien rundt Nordsjøen": "KLI; PLA",
    "Grønne yrkesfag": "KLI",
}
COOPERATION_PROJECTS: Final = {
    "SB-0002": ["Sømløse reiser over grensen", "Godset over på bane"],
    "SB-0003": ["Batteriverdikjeden rundt Skagerrak"],
    "SB-0004": ["Sirkulære kommuner rundt Østersjøen"],
    "SB-0006": ["Ungdommens scene i Norden"],
    "SB-0008": ["Yrkesfaglærere møter Lviv"],
}
EXEMPTIONS: Final = (
    "Offentleglova § 14 første ledd",
    "Offentleglova § 15 første ledd",
    "Offentleglova § 23 første ledd",
)
DUPLICATE: Final = "Vintersikre gangveier"
"""The project that was entered twice; the second one is closed in the last revision."""
UKRAINIAN_CONTACTS: Final = ("UA-51", "UA-26", "UA-63", "UA-48")

Row = dict[str, str]


def words(value: Any) -> str:
    """One cell as it is written in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)


class Book:
    """Every record with its versions: the day each became known, and the whole row from then on."""

    def __init__(self) -> None:
        self.versions: dict[tuple[str, str], list[tuple[date, Row | None]]] = defaultdict(list)

    def put(self, entity: str, code: str, known: date, **values: Any) -> None:
        """A new version, known from that day: the version before it, with ``values`` changed."""
        before = self.versions[entity, code]
        old = before[-1][1] if before else None
        row = {**(old or {}), **{name: words(value) for name, value in values.items()}}
        unknown = set(row) - set(ENTITIES[entity].by_name)
        if unknown:
            raise ValueError(f"{entity} has no column {sorted(unknown)}")
        if before and known < before[-1][0]:
            raise ValueError(f"{entity} {code}: {known} is before its last version")
        before.append((known, row))

    def close(self, entity: str, code: str, known: date) -> None:
        """The record is closed from that day."""
        self.versions[entity, code].append((known, None))

    def at(self, day: date) -> dict[tuple[str, str], Row]:
        """The state that was known on ``day``."""
        state = {}
        for key, versions in self.versions.items():
            known = [row for since, row in versions if since <= day]
            if known and known[-1] is not None:
                state[key] = known[-1]
        return state

    def codes(self, entity: str) -> list[str]:
        """All codes of an entity, in the order they were put."""
        return [code for name, code in self.versions if name == entity]

    def first(self, entity: str, code: str) -> tuple[date, Row]:
        """The first version of a record."""
        known, row = self.versions[entity, code][0]
        if row is None:
            raise ValueError(f"{entity} {code} begins closed")
        return known, row


BOOK: Final = Book()


def told(value: Any) -> Any:
    """``value`` with the day of the news where it says ``nytt``."""
    if isinstance(value, list):
        return [told(part) for part in value]
    if isinstance(value, dict):
        return {key: told(part) for key, part in value.items()}
    return NEWS if value == "nytt" else value


CONTENT: Final[dict[str, Any]] = told(yaml.safe_load((HERE / "content.yaml").read_text(encoding="utf-8")))


def in_english(norwegian: str) -> str:
    """The English of a text of the demonstration; nothing of nothing."""
    return str(CONTENT["english"][norwegian]) if norwegian else ""


@cache
def code_list(name: str) -> dict[str, Row]:
    """A code list of the product by code."""
    with (CODE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def region_name(code: str, column: str = "name_nb") -> str:
    """The name of a region."""
    name = code_list("region")[code][column]
    return f"the {name}" if column == "name_en" and "Capital Region" in name else name


@cache
def municipalities() -> list[str]:
    """The numbers of today's municipalities in Akershus."""
    return [code for code, row in code_list("municipality").items() if row["county"] == "32"]


def owned(area: str, known: date, rng: Random) -> dict[str, Any]:
    """The columns of every record of its own: area, unit, mailbox and often a case number."""
    unit, box = CONTENT["units"][area][rng.random() < 0.4]
    case = f"{known.year}/{rng.randint(90000, 99999)}" if rng.random() < 0.7 else ""
    return {
        "area": area,
        "owner": unit,
        "owner_en": in_english(unit),
        "owner_mail": f"{box}@example.invalid",
        "case_number": case,
        "visibility": "public",
    }


def first_of_month(day: date) -> date:
    """The first day of the month after ``day``."""
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def months_later(day: date, months: int) -> date:
    """The last day of the month ``months`` after ``day``."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total - 1, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def lists() -> None:
    """Plans, goals and rates of the demonstration."""
    for code, name, english, start, end in CONTENT["plans"]:
        BOOK.put(
            "plan", code, FIRST_DAY, name_nb=name, name_en=english, valid_from=start, valid_to=end, source=INVENTED
        )
    for code, plan, name, english, _areas in CONTENT["goals"]:
        BOOK.put("goal", code, FIRST_DAY, plan=plan, name_nb=name, name_en=english, source=INVENTED)
    invented = {"source": INVENTED, "source_en": in_english(INVENTED)}
    for currency, years in RATES.items():
        for year, nok in years.items():
            known = date(year, 1, 15)
            BOOK.put("rate", f"{currency}-{year}", known, currency=currency, year=year, nok=nok, **invented)


def goals_of(area: str) -> list[str]:
    """The goals that projects of an area serve."""
    return [code for code, _plan, _nb, _en, areas in CONTENT["goals"] if area in areas]


def calls() -> None:
    """Calls and their deadlines, some of which are moved."""
    moved = {part: (was, known) for part, was, known in CONTENT["moved"]}
    later = {(call, area) for call, area, _day, fits, _why in CONTENT["answers"] if fits}
    for code, programme, title, opening, budget, currency, sure, kind, deadlines, themes in CONTENT["calls"]:
        known = min(max(opening - timedelta(days=60), FIRST_DAY), LAST_REPORTED)
        areas = [area for area in sure if (code, area) not in later]
        BOOK.put(
            "call", code, known, title=title, title_en=in_english(title), identifier=code, kind=kind,
            programme=programme, opening=opening,
            budget=budget, currency=currency, themes=themes, confirmed_areas=areas, visibility="public",
            programme_text=code_list("programme")[programme]["name_en"],
            description=CONTENT["described"].get(code, ""),
        )  # fmt: skip
        for number, (when, stage, cut_off) in enumerate(deadlines, start=1):
            column = "moment" if "T" in when else "day"
            part = f"{code}-{number}"
            first, moved_on = moved.get(part, (when, known))
            BOOK.put(
                "call_deadline", part, known, call=code, stage=stage, cut_off=cut_off, visibility="public",
                **{column: first},
            )  # fmt: skip
            if first != when:
                BOOK.put("call_deadline", part, moved_on, **{column: when})
    for call, area, day, fits, why in CONTENT["answers"]:
        column = "confirmed_areas" if fits else "dismissed_areas"
        BOOK.put("call", call, day, **{column: [area]}, fit_reasons=f"{area}: {why}")


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


def in_currency(nok: float, currency: str, year: int) -> int:
    """Kroner as whole hundreds of a currency."""
    rate = 1.0 if currency == "NOK" else RATES[currency][min(year, LAST.year)]
    return int(round(nok / rate, -2))


def currency_of(programme: str) -> str:
    """The currency in which a programme pays."""
    if programme in {"INTERREG-SN", "NORDIC-INNOVATION"}:
        return "NOK"
    return "DKK" if programme.startswith("NKF") else "EUR"


def funding(code: str, title: str, level: str, values: Row, nok: float | None, year: int, known: date) -> None:
    """The financing of a project: support from others, own hours, own cash, now and then others at home."""
    rng = Random(f"funding {title}")
    currency = values["currency"]
    rebuilding = title == "Byplan for gjenreising i Lviv"
    purpose = "reconstruction" if rebuilding else "ordinary"

    def put(number: int, **row: Any) -> None:
        BOOK.put("funding", f"{code}-F{number}", known, project=code, **row)

    amount = None if nok is None else in_currency(nok, currency, year)
    put(1, level=level, form="cash", payer="others", amount=amount, currency=currency, purpose=purpose)
    share = next((s for p, s in SUPPORT_SHARE.items() if p == values["programme"]), 0.8)
    rest = (nok or 1_500_000) * (1 / share - 1)
    put(2, level="regional", form="hours", payer="own", hours=round(rest * 0.55 / 650, -1), purpose=purpose)
    own_cash = int(round(rest * 0.3, -3))
    if rebuilding:
        put(3, level="regional", form="cash", payer="own", amount=250000, currency="NOK", purpose="reconstruction")
        put(4, level="regional", form="cash", payer="own", amount=60000, currency="NOK", purpose="travel")
    elif title == "Yrkesfaglærere møter Lviv":
        put(3, level="regional", form="cash", payer="own", amount=85000, currency="NOK", purpose="travel")
    elif own_cash > 20000 and rng.random() < 0.8:
        put(3, level="regional", form="cash", payer="own", amount=own_cash, currency="NOK", purpose="ordinary")
    if rng.random() < 0.12 and nok is not None:
        home = rng.choice(["national", "local"])
        amount = int(round(nok * 0.04, -3))
        put(5, level=home, form="cash", payer="others", amount=amount, currency="NOK", purpose="ordinary")


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


def ukraine_and_offers() -> None:
    """What regions need and what areas can offer."""
    for number, (region, theme, what, english, day) in enumerate(CONTENT["needs"], start=1):
        BOOK.put(
            "need", f"N-{number:04d}", day, region=region, theme=theme, words=what, words_en=english, date=day,
            visibility="public", note="Oppdiktet behov",
        )  # fmt: skip
    rng = Random("offers")
    for number, (area, theme, what, english) in enumerate(CONTENT["offers"], start=1):
        known = date(2025, 3, 1)
        BOOK.put(
            "offer", f"O-{number:04d}", known, theme=theme, words=what, words_en=english, **owned(area, known, rng)
        )


def actors() -> None:
    """Invented organisations outside the county administration."""
    for number, (name, sector, municipality) in enumerate(CONTENT["actors"], start=1):
        BOOK.put(
            "actor", f"AKT-D{number:02d}", FIRST_DAY, name=name, sector=sector, municipality=municipality,
            visibility="public",
        )  # fmt: skip


def split(total: int, weights: dict[str, int]) -> dict[str, int]:
    """``total`` shared out by ``weights``, the largest remainders rounded up."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    shares = {key: int(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda k: (shares[k] - exact[k], k))[: total - sum(shares.values())]:
        shares[key] += 1
    return shares


def already() -> Counter[tuple[int, str, str]]:
    """How many projects, dossiers and cooperations begin per year, area and instrument."""
    found: Counter[tuple[int, str, str]] = Counter()
    for entity, instrument in (("project", "PRO"), ("dossier", "POL"), ("cooperation", "BIL")):
        for code in BOOK.codes(entity):
            known, row = BOOK.first(entity, code)
            found[known.year, row["area"], instrument] += 1
    return found


def drawn_day(year: int, rng: Random) -> date:
    """A working day of the year, most of them in autumn; this year's end with what was reported."""
    while True:
        month = rng.choices(range(1, 13), MONTHS)[0]
        day = date(year, month, rng.randint(1, monthrange(year, month)[1]))
        if day.weekday() < 5 and FIRST_DAY <= day <= LAST_REPORTED:
            return day


def drawn_kind(instrument: str, rng: Random) -> str:
    """A kind of activity of an instrument."""
    kinds = KINDS[instrument]
    return rng.choices(list(kinds), list(kinds.values()))[0]


def last_contacts() -> list[tuple[date, str, str, str, str]]:
    """The last contact with each partner, as the cooperation says."""
    return [(entry[10], entry[2], "BIL", "contact", entry[0]) for entry in CONTENT["cooperations"]]


def planned_activities() -> list[tuple[date, str, str, str, str]]:
    """(day, area, instrument, kind, cooperation) of every activity of the past, by day."""
    rng = Random("activities")
    count = already()
    entries = last_contacts()
    for day, area, instrument, _kind, _cooperation in entries:
        count[day.year, area, instrument] += 1
    for year, total in INVOLVED.items():
        wanted = {i: round(total * share) for i, share in WEIGHTS[year].items()}
        for instrument, number in wanted.items():
            shares = split(number, BY_AREA[instrument]) | {"TAN": TAN.get(year, {}).get(instrument, 0)}
            for area, share in shares.items():
                for _ in range(max(0, share - count[year, area, instrument])):
                    day = drawn_day(year, rng)
                    entries.append((day, area, instrument, drawn_kind(instrument, rng), ""))
    return sorted(late(entries, rng))


def late(entries: list[tuple[date, str, str, str, str]], rng: Random) -> list[tuple[date, str, str, str, str]]:
    """Move the last activities of the late areas to this autumn."""
    entries = sorted(entries)
    for area, number in LATE.items():
        mine = [e for e in entries if e[1] == area and e[0].year == LAST.year and not e[4]]
        for entry in mine[len(mine) - number + (area == "FRL") :]:
            entries.remove(entry)
            day = NEWS - timedelta(days=rng.randint(2, 28))
            while day.weekday() > 4:
                day -= timedelta(days=1)
            entries.append((day, *entry[1:3], "course" if entry[3] == "support" else entry[3], "late"))
    return entries


TITLES: Final = {
    "network_meeting": [
        ("{org}: møte om {topic}", "{org_en}: meeting on {topic_en}"),
        ("{org}: arbeidsgruppe for {topic}", "{org_en}: working group on {topic_en}"),
    ],
    "advocacy": [
        ("Innspill til {addressee}: {topic}", "Submission to {addressee_en}: {topic_en}"),
        ("Møte med {addressee} om {topic}", "Meeting with {addressee_en} on {topic_en}"),
    ],
    "hearing": [
        ("Høringssvar om {topic}", "Consultation response on {topic_en}"),
        ("Svar til {addressee} om {topic}", "Response to {addressee_en} on {topic_en}"),
    ],
    "course": [
        ("Kurs: {topic}", "Course: {topic_en}"),
        ("Fagdag om {topic}", "Training day on {topic_en}"),
        ("EU-skole for ansatte: {topic}", "EU seminar for staff: {topic_en}"),
    ],
    "seminar": [
        ("Seminar om {topic}", "Seminar on {topic_en}"),
        ("Frokostmøte om {topic}", "Breakfast meeting on {topic_en}"),
        ("Verksted: {topic}", "Workshop: {topic_en}"),
    ],
    "study_visit": [("Studiebesøk i {region}: {topic}", "Study visit to {region_en}: {topic_en}")],
    "exchange": [("Erfaringsutveksling med {region}: {topic}", "Exchange of experience with {region_en}: {topic_en}")],
    "delegation_in": [("Besøk fra {region}: {topic}", "Visit from {region_en}: {topic_en}")],
    "delegation_out": [("Delegasjon til {region}: {topic}", "Delegation to {region_en}: {topic_en}")],
    "contact": [
        ("Møte med {region} om {topic}", "Meeting with {region_en} on {topic_en}"),
        ("Samtale med {region}: {topic}", "Talks with {region_en}: {topic_en}"),
    ],
    "support": [
        ("Bistand til søknad: {topic}", "Assistance with an application: {topic_en}"),
        ("Partnersøk: {topic}", "Partner search: {topic_en}"),
        ("Råd om budsjett: {topic}", "Advice on a budget: {topic_en}"),
    ],
    "guidance": [("Veiledning av {actor}: {topic}", "Guidance to {actor}: {topic_en}")],
}
HOURS: Final = {
    "network_meeting": (2, 8), "advocacy": (4, 30), "hearing": (8, 40), "course": (6, 24), "seminar": (8, 30),
    "study_visit": (16, 60), "exchange": (6, 24), "delegation_in": (10, 40), "delegation_out": (20, 80),
    "contact": (1, 6), "support": (2, 20), "guidance": (2, 12),
}  # fmt: skip


def cooperation_for(day: date, area: str, rng: Random) -> Sequence[Any] | None:
    """A cooperation that was alive on ``day``, the area's own if it has one; now and then none."""
    alive = [c for c in CONTENT["cooperations"] if c[3][0][1] <= day <= c[10]]
    mine = [c for c in alive if c[2] == area]
    if (not mine and rng.random() < 0.45) or not alive:
        return None
    chosen: Sequence[Any] = rng.choice(mine or alive)
    return chosen


def titled(
    kind: str, said: dict[str, str], topics: list[list[str]], titles: Counter[str], rng: Random, channel: str
) -> list[str]:
    """A title in both languages that no activity has yet; numbered when all are taken.

    An input is called a meeting where a meeting is its ``channel``, and only there.
    """
    drawn = [(said["topic"], said["topic_en"]), *rng.sample(topics, len(topics))]
    fixed = "undertegning" in said["topic"]
    for topic, english in drawn[: 1 if fixed else None]:
        if kind != "advocacy" or topic == said["topic"]:  # of an input one template fits: there is no order to draw
            templates = rng.sample(TITLES[kind], len(TITLES[kind]))
        for template in templates:
            if kind == "advocacy" and template[0].startswith("Møte") != (channel == "meeting"):
                continue
            nb, en = (t.format(**{**said, "topic": topic, "topic_en": english}) for t in template)
            if not titles[nb]:
                titles[nb] += 1
                return [nb, en]
    titles[nb] += 1
    return [f"{nb} ({titles[nb]}. gang)", f"{en} (no. {titles[nb]})"]


def activity(number: int, entry: tuple[date, str, str, str, str], titles: Counter[str]) -> None:
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


def details(values: dict[str, Any], said: dict[str, str], entry: tuple[date, str, str, str, str], rng: Random) -> None:
    """The columns that belong to the activity's kind."""
    day, area, instrument, kind, mark = entry
    political = rng.random() < 0.3
    values["sphere"] = "political" if political else "administrative"
    values["level"] = "strategic" if political or rng.random() < 0.3 else "operative"
    values["themes"] = rng.sample(AREA_THEMES[area], 1)
    if rng.random() < 0.15 and kind not in {"guidance", "support"}:
        tied = [c for c in BOOK.codes("project")[:-1] if _is(c, area, day)]
        values["projects"] = [rng.choice(tied)] if tied else []
    if kind == "network_meeting":
        _network(values, said, day, area, rng)
    elif kind in {"advocacy", "hearing"}:
        _input(values, said, day, area, kind, rng)
    elif instrument == "BIL":
        _bilateral(values, said, day, area, mark, rng)
        if kind == "exchange":
            values["instrument"] = "BIL"
    elif kind in {"study_visit", "exchange"}:
        region = rng.choice(["SE-O", "DK-84", "DE-SH", "NL-NH", "SE-M", "FI-18", "ES-CT", "BE-BRU", "PL-22", "UA-46"])
        values["regions"] = [region]
        said["region"], said["region_en"] = region_name(region), region_name(region, "name_en")
    elif kind == "support":
        unit, box = CONTENT["units"]["FRL"][0]
        values |= {"asked": day, "owner": unit, "owner_en": in_english(unit), "owner_mail": f"{box}@example.invalid"}
        if day.toordinal() % 7 != 1 or rng.random() < 0.2:
            values["answered"] = day + timedelta(days=rng.choice([1, 2, 2, 3, 4, 5, 6, 8, 12, 19]))
        tied = [c for c in BOOK.codes("project")[:-1] if _is(c, area, day)]
        values["projects"] = [rng.choice(tied)] if tied else []
    elif kind == "guidance":
        actor = rng.choice(BOOK.codes("actor")[:24])
        row = BOOK.first("actor", actor)[1]
        values |= {"actors": [actor], "municipalities": [row["municipality"]]}
        said["actor"] = row["name"]
    if kind in {"course", "seminar", "exchange"} and instrument == "KOM" and rng.random() < 0.15:
        values["from_organisations"] = [f"ORG-{rng.choice(['ERRIN', 'ORE', 'METREX', 'AER', 'BSSSC'])}"]


def _is(code: str, area: str, day: date) -> bool:
    """Whether a project of the area was known on ``day``."""
    known, row = BOOK.first("project", code)
    return row["area"] == area and known <= day


def _network(values: dict[str, Any], said: dict[str, str], day: date, area: str, rng: Random) -> None:
    members = [o for o in CONTENT["organisations"] if o[9] <= day and o[0] != "EUREGHA"]
    mine = [o for o in members if o[6] == area]
    chosen = rng.choice(mine if mine and rng.random() < 0.7 else members)
    values["organisations"] = [f"ORG-{chosen[0]}"]
    if rng.random() < 0.5:
        values["from_organisations"] = values["organisations"]
    said["org"], said["org_en"] = chosen[1], CONTENT["english"].get(chosen[1], chosen[1])


def _input(values: dict[str, Any], said: dict[str, str], day: date, area: str, kind: str, rng: Random) -> None:
    to = "national" if (kind == "hearing") == (rng.random() < 0.7) else "eu"
    fitting = [
        n for n, (_en, side, areas) in CONTENT["addressees"].items() if side == to and (not areas or area in areas)
    ]
    addressee = rng.choice(fitting)
    channel = "written" if kind == "hearing" else rng.choice(["written", "meeting", "network", "conference"])
    values |= {"addressee_kind": to, "addressee": addressee, "channel": channel}
    said["addressee"], said["addressee_en"] = addressee, CONTENT["addressees"][addressee][0]
    values["addressee_en"] = said["addressee_en"].removeprefix("the ")
    values["outcome"] = rng.choices(["adopted", "partly", "not_adopted", "pending"], [3, 4, 2, 2])[0]
    drawn, goals = rng.random(), goals_of(area)
    if drawn < 0.65 and goals:
        values["goal"] = rng.choice(goals)
    elif drawn < 0.8:
        number = f"{rng.randint(10, 90)}/{day.year}"
        values["decision"] = f"Fylkestingets vedtak {number} (oppdiktet)"
        values["decision_en"] = f"County Council decision {number} (invented)"
    open_ = [c for c in BOOK.codes("dossier") if BOOK.first("dossier", c)[0] <= day]
    mine = [c for c in open_ if BOOK.first("dossier", c)[1]["area"] == area]
    if mine and rng.random() < 0.7:
        values["dossier"] = rng.choice(mine)
    if channel == "network":
        members = [o for o in CONTENT["organisations"] if o[9] <= day]
        values["organisations"] = [f"ORG-{rng.choice(members)[0]}"]
        values["from_organisations"] = values["organisations"]


def _bilateral(values: dict[str, Any], said: dict[str, str], day: date, area: str, mark: str, rng: Random) -> None:
    by_code = {c[0]: c for c in CONTENT["cooperations"]}
    chosen = by_code[mark] if mark in by_code else cooperation_for(day, area, rng)
    if chosen is None:
        region = rng.choice(UKRAINIAN_CONTACTS)
    else:
        values["cooperation"], region = chosen[0], chosen[1]
        values["themes"] = chosen[8][:1]
    values["regions"] = [region]
    said["region"], said["region_en"] = region_name(region), region_name(region, "name_en")
    if mark == "SB-0008":
        said["topic"], said["topic_en"] = "undertegning av avtale", "signing of the agreement"


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


ACRONYMS: Final = ("DEMO", "FIKTA", "TENKT", "LUFT", "SKINN", "PRØVE", "MODELL", "DIKT")
OUTSIDE: Final = ("HORIZON-CL4", "HORIZON-CL5", "HORIZON-CL6", "HORIZON-CL1", "HORIZON-EIC", "HORIZON-MSCA",
                  "HORIZON-CL2", "DIGITAL", "INTERREG-OKS", "INTERREG-NSR", "CREA", "ERASMUS")  # fmt: skip
BEFORE: Final = ("H2020-LEIT", "H2020-FOOD", "H2020-ENERGY", "H2020-TPT", "H2020-ENV")


def participations() -> None:
    """Invented participations of outside actors, some of them after guidance, some in our own projects."""
    rng = Random("participations")
    topics = [topic for entries in CONTENT["topics"].values() for topic in entries]
    drawn: list[tuple[str, date, str, str]] = []
    for year, number in {2020: 6, 2021: 8, 2022: 10, 2023: 12, 2024: 15, 2025: 18, 2026: 13}.items():
        for _ in range(number):
            programme = rng.choice(BEFORE if year < 2022 else OUTSIDE)
            drawn.append((rng.choice(BOOK.codes("actor")), date(year, rng.randint(1, 9), 1), programme, ""))
    for actor, guided in _guided()[:10]:
        drawn.append((actor, first_of_month(guided + timedelta(days=220)), rng.choice(OUTSIDE), ""))
    for code in BOOK.codes("project"):
        row = BOOK.at(LAST).get(("project", code), {})
        for actor in [a for a in row.get("actors", "").split("; ") if a]:
            drawn.append((actor, date.fromisoformat(row["start"]), row["programme"], code))
    per_actor: Counter[str] = Counter()
    for number, (actor, start, programme, ours) in enumerate(sorted(drawn, key=lambda d: d[1]), start=1):
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


KEPT_PUBLIC: Final = {"SB-0001", "SB-0002", "SB-0008", "SB-0007", "SB-0005", "AS-PLA-BIL", "ORG-METREX", "M-METREX"}


def withhold() -> None:
    """A tenth of each kind of owned record becomes internal, with its ground for exemption."""
    aimed = set(CONTENT["aims"])
    soon = (LAST.isoformat(), (LAST + timedelta(days=90)).isoformat())
    near = {
        r["dossier"]
        for (e, _), r in BOOK.at(LAST).items()
        if e == "dossier_deadline" and soon[0] <= r["day"] <= soon[1]
    }
    for name, entity in ENTITIES.items():
        if entity.sort is not Sort.RECORD or name in UNOWNED:
            continue
        open_ = []
        for code in BOOK.codes(name):
            row = BOOK.first(name, code)[1]
            kept = code in KEPT_PUBLIC | near or row.get("title") in aimed or "Lviv" in row.get("title", "")
            if not kept and row["visibility"] == "public":
                open_.append(code)
        for code in Random(f"withhold {name}").sample(open_, round(len(open_) / 10)):
            ground = Random(code).choice(EXEMPTIONS)
            for index, (known, version) in enumerate(BOOK.versions[name, code]):
                if version is not None:
                    hidden = {**version, "visibility": "internal", "exemption": ground}
                    BOOK.versions[name, code][index] = (known, hidden)


def check_references(day: date, state: dict[tuple[str, str], Row]) -> None:
    """Every code that a row names lies in a code list or in the demonstration as known that day."""
    for (entity, code), row in state.items():
        for column in ENTITIES[entity].columns:
            if not column.of or column.of not in ENTITIES:
                continue
            for part in filter(None, row.get(column.name, "").split("; ")):
                named, _, share = part.rpartition(" ")
                named = named if named and share.isdigit() else part
                listed = ENTITIES[column.of].sort is Sort.LIST and column.of not in {"plan", "goal", "rate"}
                if (listed and named not in code_list(column.of)) or (not listed and (column.of, named) not in state):
                    raise ValueError(f"{day}: {entity} {code} {column.name} names {named}")


def write() -> None:
    """One folder per revision with the rows that came or changed, and one that was taken back."""
    used = {name: {c for (e, _), v in BOOK.versions.items() if e == name for _, r in v if r for c in r if r[c]}
            for name in ENTITIES}  # fmt: skip
    for old in HERE.glob("20*-*-*"):
        shutil.rmtree(old)
    before: dict[tuple[str, str], Row] = {}
    for day in REVISIONS:
        state = BOOK.at(day)
        check_references(day, state)
        folder = _folder(day, {key: row for key, row in state.items() if before.get(key) != row}, used)
        gone = [{"entity": e, "code": c} for e, c in before if (e, c) not in state]
        if gone:
            _csv(folder / "closed.csv", ["entity", "code"], gone)
        if not before:
            keys = ("code", "name", "mail", "role")
            _csv(folder / "person.csv", keys, [dict(zip(keys, p, strict=True)) for p in CONTENT["persons"]])
        before = state
    folder = _folder(MISTAKEN, mistake(), used)
    (folder / "angret.txt").write_text(
        f"{TAKEN_BACK}\nFeil regneark: beløp i tusen kroner, og aktiviteter som alt var ført.\n", encoding="utf-8"
    )


def mistake() -> dict[tuple[str, str], Row]:
    """What the wrong workbook said: this year's means a thousand times too big, and activities a second time."""
    state = BOOK.at(MISTAKEN)
    wrong: dict[tuple[str, str], Row] = {}
    for (entity, code), row in state.items():
        if entity == "budget" and (row["area"], row["year"]) == ("NAE", str(MISTAKEN.year)):
            wrong[entity, code] = {**row, "planned_nok": f"{row['planned_nok']}000"}
    mine = sorted(key for key, row in state.items() if key[0] == "activity" and row["area"] == "NAE")
    for entity, code in mine[-6:]:
        wrong[entity, f"{code}-2"] = state[entity, code]
    return wrong


def _folder(day: date, said: dict[tuple[str, str], Row], used: dict[str, set[str]]) -> Path:
    """Write the folder of a revision: one file for each entity that it says something of."""
    folder = HERE / day.isoformat()
    folder.mkdir()
    for name, entity in ENTITIES.items():
        rows = [{"code": code, **row} for (e, code), row in said.items() if e == name]
        columns = ["code", *(c.name for c in entity.columns if c.name in used[name])]
        if rows:
            _csv(folder / f"{name}.csv", columns, sorted(rows, key=lambda r: r["code"]))
    return folder


def _csv(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Make everything, in the order the parts name each other."""
    lists()
    calls()
    organisations()
    actors()
    codes = projects()
    dossiers()
    cooperations(codes)
    ukraine_and_offers()
    activities()
    results(codes)
    budgets()
    funds()
    participations()
    targets_and_remarks()
    withhold()
    write()
    print({name: len([1 for e, _ in BOOK.at(LAST) if e == name]) for name in ENTITIES if BOOK.codes(name)})


if __name__ == "__main__":
    main()
