"""Prints what xarray sees of a store: a digest of all variables, or that it opens none: seen.py STORE"""
import hashlib
import sys
import warnings

import numpy as np
import xarray as xr

warnings.simplefilter("ignore")
try:
    found = xr.open_zarr(sys.argv[1], mask_and_scale=False)
except Exception as error:  # Whatever it says, it opened nothing.
    print("none")
    sys.exit()
digest = hashlib.sha1()
for name in sorted(found.variables):
    variable = found[name]
    digest.update(repr((name, variable.dims, variable.dtype, variable.shape, sorted(variable.attrs))).encode())
    digest.update(np.ascontiguousarray(variable.values).tobytes())
print("none" if not found.variables else digest.hexdigest())
