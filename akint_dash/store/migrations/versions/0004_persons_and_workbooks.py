"""What an undo needs of persons, who was forgotten, and which workbooks a revision was read from.

A person without any name before this was forgotten (or never had one): the code stays empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("person", sa.Column("forgotten", sa.Boolean(), server_default=sa.false(), nullable=False))
    person = sa.table(
        "person", sa.column("name"), sa.column("mail"), sa.column("role"), sa.column("forgotten", sa.Boolean())
    )
    nameless = sa.and_(person.c.name.is_(None), person.c.mail.is_(None), person.c.role.is_(None))
    op.execute(sa.update(person).where(nameless).values(forgotten=True))
    op.create_table(
        "person_change",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("there", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("mail", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_person_change_revision")),
        sa.PrimaryKeyConstraint("revision", "code", name=op.f("pk_person_change")),
    )
    op.add_column("revision", sa.Column("workbooks", sa.Text(), server_default="", nullable=False))
