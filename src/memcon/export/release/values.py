"""The values that columns with closed lists can have, each with its meaning: for the codebook and for the metadata."""

from collections.abc import Mapping

from memcon.export.release.about import Lists
from memcon.model.kinds import EngagementKind

Values = Mapping[str, str]

STATUS: Values = {
    "announced": "made public by those who hold it",
    "planned": "told as to come",
    "considered": "possible, wished for, proposed, only talked of",
    "invited": "somebody is invited",
    "agreed": "both sides mean it to happen",
    "held": "it took place",
    "ongoing": "under way",
    "postponed": "put off",
    "cancelled": "called off",
    "declined": "one side stays away or refuses",
    "ruled_out": "somebody says that it will not be",
    "unconfirmed": "its day has passed and no report tells that it took place; no report says this itself",
}
KIND: Values = {kind: kind.replace("_", " ") for kind in EngagementKind}
ACTOR: Values = {
    "person": "a person, named or described",
    "organisation": "a body: a ministry, a party, a firm",
    "state": "a state or territory",
    "group": "several people together",
}
GAP: Values = {
    "serves_none": "serves no state",
    "international": "serves an international body",
    "no_evidence": "no report says",
    "too_little": "too little says so",
    "contradiction": "reports differ",
}
PART: Values = {
    "principal": "one of those who meet",
    "host": "who receives",
    "attendee": "is there too",
    "organiser": "holds it",
    "mediator": "between the others",
}
BASIS: Values = {"told": "words name it", "host": "no words name it: who receives, in his own state"}
RELATION: Values = {
    "exact": "the same text",
    "reprint": "the same but for small things",
    "update": "a later version",
    "excerpt": "a part",
    "spun": "words put in the place of others by a program",
    "back_translated": "translated and translated back",
}
CONDITION: Values = {
    "spun": RELATION["spun"],
    "back_translated": RELATION["back_translated"],
    "truncated": "it breaks off",
    "with_boilerplate": "with what is no report: menus, notices",
}
DIFFERING: Values = {
    "date": "days", "place": "places", "kind": "kinds", "status": "statuses", "participant": "who took part",
}  # fmt: skip
SAID: Values = {
    "direct": "in quotation marks",
    "mixed": "partly in quotation marks",
    "indirect": "told in other words",
}
POLARITY: Values = {"asserts": "says it", "denies": "denies it", "declines": "does not want to say"}
TENSE: Values = {
    "past": "it took place",
    "present": "it takes place",
    "future": "it is to come",
    "hypothetical": "only thought of",
}
HOW: Values = {"name": "by name", "role": "by office or description", "pronoun": "by a pronoun"}

_CLOSED: Mapping[tuple[str, str], Values] = {
    ("documents", "relation"): RELATION,
    ("documents", "condition"): CONDITION,
    ("actors", "kind"): ACTOR,
    ("actors", "state_gap"): GAP,
    ("engagements", "kind"): KIND,
    ("engagements", "status"): STATUS,
    ("engagements", "place_basis"): BASIS,
    ("engagements", "differing"): DIFFERING,
    ("participants", "kind"): ACTOR,
    ("participants", "part"): PART,
    ("history", "status"): STATUS,
    ("reports", "kind"): KIND,
    ("reports", "status"): STATUS,
    ("statements", "kind"): SAID,
    ("statements", "polarity"): POLARITY,
    ("events", "place_basis"): BASIS,
    ("events", "tense"): TENSE,
    ("mentions", "how"): HOW,
}


def values_of(table: str, column: str, lists: Lists) -> Values:
    """The values of a column and what each means; none where the list is open."""
    match table, column:
        case "events", "type":
            return {name: f"modes: {', '.join(modes) or 'none'}" for name, modes in lists.types.items()}
        case "events", "mode":
            return {mode: f"of {name}" for name, modes in lists.types.items() for mode in modes}
        case "events", "contexts":
            return dict.fromkeys(lists.contexts, "of PLOVER")
        case "engagements" | "statements", "issues":
            return lists.issues
    return _CLOSED.get((table, column), {})
