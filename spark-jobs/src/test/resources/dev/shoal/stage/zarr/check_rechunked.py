"""Compares two stores value by value, with masks, times and attributes. Arguments: source, target, expected chunks."""

import json
import sys

import numpy as np
import xarray as xr
import zarr


def opened(path):
    if path.endswith(".nc"):
        return xr.open_dataset(path, engine="netcdf4")
    return xr.open_zarr(path, consolidated=True)


source, target = opened(sys.argv[1]), xr.open_zarr(sys.argv[2], consolidated=True)
assert set(source.variables) == set(target.variables), (set(source.variables), set(target.variables))
for name in source.variables:
    a, b = source[name], target[name]
    assert a.dims == b.dims, (name, a.dims, b.dims)
    assert a.dtype == b.dtype, (name, a.dtype, b.dtype)
    np.testing.assert_array_equal(a.values, b.values, err_msg=name)
    assert set(a.attrs) == set(b.attrs), (name, a.attrs, b.attrs)
    for key in a.attrs:
        np.testing.assert_array_equal(a.attrs[key], b.attrs[key], err_msg=name + " " + key)
assert source.attrs == target.attrs, (source.attrs, target.attrs)
raw = zarr.open_consolidated(sys.argv[2])
for name, chunks in json.loads(sys.argv[3]).items():
    assert list(raw[name].chunks) == chunks, (name, raw[name].chunks, chunks)
