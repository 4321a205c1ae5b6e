"""Makes files with levels, currents and many steps, and judges what became of them, with numpy and CDO."""

import subprocess
import sys

import numpy as np
import xarray as xr

LAT = np.arange(-85.0, 90, 10)
LON = np.arange(5.0, 360, 10)


def axes():
    return {
        "lat": ("lat", LAT, {"units": "degrees_north"}),
        "lon": ("lon", LON, {"units": "degrees_east"}),
    }


def timed(folder, name, start, numbers, bounds, values, calendar):
    ds = xr.Dataset(
        {"sst": (("time", "lat", "lon"), values, {"units": "K"})},
        {"time": ("time", numbers, {"units": f"days since {start}", "calendar": calendar}), **axes()},
    )
    if bounds is not None:
        ds.time.attrs["bounds"] = "time_bnds"
        ds["time_bnds"] = (("time", "bnds"), bounds)
    encoding = {name: {"_FillValue": None} for name in ds.variables if name != "sst"}
    ds.to_netcdf(f"{folder}/{name}", encoding=encoding)


def make(folder):
    rng = np.random.default_rng(1)
    values = rng.normal(15, 5, (800, LAT.size, LON.size))
    values[rng.random(values.shape) < 0.2] = np.nan
    days = np.arange(800.0)
    for part, (a, b) in enumerate([(0, 250), (250, 600), (600, 800)]):
        bounds = np.stack([days[a:b], days[a:b] + 1], 1)
        timed(folder, f"days{part}.nc", "2001-11-20", days[a:b] + 0.5, bounds, values[a:b], "360_day")
    lengths = np.array([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * 2)
    ends = lengths.cumsum().astype(float)
    bounds = np.stack([ends - lengths, ends], 1)
    timed(folder, "months.nc", "2001-01-01", ends, bounds, values[:24], "noleap")
    sigma(folder)
    current(folder)


def sigma(folder):
    rng = np.random.default_rng(2)
    s = np.array([-0.95, -0.7, -0.4, -0.15, -0.02])
    depth = rng.uniform(20, 300, (LAT.size, LON.size))
    eta = rng.uniform(-1, 1, (3, LAT.size, LON.size))
    z = eta[:, None] + s[:, None, None] * (depth + eta[:, None])
    dims = ("time", "s", "lat", "lon")
    ds = xr.Dataset(
        {
            "temp": (dims, 20 + 0.05 * z, {"units": "degC"}),
            "eta": (("time", "lat", "lon"), eta, {"units": "m"}),
            "floor": (("lat", "lon"), depth, {"units": "m"}),
        },
        {
            "time": ("time", np.arange(3.0), {"units": "days since 2000-01-01"}),
            "s": ("s", s, {"standard_name": "ocean_sigma_coordinate", "formula_terms": "sigma: s eta: eta depth: floor"}),
            **axes(),
        },
    )
    ds.to_netcdf(f"{folder}/sigma.nc", encoding={name: {"_FillValue": None} for name in ds.variables})


def current(folder):
    """A body turning about the axis through 0 N 90 E, seen on a grid about a pole at 50 N 10 E."""
    eta, xi = np.meshgrid(np.arange(-20, 20.5, 0.5), np.arange(-25, 25.5, 0.5), indexing="ij")
    phi, lam, tilt = np.radians(eta), np.radians(xi), np.radians(40.0)
    place = np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    along = np.stack([-np.sin(lam), np.cos(lam), 0 * lam])
    across = np.stack([-np.sin(phi) * np.cos(lam), -np.sin(phi) * np.sin(lam), np.cos(phi)])
    turn = np.array([[np.cos(tilt), 0, -np.sin(tilt)], [0, 1, 0], [np.sin(tilt), 0, np.cos(tilt)]])
    place, along, across = (np.einsum("ab,byx->ayx", turn, x) for x in (place, along, across))
    flow = np.cross(np.array([0.0, 1, 0]), place, axisb=0, axisc=0)
    lat = np.degrees(np.arcsin(place[2]))
    lon = np.degrees(np.arctan2(place[1], place[0])) + 10
    dims = ("eta", "xi")
    about = {"coordinates": "lon lat", "units": "m s-1"}
    ds = xr.Dataset(
        {
            "u": (dims, (flow * along).sum(0), {"standard_name": "sea_water_x_velocity", **about}),
            "v": (dims, (flow * across).sum(0), {"standard_name": "sea_water_y_velocity", **about}),
            "lat": (dims, lat, {"units": "degrees_north", "standard_name": "latitude"}),
            "lon": (dims, lon, {"units": "degrees_east", "standard_name": "longitude"}),
        }
    )
    ds.to_netcdf(f"{folder}/current.nc", encoding={name: {"_FillValue": None} for name in ds.variables})


def same(made, expected, tolerance):
    made, expected = np.asarray(made), np.asarray(expected)
    if made.shape != expected.shape:
        return f"shape {made.shape}, expected {expected.shape}"
    if (np.isnan(made) != np.isnan(expected)).any():
        return f"{(np.isnan(made) != np.isnan(expected)).sum()} values missing on one side"
    worst = np.nanmax(np.abs(made - expected))
    return "same" if worst <= tolerance else f"differs by {worst}"


def opened(path):
    kind = {"engine": "zarr"} if path.endswith(".zarr") else {}
    return xr.open_dataset(path, decode_times=False, **kind)


def cdo(folder, out, operator, *files):
    expected = f"{folder}/cdo.nc"
    paths = [f"{folder}/{name}" for name in files]
    subprocess.run(["cdo", "-s", "-O", "-b", "F64", *f"-{operator}".split(), "-mergetime", *paths, expected], check=True)
    with opened(out) as made, opened(expected) as judge:
        scale = np.nanmax(np.abs(judge.sst))
        print(same(made.sst, judge.sst, 1e-12 * scale), made.sst.attrs["cell_methods"])


def levels(folder, out, *depths):
    with opened(out) as made, opened(f"{folder}/sigma.nc") as source:
        depth = np.array([float(x) for x in depths])
        eta, floor, s = source.eta.values[:, None], source.floor.values, source.s.values
        below = -(eta + s[0] * (floor + eta))
        above = -(eta + s[-1] * (floor + eta))
        wanted = depth[:, None, None]
        expected = np.where((wanted <= below) & (wanted >= above), 20 - 0.05 * wanted, np.nan)
        print(same(made.temp, expected, 1e-12), made.depth.attrs["positive"], int(np.isfinite(expected).sum() > 1000))


def turned(folder, out):
    with opened(out) as made:
        lat, lon = np.meshgrid(np.radians(made.lat), np.radians(made.lon - 10), indexing="ij")
        east, north = np.sin(lat) * np.sin(lon) * 0, 0
        place = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
        flow = np.cross(np.array([0.0, 1, 0]), place, axisb=0, axisc=0)
        east = (flow * np.stack([-np.sin(lon), np.cos(lon), 0 * lon])).sum(0)
        north = (flow * np.stack([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)])).sum(0)
        print(same(made.u, east, 1e-3), same(made.v, north, 1e-3), made.u.attrs["standard_name"])


def tell(folder, out):
    with opened(out) as made:
        bounds = made[made.time.attrs.get("bounds", made.time.attrs.get("climatology"))]
        print(list(map(float, made.time[:2])), np.asarray(bounds[:2]).tolist(), made.sst.attrs["cell_methods"])


def identical(folder, one, other):
    with opened(one) as a, opened(other) as b:
        print("same" if all(np.array_equal(a[n], b[n], equal_nan=True) for n in a.variables) else "differs")


{"make": make, "cdo": cdo, "levels": levels, "turned": turned, "tell": tell, "identical": identical}[sys.argv[1]](
    *sys.argv[2:]
)
