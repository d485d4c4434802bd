"""The pictures that README opens with, of the demonstration: ``python -m benchmarks.pictures`` takes them anew.

They are written to ``pictures/``, as a desk of 1440 x 1200 shows the pages in English on 25.11.2026.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Page

from akint_dash.settings import PROJECT
from benchmarks.wall import browsing, serving

FOLDER: Final = PROJECT / "pictures"
WIDTH: Final = 1440
HEIGHT: Final = 1200
MOST_BYTES: Final = 200_000
QUALITY: Final = 82
TAKEN: Final = {"overview": "/en", "map": "/en/kart", "calls": "/en/utlysninger"}
"""What README shows, in its order, and of which page."""


def take(page: Page, home: str, folder: Path) -> Iterator[Path]:
    """Each picture taken."""
    folder.mkdir(exist_ok=True)
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    for name, path in TAKEN.items():
        page.goto(home + path, wait_until="networkidle")
        page.wait_for_selector(".demo")
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(800)
        with Image.open(io.BytesIO(page.screenshot())) as shot:
            written = folder / f"{name}.webp"
            shot.convert("RGB").save(written, quality=QUALITY, method=6)
        yield written


def main() -> int:
    """Take them; 1 where one is too heavy for a page that shows them."""
    with (
        tempfile.TemporaryDirectory(prefix="akint-pictures-") as name,
        serving(Path(name), AKINT_TODAY="2026-11-25") as server,
        browsing(WIDTH, HEIGHT) as page,
    ):
        sizes = {path.name: path.stat().st_size for path in take(page, server.home, FOLDER)}
    sys.stdout.write("".join(f"{name}: {size / 1000:.0f} kB\n" for name, size in sizes.items()))
    return int(max(sizes.values()) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
