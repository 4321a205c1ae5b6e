"""Checks a pyramid as xarray sees it: check_pyramid.py STORE."""

import sys

import numpy as np
import xarray as xr

store = sys.argv[1]
scales = xr.open_zarr(store).attrs["multiscales"][0]
paths = [dataset["path"] for dataset in scales["datasets"]]
assert paths == ["0", "1"], paths
levels = [xr.open_zarr(store, group=path) for path in paths]
base = levels[0]
good = base.sst.where(base.sst_qc == 1)
expected = good.coarsen(lat=2, lon=2).mean(skipna=True)
np.testing.assert_allclose(levels[1].sst.values, expected.values, rtol=1e-6)
assert (levels[1].lat.values == expected.lat.values).all()
assert (levels[1].lon.values == [174, 178, -178, -174]).all(), levels[1].lon.values
assert (levels[1].time.values == base.time.values).all()
assert "sst_qc" not in levels[1]
