"""The speed and scale suite, and what it needs."""
