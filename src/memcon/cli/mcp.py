"""memcon mcp: the record as tools of a language model, over standard input and output (Model Context Protocol)."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import memcon
from memcon import tools
from memcon.cli.options import Db
from memcon.model.extras import Extra

if TYPE_CHECKING:
    from memcon.api import OpenRecord

TOLD = (
    "A record of diplomacy read from news reports: who met, will meet or did not meet whom, and who said what. Every value has the words "
    "that support it and where they stand. Say nothing of a meeting that the record does not say: a plan is not a meeting held, and a day "
    "that is unknown stays unknown. Check every quotation with verify_quote before you use it."
)


def mcp(db: Db = None) -> None:
    """Let a language model ask the record: search, engagements, statements, relationships, and whether words stand in a report verbatim.

    Speaks the Model Context Protocol on standard input and output; a client starts it. Reads only.
    """
    Extra("mcp", "mcp").require("to serve a language model")
    with memcon.open_record(db) as record:
        server_of(record).run("stdio")


def server_of(record: "OpenRecord") -> Any:
    """The server (`mcp.server.MCPServer`), with its tools."""

    def search(query: str, limit: int = 10) -> dict[str, Any]:
        return tools.search(record, query, limit)

    def engagements(
        with_: list[str] | None = None,
        person: list[str] | None = None,
        status: list[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        issue: str | None = None,
        as_of: str | None = None,
        limit: int = 20,
    ) -> dict[str, Any]:
        return tools.engagements(record, with_ or (), person or (), status or (), since, until, issue, as_of, limit)

    def engagement(id: str) -> dict[str, Any]:
        return tools.engagement(record, id)

    def statements(
        person: list[str] | None = None,
        with_: list[str] | None = None,
        issue: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 20,
    ) -> dict[str, Any]:
        return tools.statements(record, person or (), with_ or (), issue, since, until, limit)

    def relationship(left: str, right: str, since: str | None = None, until: str | None = None) -> dict[str, Any]:
        return tools.relationship(record, left, right, since, until)

    def verify_quote(quote: str, document: str | None = None) -> dict[str, Any]:
        return tools.verify_quote(record, quote, document)

    server = import_module("mcp.server").MCPServer(
        "memcon", version=memcon.__version__, instructions=TOLD, log_level="WARNING"
    )
    for tool in (search, engagements, engagement, statements, relationship, verify_quote):
        server.add_tool(tool, description=getattr(tools, tool.__name__).__doc__)
    return server
