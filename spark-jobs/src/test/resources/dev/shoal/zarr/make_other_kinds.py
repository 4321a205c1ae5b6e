"""Writes kinds of arrays that Shoal reads and does not write, and what it must read.

python3 make_other_kinds.py STORE EXPECTED
"""
import itertools
import pathlib
import sys

import numcodecs
import numpy as np
import zarr

group = zarr.open_group(sys.argv[1], mode="w")
below = group.create_group("below").create_group("deep")
out = pathlib.Path(sys.argv[2])
random = np.random.default_rng(7)
SHAPE, CHUNKS = (7, 5), (3, 2)


def expect(name, values):
    """Little-endian numbers, or texts with a nought between them."""
    if values.dtype.kind in "OSU":
        texts = [v.decode("utf-8") if isinstance(v, bytes) else v for v in values.ravel()]
        data = "\0".join(texts).encode()
    else:
        kinds = {"b": "u1", "e": "<f4", "M": "<i8", "m": "<i8"}
        kind = kinds.get(values.dtype.kind if values.dtype.char != "e" else "e", values.dtype.newbyteorder("<"))
        if values.dtype.kind in "mM":
            values = values.astype(values.dtype.newbyteorder("<")).view("<i8")
        data = values.astype(kind).tobytes()
    (out / name).write_bytes(data)


def write(name, values, chunks=CHUNKS, **options):
    into = below if len(name) % 2 else group
    array = into.create_dataset(name, shape=values.shape, chunks=chunks, dtype=values.dtype, **options)
    array[:5] = values[:5]
    expect(name, array[...])


for endian, order, separator in itertools.product("<>", "CF", "./"):
    tag = f"{'le' if endian == '<' else 'be'}{order}{'dot' if separator == '.' else 'slash'}"
    common = {"order": order, "dimension_separator": separator}
    write("half" + tag, random.normal(size=SHAPE).astype(endian + "f2"), fill_value=1.5, **common)
    write("truth" + tag, random.integers(0, 2, SHAPE).astype(bool), fill_value=True, **common)
    write("code" + tag, np.array([["é" * n + str(m) for n in range(5)] for m in range(7)], endian + "U7"), **common)
    write("bytes" + tag, np.array([[b"x" * n for n in range(5)]] * 7, "S6"), fill_value=b"ab", **common)
    for unit in ("ns", "s", "D"):
        times = random.integers(-(10**9), 10**9, SHAPE).astype("i8").astype(f"{endian}M8[{unit}]")
        write("time" + unit + tag, times, fill_value=np.datetime64("NaT"), **common)
        write("span" + unit + tag, times.view(f"{endian}m8[{unit}]"), **common)
    ints = random.integers(-1000, 1000, SHAPE).astype(endian + "i4")
    reals = random.normal(size=SHAPE).astype(endian + "f4")
    write("delta" + tag, ints, filters=[numcodecs.Delta(endian + "i4", endian + "i2")], **common)
    write("deltaf" + tag, reals, filters=[numcodecs.Delta(endian + "f4")], **common)
    scaled = numcodecs.FixedScaleOffset(offset=10, scale=100, dtype=endian + "f4", astype=endian + "i2")
    write("scaled" + tag, reals, filters=[scaled], **common)
    double = numcodecs.FixedScaleOffset(offset=-3, scale=1000.5, dtype=endian + "f8", astype="u4")
    write("double" + tag, np.abs(reals).astype(endian + "f8"), filters=[double], **common)
    write("quant" + tag, reals, filters=[numcodecs.Quantize(2, endian + "f4", endian + "f4")], **common)
    if endian == "<":
        write("round" + tag, reals, filters=[numcodecs.BitRound(7)], **common)
    write("cast" + tag, ints, filters=[numcodecs.AsType(endian + "i2", endian + "i4")], **common)
    write("packed" + tag, random.integers(0, 2, SHAPE).astype(bool), filters=[numcodecs.PackBits()], **common)
    for codec in (numcodecs.BZ2(5), numcodecs.LZMA(), numcodecs.LZMA(format=2), numcodecs.Zlib(-1)):
        number = codec.get_config().get("format", 0)
        write(f"{codec.codec_id}{number}{tag}", ints, compressor=codec, **common)
    for check in (numcodecs.CRC32(), numcodecs.Adler32()):
        filters = [numcodecs.Shuffle(4), numcodecs.Zlib(3), check]
        write(f"{check.codec_id}last{tag}", ints, filters=filters, compressor=None, **common)
        write(f"{check.codec_id}first{tag}", ints, filters=[check], compressor=numcodecs.Blosc(), **common)
for name, codec in {"plain": None, "zlib": numcodecs.Zlib(), "blosc": numcodecs.Blosc(), "zstd": numcodecs.Zstd()}.items():
    texts = np.array([["ü" * n + str(m) for n in range(5)] for m in range(7)], object)
    array = group.create_dataset(
        "texts" + name, shape=SHAPE, chunks=CHUNKS, dtype=object, object_codec=numcodecs.VLenUTF8(), compressor=codec
    )
    array[:5] = texts[:5]
    values = array[...]
    values[values == 0] = ""
    expect("texts" + name, values)
