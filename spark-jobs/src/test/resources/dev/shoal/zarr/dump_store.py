"""Writes the little-endian bytes of every array of a store to files: python3 dump_store.py STORE FOLDER"""
import pathlib
import sys

import zarr

for name, array in zarr.open_group(sys.argv[1], mode="r").arrays():
    values = array[...]
    pathlib.Path(sys.argv[2], name).write_bytes(values.astype(values.dtype.newbyteorder("<")).tobytes())
