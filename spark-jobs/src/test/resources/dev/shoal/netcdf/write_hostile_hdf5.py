"""Writes HDF5 files that are sound to the letter and hard on readers, each named by what it holds, into a folder."""

import os
import sys
import zlib

import h5py

folder = sys.argv[1]


def create(name, version="latest"):
    return h5py.File(os.path.join(folder, name + ".h5"), "w", libver=version)


for version in ("earliest", "latest"):
    with create("deep-groups-" + version, version) as file:
        group = file
        for _ in range(3000):
            group = group.create_group("g")
        group["bottom"] = [1, 2, 3]

    with create("groups-that-meet-again-" + version, version) as file:
        group = file
        for _ in range(40):
            inner = group.create_group("left")
            group["right"] = inner
            group = inner
        group["bottom"] = [1, 2, 3]

    with create("groups-in-a-circle-" + version, version) as file:
        inner = file.create_group("a").create_group("b")
        inner["root"] = file["/"]
        inner["a"] = file["a"]
        inner["soft"] = h5py.SoftLink("/a/b/soft")
        inner["data"] = [1, 2, 3]

    with create("many-attributes-" + version, version) as file:
        data = file.create_dataset("data", data=[1, 2, 3])
        for number in range(20000 if version == "latest" else 500):
            data.attrs.create(f"a{number}", number, dtype="i4")

    with create("long-names-" + version, version) as file:
        file["n" * 60000] = [1, 2, 3]
        file["data"] = [1, 2, 3]
        file["data"].attrs["m" * 60000] = "long"

with create("absurd-shapes") as file:
    file.create_dataset("line", shape=(2**58,), chunks=(1024,), dtype="f4", fillvalue=7)
    file.create_dataset("growing", shape=(2**58,), maxshape=(None,), chunks=(1024,), dtype="f4", fillvalue=7)
    file.create_dataset("plane", shape=(2**29, 2**28), maxshape=(None, None), chunks=(64, 64), dtype="i2")
    file.create_dataset("large-chunks", shape=(2**40,), chunks=(2**29 - 1,), dtype="f8")
    file.create_dataset("flat", shape=(2**50,), dtype="f4")

with create("too-many-to-count") as file:
    file.create_dataset("plane", shape=(2**40, 2**40), chunks=(64, 64), dtype="i2")

for name, mebibytes in (("bomb", 64), ("large-bomb", 1500)):
    with create(name) as file:
        data = file.create_dataset("data", shape=(2**30,), chunks=(mebibytes * 2**18,), dtype="f4", compression="gzip")
        press = zlib.compressobj(9)
        parts = [press.compress(bytes(1 << 20)) for _ in range(mebibytes)] + [press.flush()]
        data.id.write_direct_chunk((0,), b"".join(parts))

with create("bomb-that-lies") as file:
    data = file.create_dataset("data", shape=(1024,), chunks=(1024,), dtype="f4", compression="gzip")
    data.id.write_direct_chunk((0,), zlib.compress(bytes(64 << 20), 9))
    data = file.create_dataset("twice", shape=(1024,), chunks=(1024,), dtype="f4", compression="gzip", shuffle=True)
    data.id.write_direct_chunk((0,), zlib.compress(zlib.compress(bytes(64 << 20), 9), 9))

with create("one-text-everywhere") as file:
    texts = file.create_dataset("texts", shape=(100000,), dtype=h5py.string_dtype())
    texts[0] = "x" * 1000000
    place = texts.id.get_offset()
with open(os.path.join(folder, "one-text-everywhere.h5"), "r+b") as file:
    file.seek(place)
    reference = file.read(16)
    file.seek(place)
    file.write(reference * 100000)
