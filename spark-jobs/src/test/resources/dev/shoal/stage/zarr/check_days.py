"""Compares a store with the files it was made of: check_days.py STORE FILE..."""
import sys
import warnings

import numpy as np
import xarray as xr

store, files = sys.argv[1], sys.argv[2:]
with warnings.catch_warnings():
    warnings.simplefilter("error", category=RuntimeWarning)
    found = xr.open_zarr(store)
expected = xr.concat(
    [xr.open_dataset(file) for file in files], dim="time", data_vars="minimal", coords="minimal", compat="override"
).sortby("time")
assert set(found.variables) == set(expected.variables), (set(found.variables), set(expected.variables))
for name in expected.variables:
    one, other = found[name], expected[name]
    assert one.dims == other.dims, name
    assert one.dtype == other.dtype, (name, one.dtype, other.dtype)
    np.testing.assert_array_equal(one.values, other.values, err_msg=name)
    wanted = {key: value for key, value in other.attrs.items() if key != "units" or not name.startswith("time")}
    for key, value in wanted.items():
        assert np.all(one.attrs[key] == value), (name, key, one.attrs.get(key), value)
for name in ("sst",):
    raw = xr.open_zarr(store, consolidated=True, mask_and_scale=False)[name]
    assert raw.dtype == np.int16, raw.dtype
assert found.attrs["title"] == "Days"
print("same", dict(found.sizes), dict(found.chunks))
