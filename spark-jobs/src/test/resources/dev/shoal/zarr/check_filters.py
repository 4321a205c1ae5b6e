"""Reads a store with filters that Shoal writes: python3 check_filters.py STORE"""
import sys

import numpy as np
import samples
import zarr

group = zarr.open_consolidated(sys.argv[1], mode="r")
assert samples.same(group["delta"][:], samples.values("i", 4, 70)), group["delta"][:]
assert samples.same(group["unsigned"][:], samples.values("u", 2, 70)), group["unsigned"][:]
tenths = (37 * np.arange(70) + 11) % 101 / 10
assert np.allclose(group["scaled"][:], tenths, atol=1e-6, rtol=0), group["scaled"][:]
print("equal")
