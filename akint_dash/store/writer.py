"""Who writes where nobody has signed in."""

from __future__ import annotations

import getpass
import os


def user() -> str:
    """The name of the operating system's user: who wrote a revision."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"
