"""Numbers of one sentence are written alike; what is no count neither decides nor changes."""

from __future__ import annotations

import pytest

from akint_dash.text.words import Words


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (
            "24 av 37 er innvilget (65\u00a0%); elleve venter på svar.",
            "24 av 37 er innvilget (65\u00a0%); 11 venter på svar.",
        ),
        ("Ti av tolv mål er knyttet til tiltak; to er ikke det.", None),
        ("Vi følger 32 EU-saker, og vår neste frist er om fem dager", None),
        ("Tre utlysninger stenger innen 30 dager", None),
        ("To medlemskap koster minst 100\u00a0000\u00a0kr i 2026", None),
        ("Minst 185,0\u00a0mill.\u00a0kr; to mangler per 30.10.", None),
        ("I to av samarbeidene var det ingen kontakt per 30.10.2026", None),
        ("Ni regioner. 52 aktiviteter, sju av dem nye", "Ni regioner. 52 aktiviteter, 7 av dem nye"),
        ("13 tiltak for «to eller tre», to uten", "13 tiltak for «to eller tre», 2 uten"),
        ("1\u00a0492 deltakelser; for åtte mangler antall", "1\u00a0492 deltakelser; for 8 mangler antall"),
        ("12 tiltak, to uten beløp", None),
        ("141 tiltak i alle de åtte rådsområdene", None),
        (
            "22 av 23 prosjekter; ett mangler beløp; sju mangler årsverk",
            "22 av 23 prosjekter; 1 mangler beløp; 7 mangler årsverk",
        ),
        ("13 prosjekter, og ett tiltak", None),
    ],
)
def test_a_count_over_twelve_makes_digits_of_the_others(said: str, written: str | None) -> None:
    assert Words("nb").even(said) == (written or said)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("19 of 32 dossiers are relevant, and nine may be.", "19 of 32 dossiers are relevant, and 9 may be."),
        ("By 30 Oct 2026 there had been no contact in two of the partnerships", None),
        ("At least NOK 185 million; two lack an amount", None),
        ("22 of 23 projects; one lacks an amount", "22 of 23 projects; 1 lacks an amount"),
        ("141 initiatives in all eight departments", None),
        ("At least NOK 150,000; two lack an amount", None),
    ],
)
def test_english_likewise(said: str, written: str | None) -> None:
    assert Words("en").even(said) == (written or said)
