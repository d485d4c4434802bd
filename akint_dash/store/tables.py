"""The tables, made from :data:`akint_dash.domain.schema.ENTITIES`, and the two tables of the history.

One table an entity; one table a tie (``project_goals``: code, goal, position and, where shares are kept, share). Every
foreign key is deferred to COMMIT, so records of one revision may come in any order. ``revision`` and ``change`` only
grow: triggers made by the first migration refuse to change or delete in them.
"""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa

from akint_dash.domain.choices import CHOICES
from akint_dash.domain.schema import ENTITIES, Column, Entity, Kind

METADATA: Final = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_TYPES: Final[dict[Kind, Any]] = {
    Kind.TEXT: sa.Text,
    Kind.DATE: sa.Text,
    Kind.MOMENT: sa.Text,
    Kind.INTEGER: sa.Integer,
    Kind.NUMBER: sa.Float(53),
    Kind.MONEY: sa.BigInteger,
    Kind.FLAG: sa.Boolean,
    Kind.CHOICE: sa.Text,
    Kind.REFERENCE: sa.Text,
}


def _foreign(target: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{target}.code", deferrable=True, initially="DEFERRED")


def _column(column: Column) -> sa.Column[Any]:
    keys = [_foreign(column.of)] if column.kind is Kind.REFERENCE else []
    return sa.Column(column.name, _TYPES[column.kind], *keys, nullable=not column.required)


def _checks(entity: Entity) -> list[sa.CheckConstraint]:
    checks = [sa.CheckConstraint("length(code) > 0", name="code")]
    for column in entity.scalars:
        name = column.name
        if column.kind is Kind.CHOICE:
            codes = ", ".join(f"'{code}'" for code in CHOICES[column.of])
            checks.append(sa.CheckConstraint(f'"{name}" IN ({codes})', name=name))
        elif column.kind is Kind.DATE:
            checks.append(sa.CheckConstraint(f"\"{name}\" LIKE '____-__-__'", name=name))
        elif column.kind is Kind.MOMENT:
            checks.append(sa.CheckConstraint(f"\"{name}\" LIKE '____-__-__T__:__:__Z'", name=name))
        elif column.name in ("people", "hours"):
            checks.append(sa.CheckConstraint(f'"{name}" >= 0', name=name))
    return checks


def _entity_table(entity: Entity) -> sa.Table:
    return sa.Table(
        entity.name,
        METADATA,
        sa.Column("code", sa.Text, primary_key=True),
        *(_column(column) for column in entity.scalars),
        sa.Column("demonstration", sa.Boolean, nullable=False, server_default=sa.false()),
        *_checks(entity),
    )


def _tie_table(entity: Entity, column: Column) -> sa.Table:
    share = sa.Column("share", sa.Integer, sa.CheckConstraint("share BETWEEN 1 AND 100", name="share"))
    return sa.Table(
        f"{entity.name}_{column.name}",
        METADATA,
        sa.Column("code", sa.Text, _foreign(entity.name), primary_key=True),
        sa.Column("target", sa.Text, _foreign(column.of), primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        *([share] if column.shares else []),
    )


TABLES: Final = {name: _entity_table(entity) for name, entity in ENTITIES.items()}
TIES: Final = {
    (name, column.name): _tie_table(entity, column) for name, entity in ENTITIES.items() for column in entity.ties
}

SOURCE_REF: Final = sa.Table(
    "source_ref",
    METADATA,
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("source", sa.Text, primary_key=True),
    sa.Column("source_key", sa.Text, primary_key=True),
)

PERSON: Final = sa.Table(
    "person",
    METADATA,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("mail", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("forgotten", sa.Boolean, nullable=False, server_default=sa.false()),
)

PERSON_CHANGE: Final = sa.Table(
    "person_change",
    METADATA,
    sa.Column("revision", sa.Integer, sa.ForeignKey("revision.number"), primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("there", sa.Boolean, nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("mail", sa.Text),
    sa.Column("role", sa.Text),
)
"""What a person was before a revision (``there``: whether at all). No part of the history: ``forget`` empties it."""

REVISION: Final = sa.Table(
    "revision",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("recorded_at", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("data_as_of", sa.Text),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("files", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("undoes", sa.Integer, sa.ForeignKey("revision.number")),
    sa.Column("added", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False),
    sa.Column("closed", sa.Integer, nullable=False),
    sa.Column("workbooks", sa.Text, nullable=False, server_default=""),
    sa.Column("reason", sa.Text),
)

CHANGE: Final = sa.Table(
    "change",
    METADATA,
    sa.Column("revision", sa.Integer, sa.ForeignKey("revision.number"), primary_key=True),
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    sa.Index("ix_change_entity_code", "entity", "code"),
)

SCREEN_LINK: Final = sa.Table(
    "screen_link",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("expires_at", sa.Text, nullable=False),
    sa.Column("revoked_at", sa.Text),
    sa.Column("seen_at", sa.Text),
)
"""Who may open the wall until when. No part of the portfolio or its history."""

ENDED_SESSION: Final = sa.Table(
    "ended_session",
    METADATA,
    sa.Column("mark", sa.Text, primary_key=True),
    sa.Column("ended_at", sa.Text, nullable=False),
)
"""Sessions that were signed out of. No part of the portfolio or its history."""

APPEND_ONLY: Final = ("revision", "change")
