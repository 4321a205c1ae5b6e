"""Compares a store of texts with the files it was made of: check_texts.py STORE FILE..."""
import sys

import numpy as np
import xarray as xr
import zarr

store, files = sys.argv[1], sys.argv[2:]
group = zarr.open_consolidated(store, mode="r")
types = {name: group[name].dtype.str for name in group.array_keys()}
assert types["name"] == types["code"] == "|S10", types
assert types["mode"] == types["flag"] == "|S1", types
assert types["remark"] == types["label"] == types["title"] == "|O", types
found = xr.open_zarr(store).load()
parts = [xr.open_dataset(file) for file in files]
expected = xr.concat(parts, dim="time", data_vars="minimal", coords="minimal", compat="override").load()
assert set(found.variables) == set(expected.variables), (set(found.variables), set(expected.variables))
for name in expected.variables:
    one, other = found[name], expected[name]
    assert one.dims == other.dims, (name, one.dims, other.dims)
    assert one.dtype == other.dtype, (name, one.dtype, other.dtype)
    np.testing.assert_array_equal(one.values, other.values, err_msg=name)
    for key, value in other.attrs.items():
        assert key == "units" or np.all(one.attrs[key] == value), (name, key, one.attrs.get(key), value)
print("same", dict(found.sizes))
