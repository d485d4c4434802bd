"""How large text must be on a wall: from the screen's inches and the distance to what fits on it.

Source: ISO 9241-3, as IBM's Healthy Computing quotes it (NUREG-0700 says the same): letters at least 16 minutes of arc
high, better 20 to 22. They measure a capital; we ask it of the small x, so that every letter is taller than they ask.
Everything on a slide is measured in *letters*: one letter is the size of the smallest text there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

ARC_MINUTES: Final = 16.0
X_HEIGHT: Final = 0.493
"""Height of a small x in Hanken Grotesk, in parts of the size of its letters."""
MM_PER_INCH: Final = 25.4
FEWEST: Final = 11.7
"""A slide needs so many letters along the short side; on a wall with room for fewer, text would be too small."""
MOST: Final = 12.4
"""With room for more, the letters grow instead: a slide never says more than eight lines."""
QR_PER_METRE: Final = 0.1
"""A code is read from ten times its own width, the rule of thumb of those who make readers."""


@dataclass(frozen=True, slots=True)
class Surface:
    """A wall: its picture in pixels, its diagonal in inches, and how far away its readers stand in metres."""

    width: int = 1920
    height: int = 1080
    inches: float = 75.0
    metres: float = 8.0

    @property
    def portrait(self) -> bool:
        """Whether it stands on its short side."""
        return self.height > self.width

    @property
    def mm_per_pixel(self) -> float:
        """The size of a pixel."""
        return self.inches * MM_PER_INCH / math.hypot(self.width, self.height)

    @property
    def letter_px(self) -> float:
        """The least size of letters in pixels: their small x is 16 minutes of arc high."""
        high = 2 * self.metres * 1000 * math.tan(math.radians(ARC_MINUTES / 60) / 2)
        return high / X_HEIGHT / self.mm_per_pixel

    @property
    def room(self) -> float:
        """How many least letters there is room for along the short side."""
        return min(self.width, self.height) / self.letter_px

    @property
    def short(self) -> float:
        """The length of the short side in the letters that are drawn."""
        return round(min(max(self.room, FEWEST), MOST), 2)

    @property
    def wide(self) -> float:
        """The width in letters."""
        return self.short * (1.0 if self.portrait else self.width / self.height)

    @property
    def high(self) -> float:
        """The height in letters."""
        return self.short * (self.height / self.width if self.portrait else 1.0)

    @property
    def minutes(self) -> float:
        """How many minutes of arc the smallest x is seen under: 16 or more where the text is large enough."""
        return ARC_MINUTES * self.room / self.short

    @property
    def enough(self) -> bool:
        """Whether the smallest text is large enough."""
        return self.room >= FEWEST

    @property
    def farthest(self) -> float:
        """From how many metres the smallest text is read."""
        return self.metres * self.room / self.short

    @property
    def least_inches(self) -> float:
        """How large a screen of this form must be for its readers to stand where they do."""
        return self.inches * FEWEST / self.room

    def millimetres(self, letters: float) -> float:
        """The size of something so many letters wide."""
        return letters * min(self.width, self.height) / self.short * self.mm_per_pixel
