"""Annotated -> Clauses: what every verb and event noun of a document says: who, when, whether, by whose word."""

from memcon.grammar.clauses import clauses_of

__all__ = ["clauses_of"]
