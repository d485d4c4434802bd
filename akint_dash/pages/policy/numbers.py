"""Where the numbers of the policy page's titles, sentences and tables lead: to the records that they count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from akint_dash.components.numbers import Cells, Numbers
from akint_dash.components.view import View
from akint_dash.components.ways import to_count, to_record, to_table, to_these
from akint_dash.figures.marks import Mark
from akint_dash.measures.engagement import met_same_days
from akint_dash.measures.memberships import GIVEN, Worth, Year, cost
from akint_dash.measures.policy import HEARD, OUTCOMES, Followed, Input
from akint_dash.pages.policy.answers import GAVE
from akint_dash.text.missing import least

DECIDED: Final = HEARD | {"not_adopted"}
Chosen = Callable[[Mapping[str, Any], Input], bool]
"""(a row of a table, an input) -> whether the row is of it."""


def followed(view: View, found: Sequence[Followed]) -> Mark:
    """The dossiers counted by the page's finding."""
    return to_count(view, view.words("EU-saker"), "dossier", [one.code for one in found], "eu-saker")


def dossiers(view: View, found: Sequence[Followed], ahead: Sequence[str]) -> Numbers:
    """Our deadlines ahead, or the dossiers of the period; how many are EEA relevant, of those assessed."""
    w = view.words
    alive = [one for one in found if not one.closed]

    def some(name: str, mine: Iterable[Followed]) -> Mark:
        return to_count(view, name, "dossier", [one.code for one in mine], "eu-saker")

    due = to_count(view, w("vår frist"), "dossier_deadline", ahead, "eu-saker")
    relevant = some(w("EØS-relevans"), [one for one in alive if one.eea == "relevant"])
    known = some(w("EU-saker"), [one for one in alive if one.eea])
    possible = some(w("EØS-relevans"), [one for one in alive if one.eea == "possible"])
    unknown = some(w("EØS-relevans er ikke vurdert"), [one for one in alive if not one.eea])
    title = followed(view, found) if view.selection.periode else due
    return Numbers([title], [relevant, known, possible, unknown])


# -- what we have promoted


def _of(view: View, name: str, some: Iterable[Input], key: str) -> Mark:
    return to_count(view, name, "activity", [one.code for one in some], key)


def outcomes(view: View, inputs: Sequence[Input], key: str) -> list[Mark]:
    """The inputs of a known outcome, those adopted and those in part, as the title of the inputs says them: of one
    alone it says no number."""
    w = view.words
    decided = [one for one in inputs if one.outcome in DECIDED]
    if len(decided) == 1:
        return []
    some = [_of(view, w("Av dem med kjent utfall"), decided or inputs, key)]
    for kind, word in (("adopted", w("helt tatt til følge")), ("partly", w("delvis tatt til følge"))):
        some.append(_of(view, word, [one for one in inputs if one.outcome == kind], key))
    return some


def unknown_outcome(view: View, inputs: Sequence[Input]) -> Mark:
    """The inputs whose outcome is not recorded."""
    return _of(view, view.words("Mangler utfall"), [one for one in inputs if one.outcome is None], "innspill")


def heard(view: View, inputs: Sequence[Input]) -> Numbers:
    """How they went, to whom, and how many wait; in the table by addressee, channel and level."""
    w, key = view.words, "innspill"
    to = [
        _of(view, w.choice("addressee_kind", kind), [i for i in inputs if i.to == kind], key)
        for kind in ("eu", "national")
    ]
    waiting = _of(view, w("venter på svar"), [one for one in inputs if one.outcome == "pending"], key)

    def mine(row: Mapping[str, Any], one: Input) -> bool:
        place = [row[name][1] if row[name] else None for name in ("to", "channel", "sphere")]
        return place == [one.to, one.channel, one.sphere]

    return Numbers(outcomes(view, inputs, key), [*to, waiting], _input_cells(view, inputs, mine, key))


