"""Words for what is not known of some amounts: no amount recorded and no rate are two things, never 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from akint_dash.domain.table import AtLeast, AtMost, Cell, Table
from akint_dash.measures.pipeline import Standing, known, money, without_amount, without_rate
from akint_dash.measures.weight import Unweighed
from akint_dash.text.dates import NBSP
from akint_dash.text.frame import in_years
from akint_dash.text.words import Words, capital


def foreign(w: Words, amounts: Iterable[tuple[str, int]]) -> str:
    """Amounts in their own currencies: "1 200 euro og 500 svenske kroner"."""
    sums: dict[str, int] = {}
    for currency, amount in amounts:
        sums[currency] = sums.get(currency, 0) + amount
    return w.join([w.amount(amount, code) for code, amount in sorted(sums.items())])


def amount(w: Words, one: Standing) -> str | None:
    """A project's support: in full, as far as known ("minst"), in its own currency, or None where nothing is."""
    if one.external_ore is None:
        return w("{amount}; valutakurs mangler", amount=foreign(w, one.no_rate)) if one.no_rate else None
    return least(w, one.external_ore, one.partly)


def at_least(w: Words, told: str, lacking: object) -> str:
    """A sum of what is known: "minst" where something is lacking."""
    return w("minst {amount}", amount=told) if lacking else told


def share(w: Words, part: float) -> str:
    """A share, with "minst" or "høyst" where it is a bound: in titles and tables alike."""
    if isinstance(part, AtMost):
        return w("høyst {share}", share=w.percent_at_most(part))
    if isinstance(part, AtLeast):
        return at_least(w, w.percent_at_least(part), lacking=True)
    return w.percent(part)


def least(w: Words, ore: float, lacking: object) -> str:
    """An amount of what is known: "minst" where something is lacking; rounded as in the tables, which hold the same."""
    return at_least(w, w.money(ore), lacking)


def total(w: Words, some: Sequence[Standing]) -> str:
    """What is known of their money, "minst" where some of it is not; empty where nothing is: 0 would be a claim."""
    lacks = any(s.no_amount or s.no_rate for s in some)
    return _unbroken(w, w.money(money(some)), lacks) if known(some) else ""


def headline(w: Words, some: Sequence[Standing]) -> str:
    """As :func:`total`, for a page's finding: an English reader is told about how many euro it is, by the rates of the
    years of decision."""
    lacks = any(s.no_amount or s.no_rate for s in some)
    parts = [(int(str(s.decided_on)[:4]), s.external_ore) for s in some if s.external_ore is not None]
    return _unbroken(w, w.headline(parts), lacks) if known(some) else ""


def _unbroken(w: Words, told: str, lacks: bool) -> str:
    """As :func:`at_least`, of an amount in a title: no line ends between "minst" and the amount."""
    said = at_least(w, told, lacks)
    return said.removesuffix(told).replace(" ", NBSP) + told


def lacking(w: Words, some: Sequence[Standing], *, applications: bool = False) -> list[str]:
    """What some grants lack, each kind by itself: no amount, an amount for a part only, no rate. ``applications``: they
    were spoken of as applications just before, which are masculine."""
    none = {s.code for s in some if s.external_ore is None and s.no_amount and not s.no_rate}
    partly = set(without_amount(some)) - none
    rate = without_rate(some)
    said = []
    if none and applications:
        said.append(w.n("én mangler beløp", "{count} mangler beløp", len(none)))
    elif none:
        said.append(w.n("ett mangler beløp", "{count} mangler beløp", len(none)))
    if partly:
        said.append(w.n("ett har beløp for bare en del", "{count} har beløp for bare en del", len(partly)))
    if rate:
        sums = foreign(w, [pair for s in some for pair in s.no_rate])
        said.append(
            w.n("ett mangler valutakurs ({amounts})", "{count} mangler valutakurs ({amounts})", len(rate), amounts=sums)
        )
    return said


