"""What the source itself says of a call."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("call", sa.Column("description", sa.Text(), nullable=True))
