"""A codebook in Markdown of a JSON Schema: a table for each kind of object, with its fields, their types, values and meaning."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]


def codebook_of(schema: Schema) -> str:
    """Comes in: the schema of `export/contract.py`. Goes out: text; a field has the values that it can have, where these are closed."""
    lines = [
        "# Fields of the record",
        "",
        "`Record` is the whole; the others stand in it. docs/record.md of memcon tells more.",
    ]
    for name, kind in schema["$defs"].items():
        lines += ["", f"## {name}", "", "| field | type | meaning |", "|---|---|---|"]
        for field, of in kind.get("properties", {}).items():
            lines.append(f"| `{field}` | {_type(of)} | {_meaning(of, schema)} |")
    return "\n".join(lines) + "\n"


def _type(of: Schema) -> str:
    """A type in words: "list of Cited", "string or null"."""
    if "$ref" in of:
        return str(of["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in of:
        return " or ".join(_type(one) for one in of["anyOf"])
    if "enum" in of:
        return "one of " + ", ".join("null" if value is None else f"`{value}`" for value in of["enum"])
    if of.get("type") == "array":
        return f"list of {_type(of['items'])}" if of.get("items") else "list"
    return str(of.get("type", "any")) if "const" not in of else f"`{of['const']}`"


def _meaning(of: Schema, schema: Schema) -> str:
    told = of.get("description") or next((one["description"] for one in of.get("anyOf", ()) if "description" in one), "")
    values = [value for one in (of, *of.get("anyOf", ())) for value in _values(one, schema)]
    return "; ".join(part for part in (str(told), ", ".join(f"`{value}`" for value in values)) if part)


def _values(of: Schema, schema: Schema) -> list[str]:
    """The values of an enum that stands elsewhere in the schema."""
    kind = schema["$defs"].get(str(of.get("$ref", "")).rsplit("/", 1)[-1], {})
    return [str(value) for value in kind.get("enum", ())]
