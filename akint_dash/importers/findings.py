"""What a reader says beside its drafts."""

from __future__ import annotations

from dataclasses import dataclass, field

from akint_dash.domain.reading import Place, Problem


@dataclass(slots=True)
class Findings:
    """What a reader says beside its drafts; the same remark on the same value is said once."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    _said: set[tuple[str, str, str]] = field(default_factory=set)

    def problem(self, key: str, place: Place, value: str = "", expected: str = "") -> None:
        """A value the user must mend."""
        self.problems.append(Problem(key, place, value, expected))

    def remark(self, key: str, place: Place, value: str = "", expected: str = "") -> None:
        """Something the user may know: said once for each (key, column, value)."""
        said = (key, place.column, value)
        if said not in self._said:
            self._said.add(said)
            self.remarks.append(Problem(key, place, value, expected))
