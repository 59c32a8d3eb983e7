"""One parser for all tests, and a short way from a text to what memcon makes of it."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import browsers
from memcon.annotate.annotate import annotate
from memcon.annotate.parser import Parser
from memcon.grammar.clauses import clauses_of
from memcon.model.annotated import Annotated
from memcon.model.dates import UNKNOWN_DATE, Basis, BasisKind, DateRange
from memcon.model.document import Document
from memcon.model.ids import content_id, sha256_of
from memcon.model.resolved import Resolved
from memcon.model.text import Zone
from memcon.resolve.resolve import resolve
from servers import PostgresServer, programs, server

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_configure() -> None:
    os.environ["MEMCON_STRICT"] = "1"  # a bug in a rule fails the test, rather than setting a document aside


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation data that lie beside the project; a test that asks for them is skipped where they do not."""
    if not SHARED.is_dir():
        pytest.skip("the evaluation data are not beside the project")
    return SHARED


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server of the tests' own; a test that asks for it is skipped where none is installed."""
    if programs() is None or find_spec("psycopg") is None:
        pytest.skip("needs PostgreSQL's server programs (Debian: apt install postgresql) and psycopg")
    with TemporaryDirectory(prefix="memcon-postgres-") as folder:
        Path(folder).chmod(0o755)
        with server(Path(folder)) as running:
            yield running


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browsers.Site]:
    """The pages of the record of examples/; a test that asks for them is skipped where there is no browser to look at them."""
    if why := browsers.missing():
        pytest.skip(why)
    with browsers.serving(browsers.read_examples(tmp_path_factory.mktemp("site"))) as running:
        yield running


@pytest.fixture(scope="module")
def browser(site: browsers.Site) -> Iterator[Any]:
    """For one module: while Playwright runs, no test can start a loop of events of its own."""
    with browsers.chromium() as running:
        yield running


@pytest.fixture
def visit(browser: Any, site: browsers.Site) -> Iterator[Callable[..., Any]]:
    """Opens an address in the browser; see `browsers.visiting`."""
    with browsers.visiting(browser, site) as opened:
        yield opened


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


def make_document(
    text: str, published: str | None = None, source: str = "test", outlet: str | None = None, **fields: object
) -> Document:
    """A document that is all body, published on an ISO day if one is given."""
    when = (
        DateRange.day(date.fromisoformat(published), Basis(BasisKind.PUBLISHED, reason="given"))
        if published
        else UNKNOWN_DATE
    )
    sha = sha256_of(text.encode())
    document_id = content_id("document", source, sha)
    zones = (Zone(0, len(text), "body"),)
    return Document(document_id, source, sha, text, zones, None, outlet, (), when, "en", **fields)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def annotate_text(parser: Parser) -> Callable[..., Annotated]:
    def run(text: str, published: str | None = None, **fields: object) -> Annotated:
        return annotate(make_document(text, published, **fields), parser)

    return run


@pytest.fixture(scope="session")
def resolve_text(annotate_text: Callable[..., Annotated]) -> Callable[..., Resolved]:
    def run(text: str, published: str | None = None, **fields: object) -> Resolved:
        annotated = annotate_text(text, published, **fields)
        return resolve(annotated, clauses_of(annotated))

    return run


def pytest_collection_finish() -> None:
    """What was imported stays until the end: the collector need not look through it again while tests take the time of something."""
    gc.collect()
    gc.freeze()
