"""Where the network of who met whom is drawn: round, for a wide screen, and as a line with arcs, for a narrow one.

Comes in: links and names. Goes out: `Drawing`s: points and paths in units of the drawing, which a template prints. How often two met is
told by the breadth of a line and a number; at what level by its dashes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from memcon.analysis.network import Link, in_order

MOST = 28  # nodes that fit
NUMBERED = 10  # links that have their number beside them
BROAD = 7.0  # units of the broadest line
LONG = 24  # characters of a name in the round one
SHORT = 20  # in the line
ROUND = (760.0, 190.0, 250.0, 19.0)  # its width, the half axis across, the half axis down at most, least room of a name
LINE = (360.0, 180.0, 24.0)  # its width, where the nodes stand, room of a name
BULGE = 165.0


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    name: str
    whole: str  # the name, where it was cut
    occasions: int
    x: float
    y: float
    at_end: bool  # does the name end at the point, rather than begin there?


@dataclass(frozen=True, slots=True)
class Line:
    link: Link
    path: str
    breadth: float
    x: float  # of its number
    y: float
    numbered: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


Shape = Callable[[Node, Node], tuple[str, float, float]]  # the path between two nodes, and where its number stands


def drawings(links: Sequence[Link], names: Mapping[str, str], occasions: Mapping[str, int]) -> tuple[Drawing, Drawing]:
    """The round one and the one in a line, with the same nodes in the same order."""
    order = in_order(links)
    return _round(links, order, names, occasions), _line(links, order, names, occasions)


def _round(links: Sequence[Link], order: Sequence[str], names: Mapping[str, str], occasions: Mapping[str, int]) -> Drawing:
    """On an ellipse, the nodes of either half at even heights, so that no name lies on another."""
    width, across, most, room = ROUND
    turned = [
        *order[len(order) // 4 :],
        *order[: len(order) // 4],
    ]  # those in the middle of the line stand at a side, where room is
    right = turned[: (len(order) + 1) // 2]
    left = turned[len(right) :][::-1]
    down = min(most, max(len(right) * room, 60.0))
    height = 2 * down + 40
    nodes = {}
    for side, some in ((1, right), (-1, left)):
        for n, node in enumerate(some):
            at = (n + 0.5) / len(some) * 2 - 1
            x, y = width / 2 + side * across * sqrt(1 - at * at * 0.92), height / 2 + at * down
            nodes[node] = _node(node, x, y, side < 0, names, occasions, LONG)

    def chord(a: Node, b: Node) -> tuple[str, float, float]:
        return _chord(a, b, (width / 2, height / 2), 2 * max(across, down))

    return Drawing(width, height, tuple(nodes[n] for n in order), tuple(_lines(links, nodes, chord)))


def _chord(a: Node, b: Node, centre: tuple[float, float], longest: float) -> tuple[str, float, float]:
    """A curve that is drawn towards the centre, the more the farther its ends are apart; where its number stands."""
    pull = 0.2 + 0.45 * min(hypot(a.x - b.x, a.y - b.y) / longest, 1.0)
    cx, cy = ((p + q) / 2 * (1 - pull) + c * pull for p, q, c in ((a.x, b.x, centre[0]), (a.y, b.y, centre[1])))
    path = f"M{a.x:.1f} {a.y:.1f}Q{cx:.1f} {cy:.1f} {b.x:.1f} {b.y:.1f}"
    return path, (a.x + 2 * cx + b.x) / 4, (a.y + 2 * cy + b.y) / 4


def _line(links: Sequence[Link], order: Sequence[str], names: Mapping[str, str], occasions: Mapping[str, int]) -> Drawing:
    width, x, room = LINE
    nodes = {node: _node(node, x, (n + 0.8) * room, True, names, occasions, SHORT) for n, node in enumerate(order)}
    longest = max((abs(nodes[k.left].y - nodes[k.right].y) for k in links), default=1.0)

    def arc(a: Node, b: Node) -> tuple[str, float, float]:
        top, end = sorted((a.y, b.y))
        out = BULGE * sqrt((end - top) / longest)
        return f"M{x:.1f} {top:.1f}A{out:.1f} {(end - top) / 2:.1f} 0 0 1 {x:.1f} {end:.1f}", x + out, (top + end) / 2

    return Drawing(width, (len(order) + 0.6) * room, tuple(nodes.values()), tuple(_lines(links, nodes, arc)))


def _node(
    node: str, x: float, y: float, at_end: bool, names: Mapping[str, str], occasions: Mapping[str, int], long: int
) -> Node:
    whole, parted, state = names[node].partition(" (")
    room = long - len(parted + state)
    name = whole if len(whole) <= room else f"{whole[: room - 1].rstrip()}…"
    return Node(node, name + parted + state, names[node], occasions.get(node, 0), round(x, 1), round(y, 1), at_end)


def _lines(links: Sequence[Link], nodes: Mapping[str, Node], shape: Shape) -> list[Line]:
    """The links, those that met most last, so that they lie above the others."""
    most = max((k.times for k in links), default=1)
    made = []
    for n, k in enumerate(links):
        path, x, y = shape(nodes[k.left], nodes[k.right])
        breadth = 1 + (BROAD - 1) * sqrt((k.times - 1) / max(most - 1, 1))
        made.append(Line(k, path, round(breadth, 1), round(x, 1), round(y, 1), n < NUMBERED and k.times > 1))
    return made[::-1]
