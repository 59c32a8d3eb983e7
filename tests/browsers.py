"""A real browser before a server that shows the record of examples/, for the tests that look at the pages as people do.

The browser is Debian's Chromium, driven by Playwright; the rules of accessibility are axe's. None of them comes with memcon.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

EXAMPLES = Path(__file__).parents[1] / "examples"
WIDE, PHONE = 1440, 390
NEEDED = ("fastapi", "jinja2", "uvicorn", "playwright", "axe_playwright_python")


def missing() -> str | None:
    """What a browser needs and is not here, in words; None where all is here."""
    if absent := [library for library in NEEDED if find_spec(library) is None]:
        return f"a browser needs {', '.join(absent)} (pip install 'memcon[web]' playwright axe-playwright-python)"
    if shutil.which("chromium") is None:
        return "a browser needs Chromium (Debian: apt install chromium)"
    return None


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages are, and the database that they show."""

    base: str
    db: Path

    def text(self, address: str) -> str:
        with urlopen(self.base + address) as answer:
            return str(answer.read().decode())

    def json(self, address: str) -> Any:
        return json.loads(self.text(address))

    def pages(self) -> dict[str, str]:
        """Every page of the navigation, where much is in it, and one of each other kind."""
        found = self.json("/engagements.json?all=true")["engagements"]
        most = max(found, key=lambda e: (len(e["reports"]), e["id"]))
        altered = self.json("/quotations.json")["quotations"][0]["variants"][0]
        navigation = re.findall(r'href="(/[^"]*)"', self.text("/").partition("<nav")[2].partition("</nav>")[0])
        fuller = {
            "/": "/?from=2018-05-29&days=20",
            "/engagements": "/engagements?from=2018-01-01",
            "/calendar": "/calendar/2018-06",
        }
        return {address: fuller.get(address, address) for address in navigation} | {
            "engagement": f"/engagements/{most['id']}",
            "document": f"/documents/{altered['document']}",
            "statement": f"/statements/{altered['statement']}",
            "actor": f"/actors/{most['participants'][0]['actor']}",
            "relationship": "/relations/USA/PRK",
            "search": "/search?q=summit",
            "charts": "/charts",
            "corrections": "/corrections",
        }


def read_examples(folder: Path) -> Path:
    """A database with the record of examples/."""
    import memcon

    memcon.read_reports(os.path.relpath(EXAMPLES), folder / "record.db")
    return folder / "record.db"


@contextmanager
def serving(db: Path, *options: str, **environment: str) -> Iterator[Site]:
    """`memcon serve` with these options, on a free port."""
    command = [sys.executable, "-m", "memcon", "serve", "--db", str(db), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}) as server:
        try:
            assert server.stderr is not None
            told = server.stderr.readline()
            at = re.search(r"http://[\d.:]+", told)
            assert at, told
            yield Site(at[0], db)
        finally:
            server.terminate()


@contextmanager
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(
            executable_path=shutil.which("chromium"),
            chromium_sandbox=os.geteuid() != 0,  # which root cannot have
            args=["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Any, site: Site) -> Iterator[Callable[..., Any]]:
    """Opens addresses, each in a window of its own. In none may anything be asked of another machine, nor the browser complain."""
    told: list[str] = []
    with ExitStack() as windows:

        def opened(address: str, width: int = WIDE, **options: Any) -> Any:
            window = browser.new_context(viewport={"width": width, "height": 900}, base_url=site.base, **options)
            windows.callback(window.close)
            window.set_default_timeout(30_000)
            page = window.new_page()
            _watch(page, urlsplit(site.base).netloc, told)
            page.goto(address)
            return page

        yield opened
    assert told == []


def _watch(page: Any, own: str, told: list[str]) -> None:
    """A breach of the content security policy is an error that the browser tells."""
    page.on("request", lambda asked: None if urlsplit(asked.url).netloc == own else told.append(f"asked {asked.url}"))
    page.on("response", lambda answer: told.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on("console", lambda line: told.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))


def sideways(page: Any) -> int:
    """By so many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def problems(page: Any) -> list[str]:
    """What axe finds: each serious or critical problem with the element that has it."""
    from axe_playwright_python.base import AXE_SCRIPT

    page.evaluate(AXE_SCRIPT)
    return [
        f"{problem['id']}: {node['target']} {node['failureSummary']}"
        for problem in page.evaluate("async () => (await axe.run()).violations")
        if problem["impact"] in ("serious", "critical")
        for node in problem["nodes"]
    ]
