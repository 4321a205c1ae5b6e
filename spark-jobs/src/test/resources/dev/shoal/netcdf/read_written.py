"""Reads a netCDF-4 file with netCDF4-python, h5py and xarray, and edits copies of it; prints one line for each."""

import os
import shutil
import sys

import h5py
import netCDF4
import numpy
import xarray

path = sys.argv[1]
expected = (numpy.arange(130 * 37 * 50, dtype="f4") * numpy.float32(0.5)).reshape(130, 37, 50)

with netCDF4.Dataset(path) as file:
    field = file["sst"][:]
    assert numpy.array_equal(field.filled(), expected)
    assert file["sst"]._FillValue == -999
    print("netCDF4:", {name: (len(d), d.isunlimited()) for name, d in file.dimensions.items()})
    print("netCDF4:", {name: v.dimensions for name, v in file.variables.items()})
    print("netCDF4:", file["sst"].filters()["shuffle"], file["sst"].filters()["complevel"], file["sst"].chunking())
    print("netCDF4:", file["sst"].texts, file["sst"].units, len(file.history), file.factors, file["strlen"][3])
    print("netCDF4:", file["empty"][:].mask.all(), b"".join(file["name"][0].data).decode(), file["crs"][...])

with h5py.File(path) as file:
    assert numpy.array_equal(file["sst"][:], expected)
    scales = [dimension[0].name for dimension in file["sst"].dims]
    print("h5py:", scales, h5py.h5ds.is_scale(file["lat"].id), len(file["lat"].attrs["REFERENCE_LIST"]))

with xarray.open_dataset(path, drop_variables=["siglay"]) as dataset:
    assert numpy.array_equal(dataset["sst"].values, expected)
    print("xarray:", dict(dataset.sizes), str(dataset["time"].values[129])[:10], dataset["sst"].dims)

copy = path + ".edited"
shutil.copy(path, copy)
with netCDF4.Dataset(copy, "a") as file:
    file["sst"][130] = 5
    file["sst"].added = "x" * 100
    file.createVariable("more", "f4", ("lat",))[:] = 3
with netCDF4.Dataset(copy) as file:
    assert numpy.array_equal(file["sst"][:130], expected)
    print("edited:", file["sst"].shape, file["sst"][130, 0, 0], len(file["sst"].added), file["more"][0])
os.remove(copy)
