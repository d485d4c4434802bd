"""The slides of the overview: the finding of the day, the four instruments, areas x instruments, money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from akint_dash.components.view import View
from akint_dash.figures.weight import months
from akint_dash.measures.frame import Frame, frame
from akint_dash.measures.pipeline import Pipeline, Standing, money, pipeline
from akint_dash.measures.projects import running
from akint_dash.measures.weight import by_area_instrument, by_instrument_year, by_month, unweighed
from akint_dash.pages.screen.asked import Asked
from akint_dash.pages.screen.slide import Row, Slide
from akint_dash.store.involvement import INSTRUMENTS
from akint_dash.text import missing
from akint_dash.text import overview as text
from akint_dash.text.findings import leader, standing
from akint_dash.text.frame import in_whole, named
from akint_dash.text.words import UNDER_TEN, Words, inside


def _span(w: Words, shown: Frame) -> str:
    return named(w, shown) if shown.first == shown.last else w.years(shown.first, shown.last)


def finding(view: View, asked: Asked) -> Slide | None:
    """The finding of the day: the one the front page opens with, over the months of the strategy."""
    del asked
    if not view.portfolio.involvement.records:
        return None
    w, shown = view.words, frame(view.scope)
    names = {code: view.name("instrument", code) for code in INSTRUMENTS}
    others = {name: len(view.portfolio.records(name)) for name in ("call", "participation")}
    pipe, counts = pipeline(view.scope), _counts(view, shown.year)
    told = partial(
        text.finding, frame=shown, pipe=pipe, counts=counts, names=names, others=others, alive=running(view.scope)
    )
    rows = tuple(_evidence(w, pipe, counts, names))
    by_months = [row["n"] for row in by_month(view.scope).dicts()]
    now = max((i for i, count in enumerate(by_months) if count is not None), default=-1)
    label = w("Tiltak per måned {years}", years=_span(w, shown))
    years = "".join(f"<b>{named(w, shown, year)}</b>" for year in range(shown.first, shown.last + 1))
    drawn = f'{months(by_months, now, label)}<p class="wyears">{years}</p>'
    note = w("Tiltak per måned")
    return Slide(
        "funn",
        "facts" if rows else "statement",
        told(w),
        rows,
        brief=told(Words(w.language, back=w.back)),
        note="" if rows else note,
        say=f"{text.period_title(w, view.day, view.strategy.first_year, view.strategy.last_year)}.",
        picture=lambda wide, high: drawn if wide > 2 * high else f'<p class="wlabel">{note}</p>{drawn}',
        small=drawn,
    )


def _evidence(w: Words, pipe: Pipeline, counts: Mapping[str, int], names: Mapping[str, str]) -> Iterator[Row]:
    """What the finding says, with what it is of: money won, and the instrument with most initiatives."""
    if pipe.won_ore:
        label = w.n("i ett prosjekt", "i {n} prosjekter", len(pipe.won))
        yield Row(label, missing.total(w, pipe.won_paid))
    if first := leader(counts):
        yield Row(inside(names[first]), w("{part} tiltak", part=w.part(counts[first], sum(counts.values()))))


def _counts(view: View, year: int) -> dict[str, int]:
    """Records of a year by instrument."""
    data = by_instrument_year(view.scope.narrowed(vekt="antall")).dicts()
    return dict.fromkeys(INSTRUMENTS, 0) | {r["instrument"][1]: r["n"] for r in data if r["year"] == year}


def instruments(view: View, asked: Asked) -> Slide | None:
    """The four instruments: each one's share of the year shown, and of the whole year before."""
    del asked
    w, scope, shown = view.words, view.scope.narrowed(vekt="antall"), frame(view.scope.narrowed(vekt="antall"))
    data, counts = by_instrument_year(scope), _counts(view, shown.year)
    total = sum(counts.values())
    if not shown.reached or not total:
        return None
    names = {code: view.name("instrument", code) for code in INSTRUMENTS}
    led = standing(counts).leader  # without one the title says how many in all, and each row how many of them
    share = {(row["year"], row["instrument"][1]): row["share"] for row in data.dicts()}
    compared = total >= UNDER_TEN and all(share.get((shown.year - 1, code)) is not None for code in INSTRUMENTS)
    rows = [
        Row(
            names[code],
            w.part_or_percent(counts[code], total) if led else w.number(counts[code]),
            sign=code,
            share=counts[code] / total,
            was=share[shown.year - 1, code] if compared else None,
            more=_told(view, shown, counts[code], total, share.get((shown.year - 1, code)) if compared else None),
        )
        for code in INSTRUMENTS
    ]
    return Slide(
        "virkemidler",
        "bars",
        text.instruments_title(w, shown, counts, counts, names),
        tuple(rows),
        say=text.weight_note(w, shown).partition(".")[0] + ".",
        note=w("andel i {year}", year=shown.year - 1) if compared else "",
    )


