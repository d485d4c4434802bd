"""The columns that belong to the kind of an activity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tools.demo.amounts import Entry
from tools.demo.book import BOOK
from tools.demo.content import AREA_THEMES, CONTENT, goals_of, in_english, region_name

UKRAINIAN_CONTACTS: Final = ("UA-51", "UA-26", "UA-63", "UA-48")


def cooperation_for(day: date, area: str, rng: Random) -> Sequence[Any] | None:
    """A cooperation that was alive on ``day``, the area's own if it has one; now and then none."""
    alive = [c for c in CONTENT["cooperations"] if c[3][0][1] <= day <= c[10]]
    mine = [c for c in alive if c[2] == area]
    if (not mine and rng.random() < 0.45) or not alive:
        return None
    chosen: Sequence[Any] = rng.choice(mine or alive)
    return chosen


def details(values: dict[str, Any], said: dict[str, str], entry: Entry, rng: Random) -> None:
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
