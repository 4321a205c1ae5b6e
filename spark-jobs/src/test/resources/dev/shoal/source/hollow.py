"""Writes two files of 2 GiB of missing values each: one of chunks that hold the fill value, one of chunks never written."""

import sys
import zlib

import h5py
import netCDF4
import numpy as np

STEPS, SIDE = 512, 1024


def header(path):
    with netCDF4.Dataset(path, "w") as out:
        for name, length in (("time", STEPS), ("lat", SIDE), ("lon", SIDE)):
            out.createDimension(name, length)
        for name, units in (("time", "days since 2000-01-01"), ("lat", "degrees_north"), ("lon", "degrees_east")):
            axis = out.createVariable(name, "f8", (name,))
            axis.units = units
            axis[:] = np.arange(len(out.dimensions[name])) * (1 if name == "time" else 0.08)
        out.createVariable("sst", "f4", ("time", "lat", "lon"), fill_value=np.float32(-999), zlib=True, complevel=4,
                           shuffle=False, chunksizes=(1, SIDE, SIDE))


written, unwritten = sys.argv[1:]
header(written)
header(unwritten)
chunk = zlib.compress(np.full((SIDE, SIDE), -999, "<f4").tobytes(), 4)
with h5py.File(written, "r+") as out:
    for step in range(STEPS):
        out["sst"].id.write_direct_chunk((step, 0, 0), chunk)
