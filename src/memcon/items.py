"""The items of the record that have an id, and whom and what they name."""

from memcon.model.document import Document
from memcon.model.findings import Event, Outlook, Statement
from memcon.model.record import PARTICIPANT, Actor, Engagement, Family

Item = Engagement | Actor | Statement | Event | Outlook | Family | Document


def actors_in(item: Item) -> set[str]:
    """The ids of the actors that an item names."""
    match item:
        case Engagement():
            return {p.actor for p in item.participants} | {a.value for a in item.accounts if a.field == PARTICIPANT}
        case Statement():
            return {i for i in (item.speaker, item.addressee) if i}
        case Event():
            return {i for i in (*item.actors, *item.recipients, item.holder) if i}
        case Outlook():
            return {item.holder} if item.holder else set()
    return set()


def documents_in(item: Item) -> set[str]:
    """The ids of the documents that an item cites."""
    match item:
        case Engagement():
            accounts = (e.document for account in item.accounts for e in account.evidence)
            return {*item.reports, *(m.document for m in item.mentions), *accounts}
        case Actor():
            return {e.document for role in item.roles for e in role.evidence}
        case Document():
            return {item.id}
        case Family():
            return set(item.documents)
    return {item.document}
