"""The command ``akint-dash``: the way in for people and scripts, in bokmål."""

from akint_dash.cli.door import main

__all__ = ["main"]
