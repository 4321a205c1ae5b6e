"""Columns of a ROMS file at depths, and its currents towards east and north, reckoned with numpy alone.

Prints one line a field: its name, and its values row by row, time by time.
"""

import sys

import netCDF4
import numpy as np

path, *depths = sys.argv[1:]
depths = np.array([float(depth) for depth in depths])
with netCDF4.Dataset(path) as nc:
    nc.set_auto_maskandscale(True)

    def numbers(name):
        return np.ma.filled(nc[name][...].astype(float), np.nan)

    s, stretched, hc, h, zeta = (numbers(name) for name in ("s_rho", "Cs_r", "hc", "h", "zeta"))
    temp, u, v, angle = (numbers(name) for name in ("temp", "u", "v", "angle"))

still = (hc * s[:, None, None] + h * stretched[:, None, None]) / (h + hc)
depth = -(zeta[:, None] + (zeta[:, None] + h) * still)


def at_depths(field):
    steps, levels, rows, columns = field.shape
    made = np.full((steps, depths.size, rows, columns), np.nan)
    for t, j, i in np.ndindex(steps, rows, columns):
        z, x = depth[t, ::-1, j, i], field[t, ::-1, j, i]
        if np.isfinite(z).all() and np.isfinite(x).all():
            made[t, :, j, i] = np.interp(depths, z, x, left=np.nan, right=np.nan)
    return made


def centred(field, axis):
    before = np.insert(field, 0, np.nan, axis)
    after = np.append(field, np.full_like(np.take(field, [0], axis), np.nan), axis)
    both = np.stack([before, after])
    return np.where(np.isnan(both).all(0), np.nan, np.nansum(both, 0) / np.maximum(1, (~np.isnan(both)).sum(0)))


u, v = centred(u, 3), centred(v, 2)
turned = (u + 1j * v) * np.exp(1j * angle)
fields = {"temp": at_depths(temp), "u": turned.real, "v": turned.imag, "u at depths": at_depths(turned.real)}
for name, field in fields.items():
    print(name, *(repr(float(x)) for x in field.ravel()), sep=",")
