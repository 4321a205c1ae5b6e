"""Writes a netCDF-4 file of one variable, shuffled and deflated."""
import sys

import netCDF4
import numpy

with netCDF4.Dataset(sys.argv[1], "w") as file:
    file.createDimension("time", 6)
    file.createDimension("x", 50)
    values = file.createVariable("v", "f4", ("time", "x"), zlib=True, shuffle=True, complevel=4, chunksizes=(2, 25))
    values[:] = numpy.arange(300, dtype="f4").reshape(6, 50) / 8
