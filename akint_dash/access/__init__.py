"""Doors shut by default: who may, and the headers of every answer."""
