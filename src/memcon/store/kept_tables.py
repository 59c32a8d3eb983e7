"""The tables of what the join keeps, so that the next one need not begin anew. None of them is part of the record."""

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, LargeBinary, Table

from memcon.store.columns import Text, days, metadata

kept_documents = Table(
    "kept_documents",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, nullable=False),  # of the findings that were joined
    Column("second_hand", Boolean, nullable=False),  # a machine changed its words
    Column("datable", Boolean, nullable=False),  # it is undated, and another report could date it
    Column("last", Date),  # on which it can have appeared
    Column("prints", LargeBinary, nullable=False),  # of its statements
)
kept_actors = Table(  # the actors of each document, and who they are
    "kept_actors",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("actor", Text, nullable=False, index=True),
    Column("name", Text, index=True),  # of a named person
    Column("body", LargeBinary, nullable=False),
)
kept_names = Table(  # names of persons, by what those share that can be joined
    "kept_names", metadata, Column("block", Text, primary_key=True), Column("name", Text, primary_key=True, index=True)
)
kept_sums = Table(  # what all documents say of an actor
    "kept_sums", metadata, Column("actor", Text, primary_key=True), Column("body", LargeBinary, nullable=False)
)
kept_engagements = Table(  # the engagements of each document, and which they are
    "kept_engagements",
    metadata,
    Column("document", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("engagement", Text, nullable=False, index=True),
    Column("part", Text, nullable=False, index=True),  # what can be joined, directly or not, has the same
    Column("body", LargeBinary, nullable=False),
)
kept_blocks = Table(  # what engagements share that can be one, and the months in which
    "kept_blocks",
    metadata,
    Column("block", Text, primary_key=True),
    Column("document", Text, primary_key=True, index=True),
    Column("key", Text, primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
)
kept_prints = Table(  # words on end that statements quote, as numbers
    "kept_prints",
    metadata,
    Column("print", BigInteger, primary_key=True, autoincrement=False),
    Column("statement", Text, primary_key=True),
)
kept_runs = (
    Table(  # words on end of quotations whose wordings differ, and the documents of these: a new one would be evidence
        "kept_runs",
        metadata,
        Column("run", BigInteger, primary_key=True, autoincrement=False),
        Column("document", Text, primary_key=True, index=True),
    )
)
kept_quotations = Table(  # the documents that have one quotation, in the same words or not
    "kept_quotations",
    metadata,
    Column("quotation", Text, primary_key=True),
    Column("document", Text, primary_key=True, index=True),
)
kept_plain = Table(  # engagements as they are without what others show of them and people set right, where that differs
    "kept_plain",
    metadata,
    Column("engagement", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    *days("date"),
    Column("body", LargeBinary, nullable=False),
)
kept_copies = Table(  # the index of copies, by what was changed at once
    "kept_copies",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("ids", LargeBinary, nullable=False),
    Column("digests", LargeBinary, nullable=False),
    Column("orders", LargeBinary, nullable=False),
    Column("filed", LargeBinary, nullable=False),
    Column("keys", LargeBinary, nullable=False),
    Column("owners", LargeBinary, nullable=False),
    Column("candidates", LargeBinary, nullable=False),
    Column("strengths", LargeBinary, nullable=False),
    Column("verbatims", LargeBinary, nullable=False),
    Column("copies", LargeBinary, nullable=False),
    Column("gone", LargeBinary, nullable=False),
)

KEPT_TABLES = (
    kept_documents, kept_actors, kept_names, kept_sums, kept_engagements, kept_blocks, kept_prints, kept_runs,
    kept_quotations, kept_plain, kept_copies,
)  # fmt: skip
