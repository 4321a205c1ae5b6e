"""Reads a CF store that Shoal writes, with GDAL: python3 check_cf_gdal.py STORE"""
import json
import subprocess
import sys

import numpy as np

shown = subprocess.run(["gdalmdiminfo", "-detailed", sys.argv[1]], capture_output=True, text=True, check=True)
group = json.loads(shown.stdout)
attributes = {name: attribute["value"] for name, attribute in group["attributes"].items()}
assert attributes == {"title": "Température à 10 °C", "größe": [1, 2], "ratio": 0.5}, attributes
assert {d["name"]: d["size"] for d in group["dimensions"]} == {"lat": 4, "lon": 5, "time": 3}, group["dimensions"]
arrays = group["arrays"]
assert arrays["time"]["values"] == [0, 0.5, 31] and arrays["time"]["unit"] == "days since 2000-01-01", arrays["time"]
assert arrays["lat"]["values"] == [-30, -10, 10, 30] and arrays["lon"]["values"] == [0, 72, 144, 216, 288]

sst = arrays["sst"]
assert sst["dimensions"] == ["/time", "/lat", "/lon"] and sst["unit"] == "°C" and sst["nodata_value"] == "NaN", sst
n = np.arange(3 * 4 * 5).reshape(3, 4, 5)
expected = np.where((n % 13 == 5) | (n < 20), np.nan, (37 * n + 11) % 101 * 0.5)
assert np.array_equal(np.array(sst["values"], dtype="f4"), expected, equal_nan=True), sst["values"]

packed = arrays["packed"]
assert packed["values"] == [5, -999, -10, -999, -999] and packed["nodata_value"] == -999, packed
assert packed["scale"] == 0.01 and packed["offset"] == 20, packed
assert arrays["flags"]["values"] == [1, 4, 9, 1, 200], arrays["flags"]
assert arrays["crs"]["values"] == 7, arrays["crs"]
print("equal")
