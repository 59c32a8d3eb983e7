"""The pages, one module for each. Each has its addresses, what it says as JSON, and its template."""

from fastapi import APIRouter

from memcon.web.pages import (
    actor,
    actors,
    calendar,
    charts,
    correct,
    correct_api,
    corrections,
    document,
    engagement,
    feeds,
    home,
    lists,
    network,
    places,
    quotations,
    relationship,
    search,
    signing,
    statement,
)

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    engagement.router,
    document.router,
    actors.router,
    actor.router,
    statement.router,
    relationship.router,
    network.router,
    places.router,
    charts.router,
    calendar.router,
    quotations.router,
    search.router,
    lists.router,
    feeds.router,
    corrections.router,
)
CORRECTING: tuple[APIRouter, ...] = (
    signing.router,
    correct.router,
    correct_api.router,
)  # where the record can be corrected
