"""Compares Zarr stores that Shoal wrote with the netCDF files they came from: check_stores.py CASES.json

A case names store, variable, time and files in the order of time; with "nearest" the store was regridded by that method;
with "fail" values outside these limits are flagged. Prints one line for each case, "store variable shape crc32".
"""
import json
import sys
import warnings
import zlib

import cftime
import netCDF4
import numpy as np
import xarray as xr
import zarr

warnings.simplefilter("ignore")


def decoded(variable):
    """Returns a variable as float64: netCDF4's mask, its own numbers, scale and offset in double precision."""
    variable.set_auto_maskandscale(True)
    masked = np.ma.asarray(variable[...])
    variable.set_auto_maskandscale(False)
    raw = np.asarray(variable[...])
    if getattr(variable, "_Unsigned", "false") == "true":
        raw = raw.view(raw.dtype.str.replace("i", "u"))
    scale = float(getattr(variable, "scale_factor", 1))
    offset = float(getattr(variable, "add_offset", 0))
    values = raw.astype("f8") * scale + offset
    assert np.allclose(masked.compressed(), values[~np.ma.getmaskarray(masked)], rtol=1e-6, atol=1e-6)
    return np.where(np.ma.getmaskarray(masked), np.nan, values)


def positions(case):
    """Returns latitude and longitude of the source, each a plane."""
    with netCDF4.Dataset(case["files"][0]) as source:
        lat, lon = (decoded(source[name]) for name in case["positions"])
        return np.meshgrid(lat, lon, indexing="ij") if lat.ndim == 1 else (lat, lon)


def check_nearest(case, expected, store, values):
    lat, lon = (np.radians(plane.ravel()) for plane in positions(case))
    at = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    tlat, tlon = np.meshgrid(np.radians(store["lat"][:]), np.radians(store["lon"][:]), indexing="ij")
    targets = np.stack([np.cos(tlat) * np.cos(tlon), np.cos(tlat) * np.sin(tlon), np.sin(tlat)]).reshape(3, -1)
    near = targets.T @ at
    source = expected.reshape(-1, at.shape[1])
    checked = 0
    for field, made in zip(source, values.reshape(len(source), -1)):
        for cell in np.flatnonzero(~np.isnan(made)):
            best = near[cell] >= near[cell].max() - 1e-12
            assert made[cell] in field[best].astype(values.dtype), (case, cell, made[cell], field[best])
            checked += 1
    assert checked > 50, (case, checked)


def check(case):
    store = zarr.open_consolidated(case["store"], mode="r")
    values = store[case["variable"]][...]
    parts, times = [], []
    for name in case["files"]:
        with netCDF4.Dataset(name) as source:
            variable = source[case["variable"]]
            parts.append(decoded(variable).ravel())
            kept = {key: getattr(variable, key) for key in ("units", "standard_name", "long_name") if hasattr(variable, key)}
            if case["time"]:
                time = source[case["time"]]
                calendar = getattr(time, "calendar", "standard")
                time.set_auto_maskandscale(False)
                times += list(np.atleast_1d(cftime.num2date(np.asarray(time[...], "f8"), time.units, calendar)))
    expected = np.concatenate(parts)
    attributes = dict(store[case["variable"]].attrs)
    assert {key: attributes.get(key) for key in kept} == kept, (case, attributes, kept)
    if case.get("nearest"):
        check_nearest(case, expected, store, values)
    else:
        assert values.size == expected.size, (case, values.shape, expected.size)
        assert np.array_equal(values.ravel(), expected.astype(values.dtype), equal_nan=True), case
        lat, lon = positions(case)
        made = store["lat"][:], store["lon"][:]
        made = np.meshgrid(*made, indexing="ij") if made[0].ndim == 1 else made
        assert np.array_equal(made[0], lat, equal_nan=True) and np.array_equal(made[1], lon, equal_nan=True), case
    if "fail" in case:
        low, high = case["fail"]
        flags = np.where(np.isnan(expected), 9, np.where((expected < low) | (expected > high), 4, 1))
        assert np.array_equal(store[case["variable"] + "_qc"][...].ravel(), flags), case
        assert store[case["variable"]].attrs["ancillary_variables"] == case["variable"] + "_qc"
    opened = xr.open_zarr(case["store"], consolidated=True)
    field = opened[case["variable"]]
    assert np.array_equal(field.values, values, equal_nan=True), case
    if times:
        seen = xr.open_zarr(case["store"], consolidated=True, decode_times=False).time
        read = cftime.num2date(seen.values.astype("i8" if seen.dtype.kind == "i" else "f8"), seen.units, seen.calendar)
        apart = [abs((np.datetime64(a.isoformat()) - np.datetime64(b.isoformat())) / np.timedelta64(1, "us"))
                 if a.calendar != "360_day" else abs((a - b).total_seconds()) * 1e6 for a, b in zip(read, sorted(times))]
        assert len(read) == len(times) and max(apart) <= 10, (case, read[:3], times[:3])
        assert opened.time.size == len(times)
    canonical = np.where(np.isnan(values), np.array(np.nan, values.dtype), values).astype(values.dtype)
    crc = zlib.crc32(np.ascontiguousarray(canonical).tobytes())
    print(case["store"], case["variable"], "x".join(map(str, values.shape)), crc)


for case in json.load(open(sys.argv[1])):
    check(case)
