"""Plans, goals, rates, calls, outside actors, needs and offers."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tools.demo.book import BOOK
from tools.demo.content import CONTENT, INVENTED, RATES, code_list, in_english, owned
from tools.demo.days import FIRST_DAY, LAST_REPORTED


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
