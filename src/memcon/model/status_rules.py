"""The rules that can give a mention its status. `EngagementMention.rule` holds the word of one."""

from enum import StrEnum


class Rule(StrEnum):
    """What decided the status of a mention."""

    SILENT = "silent"  # the clause does not say
    HAPPENED = "happened"
    UNDER_WAY = "under way"
    SCHEDULED = "scheduled"
    POSSIBLE = "possible"
    GIVEN_UP = "given up"  # called off, put off, declined, ruled out by the words
    UNFULFILLED = "unfulfilled"  # "was to have met": it was planned and did not come about
    NOT_HAPPENED = "did not happen"  # "did not meet": nothing says that it had been planned
    DENIED = "denied"
    HEDGED = "the words around it"
    NOT_VOUCHED = "not vouched for"  # a condition, a question, a rumour, a fiction
    ITS_VERB = "its own verb"  # "invited", "snubbed": the verb of the trigger
    TITLE = "title of an official paper"
    OCCASION = "the rest of the report"
    DAY_AHEAD = "its day is to come"
    DAY_PAST = "its day is past"
    STANDING = "talks spoken of as under way"
    ORGANISED = "an organisation's own"
