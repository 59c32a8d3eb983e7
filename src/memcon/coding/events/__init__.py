"""PLOVER events: who acts on whom, by which type, when, and by whose account."""

from memcon.coding.events.find import find_events, states_in

__all__ = ["find_events", "states_in"]
