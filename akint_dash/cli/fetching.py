"""``fetch``: save what the public sources answer; ``import`` reads the saved files."""

from __future__ import annotations

import csv
from enum import StrEnum
from typing import Final

from akint_dash.cli.base import Steps, say
from akint_dash.cli.wording import w
from akint_dash.importers.fetch import Fetched, fetch_calls, fetch_rates, programme_ids
from akint_dash.settings import Settings

FOLDER: Final = "fetched"
"""Where the answers are kept, in the data folder; not in git."""


class Source(StrEnum):
    """The sources that can be asked."""

    CALLS = "calls"
    RATES = "rates"


def fetch(settings: Settings, source: Source) -> int:
    """Ask one source and say where the answer lies.

    Raises:
        FetchFailed: the source could not be had.
    """
    with Steps(1) as steps:
        steps.begin(w("Spør kilden"))
        fetched = _calls(settings, steps) if source is Source.CALLS else _rates(settings)
    said = w.n("{n} rad er lagret i {file}.", "{n} rader er lagret i {file}.", fetched.rows, file=fetched.file)
    say(said)
    if fetched.missing:
        say(w.n("{n} rad ble aldri gitt av kilden.", "{n} rader ble aldri gitt av kilden.", fetched.missing))
    say(w("Les inn med: akint-dash import {file}", file=fetched.file))
    return 0


def _calls(settings: Settings, steps: Steps) -> Fetched:
    with (settings.data_folder / "code" / "programme.csv").open(encoding="utf-8-sig", newline="") as file:
        programmes = programme_ids(list(csv.DictReader(file)))
    return fetch_calls(
        settings.data_folder / FOLDER, programmes=programmes, base_url=settings.calls_url, progress=steps.at
    )


def _rates(settings: Settings) -> Fetched:
    return fetch_rates(settings.data_folder / FOLDER, base_url=settings.rates_url)
