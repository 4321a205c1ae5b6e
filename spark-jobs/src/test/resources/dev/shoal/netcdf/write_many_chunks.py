"""Writes a dataset of so many chunks that each kind of index has pages and levels: element i holds i."""

import sys

import h5py
import numpy as np

COUNT = 200000

for version in "earliest", "latest":
    with h5py.File(f"{sys.argv[1]}/many-{version}.h5", "w", libver=version) as file:
        for name, most in ("growing", None), ("fixed", COUNT):
            data = file.create_dataset(name, shape=(COUNT,), maxshape=(most,), chunks=(1,), dtype="i4")
            data[...] = np.arange(COUNT)
