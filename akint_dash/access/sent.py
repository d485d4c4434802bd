"""An answer that went out before, with everything that is done to answers done to it."""

from __future__ import annotations

from flask import Response


class Sent(Response):
    """Nothing is put before its addresses and no header on it: both were, when it was made."""
