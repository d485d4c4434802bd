"""Pictures of every slide on six walls, each beside what the distance leaves of it, for fresh eyes to read.

``python -m benchmarks.wall_pictures FOLDER`` writes ``FOLDER/<wall>/<slide>.png`` and ``<slide>-8m.png``: 1080p, 4K and
portrait, light and dark, bokmål and English in turn; ``--both`` takes every slide in both. It exits with 1 where a text
is under the size or beyond the edge.

What the distance leaves: an eye of acuity 1 (6/6, 20/20) tells two points apart at one minute of arc. The picture is
blurred with a Gaussian one such minute wide at half its height, and scaled so that one pixel is one minute of arc:

    pixels = width in mm / (distance in mm x tan(1' / acuity))

A 75-inch 1080p or 4K wall at 8 metres leaves 713 x 401 pixels. Half the acuity leaves half as many each way.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageFilter
from playwright.sync_api import Page

from akint_dash.domain.wall import Surface
from akint_dash.pages.screen.asked import KINDS
from benchmarks.wall import browsing, faults, look, serving

FORMS: Final = {"1080p": (1920, 1080), "4k": (3840, 2160), "portrait": (1080, 1920)}
LOOKS: Final = {"light": "lys", "dark": "mork"}
WALLS: Final = {f"{form}-{shade}": (Surface(*FORMS[form]), LOOKS[shade]) for form in FORMS for shade in LOOKS}
HOME: Final = "https://portefolje.example"
HALF_HEIGHT: Final = 2 * math.sqrt(2 * math.log(2))
"""A Gaussian's width at half its height, in standard deviations."""


def pixels_a_minute(surface: Surface, acuity: float = 1.0) -> float:
    """How many pixels of the wall one eye's point covers."""
    return surface.metres * 1000 * math.tan(math.radians(1 / 60 / acuity)) / surface.mm_per_pixel


def from_afar(picture: Image.Image, surface: Surface, acuity: float = 1.0) -> Image.Image:
    """What the distance leaves of a picture of the whole wall."""
    point = pixels_a_minute(surface, acuity)
    seen = picture.convert("RGB").filter(ImageFilter.GaussianBlur(point / HALF_HEIGHT))
    return seen.resize((round(picture.width / point), round(picture.height / point)), Image.Resampling.BOX)


def spoken(both: bool) -> Iterator[tuple[str, str, str]]:
    """Wall, kind of slide, language: in turn, or both."""
    for number, wall in enumerate(WALLS):
        for place, kind in enumerate(KINDS):
            for language in ("nb", "en") if both else (("nb", "en")[(number + place) % 2],):
                yield wall, kind, language


def take(page: Page, home: str, folder: Path, both: bool = False, acuity: float = 1.0) -> Iterator[tuple[Path, str]]:
    """Each picture taken, and what is wrong with it in words."""
    page.emulate_media(reduced_motion="reduce")
    for wall, kind, language in spoken(both):
        surface, shade = WALLS[wall]
        page.set_viewport_size({"width": surface.width, "height": surface.height})
        form = f"flate={surface.width}x{surface.height}"
        page.goto(f"{home}/skjerm?{form}&bilder={kind}&sprak={language}&utseende={shade}&sekunder=600")
        page.wait_for_function("() => document.querySelector('[data-clock]')?.textContent")
        page.evaluate("document.fonts.ready")
        path = folder / wall / f"{kind}-{language}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path)
        with Image.open(path) as picture:
            from_afar(picture, surface, acuity).save(path.with_name(f"{path.stem}-{surface.metres:g}m.png"))
        yield path, "; ".join(faults(look(page), surface))


def main() -> int:
    """Take them all, and tell the faults; 1 where there is one."""
    said = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    said.add_argument("folder", type=Path)
    said.add_argument("--both", action="store_true", help="every slide in both languages")
    said.add_argument("--acuity", type=float, default=1.0, help="of the eye, 1 for 6/6")
    asked = said.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="akint-wall-") as name,
        serving(Path(name), AKINT_PUBLIC_URL=HOME) as server,
        browsing() as page,
    ):
        told = list(take(page, server.home, asked.folder, asked.both, asked.acuity))
    for path, wrong in told:
        if wrong:
            sys.stdout.write(f"{path}: {wrong}\n")
    sys.stdout.write(f"{len(told)} pictures, {sum(bool(wrong) for _, wrong in told)} with faults, in {asked.folder}\n")
    return int(any(wrong for _, wrong in told))


if __name__ == "__main__":
    sys.exit(main())
