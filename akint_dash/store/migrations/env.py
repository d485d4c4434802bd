"""Alembic's entry: runs on the connection it is handed (``store.engine.upgrade``)."""

from alembic import context

from akint_dash.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
