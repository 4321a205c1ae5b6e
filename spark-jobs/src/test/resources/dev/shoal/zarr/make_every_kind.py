"""Writes what zarr-python can write and Shoal reads: python3 make_every_kind.py STORE"""
import itertools
import sys

import numcodecs
import samples
import zarr

group = zarr.open_group(sys.argv[1], mode="w")
group.attrs.update({"title": "Température", "nan": float("nan"), "list": [1, 2.5]})
shuffle = numcodecs.Shuffle
blosc = [
    numcodecs.Blosc(cname=name, clevel=level, shuffle=mode, blocksize=block)
    for name in numcodecs.blosc.list_compressors()
    for mode in (0, 1, 2)
    for level, block in ((0, 0), (5, 0), (9, 512))
]
plain = [None, numcodecs.Zlib(1), numcodecs.GZip(5), numcodecs.Zstd(3), numcodecs.LZ4(3)]
kinds = ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"]


def write(name, kind, endian, **options):
    # A run in the middle, so that codecs compress and blosc has blocks of both kinds.
    data = samples.values(kind[0], int(kind[1]), 100 * 90).reshape(100, 90)
    data[20:60] = data[20, 0]
    array = group.create_dataset(
        name, shape=(100, 90), chunks=(37, 41), dtype=endian + kind, fill_value=options.pop("fill_value", 0), **options
    )
    array[:60, :] = data[:60, :]


for (n, kind), endian in itertools.product(enumerate(kinds), "<>"):
    for m, compressor in enumerate(plain + blosc):
        for filters in ([None, [shuffle(int(kind[1]))]] if m < len(plain) else [None]):
            name = f"{kind}_{'LITTLE' if endian == '<' else 'BIG'}_{m}_{'shuffled' if filters else 'plain'}"
            write(
                name,
                kind,
                endian,
                compressor=compressor,
                filters=filters,
                order="CF"[(n + m) % 2],
                dimension_separator="./"[m % 2],
                fill_value=[0, 77, float("nan") if kind[0] == "f" else 1, None][m % 4],
            )
group.create_dataset("scalar", shape=(), dtype="<f8", fill_value=1.5)
if len(sys.argv) > 2:
    zarr.consolidate_metadata(sys.argv[1])
