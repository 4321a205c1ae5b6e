"""Writes HDF5 files of every filter, type and layout that h5py can write: FOLDER/zoo-VERSION.h5.

What is to be read lies in the group "got", and the same numbers lie plainly in the group "want" under the same name; a
member of a compound as name.member; a sequence as name#lengths and name#numbers. Names of datasets that cannot be
written on this machine are left out.
"""

import os
import struct
import sys

import h5py
import numpy as np
from h5py import h5d, h5p, h5s, h5t, h5z

random = np.random.default_rng(1)
OPTIONAL = h5z.FLAG_OPTIONAL if hasattr(h5z, "FLAG_OPTIONAL") else 1


def low(got, name, data, chunks, plan=lambda p: None, kind=None):
    """Creates a dataset by the library's own calls and writes it."""
    properties = h5p.create(h5p.DATASET_CREATE)
    properties.set_chunk(chunks)
    plan(properties)
    kind = kind or h5t.py_create(data.dtype, logical=True)
    dataset = h5d.create(got.id, name.encode(), kind, h5s.create_simple(data.shape), properties)
    dataset.write(h5s.ALL, h5s.ALL, np.ascontiguousarray(data))
    return dataset


def smooth(dtype, shape):
    steps = np.cumsum(random.integers(-3, 4, size=shape), axis=-1)
    return (steps * (1 if np.dtype(dtype).kind != "f" else 0.25) + 100).astype(dtype)


def szip(got, want):
    if not h5z.filter_avail(h5z.FILTER_SZIP):
        return
    for dtype in ("u1", "i1", "<u2", ">i2", "<i4", ">i4", "<f4", "<f8", ">f8"):
        for mask, word in ((h5z.SZIP_NN_OPTION_MASK, "nn"), (h5z.SZIP_EC_OPTION_MASK, "ec")):
            for pixels, chunks in ((8, (16, 24)), (32, (16, 40)), (4, (50, 37)), (2, (3, 5)), (10, (64, 100))):
                name = "szip_%s_%s_%d_%d" % (np.dtype(dtype).str, word, pixels, chunks[1])
                data = smooth(dtype, (50, 100))
                data[10:20] = 0
                if pixels == 8:
                    data = random.integers(0, 256, size=50 * 100 * data.itemsize, dtype="u1").view(dtype)
                    data = np.nan_to_num(data.reshape(50, 100), nan=1, posinf=2, neginf=3).astype(dtype)
                try:
                    low(got, name, data, chunks, lambda p, m=mask, n=pixels: p.set_szip(m, n))
                except Exception:
                    if name in got:
                        del got[name]
                    continue
                want[name] = data
    data = np.zeros((300, 200), "u2")
    data[299, 199] = 7
    low(got, "szip_zeros", data, (300, 200), lambda p: p.set_szip(h5z.SZIP_NN_OPTION_MASK, 2))
    want["szip_zeros"] = data


def scaleoffset(got, want):
    for dtype in ("u1", "i1", "<u2", ">i2", "<i4", ">u4", "<i8", ">i8", "<u8"):
        for factor in (0, 5):
            for fill in (None, 99):
                name = "scaleoffset_%s_%d_%s" % (np.dtype(dtype).str, factor, fill)
                data = (random.integers(0, 20, size=(30, 20)) + 50).astype(dtype)
                data[3, 4] = 99
                got.create_dataset(name, data=data, chunks=(7, 9), scaleoffset=factor, fillvalue=fill)
                want[name] = got[name][...]
        name = "scaleoffset_%s_wide" % np.dtype(dtype).str
        limits = np.iinfo(dtype)
        data = np.array([limits.min, limits.max, 3, 4] * 5, dtype=dtype)
        got.create_dataset(name, data=data, chunks=(6,), scaleoffset=0)
        want[name] = got[name][...]
        name = "scaleoffset_%s_one" % np.dtype(dtype).str
        got.create_dataset(name, data=np.full(20, 3, dtype), chunks=(6,), scaleoffset=0)
        want[name] = got[name][...]
    for dtype in ("<f4", ">f4", "<f8", ">f8"):
        for digits in (1, 3):
            for fill in (None, -999.0):
                name = "scaleoffset_%s_%d_%s" % (np.dtype(dtype).str, digits, fill)
                data = np.round(random.normal(size=(30, 20)) * 10, 4).astype(dtype)
                if fill:
                    data[3:5] = fill
                got.create_dataset(name, data=data, chunks=(7, 9), scaleoffset=digits, fillvalue=fill)
                want[name] = got[name][...]


