"""A small portfolio in which everything that can be known is: each optional column of each entity has its values.

Hand-made so that nothing is missing on any page; the tests of this package take something away and look again.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import ENTITIES, Column, Kind

TODAY: Final = date(2026, 11, 24)
Records = dict[str, dict[str, Any]]

NOT_OF_ALL: Final = frozenset(
    {
        ("area", "valid_to"),
        ("area", "replaced_by"),
        ("municipality", "valid_to"),
        ("municipality", "replaced_by"),
        ("area_theme", "valid_to"),
        ("plan", "valid_to"),
        ("programme", "parent"),
        ("programme", "successor"),
        ("project_step", "reason"),
        ("project_step", "reason_words"),
        ("funding", "hours"),
        ("membership", "to_date"),
        ("post", "to_date"),
        ("post", "person"),
        ("call_deadline", "moment"),
        ("call_deadline", "day"),
        ("call", "dismissed_areas"),
        ("activity", "addressee_kind"),
        ("activity", "addressee"),
        ("activity", "channel"),
        ("activity", "outcome"),
        ("activity", "goal"),
        ("activity", "decision"),
        ("activity", "asked"),
        ("activity", "answered"),
        ("activity", "instrument"),
        ("activity", "actors"),
        ("activity", "cooperation"),
        ("activity", "dossier"),
        ("attendance", "area"),
        ("attendance", "municipality"),
        ("target", "goal"),
        ("remark", "record"),
        ("remark", "measure"),
        ("remark", "year"),
        ("result", "project"),
        ("result", "activity"),
        ("programme", "norway_why"),
    }
)
"""Columns that only some records have; they are written out below where they belong."""


def tied(*codes: str) -> list[list[Any]]:
    return [[code, None] for code in codes]


def named(*pairs: tuple[str, dict[str, Any]]) -> Records:
    return {code: {"name_nb": code.capitalize(), **values} for code, values in pairs}


def lists() -> dict[str, Records]:
    """The code lists."""
    years = {"valid_from": 2024}
    horizon = {"level": "eu", "norway": "yes", "period_from": 2021, "period_to": 2027, "currency": "EUR"}
    places = {"SE-O": "norden", "DK-84": "norden", "DE-BE": "europe", "UA-32": "ukraine", "UA-46": "ukraine"}
    return {
        "area": named(
            ("SAM", years), ("KUL", years), ("KLI", years), ("FRL", years),
            ("GAM", {"valid_from": 2020, "valid_to": 2023, "replaced_by": "SAM"}),
        ),
        "theme": named(("samferdsel", {}), ("kultur", {}), ("klima_miljo", {})),
        "instrument": named(("PRO", {}), ("POL", {}), ("KOM", {}), ("BIL", {})),
        "plan": named(("PLAN", {"valid_from": 2024})),
        "goal": named(("MAL-1", {"plan": "PLAN"}), ("MAL-2", {"plan": "PLAN"})),
        "programme": named(
            ("HORIZON", {**horizon, "successor": "HORIZON-2"}),
            ("HORIZON-5", {**horizon, "parent": "HORIZON"}),
            ("HORIZON-2", {**horizon, "period_from": 2028, "period_to": 2034}),
            ("INTERREG", horizon),
            ("NORDFORSK", {**horizon, "level": "nordic", "norway": "partly", "norway_why": "Bare noen deler"}),
        ),
        "region": named(
            *((c, {"ring": ring, "country": c[:2], "lon": 12.0 + i, "lat": 57.0 - i, "nuts": c})
              for i, (c, ring) in enumerate(places.items()))
        ),
        "municipality": named(
            ("3201", {"county": "32", "valid_from": 2024}), ("3203", {"county": "32", "valid_from": 2024}),
            ("0219", {"county": "02", "valid_from": 2020, "valid_to": 2023, "replaced_by": "3201"}),
        ),
        "rate": {
            f"{currency}-{year}": {"currency": currency, "year": year, "nok": nok}
            for currency, nok in (("EUR", 11.5), ("SEK", 1.0)) for year in range(2023, 2027)
        },
        "area_theme": {
            f"{area}-{theme}": {"area": area, "theme": theme, "valid_from": 2024}
            for area, theme in (("SAM", "samferdsel"), ("KUL", "kultur"), ("KLI", "klima_miljo"))
        },
    }  # fmt: skip


AREAS: Final = ("SAM", "KUL", "KLI")
LADDERS: Final = (
    ("submitted", "granted", "running"), ("submitted", "granted"), ("submitted", "granted", "running", "completed"),
    ("submitted", "granted", "running"), ("submitted", "granted"), ("submitted", "rejected"),
    ("submitted", "rejected"), ("submitted", "rejected"), ("submitted",), ("submitted",), ("developing",), ("idea",),
)  # fmt: skip
"""The steps of the twelve projects."""


def projects() -> dict[str, Records]:
    """Twelve projects with their steps, financing and results: five won, three refused, two waiting, two to come."""
    made: dict[str, Records] = {name: {} for name in ("project", "project_step", "funding", "result")}
    for n, ladder in enumerate(LADDERS):
        code, year = f"P-{n + 1:02d}", 2025 + n % 2
        made["project"][code] = {
            "title": f"Prosjekt {code}", "area": AREAS[n % 3], "areas": [[AREAS[(n + 1) % 3], 40]],
            "origin": ("own", "invited")[n % 2], "role": ("lead", "partner")[n % 2],
            "programme": ("HORIZON-5", "INTERREG", "NORDFORSK")[n % 3], "call": "U-1" if n > 7 else "U-2",
            "currency": "EUR", "budget": 30_000_000 + n, "start": f"{year}-03-01", "end": f"{year + 2}-08-31",
            "regions": tied(("SE-O", "DE-BE", "UA-32")[n % 3]), "from_organisations": tied("O-1"),
        }  # fmt: skip
        for i, status in enumerate(ladder):
            refused = {"reason": "quality", "reason_words": "For svakt"} if status == "rejected" else {}
            day = f"{year if i else year - 1}-0{2 * i + 2}-10" if len(ladder) > 1 else "2026-06-10"
            made["project_step"][f"{code}-{i}"] = {"project": code, "status": status, "date": day, **refused}
        row = {"project": code, "form": "cash", "currency": "EUR", "purpose": "ordinary"}
        made["funding"] |= {
            f"F-{code}-1": {**row, "level": "eu", "payer": "others", "amount": 20_000_000 + n},
            f"F-{code}-2": {**row, "level": "regional", "payer": "own", "amount": 5_000_000 + n},
            f"F-{code}-3": {**row, "level": "national", "payer": "others", "amount": 1_000_000 + n},
            f"F-{code}-4": {
                **row, "level": "regional", "payer": "own", "form": "hours", "amount": 2_000_000, "hours": 300 + n,
            },
        }  # fmt: skip
    for n, (name, of) in enumerate((("project", "P-03"), ("project", "P-01"), ("activity", "A-01"))):
        made["result"][f"R-{n}"] = {
            "kind": "method", "words": f"Noe er nytt {n}", "date": f"202{5 + n % 2}-10-01", "area": AREAS[n],
            "goal": "MAL-1", "value": 12.0 + n, name: of,
        }  # fmt: skip
    return made


def policy() -> dict[str, Records]:
    """Calls, dossiers, organisations and memberships."""
    made: dict[str, Records] = {name: {} for name in ("call", "call_deadline", "dossier", "dossier_deadline")}
    for n in range(1, 6):
        made["call"][f"U-{n}"] = {
            "title": f"Utlysning {n} om samferdsel", "kind": "topic", "programme": ("HORIZON-5", "INTERREG")[n % 2],
            "opening": f"2026-0{n + 4}-01", "confirmed_areas": tied(AREAS[n % 3]), "identifier": f"HORIZON-{n}",
            **({"dismissed_areas": tied("KUL")} if n == 4 else {}),
        }  # fmt: skip
        when = {"moment": f"2027-0{n}-15T16:00:00Z"} if n % 2 else {"day": f"2027-0{n}-15"}
        made["call_deadline"][f"UF-{n}"] = {"call": f"U-{n}", "stage": 1, "cut_off": 1, **when}
        made["dossier"][f"D-{n}"] = {
            "title": f"Sak {n}", "stage": ("proposal", "closed")[n == 5], "opened": f"202{5 + n % 2}-02-10",
            "area": AREAS[n % 3], "eea": ("relevant", "possible")[n % 2],
        }  # fmt: skip
        made["dossier_deadline"][f"DF-{n}"] = {"dossier": f"D-{n}", "day": f"2026-12-{n + 9}", "what": "Svar"}
    names = (("O-1", "network"), ("O-2", "network"), ("O-3", "alliance"), ("O-4", "partner"))
    made["organisation"] = {
        code: {"name": f"Organisasjon {code}", "kind": kind, "area": AREAS[n % 3], "regions": tied("SE-O", "DE-BE")}
        for n, (code, kind) in enumerate(names)
    }
    made["post"] = {
        f"V-{n}": {
            "organisation": f"O-{n}", "title": "Medlem", "sphere": ("political", "administrative")[n % 2],
            "from_date": "2024-03-01", "person": "N-1",
        } for n in (1, 2)
    }  # fmt: skip
    for n in (1, 2, 3):
        made.setdefault("membership", {})[f"M-{n}"] = {
            "organisation": f"O-{n}", "from_date": "2023-01-01", "area": AREAS[n % 3], "notice_by": "2026-12-20",
        }  # fmt: skip
        for year in range(2024, 2027):
            fee = {"membership": f"M-{n}", "year": year, "amount": 5_000_000 + n, "currency": "SEK"}
            made.setdefault("membership_fee", {})[f"K-{n}-{year}"] = fee
    return made


KINDS: Final = (
    "course", "network_meeting", "advocacy", "delegation_in", "contact", "guidance", "support", "seminar",
    "hearing", "study_visit", "exchange", "delegation_out",
)  # fmt: skip


def activities() -> dict[str, Records]:
    """Two years of activities of every kind, who attended, and the cooperations."""
    made: dict[str, Records] = {name: {} for name in ("activity", "attendance", "cooperation", "need", "offer")}
    for n in range(36):
        kind, code = KINDS[n % 12], f"A-{n + 1:02d}"
        own: dict[str, Any] = {"from_organisations": tied("O-1")} if n % 4 == 0 else {}
        if kind in ("advocacy", "hearing"):
            own |= {"addressee_kind": "eu", "addressee": "Kommisjonen", "channel": "written", "outcome": "adopted",
                    "goal": "MAL-1", "decision": "Sak 1/25", "dossier": "D-1"}  # fmt: skip
        if kind == "support":
            own |= {"asked": "2026-02-01", "answered": "2026-02-09", "instrument": "PRO", "area": "FRL"}
        if kind == "guidance":
            own |= {"actors": tied("X-1", "X-2")}
        if kind in ("delegation_in", "delegation_out", "contact"):
            own |= {"cooperation": f"S-{n % 3 + 1}"}
        day = f"{2025 + (n > 11)}-{n % 10 + 1:02d}-12"
        made["activity"][code] = {
            "title": f"Aktivitet {n + 1}", "kind": kind, "start": day, "end": day, "hours": 7.5 + n,
            "area": AREAS[n % 3],
            "level": ("strategic", "operative")[n % 2], "sphere": ("political", "administrative")[n % 2],
            "regions": tied(("SE-O", "DE-BE", "UA-32")[n % 3]), "areas": [[AREAS[(n + 1) % 3], 40]], **own,
        }  # fmt: skip
        for audience, place in (
            ("administration", {"area": AREAS[n % 3]}),
            ("municipalities", {"municipality": "3201"}),
        ):
            seen = {"activity": code, "audience": audience, "people": 11 + n, **place}
            made["attendance"][f"{code}-{audience}"] = seen
    for n, region in enumerate(("SE-O", "DE-BE", "UA-32"), 1):
        made["cooperation"][f"S-{n}"] = {
            "region": region, "status": "active", "since": "2024-05-01", "agreement_from": "2024-05-01",
            "agreement_to": "2027-01-10", "area": AREAS[n % 3],
        }  # fmt: skip
        made["need"][f"B-{n}"] = {"region": "UA-32", "theme": "kultur", "words": "Behov", "date": "2025-05-01"}
        made["offer"][f"T-{n}"] = {"theme": "kultur", "words": "Kan hjelpe", "area": AREAS[n % 3]}
    return made


def means() -> dict[str, Records]:
    """Means, development money, outside actors, targets and explanations."""
    made: dict[str, Records] = {"budget": {}, "fund": {}, "actor": {}, "participation": {}, "target": {}}
    for area in (*AREAS, "FRL"):
        for year in (2024, 2025, 2026):
            for instrument in ("PRO", "POL", "KOM", "BIL")[: 3 if area == "FRL" else 4]:
                made["budget"][f"B-{area}-{year}-{instrument}"] = {
                    "area": area, "instrument": instrument, "year": year, "planned_nok": 90_000_000,
                    "used_nok": 70_000_000, "planned_fte": 1.5, "used_fte": 1.25, "decided_on": f"{year - 1}-12-10",
                }  # fmt: skip
            for level in ("national", "regional", "local"):
                made["fund"][f"U-{area}-{year}-{level}"] = {
                    "area": area, "level": level, "scheme": "Ordning", "year": year, "amount_nok": 400_000_000,
                }  # fmt: skip
    for n in range(1, 6):
        made["actor"][f"X-{n}"] = {
            "name": f"Aktør {n}",
            "sector": ("business", "university")[n % 2],
            "municipality": "3201",
        }
        made["participation"][f"T-{n}"] = {
            "actor": f"X-{n}", "role": "participant", "from_date": f"202{4 + n % 2}-03-01", "to_date": "2027-06-30",
            "amount": 9_000_000 + n, "currency": "EUR", "programme": "HORIZON-5", "project_number": f"10000{n}",
            "municipality": "3201", **({"project": "P-01"} if n == 1 else {}),
        }  # fmt: skip
    for measure in CHOICES["measure"]:
        for year in (2025, 2026):
            made["target"][f"MT-{measure}-{year}"] = {"measure": measure, "year": year, "value": 20.0, "area": "FRL"}
    made["target"]["MT-goal"] = {"measure": "results", "year": 2026, "value": 2.0, "area": "FRL", "goal": "MAL-1"}
    about: tuple[dict[str, Any], ...] = ({"record": "P-01"}, {"measure": "external_nok", "year": 2026})
    made["remark"] = {
        f"E-{n}": {"words": f"Forklaring {n}", "date": "2026-10-01", "area": "SAM", **one}
        for n, one in enumerate(about)
    }
    said = {"area": "FRL", "reason": "Ikke vår oppgave", "date": "2024-01-10", "until": "2027-12-31"}
    made["area_statement"] = {"I-1": {**said, "instrument": "BIL"}}
    return made


WANTED: Final = {"area": "SAM", "theme": "kultur", "goal": "MAL-1", "instrument": "PRO", "programme": "INTERREG",
                 "region": "SE-O", "municipality": "3201", "project": "P-01", "organisation": "O-1", "actor": "X-1",
                 "dossier": "D-1", "cooperation": "S-1", "call": "U-1", "activity": "A-01"}  # fmt: skip


def _filled(entity: str, code: str, column: Column) -> Any:
    """A value of a column that all records have and that says nothing by itself."""
    match column.kind:
        case Kind.CHOICE:
            return "public" if column.name == "visibility" else next(iter(CHOICES[column.of]))
        case Kind.REFERENCE:
            return WANTED[column.of]
        case Kind.TIES:
            return tied(WANTED[column.of])
        case Kind.INTEGER | Kind.NUMBER:
            return {"cofunding": 70.0, "fte": 1.5}.get(column.name, 21)
        case Kind.MONEY:
            return 7_000_000
        case Kind.DATE:
            return "2026-03-01"
        case _:
            return "NOK" if column.name == "currency" else f"{column.heading} {code}"


@cache
def full() -> dict[str, Records]:
    """The whole portfolio: entity -> code -> values. Not to be changed."""
    state = {**lists(), **projects(), **policy(), **activities(), **means()}
    for entity, records in state.items():
        for code, values in records.items():
            for column in ENTITIES[entity].columns:
                if column.name not in values and (entity, column.name) not in NOT_OF_ALL:
                    values[column.name] = _filled(entity, code, column)
    return state
