"""The county whose portfolio this is."""

from typing import Final

COUNTY: Final = "32"
"""Akershus's number in the list of municipalities."""
