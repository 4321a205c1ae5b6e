"""Reads the store of TextSamples.java with zarr and xarray: python3 check_types.py STORE"""
import sys

import numpy as np
import xarray
import zarr

WORDS = ["", "a", "Öl", "sea water", "温度", "x" * 11, "😀"]
words = np.array([WORDS[n % 7] for n in range(35)], dtype=object).reshape(7, 5)
reals = np.array([np.nan if n == 13 else n * 0.25 - 3 for n in range(35)], dtype="f2").reshape(7, 5)
truths = np.array([n % 3 == 0 for n in range(35)]).reshape(7, 5)
letters = np.array([chr(65 + n % 26).encode() for n in range(35)], dtype="S1").reshape(7, 5)

for group in (zarr.open_consolidated(sys.argv[1], mode="r"), zarr.open(sys.argv[1], mode="r")):
    assert sorted(group.array_keys()) == sorted(
        ["truth", "half", "halfbig", "bytes", "points", "pointsbig", "texts", "char"]
    )
    assert group["truth"].dtype == bool and np.array_equal(group["truth"][:], truths)
    assert group["half"].dtype == "<f2" and np.array_equal(group["half"][:], reals, equal_nan=True)
    assert group["halfbig"].dtype == ">f2" and np.array_equal(group["halfbig"][:], reals, equal_nan=True)
    assert group["char"].dtype == "S1" and np.array_equal(group["char"][:], letters)
    assert group["bytes"].dtype == "S12"
    assert np.array_equal(np.char.decode(group["bytes"][:], "utf-8"), words.astype("U11"))
    assert group["points"].dtype == "<U11" and np.array_equal(group["points"][:], words.astype("U11"))
    assert group["pointsbig"].dtype == ">U11" and np.array_equal(group["pointsbig"][:], words.astype("U11"))
    assert group["texts"].dtype == object and np.array_equal(group["texts"][:], words)
    assert group["texts"][3, 1] == words[3, 1]

with xarray.open_zarr(sys.argv[1], consolidated=True) as data:
    data.load()
    assert np.array_equal(data["texts"].values, words)
    assert np.array_equal(data["points"].values, words.astype("U11"))
    assert data["truth"].dtype == bool and np.array_equal(data["truth"].values, truths)
    assert np.array_equal(data["half"].values, reals, equal_nan=True)
print("equal")
