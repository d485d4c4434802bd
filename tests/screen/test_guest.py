"""A guest's phone is answered in its own language, until the guest chooses another."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("spoken", "language"),
    [
        ("nb-NO,nb;q=0.9", "nb"),
        ("nn-NO", "nb"),
        ("no", "nb"),
        ("sv-SE,sv;q=0.9,en;q=0.8", "nb"),
        ("da", "nb"),
        ("en-GB,en;q=0.9,nb;q=0.5", "en"),
        ("de-DE,de;q=0.9", "en"),
        ("uk,en;q=0.3,nb;q=0.7", "nb"),
        ("", "en"),
        ("*;q=x,,;;", "en"),
    ],
)
def test_a_guest_reads_the_language_of_the_phone(client: FlaskClient, spoken: str, language: str) -> None:
    told = client.get("/skjerm/gjest?bilde=kart", headers={"Accept-Language": spoken}).text
    assert f'<html lang="{language}"' in told
    assert ("Bare offentlige opplysninger" in told) == (language == "nb")
    other = "en" if language == "nb" else "nb"
    way = re.search(rf'href="([^"]*sprak={other}[^"]*)"', told)
    assert way is not None
    chosen = client.get(way[1].replace("&amp;", "&"), headers={"Accept-Language": spoken}).text
    assert f'<html lang="{other}"' in chosen
