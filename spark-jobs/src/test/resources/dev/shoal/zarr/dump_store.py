"""Writes the little-endian bytes of every array of a store to files: python3 dump_store.py STORE FOLDER"""
import pathlib
import sys

import zarr


def dump(path, item):
    if isinstance(item, zarr.Array):
        values = item[...]
        name = path.rsplit("/", 1)[-1]
        pathlib.Path(sys.argv[2], name).write_bytes(values.astype(values.dtype.newbyteorder("<")).tobytes())


zarr.open_group(sys.argv[1], mode="r").visititems(dump)
