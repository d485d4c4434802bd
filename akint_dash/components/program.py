"""Which program answers: pages that stand open over another one renew themselves."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import akint_dash
from akint_dash.settings import PROJECT


@lru_cache(maxsize=1)
def program() -> str:
    """What changes with every change of the program, its texts and its own scripts and style sheets."""
    digest = hashlib.sha256(akint_dash.__version__.encode())
    for folder, endings in ((PROJECT / "akint_dash", {".py", ".po"}), (PROJECT / "assets", {".js", ".css"})):
        for path in sorted(one for one in folder.rglob("*") if one.suffix in endings):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