def own_hours(w: Words, weight: str) -> str:
    """Beside sums of hours of a year: whose and of which year a project's are; nothing of another weight."""
    if weight != "timer":
        return ""
    return w("Et prosjekts egne timer er regnet i året det begynte, også når det ikke er innvilget.")


def unweighed(w: Words, found: Unweighed, shown: Table | None = None) -> str:
    """What sums of hours, means or budgets do not know, of which years, and what of the kind has none to know; empty
    where all is known. ``shown`` is the table over it: nothing is said of sums or shares that it does not show.
    """
    said = []
    if found.n:
        said.append(_lacking(w, found))
        if found.shared:
            said.append(_shared(w, found))
        if found.n < found.of and (shown is None or _any_known(shown)):
            said.append(w("Summene som vises, er minst så store."))
        if found.n < found.of and shown is not None:
            said += filter(None, [_shares(w, found, shown)])
    if found.what == "hours" and found.without:
        one, many = (
            "Ett tiltak til har ikke timer å regne med, som EU-saker og samarbeid.",
            "{Count} tiltak til har ikke timer å regne med, som EU-saker og samarbeid.",
        )
        said.append(w.n(one, many, found.without))
    return " ".join(said)


def _shared(w: Words, found: Unweighed) -> str:
    """How many of all that have something to weigh, not of those that lack it, another area is responsible for."""
    if found.of == 1:
        if found.what == "hours":
            return w("Tiltaket er registrert på et annet rådsområde; bare delen av det er regnet med.")
        return w("Prosjektet er registrert på et annet rådsområde; bare delen av det er regnet med.")
    few, whole = w.alike(found.shared, found.of, neuter=True)
    kind = w("tiltakene") if found.what == "hours" else w("prosjektene")
    one, many = (
        "{few} av de {whole} {kind} er registrert på et annet rådsområde; bare delen av det er regnet med.",
        "{few} av de {whole} {kind} er registrert på andre rådsområder; bare delen av dem er regnet med.",
    )
    return capital(w.n(one, many, found.shared, few=few, whole=whole, kind=kind))


def _lacking(w: Words, found: Unweighed) -> str:
    """How many of which lack hours, an amount or a budget: of all of them no base is told."""
    when = _when(w, found)
    some = {
        "hours": "Timer mangler for {part} tiltak {when}, helt eller delvis.",
        "means": "Avsatt beløp mangler for {part} rammer {when}.",
        "budgets": "Budsjett mangler for {part} prosjekter {when}.",
    }
    whole = {
        "hours": ("Timer mangler for det ene tiltaket {when}.", "Timer mangler for {every} tiltakene {when}."),
        "means": (
            "Avsatt beløp mangler for den ene rammen {when}.",
            "Avsatt beløp mangler for {every} rammene {when}.",
        ),
        "budgets": (
            "Budsjett mangler for det ene prosjektet {when}.",
            "Budsjett mangler for {every} prosjektene {when}.",
        ),
    }
    if found.n < found.of:
        return w(some[found.what], part=w.part(found.n, found.of), when=when)
    return w.n(*whole[found.what], found.of, every=w.every_one(found.of), when=when)


def _when(w: Words, found: Unweighed) -> str:
    return in_years(w, min(found.years), max(found.years)) if found.years else ""


def _any_known(shown: Table) -> bool:
    """Whether a sum of hours or kroner in a table is known."""
    places = [i for i, heading in enumerate(shown.headings) if heading.cell in (Cell.ORE, Cell.DECIMAL)]
    return any(isinstance(row[i], int | float) for row in shown.rows for i in places)


def _shares(w: Words, found: Unweighed, shown: Table) -> str:
    """What the shares of a table are of, where the sum of all is not known; nothing where it has none."""
    sums = [i for i, heading in enumerate(shown.headings) if heading.cell in (Cell.ORE, Cell.DECIMAL)]
    places = [i for i, heading in enumerate(shown.headings) if heading.cell is Cell.SHARE]
    cells = [row[i] for row in shown.rows for i in places if any(row[k] is not None for k in sums)]
    known = [share for share in cells if isinstance(share, int | float)]
    if len(known) == len(cells):
        return w("Andelene er av det som er kjent.") if known else ""
    if known:
        return w("Andelen er av det som er kjent, og mangler der den ikke kan regnes ut.")
    hours, money = "Andelen er ikke regnet ut, for timer mangler.", "Andelen er ikke regnet ut, for beløp mangler."
    return w(hours if found.what == "hours" else money)


