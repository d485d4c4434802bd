"""Words for what is not known of some amounts: no amount recorded and no rate are two things, never 0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from akint_dash.measures.pipeline import Standing, known, money, without_amount, without_rate
from akint_dash.measures.weight import Unweighed
from akint_dash.text.words import Words


def foreign(w: Words, amounts: Iterable[tuple[str, int]]) -> str:
    """Amounts in their own currencies: "1 200 euro og 500 svenske kroner"."""
    sums: dict[str, int] = {}
    for currency, amount in amounts:
        sums[currency] = sums.get(currency, 0) + amount
    return w.join([w.amount(amount, code) for code, amount in sorted(sums.items())])


def amount(w: Words, one: Standing) -> str | None:
    """A project's support: in full, as far as known ("minst"), in its own currency, or None where nothing is.

    In millions, as those of projects are.
    """
    if one.external_ore is None:
        return w("{amount}; valutakurs mangler", amount=foreign(w, one.no_rate)) if one.no_rate else None
    told = w.money(one.external_ore, among_millions=True)
    return at_least(w, told, one.partly)


def at_least(w: Words, told: str, lacking: object) -> str:
    """A sum of what is known: "minst" where something is lacking."""
    return w("minst {amount}", amount=told) if lacking else told


def total(w: Words, some: Sequence[Standing]) -> str:
    """What is known of their money, "minst" where some of it is not; empty where nothing is: 0 would be a claim."""
    return at_least(w, w.money(money(some)), any(s.no_amount or s.no_rate for s in some)) if known(some) else ""


def headline(w: Words, some: Sequence[Standing]) -> str:
    """As :func:`total`, for a page's finding: an English reader is told about how many euro it is, by the rates of the
    years of decision."""
    lacks = any(s.no_amount or s.no_rate for s in some)
    parts = [(int(str(s.decided_on)[:4]), s.external_ore) for s in some if s.external_ore is not None]
    return at_least(w, w.headline(parts), lacks) if known(some) else ""


def lacking(w: Words, some: Sequence[Standing]) -> list[str]:
    """What some grants lack, each kind by itself: no amount, an amount for a part only, no rate."""
    none = {s.code for s in some if s.external_ore is None and s.no_amount and not s.no_rate}
    partly = set(without_amount(some)) - none
    rate = without_rate(some)
    said = []
    if none:
        said.append(w.n("{n} mangler beløp", "{n} mangler beløp", len(none)))
    if partly:
        said.append(w.n("{n} har beløp for bare en del", "{n} har beløp for bare en del", len(partly)))
    if rate:
        sums = foreign(w, [pair for s in some for pair in s.no_rate])
        said.append(
            w.n("{n} mangler valutakurs ({amounts})", "{n} mangler valutakurs ({amounts})", len(rate), amounts=sums)
        )
    return said


def unweighed(w: Words, found: Unweighed) -> str:
    """What sums of hours, means or budgets do not know; empty where all is known."""
    if not found.n:
        return ""
    part = w.part(found.n, found.of)
    if found.what == "hours":
        if found.n == found.of:
            return w("Timer mangler for {part} tiltak.", part=part)
        return w("Timer mangler for {part} tiltak, helt eller delvis: summene er minst så store.", part=part)
    if found.what == "means":
        if found.n == found.of:
            return w("Avsatte kroner mangler for {part} rammer.", part=part)
        words = "Avsatte kroner mangler for {part} rammer: summene er minst så store, andelene er av det som er kjent."
        return w(words, part=part)
    if found.n == found.of:
        return w("Budsjett mangler for {part} prosjekter.", part=part)
    return w("Budsjett mangler for {part} prosjekter: summene er minst så store.", part=part)


def shares_of_known(w: Words, own: Unweighed, every: Unweighed) -> str:
    """That shares are of what is known, where what a figure shows (``own``) is whole but not all it is a share of."""
    if own.n or not every.n:
        return ""
    part = w.part(every.n, every.of)
    if every.what == "hours":
        return w("Andelene er av det som er kjent: timer mangler helt eller delvis for {part} tiltak i alt.", part=part)
    return w("Andelene er av det som er kjent: avsatte kroner mangler for {part} rammer i alt.", part=part)


def grants(w: Words, some: Sequence[Standing], counted: int) -> str:
    """What a sum of grants rests on: how many have an amount, what the others lack, and those counted elsewhere."""
    sure = sum(s.external_ore is not None and not s.partly for s in some)
    said = [w("Bygger på {part} innvilgede prosjekter", part=w.part(sure, len(some))), *lacking(w, some)]
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


def elsewhere(w: Words, n: int) -> str:
    """That some projects count on another area and bring their decided part only."""
    return w.n(
        "ett er registrert på et annet rådsområde og regnes med sin vedtatte andel",
        "{n} er registrert på andre rådsområder og regnes med sin vedtatte andel",
        n,
    )
