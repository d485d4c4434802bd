"""The portfolio as files."""
