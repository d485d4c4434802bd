"""A value as a length: the one place where a bar gets how long it is, and says of what, for tests to hold."""

from __future__ import annotations

from typing import Any


def along(value: float, top: float, *, of: str = "") -> dict[str, Any]:
    """What a bar of ``value`` on a scale from 0 to ``top`` is drawn with; ``of`` names a card's second scale."""
    width = max(0.0, value) / (top or 1) * 100
    return {"style": {"width": f"{width:.2f}%"}, "data-value": f"{value:.6g}", **({"data-of": of} if of else {})}
