"""memcon: who met whom, when, where, about what, and who said what, read from the news."""

__version__ = "0.1.0"