def odd(base, precision, offset):
    kind = base.copy()
    kind.set_precision(precision)
    kind.set_offset(offset)
    return kind


def nbit(got, want):
    def plan(p):
        p.set_filter(h5z.FILTER_NBIT, OPTIONAL, ())

    signed = random.integers(-3000, 3000, size=(30, 20))
    for word, base, dtype in (
        ("<i2", h5t.STD_I16LE, "i2"),
        (">i4", h5t.STD_I32BE, "i4"),
        ("<i8", h5t.STD_I64LE, "i8"),
        ("<u4", h5t.STD_U32LE, "u4"),
    ):
        for offset in (0, 3):
            for packed in (True, False):
                name = "nbit_%s_%d_%s" % (word, offset, packed)
                data = (signed if word[1] == "i" else abs(signed)).astype(dtype)
                low(got, name, data, (7, 9), plan if packed else lambda p: None, odd(base, 13, offset))
                want[name] = data
    compound = h5t.create(h5t.COMPOUND, 16)
    compound.insert(b"a", 1, odd(h5t.STD_I16LE, 13, 0))
    compound.insert(b"b", 8, h5t.IEEE_F64LE)
    compound.insert(b"c", 4, h5t.array_create(odd(h5t.STD_U16BE, 12, 2), (2,)))
    data = np.zeros(40, dtype={"names": ["a", "b", "c"], "formats": ["i2", "f8", ("u2", (2,))], "offsets": [0, 8, 4]})
    data["a"] = signed.ravel()[:40]
    data["b"] = random.normal(size=40)
    data["c"] = abs(signed.ravel()[:80]).reshape(40, 2)
    low(got, "nbit_compound", data, (7,), plan, compound)
    for member in "abc":
        want["nbit_compound." + member] = data[member]


def direct(got, want, name, number, values, encode, dtype="<f4", fill=None):
    """Writes chunks that were encoded outside the library."""
    data = smooth(dtype, (40, 60))
    properties = h5p.create(h5p.DATASET_CREATE)
    properties.set_chunk((16, 25))
    properties.set_filter(number, OPTIONAL, values)
    dataset = h5d.create(
        got.id, name.encode(), h5t.py_create(data.dtype), h5s.create_simple(data.shape), properties)
    for row in range(0, 40, 16):
        for column in range(0, 60, 25):
            chunk = np.zeros((16, 25), dtype)
            part = data[row:row + 16, column:column + 25]
            chunk[:part.shape[0], :part.shape[1]] = part
            dataset.write_direct_chunk((row, column), encode(chunk))
    want[name] = data


def bitshuffled(elements):
    bits = np.unpackbits(elements.view("u1").reshape(len(elements), -1), axis=1, bitorder="little")
    return np.packbits(bits.T, axis=1, bitorder="little").tobytes()


