"""What records say in English: sections, calls, positions, addressees, decisions, units, posts and short names."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OWNED = (
    "project",
    "result",
    "dossier",
    "organisation",
    "membership",
    "activity",
    "cooperation",
    "offer",
    "budget",
    "fund",
    "target",
    "remark",
    "area_statement",
)
ADDED = (
    ("area", "name_short_en"),
    ("programme", "norway_why_en"),
    ("rate", "source_en"),
    ("result", "unit_en"),
    ("call", "title_en"),
    ("dossier", "position_en"),
    ("organisation", "name_en"),
    ("post", "title_en"),
    ("activity", "addressee_en"),
    ("activity", "decision_en"),
    ("budget", "decided_by_en"),
)


def upgrade() -> None:
    for entity, column in (*ADDED, *((entity, "owner_en") for entity in OWNED)):
        op.add_column(entity, sa.Column(column, sa.Text(), nullable=True))
