"""The headers of every answer: a strict Content-Security-Policy, and nothing kept or shared that should not be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from flask import Response

from akint_dash.access.styles import LIBRARIES, inside

_NEVER: Final = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
FIXED: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER),
}
ENCRYPTED: Final = "max-age=31536000"
"""A browser that once came by https comes by nothing else for a year."""
NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of what is no page: numbers, feeds and files run nothing and load nothing."""


def policy(script_hashes: Iterable[str], styles: Iterable[str] = LIBRARIES) -> str:
    """The Content-Security-Policy of a page (and of the script that keeps the wall, whose requests it governs)."""
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *script_hashes]),
            "script-src-attr 'none'",
            " ".join(["style-src 'self'", *(f"'sha256-{digest}'" for digest in styles)]),
            "style-src-attr 'none'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def dress(response: Response, script_hashes: Iterable[str], *, encrypted: bool = False) -> Response:
    """Put the headers on an answer; pages and data are never stored by what lies between.

    ``encrypted``: the reader came by https, or should.
    """
    response.headers.update(FIXED)
    response.headers["Content-Security-Policy"] = _policy_of(response, script_hashes)
    if encrypted:
        response.headers["Strict-Transport-Security"] = ENCRYPTED
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _policy_of(response: Response, script_hashes: Iterable[str]) -> str:
    if response.mimetype in ("text/javascript", "application/javascript"):
        return policy((), ())
    if response.mimetype != "text/html":
        return NOTHING
    own = inside(response.get_data(as_text=True)) if not response.direct_passthrough else ()
    return policy(script_hashes, own or LIBRARIES)