def grounds(view: View, inputs: Sequence[Input], leader: str | None) -> Numbers:
    """Those that stand on a goal or decision, of all; those of the ``leader``, the goal promoted most, or the goals."""
    w, key = view.words, "grunnlag"
    aimed = [one for one in inputs if one.goal]
    title = [_of(view, w("Knyttet til mål eller vedtak"), [i for i in inputs if i.grounded], key)]
    title.append(_of(view, w("Innspill"), inputs, key))
    say = [to_count(view, w("Mål i plan"), "goal", {str(one.goal) for one in aimed}, key)]
    if leader:
        say = [_of(view, w("Innspill"), [one for one in aimed if one.goal == leader], key)]
        say.append(_of(view, w("Innspill"), aimed, key))
    elif len(aimed) == 1:
        say = [_of(view, w("Innspill"), aimed, key)]

    def mine(row: Mapping[str, Any], one: Input) -> bool:
        if row["ground"] is None:
            return not one.grounded
        kind, name = row["ground"]
        said = view.words.name(view.portfolio.get("activity", one.code), "decision") if one.decision else None
        return one.goal == name if kind == "goal" else not one.goal and said == name

    return Numbers(title, say, _input_cells(view, inputs, mine, key))


def loose(view: View, some: Sequence[Input], inputs: Sequence[Input]) -> Numbers:
    """How those without goal or decision went, or how many they are."""
    w, key = view.words, "uten-vedtak"
    named = [(w("Uten mål eller vedtak"), list(some)), (w("Innspill"), list(inputs))]
    if len(some) > 1:
        words = {kind: w.choice("outcome", kind) for kind in OUTCOMES} | {"": w("Mangler utfall")}
        by = [(word, [one for one in some if (one.outcome or "") == kind]) for kind, word in words.items()]
        named = [named[0], *((word, mine) for word, mine in by if mine)]
    return Numbers([_of(view, name, mine, key) for name, mine in named])


def through(view: View, inputs: Sequence[Input], names: Mapping[str, str], first: str | None) -> Numbers:
    """Those through the network that most went through (``first``), of those through any; in the table by network,
    whose ``names`` it holds."""
    w, key = view.words, "gjennom"
    shared = [one for one in inputs if one.via]
    title = [_of(view, w("Innspill"), inputs, key)]
    if first:
        title = [_of(view, names[first], [one for one in inputs if first in one.via], key)]
        title.append(to_table(view, f"{w('Innspill')}: {w.number(sum(len(one.via) for one in shared))}", key))

    def mine(row: Mapping[str, Any], one: Input) -> bool:
        return row["organisation"][1] in [names[code] for code in one.via or ("",)]

    return Numbers(title, cells=_input_cells(view, inputs, mine, key))


def _input_cells(view: View, inputs: Sequence[Input], mine: Chosen, key: str) -> Cells:
    """The inputs of a row: all, of an outcome, and how many of a known one were heard."""
    kinds: dict[str, frozenset[str | None]] = {kind: frozenset({kind}) for kind in OUTCOMES}
    kinds |= {"lacking": frozenset({None}), "heard": frozenset(HEARD), "decided": frozenset(DECIDED)}

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        some = [one for one in inputs if mine(row, one)]
        if name in kinds:
            some = [one for one in some if one.outcome in kinds[name]]
        elif name != "total":
            return None
        return to_these(view, "", "activity", [one.code for one in some], key)

    return cell


# -- memberships


def fees(view: View, said: str, ore: int, years: Iterable[tuple[str, int]], key: str) -> Mark:
    """The fees of some memberships in some years (membership, year), where those in kroner sum to the amount."""
    asked, found, sums = set(years), [], 0
    for code, values in view.portfolio.records("membership_fee").items():
        if (values["membership"], int(str(values["year"]))) in asked and "amount" in values:
            if str(values.get("currency", "NOK")) != "NOK":
                return to_table(view, said, key)
            found.append(code)
            sums += int(str(values["amount"]))
    return to_these(view, said, "membership_fee", found, key) if sums == ore else to_table(view, said, key)


def cost_of_year(view: View, found: Sequence[Worth]) -> list[Mark]:
    """The memberships held in the year, their fees and those without one, as the lead says them."""
    w, told = view.words, cost(view.scope, list(found))
    held = [(one, year) for one in found for year in one.years if year.year == told.year]
    known = [(one.code, year.year) for one, year in held if year.fee_ore is not None]
    said = f"{w('Kontingent')}: {least(w, told.ore, told.lacking or told.foreign)}"

    def some(name: str, mine: Iterable[Worth]) -> Mark:
        return to_count(view, name, "membership", [one.code for one in mine], "medlemskap")

    return [
        some(w("Medlemskap"), [one for one, _ in held]),
        fees(view, said, told.ore, known, "medlemskap"),
        some(w("mangler"), [one for one, year in held if year.fee_ore is None and not year.no_rate]),
        some(w("mangler valutakurs"), [one for one, year in held if year.no_rate]),
    ]


