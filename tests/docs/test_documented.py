"""Nothing is public that is not documented."""

import inspect
import re
from pathlib import Path

import pytest
import typer

import memcon
from memcon.cli.app import app
from memcon.export import contract
from memcon.export.exporters import EXPORTERS

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "commands.md").read_text(encoding="utf-8")
RECORD = (DOCS / "record.md").read_text(encoding="utf-8")
API = (DOCS / "api.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)


def section(text: str, heading: str) -> str:
    """From a heading to the next of its rank."""
    found = re.search(rf"^## {re.escape(heading)}(?=\s).*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading!r}"
    return found[0]


@pytest.mark.parametrize("name", sorted(GROUP.commands))  # type: ignore[attr-defined]
def test_every_command_and_option_is_documented(name: str) -> None:
    text = section(COMMANDS, f"memcon {name}") + section(COMMANDS, "Shared options")
    for parameter in GROUP.commands[name].params:  # type: ignore[attr-defined]
        names = [option for option in parameter.opts if option.startswith("-")] or [str(parameter.metavar)]
        for option in names:
            assert option.split("...")[0] in text, f"memcon {name} {option}"


def test_no_command_is_documented_that_is_not_there() -> None:
    assert set(re.findall(r"^## memcon ([\w-]+)", COMMANDS, re.MULTILINE)) == set(GROUP.commands)  # type: ignore[attr-defined]


def test_every_export_format_is_documented() -> None:
    text = section(COMMANDS, "memcon export")
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == list(EXPORTERS)
    options = {str(p.name): p for p in GROUP.commands["export"].params}  # type: ignore[attr-defined]
    assert all(f"{name}: " in options["format"].help for name in EXPORTERS)


def test_every_exit_code_is_documented() -> None:
    assert re.findall(r"^\| (\d+) \|", COMMANDS, re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]


def fields(kind: object) -> set[str]:
    """The names of all fields in a type of the contract, and in what it holds."""
    own: set[str] = set(getattr(kind, "__annotations__", {}))
    inner = list(getattr(kind, "__annotations__", {}).values()) + list(getattr(kind, "__args__", ()))
    return own.union(*(fields(part) for part in inner)) if inner else own


@pytest.mark.parametrize("name", sorted(contract.Record.__annotations__))
def test_every_exported_field_is_documented(name: str) -> None:
    shared = RECORD[: RECORD.index("\n## ")]
    text = section(RECORD, f"`{name}`")
    for field in fields(contract.Record.__annotations__[name]):
        assert f"`{field}`" in text or re.search(rf"\b{field}\b", shared), f"{name}.{field}"


def test_every_public_name_is_documented_and_exists() -> None:
    for name in memcon.__all__:
        assert getattr(memcon, name) is not None
        assert re.search(rf"\b{name}\b", API), name


def test_every_public_name_is_listed_and_every_listed_name_has_a_home() -> None:
    assert memcon.__all__ == sorted(memcon.__all__)
    assert set(memcon.__all__) == {*memcon._HOME, "__version__"}


def test_every_method_of_an_open_record_is_documented() -> None:
    methods = [
        name for name, value in inspect.getmembers(memcon.OpenRecord, inspect.isfunction) if not name.startswith("_")
    ]
    assert len(methods) > 10
    for name in methods:
        assert f"`{name}(" in API or f"`{name}(" in API.replace("call `", "`"), name
