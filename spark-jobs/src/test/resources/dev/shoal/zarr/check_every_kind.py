"""Reads a store of every kind of array that Shoal writes: python3 check_every_kind.py STORE COUNT"""
import sys

import samples
import zarr


def step(codec):
    return f"blosc.{codec.cname}.{codec.shuffle}" if codec.codec_id == "blosc" else codec.codec_id


group = zarr.open_consolidated(sys.argv[1], mode="r")
names = list(group.array_keys())
assert len(names) == int(sys.argv[2]), len(names)
for name in names:
    array = group[name]
    kind, width = name[0], int(name[1])
    assert array.shape == (7, 10) and array.chunks == (3, 4), name
    assert array.dtype.byteorder == ("|" if width == 1 else ">" if "_BIG_" in name else "="), name
    steps = [step(codec) for codec in [*(array.filters or []), *([array.compressor] if array.compressor else [])]]
    assert "-".join(steps or ["none"]) == name.split("_")[2], (name, steps)
    assert samples.same(array[:], samples.values(kind, width, 70).reshape(7, 10)), name
    array = zarr.open(sys.argv[1], mode="r")[name]
    assert samples.same(array[2:5, 1:9], samples.values(kind, width, 70).reshape(7, 10)[2:5, 1:9]), name
print(len(names), "arrays equal")
