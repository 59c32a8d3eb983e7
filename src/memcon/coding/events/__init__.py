"""PLOVER events: a first, honest coder."""

from memcon.coding.events.find import find_events, states_in

__all__ = ["find_events", "states_in"]
