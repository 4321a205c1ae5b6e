"""Compares a store with the files of make_options.py that it was made of: check_options.py STORE FOLDER FILES."""
import sys

import numpy as np
import xarray as xr

store, folder, files = sys.argv[1], sys.argv[2], int(sys.argv[3])
found = xr.open_zarr(store)
mesh = xr.open_dataset(f"{folder}/mesh.nc")
sources = [xr.open_dataset(f"{folder}/model-{number}.nc") for number in range(files)]
expected = xr.concat(sources, dim="time_counter", data_vars="minimal", coords="minimal", compat="override")
assert set(found.variables) == {"time", "lon", "lat", "tos", "sal", "word"}, set(found.variables)
assert found.tos.dims == ("time", "y", "x") and found.lon.dims == ("y", "x"), found.tos.dims
assert found.attrs["title"] == "Other" and found.attrs["licence"] == "CC0", found.attrs
np.testing.assert_array_equal(found.time.values, expected.time_counter.values)
np.testing.assert_array_equal(found.lon.values, mesh.glamt.values[0])
np.testing.assert_array_equal(found.lat.values, mesh.gphit.values[0])
assert set(found.tos.coords) == {"time", "lon", "lat"}, found.tos.coords
for name in ("tos", "sal", "word"):
    one, other = found[name], expected[name]
    assert one.dtype == (np.float64 if name == "sal" else other.dtype), (name, one.dtype, other.dtype)
    np.testing.assert_array_equal(one.values, other.values, err_msg=name)
raw = xr.open_zarr(store, mask_and_scale=False)
assert raw.sal.dtype == np.float64 and "scale_factor" not in raw.sal.attrs, raw.sal
print("same", dict(found.sizes))