def shares_of_known(w: Words, own: Unweighed, every: Unweighed, shown: Table) -> str:
    """What is lacking of all that a figure's own numbers (``own``) are shares of, or stand beside: that shares are of
    what is known, where what it shows is whole itself; nothing where no more is lacking than its own."""
    told = "" if own.n else _shares(w, every, shown)
    more = beside(w, own, every)
    return f"{told} {more}".lstrip() if more and (told or own.n) else ""


def beside(w: Words, own: Unweighed, every: Unweighed) -> str:
    """What is lacking of all that stands beside what a figure shows (``own``); nothing where no more is lacking."""
    if every.n <= own.n:
        return ""
    values = {"part": w.part(every.n, every.of), "when": _when(w, every)}
    if every.what == "hours":
        return w("Timer mangler helt eller delvis for {part} tiltak i alt {when}.", **values)
    return w("Avsatt beløp mangler for {part} rammer i alt {when}.", **values)


def rests_on(w: Words, sure: int, every: int) -> str:
    """How many grants a sum rests on: the only one, all, or some of them."""
    if sure < every or not every:
        return w("Bygger på {part} innvilgede prosjekter", part=w.part(sure, every))
    if every == 1:
        return w("Bygger på det ene innvilgede prosjektet")
    return w("Bygger på {every} innvilgede prosjektene", every=w.every_such(every))


def grants(w: Words, some: Sequence[Standing], counted: int) -> str:
    """What a sum of grants rests on: how many have an amount, what the others lack, and those counted elsewhere."""
    sure = sum(s.external_ore is not None and not s.partly for s in some)
    said = [rests_on(w, sure, len(some)), *lacking(w, some)]
    if len(some) > counted:
        said.append(elsewhere(w, len(some) - counted))
    return "; ".join(said)


def elsewhere_say(w: Words, n: int) -> str:
    """As :func:`elsewhere`, as a sentence beside a sum; '' where there are none."""
    return (
        w.n(
            "Ett av prosjektene i beløpet er registrert på et annet rådsområde.",
            "{Count} av prosjektene i beløpet er registrert på andre rådsområder.",
            n,
            Count=w.count_up(n),
        )
        if n > 0
        else ""
    )


def with_part(w: Words, told: str, n: int) -> str:
    """A count beside a sum of money that ``n`` projects more, counted on other areas, have a part in; as it is where
    none has."""
    if n <= 0:
        return told
    return w.n(
        "{told}, og en del av ett prosjekt på et annet rådsområde",
        "{told}, og deler av {count} prosjekter på andre rådsområder",
        n,
        told=told,
    )


def part_in_sum(w: Words, n: int) -> str:
    """As :func:`with_part`, as a sentence of its own after a sum; '' where no project more has a part in it."""
    return (
        w.n(
            "Beløpet omfatter en del av ett prosjekt på et annet rådsområde.",
            "Beløpet omfatter deler av {count} prosjekter på andre rådsområder.",
            n,
        )
        if n > 0
        else ""
    )


def beyond(w: Words, n: int) -> str:
    """As :func:`elsewhere`, beside counts that hold none of them: only sums do."""
    return w.n(
        "ett til er registrert på et annet rådsområde, og bare den vedtatte andelen av beløpet er med",
        "{count} til er registrert på andre rådsområder, og bare den vedtatte andelen av beløpene er med",
        n,
    )


def elsewhere(w: Words, n: int) -> str:
    """That some projects count on another area and bring their decided part only."""
    return w.n(
        "ett er registrert på et annet rådsområde, og bare den vedtatte andelen er regnet med",
        "{count} er registrert på andre rådsområder, og bare den vedtatte andelen er regnet med",
        n,
    )
