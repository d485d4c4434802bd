"""Policy follow-up: EU dossiers with our deadlines (S15), and what we have promoted and with what outcome (S16)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import Values
from akint_dash.domain.table import Cell, Heading, Table, table
from akint_dash.measures.scope import Scope

STAGES: Final = tuple(CHOICES["dossier_stage"])
"""The way of a dossier, from announced to closed."""

IDENTIFIERS: Final = ("celex", "com", "procedure")
INPUTS: Final = frozenset({"advocacy", "hearing"})
OUTCOMES: Final = tuple(CHOICES["outcome"])
HEARD: Final = frozenset({"adopted", "partly"})
"""Outcomes that count as taken up, wholly or in part."""

SPHERES: Final = tuple(CHOICES["sphere"])


@dataclass(frozen=True, slots=True)
class Followed:
    """A dossier: followed from ``opened`` to ``end`` (today while it is not closed, a later deadline of ours beyond).

    ``identifiers`` are (column, value) of CELEX, COM and procedure where known; ``deadlines`` (ISO day, code) in order.
    """

    code: str
    stage: str
    opened: str
    end: str
    eea: str | None
    area: str
    identifiers: tuple[tuple[str, str], ...]
    deadlines: tuple[tuple[str, str], ...]

    @property
    def closed(self) -> bool:
        """Whether it has ended."""
        return self.stage == "closed"

    def next(self, today: date) -> tuple[str, str] | None:
        """The nearest deadline from today on; none of a closed dossier."""
        ahead = [d for d in self.deadlines if d[0] >= today.isoformat()]
        return ahead[0] if ahead and not self.closed else None


def dossiers(scope: Scope) -> list[Followed]:
    """Dossiers of the selection that were followed at some time in the period: by stage, then the nearest deadline."""
    own: dict[str, list[tuple[str, str]]] = {}
    for code, values in scope.portfolio.records("dossier_deadline").items():
        own.setdefault(str(values["dossier"]), []).append((str(values["day"]), code))
    first, last = scope.period
    until = scope.last_day("dossier")
    found = [
        _followed(scope, code, values, sorted(own.get(code, [])))
        for code, values in scope.records("dossier").items()
        if str(values["opened"]) <= until
    ]
    inside = [d for d in found if int(d.opened[:4]) <= last and int(d.end[:4]) >= first]
    return sorted(inside, key=lambda d: (STAGES.index(d.stage), _nearest(d, scope.today), d.opened, d.code))


def _nearest(one: Followed, today: date) -> str:
    found = one.next(today)
    return found[0] if found else "9999"


def _followed(scope: Scope, code: str, values: Values, deadlines: list[tuple[str, str]]) -> Followed:
    opened, days = str(values["opened"]), [day for day, _ in deadlines]
    now = [] if values["stage"] == "closed" else [scope.today.isoformat()]
    return Followed(
        code=code,
        stage=str(values["stage"]),
        opened=opened,
        end=max([opened, *days, *now]),
        eea=str(values["eea"]) if "eea" in values else None,
        area=str(values["area"]),
        identifiers=tuple((name, str(values[name])) for name in IDENTIFIERS if values.get(name)),
        deadlines=tuple(deadlines),
    )


def ahead(found: list[Followed], today: date, days: int) -> list[tuple[str, str, str]]:
    """(ISO day, dossier, deadline) of the next ``days`` days, the nearest first; closed dossiers have none."""
    last = date.fromordinal(today.toordinal() + days).isoformat()
    return sorted(
        (day, d.code, code)
        for d in found
        if not d.closed
        for day, code in d.deadlines
        if today.isoformat() <= day <= last
    )


def dossier_table(found: list[Followed], today: date) -> Table:
    """One row per dossier. Columns: dossier, stage, celex, com, procedure, eea, area, opened, deadline (next), what."""
    heads = (
        Heading("dossier", Cell.NAME, "EU-sak"),
        Heading("stage", Cell.CHOICE, "Stadium"),
        Heading("celex", Cell.TEXT, "Nummer i EUs lovdatabase (CELEX)"),
        Heading("com", Cell.TEXT, "Kommisjonens forslag (COM)"),
        Heading("procedure", Cell.TEXT, "Nummer på lovprosessen i EU"),
        Heading("eea", Cell.CHOICE, "EØS-relevans"),
        Heading("area", Cell.NAME, "Ansvarlig rådsområde"),
        Heading("opened", Cell.DATE, "Fulgt siden"),
        Heading("deadline", Cell.TEXT, "Vår neste frist"),
    )
    rows = []
    for d in found:
        known, coming = dict(d.identifiers), d.next(today)
        ids = [known.get(name, "–") for name in IDENTIFIERS]
        eea = ("eea_relevance", d.eea) if d.eea else None
        name, stage, area = ("dossier", d.code), ("dossier_stage", d.stage), ("area", d.area)
        rows.append((name, stage, *ids, eea, area, d.opened, coming[0] if coming else "–"))
    return table(heads, rows)


# -- what we have promoted


def next_deadline(found: list[Followed], today: date) -> str | None:
    """The nearest deadline (ISO day) of any of them from today on."""
    return min((coming[0] for d in found if (coming := d.next(today))), default=None)


@dataclass(frozen=True, slots=True)
class Input:
    """One input, consultation reply or meeting with an addressee. ``via`` are the organisations it went through."""

    code: str
    day: str
    area: str
    to: str | None
    addressee: str | None
    channel: str | None
    sphere: str | None
    outcome: str | None
    goal: str | None
    decision: str | None
    via: tuple[str, ...]

    @property
    def grounded(self) -> bool:
        """Whether it names the adopted goal or decision it promotes."""
        return self.goal is not None or self.decision is not None


def is_input(values: Values) -> bool:
    """Whether an activity is an input: one by its kind, or any that names an addressee."""
    return values["kind"] in INPUTS or "addressee_kind" in values


def promoted(scope: Scope) -> list[Input]:
    """Inputs of the selection in the period up to the data's day, the newest first.

    Advocacy inputs, consultation replies, and any other activity that names an addressee.
    """
    (first, last), until = scope.period, scope.last_day("activity")
    found = [
        _input(code, values)
        for code, values in scope.records("activity").items()
        if is_input(values) and str(values["start"]) <= until and first <= int(str(values["start"])[:4]) <= last
    ]
    return sorted(found, key=lambda i: (i.day, i.code), reverse=True)


def _input(code: str, values: Values) -> Input:
    def text(name: str) -> str | None:
        return str(values[name]) if values.get(name) else None

    ties: Any = values.get("organisations", [])
    return Input(
        code=code,
        day=str(values["start"]),
        area=str(values["area"]),
        to=text("addressee_kind"),
        addressee=text("addressee"),
        channel=text("channel"),
        sphere=text("sphere"),
        outcome=text("outcome"),
        goal=text("goal"),
        decision=text("decision"),
        via=tuple(str(organisation) for organisation, _ in ties),
    )


def heard(found: list[Input]) -> tuple[int, int, int]:
    """(taken up wholly or in part, decided, pending). An input without an outcome is in none of them."""
    counts = Counter(i.outcome for i in found)
    up = sum(counts[o] for o in HEARD)
    return up, up + counts["not_adopted"], counts["pending"]


def outcomes(found: list[Input]) -> dict[str, int]:
    """How many went each way, in the order of the outcomes; "" are those without one."""
    counts = Counter(i.outcome or "" for i in found)
    return {kind: counts[kind] for kind in (*OUTCOMES, "")}


def taken(found: list[Input]) -> tuple[int, int]:
    """(adopted, partly): the two kinds of being heard."""
    counts = Counter(i.outcome for i in found)
    return counts["adopted"], counts["partly"]


def by_channel(found: list[Input]) -> Table:
    """One row per addressee, channel and level that has any, in the order of the vocabularies; unknown last.

    Columns: to, channel, sphere (each None where not recorded), adopted, partly, not_adopted, pending, lacking (no
    outcome recorded), total.
    """
    groups: dict[tuple[str | None, str | None, str | None], Counter[str]] = {}
    for one in found:
        groups.setdefault((one.to, one.channel, one.sphere), Counter())[one.outcome or "lacking"] += 1
    vocabularies = ("addressee_kind", "channel", "sphere")
    orders = [list(CHOICES[name]) for name in vocabularies]

    def place(key: tuple[str | None, ...]) -> list[int]:
        return [order.index(code) if code else len(order) for order, code in zip(orders, key, strict=True)]

    rows = []
    for key in sorted(groups, key=place):
        counts = groups[key]
        cells = [(name, code) if code else None for name, code in zip(vocabularies, key, strict=True)]
        rows.append((*cells, *(counts[o] for o in (*OUTCOMES, "lacking")), sum(counts.values())))
    heads = (
        Heading("to", Cell.CHOICE, "Til"),
        Heading("channel", Cell.CHOICE, "Kanal"),
        Heading("sphere", Cell.CHOICE, "Politisk eller administrativt"),
        Heading("adopted", Cell.COUNT, "Helt tatt til følge"),
        Heading("partly", Cell.COUNT, "Delvis tatt til følge"),
        Heading("not_adopted", Cell.COUNT, "Ikke tatt til følge"),
        Heading("pending", Cell.COUNT, "Venter på svar"),
        Heading("lacking", Cell.COUNT, "Mangler utfall"),
        Heading("total", Cell.COUNT, "I alt"),
    )
    return table(heads, rows)


def by_ground(found: list[Input]) -> Table:
    """One row per adopted goal or decision promoted, the most promoted first, and last those that name none.

    Columns: ground (("goal", code), ("decision", its text), None), total, heard (taken up wholly or in part), decided.
    An input that names both counts for its goal.
    """
    groups: dict[tuple[str, str] | None, list[Input]] = {}
    for one in found:
        key = ("goal", one.goal) if one.goal else ("decision", one.decision) if one.decision else None
        groups.setdefault(key, []).append(one)
    rows = [(key, len(some), *heard(some)[:2]) for key, some in groups.items()]
    rows.sort(key=lambda row: (row[0] is None, -row[1], row[0] or ("", "")))
    heads = (
        Heading("ground", Cell.NAME, "Vedtatt mål eller vedtak"),
        Heading("total", Cell.COUNT, "Innspill"),
        Heading("heard", Cell.COUNT, "Helt eller delvis tatt til følge"),
        Heading("decided", Cell.COUNT, "Av dem med kjent utfall"),
    )
    return table(heads, rows)


def by_organisation(found: list[Input]) -> Table:
    """Through whom: columns organisation (None: the county itself), total, heard, decided; the most first.

    An input through two organisations counts for both.
    """
    groups: dict[str | None, list[Input]] = {}
    for one in found:
        for organisation in one.via or (None,):
            groups.setdefault(organisation, []).append(one)
    rows = [(("organisation", key) if key else None, len(some), *heard(some)[:2]) for key, some in groups.items()]
    rows.sort(key=lambda row: (-row[1], row[0] or ("", "")))
    heads = (
        Heading("organisation", Cell.NAME, "Gjennom"),
        Heading("total", Cell.COUNT, "Innspill"),
        Heading("heard", Cell.COUNT, "Helt eller delvis tatt til følge"),
        Heading("decided", Cell.COUNT, "Av dem med kjent utfall"),
    )
    return table(heads, rows)


def input_table(found: list[Input]) -> Table:
    """One row per input. Columns: activity, day, to, addressee, channel, sphere, outcome, area."""

    def choice(name: str, code: str | None) -> tuple[str, str] | None:
        return (name, code) if code else None

    heads = (
        Heading("activity", Cell.NAME, "Innspillets tittel"),
        Heading("day", Cell.DATE, "Dato"),
        Heading("to", Cell.CHOICE, "Til"),
        Heading("addressee", Cell.SAID, "Mottaker"),
        Heading("channel", Cell.CHOICE, "Kanal"),
        Heading("sphere", Cell.CHOICE, "Politisk eller administrativt"),
        Heading("outcome", Cell.CHOICE, "Utfall"),
        Heading("area", Cell.NAME, "Ansvarlig rådsområde"),
    )
    rows = [
        (
            ("activity", i.code),
            i.day,
            choice("addressee_kind", i.to),
            ("activity", i.code, "addressee") if i.addressee else None,
            choice("channel", i.channel),
            choice("sphere", i.sphere),
            choice("outcome", i.outcome),
            ("area", i.area),
        )
        for i in found
    ]
    return table(heads, rows)
