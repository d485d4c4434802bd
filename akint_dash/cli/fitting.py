"""``fit``: which calls fit, best first; ``fit confirm`` and ``fit dismiss``: what an area says of one."""

from __future__ import annotations

from akint_dash.cli.base import Refused, existing, say
from akint_dash.cli.report import revision_json, say_json
from akint_dash.cli.wording import problem_line, w
from akint_dash.importers.fit_answer import Answer, NotUnderstood, give
from akint_dash.settings import Settings
from akint_dash.store.engine import reading
from akint_dash.store.revisions import list_revisions, read_changes
from akint_dash.store.state import read_state
from akint_dash.store.writer import user


def fit(settings: Settings, *, as_json: bool) -> int:
    """Every call with the council areas and themes it fits; best first; an empty list where nothing does."""
    from akint_dash.measures.fit import county_rules  # pandas: half a second that no other command needs
    from akint_dash.measures.fit_listing import fit_list
    from akint_dash.store.portfolio import make
    from akint_dash.store.usable import usable

    with existing(settings) as engine, reading(engine) as connection:
        state, revisions, changes = read_state(connection), list_revisions(connection), read_changes(connection)
    rules = county_rules(settings.data_folder)
    shown, history, _ = usable(state, changes)
    found = fit_list(make(shown, revisions, history, "staff"), *settings.clock(), rules)
    if as_json:
        say_json({"calls": found})
        return 0
    for one in found:
        if one["themes"] or one["areas"]:
            percent, areas = w.number(round(100 * one["score"])), ", ".join(one["areas"]) or "–"
            closed = "  " + w("(stengt)") if one["state"] == "closed" else ""
            say(f"{percent:>3} %  {one['identifier']}  {areas}  {', '.join(one['themes'])}{closed}")
    fitting = sum(one["fits"] for one in found)
    alive = sum(one["state"] != "closed" for one in found)
    words = "{part} utlysninger som ikke er stengt, passer et rådsområde."
    say(w.n(words, words, fitting, part=w.part(fitting, alive)))
    return 0


def answer(settings: Settings, given: Answer, *, as_json: bool) -> int:
    """Write what an area says of a call."""
    if not given.confirmed and not given.reason.strip():
        raise Refused(w("Si hvorfor med --reason: den som ser utlysningen senere, skal forstå det."))
    with existing(settings) as engine:
        try:
            made = give(engine, given, user(), settings.day().year)
        except NotUnderstood as bad:
            raise Refused(" ".join(problem_line(problem) for problem in bad.problems)) from bad
    if as_json:
        say_json(revision_json(made.revision) if made.revision else {"revision": None})
        return 0
    if made.revision is None:
        told = (
            w("{call} er alt bekreftet for {area}.", call=made.call, area=made.area)
            if given.confirmed
            else w(
                "{call} er alt avvist for {area} med den begrunnelsen. Er utlysningen endret siden, gi en ny.",
                call=made.call,
                area=made.area,
            )
        )
        say(told)
        return 0
    n = made.revision.number
    told = (
        w("{call} er bekreftet for {area}. Angres med akint-dash undo {n}.", call=made.call, area=made.area, n=n)
        if given.confirmed
        else w("{call} er avvist for {area}. Angres med akint-dash undo {n}.", call=made.call, area=made.area, n=n)
    )
    say(told)
    return 0
