"""Writes the little-endian bytes of every array behind references to files: python3 dump_references.py JSON FOLDER"""
import os
import pathlib
import sys

import fsspec
import zarr

folder = pathlib.Path(sys.argv[2]).absolute()
references = pathlib.Path(sys.argv[1]).absolute()
os.chdir(references.parent)
files = fsspec.filesystem("reference", fo=str(references), remote_protocol="file")
for name, array in zarr.open_group(files.get_mapper(""), mode="r").arrays():
    values = array[...]
    (folder / name).write_bytes(values.astype(values.dtype.newbyteorder("<")).tobytes())
