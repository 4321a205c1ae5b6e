"""Makes fields that are straight along all their axes, and a ship's track; judges what was sampled."""

import csv
import sys

import numpy as np
import xarray as xr

DEPTH = np.array([0.0, 10, 50, 200])
LAT = np.arange(40.0, 51)
LON = np.arange(350.0, 371, 0.5) % 360


def field(lat, lon, hours, depth):
    return 3 + 2 * lat - 0.5 * ((lon + 180) % 360 - 180) + 0.25 * hours - 0.01 * depth


def make(folder):
    for part, hours in enumerate([np.arange(0.0, 24, 3), np.arange(24.0, 49, 3)]):
        shape = (hours[:, None, None, None], DEPTH[:, None, None], LAT[:, None], LON)
        t, z, y, x = np.broadcast_arrays(*shape)
        s = np.array([-0.9, -0.5, -0.1])
        floor = 100 + 10 * (y[:, 0] - 40)
        below = -s[:, None, None] * floor[:, None]
        ds = xr.Dataset(
            {
                "temp": (("time", "depth", "lat", "lon"), field(y, x, t, z), {"units": "degC"}),
                "ssh": (("time", "lat", "lon"), field(y, x, t, 0)[:, 0], {"units": "m"}),
                "salt": (("time", "s", "lat", "lon"), field(y[:, :1], x[:, :1], t[:, :1], below), {"units": "1"}),
                "floor": (("lat", "lon"), floor[0], {"units": "m"}),
                "eta": (("time", "lat", "lon"), 0 * floor, {"units": "m"}),
            },
            {
                "time": ("time", hours, {"units": "hours since 2024-03-01", "calendar": "standard"}),
                "depth": ("depth", DEPTH, {"units": "m", "positive": "down"}),
                "s": (
                    "s",
                    s,
                    {"standard_name": "ocean_sigma_coordinate", "formula_terms": "sigma: s eta: eta depth: floor"},
                ),
                "lat": ("lat", LAT, {"units": "degrees_north"}),
                "lon": ("lon", LON, {"units": "degrees_east"}),
            },
        )
        ds.to_netcdf(f"{folder}/fields{part}.nc", encoding={name: {"_FillValue": None} for name in ds.variables})
    rng = np.random.default_rng(5)
    with open(f"{folder}/track.csv", "w") as out:
        out.write("station,time,latitude,longitude,depth\n")
        for i in range(500):
            minutes = rng.integers(0, 49 * 60)
            time = np.datetime64("2024-03-01T00:00") + minutes
            lat, lon, depth = rng.uniform(40, 50), rng.uniform(-9.9, 9.9), rng.uniform(15, 80)
            out.write(f"S{i},{time}Z,{float(lat)!r},{float(lon)!r},{float(depth)!r}\n")
        out.write("outside,2024-03-01T00:00Z,10,0,20\n")
        out.write("late,2024-04-01T00:00Z,45,0,20\n")


def judge(folder, name):
    with open(f"{folder}/track.csv") as table:
        points = list(csv.DictReader(table))
    if name.endswith(".nc"):
        with xr.open_dataset(f"{folder}/{name}", decode_times=False) as made:
            rows = {variable: made[variable].values for variable in ("temp", "ssh", "salt")}
            assert made.attrs["featureType"] == "point" and made.temp.attrs["units"] == "degC"
    else:
        with open(f"{folder}/{name}") as table:
            lines = list(csv.DictReader(table))
        assert [line["station"] for line in lines] == [point["station"] for point in points]
        rows = {v: np.array([float(line[v] or "nan") for line in lines]) for v in ("temp", "ssh", "salt")}
    worst = 0
    for i, point in enumerate(points):
        lat, lon, depth = (float(point[name]) for name in ("latitude", "longitude", "depth"))
        hours = (np.datetime64(point["time"][:-1]) - np.datetime64("2024-03-01T00:00")) / np.timedelta64(60, "m")
        for variable, values in rows.items():
            if point["station"] in ("outside", "late") or hours > 48:
                assert np.isnan(values[i]), (variable, point)
            else:
                worst = max(worst, abs(values[i] - field(lat, lon, hours, 0 if variable == "ssh" else depth)))
    print("same" if worst < 1e-10 else f"differs by {worst}")


{"make": make, "judge": judge}[sys.argv[1]](*sys.argv[2:])
