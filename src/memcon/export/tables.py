"""The record as tables for analysis (`TABLES`): flat rows with names, states and words beside the ids.

Comes in: a record. Goes out: for each table its columns and its rows, in the order of the record. What a cell of
`memcon export --format csv` holds as JSON is a table of its own here: who takes part in an engagement, the steps of its life, the
words of reports that tell of it. docs/tables.md has the same columns.
"""

from memcon.export import table_rows
from memcon.export.columns import PLACE_COLUMNS, YEAR, Column, Table, Type, date_columns

_DOCUMENT = Column("document", Type.TEXT, "id of the document")
_ENGAGEMENT = Column("engagement", Type.TEXT, "id of the engagement")
_STRETCH = (
    Column("start", Type.WHOLE, "where its words begin in the document's text, in Unicode code points"),
    Column("end", Type.WHOLE, "where they end"),
)
_YEAR_PUBLISHED = Column(YEAR, Type.WHOLE, "in which its document was published; null where that is not known for sure")
_YEAR_OF_ENGAGEMENT = Column(YEAR, Type.WHOLE, "in which the engagement lies; null where that is not known for sure")
_STATUS = "announced, planned, held, cancelled ... : docs/record.md has all"

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "documents",
            "a report, as it was read",
            (
                Column("id", Type.TEXT, "of the document"),
                Column("source", Type.TEXT, "path or address"),
                Column("outlet", Type.TEXT, "who published it"),
                Column("title", Type.TEXT, "its headline"),
                Column("byline", Type.TEXTS, "its authors"),
                *date_columns("published", "it was published"),
                Column("captured", Type.TEXT, "when its page was fetched, ISO 8601"),
                Column("language", Type.TEXT, "ISO 639-1"),
                Column("characters", Type.WHOLE, "of its text"),
                Column("sha256", Type.TEXT, "of its bytes"),
                Column("family", Type.TEXT, "id of the family of copies that it is of"),
                Column("relation", Type.TEXT, "of a copy: reprint, excerpt, spun ... ; null of what is no copy"),
                Column("canonical", Type.TEXT, "of a copy: the document that is to be trusted"),
                Column("condition", Type.TEXTS, "spun, back_translated, truncated, with_boilerplate"),
                Column(YEAR, Type.WHOLE, "in which it was published; null where that is not known for sure"),
            ),
            table_rows.documents,
        ),
        Table(
            "actors",
            "a person, a state, a body or a group",
            (
                Column("id", Type.TEXT, "of the actor"),
                Column("kind", Type.TEXT, "person, state, organisation, group"),
                Column("name", Type.TEXT, "as most reports name it"),
                Column("aliases", Type.TEXTS, "other names"),
                Column("state", Type.TEXT, "that it acts for, ISO 3166 alpha-3"),
                Column("state_gap", Type.TEXT, "of a person without a state: why"),
                Column("public", Type.TRUTH, "is an office, a state or a body told of it?"),
                Column("wikidata", Type.TEXT, "its item in Wikidata"),
                Column("titles", Type.TEXTS, "offices told of it"),
            ),
            table_rows.actors,
            parted=False,
        ),
        Table(
            "engagements",
            "an occasion, once, with the status of the last word on it",
            (
                Column("id", Type.TEXT, "of the engagement"),
                Column("kind", Type.TEXT, "meeting, talks, visit, call, summit ..."),
                Column("status", Type.TEXT, _STATUS),
                *date_columns("date", "it"),
                *PLACE_COLUMNS,
                Column("participants", Type.TEXTS, "names of those who take part"),
                Column("states", Type.TEXTS, "their states, ISO 3166 alpha-3, each once"),
                Column("issues", Type.TEXTS, "what it is about"),
                Column("part_of", Type.TEXT, "id of the engagement that it is part of"),
                Column("rescheduled_as", Type.TEXT, "id of the one that took its place"),
                Column("reports", Type.WHOLE, "documents that tell of it, copies included"),
                Column("origins", Type.WHOLE, "independent families among them"),
                Column("differing", Type.TEXTS, "fields that reports tell differently: date, place, kind, participant"),
                Column("private", Type.TRUTH, "is it what private people do among themselves?"),
                Column(
                    "confidence_status", Type.REAL, "the probability that there is such an engagement, with this status"
                ),
                Column("confidence_place", Type.REAL, "that it is the place"),
                Column("confidence_part_of", Type.REAL, "that it is part of that other"),
                Column("confidence_rescheduled_as", Type.REAL, "that it was put off to that other"),
                _YEAR_OF_ENGAGEMENT,
            ),
            table_rows.engagements,
        ),
        Table(
            "participants",
            "somebody who takes part in an engagement",
            (
                _ENGAGEMENT,
                Column("actor", Type.TEXT, "id of the actor"),
                Column("name", Type.TEXT, "of the actor"),
                Column("kind", Type.TEXT, "of the actor"),
                Column("state", Type.TEXT, "of the actor"),
                Column("part", Type.TEXT, "principal, host, attendee, organiser, mediator"),
                Column("office", Type.TEXT, "the title that most of the engagement's own reports give; null if none does"),
                Column("words", Type.TEXTS, "that name it there"),
                Column("documents", Type.TEXTS, "where they stand, one for each of the words"),
                _YEAR_OF_ENGAGEMENT,
            ),
            table_rows.participants,
        ),
        Table(
            "history",
            "a step in the life of an engagement, in the order in which it was told",
            (
                _ENGAGEMENT,
                Column("step", Type.WHOLE, "from 0"),
                Column("status", Type.TEXT, _STATUS),
                Column("said_earliest", Type.DAY, "first day on which the report can have been published"),
                Column("said_latest", Type.DAY, "last such day"),
                Column("words", Type.TEXTS, "that say it"),
                Column("documents", Type.TEXTS, "where they stand, one for each of the words"),
                _YEAR_OF_ENGAGEMENT,
            ),
            table_rows.history,
        ),
        Table(
            "reports",
            "words of a document that tell of an engagement",
            (
                _ENGAGEMENT,
                _DOCUMENT,
                *_STRETCH,
                Column("kind", Type.TEXT, "that they call it by"),
                Column("status", Type.TEXT, "that their sentence gives it"),
                _YEAR_OF_ENGAGEMENT,
            ),
            table_rows.reports,
        ),
        Table(
            "statements",
            "what somebody said, wrote or denied",
            (
                Column("id", Type.TEXT, "of the statement"),
                _DOCUMENT,
                *_STRETCH,
                Column("words", Type.TEXT, "the content as the document has it"),
                Column("kind", Type.TEXT, "direct, mixed, indirect"),
                Column("polarity", Type.TEXT, "asserts, denies, declines"),
                Column("speaker", Type.TEXT, "id of the actor who says it; null if unknown"),
                Column("speaker_name", Type.TEXT, "his name"),
                Column("speaker_state", Type.TEXT, "his state"),
                Column("speaker_text", Type.TEXT, "the words that name the speaker"),
                Column("addressee", Type.TEXT, "id of the actor to whom"),
                Column("addressee_name", Type.TEXT, "that actor's name"),
                Column("issues", Type.TEXTS, "what it is about"),
                Column("confidence", Type.REAL, "the probability that somebody says this and that it is the speaker"),
                Column("altered", Type.TRUTH, "were quoted words changed in this copy? null if unknown"),
                Column("retells", Type.TEXT, "of a copy: id of the canonical's statement"),
                Column("origins", Type.WHOLE, "independent families that tell it"),
                Column("rule", Type.TEXT, "that read it"),
                Column("said_earliest", Type.DAY, "first day on which its document can have been published"),
                Column("said_latest", Type.DAY, "last such day"),
                _YEAR_PUBLISHED,
            ),
            table_rows.statements,
        ),
        Table(
            "events",
            "a PLOVER event: somebody does something to somebody",
            (
                Column("id", Type.TEXT, "of the event"),
                _DOCUMENT,
                *_STRETCH,
                Column("words", Type.TEXT, "that tell it"),
                Column("type", Type.TEXT, "of PLOVER"),
                Column("mode", Type.TEXT, "of PLOVER"),
                Column("contexts", Type.TEXTS, "of PLOVER"),
                Column("actors", Type.TEXTS, "ids of those who act"),
                Column("actor_names", Type.TEXTS, "their names"),
                Column("actor_states", Type.TEXTS, "their states, each once"),
                Column("recipients", Type.TEXTS, "ids of those to whom it is done"),
                Column("recipient_names", Type.TEXTS, "their names"),
                Column("recipient_states", Type.TEXTS, "their states, each once"),
                *date_columns("date", "it"),
                *PLACE_COLUMNS,
                Column("tense", Type.TEXT, "past, present, future, hypothetical"),
                Column("negated", Type.TRUTH, "is it said not to happen?"),
                Column("holder", Type.TEXT, "id of who claims it; null for the report's own voice"),
                Column("holder_name", Type.TEXT, "that actor's name"),
                Column("intensity", Type.REAL, "Goldstein's scale as PLOVER has it"),
                Column("retells", Type.TEXT, "of a copy: id of the canonical's event"),
                Column("origins", Type.WHOLE, "independent families that tell it"),
                Column("rule", Type.TEXT, "that read it"),
                Column(YEAR, Type.WHOLE, "in which it lies; null where that is not known for sure"),
            ),
            table_rows.events,
        ),
        Table(
            "mentions",
            "words that name an actor or stand for one",
            (
                _DOCUMENT,
                *_STRETCH,
                Column("text", Type.TEXT, "the words"),
                Column("actor", Type.TEXT, "id of the actor; null where it stays open"),
                Column("actor_name", Type.TEXT, "that actor's name"),
                Column("how", Type.TEXT, "name, title, pronoun ... : docs/record.md has all"),
                _YEAR_PUBLISHED,
            ),
            table_rows.mentions,
        ),
    )
}
