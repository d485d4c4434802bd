"""Made-up states, valid by the schema: every entity with every kind of column. Seeded, so that a failure repeats."""

from __future__ import annotations

from random import Random
from typing import Any

from sqlalchemy.engine import Engine

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.history import DEMONSTRATION, SOURCE_REFS, Change, State, Values, clean
from akint_dash.domain.references import references
from akint_dash.domain.schema import ENTITIES, Column, Kind
from akint_dash.store.engine import reading
from akint_dash.store.revisions import Origin, Revision, record
from akint_dash.store.state import read_state

TEXTS = (
    "Ås",
    "ærlig æøå ÆØÅ",
    "'; DROP TABLE project; --",
    'sa "hei"',
    "to\nlinjer",
    "  luft  ",
    "😀",
    "100 %",
    "0301",
)
POOL = 3
"""How many codes each entity may have."""


def diff(before: State, after: State) -> list[Change]:
    """The changes that make ``after`` of ``before``, in the order of their keys."""
    changes = []
    for entity in sorted(before.keys() | after.keys()):
        old, new = before.get(entity, {}), after.get(entity, {})
        for code in sorted(old.keys() | new.keys()):
            if old.get(code) != new.get(code):
                changes.append(Change(entity, code, old.get(code), new.get(code)))
    return changes


def code_of(entity: str, number: int) -> str:
    return f"{entity[:4].upper()}-Ø{number}"


def pool(entity: str) -> list[str]:
    return [code_of(entity, number) for number in range(POOL)]


def scalar(random: Random, column: Column) -> Any:
    """A value for a column that is not a reference."""
    if column.kind is Kind.CHOICE:
        return random.choice(list(CHOICES[column.of]))
    if column.kind is Kind.DATE:
        return f"{random.randint(2020, 2029)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    if column.kind is Kind.MOMENT:
        return f"2026-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}T{random.randint(0, 23):02d}:00:59Z"
    if column.kind is Kind.INTEGER:
        return random.choice([0, 1, 2026, 2**31 - 1])
    if column.kind is Kind.MONEY:
        return random.choice([0, 1, -5, 123_456_789, 2**62 + 1])
    if column.kind is Kind.NUMBER:
        return random.choice([0.0, 0.1, 1e-9, 37.5, 123456789.123])
    return random.choice(TEXTS)


def values_of(random: Random, entity: str, share: float) -> Values:
    """A record: required columns always, each other with chance ``share``; references into the pools."""
    values: dict[str, Any] = {}
    for column in ENTITIES[entity].columns:
        if not column.required and random.random() > share:
            continue
        if column.kind is Kind.REFERENCE:
            values[column.name] = random.choice(pool(column.of))
        elif column.kind is Kind.TIES:
            targets = random.sample(pool(column.of), random.randint(1, POOL))
            values[column.name] = [
                [t, random.randint(1, 100) if column.shares and random.random() < 0.5 else None] for t in targets
            ]
        else:
            values[column.name] = scalar(random, column)
    if random.random() < share / 2:
        values[DEMONSTRATION] = True
    if random.random() < share / 2:
        values[SOURCE_REFS] = [["kilde", f"{random.randint(0, 99)}"], ["økilde", "b|c"]]
    return clean(values)


def repaired(state: State) -> State:
    """Without what leads nowhere: optional references and ties are left out, records that need theirs closed."""
    now: dict[str, dict[str, Values]] = {entity: dict(records) for entity, records in state.items()}
    again = True
    while again:
        again = False
        for entity, records in now.items():
            columns = ENTITIES[entity].by_name
            for code, values in list(records.items()):
                lost = {(c, x) for c, target, x in references(entity, values) if x not in now.get(target, {})}
                if not lost:
                    continue
                again = True
                if any(columns[column].required for column, _ in lost):
                    del records[code]
                    continue
                kept: dict[str, Any] = dict(values)
                for name in {column for column, _ in lost}:
                    ties = kept.pop(name)
                    if columns[name].kind is Kind.TIES:
                        kept[name] = [pair for pair in ties if (name, pair[0]) not in lost]
                records[code] = clean(kept)
    return {entity: records for entity, records in now.items() if records}


def state_of(random: Random, *, share: float = 0.5, chance: float = 0.7) -> State:
    """A state: each code of each pool with ``chance``, each optional column with ``share``."""
    made: dict[str, dict[str, Values]] = {
        entity: {code: values_of(random, entity, share) for code in pool(entity) if random.random() < chance}
        for entity in ENTITIES
    }
    return repaired(made)


def next_state(random: Random, state: State) -> State:
    """What a state may become: a tenth closed, a tenth changed, some added."""
    made: dict[str, dict[str, Values]] = {entity: {} for entity in ENTITIES}
    for entity in ENTITIES:
        for code in pool(entity):
            old, throw = state.get(entity, {}).get(code), random.random()
            if old is None:
                if throw < 0.2:
                    made[entity][code] = values_of(random, entity, 0.4)
            elif throw < 0.8:
                made[entity][code] = old
            elif throw < 0.9:
                made[entity][code] = values_of(random, entity, 0.4)
    return repaired(made)


def full_state() -> State:
    """Every entity with every column filled."""
    state = state_of(Random(1), share=1.0, chance=1.0)
    assert state.keys() == ENTITIES.keys()
    return state


def now_in(engine: Engine) -> State:
    """The state in the database."""
    with reading(engine) as connection:
        return read_state(connection)


def write(engine: Engine, after: State, *, recorded_at: str | None = None, who: str = "prøve") -> Revision | None:
    """Make the database hold ``after``, as one revision."""

    def plan(before: State, *_: object) -> list[Change]:
        return diff({k: v for k, v in before.items() if k != "person"}, after)

    return record(engine, Origin(who, "test", recorded_at=recorded_at), plan)
