"""What can still be done about the calls that fit: how many can be met, what must be decided next, what is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from akint_dash.measures.call_sheet import Milestone, way_back
from akint_dash.measures.calls import Call, urgent
from akint_dash.measures.dues import CallStates


@dataclass(frozen=True, slots=True)
class Reach:
    """Calls that fit and have a deadline ahead, the nearest first: ``met`` can still be met, ``late`` not.

    ``step`` is the first thing to be done for any of ``met`` that is not applied for yet, ``after`` those that are lost
    when its day has passed, ``unknown`` those of ``met`` of which no such day is known. ``stage``: some of ``late``
    have passed no day of a step but their first stage. ``undated`` fit too, without a known deadline.
    """

    met: tuple[Call, ...] = ()
    late: tuple[Call, ...] = ()
    step: Milestone | None = None
    after: tuple[Call, ...] = ()
    unknown: tuple[Call, ...] = ()
    stage: bool = False
    undated: tuple[Call, ...] = ()

    @property
    def every(self) -> tuple[Call, ...]:
        """All of them."""
        return (*self.met, *self.late)

    @property
    def pressing(self) -> Call | None:
        """The call of the next step; where none is known the nearest that can be met, else the nearest."""
        return next(iter((*self.after, *self.every)), None)


def reach(some: Sequence[Call], states: CallStates) -> Reach:
    """The reach of the calls of a selection."""
    near = urgent(some)
    late = tuple(call for call in near if states.lost(call))
    met = tuple(call for call in near if not states.lost(call))
    portfolio, today = states.scope.portfolio, states.scope.today
    ways = [(call, way_back(portfolio, call, today)) for call in met if not states.sent(call)]
    ahead = [(way.first_ahead, call) for call, way in ways if way and way.first_ahead]
    step = min((one for one, _ in ahead), key=lambda one: one.day, default=None)
    return Reach(
        met,
        late,
        step,
        after=tuple(call for one, call in ahead if step and one.day == step.day),
        unknown=tuple(call for call, way in ways if not (way and way.first_ahead)),
        stage=any(states.late(call) is None for call in late),
        undated=tuple(call for call in some if call.fits and call.state == "undated"),
    )
