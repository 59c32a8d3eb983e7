"""Who said what: statements, direct, mixed and indirect."""

from memcon.coding.statements.find import find_statements, read_statements

__all__ = ["find_statements", "read_statements"]