def bitshuffle(chunk, pack):
    flat = chunk.ravel()
    block = max(8192 // flat.itemsize // 8 * 8, 128)
    whole = len(flat) // 8 * 8
    parts = [] if pack is None else [struct.pack(">QI", flat.nbytes, block * flat.itemsize)]
    for start in range(0, whole, block):
        plain = bitshuffled(flat[start:min(start + block, whole)])
        packed = plain if pack is None else pack(plain)
        parts.append(packed if pack is None else struct.pack(">I", len(packed)) + packed)
    return b"".join(parts) + flat[whole:].tobytes()


def foreign(got, want):
    import bz2

    import numcodecs

    def lz4(data, block=700):
        parts = [struct.pack(">QI", len(data), block)]
        for start in range(0, len(data), block):
            plain = data[start:start + block]
            packed = bytes(numcodecs.LZ4().encode(plain))[4:]
            packed = plain if len(packed) >= len(plain) else packed
            parts.append(struct.pack(">I", len(packed)) + packed)
        return b"".join(parts)

    zstd = numcodecs.Zstd(5)
    direct(got, want, "zstd", 32015, (5,), lambda chunk: bytes(zstd.encode(chunk.tobytes())))
    direct(got, want, "bzip2", 307, (9,), lambda chunk: bz2.compress(chunk.tobytes()))
    direct(got, want, "lz4", 32004, (700,), lambda chunk: lz4(chunk.tobytes()))
    for inner in ("blosclz", "lz4", "lz4hc", "zlib", "zstd", "snappy"):
        for shuffle in (0, 1, 2):
            for dtype in ("<f4", "<i2", "<f8", "u1"):
                try:
                    codec = numcodecs.Blosc(inner, 5, shuffle)
                    codec.encode(np.zeros(10))
                except Exception:
                    continue
                name = "blosc_%s_%d_%s" % (inner, shuffle, dtype)
                direct(got, want, name, 32001, (2, 2, np.dtype(dtype).itemsize, 1600, 5, shuffle, 0),
                       lambda chunk: bytes(codec.encode(chunk)), dtype)
    for dtype in ("<f4", "<i2", "<f8", "u1"):
        size = np.dtype(dtype).itemsize
        direct(got, want, "bitshuffle_none_" + dtype, 32008, (0, 4, size, 0),
               lambda chunk: bitshuffle(chunk, None), dtype)
        direct(got, want, "bitshuffle_lz4_" + dtype, 32008, (0, 4, size, 0, 2),
               lambda chunk: bitshuffle(chunk, lambda plain: bytes(numcodecs.LZ4().encode(plain))[4:]), dtype)
        direct(got, want, "bitshuffle_zstd_" + dtype, 32008, (0, 4, size, 0, 3, 3),
               lambda chunk: bitshuffle(chunk, lambda plain: bytes(zstd.encode(plain))), dtype)


def layouts(got, want):
    data = np.arange(31 * 17, dtype="i4").reshape(31, 17)

    def put(name, written=data, **options):
        got.create_dataset(name, data=written, **options)
        want[name] = written

    put("lzf", chunks=(5, 7), compression="lzf")
    put("grows_to_more", chunks=(5, 7), maxshape=(100, 200))
    put("grows_to_more_deflated", chunks=(5, 7), maxshape=(100, 200), compression="gzip")
    put("grows_down", chunks=(5, 7), maxshape=(None, 90))
    put("grows_right", chunks=(5, 7), maxshape=(90, None), compression="gzip")
    put("grows_both", chunks=(5, 7), maxshape=(None, None))
    put("one_by_one", chunks=(1, 1), maxshape=(None, 17))
    put("one_by_one_deflated", chunks=(1, 1), maxshape=(None, 17), compression="gzip")
    put("one_by_one_fixed", chunks=(1, 1))
    put("one_by_one_both", chunks=(1, 1), maxshape=(None, None), compression="gzip")
    long = np.arange(70000, dtype="i2")
    put("many_chunks", long, chunks=(2,))
    put("many_growing_chunks", long, chunks=(2,), maxshape=(None,))
    put("many_deflated_chunks", long[:9000], chunks=(1,), maxshape=(None,), compression="gzip")
    for name, most in (("holes", (31, 17)), ("holes_growing", (None, 17)), ("holes_both", (None, None))):
        dataset = got.create_dataset(name, shape=(31, 17), dtype="i4", chunks=(2, 3), maxshape=most, fillvalue=-5)
        dataset[20:22, 9:13] = data[20:22, 9:13]
        dataset[30, 16] = 8
        want[name] = dataset[...]
    sparse = got.create_dataset("far", shape=(100000,), dtype="u2", chunks=(2,), maxshape=(None,), fillvalue=9)
    sparse[99998:] = [1, 2]
    sparse[40000:40002] = [3, 4]
    want["far"] = sparse[...]
    sparse = got.create_dataset("far_fixed", shape=(100000,), dtype="u2", chunks=(2,), fillvalue=9)
    sparse[99998:] = [1, 2]
    sparse[40000:40002] = [3, 4]
    want["far_fixed"] = sparse[...]
    shrunk = got.create_dataset("shrunk", data=data, chunks=(5, 7), maxshape=(None, None))
    shrunk.resize((11, 9))
    want["shrunk"] = shrunk[...]
    properties = h5p.create(h5p.DATASET_CREATE)
    properties.set_layout(h5d.COMPACT)
    compact = h5d.create(got.id, b"compact", h5t.STD_I32BE, h5s.create_simple(data.shape), properties)
    compact.write(h5s.ALL, h5s.ALL, data)
    want["compact"] = data
    properties = h5p.create(h5p.DATASET_CREATE)
    properties.set_alloc_time(h5d.ALLOC_TIME_EARLY)
    properties.set_chunk((5, 7))
    early = h5d.create(got.id, b"early", h5t.NATIVE_INT32, h5s.create_simple(data.shape, (60, 50)), properties)
    early.write(h5s.ALL, h5s.ALL, data)
    want["early"] = data
    for name, code in (("edges_whole", 0), ("edges_as_they_are", 2)):
        properties = h5p.create(h5p.DATASET_CREATE)
        properties.set_chunk((5, 7))
        properties.set_deflate(4)
        if hasattr(properties, "set_chunk_opts"):
            properties.set_chunk_opts(code)
        edges = h5d.create(got.id, name.encode(), h5t.NATIVE_INT32, h5s.create_simple(data.shape), properties)
        edges.write(h5s.ALL, h5s.ALL, data)
        want[name] = data
    for name, shape in (("no_rows", (0, 4)), ("no_columns", (4, 0))):
        put(name, np.zeros(shape, "f4"))
        put(name + "_chunked", np.zeros(shape, "f4"), chunks=(2, 2), maxshape=(None, None))
    put("scalar", np.float64(3.5))


def types(got, want):
    def put(name, data, plain=None):
        got.create_dataset(name, data=data)
        want[name] = data if plain is None else plain

    for dtype in ("<f2", ">f2"):
        half = np.array([0, 1.5, -2.25, 65504, 6e-8, np.inf, -np.inf, -0.0], dtype)
        put("half_" + dtype[0], half, half.astype("f4"))
    for base, word, dtype in (
        (h5t.STD_B8LE, "b1", "u1"), (h5t.STD_B16BE, "b2", "u2"), (h5t.STD_B32LE, "b4", "u4"), (h5t.STD_B64BE, "b8", "u8")
    ):
        data = random.integers(0, 200, size=9).astype(dtype)
        dataset = h5d.create(got.id, ("bits_" + word).encode(), base, h5s.create_simple(data.shape))
        if base.get_order() == h5t.ORDER_BE:
            dataset.write(h5s.ALL, h5s.ALL, data.byteswap(), base)
        else:
            dataset.write(h5s.ALL, h5s.ALL, data, base)
        want["bits_" + word] = data
    colours = h5py.enum_dtype({"RED": 1, "GREEN": -2, "LIGHT BLUE": 300}, basetype=">i2")
    got.create_dataset("colours", data=np.array([1, -2, 300, 1], ">i2"), dtype=colours)
    want["colours"] = np.array([1, -2, 300, 1], "i2")
    put("flags", np.array([True, False, True]), np.array([1, 0, 1], "i1"))
    put("opaque", np.array([b"abc", b"defg"], dtype="V5"), np.array([list(b"abc\0\0"), list(b"defg\0")], "u1"))
    put("complex", np.array([1 + 2j, 3 - 4j]))
    del want["complex"]
    want["complex.r"] = np.array([1.0, 3.0])
    want["complex.i"] = np.array([2.0, -4.0])
    nested = np.zeros((6, 3), dtype=np.dtype([
        ("time", "<f8"),
        ("place", [("lat", ">f4"), ("lon", ">f4", (2,))]),
        ("cast", [("depth", "<i2"), ("bins", "<u4", (2, 3))], (4,)),
        ("name", "S5"), ("letter", "S1"), ("on", "?"),
    ], align=True))
    nested["time"] = random.normal(size=(6, 3))
    nested["place"]["lat"] = random.normal(size=(6, 3))
    nested["place"]["lon"] = random.normal(size=(6, 3, 2))
    nested["cast"]["depth"] = random.integers(-99, 99, size=(6, 3, 4))
    nested["cast"]["bins"] = random.integers(0, 99, size=(6, 3, 4, 2, 3))
    nested["name"] = b"buoy"
    nested["letter"] = b"q"
    nested["on"] = True
    for name, options in (("nested", {}), ("nested_chunked", {"chunks": (2, 2), "compression": "gzip", "shuffle": True})):
        got.create_dataset(name, data=nested, **options)
        want[name + ".time"] = nested["time"]
        want[name + ".place.lat"] = nested["place"]["lat"]
        want[name + ".place.lon"] = nested["place"]["lon"]
        want[name + ".cast.depth"] = nested["cast"]["depth"]
        want[name + ".cast.bins"] = nested["cast"]["bins"]
        want[name + ".name"] = nested["name"]
        want[name + ".letter"] = nested["letter"]
        want[name + ".on"] = nested["on"].astype("i1")
    table = np.zeros(100000, dtype=[("id", "i4"), ("rest", "f8", (40,)), ("last", "i2")])
    table["id"] = np.arange(100000)
    table["last"] = np.arange(100000) % 1000
    got.create_dataset("table", data=table, chunks=(999,), maxshape=(None,), compression="gzip")
    want["table.id"] = table["id"]
    want["table.last"] = table["last"]
    array = got.create_dataset("arrays", shape=(4, 2), dtype=np.dtype(("<i2", (3, 5))))
    array[...] = np.arange(120).reshape(4, 2, 3, 5)
    want["arrays"] = np.arange(120, dtype="i2").reshape(4, 2, 3, 5)
    for word, options in (("plain", {}), ("chunked", {"chunks": (3,), "compression": "gzip"})):
        for dtype in ("i1", "<u2", ">i4", "<f8"):
            name = "sequences_%s_%s" % (word, dtype)
            lists = [random.integers(0, 99, size=n).astype(dtype) for n in (3, 0, 5, 1, 40, 2, 0)]
            dataset = got.create_dataset(name, shape=(8,), dtype=h5py.vlen_dtype(np.dtype(dtype)), **options)
            for i, one in enumerate(lists):
                dataset[i] = one
            want[name + "#lengths"] = np.array([len(one) for one in lists] + [0], "i4")
            want[name + "#numbers"] = np.concatenate(lists).astype(np.dtype(dtype).newbyteorder("="))
    members = got.create_dataset("casts", shape=(3,), dtype=[("n", "i4"), ("v", h5py.vlen_dtype(np.dtype("f4")))])
    for i in range(3):
        members[i] = (i, np.arange(i, dtype="f4"))
    want["casts.n"] = np.arange(3, dtype="i4")
    want["casts.v#lengths"] = np.arange(3, dtype="i4")
    want["casts.v#numbers"] = np.array([0, 0, 1], "f4")
    put("fixed_one", np.array([b"a", b"", b"c"], "S1"))
    put("fixed_texts", np.array([b"abc", b"", b"gh   "], "S6"))
    got.create_dataset("texts", data=["a", "ß" * 400, ""], dtype=h5py.string_dtype())
    want["texts"] = np.array(["a", "ß" * 400, ""], dtype=object)
    got.create_dataset("ascii", data=[b"a", b"bc", b""], dtype=h5py.string_dtype("ascii"))
    want["ascii"] = np.array(["a", "bc", ""], dtype=object)
    got.create_dataset("never_texts", shape=(5,), dtype=h5py.string_dtype(), fillvalue="none")
    want["never_texts"] = np.array(["none"] * 5, dtype=object)
    got["named_type"] = np.dtype("<f4")
    named = got.create_dataset("of_named_type", shape=(4,), dtype=got["named_type"])
    named[...] = [1, 2, 3, 4]
    named.attrs.create("also", 2.5, dtype=got["named_type"])
    want["of_named_type"] = np.array([1, 2, 3, 4], "f4")


def refused(file, version):
    group = file.create_group("refused")
    group.create_dataset("long_double", data=np.array([1, 2], "g"))
    references = group.create_dataset("references", shape=(2,), dtype=h5py.ref_dtype)
    references[0] = file["want"].ref
    group.create_dataset("ragged_texts", shape=(2,), dtype=h5py.vlen_dtype(h5py.string_dtype()))
    h5d.create(group.id, b"times", h5t.UNIX_D32LE, h5s.create_simple((3,)))
    group["outside"] = h5py.ExternalLink("another.h5", "/data")
    properties = h5p.create(h5p.DATASET_CREATE)
    properties.set_chunk((4,))
    properties.set_filter(32013, OPTIONAL, (1, 2))
    packed = h5d.create(group.id, b"packed", h5t.NATIVE_FLOAT, h5s.create_simple((4,)), properties)
    packed.write_direct_chunk((0,), b"zfp")
    layout = h5py.VirtualLayout(shape=(4,), dtype="f4")
    layout[:] = h5py.VirtualSource("another.h5", "data", shape=(4,))
    if version == "latest":
        group.create_virtual_dataset("virtual", layout)
    group.create_dataset("elsewhere", shape=(4,), dtype="i4", external=[("another.bin", 0, 16)])


def links(file, version):
    group = file.create_group("links")
    group["soft"] = h5py.SoftLink("/want/lzf")
    group["hard"] = file["want/lzf"]
    group["nowhere"] = h5py.SoftLink("/not/there")
    group["up"] = file["/"]
    deep = group.create_group("deep")
    deep["up"] = group
    deep["beside"] = file["want/lzf"]
    deep["relative"] = h5py.SoftLink("./beside")
    group["soft_group"] = h5py.SoftLink("/links/deep")
    group["through_soft_group"] = h5py.SoftLink("soft_group//relative")
    big = group.create_dataset("attributes", data=np.arange(3))
    big.attrs["array"] = np.arange(6).reshape(2, 3)
    big.attrs["flag"] = True
    big.attrs["half"] = np.float16(1.5)
    big.attrs["texts"] = ["a", "ß"]
    big.attrs["nothing"] = h5py.Empty("f4")
    big.attrs["sequence"] = np.array([1, 2, 3], "i2")
    big.attrs.create("arrays", np.arange(6, dtype="i4").reshape(2, 3), shape=(2, 3), dtype=np.dtype(("i4", (3,))))
    big.attrs["compound"] = np.array((1, 2.0), dtype=[("a", "i4"), ("b", "f8")])
    if version == "latest":
        big.attrs["large"] = np.arange(20000, dtype="f8")


folder = sys.argv[1]
for version in ("earliest", "v108", "v110", "latest"):
    for ordered, block in ((False, 0), (True, 1024)):
        path = os.path.join(folder, "zoo-%s%s.h5" % (version, "-behind" if block else ""))
        with h5py.File(path, "w", libver=version, userblock_size=block, track_order=ordered) as output:
            inside, plain = output.create_group("got"), output.create_group("want")
            for fill in (szip, scaleoffset, nbit, foreign) if version in ("earliest", "latest") and not block else ():
                fill(inside, plain)
            layouts(inside, plain)
            types(inside, plain)
            refused(output, version)
            links(output, version)
        if block:
            with open(path, "r+b") as file:
                file.write(b"what the user likes")
