"""Reads a store of every kind of array that Shoal writes, with GDAL: python3 check_gdal.py STORE

GDAL 3.6 does not know numcodecs' filter shuffle, so arrays with it are to be refused.
"""
import json
import subprocess
import sys

import numpy as np
import samples


def run(*arguments):
    return subprocess.run(["gdalmdiminfo", sys.argv[1], *arguments], capture_output=True, text=True)


def filtered(name):
    return "shuffle" in name.split("_")[2].split("-")


names = sorted(json.loads(open(sys.argv[1] + "/.zmetadata").read())["metadata"])
names = [name.removesuffix("/.zarray") for name in names if name.endswith("/.zarray")]
shown = json.loads(run("-detailed").stdout)["arrays"]
assert sorted(shown) == [name for name in names if not filtered(name)], set(names) - set(shown)
for name, array in shown.items():
    assert array["dimension_size"] == [7, 10], name
    assert array["dimensions"] == ["/y", "/x"], (name, array["dimensions"])
    expected = samples.values(name[0], int(name[1]), 70).reshape(7, 10)
    found = np.array(array["values"], dtype=expected.dtype)
    assert np.array_equal(found, expected, equal_nan=name[0] == "f"), (name, found, expected)
print(len(shown), "arrays equal,", len(names) - len(shown), "refused")
