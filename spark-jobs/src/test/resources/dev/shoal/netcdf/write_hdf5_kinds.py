"""Writes one HDF5 file of every layout, index and filter that h5py can write: new.h5 and old.h5 in a folder.

Every dataset below "numbers" holds 0, 1, 2, ... in the shape 37 x 41.
"""

import os
import sys

import h5py
import numpy as np

NUMBERS = np.arange(37 * 41, dtype="i4").reshape(37, 41)
CHUNKS = (5, 7)


def numbers(file):
    group = file.create_group("numbers")

    def put(name, data=NUMBERS, **options):
        group.create_dataset(name, data=data, **options)

    put("contiguous")
    put("big_endian", data=NUMBERS.astype(">i4"))
    put("single_chunk", chunks=(37, 41))
    put("single_deflated_chunk", chunks=(37, 41), compression="gzip")
    put("fixed", chunks=CHUNKS)
    put("fixed_deflated", chunks=CHUNKS, compression="gzip", shuffle=True, fletcher32=True)
    put("growing_once", chunks=CHUNKS, maxshape=(None, 41), compression="gzip", shuffle=True)
    put("growing_twice", chunks=CHUNKS, maxshape=(None, None), compression="gzip")
    put("lzf", chunks=CHUNKS, compression="lzf", shuffle=True)
    plan = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plan.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    plan.set_chunk(CHUNKS)
    space = h5py.h5s.create_simple(NUMBERS.shape)
    early = h5py.h5d.create(group.id, b"allocated_early", h5py.h5t.NATIVE_INT32, space, plan)
    early.write(h5py.h5s.ALL, h5py.h5s.ALL, NUMBERS)
    group["link"] = h5py.SoftLink("/numbers/fixed")


def others(file):
    file.create_dataset("scaled", data=NUMBERS, chunks=CHUNKS, scaleoffset=0)
    if "szip" in h5py.filters.encode:
        file.create_dataset("szipped", data=NUMBERS, chunks=CHUNKS, compression="szip")
    file.create_dataset("never_written", shape=(10, 10), chunks=(3, 3), dtype="f4", fillvalue=2.5)
    file.create_dataset("never_written_contiguous", shape=(10,), dtype="i2", fillvalue=-3)
    file.create_dataset("fixed_texts", data=np.array([b"abc", b"de", b""], dtype="S5"))
    file.create_dataset("texts", data=["a", "ß", ""], dtype=h5py.string_dtype())
    file.create_dataset("nothing", data=h5py.Empty("f4"))
    file.create_dataset("flags", data=np.array([True, False]))
    file["elsewhere"] = h5py.ExternalLink("another.h5", "/data")
    file["nowhere"] = h5py.SoftLink("/not/there")
    many = file.create_group("many")
    for number in range(300):
        many.create_dataset(f"d{number}", data=[number])
    for number in range(40):
        many["d0"].attrs[f"attribute {number}"] = "x" * (100 * number)
    many["above"] = file["/"]


folder = sys.argv[1]
for name, version in (("new.h5", "latest"), ("old.h5", "earliest")):
    with h5py.File(os.path.join(folder, name), "w", libver=version) as output:
        numbers(output)
        others(output)
