"""Until ``text.problems`` is there: keys and values as they are."""

from typing import Any


def error_line(_: Any, error: Any) -> str:
    """An error."""
    return f"{error.key} {error.values}"


def problem_line(_: Any, problem: Any) -> str:
    """A problem."""
    p = problem.place
    return f"{p.file} {p.sheet} {p.row} {p.column}: {problem.key} {problem.value} {problem.expected}"
