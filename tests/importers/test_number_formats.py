"""In which currency a number format shows a number, and a percent sign that the file calls text."""

from __future__ import annotations

import pytest

from akint_dash.importers.number_formats import shown_as


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("[$€-2] #,##0", "nEUR"),
        ("#,##0.00 [$€-407]", "nEUR"),
        ("_([$€-2]* #,##0.00_);_([$€-2]* (#,##0.00)", "nEUR"),
        ("€ #,##0", "nEUR"),
        ('#,##0 "kr"', "nNOK"),
        ('_-* #,##0.00\\ "kr"_-;-* #,##0.00\\ "kr"_-', "nNOK"),
        ("\\k\\r #,##0", "nNOK"),
        ("kr #,##0", "nNOK"),
        ("[$kr-414] #,##0", "nNOK"),
        ("#,##0 [$kr-41D]", "nSEK"),
        ("[$kr.-406] #,##0", "nDKK"),
        ("[$$-409]#,##0", "nUSD"),
        ("[$USD] #,##0", "nUSD"),
        ("0 USD", "nUSD"),
        ("[$£-809]#,##0.00", "nGBP"),
        ('"$"#,##0', "n"),  # whose dollar is not said
        ("[$-414]#,##0", "n"),
        ('#,##0 "stk"', "n"),
        ('#,##0 "mill. kr"', "n"),  # the number is in kroner, shown in millions or not
        ("#,##0", "n"),
        ("General", "n"),
        ('"EUR" 0.0%', "p"),
        ('dd.mm.yyyy "EUR"', "d"),
        ('0"%"', "%"),
        ("0\\ \\%", "%"),
        ('0.0" %"', "%"),
    ],
)
def test_the_currency_of_a_format(code: str, shown: str) -> None:
    kind, currency = shown_as(code)
    assert kind + currency == shown
