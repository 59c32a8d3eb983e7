"""From degrees to units of a map: equirectangular, true to shape at 37 degrees, where most of diplomacy is.

A part of the map can be cut out anywhere without turning or bending. Antarctica is left out.
"""

ACROSS = 0.8  # units of a degree of longitude; one of latitude has 1
LEFT, RIGHT, TOP, BOTTOM = -180, 180, 84, -58  # degrees


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Across and down, from the meridian of Greenwich and the equator."""
    return round(longitude * ACROSS, 3), round(-latitude, 3)
