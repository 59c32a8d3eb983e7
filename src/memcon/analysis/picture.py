"""The relationship of two states as a picture: engagements by month above, what they did to each other below. SVG or PNG.

Needs the extra `pictures` (matplotlib). The same dyad gives the same bytes.
"""

from pathlib import Path
from typing import Any

from memcon.analysis.dyad import Dyad, Month
from memcon.model.errors import MissingAsset

INSTALL = "pip install 'memcon[pictures]'"
TICKS = 12  # at most so many months are named
HELD, OFF, GOOD, BAD = "#2f6f9f", "#c9a227", "#3a8f5c", "#b5403a"


def draw(dyad: Dyad, names: tuple[str, str], path: Path) -> None:
    """Write the picture; the suffix of the path says which. Raises MissingAsset without matplotlib, OSError."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as problem:
        raise MissingAsset(f"a picture needs matplotlib; install it with: {INSTALL}") from problem
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "memcon", "font.size": 9, "svg.fonttype": "none"}):
        figure = Figure(figsize=(max(6.0, min(16.0, 0.35 * len(dyad.months) + 2)), 5.2), layout="constrained")
        FigureCanvasAgg(figure)
        above, below = figure.subplots(2, 1, sharex=True)
        figure.suptitle(f"{names[0]} and {names[1]}: {dyad.held} engagements held")
        _engagements(above, dyad.months)
        _intensities(below, dyad.months)
        _months(below, dyad.months)
        figure.savefig(path, metadata={"Date": None} if path.suffix == ".svg" else {"Software": None}, dpi=150)


def _engagements(axes: Any, months: tuple[Month, ...]) -> None:
    places, held = range(len(months)), [m.held for m in months]
    axes.bar(places, held, color=HELD, label="held")
    axes.bar(places, [m.called_off for m in months], bottom=held, color=OFF, label="called off, postponed or declined")
    axes.set_ylabel("engagements")
    axes.yaxis.get_major_locator().set_params(integer=True)
    _plain(axes)


def _intensities(axes: Any, months: tuple[Month, ...]) -> None:
    places = range(len(months))
    axes.bar(places, [m.cooperation for m in months], color=GOOD, label="cooperation")
    axes.bar(places, [m.conflict for m in months], color=BAD, label="conflict")
    axes.axhline(0, color="#555555", linewidth=0.8)
    axes.set_ylabel("PLOVER intensity, summed")
    _plain(axes)


def _months(axes: Any, months: tuple[Month, ...]) -> None:
    step = -(-len(months) // TICKS) or 1
    axes.set_xticks(range(0, len(months), step), [m.month for m in months[::step]], rotation=45, ha="right")


def _plain(axes: Any) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
