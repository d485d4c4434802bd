"""The financing of a project."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any, Final

from tools.demo.book import BOOK, Row
from tools.demo.content import RATES
from tools.demo.days import LAST

SUPPORT_SHARE: Final = {"INTERREG-OKS": 0.5, "INTERREG-SN": 0.5, "DIGITAL": 0.5, "CREA": 0.7, "SMP": 0.7}


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
