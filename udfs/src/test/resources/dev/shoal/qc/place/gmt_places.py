#!/usr/bin/python3
"""Prints seeded random places and whether GMT (6.4) calls them land by GSHHG's full shorelines, as CSV with a header:
longitude, latitude, the kilometres within which a shore's corner lies (0: anywhere on the globe), 1 for land.

Run: /usr/bin/python3 gmt_places.py SEED COUNT [> gmt_places.csv]
The file beside this script is that of seed 7, count 500 (of each kind).
"""
import subprocess
import sys

import netCDF4
import numpy as np

seed, count = int(sys.argv[1]), int(sys.argv[2])
random = np.random.default_rng(seed)


def anywhere():
    lat = np.degrees(np.arcsin(random.uniform(-1, 1, count)))
    return random.uniform(-180, 360, count), lat, np.zeros(count, int)


def near_shores(kilometres):
    """Corners of shorelines, each moved at random within a circle."""
    with netCDF4.Dataset("/usr/share/gmt-gshhg/binned_GSHHS_f.nc") as source:
        source.set_auto_mask(False)
        first = source["Id_of_first_point_in_a_segment"][:]
        bins = np.repeat(np.arange(180 * 360), source["N_segments_in_a_bin"][:].astype("u2"))
        corner = random.integers(0, source.dimensions["Dimension_of_point_arrays"].size, count)
        bin = bins[np.searchsorted(first, corner, "right") - 1]
        x = source["Relative_longitude_from_SW_corner_of_bin"][:].astype("u2")[corner] / 65535
        y = source["Relative_latitude_from_SW_corner_of_bin"][:].astype("u2")[corner] / 65535
    lon, lat = bin % 360 + x, 89 - bin // 360 + y
    angle = random.uniform(0, 2 * np.pi, count)
    reach = kilometres / 111.2 * np.sqrt(random.random(count))
    lon = lon + reach * np.sin(angle) / np.cos(np.radians(lat))
    return lon, np.clip(lat + reach * np.cos(angle), -90, 90), np.full(count, kilometres)


lon, lat, near = (np.concatenate(part) for part in zip(anywhere(), near_shores(10), near_shores(1)))
lon, lat = np.round(lon, 5), np.round(lat, 5)
lines = "".join(f"{a} {b} {i}\n" for i, (a, b) in enumerate(zip(lon, lat)))
gmt = ["gmt", "select", "-Df", "-Ns/k/s/k/s", "-fg"]
kept = subprocess.run(gmt, input=lines, capture_output=True, text=True, check=True).stdout
land = np.zeros(len(lon), int)
land[[int(line.split()[-1]) for line in kept.splitlines()]] = 1
print("lon,lat,near,land")
for row in zip(lon, lat, near, land):
    print(",".join(map(str, row)))
