"""Why council areas confirmed or dismissed a call, in their own words."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("call", sa.Column("fit_reasons", sa.Text(), nullable=True))
