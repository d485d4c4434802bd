"""Projects by step, programme, year of decision, origin, financing mix and goal (S11, S12, S13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Final

from akint_dash.domain.history import Values
from akint_dash.domain.money import to_ore
from akint_dash.domain.table import NOT_APPLICABLE, Cell, Heading, Table, table
from akint_dash.measures.facts import unheard
from akint_dash.measures.frame import frame
from akint_dash.measures.moments import local_day
from akint_dash.measures.parts import part_hours, part_ore
from akint_dash.measures.pipeline import LOST, WON, Standing, known, lives_in, money, paying, pipeline, standings
from akint_dash.measures.scope import Scope

LADDER: Final = ("idea", "developing", "submitted", "granted", "running", "completed")
DECIDED_BY: Final = ("project", "project_step")
"""The entities whose data say how far decisions are known."""

STOPPED: Final = frozenset({"rejected", "withdrawn"})
PARTS: Final = ("external", "national", "regional", "local", "own_cash", "own_hours")
"""The parts of a project's financing: EU and Nordic money of others; others' money of the three levels; our own."""

_PROJECT: Final = Heading("project", Cell.NAME, "Prosjekt")
_PROGRAMME: Final = Heading("programme", Cell.NAME, "Program")
_STATUS: Final = Heading("status", Cell.CHOICE, "Status")
_AREA: Final = Heading("area", Cell.NAME, "Ansvarlig rådsområde")


def _in_period(scope: Scope) -> list[Standing]:
    """Projects of the pipeline: decided or withdrawn in the period, or still on their way today."""
    first, last = scope.period
    found = []
    for standing in standings(scope):
        steps = scope.steps.get(standing.code, [])
        ended = standing.decided_on or (steps[-1][0] if standing.status in STOPPED else None)
        if ended is None or first <= int(ended[:4]) <= last:
            found.append(standing)
    return found


def decided_else(scope: Scope) -> frozenset[str]:
    """Projects that ran in the period, from idea to end, and are in no pipeline of it: decided or stopped in another
    year."""
    inside = {one.code for one in _in_period(scope)}
    return frozenset(one.code for one in standings(scope) if one.code not in inside and lives_in(scope, one.code))


def projects_left_out(scope: Scope, ran: Collection[str]) -> int:
    """The projects of the unfiltered pipeline that are not among those said to have run (``ran``)."""
    return len({one.code for one in _in_period(scope.widened())}.difference(ran))


def applications_left_out(scope: Scope, ran: Collection[str], *, waiting: bool) -> int:
    """As :func:`projects_left_out`, of applications that are decided or, with ``waiting``, wait too."""
    whole = pipeline(scope.widened())
    some = (*whole.won, *whole.rejected, *(whole.waiting if waiting else ()))
    return len({one.code for one in some}.difference(ran))


def position(scope: Scope, code: str) -> int | None:
    """How far up the ladder a project has come, 0-5; None without any step.

    A project that stands on the ladder is where its last step says; one that was stopped had come as far as its
    furthest step before, and a refused one was sent.
    """
    steps = [status for _, status in scope.steps.get(code, [])]
    if not steps:
        return None
    if steps[-1] in LADDER:
        return LADDER.index(steps[-1])
    least = LADDER.index("submitted") if "rejected" in steps else 0
    return max([least, *(LADDER.index(s) for s in steps if s in LADDER)])


def stages(scope: Scope) -> Table:
    """The pipeline as a flow, one row per step of the ladder.

    Columns: status, reached (projects that came so far), onward (of them, those that came further), here (that stand
    here now), rejected and withdrawn (from here). reached = onward + here + rejected + withdrawn. Projects decided
    outside the period are left out; so are those without any step. Of years that the data do not reach what is decided
    is left out: it does not apply.
    """
    reached, ends = Counter[int](), {name: Counter[int]() for name in ("here", "rejected", "withdrawn")}
    for _, place, end in placed(scope):
        reached.update(range(place + 1))
        ends[end][place] += 1
    rows: list[tuple[Any, ...]] = [
        (("status", status), reached[i], reached[i] - sum(e[i] for e in ends.values()), *(e[i] for e in ends.values()))
        for i, status in enumerate(LADDER)
    ]
    if not frame(scope, *DECIDED_BY).reached:
        ahead = LADDER[: LADDER.index("granted")]
        out = NOT_APPLICABLE  # left out on purpose: what is decided already is of other years
        rows = [(s, *(counts[:3] if s[1] in ahead else [out] * 3), out, out) for s, *counts in rows]
    counts = (
        Heading("reached", Cell.COUNT, "Kom hit"),
        Heading("onward", Cell.COUNT, "Gikk videre"),
        Heading("here", Cell.COUNT, "Er her nå"),
        Heading("rejected", Cell.COUNT, "Avslått"),
        Heading("withdrawn", Cell.COUNT, "Trukket"),
    )
    return table((Heading("status", Cell.CHOICE, "Status"), *counts), rows)


def placed(scope: Scope) -> Iterator[tuple[str, int, str]]:
    """(project, the step of the ladder that it came to, whether it is here, rejected or withdrawn) of the pipeline."""
    for standing in _in_period(scope):
        place = position(scope, standing.code)
        if place is not None:
            yield standing.code, place, str(standing.status) if standing.status in STOPPED else "here"


def in_pipeline(scope: Scope) -> tuple[int, list[str]]:
    """How many projects the pipeline of the period is about, and the codes of those without any step recorded."""
    some = _in_period(scope)
    return len(some), [s.code for s in some if s.status is None]


def root(scope: Scope, programme: object) -> str | None:
    """The programme that ``programme`` is a part of, at the top; None where a project names none."""
    code = None if programme is None else str(programme)
    seen: set[str] = set()
    while code and code not in seen:
        seen.add(code)
        parent = scope.portfolio.get("programme", code).get("parent")
        if parent is None:
            return code
        code = str(parent)
    return code


_OUTCOME: Final = (
    Heading("won", Cell.COUNT, "Innvilgede søknader"),
    Heading("rejected", Cell.COUNT, "Avslått"),
    Heading("waiting", Cell.COUNT, "Venter på svar"),
    Heading("share", Cell.SHARE, "Andel innvilget"),
    Heading("ore", Cell.ORE, "Innvilget støtte"),
    Heading("lacking", Cell.COUNT, "Mangler beløp"),
    Heading("without_rate", Cell.COUNT, "Mangler valutakurs"),
)


def _outcome(
    scope: Scope,
    won: Sequence[Standing],
    rejected: Sequence[Standing],
    waiting: Sequence[Standing],
    paid: Sequence[Standing],
) -> list[Any]:
    """``paid`` are the grants whose money lies here at least partly; the others are those that count. Where a choice of
    status makes what is decided, or nothing is, there is no success rate: none is missing."""
    decided = len(won) + len(rejected)
    ore = money(paid) if known(paid) or not paid else None
    share = len(won) / decided if decided and not scope.selection.status else NOT_APPLICABLE
    lacking = sum(s.no_amount for s in paid), sum(bool(s.no_rate) for s in paid)
    return [len(won), len(rejected), len(waiting), share, ore, *lacking]


def _by(scope: Scope, key: Callable[[Standing], str | None]) -> list[tuple[str | None, list[Any]]]:
    pipe = pipeline(scope)
    groups: dict[str | None, list[list[Standing]]] = {}
    for index, some in enumerate((pipe.won, pipe.rejected, pipe.waiting, pipe.won_paid)):
        for standing in some:
            groups.setdefault(key(standing), [[], [], [], []])[index].append(standing)
    found = [(name, _outcome(scope, *lists)) for name, lists in groups.items()]
    if not frame(scope, *DECIDED_BY).reached:  # decisions of years that the data do not reach are not known
        found = [(name, [None, None, row[2], NOT_APPLICABLE, None, None, None]) for name, row in found]
    return sorted(found, key=lambda row: (-(row[1][4] or 0), -sum(n or 0 for n in row[1][:3]), row[0] or "~"))


def by_programme(scope: Scope) -> Table:
    """Applications by programme (the whole that a part belongs to), most won money first.

    Columns: programme (None where a project names none), won, rejected, waiting, share (of decided; none before any),
    ore (won; None where no amount is known, at least so much where some are lacking), lacking, without_rate. Decisions
    of the period; what waits, waits now.
    """
    rows = _by(scope, lambda s: root(scope, scope.portfolio.get("project", s.code).get("programme")))
    return table((_PROGRAMME, *_OUTCOME), [(("programme", c) if c else None, *row) for c, row in rows])


def by_origin(scope: Scope) -> Table:
    """Applications by origin: own initiatives lifted in, or invited. Columns as :func:`by_programme`, but origin."""
    rows = _by(scope, lambda s: str(scope.portfolio.get("project", s.code).get("origin", "")) or None)
    order = {"own": 0, "invited": 1}
    rows.sort(key=lambda row: order.get(row[0] or "", 2))
    head = Heading("origin", Cell.CHOICE, "Hvem tok initiativet")
    return table((head, *_OUTCOME), [(("origin", c) if c else None, *row) for c, row in rows])


def by_year(scope: Scope) -> Table:
    """Decisions by their year, as far as the data reach. Columns: year, won, rejected, share, ore, lacking,
    without_rate: all None where nothing at all is registered of the year.
    """
    pipe, silent = pipeline(scope), unheard(scope)
    rows: list[tuple[Any, ...]] = []
    for year in frame(scope, *DECIDED_BY).years:
        of_year = [
            [s for s in some if (s.decided_on or "")[:4] == str(year)]
            for some in (pipe.won, pipe.rejected, pipe.won_paid)
        ]
        won, rejected, _, *rest = _outcome(scope, of_year[0], of_year[1], (), of_year[2])
        numbers = [won, rejected, *rest]
        rows.append((year, *(numbers if won or rejected or year not in silent else [None] * len(numbers))))
    heads = [heading for heading in _OUTCOME if heading.name != "waiting"]
    return table((Heading("year", Cell.YEAR, "Vedtaksår"), *heads), rows)


def won_same_days(scope: Scope) -> tuple[tuple[Standing, ...], tuple[Standing, ...]] | None:
    """Won in the year shown to the day the data reach, in the year before to the same; None: nothing is compared."""
    won, shown = [s for s in paying(scope) if s.status in WON and s.decided_on], frame(scope, *DECIDED_BY)
    if shown.until is None or shown.before is None:
        return None
    now, before = (
        tuple(s for s in won if f"{day.year}-01-01" <= str(s.decided_on) <= day.isoformat())
        for day in (shown.until, shown.before)
    )
    return now, before


# -- the financing mix


def _part(values: Values) -> str:
    """Which part of the mix a row of funding is."""
    if values["payer"] == "own":
        return "own_cash" if values["form"] == "cash" else "own_hours"
    level = str(values["level"])
    return level if level in ("national", "regional", "local") else "external"


def _mix(project: Values, rows: Iterable[Values], year: int, scope: Scope) -> tuple[dict[str, int | None], float, bool]:
    """The selection's part of a project's øre by part of the mix (None where its amounts are missing or cannot be
    converted, and of hours that have none) and of hours without an amount, and whether an amount is missing.
    """
    chosen = scope.selection.omrade
    parts: dict[str, int] = dict.fromkeys(PARTS, 0)
    hours, lacking = 0.0, set[str]()
    for values in rows:
        part = _part(values)
        if "amount" not in values:
            if part == "own_hours" and "hours" in values:
                hours += part_hours(project, float(str(values["hours"])), chosen)
            else:
                lacking.add(part)
            continue
        ore = to_ore(int(str(values["amount"])), str(values.get("currency", "NOK")), year, scope.portfolio.rates).ore
        if ore is None:
            lacking.add(part)
        else:
            parts[part] += ore
    unknown = lacking | ({"own_hours"} if hours else set())
    known = {p: part_ore(project, ore, chosen) if ore or p not in unknown else None for p, ore in parts.items()}
    return known, hours, bool(lacking)


def financing(scope: Scope) -> Table:
    """The financing of each project won in the period with a part here (S12), the largest first.

    At the rate of its year of decision.

    Columns: project, external (EU and Nordic), national, regional, local (money of others at those levels), own_cash,
    own_hours (hours entered with an amount), total; hours (own hours without an amount: never turned into money),
    complete (whether every row has an amount; 1 or 0). A project without any funding has None in all, a part of which
    no amount is known None; the total is of what is known.
    """
    rows: dict[str, list[Values]] = {}
    for values in scope.portfolio.records("funding").values():
        rows.setdefault(str(values["project"]), []).append(values)
    found: list[tuple[Any, ...]] = []
    for standing in pipeline(scope).won_paid:
        mine = rows.get(standing.code, [])
        project = scope.portfolio.get("project", standing.code)
        parts, hours, lacking = _mix(project, mine, int(str(standing.decided_on)[:4]), scope)
        total = sum(ore or 0 for ore in parts.values())
        amounts = [parts[name] for name in PARTS] if total else [None] * len(PARTS)
        complete = int(bool(mine) and not lacking)
        found.append((("project", standing.code), *amounts, total or None, hours, complete))
    found.sort(key=lambda row: (-(row[7] or 0), row[0]))
    heads = (
        Heading("external", Cell.ORE, "EU og nordisk"),
        Heading("national", Cell.ORE, "Nasjonalt"),
        Heading("regional", Cell.ORE, "Regionalt"),
        Heading("local", Cell.ORE, "Lokalt"),
        Heading("own_cash", Cell.ORE, "Egne penger"),
        Heading("own_hours", Cell.ORE, "Egne timer, kroner"),
    )
    total_head = Heading("total", Cell.ORE, "I alt")
    hours_head = Heading("hours", Cell.DECIMAL, "Egne timer, antall")
    return table(
        (
            _PROJECT,
            *heads,
            total_head,
            hours_head,
            Heading("complete", Cell.TRUTH, "Alle pengebeløp registrert (uten egne timer)"),
        ),
        found,
    )


# -- goals and unused programmes


def without_goal(scope: Scope) -> Table:
    """Projects not tied to an adopted goal (S13), by responsible area, those on their way first.

    Columns: project, area, status, programme, owner.
    """
    found = []
    for standing in standings(scope):
        values = scope.portfolio.get("project", standing.code)
        if "goals" in values:
            continue
        over = standing.status in STOPPED | LOST | {"completed"}
        found.append((over, str(values.get("area", "")), standing, values))
    found.sort(key=lambda row: (row[1], row[0], row[2].code))
    rows = [
        (
            ("project", s.code),
            ("area", area) if area else None,
            ("status", s.status) if s.status else None,
            ("programme", values["programme"]) if "programme" in values else None,
            ("project", s.code, "owner") if "owner" in values else None,
        )
        for _, area, s, values in found
    ]
    return table((_PROJECT, _AREA, _STATUS, _PROGRAMME, Heading("owner", Cell.SAID, "Ansvarlig seksjon")), rows)


def never_used(scope: Scope) -> Table:
    """Programmes open to Norway now in which the county never sent an application (S3, S12); no selection touches it.

    Columns: programme, level, norway, ideas (of ours, not yet sent), participations (of actors in Akershus and others
    read in), open_calls. A programme counts with all its parts; open to Norway: taking part wholly or partly, and a
    period that is not over.
    """
    whole = scope.widened()
    year = scope.today.year
    sent, ideas, taken = Counter[str](), Counter[str](), Counter[str]()
    for code, values in whole.portfolio.records("project").items():
        name = root(whole, values.get("programme"))
        place = position(whole, code)
        if name:
            (sent if place is not None and place >= LADDER.index("submitted") else ideas)[name] += 1
    for values in whole.portfolio.records("participation").values():
        taken[root(whole, values.get("programme")) or ""] += 1
    calls = _open_calls(whole)
    rows = []
    for code, values in whole.portfolio.records("programme").items():
        over = int(str(values.get("period_to", 9999))) < year or int(str(values.get("period_from", 0))) > year
        if "parent" in values or over or values.get("norway") not in ("yes", "partly") or sent[code]:
            continue
        if values.get("level") not in ("eu", "nordic"):
            continue
        rows.append(
            (
                ("programme", code),
                ("level", values["level"]),
                ("participates", values["norway"]),
                ideas[code],
                taken[code],
                calls[code],
            )
        )
    rows.sort(key=lambda row: (-row[4], -row[5], -row[3], row[0]))
    heads = (
        Heading("level", Cell.CHOICE, "Ordning"),
        Heading("norway", Cell.CHOICE, "Norge deltar"),
        Heading("ideas", Cell.COUNT, "Egne ideer"),
        Heading("participations", Cell.COUNT, "Eksterne aktørers prosjektdeltakelser"),
        Heading("open_calls", Cell.COUNT, "Åpne utlysninger"),
    )
    return table((_PROGRAMME, *heads), rows)


def _open_calls(scope: Scope) -> Counter[str]:
    """programme -> its calls with a deadline from today on."""
    ahead = set()
    for values in scope.portfolio.records("call_deadline").values():
        day = local_day(values)
        if day and day >= scope.today:
            ahead.add(str(values["call"]))
    return Counter(root(scope, scope.portfolio.get("call", code).get("programme")) or "" for code in ahead)


def running(scope: Scope) -> int:
    """Projects that are granted or running today and overlap the period."""
    status = {s.code: s.status for s in standings(scope)}
    return sum(status.get(code) in WON - {"completed"} for code in scope.codes("project", any_year=False))
