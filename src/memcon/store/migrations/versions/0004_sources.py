"""Where documents are found has a table of its own: the same report can be found at several places.

The ids of documents no longer follow from their paths. What was said of a document when it was read is not kept in an older
database, so its id cannot be made anew here: it keeps the one it has until its source is read again, and then makes way for the one
that is read, with what people decided about it. The digest of a line of JSON was of the line and is of the text now; both are noted.
"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    columns = ("document", "source", "sha256", "said")
    op.create_table(
        "sources",
        *(sa.Column(name, sa.Text(), nullable=False) for name in columns),
        sa.PrimaryKeyConstraint(*columns, name=op.f("pk_sources")),
    )
    sources = sa.table("sources", *(sa.column(name, sa.Text) for name in columns))
    database = op.get_bind()
    query = "SELECT d.id, d.source, d.sha256, t.text FROM documents d JOIN texts t ON t.document = d.id"
    for document, source, digest, text in database.execute(sa.text(query)):
        for each in {digest, sha256(text.encode("utf-8", "surrogatepass")).hexdigest()}:
            row = {"document": document, "source": source, "sha256": each, "said": ""}
            database.execute(sa.insert(sources), row)
