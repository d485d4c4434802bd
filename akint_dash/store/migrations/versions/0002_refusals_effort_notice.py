"""Why an application was refused and what it cost, what a project pays for, and when a membership can be left."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REASONS = ("competition", "quality", "relevance", "partnership", "budget", "formal", "other")


def upgrade() -> None:
    """Columns are added in place, each with its check: no table is made anew, so nothing that hangs on one is lost."""
    op.add_column("project", sa.Column("application_hours", sa.Float(53)))
    op.add_column("project", sa.Column("fte", sa.Float(53)))
    reasons = ", ".join(f"'{reason}'" for reason in REASONS)
    _add_checked("project_step", "reason", f'"reason" IN ({reasons})')
    op.add_column("project_step", sa.Column("reason_words", sa.Text()))
    _add_checked("membership", "notice_by", "\"notice_by\" LIKE '____-__-__'")


def _add_checked(table: str, column: str, check: str) -> None:
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} TEXT CONSTRAINT ck_{table}_{column} CHECK ({check})")
