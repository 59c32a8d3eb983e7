"""PLOVER events: a first, honest coder."""

from memcon.coding.events.find import find_events

__all__ = ["find_events"]