def _told(view: View, shown: Frame, part: int, total: int, before: float | None) -> str:
    """What a share is of, and what it was in the whole year before."""
    w = view.words
    now = text.base(w, shown, part, total, "antall")
    return now if before is None else f"{now} · {w('{share} i {year}', share=w.percent(before), year=shown.year - 1)}"


def areas(view: View, asked: Asked) -> Slide | None:
    """Council areas x instruments in the year shown, those with most first."""
    del asked
    w, scope, shown = view.words, view.scope.narrowed(vekt="antall"), frame(view.scope.narrowed(vekt="antall"))
    data = by_area_instrument(scope, shown.year)
    totals = {row["area"][1]: row["total"] or 0 for row in data.dicts()}
    if not shown.reached or not sum(totals.values()):
        return None
    names = {code: view.name("area", code, short=True) for code in view.portfolio.records("area")}
    lacking = unweighed(scope, (shown.year,)).n
    told = partial(text.areas_title, w, shown, totals, totals, names, lacking=lacking)
    some = sorted((row for row in data.dicts() if row["total"]), key=lambda row: -row["total"])

    def rest(n: int) -> Row:
        words = w.n("Ett annet", "{count} andre", len(some) - n, count=w.count_up(len(some) - n))
        cells = ((code, sum(row[code] or 0 for row in some[n:]), heads[code]) for code in INSTRUMENTS)
        return Row(words, cells=tuple(cells))

    heads = {"PRO": w("Prosjektutv."), "POL": w("Politikk"), "KOM": w("Komp."), "BIL": w("Bilat.")}
    rows = [
        Row(
            view.name("area", row["area"][1], short=True),
            more=w.n("{n} tiltak", "{n} tiltak", row["total"]),
            cells=tuple((code, row[code], heads[code]) for code in INSTRUMENTS),
        )
        for row in some
    ]
    return Slide(
        "omrader",
        "matrix",
        told(chosen=len(view.selection.omrade) == 1),
        tuple(rows),
        say=w.n("Ett tiltak {when}.", "{n} tiltak {when}, registrert på ansvarlig rådsområde.",
                sum(totals.values()), when=in_whole(w, shown)),
        note=w("Tiltak {when}", when=in_whole(w, shown)),
        brief=told(chosen=True),
        rest=rest,
    )  # fmt: skip


def money_won(view: View, asked: Asked) -> Slide | None:
    """Money won, waiting for an answer, and under way."""
    del asked
    w, pipe = view.words, pipeline(view.scope)
    if not pipe.won and not pipe.waiting:
        return None
    highest = max(map(money, (pipe.won_paid, pipe.waiting_paid, pipe.underway_paid)))
    part = partial(_part, view, highest)
    rows = [
        part(w("Innvilget"), pipe.won_paid, w.n("{n} prosjekt", "{n} prosjekter", len(pipe.won))),
        part(w("Venter på svar"), pipe.waiting_paid, w.n("{n} søknad", "{n} søknader", len(pipe.waiting))),
        part(w("Under utvikling"), pipe.underway_paid, w.n("{n} prosjekt", "{n} prosjekter", len(pipe.underway))),
    ]
    return Slide(
        "penger",
        "bars",
        text.money_title(w, pipe),
        tuple(row for row in rows if row is not None),
        say=text.money_say(w, pipe, by_status=bool(view.selection.status)),
    )


def _part(view: View, highest: int, words: str, some: tuple[Standing, ...], count: str) -> Row | None:
    """One bar of money; none where there is nothing of it."""
    if not some:
        return None
    w = view.words
    told = missing.total(w, some)
    share = money(some) / highest if told and highest else None
    return Row(words, told or w("beløp mangler"), sign="PRO", share=share, more=count)
