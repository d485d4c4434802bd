"""``map-from-nuts``: Eurostat's own outlines become the map's."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from akint_dash.cli.base import say
from akint_dash.cli.wording import w
from akint_dash.importers.nuts import convert
from akint_dash.settings import PROJECT, Settings

OUT: Final = "nuts.json"
"""The file written, beside the outlines that come with the product."""


def map_from_nuts(settings: Settings, file: Path) -> int:
    """Convert the file and say which setting shows it.

    Raises:
        UnreadableFile: it is no GeoJSON of NUTS regions in degrees.
    """
    out = settings.data_folder / "map" / OUT
    done = convert(file, out, regions=settings.data_folder / "code" / "region.csv")
    shown = out.relative_to(PROJECT) if out.is_relative_to(PROJECT) else out
    say(
        w(
            "{n} regioner har fått omriss fra {file}; {m} beholder sine.",
            n=len(done.taken),
            m=len(done.kept),
            file=file.name,
        )
    )
    say(w("Vis dem med: AKINT_MAP_FILE={file}", file=shown))
    return 0
