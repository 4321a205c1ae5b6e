"""Reads a CF store that Shoal writes, through xarray: python3 check_cf.py STORE"""
import sys
import warnings

import numpy as np
import xarray as xr

warnings.simplefilter("error", RuntimeWarning)
cf = xr.open_zarr(sys.argv[1], consolidated=True)
assert cf.attrs == {"title": "Température à 10 °C", "größe": [1, 2], "ratio": 0.5}, cf.attrs
assert list(cf.coords) == ["lat", "lon", "time"] or set(cf.coords) == {"lat", "lon", "time"}, cf.coords
expected = np.array(["2000-01-01T00", "2000-01-01T12", "2000-02-01T00"], dtype="M8[ns]")
assert np.array_equal(cf.time.values, expected), cf.time
assert cf.time.encoding["units"] == "days since 2000-01-01", cf.time.encoding

sst = cf.sst
assert sst.dims == ("time", "lat", "lon") and sst.dtype == np.float32, sst
assert sst.attrs == {"units": "°C", "valid_range": [-2.0, 40.0]}, sst.attrs
assert np.isnan(sst.encoding["_FillValue"]) and sst.encoding["chunks"] == (1, 2, 3), sst.encoding
n = np.arange(3 * 4 * 5).reshape(3, 4, 5)
assert np.array_equal(sst.values, np.where((n % 13 == 5) | (n < 20), np.nan, (37 * n + 11) % 101 * 0.5), equal_nan=True)

packed = cf.packed
assert packed.encoding["_FillValue"] == -999 and packed.encoding["dtype"] == np.int16, packed.encoding
assert np.allclose(packed.values, [20.05, np.nan, 19.9, np.nan, np.nan], equal_nan=True, atol=1e-12), packed.values

flags = xr.open_zarr(sys.argv[1], consolidated=True, mask_and_scale=False).flags
assert flags.dtype == np.uint8 and flags.attrs["flag_values"] == [1, 2, 3, 4, 9], flags
assert flags.values.tolist() == [1, 4, 9, 1, 200], flags.values
assert "_FillValue" not in flags.attrs, flags.attrs
assert cf["crs"].shape == () and int(cf["crs"]) == 7, cf["crs"]
print("equal")
