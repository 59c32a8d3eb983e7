"""Alembic runs the migrations here, on the connection that `memcon.store.migrate` opened."""

from alembic import context

from memcon.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
