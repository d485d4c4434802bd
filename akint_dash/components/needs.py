"""The files of ours that only some pages load: named in ``data-needs``, fetched by ``assets/app/needs.js``."""

from __future__ import annotations

from functools import lru_cache

from akint_dash.settings import PROJECT


@lru_cache(maxsize=64)
def asset(name: str) -> str:
    """The address of a file under ``assets/``, with the time it was made, so that a new one is fetched."""
    return f"/assets/{name}?m={(PROJECT / 'assets' / name).stat().st_mtime_ns}"
