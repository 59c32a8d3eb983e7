"""The bytes of one JSON value -> the value (`decoded`), or what is wrong with them (`BrokenJson`), in words for people.

Beside JSON as the standard has it, this takes what programs write all the same: NaN and Infinity, which become null, line breaks within
strings, and halves of characters, which are replaced. Refuses bytes that are not UTF-8, values nested more deeply than can be read, and a
key that one object gives twice with different values: which of two texts is the report, nobody can tell.
"""

import json
from typing import Any

import msgspec

_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder()


class BrokenJson(Exception):
    """What is wrong with some JSON. `advice`: what to do."""

    def __init__(self, what: str, advice: str = "mend it there") -> None:
        super().__init__(f"{what}; {advice}")


def decoded(raw: bytes, watched: tuple[str, ...] = ()) -> Any:
    """The value; of the keys that are watched, the outermost object may give none twice with different values."""
    try:
        value = _value(raw)
        if isinstance(value, dict) and any(key in value and _several(raw, key) for key in watched):
            _refuse_twins(raw, watched)
    except RecursionError:
        raise BrokenJson("it is nested too deeply", "no report is; take it out") from None
    except UnicodeDecodeError as problem:
        raise BrokenJson(f"it is not UTF-8 ({problem.reason})", "save it as UTF-8") from None
    except ValueError as problem:
        raise BrokenJson(str(problem)) from None
    return value


def _value(raw: bytes) -> Any:
    try:
        return _DECODER.decode(raw)
    except msgspec.MsgspecError as problem:
        try:
            value = json.loads(raw.decode(), strict=False, parse_constant=lambda _: None)
            return _in_whole_characters(value) if b"\\ud" in raw.lower() else value
        except (json.JSONDecodeError, ValueError):
            raise ValueError(str(problem)) from None


def _in_whole_characters(value: Any) -> Any:
    """The value without halves of characters, which JSON can name and no file can hold."""
    words = json.dumps(value, ensure_ascii=False)
    return json.loads(words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), strict=False)


def _several(raw: bytes, key: str) -> bool:
    return raw.count(b'"' + key.encode() + b'"') > 1


def _refuse_twins(raw: bytes, watched: tuple[str, ...]) -> None:
    outermost: list[tuple[str, Any]] = []

    def note(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        outermost[:] = pairs  # the outermost object ends last
        return dict(pairs)

    json.loads(raw, strict=False, parse_constant=lambda _: None, object_pairs_hook=note)
    for key in watched:
        values = [value for name, value in outermost if name == key]
        if any(value != values[0] for value in values):
            raise BrokenJson(f"the key {key} is there {len(values)} times, with different values", "leave the right one")