def sheet(view: View, rows: Sequence[Worth], ore: int, lacking: int, silent: Sequence[Worth]) -> Numbers:
    """The fees of all years and the projects; the memberships with nothing recorded that are not named; in the table
    what each year of each gave."""
    w, key = view.words, "medlemskap"
    known = [(one.code, year.year) for one in rows for year in one.years if year.fee_ore is not None]
    projects = {code for one in rows for code in one.given("projects")}
    title = [fees(view, f"{w('Kontingent')}: {least(w, ore, lacking)}", ore, known, key)]
    title.append(to_count(view, w("Prosjekter"), "project", projects, key))
    more = to_count(view, w("ingenting registrert"), "membership", [one.code for one in silent[3:]], key)
    lines = [(one, year) for one in rows for year in one.years]

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        return of_year(view, *lines[at], name) if name in ("fee", *GIVEN) else None

    return Numbers(title, [*_named_fees(view, silent[:3]), more], cell)


def _named_fees(view: View, silent: Sequence[Worth]) -> list[Mark]:
    """The fee of each membership that is named."""
    found = []
    for one in silent:
        if one.fee_ore is not None:
            told = least(view.words, one.fee_ore, one.lacking or one.no_rate)
            known = [(one.code, year.year) for year in one.years if year.fee_ore is not None]
            said = f"{view.name('organisation', one.organisation)}: {told}"
            found.append(fees(view, said, one.fee_ore, known, "medlemskap"))
    return found


def of_year(view: View, one: Worth, year: Year, name: str) -> Mark:
    """The fee of a year of a membership, or what the year gave of a kind."""
    if name == "fee":
        return fees(view, "", year.fee_ore or 0, [(one.code, year.year)], "medlemskap")
    return to_these(view, "", GAVE[name][0], getattr(year, name), "medlemskap")


def leaving(view: View, soon: Sequence[str], unknown: Sequence[str], every: Sequence[str]) -> Numbers:
    """The memberships whose last day comes soon, and those without one; each row of the table is of ``every`` one."""
    w, key = view.words, "si-opp"
    near = to_count(view, w("Siste dag for å si opp"), "membership", soon, key)
    none = to_count(view, w("Siste dag for å si opp mangler"), "membership", unknown, key)

    def cell(at: int, _: Mapping[str, Any], name: str) -> Mark | None:
        return to_record(view, "", "membership", every[at]) if name in ("fee", "links") else None

    return Numbers([near], [none], cell)


def engaged(view: View, found: Sequence[Worth]) -> Numbers:
    """The memberships with posts or meetings and what those are; the meetings of this year and the year before; in the
    table those of each level."""
    w, key = view.words, "deltakelse"
    active = [one.code for one in found if one.given("posts") or one.given("meetings")]
    posts = [code for one in found for code in one.given("posts")]
    meetings = [code for one in found for code in one.given("meetings")]
    title = [to_count(view, w("Medlemskap med registrerte verv eller møter"), "membership", active, key)]
    title.append(to_count(view, w("Medlemskap"), "membership", [one.code for one in found], key))
    title.append(to_count(view, w("Verv"), "post", posts, key))
    title.append(to_count(view, w("Politiske verv"), "post", _at(view, "post", posts, "political"), key))
    title.append(to_count(view, w("Nettverksmøter"), "activity", meetings, key))
    pair = met_same_days(view.scope, list(found)) or ()
    say = [to_count(view, w("Nettverksmøter"), "activity", codes, key) for codes in pair]
    of = {one.organisation: one for one in found}

    def cell(_: int, row: Mapping[str, Any], name: str) -> Mark | None:
        kind, sphere = name.split("_") if "_" in name else ("", "")
        if kind not in ("posts", "meetings"):
            return None
        entity, one = GAVE[kind][0], of[row["organisation"][1]]
        level = "" if sphere == "lacking" else sphere
        codes = _at(view, entity, one.given(kind), level)
        return to_these(view, "", entity, codes, key) if len(codes) == row[name] else None

    return Numbers(title, say, cell)


def _at(view: View, entity: str, codes: Iterable[str], sphere: str) -> list[str]:
    """Those of a level."""
    return [code for code in codes if str(view.portfolio.get(entity, code).get("sphere", "")) == sphere]
