"""Vega-Lite specs drawn as SVG and PNG, without a browser and without the network.

Comes in: a spec. Goes out: bytes; the same spec gives the same bytes. Needs the extra `charts` (vl-convert-python).
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from memcon.analysis import charts
from memcon.model.extras import Extra

NEEDS = Extra("charts", "vl_convert")
SCALE = 2.0  # pixels of a PNG for each of the drawing
NO_ADDRESS: list[str] = []  # from which a spec may load data: it has its data with it
Spec = Mapping[str, Any]


def installed() -> bool:
    """Is there what makes charts and what draws them?"""
    return NEEDS.installed and charts.NEEDS.installed


def as_json(spec: Spec) -> bytes:
    """The spec itself, to be opened and changed."""
    return (json.dumps(spec, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def svg(spec: Spec) -> bytes:
    NEEDS.require("to draw a chart")
    import vl_convert

    return vl_convert.vegalite_to_svg(dict(spec), allowed_base_urls=NO_ADDRESS).encode()


def png(spec: Spec) -> bytes:
    NEEDS.require("to draw a chart")
    import vl_convert

    return vl_convert.vegalite_to_png(dict(spec), scale=SCALE, allowed_base_urls=NO_ADDRESS)


# By the ending of a file or an address.
FORMS: Mapping[str, tuple[Callable[[Spec], bytes], str]] = {
    "svg": (svg, "image/svg+xml"),
    "png": (png, "image/png"),
    "vl.json": (as_json, "application/json"),
}
