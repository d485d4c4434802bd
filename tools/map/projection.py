"""Degrees to kilometres on the map, and back."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

# Lambert azimuthal equal-area on the sphere of the same surface as GRS80. Formulas: J. P. Snyder,
# Map Projections - A Working Manual, USGS Professional Paper 1395 (1987), equations 22-4, 24-2 for

# k', and 20-14, 20-15, 24-16 for the way back. Centre as in EPSG:3035. Unit: kilometre; x points
# east, y points down as in SVG; the centre is 0, 0.
LON0, LAT0, RADIUS = 10.0, 52.0, 6371.0072


def project(lonlat: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, Any]:
    """Degrees of longitude and latitude, one row a point, to kilometres on the map."""
    lam = np.radians(lonlat[:, 0] - LON0)
    phi, phi0 = np.radians(lonlat[:, 1]), math.radians(LAT0)
    cos_c = math.sin(phi0) * np.sin(phi) + math.cos(phi0) * np.cos(phi) * np.cos(lam)
    k = RADIUS * np.sqrt(2 / (1 + cos_c))
    x = k * np.cos(phi) * np.sin(lam)
    y = k * (math.cos(phi0) * np.sin(phi) - math.sin(phi0) * np.cos(phi) * np.cos(lam))
    return np.column_stack([x, -y])


def unproject(x: float, y: float) -> tuple[float, float]:
    """Kilometres on the map to degrees of longitude and latitude."""
    rho = math.hypot(x, y)
    if rho == 0:
        return LON0, LAT0
    c, phi0 = 2 * math.asin(rho / (2 * RADIUS)), math.radians(LAT0)
    phi = math.asin(math.cos(c) * math.sin(phi0) - y * math.sin(c) * math.cos(phi0) / rho)
    lam = math.atan2(
        x * math.sin(c),
        rho * math.cos(phi0) * math.cos(c) + y * math.sin(phi0) * math.sin(c),
    )
    return LON0 + math.degrees(lam), math.degrees(phi)
