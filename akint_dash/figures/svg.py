"""Building inline SVG as text: every value escaped, no style attributes (the Content-Security-Policy refuses them)."""

from __future__ import annotations

from html import escape


def el(name: str, *children: str, **attributes: object) -> str:
    """One element. ``class_`` and ``aria_label`` become ``class`` and ``aria-label``; numbers are rounded."""
    text = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{text}>{''.join(children)}</{name}>" if children else f"<{name}{text}/>"


def _value(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def svg(width: float, height: float, label: str, *children: str, class_: str = "", stretch: bool = False) -> str:
    """A drawing with its words for those who do not see it; ``stretch`` lets it fill any width."""
    return el(
        "svg",
        *children,
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        aria_label=label,
        class_=class_ or None,
        preserveAspectRatio="none" if stretch else None,
    )


def text(words: str, x: float, y: float, *, anchor: str = "start", class_: str | None = None) -> str:
    """A piece of text."""
    return el("text", escape(words), x=x, y=y, text_anchor=anchor, class_=class_)


def points(some: list[tuple[float, float]]) -> str:
    """Points for a polyline."""
    return " ".join(f"{_value(float(x))},{_value(float(y))}" for x, y in some)
