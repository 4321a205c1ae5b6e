#!/usr/bin/python3
"""Makes floor.bin.gz, the bundled depth of the deepest sea floor around a place, out of ETOPO5 in Debian's ferret-datasets.

Each cell of a third of a degree holds the deepest of the five-minute depths in it and within five minutes of it, rounded
up to ten metres: what lies below that lies below the floor wherever in the cell it is. README.md beside the resource
tells the layout. Needs python3-netcdf4; takes a second.

Run: /usr/bin/python3 make_floor.py floor.bin.gz
"""
import gzip
import sys

import netCDF4
import numpy as np

SOURCE = "/usr/share/ferret-vis/data/etopo5.cdf"
ROWS, COLUMNS, FINE, METRES = 540, 1080, 4, 10


def main(target, source=SOURCE):
    with netCDF4.Dataset(source) as file:
        south_first = file["ETOPO05_Y"][0] < 0
        west = file["ETOPO05_X"][0]
        elevation = np.asarray(file["ROSE"][:])
    depth = -(elevation[::-1] if south_first else elevation)  # row 0 is 90 N, every five minutes to 90 S
    assert depth.shape == (ROWS * FINE + 1, COLUMNS * FINE) and abs(west) < 1e-9
    around = np.concatenate([depth[:, -1:], depth, depth[:, :2]], axis=1)
    floor = np.empty((ROWS, COLUMNS))
    for row in range(ROWS):
        band = around[max(0, row * FINE - 1) : min(depth.shape[0], (row + 1) * FINE + 2)].max(axis=0)
        for column in range(COLUMNS):
            floor[row, column] = band[column * FINE : (column + 1) * FINE + 3].max()
    tens = np.ceil(floor / METRES).astype(">i2")
    steps = np.diff(tens, axis=1, prepend=np.zeros((ROWS, 1), ">i2")).astype(">i2")
    halves = steps.view(np.uint8).reshape(-1, 2)
    with open(target, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(halves[:, 0].tobytes() + halves[:, 1].tobytes())
    print(tens.min() * METRES, tens.max() * METRES)


main(*sys.argv[1:])
